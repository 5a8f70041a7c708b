"""Clauses of a query: the matching entries of a segment, their scores, and the positions of the words.

Matches are masks with a flag for each entry. Scores are BM25; a matching clause with words scores above 0.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache, partial

import numpy as np

from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.schema import encode_term
from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import (
    EMPTY,
    Runs,
    SegmentReader,
    TermDictionary,
    consecutive,
    length_weights,
    near,
    pieces,
)

_FEW_HITS = 2000
"""With more hits, words in a row are not looked for, as that would take longer than everything else."""


class SearchStoppedError(Exception):
    """The search was stopped."""


class TermStatistics:
    """The terms of a state of the index.

    Attributes:
        numbers: Returns the number of a term of a field by segment; -1 where it is missing.
    """

    def __init__(self, readers: Sequence[SegmentReader]) -> None:
        self._readers = readers
        self.size = sum(reader.size for reader in readers)
        # while a query is typed, most of its words stay the same
        self.numbers = lru_cache(maxsize=5000)(partial(_numbers, readers))

    def holds(self, field: str, text: str) -> bool:
        return max(self.numbers(field, text), default=-1) >= 0

    def frequency(self, field: str, text: str) -> int:
        """Return the number of entries with a term, over all segments."""
        numbers = zip(self._readers, self.numbers(field, text), strict=True)
        return sum(reader.frequency(field, number) for reader, number in numbers if number >= 0)

    def rarity(self, field: str, text: str) -> float:
        """Return the inverse document frequency of a term, over all segments."""
        return math.log(self.size / (self.frequency(field, text) + 1)) + 1

    def average(self, field: str) -> float:
        """Return the number of terms of a field in an entry."""
        return sum(reader.lengths.get(field, 0) for reader in self._readers) / (self.size or 1) or 1.0


def _numbers(readers: Sequence[SegmentReader], field: str, text: str) -> list[int]:
    return [reader.term_dictionary(field).number(encode_term(text)) for reader in readers]


class SegmentSearch:
    """One search in one segment; caches the matches of each clause.

    Args:
        number: The index of the segment.
        stopped: Called between the clauses of a query.
    """

    def __init__(
        self, terms: TermStatistics, reader: SegmentReader, number: int, stopped: Callable[[], bool] | None = None
    ) -> None:
        self.terms = terms
        self.reader = reader
        self._number = number
        self._stopped = stopped
        self._matches: dict[Clause, Array] = {}

    def number(self, field: str, text: str) -> int:
        """Return the number of a term; -1 if the segment lacks it."""
        return self.terms.numbers(field, text)[self._number]

    def find(self, clause: "Clause") -> Array:
        """Return by entry whether it matches a clause, including deleted ones; not to be changed."""
        found = self._matches.get(clause)
        if found is None:
            if self._stopped and self._stopped():
                raise SearchStoppedError
            found = self._matches[clause] = clause.find(self)
        return found

    def mask(self, entries: Array = EMPTY) -> Array:
        """Return flags for entries in any order, with or without duplicates."""
        mask = np.zeros(self.reader.size, np.bool_)
        mask[entries] = True
        return mask


class Clause(ABC):
    """Part of a query; each belongs to one query, and is compared by identity.

    Matches are requested through ``SegmentSearch``, which caches them.

    Attributes:
        score: Score of each hit, if it is the same for all.
    """

    score = 1.0

    @abstractmethod
    def find(self, search: SegmentSearch) -> Array:
        """Return by entry whether it matches."""

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        """Return the scores of some entries, in order; 0 for those that do not match."""
        scores: Array = self.score * search.find(self).take(entries)
        return scores


class PlacedClause(Clause):
    """A clause whose words have positions: a word in any form, alternatives of such, and sequences."""

    @abstractmethod
    def runs(self, search: SegmentSearch) -> Runs:
        """Return the positions of its words."""


@dataclass(frozen=True, eq=False)
class TermClause(PlacedClause):
    field: str
    text: str

    def find(self, search: SegmentSearch) -> Array:
        number = search.number(self.field, self.text)
        return search.mask(search.reader.entries(self.field, number) if number >= 0 else EMPTY)

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        number = search.number(self.field, self.text)
        counts = search.reader.counts(self.field, number) if number >= 0 else None
        if counts is None:
            return super().scores(search, entries)
        by_entry = np.zeros(search.reader.size, counts.dtype)
        by_entry[search.reader.entries(self.field, number)] = counts
        found = by_entry.take(entries)
        weights = length_weights(search.terms.average(self.field))
        lengths = search.reader.file[f"{self.field}.len"].take(entries)
        score: Array = search.terms.rarity(self.field, self.text) * 2.2 * found / (found + weights.take(lengths))
        return score

    def runs(self, search: SegmentSearch) -> Runs:
        number = search.number(self.field, self.text)
        return Runs(search.reader.places(self.field, number) if number >= 0 else EMPTY)


class _Terms(PlacedClause):
    field: str
    text: str

    @abstractmethod
    def numbers(self, terms: TermDictionary) -> Array:
        """Return the numbers of the terms."""

    def find(self, search: SegmentSearch) -> Array:
        return search.mask(self._items(search, "docs", "post"))

    def runs(self, search: SegmentSearch) -> Runs:
        return Runs(self._items(search, "gpos", "gpost").astype(np.intp), is_ordered=False)

    def _items(self, search: SegmentSearch, name: str, bounds: str) -> Array:
        file, numbers = search.reader.file, self.numbers(search.reader.term_dictionary(self.field))
        return pieces(file[f"{self.field}.{name}"], file[f"{self.field}.{bounds}"], numbers)


@dataclass(frozen=True, eq=False)
class PrefixClause(_Terms):
    field: str
    text: str
    score: float = 1.0

    def numbers(self, terms: TermDictionary) -> Array:
        return np.arange(*terms.prefix(encode_term(self.text))) if self.text else EMPTY


@dataclass(frozen=True, eq=False)
class PatternClause(_Terms):
    """Terms of a pattern in which ``*`` stands for any letters and ``?`` for one."""

    field: str
    text: str
    score: float = 1.0

    def numbers(self, terms: TermDictionary) -> Array:
        return terms.wildcard(self.text)


@dataclass(frozen=True, eq=False)
class FuzzyClause(_Terms):
    field: str
    text: str
    edits: int
    score: float = 1.0

    def numbers(self, terms: TermDictionary) -> Array:
        return np.array([number for number, _ in terms.near(self.text, self.edits)], np.intp)


@dataclass(frozen=True, eq=False)
class RangeClause(Clause):
    """Entries whose number in a column is in an inclusive range."""

    column: str
    first: int
    last: int

    def find(self, search: SegmentSearch) -> Array:
        column = search.reader.file[f"{self.column}.col"]
        within: Array = (column >= self.first) & (column <= self.last)
        return within


@dataclass(frozen=True, eq=False)
class DocumentsClause(Clause):
    documents: Collection[int]

    def find(self, search: SegmentSearch) -> Array:
        flags = np.zeros(max(self.documents) + 2, np.bool_)
        flags[list(self.documents)] = True
        return flags.take(search.reader.file["document.col"], mode="clip")


def _total(search: SegmentSearch, parts: Iterable[Clause], entries: Array) -> Array:
    total = np.zeros(len(entries))
    for part in parts:
        total += part.scores(search, entries)
    return total


@dataclass(frozen=True, eq=False)
class AndClause(Clause):
    """Entries that match all parts: all entries if it has no parts."""

    parts: Sequence[Clause]

    def find(self, search: SegmentSearch) -> Array:
        mask = search.find(self.parts[0]).copy() if self.parts else ~search.mask()
        for part in self.parts[1:]:
            mask &= search.find(part)
        return mask

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        positive = (part for part in self.parts if not isinstance(part, NotClause))
        return _total(search, positive, entries) * search.find(self).take(entries)


@dataclass(frozen=True, eq=False)
class OrClause(Clause):
    """Entries that match any part; none if it has no parts."""

    parts: Sequence[Clause]

    def find(self, search: SegmentSearch) -> Array:
        mask = search.mask()
        for part in self.parts:
            mask |= search.find(part)
        return mask

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        return _total(search, self.parts, entries)


@dataclass(frozen=True, eq=False)
class AlternativesClause(OrClause, PlacedClause):
    parts: Sequence[PlacedClause]

    def runs(self, search: SegmentSearch) -> Runs:
        parts = [runs for part in self.parts if len((runs := part.runs(search)).places)]
        joined = np.concatenate([EMPTY, *(runs.places for runs in parts)])
        return Runs(joined, parts[0].word_count if parts else 1, is_ordered=False)


class BestClause(OrClause):
    """Entries that match any part, with the highest score of any."""

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        highest = np.zeros(len(entries))
        for part in self.parts:
            np.maximum(highest, part.scores(search, entries), out=highest)
        return highest


@dataclass(frozen=True, eq=False)
class NotClause(Clause):
    score = 0.0
    part: Clause

    def find(self, search: SegmentSearch) -> Array:
        return ~search.find(self.part)


class _Wrapper(Clause):
    part: Clause

    def find(self, search: SegmentSearch) -> Array:
        return search.find(self.part)


@dataclass(frozen=True, eq=False)
class MaybeClause(_Wrapper):
    """A part whose hits score more if something else matches."""

    part: Clause
    more: Clause

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        scores = self.part.scores(search, entries)
        scores += self.more.scores(search, entries) * search.find(self.part).take(entries)
        return scores


@dataclass(frozen=True, eq=False)
class FlatClause(_Wrapper):
    """A part whose hits all score the same."""

    part: Clause
    score: float


@dataclass(frozen=True, eq=False)
class SteppedClause(_Wrapper):
    """A part with words whose hits score a given amount more."""

    part: Clause
    step: float

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        score = self.part.scores(search, entries)
        stepped: Array = score + self.step * (score > 0.0)
        return stepped


@dataclass(frozen=True, eq=False)
class SequenceClause(PlacedClause):
    """Parts that directly follow each other."""

    parts: Sequence[PlacedClause]

    def find(self, search: SegmentSearch) -> Array:
        return search.mask(search.reader.entries_at(self.runs(search).places))

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        return _total(search, self.parts, entries) * search.find(self).take(entries)

    def runs(self, search: SegmentSearch) -> Runs:
        return consecutive([part.runs(search) for part in self.parts])


@dataclass(frozen=True, eq=False)
class InRowClause(_Wrapper):
    """A small bonus for hits of another clause with words in a row; none if there are many hits."""

    part: Clause
    score: float

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        return super().scores(search, entries) if len(entries) <= _FEW_HITS else np.zeros(len(entries))


@dataclass(frozen=True, eq=False)
class NearClause(Clause):
    """Two parts at most a number of words apart, in either order."""

    left: PlacedClause
    right: PlacedClause
    distance: int

    def find(self, search: SegmentSearch) -> Array:
        return search.mask(near(search.reader, self.left.runs(search), self.right.runs(search), self.distance))

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        return _total(search, (self.left, self.right), entries) * search.find(self).take(entries)
