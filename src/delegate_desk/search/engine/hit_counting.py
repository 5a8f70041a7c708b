"""Counting hits: identical words in a family are one hit; their number, order and facets.

Most hits have no duplicate, which is known of each entry; for the others, the newest edition stands for all.
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

    def name_values(self, counts: Array, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """Return the number of hits by facet and value, highest first."""
        named: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        found = zip(self._numbers, counts.tolist(), strict=False)
        for (facet, value), count in sorted(found, key=lambda row: (-row[1], row[0])):
            if count and facet in named:
                named[facet][value] = count
        return named


@dataclass(frozen=True, slots=True)
class HitRows:
    """Hits of all segments. A row is the index of a hit among these.

    Attributes:
        entries: Their numbers over all segments, in order.
        hits: The rows that stand for a hit: all but older duplicates.
        leading: By older duplicate, the row that stands for it.
    """

    entries: Array
    scores: Array
    hits: Array
    older: Array = field(default_factory=lambda: EMPTY)
    leading: Array = field(default_factory=lambda: EMPTY)


class Counter:
    """Counts hits by their numbers over all segments: the entries of each follow those of the segment before.

    Attributes:
        bounds: The number of the first entry of each segment, and that of all entries.
    """

    def __init__(self, leaves: Sequence[SegmentReader], values: Values) -> None:
        self._leaves = leaves
        self._values = values
        self._winners = np.zeros(0, np.int32)
        self._columns: dict[str, Array] = {}
        self.bounds = [0, *accumulate(leaf.size for leaf in leaves)]

    def rows(self, entries: Array, scores: Array | None = None) -> HitRows:
        """Return the hits with duplicates counted once.

        A hit has the score of its best row, which is written to the scores.
        """
        count = len(entries)
        worth = np.zeros(count) if scores is None else scores
        twins = self.duplicates.take(entries).nonzero()[0]
        if not len(twins):
            return HitRows(entries, worth, np.arange(count))
        alike = entries.take(twins)
        leading = twins.take(
            self._representatives(self.codes.take(alike), self.column("edition", alike), self.column("place", alike))
        )
        is_older = leading != twins
        older, leading = twins[is_older], leading[is_older]
        stands = np.ones(count, np.bool_)
        stands[older] = False
        if scores is not None:
            np.maximum.at(scores, leading, scores.take(older))
        return HitRows(entries, worth, stands.nonzero()[0], older, leading)

    def column(self, name: str, entries: Array) -> Array:
        """Return a column of numbers for some entries, in order."""
        if name not in self._columns:
            self._columns[name] = np.concatenate([EMPTY, *(leaf.file[f"{name}.col"] for leaf in self._leaves)])
        return self._columns[name].take(entries)

    # Duplicates

    @cached_property
    def codes(self) -> Array:
        """Return by entry the number of its words and family."""
        values = [leaf.file["same.values"] for leaf in self._leaves]
        joined = np.concatenate([np.zeros(0, np.int64), *values])
        order = np.argsort(joined, kind="stable")  # quick, for the values of each segment are in order
        new = np.diff(joined[order], prepend=joined[order][:1]) != 0
        codes = np.empty(len(joined), np.int32)
        codes[order] = np.cumsum(new)
        own = np.split(codes, np.cumsum([len(some) for some in values]))
        parts = (code.take(leaf.file["same.code"]) for leaf, code in zip(self._leaves, own, strict=False))
        return np.concatenate([np.zeros(0, np.int32), *parts])

    @cached_property
    def duplicates(self) -> Array:
        """Return by entry True if another entry has the same words."""
        times = np.bincount(self.codes)
        self._winners = np.empty(len(times), np.int32)
        return (times > 1).take(self.codes)

    def _representatives(self, codes: Array, editions: Array, places: Array) -> Array:
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

    # Facets

    @cached_property
    def _sorts(self) -> Array:
        """Return by entry the combination of its facet values."""
        parts = (self._values.sorts(leaf).take(leaf.file["facets.code"]) for leaf in self._leaves)
        return np.concatenate([EMPTY, *parts])

    def facets(self, rows: HitRows, names: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
        """Return the number of hits by facet and value, in whichever of their rows."""
        values, sorts = self._values, self._sorts
        found = values.add_up(np.bincount(sorts.take(rows.entries.take(rows.hits)), minlength=values.count))
        if len(rows.older):
            other, own = (sorts.take(rows.entries.take(some)) for some in (rows.older, rows.leading))
            differ = (own != other).nonzero()[0]
            if len(differ):
                more = values.more(own.take(differ), other.take(differ), rows.leading.take(differ))
                found = np.append(found, np.zeros(len(more) - len(found), np.intp)) + more
        return values.name_values(found, names)

    # Order

    def first(self, rows: HitRows, limit: int | None, *, by_date: bool) -> Array:
        """Return the first rows, best or newest first; equal ones by document and reading order."""
        hits = rows.hits
        keys = self.column("edition", rows.entries.take(hits)) // 1000 if by_date else rows.scores.take(hits)
        if limit is not None and limit < len(hits):
            hits, keys = self._best(rows, hits, keys, limit)
        places = self.column("place", rows.entries.take(hits))
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
            places = self.column("place", rows.entries.take(hits.take(equal)))
            equal = equal[np.argpartition(places, room - 1)[:room]]
        chosen = np.sort(np.concatenate([better, equal]))
        return hits.take(chosen), keys.take(chosen)

    def key(self, entry: int) -> bytes:
        number = bisect_right(self.bounds, entry) - 1
        return self._leaves[number].key(entry - self.bounds[number])

    def revisions(self, rows: HitRows, first: Array) -> dict[int, list[int]]:
        """Return the rows of duplicates of some hits, newest first."""
        wanted = np.zeros(len(rows.scores), np.bool_)
        wanted[first] = True
        stored = wanted.take(rows.leading).nonzero()[0]
        behind, before = rows.older.take(stored), rows.leading.take(stored)
        entries = rows.entries.take(behind)
        order = np.lexsort((self.column("place", entries), -self.column("edition", entries)))
        found: dict[int, list[int]] = {}
        for row, hit in zip(behind[order].tolist(), before[order].tolist(), strict=True):
            found.setdefault(hit, []).append(row)
        return found
