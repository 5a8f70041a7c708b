"""One segment under evaluation: postings, positions and columns as arrays, entries numbered from 0."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

import numpy as np

from delegate_desk.search.engine.segment_builder import LENGTHS, START
from delegate_desk.search.engine.segment_file import Array, Segment, SegmentFile

_STRIDE = 32
_CHUNK = 1 << 16
_BITS = np.uint64(1) << (np.arange(256, dtype=np.uint64) & np.uint64(63))
_NONE = np.zeros(0, np.intp)


def unique(numbers: Array) -> Array:
    """Each of some sorted numbers once; numpy's own would first import its masked arrays, which takes long."""
    if not len(numbers):
        return numbers
    first = np.empty(len(numbers), np.bool_)
    first[0] = True
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    return numbers[first]


class TermDictionary:
    """Terms by number, from 0."""

    def __init__(self, file: SegmentFile, field: str) -> None:
        ends = file[f"{field}.ends"]
        self.count = max(0, len(ends) - 1)
        self._starts = ends
        self._blob = file[f"{field}.terms"]
        # A memoryview gives an item in a third of the time that numpy takes.
        self._ends = ends.data
        self._bytes = self._blob.data

    @classmethod
    def for_field(cls, file: SegmentFile, field: str) -> "TermDictionary | None":
        """The lexicon of a field, made once; None where the segment has no such field."""
        key = "lexicon", field
        found: TermDictionary | None = file.cache.get(key)
        if found is None and f"{field}.ends" in file:
            found = file.cache[key] = cls(file, field)
        return found

    def term(self, number: int) -> bytes:
        return bytes(self._bytes[self._ends[number] : self._ends[number + 1]])

    @cached_property
    def _heads(self) -> list[bytes]:
        return [self.term(number) for number in range(0, self.count, _STRIDE)]

    def find(self, word: bytes) -> int:
        """The number of the first term that is not before a word."""
        block = bisect_right(self._heads, word) - 1
        if block < 0:
            return 0
        low = block * _STRIDE
        return bisect_left(range(self.count), word, low, min(low + _STRIDE, self.count), key=self.term)

    def number(self, word: bytes) -> int:
        """The number of a term; -1 where it is none."""
        block = bisect_right(self._heads, word) - 1
        if block < 0 or not word:
            return -1
        # To find it in the bytes of all terms of the block is quicker than to compare one by one.
        low = block * _STRIDE
        ends = self._ends[low : low + _STRIDE + 1].tolist()
        text = self._bytes[ends[0] : ends[-1]].tobytes()
        at = text.find(word)
        while at >= 0:
            place = bisect_left(ends, ends[0] + at)
            if ends[place] == ends[0] + at and ends[place + 1] == ends[place] + len(word):
                return low + place
            at = text.find(word, at + 1)
        return -1

    def prefix(self, begun: bytes) -> tuple[int, int]:
        """The first of the terms that begin so, and the first behind them."""
        return (self.find(begun), self.find(begun + b"\xff")) if begun else (0, self.count)

    # Patterns

    def wildcard(self, pattern: str) -> Array:
        """The numbers of the terms of a pattern in which ``*`` stands for any letters and ``?`` for one.

        What is literal in it narrows first: its head by the order, its tail and its longest middle by their bytes.
        """
        pieces = re.split(r"([*?])", pattern)
        head, tail = pieces[0].encode("utf-8", "replace"), pieces[-1].encode("utf-8", "replace")
        low, high = self.prefix(head)
        if len(pieces) == 1:
            found = self.number(head)
            return np.array([found], np.intp) if found >= 0 else _NONE
        numbers = np.arange(low, high)
        if tail:
            numbers = self._ending(numbers, tail)
        middle = max(pieces[2:-2:2], key=len, default="").encode("utf-8", "replace")
        if middle and len(numbers) > _STRIDE:
            holding = self._holding(low, high, middle)
            numbers = holding if len(numbers) == high - low else np.intersect1d(numbers, holding, assume_unique=True)
        if set(pieces[1:-1]) <= {"*", ""} and len(pieces) == 3:
            return numbers[self._sizes(numbers) >= len(head) + len(tail)]
        if not (head or tail or middle):
            asked, letters = pattern.count("?"), self._letters[1]
            return np.flatnonzero(letters >= asked if "*" in pattern else letters == asked)
        fits = re.compile("".join(_expression(piece) for piece in pieces)).fullmatch
        return np.array([n for n in numbers.tolist() if fits(self.term(n).decode())], np.intp)

    def _sizes(self, numbers: Array) -> Array:
        sizes: Array = self._starts[numbers + 1].astype(np.intp) - self._starts[numbers].astype(np.intp)
        return sizes

    def _ending(self, numbers: Array, tail: bytes) -> Array:
        """Those of some terms that end so."""
        numbers = numbers[self._sizes(numbers) >= len(tail)]
        for back, byte in enumerate(reversed(tail), 1):
            numbers = numbers[self._blob.take(self._starts[numbers + 1].astype(np.intp) - back) == byte]
        return numbers

    def _holding(self, low: int, high: int, piece: bytes) -> Array:
        """Terms of a range that hold a piece, and perhaps some in which it only begins."""
        first, last = self._ends[low], self._ends[high]
        text = self._bytes[first:last].tobytes()
        places = []
        at = text.find(piece)
        while at >= 0:
            places.append(first + at)
            at = text.find(piece, at + 1)
        return unique(self._starts.searchsorted(np.array(places, self._starts.dtype), side="right") - 1)

    # Spelling

    @cached_property
    def _letters(self) -> tuple[Array, Array, Array]:
        """By term which letters it has, as bits, how many, and which pairs of letters; the last byte tells a letter."""
        signatures, sizes = np.zeros(self.count, np.uint64), np.zeros(self.count, np.uint8)
        pairs = np.zeros(self.count, np.uint64)
        for low in range(0, self.count, _CHUNK):
            high = min(low + _CHUNK, self.count)
            first, last = self._ends[low], self._ends[high]
            text = self._blob[first:last]
            begins = (text & 0xC0) != 0x80
            letter_ends = np.append(begins[1:], True)
            starts = self._starts[low:high].astype(np.intp) - first
            before = np.cumsum(begins) - begins  # how many letters stand before each byte
            at = before[starts]
            letters = text[letter_ends]
            signatures[low:high] = np.bitwise_or.reduceat(_BITS[letters], at)
            two = _pairs(letters)
            two[at[1:] - 1] = 0  # of two terms
            pairs[low:high] = np.bitwise_or.reduceat(two, at)
            sizes[low:high] = np.minimum(np.diff(np.append(at, np.count_nonzero(begins))), 255)
        return signatures, sizes, pairs

    def near(self, word: str, edits: int) -> list[tuple[int, int]]:
        """The terms at most so many edits from a word, with the edits.

        An edit takes at most one of the letters that a word has and two of its pairs, and brings at most one letter:
        few terms are left to compare.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        typed = word.encode("utf-8", "replace")
        if not typed or not self.count:
            return []
        signatures, sizes, pairs = self._letters
        size = min(len(word), 255)
        numbers = ((sizes >= max(0, size - edits)) & (sizes <= min(255, size + edits))).nonzero()[0]
        letters = np.array([letter.encode("utf-8", "replace")[-1] for letter in word], np.uint8)
        own, two = np.bitwise_or.reduce(_BITS[letters]), np.bitwise_or.reduce(_pairs(letters))
        numbers = numbers[np.bitwise_count(own & ~signatures.take(numbers)) <= edits]
        numbers = numbers[np.bitwise_count(two & ~pairs.take(numbers)) <= 2 * edits]
        brought = np.bitwise_count(signatures.take(numbers) & ~own)
        # Where a term is shorter, an edit for each letter less brings none.
        numbers = numbers[brought <= edits - np.maximum(size - sizes.take(numbers).astype(np.int16), 0)]
        if not len(numbers):
            return []
        bounds = zip(self._starts.take(numbers).tolist(), self._starts.take(numbers + 1).tolist(), strict=True)
        terms = [str(self._bytes[start:end], "utf-8") for start, end in bounds]
        distances = process.cdist([word], terms, scorer=Levenshtein.distance, score_cutoff=edits, dtype=np.uint8)[0]
        near = (distances <= edits).nonzero()[0]
        return list(zip(numbers.take(near).tolist(), distances.take(near).tolist(), strict=True))


def _pairs(letters: Array) -> Array:
    """Bit for each letter with the next letter; none for the last."""
    found = np.zeros(len(letters), np.uint64)
    found[:-1] = _BITS[letters[:-1] * np.uint8(37) + letters[1:]]
    return found


def _expression(piece: str) -> str:
    return ".*" if piece == "*" else "." if piece == "?" else re.escape(piece)


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
        return _pieces(self.file[f"{field}.gpos"], self.file[f"{field}.gpost"], numbers)

    def starts(self) -> Array:
        """By entry, the number of its first word."""
        return self.file[START]

    def entries_at(self, places: Array) -> Array:
        starts = self.starts()
        entries: Array = starts.searchsorted(places.astype(starts.dtype), side="right") - 1
        return entries


def entries_with_term(file: SegmentFile, field: str, term: bytes) -> Array:
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
