"""Packages: documents, annotations and lines on their way from one person to another."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from pathlib import Path

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity
from delegate_desk.core.exchange.merge_rules import ExchangedItem, Person, PersonId
from delegate_desk.core.exchange.signatures import PersonKey, PublicKey
from delegate_desk.core.library.errors import PackageFault
from delegate_desk.core.values import dataclass

SUFFIX = ".ddpack"
FORMAT = 1
"""A package of a later format is refused."""
MINOR = 1
"""Since 1 packages are signed. What is in one of a later minor format and not known to this version is left out."""


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

    def is_empty(self) -> bool:
        return not (self.documents or self.notes or self.position_entries or self.withdrawn)


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
