"""Candidate pairs of units of two texts, and the best chain of them."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from delegate_desk.core.revisions.alignment.units import AlignedText, AlignmentItem, Weights
from delegate_desk.core.text import fold
from delegate_desk.core.word_diff import unique_anchors

Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chain:
    """The best run of pairs."""

    pairs: tuple[Places, ...]
    score: float
    best_through: Mapping[Places, float]


def best_chain(worths: Mapping[Places, float]) -> Chain:
    """The pairs, rising on both sides, whose worths add up to the most; those of no worth are left out."""
    pairs = sorted(pair for pair, worth in worths.items() if worth > 0)
    if not pairs:
        return Chain((), 0.0, {})
    ahead, links = _sums(pairs, worths)
    mirrored = [(-i, -k) for i, k in reversed(pairs)]
    behind, _ = _sums(mirrored, {(-i, -k): worths[i, k] for i, k in pairs})
    through = {(i, k): ahead[i, k] + behind[-i, -k] - worths[i, k] for i, k in pairs}
    last = max(pairs, key=lambda pair: ahead[pair])
    run: list[Places] = []
    at: Places | None = last
    while at is not None:
        run.append(at)
        at = links[at]
    return Chain(tuple(reversed(run)), ahead[last], through)


def _sums(
    pairs: Sequence[Places], worths: Mapping[Places, float]
) -> tuple[dict[Places, float], dict[Places, Places | None]]:
    """Best total of a chain that ends in each pair, and the pair before it; pairs are given in order."""
    columns = sorted({k for _, k in pairs})
    rank = {k: n + 1 for n, k in enumerate(columns)}
    tree: list[tuple[float, Places | None]] = [(0.0, None)] * (len(columns) + 1)
    sums: dict[Places, float] = {}
    links: dict[Places, Places | None] = {}
    n = 0
    while n < len(pairs):
        row = pairs[n][0]
        end = n
        while end < len(pairs) and pairs[end][0] == row:
            pair = pairs[end]
            worth, before = _best_until(tree, rank[pair[1]] - 1)
            sums[pair], links[pair] = worth + worths[pair], before
            end += 1
        for pair in pairs[n:end]:
            _enter(tree, rank[pair[1]], sums[pair], pair)
        n = end
    return sums, links


def _best_until(tree: Sequence[tuple[float, Places | None]], place: int) -> tuple[float, Places | None]:
    """The best entered up to a column, read from a tree of maxima (Fenwick)."""
    best: tuple[float, Places | None] = (0.0, None)
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best


def _enter(tree: list[tuple[float, Places | None]], place: int, worth: float, pair: Places) -> None:
    while place < len(tree):
        if worth > tree[place][0]:
            tree[place] = (worth, pair)
        place += place & -place


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
    pins = unique_anchors([item.key or None for item in old.items], [item.key or None for item in new.items])
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
