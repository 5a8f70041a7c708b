"""Mark-up as meaning: in a compromise text bold or underlined words are new and struck ones are gone.

Judged by document, as DESIGN.md section 5 asks: one that uses bold for emphasis alone is none of these.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from delegate_desk import paths
from delegate_desk.core.documents import HEADINGS, Kind, Mark, MarkUp, Paragraph, Span
from delegate_desk.core.text import fold

_NEW = (Mark.BOLD, Mark.UNDERLINE)
_FEW = 3
_ALL = 0.6


@cache
def _said() -> re.Pattern[str]:
    """The words by which a paper says what its bold type means, in every language."""
    cells = paths.table("markup_words")["words"].values()
    stems = {fold(stem) for cell in cells for stem in cell}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(stems, key=len, reverse=True)))})")


def judge(paragraphs: Sequence[Paragraph], opening: str, *, revisions: bool) -> MarkUp:
    """How a document marks its own changes.

    Args:
        paragraphs: All its units.
        opening: Its subject and cover, where it says what its bold type means.
        revisions: True if the file tracks changes of its own.
    """
    if revisions or any(s.mark in (Mark.ADDED, Mark.REMOVED) for p in paragraphs for s in p.spans):
        return MarkUp.REVISIONS
    text = [p for p in paragraphs if _is_text(p)]
    struck = _lengths(text, Mark.STRIKE)
    within = [s for p in text for s in p.spans if s.mark in _NEW and _is_within(p, s)]
    underlined = {(p.address, s.start) for p in text for s in p.spans if s.mark is Mark.UNDERLINE}
    doubled = [s for p in text for s in p.spans if s.mark is Mark.BOLD and (p.address, s.start) in underlined]
    if struck and (within or doubled or struck > _FEW):
        return MarkUp.PRINTED
    if len(doubled) >= _FEW:
        return MarkUp.PRINTED
    length = sum(len(p.marked) for p in text) or 1
    said = bool(_said().search(fold(opening)))
    if said and within and _lengths(text, Mark.BOLD) < _ALL * length:
        return MarkUp.PRINTED
    return MarkUp.NONE


def with_meaning(paragraph: Paragraph) -> Paragraph:
    """Say of a printed unit's looks what they mean: added or removed, beside the looks themselves."""
    if not _is_text(paragraph):
        return paragraph
    struck = _covered(paragraph, (Mark.STRIKE,))
    new = _covered(paragraph, _NEW) - struck
    meant = (*_runs(new, Mark.ADDED), *_runs(struck, Mark.REMOVED))
    spans = sorted((*paragraph.spans, *meant), key=lambda s: (s.start, s.end, s.mark))
    return replace(paragraph, spans=tuple(spans))


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.kind not in HEADINGS and paragraph.kind not in (Kind.COVER, Kind.FOOTNOTE)


def _is_within(paragraph: Paragraph, span: Span) -> bool:
    """True if a look is on some words of a text rather than on its beginning up to a colon, or on all of it."""
    if span.end - span.start >= len(paragraph.marked.rstrip()):
        return False
    return span.start > 0 or not paragraph.marked[span.start : span.end].rstrip().endswith((":", "."))


def _lengths(paragraphs: Sequence[Paragraph], mark: Mark) -> int:
    return sum(s.end - s.start for p in paragraphs for s in p.spans if s.mark is mark)


def _covered(paragraph: Paragraph, marks: tuple[Mark, ...]) -> set[int]:
    return {i for s in paragraph.spans if s.mark in marks for i in range(s.start, s.end)}


def _runs(offsets: set[int], mark: Mark) -> list[Span]:
    runs: list[Span] = []
    for offset in sorted(offsets):
        if runs and runs[-1].end == offset:
            runs[-1] = replace(runs[-1], end=offset + 1)
        else:
            runs.append(Span(offset, offset + 1, mark))
    return runs
