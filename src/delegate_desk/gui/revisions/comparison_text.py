"""Typeset text of a row of a comparison: the words of a unit, with insertions and deletions told apart.

Offsets in the typeset text are in code points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from delegate_desk.core.documents.document import Mark, ParagraphView, View
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle


class ComparisonColumn(StrEnum):
    """Column of the words: one side, or both texts in a single column."""

    OLD = "old"
    NEW = "new"
    BOTH = "both"


class Tone(StrEnum):
    """Role of words in the comparison."""

    PLAIN = "plain"
    ADDED = "added"
    REMOVED = "removed"
    ELSEWHERE = "elsewhere"
    """They stand in another part of what was split or merged."""
    QUIET = "quiet"
    """They differ in what does not count: a reference renumbered along, typography, a date of the header."""
    CALL = "call"


@dataclass(frozen=True, slots=True)
class ToneRun:
    """Some words with one tone: 0-based, end-exclusive.

    Attributes:
        styles: How they are printed, where that is shown.
    """

    start: int
    end: int
    tone: Tone
    styles: tuple[TextStyle, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The words of a row in one column."""

    text: str
    runs: tuple[ToneRun, ...]


_Toned = tuple[WordChange, Tone, str]
_THIN = "\u2009"
"""Between what is gone and what stands in its place, where both are set in one column."""
_IN_WORDS = frozenset(
    {Verdict.REWORDED, Verdict.SPLIT, Verdict.MERGED, Verdict.INSERTED, Verdict.DELETED},
)
"""Verdicts whose difference lies in the words; where others have differing words, these do not count."""
_PRINTED = {
    Mark.BOLD: TextStyle.BOLD,
    Mark.ITALIC: TextStyle.ITALIC,
    Mark.UNDERLINE: TextStyle.UNDERLINE,
    Mark.STRIKE: TextStyle.STRIKE,
    Mark.ADDED: TextStyle.UNDERLINE,
    Mark.REMOVED: TextStyle.STRIKE,
}


def toned_words(fate: UnitOutcome, family: Sequence[UnitOutcome]) -> tuple[_Toned, ...]:
    """The words of a fate, each run with its tone.

    Args:
        fate: The row.
        family: All fates of the same unit that was split, or that others were merged into; the fate among them.
    """
    kept_old = _kept_characters(family, WordChange.INSERT) if fate.verdict is Verdict.SPLIT else ()
    kept_new = _kept_characters(family, WordChange.DELETE) if fate.verdict is Verdict.MERGED else ()
    counts = fate.verdict in _IN_WORDS
    made: list[_Toned] = []
    at_old = at_new = 0
    for change, text in fate.words:
        if change is WordChange.EQUAL:
            made.append((change, Tone.PLAIN, text))
        elif change is WordChange.DELETE:
            tone = Tone.REMOVED if counts else Tone.QUIET
            made += ((change, t, part) for t, part in _split_run(text, kept_old[at_old:], tone))
        else:
            tone = Tone.ADDED if counts else Tone.QUIET
            made += ((change, t, part) for t, part in _split_run(text, kept_new[at_new:], tone))
        at_old += len(text) if change is not WordChange.INSERT else 0
        at_new += len(text) if change is not WordChange.DELETE else 0
    return tuple(made)


def _kept_characters(family: Iterable[UnitOutcome], not_of: WordChange) -> Sequence[bool]:
    """Of each character of the text that a family shares, whether one of its fates keeps it."""
    masks = [
        [change is WordChange.EQUAL for change, text in fate.words if change is not not_of for _ in text]
        for fate in family
    ]
    return [any(marks) for marks in zip(*masks, strict=False)]


def _split_run(text: str, elsewhere: Sequence[bool], tone: Tone) -> list[tuple[Tone, str]]:
    """A run in pieces: what stands elsewhere, and what has the tone; spaces at the ends of it bear no mark."""
    pieces: list[tuple[Tone, str]] = []
    for n, character in enumerate(text):
        own = Tone.ELSEWHERE if n < len(elsewhere) and elsewhere[n] else tone
        if pieces and (pieces[-1][0] is own or character.isspace()):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + character)
        else:
            pieces.append((own, character))
    return [bare for tone, piece in pieces for bare in _without_outer_spaces(tone, piece)]


def _without_outer_spaces(tone: Tone, piece: str) -> list[tuple[Tone, str]]:
    words = piece.strip()
    start = piece.index(words) if words else len(piece)
    cuts = [(Tone.PLAIN, piece[:start]), (tone, words), (Tone.PLAIN, piece[start + len(words) :])]
    return [cut for cut in cuts if cut[1]]


def compose(
    words: Sequence[_Toned],
    old: ParagraphView | None,
    new: ParagraphView | None,
    column: ComparisonColumn,
    view: View = View.AFTER,
) -> Composed:
    """Set toned words in a column, with the calls of footnotes, and as printed where the texts are shown as marked."""
    text, runs, was = "", list[ToneRun](), WordChange.EQUAL
    at_old = at_new = 0
    for change, tone, part in words:
        own = old if column is ComparisonColumn.OLD or change is WordChange.DELETE else new
        start = at_old if own is old else at_new
        at_old += len(part) if change is not WordChange.INSERT else 0
        at_new += len(part) if change is not WordChange.DELETE else 0
        if (column is ComparisonColumn.OLD and change is WordChange.INSERT) or (
            column is ComparisonColumn.NEW and change is WordChange.DELETE
        ):
            continue
        if column is ComparisonColumn.BOTH:
            if change is WordChange.DELETE and part.isspace() and text[-1:].isspace():
                continue
            touches = not (text[-1:].isspace() or part[:1].isspace())
            text += _THIN if change is WordChange.INSERT and was is WordChange.DELETE and touches else ""
            was = change
        at = start
        for stop, call in _piece_ends(own, start, start + len(part), view):
            if at < stop:
                runs.append(ToneRun(len(text), len(text) + stop - at, tone, _styles_at(own, at, view)))
                text += part[at - start : stop - start]
                at = stop
            if call:
                runs.append(ToneRun(len(text), len(text) + len(call), Tone.CALL))
                text += call
    return Composed(text, tuple(run for run in runs if run.tone is not Tone.PLAIN or run.styles))


def _piece_ends(reading: ParagraphView | None, start: int, end: int, view: View) -> list[tuple[int, str]]:
    """Return the ends of the pieces of a text part, in order, each with its footnote call or an empty string."""
    if reading is None:
        return [(end, "")]
    calls = [
        (call.offset, call.printed) for call in reading.calls if start < call.offset <= end or call.offset == start == 0
    ]
    ends = {end, *(edge for span in reading.spans for edge in (span.start, span.end) if start < edge < end)}
    cuts = ends if view is View.MARKED else {end}
    return sorted([*calls, *((cut, "") for cut in cuts if cut not in dict(calls))])


def _styles_at(reading: ParagraphView | None, at: int, view: View) -> tuple[TextStyle, ...]:
    if reading is None or view is not View.MARKED:
        return ()
    return tuple(dict.fromkeys(_PRINTED[span.mark] for span in reading.spans if span.start <= at < span.end))
