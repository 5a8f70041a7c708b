"""Positions: our line on a document."""

from dataclasses import dataclass
from enum import StrEnum

from delegate_desk.core.documents import Address, DocumentId


class Stance(StrEnum):
    SUPPORT = "support"
    CAN_ACCEPT = "can_accept"
    SUPPORT_IF = "support_if"
    QUESTION = "question"
    SCRUTINY_RESERVATION = "scrutiny_reservation"
    PARLIAMENTARY_RESERVATION = "parliamentary_reservation"
    LINGUISTIC_RESERVATION = "linguistic_reservation"
    RESERVATION = "reservation"
    OPPOSE = "oppose"
    RED_LINE = "red_line"
    STATEMENT = "statement"

    @property
    def circulated(self) -> "Stance":
        """The stance as it leaves the house: a red line is ours to know, others hear that we oppose."""
        return Stance.OPPOSE if self is Stance.RED_LINE else self


RESERVED = frozenset(
    {
        Stance.SCRUTINY_RESERVATION,
        Stance.PARLIAMENTARY_RESERVATION,
        Stance.LINGUISTIC_RESERVATION,
        Stance.RESERVATION,
    }
)
"""The stances that are reservations."""


class PositionStatus(StrEnum):
    DRAFT = "draft"
    CLEARED = "cleared"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Item:
    """Our line on one paragraph.

    Attributes:
        proposal: The whole wording proposed, None where we propose none.
        internal: Never leaves in an export that circulates.
    """

    address: Address
    stance: Stance | None = None
    proposal: str | None = None
    comment: str = ""
    internal: str = ""

    def is_empty(self) -> bool:
        """True if it says nothing."""
        return not (self.stance or self.proposal is not None or self.comment or self.internal)


@dataclass(frozen=True, slots=True)
class Position:
    """Our line on a document.

    Attributes:
        items: By paragraph, in the document's order.
    """

    document: DocumentId
    status: PositionStatus = PositionStatus.DRAFT
    general: str = ""
    internal: str = ""
    items: tuple[Item, ...] = ()

    def item(self, address: Address) -> Item:
        """Our line on a paragraph, an empty one where there is none."""
        return next((item for item in self.items if item.address == address), Item(address))
