"""Comparisons: the outcome of each unit of one text in another, and of our items on it, which are carried over."""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum

from delegate_desk.core.documents.document import (
    CONFIDENCE_THRESHOLD,
    Address,
    DocumentId,
    Header,
    LibraryDocument,
    View,
)
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff, new_text, old_text


class Verdict(StrEnum):
    SAME = "same"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


SAYS_THE_SAME = frozenset({Verdict.SAME, Verdict.RENUMBERED, Verdict.MOVED})
"""The verdicts on a unit without changed words."""


class VerdictBasis(StrEnum):
    WORDS_ONCE = "words_once"
    """Its words occur once in each of the texts."""
    NEIGHBOURS = "neighbours"
    """It is between the same neighbours."""
    ADDRESS = "address"
    """It has the same address."""
    LIKENESS = "likeness"
    """It is clearly the most similar."""
    PARTS = "parts"
    """Its words are distributed among several units, or come from several."""
    NOTHING_LIKE = "nothing_like"
    """The other text has nothing similar."""
    TELLS_APART = "tells_apart"
    """Similar units differ in what counts: a number, a negation, an institution."""
    LOOKALIKES = "lookalikes"
    """Several are equally similar, and nothing decides between them."""


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """Outcome of a unit of the old text, or origin of a unit of the new text.

    Attributes:
        old: None for an inserted unit.
        new: None for a deleted unit.
        similarity: Similarity of the words of both, in 0..1; 0 if only one of them exists.
        words: Word diff from the old text to the new text in the view compared. Without the insertions it is exactly
            the old text, without the deletions the new text; in a split all but the current part is deleted, in a
            merger all but the current part is inserted.
        basis: The basis of the verdict, the strongest first.
        alternatives: Units of the new text that the old unit could also be, besides ``new``, most likely first; ``new``
            itself if the old unit could also be deleted. If there are any, the outcome is uncertain, and nothing is
            carried over automatically.
    """

    old: Address | None
    new: Address | None
    verdict: Verdict
    similarity: float
    words: WordDiff
    basis: tuple[VerdictBasis, ...] = ()
    alternatives: tuple[Address, ...] = ()

    @property
    def is_sure(self) -> bool:
        return not self.alternatives

    @property
    def other_units(self) -> tuple[Address, ...]:
        return tuple(address for address in self.alternatives if address != self.new)

    @property
    def may_be_deleted(self) -> bool:
        return self.new is not None and self.new in self.alternatives


def deleted_outcome(old: Address, text: str, alternatives: tuple[Address, ...] = ()) -> UnitOutcome:
    words: WordDiff = ((WordChange.DELETE, text),) if text else ()
    basis = VerdictBasis.LOOKALIKES if alternatives else VerdictBasis.NOTHING_LIKE
    return UnitOutcome(old, None, Verdict.DELETED, 0.0, words, (basis,), alternatives)


def inserted_outcome(new: Address, text: str, basis: VerdictBasis = VerdictBasis.NOTHING_LIKE) -> UnitOutcome:
    words: WordDiff = ((WordChange.INSERT, text),) if text else ()
    return UnitOutcome(None, new, Verdict.INSERTED, 0.0, words, (basis,))


def text_similarity(words: WordDiff) -> float:
    """Return the share of two texts that is the same in both, in 0..1."""
    equal = sum(len(text) for change, text in words if change is WordChange.EQUAL)
    size = len(old_text(words)) + len(new_text(words))
    return 2 * equal / size if size else 1.0


def lost_after(count: int, is_kept: Callable[[int], bool]) -> Mapping[int, list[int]]:
    """Return the indices that do not stay, by the last index before them that does; -1 for none."""
    lost: dict[int, list[int]] = {}
    last = -1
    for n in range(count):
        if is_kept(n):
            last = n
        else:
            lost.setdefault(last, []).append(n)
    return lost


class Mismark(StrEnum):
    WAS_THERE = "was_there"
    """Marked as new, but was there before."""
    UNMARKED_NEW = "unmarked_new"
    """New, but not marked."""
    WAS_NOT_THERE = "was_not_there"
    """Marked as gone, but was not there before."""
    UNMARKED_GONE = "unmarked_gone"
    """Gone, but not marked."""


@dataclass(frozen=True, slots=True)
class MarkFault:
    """Words of the new text that are wrongly marked.

    Attributes:
        address: Address in the new text; in the old text for words of a unit that was deleted without a mark.
        start: 0-based offset in the unit's marked text; for missing words the position where they would be.
        end: End-exclusive.
    """

    address: Address
    kind: Mismark
    text: str
    start: int
    end: int


