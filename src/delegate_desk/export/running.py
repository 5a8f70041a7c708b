"""A unit of a text as runs: with what we change in it, its own marks and footnotes, and what is said of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from delegate_desk.core.documents.document import Address, Call, Mark, Paragraph, Reading, Span, View
from delegate_desk.core.word_diff import Change, Words
from delegate_desk.export.blocks import Comment, Footnote, Run
from delegate_desk.export.template import Style


@dataclass(frozen=True, slots=True)
class Said:
    """A comment on some words of a unit: 0-based, end-exclusive, in code points of its text after marked changes.

    Attributes:
        end: None for all of the unit, its label too.
    """

    comment: Comment
    start: int = 0
    end: int | None = None


def whole(said: Sequence[Said]) -> tuple[Comment, ...]:
    """The comments on all of a unit."""
    return tuple(one.comment for one in said if one.end is None)


def runs(
    unit: Paragraph, words: Words | None, said: Sequence[Said], notes: dict[Address, Footnote], language: str
) -> Iterator[Run]:
    """The words of a unit.

    Args:
        unit: Of a text.
        words: From its text after marked changes to what is proposed; None to show it as marked.
        said: What is said of it.
        notes: The footnotes of the text.
        language: As Word names it.
    """
    view = View.MARKED if words is None else View.AFTER
    reading = unit.reading(view)
    placed = _placed(unit, said, view, len(reading.text))
    if words is None:
        words = ((Change.EQUAL, reading.text),) if reading.text else ()
    calls = list(reading.calls)
    cuts = _cuts(reading, placed)
    yield from _called(calls, 0, notes, language, Change.EQUAL)
    at = 0
    for change, text in words:
        if change is Change.INSERT:
            yield Run(text, language, change=change, comments=whole(said))
            continue
        begin, at = at, at + len(text)
        for a, b in pairwise([begin, *(cut for cut in cuts if begin < cut < at), at]):
            about = tuple(one.comment for one, start, end in placed if start <= a and b <= end)
            yield Run(reading.text[a:b], language, _look(reading.spans, a), change, comments=about)
            yield from _called(calls, b, notes, language, change)


def _called(calls: list[Call], at: int, notes: dict[Address, Footnote], language: str, change: Change) -> Iterator[Run]:
    """The footnotes that are called at an offset, each once."""
    while calls and calls[0].offset <= at:
        note = notes.get(calls.pop(0).note)
        if note is not None:
            yield Run("", language, change=change, note=note)


def _placed(unit: Paragraph, said: Sequence[Said], view: View, length: int) -> list[tuple[Said, int, int]]:
    """Where comments stand in a view; those that are on no words of it are on all."""
    kept = unit.kept(View.AFTER) if view is View.MARKED else range(length)
    placed = []
    for one in said:
        if one.end is None or not 0 <= one.start < one.end <= len(kept):
            placed.append((one, 0, length))
        else:
            placed.append((one, kept[one.start], kept[one.end - 1] + 1))
    return placed


def _cuts(reading: Reading, placed: Sequence[tuple[Said, int, int]]) -> list[int]:
    edges = {edge for span in reading.spans for edge in (span.start, span.end)}
    edges |= {edge for _, start, end in placed for edge in (start, end)}
    return sorted(edges | {call.offset for call in reading.calls})


def _look(spans: Sequence[Span], at: int) -> Style | None:
    """How the words at an offset are marked by the text itself."""
    marks = {span.mark for span in spans if span.start <= at < span.end}
    looks = ((Mark.REMOVED, Style.DELETED), (Mark.ADDED, Style.ADDED), (Mark.BOLD, Style.STRONG))
    return next((look for mark, look in looks if mark in marks), None)
