"""Arrays of a segment: terms of a field, their positions, and values of entries in a column."""

from itertools import pairwise

import numpy as np

from delegate_desk.search.engine.segments.segment_builder import LENGTHS, START
from delegate_desk.search.engine.segments.segment_file import Array, SegmentFile


def term_count(file: SegmentFile, field: str) -> int:
    """Number of terms of a field."""
    name = f"{field}.ends"
    return len(file[name]) - 1 if name in file else 0


def term(file: SegmentFile, field: str, number: int) -> bytes:
    """A field's term by number, in the order of bytes."""
    ends = file[f"{field}.ends"]
    return file[f"{field}.terms"][int(ends[number]) : int(ends[number + 1])].tobytes()


def first_term(file: SegmentFile, field: str, text: bytes) -> int:
    """The number of a field's first term that is not before a text."""
    low, high = 0, term_count(file, field)
    if not high:
        return 0
    ends, terms = file[f"{field}.ends"], file[f"{field}.terms"].data
    while low < high:
        middle = (low + high) // 2
        if bytes(terms[ends.item(middle) : ends.item(middle + 1)]) < text:
            low = middle + 1
        else:
            high = middle
    return low


def term_number(file: SegmentFile, field: str, text: bytes) -> int | None:
    """The number of a term, or None."""
    number = first_term(file, field, text)
    return number if number < term_count(file, field) and term(file, field, number) == text else None


def entries_with(file: SegmentFile, field: str, text: bytes) -> Array:
    """The entries that have a term, in order."""
    number = term_number(file, field, text)
    if number is None:
        return np.zeros(0, dtype=np.uint32)
    post = file[f"{field}.post"]
    return file[f"{field}.docs"][int(post[number]) : int(post[number + 1])]


class Postings:
    """Postings of a term.

    Attributes:
        entries: Entries that have it, in order.
        counts: Frequency in each entry; None for a plain field, where it is 1.
    """

    def __init__(self, file: SegmentFile, field: str, number: int) -> None:
        self._file, self._field, self._number = file, field, number
        post = file[f"{field}.post"]
        run = slice(int(post[number]), int(post[number + 1]))
        self.entries = file[f"{field}.docs"][run]
        self.counts = file[f"{field}.tf"][run] if f"{field}.tf" in file else None
        self._ends: Array | None = None

    def lengths(self) -> Array:
        """Number of terms of the field in each entry, as stored by Whoosh; 0 for a plain field."""
        name = f"{self._field}.len"
        return LENGTHS[self._file[name][self.entries]] if name in self._file else np.zeros(1, np.int64)

    def positions(self, at: int) -> list[int]:
        """Positions in the entry at index ``at`` of the list, in order; none for a plain field."""
        if self.counts is None:
            return []
        if self._ends is None:
            self._ends = np.cumsum(self.counts, dtype=np.int64)
        begin = int(self._file[f"{self._field}.gpost"][self._number])
        end = int(self._ends[at])
        places = self._file[f"{self._field}.gpos"][begin + end - int(self.counts[at]) : begin + end]
        first = int(self._file[START][self.entries[at]])
        found: list[int] = (places.astype(np.int64) - first).tolist()
        return found


def column_values(file: SegmentFile, name: str) -> Array | list[bytes]:
    """The different values of a column, sorted: numbers, or bytes."""
    values = file[f"{name}.values"]
    if f"{name}.vends" not in file:
        return values
    kept: list[bytes] | None = file.cache.get(f"{name}.values")
    if kept is None:
        ends, data = file[f"{name}.vends"].tolist(), values.tobytes()
        kept = [data[begin:end] for begin, end in pairwise(ends)]
        file.cache[f"{name}.values"] = kept
    return kept


def key(file: SegmentFile, entry: int) -> bytes:
    """The stored key of an entry (see ``schema.unpack_key``)."""
    ends = file["key.ends"]
    return file["key.bytes"][int(ends[entry]) : int(ends[entry + 1])].tobytes()
