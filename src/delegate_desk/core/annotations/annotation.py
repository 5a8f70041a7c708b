"""Annotations: remarks on a paragraph or on words in it, after the W3C Web Annotation model."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from delegate_desk.core.documents.document import Place
from delegate_desk.core.revisions.carryover.carried_items import CarryVerdict

AnnotationId = NewType("AnnotationId", str)


class AnnotationKind(StrEnum):
    NOTE = "note"
    QUESTION = "question"
    RED_LINE = "red_line"
    SCRUTINY_RESERVATION = "scrutiny_reservation"
    PARLIAMENTARY_RESERVATION = "parliamentary_reservation"
    LINGUISTIC_RESERVATION = "linguistic_reservation"
    RESERVATION = "reservation"
    SUPPORT = "support"
    DRAFTING_SUGGESTION = "drafting_suggestion"


class AnnotationStatus(StrEnum):
    OPEN = "open"
    DONE = "done"


class Visibility(StrEnum):
    INTERNAL = "internal"
    CIRCULATION = "circulation"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in a paragraph: text quote and text position selectors in one (W3C Web Annotation, 4.2.4 and 4.2.5).

    Attributes:
        exact: The words themselves.
        prefix: What stands right before them.
        suffix: What stands right after them.
        start: 0-based, in code points, in the paragraph's text after its marked changes.
        end: End-exclusive.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """One remark.

    Attributes:
        id: A UUID, the same in every library that the annotation travels to.
        quote: The words it is about; None for the whole paragraph.
        tags: In the order given, each once.
        created: In UTC.
        modified: In UTC.
        reply_to: The annotation that this one answers; it stands on the same place.
        due: When something is to be done about it, in UTC.
        holder: Of a reservation, the delegation that holds it; empty for our own.
        origin: The annotation of an earlier document that this one was carried over from.
        carried: Of one carried over, what had become of the unit that it stood on.
        author: The id of the person who wrote it; empty for our own.
    """

    id: AnnotationId
    place: Place
    kind: AnnotationKind
    text: str
    created: datetime
    modified: datetime
    quote: Quote | None = None
    tags: tuple[str, ...] = ()
    status: AnnotationStatus = AnnotationStatus.OPEN
    visibility: Visibility = Visibility.INTERNAL
    reply_to: AnnotationId | None = None
    due: datetime | None = None
    holder: str = ""
    origin: AnnotationId | None = None
    carried: CarryVerdict | None = None
    author: str = ""

    @property
    def circulates(self) -> bool:
        """True if a file for circulation contains it."""
        return self.visibility is Visibility.CIRCULATION


RESERVATIONS = frozenset(
    {
        AnnotationKind.SCRUTINY_RESERVATION,
        AnnotationKind.PARLIAMENTARY_RESERVATION,
        AnnotationKind.LINGUISTIC_RESERVATION,
        AnnotationKind.RESERVATION,
    }
)


def is_untouched(carried: Annotation, origin: Annotation) -> bool:
    """True for what was carried from an annotation and not edited since: it has the date of its last change."""
    return carried.modified == origin.modified


def follow(carried: Annotation, origin: Annotation) -> Annotation:
    """What was carried from an annotation, saying all that this says now; its place and its words stay."""
    return replace(
        carried,
        kind=origin.kind,
        text=origin.text,
        modified=origin.modified,
        tags=origin.tags,
        status=origin.status,
        visibility=origin.visibility,
        due=origin.due,
        holder=origin.holder,
    )
