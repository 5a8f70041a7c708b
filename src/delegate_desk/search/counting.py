"""Counting: the same words in a family are one hit; how many hits there are, which come first, and their facets.

Rows are the hits of all segments, one segment behind the other. Most have no twin, and that is known of each entry; for
the others, the newest edition stands for all.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from delegate_desk.search.answers import FACETS
from delegate_desk.search.arrays import Array
from delegate_desk.search.leaf import EMPTY, Flags, Leaf
from delegate_desk.search.lexicon import unique

_NO_NUMBERS = np.zeros(0, np.int64)
_NEVER = np.zeros(0, np.bool_)


class Families:
    """Which entries of one state of the index have the same words in a family."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._winners = np.zeros(0, np.int32)

    @cached_property
    def _codes(self) -> list[Array | None]:
        """By segment, for its own numbers those that all segments share; None for the largest, which keeps its own."""
        largest = max(self._leaves, key=lambda leaf: leaf.size)
        known = largest.file["same.values"]
        codes: list[Array | None] = []
        new: list[Array] = []
        for leaf in self._leaves:
            if leaf is largest:
                codes.append(None)
                continue
            values = leaf.file["same.values"]
            key = "same", largest.file.name
            shared: Array | None = leaf.file.cache.get(key)
            if shared is None:
                at = known.searchsorted(values)
                there = known.take(at, mode="clip") == values if len(known) else np.zeros(len(values), np.bool_)
                shared = leaf.file.cache[key] = np.where(there, at, -1).astype(np.int32)
            codes.append(shared.copy())
            new.append(values[shared < 0])
        joined = np.concatenate([_NO_NUMBERS, *new])
        numbers = unique(np.sort(joined)).searchsorted(joined) + len(known)
        first = 0
        for code in codes:
            if code is not None:
                missing = (code < 0).nonzero()[0]
                code[missing] = numbers[first : first + len(missing)]
                first += len(missing)
        return codes

    @cached_property
    def twins(self) -> list[Array]:
        """By segment and entry, True where another entry has the same words."""
        if not self._leaves:
            return []
        tops = [int(code.max(initial=-1)) for code in self._codes if code is not None]
        size = max(max(tops, default=-1) + 1, *(len(leaf.file["same.values"]) for leaf in self._leaves))
        times = np.zeros(size, np.uint8)
        for leaf, code in zip(self._leaves, self._codes, strict=True):
            own = _times(leaf)
            if code is None:
                times[: len(own)] = np.minimum(times[: len(own)] + own, 2)
            else:
                times[code] = np.minimum(times[code] + own, 2)
        several = times > 1
        self._winners = np.empty(size, np.int32)
        parts = zip(self._leaves, self._codes, strict=True)
        return [(several if code is None else several[code]).take(leaf.file["same.code"]) for leaf, code in parts]

    def of(self, number: int, entries: Array) -> Array:
        """The family's words of some entries of a segment, as a number."""
        own = self._leaves[number].file["same.code"].take(entries)
        code = self._codes[number]
        return own if code is None else code.take(own)

    def newest(self, codes: Array, editions: Array, places: Array) -> Array:
        """For each row the one that stands for it: of those with its code the newest, then the first in order."""
        winners, rows = self._winners, np.arange(len(codes))
        winners[codes] = rows
        left = rows
        while len(left):
            best = winners[codes[left]]
            newer = editions[left] > editions[best]
            newer |= (editions[left] == editions[best]) & (places[left] < places[best])
            left = left[newer]
            winners[codes[left]] = left
        return winners[codes].astype(np.intp)


def _times(leaf: Leaf) -> Array:
    """By a segment's own number of words in a family, how many of its entries have them: one, or 2 for more."""
    found: Array | None = leaf.file.cache.get("same")
    if found is None:
        count = np.bincount(leaf.file["same.code"], minlength=len(leaf.file["same.values"]))
        found = leaf.file.cache["same"] = np.minimum(count, 2).astype(np.uint8)
    return found


