"""Finding: a query against one state of the index."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from whoosh import query
from whoosh.query import spans

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.search import HitKind, IndexAnswer, Match, Sort
from delegate_desk.search.engine.analysis import STEMMED
from delegate_desk.search.engine.clause_matching import (
    Clauses,
    ConsecutiveWords,
    SearchRun,
    SearchStoppedError,
    Stepped,
    consecutive_entries,
)
from delegate_desk.search.engine.hit_counting import Counter, HitRows, Values
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.query_compiler import Compiler, QueryPlan
from delegate_desk.search.engine.schema import PLAIN, TEXTS, unpack_key
from delegate_desk.search.engine.segment_file import Array, Segment
from delegate_desk.search.engine.segment_reader import EMPTY, FEW, Flags, SegmentReader, length_weights
from delegate_desk.search.query.nodes import Query

Scores = Array | float

WORTH_A_TABLE = 4000
_MOST_IN_TABLE = 60
_FEW_HITS = 2000
"""Of more hits it is not looked which have the words in a row: that would take longer than all else."""


class SegmentSearch(Clauses):
    """One search in one segment: which entries are hits, and what they score."""

    def __init__(self, whole: SearchRun, leaf: SegmentReader, number: int) -> None:
        super().__init__(whole, leaf, number)
        self._lengths: dict[str, tuple[Array, Array]] = {}

    def scores(self, q: Any, entries: Array, *, all_hold: bool = True) -> Scores:
        """Scores of some entries, in order; 0 for entries that a query does not match, unless it matches all."""
        return _SCORES[type(q)](self, q, entries, all_hold)

    def _score_none(self, *_: Any) -> Scores:
        return 0.0

    def _score_flat(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        """A constant."""
        score = float(q.score if type(q) is query.ConstantScoreQuery else getattr(q, "boost", 1.0))
        return score if all_hold or not score else score * self.among(q, entries)

    def _score_term(self, q: Any, entries: Array, all_hold: bool, step: float = 0.0) -> Scores:
        """BM25, and a step where the term is."""
        number = self._whole.numbers(q.fieldname, q.text)[self._number]
        if number < 0:
            return 0.0
        counts = self.leaf.counts(q.fieldname, number)
        if counts is None:
            return self._score_flat(q, entries, all_hold)
        found = self._counts(q, counts, entries)
        if not self.leaf.scorable(q.fieldname):
            return found * 1.0
        worth = self._whole.rarity(q.fieldname, q.text) * 2.2
        by_length = length_weights(self._whole.average(q.fieldname))
        lengths = self._text_lengths(q.fieldname, entries)
        most = int(found.max(initial=0))
        if len(entries) < WORTH_A_TABLE or most > _MOST_IN_TABLE:
            score: Array = worth * found / (found + by_length.take(lengths))
            return score + step * (found > 0) if step else score
        # One look into a table of all that can come up costs less than to reckon for each entry.
        times = np.arange(most + 1.0)[:, np.newaxis]
        table = worth * times / (times + by_length) + step
        table[0] = 0.0
        at = found.astype(np.intp)
        at <<= 8
        at |= lengths
        found_there: Array = table.take(at)
        return found_there

    def _text_lengths(self, field: str, entries: Array) -> Array:
        known = self._lengths.get(field)
        if known is None or known[0] is not entries:
            known = self._lengths[field] = entries, self.leaf.file[f"{field}.len"].take(entries)
        return known[1]

    def _counts(self, q: Any, counts: Array, entries: Array) -> Array:
        listed = self.match(q).entries
        if listed is entries:
            return counts
        if len(entries) * FEW < len(listed):
            at = listed.searchsorted(entries)
            there: Array = counts.take(at, mode="clip") * (listed.take(at, mode="clip") == entries)
            return there
        by_entry = np.zeros(self._size, counts.dtype)
        by_entry[listed] = counts
        return by_entry.take(entries)

    def _score_and(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        score = self._sum([part for part in q.subqueries if type(part) is not query.Not], entries, all_hold)
        return score if all_hold else score * self.among(q, entries)

    def _score_or(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        return self._sum(q.subqueries, entries, all_hold and len(q.subqueries) == 1)

    def _sum(self, parts: Sequence[Any], entries: Array, all_hold: bool) -> Scores:
        total: Scores = 0.0
        for part in parts:
            if not self._is_absent(part):
                total = _added(total, self.scores(part, entries, all_hold=all_hold))
        return total

    def _score_most(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        """The highest score of any part."""
        highest: Scores = 0.0
        single = len(q.subqueries) == 1
        for part in q.subqueries:
            if not self._is_absent(part):
                highest = np.maximum(highest, self.scores(part, entries, all_hold=all_hold and single))
        return highest

    def _score_maybe(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        more = self.scores(q.b, entries, all_hold=False)
        if not all_hold:
            more = more * self.among(q.a, entries)
        return _added(self.scores(q.a, entries, all_hold=all_hold), more)

    def _score_first(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        score = self.scores(q.a, entries, all_hold=all_hold)
        return score if all_hold else score * self.among(q, entries)

    def _score_stepped(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        child = q.child
        terms = child.subqueries if type(child) is query.DisjunctionMax else [child]
        if not all_hold and all(map(self._is_scored_term, terms)):
            highest: Scores = 0.0
            for term in terms:
                if not self._is_absent(term):
                    highest = _higher(highest, self._score_term(term, entries, all_hold, q.step))
            return highest
        step: Scores = q.step if all_hold else q.step * self.among(child, entries)
        return _added(self.scores(child, entries, all_hold=all_hold), step)

    def _is_scored_term(self, q: Any) -> bool:
        """True for a term whose scores are above 0 wherever it is."""
        return type(q) is query.Term and self.leaf.scorable(q.fieldname)

    def _score_phrase(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        kind = type(q)
        pair = (q.a, q.b) if kind is spans.SpanNear else None
        parts = self._whole.phrase_terms(q) if kind is query.Phrase else pair or q.subqueries
        score = self._sum(parts, entries, all_hold)
        return score if all_hold else score * self.among(q, entries)

    def _score_row(self, q: Any, entries: Array, _: bool) -> Scores:
        """A constant where words stand in a row."""
        if len(entries) > _FEW_HITS:
            return 0.0
        ranges: list[tuple[int, int]] = []
        for n, word in enumerate(q.words, 1):
            number = self._whole.numbers("exact", word)[self._number]
            if q.begun and n == len(q.words):
                lexicon = self.leaf.term_dictionary("exact")
                begun = self._whole.encoded(word)
                ranges.append(lexicon.prefix(begun) if lexicon and begun else (0, 0))
            else:
                ranges.append((number, number + 1) if number >= 0 else (0, 0))
        score: Array = q.score * consecutive_entries(self.leaf, "exact", ranges, entries)
        return score


def _added(scores: Scores, more: Scores) -> Scores:
    """The sum, in the place of the first ones, which nobody else has."""
    if isinstance(scores, np.ndarray) and scores.dtype == np.float64:
        scores += more
        return scores
    return scores + more


def _higher(scores: Scores, others: Scores) -> Scores:
    found: Scores = np.maximum(scores, others) if isinstance(scores, np.ndarray) else others
    return found


_SCORES: dict[type, Callable[[SegmentSearch, Any, Array, bool], Scores]] = {
    query.Term: SegmentSearch._score_term,
    query.And: SegmentSearch._score_and,
    query.Or: SegmentSearch._score_or,
    query.DisjunctionMax: SegmentSearch._score_most,
    query.Not: SegmentSearch._score_none,
    query.AndMaybe: SegmentSearch._score_maybe,
    query.Require: SegmentSearch._score_first,
    query.ConstantScoreQuery: SegmentSearch._score_flat,
    Stepped: SegmentSearch._score_stepped,
    ConsecutiveWords: SegmentSearch._score_row,
    query.Every: SegmentSearch._score_flat,
    type(query.NullQuery): SegmentSearch._score_none,
    query.Prefix: SegmentSearch._score_flat,
    query.Wildcard: SegmentSearch._score_flat,
    query.FuzzyTerm: SegmentSearch._score_flat,
    query.NumericRange: SegmentSearch._score_flat,
    query.Phrase: SegmentSearch._score_phrase,
    query.Sequence: SegmentSearch._score_phrase,
    spans.SpanNear: SegmentSearch._score_phrase,
}


_SHORT = 4


def _concatenate(scores: list[Array]) -> Array:
    return scores[0] if len(scores) == 1 else np.concatenate([np.zeros(0), *scores])


class Snapshot:
    """One state of the index, held open; not safe on several threads at once.

    Args:
        storage: The folder of the index.
        segments: Of that state.
        before: The state before, from which is taken over what is still true.
    """

    def __init__(self, storage: Storage, segments: Sequence[Segment], before: "Snapshot | None" = None) -> None:
        self._flags: Flags = before._flags if before else Flags()
        self._values: Values = before._values if before else Values()
        self.leaves = [SegmentReader(storage.file(segment), segment, self._flags) for segment in segments]
        self._counter = Counter(self.leaves, self._flags, self._values)

    def count(self) -> int:
        return sum(leaf.count for leaf in self.leaves)

    def probe(self) -> None:
        """Touch each part of each segment, so that damage shows before a search relies on it."""
        for leaf in self.leaves:
            for name in leaf.file.names():
                _ = leaf.file[name][-1:].tolist()
            self._key(leaf, leaf.size - 1)

    def warm(self) -> Iterator[None]:
        """Make what the first search of a state has to make, a little at each step."""
        for leaf in self.leaves:
            for field in (*TEXTS, *PLAIN):
                lexicon = leaf.term_dictionary(field)
                if lexicon:
                    lexicon.find(b"")
                    yield
        self._counter.facets(self._counter.rows([EMPTY for _ in self.leaves]))
        yield

    @cached_property
    def languages(self) -> frozenset[str]:
        found: set[str] = set()
        for leaf in self.leaves:
            lexicon = leaf.term_dictionary("fact")
            if lexicon:
                found.update(lexicon.term(n).decode()[5:] for n in range(*lexicon.prefix(b"lang ")))
        return frozenset(found)

    @cached_property
    def _stemmed(self) -> frozenset[str]:
        return self.languages & STEMMED

    def _compiler(self, search: SearchRun) -> Compiler:
        return Compiler(self._stemmed, search.holds, all_stemmed=self._stemmed == self.languages)

    def find(
        self,
        query: Query,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        *,
        stopped: Callable[[], bool] | None = None,
        group: Collection[str] | None = None,
    ) -> IndexAnswer:
        """Find all entries a query holds for, count them, and fetch the first of them."""
        if query.node is None:
            return IndexAnswer()
        search = SearchRun(self.leaves, stopped)
        plan = self._compiler(search).plan(query.node, group)
        by_date = sort is Sort.DATE
        entries, scores, wider, cut = self._evaluate(search, plan, scored=not by_date)
        rows = self._counter.rows(entries, _concatenate(scores) if not by_date else None)
        facets = self._counter.facets(rows)
        for facet, other in wider.items():
            facets |= self._counter.facets(self._counter.rows(other), (facet,))
        first = self._counter.first(rows, limit, by_date=by_date)
        return IndexAnswer(len(rows.hits), self._matches(rows, first), facets, cut)

    def _evaluate(
        self, search: SearchRun, plan: QueryPlan, *, scored: bool
    ) -> tuple[list[Array], list[Array], dict[str, list[Array]], bool]:
        """By segment entries and scores, and by narrowed facet what there were without; and whether it was stopped."""
        entries: list[Array] = []
        scores: list[Array] = []
        wider: dict[str, list[Array]] = {facet: [] for facet in plan.filters}
        try:
            for number, leaf in enumerate(self.leaves):
                segment = SegmentSearch(search, leaf, number)
                found = segment.match(plan.main_query).entries
                if leaf.alive is not None:
                    found = found[leaf.alive.take(found)]
                masks = {facet: segment.among(clause, found) for facet, clause in plan.filters.items()}
                narrowed = found[np.logical_and.reduce(list(masks.values()))] if masks else found
                if scored:
                    score = segment.scores(plan.main_query, narrowed) if len(narrowed) else 0.0
                    scores.append(score if isinstance(score, np.ndarray) else np.full(len(narrowed), score))
                for facet, some in wider.items():
                    others = [mask for other, mask in masks.items() if other != facet]
                    some.append(found[np.logical_and.reduce(others)] if others else found)
                entries.append(narrowed)
        except SearchStoppedError:
            count = len(entries)
            return entries, scores[:count], {facet: some[:count] for facet, some in wider.items()}, True
        return entries, scores, wider, False

    def _matches(self, rows: HitRows, first: Array) -> tuple[Match, ...]:
        older = self._counter.revisions(rows, first) if len(rows.duplicates) else {}
        hits: list[int] = first.tolist()
        keys = [self._key(leaf, entry) for leaf, entry in self._counter.where(rows, hits)]
        matches = []
        for row, (kind, document, address, key) in zip(hits, keys, strict=True):
            places: tuple[tuple[DocumentId, Address], ...] = ()
            if row in older:
                others = [self._key(leaf, entry) for leaf, entry in self._counter.where(rows, older[row])]
                places = tuple((other[1], other[2]) for other in others)
            is_line = kind is HitKind.INTERVENTION
            note = AnnotationId(key) if key and not is_line else None
            matches.append(Match(kind, document, address, note, places, LineId(key) if key and is_line else None))
        return tuple(matches)

    @staticmethod
    def _key(leaf: SegmentReader, entry: int) -> tuple[HitKind, DocumentId, Address, str | None]:
        return unpack_key(leaf.key(entry))

    # Titles

    def titles(self, query: Query, limit: int = 5) -> list[DocumentId]:
        """Documents whose title has all the words asked for, newest first."""
        search = SearchRun(self.leaves)
        clause = self._compiler(search).title(query.node) if query.node else None
        if clause is None:
            return []
        editions: dict[int, int] = {}
        for number, leaf in enumerate(self.leaves):
            entries = SegmentSearch(search, leaf, number).match(clause).entries
            if leaf.alive is not None:
                entries = entries[leaf.alive.take(entries)]
            documents, dated = (leaf.file[f"{name}.col"].take(entries).tolist() for name in ("document", "edition"))
            editions.update(zip(documents, dated, strict=True))
        newest = sorted(editions, key=lambda document: (-editions[document], document))
        return [DocumentId(document) for document in newest[:limit]]

    # Words

    def complete(self, begun: str, limit: int = 8) -> list[str]:
        """The texts' own words that begin so, most frequent first."""
        found: set[bytes] = set()
        for leaf in self.leaves:
            lexicon = leaf.term_dictionary("exact")
            if lexicon and begun:
                low, high = lexicon.prefix(begun.encode("utf-8", "replace"))
                counts = np.diff(leaf.file["exact.post"][low : high + 1].astype(np.intp))
                most = np.argsort(-counts, kind="stable")[: _SHORT * limit] + low
                found.update(map(lexicon.term, most.tolist()))
        counted = self._frequencies(found)
        return [term.decode() for term in sorted(counted, key=lambda term: (-counted[term], term))[:limit]]

    def spellings(self, word: str, limit: int = 3) -> list[str]:
        """The texts' own words nearest to one that they lack, most frequent first among the nearest."""
        away: dict[bytes, int] = {}
        for leaf in self.leaves:
            lexicon = leaf.term_dictionary("exact")
            if lexicon:
                near = lexicon.near(word, 1 if len(word) < _SHORT else 2)
                away.update((lexicon.term(number), edits) for number, edits in near if edits)
        for edits in (1, 2):
            counted = self._frequencies(term for term, far in away.items() if far == edits)
            if counted:
                return [term.decode() for term in sorted(counted, key=lambda term: (-counted[term], term))[:limit]]
        return []

    def _frequencies(self, terms: Any) -> dict[bytes, int]:
        """By term in how many entries it is, where it is in any."""
        found: dict[bytes, int] = {}
        for term in terms:
            for leaf in self.leaves:
                lexicon = leaf.term_dictionary("exact")
                number = lexicon.number(term) if lexicon else -1
                if number >= 0:
                    entries = leaf.entries("exact", number, number + 1)
                    count = len(entries) if leaf.alive is None else int(np.count_nonzero(leaf.alive.take(entries)))
                    if count:
                        found[term] = found.get(term, 0) + count
        return found
