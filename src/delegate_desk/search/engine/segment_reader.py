"""One segment under evaluation: postings, positions and columns as arrays, entries numbered from 0."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from delegate_desk.search.engine.analysis import pattern_expression
from delegate_desk.search.engine.segment_builder import LENGTHS, START
from delegate_desk.search.engine.segment_file import Array, Segment, SegmentFile

_BITS = np.uint64(1) << (np.arange(256, dtype=np.uint64) & np.uint64(63))


def unique(numbers: Array) -> Array:
    """Return the distinct values of sorted numbers.

    Numpy's function would import its masked arrays, which takes long.
    """
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
        self.count = len(ends) - 1
        self._starts = ends
        self._blob = file[f"{field}.terms"]
        # a memoryview returns an item in a third of the time that numpy takes
        self._ends = ends.data
        self._bytes = self._blob.data

    @classmethod
    def for_field(cls, file: SegmentFile, field: str) -> "TermDictionary":
        """Return the dictionary of a field, created once."""
        found: TermDictionary | None = file.cache.get(("terms", field))
        if found is None:
            found = file.cache["terms", field] = cls(file, field)
        return found

    def term(self, number: int) -> bytes:
        return bytes(self._bytes[self._ends[number] : self._ends[number + 1]])

    def terms(self, low: int, high: int) -> list[bytes]:
        bounds = self._ends[low : high + 1].tolist()
        text = self._bytes[bounds[0] : bounds[-1]].tobytes()
        return [text[start - bounds[0] : end - bounds[0]] for start, end in pairwise(bounds)]

    def find(self, word: bytes) -> int:
        """Return the number of the first term that is not before a word."""
        return bisect_left(range(self.count), word, key=self.term)

    def number(self, word: bytes) -> int:
        """Return the number of a term; -1 if it is missing."""
        found = self.find(word)
        return found if found < self.count and self.term(found) == word else -1

    def prefix(self, start: bytes) -> tuple[int, int]:
        """Return the first of the terms that begin so, and the first after them."""
        return (self.find(start), self.find(start + b"\xff")) if start else (0, self.count)

    def wildcard(self, pattern: str) -> Array:
        """Return the numbers of the terms of a pattern in which ``*`` stands for any letters and ``?`` for one.

        Its literal parts narrow the terms first: the head by the order, the tail and the longest middle by their bytes.
        """
        head, *rest = (piece.encode("utf-8", "replace") for piece in re.split(r"[*?]+", pattern))
        low, high = self.prefix(head)
        middle = max(rest[:-1], key=len, default=b"")
        numbers = np.arange(low, high)
        if middle:  # terms that contain it, and perhaps some in which it only begins
            first, last = self._ends[low], self._ends[high]
            text = self._bytes[first:last].tobytes()
            places = []
            found = text.find(middle)
            while found >= 0:
                places.append(first + found)
                found = text.find(middle, found + 1)
            numbers = unique(self._starts.searchsorted(np.array(places, self._starts.dtype), "right") - 1)
        for distance, byte in enumerate(reversed(rest[-1] if rest else b""), 1):
            numbers = numbers[self._blob[self._starts[numbers + 1].astype(np.intp) - distance] == byte]
        fits = pattern_expression(pattern).fullmatch
        return np.array([n for n in numbers.tolist() if fits(self.term(n).decode())], np.intp)

    @cached_property
    def _letters(self) -> tuple[Array, Array]:
        """Return by term which letters it has, as bits, and how many; the last byte identifies a letter."""
        begins = (self._blob & 0xC0) != 0x80
        starts = self._starts[:-1].astype(np.intp)
        bits = np.where(np.append(begins[1:], True), _BITS[self._blob], np.uint64(0))
        return np.bitwise_or.reduceat(bits, starts), np.add.reduceat(begins, starts, dtype=np.int16)

    def near(self, word: str, edits: int) -> list[tuple[int, int]]:
        """Return the terms within a number of edits of a word, with the edits.

        An edit removes at most one of a word's letters, and adds at most one; one that makes it longer removes none,
        and one that makes it shorter adds none. Few terms remain to be compared.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        if not word or not self.count:
            return []
        signatures, sizes = self._letters
        longer = sizes - len(word)
        numbers = (np.abs(longer) <= edits).nonzero()[0]
        own = np.bitwise_or.reduce(_BITS[[letter.encode("utf-8", "replace")[-1] for letter in word]])
        removed = np.bitwise_count(own & ~signatures.take(numbers))
        numbers = numbers[removed <= edits - np.maximum(longer.take(numbers), 0)]
        added = np.bitwise_count(signatures.take(numbers) & ~own)
        numbers = numbers[added <= edits + np.minimum(longer.take(numbers), 0)]
        if not len(numbers):
            return []
        bounds = zip(self._starts.take(numbers).tolist(), self._starts.take(numbers + 1).tolist(), strict=True)
        terms = [str(self._bytes[start:end], "utf-8") for start, end in bounds]
        distances = process.cdist([word], terms, scorer=Levenshtein.distance, score_cutoff=edits, dtype=np.uint8)[0]
        near = (distances <= edits).nonzero()[0]
        return list(zip(numbers.take(near).tolist(), distances.take(near).tolist(), strict=True))


_LENGTHS = LENGTHS.astype(np.float64)
_K1, _B = 1.2, 0.75  # BM25F as Whoosh sets it
EMPTY = np.zeros(0, np.intp)
_MANY = 8000
"""Positions from which flags are made at once instead of a search for each."""


