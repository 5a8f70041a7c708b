"""Scores: what the hits of a query of Whoosh's are worth, worked out for those alone.

They are those of stock Whoosh (BM25F, rarity and mean length over the whole index), but ``Not`` never adds to a score
(stock adds 1 within ``And``); ``Prefix``, ``Wildcard`` and ``FuzzyTerm`` score their boost, however many terms they
stand for (stock scores one term by BM25, and several by what kind of union it picks); and the boost of ``And`` and
``Or`` holds for one part as for several (stock drops it for one).
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from whoosh import query
from whoosh.query import spans

from delegate_desk.search.engine.evaluation.clause_matching import EXPANDED, Clauses
from delegate_desk.search.engine.evaluation.hits import InARow, SearchRun, Stepped
from delegate_desk.search.engine.evaluation.word_sequences import in_a_row
from delegate_desk.search.engine.segments.segment_file import Array
from delegate_desk.search.engine.segments.segment_reader import FEW, Leaf, weights_of_lengths

Scores = Array | float

WORTH_A_TABLE = 4000
_MOST_IN_TABLE = 60
_FEW_HITS = 2000
"""Of more hits it is not looked which have the words in a row: that would take longer than all else."""


class SegmentSearch(Clauses):
    """One search in one segment: which entries are hits, and what they score."""

    def __init__(self, whole: SearchRun, leaf: Leaf, number: int) -> None:
        super().__init__(whole, leaf, number)
        self._lengths: dict[str, tuple[Array, Array]] = {}

    def scores(self, q: Any, entries: Array, *, all_hold: bool = True) -> Scores:
        """What some entries, in order, score; 0 where a query does not hold, unless it holds for all of them."""
        kind = type(q)
        if kind in _PERHAPS_STOCK:
            self.match(q)
            if id(q) in self._foreign:
                return self._score_stock(q, entries)
        score = _SCORES.get(kind)
        return score(self, q, entries, all_hold) if score else self._score_stock(q, entries)

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
            return found * float(q.boost)
        worth = self._whole.rarity(q.fieldname, q.text) * 2.2 * q.boost
        by_length = weights_of_lengths(self._whole.average(q.fieldname))
        lengths = self._lengths_of(q.fieldname, entries)
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

    def _lengths_of(self, field: str, entries: Array) -> Array:
        known = self._lengths.get(field)
        if known is None or known[0] is not entries:
            known = self._lengths[field] = entries, self.leaf.file[f"{field}.len"].take(entries)
        return known[1]

    def _counts(self, q: Any, counts: Array, entries: Array) -> Array:
        """How often some entries have a term."""
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
        score = score * float(q.boost)
        return score if all_hold else score * self.among(q, entries)

    def _score_or(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        if q.scale or q.minmatch:
            return self._score_stock(q, entries)
        return self._sum(q.subqueries, entries, all_hold and len(q.subqueries) == 1) * float(q.boost)

    def _sum(self, parts: Sequence[Any], entries: Array, all_hold: bool) -> Scores:
        total: Scores = 0.0
        for part in parts:
            if not self._is_absent(part):
                total = _added(total, self.scores(part, entries, all_hold=all_hold))
        return total

    def _score_most(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        """The highest score of any part."""
        if q.tiebreak or q.boost != 1:
            return self._score_stock(q, entries)
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
        best = type(child) is query.DisjunctionMax and not child.tiebreak and child.boost == 1
        terms = child.subqueries if best else [child]
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
        return type(q) is query.Term and q.boost > 0 and self.leaf.scorable(q.fieldname)

    def _score_phrase(self, q: Any, entries: Array, all_hold: bool) -> Scores:
        kind = type(q)
        pair = (q.a, q.b) if kind is spans.SpanNear else None
        parts = self._whole.terms_of(q) if kind is query.Phrase else pair or q.subqueries
        score = self._sum(parts, entries, all_hold) * float(getattr(q, "boost", 1.0))
        return score if all_hold else score * self.among(q, entries)

    def _score_row(self, q: Any, entries: Array, _: bool) -> Scores:
        """A constant where words stand in a row."""
        if len(entries) > _FEW_HITS:
            return 0.0
        ranges: list[tuple[int, int]] = []
        for n, word in enumerate(q.words, 1):
            number = self._whole.numbers("exact", word)[self._number]
            if q.begun and n == len(q.words):
                lexicon = self.leaf.lexicon("exact")
                begun = self._whole.encoded(word)
                ranges.append(lexicon.prefix(begun) if lexicon and begun else (0, 0))
            else:
                ranges.append((number, number + 1) if number >= 0 else (0, 0))
        score: Array = q.score * in_a_row(self.leaf, "exact", ranges, entries)
        return score

    def _score_stock(self, q: Any, entries: Array) -> Scores:
        if id(q) not in self._foreign:
            self._known[id(q)] = self._match_stock(q)
            self._held.append(q)
        listed, scores = self._known[id(q)].entries, self._foreign[id(q)]
        if not len(listed):
            return 0.0
        at = listed.searchsorted(entries)
        there: Array = scores.take(at, mode="clip") * (listed.take(at, mode="clip") == entries)
        return there


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
    query.AndNot: SegmentSearch._score_first,
    query.AndMaybe: SegmentSearch._score_maybe,
    query.Require: SegmentSearch._score_first,
    query.ConstantScoreQuery: SegmentSearch._score_flat,
    Stepped: SegmentSearch._score_stepped,
    InARow: SegmentSearch._score_row,
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
_PERHAPS_STOCK = {*EXPANDED, query.NumericRange, query.Phrase, query.Sequence, spans.SpanNear}
