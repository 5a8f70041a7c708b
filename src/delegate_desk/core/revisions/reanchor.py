"""Finding units again after re-reading a text.

Both readings are aligned at the units whose words occur once in each, and matched in between by similarity, in order. A
unit that could be in two places is placed in neither, unless it is already in one of them.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from heapq import nlargest

from delegate_desk.core import word_diff
from delegate_desk.core.annotations.annotation import (
    Quote,
    folded_letters,
    folded_letters_with_offsets,
    quote_at,
    reanchor_quote,
)
from delegate_desk.core.documents.document import Address, Paragraph
from delegate_desk.core.revisions.alignment_units import best_chain
from delegate_desk.core.revisions.comparison import SAYS_THE_SAME, CarryVerdict, Comparison, UnitOutcome, VerdictBasis
from delegate_desk.core.text import TYPOGRAPHY, find_all, folded_words, word_spans
from delegate_desk.core.values import dataclass

_MANY_WORDS = 6  # words: this many occur nowhere else by chance
_LAST, _FIRST = re.compile(r"\w+(?=\W*$)"), re.compile(r"\w+")
_LEVEL = str.maketrans({**dict.fromkeys("\u00a0\u2007\u2009\u202f", " "), **TYPOGRAPHY})
"""Character by character, so that offsets stay."""


def requote(quote: Quote, old: str, new: str, *, same: bool = False) -> Quote | None:
    """Re-anchor a quote in a later wording of its paragraph; None if its words are not there.

    Only quotation marks, dashes and spaces may differ.

    Args:
        same: True if both say the same, so that a difference between them, such as the number of a renumbered article,
            does not count.
    """
    before, after = old.translate(_LEVEL), new.translate(_LEVEL)
    exact = quote.exact.translate(_LEVEL)
    start = quote.start
    if before[start : quote.end] != exact:
        start = before.find(exact) if before.count(exact) == 1 else -1
    if start < 0 or not exact.strip():
        return None
    end = start + len(exact)
    place = _same_letters(before, after, start, end)
    if place is None:
        runs = word_diff.diff_words(before, after)
        place = _kept_span(runs, start, end, same=same)
        is_long, is_once = len(word_spans(exact)) >= _MANY_WORDS, before.count(exact) == after.count(exact) == 1
        if not is_long and (before.count(exact) > 1 or after.count(exact) > 1):
            # A few words that occur more than once are found between the same neighbours as before, if unique.
            context = _neighbours(before, start, end)
            new_places = [n for n in find_all(after, exact) if _neighbours(after, n, n + len(exact)) == context]
            old_places = [n for n in find_all(before, exact) if _neighbours(before, n, n + len(exact)) == context]
            place = (new_places[0], new_places[0] + len(exact)) if len(new_places) == len(old_places) == 1 else None
        if place is None and is_long and is_once:  # they moved within their paragraph
            place = after.find(exact), after.find(exact) + len(exact)
    return quote_at(new, *place) if place else None


def _same_letters(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span in a wording with the same letters, ignoring hyphens at the ends of lines."""
    before, where_old = folded_letters_with_offsets(old)
    after, where_new = folded_letters_with_offsets(new)
    first, last = bisect_left(where_old, start), bisect_left(where_old, end)
    if before != after or first == last:
        return None
    head, tail = old[start : where_old[first]], old[where_old[last - 1] + 1 : end]
    begin, stop = where_new[first], where_new[last - 1] + 1
    begin -= len(head) if new[:begin].endswith(head) else 0
    return begin, stop + (len(tail) if new.startswith(tail, stop) else 0)


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    left, right = _LAST.search(text[:start]), _FIRST.search(text[end:])
    return left[0] if left else "", right[0] if right else ""


