"""What we noted on a document, by paragraph, and the stance that a note means."""

from collections.abc import Mapping, Sequence

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Status
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import Stance
from delegate_desk.desk import Desk

_STANCES = {
    AnnotationKind.QUESTION: Stance.QUESTION,
    AnnotationKind.RED_LINE: Stance.RED_LINE,
    AnnotationKind.SCRUTINY_RESERVATION: Stance.SCRUTINY_RESERVATION,
    AnnotationKind.PARLIAMENTARY_RESERVATION: Stance.PARLIAMENTARY_RESERVATION,
    AnnotationKind.LINGUISTIC_RESERVATION: Stance.LINGUISTIC_RESERVATION,
    AnnotationKind.RESERVATION: Stance.RESERVATION,
    AnnotationKind.SUPPORT: Stance.SUPPORT,
}

Noted = Mapping[Address, Sequence[Annotation]]


def load_noted(desk: Desk, document: DocumentId) -> Noted:
    """Our own annotations on a document, each unit's in reading order, without the answers to them."""
    found: dict[Address, list[Annotation]] = {}
    for one in desk.annotations.ours_of(document):
        if one.reply_to is None:
            found.setdefault(one.place.address, []).append(one)
    return found


def stance_of(annotation: Annotation) -> Stance | None:
    """The stance that an annotation means; None for one that means none, that is done, or that another holds."""
    if annotation.status is Status.DONE or annotation.holder:
        return None
    return _STANCES.get(annotation.kind)
