"""Packages: documents, annotations and positions sent from one person to another."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.library.errors import PackageFault
from delegate_desk.core.values import dataclass

PublicKey = NewType("PublicKey", str)
"""A person's two public keys, in hexadecimal: Ed25519 to verify (RFC 8032), then X25519 to seal (RFC 7748)."""

_SIGNATURE = re.compile(rb'\{"key":"([0-9a-f]{128})","signature":"([0-9a-f]{128})","to":\[([0-9a-f",]*)\]\}')
_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aiou"


@dataclass(frozen=True, slots=True)
class PersonKey:
    """Key of a person, and when its fingerprint was compared, in UTC; None if it was not."""

    key: PublicKey
    verified: datetime | None = None

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Signature:
    """Signature of a package in hexadecimal, and the sorted recipients that it is sealed for; none if it is not."""

    key: PublicKey
    value: str
    recipients: tuple[PublicKey, ...] = ()

    def to_json(self) -> bytes:
        return canonical({"key": self.key, "signature": self.value, "to": self.recipients}).encode()


def read_signature(content: bytes) -> Signature | None:
    """Return the signature in the comment of an archive; None if there is none."""
    match = _SIGNATURE.fullmatch(content)
    if match is None:
        return None
    key, value, recipients = (part.decode("ascii") for part in match.groups())
    found = Signature(PublicKey(key), value, tuple(map(PublicKey, PUBLIC_KEY.findall(recipients))))
    return found if found.to_json() == content else None


def signed_content(manifest: bytes, key: PublicKey, recipients: tuple[PublicKey, ...]) -> bytes:
    statement = {"key": key, "manifest": hashlib.sha256(manifest).hexdigest(), "to": recipients}
    return b"delegate-desk package signed 1\n" + canonical(statement).encode()


def fingerprint(key: PublicKey) -> str:
    """Return six words of five letters, to be compared by voice: 96 bits of the hash of a key, as proquints.

    Proquints: D. S. Wilkerson, A Proposal for Proquints: Identifiers that are Readable, Spellable, and Pronounceable
    (arXiv:0901.4016).
    """
    digest = hashlib.sha256(b"delegate-desk key 1\n" + key.encode()).digest()
    numbers = (int.from_bytes(digest[n : n + 2], "big") for n in range(0, 12, 2))
    return " ".join(map(_proquint, numbers))


def _proquint(number: int) -> str:
    """Return 16 bits as a word: consonants of four bits, vowels of two."""
    return "".join(
        letters[number >> shift & len(letters) - 1]
        for letters, shift in ((_CONSONANTS, 12), (_VOWELS, 10), (_CONSONANTS, 6), (_VOWELS, 4), (_CONSONANTS, 0))
    )


PersonId = NewType("PersonId", str)

LONGEST_NAME = 100
"""Maximum number of characters in a name."""


@dataclass(frozen=True, slots=True)
class Person:
    """An author by a UUID, the same on every computer; the name and the delegation, such as ``EL``, may be empty."""

    id: PersonId
    name: str = ""
    delegation: str = ""
    is_own: bool = False

    @property
    def display_name(self) -> str:
        return self.name or self.delegation


def clean_name(typed: str) -> str:
    """Return a name as it is stored: one line, printable, of at most ``LONGEST_NAME`` characters."""
    line = "".join(c if c.isprintable() else " " for c in typed)
    return " ".join(line.split())[:LONGEST_NAME].strip()


class ExchangedKind(StrEnum):
    NOTE = "note"
    LINE = "line"


@dataclass(frozen=True, slots=True, order=True)
class ExchangedKey:
    """Unique key of an exchanged item, whose name is a note's id, or the ``entry_key`` of a position entry."""

    author: PersonId
    kind: ExchangedKind
    name: str


@dataclass(frozen=True, slots=True)
class ExchangedItem:
    """One version of an exchanged item.

    Attributes:
        moment: Time of the author's last change, as ``format_timestamp`` writes it.
        content: As canonical JSON; empty for withdrawn items.
        original: The document that it is on; a withdrawn item may name none.
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
        document = "\n".join((self.original.reference, self.original.language, self.original.sha256))
        firsthand = self.sender == self.key.author
        return firsthand, self.moment, not self.is_withdrawn, self.has_internal, self.content, document, self.sender


def newer_items(
    state: Mapping[ExchangedKey, ExchangedItem], items: Iterable[ExchangedItem], own_id: PersonId
) -> dict[ExchangedKey, ExchangedItem]:
    """Return the items that take precedence over stored ones, one version each.

    Items under our own name are ignored.
    """
    found: dict[ExchangedKey, ExchangedItem] = {}
    for item in items:
        stored = found.get(item.key) or state.get(item.key)
        if item.key.author != own_id and (stored is None or item.rank > stored.rank):
            found[item.key] = item
    return found


def format_timestamp(when: datetime) -> str:
    """Return a time for comparison: in UTC, of constant length."""
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


SUFFIX = ".ddpack"
FORMAT = 1
"""Packages of a later format are refused."""
MINOR = 2
"""Since 1 packages are signed; since 2 they may contain term bases.

Unknown content of a later minor format is ignored.
"""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person, with the number of their items here.

    Attributes:
        last_seen: Time of their last package, in UTC; None if only others sent their items, and for ourselves.
        key: None until a signed package of theirs was imported.
    """

    person: Person
    notes: int = 0
    position_entries: int = 0
    last_seen: datetime | None = None
    key: PersonKey | None = None


