"""Counting: the same words in a family are one hit; how many hits there are, which come first, and their facets.

Rows are the hits of all segments, one segment behind the other. Most have no twin, and that is known of each entry; for
the others, the newest edition stands for all.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from delegate_desk.search.answers import FACETS
from delegate_desk.search.arrays import Array
from delegate_desk.search.leaf import EMPTY, Flags, Leaf

_LOOSE = 200  # so many sorts of hits are counted one by one


class Families:
    """Which entries of one state of the index have the same words in a family."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self._leaves = leaves
        self._winners = np.zeros(0, np.int32)

    @cached_property
    def _codes(self) -> list[Array]:
        """By segment, a number of each of its local numbers that all segments share: the largest keeps its own."""
        if not self._leaves:
            return []
        largest = max(self._leaves, key=lambda leaf: leaf.size)
        known = largest.file["same.values"]
        codes: list[Array] = []
        new: list[Array] = []
        for leaf in self._leaves:
            values = leaf.file["same.values"]
            if leaf is largest:
                codes.append(np.arange(len(known)))
                continue
            key = "same", largest.file.name
            shared: Array | None = leaf.file.cache.get(key)
            if shared is None:
                at = np.searchsorted(known, values)
                there = known.take(at, mode="clip") == values if len(known) else np.zeros(len(values), np.bool_)
                shared = leaf.file.cache[key] = np.where(there, at, -1)
            codes.append(shared.copy())
            new.append(values[shared < 0])
        numbers = np.unique(np.concatenate(new), return_inverse=True)[1] + len(known) if new else EMPTY
        first = 0
        for code in codes:
            missing = code < 0
            count = int(np.count_nonzero(missing))
            code[missing] = numbers[first : first + count]
            first += count
        return codes

    @cached_property
    def twins(self) -> list[Array]:
        """By segment and entry, True where another entry has the same words."""
        codes = self._codes
        size = 1 + max((int(code.max(initial=-1)) for code in codes), default=-1)
        times = np.zeros(size, np.uint8)
        found = []
        for leaf, code in zip(self._leaves, codes, strict=True):
            count = np.bincount(leaf.file["same.code"], minlength=len(code))
            times[code] = np.minimum(times[code] + count, 2)
        for leaf, code in zip(self._leaves, codes, strict=True):
            found.append((times[code] > 1).take(leaf.file["same.code"]))
        self._winners = np.empty(size, np.int32)
        return found

    def of(self, number: int, entries: Array) -> Array:
        """The family's words of some entries of a segment, as a number."""
        return self._codes[number].take(self._leaves[number].file["same.code"].take(entries))

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


