"""Marks: where in a text the words stand by which it answers a query. Made for a document shown, from its text."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from delegate_desk.search.analysis import Form, forms, stems
from delegate_desk.search.nodes import Both, Either, Filter, Near, Node, Not, Phrase, Query, Wildcard, Word

Marks = tuple[tuple[int, int], ...]
"""Parts of a text in order, none over another: 0-based, end-exclusive, in code points."""

_Run = tuple[int, int]
"""A first and a last word, by their numbers."""


def marks(text: str, language: str, query: Query, holds: Callable[[Filter], bool]) -> Marks:
    """What of a text in a language a query found; nothing where the text does not answer it.

    Args:
        text: NFC-normalised.
        language: Of the text.
        query: Understood.
        holds: Tells whether what a field asks for is true of the text.
    """
    if query.node is None:
        return ()
    runs = _Words(text, language, holds).met(query.node)
    return tuple(_merged(runs)) if runs else ()


class _Words:
    """The words of one text, and the parts of a query that are true of it."""

    def __init__(self, text: str, language: str, holds: Callable[[Filter], bool]) -> None:
        self._found: Sequence[tuple[int, int, Form]] = list(forms(text, language))
        self._language = language
        self._holds = holds

    def met(self, node: Node) -> list[tuple[int, int]] | None:
        """The words by which a part of a query is true of the text, maybe none; None where it is not true."""
        match node:
            case Filter():
                return [] if self._holds(node) else None
            case Not(part):
                return [] if self.met(part) is None else None
            case Both(parts):
                found = [self.met(part) for part in parts]
                return None if None in found else [span for spans in found for span in spans or ()]
            case Either(parts):
                true = [spans for part in parts if (spans := self.met(part)) is not None]
                return [span for spans in true for span in spans] if true else None
            case Near():
                runs = [run for pair in self._near(node) for run in pair]
            case _:
                runs = list(self._runs(node))
        return [(self._found[first][0], self._found[last][1]) for first, last in runs] or None

    def _runs(self, node: Word | Wildcard | Phrase) -> Iterator[_Run]:
        if isinstance(node, Phrase):
            tests = [self._test(word) for word in node.words]
            for n in range(len(self._found) - len(tests) + 1):
                if all(test(self._found[n + i][2]) for i, test in enumerate(tests)):
                    yield n, n + len(tests) - 1
            return
        test = self._test(node)
        yield from ((n, n) for n, (_, _, form) in enumerate(self._found) if test(form))

    def _near(self, node: Near) -> Iterator[tuple[_Run, _Run]]:
        """What stands near enough, as pairs."""
        right = list(self._runs(node.right))
        for one in self._runs(node.left):
            for other in right:
                apart = other[0] - one[1] if other[0] > one[1] else one[0] - other[1]
                if 0 < apart <= node.distance:
                    yield one, other

    def _test(self, node: Word | Wildcard) -> Callable[[Form], bool]:
        """What tells whether a printed word is meant."""
        if isinstance(node, Wildcard):
            pattern = _pattern(node.pattern)
            return lambda form: pattern.fullmatch(form.exact) is not None
        exact = node.exact
        roots = stems(exact, node.letters, [self._language]) if node.stemmed else frozenset()
        if node.edits:
            most = node.edits
            return lambda form: (
                Levenshtein.distance(form.exact, exact, score_cutoff=most) <= most or not roots.isdisjoint(form.stems)
            )
        if node.prefix:
            return lambda form: form.exact.startswith(exact) or not roots.isdisjoint(form.stems)
        return lambda form: form.exact == exact or not roots.isdisjoint(form.stems)


@lru_cache(maxsize=64)
def _pattern(wildcard: str) -> re.Pattern[str]:
    """A pattern that never tries a word twice: what was skipped by one ``*`` is not tried by the next."""
    first, *others = (re.escape(part).replace(r"\?", ".") for part in re.split(r"\*+", wildcard))
    if not others:
        return re.compile(first, re.DOTALL)
    skipped = "".join(f"(?>.*?{part})" for part in others[:-1])
    return re.compile(f"{first}{skipped}.*{others[-1]}", re.DOTALL)


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap joined."""
    at, until = -1, -1
    for start, end in sorted(spans):
        if start >= until:
            if until > at >= 0:
                yield at, until
            at, until = start, end
        else:
            until = max(until, end)
    yield at, until
