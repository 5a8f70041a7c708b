"""Positions: our line on a document."""

import re
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.values import dataclass


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
    {Stance.SCRUTINY_RESERVATION, Stance.PARLIAMENTARY_RESERVATION, Stance.LINGUISTIC_RESERVATION, Stance.RESERVATION}
)
"""The stances that are reservations."""


class PositionStatus(StrEnum):
    DRAFT = "draft"
    CLEARED = "cleared"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class ProposedAction(StrEnum):
    NOTHING = "nothing"
    REWORD = "reword"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"


PRIORITIES = (1, 2, 3)
"""From the highest."""


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """Our line on one paragraph.

    What circulates are stance, proposal, comment, justification and joint delegations, and, for a provision that is
    new or moves, where it goes and under which label. All else never leaves in an export that circulates.

    Attributes:
        address: Of a new provision, the address that it would have.
        proposal: The whole wording proposed, None where we propose none; empty where the provision is to go.
        joint: Codes of the delegations that propose it with us, in protocol order.
        fallbacks: Wordings that we could live with, the best first.
        priority: One of ``PRIORITIES``.
        authors: Whose wording was taken over into the proposal: codes.
        after: For a provision that is new or moves: what it is to stand behind; empty for the very beginning.
        label: Of a new provision, as it is to be printed, such as ``5a.``.
    """

    address: Address
    stance: Stance | None = None
    proposal: str | None = None
    comment: str = ""
    internal: str = ""
    justification: str = ""
    joint: tuple[str, ...] = ()
    fallbacks: tuple[str, ...] = ()
    red_line: str = ""
    instruction: str = ""
    source: str = ""
    priority: int | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    after: Address | None = None
    label: str = ""

    def is_empty(self) -> bool:
        return self == PositionEntry(self.address)

    def proposed_action(self, *, is_there: bool) -> ProposedAction:
        if not is_there:
            return ProposedAction.INSERT if self.after is not None else ProposedAction.NOTHING
        if self.proposal == "":
            return ProposedAction.DELETE
        if self.after is not None:
            return ProposedAction.MOVE
        return ProposedAction.NOTHING if self.proposal is None else ProposedAction.REWORD


@dataclass(frozen=True, slots=True)
class Clearing:
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sending:
    to: str
    file: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Position:
    """Our line on a document.

    Attributes:
        items: By paragraph, in the document's order; a new provision stands behind what it goes after.
        version: From 1. A version that was sent stays as it is: what is written then belongs to the next.
    """

    document: DocumentId
    status: PositionStatus = PositionStatus.DRAFT
    general: str = ""
    internal: str = ""
    items: tuple[PositionEntry, ...] = ()
    version: int = 1
    cleared: Clearing | None = None
    sent: Sending | None = None

    def entry_at(self, address: Address) -> PositionEntry:
        """Our line on a paragraph, an empty one where there is none."""
        return next((item for item in self.items if item.address == address), PositionEntry(address))


def replace_words(position: Position, words: str, by: str) -> tuple[Position, int]:
    """Return a position with words replaced in all that we wrote, and how often.

    Upper and lower case are the same unless ``words`` has upper case; a wording that we do not change stays.
    """
    pattern = re.compile(re.escape(words), 0 if words != words.lower() else re.IGNORECASE)
    count = 0

    def change(text: str) -> str:
        nonlocal count
        changed, found = pattern.subn(lambda _: by, text)
        count += found
        return changed

    items = tuple(
        replace(
            item,
            proposal=change(item.proposal) if item.proposal else item.proposal,
            comment=change(item.comment),
            justification=change(item.justification),
            internal=change(item.internal),
            red_line=change(item.red_line),
            instruction=change(item.instruction),
        )
        for item in position.items
    )
    general, internal = change(position.general), change(position.internal)
    return replace(position, general=general, internal=internal, items=items), count


@dataclass(frozen=True, slots=True)
class PositionSummary:
    """State of a position, without its text.

    Attributes:
        entries: The number of its provisions.
        changed: The last change of a field, in UTC; None if none is recorded.
    """

    document: DocumentId
    status: PositionStatus
    version: int
    entries: int
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    version: int
    address: Address
    field: str
    before: str
    after: str
    at: datetime
