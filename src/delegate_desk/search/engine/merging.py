"""Merging: choosing segments, and making one file of several while others read.

A new segment is made without the write lock, as the merged ones never change, and under a name that no commit deletes.
The lock is taken to put it into the table of contents. Entries deleted meanwhile are deleted from it too; if a merged
segment has disappeared meanwhile, the new segment is discarded.

Terms and their postings are sorted in each file, so a merge reads them slice by slice. Deleted entries are left out,
and so are words that only they had.
"""

import logging
import math
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from itertools import compress, pairwise
from operator import attrgetter
from typing import TypeVar

import numpy as np

from delegate_desk.files import move
from delegate_desk.search.engine import SUFFIX, segment_builder
from delegate_desk.search.engine.index_folder import PART, Lock, Storage, delete
from delegate_desk.search.engine.schema import NUMBERS, PLAIN, TEXTS
from delegate_desk.search.engine.segment_builder import START, entry_type
from delegate_desk.search.engine.segment_file import Array, ArrayFileWriter, Segment, SegmentFile
from delegate_desk.search.engine.segment_reader import TermDictionary, unique

_T = TypeVar("_T")

_log = logging.getLogger(__name__)

WIDTH = 4
"""Number of segments of one size class that are merged; a class is that many times as large as the class below.

A search pays for each segment, a merge for each entry. An entry of a paper of 60 is written about four times until its
segment is ``LARGE``; from then on it is written when the large ones have grown by half, which makes three times more
however large a library becomes (1 + 2/3 + 4/9 + …).
"""
LARGE = 1 << 14
"""Segments with this many entries are merged when together they are half as large again as the largest."""
MOST = 16
"""Number of segments above which the smallest are merged, whatever their class."""
MOST_SEGMENTS = 28
"""Number of segments above which an update reduces them by itself."""
STEP = 1 << 17
"""Number of postings written at a time."""

_DIRTY = 0.3
_SOON = 20_000
_PAUSE = 0.02
_TERMS = 1024
_DROPPED = np.uint32(0xFFFF_FFFF)


# Selection


def due(segments: Sequence[Segment]) -> list[Segment]:
    """Return the segments to merge next, in order; empty if there are none.

    A single segment is rewritten without its deleted entries.
    """
    classes: dict[int, list[Segment]] = {}
    for segment in segments:
        classes.setdefault(int(math.log(max(1, segment.count), WIDTH) + 1e-9), []).append(segment)
    for _, same_class in sorted(classes.items(), key=lambda pair: pair[0]):
        if len(same_class) >= WIDTH and same_class[0].count < LARGE:
            return same_class
    large = [segment for segment in segments if segment.count >= LARGE]
    sizes = sorted(segment.count for segment in large)
    if len(large) > 1 and 2 * sum(sizes[:-1]) >= sizes[-1]:
        return large
    for segment in sorted(segments, key=attrgetter("count")):
        if segment.deleted_count > _DIRTY * segment.size:
            return [segment]
    return smallest(segments) if len(segments) > MOST else []


def smallest(segments: Sequence[Segment], count: int = WIDTH, entries: int | None = None) -> list[Segment]:
    """Return a number of segments with the lowest merge cost, in order; fewer if they exceed a number of entries."""
    chosen: list[Segment] = []
    total = 0
    for segment in sorted(segments, key=attrgetter("count"))[:count]:
        total += segment.count
        if entries is None or total <= entries:
            chosen.append(segment)
    return [segment for segment in segments if segment in chosen]


# Merge


