"""How what several people send becomes one: a thing at a time, by rules that know no order of arrival.

A thing is one person's note, or one person's line on a provision. Of its states the greatest stays, in an order that is
the same everywhere: what its author sent outranks what somebody passed on; then the later outranks the earlier; then
what is there outranks what was taken back; then what is whole outranks what circulates; then the order of the bytes
decides. So it does not matter in which order packages come, how often, or joined with which others first.

Nothing here is ever about what is ours: it bears our name, and no package changes it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from delegate_desk.core.exchange.annotation_exchange import Original
from delegate_desk.core.exchange.people import PersonId


class ThingKind(StrEnum):
    NOTE = "note"
    LINE = "line"


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What tells a thing from every other.

    Attributes:
        name: A note's id; of a line the hash of its document's original and its address.
    """

    author: PersonId
    kind: ThingKind
    name: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One state of a thing.

    Attributes:
        moment: When its author changed it last, as ``moment`` writes it.
        content: As canonical JSON; empty for what was taken back.
        original: The document that it is on; what was taken back may name none.
        via: Who sent it.
        whole: True if what is internal is with it.
        gone: True if its author took it back.
    """

    key: Key
    moment: str
    content: str
    original: Original
    via: PersonId
    whole: bool = False
    gone: bool = False

    @property
    def rank(self) -> tuple[bool, str, bool, bool, str, str, str]:
        """Its place among all states of the same thing."""
        about = "\n".join((self.original.reference, self.original.language, self.original.sha256))
        firsthand = self.via == self.key.author
        return firsthand, self.moment, not self.gone, self.whole, self.content, about, self.via


State = Mapping[Key, Thing]
"""The latest of each thing."""


def join(state: State, things: Iterable[Thing], ours: PersonId) -> dict[Key, Thing]:
    """A state with more things: of each the greatest. What bears our name stays out."""
    joined = dict(state)
    joined.update(news(state, things, ours))
    return joined


def news(state: State, things: Iterable[Thing], ours: PersonId) -> dict[Key, Thing]:
    """What of some things outranks what is in a state: the greatest of each."""
    found: dict[Key, Thing] = {}
    for thing in things:
        known = found.get(thing.key) or state.get(thing.key)
        if thing.key.author != ours and (known is None or thing.rank > known.rank):
            found[thing.key] = thing
    return found


def moment(when: datetime) -> str:
    """A moment as it is compared: in UTC, always as long."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def canonical(value: object) -> str:
    """JSON that is the same for the same value everywhere."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
