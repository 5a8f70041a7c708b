"""Clauses of a query: the matching entries of a segment, their scores, and the positions of the words.

Entries are sorted lists or masks. Scores are BM25; a matching clause with words scores above 0.
"""

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence

import numpy as np

from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import (
    EMPTY,
    FEW,
    Runs,
    SegmentReader,
    TermDictionary,
    consecutive,
    length_weights,
    near,
    pieces,
    unique,
)

Scores = Array | float
"""By entry, or one for all."""

_SPARSE = 16
_FEW_HITS = 2000
"""With more hits, words in a row are not looked for, as that would take longer than everything else."""


class SegmentHits:
    """Entries of a segment: a sorted list, a mask, or both."""

    __slots__ = ("_entries", "_mask", "size")

    def __init__(self, size: int, entries: Array | None = None, mask: Array | None = None) -> None:
        self.size = size
        self._entries = entries
        self._mask = mask

    @property
    def is_listed(self) -> bool:
        return self._entries is not None

    @property
    def entries(self) -> Array:
        if self._entries is None:
            self._entries = self._mask.nonzero()[0] if self._mask is not None else EMPTY
        return self._entries

    @property
    def mask(self) -> Array:
        if self._mask is None:
            self._mask = np.zeros(self.size, np.bool_)
            self._mask[self._entries] = True
        return self._mask

    def __and__(self, other: "SegmentHits") -> "SegmentHits":
        few, many = self, other
        if other.is_listed and not (self.is_listed and len(self.entries) <= len(other.entries)):
            few, many = other, self
        if few.is_listed:
            return SegmentHits(self.size, few.entries[many.mask.take(few.entries)])
        return SegmentHits(self.size, mask=few.mask & many.mask)

    def among(self, search: "SegmentSearch", clause: "Clause") -> "SegmentHits":
        """Return those that match a clause, which is looked for in no others."""
        return SegmentHits(self.size, self.entries[search.among(clause, self.entries)])


class SearchStoppedError(Exception):
    """The search was stopped."""


class SearchRun:
    """One search in all segments of a state of the index.

    Args:
        stopped: Called between the clauses of a query.
    """

    def __init__(self, leaves: Sequence[SegmentReader], stopped: Callable[[], bool] | None = None) -> None:
        self._leaves = leaves
        self._stopped = stopped
        self.size = sum(leaf.size for leaf in leaves)
        self._numbers: dict[tuple[str, str], list[int]] = {}
        self._frequencies: dict[tuple[str, str], int] = {}
        self._averages: dict[str, float] = {}
        self._lexicons: dict[str, list[TermDictionary | None]] = {}

    def check_stopped(self) -> None:
        if self._stopped and self._stopped():
            raise SearchStoppedError

    def numbers(self, field: str, text: str) -> list[int]:
        """Return the number of a term by segment; -1 where it is missing."""
        found = self._numbers.get((field, text))
        if found is None:
            lexicons = self._lexicons.get(field)
            if lexicons is None:
                lexicons = self._lexicons[field] = [leaf.term_dictionary(field) for leaf in self._leaves]
            term = encoded(text)
            found = [lexicon.number(term) if lexicon and term else -1 for lexicon in lexicons]
            self._numbers[field, text] = found
        return found

    def holds(self, field: str, text: str) -> bool:
        return max(self.numbers(field, text), default=-1) >= 0

    def frequency(self, field: str, text: str) -> int:
        """Return the number of entries with a term, over all segments."""
        found = self._frequencies.get((field, text))
        if found is None:
            numbers = zip(self._leaves, self.numbers(field, text), strict=True)
            found = sum(leaf.frequency(field, number) for leaf, number in numbers if number >= 0)
            self._frequencies[field, text] = found
        return found

    def rarity(self, field: str, text: str) -> float:
        """Return the inverse document frequency of a term, over all segments."""
        return math.log(self.size / (self.frequency(field, text) + 1)) + 1

    def average(self, field: str) -> float:
        if field not in self._averages:
            count = sum(leaf.lengths.get(field, 0) for leaf in self._leaves)
            self._averages[field] = count / (self.size or 1) or 1.0
        return self._averages[field]


