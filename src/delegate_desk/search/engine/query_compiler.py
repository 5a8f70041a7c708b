"""Compiling: a query of the box as Whoosh's query objects.

Relevance is BM25 within steps: more words with the accents typed come first, then more in the very form, by their stem,
begun so, and spelt almost so. A word in a title adds a little within a step, so do all the words in a row where the
hits are not too many, and a heading a little more. Where several words are asked for, a heading may have all but one of
them with another ending and is still as good as a text that has their very forms.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from whoosh import query
from whoosh.query import spans

from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.analysis import stems
from delegate_desk.search.engine.clause_matching import ConsecutiveWords, Stepped
from delegate_desk.search.query.nodes import (
    AllOf,
    Either,
    FieldFilter,
    Near,
    Node,
    Not,
    PhraseQuery,
    Text,
    Wildcard,
    WordQuery,
)

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
    """A query as it is evaluated.

    Attributes:
        rest: All of it but for the filters that facets offer.
        filters: By facet, what narrows the whole by one of its values.
    """

    main_query: Any
    filters: dict[str, Any]


def _everything(_field: str, _term: str) -> bool:
    return True


class Compiler:
    """Makes query objects.

    Args:
        languages: Those of what is held that have a stemmer.
        all_stemmed: True if no text is in another language: a stem then stands wherever the form does.
        held: Tells of a field and a term whether it stands anywhere; what does not is left out, where more is asked.
    """

    def __init__(
        self,
        languages: Collection[str],
        held: Callable[[str, str], bool] = _everything,
        *,
        all_stemmed: bool = False,
    ) -> None:
        self._languages = languages
        self._all_stemmed = all_stemmed
        self._held = held
        self._stems_of: dict[WordQuery, list[str]] = {}

    def plan(self, node: Node, groups: Collection[str] | None = None) -> QueryPlan:
        """A whole query; with ``groups`` only entries of these count."""
        parts = node.parts if isinstance(node, AllOf) else (node,)
        filters: dict[str, list[Any]] = {}
        rest: list[Node] = []
        for part in parts:
            facet = _facet(part)
            if facet:
                filters.setdefault(facet, []).append(self.compile(part))
            else:
                rest.append(part)
        asked = self._all(self.compile(part) for part in rest)
        more = [clause for part in rest for clause in self._titles(part)]
        words = [word for part in rest for word in _included_words(part)]
        if words:
            step = _HEADING + _EXACT * (len(words) - 1)
            more.append(query.ConstantScoreQuery(query.Term("fact", "heading"), step))
        if 1 < len(rest) <= _LONGEST_RUN and all(type(part) is WordQuery and not part.edits for part in rest):
            more.append(ConsecutiveWords([word.exact for word in words], begun=words[-1].prefix, score=_RUN))
        if more:
            asked = query.AndMaybe(asked, query.Or(more))
        if groups is not None:
            asked = query.Require(asked, query.Or([query.Term("fact", f"group {group}") for group in sorted(groups)]))
        return QueryPlan(asked, {facet: self._all(clauses) for facet, clauses in filters.items()})

    @staticmethod
    def _all(clauses: Iterable[Any]) -> Any:
        found = list(clauses)
        return query.And(found) if len(found) > 1 else found[0] if found else query.Every(boost=0.0)

    def compile(self, node: Node) -> Any:
        match node:
            case WordQuery():
                return self._word(node)
            case Wildcard():
                return query.Wildcard("exact", node.pattern, boost=_BEGUN)
            case PhraseQuery():
                return self._phrase(node)
            case Near():
                step = _EXACT if _is_exact(node.left) and _is_exact(node.right) else _STEM
                left, right = self._placed(node.left), self._placed(node.right)
                return Stepped(spans.SpanNear(left, right, slop=node.distance, ordered=False), 2 * step)
            case FieldFilter():
                return query.ConstantScoreQuery(self._filter(node), 0.0)
            case Not(part):
                return query.Not(self.compile(part))
            case AllOf(parts):
                return query.And([self.compile(part) for part in parts])
            case Either(parts):
                return query.Or([self.compile(part) for part in parts])

    # Words

    def _word(self, word: WordQuery) -> Any:
        clauses: list[Any] = []
        if self._held("exact", word.exact):
            clauses.append(Stepped(query.Term("exact", word.exact), _EXACT))
        found = [query.Term("stem", stem) for stem in self._stems(word) if self._held("stem", stem)]
        if found:
            clauses.append(Stepped(query.DisjunctionMax(found) if len(found) > 1 else found[0], _STEM))
        if word.letters != word.exact and self._held("accented", word.letters):
            clauses.append(query.ConstantScoreQuery(query.Term("accented", word.letters), _ACCENT))
        if word.prefix:
            clauses.append(query.Prefix("exact", word.exact, boost=_BEGUN))
        elif word.edits:
            clauses.append(self._fuzzy(word))
        return query.Or(clauses) if len(clauses) > 1 else clauses[0] if clauses else query.NullQuery

    def _stems(self, word: WordQuery) -> list[str]:
        if not word.stemmed:
            return []
        found = self._stems_of.get(word)
        if found is None:
            found = self._stems_of[word] = sorted(stems(word.exact, word.letters, self._languages))
        return found

    @staticmethod
    def _fuzzy(word: WordQuery) -> Any:
        return query.FuzzyTerm("exact", word.exact, boost=_ALMOST, maxdist=word.edits, prefixlength=0)

    def _forms(self, word: WordQuery) -> list[Any]:
        """The terms that stand for a word where places matter."""
        forms: list[Any] = [query.Term("stem", stem) for stem in self._stems(word) if self._held("stem", stem)]
        if word.prefix:  # holds the word itself
            return [query.Prefix("exact", word.exact), *forms]
        if word.edits:
            return [self._fuzzy(word), *forms]
        if forms and (self._all_stemmed or not self._held("exact", word.exact)):
            return forms
        return [query.Term("exact", word.exact), *forms]

    def _phrase(self, phrase: PhraseQuery) -> Any:
        """A phrase; where any ending will do, its very forms come first all the same."""
        words = phrase.words
        *first, last = words
        forms: list[Any] = [query.Term("exact", word.exact) for word in first]
        forms.append(query.Prefix("exact", last.exact) if last.prefix else query.Term("exact", last.exact))
        if last.prefix:
            exact: Any = query.Sequence(forms)
        else:
            exact = query.Phrase("exact", [word.exact for word in words])
        asked: Any = Stepped(exact, _EXACT * len(words))
        if any(word.stemmed or word.edits for word in words):
            loose = Stepped(self._placed(phrase), _STEM * len(words))
            held = all(word.prefix or self._held("exact", word.exact) for word in words)
            asked = query.Or([asked, loose]) if held else loose
        accents = [
            query.ConstantScoreQuery(query.Term("accented", word.letters), _ACCENT)
            for word in words
            if word.letters != word.exact and not word.prefix and self._held("accented", word.letters)
        ]
        return query.AndMaybe(asked, query.Or(accents)) if accents else asked

    def _placed(self, part: WordQuery | Wildcard | PhraseQuery) -> Any:
        """Compile a part to a query with positions."""
        if isinstance(part, PhraseQuery):
            if _is_exact(part):
                return query.Phrase("exact", [word.exact for word in part.words])
            return query.Sequence([self._placed(word) for word in part.words])
        if isinstance(part, Wildcard):
            return query.Wildcard("exact", part.pattern)
        forms = self._forms(part)
        return query.Or(forms) if len(forms) > 1 else forms[0]

    # Titles

    def _titles(self, node: Node) -> list[Any]:
        """A little more for each word asked for that stands in the title."""
        if isinstance(node, AllOf | Either):
            return [clause for part in node.parts for clause in self._titles(part)]
        if isinstance(node, FieldFilter | Not):
            return []
        clauses = [self._title(word) for word in _words(node)]
        return [query.ConstantScoreQuery(clause, _TITLE) for clause in clauses if clause is not query.NullQuery]

    def _title(self, word: WordQuery) -> Any:
        exact = f"= {word.exact}"
        terms = self._stems(word) if word.prefix else [exact, *self._stems(word)]
        forms: list[Any] = [query.Term("title", term) for term in terms if self._held("title", term)]
        if word.prefix:
            forms.insert(0, query.Prefix("title", exact))
        return query.Or(forms) if len(forms) > 1 else forms[0] if forms else query.NullQuery

    def title(self, node: Node) -> Any | None:
        """Entries whose title has all the words asked for; None where none is asked for."""
        found = self._in_title(node)
        return found if found is not None and any(_included_words(node)) else None

    def _in_title(self, node: Node) -> Any | None:
        match node:
            case FieldFilter():
                return self.compile(node)
            case Not(part):
                inner = self._in_title(part)
                return query.Not(inner) if inner is not None else None
            case AllOf(parts) | Either(parts):
                stored = [clause for part in parts if (clause := self._in_title(part)) is not None]
                if not stored:
                    return None
                return query.And(stored) if isinstance(node, AllOf) else query.Or(stored)
            case _:
                words = [self._title(word) for word in _words(node)]
                return query.And(words) if len(words) > 1 else words[0] if words else None

    # Fields

    @staticmethod
    def _filter(node: FieldFilter) -> Any:
        reading = node.reading
        if reading.first is not None or reading.last is not None:
            first, last = reading.first or 1, reading.last or 99_999_999
            return query.NumericRange("edition", first * _DATES, last * _DATES + _DATES - 1)
        choices = []
        for *whole, last_fact in reading.terms:
            clauses: list[Any] = [query.Term("fact", fact) for fact in whole]
            clauses.append(query.Prefix("fact", last_fact) if reading.prefix else query.Term("fact", last_fact))
            choices.append(query.And(clauses) if len(clauses) > 1 else clauses[0])
        return query.Or(choices) if len(choices) != 1 else choices[0]


def _facet(node: Node) -> str | None:
    """The facet that a part of a query narrows."""
    if not isinstance(node, FieldFilter):
        return None
    facet = _FACETS.get(node.field)
    if facet == "kind" and not all(fact.startswith("in ") for terms in node.reading.terms for fact in terms):
        return None  # of notes, which is no facet
    return facet


def _is_exact(part: WordQuery | Wildcard | PhraseQuery) -> bool:
    if isinstance(part, PhraseQuery):
        return all(map(_is_exact, part.words))
    return isinstance(part, WordQuery) and not (part.stemmed or part.prefix or part.edits)


def _words(text: Text) -> list[WordQuery]:
    """The words of what was typed."""
    match text:
        case WordQuery():
            return [text]
        case PhraseQuery(words):
            return list(words)
        case Near(left, right):
            return [*_words(left), *_words(right)]
        case Wildcard():
            return []


def _included_words(node: Node) -> Iterable[WordQuery]:
    """The words of a query without those that it excludes."""
    if isinstance(node, AllOf | Either):
        for part in node.parts:
            yield from _included_words(part)
    elif not isinstance(node, FieldFilter | Not):
        yield from _words(node)
