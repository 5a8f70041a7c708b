"""Targets in another text for items on the units of a text, their certainty, and re-anchored quotes."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from delegate_desk.core.annotations.anchoring import folded_letters_with_offsets, quote_at
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.revisions.carryover.carried_items import CarryVerdict
from delegate_desk.core.revisions.comparison import SAYS_THE_SAME, Comparison, UnitOutcome, VerdictBasis
from delegate_desk.core.text import TYPOGRAPHY, word_spans
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words, new_text, old_text

_MANY = 6  # words: as many stand nowhere else by chance
_LAST, _FIRST = re.compile(r"\w+(?=\W*$)"), re.compile(r"\w+")
_LEVEL = str.maketrans({**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **TYPOGRAPHY})
"""Letter for letter, so that places stay."""


def requote(quote: Quote, old: str, new: str, *, same: bool = False) -> Quote | None:
    """Re-anchor a quote in a later wording of its paragraph; None if its words are not there.

    Quotation marks, dashes and spaces may differ, and nothing else.

    Args:
        quote: The quote from the old wording.
        old: The old wording.
        new: The new wording.
        same: True if both say the same, so that a difference between them, such as the number of a renumbered
            article, is no other word.
    """
    before, after = old.translate(_LEVEL), new.translate(_LEVEL)
    exact = quote.exact.translate(_LEVEL)
    start = _start_in_old(quote, exact, before)
    if start is None:
        return None
    end = start + len(exact)
    place = _same_letters(before, after, start, end)
    if place is None:
        runs = diff_words(before, after)
        place = _kept(runs, start, end) or (_between(runs, start, end) if same else None)
        if len(word_spans(exact)) < _MANY and (before.count(exact) > 1 or after.count(exact) > 1):
            place = _between_its_neighbours(exact, before, after, start)
        place = place or _moved(exact, before, after)
    return quote_at(new, *place) if place else None


def _start_in_old(quote: Quote, exact: str, text: str) -> int | None:
    """Start of the words quoted in the old wording; None if they are not there, or could be in two places."""
    if not exact.strip():
        return None
    if text[quote.start : quote.end] == exact:
        return quote.start
    return text.find(exact) if text.count(exact) == 1 else None


def _same_letters(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Span in a wording of the same letters: hyphens at the ends of lines come and go."""
    before, where_old = folded_letters_with_offsets(old)
    after, where_new = folded_letters_with_offsets(new)
    first, last = bisect_left(where_old, start), bisect_left(where_old, end)
    if before != after or first == last:
        return None
    head, tail = old[start : where_old[first]], old[where_old[last - 1] + 1 : end]
    begin, stop = where_new[first], where_new[last - 1] + 1
    begin -= len(head) if new[:begin].endswith(head) else 0
    return begin, stop + (len(tail) if new.startswith(tail, stop) else 0)


def _between_its_neighbours(exact: str, before: str, after: str, start: int) -> tuple[int, int] | None:
    """Span of a few words that occur more than once: between the same neighbours as before, if unique."""
    around = _neighbours(before, start, start + len(exact))
    fitting = [n for n in _occurrences(exact, after) if _neighbours(after, n, n + len(exact)) == around]
    stood = [n for n in _occurrences(exact, before) if _neighbours(before, n, n + len(exact)) == around]
    return (fitting[0], fitting[0] + len(exact)) if len(fitting) == len(stood) == 1 else None


def _occurrences(exact: str, text: str) -> list[int]:
    return [n for n in range(len(text)) if text.startswith(exact, n)]


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """The words right before and behind a stretch; empty at the ends of the text."""
    left, right = _LAST.search(text[:start]), _FIRST.search(text[end:])
    return left[0] if left else "", right[0] if right else ""


def _kept(runs: WordDiff, start: int, end: int) -> tuple[int, int] | None:
    """Span in the new wording of a span of the old wording, if it was kept in full and nothing inserted into it."""
    old = new = 0
    for change, text in runs:
        if change is WordChange.EQUAL and old <= start and end <= old + len(text):
            return new + start - old, new + end - old
        old += len(text) if change is not WordChange.INSERT else 0
        new += len(text) if change is not WordChange.DELETE else 0
    return None


