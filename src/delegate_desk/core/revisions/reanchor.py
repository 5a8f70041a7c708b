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

_MANY_WORDS = 6  # words: as many stand nowhere else by chance
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
            around = _neighbours(before, start, end)
            fitting = [n for n in find_all(after, exact) if _neighbours(after, n, n + len(exact)) == around]
            stood = [n for n in find_all(before, exact) if _neighbours(before, n, n + len(exact)) == around]
            place = (fitting[0], fitting[0] + len(exact)) if len(fitting) == len(stood) == 1 else None
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
    kept: list[tuple[int, int, int]] = []  # the offset in the old wording and in the new, and the length
    old = new = 0
    for change, text in runs:
        if change is word_diff.WordChange.EQUAL:
            kept.append((old, new, len(text)))
        old += len(text) if change is not word_diff.WordChange.INSERT else 0
        new += len(text) if change is not word_diff.WordChange.DELETE else 0
    for old, new, size in kept:
        if old <= start and end <= old + size:
            return new + start - old, new + end - old
    begins = next((new + start - old for old, new, size in kept if old <= start <= old + size), None)
    ends = next((new + end - old for old, new, size in kept if old <= end <= old + size), None)
    return (begins, ends) if same and begins is not None and ends is not None and begins < ends else None


_PROPOSALS = 9  # there is a key for each


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
        self._fates: dict[Address, list[UnitOutcome]] = {}
        for fate in (*comparison.outcomes, *comparison.rows):
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
        """Return a unit's quote re-anchored in a unit of the new text; None if the words are not there."""
        if self._across:
            return None
        same = any(fate.new == new and fate.verdict in SAYS_THE_SAME for fate in self._fates.get(address, ()))
        return requote(quote, self._old[address].text, self._new[new].text, same=same)

    def _is_stale(self, fate: UnitOutcome) -> bool:
        old, new = self._text(self._old, fate.old), self._text(self._new, fate.new)
        return bool(fate.words) and (word_diff.old_text(fate.words) != old or word_diff.new_text(fate.words) != new)

    def _text(self, units: Mapping[Address, Paragraph], address: Address | None) -> str:
        unit = None if address is None else units.get(address)
        return unit.in_view(self._view).text if unit else ""


def _doubtful(*proposals: Address) -> CarryTarget:
    return CarryTarget(CarryVerdict.DOUBTFUL, None, tuple(dict.fromkeys(proposals))[:_PROPOSALS])


_MOST = 2
_PROPOSED_LIKE = 0.2  # below this two texts have no more than small words in common
_QUOTED = 0.5  # the words quoted count as much as half of the text
_STOOD = 0.1  # the old address decides between texts that are equally like


def propose_units(
    address: Address, text: str, quote: Quote | None, units: Sequence[Paragraph], least: float = _PROPOSED_LIKE
) -> list[Paragraph]:
    sought, exact = _count(text), folded_letters(quote.exact) if quote else ""
    scored: list[tuple[float, int]] = []
    for n, unit in enumerate(units):
        score = _dice(sought, _count(unit.text))
        score += _QUOTED if exact and exact in folded_letters(unit.text) else 0.0
        if score >= least:
            scored.append((score + (_STOOD if unit.address == address else 0.0), -n))
    return [units[-n] for _, n in sorted(scored, reverse=True)[:_MOST]]


_LIKE = 0.6  # from here on two texts may be one unit
_SURELY = 0.75  # from here on a unit is found by its likeness alone, away from its old company
_CLEARLY = 0.1  # by as much the likest must beat the next
_FEW = 5  # words: shorter texts are compared by their letters
_PART = 20  # letters: a unit that is part of another has at least as many
_NEAR = 12  # letters around a quote that must stand with it
_MANY = 40_000  # pairs: a gap that has more is first pinned together by its addresses


@dataclass(frozen=True, slots=True)
class _AnchorUnit:
    address: Address
    kind: str
    label: str
    bare: str
    words: Counter[str]


_NOTHING = [(0.0, _AnchorUnit(Address(""), "", "", "", Counter()))] * 2


class _WordIndex:
    """Units by their words: comparing each lost unit with each free one would take seconds in a long text."""

    def __init__(self, units: Iterable[_AnchorUnit]) -> None:
        self._units = [unit for unit in units if unit.words.total() >= _FEW]
        self._sizes = [unit.words.total() for unit in self._units]
        self._where: dict[str, list[tuple[int, int]]] = {}
        for n, unit in enumerate(self._units):
            for word, count in unit.words.items():
                self._where.setdefault(word, []).append((n, count))

    def likest(self, sought: _AnchorUnit) -> list[tuple[float, _AnchorUnit]]:
        """Return the units with the most words in common with another, with their similarity, highest first."""
        shared: Counter[int] = Counter()
        for word, count in sought.words.items():
            for n, other in self._where.get(word, ()):
                shared[n] += min(count, other)
        size = sought.words.total()
        scores = ((2 * common / (size + self._sizes[n]), n) for n, common in shared.items())
        return [*((score, self._units[n]) for score, n in nlargest(3, scores)), *_NOTHING]


