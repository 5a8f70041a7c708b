"""The values that entries have in facets: read once for each sort of entry, and added up by sort."""

import json
from array import array
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from delegate_desk.search.engine.results import FACETS
from delegate_desk.search.engine.segments.segment_file import Array
from delegate_desk.search.engine.segments.segment_reader import EMPTY, SegmentReader
from delegate_desk.search.engine.segments.term_dictionary import unique


class Values:
    """Distinct combinations of facet values of entries; grows with the index, so that each is read once."""

    def __init__(self) -> None:
        self._sorts: dict[bytes, int] = {}
        self._packed: list[bytes] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._sets: dict[tuple[int, ...], int] = {}
        self._flat = array("q")
        # By sort: where its values lie, and by facet which set of values it has; -1 where it was not read yet.
        self._first, self._size = EMPTY, EMPTY
        self._set_of = np.zeros((len(FACETS), 0), np.intp)
        self._order: tuple[Array, Array, list[tuple[str, str]]] | None = None

    def sorts(self, leaf: SegmentReader) -> Array:
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
        """Number of distinct combinations."""
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
            self._order = None

    def add_up(self, counts: Array) -> Array:
        """From how many hits there are of each sort, how many have each value."""
        sorts = counts.nonzero()[0]
        self._read(sorts)
        sizes = self._size.take(sorts)
        before = sizes.cumsum() - sizes
        at = np.repeat(self._first.take(sorts) - before, sizes) + np.arange(int(sizes.sum()))
        flat = np.frombuffer(self._flat, np.int64).take(at) if len(at) else EMPTY
        return np.bincount(flat, np.repeat(counts.take(sorts), sizes), len(self._numbers)).astype(np.intp)

    def more(self, own: Array, other: Array, hits: Array) -> Array:
        """Return the number of additional hits of each value when rows of other combinations join them.

        Args:
            own: Of each such row, the combination of the hit.
            other: The combination that joins.
            hits: Index of the hit.
        """
        self._read(unique(np.sort(other)))
        has, joins = self._set_of.take(own, axis=1), self._set_of.take(other, axis=1)
        facets, rows = (has != joins).nonzero()
        if not len(rows):
            return np.zeros(len(self._numbers), np.intp)
        # Few have other values in a facet, and these in few ways.
        ways = has[facets, rows] * len(self._sets) + joins[facets, rows]
        kinds = unique(np.sort(ways))
        sets = list(self._sets)
        pairs = (divmod(kind, len(sets)) for kind in kinds.tolist())
        added = [[number for number in sets[new] if number not in sets[old]] for old, new in pairs]
        sizes = np.array([len(numbers) for numbers in added], np.intp)
        flat = np.array([number for numbers in added for number in numbers], np.intp)
        at = kinds.searchsorted(ways)
        counts = sizes.take(at)
        before = (sizes.cumsum() - sizes).take(at) - (counts.cumsum() - counts)
        numbers = flat.take(np.repeat(before, counts) + np.arange(int(counts.sum())))
        once = unique(np.sort(np.repeat(hits.take(rows), counts) * len(self._numbers) + numbers))
        return np.bincount(once % len(self._numbers), minlength=len(self._numbers))

    def named(self, counts: Array, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """By facet and value, how many hits have it, most first."""
        if self._order is None:
            own = sorted(self._numbers, key=lambda pair: (FACETS.index(pair[0]), pair[1]))
            of = np.array([FACETS.index(facet) for facet, _ in own], np.intp)
            self._order = np.array([self._numbers[pair] for pair in own], np.intp), of, own
        numbers, of, own = self._order
        found = counts.take(numbers).astype(np.intp)
        there = found.nonzero()[0]
        named: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        most = int(found.max(initial=0)) + 1
        order = there.take((of.take(there) * most - found.take(there)).argsort(kind="stable"))
        for at, count in zip(order.tolist(), found.take(order).tolist(), strict=True):
            facet, value = own[at]
            if facet in named:
                named[facet][value] = count
        return named
