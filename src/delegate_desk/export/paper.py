"""The position paper as it circulates.

A ``Paper`` is built here from the fields that may leave, and has none that could hold another: general comments,
stance as circulated, proposed wording, comment, and annotations of visibility ``circulation``. What the capital sees
besides is a type of its own (``export/internal.py``).
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from delegate_desk.core.annotations import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents import HEADINGS, Address, Document, Paragraph
from delegate_desk.core.positions import Item, Position, Stance
from delegate_desk.core.words import Change, Words, compare

Cite = Callable[[Address], str]


@dataclass(frozen=True, slots=True)
class Cover:
    """The document spoken on, as its own first page names it.

    Attributes:
        name: Its reference, or ``#number``.
        language: ISO 639-1, of its text and of ours.
    """

    name: str
    language: str
    date: datetime.date | None
    subject: str
    marking: str | None
    interinstitutional_files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """An annotation that circulates.

    Attributes:
        kind: Never a red line: others hear of a reservation.
        quote: The words it is about; empty for the whole provision.
    """

    kind: AnnotationKind
    quote: str
    text: str

    def __post_init__(self) -> None:
        if self.kind is AnnotationKind.RED_LINE:
            raise ValueError(self.kind)


@dataclass(frozen=True, slots=True)
class Provision:
    """What the paper says on one unit of the document.

    Attributes:
        order: Where the unit stands in the document.
        citation: In the words of the labels' language.
        label: As printed.
        heading: True if the unit is a heading.
        words: The wording proposed against the text; all of it equal where nothing is proposed.
        stance: Never a red line.
    """

    order: int
    citation: str
    label: str
    heading: bool
    words: Words
    stance: Stance | None
    comment: str
    remarks: tuple[Remark, ...]

    def __post_init__(self) -> None:
        if self.stance is Stance.RED_LINE:
            raise ValueError(self.stance)


@dataclass(frozen=True, slots=True)
class Paper:
    """A position paper.

    Attributes:
        delegation: A code; None where the library does not know its own.
        date: Of the paper.
        general: General comments.
        provisions: In the document's order.
    """

    delegation: str | None
    date: datetime.date
    cover: Cover
    general: str
    provisions: tuple[Provision, ...]

    def is_empty(self) -> bool:
        """True if there is nothing to circulate."""
        return not (self.general.strip() or self.provisions)


def build(
    name: str,
    document: Document,
    position: Position,
    annotations: Iterable[Annotation],
    *,
    delegation: str | None,
    date: datetime.date,
    cite: Cite,
) -> Paper:
    """Make the paper from what may circulate of a position and of the annotations on its document."""
    header = document.header
    cover = Cover(
        name, header.language, header.date, header.subject, header.marking, tuple(header.interinstitutional_files)
    )
    items = {item.address: item for item in position.items if _speaks(item)}
    remarks: dict[Address, list[Remark]] = {}
    for annotation in annotations:
        if annotation.visibility is Visibility.CIRCULATION:
            remarks.setdefault(annotation.place.address, []).append(_remark(annotation))
    provisions = [
        _provision(order, unit, items.get(address) or Item(address), tuple(remarks.get(address, ())), cite)
        for order, address, unit in in_order(document, items.keys() | remarks.keys())
    ]
    return Paper(delegation, date, cover, position.general, tuple(provisions))


def in_order(document: Document, addresses: Iterable[Address]) -> list[tuple[int, Address, Paragraph | None]]:
    """Addresses with their units, in the document's order; those that it does not have come last."""
    units = {unit.address: (order, unit) for order, unit in enumerate(document.units())}
    found = [(*units.get(address, (len(units), None)), address) for address in addresses]
    return [(order, address, unit) for order, unit, address in sorted(found, key=lambda f: (f[0], f[2]))]


def as_it_stands(unit: Paragraph | None) -> Words:
    """A unit's text with nothing proposed on it."""
    return ((Change.EQUAL, unit.text),) if unit and unit.text else ()


def _speaks(item: Item) -> bool:
    return bool(item.stance or item.proposal is not None or item.comment.strip())


def _provision(order: int, unit: Paragraph | None, item: Item, remarks: tuple[Remark, ...], cite: Cite) -> Provision:
    proposal = item.proposal
    words = as_it_stands(unit) if proposal is None else compare(unit.text if unit else "", proposal)
    return Provision(
        order=order,
        citation=cite(item.address),
        label=unit.label if unit else "",
        heading=bool(unit and unit.kind in HEADINGS),
        words=words,
        stance=item.stance.circulated if item.stance else None,
        comment=item.comment,
        remarks=remarks,
    )


def _remark(annotation: Annotation) -> Remark:
    kind = AnnotationKind.RESERVATION if annotation.kind is AnnotationKind.RED_LINE else annotation.kind
    return Remark(kind, annotation.quote.exact if annotation.quote else "", annotation.text)
