"""Consequences for us: the effect of a revision on all that we and others said on its predecessor."""

from dataclasses import dataclass

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.revisions.adoption.adoption_rate import ProposalAdoption
from delegate_desk.core.revisions.carryover.carried_items import CarriedItem, Carry, DeletedEarlier
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome
from delegate_desk.core.word_diff import WordDiff


@dataclass(frozen=True, slots=True)
class ProposalOutcome:
    """Wording proposed on the old text, and its outcome.

    Attributes:
        delegations: Its authors; empty for us.
        item: Our position entry, if it is our own.
        old: Address of the proposal.
        new: Address of that provision now, the first part if it was split; None if it was deleted or is not
            known.
        proposed_diff: From the old text to the wording proposed.
        actual_diff: From the old text to the new text; empty if deleted or not known.
        annotation: The drafting suggestion, if there is one; the words that it is about are the place for it.
        intervention: The intervention, if the wording was quoted in a meeting.
        elsewhere: A new unit with the proposed wording, if the provision itself does not have it.
    """

    delegations: tuple[str, ...]
    item: PositionEntry | None
    old: Address
    new: Address | None
    proposed_diff: WordDiff
    actual_diff: WordDiff
    adoption: ProposalAdoption
    annotation: Annotation | None = None
    intervention: Intervention | None = None
    elsewhere: Address | None = None


@dataclass(frozen=True, slots=True)
class AffectedItem:
    """Something of ours that stood on the old text, and what became of its place.

    Attributes:
        item: Our line, where it is that and no annotation.
        was_touched: True if the words that it is about changed, those quoted or else those of its unit, or where their
            outcome is not known. None where the texts are in two languages and nothing that can be counted differs.
        outcomes: Of its unit.
    """

    carried: CarriedItem
    annotation: Annotation | None
    item: PositionEntry | None
    was_touched: bool | None
    outcomes: tuple[UnitOutcome, ...]


@dataclass(frozen=True, slots=True)
class UnfinishedItem:
    """Something whose paragraph an earlier revision deleted, and that is not done.

    Attributes:
        annotation: Where it is one.
        item: Our position entry, where it is that.
        intervention: What was said, where it is that.
    """

    earlier: DeletedEarlier
    annotation: Annotation | None = None
    item: PositionEntry | None = None
    intervention: Intervention | None = None


@dataclass(frozen=True, slots=True)
class AdoptedRequest:
    """Request of a delegation in a meeting that the new text now contains."""

    intervention: Intervention
    wording: str
    new: Address


@dataclass(frozen=True, slots=True)
class Consequences:
    """Consequences of a revision for us, on a single page.

    Attributes:
        proposals: Ours in the order of the document, then others' by delegation.
        red_lines: Touched ones first.
        reservations: Ours that were not lifted, touched ones first.
        questions: Ours that are open.
        deleted_earlier: What earlier revisions deleted and is not done: red lines first, then reservations.
        adopted_requests: What others asked for in meetings and the text now says.
        other_outcomes: All other changes but mere renumbering, the weightiest first: those with more significant words.
    """

    old: LibraryDocument
    new: LibraryDocument
    comparison: Comparison
    carry: Carry
    proposals: tuple[ProposalOutcome, ...] = ()
    red_lines: tuple[AffectedItem, ...] = ()
    reservations: tuple[AffectedItem, ...] = ()
    questions: tuple[AffectedItem, ...] = ()
    deleted_earlier: tuple[UnfinishedItem, ...] = ()
    adopted_requests: tuple[AdoptedRequest, ...] = ()
    other_outcomes: tuple[UnitOutcome, ...] = ()

    @property
    def placed_count(self) -> int:
        """Number of the items carried over that are on the new document."""
        return self.carry.placed_count

    @property
    def open_count(self) -> int:
        """Number of items that wait for a person to place them."""
        return self.carry.open_count

    @property
    def deleted_count(self) -> int:
        """Number of items that were on deleted units."""
        return self.carry.deleted_count