def encoded(text: str) -> bytes:
    """Return a term as its field stores it; empty if it cannot be stored."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return b""


class SegmentSearch:
    """One search in one segment; caches the matches of each clause."""

    def __init__(self, run: SearchRun, leaf: SegmentReader, number: int) -> None:
        self.run = run
        self.leaf = leaf
        self.size = leaf.size
        self._number = number
        self._known: dict[Clause, SegmentHits] = {}

    def number(self, field: str, text: str) -> int:
        """Return the number of a term; -1 if the segment lacks it."""
        return self.run.numbers(field, text)[self._number]

    def find(self, clause: "Clause") -> SegmentHits:
        """Return the entries that match a clause, including deleted ones."""
        found = self._known.get(clause)
        if found is None:
            self.run.check_stopped()
            found = self._known[clause] = clause.find(self)
        return found

    def most(self, clause: "Clause") -> int:
        """Return an upper bound of the number of matches of a clause."""
        known = self._known.get(clause)
        return len(known.entries) if known is not None and known.is_listed else clause.most(self)

    def among(self, clause: "Clause", entries: Array) -> Array:
        """Return by entry, of some entries, whether it matches a clause."""
        return self._known[clause].mask.take(entries) if clause in self._known else clause.among(self, entries)

    def none(self) -> SegmentHits:
        return SegmentHits(self.size, EMPTY)

    def all(self) -> SegmentHits:
        return SegmentHits(self.size, mask=np.ones(self.size, np.bool_))

    def union(self, entries: Array) -> SegmentHits:
        """Return the union of entries in any order, with or without duplicates."""
        if len(entries) * _SPARSE < self.size:
            return SegmentHits(self.size, unique(np.sort(entries)))
        mask = np.zeros(self.size, np.bool_)
        mask[entries] = True
        return SegmentHits(self.size, mask=mask)


class Clause(ABC):
    """Part of a query; each belongs to one query, and is compared by identity.

    Matches are requested through ``SegmentSearch``, which caches them.

    Attributes:
        score: Score of each hit, if it is the same for all.
        scores_itself: True if its score is 0 for entries that do not match.
    """

    score = 1.0
    scores_itself = False

    @abstractmethod
    def find(self, search: SegmentSearch) -> SegmentHits:
        """Return the matching entries."""

    def most(self, search: SegmentSearch) -> int:
        return search.size

    def among(self, search: SegmentSearch, entries: Array) -> Array:
        return search.find(self).mask.take(entries)

    def scores(self, search: SegmentSearch, entries: Array, *, all_hold: bool = True) -> Scores:
        """Return the scores of some entries, in order; 0 for those that do not match, unless all match."""
        score = self.held_scores(search, entries)
        if all_hold or self.scores_itself or (isinstance(score, float) and not score):
            return score
        return score * search.among(self, entries)

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:  # noqa: ARG002  (for those that compute)
        """Return the scores of entries that all match."""
        return self.score


class PlacedClause(Clause):
    """A clause whose words have positions: a word in any form, alternatives of such, and sequences."""

    @abstractmethod
    def runs(self, search: SegmentSearch) -> Runs:
        """Return the positions of its words."""


@dataclass(frozen=True, eq=False)
class TermClause(PlacedClause):
    field: str
    text: str

    def find(self, search: SegmentSearch) -> SegmentHits:
        number = search.number(self.field, self.text)
        if number < 0:
            return search.none()
        if search.leaf.frequency(self.field, number) == search.size:
            return search.all()
        return SegmentHits(search.size, search.leaf.entries(self.field, number, number + 1))

    def most(self, search: SegmentSearch) -> int:
        number = search.number(self.field, self.text)
        return search.leaf.frequency(self.field, number) if number >= 0 else 0

    def among(self, search: SegmentSearch, entries: Array) -> Array:
        if len(entries) * FEW >= search.most(self):
            return super().among(search, entries)
        number = search.number(self.field, self.text)
        listed = search.leaf.raw_entries(self.field, number, number + 1)
        found: Array = listed.take(listed.searchsorted(entries.astype(listed.dtype)), mode="clip") == entries
        return found

    def scores(self, search: SegmentSearch, entries: Array, *, all_hold: bool = True) -> Scores:
        number = search.number(self.field, self.text)
        if number < 0:
            return 0.0
        counts = search.leaf.counts(self.field, number)
        if counts is None:
            return super().scores(search, entries, all_hold=all_hold)
        found = self._counts(search, counts, entries)
        weights = length_weights(search.run.average(self.field))
        lengths = search.leaf.file[f"{self.field}.len"].take(entries)
        score: Array = search.run.rarity(self.field, self.text) * 2.2 * found / (found + weights.take(lengths))
        return score

    def _counts(self, search: SegmentSearch, counts: Array, entries: Array) -> Array:
        listed = search.find(self).entries
        if listed is entries:
            return counts
        if len(entries) * FEW < len(listed):
            at = listed.searchsorted(entries)
            there: Array = counts.take(at, mode="clip") * (listed.take(at, mode="clip") == entries)
            return there
        by_entry = np.zeros(search.size, counts.dtype)
        by_entry[listed] = counts
        return by_entry.take(entries)

    def runs(self, search: SegmentSearch) -> Runs:
        number = search.number(self.field, self.text)
        return Runs(search.leaf.places(self.field, number, number + 1) if number >= 0 else EMPTY)


class _Terms(PlacedClause):
    field: str
    text: str

    @abstractmethod
    def numbers(self, terms: TermDictionary) -> Array | tuple[int, int]:
        """Return the numbers of the terms, single or as half-open ranges."""

    def _numbers(self, search: SegmentSearch) -> Array | tuple[int, int]:
        terms = search.leaf.term_dictionary(self.field)
        return self.numbers(terms) if terms else (0, 0)

    def find(self, search: SegmentSearch) -> SegmentHits:
        numbers = self._numbers(search)
        if isinstance(numbers, tuple):
            low, high = numbers
            return search.union(search.leaf.entries(self.field, low, high) if low < high else EMPTY)
        file = search.leaf.file
        return search.union(pieces(file[f"{self.field}.docs"], file[f"{self.field}.post"], numbers))

    def runs(self, search: SegmentSearch) -> Runs:
        numbers = self._numbers(search)
        if isinstance(numbers, tuple):
            places = search.leaf.places(self.field, *numbers) if numbers[0] < numbers[1] else EMPTY
        else:
            file = search.leaf.file
            places = pieces(file[f"{self.field}.gpos"], file[f"{self.field}.gpost"], numbers)
        return Runs(places, ordered=False)


@dataclass(frozen=True, eq=False)
class PrefixClause(_Terms):
    field: str
    text: str
    score: float = 1.0

    def numbers(self, terms: TermDictionary) -> Array | tuple[int, int]:
        begun = encoded(self.text)
        return terms.prefix(begun) if begun else (0, 0)


@dataclass(frozen=True, eq=False)
class PatternClause(_Terms):
    """Terms of a pattern in which ``*`` stands for any letters and ``?`` for one."""

    field: str
    text: str
    score: float = 1.0

    def numbers(self, terms: TermDictionary) -> Array | tuple[int, int]:
        return terms.wildcard(self.text)


@dataclass(frozen=True, eq=False)
class FuzzyClause(_Terms):
    """Terms within a number of edits."""

    field: str
    text: str
    edits: int
    score: float = 1.0

    def numbers(self, terms: TermDictionary) -> Array | tuple[int, int]:
        return np.array([number for number, _ in terms.near(self.text, self.edits)], np.intp)


@dataclass(frozen=True, eq=False)
class RangeClause(Clause):
    """Entries whose number in a column is in an inclusive range."""

    column: str
    first: int
    last: int

    def find(self, search: SegmentSearch) -> SegmentHits:
        column = search.leaf.file[f"{self.column}.col"]
        return SegmentHits(search.size, mask=(column >= self.first) & (column <= self.last))


@dataclass(frozen=True, eq=False)
class DocumentsClause(Clause):
    documents: Collection[int]

    def find(self, search: SegmentSearch) -> SegmentHits:
        return SegmentHits(search.size, mask=self.among(search, slice(None)))

    def among(self, search: SegmentSearch, entries: Array | slice) -> Array:
        wanted = np.zeros(max(self.documents) + 2, np.bool_)
        wanted[list(self.documents)] = True
        found: Array = wanted.take(search.leaf.file["document.col"][entries], mode="clip")
        return found


def _total(search: SegmentSearch, parts: Sequence[Clause], entries: Array, *, all_hold: bool) -> Scores:
    total: Scores = 0.0
    for part in parts:
        total = total + part.scores(search, entries, all_hold=all_hold)
    return total


@dataclass(frozen=True, eq=False)
class AndClause(Clause):
    """Entries that match all parts: all entries if it has no parts."""

    parts: Sequence[Clause]

    def find(self, search: SegmentSearch) -> SegmentHits:
        hits: SegmentHits | None = None
        for part in sorted(self.parts, key=search.most):
            if hits is None:
                hits = search.find(part)
            elif not hits.is_listed:
                hits = hits & search.find(part)
            elif len(hits.entries):
                hits = hits.among(search, part)
        return search.all() if hits is None else hits

    def most(self, search: SegmentSearch) -> int:
        return min(map(search.most, self.parts), default=search.size)

    def among(self, search: SegmentSearch, entries: Array) -> Array:
        """Return the matches, with each part looked for only where all before it match."""
        left = np.arange(len(entries))
        for part in sorted(self.parts, key=search.most):
            left = left[search.among(part, entries.take(left))] if len(left) else left
        found = np.zeros(len(entries), np.bool_)
        found[left] = True
        return found

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        positive = [part for part in self.parts if not isinstance(part, NotClause)]
        return _total(search, positive, entries, all_hold=True)


@dataclass(frozen=True, eq=False)
class OrClause(Clause):
    """Entries that match any part; none if it has no parts."""

    scores_itself = True
    parts: Sequence[Clause]

    def find(self, search: SegmentSearch) -> SegmentHits:
        parts = [search.find(part) for part in self.parts]
        found = [hits for hits in parts if not hits.is_listed or len(hits.entries)]
        if len(found) < 2:
            return found[0] if found else search.none()
        if all(hits.is_listed for hits in found) and sum(len(hits.entries) for hits in found) * _SPARSE < search.size:
            return search.union(np.concatenate([hits.entries for hits in found]))
        mask = np.zeros(search.size, np.bool_)
        for hits in found:
            if hits.is_listed:
                mask[hits.entries] = True
            else:
                mask |= hits.mask
        return SegmentHits(search.size, mask=mask)

    def most(self, search: SegmentSearch) -> int:
        return min(search.size, sum(map(search.most, self.parts)))

    def among(self, search: SegmentSearch, entries: Array) -> Array:
        found = np.zeros(len(entries), np.bool_)
        for part in self.parts:
            if search.most(part):
                found |= search.among(part, entries)
        return found

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        return _total(search, self.parts, entries, all_hold=False)


@dataclass(frozen=True, eq=False)
class AlternativesClause(OrClause, PlacedClause):
    """Entries that contain any of several words or sequences."""

    parts: Sequence[PlacedClause]

    def runs(self, search: SegmentSearch) -> Runs:
        parts = [runs for part in self.parts if len((runs := part.runs(search)).places)]
        if len(parts) == 1:
            return parts[0]
        joined = np.concatenate([EMPTY, *(runs.places for runs in parts)])
        return Runs(joined, parts[0].word_count if parts else 1, ordered=False)


class BestClause(OrClause):
    """Entries that match any part, with the highest score of any."""

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        highest: Scores = 0.0
        for part in self.parts:
            highest = np.maximum(highest, part.scores(search, entries, all_hold=False))
        return highest


@dataclass(frozen=True, eq=False)
class NotClause(Clause):
    score = 0.0
    part: Clause

    def find(self, search: SegmentSearch) -> SegmentHits:
        return SegmentHits(search.size, mask=~search.find(self.part).mask)

    def among(self, search: SegmentSearch, entries: Array) -> Array:
        return ~search.among(self.part, entries)


class _Wrapper(Clause):
    part: Clause

    def find(self, search: SegmentSearch) -> SegmentHits:
        return search.find(self.part)

    def most(self, search: SegmentSearch) -> int:
        return search.most(self.part)

    def among(self, search: SegmentSearch, entries: Array) -> Array:
        return search.among(self.part, entries)


@dataclass(frozen=True, eq=False)
class MaybeClause(_Wrapper):
    """A part whose hits score more if something else matches."""

    part: Clause
    more: Clause

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        return self.part.scores(search, entries) + self.more.scores(search, entries, all_hold=False)


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

    def scores(self, search: SegmentSearch, entries: Array, *, all_hold: bool = True) -> Scores:
        score = self.part.scores(search, entries, all_hold=all_hold)
        return score + self.step if all_hold else score + self.step * (score > 0.0)


@dataclass(frozen=True, eq=False)
class SequenceClause(PlacedClause):
    """Parts that directly follow each other."""

    parts: Sequence[PlacedClause]

    def find(self, search: SegmentSearch) -> SegmentHits:
        places = self.runs(search).places
        return SegmentHits(search.size, unique(search.leaf.entries_at(places)) if len(places) else EMPTY)

    def most(self, search: SegmentSearch) -> int:
        return min(map(search.most, self.parts))

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        return _total(search, self.parts, entries, all_hold=True)

    def runs(self, search: SegmentSearch) -> Runs:
        found: dict[Clause, Runs] = {}
        for part in sorted(self.parts, key=search.most):  # the rarest first: without it nothing else is read
            found[part] = part.runs(search)
            if not len(found[part].places):
                return Runs(EMPTY)
        return consecutive(search.leaf, [found[part] for part in self.parts])


@dataclass(frozen=True, eq=False)
class InRowClause(_Wrapper):
    """A small bonus for hits of another clause with words in a row; none if there are many hits."""

    scores_itself = True
    part: Clause
    score: float

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        return self.score * search.among(self.part, entries) if len(entries) <= _FEW_HITS else 0.0


@dataclass(frozen=True, eq=False)
class NearClause(Clause):
    """Two parts at most a number of words apart, in either order."""

    left: PlacedClause
    right: PlacedClause
    distance: int

    def find(self, search: SegmentSearch) -> SegmentHits:
        return SegmentHits(
            search.size, near(search.leaf, self.left.runs(search), self.right.runs(search), self.distance)
        )

    def most(self, search: SegmentSearch) -> int:
        return search.most(self.left)

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        return _total(search, (self.left, self.right), entries, all_hold=True)
