"""Merge of the parts of several segments: lists of words, and values stored by entry.

Each part gives its size first, and then its contents in slices.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from delegate_desk.search.engine.segments.segment_file import SegmentFile

Array = npt.NDArray[Any]

STEP = 1 << 17
"""So many items are taken in hand at a time."""

_TERMS = 4096
_DROPPED = np.uint32(0xFFFF_FFFF)


class MergeSource:
    """A segment that goes in.

    Attributes:
        kept: By entry, whether it goes on; None where all do.
        base: The new number of its first entry.
        left: How many of its entries go on.
        starts: By entry that goes on, the place of its first word among all words of the new segment.
    """

    def __init__(self, file: SegmentFile, dropped: Array, base: int) -> None:
        self.file = file
        self.base = base
        self.kept: npt.NDArray[np.bool_] | None = None
        self.left = file.size - len(dropped)
        self._numbers: npt.NDArray[np.uint32] | None = None
        if len(dropped):
            kept = np.ones(file.size, dtype=bool)
            kept[dropped] = False
            self.kept = kept
            self._numbers = np.where(kept, np.cumsum(kept) + (base - 1), _DROPPED).astype(np.uint32)

    def assign_positions(self, place: int) -> int:
        """Let the words of the texts begin at a place; the answer is where those of the next source begin.

        All fields with places have them in common. The gap behind each text goes with it.
        """
        texts = [name.removesuffix(".start") for name in self.file.names() if name.endswith(".start")]
        if not texts or not self.file.size:
            self.starts = np.zeros(0, np.int64)
            return place
        old = self.file[f"{texts[0]}.start"].astype(np.int64)
        end = max(self._end_position(text) for text in texts)
        rooms = np.diff(np.append(old, max(end, int(old[-1])) + 1))
        if self.kept is not None:
            rooms[~self.kept] = 0
        new = np.cumsum(rooms) - rooms + place
        self.starts = new if self.kept is None else new[self.kept]
        # Runs of entries that go on or do not: where each begins, whether it goes on, and how far its places move.
        first = np.zeros(1, np.int64)
        if self.kept is not None:
            first = np.flatnonzero(np.append(True, self.kept[1:] != self.kept[:-1]))
        self._begins, self._shifts = old[first], new[first] - old[first]
        self._goes = np.ones(1, dtype=bool) if self.kept is None else self.kept[first]
        return place + int(rooms.sum())

    def _end_position(self, text: str) -> int:
        """Behind the last place that a word of a field has."""
        places, ends = self.file[f"{text}.gpos"], self.file[f"{text}.gpost"]
        return int(places[ends[1:] - 1].max()) + 1 if len(places) else 0

    def survives(self, places: Array) -> Array:
        """Whether the entries go on, in which these places are."""
        found: Array = self._goes[self._run(places)]
        return found

    def moved(self, places: Array) -> Array:
        """The new places for those that go on."""
        moved: Array
        if self.kept is None:
            moved = places + self._shifts[0].astype(np.uint32)
        else:
            runs = self._run(places)
            whether = self._goes[runs]
            moved = (places[whether] + self._shifts[runs[whether]]).astype(np.uint32)
        return moved

    def _run(self, places: Array) -> Array:
        runs: Array = np.searchsorted(self._begins, places, side="right") - 1
        return runs

    def numbers(self) -> npt.NDArray[np.uint32]:
        """The new number of each entry."""
        if self._numbers is None:
            return np.arange(self.base, self.base + self.file.size, dtype=np.uint32)
        return self._numbers

    def new_numbers(self, entries: Array, whether: Array | None) -> Array:
        """The new numbers of entries, of those that ``whether`` names."""
        if self._numbers is None or whether is None:
            return np.add(entries, np.uint32(self.base), dtype=np.uint32)
        return self._numbers[entries[whether]]

    def by_entry(self, items: Array, start: int, end: int) -> Array:
        """Return the values, stored by entry, of the retained entries from ``start`` to ``end``."""
        return self.going(items[start:end], start)

    def going(self, part: Array, start: int) -> Array:
        """Return the values of the retained entries among those from ``start`` on."""
        return part if self.kept is None else part[self.kept[start : start + len(part)]]


def chunks(start: int, end: int, step: int = STEP) -> Iterator[tuple[int, int]]:
    for at in range(start, end, step):
        yield at, min(at + step, end)


class MergedArrays(Protocol):
    """Arrays that are merged together."""

    name: str

    def prepare(self) -> Iterator[None]:
        """Find out how much there is."""

    def announced(self) -> Mapping[str, tuple[npt.DTypeLike, int]]:
        """By name of an array its type and length."""

    def slices(self) -> Iterator[tuple[str, Array]]:
        """All items, a slice at a time."""


# Words and numbers that stand in order: their union, and where each went


class MergedTerms:
    """Union of ordered lists of byte strings of several files, as a single ordered list.

    Attributes:
        places: By source, the place of each of its own strings in the union; of a dropped string, the next
            string's.
        count: Number of strings in the union.
        size: Total number of bytes.
    """

    def __init__(self, sources: Sequence[MergeSource], words: str, ends: str, kept: Sequence[Array | None]) -> None:
        none = np.zeros(0, np.uint8), np.zeros(1, np.uint32)
        self._lists = [(s.file[words], s.file[ends]) if words in s.file else none for s in sources]
        self._kept = kept
        self.places = [np.zeros(len(ends) - 1, dtype=np.int32) for _, ends in self._lists]
        self.count = self.size = 0
        self._blobs: list[bytes] = []
        self._ends: list[Array] = []

    def steps(self) -> Iterator[None]:
        """Make the union, some thousands of words a step."""
        at = [0] * len(self._lists)
        share = max(64, _TERMS // len(at))
        while any(start < len(places) for start, places in zip(at, self.places, strict=True)):
            parts = [self._some(n, start, share) for n, start in enumerate(at)]
            cut = min((part[-1] for part, more in parts if more), default=None)
            ends = [len(part) if cut is None else bisect_left(part, cut) for part, _ in parts]
            self._merge_parts([part[:end] for (part, _), end in zip(parts, ends, strict=True)], at)
            at = [start + end for start, end in zip(at, ends, strict=True)]
            yield

    def _some(self, n: int, start: int, share: int) -> tuple[list[bytes], bool]:
        """The next words of one source, and whether there are more."""
        words, ends = self._lists[n]
        stop = min(start + share, len(ends) - 1)
        at = ends[start : stop + 1].tolist()
        text = words[at[0] : at[-1]].tobytes()
        return [text[a - at[0] : b - at[0]] for a, b in pairwise(at)], stop < len(ends) - 1

    def _merge_parts(self, parts: list[list[bytes]], at: list[int]) -> None:
        flags = [
            None if kept is None else kept[a : a + len(p)] for p, a, kept in zip(parts, at, self._kept, strict=True)
        ]
        going = [
            part if flag is None else [word for word, goes in zip(part, flag.tolist(), strict=True) if goes]
            for part, flag in zip(parts, flags, strict=True)
        ]
        union = sorted(set().union(*going))
        numbers = {word: n for n, word in enumerate(union, self.count)}
        self.count += len(union)
        for n, (part, flag) in enumerate(zip(going, flags, strict=True)):
            found = np.fromiter(map(numbers.__getitem__, part), np.int32, len(part))
            if flag is not None:
                found = np.append(found, np.int32(self.count))[np.cumsum(flag) - flag]
            self.places[n][at[n] : at[n] + len(found)] = found
        self._blobs.append(b"".join(union))
        self._ends.append(np.cumsum(np.fromiter(map(len, union), np.int64, len(union))) + self.size)
        self.size += len(self._blobs[-1])

    def words(self) -> Iterator[Array]:
        """The bytes of the union, a slice at a time."""
        for blob in self._blobs:
            yield np.frombuffer(blob, np.uint8)

    def ends(self) -> Iterator[Array]:
        """Yield the start of each string and the end of the last, a slice at a time."""
        yield np.zeros(1, np.int64)
        yield from self._ends


# By entry


class NumberColumn:
    """A number by entry."""

    def __init__(self, name: str, sources: Sequence[MergeSource], size: int) -> None:
        self.name = name
        self._sources = sources
        self._size = size

    def prepare(self) -> Iterator[None]:
        return iter(())

    def announced(self) -> Mapping[str, tuple[npt.DTypeLike, int]]:
        types = [source.file[f"{self.name}.col"].dtype for source in self._sources]
        return {f"{self.name}.col": (np.result_type(*types), self._size)}

    def slices(self) -> Iterator[tuple[str, Array]]:
        for source in self._sources:
            column = source.file[f"{self.name}.col"]
            for start, end in chunks(0, source.file.size):
                yield f"{self.name}.col", source.by_entry(column, start, end)


def _used(codes: Array, source: MergeSource, values: int) -> Array | None:
    """By value, whether an entry that goes on has it; None where all go on."""
    if source.kept is None:
        return None
    used = np.zeros(values, dtype=bool)
    used[codes[source.kept]] = True
    return used


class StringColumn:
    """One of a few byte strings by entry."""

    def __init__(self, name: str, sources: Sequence[MergeSource], size: int) -> None:
        self.name = name
        self._sources = sources
        self._size = size

    def prepare(self) -> Iterator[None]:
        code, ends = f"{self.name}.code", f"{self.name}.vends"
        used = [_used(s.file[code], s, len(s.file[ends]) - 1) for s in self._sources]
        self._lexicon = MergedTerms(self._sources, f"{self.name}.values", ends, used)
        return self._lexicon.steps()

    def announced(self) -> Mapping[str, tuple[npt.DTypeLike, int]]:
        return {
            f"{self.name}.code": (np.int32, self._size),
            f"{self.name}.values": (np.uint8, self._lexicon.size),
            f"{self.name}.vends": (np.uint32, self._lexicon.count + 1),
        }

    def slices(self) -> Iterator[tuple[str, Array]]:
        for words in self._lexicon.words():
            yield f"{self.name}.values", words
        for ends in self._lexicon.ends():
            yield f"{self.name}.vends", ends
        for source, places in zip(self._sources, self._lexicon.places, strict=True):
            codes = source.file[f"{self.name}.code"]
            for start, end in chunks(0, source.file.size):
                yield f"{self.name}.code", places[source.by_entry(codes, start, end)]


class LargeNumberColumn:
    """One of some large numbers by entry."""

    def __init__(self, name: str, sources: Sequence[MergeSource], size: int) -> None:
        self.name = name
        self._sources = sources
        self._size = size

    def prepare(self) -> Iterator[None]:
        values: list[Array] = []
        for source in self._sources:
            found = source.file[f"{self.name}.values"]
            used = _used(source.file[f"{self.name}.code"], source, len(found))
            values.append(found if used is None else found[used])
            yield
        found = np.concatenate(values)
        found.sort(kind="stable")  # runs in order, and others may go on meanwhile
        yield
        self._values = found[np.append(True, found[1:] != found[:-1])] if len(found) else found
        yield

    def announced(self) -> Mapping[str, tuple[npt.DTypeLike, int]]:
        return {f"{self.name}.code": (np.int32, self._size), f"{self.name}.values": (np.int64, len(self._values))}

    def slices(self) -> Iterator[tuple[str, Array]]:
        yield f"{self.name}.values", self._values
        for source in self._sources:
            codes, values = source.file[f"{self.name}.code"], source.file[f"{self.name}.values"]
            for start, end in chunks(0, source.file.size):
                own = values[source.by_entry(codes, start, end)]
                yield f"{self.name}.code", np.searchsorted(self._values, own)


class Stored:
    """Some bytes by entry."""

    def __init__(self, name: str, sources: Sequence[MergeSource], size: int) -> None:
        self.name = name
        self._sources = sources
        self._size = size

    def prepare(self) -> Iterator[None]:
        self._bytes = 0
        for source in self._sources:
            ends = source.file[f"{self.name}.ends"]
            for start, end in chunks(0, source.file.size):
                self._bytes += int(source.going(np.diff(ends[start : end + 1]), start).sum())
            yield

    def announced(self) -> Mapping[str, tuple[npt.DTypeLike, int]]:
        return {f"{self.name}.bytes": (np.uint8, self._bytes), f"{self.name}.ends": (np.uint32, self._size + 1)}

    def slices(self) -> Iterator[tuple[str, Array]]:
        so_far = 0
        yield f"{self.name}.ends", np.zeros(1, np.uint32)
        for source in self._sources:
            ends, stored = source.file[f"{self.name}.ends"], source.file[f"{self.name}.bytes"]
            for start, end in chunks(0, source.file.size, max(1, STEP >> 5)):
                lengths = np.diff(ends[start : end + 1]).astype(np.int64)
                part = stored[int(ends[start]) : int(ends[end])]
                if source.kept is not None:
                    whether = source.kept[start:end]
                    part = part[np.repeat(whether, lengths)]
                    lengths = lengths[whether]
                yield f"{self.name}.bytes", part
                yield f"{self.name}.ends", np.cumsum(lengths) + so_far
                so_far += int(lengths.sum())
