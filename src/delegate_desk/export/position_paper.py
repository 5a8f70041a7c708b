"""The circulating position paper.

A ``PositionPaper`` is built here from the fields for circulation and has no others: general comments, stance as
circulated, proposed wording, comment, justification, joint delegations, the place of a new or moved provision, and
annotations of visibility ``circulation``. All files for circulation on a document are laid out from it. The additions
for the capital are a separate type (``export/internal_content.py``).
"""

import datetime
from collections.abc import Callable, Iterable

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.delegations import OTHERS, PROTOCOL_ORDER
from delegate_desk.core.documents.document import HEADINGS, Address, Document, Kind, Paragraph
from delegate_desk.core.positions.new_provisions import in_text_order as in_order_of_text
from delegate_desk.core.positions.position import Position, PositionEntry, ProposedAction, Stance
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words

Cite = Callable[[Address], str]


@dataclass(frozen=True, slots=True)
class Cover:
    """The document commented on, as named on its first page.

    Attributes:
        name: Its reference, or ``#number``.
        language: Language of its text and of ours, ISO 639-1.
        series: Series of its reference, such as ``ST``; empty if it has none.
    """

    name: str
    language: str
    date: datetime.date | None
    subject: str
    marking: str | None
    interinstitutional_files: tuple[str, ...]
    series: str = ""


@dataclass(frozen=True, slots=True)
class CirculatedAnnotation:
    """An annotation that circulates.

    Attributes:
        kind: Never a red line, which circulates as a reservation.
        quote: The words annotated; empty for the whole provision.
        start: Offset of the words in the provision's text: 0-based, in code points; None for the whole provision.
        holder: Of a reservation, the delegation that holds it; empty for our own.
    """

    kind: AnnotationKind
    quote: str
    text: str
    start: int | None = None
    holder: str = ""

    def __post_init__(self) -> None:
        if self.kind is AnnotationKind.RED_LINE:
            raise ValueError(self.kind)


@dataclass(frozen=True, slots=True)
class PaperProvision:
    """Content of the paper on one unit of the document.

    Attributes:
        citation: In the language of the labels.
        label: As printed; for a new or moved provision, its future label.
        word_changes: The proposed wording compared with the text; all equal if nothing is proposed.
        stance: Never a red line.
        after: For a new or moved provision, what it follows; empty for the beginning, None for others.
        joint: Codes of the delegations that also propose it.
    """

    order: int
    address: Address
    citation: str
    label: str
    heading: bool
    word_changes: WordDiff
    stance: Stance | None
    comment: str
    remarks: tuple[CirculatedAnnotation, ...]
    does: ProposedAction = ProposedAction.NOTHING
    after: Address | None = None
    after_citation: str = ""
    justification: str = ""
    joint: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.stance is Stance.RED_LINE:
            raise ValueError(self.stance)


@dataclass(frozen=True, slots=True)
class PositionPaper:
    """A position paper.

    Attributes:
        delegation: Code of our delegation; None if the library does not know it.
        provisions: In the document's order.
    """

    delegation: str | None
    date: datetime.date
    cover: Cover
    general: str
    provisions: tuple[PaperProvision, ...]

    def is_empty(self) -> bool:
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
) -> PositionPaper:
    """Build the paper from the circulating fields of a position and of the annotations on its document."""
    items = {item.address: item for item in position.items if speaks(item)}
    remarks: dict[Address, list[CirculatedAnnotation]] = {}
    for annotation in annotations:
        if annotation.circulates:
            remarks.setdefault(annotation.place.address, []).append(circulated_annotation(annotation))
    provisions = [
        _provision(order, unit, items.get(address) or PositionEntry(address), tuple(remarks.get(address, ())), cite)
        for order, address, unit in ordered_units(document, items.keys() | remarks.keys(), position.items)
    ]
    return PositionPaper(delegation, date, cover(name, document), position.general, tuple(provisions))


def cover(name: str, document: Document) -> Cover:
    header = document.header
    return Cover(
        name,
        header.language,
        header.date,
        header.subject,
        header.marking,
        tuple(header.interinstitutional_files),
        header.reference.series if header.reference else "",
    )


def ordered_units(
    document: Document, addresses: Iterable[Address], items: Iterable[PositionEntry] = ()
) -> list[tuple[int, Address, Paragraph | None]]:
    """Return addresses with their units, in the document's order; those without a place come last.

    Args:
        items: Our lines, which give the positions of new provisions.
    """
    units = {unit.address: unit for unit in document.units()}
    ordered = list(units)
    new = [item for item in items if item.address not in units and item.after is not None]
    if new:
        ordered = [item.address for item in in_order_of_text([*map(PositionEntry, units), *new], ordered)]
    orders = {address: order for order, address in enumerate(ordered)}
    found = [(orders.get(address, len(orders)), address, units.get(address)) for address in addresses]
    return sorted(found, key=lambda value: value[:2])


def units_by_address(document: Document, items: Iterable[PositionEntry]) -> dict[Address, Paragraph]:
    """Return the units of a document by address, including new provisions, for citations."""
    new = (item for item in items if item.after is not None)
    return {item.address: as_unit(item.address, item.label) for item in new} | {
        unit.address: unit for unit in document.units()
    }


def as_unit(address: Address, label: str) -> Paragraph:
    """Return a new provision as a unit without text."""
    kind = address.rpartition("__")[2].partition("_")[0]
    unit_kind = Kind(kind) if kind in set(map(str, Kind)) else Kind.TEXT
    return Paragraph(address, unit_kind, label, "", depth=address.count("__") + 1)


def unchanged_text(unit: Paragraph | None) -> WordDiff:
    return ((WordChange.EQUAL, unit.text),) if unit and unit.text else ()


def speaks(item: PositionEntry) -> bool:
    text = item.comment.strip() or item.justification.strip()
    return bool(item.stance or item.proposal is not None or text or item.joint or item.after is not None)


def _provision(
    order: int, unit: Paragraph | None, item: PositionEntry, remarks: tuple[CirculatedAnnotation, ...], cite: Cite
) -> PaperProvision:
    proposal, does = item.proposal, item.proposed_action(is_there=unit is not None)
    words = unchanged_text(unit) if proposal is None else diff_words(unit.text if unit else "", proposal)
    item_label = item.label.strip()
    label = unit.label if unit and not (item_label and does is ProposedAction.MOVE) else item_label
    kind = (unit or as_unit(item.address, label)).kind
    return PaperProvision(
        order=order,
        citation=cite(item.address),
        label=label,
        heading=kind in HEADINGS,
        word_changes=words,
        stance=item.stance.circulated if item.stance else None,
        comment=item.comment,
        remarks=remarks,
        address=item.address,
        does=does,
        after=item.after,
        after_citation=cite(item.after) if item.after else "",
        justification=item.justification,
        joint=item.joint,
    )


def circulated_annotation(annotation: Annotation) -> CirculatedAnnotation:
    """Return an annotation for circulation; a holder that is no delegation is left out.

    Raises:
        ValueError: If it does not circulate.
    """
    if not annotation.circulates:
        raise ValueError(annotation.visibility)
    kind = AnnotationKind.RESERVATION if annotation.kind is AnnotationKind.RED_LINE else annotation.kind
    quote = annotation.quote
    return CirculatedAnnotation(
        kind,
        quote.exact if quote else "",
        annotation.text,
        quote.start if quote else None,
        annotation.holder if annotation.holder in (*PROTOCOL_ORDER, *OTHERS) else "",
    )
