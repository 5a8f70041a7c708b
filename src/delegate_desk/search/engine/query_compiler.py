"""Compiling a query into clauses.

Relevance is BM25 within levels: words with the accents typed come first, then exact forms, words with the same stem,
beginnings, and similar spellings. A word in a title adds a little within a level, as do all the words in a row if there
are not too many hits, and a heading a little more. With several words in the query, a heading may have all but one of
them with another ending and still ranks like a text with the exact forms.
"""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import field

import numpy as np

from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.analysis import stems
from delegate_desk.search.engine.clauses import (
    AlternativesClause,
    AndClause,
    BestClause,
    Clause,
    DocumentsClause,
    FlatClause,
    FuzzyClause,
    InRowClause,
    MaybeClause,
    NearClause,
    NotClause,
    OrClause,
    PatternClause,
    PlacedClause,
    PrefixClause,
    RangeClause,
    SegmentSearch,
    SequenceClause,
    SteppedClause,
    TermClause,
)
from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import SegmentReader, length_weights
from delegate_desk.search.query import nodes

_CERTAIN = 0.25
"""Weight from which a translation counts in full for the share of the query in a passage."""
_HEADING_WORTH = 1.3
"""Factor for words of headings compared with those of a text."""


@dataclass(frozen=True, eq=False)
class TranslatedClause(Clause):
    """Passages that contain enough of the words of a query.

    Attributes:
        words: Possible translations of each with their weights, the least likely first.
        least: Share of the query, weighed by how rare its words are, that a passage must have.
    """

    words: Sequence[Sequence[tuple[PlacedClause, float]]]
    least: float
    _scores: dict[SegmentReader, Array] = field(default_factory=dict)

    def find(self, search: SegmentSearch) -> Array:
        weights = length_weights(search.terms.average("exact")).astype(np.float32)
        norms = weights.take(search.reader.file["exact.len"])
        score, share = np.zeros(search.reader.size, np.float32), np.zeros(search.reader.size, np.float32)
        rarities = [self._rarity(search, word) for word in self.words]
        for rarity, word in sorted(zip(rarities, self.words, strict=True), key=lambda pair: -pair[0]):
            expected, certain = np.zeros_like(score), np.zeros_like(score)
            for clause, weight in word:
                entries, counts = _occurrences(search, clause)
                expected[entries] += np.float32(weight) * counts
                certain[entries] = min(1.0, weight / _CERTAIN)
            score += rarity * 2.2 * expected / (expected + norms)
            share += rarity * certain
        number = search.number("fact", "heading")
        if number >= 0:
            score[search.reader.entries("fact", number)] *= _HEADING_WORTH
        self._scores[search.reader] = score
        hits: Array = (score > 0) & (share >= self.least * sum(rarities))
        return hits

    @staticmethod
    def _rarity(search: SegmentSearch, word: Sequence[tuple[PlacedClause, float]]) -> float:
        """Inverse document frequency of a word by its translations, over all segments."""
        everywhere = 0.0
        for clause, weight in word:
            parts = clause.parts if isinstance(clause, SequenceClause) else (clause,)
            terms = [part for part in parts if isinstance(part, TermClause)]
            everywhere += weight * min(search.terms.frequency(term.field, term.text) for term in terms)
        return math.log(1 + search.terms.size / (everywhere + 1))

    def scores(self, search: SegmentSearch, entries: Array) -> Array:
        hits = search.find(self)
        return self._scores[search.reader].take(entries) * hits.take(entries)


def _occurrences(search: SegmentSearch, clause: PlacedClause) -> tuple[Array, Array | float]:
    """Entries with a word, or words in a row, and how often each has it."""
    if not isinstance(clause, TermClause) or (number := search.number(clause.field, clause.text)) < 0:
        return search.find(clause).nonzero()[0], 1.0
    counts = search.reader.counts(clause.field, number)
    return search.reader.entries(clause.field, number), 1.0 if counts is None else counts


def _row(terms: Sequence[nodes.IndexTerm]) -> PlacedClause:
    clauses = [TermClause(*term) for term in terms]
    return clauses[0] if len(clauses) == 1 else SequenceClause(clauses)


_ACCENT = 1_000_000.0
_EXACT = 10_000.0
_STEM = 100.0
_TITLE = 4.0
_RUN = 8.0
_HEADING = 40.0
_LONGEST_RUN = 8
_BEGUN = 0.01
_ALMOST = 0.001
_DATES = 1000  # an edition is the date, and three digits of the revision

