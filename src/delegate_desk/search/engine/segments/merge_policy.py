"""Merging: which segments become one, and one file made of several in small steps.

Terms, their postings and all that is kept by entry stand in order in each file, so a merge reads them slice by slice,
beginning with the first terms of all, and appends each slice to the new file: what is in memory at a time is a slice
and the lexicon. Entries that were dropped stay behind, and so do the words that only they had.
"""

import math
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.search.engine.segments.merge_columns import (
    STEP,
    LargeNumberColumn,
    MergedArrays,
    MergedTerms,
    MergeSource,
    NumberColumn,
    Stored,
    StringColumn,
    chunks,
)
from delegate_desk.search.engine.segments.segment import Segment
from delegate_desk.search.engine.segments.segment_builder import entry_type
from delegate_desk.search.engine.segments.segment_file import ArrayFileWriter, SegmentFile

Array = npt.NDArray[Any]


class TermField:
    """The terms of a field and their postings, with what is kept of the field by entry."""

    def __init__(self, name: str, sources: Sequence[MergeSource], size: int) -> None:
        self.name = name
        self._sources = sources
        self._size = size
        self._sides = [_Side(name, source) for source in sources]
        self.has_places = any(f"{name}.gpos" in source.file for source in sources)
        self.words = 0

    def prepare(self) -> Iterator[None]:
        for side in self._sides:
            yield from side.count()
        kept = [None if side.source.kept is None else np.diff(side.posts) > 0 for side in self._sides]
        lexicon = self._lexicon = MergedTerms(self._sources, f"{self.name}.terms", f"{self.name}.ends", kept)
        yield from lexicon.steps()
        self._posts, self._spots, self._work = (np.zeros(lexicon.count + 1, np.int64) for _ in range(3))
        for side, places in zip(self._sides, lexicon.places, strict=True):
            for start, end in chunks(0, len(places)):
                for sums, of in ((self._posts, side.posts), (self._spots, side.spots), (self._work, side.work)):
                    _add(sums[1:], places[start:end], of[start : end + 1])
                yield
        for sums in (self._posts, self._spots, self._work):
            np.cumsum(sums, out=sums)
        self.words = int(self._spots[-1])

    def announced(self) -> Mapping[str, tuple[npt.DTypeLike, int]]:
        lexicon, terms, posts = self._lexicon, self._lexicon.count + 1, int(self._posts[-1])
        found: dict[str, tuple[npt.DTypeLike, int]] = {
            "terms": (np.uint8, lexicon.size),
            "ends": (np.uint32, terms),
            "post": (np.uint32, terms),
            "docs": (entry_type(self._size), posts),
        }
        for kind, length in (("tf", posts), ("len", self._size)):
            types = [s.file[f"{self.name}.{kind}"].dtype for s in self._sources if f"{self.name}.{kind}" in s.file]
            if types:
                found[kind] = (np.result_type(*types), length)
        if self.has_places:
            places = {"gpost": terms, "gpos": self.words}
            if any(f"{self.name}.start" in source.file for source in self._sources):
                places["start"] = self._size
            found |= {kind: (np.uint32, length) for kind, length in places.items()}
        self._arrays = found
        return {f"{self.name}.{kind}": about for kind, about in found.items()}

    def slices(self) -> Iterator[tuple[str, Array]]:
        for kind, items in self._heads():
            yield f"{self.name}.{kind}", items
        first = 0
        while first < self._lexicon.count:
            last = int(np.searchsorted(self._work, self._work[first] + STEP, side="right")) - 1
            found = self._together(first, last) if last > first else self._alone(first)
            for kind, items in found:
                yield f"{self.name}.{kind}", items
            first = max(last, first + 1)

    def _heads(self) -> Iterator[tuple[str, Array]]:
        """All but the postings."""
        for words in self._lexicon.words():
            yield "terms", words
        for ends in self._lexicon.ends():
            yield "ends", ends
        yield "post", self._posts
        if self.has_places:
            yield "gpost", self._spots
        if "start" in self._arrays:
            for source in self._sources:
                yield "start", source.starts
        if "len" in self._arrays:
            for source in self._sources:
                yield "len", source.by_entry(source.file[f"{self.name}.len"], 0, source.file.size)

    def _together(self, first: int, last: int) -> Iterator[tuple[str, Array]]:
        """The postings of the terms from ``first`` to before ``last``."""
        posts = self._posts[first : last + 1] - self._posts[first]
        spots = self._spots[first : last + 1] - self._spots[first]
        lengths = {"docs": int(posts[-1]), "tf": int(posts[-1]), "gpos": int(spots[-1])}
        out = {
            kind: np.empty(length, self._arrays[kind][0]) for kind, length in lengths.items() if kind in self._arrays
        }
        for side, places in zip(self._sides, self._lexicon.places, strict=True):
            low, high = np.searchsorted(places, (first, last)).tolist()
            if low < high:
                at = places[low:high] - first
                where = _spread(posts, at, side.posts[low : high + 1])
                for kind, found in side.postings(*_ends(side.raw_posts, low, high)).items():
                    out[kind][where] = found
                if self.has_places:
                    where = _spread(spots, at, side.spots[low : high + 1])
                    out["gpos"][where] = side.positions(*_ends(side.work, low, high))
        yield from out.items()

    def _alone(self, term: int) -> Iterator[tuple[str, Array]]:
        """The postings of a very frequent term."""
        for side, places in zip(self._sides, self._lexicon.places, strict=True):
            low, high = np.searchsorted(places, (term, term + 1)).tolist()
            for start, end in chunks(*_ends(side.raw_posts, low, high)):
                yield from side.postings(start, end).items()
            if self.has_places:
                for start, end in chunks(*_ends(side.work, low, high)):
                    yield "gpos", side.positions(start, end)


