"""Snippets: the part of a text that shows why it was found. Made for the hits shown, from the text itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from delegate_desk.core.search import Why
from delegate_desk.search.analysis import Form, forms, letters, stems
from delegate_desk.search.nodes import Phrase, Query, Word

_WHOLE = 240
"""A text no longer than this is shown whole, in characters."""

_WIDTH = 200
_LEAD = 60
_SLACK = 20


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
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Something that matched: where it stands, which part of the query it is, and how well."""

    start: int
    end: int
    part: int
    why: Why


def snippet(text: str, language: str, query: Query) -> Snippet:
    """Cut from a text in a language what a query found in it."""
    line = re.sub(r"\s", " ", text)
    found = list(forms(line, language))
    spots = [s for part, sought in enumerate(query.sought()) for s in _spots(line, found, language, part, sought)]
    best: dict[int, Why] = {}
    order = list(Why)
    for spot in spots:
        best[spot.part] = min(best.get(spot.part, spot.why), spot.why, key=order.index)
    start, end = _window(line, sorted(spots, key=lambda spot: spot.start))
    shown = line[start:end]
    before, after = "…" if start else "", "…" if end < len(line) else ""
    shift = len(before) - start
    marks = _merge(
        (max(s.start, start) + shift, min(s.end, end) + shift) for s in spots if s.start < end and s.end > start
    )
    return Snippet(f"{before}{shown}{after}", tuple(marks), tuple(why for why in order if why in best.values()))


def _spots(
    line: str, found: list[tuple[int, int, Form]], language: str, part: int, sought: Word | Phrase
) -> Iterator[_Spot]:
    """Where one part of a query matched."""
    if isinstance(sought, Word):
        roots = stems(sought.exact, sought.letters, [language]) if sought.stemmed else frozenset()
        for start, end, form in found:
            why = _why(line[start:end], form, sought, roots)
            if why:
                yield _Spot(start, end, part, why)
        return
    count = len(sought.words)
    for n in range(len(found) - count + 1):
        run = found[n : n + count]
        if any(
            form.exact != word.exact and not word.prefix for (_, _, form), word in zip(run, sought.words, strict=True)
        ):
            continue
        met = [_why(line[s:e], form, word, frozenset()) for (s, e, form), word in zip(run, sought.words, strict=True)]
        if all(met):
            yield _Spot(run[0][0], run[-1][1], part, max((why for why in met if why), key=list(Why).index))


def _why(printed: str, form: Form, word: Word, roots: frozenset[str]) -> Why | None:
    """How a printed word meets a sought one, at best."""
    if form.exact == word.exact:
        return Why.EXACT if letters(printed) == word.letters else Why.ACCENT
    if not roots.isdisjoint(form.stems):
        return Why.STEM
    if word.prefix and form.exact.startswith(word.exact):
        return Why.PREFIX
    return None


def _window(line: str, spots: list[_Spot]) -> tuple[int, int]:
    """The stretch that shows most of what was asked for, cut between words."""
    if len(line) <= _WHOLE:
        return 0, len(line)
    first = 0
    most = (0, 0)
    for spot in spots:
        inside = [s for s in spots if s.start >= spot.start and s.end <= spot.start + _WIDTH - _LEAD]
        worth = (len({s.part for s in inside}), len(inside))
        if worth > most:
            first, most = spot.start, worth
    start = max(0, min(first - _LEAD, len(line) - _WIDTH))
    end = min(len(line), start + _WIDTH)
    return _between_words(line, start, backward=True), _between_words(line, end, backward=False)


def _between_words(line: str, at: int, *, backward: bool) -> int:
    """Move a cut outwards to the next space, where one is near; short remains at the edges are taken in."""
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