class Values:
    """What sorts of entries there are by their facets; grows with the index, so that each is read once."""

    def __init__(self) -> None:
        self._sorts: dict[bytes, int] = {}
        self._packed: list[bytes] = []
        self._read: list[Array | None] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._flat: tuple[Array, Array] | None = None
        self._order: dict[str, tuple[Array, list[str]]] = {}

    def sorts(self, leaf: Leaf) -> Array:
        """By its own number of facets, the sort that all segments share."""
        found: Array | None = leaf.file.cache.get(self)
        if found is None:
            blob, ends = leaf.file["facets.values"].data, leaf.file["facets.vends"].tolist()
            packed = [bytes(blob[low:high]) for low, high in pairwise(ends)]
            found = leaf.file.cache[self] = np.array([self._sort(one) for one in packed], np.intp)
        return found

    def _sort(self, packed: bytes) -> int:
        number = self._sorts.setdefault(packed, len(self._packed))
        if number == len(self._packed):
            self._packed.append(packed)
            self._read.append(None)
        return number

    @property
    def count(self) -> int:
        return len(self._packed)

    def of(self, sort: int) -> Array:
        """The values that entries of a sort have, as numbers."""
        found = self._read[sort]
        if found is None:
            numbers = self._numbers
            pairs = [(name, value) for name, some in json.loads(self._packed[sort]).items() for value in some]
            found = np.array([numbers.setdefault(pair, len(numbers)) for pair in pairs], np.intp)
            self._read[sort] = found
            self._flat = None
            self._order.clear()
        return found

    def add_up(self, counts: Array) -> Array:
        """From how many hits there are of each sort, how many have each value."""
        some = np.flatnonzero(counts)
        values = [self.of(sort) for sort in some.tolist() if self._read[sort] is None or len(some) < _LOOSE]
        if len(some) < _LOOSE:
            sizes = [len(found) for found in values]
            flat = np.concatenate([EMPTY, *values])
            return np.bincount(flat, np.repeat(counts[some], sizes), len(self._numbers))
        if self._flat is None:
            known = [(found, n) for n, found in enumerate(self._read) if found is not None]
            owners = np.repeat([n for _, n in known], [len(found) for found, _ in known])
            self._flat = np.concatenate([EMPTY, *(found for found, _ in known)]), owners
        flat, owners = self._flat
        return np.bincount(flat, counts[owners], len(self._numbers))

    def more(self, own: Array, other: Array, rows: Array) -> Array:
        """How many more hits have each value when rows of other sorts join them.

        Args:
            own: Of each such row, the sort of the hit.
            other: The sort that joins.
            rows: Which hit.
        """
        width = max(len(self._numbers), 1)
        pairs = np.unique(rows * self.count + other)
        hit, sort = np.divmod(pairs, self.count)
        joined = [hit[n] * width + self.of(s) for n, s in enumerate(sort.tolist())]
        width_after = max(len(self._numbers), 1)
        if width_after != width:
            return self.more(own, other, rows)
        first = np.unique(rows, return_index=True)[1]
        has = [rows[n] * width + self.of(int(own[n])) for n in first.tolist()]
        new = np.setdiff1d(np.concatenate([EMPTY, *joined]), np.concatenate([EMPTY, *has]))
        return np.bincount(new % width, minlength=len(self._numbers))

    def named(self, counts: Array, facet: str) -> dict[str, int]:
        """By value of one facet, how many hits have it, most first."""
        known = self._order.get(facet)
        if known is None:
            own = sorted((value, number) for (name, value), number in self._numbers.items() if name == facet)
            known = self._order[facet] = np.array([n for _, n in own], np.intp), [value for value, _ in own]
        numbers, names = known
        numbers = numbers[numbers < len(counts)]
        found = counts.take(numbers).astype(np.intp)
        order = np.argsort(-found, kind="stable")
        order = order[: np.count_nonzero(found)]
        return dict(zip([names[n] for n in order.tolist()], found.take(order).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Rows:
    """Hits of all segments.

    Attributes:
        entries: By segment.
        scores: Of all, one segment behind the other.
        hits: The rows that stand for a hit: all but older twins.
        codes: Of the rows in ``twins``, the number of their words.
        twins: The rows that may have a twin, ...
        leading: ... and the row that stands for each.
    """

    entries: Sequence[Array]
    scores: Array
    hits: Array
    twins: Array
    leading: Array

    @property
    def bounds(self) -> Array:
        """Where each segment begins."""
        return np.cumsum([0, *map(len, self.entries)])


class Counter:
    """Counts the hits of one state of the index."""

    def __init__(self, leaves: Sequence[Leaf], flags: Flags, values: Values) -> None:
        self._leaves = leaves
        self._flags = flags
        self._values = values
        self._families = Families(leaves)

    def rows(self, entries: Sequence[Array], scores: Array | None = None) -> Rows:
        """Hits, the same words in a family once; a hit scores what its best row does."""
        count = sum(map(len, entries))
        scores = np.zeros(count) if scores is None else scores
        twins = np.flatnonzero(np.concatenate([EMPTY, *self._twins(entries)]))
        if not len(twins):
            return Rows(entries, scores, np.arange(count), EMPTY, EMPTY)
        rows = Rows(entries, scores, EMPTY, EMPTY, EMPTY)
        codes = np.concatenate([self._families.of(n, e) for n, e in enumerate(self._split(rows, twins))])
        editions, places = self.column(rows, "edition", twins), self.column(rows, "place", twins)
        leading = twins[self._families.newest(codes, editions, places)]
        stands = np.ones(count, np.bool_)
        stands[twins[leading != twins]] = False
        scores = scores.copy()
        np.maximum.at(scores, leading, scores[twins])
        return Rows(entries, scores, np.flatnonzero(stands), twins, leading)

    def _twins(self, entries: Sequence[Array]) -> list[Array]:
        return [twins.take(some) for twins, some in zip(self._families.twins, entries, strict=False)]

    def _split(self, rows: Rows, chosen: Array) -> list[Array]:
        """The entries of some rows, in order, by segment."""
        bounds = rows.bounds
        cuts = np.searchsorted(chosen, bounds)
        return [rows.entries[n].take(chosen[cuts[n] : cuts[n + 1]] - bounds[n]) for n in range(len(rows.entries))]

    def column(self, rows: Rows, name: str, chosen: Array) -> Array:
        """A column of numbers for some rows, in order."""
        parts = self._split(rows, chosen)
        return np.concatenate(
            [np.zeros(0, np.int64), *(self._leaves[n].file[f"{name}.col"].take(part) for n, part in enumerate(parts))]
        )

    # Facets

    def facets(self, rows: Rows, names: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
        """By facet and value, how many hits have it, in whichever of their rows."""
        values = self._values
        sorts = [values.sorts(leaf) for leaf in self._leaves]
        everything = len(rows.hits) == len(rows.scores)
        parts = rows.entries if everything else self._split(rows, rows.hits)
        counts = np.zeros(values.count, np.intp)
        for leaf, sort, entries in zip(self._leaves, sorts, parts, strict=False):
            if len(entries):
                own = np.bincount(leaf.file["facets.code"].take(entries), minlength=len(sort))
                counts[sort] += own
        found = values.add_up(counts)
        older = np.flatnonzero(rows.leading != rows.twins)
        if len(older):
            behind, before = rows.twins[older], rows.leading[older]
            other = self._sorts(rows, sorts, behind)
            order = np.argsort(before, kind="stable")
            own = np.empty(len(order), np.intp)
            own[order] = self._sorts(rows, sorts, before[order])
            differ = own != other
            if differ.any():
                more = values.more(own[differ], other[differ], before[differ])
                found = np.append(found, np.zeros(len(more) - len(found))) + more
        return {name: values.named(found, name) for name in names}

    def _sorts(self, rows: Rows, sorts: Sequence[Array], chosen: Array) -> Array:
        parts = enumerate(self._split(rows, chosen))
        return np.concatenate(
            [EMPTY, *(sorts[n].take(self._leaves[n].file["facets.code"].take(part)) for n, part in parts)]
        )

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
        better = np.flatnonzero(keys > worst)
        equal = np.flatnonzero(keys == worst)
        room = limit - len(better)
        if room < len(equal):
            places = self.column(rows, "place", hits.take(equal))
            equal = equal[np.argpartition(places, room - 1)[:room]]
        chosen = np.sort(np.concatenate([better, equal]))
        return hits.take(chosen), keys.take(chosen)

    def where(self, rows: Rows, row: int) -> tuple[Leaf, int]:
        """The segment and entry of a row."""
        bounds = rows.bounds
        number = int(np.searchsorted(bounds, row, side="right")) - 1
        return self._leaves[number], int(rows.entries[number][row - bounds[number]])

    def revisions(self, rows: Rows, first: Array) -> dict[int, list[int]]:
        """Of some hits that have twins among the rows, the rows of these, newest first."""
        kept = np.flatnonzero(np.isin(rows.leading, first) & (rows.leading != rows.twins))
        if not len(kept):
            return {}
        behind, before = rows.twins[kept], rows.leading[kept]
        order = np.lexsort((self.column(rows, "place", behind), -self.column(rows, "edition", behind)))
        found: dict[int, list[int]] = {}
        for row, hit in zip(behind[order].tolist(), before[order].tolist(), strict=True):
            found.setdefault(hit, []).append(row)
        return found