def _add(counts: Array, places: Array, sums: Array) -> None:
    """Add to the counts of some terms; the places are in order, and those without a term of their own have nothing."""
    first, some = int(places[0]), np.bincount(places - places[0], np.diff(sums)).astype(np.int64)
    there = counts[first : first + len(some)]
    there += some[: len(there)]


def _ends(sums: Array, low: int, high: int) -> tuple[int, int]:
    """From where to where the items of the terms from ``low`` to before ``high`` lie."""
    return int(sums[low]), int(sums[high])


def _spread(next_ones: Array, at: Array, sums: Array) -> Array:
    """Return the target positions of the items of some terms, and advance ``next_ones`` to the next free positions."""
    counts = np.diff(sums).astype(np.int64)
    shifts = next_ones[at] - (sums[:-1].astype(np.int64) - int(sums[0]))
    where: Array = np.repeat(shifts, counts) + np.arange(int(counts.sum()))
    some = np.flatnonzero(counts)  # several dropped terms may share the place of the one behind them
    next_ones[at[some]] += counts[some]
    return where


class _Side:
    """The postings of a field in one source.

    Attributes:
        posts: By term and behind the last, how many postings before it go on.
        spots: The same of its positions.
        raw_posts: How many there are in the source.
        work: How many positions there are in the source; of a field without them, postings.
    """

    def __init__(self, name: str, source: MergeSource) -> None:
        self.source = source
        self._name = name
        self._is_there = f"{name}.terms" in source.file
        self._has_places = f"{name}.gpos" in source.file
        self.raw_posts = self._array("post") if self._is_there else np.zeros(1, np.uint32)
        self.work = self._array("gpost") if self._has_places else self.raw_posts
        self.posts, self.spots = self.raw_posts, self.work

    def _array(self, kind: str) -> Array:
        return self.source.file[f"{self._name}.{kind}"]

    def count(self) -> Iterator[None]:
        """Count what goes on, where something was dropped."""
        kept = self.source.kept
        if kept is not None and self._is_there:
            docs = self._array("docs")
            self.posts = self.spots = yield from _count_survivors(self.raw_posts, lambda a, b: kept[docs[a:b]])
            if self._has_places:
                spots = self._array("gpos")
                self.spots = yield from _count_survivors(self.work, lambda a, b: self.source.survives(spots[a:b]))

    def postings(self, start: int, end: int) -> dict[str, Array]:
        """Entries, and how often they have the term where that is kept, from ``start`` to ``end`` in the file."""
        docs = self._array("docs")[start:end]
        whether = None if self.source.kept is None else self.source.kept[docs]
        found = {"docs": self.source.new_numbers(docs, whether)}
        if f"{self._name}.tf" in self.source.file:
            counts = self._array("tf")[start:end]
            found["tf"] = counts if whether is None else counts[whether]
        return found

    def positions(self, start: int, end: int) -> Array:
        """Positions from ``start`` to ``end`` in the file."""
        return self.source.moved(self._array("gpos")[start:end])


def _count_survivors(sums: Array, kept: Callable[[int, int], Array]) -> Generator[None, None, Array]:
    """By term and behind the last, how many items before it go on."""
    found = np.zeros(len(sums), dtype=np.uint32)
    so_far = 0
    for start, end in chunks(0, int(sums[-1])):
        counts = np.cumsum(kept(start, end))
        low, high = np.searchsorted(sums, (start, end), side="right").tolist()
        found[low:high] = counts[sums[low:high].astype(np.int64) - start - 1] + so_far
        so_far += int(counts[-1])
        yield
    return found


WIDTH = 4
"""So many segments of one size class become one; a class is that many times as large as the one below.

A search pays for each segment, a merge for each entry. An entry of a paper of 60 is written about four times until its
segment is ``LARGE``; from then on it is written when the large ones grew by half, which makes three times more however
large a library becomes (1 + 2/3 + 4/9 + …).
"""

LARGE = 1 << 14
"""Segments of so many entries become one when they are together half as large again as the largest: so do all that a
bulk load leaves."""

