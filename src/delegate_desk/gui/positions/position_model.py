"""A position as the window shows it: our line, and the wordings that it is about."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, Document, DocumentId, LibraryDocument, Paragraph
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.new_provisions import in_text_order
from delegate_desk.core.positions.position import Position, PositionEntry
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.adoption import ProposalAdoption
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import addresses, terms


@dataclass(frozen=True, slots=True)
class DraftedPosition:
    """A position with the document that it is on.

    Attributes:
        delegation: Our own, once it is known.
        units: The document's, by address in reading order.
        notes: Our annotations for circulation, which a file contains as well, in reading order.
    """

    library_document: LibraryDocument
    document: Document
    position: Position
    delegation: str | None
    units: Mapping[Address, Paragraph]
    notes: tuple[Annotation, ...] = ()

    def source(self, address: Address) -> str | None:
        """The wording that a proposal starts from; None for a provision that is not in the text."""
        unit = self.units.get(address)
        return unit.text if unit else None

    def label(self, address: Address) -> str:
        """Return the margin label of a provision."""
        unit = self.units.get(address)
        label = terms.margin_label(address, unit.label if unit else self.position.entry_at(address).label)
        segments = address.split("__")
        shown = segments[-2:] if segments[-1].startswith("cell_") else segments[-1:]
        return label or " ".join(map(addresses.segment_label, shown))

    def order(self, items: Iterable[PositionEntry]) -> list[Address]:
        """The addresses of some items in the order of the text, new provisions where they would stand."""
        return [item.address for item in in_text_order(items, list(self.units))]

    def footnotes(self, address: Address) -> dict[Address, str]:
        """The labels of the footnotes called from a provision, by address."""
        unit = self.units.get(address)
        return {call.note: call.printed for call in unit.calls if call.note in self.units} if unit else {}

    def counts(self) -> tuple[int, int]:
        """Number of position entries, and of those with a wording of our own."""
        items = self.position.items
        return len(items), sum(self.is_drafted(item) for item in items)

    def is_drafted(self, item: PositionEntry) -> bool:
        """True if an item proposes another wording."""
        return item.proposal is not None and item.proposal != self.source(item.address)


@dataclass(frozen=True, slots=True)
class AdoptedWordings:
    """Adoption of our wordings in the next revision.

    Attributes:
        by_address: By provision, the extent to which its wording was adopted.
    """

    library_document: LibraryDocument
    by_address: Mapping[Address, ProposalAdoption]


def load_adopted_wordings(desk: Desk, document: DocumentId) -> Steps[AdoptedWordings | None]:
    """Adoption of our wordings in the first revision that they were carried over to: slow, safe on any thread."""
    after = _carried_to(desk, desk.documents.get(document))
    if after is None:
        return None
    comparison = yield from desk.comparisons.compare(document, after.id)
    proposals = desk.consequences.for_comparison(comparison).proposals
    return AdoptedWordings(after, {one.old: one.adoption for one in proposals if one.item is not None})


def _carried_to(desk: Desk, held: LibraryDocument) -> LibraryDocument | None:
    """The first of the documents that follow one, by date, to which our position on it was carried."""
    reference = held.header.reference
    if reference is None or not desk.positions.get(held.id).items:
        return None
    following = [
        other
        for other in desk.documents.all()
        if other.id != held.id
        and (reference in other.header.previous_documents or _is_later(other.header.reference, reference))
    ]
    following.sort(key=lambda other: (other.header.date or date.max, other.id))
    return next((other for other in following if desk.carryover.carried(held.id, other.id).items), None)


def _is_later(reference: Reference | None, than: Reference) -> bool:
    """True for a later revision of the same document."""
    if reference is None or reference.suffixes != than.suffixes:
        return False
    same = (reference.series, reference.number, reference.year) == (than.series, than.number, than.year)
    return same and reference.revision > than.revision


def load_drafting(desk: Desk, document: DocumentId, known: DraftedPosition | None = None) -> DraftedPosition:
    """Our line on a document; the document itself is taken from what is known already."""
    held = desk.documents.get(document)
    content = known.document if known else desk.documents.content(document)
    units = known.units if known else {unit.address: unit for unit in content.units()}
    notes = tuple(desk.annotations.circulating(document))
    return DraftedPosition(held, content, desk.positions.get(document), desk.positions.delegation(), units, notes)
