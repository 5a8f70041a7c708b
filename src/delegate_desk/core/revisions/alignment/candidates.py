"""Candidate pairs of units of two texts: those with the most similar words, found without comparing all pairs."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from delegate_desk.core.revisions.alignment.units import AlignedText, AlignmentItem
from delegate_desk.core.revisions.alignment.word_weights import Weights
from delegate_desk.core.text import fold
from delegate_desk.core.word_diff import longest_increasing_chain

_NEAREST = 24  # units that have a word, the nearest to where a unit is expected
_LOOKED_AT = 16  # candidates whose words are counted
_KEPT = 10
_LIKE = 0.12  # from here on two units may be one
_LONG = 30.0  # bits: two units that say as much and have little in common are not one
_BY_CHANCE = 0.28  # so like are 99 of 100 pairs of unrelated long paragraphs at most
_LEVEL_BY_CHANCE = 0.38  # the same, each word counted as much as any other: 97 of 100
_TERM = re.compile(r"\W{0,2}[‘“„«‚\"'](?P<term>[^’”“»‘\"']{2,60})[’”“»‘\"']")


@dataclass(frozen=True, slots=True)
class Pair:
    """An old unit and a new unit that may match.

    Attributes:
        old: Place of the item.
        similarity: How much of their words they share, in 0..1; 1 for the same text alone.
        level: The same, each word counted as much as any other.
        evidence: For their being one, in bits: the words shared against those not shared.
        by_chance: True for two long units that have no more in common than any two.
    """

    old: int
    new: int
    similarity: float
    level: float
    evidence: float
    exact: bool
    by_chance: bool = False


class UnitSimilarity:
    """Similarity of units, with a cache."""

    def __init__(self, old: AlignedText, new: AlignedText, scale: Weights) -> None:
        self.old, self.new, self.scale = old.items, new.items, scale
        self._known: dict[tuple[int, int], Pair] = {}

    def __call__(self, old: int, new: int) -> Pair:
        pair = self._known.get((old, new))
        if pair is None:
            pair = self._known[old, new] = self._pair(self.old[old], self.new[new])
        return pair

    def _pair(self, one: AlignmentItem, other: AlignmentItem) -> Pair:
        if one.key == other.key:
            like = 1.0 if one.key else 0.0
            return Pair(one.place, other.place, like, like, one.weight, bool(one.key))
        few, many = sorted((one.words, other.words), key=len)
        plain, telling = self.scale.plain, self.scale.telling
        common = heavy = 0.0
        count_shared = 0
        for word, count in few.items():
            shared = min(count, many[word])
            if shared:
                common += plain[word] * shared
                heavy += telling[word] * shared
                count_shared += shared
        total = one.total + other.total
        like = min(2 * common / total, 0.99) if total else 0.0
        level = min(2 * count_shared / ((one.size + other.size) or 1), 0.99)
        evidence = 2 * heavy - (one.weight + other.weight) / 2
        by_chance = like < _BY_CHANCE and level < _LEVEL_BY_CHANCE and _are_comparable(one, other)
        return Pair(one.place, other.place, like, level, evidence, False, by_chance)


def _are_comparable(one: AlignmentItem, other: AlignmentItem) -> bool:
    """True for two long texts; rows whose figures changed have little in common, and two definitions of one term."""
    if min(one.total, other.total) < _LONG or "row" in (one.sort, other.sort):
        return False
    terms = [found["term"] for item in (one, other) if (found := _TERM.match(item.texts[0]))]
    return len(terms) < 2 or fold(terms[0]) != fold(terms[1])


def expected_positions(old: AlignedText, new: AlignedText) -> tuple[list[tuple[int, int]], Callable[[int], int]]:
    """Pairs with the same words as each other and as no third, in order; and about where an old unit is to be."""
    once_old = Counter(item.key for item in old.items)
    once_new = Counter(item.key for item in new.items)
    where = {item.key: item.place for item in new.items if item.key and once_new[item.key] == 1}
    pins = longest_increasing_chain(
        [(i.place, where[i.key]) for i in old.items if once_old[i.key] == 1 and i.key in where]
    )
    ends = [(-1, -1), *pins, (len(old.items), len(new.items))]
    olds = [pin[0] for pin in ends]

    def about(place: int) -> int:
        n = bisect_left(olds, place)
        (i, k), (j, m) = ends[max(0, n - 1)], ends[n]
        return k + (m - k) * (place - i) // max(1, j - i)

    return pins, about


def candidates(
    old: Sequence[AlignmentItem], new: Sequence[AlignmentItem], like: UnitSimilarity, about: Callable[[int], int]
) -> Iterator[list[Pair]]:
    """For each of some old units the likest of some new ones, likest first."""
    index: dict[str, list[int]] = defaultdict(list)
    keys: dict[str, list[int]] = defaultdict(list)
    for item in new:
        keys[item.key].append(item.place)
        for word in item.words:
            index[word].append(item.place)
    for item in old:
        near = about(item.place)
        shared: dict[int, float] = defaultdict(float)
        for word in item.words:
            weight = like.scale.plain[word]
            for place in _nearest(index.get(word, ()), near):
                shared[place] += weight
        looked_at = nsmallest(_LOOKED_AT, ((-bits, abs(place - near), place) for place, bits in shared.items()))
        places = {place for _, _, place in looked_at}
        places.update(_nearest(keys.get(item.key, ()), near) if item.key else ())
        pairs = [like(item.place, place) for place in places if are_compatible(item, like.new[place])]
        yield sorted(
            (p for p in pairs if p.similarity >= _LIKE and not p.by_chance),
            key=lambda p: (-p.similarity, abs(p.new - near)),
        )[:_KEPT]


def are_compatible(one: AlignmentItem, other: AlignmentItem) -> bool:
    """False for a footnote and a paragraph, or a row and a paragraph."""
    return one.sort == other.sort or {one.sort, other.sort} <= {"text", "head"}


def _nearest(places: Sequence[int], near: int) -> Sequence[int]:
    if len(places) <= _NEAREST:
        return places
    n = bisect_left(places, near)
    begin = min(max(0, n - _NEAREST // 2), len(places) - _NEAREST)
    return places[begin : begin + _NEAREST]
