"""Matching: where the words of a text meet a part of a query, and how well. The same for snippets and for scanning."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from delegate_desk.core.search import MatchReason
from delegate_desk.search.engine.analysis import WordForm, stems
from delegate_desk.search.query.nodes import Near, PhraseQuery, Text, Wildcard, WordQuery

Run = tuple[int, int, MatchReason]
"""The numbers of a first and of a last word, and how well they match."""

_ORDER = {why: n for n, why in enumerate(MatchReason)}


def better(why: MatchReason, other: MatchReason) -> MatchReason:
    """The better of two."""
    return why if _ORDER[why] <= _ORDER[other] else other


def worse(why: MatchReason, other: MatchReason) -> MatchReason:
    """The worse of two."""
    return other if _ORDER[why] <= _ORDER[other] else why


class TextMatcher:
    """Matches words of texts; for one thread. What it has told of a word it remembers."""

    def __init__(self) -> None:
        self._tests: dict[tuple[WordQuery | Wildcard, str], _Test] = {}

    def runs(self, found: Sequence[WordForm], language: str, sought: Text) -> Iterator[Run]:
        """Yield the runs of words by which a text in a language matches a part of a query.

        Of two parts near each other, each is a run of its own, with the weaker match of both; a run may be
        repeated.
        """
        return (
            self._near(found, language, sought)
            if isinstance(sought, Near)
            else self._term_runs(found, language, sought)
        )

    def _near(self, found: Sequence[WordForm], language: str, near: Near) -> Iterator[Run]:
        left, right = (list(self._term_runs(found, language, one)) for one in (near.left, near.right))
        for one in left:
            for other in right:
                apart = other[0] - one[1] if other[0] > one[1] else one[0] - other[1]
                if 0 < apart <= near.distance:
                    why = worse(one[2], other[2])
                    yield from ((first, last, why) for first, last, _ in (one, other))

    def _term_runs(
        self, found: Sequence[WordForm], language: str, sought: WordQuery | Wildcard | PhraseQuery
    ) -> Iterator[Run]:
        words = sought.words if isinstance(sought, PhraseQuery) else (sought,)
        first, *more = (self._test(word, language) for word in words)
        for n, why in enumerate(map(first.__getitem__, found)):
            if why is None:
                continue
            whys = (
                [why, *(test[form] for test, form in zip(more, found[n + 1 : n + len(words)], strict=False))]
                if more
                else [why]
            )
            if len(whys) == len(words) and None not in whys:
                yield n, n + len(more), max((why for why in whys if why), key=_ORDER.__getitem__)

    def _test(self, sought: WordQuery | Wildcard, language: str) -> "_Test":
        test = self._tests.get((sought, language))
        if test is None:
            test = self._tests[sought, language] = _Test(sought, language)
        return test


class _Test(dict[WordForm, MatchReason | None]):
    """Best match of printed words of a language with a search term, by their forms; computed when first requested."""

    def __init__(self, sought: WordQuery | Wildcard, language: str) -> None:
        super().__init__()
        self._sought = sought
        self._roots: frozenset[str] = frozenset()
        self._pattern: re.Pattern[str] | None = None
        if isinstance(sought, Wildcard):
            self._pattern = wildcard(sought.pattern)
        elif sought.stemmed:
            self._roots = stems(sought.exact, sought.letters, [language])

    def __missing__(self, form: WordForm) -> MatchReason | None:
        why = self[form] = self._match_form(form)
        return why

    def _match_form(self, form: WordForm) -> MatchReason | None:
        word = self._sought
        if isinstance(word, Wildcard):
            return MatchReason.PREFIX if self._pattern and self._pattern.fullmatch(form.exact) else None
        if form.exact == word.exact:
            return MatchReason.EXACT if (form.accented or form.exact) == word.letters else MatchReason.ACCENT
        if not self._roots.isdisjoint(form.stems):
            return MatchReason.STEM
        if word.prefix and form.exact.startswith(word.exact):
            return MatchReason.PREFIX
        return MatchReason.FUZZY if word.edits and _edits(form.exact, word.exact, word.edits) <= word.edits else None


def _edits(word: str, other: str, most: int) -> int:
    """Levenshtein distance of two words, in letters; more than ``most`` if it is greater."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word, other, score_cutoff=most)


@lru_cache(maxsize=64)
def wildcard(pattern: str) -> re.Pattern[str]:
    """A folded word with ``*`` and ``?`` as a pattern that never tries a word twice.

    What one ``*`` has skipped is not tried again for the next (``(?>…)``), so that no word takes long.
    """
    first, *others = (re.escape(part).replace(r"\?", ".") for part in re.split(r"\*+", pattern))
    if not others:
        return re.compile(first, re.DOTALL)
    skipped = "".join(f"(?>.*?{part})" for part in others[:-1])
    return re.compile(f"{first}{skipped}.*{others[-1]}", re.DOTALL)