class Differing(StrEnum):
    NUMBER = "number"
    STRUCTURE = "structure"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Comparison of two texts.

    Attributes:
        is_cross_language: True for texts in two languages: aligned by structure, their words not compared.
        differing: For texts in two languages, by address in the new text, the differences from the counterpart.
        faults: Wrong marks of the new text; only if it marks its own changes.
        rows: For two four-column documents, the outcomes of the rows, whose cells are among ``outcomes``.
    """

    old: DocumentId
    new: DocumentId
    view: View
    outcomes: tuple[UnitOutcome, ...]
    is_cross_language: bool = False
    differing: Mapping[Address, tuple[Differing, ...]] | None = None
    faults: tuple[MarkFault, ...] = ()
    rows: tuple[UnitOutcome, ...] = ()

    def counts(self) -> Mapping[Verdict, int]:
        """Return the number of units by verdict, in the order of ``Verdict``, without verdicts that do not occur.

        A split unit counts once, as does a merged unit.
        """
        return {verdict: len(units) for verdict in Verdict if (units := self._units_with(verdict))}

    def count_footnotes(self, verdict: StrEnum) -> int:
        """Return how many of the units with a verdict are footnotes, which are not among a document's paragraphs."""
        return sum(str(unit).startswith("fn_") for unit in self._units_with(verdict))

    def _units_with(self, verdict: StrEnum) -> set[Address | None]:
        is_merged = verdict is Verdict.MERGED
        return {f.new if is_merged else f.old or f.new for f in self.outcomes if f.verdict is verdict}


def are_in_two_languages(old: Header, new: Header) -> bool:
    """True for texts known to be in two languages; a few digits have no language."""
    are_sure = all(header.confidence.get("language", 1.0) >= CONFIDENCE_THRESHOLD for header in (old, new))
    return are_sure and old.language != new.language


class CarryVerdict(StrEnum):
    SAME = "same"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    DELETED = "deleted"
    DOUBTFUL = "doubtful"


class CarriedKind(StrEnum):
    ANNOTATION = "annotation"
    INTERVENTION = "intervention"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class CarriedItem:
    """Outcome of carrying over an item on a unit of the old document. The item itself stays there.

    Attributes:
        new: Its address, or that of its copy, in the new document; None if deleted or not yet placed.
        proposals: Places in the new document to choose from, most likely first, if the right place is not known.
        text: Text of its unit in the old document.
        has_lost_quote: True for an annotation on a paragraph without the words that it was anchored to.
        decided: Time of a person's decision about its place, in UTC; None for an automatic result.
        copy_id: The id of the copy of an annotation on the new document; empty if there is none.
        thread_head: For a reply, the id of the annotation on the old document at the head of its thread: both have the
            same target, and are decided together.
    """

    kind: CarriedKind
    key: str
    old: Address
    new: Address | None
    verdict: CarryVerdict
    proposals: tuple[Address, ...] = ()
    text: str = ""
    has_lost_quote: bool = False
    decided: datetime | None = None
    copy_id: str = ""
    thread_head: str = ""

    @property
    def is_open(self) -> bool:
        return self.verdict is CarryVerdict.DOUBTFUL and self.decided is None

    @property
    def is_done(self) -> bool:
        """True if a person has dealt with it, or left it without a place; a place that was chosen has its proposals."""
        return self.decided is not None and (self.new is None or not self.proposals)


@dataclass(frozen=True, slots=True)
class CarriedFrom:
    carried: CarriedItem
    old: LibraryDocument


@dataclass(frozen=True, slots=True)
class PendingPlacement:
    old: LibraryDocument
    new: LibraryDocument
    number: int


@dataclass(frozen=True, slots=True)
class DeletedEarlier:
    """An item whose paragraph an earlier revision deleted, without a place since."""

    carried: CarriedItem
    old: LibraryDocument
    deleted_in: LibraryDocument

    @property
    def is_deleted(self) -> bool:
        """True while it has no place, and none to choose from."""
        return self.carried.new is None and not self.carried.is_open


@dataclass(frozen=True, slots=True)
class Carry:
    """All items carried over from one document to another.

    Attributes:
        pending: Items that were not carried over to the old document, the latest step first.
        earlier: Open items deleted by earlier revisions: red lines first, then reservations.
        done_earlier: Items deleted by earlier revisions that were done since the new document is in the library.
    """

    old: DocumentId
    new: DocumentId
    items: tuple[CarriedItem, ...]
    pending: tuple[PendingPlacement, ...] = ()
    earlier: tuple[DeletedEarlier, ...] = ()
    done_earlier: tuple[DeletedEarlier, ...] = ()

    def without_replies(self) -> tuple[CarriedItem, ...]:
        return tuple(item for item in self.items if not item.thread_head)

    def _all(self) -> tuple[CarriedItem, ...]:
        return (*self.without_replies(), *(earlier.carried for earlier in self.earlier if not earlier.is_deleted))

    @property
    def placed_count(self) -> int:
        return sum(item.new is not None for item in self._all())

    @property
    def open_count(self) -> int:
        return sum(item.is_open for item in self._all())

    @property
    def deleted_count(self) -> int:
        """Number of items on provisions that this revision deleted, or without a place, without replies."""
        return len(self._all()) - self.placed_count - self.open_count

    @property
    def deleted_earlier(self) -> int:
        """Number of open items on provisions that an earlier revision deleted, without a place."""
        return sum(earlier.is_deleted for earlier in self.earlier)