def _kept_span(runs: word_diff.WordDiff, start: int, end: int, *, same: bool) -> tuple[int, int] | None:
    """Return the span in the new wording of an old span, if it was kept in full and nothing was inserted.

    In a wording that says the same, it is enough that both ends of the span were kept, or its context.
    """
    kept_runs: list[tuple[int, int, int]] = []  # the offset in the old wording and in the new, and the length
    old = new = 0
    for change, text in runs:
        if change is word_diff.WordChange.EQUAL:
            kept_runs.append((old, new, len(text)))
        old += len(text) if change is not word_diff.WordChange.INSERT else 0
        new += len(text) if change is not word_diff.WordChange.DELETE else 0
    for old, new, size in kept_runs:
        if old <= start and end <= old + size:
            return new + start - old, new + end - old
    begins = next((new + start - old for old, new, size in kept_runs if old <= start <= old + size), None)
    ends = next((new + end - old for old, new, size in kept_runs if old <= end <= old + size), None)
    return (begins, ends) if same and begins is not None and ends is not None and begins < ends else None


_PROPOSALS = 9  # one for each digit key


@dataclass(frozen=True, slots=True)
class CarryTarget:
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
        """Initialise with two texts and the outcome of each unit.

        Args:
            translated: True for two language versions of one document: a place is then identified by its address alone,
                as units that changed places look alike in another language.
        """
        self._old = old
        self._new = new
        self._across = comparison.is_cross_language
        self._by_likeness = comparison.is_cross_language and not translated
        self._view = comparison.view
        self._outcomes: dict[Address, list[UnitOutcome]] = {}
        for outcome in (*comparison.outcomes, *comparison.rows):
            if outcome.old is not None:
                self._outcomes.setdefault(outcome.old, []).append(outcome)

    def target_for(self, address: Address, quote: Quote | None = None) -> CarryTarget:
        outcomes = self._outcomes.get(address, [])
        new_units = [outcome.new for outcome in outcomes if outcome.new is not None]
        alternatives = [other for outcome in outcomes for other in outcome.alternatives]
        parts = tuple(dict.fromkeys(part for part in new_units if part in self._new))
        is_stale = len(parts) < len(set(new_units)) or any(map(self._is_stale, outcomes))
        by_place = self._by_likeness and any(o.new and VerdictBasis.LIKENESS not in o.basis for o in outcomes)
        if not outcomes or alternatives or is_stale or by_place:
            return _doubtful(*parts, *(other for other in alternatives if other in self._new))
        if not parts:
            return CarryTarget(CarryVerdict.DELETED, None)
        verdict = CarryVerdict(outcomes[0].verdict)
        if len(parts) == 1:
            return CarryTarget(verdict, parts[0])
        if quote is None:
            return CarryTarget(verdict, parts[0], parts[1:])
        quoting = [part for part in parts if self.reanchor_quote(address, part, quote)]
        if len(quoting) > 1:
            return _doubtful(*quoting)
        first = quoting[0] if quoting else parts[0]
        return CarryTarget(verdict, first, tuple(part for part in parts if part != first))

    def reanchor_quote(self, address: Address, new: Address, quote: Quote) -> Quote | None:
        """Return a unit's quote re-anchored in a unit of the new text; None if the words are not there."""
        if self._across:
            return None
        same = any(o.new == new and o.verdict in SAYS_THE_SAME for o in self._outcomes.get(address, ()))
        return requote(quote, self._old[address].text, self._new[new].text, same=same)

    def _is_stale(self, outcome: UnitOutcome) -> bool:
        old, new, words = self._text(self._old, outcome.old), self._text(self._new, outcome.new), outcome.words
        return bool(words) and (word_diff.old_text(words) != old or word_diff.new_text(words) != new)

    def _text(self, units: Mapping[Address, Paragraph], address: Address | None) -> str:
        unit = None if address is None else units.get(address)
        return unit.in_view(self._view).text if unit else ""


def _doubtful(*proposals: Address) -> CarryTarget:
    return CarryTarget(CarryVerdict.DOUBTFUL, None, tuple(dict.fromkeys(proposals))[:_PROPOSALS])


_MOST = 2
_PROPOSED_LIKE = 0.2  # less similar texts share only small words
_QUOTED = 0.5  # weight of the quoted words, relative to the whole text
_STOOD = 0.1  # lead of the old address among texts of equal similarity


