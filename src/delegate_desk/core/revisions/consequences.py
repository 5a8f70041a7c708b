"""Consequences for us: the effect of a revision on our items, and whether it changed their words."""

from collections.abc import Iterator, Sequence

from delegate_desk.core.annotations.annotation import Annotation, Quote, reanchor_quote
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.revisions.adoption import ProposalAdoption
from delegate_desk.core.revisions.comparison import (
    SAYS_THE_SAME,
    CarriedItem,
    Carry,
    Comparison,
    DeletedEarlier,
    UnitOutcome,
    Verdict,
)
from delegate_desk.core.text import TYPOGRAPHY, UNSEEN
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, old_text

_LEVELLED = str.maketrans({**TYPOGRAPHY, **UNSEEN})
"""What ``core.text.fold`` unifies too, while accents and capitals may distinguish words."""


def is_touched(outcomes: Sequence[UnitOutcome], quote: Quote | None = None) -> bool:
    """True if the quoted words changed, or words were inserted next to them; without a quote, those of the unit.

    Renumbering, moving and typography do not count. Deleted and uncertain units do. In a split unit the quoted words
    may stay whole in one of the parts.
    """
    if not outcomes or any(outcome.alternatives or outcome.new is None for outcome in outcomes):
        return True
    if all(outcome.verdict in SAYS_THE_SAME for outcome in outcomes):
        return False
    if quote is not None:
        found = reanchor_quote(quote, old_text(outcomes[0].words))
        if found is not None:
            return not any(_is_whole(found.start, found.end, outcome) for outcome in outcomes)
    # Something of the unit is in none of its parts, or was inserted.
    parts = [_kept_offsets(outcome) for outcome in outcomes]
    kept = set[int]().union(*(offsets for offsets, _ in parts))
    text = old_text(outcomes[0].words)
    is_gone = any(not character.isspace() for n, character in enumerate(text) if n not in kept)
    return is_gone or any(inserted for _, inserted in parts)


def _is_whole(start: int, end: int, outcome: UnitOutcome) -> bool:
    """True if words are unchanged in the new text, with no word inserted next to them."""
    kept, inserted = _kept_offsets(outcome)
    if not kept.issuperset(range(start, end)) or any(start < place < end for place in inserted):
        return False
    adjacent = range(start - 1, end + 2)  # there may be a space between
    return not any(place in adjacent and any(map(str.isalnum, text)) for place, text in inserted.items())


def _kept_offsets(outcome: UnitOutcome) -> tuple[set[int], dict[int, str]]:
    """Return the offsets kept of a unit, and what was inserted in it by old offset, without units merged with it."""
    kept: set[int] = set()
    inserted: dict[int, str] = {}
    offset = 0
    for change, text in _ignore_typography(outcome.words):
        if change is WordChange.INSERT:
            if text.strip():
                inserted[offset] = inserted.get(offset, "") + text
            continue
        if change is WordChange.EQUAL:
            kept.update(range(offset, offset + len(text)))
        offset += len(text)
    for end in (min(kept), max(kept) + 1) if kept and outcome.verdict is Verdict.MERGED else ():
        inserted.pop(end, None)
    return kept, inserted


def _ignore_typography(words: WordDiff) -> Iterator[tuple[WordChange, str]]:
    """Return a comparison that ignores differences in quotation marks, dashes and spaces."""
    pending = ""
    for change, text in words:
        if change is WordChange.INSERT and pending and _level(pending) == _level(text):
            yield WordChange.EQUAL, pending
            pending = ""
            continue
        if pending:
            yield WordChange.DELETE, pending
        pending = text if change is WordChange.DELETE else ""
        if not pending:
            yield change, text
    if pending:
        yield WordChange.DELETE, pending


def _level(text: str) -> str:
    return " ".join(text.translate(_LEVELLED).split())


@dataclass(frozen=True, slots=True)
class ProposalOutcome:
    """A wording proposed on the old text, and its outcome.

    Attributes:
        old: Address of the proposal.
        new: New address of that provision, the first part if it was split; None if it was deleted or is uncertain.
        proposed_diff: From the old text to the wording proposed.
        actual_diff: From the old text to the new text; empty if deleted or uncertain.
        annotation: The drafting suggestion, if there is one; the words annotated are its place.
        intervention: The intervention, if the wording was quoted in a meeting.
        elsewhere: A new unit with the proposed wording, if the provision itself does not have it.
        carried: The outcome of carrying it over.
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
    carried: CarriedItem | None = None


@dataclass(frozen=True, slots=True)
class AffectedItem:
    """An item of ours on the old text, and the outcome of its place.

    Attributes:
        was_touched: True if its words, those quoted or else those of its unit, changed or their outcome is uncertain.
            None if the texts are in two languages and nothing comparable differs.
    """

    carried: CarriedItem
    annotation: Annotation | None
    item: PositionEntry | None
    was_touched: bool | None
    outcomes: tuple[UnitOutcome, ...]


@dataclass(frozen=True, slots=True)
class UnfinishedItem:
    earlier: DeletedEarlier
    annotation: Annotation | None = None
    item: PositionEntry | None = None
    intervention: Intervention | None = None


@dataclass(frozen=True, slots=True)
class AdoptedRequest:
    intervention: Intervention
    wording: str
    new: Address


@dataclass(frozen=True, slots=True)
class Consequences:
    """Consequences of a revision for us, on a single page.

    Attributes:
        deleted_earlier: Open items deleted by earlier revisions: red lines first, then reservations.
        adopted_requests: Requests of others in meetings that the text now contains.
        other_outcomes: All other changes except mere renumbering, the most important first: those with more significant
            words.
        versions: The other language versions of the old document, whose items are included.
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
    done_earlier: tuple[UnfinishedItem, ...] = ()
    adopted_requests: tuple[AdoptedRequest, ...] = ()
    other_outcomes: tuple[UnitOutcome, ...] = ()
    versions: frozenset[DocumentId] = frozenset()

    @property
    def own_item_count(self) -> int:
        affected = (self.red_lines, self.reservations, self.questions, self.deleted_earlier)
        return sum(map(len, affected)) + sum(not proposed.delegations for proposed in self.proposals)

    @property
    def concerns_us(self) -> bool:
        """True if anything of ours, or that others proposed or requested, is on the page."""
        return bool(self.own_item_count or self.proposals or self.adopted_requests or self.done_earlier)

    @property
    def check_count(self) -> int:
        """Number of our items to check: those affected, proposed or without a place, until they are done."""
        affected = (*self.red_lines, *self.reservations, *self.questions)
        found = {item.carried for item in affected if item.was_touched is not False}
        found |= {proposed.carried for proposed in self.proposals if proposed.carried and not proposed.delegations}
        waiting = [item for item in self.carry.items if item in found and not item.is_done]
        return len(waiting) + sum(item.earlier.carried.new is None for item in self.deleted_earlier)
