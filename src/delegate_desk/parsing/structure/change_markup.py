"""Mark-up as meaning: in a compromise text bold or underlined words are new and struck ones are deleted.

Decided per document, following DESIGN.md section 5: in a document that uses bold for emphasis it means nothing.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from delegate_desk import paths
from delegate_desk.core.documents.document import HEADINGS, Kind, Mark, MarkUp, Paragraph, Span
from delegate_desk.core.documents.reading_remarks import MarkUpReason
from delegate_desk.core.text import fold

_NEW = (Mark.BOLD, Mark.UNDERLINE)
_FEW = 3
_ALL = 0.6
_TELLING = 15
_LEFT_OUT = re.compile(r"[(\[]\s?(?:…|\.\.\.)\s?[)\]]")
_DEFINED = "‘“„«\"'‚’”»("


@cache
def _meaning_pattern(strength: str) -> re.Pattern[str]:
    """Return the words by which a document explains its bold type (``words``), or suggests a compromise (``hints``)."""
    cells = paths.load_table("markup_words")[strength].values()
    stems = {fold(stem) for cell in cells for stem in cell}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(stems, key=len, reverse=True)))})")


def judge(paragraphs: Sequence[Paragraph], opening: str, *, revisions: bool) -> tuple[MarkUp, MarkUpReason]:
    """Return the mark-up of a document's own changes, and the reason for it.

    Args:
        opening: Its subject and cover; they and its first units may explain its bold type.
        revisions: True if the file tracks changes of its own.
    """
    if revisions or any(s.mark in (Mark.ADDED, Mark.REMOVED) for p in paragraphs for s in p.spans):
        return MarkUp.REVISIONS, MarkUpReason.TRACKED
    text = [p for p in paragraphs if _is_text(p)]
    struck = _lengths(text, Mark.STRIKE)
    within = [(p, s) for p in text for s in p.spans if s.mark in _NEW and _is_within(p, s)]
    underlined = {(p.address, s.start) for p in text for s in p.spans if s.mark is Mark.UNDERLINE}
    doubled = [s for p in text for s in p.spans if s.mark is Mark.BOLD and (p.address, s.start) in underlined]
    if struck and (within or doubled):
        return MarkUp.PRINTED, MarkUpReason.STRUCK_AND_BOLD
    if struck > _FEW:
        return MarkUp.PRINTED, MarkUpReason.STRUCK
    if len(doubled) >= _FEW:
        return MarkUp.PRINTED, MarkUpReason.BOLD_AND_UNDERLINED
    if not within:
        return MarkUp.NONE, MarkUpReason.NO_WORDS
    if _lengths(text, Mark.BOLD) >= _ALL * (sum(len(p.marked) for p in text) or 1):
        return MarkUp.NONE, MarkUpReason.MOSTLY_BOLD
    message = fold(" ".join((opening, *(p.marked for p in paragraphs[:_TELLING]))))
    if _meaning_pattern("words").search(message):
        return MarkUp.PRINTED, MarkUpReason.EXPLAINED
    if _meaning_pattern("hints").search(fold(opening)):
        return MarkUp.PRINTED, MarkUpReason.COMPROMISE
    if sum(len(_LEFT_OUT.findall(p.marked)) for p in text) >= _FEW:
        return MarkUp.PRINTED, MarkUpReason.OMISSIONS
    in_act = [
        p.marked[max(0, s.start - 1) : s.start + 1].strip(" ")
        for p, s in within
        if p.address.split("_")[0] in (Kind.ARTICLE, Kind.RECITAL) or f"__{Kind.ARTICLE}_" in p.address
    ]
    # a word in quotation marks or brackets is defined
    if sum(beginning[:1] not in tuple(_DEFINED) for beginning in in_act) >= _FEW:
        return MarkUp.PRINTED, MarkUpReason.IN_ACT
    return MarkUp.NONE, MarkUpReason.UNEXPLAINED


def with_meaning(paragraph: Paragraph) -> Paragraph:
    """Add the meaning of formatting to a unit: added or removed words, beside the formatting itself.

    In headings and footnotes bold is only style: there only struck words have a meaning.
    """
    struck = _covered_offsets(paragraph, Mark.STRIKE)
    new = _covered_offsets(paragraph, *_NEW) - struck if _is_text(paragraph) else set()
    meanings = (*_runs(new, Mark.ADDED), *_runs(struck, Mark.REMOVED))
    if not meanings:
        return paragraph
    spans = sorted({*paragraph.spans, *meanings}, key=lambda s: (s.start, s.end, s.mark))
    return replace(paragraph, spans=tuple(spans))


def without_meaning(paragraph: Paragraph) -> Paragraph:
    """Return a unit with its formatting alone: bold is emphasis."""
    formatting = tuple(span for span in paragraph.spans if span.mark not in (Mark.ADDED, Mark.REMOVED))
    return paragraph if formatting == paragraph.spans else replace(paragraph, spans=formatting)


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.kind not in HEADINGS and paragraph.kind not in (Kind.COVER, Kind.FOOTNOTE)


def _is_within(paragraph: Paragraph, span: Span) -> bool:
    """True if formatting is on some words of a text rather than on its beginning up to a colon, or on all of it.

    Words in capitals are not new: conclusions print the Council's actions so.
    """
    words = paragraph.marked[span.start : span.end]
    if span.end - span.start >= len(paragraph.marked.rstrip()) or not any(c.isalnum() for c in words):
        return False
    if span.mark is Mark.BOLD and words.isupper():
        return False
    return span.start > 0 or not words.rstrip().endswith((":", "."))


def _lengths(paragraphs: Iterable[Paragraph], mark: Mark) -> int:
    return sum(s.end - s.start for p in paragraphs for s in p.spans if s.mark is mark)


def _covered_offsets(paragraph: Paragraph, *marks: Mark) -> set[int]:
    return {i for s in paragraph.spans if s.mark in marks for i in range(s.start, s.end)}


def _runs(offsets: set[int], mark: Mark) -> list[Span]:
    runs: list[Span] = []
    for offset in sorted(offsets):
        if runs and runs[-1].end == offset:
            runs[-1] = replace(runs[-1], end=offset + 1)
        else:
            runs.append(Span(offset, offset + 1, mark))
    return runs