class Relocation:
    """Finds the units of a text in another reading."""

    def __init__(self, before: Sequence[Paragraph], after: Sequence[Paragraph]) -> None:
        self.texts = {unit.address: unit.marked for unit in before}
        self._units = {unit.address: unit for unit in after}
        self._old = [_unit(unit) for unit in before]
        self._new = [_unit(unit) for unit in after]
        self._texts = [(unit.address, folded_letters(unit.text)) for unit in after]
        keys_old, keys_new = ([unit.bare or None for unit in units] for units in (self._old, self._new))
        unique_pairs = word_diff.unique_anchors(keys_old, keys_new)
        self._places: dict[Address, Address] = {}
        for olds, news in _gaps(self._old, self._new, unique_pairs):
            pins: list[tuple[int, int]] = []
            if len(olds) * len(news) > _MANY:
                where = {unit.address: n for n, unit in enumerate(news)}
                same = [(n, where[unit.address]) for n, unit in enumerate(olds) if unit.address in where]
                alike = [(n, k) for n, k in same if _likeness(olds[n], news[k]) >= _SURELY]
                pins = word_diff.longest_increasing_chain(alike)
            for few, others in _gaps(olds, news, pins):
                if len(few) * len(others) <= _MANY:
                    self._places |= _in_order(few, others)
            self._places |= {olds[i].address: news[k].address for i, k in pins}
        self._places |= {self._old[i].address: self._new[k].address for i, k in unique_pairs}
        self._known = {unit.address: unit.bare for unit in self._old}
        taken = set(self._places.values())
        self._free = [unit for unit in self._new if unit.address not in taken]
        self._free_words = _WordIndex(self._free)
        self._lost_words = _WordIndex(unit for unit in self._old if unit.address not in self._places)

    def find(self, address: Address, text: str | None = None, quote: Quote | None = None) -> Address | None:
        """Return the new address of a unit with its old or another text; None if there is none, or several."""
        text = self.texts.get(address, "") if text is None else text
        found = self._places.get(address) if self._known.get(address) == folded_letters(text) else None
        if found is None:
            found = self._elsewhere(address, text)
        if quote is None or (found is not None and reanchor_quote(quote, self._units[found].text)):
            return found
        # The only unit with the quoted words and their immediate context, if no other unit had them before.
        before, exact, after = map(folded_letters, (quote.prefix, quote.exact, quote.suffix))
        near = before[-_NEAR:] + exact + after[:_NEAR]
        having = [one for one, bare in self._texts if near in bare]
        stood = sum(near in unit.bare for unit in self._old)
        return having[0] if len(having) == 1 and stood <= 1 and len(near) >= _PART else found

    def unit(self, address: Address) -> Paragraph:
        return self._units[address]

    def _elsewhere(self, address: Address, text: str) -> Address | None:
        """Find a unit that moved, was merged into another, or was lost in an earlier reading."""
        sought = _AnchorUnit(address, "", "", folded_letters(text), _count(text))
        if not sought.bare:
            return None
        same = [unit.address for unit in self._free if unit.bare == sought.bare]
        if same:
            alone = len(same) == 1 and sum(unit.bare == sought.bare for unit in self._old) <= 1
            return same[0] if alone else address if address in same else None
        whole = [unit.address for unit in self._new if _is_end_of(sought.bare, unit.bare)]
        if len(whole) == 1:
            return whole[0]
        if sought.words.total() < _FEW:
            return None
        best, second = self._free_words.likest(sought)[:2]
        rival = next((score for score, unit in self._lost_words.likest(best[1]) if unit.address != address), 0.0)
        clear = max(second[0], rival) <= best[0] - _CLEARLY
        return best[1].address if best[0] >= _SURELY and clear else None


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
        enough = scores[i, k] - _CLEARLY
        rivals = [n for n in free_new if scores.get((i, n), 0.0) > enough]
        rivals += [n for n in free_old if scores.get((n, k), 0.0) > enough]
        if not rivals or old[i].address == new[k].address:
            places[old[i].address] = new[k].address
    return places


def _likeness(unit: _AnchorUnit, other: _AnchorUnit) -> float:
    short, long = sorted((unit.bare, other.bare), key=len)
    if short == long:
        like = 1.0 if unit.bare or unit.label == other.label else 0.0
    elif not unit.bare:  # a heading whose title was found since
        like = _LIKE if (unit.kind, unit.label) == (other.kind, other.label) else 0.0
    elif _is_end_of(short, long):
        like = _LIKE + (1 - _LIKE) * len(short) / len(long)
    elif min(unit.words.total(), other.words.total()) < _FEW:
        matcher = SequenceMatcher(None, unit.bare, other.bare, autojunk=False)
        like = matcher.ratio() if matcher.real_quick_ratio() >= _LIKE <= matcher.quick_ratio() else 0.0
    else:
        like = _dice(unit.words, other.words)
    return min(1.0, like + (0.05 if unit.address == other.address else 0.0))


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
    if old == new or not proposal.strip():  # what is to go whole is to go whatever it says
        return Rebased(proposal)
    ours, theirs = _edits(old, proposal), _edits(old, new)
    if not ours or any(edit.overlaps(other) for edit in ours for other in theirs):
        return Rebased(proposal, is_sure=False)
    made = _apply_edits(old, {*ours, *theirs})
    return Rebased(None if made == new else made)


def _edits(old: str, new: str) -> list[_Edit]:
    edits: list[_Edit] = []
    at = start = 0
    inserted, changes = "", False
    for change, text in (*word_diff.diff_words(old, new), (word_diff.WordChange.EQUAL, "")):
        if change is word_diff.WordChange.EQUAL:
            if changes:
                end = reach = at
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
            at += len(text)
            start, inserted, changes = at, "", False
        else:
            changes = True
            at += len(text) if change is word_diff.WordChange.DELETE else 0
            inserted += text if change is word_diff.WordChange.INSERT else ""
    return edits


def _apply_edits(old: str, edits: Iterable[_Edit]) -> str:
    made, at = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        made += old[at : edit.start] + edit.text
        at = edit.end
    return made + old[at:]