def _between(runs: WordDiff, start: int, end: int) -> tuple[int, int] | None:
    """Span in a wording that says the same, if both ends of the old span were kept, or the text around it."""
    old = new = 0
    begins = ends = None
    for change, text in runs:
        if change is WordChange.EQUAL:
            if begins is None and old <= start <= old + len(text):
                begins = new + start - old
            if old <= end <= old + len(text) and ends is None:
                ends = new + end - old
        old += len(text) if change is not WordChange.INSERT else 0
        new += len(text) if change is not WordChange.DELETE else 0
    return (begins, ends) if begins is not None and ends is not None and begins < ends else None


def _moved(exact: str, before: str, after: str) -> tuple[int, int] | None:
    """Span of words that moved in their paragraph: too many to be others, and once in each wording."""
    if len(word_spans(exact)) < _MANY or before.count(exact) != 1 or after.count(exact) != 1:
        return None
    start = after.find(exact)
    return start, start + len(exact)


_PROPOSALS = 9  # there is a key for each


@dataclass(frozen=True, slots=True)
class CarryTarget:
    """Target of a carry-over.

    Attributes:
        new: None for a deleted unit, or if the target is not known.
        proposals: Other places, or, if none is known, those to choose from, likeliest first.
    """

    verdict: CarryVerdict
    new: Address | None
    proposals: tuple[Address, ...] = ()


class CarryTargetFinder:
    def __init__(
        self,
        comparison: Comparison,
        old: Mapping[Address, Paragraph],
        new: Mapping[Address, Paragraph],
        *,
        translated: bool = False,
    ) -> None:
        """Start with two texts and the outcome of each unit.

        Args:
            comparison: Of the two.
            old: The units of the old text, by address.
            new: Those of the new text.
            translated: True for two language versions of one document: there a place is identified by its address
                alone, while two units that changed places between revisions look alike in another language.
        """
        self._old = old
        self._new = new
        self._across = comparison.is_cross_language
        self._by_likeness = comparison.is_cross_language and not translated
        self._view = comparison.view
        self._fates: dict[Address, list[UnitOutcome]] = {}
        for fate in comparison.outcomes:
            if fate.old is not None:
                self._fates.setdefault(fate.old, []).append(fate)

    def target_for(self, address: Address, quote: Quote | None = None) -> CarryTarget:
        fates = self._fates.get(address, [])
        named = [fate.new for fate in fates if fate.new is not None]
        rivals = [rival for fate in fates for rival in fate.alternatives]
        parts = tuple(dict.fromkeys(part for part in named if part in self._new))
        stale = len(parts) < len(set(named)) or any(map(self._is_stale, fates))
        by_place = self._by_likeness and any(fate.new and VerdictBasis.LIKENESS not in fate.basis for fate in fates)
        if not fates or rivals or stale or by_place:
            return _doubtful(*parts, *(rival for rival in rivals if rival in self._new))
        if not parts:
            return CarryTarget(CarryVerdict.DELETED, None)
        verdict = CarryVerdict(fates[0].verdict)
        if len(parts) == 1:
            return CarryTarget(verdict, parts[0])
        if quote is None:
            return CarryTarget(verdict, parts[0], parts[1:])
        having = [part for part in parts if self.reanchor_quote(address, part, quote)]
        if len(having) > 1:
            return _doubtful(*having)
        first = having[0] if having else parts[0]
        return CarryTarget(verdict, first, tuple(part for part in parts if part != first))

    def reanchor_quote(self, address: Address, new: Address, quote: Quote) -> Quote | None:
        """Words quoted from a unit, where they stand in a unit of the new text; None where it does not have them."""
        if self._across:
            return None
        same = any(fate.new == new and fate.verdict in SAYS_THE_SAME for fate in self._fates.get(address, ()))
        return requote(quote, self._old[address].text, self._new[new].text, same=same)

    def _is_stale(self, fate: UnitOutcome) -> bool:
        """True where a unit no longer says what was compared: its text was read anew meanwhile."""
        old, new = self._text(self._old, fate.old), self._text(self._new, fate.new)
        return bool(fate.words) and (old_text(fate.words) != old or new_text(fate.words) != new)

    def _text(self, units: Mapping[Address, Paragraph], address: Address | None) -> str:
        unit = None if address is None else units.get(address)
        return unit.in_view(self._view).text if unit else ""


def _doubtful(*proposals: Address) -> CarryTarget:
    return CarryTarget(CarryVerdict.DOUBTFUL, None, tuple(dict.fromkeys(proposals))[:_PROPOSALS])