_FACETS = {
    "lang": "language", "year": "year", "type": "document_type", "code": "code", "file": "dossier",
    "marking": "marking", "kind": "kind", "in": "kind",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class QueryPlan:
    """A query for evaluation.

    Attributes:
        main: The query without the filters that facets offer.
    """

    main: Clause
    filters: dict[str, Clause]


class Compiler:
    """Makes clauses.

    Args:
        languages: Languages of the library.
        holds: Returns whether a term of a field exists; missing ones are left out of alternatives.
        all_stemmed: True if all texts are in languages with a stemmer: every form then also has its stem.
    """

    def __init__(
        self, languages: Collection[str], holds: Callable[[str, str], bool], *, all_stemmed: bool = False
    ) -> None:
        self._languages = languages
        self._all_stemmed = all_stemmed
        self._holds = holds
        self._stems_of: dict[nodes.WordQuery, list[str]] = {}

    def plan(self, node: nodes.Node, groups: Collection[str] | None = None) -> QueryPlan:
        """Compile a query; with ``groups`` only entries of these are found."""
        filters: dict[str, list[Clause]] = {}
        rest: list[nodes.Node] = []
        for part in node.parts if isinstance(node, nodes.AllOf) else (node,):
            if facet := _facet(part):
                filters.setdefault(facet, []).append(self.compile(part))
            else:
                rest.append(part)
        main = _all([self.compile(part) for part in rest])
        words = [word for part in rest for text in nodes.included_terms(part) for word in nodes.words_of(text)]
        # a little more for each word in the title
        forms = map(self._title_forms, words)
        bonuses: list[Clause] = [FlatClause(_any(clauses), _TITLE) for clauses in forms if clauses]
        if words:
            step = _HEADING + _EXACT * (len(words) - 1)
            bonuses.append(FlatClause(TermClause("fact", "heading"), step))
        if 1 < len(rest) <= _LONGEST_RUN and all(type(part) is nodes.WordQuery and not part.edits for part in rest):
            bonuses.append(InRowClause(_exact_forms(words), _RUN))
        if bonuses:
            main = MaybeClause(main, OrClause(bonuses))
        if groups is not None:
            main = AndClause([main, FlatClause(_only(groups), 0.0)])
        return QueryPlan(main, {facet: _all(clauses) for facet, clauses in filters.items()})

    def compile(self, node: nodes.Node) -> Clause:
        match node:
            case nodes.WordQuery():
                return self._word(node)
            case nodes.Wildcard():
                return PatternClause("exact", node.pattern, _BEGUN)
            case nodes.PhraseQuery():
                return self._phrase(node)
            case nodes.Near():
                step = _EXACT if _is_exact(node.left) and _is_exact(node.right) else _STEM
                clause = NearClause(self._placed_clause(node.left), self._placed_clause(node.right), node.distance)
                return SteppedClause(clause, 2 * step)
            case nodes.FieldFilter():
                return FlatClause(_filter(node), 0.0)
            case nodes.Not(part):
                return NotClause(self.compile(part))
            case nodes.AllOf(parts):
                return AndClause([self.compile(part) for part in parts])
            case nodes.Either(parts):
                return OrClause([self.compile(part) for part in parts])
            case nodes.TranslatedWords(words, least):
                return TranslatedClause([[(_row(terms), weight) for terms, weight in word] for word in words], least)

    # Words

    def _indexed(self, field: str, terms: Iterable[str]) -> list[TermClause]:
        return [TermClause(field, term) for term in terms if self._holds(field, term)]

    def _word(self, word: nodes.WordQuery) -> Clause:
        clauses: list[Clause] = [SteppedClause(term, _EXACT) for term in self._indexed("exact", [word.exact])]
        clauses += self._accents([word])
        if found := self._indexed("stem", self._stems(word)):
            stem = SteppedClause(BestClause(found) if len(found) > 1 else found[0], _STEM)
            if self._all_stemmed and not (word.prefix or word.edits):
                return MaybeClause(stem, OrClause(clauses))
            clauses.append(stem)
        if word.prefix:
            clauses.append(PrefixClause("exact", word.exact, _BEGUN))
        elif word.edits:
            clauses.append(FuzzyClause("exact", word.exact, word.edits, _ALMOST))
        return _any(clauses)

    def _accents(self, words: Iterable[nodes.WordQuery]) -> list[FlatClause]:
        terms = self._indexed("accented", [word.letters for word in words if word.letters != word.exact])
        return [FlatClause(term, _ACCENT) for term in terms]

    def _stems(self, word: nodes.WordQuery) -> list[str]:
        if not word.stemmed:
            return []
        found = self._stems_of.get(word)
        if found is None:
            found = self._stems_of[word] = sorted(stems(word.exact, word.letters, self._languages))
        return found

    def _phrase(self, phrase: nodes.PhraseQuery) -> Clause:
        """Return the clause of a phrase; with any ending, exact forms still come first."""
        words = phrase.words
        clause: Clause = SteppedClause(_exact_forms(words), _EXACT * len(words))
        if any(word.stemmed or word.edits for word in words):
            any_ending = SteppedClause(self._placed_clause(phrase), _STEM * len(words))
            can_be_exact = all(word.prefix or self._holds("exact", word.exact) for word in words)
            clause = OrClause([clause, any_ending]) if can_be_exact else any_ending
        accents = self._accents(word for word in words if not word.prefix)
        return MaybeClause(clause, OrClause(accents)) if accents else clause

    def _placed_clause(self, part: nodes.Placed) -> PlacedClause:
        if isinstance(part, nodes.PhraseQuery):
            if _is_exact(part):
                return _exact_forms(part.words)
            return SequenceClause(list(map(self._placed_clause, part.words)))
        if isinstance(part, nodes.Wildcard):
            return PatternClause("exact", part.pattern)
        forms: list[PlacedClause] = [*self._indexed("stem", self._stems(part))]
        if part.edits and not part.prefix:
            forms.insert(0, FuzzyClause("exact", part.exact, part.edits))
        elif part.prefix or not forms or (self._holds("exact", part.exact) and not self._all_stemmed):
            forms.insert(0, _exact_form(part))
        return forms[0] if len(forms) == 1 else AlternativesClause(forms)

    # Titles

    def _title_forms(self, word: nodes.WordQuery) -> Sequence[Clause]:
        exact = f"= {word.exact}"
        if word.prefix:
            return [PrefixClause("title", exact), *self._indexed("title", self._stems(word))]
        return self._indexed("title", [exact, *self._stems(word)])

    def title(self, node: nodes.Node) -> Clause | None:
        """Return a clause for entries whose title has all the words; None if there are none."""
        return self._in_title(node) if any(map(nodes.words_of, nodes.included_terms(node))) else None

    def _in_title(self, node: nodes.Node) -> Clause | None:
        match node:
            case nodes.FieldFilter():
                return self.compile(node)
            case nodes.Not(part):
                inner = self._in_title(part)
                return NotClause(inner) if inner else None
            case nodes.AllOf(parts) | nodes.Either(parts):
                found = [clause for part in parts if (clause := self._in_title(part))]
                return (_all(found) if isinstance(node, nodes.AllOf) else _any(found)) if found else None
            case _:
                found = [_any(self._title_forms(word)) for word in nodes.words_of(node)]
                return _all(found) if found else None


def _only(groups: Collection[str]) -> Clause:
    """Return the entries of some groups; paragraphs by the column of their document, as there may be thousands."""
    documents = {int(number) for kind, number in map(str.split, groups) if kind == "document"}
    others = sorted(group for group in groups if not group.startswith("document "))
    paragraphs = [AndClause([TermClause("fact", "in paragraph"), DocumentsClause(documents)])] if documents else []
    return OrClause([*paragraphs, *(TermClause("fact", f"group {group}") for group in others)])


def _all(clauses: Sequence[Clause]) -> Clause:
    return clauses[0] if len(clauses) == 1 else AndClause(clauses)


def _any(clauses: Sequence[Clause]) -> Clause:
    return clauses[0] if len(clauses) == 1 else OrClause(clauses)


def _exact_form(word: nodes.WordQuery) -> PlacedClause:
    return PrefixClause("exact", word.exact) if word.prefix else TermClause("exact", word.exact)


def _exact_forms(words: Iterable[nodes.WordQuery]) -> SequenceClause:
    return SequenceClause(list(map(_exact_form, words)))


def _filter(node: nodes.FieldFilter) -> Clause:
    reading = node.reading
    if reading.first is not None or reading.last is not None:
        first, last = reading.first or 1, reading.last or 99_999_999
        return RangeClause("edition", first * _DATES, last * _DATES + _DATES - 1)
    choices: list[Clause] = []
    for *other_facts, last_fact in reading.terms:
        last_clause = PrefixClause("fact", last_fact) if reading.prefix else TermClause("fact", last_fact)
        choices.append(_all([*(TermClause("fact", fact) for fact in other_facts), last_clause]))
    return _any(choices)


def _facet(node: nodes.Node) -> str | None:
    if not isinstance(node, nodes.FieldFilter):
        return None
    facet = _FACETS.get(node.field)
    if facet == "kind" and not all(fact.startswith("in ") for terms in node.reading.terms for fact in terms):
        return None  # of notes, which is no facet
    return facet


def _is_exact(part: nodes.Placed) -> bool:
    if isinstance(part, nodes.PhraseQuery):
        return all(map(_is_exact, part.words))
    return isinstance(part, nodes.WordQuery) and not (part.stemmed or part.prefix or part.edits)
