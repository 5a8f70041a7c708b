"""The words chosen in the reader: from an anchor to a caret, across paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder

from delegate_desk.core.text import word_spans
from delegate_desk.gui.reader.paragraph_model import ParagraphModel
from delegate_desk.gui.widgets.text.text_offsets import from_qt


@dataclass(frozen=True, slots=True, order=True)
class TextPosition:
    """A place between two characters of what is set in a row."""

    row: int
    at: int


class Selection:
    """Text selection and caret position."""

    def __init__(self, model: ParagraphModel) -> None:
        self._model = model
        self.anchor: TextPosition | None = None
        self.caret: TextPosition | None = None

    def clear(self) -> None:
        self.anchor = self.caret = None

    def set_caret(self, spot: TextPosition, *, extend: bool = False) -> None:
        """Put the caret somewhere, and the anchor with it unless words are being chosen."""
        if not extend or self.anchor is None:
            self.anchor = spot
        self.caret = spot

    def choose(self, row: int, start: int, end: int) -> None:
        """Choose some words of one row."""
        self.anchor, self.caret = TextPosition(row, start), TextPosition(row, end)

    def is_empty(self) -> bool:
        return self.anchor is None or self.anchor == self.caret

    def bounds(self) -> tuple[TextPosition, TextPosition] | None:
        """From where to where, in reading order; None where nothing is chosen."""
        if self.anchor is None or self.caret is None or self.anchor == self.caret:
            return None
        return min(self.anchor, self.caret), max(self.anchor, self.caret)

    def in_row(self, row: int) -> tuple[int, int] | None:
        """The part of a row that is chosen."""
        bounds = self.bounds()
        if bounds is None or not bounds[0].row <= row <= bounds[1].row:
            return None
        start = bounds[0].at if row == bounds[0].row else 0
        end = bounds[1].at if row == bounds[1].row else len(self._model.typeset_text(row).text)
        return start, end

    def rows(self) -> range:
        bounds = self.bounds()
        return range(bounds[0].row, bounds[1].row + 1) if bounds else range(0)

    def text(self) -> str:
        """The words chosen, a paragraph a line; a paragraph chosen from its beginning has its label."""
        lines = []
        for row in self.rows():
            start, end = self.in_row(row) or (0, 0)
            chosen = self._model.typeset_text(row).document_text(start, end)
            label = self._model.units[row].label if start == 0 and len(self.rows()) > 1 else ""
            lines.append(f"{label} {chosen}".strip())
        return "\n".join(lines)

    def step(self, spot: TextPosition, by: int, *, word: bool) -> TextPosition:
        """The spot one character or one word on, over the ends of rows."""
        text = self._model.typeset_text(spot.row).text
        stops = _word_stops(text) if word else range(len(text) + 1)
        if by > 0:
            later = next((stop for stop in stops if stop > spot.at), None)
            if later is not None:
                return TextPosition(spot.row, later)
            return TextPosition(spot.row + 1, 0) if spot.row + 1 < len(self._model.units) else spot
        earlier = next((stop for stop in reversed(stops) if stop < spot.at), None)
        if earlier is not None:
            return TextPosition(spot.row, earlier)
        return TextPosition(spot.row - 1, len(self._model.typeset_text(spot.row - 1).text)) if spot.row else spot

    def step_sentence(self, spot: TextPosition, by: int) -> TextPosition:
        """The next end of a sentence, or the beginning before: over the ends of rows."""
        if by > 0:
            later = next((end for _, end in self._sentences(spot.row) if end > spot.at), None)
            if later is not None:
                return TextPosition(spot.row, later)
            return TextPosition(spot.row + 1, 0) if spot.row + 1 < len(self._model.units) else spot
        earlier = next((start for start, _ in reversed(self._sentences(spot.row)) if start < spot.at), None)
        if earlier is not None:
            return TextPosition(spot.row, earlier)
        return TextPosition(spot.row - 1, len(self._model.typeset_text(spot.row - 1).text)) if spot.row else spot

    def other_sentence(self, row: int, by: int) -> tuple[int, int] | None:
        """Return the sentence after or before the selection in a row.

        Without a selection the first or last; None if there are no more.
        """
        found = self._sentences(row)
        chosen = self.in_row(row)
        if chosen is None:
            at = self.caret.at if self.caret and self.caret.row == row else 0
            beyond = [one for one in found if one[1] > at]
            return (beyond[0] if beyond else found[-1]) if found else None
        if by > 0:
            return next((one for one in found if one[0] >= chosen[1]), None)
        return next((one for one in reversed(found) if one[1] <= chosen[0]), None)

    def _sentences(self, row: int) -> list[tuple[int, int]]:
        return sentences(self._model.typeset_text(row).text)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a text, without the space between them: in code points, in order."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    stops = [0]
    while (stop := finder.toNextBoundary()) >= 0:
        stops.append(from_qt(text, stop))
    found = []
    for start, end in pairwise(stops):
        words_ = text[start:end]
        if words_.strip():
            found.append((start + len(words_) - len(words_.lstrip()), start + len(words_.rstrip())))
    return found


def word_at(text: str, at: int) -> tuple[int, int]:
    """The word at an offset, or the character there."""
    return next(((start, end) for start, end in word_spans(text) if start <= at <= end), (at, min(at + 1, len(text))))


def _word_stops(text: str) -> list[int]:
    return sorted({0, len(text), *_ends(text)})


def _ends(text: str) -> Iterator[int]:
    for start, end in word_spans(text):
        yield start
        yield end