class _Source:
    """A segment being merged.

    Attributes:
        kept: By entry, whether it is kept.
        numbers: By entry, its new number.
        starts: By kept entry, the position of its first word among all words of the new segment.
        end: Position at which the words of the next source begin.
    """

    def __init__(self, file: SegmentFile, dropped: Array, base: int, place: int) -> None:
        self.file = file
        self.kept = stored = np.ones(file.size, np.bool_)
        stored[dropped] = False
        self.kept_count = file.size - len(dropped)
        self.numbers = np.where(stored, np.cumsum(stored) + (base - 1), _DROPPED).astype(np.uint32)
        # texts are consecutive, each followed by a gap; deleted ones leave no space
        old = file[START].astype(np.int64)
        places, ends = file["exact.gpos"], file["exact.gpost"]
        last = int(places[ends[1:] - 1].max()) + 1 if len(places) else 0
        lengths = np.diff(np.append(old, max(last, int(old[-1])) + 1)) * stored
        new = np.cumsum(lengths) - lengths + place
        self.starts = new[stored]
        self.end = place + int(lengths.sum())
        # runs of kept or deleted entries: their starts, whether kept, and the shift of their positions
        first = np.flatnonzero(np.append(True, stored[1:] != stored[:-1]))
        self._begins, self._shifts, self._are_kept = old[first], new[first] - old[first], stored[first]

    def by_entry(self, name: str) -> Array:
        """Return the values of an array by entry for kept entries."""
        values: Array = self.file[name][self.kept]
        return values

    def postings(self, field: str, kind: str, start: int, end: int) -> Array:
        """Return kept postings of a field from ``start`` to ``end``: entries, frequencies or positions."""
        items = self.file[f"{field}.{kind}"][start:end]
        if kind == "gpos":
            runs = self._runs(items)
            is_kept = self._are_kept[runs]
            moved: Array = (items[is_kept] + self._shifts[runs[is_kept]]).astype(np.uint32)
            return moved
        entries = items if kind == "docs" else self.file[f"{field}.docs"][start:end]
        is_kept = self.kept[entries]
        found: Array = self.numbers[entries[is_kept]] if kind == "docs" else items[is_kept]
        return found

    def survivors(self, field: str, kind: str, bounds: Array) -> Array:
        """Return, by term, how many of its entries or positions are kept; ``bounds`` gives the range of each."""
        if self.kept_count == self.file.size or len(bounds) < 2:
            return np.diff(bounds.astype(np.int64))
        items = self.file[f"{field}.{kind}"]
        is_kept = self._are_kept[self._runs(items)] if kind == "gpos" else self.kept[items]
        counts: Array = np.add.reduceat(is_kept, bounds[:-1].astype(np.intp), dtype=np.int64)
        return counts

    def _runs(self, places: Array) -> Array:
        runs: Array = np.searchsorted(self._begins, places, side="right") - 1
        return runs


def merge(
    files: Sequence[SegmentFile], deleted: Sequence[Array], new: Segment, writer: Callable[[int], ArrayFileWriter]
) -> Generator[None, None, list[Array]]:
    """Write a new file, a few milliseconds per step.

    Args:
        files: The segments to merge, in order; they do not change any more.
        deleted: By segment, the numbers of deleted entries, in order.
        new: Receives the size and the lengths of the new file.
        writer: Opens the new file for a number of entries.

    Returns:
        By merged segment, the new number of each of its entries; all bits set for a deleted entry.
    """
    sources: list[_Source] = []
    size = place = 0
    for file, dropped in zip(files, deleted, strict=True):
        sources.append(_Source(file, dropped, size, place))
        size, place = size + sources[-1].kept_count, sources[-1].end
        yield
    lengths: dict[str, int] = {}
    with writer(size) as out:
        for field in (*TEXTS, *PLAIN):
            lengths[field] = yield from _merge_field(field, sources, size, out)
        out.append(START, segment_builder.fitting(np.concatenate([source.starts for source in sources])))
        for name in [*(f"{field}.len" for field in TEXTS), *(f"{name}.col" for name in NUMBERS)]:
            out.append(name, np.concatenate([source.by_entry(name) for source in sources]))
        yield
        for name, items in _merge_columns(sources):
            out.append(name, items)
            yield
    new.size, new.lengths = size, {text: lengths[text] for text in TEXTS}
    return [source.numbers for source in sources]


def _merge_field(field: str, sources: Sequence[_Source], size: int, out: ArrayFileWriter) -> Generator[None, None, int]:
    """Write the terms of a field and their postings; return the number of terms of all entries together."""
    kinds = {"docs": "post", "tf": "post", "gpos": "gpost"} if field in TEXTS else {"docs": "post"}
    bounds = {kind: [source.file[f"{field}.{kind}"] for source in sources] for kind in set(kinds.values())}
    counts: dict[str, list[Array]] = {"post": [], "gpost": []}
    for kind, bound in kinds.items():
        if kind != "tf":
            for source, ends in zip(sources, bounds[bound], strict=True):
                counts[bound].append(source.survivors(field, kind, ends))
                yield
    lists = [TermDictionary(source.file, field) for source in sources]
    terms, places = yield from _union(lists, [kept > 0 for kept in counts["post"]])
    for name, items in segment_builder.pack_terms(field, terms).items():
        out.append(name, items)
    sums: dict[str, Array] = {}
    for bound in bounds:
        added = np.zeros(len(terms) + 1)
        for numbers, kept in zip(places, counts[bound], strict=True):
            added += np.bincount(numbers, kept, len(added))
        sums[bound] = np.append(0, np.cumsum(added[:-1])).astype(np.int64)
        out.append(f"{field}.{bound}", segment_builder.fitting(sums[bound]))
        yield
    for kind, bound in kinds.items():
        types = [source.file[f"{field}.{kind}"].dtype for source in sources]
        dtype = entry_type(size) if kind == "docs" else np.result_type(*types)
        out.append(f"{field}.{kind}", np.zeros(0, dtype))
        for first, last in _slices(sums[bound]):
            free = sums[bound][first : last + 1] - sums[bound][first]  # by term, the index of its next item
            items = np.empty(int(free[-1]), dtype)
            for source, numbers, ends, kept in zip(sources, places, bounds[bound], counts[bound], strict=True):
                low, high = np.searchsorted(numbers, (first, last)).tolist()
                own, targets = kept[low:high], numbers[low:high] - first
                target = np.repeat(free[targets] - (np.cumsum(own) - own), own) + np.arange(int(own.sum()))
                items[target] = source.postings(field, kind, int(ends[low]), int(ends[high]))
                nonempty = np.flatnonzero(own)  # dropped terms share the index of the next one
                free[targets[nonempty]] += own[nonempty]
            out.append(f"{field}.{kind}", items)
            yield
    return int(sums["gpost"][-1]) if field in TEXTS else 0


