"""Matching of texts without an index: where a query matches and how well, as snippets and marks."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from delegate_desk.core.search import IndexEntry, MatchReason
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.analysis import WordForm, forms, pattern_expression, stems
from delegate_desk.search.engine.index_terms import day_number, facts
from delegate_desk.search.query import nodes

Run = tuple[int, int, MatchReason]
"""The numbers of a first and a last word, and how well they match."""

_ORDER = {why: n for n, why in enumerate(MatchReason)}


class TextMatcher:
    """Matches words of texts; for one thread. Results are cached per word."""

    def __init__(self) -> None:
        self._test = cache(_Test)

    def runs(self, found: Sequence[WordForm], language: str, term: nodes.Text) -> Iterator[Run]:
        """Yield the runs of words by which a text in a language matches a part of a query.

        Of two parts near each other, each is a run of its own, with the weaker match of both; a run may be repeated.
        """
        if not isinstance(term, nodes.Near):
            yield from self._term_runs(found, language, term)
            return
        left, right = (list(self._term_runs(found, language, value)) for value in (term.left, term.right))
        for value, other in itertools.product(left, right):
            distance = other[0] - value[1] if other[0] > value[1] else value[0] - other[1]
            if 0 < distance <= term.distance:
                why = max(value[2], other[2], key=_ORDER.__getitem__)
                yield from ((first, last, why) for first, last, _ in (value, other))

    def _term_runs(self, found: Sequence[WordForm], language: str, term: nodes.Placed) -> Iterator[Run]:
        words = term.words if isinstance(term, nodes.PhraseQuery) else (term,)
        first, *others = (self._test(word, language) for word in words)
        for n, why in enumerate(map(first.__getitem__, found)):
            if why is None:
                continue
            whys = [why, *(test[form] for test, form in zip(others, found[n + 1 : n + len(words)], strict=False))]
            if len(whys) == len(words) and None not in whys:
                yield n, n + len(others), max((why for why in whys if why), key=_ORDER.__getitem__)


class _Test(dict[WordForm, MatchReason | None]):
    """Best match of printed words of a language with a search term, by their forms; computed when first requested."""

    def __init__(self, term: nodes.WordQuery | nodes.Wildcard, language: str) -> None:
        super().__init__()
        self._term = term
        self._roots: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None
        if isinstance(term, nodes.Wildcard):
            self._pattern = pattern_expression(term.pattern)
        elif term.stemmed:
            self._roots = stems(term.exact, term.letters, [language])

    def __missing__(self, form: WordForm) -> MatchReason | None:
        why = self[form] = self._match_form(form)
        return why

    def _match_form(self, form: WordForm) -> MatchReason | None:
        word = self._term
        if isinstance(word, nodes.Wildcard):
            return MatchReason.PREFIX if self._pattern and self._pattern.fullmatch(form.exact) else None
        if form.exact == word.exact:
            return MatchReason.EXACT if (form.accented or form.exact) == word.letters else MatchReason.ACCENT
        if not self._roots.isdisjoint(form.stems):
            return MatchReason.STEM
        if word.prefix and form.exact.startswith(word.exact):
            return MatchReason.PREFIX
        if not word.edits:
            return None
        from rapidfuzz.distance import Levenshtein

        edits = Levenshtein.distance(form.exact, word.exact, score_cutoff=word.edits)
        return MatchReason.FUZZY if edits <= word.edits else None


def meets(entry: IndexEntry, field_filter: nodes.FieldFilter) -> bool:
    reading, date = field_filter.reading, entry.header.date
    if reading.first is not None or reading.last is not None:
        day = day_number(date) if date else 0
        return (reading.first or 1) <= day <= (reading.last or 99_999_999)
    entry_facts = facts(entry)
    for *others, last in reading.terms:
        has_last = last in entry_facts or (reading.prefix and any(fact.startswith(last) for fact in entry_facts))
        if has_last and entry_facts.issuperset(others):
            return True
    return False


_WHOLE = 240
"""Maximum length of a text that is shown whole, in characters."""

_WIDTH = 200
_LEAD = 60
_SLACK = 20
_ANY_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Part of a text.

    Attributes:
        text: One line, with an ellipsis for omitted text.
        highlights: The matches, in order: 0-based, end-exclusive, in code points of ``text``.
        why: How the words of the query matched, the best way for each.
    """

    text: str
    highlights: tuple[tuple[int, int], ...]
    why: tuple[MatchReason, ...]


class SnippetMatch(NamedTuple):
    """A run of words of a line: its span, the part of the query that it matches, and how well."""

    start: int
    end: int
    part: int
    why: MatchReason