class SegmentReader:
    """One segment of a state of the index.

    Attributes:
        lengths: By text field, the number of terms of all entries together.
        alive: By entry, True if it is not deleted; None if none is.
    """

    def __init__(self, file: SegmentFile, segment: Segment) -> None:
        self.file = file
        self.size = file.size
        self.count = segment.count
        self.lengths = segment.lengths
        self.alive: Array | None = None if segment.deletions is None else ~segment.deletions

    def term_dictionary(self, field: str) -> TermDictionary:
        return TermDictionary.for_field(self.file, field)

    def frequency(self, field: str, number: int) -> int:
        """Return the number of entries with a term, including deleted ones."""
        post = self.file[f"{field}.post"]
        return int(post[number + 1]) - int(post[number])

    def entries(self, field: str, number: int) -> Array:
        """Return the entries of a term, in order."""
        post = self.file[f"{field}.post"]
        return self.file[f"{field}.docs"][post[number] : post[number + 1]]

    def counts(self, field: str, number: int) -> Array | None:
        """Return the frequency of a term in each of its entries; None if it is not stored: always 1."""
        if f"{field}.tf" not in self.file:
            return None
        post = self.file[f"{field}.post"]
        return self.file[f"{field}.tf"][post[number] : post[number + 1]]

    def key(self, entry: int) -> bytes:
        """Return the identity of an entry, packed."""
        low, high = self.file["key.ends"][entry : entry + 2].tolist()
        return self.file["key.bytes"][low:high].tobytes()

    # words in order: every word of a segment has its own number, with a gap of one between entries

    def places(self, field: str, number: int) -> Array:
        """Return the positions of a term, in order."""
        post = self.file[f"{field}.gpost"]
        places: Array = self.file[f"{field}.gpos"][post[number] : post[number + 1]].astype(np.intp)
        return places

    def entries_at(self, places: Array) -> Array:
        starts = self.file[START]
        entries: Array = starts.searchsorted(places.astype(starts.dtype), side="right") - 1
        return entries


def entries_with_term(file: SegmentFile, field: str, term: bytes) -> Array:
    number = TermDictionary.for_field(file, field).number(term)
    if number < 0:
        return EMPTY
    low, high = file[f"{field}.post"][number : number + 2].tolist()
    return file[f"{field}.docs"][low:high]


def length_weights(average: float) -> Array:
    """Return the length normalisation that BM25 adds to a count in the denominator, by length byte."""
    weights: Array = _K1 * ((1 - _B) + _B * _LENGTHS / average)
    return weights


def pieces(items: Array, bounds: Array, numbers: Array) -> Array:
    """Return several slices of an array, concatenated; ``bounds`` gives their ranges."""
    if len(numbers) and numbers[-1] - numbers[0] == len(numbers) - 1 and (numbers[1:] > numbers[:-1]).all():
        return items[bounds[numbers[0]] : bounds[numbers[-1] + 1]]
    first = bounds[numbers].astype(np.intp)
    sizes = bounds[numbers + 1].astype(np.intp) - first
    offsets = np.cumsum(sizes) - sizes
    found: Array = items.take(np.repeat(first - offsets, sizes) + np.arange(int(sizes.sum()))).astype(np.intp)
    return found


class Runs(NamedTuple):
    """Positions of a part of a query.

    Attributes:
        places: Positions of its first words.
    """

    places: Array
    word_count: int = 1
    is_ordered: bool = True


def consecutive(parts: Sequence[Runs]) -> Runs:
    """Return the positions at which some parts begin one after the other."""
    offsets = [0, *accumulate(part.word_count for part in parts)]
    ordered = sorted(zip(parts, offsets, strict=False), key=lambda pair: len(pair[0].places))
    places = np.sort(ordered[0][0].places, kind="stable") - ordered[0][1]
    for part, offset in ordered[1:] if len(places) else ():
        targets = places + offset
        if part.is_ordered and len(places) < max(_MANY, len(part.places) // 8):
            places = places[part.places.take(part.places.searchsorted(targets), mode="clip") == targets]
        else:  # flags take less time than sorting, or than many searches
            places = places[np.isin(targets, part.places, kind="table")]
    return Runs(places, offsets[-1])


def near(reader: SegmentReader, left: Runs, right: Runs, distance: int) -> Array:
    """Return entries in which two parts are at most ``distance`` words apart, in either order."""
    rarer, other = sorted((left, right), key=lambda runs: len(runs.places))
    if not len(rarer.places):
        return EMPTY
    places, others = np.sort(rarer.places, kind="stable"), np.sort(other.places, kind="stable")
    entries = reader.entries_at(places)
    starts = reader.file[START].astype(np.intp)
    first, ends = starts.take(entries), np.append(starts[1:] - 1, np.iinfo(np.intp).max).take(entries)
    hit = np.zeros(len(places), np.bool_)
    # range in which the other part may begin, relative to the rarer part
    for low, high in (
        (1 - distance - other.word_count, -other.word_count),
        (rarer.word_count, rarer.word_count - 1 + distance),
    ):
        indices = others.searchsorted(np.maximum(places + low, first))
        found = others.take(indices, mode="clip")
        hit |= (found <= places + high) & (found < ends) & (indices < len(others))
    return unique(entries[hit])