def propose_units(
    address: Address, text: str, quote: Quote | None, units: Sequence[Paragraph], minimum: float = _PROPOSED_LIKE
) -> list[Paragraph]:
    words, exact = _count(text), folded_letters(quote.exact) if quote else ""
    scored: list[tuple[float, int]] = []
    for n, unit in enumerate(units):
        score = _dice(words, _count(unit.text))
        score += _QUOTED if exact and exact in folded_letters(unit.text) else 0.0
        if score >= minimum:
            scored.append((score + (_STOOD if unit.address == address else 0.0), -n))
    return [units[-n] for _, n in sorted(scored, reverse=True)[:_MOST]]


_LIKE = 0.6  # minimum similarity of a match in order
_SURELY = 0.75  # minimum similarity of a match away from its old neighbours
_CLEARLY = 0.1  # minimum lead of the best match over the next
_FEW = 5  # words: shorter texts are compared by their letters
_PART = 20  # letters: minimum length of a unit that is part of another
_NEAR = 12  # letters around a quote that must be there too
_MANY = 40_000  # pairs: a larger gap is first divided at units with the same address


@dataclass(frozen=True, slots=True)
class _AnchorUnit:
    address: Address
    kind: str
    label: str
    letters: str
    words: Counter[str]


_NOTHING = [(0.0, _AnchorUnit(Address(""), "", "", "", Counter()))] * 2


class _WordIndex:
    """Units by their words: comparing each lost unit with each free one would take seconds in a long text."""

    def __init__(self, units: Iterable[_AnchorUnit]) -> None:
        self._units = [unit for unit in units if unit.words.total() >= _FEW]
        self._sizes = [unit.words.total() for unit in self._units]
        self._units_of: dict[str, list[tuple[int, int]]] = {}
        for n, unit in enumerate(self._units):
            for word, count in unit.words.items():
                self._units_of.setdefault(word, []).append((n, count))

    def most_similar(self, unit: _AnchorUnit) -> list[tuple[float, _AnchorUnit]]:
        """Return the units with the most words in common with another, with their similarity, highest first."""
        shared: Counter[int] = Counter()
        for word, count in unit.words.items():
            for n, other in self._units_of.get(word, ()):
                shared[n] += min(count, other)
        size = unit.words.total()
        scores = ((2 * common / (size + self._sizes[n]), n) for n, common in shared.items())
        return [*((score, self._units[n]) for score, n in nlargest(3, scores)), *_NOTHING]