def _slices(sums: Array) -> Iterator[tuple[int, int]]:
    """Return ranges of terms with about as many items together as are written at a time; a larger term alone."""
    first = 0
    while first < len(sums) - 1:
        last = max(first + 1, int(np.searchsorted(sums, sums[first] + STEP, side="right")) - 1)
        yield first, last
        first = last


def _union(
    lists: Sequence[TermDictionary], is_kept: Sequence[Array]
) -> Generator[None, None, tuple[list[bytes], list[Array]]]:
    """Return the union of terms, sorted, some thousands per step; and by list, the index of each of its own terms.

    Args:
        is_kept: By list and term, whether it is kept; others have the index of the next term.
    """
    found: list[bytes] = []
    parts: list[list[Array]] = [[np.zeros(0, np.int32)] for _ in lists]
    begins = [0 for _ in lists]
    cuts = {terms.term(number) for terms in lists for number in range(_TERMS, terms.count, _TERMS)}
    for cut in (*sorted(cuts), None):
        ends = [terms.count if cut is None else terms.find(cut) for terms in lists]
        slices = [terms.terms(low, high) for terms, low, high in zip(lists, begins, ends, strict=True)]
        union = sorted(set().union(*slices))
        numbers = {term: number for number, term in enumerate(union, len(found))}
        for part, own in zip(parts, slices, strict=True):
            part.append(np.fromiter(map(numbers.__getitem__, own), np.int32, len(own)))
        found += union
        begins = ends
        yield
    places = list(map(np.concatenate, parts))
    used = np.zeros(len(found), np.bool_)
    for indices, flags in zip(places, is_kept, strict=True):
        used[indices[flags]] = True
    left = np.cumsum(used) - used
    return list(compress(found, used.tolist())), [left[indices] for indices in places]


def _merge_columns(sources: Sequence[_Source]) -> Iterator[tuple[str, Array]]:
    values: list[bytes] = []
    codes: list[Array] = []
    for source in sources:
        codes.append(source.by_entry("facets.code") + len(values))
        text, ends = source.file["facets.values"], source.file["facets.vends"].tolist()
        values += [text[low:high].tobytes() for low, high in pairwise(ends)]
    order = {value: number for number, value in enumerate(dict.fromkeys(values))}
    numbers = np.array([order[value] for value in values], np.int32)[np.concatenate(codes)]
    yield from segment_builder.code_values("facets", list(order), numbers).items()
    own = np.concatenate([source.file["same.values"][source.by_entry("same.code")] for source in sources])
    families = unique(np.sort(own, kind="stable"))
    yield "same.values", families
    yield "same.code", np.searchsorted(families, own).astype(np.int32)
    stored: list[Array] = []
    lengths: list[Array] = []
    for source in sources:
        sizes: Array = np.diff(source.file["key.ends"].astype(np.int64))
        stored.append(source.file["key.bytes"][np.repeat(source.kept, sizes)])
        lengths.append(sizes[source.kept])
    yield "key.bytes", np.concatenate(stored)
    yield "key.ends", segment_builder.starts(np.concatenate(lengths))


# Folder


