"""Comparisons: what became of each unit of one text in another."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from delegate_desk.core.documents.document import UNSURE, Address, DocumentId, Header, View
from delegate_desk.core.word_diff import Words


class Verdict(StrEnum):
    """What became of a unit; the first that holds of: in parts, reworded, moved, renumbered (DESIGN.md section 8)."""

    SAME = "same"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    INSERTED = "inserted"
    DELETED = "deleted"


SAYS_THE_SAME = frozenset({Verdict.SAME, Verdict.RENUMBERED, Verdict.MOVED})
"""The verdicts on a unit of which no word changed."""


class VerdictBasis(StrEnum):
    """What a verdict rests on."""

    WORDS_ONCE = "words_once"
    """Its words stand once in each of the texts."""
    NEIGHBOURS = "neighbours"
    """It stands between the same neighbours."""
    ADDRESS = "address"
    """It stands at the same address."""
    LIKENESS = "likeness"
    """It is clearly the likest."""
    PARTS = "parts"
    """Its words are shared out among several, or several bring theirs together."""
    NOTHING_LIKE = "nothing_like"
    """The other text has nothing like it."""
    TELLS_APART = "tells_apart"
    """What is like it differs in what counts: a number, a negation, an institution."""
    LOOKALIKES = "lookalikes"
    """Several are as like, and nothing tells which it is."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a unit of the old text, or where one of the new text came from.

    Attributes:
        old: None for what was inserted.
        new: None for what was deleted.
        similarity: Of the words of both, in 0..1; 0 where there is but one.
        words: Word by word from the old text to the new in the view compared. Without the insertions it is the old
            text exactly, without the deletions the new one; of a split all but the part at hand is deleted, of a merger
            all but the part at hand is inserted.
        why: What the verdict rests on, the weightiest first.
        rivals: Units of the new text that the old one could be as well, beside ``new``, likeliest first; ``new`` itself
            where the old one could as well be gone. Where there are any, it is not known which one it is, and nothing
            follows it by itself.
    """

    old: Address | None
    new: Address | None
    verdict: Verdict
    similarity: float
    words: Words
    why: tuple[VerdictBasis, ...] = ()
    rivals: tuple[Address, ...] = ()

    @property
    def is_sure(self) -> bool:
        return not self.rivals

    @property
    def other_places(self) -> tuple[Address, ...]:
        """The rivals that are another unit than the one it is laid beside."""
        return tuple(address for address in self.rivals if address != self.new)

    @property
    def may_be_gone(self) -> bool:
        """True where the old unit could as well be gone, and the new one be new."""
        return self.new is not None and self.new in self.rivals


class Mismark(StrEnum):
    """How marks and truth differ in a text that marks its own changes."""

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
    """Words of the new text whose marks are not true.

    Attributes:
        address: In the new text; in the old one for words of a unit that is gone without a mark.
        start: 0-based in the unit's text as marked; the place where they would stand for words that are not there.
        end: End-exclusive.
    """

    address: Address
    kind: Mismark
    text: str
    start: int
    end: int


class Differing(StrEnum):
    """In what a unit differs from its like in another language."""

    NUMBER = "number"
    STRUCTURE = "structure"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """What was found of two texts, whatever documents they are of; the same as in ``Comparison``."""

    fates: tuple[Fate, ...]
    across: bool = False
    differing: Mapping[Address, tuple[Differing, ...]] | None = None
    faults: tuple[MarkFault, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts, compared.

    Attributes:
        fates: In the order of the new text; what was deleted stands behind what it stood behind.
        across: True for texts in two languages: laid side by side by place, their words not compared.
        differing: Of texts in two languages, by address in the new one, in what a unit differs from its like.
        faults: Marks of the new text that are not true; only where it marks its own changes.
    """

    old: DocumentId
    new: DocumentId
    view: View
    fates: tuple[Fate, ...]
    across: bool = False
    differing: Mapping[Address, tuple[Differing, ...]] | None = None
    faults: tuple[MarkFault, ...] = ()

    def of_old(self, address: Address) -> tuple[Fate, ...]:
        """What became of a unit of the old text: several fates of one that was split."""
        return tuple(fate for fate in self.fates if fate.old == address)

    def of_new(self, address: Address) -> tuple[Fate, ...]:
        """Where a unit of the new text came from: several fates of one that was merged."""
        return tuple(fate for fate in self.fates if fate.new == address)

    def counts(self) -> Mapping[Verdict, int]:
        """How many units there are of each verdict, in the order of ``Verdict``; only those that there are.

        A unit that was split counts once, as does one that others were merged into.
        """
        units = {
            v: {f.new if v is Verdict.MERGED else f.old or f.new for f in self.fates if f.verdict is v} for v in Verdict
        }
        return {verdict: len(some) for verdict, some in units.items() if some}


def in_two_languages(old: Header, new: Header) -> bool:
    """True for texts of which it is known that they are in two languages: a few digits are in none."""
    sure = all(header.confidence.get("language", 1.0) >= UNSURE for header in (old, new))
    return sure and old.language != new.language
