"""Clauses: for which entries of a segment a query of Whoosh's holds, worked out by lists and masks.

Hits are those of stock Whoosh, but ``Prefix``, ``Wildcard`` and ``FuzzyTerm`` are matched in a ``Sequence`` or
``SpanNear`` like any word, and ``NumericRange`` is answered from the column of numbers, of which an entry always has
one. Queries, and choices of theirs, that ``query_compiler`` never makes are not answered.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import numpy as np
from typing_extensions import override
from whoosh import query
from whoosh.query import spans

from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import EMPTY, FEW, SegmentReader, TermDictionary, unique

_TOO_MANY = 200_000
_FEWER = 8  # the same as ``FEW``, for a window


@dataclass(frozen=True, slots=True)
class Runs:
    """Positions of a part of a query.

    Attributes:
        places: Of its first words.
        words: Number of its words, one after the other.
        postings: Of a single term, the entries that have it and its frequency in each.
        ordered: True if the places are in order.
    """

    places: Array
    word_count: int = 1
    postings: tuple[Array, Array] | None = None
    ordered: bool = True

    def entries_in(self, leaf: SegmentReader) -> Array:
        return leaf.entries_at(self.places) if self.postings is None else np.repeat(*self.postings)

    def sorted_by_place(self) -> "Runs":
        return self if self.ordered else Runs(np.sort(self.places), self.word_count)


def consecutive(leaf: SegmentReader, parts: Sequence[Runs]) -> Runs:
    """Positions at which some parts are consecutive, each right after the previous part."""
    offsets = [0, *accumulate(part.word_count for part in parts)]
    lists = sorted(zip(parts, offsets, strict=False), key=lambda pair: len(pair[0].places))
    rarest, offset = lists[0]
    rarest = rarest.sorted_by_place()
    have = rarest.places - offset
    have = have[have.searchsorted(0) :]  # what would begin before the first word
    for part, shift in lists[1:]:
        if not len(have) or not len(part.places):
            return Runs(EMPTY, offsets[-1])
        have = _intersect(leaf, part, have + shift) - shift
    return Runs(have, offsets[-1])


def _intersect(leaf: SegmentReader, part: Runs, wanted: Array) -> Array:
    """Those of some places, in order, at which a part stands."""
    places = part.places
    if part.ordered and len(wanted) * FEW < len(places):
        at = places.searchsorted(wanted)
        there: Array = wanted[places.take(at, mode="clip") == wanted]
        return there
    flags = leaf.flags.at_least(int(max(wanted[-1], places[-1] if part.ordered else places.max())) + 1)
    flags[wanted] = True
    found = places[flags.take(places)]
    flags[wanted] = False
    return found if part.ordered else unique(np.sort(found))


def consecutive_entries(leaf: SegmentReader, field: str, ranges: Sequence[tuple[int, int]], entries: Array) -> Array:
    """In which of some entries, in order, words stand one right behind the other.

    Each word is one of the terms numbered from one to before another. Only the places in those entries are looked at,
    so the text of the rest costs nothing; the gap between two entries keeps a row within one. Where a word may be any
    of so many that their places are too many to be put in order, none is found.
    """
    found = np.zeros(len(entries), np.bool_)
    lists = [leaf.file[f"{field}.gpos"][slice(*leaf.position_bounds(field, *some))] for some in ranges]
    lone = [n for n, (low, high) in enumerate(ranges) if high - low == 1]
    if not lone or not len(entries) or not all(map(len, lists)):
        return found
    if any(len(lists[n]) > _TOO_MANY for n in range(len(lists)) if n not in lone):
        return found
    rarest = min(lone, key=lambda n: len(lists[n]))
    places = lists[rarest]
    starts = leaf.starts()
    last = entries.searchsorted(leaf.size - 1)
    low = places.searchsorted(starts.take(entries))
    high = places.searchsorted(starts.take(entries + 1, mode="clip"))
    high[last:] = len(places)
    sizes = high - low
    at = np.repeat(low - (sizes.cumsum() - sizes), sizes) + np.arange(int(sizes.sum()))
    have, owners = places.take(at), np.repeat(np.arange(len(entries)), sizes)
    for n in sorted((n for n in range(len(ranges)) if n != rarest), key=lambda n: len(lists[n])):
        if not len(have):
            break
        places = lists[n]
        wanted = have + have.dtype.type(n) - have.dtype.type(rarest)  # before the first place of all: a very high one
        if ranges[n][1] - ranges[n][0] > 1:
            places = np.sort(places)
        there = places.take(places.searchsorted(wanted), mode="clip") == wanted
        have, owners = have[there], owners[there]
    found[owners] = True
    return found


def near(leaf: SegmentReader, left: Runs, right: Runs, distance: int) -> Array:
    """Entries in which two parts are at most ``distance`` words apart, in either order."""
    if not len(left.places) or not len(right.places) or distance < 1:
        return EMPTY
    if left.postings and right.postings:
        left, right = _sharing_entries(leaf, left, right)
    few, many = sorted((left, right), key=lambda runs: len(runs.places))
    if not len(few.places):
        return EMPTY
    # Where the other may begin, seen from where the rarer one does: behind its end, or so that it ends before it.
    windows = [
        (1 - distance - many.word_count, -many.word_count),
        (few.word_count, few.word_count - 1 + distance),
    ]
    few = few.sorted_by_place()
    entries = few.entries_in(leaf)
    starts = leaf.starts()
    first = starts.take(entries).astype(np.intp)
    behind = starts.take(entries + 1, mode="clip").astype(np.intp) - 1
    behind[entries.searchsorted(leaf.size - 1) :] = np.iinfo(np.intp).max
    if len(few.places) * _FEWER < len(many.places) or distance > FEW:
        return unique(entries[_searched(few.places, many.sorted_by_place().places, windows, first, behind)])
    return unique(entries[_flagged(leaf, few.places, many.places, windows, first, behind)])


def _sharing_entries(leaf: SegmentReader, *both: Runs) -> list[Runs]:
    """Return the positions of two terms in the entries that have both."""
    masks = []
    for runs in both:
        mask = np.zeros(leaf.size, np.bool_)
        if runs.postings:
            mask[runs.postings[0]] = True
        masks.append(mask)
    shared = masks[0] & masks[1]
    stored = []
    for runs in both:
        if runs.postings:
            entries, counts = runs.postings
            keep = shared.take(entries)
            postings = entries[keep], counts[keep]
            stored.append(Runs(runs.places[np.repeat(keep, counts)], runs.word_count, postings))
    return stored


def _searched(few: Array, many: Array, windows: Sequence[tuple[int, int]], first: Array, behind: Array) -> Array:
    """Return a mask of the few positions with any of the many in a window, within their entry, by binary search."""
    hit = np.zeros(len(few), np.bool_)
    for low, high in windows:
        at = many.searchsorted(np.maximum(few + low, first))
        found = many.take(at, mode="clip")
        hit |= (found <= few + high) & (found < behind) & (at < len(many))
    return hit


def _flagged(
    leaf: SegmentReader, few: Array, many: Array, windows: Sequence[tuple[int, int]], first: Array, behind: Array
) -> Array:
    """The same, looked up place by place."""
    flags = leaf.flags.at_least(int(max(few[-1], many.max())) + max(0, *(high for _, high in windows)) + 1)
    flags[many] = True
    hit = np.zeros(len(few), np.bool_)
    for low, high in windows:
        for offset in range(low, high + 1):
            places = few + offset
            within = places < behind if offset > 0 else places >= first
            hit |= flags.take(places, mode="clip") & within
    flags[many] = False
    return hit


class SearchStoppedError(Exception):
    """The search was told to stop."""


class Stepped(query.WrappingQuery):
    """A query whose hits score so much more."""

    def __init__(self, child: Any, step: float) -> None:
        super().__init__(child)  # type: ignore[no-untyped-call]  # Whoosh has no types
        self.step = step

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stepped) and self.child == other.child and self.step == other.step

    @override
    def __hash__(self) -> int:
        return hash(self.child) ^ hash(self.step)

    @override
    def _rewrap(self, child: Any) -> "Stepped":
        return Stepped(child, self.step)


class ConsecutiveWords(query.Query):
    """Consecutive words in exactly this form: a small bonus for the hits of another query.

    Attributes:
        words: Folded.
        begun: True if the last word may be a prefix.
        score: Bonus of each hit that has them so.
    """

    def __init__(self, words: Sequence[str], *, begun: bool, score: float) -> None:
        self.words = words
        self.begun = begun
        self.score = score


class SegmentHits:
    """Entries of a segment: a list in order, or a mask, or both."""

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

    def without(self, other: "SegmentHits") -> "SegmentHits":
        if self.is_listed:
            return SegmentHits(self.size, self.entries[~other.mask.take(self.entries)])
        return SegmentHits(self.size, mask=self.mask & ~other.mask)


class SearchRun:
    """One search in all segments of one state of the index.

    Args:
        leaves: The segments.
        stopped: Asked between the clauses of a query.
    """

    def __init__(self, leaves: Sequence[SegmentReader], stopped: Callable[[], bool] | None = None) -> None:
        self._leaves = leaves
        self._stopped = stopped
        self._size = sum(leaf.size for leaf in leaves)
        self._numbers: dict[tuple[str, str | bytes], list[int]] = {}
        self._lexicons: dict[str, list[TermDictionary | None]] = {}
        self._rarities: dict[tuple[str, str | bytes], float] = {}
        self._averages: dict[str, float] = {}
        self._phrases: dict[int, tuple[Any, list[Any]]] = {}

    def check_stopped(self) -> None:
        if self._stopped and self._stopped():
            raise SearchStoppedError

    def numbers(self, field: str, text: str | bytes) -> list[int]:
        """By segment, the number of a term; -1 where it has none."""
        found = self._numbers.get((field, text))
        if found is None:
            term = self.encoded(text)
            lexicons = self._lexicons.get(field)
            if lexicons is None:
                lexicons = self._lexicons[field] = [leaf.term_dictionary(field) for leaf in self._leaves]
            found = [-1 if lexicon is None or term is None else lexicon.number(term) for lexicon in lexicons]
            self._numbers[field, text] = found
        return found

    def holds(self, field: str, text: str) -> bool:
        return max(self.numbers(field, text), default=-1) >= 0

    @staticmethod
    def encoded(text: str | bytes) -> bytes | None:
        """A term as its field keeps it; None where it cannot."""
        if isinstance(text, bytes):
            return text
        try:
            return text.encode()
        except UnicodeEncodeError:
            return None

    def rarity(self, field: str, text: str | bytes) -> float:
        """Inverse document frequency of a term, over all segments."""
        found = self._rarities.get((field, text))
        if found is None:
            numbers = zip(self._leaves, self.numbers(field, text), strict=True)
            frequency = sum(leaf.frequency(field, number) for leaf, number in numbers if number >= 0)
            found = self._rarities[field, text] = math.log(self._size / (frequency + 1)) + 1
        return found

    def average(self, field: str) -> float:
        found = self._averages.get(field)
        if found is None:
            length = sum(leaf.lengths.get(field, 0) for leaf in self._leaves)
            found = self._averages[field] = length / (self._size or 1) or 1.0
        return found

    def phrase_terms(self, phrase: Any) -> list[Any]:
        known = self._phrases.get(id(phrase))
        if known is None:
            terms = [query.Term(phrase.fieldname, word) for word in phrase.words]
            known = self._phrases[id(phrase)] = phrase, terms  # holds the phrase, so that no other gets its id
        return known[1]


_SPARSE = 16


class Clauses:
    """One search in one segment: which entries are hits."""

    def __init__(self, whole: SearchRun, leaf: SegmentReader, number: int) -> None:
        self._whole = whole
        self.leaf = leaf
        self._number = number
        self._size = leaf.size
        self._known: dict[int, SegmentHits] = {}
        self._bounds: dict[int, int] = {}
        self._expanded: dict[int, Array | tuple[int, int]] = {}
        self._held: list[Any] = []  # whose ids are in use

    # Which entries

    def match(self, q: Any) -> SegmentHits:
        """The entries for which a query holds, deleted ones among them."""
        found = self._known.get(id(q))
        if found is None:
            self._whole.check_stopped()
            found = self._known[id(q)] = _MATCH[type(q)](self, q)
            self._held.append(q)
        return found

    def _none(self, _: Any = None) -> SegmentHits:
        return SegmentHits(self._size, EMPTY)

    def _all(self, _: Any = None) -> SegmentHits:
        return SegmentHits(self._size, mask=np.ones(self._size, np.bool_))

    def _match_term(self, q: Any) -> SegmentHits:
        number = self._whole.numbers(q.fieldname, q.text)[self._number]
        return (
            SegmentHits(self._size, self.leaf.entries(q.fieldname, number, number + 1)) if number >= 0 else self._none()
        )

    def _match_terms(self, q: Any) -> SegmentHits:
        """A prefix, a pattern, or a word spelt almost so."""
        numbers = self._terms(q)
        field = q.fieldname
        if isinstance(numbers, tuple):
            low, high = numbers
            entries = self.leaf.entries(field, low, high) if low < high else EMPTY
            single = high - low == 1
        else:
            entries = self.leaf.entries_for_terms(field, numbers) if len(numbers) else EMPTY
            single = len(numbers) == 1
        return SegmentHits(self._size, entries) if single else self._union(entries)

    def _union(self, entries: Array) -> SegmentHits:
        if len(entries) * _SPARSE < self._size:
            return SegmentHits(self._size, unique(np.sort(entries)))
        mask = np.zeros(self._size, np.bool_)
        mask[entries] = True
        return SegmentHits(self._size, mask=mask)

    def _terms(self, q: Any) -> Array | tuple[int, int]:
        """Numbers of the terms that a query stands for, one by one or from one to before another."""
        found = self._expanded.get(id(q))
        if found is None:
            found = self._expanded[id(q)] = self._expand(q)
            self._held.append(q)
        return found

    def _expand(self, q: Any) -> Array | tuple[int, int]:
        lexicon = self.leaf.term_dictionary(q.fieldname)
        if lexicon is None:
            return EMPTY
        if type(q) is query.Prefix:
            begun = self._whole.encoded(q.text)
            return EMPTY if begun is None else lexicon.prefix(begun)
        if type(q) is query.Wildcard:
            return lexicon.wildcard(q.text)
        return np.array([number for number, _ in lexicon.near(q.text, q.maxdist)], np.intp)

    def _match_range(self, q: Any) -> SegmentHits:
        column = self.leaf.file[f"{q.fieldname}.col"]
        mask = np.ones(self._size, np.bool_)
        if q.start is not None:
            mask &= column >= q.start
        if q.end is not None:
            mask &= column <= q.end
        return SegmentHits(self._size, mask=mask)

    def _match_and(self, q: Any) -> SegmentHits:
        negative = [part.query for part in q.subqueries if type(part) is query.Not]
        positive = sorted((part for part in q.subqueries if type(part) is not query.Not), key=self._most)
        if not q.subqueries:
            return self._none()
        hits: SegmentHits | None = None
        for part in positive:
            if hits is None:
                hits = self.match(part)
            elif hits.is_listed and not len(hits.entries):
                return hits
            elif hits.is_listed and len(hits.entries) * FEW < self._most(part):
                hits = SegmentHits(self._size, hits.entries[self.among(part, hits.entries)])
            else:
                hits = hits & self.match(part)
        hits = self._all() if hits is None else hits
        for part in negative:
            hits = hits.without(self.match(part))
        return hits

    def _most(self, q: Any) -> int:
        """For how many entries a query may hold."""
        known = self._known.get(id(q))
        if known is not None and known.is_listed:
            return len(known.entries)
        found = self._bounds.get(id(q))
        if found is None:
            found = self._bounds[id(q)] = self._reckoned(q)
            self._held.append(q)
        return found

    def _reckoned(self, q: Any) -> int:
        kind = type(q)
        if kind is query.Term:
            number = self._whole.numbers(q.fieldname, q.text)[self._number]
            return self.leaf.frequency(q.fieldname, number) if number >= 0 else 0
        if kind in (query.Or, query.DisjunctionMax):
            return min(self._size, sum(map(self._most, q.subqueries)))
        if kind in (query.And, query.Sequence):
            return min(map(self._most, q.subqueries), default=0)
        if kind in (Stepped, query.ConstantScoreQuery):
            return self._most(q.child)
        if kind in (query.AndMaybe, spans.SpanNear):
            return self._most(q.a)
        if kind is query.Phrase:
            return min(map(self._most, self._whole.phrase_terms(q)), default=0)
        return self._size

    def _match_or(self, q: Any) -> SegmentHits:
        parts = [self.match(part) for part in q.subqueries if not self._is_absent(part)]
        found = [hits for hits in parts if not hits.is_listed or len(hits.entries)]
        if len(found) < 2:
            return found[0] if found else self._none()
        if all(hits.is_listed for hits in found):
            return self._union(np.concatenate([hits.entries for hits in found]))
        mask = np.zeros(self._size, np.bool_)
        for hits in found:
            if hits.is_listed:
                mask[hits.entries] = True
            else:
                mask |= hits.mask
        return SegmentHits(self._size, mask=mask)

    def _match_not(self, q: Any) -> SegmentHits:
        return self._all().without(self.match(q.query))

    def _match_require(self, q: Any) -> SegmentHits:
        return self.match(q.a) & self.match(q.b)

    def _match_first(self, q: Any) -> SegmentHits:
        return self.match(q.a)

    def _match_child(self, q: Any) -> SegmentHits:
        return self.match(q.child)

    def _match_consecutive(self, q: Any) -> SegmentHits:
        runs = self._runs(q)
        return SegmentHits(self._size, unique(runs.entries_in(self.leaf)) if len(runs.places) else EMPTY)

    def _match_near(self, q: Any) -> SegmentHits:
        left, right = self._runs(q.a), self._runs(q.b)
        if not len(left.places) or not len(right.places):
            return self._none()
        return SegmentHits(self._size, near(self.leaf, left, right, q.slop))

    def _is_absent(self, q: Any) -> bool:
        """True for a term that the segment has not."""
        return type(q) is query.Term and self._whole.numbers(q.fieldname, q.text)[self._number] < 0

    def among(self, q: Any, entries: Array) -> Array:
        """For which of some entries, in order, a query holds."""
        kind = type(q)
        if self._is_absent(q):
            return np.zeros(len(entries), np.bool_)
        if id(q) not in self._known and len(entries) * FEW < self._most(q):
            if kind is query.Term:
                number = self._whole.numbers(q.fieldname, q.text)[self._number]
                listed = self.leaf.raw_entries(q.fieldname, number, number + 1)
                wanted = entries.astype(listed.dtype)
                found: Array = listed.take(listed.searchsorted(wanted), mode="clip") == wanted
                return found
            if kind in (query.Or, query.DisjunctionMax):
                some = np.zeros(len(entries), np.bool_)
                for part in q.subqueries:
                    if not self._is_absent(part):
                        some |= self.among(part, entries)
                return some
            if kind in (Stepped, query.ConstantScoreQuery):
                return self.among(q.child, entries)
        return self.match(q).mask.take(entries)

    # Where

    def _runs(self, q: Any) -> Runs:
        kind = type(q)
        if kind is query.Term:
            return self._term_runs(q)
        if kind is query.Phrase:
            return self._consecutive(self._whole.phrase_terms(q))
        if kind is query.Sequence:
            return self._consecutive(q.subqueries)
        if kind in (query.Or, query.DisjunctionMax):
            parts = [runs for part in q.subqueries if len((runs := self._runs(part)).places)]
            if len(parts) == 1:
                return parts[0]
            joined = np.concatenate([EMPTY, *(runs.places for runs in parts)])
            return Runs(joined, parts[0].word_count if parts else 1, ordered=False)
        if kind in (Stepped, query.ConstantScoreQuery):
            return self._runs(q.child)
        if kind is query.AndMaybe:
            return self._runs(q.a)
        numbers = self._terms(q)
        if isinstance(numbers, tuple):
            return Runs(self.leaf.places(q.fieldname, *numbers) if numbers[0] < numbers[1] else EMPTY, ordered=False)
        return Runs(self.leaf.positions_for_terms(q.fieldname, numbers) if len(numbers) else EMPTY, ordered=False)

    def _term_runs(self, q: Any) -> Runs:
        number = self._whole.numbers(q.fieldname, q.text)[self._number]
        if number < 0:
            return Runs(EMPTY)
        places = self.leaf.places(q.fieldname, number, number + 1)
        counts = self.leaf.counts(q.fieldname, number)
        return Runs(places, 1, None if counts is None else (self.match(q).entries, counts))

    def _consecutive(self, parts: Sequence[Any]) -> Runs:
        # What is rarest comes first, for without it nothing else needs to be read.
        found: dict[int, Runs] = {}
        for part in sorted(parts, key=self._most):
            runs = found.get(id(part)) or self._runs(part)
            if not len(runs.places):
                return Runs(EMPTY)
            found[id(part)] = runs
        return consecutive(self.leaf, [found[id(part)] for part in parts])


_MATCH: dict[type, Callable[[Clauses, Any], SegmentHits]] = {
    query.Term: Clauses._match_term,
    query.And: Clauses._match_and,
    query.Or: Clauses._match_or,
    query.DisjunctionMax: Clauses._match_or,
    query.Not: Clauses._match_not,
    query.AndMaybe: Clauses._match_first,
    query.Require: Clauses._match_require,
    query.ConstantScoreQuery: Clauses._match_child,
    Stepped: Clauses._match_child,
    query.Every: Clauses._all,
    type(query.NullQuery): Clauses._none,
    query.Prefix: Clauses._match_terms,
    query.Wildcard: Clauses._match_terms,
    query.FuzzyTerm: Clauses._match_terms,
    query.NumericRange: Clauses._match_range,
    query.Phrase: Clauses._match_consecutive,
    query.Sequence: Clauses._match_consecutive,
    spans.SpanNear: Clauses._match_near,
}
