"""A query in another language: each word by its translations, each passage by how many of the words it has.

Frequencies are those to be expected, over all translations of a word (Darwish and Oard, Probabilistic Structured Query
Methods, 2003).
"""

import math
from dataclasses import field

import numpy as np

from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.clauses import Clause, Scores, SegmentHits, SegmentSearch, SequenceClause, TermClause
from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import SegmentReader, length_weights
from delegate_desk.search.query.nodes import IndexTerm, TranslatedWords

_CERTAIN = 0.25
"""From this weight on, a translation counts in full for how much of the query a passage has."""


@dataclass(frozen=True, eq=False)
class TranslatedClause(Clause):
    """Passages that have enough of the words of a query."""

    query: TranslatedWords
    _scores: dict[SegmentReader, Array] = field(default_factory=dict)

    def find(self, search: SegmentSearch) -> SegmentHits:
        norm = length_weights(search.run.average("exact")).take(search.leaf.file["exact.len"])
        score = np.zeros(search.size, np.float32)
        share = np.zeros(search.size, np.float32)
        whole = 0.0
        for word in self.query.words:
            expected = np.zeros(search.size, np.float32)
            certain = np.zeros(search.size, np.float32)
            frequency = 0.0
            for terms, weight in word.alternatives:
                entries, counts, everywhere = _occurrences(search, terms)
                expected[entries] += weight * counts
                certain[entries] = np.maximum(certain[entries], min(1.0, weight / _CERTAIN))
                frequency += weight * everywhere
            rarity = math.log(1 + search.run.size / (frequency + 1))
            score += rarity * 2.2 * expected / (expected + norm)
            share += rarity * certain
            whole += rarity
        self._scores[search.leaf] = score
        return SegmentHits(search.size, ((share >= self.query.least * whole) & (share > 0)).nonzero()[0])

    def held_scores(self, search: SegmentSearch, entries: Array) -> Scores:
        if search.leaf not in self._scores:
            search.find(self)
        return self._scores[search.leaf].take(entries)


def _occurrences(search: SegmentSearch, terms: tuple[IndexTerm, ...]) -> tuple[Array, Array | float, float]:
    """Entries with some terms in a row, how often each has them, and about how many there are in all segments."""
    everywhere = min(search.run.frequency(*term) for term in terms)
    if len(terms) > 1:
        hits = search.find(SequenceClause([TermClause(*term) for term in terms]))
        return hits.entries, 1.0, everywhere
    (named, text) = terms[0]
    number = search.number(named, text)
    if number < 0:
        return np.zeros(0, np.intp), 1.0, everywhere
    counts = search.leaf.counts(named, number)
    return search.leaf.entries(named, number, number + 1), 1.0 if counts is None else counts, everywhere
