"""Merging: which segments become one, and one file made of several in small steps.

Terms, their postings and all that is kept by entry stand in order in each file, so a merge reads them slice by slice,
beginning with the first terms of all, and appends each slice to the new file: what is in memory at a time is a slice
and the lexicon. Entries that were dropped stay behind, and so do the words that only they had.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.search.engine.segments.merge_columns import (
    LargeNumberColumn,
    MergedArrays,
    MergeSource,
    NumberColumn,
    Stored,
    StringColumn,
)
from delegate_desk.search.engine.segments.merge_terms import TermField
from delegate_desk.search.engine.segments.segment_file import ArrayFileWriter, SegmentFile

Array = npt.NDArray[Any]

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


class Sized(Protocol):
    """What a policy wants to know of a segment."""

    def doc_count_all(self) -> int: ...
    def deleted_count(self) -> int: ...


_S = TypeVar("_S", bound=Sized)


def due(segments: Sequence[_S]) -> list[_S]:
    """The segments that should become one next, as they stand; none where all is well.

    A segment alone is written anew without what was dropped from it.
    """
    classes: dict[int, list[_S]] = {}
    for segment in segments:
        classes.setdefault(_size_class(segment), []).append(segment)
    for _, alike in sorted(classes.items(), key=lambda pair: pair[0]):
        if len(alike) >= WIDTH and _left(alike[0]) < LARGE:
            return alike
    large = [segment for segment in segments if _left(segment) >= LARGE]
    sizes = sorted(map(_left, large))
    if len(large) > 1 and 2 * sum(sizes[:-1]) >= sizes[-1]:
        return large
    for segment in sorted(segments, key=_left):
        if segment.deleted_count() > _DIRTY * segment.doc_count_all():
            return [segment]
    return smallest(segments) if len(segments) > MOST else []


def smallest(segments: Sequence[_S], count: int = WIDTH, entries: int | None = None) -> list[_S]:
    """So many segments whose merge costs least, as they stand; fewer where they have more than so many entries."""
    chosen: list[_S] = []
    total = 0
    for segment in sorted(segments, key=_left)[:count]:
        total += _left(segment)
        if entries is None or total <= entries:
            chosen.append(segment)
    return [segment for segment in segments if segment in chosen]


def _left(segment: Sized) -> int:
    return segment.doc_count_all() - segment.deleted_count()


def _size_class(segment: Sized) -> int:
    return int(math.log(max(1, _left(segment)), WIDTH) + 1e-9)


# How


@dataclass(frozen=True, slots=True)
class MergeOutcome:
    """What became of a merge.

    Attributes:
        size: How many entries the new segment holds.
        lengths: By field with word counts, how many words it has in all.
        numbers: By segment that went in, the new number of each of its entries; all bits set where it was dropped.
    """

    size: int
    lengths: Mapping[str, int]
    numbers: tuple[npt.NDArray[np.uint32], ...]


class Merge:
    """A merge under way.

    Args:
        files: The segments that go in, in order, which no longer change.
        gone: By segment, the numbers of entries that were dropped, in order.
        path: Of the new file; an empty one is there, and where it goes before the end the merge is void.
        name: Of the new segment.
        cipher: What the new file passes through.
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
        """Make the new file, a few milliseconds a step; afterwards ``merged`` tells of it, and it is on the disk.

        The files that go in are checked first: a flipped bit must not be written anew with a checksum of its own.

        Raises:
            OSError: If one that goes in is damaged, or the new one cannot be written.
        """
        for source in self._sources:
            if not source.file.checked:
                for _ in source.file.check():
                    source.file.let_go()
                    yield
        for n, _ in enumerate(self._made(), 1):
            if n % _LET_GO == 0:
                for source in self._sources:
                    source.file.let_go()
            yield

    def _made(self) -> Iterator[None]:
        place = 0
        for source in self._sources:
            place = source.lay_out(place)
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
    """What an array belongs to, where it is the first of it."""
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
