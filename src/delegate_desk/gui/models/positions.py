"""A position as the window shows it: our line, and the wordings that it is about."""

from collections.abc import Mapping
from dataclasses import dataclass

from delegate_desk.core.documents import Address, Document, DocumentId, Held
from delegate_desk.core.positions import Item, Position
from delegate_desk.desk import Desk
from delegate_desk.gui import names


@dataclass(frozen=True, slots=True)
class Drafting:
    """A position with the document that it is on.

    Attributes:
        delegation: Our own, once it is known.
        order: Where each unit stands in the document.
    """

    held: Held
    document: Document
    position: Position
    delegation: str | None
    order: Mapping[Address, int]

    def source(self, address: Address) -> str:
        """The wording that a proposal starts from."""
        unit = self.document.find(address)
        return unit.text if unit else ""

    def label(self, address: Address) -> str:
        """What stands in the margin beside a provision."""
        unit = self.document.find(address)
        label = names.margin_label(address, unit.label if unit else "")
        return label or address.rsplit("__", 1)[-1].replace("_", " ")

    def counts(self) -> tuple[int, int]:
        """How many provisions we speak on, and with how many wordings of our own."""
        items = self.position.items
        return len(items), sum(self.is_drafted(item) for item in items)

    def is_drafted(self, item: Item) -> bool:
        """True if an item proposes another wording."""
        return item.proposal is not None and item.proposal != self.source(item.address)


def load_drafting(desk: Desk, document: DocumentId, known: Drafting | None = None) -> Drafting:
    """Our line on a document; the document itself is taken from what is known already."""
    held = desk.documents.get(document)
    content = known.document if known else desk.documents.content(document)
    order = known.order if known else {unit.address: n for n, unit in enumerate(content.units())}
    return Drafting(held, content, desk.positions.get(document), desk.positions.delegation(), order)