class SegmentMaintenance:
    """Merges in one folder."""

    def __init__(self, storage: Storage, write_lock: Lock) -> None:
        self._storage = storage
        self._write_lock = write_lock
        self.lock = Lock(storage.folder / "merging.lock")

    def is_due(self) -> bool:
        return bool(due(self._storage.table().segments))

    def merge_due(self) -> Iterator[bool]:
        """Merge what is due until nothing is, a few milliseconds per step, unless another process does.

        A step is True if it made a new state.
        """
        with self.lock.attempt() as is_acquired:
            while is_acquired:
                job = yield from self._turn(self._due)
                if job is None:
                    return
                try:
                    for _ in job.steps():
                        yield False
                    yield (yield from self._turn(job.commit))
                finally:
                    job.clean()

    def reduce_segments(self) -> None:
        """Reduce the number of segments by merging the smallest, if that is quick; the caller holds the write lock.

        A concurrent merge of some of them is then discarded: it has not had its turn for long.
        """
        while len(segments := self._storage.table().segments) > MOST_SEGMENTS:
            chosen = smallest(segments, len(segments) - WIDTH, _SOON)  # many, so that it is seldom
            if len(chosen) < WIDTH:
                if len(segments) <= 2 * MOST_SEGMENTS:
                    return
                chosen = smallest(segments)
            self._merge_now(chosen)

    def rewrite_dropped(self) -> None:
        """Rewrite each segment that has words of deleted entries; the caller holds the write lock."""
        for part in list(self._storage.folder.glob(f"*{PART}")):
            delete(part)  # it may have such words, and its merge finds that it is gone
        for segment in self._storage.table().segments:
            if segment.deleted_count:
                self._merge_now([segment])

    def _turn(self, job: Callable[[], _T]) -> Generator[bool, None, _T]:
        while True:
            with self._write_lock.attempt() as is_acquired:
                if is_acquired:
                    return job()
            time.sleep(_PAUSE)
            yield False

    def _due(self) -> "_Job | None":
        chosen = due(self._storage.table().segments)
        return _Job(self._storage, chosen) if chosen else None

    def _merge_now(self, segments: Sequence[Segment]) -> None:
        job = _Job(self._storage, segments)
        try:
            for _ in job.steps():
                pass
            job.commit()
        finally:
            job.clean()


class _Job:
    def __init__(self, storage: Storage, segments: Sequence[Segment]) -> None:
        self._began = time.monotonic()
        self._storage = storage
        self._segments = segments
        self._dropped = [_dropped_entries(segment) for segment in segments]
        self._new = Segment()
        self._file = storage.path(self._new)
        self._part = self._file.with_name(self._file.name + PART)
        self._files = [storage.file(segment) for segment in segments]
        self._part.touch()  # if it is deleted, the merge is cancelled
        self._numbers: list[Array] | None = None
        self._new_file: SegmentFile | None = None

    def steps(self) -> Iterator[None]:
        """Write the new file, a few milliseconds per step.

        The merged files are verified first: a flipped bit must not get a new valid checksum.

        Raises:
            OSError: If a merged file is damaged, or the new file cannot be written.
        """
        for file in self._files:
            if not file.checked:
                yield from file.check()
        if self._part.exists():
            name, cipher = self._file.name.removesuffix(SUFFIX), self._storage.cipher
            self._numbers = yield from merge(
                self._files, self._dropped, self._new, lambda size: ArrayFileWriter(self._part, size, name, cipher)
            )

    def commit(self) -> bool:
        """Replace the merged segments by the new segment, if all of them still exist.

        The caller holds the write lock.
        """
        contents = self._storage.table()
        kept = {segment: segment for segment in contents.segments}
        if self._numbers is None or not self._part.exists() or not all(segment in kept for segment in self._segments):
            _log.debug("A merge of %d segments was for nothing", len(self._segments))
            return False
        for segment, dropped, numbers in zip(self._segments, self._dropped, self._numbers, strict=True):
            self._new.delete(numbers[np.setdiff1d(_dropped_entries(kept[segment]), dropped, assume_unique=True)])
        index = contents.segments.index(self._segments[0])
        segments = [segment for segment in contents.segments if segment not in self._segments]
        if self._new.count:
            move(self._part, self._file)
            if self._storage.cipher.seals:  # unsealed here, so that no search waits for it
                self._new_file = self._storage.file(self._new)
            segments.insert(index, self._new)
        self._storage.commit(segments, contents.generation + 1)
        seconds = time.monotonic() - self._began
        _log.info("Made one segment of %d, of %d entries, in %.2f s", len(self._segments), self._new.size, seconds)
        return True

    def clean(self) -> None:
        delete(self._part)


def _dropped_entries(segment: Segment) -> Array:
    return np.zeros(0, np.intp) if segment.deletions is None else np.flatnonzero(segment.deletions)
