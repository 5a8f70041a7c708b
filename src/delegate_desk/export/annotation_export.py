"""Annotations as they leave in a Word file: by document, in reading order.

``Circulating`` is what others may see, and has no field for what they may not; ``Inside`` is what the capital sees.
Files are made of one or of the other, so that nothing internal finds its way into one that circulates.
"""

import datetime
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.values import dataclass
from delegate_desk.export.position_paper import Cite, Cover, ordered_units, unchanged_text


@dataclass(frozen=True, slots=True)
class Circulating:
    """An annotation that circulates.

    Attributes:
        kind: Never a red line: others hear of a reservation.
        holder: Of a reservation, the delegation that holds it; empty for our own.
        quote: The words it is about; empty for the whole provision.
    """

    kind: AnnotationKind
    holder: str
    quote: str
    text: str

    def __post_init__(self) -> None:
        if self.kind is AnnotationKind.RED_LINE:
            raise ValueError(self.kind)


@dataclass(frozen=True, slots=True)
class Inside:
    """An annotation as the capital sees it.

    Attributes:
        internal: True for one that does not circulate.
        due: In UTC.
    """

    kind: AnnotationKind
    holder: str
    quote: str
    text: str
    tags: tuple[str, ...]
    internal: bool
    done: bool
    due: datetime.datetime | None

    def leaves(self) -> Circulating:
        """The same as others see it.

        Raises:
            ValueError: If it does not circulate.
        """
        if self.internal:
            raise ValueError(self.internal)
        return Circulating(_circulated(self.kind), self.holder, self.quote, self.text)


Remarked = TypeVar("Remarked", Circulating, Inside)


@dataclass(frozen=True, slots=True)
class Remarks(Generic[Remarked]):
    """Annotations on one unit of a document.

    Attributes:
        citation: In the language of the labels; empty for a unit that is no longer in the document.
        label: As printed.
        text: The unit's own current text.
    """

    citation: str
    label: str
    text: str
    remarks: tuple[Remarked, ...]


@dataclass(frozen=True, slots=True)
class OnDocument(Generic[Remarked]):
    """Annotations on one document, in its order."""

    cover: Cover
    units: tuple[Remarks[Remarked], ...]


@dataclass(frozen=True, slots=True)
class AnnotationExport(Generic[Remarked]):
    """All that leaves.

    Attributes:
        delegation: A code; None where the library does not know its own.
        date: Of the file.
    """

    delegation: str | None
    date: datetime.date
    documents: tuple[OnDocument[Remarked], ...]

    @property
    def marking(self) -> str | None:
        """``LIMITE`` as soon as one of the documents bears it."""
        return next((one.cover.marking for one in self.documents if one.cover.marking), None)


def on_document(
    cover: Cover,
    document: Document,
    annotations: Iterable[Annotation],
    said: Callable[[Annotation], Remarked],
    cite: Cite,
) -> OnDocument[Remarked]:
    """Gather what is said on a document, each annotation made into what may be seen of it."""
    remarks: dict[Address, list[Remarked]] = {}
    for one in annotations:
        remarks.setdefault(one.place.address, []).append(said(one))
    units = [
        Remarks(
            cite(address) if unit else "",
            unit.label if unit else "",
            "".join(text for _, text in unchanged_text(unit)),
            tuple(remarks[address]),
        )
        for _, address, unit in ordered_units(document, remarks)
    ]
    return OnDocument(cover, tuple(units))


def circulating(one: Annotation) -> Circulating:
    """Return the circulating content of an annotation.

    Raises:
        ValueError: If it does not circulate.
    """
    return inside(one).leaves()


def inside(one: Annotation) -> Inside:
    """Return the content of an annotation for the capital."""
    internal, done = one.visibility is Visibility.INTERNAL, one.status is AnnotationStatus.DONE
    quote = one.quote.exact if one.quote else ""
    return Inside(one.kind, one.holder, quote, one.text, one.tags, internal, done, one.due)


def _circulated(kind: AnnotationKind) -> AnnotationKind:
    """Others hear of a reservation where we have a red line."""
    return AnnotationKind.RESERVATION if kind is AnnotationKind.RED_LINE else kind