class Relocation:
    """Finds the units of a text in another reading."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self.texts = {unit.address: unit.marked for unit in old}
        self._units = {unit.address: unit for unit in new}
        self._old = [_unit(unit) for unit in old]
        self._new = [_unit(unit) for unit in new]
        self._texts = [(unit.address, folded_letters(unit.text)) for unit in new]
        keys_old, keys_new = ([unit.letters or None for unit in units] for units in (self._old, self._new))
        unique_pairs = word_diff.unique_anchors(keys_old, keys_new)
        self._places: dict[Address, Address] = {}
        for olds, news in _gaps(self._old, self._new, unique_pairs):
            pins: list[tuple[int, int]] = []
            if len(olds) * len(news) > _MANY:
                places = {unit.address: n for n, unit in enumerate(news)}
                same = [(n, places[unit.address]) for n, unit in enumerate(olds) if unit.address in places]
                pairs = [(n, k) for n, k in same if _likeness(olds[n], news[k]) >= _SURELY]
                pins = word_diff.longest_increasing_chain(pairs)
            for some_olds, some_news in _gaps(olds, news, pins):
                if len(some_olds) * len(some_news) <= _MANY:
                    self._places |= _in_order(some_olds, some_news)
            self._places |= {olds[i].address: news[k].address for i, k in pins}
        self._places |= {self._old[i].address: self._new[k].address for i, k in unique_pairs}
        self._letters = {unit.address: unit.letters for unit in self._old}
        matched = set(self._places.values())
        self._free = [unit for unit in self._new if unit.address not in matched]
        self._free_words = _WordIndex(self._free)
        self._lost_words = _WordIndex(unit for unit in self._old if unit.address not in self._places)

    def find(self, address: Address, text: str | None = None, quote: Quote | None = None) -> Address | None:
        """Return the new address of a unit with its old or another text; None if there is none, or several."""
        text = self.texts.get(address, "") if text is None else text
        found = self._places.get(address) if self._letters.get(address) == folded_letters(text) else None
        if found is None:
            found = self._find_elsewhere(address, text)
        if quote is None or (found is not None and reanchor_quote(quote, self._units[found].text)):
            return found
        # The only unit with the quoted words and their immediate context, if no other unit had them before.
        before, exact, after = map(folded_letters, (quote.prefix, quote.exact, quote.suffix))
        passage = before[-_NEAR:] + exact + after[:_NEAR]
        quoting = [key for key, letters in self._texts if passage in letters]
        old_count = sum(passage in unit.letters for unit in self._old)
        return quoting[0] if len(quoting) == 1 and old_count <= 1 and len(passage) >= _PART else found

    def unit(self, address: Address) -> Paragraph:
        return self._units[address]

    def _find_elsewhere(self, address: Address, text: str) -> Address | None:
        """Find a unit that moved, was merged into another, or was lost in an earlier reading."""
        lost = _AnchorUnit(address, "", "", folded_letters(text), _count(text))
        if not lost.letters:
            return None
        same = [unit.address for unit in self._free if unit.letters == lost.letters]
        if same:
            is_unique = len(same) == 1 and sum(unit.letters == lost.letters for unit in self._old) <= 1
            return same[0] if is_unique else address if address in same else None
        containing = [unit.address for unit in self._new if _is_end_of(lost.letters, unit.letters)]
        if len(containing) == 1:
            return containing[0]
        if lost.words.total() < _FEW:
            return None
        best, second = self._free_words.most_similar(lost)[:2]
        other = next((score for score, unit in self._lost_words.most_similar(best[1]) if unit.address != address), 0.0)
        is_clear = max(second[0], other) <= best[0] - _CLEARLY
        return best[1].address if best[0] >= _SURELY and is_clear else None


def _unit(unit: Paragraph) -> _AnchorUnit:
    return _AnchorUnit(unit.address, unit.kind, unit.label, folded_letters(unit.marked), _count(unit.marked))


def _count(text: str) -> Counter[str]:
    return Counter(folded_words(text))


def _gaps(
    old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit], pins: Iterable[tuple[int, int]]
) -> Iterable[tuple[Sequence[_AnchorUnit], Sequence[_AnchorUnit]]]:
    i = k = 0
    for n, m in [*pins, (len(old), len(new))]:
        if n > i and m > k:
            yield old[i:n], new[k:m]
        i, k = n + 1, m + 1


def _in_order(old: Sequence[_AnchorUnit], new: Sequence[_AnchorUnit]) -> dict[Address, Address]:
    """Return the order-preserving matching with the highest similarity, without ambiguous pairs."""
    scores = {
        (i, k): score
        for i, unit in enumerate(old)
        for k, other in enumerate(new)
        if (score := _likeness(unit, other)) >= _LIKE
    }
    pairs = best_chain(scores).pairs
    free_old = set(range(len(old))) - {i for i, _ in pairs}
    free_new = set(range(len(new))) - {k for _, k in pairs}
    places = {}
    for i, k in pairs:
        limit = scores[i, k] - _CLEARLY
        alternatives = [n for n in free_new if scores.get((i, n), 0.0) > limit]
        alternatives += [n for n in free_old if scores.get((n, k), 0.0) > limit]
        if not alternatives or old[i].address == new[k].address:
            places[old[i].address] = new[k].address
    return places


def _likeness(unit: _AnchorUnit, other: _AnchorUnit) -> float:
    short, long = sorted((unit.letters, other.letters), key=len)
    if short == long:
        score = 1.0 if unit.letters or unit.label == other.label else 0.0
    elif not unit.letters:  # a heading whose title was found since
        score = _LIKE if (unit.kind, unit.label) == (other.kind, other.label) else 0.0
    elif _is_end_of(short, long):
        score = _LIKE + (1 - _LIKE) * len(short) / len(long)
    elif min(unit.words.total(), other.words.total()) < _FEW:
        matcher = SequenceMatcher(None, unit.letters, other.letters, autojunk=False)
        score = matcher.ratio() if matcher.real_quick_ratio() >= _LIKE <= matcher.quick_ratio() else 0.0
    else:
        score = _dice(unit.words, other.words)
    return min(1.0, score + (0.05 if unit.address == other.address else 0.0))


def _dice(words: Counter[str], others: Counter[str]) -> float:
    size = words.total() + others.total()
    return 2 * (words & others).total() / size if size else 0.0


def _is_end_of(part: str, whole: str) -> bool:
    """True if a text of some length begins or ends another, as after a split or a merger."""
    return _PART <= len(part) < len(whole) and (whole.startswith(part) or whole.endswith(part))


@dataclass(frozen=True, slots=True)
class Rebased:
    proposal: str | None
    is_sure: bool = True


def merge_wordings(source: str, ours: str, theirs: str) -> str:
    """Merge two wordings made from one source; where both change the same words, theirs is used."""
    edits = _edits(source, theirs)
    own = [edit for edit in _edits(source, ours) if not any(edit.overlaps(other) for other in edits)]
    return _apply_edits(source, {*own, *edits})


@dataclass(frozen=True, slots=True)
class _Edit:
    """Some characters of the old wording, and their replacement.

    Words inserted after a space could equally be inserted before it: of equivalent positions the first is used.

    Attributes:
        reach: End of the last equivalent position.
    """

    start: int
    end: int
    text: str
    reach: int

    def overlaps(self, other: "_Edit") -> bool:
        return self != other and self.start <= other.reach and other.start <= self.reach


def rebase(old: str, proposal: str, new: str) -> Rebased:
    """Three-way merge: apply a proposal's change of the old wording to the new wording."""
    if proposal == new:
        return Rebased(None)
    if old == new or not proposal.strip():  # a deletion applies to any wording
        return Rebased(proposal)
    ours, theirs = _edits(old, proposal), _edits(old, new)
    if not ours or any(edit.overlaps(other) for edit in ours for other in theirs):
        return Rebased(proposal, is_sure=False)
    merged = _apply_edits(old, {*ours, *theirs})
    return Rebased(None if merged == new else merged)


