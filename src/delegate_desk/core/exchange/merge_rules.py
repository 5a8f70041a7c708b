"""Merge rules for what several people send: each thing by itself, independent of the order of arrival.

A thing is one person's note, or one person's entry on a provision. Of its states the greatest is kept, in
an order that is the same everywhere: what its author sent outranks what somebody passed on; then the later
outranks the earlier; then existing content outranks withdrawn content; then full content outranks
circulated content; then the order of the bytes decides. So the result does not depend on the order of
packages, on how often they come, or on which were merged first.

Our own items are never concerned: they bear our name, and no package changes them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import NewType

from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.values import dataclass

PersonId = NewType("PersonId", str)

LONGEST_NAME = 100
"""How many characters a name may have."""


@dataclass(frozen=True, slots=True)
class Person:
    """Author of notes and position entries.

    Attributes:
        id: A UUID, made with the library: the same person has it on every computer.
        name: As they call themselves; may be empty.
        delegation: A code such as ``EL``; may be empty.
    """

    id: PersonId
    name: str = ""
    delegation: str = ""
    is_own: bool = False

    @property
    def display_name(self) -> str:
        return self.name or self.delegation

    @property
    def own_description(self) -> tuple[str, str]:
        return self.name, self.delegation


def clean_name(typed: str) -> str:
    """A name as it is kept: one line, nothing unprintable, of at most ``LONGEST_NAME`` characters."""
    line = "".join(c if c.isprintable() else " " for c in typed)
    return " ".join(line.split())[:LONGEST_NAME].strip()


class ExchangedKind(StrEnum):
    NOTE = "note"
    LINE = "line"


@dataclass(frozen=True, slots=True, order=True)
class ExchangedKey:
    """Unique key of a thing.

    Attributes:
        name: A note's id; of a position entry the hash of its document's original and its address.
    """

    author: PersonId
    kind: ExchangedKind
    name: str


@dataclass(frozen=True, slots=True)
class ExchangedItem:
    """One state of a thing.

    Attributes:
        moment: When its author changed it last, as ``moment`` writes it.
        content: As canonical JSON; empty for what was taken back.
        original: The document that it is on; what was taken back may name none.
    """

    key: ExchangedKey
    moment: str
    content: str
    original: DocumentIdentity
    sender: PersonId
    has_internal: bool = False
    is_withdrawn: bool = False

    @property
    def rank(self) -> tuple[bool, str, bool, bool, str, str, str]:
        about = "\n".join((self.original.reference, self.original.language, self.original.sha256))
        firsthand = self.sender == self.key.author
        return firsthand, self.moment, not self.is_withdrawn, self.has_internal, self.content, about, self.sender


def newer_items(
    state: Mapping[ExchangedKey, ExchangedItem], things: Iterable[ExchangedItem], ours: PersonId
) -> dict[ExchangedKey, ExchangedItem]:
    """The things that outrank those in a state, the greatest of each; what bears our name stays out."""
    found: dict[ExchangedKey, ExchangedItem] = {}
    for thing in things:
        known = found.get(thing.key) or state.get(thing.key)
        if thing.key.author != ours and (known is None or thing.rank > known.rank):
            found[thing.key] = thing
    return found


def format_timestamp(when: datetime) -> str:
    """A moment as it is compared: in UTC, always as long."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


PUBLIC_KEY = re.compile(r"[0-9a-f]{128}")
"""Form of a person's two public keys, one after the other in hexadecimal."""


def entry_key(sha256: str, address: str) -> str:
    """Key of a position entry: the hash of its document's original and its address."""
    return f"{sha256} {address}"


def is_entry_key(name: str) -> bool:
    sha256, space, _ = name.partition(" ")
    return bool(space) and len(sha256) == 64 and set(sha256) <= set("0123456789abcdef")
