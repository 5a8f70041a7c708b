"""Packages: documents, annotations and lines on their way from one person to another."""

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
    """Key of a person.

    Attributes:
        verified: When its fingerprint was compared, in UTC; None if it was not.
    """

    key: PublicKey
    verified: datetime | None = None

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class Signature:
    """Signature of a package.

    Attributes:
        key: Of the sender.
        value: In hexadecimal.
        recipients: Those whom the package is sealed to, sorted; none for a package that is not sealed.
    """

    key: PublicKey
    value: str
    recipients: tuple[PublicKey, ...] = ()

    def to_json(self) -> bytes:
        return canonical({"key": self.key, "signature": self.value, "to": self.recipients}).encode()


def read_signature(content: bytes) -> Signature | None:
    """The signature in the comment of an archive; None for anything else."""
    match = _SIGNATURE.fullmatch(content)
    if match is None:
        return None
    key, value, to = (part.decode("ascii") for part in match.groups())
    found = Signature(PublicKey(key), value, tuple(map(PublicKey, PUBLIC_KEY.findall(to))))
    return found if found.to_json() == content else None


def signed_content(manifest: bytes, key: PublicKey, recipients: tuple[PublicKey, ...]) -> bytes:
    """The bytes that are signed."""
    said = {"key": key, "manifest": hashlib.sha256(manifest).hexdigest(), "to": recipients}
    return b"delegate-desk package signed 1\n" + canonical(said).encode()


def fingerprint(key: PublicKey) -> str:
    """Six words of five letters, to be compared by voice: 96 bits of the hash of a key, as proquints.

    Proquints: D. S. Wilkerson, A Proposal for Proquints: Identifiers that are Readable, Spellable, and Pronounceable
    (arXiv:0901.4016).
    """
    digest = hashlib.sha256(b"delegate-desk key 1\n" + key.encode()).digest()
    numbers = (int.from_bytes(digest[at : at + 2], "big") for at in range(0, 12, 2))
    return " ".join(map(_proquint, numbers))


def _proquint(number: int) -> str:
    """16 bits as a word: consonants of four bits, vowels of two."""
    return "".join(
        letters[number >> shift & len(letters) - 1]
        for letters, shift in ((_CONSONANTS, 12), (_VOWELS, 10), (_CONSONANTS, 6), (_VOWELS, 4), (_CONSONANTS, 0))
    )


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


SUFFIX = ".ddpack"
FORMAT = 1
"""A package of a later format is refused."""
MINOR = 2
"""Since 1 packages are signed; since 2 they may contain term bases.

What is in one of a later minor format and not known to this version is left out.
"""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person, with how much of theirs is here.

    Attributes:
        last_seen: When they last sent something, in UTC; None for one of whom only others sent something, and for ours.
        key: None as long as no signed package of theirs was imported.
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
        since: Of our items only changes after this mark; None for all.
        known: Hashes of originals that need not be included.
        recipients: The people whom the package is sealed to; none for a package that anyone can read.
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
        file_name: The name that its file came in under.
        corrections: What the sender put right, by field: to be read, it changes nothing.
        member: Under which name its file is in the package; empty where it is not.
        size: Of the file, in bytes.
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
    """Content of a package file: read and complete.

    Attributes:
        program: Version of the program that wrote it.
        people: All authors of its content.
        key: What it is signed with; None for a package of version 0.8, which is not signed.
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
    """Content of a package that was exported, or would be.

    Attributes:
        mark: For ``PackageContents.since`` of the next package.
        package: Its id; empty if it was not exported.
    """

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
    """One thing of a package, for a list.

    Attributes:
        status: ``new``, ``changed``, ``both`` (there is a line of ours on the same provision, or a note of ours with
            the same id), ``withdrawn``, ``known`` (here already, as new or newer), ``removed`` (removed here, and stays
            so) or ``ours`` (it bears our name, and ours stays).
        item: As it comes; of what is withdrawn, as it is here still.
        text: What it says, shortened.
        label: The label of the unit that it stands on, as printed, where its document is held.
    """

    status: str
    item: ExchangedItem
    text: str = ""
    address: str = ""
    is_pending: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class PackagePreview:
    """Content of a package against that of the library.

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

    def count(self, what: str) -> int:
        return sum(item.status == what for item in self.items)

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
    """The folder that this library shares in.

    Attributes:
        path: Absolute.
        internal: True if what is internal goes there, too.
        originals: True if the files of documents do.
        joined: When, in UTC.
        mark: Of the last change of ours that is there; None for nothing yet.
        sent: How many packages of ours are there.
    """

    path: Path
    internal: bool
    originals: bool
    joined: datetime
    mark: int | None = None
    sent: int = 0


@dataclass(frozen=True, slots=True)
class SharedFile:
    """A package in the folder, as it was looked at.

    Attributes:
        name: From the folder on, with slashes.
        size: In bytes.
        modified: In nanoseconds.
        fault: Why it could not be taken in, for it may still be on its way; None for one that was.
    """

    name: str
    size: int
    modified: int
    fault: PackageFault | None = None


@dataclass(frozen=True, slots=True)
class FolderExchangeResult:
    """Result of one check of the shared folder.

    Attributes:
        sent: Our items that were sent there; None if nothing had changed.
        packages: Number of packages of others that were imported.
        things: Number of notes and entries of others that they added or changed.
    """

    changes: Changes = field(default_factory=Changes)
    sent: PackageSummary | None = None
    packages: int = 0
    things: int = 0
    unread: tuple[SharedFile, ...] = ()
    failures: tuple[Exception, ...] = ()
