"""Annotations: remarks on a paragraph or on words in it, following the W3C Web Annotation model."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import NewType

from delegate_desk.core.documents.document import Place
from delegate_desk.core.revisions.carried_items import CarryVerdict
from delegate_desk.core.values import dataclass

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
    """Words in a paragraph: text quote and text position selector in one (W3C Web Annotation, 4.2.4 and 4.2.5).

    Attributes:
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
    """An annotation of a provision.

    Attributes:
        id: A UUID, the same in every library that receives the annotation.
        quote: The words annotated; None for the full paragraph.
        tags: In the order given, without duplicates.
        created: In UTC.
        modified: In UTC.
        reply_to: The annotation that it replies to, at the same place.
        due: Deadline for action, in UTC.
        holder: The delegation that entered a reservation; empty for our own.
        origin: The annotation of an earlier document that it was carried over from.
        carried: For a carried-over annotation, the outcome of the unit that it was on.
        author: The id of the author; empty for our own.
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
    return carried.modified == origin.modified


def update_carried(carried: Annotation, origin: Annotation) -> Annotation:
    """Return a carried-over annotation with the content of its origin and its own place and quote."""
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
