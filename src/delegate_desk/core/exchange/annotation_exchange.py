"""Annotations on their way out of a library and into one: what leaves, what a file brings, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, Held


@dataclass(frozen=True, slots=True)
class Original:
    """What a document is known by in every library.

    Attributes:
        reference: As printed, such as ``ST 12862/19``; empty for one that bears none.
        language: ISO 639-1 in lower case.
        sha256: Of the original's bytes, in hexadecimal.
    """

    reference: str
    language: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Leaving:
    """One annotation that leaves, with its document.

    Attributes:
        stood: Its address; for one without a place, where it stood before it lost it.
    """

    annotation: Annotation
    held: Held
    stood: Address

    @property
    def original(self) -> Original:
        reference = self.held.header.reference
        return Original(str(reference) if reference else "", self.held.header.language, self.held.sha256)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What leaves, by document in reading order.

    Attributes:
        moment: When, in UTC.
        internal: True if internal annotations may be among them.
        held_back: How many internal annotations stay.
    """

    leaving: tuple[Leaving, ...]
    moment: datetime
    internal: bool
    held_back: int = 0


Writer = Callable[[Outgoing], bytes]
"""Makes a file of one type out of what leaves."""


@dataclass(frozen=True, slots=True)
class IncomingAnnotation:
    """One annotation as a file has it.

    Attributes:
        annotation: With the address that the file gives, empty for none; its document is not known yet.
        original: The document that it names as this program does; None for an annotation of another program.
        names: What another program calls the document: addresses of files and pages, titles.
        dated: False where the file does not say when it was changed last.
    """

    annotation: Annotation
    original: Original | None = None
    names: tuple[str, ...] = ()
    dated: bool = True

    @property
    def ours(self) -> bool:
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
class Parcel:
    """What was read from a file and is not yet taken in."""

    file_name: str
    incoming: tuple[IncomingAnnotation, ...]
    refused: tuple[RejectedAnnotations, ...] = ()


@dataclass(frozen=True, slots=True)
class PendingAnnotations:
    """Annotations kept aside until the document that they are on is brought in."""

    original: Original
    count: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of the annotations of a file.

    Attributes:
        added: How many are new here.
        updated: How many are newer than they were here.
        known: How many were here already, as new or newer.
        trashed: How many are in the trash here and stay there.
        unplaced: How many of those taken in have no place in their document and are listed apart.
        waiting: Kept aside, by document.
        refused: Not taken in, by reason and document.
    """

    changes: Changes = field(default_factory=Changes)
    added: int = 0
    updated: int = 0
    known: int = 0
    trashed: int = 0
    unplaced: int = 0
    waiting: tuple[PendingAnnotations, ...] = ()
    refused: tuple[RejectedAnnotations, ...] = ()