MOST = 16
"""So many segments there may be before the smallest become one, whatever their class."""

_DIRTY = 0.3
_LET_GO = 4


# Which


def due(segments: Sequence[Segment]) -> list[Segment]:
    """The segments that should become one next, as they stand; none where all is well.

    A segment alone is written anew without what was dropped from it.
    """
    classes: dict[int, list[Segment]] = {}
    for segment in segments:
        classes.setdefault(_size_class(segment), []).append(segment)
    for _, alike in sorted(classes.items(), key=lambda pair: pair[0]):
        if len(alike) >= WIDTH and alike[0].count < LARGE:
            return alike
    large = [segment for segment in segments if segment.count >= LARGE]
    sizes = sorted(segment.count for segment in large)
    if len(large) > 1 and 2 * sum(sizes[:-1]) >= sizes[-1]:
        return large
    for segment in sorted(segments, key=attrgetter("count")):
        if segment.deleted_count > _DIRTY * segment.size:
            return [segment]
    return smallest(segments) if len(segments) > MOST else []


def smallest(segments: Sequence[Segment], count: int = WIDTH, entries: int | None = None) -> list[Segment]:
    """So many segments whose merge costs least, as they stand; fewer where they have more than so many entries."""
    chosen: list[Segment] = []
    total = 0
    for segment in sorted(segments, key=attrgetter("count"))[:count]:
        total += segment.count
        if entries is None or total <= entries:
            chosen.append(segment)
    return [segment for segment in segments if segment in chosen]


def _size_class(segment: Segment) -> int:
    return int(math.log(max(1, segment.count), WIDTH) + 1e-9)


# How


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """Result of a merge.

    Attributes:
        size: Number of entries in the new segment.
        lengths: By field with word counts, the total number of words.
        numbers: By merged segment, the new number of each of its entries; all bits set for a dropped entry.
    """

    size: int
    lengths: Mapping[str, int]
    numbers: tuple[npt.NDArray[np.uint32], ...]


class Merge:
    """Merge in progress.

    Args:
        files: The segments to be merged, in order, which no longer change.
        gone: By segment, the numbers of dropped entries, in order.
        path: Of the new file; an empty file is there, and if it disappears before the end the merge is void.
        name: Of the new segment.
        cipher: Cipher of the new file.
    """

    def __init__(
        self, files: Sequence[SegmentFile], gone: Sequence[Array], path: Path, name: str, cipher: Cipher = PLAIN
    ) -> None:
        self._path = path
        self._name = name
        self._cipher = cipher
        self._sources: list[MergeSource] = []
        base = 0
        for file, dropped in zip(files, gone, strict=True):
            self._sources.append(MergeSource(file, dropped, base))
            base += self._sources[-1].left
        self.size = base
        self.merged: MergeOutcome | None = None

    def steps(self) -> Iterator[None]:
        """Write the new file, a few milliseconds per step; afterwards ``merged`` describes it, and it is on the disk.

        The merged files are checked first: a flipped bit must not be written again with a checksum of its own.

        Raises:
            OSError: If a merged file is damaged, or the new file cannot be written.
        """
        for source in self._sources:
            if not source.file.checked:
                for _ in source.file.check():
                    source.file.release_pages()
                    yield
        for n, _ in enumerate(self._made(), 1):
            if n % _LET_GO == 0:
                for source in self._sources:
                    source.file.release_pages()
            yield

    def _made(self) -> Iterator[None]:
        place = 0
        for source in self._sources:
            place = source.assign_positions(place)
            yield
        names = dict.fromkeys(name for source in self._sources for name in source.file.names())
        parts: list[MergedArrays] = []
        for name in names:
            made = _part(name, self._sources, self.size)
            if made is not None:
                yield from made.prepare()
                parts.append(made)
        lengths = {name: about for part in parts for name, about in part.announced().items()}
        if not self._path.exists():
            return
        with ArrayFileWriter(self._path, lengths, self.size, self._name, self._cipher) as out:
            for part in parts:
                for array, items in part.slices():
                    out.append(array, items)
                    yield
        words = {part.name: part.words for part in parts if isinstance(part, TermField) and part.has_places}
        self.merged = MergeOutcome(self.size, words, tuple(source.numbers() for source in self._sources))
        yield


def _part(array: str, sources: Sequence[MergeSource], size: int) -> MergedArrays | None:
    """Return the merged part that an array belongs to, if it is its first array."""
    name, _, kind = array.rpartition(".")
    match kind:
        case "terms":
            return TermField(name, sources, size)
        case "col":
            return NumberColumn(name, sources, size)
        case "code" if any(f"{name}.vends" in source.file for source in sources):
            return StringColumn(name, sources, size)
        case "code":
            return LargeNumberColumn(name, sources, size)
        case "bytes":
            return Stored(name, sources, size)
    return None