def _edits(old: str, new: str) -> list[_Edit]:
    edits: list[_Edit] = []
    offset = start = 0
    inserted, changes = "", False
    for change, text in (*word_diff.diff_words(old, new), (word_diff.WordChange.EQUAL, "")):
        if change is word_diff.WordChange.EQUAL:
            if changes:
                end = reach = offset
                floor = edits[-1].end + 1 if edits else 0
                if not inserted or start == end:  # a replacement has no other equivalent position
                    moving = inserted or old[start:end]
                    while reach < len(old) and old[reach] == moving[(reach - end) % len(moving)]:
                        reach += 1
                    while start > floor and old[start - 1] == moving[-1]:
                        moving = moving[-1] + moving[:-1]
                        start, end = start - 1, end - 1
                    inserted = moving if inserted else ""
                edits.append(_Edit(start, end, inserted, reach))
            offset += len(text)
            start, inserted, changes = offset, "", False
        else:
            changes = True
            offset += len(text) if change is word_diff.WordChange.DELETE else 0
            inserted += text if change is word_diff.WordChange.INSERT else ""
    return edits


def _apply_edits(old: str, edits: Iterable[_Edit]) -> str:
    text, offset = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        text += old[offset : edit.start] + edit.text
        offset = edit.end
    return text + old[offset:]
