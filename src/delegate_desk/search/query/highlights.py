"""Marks: where in a text the words stand by which it answers a query. Made for a document shown, from its text."""

from collections.abc import Iterator, Sequence

from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine.analysis import WordForm, forms
from delegate_desk.search.query.nodes import AllOf, Either, FieldFilter, Node, Not, Query
from delegate_desk.search.query.text_matching import TextMatcher
from delegate_desk.search.query.text_scan import meets

Marks = tuple[tuple[int, int], ...]
"""Parts of a text in order, none over another: 0-based, end-exclusive, in code points."""

_Run = tuple[int, int]
"""The numbers of a first and of a last word."""


class Marker:
    """Marks what a query found in texts: one for all the texts of a document, on one thread."""

    def __init__(self, query: Query) -> None:
        self._node = query.node
        self._matcher = TextMatcher()

    def marks_for_entry(self, entry: IndexEntry) -> Marks:
        """The words by which a text answers the query; none where it does not answer it."""
        if self._node is None:
            return ()
        found = list(forms(entry.text, entry.header.language))
        runs = self._matching_runs(self._node, entry, [form for _, _, form in found])
        return tuple(_merged([(found[first][0], found[last][1]) for first, last in runs or ()]))

    def _matching_runs(self, node: Node, entry: IndexEntry, words: Sequence[WordForm]) -> list[_Run] | None:
        """The words by which a part of the query is true of a text, maybe none; None where it is not true."""
        match node:
            case FieldFilter():
                return [] if meets(entry, node) else None
            case Not(part):
                return [] if self._matching_runs(part, entry, words) is None else None
            case AllOf(parts):
                found: list[_Run] = []
                for part in parts:
                    runs = self._matching_runs(part, entry, words)
                    if runs is None:
                        return None
                    found += runs
                return found
            case Either(parts):
                true = [runs for part in parts if (runs := self._matching_runs(part, entry, words)) is not None]
                return [run for runs in true for run in runs] if true else None
        return [(first, last) for first, last, _ in self._matcher.runs(words, entry.header.language, node)] or None


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap joined."""
    at, until = 0, 0
    for start, end in sorted(spans):
        if start >= until:
            if until:
                yield at, until
            at, until = start, end
        else:
            until = max(until, end)
    if until:
        yield at, until
