"""One segment under evaluation: postings, positions and columns as arrays, entries numbered from 0."""

import numpy as np

from delegate_desk.search.engine.segments.segment import Segment
from delegate_desk.search.engine.segments.segment_builder import LENGTHS, START
from delegate_desk.search.engine.segments.segment_file import Array, SegmentFile
from delegate_desk.search.engine.segments.term_dictionary import TermDictionary

_LENGTHS = LENGTHS.astype(np.float64)
_K1, _B = 1.2, 0.75  # BM25F as Whoosh sets it
EMPTY = np.zeros(0, np.intp)
FEW = 24
"""So many times longer must a list be for a search in it to be quicker than a look at flags."""


class Flags:
    """One array of truth values for all uses: whoever raises some takes them down again.

    To look a number up in it is far quicker than to search a sorted list; to make it anew each time would not be. One
    search at a time may use it.
    """

    def __init__(self) -> None:
        self._flags = np.zeros(0, np.bool_)

    def at_least(self, size: int) -> Array:
        """At least so many, all False."""
        if len(self._flags) < size:
            self._flags = np.zeros(size + size // 8, np.bool_)
        return self._flags


class SegmentReader:
    """One segment of a state of the index.

    Attributes:
        lengths: By text field, the number of terms of all entries together.
        alive: By entry, True where it is not deleted; None where none is.
    """

    def __init__(self, file: SegmentFile, segment: Segment, flags: Flags) -> None:
        self.file = file
        self.size = file.size
        self.count = segment.count
        self.lengths = segment.lengths
        self.flags = flags
        self._posts: dict[str, memoryview[int]] = {}
        self._keys: tuple[memoryview[int], memoryview[int]] | None = None
        self.alive: Array | None = None
        if segment.deletions is not None:
            self.alive = ~segment.deletions

    def term_dictionary(self, field: str) -> TermDictionary | None:
        """The terms of a field; None where the segment has no such field."""
        return TermDictionary.for_field(self.file, field)

    def frequency(self, field: str, number: int) -> int:
        """In how many entries a term is, deleted ones among them."""
        post = self._bounds(field)
        return post[number + 1] - post[number]

    def _bounds(self, field: str) -> "memoryview[int]":
        """Starts of the postings of each term; a memoryview gives an item in a third of the time that numpy takes."""
        found = self._posts.get(field)
        if found is None:
            found = self._posts[field] = self.file[f"{field}.post"].data
        return found

    def entries(self, field: str, low: int, high: int) -> Array:
        """The entries of the terms numbered from ``low`` to before ``high``, those of each in order."""
        return self.raw_entries(field, low, high).astype(np.intp)

    def raw_entries(self, field: str, low: int, high: int) -> Array:
        """The same as they lie in the file."""
        post = self._bounds(field)
        return self.file[f"{field}.docs"][post[low] : post[high]]

    def entries_for_terms(self, field: str, numbers: Array) -> Array:
        """Return the entries of some terms, one term after the other."""
        return _pieces(self.file[f"{field}.docs"], self.file[f"{field}.post"], numbers)

    def counts(self, field: str, number: int) -> Array | None:
        """Frequency of a term in each of its entries, in their order; None if it is not stored: always 1."""
        if f"{field}.tf" not in self.file:
            return None
        post = self._bounds(field)
        return self.file[f"{field}.tf"][post[number] : post[number + 1]]

    def scorable(self, field: str) -> bool:
        """True if the lengths of a field are kept."""
        return f"{field}.len" in self.file

    def key(self, entry: int) -> bytes:
        """Identity of an entry, packed."""
        if self._keys is None:
            self._keys = self.file["key.ends"].data, self.file["key.bytes"].data
        ends, keys = self._keys
        return keys[ends[entry] : ends[entry + 1]].tobytes()

    # Words in order: every word of a segment has a number of its own, with a gap of one between entries

    def places(self, field: str, low: int, high: int) -> Array:
        """Positions of the terms numbered from ``low`` to before ``high``, in order for each term."""
        post = self.file[f"{field}.gpost"]
        places: Array = self.file[f"{field}.gpos"][int(post[low]) : int(post[high])].astype(np.intp)
        return places

    def position_bounds(self, field: str, low: int, high: int) -> tuple[int, int]:
        """From where to where the places of some terms lie."""
        post = self.file[f"{field}.gpost"]
        return int(post[low]), int(post[high])

    def positions_for_terms(self, field: str, numbers: Array) -> Array:
        """Return the positions of some terms, one term after the other."""
        return _pieces(self.file[f"{field}.gpos"], self.file[f"{field}.gpost"], numbers)

    def starts(self) -> Array:
        """By entry, the number of its first word."""
        return self.file[START]

    def entries_at(self, places: Array) -> Array:
        """The entry of each of some places."""
        starts = self.starts()
        entries: Array = starts.searchsorted(places.astype(starts.dtype), side="right") - 1
        return entries


def entries_with_term(file: SegmentFile, field: str, term: bytes) -> Array:
    """The entries of a segment that have a term, in order."""
    lexicon = TermDictionary.for_field(file, field)
    number = lexicon.number(term) if lexicon else -1
    if number < 0:
        return EMPTY
    low, high = file[f"{field}.post"][number : number + 2].tolist()
    return file[f"{field}.docs"][low:high]


def length_weights(average: float) -> Array:
    """Length normalisation that BM25 adds to a count in the denominator, by the byte of a length."""
    weights: Array = _K1 * ((1 - _B) + _B * _LENGTHS / average)
    return weights


def _pieces(items: Array, bounds: Array, numbers: Array) -> Array:
    """Several slices of an array, one behind the other; ``bounds`` says where each begins and ends."""
    if len(numbers) < 8:
        parts = [items[int(bounds[number]) : int(bounds[number + 1])] for number in numbers.tolist()]
        joined = np.concatenate(parts) if parts else items[:0]
    else:
        first = bounds[numbers].astype(np.intp)
        sizes = bounds[numbers + 1].astype(np.intp) - first
        before = np.cumsum(sizes) - sizes
        joined = items.take(np.repeat(first - before, sizes) + np.arange(int(sizes.sum())))
    found: Array = joined.astype(np.intp)
    return found
