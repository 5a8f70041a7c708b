"""What the capital sees besides the paper that circulates: internal notes, red lines by name, and our annotations."""

from collections.abc import Iterable
from dataclasses import dataclass

from delegate_desk.core.annotations import Annotation, AnnotationKind, Visibility
from delegate_desk.core.documents import HEADINGS, Address, Document
from delegate_desk.core.positions import Item, Position, Stance
from delegate_desk.core.words import Words
from delegate_desk.export.paper import Cite, as_it_stands, in_order


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation of ours.

    Attributes:
        quote: The words it is about; empty for the whole provision.
        tags: In the order given.
    """

    kind: AnnotationKind
    quote: str
    text: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InternalProvision:
    """What is internal on one unit of the document.

    Attributes:
        order: Where the unit stands in the document.
        citation: In the words of the labels' language.
        label: As printed.
        heading: True if the unit is a heading.
        words: The unit's text as it stands.
        stance: Set where it circulates under another name.
    """

    order: int
    citation: str
    label: str
    heading: bool
    words: Words
    stance: Stance | None
    text: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Internal:
    """All that is internal on a document.

    Attributes:
        general: Internal notes on the whole.
        provisions: In the document's order.
    """

    general: str
    provisions: tuple[InternalProvision, ...]

    def count(self) -> int:
        """How many internal texts there are."""
        own = sum(bool(p.text.strip()) + bool(p.stance) + len(p.notes) for p in self.provisions)
        return own + bool(self.general.strip())


def build(document: Document, position: Position, annotations: Iterable[Annotation], *, cite: Cite) -> Internal:
    """Gather what is internal of a position and of the annotations on its document."""
    items = {item.address: item for item in position.items if item.internal.strip() or _renamed(item)}
    notes: dict[Address, list[Note]] = {}
    for annotation in annotations:
        if annotation.visibility is Visibility.INTERNAL or annotation.kind is AnnotationKind.RED_LINE:
            quote = annotation.quote.exact if annotation.quote else ""
            note = Note(annotation.kind, quote, annotation.text, annotation.tags)
            notes.setdefault(annotation.place.address, []).append(note)
    provisions = []
    for order, address, unit in in_order(document, items.keys() | notes.keys()):
        item = items.get(address) or Item(address)
        provisions.append(
            InternalProvision(
                order=order,
                citation=cite(address),
                label=unit.label if unit else "",
                heading=bool(unit and unit.kind in HEADINGS),
                words=as_it_stands(unit),
                stance=_renamed(item),
                text=item.internal,
                notes=tuple(notes.get(address, ())),
            )
        )
    return Internal(position.internal, tuple(provisions))


def _renamed(item: Item) -> Stance | None:
    return item.stance if item.stance and item.stance.circulated is not item.stance else None
