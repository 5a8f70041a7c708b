"""Annotations on their way out of a library and into one: what leaves, what a file brings, and what became of it."""

from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from enum import StrEnum

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.values import dataclass


@dataclass(frozen=True, slots=True)
class DocumentIdentity:
    """Identity of a document, the same in every library.

    Attributes:
        reference: As printed, such as ``ST 12862/19``; empty for a document without a reference.
        language: ISO 639-1 in lower case.
        sha256: Of the original's bytes, in hexadecimal.
    """

    reference: str
    language: str
    sha256: str


@dataclass(frozen=True, slots=True)
class OutgoingAnnotation:
    """One annotation that leaves, with its document.

    Attributes:
        last_address: Its address; for one without a place, where it stood before it lost it.
    """

    annotation: Annotation
    document: LibraryDocument
    last_address: Address

    @property
    def original(self) -> DocumentIdentity:
        reference = self.document.header.reference
        return DocumentIdentity(
            str(reference) if reference else "", self.document.header.language, self.document.sha256
        )


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Annotations to be exported, by document in reading order.

    Attributes:
        moment: Time of the export, in UTC.
        internal: True if internal annotations may be among them.
    """

    annotations: tuple[OutgoingAnnotation, ...]
    moment: datetime
    internal: bool
    withheld_count: int = 0


Writer = Callable[[Outgoing], bytes]
"""Makes a file of one type out of what leaves."""


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """One annotation as a file has it.

    Attributes:
        annotation: With the address that the file gives, empty for none; its document is not known yet.
        original: The document that it names as this program does; None for an annotation of another program.
        names: What another program calls the document: addresses of files and pages, titles.
    """

    annotation: Annotation
    original: DocumentIdentity | None = None
    names: tuple[str, ...] = ()
    has_date: bool = True

    @property
    def is_own(self) -> bool:
        """True for an annotation that this program wrote, here or elsewhere."""
        return self.original is not None


class RejectionReason(StrEnum):
    """Why one annotation of a file was not taken in."""

    NO_DOCUMENT = "no_document"
    NO_PLACE = "no_place"
    NO_ANNOTATION = "no_annotation"
    SAYS_NOTHING = "says_nothing"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class RejectedAnnotations:
    """Annotations not taken in for one reason.

    Attributes:
        name: What the file calls their document, or its reference here; may be empty.
    """

    reason: RejectionReason
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class ParsedAnnotationFile:
    """Annotations read from a file and not yet imported."""

    file_name: str
    incoming: tuple[IncomingAnnotation, ...]
    rejected: tuple[RejectedAnnotations, ...] = ()


@dataclass(frozen=True, slots=True)
class PendingAnnotations:
    """Annotations kept aside until the document that they are on is brought in."""

    original: DocumentIdentity
    count: int


@dataclass(frozen=True, slots=True)
class AnnotationImportResult:
    """Result of importing the annotations of a file.

    Attributes:
        added: Number of new annotations.
        updated: Number that are newer than in the library.
        trashed: Number that are in the trash of the library and stay there.
        unplaced: Number imported without a place in their document, which are listed separately.
    """

    changes: Changes = field(default_factory=Changes)
    added: int = 0
    updated: int = 0
    already_present: int = 0
    trashed: int = 0
    unplaced: int = 0
    pending: tuple[PendingAnnotations, ...] = ()
    rejected: tuple[RejectedAnnotations, ...] = ()
