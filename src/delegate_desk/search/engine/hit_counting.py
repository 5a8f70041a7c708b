"""Counting hits: identical words in a family are one hit; their number, order and facets.

Rows are the hits of all segments, one segment after the other. Most have no duplicate, which is known of each entry;
for the others, the newest edition stands for all.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import field
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from delegate_desk.core.search import FACETS
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import EMPTY, SegmentReader, pieces, unique


class Values:
    """Distinct combinations of facet values of entries; grows with the index, so that each is read once."""

    def __init__(self) -> None:
        self._sorts: dict[bytes, int] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        # the values of all combinations, concatenated, and the bounds of each
        self._flat, self._bounds = array("q"), array("q", [0])

    def sorts(self, leaf: SegmentReader) -> Array:
        """Return the shared combination by a segment's own number of facets."""
        found: Array | None = leaf.file.cache.get(self)
        if found is None:
            blob, ends = leaf.file["facets.values"].data, leaf.file["facets.vends"].tolist()
            numbers = [self._sort(bytes(blob[low:high])) for low, high in pairwise(ends)]
            found = leaf.file.cache[self] = np.array(numbers, np.intp)
        return found

    def _sort(self, packed: bytes) -> int:
        number = self._sorts.setdefault(packed, len(self._sorts))
        if number == len(self._bounds) - 1:
            values = json.loads(packed)
            pairs = [(name, value) for name in FACETS for value in values.get(name, ())]
            self._flat.extend([self._numbers.setdefault(pair, len(self._numbers)) for pair in pairs])
            self._bounds.append(len(self._flat))
        return number

    @property
    def count(self) -> int:
        return len(self._sorts)

    def _values(self, sorts: Array) -> tuple[Array, Array]:
        """Return the values of some combinations, concatenated, and the number of each."""
        if not len(sorts):
            return EMPTY, EMPTY
        bounds = np.frombuffer(self._bounds, np.int64)
        return pieces(np.frombuffer(self._flat, np.int64), bounds, sorts), np.diff(bounds).take(sorts)

    def add_up(self, counts: Array) -> Array:
        """Return the number of hits per value from those per combination."""
        sorts = counts.nonzero()[0]
        values, sizes = self._values(sorts)
        return np.bincount(values, np.repeat(counts.take(sorts), sizes), len(self._numbers)).astype(np.intp)

    def more(self, own: Array, other: Array, hits: Array) -> Array:
        """Return the number of additional hits of each value when rows of other combinations are added.

        Args:
            own: For each such row, the combination of the hit.
            other: The combination added.
            hits: Index of the hit.
        """
        (had, had_sizes), (joins, sizes) = self._values(own), self._values(other)
        count = len(self._numbers)
        known = np.sort(np.repeat(hits, had_sizes) * count + had)
        pairs = unique(np.sort(np.repeat(hits, sizes) * count + joins))
        new = pairs[known.take(known.searchsorted(pairs), mode="clip") != pairs]
        return np.bincount(new % count, minlength=count)

    def named(self, counts: Array, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """Return the number of hits by facet and value, highest first."""
        named: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        found = zip(self._numbers, counts.tolist(), strict=False)
        for (facet, value), count in sorted(found, key=lambda row: (-row[1], row[0])):
            if count and facet in named:
                named[facet][value] = count
        return named


_NO_NUMBERS = np.zeros(0, np.int64)
_NEVER = np.zeros(0, np.bool_)


class Families:
    """Groups of entries of a state of the index with the same words in a family."""

    def __init__(self, leaves: Sequence[SegmentReader]) -> None:
        self._leaves = leaves
        self._winners = np.zeros(0, np.int32)

    @cached_property
    def _codes(self) -> list[Array]:
        """Return, by segment, the shared number of words by its own number."""
        values = [leaf.file["same.values"] for leaf in self._leaves]
        joined = np.concatenate([_NO_NUMBERS, *values])
        order = np.argsort(joined, kind="stable")  # quick, for the values of each segment are in order
        new = np.diff(joined[order], prepend=joined[order][:1]) != 0
        codes = np.empty(len(joined), np.int32)
        codes[order] = np.cumsum(new)
        return [codes[low:high] for low, high in pairwise(accumulate(map(len, values), initial=0))]

    @cached_property
    def duplicates(self) -> list[Array]:
        """Return by segment and entry True if another entry has the same words."""
        times = np.zeros(max((int(code.max(initial=-1)) for code in self._codes), default=-1) + 1, np.intp)
        for leaf, code in zip(self._leaves, self._codes, strict=True):
            times[code] += np.bincount(leaf.file["same.code"], minlength=len(code))
        self._winners = np.empty(len(times), np.int32)
        parts = zip(self._leaves, self._codes, strict=True)
        return [(times > 1)[code].take(leaf.file["same.code"]) for leaf, code in parts]

    def codes_for_entries(self, number: int, entries: Array) -> Array:
        """Return the family and words of some entries of a segment, as a number."""
        return self._codes[number].take(self._leaves[number].file["same.code"].take(entries))

    def representatives(self, codes: Array, editions: Array, places: Array) -> Array:
        """Return the representative of each row: of the rows with its code the newest, then the first in order."""
        winners, rows = self._winners, np.arange(len(codes))
        winners[codes] = rows  # the last one of each code, which mostly is the newest
        left = rows
        while len(left):
            best = winners.take(codes.take(left))
            own, others = editions.take(left), editions.take(best)
            newer = own > others
            alike = ((own == others) & (left != best)).nonzero()[0]
            if len(alike):
                newer[alike] = places.take(left.take(alike)) < places.take(best.take(alike))
            left = left[newer]
            winners[codes.take(left)] = left
        return winners.take(codes).astype(np.intp)


@dataclass(frozen=True, slots=True)
class HitRows:
    """Hits of all segments.

    Attributes:
        entries: By segment.
        bounds: The first row of each segment, and the number of rows.
        scores: Scores of all, one segment after the other.
        hits: The rows that stand for a hit: all but older duplicates.
        duplicates: The rows that may have a duplicate.
        leaders: The representative of each duplicate.
        older: The duplicates represented by another duplicate.
    """

    entries: Sequence[Array]
    bounds: Sequence[int]
    scores: Array
    hits: Array
    duplicates: Array = field(default_factory=lambda: EMPTY)
    leaders: Array = field(default_factory=lambda: EMPTY)
    older: Array = field(default_factory=lambda: EMPTY)

    @property
    def leading(self) -> Array:
        """Return the representatives of the older duplicates."""
        return self.duplicates.take(self.leaders.take(self.older))

    def split(self, chosen: Array) -> list[Array]:
        """Return the entries of some rows, in order, by segment."""
        if len(self.entries) == 1:
            return [self.entries[0].take(chosen)]
        cuts = chosen.searchsorted(self.bounds).tolist()
        parts = zip(self.entries, self.bounds, pairwise(cuts), strict=False)
        return [some.take(chosen[low:high] - first) for some, first, (low, high) in parts]


def concatenate(parts: Sequence[Array], none: Array) -> Array:
    return parts[0] if len(parts) == 1 else np.concatenate([none, *parts])


class Counter:
    def __init__(self, leaves: Sequence[SegmentReader], values: Values) -> None:
        self._leaves = leaves
        self._values = values
        self._families = Families(leaves)

    def rows(self, entries: Sequence[Array], scores: Array | None = None) -> HitRows:
        """Return the hits with duplicates counted once.

        A hit has the score of its best row, which is written to the scores.
        """
        bounds = [0, *accumulate(map(len, entries))]
        count = bounds[-1]
        worth = np.zeros(count) if scores is None else scores
        marks = zip(self._families.duplicates, entries, strict=False)
        twins = concatenate([mark.take(some) for mark, some in marks], _NEVER).nonzero()[0]
        rows = HitRows(entries, bounds, worth, np.arange(count))
        if not len(twins):
            return rows
        codes = concatenate(
            [self._families.codes_for_entries(n, part) for n, part in enumerate(rows.split(twins))], EMPTY
        )
        leaders = self._families.representatives(
            codes, self.column(rows, "edition", twins), self.column(rows, "place", twins)
        )
        older = (leaders != np.arange(len(twins))).nonzero()[0]
        stands = np.ones(count, np.bool_)
        stands[twins.take(older)] = False
        rows = HitRows(entries, bounds, worth, stands.nonzero()[0], twins, leaders, older)
        if scores is not None:
            np.maximum.at(scores, rows.leading, scores.take(twins.take(older)))
        return rows

    def column(self, rows: HitRows, name: str, chosen: Array) -> Array:
        """Return a column of numbers for some rows, in order."""
        parts = zip(self._leaves, rows.split(chosen), strict=False)
        return concatenate([leaf.file[f"{name}.col"].take(part) for leaf, part in parts], _NO_NUMBERS)

    # Facets

    def facets(self, rows: HitRows, names: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
        """Return the number of hits by facet and value, in whichever of their rows."""
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
        if len(rows.older):
            of_twins = self._sorts(rows, sorts, rows.duplicates)
            other, own = of_twins.take(rows.older), of_twins.take(rows.leaders.take(rows.older))
            differ = (own != other).nonzero()[0]
            if len(differ):
                more = values.more(own.take(differ), other.take(differ), rows.leaders.take(rows.older.take(differ)))
                found = np.append(found, np.zeros(len(more) - len(found), np.intp)) + more
        return values.named(found, names)

    def _sorts(self, rows: HitRows, sorts: Sequence[Array], chosen: Array) -> Array:
        parts = zip(self._leaves, sorts, rows.split(chosen), strict=False)
        return concatenate([sort.take(leaf.file["facets.code"].take(part)) for leaf, sort, part in parts], EMPTY)

    # Order

    def first(self, rows: HitRows, limit: int | None, *, by_date: bool) -> Array:
        """Return the first rows, best or newest first; equal ones by document and reading order."""
        hits = rows.hits
        keys = self.column(rows, "edition", hits) // 1000 if by_date else rows.scores.take(hits)
        if limit is not None and limit < len(hits):
            hits, keys = self._best(rows, hits, keys, limit)
        places = self.column(rows, "place", hits)
        return hits[np.lexsort((places, -keys))][:limit]

    def _best(self, rows: HitRows, hits: Array, keys: Array, limit: int) -> tuple[Array, Array]:
        """Return the best of some rows, in their order; among equal ones the first."""
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

    def where(self, rows: HitRows, chosen: Sequence[int]) -> list[tuple[SegmentReader, int]]:
        if len(rows.entries) == 1:
            return [(self._leaves[0], entry) for entry in rows.entries[0].take(chosen).tolist()]
        numbers = [bisect_right(rows.bounds, row) - 1 for row in chosen]
        return [
            (self._leaves[number], int(rows.entries[number][row - rows.bounds[number]]))
            for number, row in zip(numbers, chosen, strict=True)
        ]

    def revisions(self, rows: HitRows, first: Array) -> dict[int, list[int]]:
        """Return the rows of duplicates of some hits, newest first."""
        if not len(rows.older):
            return {}
        wanted = np.zeros(len(rows.scores), np.bool_)
        wanted[first] = True
        leading = rows.leading
        stored = wanted.take(leading).nonzero()[0]
        if not len(stored):
            return {}
        behind, before = rows.duplicates.take(rows.older.take(stored)), leading.take(stored)
        order = np.lexsort((self.column(rows, "place", behind), -self.column(rows, "edition", behind)))
        found: dict[int, list[int]] = {}
        for row, hit in zip(behind[order].tolist(), before[order].tolist(), strict=True):
            found.setdefault(hit, []).append(row)
        return found