@dataclass(frozen=True, slots=True)
class PackageContents:
    """Content chosen for a package.

    Attributes:
        since: Only our changes after this mark; None for all.
        known: Hashes of originals that need not be included.
        recipients: People the package is sealed for; none for a package that anyone can read.
    """

    documents: frozenset[DocumentId] | None = None
    originals: bool = True
    internal: bool = False
    includes_others: bool = True
    since: int | None = None
    known: frozenset[str] = frozenset()
    recipients: frozenset[PersonId] = frozenset()
    term_bases: bool = False


@dataclass(frozen=True, slots=True)
class PackageTermBase:
    """A term base in a package, under the name ``member``."""

    name: str
    member: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PackageDocument:
    """A document in a package.

    Attributes:
        corrections: The sender's corrections, by field: for information only.
        member: Name of its file in the package; empty if it is not included.
    """

    original: DocumentIdentity
    file_name: str = ""
    subject: str = ""
    date: str = ""
    marking: str = ""
    corrections: Mapping[str, str] = field(default_factory=dict)
    member: str = ""
    size: int = 0

    @property
    def name(self) -> str:
        return self.original.reference or self.subject or self.file_name


@dataclass(frozen=True, slots=True)
class PackageData:
    """Content of a package file, verified and complete.

    Attributes:
        people: All authors of its content.
        key: The key it is signed with; None for a package of version 0.8, which is not signed.
    """

    file_name: str
    id: str
    person: Person
    moment: datetime
    internal: bool = False
    program: str = ""
    people: tuple[Person, ...] = ()
    documents: tuple[PackageDocument, ...] = ()
    items: tuple[ExchangedItem, ...] = ()
    term_bases: tuple[PackageTermBase, ...] = ()
    unknown_parts: int = 0
    malformed_count: int = 0
    key: PublicKey | None = None
    is_sealed: bool = False


@dataclass(frozen=True, slots=True)
class PackageSummary:
    """Content of a package, whose id is empty if it was not exported; ``mark`` is ``since`` of the next package."""

    documents: int = 0
    originals: int = 0
    notes: int = 0
    position_entries: int = 0
    from_others: int = 0
    internal: int = 0
    withheld_count: int = 0
    withdrawn: int = 0
    mark: int = 0
    package: str = ""
    marking: str = ""
    term_bases: int = 0

    def is_empty(self) -> bool:
        return not (self.documents or self.notes or self.position_entries or self.withdrawn or self.term_bases)


@dataclass(frozen=True, slots=True)
class PackageItem:
    """An item of a package, for a list.

    Attributes:
        status: ``new``, ``changed``, ``both`` (we have a line on the same provision, or a note with the same id),
            ``withdrawn``, ``known`` (already here, as new or newer), ``removed`` (removed here, and stays so) or
            ``ours`` (under our name, and our version stays).
        item: As received; of a withdrawn one, our stored version.
        text: Its text, shortened.
        label: The printed label of its unit, if its document is in the library.
    """

    status: str
    item: ExchangedItem
    text: str = ""
    address: str = ""
    is_pending: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class PackagePreview:
    """Content of a package compared with the library.

    Attributes:
        key: Key of the sender; None for an unsigned package.
    """

    package: PackageData
    items: tuple[PackageItem, ...] = ()
    new_documents: tuple[PackageDocument, ...] = ()
    present_documents: tuple[PackageDocument, ...] = ()
    missing_documents: tuple[PackageDocument, ...] = ()
    was_imported_before: bool = False
    key: PersonKey | None = None

    def count(self, status: str) -> int:
        return sum(item.status == status for item in self.items)

    @property
    def pending_count(self) -> int:
        return sum(item.is_pending for item in self.items)


@dataclass(frozen=True, slots=True)
class PackageImport:
    preview: PackagePreview
    changes: Changes = field(default_factory=Changes)
    documents: tuple[DocumentId, ...] = ()
    failures: tuple[Exception, ...] = ()
    term_bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedFolder:
    """The folder through which this library shares.

    Attributes:
        path: Absolute.
        joined: Start of sharing, in UTC.
        mark: Mark of the last change of ours that was written there; None if none was.
        sent: Number of our packages there.
    """

    path: Path
    internal: bool
    originals: bool
    joined: datetime
    mark: int | None = None
    sent: int = 0


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A package in the folder as it was last read.

    Attributes:
        name: Path relative to the folder, with slashes.
        size: In bytes.
        modified: In nanoseconds.
        fault: Why it could not be imported, perhaps because it is still arriving; None if it was.
    """

    name: str
    size: int
    modified: int
    fault: PackageFault | None = None


@dataclass(frozen=True, slots=True)
class FolderExchangeResult:
    """Result of one check of the shared folder.

    Attributes:
        sent: Our items that were sent; None if nothing had changed.
        packages: Number of packages of others that were imported.
        things: Number of notes and entries of others that were added or changed.
    """

    changes: Changes = field(default_factory=Changes)
    sent: PackageSummary | None = None
    packages: int = 0
    things: int = 0
    unread: tuple[SharedFile, ...] = ()
    failures: tuple[Exception, ...] = ()