class Snippets:
    """Cuts snippets out of texts: one for all the hits of an answer, on one thread."""

    def __init__(self, query: nodes.Query) -> None:
        self._terms = query.search_terms()
        self._matcher = TextMatcher()

    def spots(self, line: str, language: str) -> list[SnippetMatch]:
        """Return the runs of words by which a line matches."""
        found = list(forms(line, language))
        words = [form for _, _, form in found]
        return [
            SnippetMatch(found[first][0], found[last][1], part, why)
            for part, term in enumerate(self._terms)
            for first, last, why in self._matcher.runs(words, language, term)
        ]

    def cut_from(self, text: str, language: str) -> Snippet:
        """Cut the matching part from a text in a language."""
        line = _ANY_SPACE.sub(" ", text)
        spots = sorted(self.spots(line, language), key=attrgetter("start"))
        best: dict[int, MatchReason] = {}
        for match in spots:
            best[match.part] = min(best.get(match.part, match.why), match.why, key=_ORDER.__getitem__)
        start, end = _window(line, spots)
        head, tail = "…" if start else "", "…" if end < len(line) else ""
        shift = len(head) - start
        marks = _merge(
            (max(s.start, start) + shift, min(s.end, end) + shift) for s in spots if s.start < end and s.end > start
        )
        why = tuple(why for why in MatchReason if why in best.values())
        return Snippet(f"{head}{line[start:end]}{tail}", tuple(marks), why)


def _window(line: str, spots: Sequence[SnippetMatch]) -> tuple[int, int]:
    if len(line) <= _WHOLE:
        return 0, len(line)
    first = 0
    best = (0, 0)
    inside: Counter[int] = Counter()
    next_match = 0
    for n, match in enumerate(spots):
        while next_match < len(spots) and spots[next_match].end <= match.start + _WIDTH - _LEAD:
            inside[spots[next_match].part] += 1
            next_match += 1
        score = (sum(count > 0 for count in inside.values()), next_match - n)
        if score > best:
            first, best = match.start, score
        if next_match > n:
            inside[match.part] -= 1
        next_match = max(next_match, n + 1)
    start = max(0, min(first - _LEAD, len(line) - _WIDTH))
    end = min(len(line), start + _WIDTH)
    return _between_words(line, start, backward=True), _between_words(line, end, backward=False)


def _between_words(line: str, offset: int, *, backward: bool) -> int:
    """Move a cut outwards to the next space nearby; short remainders at the edges are included."""
    if backward:
        if offset <= _SLACK:
            return 0
        space = line.rfind(" ", offset - _SLACK, offset)
        return space + 1 if space >= 0 else offset
    if len(line) - offset <= _SLACK:
        return len(line)
    space = line.find(" ", offset, offset + _SLACK)
    return space if space >= 0 else offset


def _merge(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


Marks = tuple[tuple[int, int], ...]
"""Parts of a text in order, without overlap: 0-based, end-exclusive, in code points."""

_Run = tuple[int, int]
"""The numbers of a first and a last word."""


class Marker:
    """Marks the matches of a query in texts: one for all the texts of a document, on one thread."""

    def __init__(self, query: nodes.Query) -> None:
        self._node = query.node
        self._matcher = TextMatcher()

    def marks_for_entry(self, entry: IndexEntry) -> Marks:
        """Return the words by which a text matches the query; empty if it does not match."""
        if self._node is None:
            return ()
        found = list(forms(entry.text, entry.header.language))
        runs = self._matching_runs(self._node, entry, [form for _, _, form in found])
        return tuple(_merge((found[first][0], found[last][1]) for first, last in runs or ()))

    def _matching_runs(self, node: nodes.Node, entry: IndexEntry, words: Sequence[WordForm]) -> list[_Run] | None:
        """Return the words by which a part of the query matches a text, possibly none; None if it does not match."""
        match node:
            case nodes.FieldFilter():
                return [] if meets(entry, node) else None
            case nodes.Not(part):
                return [] if self._matching_runs(part, entry, words) is None else None
            case nodes.AllOf(parts):
                found: list[_Run] = []
                for part in parts:
                    runs = self._matching_runs(part, entry, words)
                    if runs is None:
                        return None
                    found += runs
                return found
            case nodes.Either(parts):
                true = [runs for part in parts if (runs := self._matching_runs(part, entry, words)) is not None]
                return [run for runs in true for run in runs] if true else None
            case nodes.TranslatedWords():
                return None
        return [(first, last) for first, last, _ in self._matcher.runs(words, entry.header.language, node)] or None