class Values:
    """What sorts of entries there are by their facets; grows with the index, so that each is read once."""

    def __init__(self) -> None:
        self._sorts: dict[bytes, int] = {}
        self._packed: list[bytes] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._sets: dict[tuple[int, ...], int] = {}
        self._flat = array("q")
        # By sort: where its values lie, and by facet which set of values it has; -1 where it was not read yet.
        self._first, self._size = EMPTY, EMPTY
        self._set_of = np.zeros((len(FACETS), 0), np.intp)
        self._order: dict[str, tuple[Array, list[str]]] = {}

    def sorts(self, leaf: Leaf) -> Array:
        """By its own number of facets, the sort that all segments share."""
        found: Array | None = leaf.file.cache.get(self)
        if found is None:
            blob, ends = leaf.file["facets.values"].data, leaf.file["facets.vends"].tolist()
            packed = [bytes(blob[low:high]) for low, high in pairwise(ends)]
            found = leaf.file.cache[self] = np.array([self._sort(one) for one in packed], np.intp)
            more = len(self._packed) - len(self._first)
            self._first = np.append(self._first, np.full(more, -1))
            self._size = np.append(self._size, np.zeros(more, np.intp))
            self._set_of = np.append(self._set_of, np.full((len(FACETS), more), -1), axis=1)
        return found

    def _sort(self, packed: bytes) -> int:
        number = self._sorts.setdefault(packed, len(self._packed))
        if number == len(self._packed):
            self._packed.append(packed)
        return number

    @property
    def count(self) -> int:
        """How many sorts there are."""
        return len(self._packed)

    def _read(self, sorts: Array) -> None:
        """Read those of some sorts that were not read yet."""
        for sort in sorts[self._first.take(sorts) < 0].tolist():
            values = json.loads(self._packed[sort])
            self._first[sort] = len(self._flat)
            for facet, name in enumerate(FACETS):
                pairs = [(name, value) for value in values.get(name, ())]
                numbers = tuple(self._numbers.setdefault(pair, len(self._numbers)) for pair in pairs)
                self._flat.extend(numbers)
                self._set_of[facet, sort] = self._sets.setdefault(numbers, len(self._sets))
            self._size[sort] = len(self._flat) - self._first[sort]
            self._order.clear()

    def add_up(self, counts: Array) -> Array:
        """From how many hits there are of each sort, how many have each value."""
        sorts = counts.nonzero()[0]
        self._read(sorts)
        sizes = self._size.take(sorts)
        before = sizes.cumsum() - sizes
        at = np.repeat(self._first.take(sorts) - before, sizes) + np.arange(int(sizes.sum()))
        flat = np.frombuffer(self._flat, np.int64).take(at) if len(at) else EMPTY
        return np.bincount(flat, np.repeat(counts.take(sorts), sizes), len(self._numbers))

    def more(self, own: Array, other: Array, hits: Array) -> Array:
        """How many more hits have each value when rows of other sorts join them.

        Args:
            own: Of each such row, the sort of the hit.
            other: The sort that joins.
            hits: Which hit.
        """
        found = np.zeros(len(self._numbers))
        self._read(unique(np.sort(other)))
        sets = list(self._sets)
        for of in self._set_of:
            differ = (of.take(own) != of.take(other)).nonzero()[0]
            if not len(differ):
                continue
            # Few have other values in a facet, and these in few ways.
            ways = np.stack([hits.take(differ), of.take(own.take(differ)), of.take(other.take(differ))])
            added: dict[int, set[int]] = {}
            for hit, has, joins in zip(*ways.tolist(), strict=True):
                added.setdefault(hit, set()).update(number for number in sets[joins] if number not in sets[has])
            numbers = [number for some in added.values() for number in some]
            counted = np.bincount(np.array(numbers, np.intp), minlength=len(self._numbers))
            found = np.append(found, np.zeros(len(counted) - len(found))) + counted
        return found

    def named(self, counts: Array, facet: str) -> dict[str, int]:
        """By value of one facet, how many hits have it, most first."""
        known = self._order.get(facet)
        if known is None:
            own = sorted((value, number) for (name, value), number in self._numbers.items() if name == facet)
            known = self._order[facet] = np.array([n for _, n in own], np.intp), [value for value, _ in own]
        numbers, names = known
        found = counts.take(numbers).astype(np.intp)
        order = (-found).argsort(kind="stable")[: np.count_nonzero(found)]
        return dict(zip([names[n] for n in order.tolist()], found.take(order).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Rows:
    """Hits of all segments.

    Attributes:
        entries: By segment.
        bounds: The first row of each segment, and how many rows there are.
        scores: Of all, one segment behind the other.
        hits: The rows that stand for a hit: all but older twins.
        twins: The rows that may have a twin, ...
        leading: ... and the row that stands for each.
    """

    entries: Sequence[Array]
    bounds: Sequence[int]
    scores: Array
    hits: Array
    twins: Array = field(default_factory=lambda: EMPTY)
    leading: Array = field(default_factory=lambda: EMPTY)

    def split(self, chosen: Array) -> list[Array]:
        """The entries of some rows, in order, by segment."""
        cuts = chosen.searchsorted(self.bounds).tolist()
        parts = zip(self.entries, self.bounds, pairwise(cuts), strict=False)
        return [some.take(chosen[low:high] - first) for some, first, (low, high) in parts]


class Counter:
    """Counts the hits of one state of the index."""

    def __init__(self, leaves: Sequence[Leaf], flags: Flags, values: Values) -> None:
        self._leaves = leaves
        self._flags = flags
        self._values = values
        self._families = Families(leaves)

    def rows(self, entries: Sequence[Array], scores: Array | None = None) -> Rows:
        """Hits, the same words in a family once; a hit scores what its best row does."""
        bounds = [0, *accumulate(map(len, entries))]
        count = bounds[-1]
        scores = np.zeros(count) if scores is None else scores
        marks = zip(self._families.twins, entries, strict=False)
        twins = np.concatenate([_NEVER, *(mark.take(some) for mark, some in marks)]).nonzero()[0]
        rows = Rows(entries, bounds, scores, np.arange(count))
        if not len(twins):
            return rows
        codes = np.concatenate([EMPTY, *(self._families.of(n, part) for n, part in enumerate(rows.split(twins)))])
        editions, places = self.column(rows, "edition", twins), self.column(rows, "place", twins)
        leading = twins.take(self._families.newest(codes, editions, places))
        stands = np.ones(count, np.bool_)
        stands[twins[leading != twins]] = False
        scores = scores.copy()
        np.maximum.at(scores, leading, scores.take(twins))
        return Rows(entries, bounds, scores, stands.nonzero()[0], twins, leading)

    def column(self, rows: Rows, name: str, chosen: Array) -> Array:
        """A column of numbers for some rows, in order."""
        parts = zip(self._leaves, rows.split(chosen), strict=False)
        return np.concatenate([_NO_NUMBERS, *(leaf.file[f"{name}.col"].take(part) for leaf, part in parts)])

    # Facets

    def facets(self, rows: Rows, names: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
        """By facet and value, how many hits have it, in whichever of their rows."""
        values = self._values
        sorts = [values.sorts(leaf) for leaf in self._leaves]
        everything = len(rows.hits) == len(rows.scores)
        parts = rows.entries if everything else rows.split(rows.hits)
        counts = np.zeros(values.count, np.intp)
        for leaf, sort, entries in zip(self._leaves, sorts, parts, strict=False):
            if len(entries):
                own = np.bincount(leaf.file["facets.code"].take(entries), minlength=len(sort))
                counts[sort] += own
        found = values.add_up(counts)
        older = (rows.leading != rows.twins).nonzero()[0]
        if len(older):
            of_twins = self._sorts(rows, sorts, rows.twins)
            other = of_twins.take(older)
            own = of_twins.take(rows.twins.searchsorted(rows.leading.take(older)))
            differ = (own != other).nonzero()[0]
            if len(differ):
                hits = rows.leading.take(older.take(differ))
                more = values.more(own.take(differ), other.take(differ), hits)
                found = np.append(found, np.zeros(len(more) - len(found))) + more
        return {name: values.named(found, name) for name in names}

    def _sorts(self, rows: Rows, sorts: Sequence[Array], chosen: Array) -> Array:
        parts = zip(self._leaves, sorts, rows.split(chosen), strict=False)
        return np.concatenate([EMPTY, *(sort.take(leaf.file["facets.code"].take(part)) for leaf, sort, part in parts)])

    # What comes first

    def first(self, rows: Rows, limit: int | None, *, by_date: bool) -> Array:
        """The first rows, best or newest first; equals by document and reading order."""
        hits = rows.hits
        keys = self.column(rows, "edition", hits) // 1000 if by_date else rows.scores.take(hits)
        if limit is not None and limit < len(hits):
            hits, keys = self._best(rows, hits, keys, limit)
        places = self.column(rows, "place", hits)
        return hits[np.lexsort((places, -keys))][:limit]

    def _best(self, rows: Rows, hits: Array, keys: Array, limit: int) -> tuple[Array, Array]:
        """The best of some rows, still in order; among equals those that come first."""
        if limit < 1:
            return EMPTY, keys[:0]
        worst = np.partition(keys, len(keys) - limit)[len(keys) - limit]
        better = (keys > worst).nonzero()[0]
        equal = (keys == worst).nonzero()[0]
        room = limit - len(better)
        if room < len(equal):
            places = self.column(rows, "place", hits.take(equal))
            equal = equal[np.argpartition(places, room - 1)[:room]]
        chosen = np.sort(np.concatenate([better, equal]))
        return hits.take(chosen), keys.take(chosen)

    def where(self, rows: Rows, chosen: Sequence[int]) -> list[tuple[Leaf, int]]:
        """The segment and entry of some rows."""
        numbers = [bisect_right(rows.bounds, row) - 1 for row in chosen]
        return [
            (self._leaves[number], int(rows.entries[number][row - rows.bounds[number]]))
            for number, row in zip(numbers, chosen, strict=True)
        ]

    def revisions(self, rows: Rows, first: Array) -> dict[int, list[int]]:
        """Of some hits that have twins among the rows, the rows of these, newest first."""
        older = (rows.leading != rows.twins).nonzero()[0]
        wanted = np.sort(first)
        hits = rows.leading.take(older)
        kept = older[wanted.take(wanted.searchsorted(hits), mode="clip") == hits] if len(wanted) else EMPTY
        if not len(kept):
            return {}
        behind, before = rows.twins[kept], rows.leading[kept]
        order = np.lexsort((self.column(rows, "place", behind), -self.column(rows, "edition", behind)))
        found: dict[int, list[int]] = {}
        for row, hit in zip(behind[order].tolist(), before[order].tolist(), strict=True):
            found.setdefault(hit, []).append(row)
        return found
