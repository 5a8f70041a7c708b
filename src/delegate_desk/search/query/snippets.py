"""Snippets: the part of a text that shows why it was found. Made for the hits shown, from the text itself."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from delegate_desk.core.search import MatchReason
from delegate_desk.search.engine.analysis import forms
from delegate_desk.search.query.nodes import Query
from delegate_desk.search.query.text_matching import TextMatcher, better

_WHOLE = 240
"""A text no longer than this is shown whole, in characters."""

_WIDTH = 200
_LEAD = 60
_SLACK = 20
_ANY_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Part of a text.

    Attributes:
        text: One line; an ellipsis stands where something is left out.
        highlights: What matched, in order: 0-based, end-exclusive, in code points of ``text``.
        why: How the words asked for were met, the best way for each.
    """

    text: str
    highlights: tuple[tuple[int, int], ...]
    why: tuple[MatchReason, ...]


@dataclass(frozen=True, slots=True)
class _SnippetMatch:
    """Something that matched: where it stands, which part of the query it is, and how well."""

    start: int
    end: int
    part: int
    why: MatchReason


def snippet(text: str, language: str, query: Query) -> Snippet:
    """Cut from a text in a language what a query found in it."""
    return Snippets(query).cut_from(text, language)


class Snippets:
    """Cuts what a query found out of texts: one for all the hits of an answer, on one thread."""

    def __init__(self, query: Query) -> None:
        self._sought = query.search_terms()
        self._matcher = TextMatcher()

    def cut_from(self, text: str, language: str) -> Snippet:
        """Cut from a text in a language what the query found in it."""
        line = _ANY_SPACE.sub(" ", text)
        found = list(forms(line, language))
        words = [form for _, _, form in found]
        spots = sorted(
            (
                _SnippetMatch(found[first][0], found[last][1], part, why)
                for part, sought in enumerate(self._sought)
                for first, last, why in self._matcher.runs(words, language, sought)
            ),
            key=attrgetter("start"),
        )
        best: dict[int, MatchReason] = {}
        for spot in spots:
            best[spot.part] = better(best.get(spot.part, spot.why), spot.why)
        start, end = _window(line, spots)
        before, after = "…" if start else "", "…" if end < len(line) else ""
        shift = len(before) - start
        marks = _merge(
            (max(s.start, start) + shift, min(s.end, end) + shift) for s in spots if s.start < end and s.end > start
        )
        why = tuple(why for why in MatchReason if why in best.values())
        return Snippet(f"{before}{line[start:end]}{after}", tuple(marks), why)


def _window(line: str, spots: Sequence[_SnippetMatch]) -> tuple[int, int]:
    """The stretch that shows most of what was asked for, cut between words; spots in order."""
    if len(line) <= _WHOLE:
        return 0, len(line)
    first = 0
    most = (0, 0)
    inside: Counter[int] = Counter()
    at = 0
    for n, spot in enumerate(spots):
        while at < len(spots) and spots[at].end <= spot.start + _WIDTH - _LEAD:
            inside[spots[at].part] += 1
            at += 1
        worth = (sum(count > 0 for count in inside.values()), at - n)
        if worth > most:
            first, most = spot.start, worth
        if at > n:
            inside[spot.part] -= 1
        at = max(at, n + 1)
    start = max(0, min(first - _LEAD, len(line) - _WIDTH))
    end = min(len(line), start + _WIDTH)
    return _between_words(line, start, backward=True), _between_words(line, end, backward=False)


def _between_words(line: str, at: int, *, backward: bool) -> int:
    """Move a cut outwards to the next space, if there is a space near; short remainders at the edges are included."""
    if backward:
        if at <= _SLACK:
            return 0
        space = line.rfind(" ", at - _SLACK, at)
        return space + 1 if space >= 0 else at
    if len(line) - at <= _SLACK:
        return len(line)
    space = line.find(" ", at, at + _SLACK)
    return space if space >= 0 else at


def _merge(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks in order, those that overlap joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
