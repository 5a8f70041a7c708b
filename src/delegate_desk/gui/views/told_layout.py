"""How one row is set into lines: its head, what was said, its passages with their marks, the words that count."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from delegate_desk.core.word_diff import Change
from delegate_desk.gui import theme
from delegate_desk.gui.models.told import Passage, Told
from delegate_desk.gui.offsets import to_qt
from delegate_desk.gui.typesetting import Look
from delegate_desk.gui.typography import char_format

HEAD = 24
LEADING = 24.0
_SMALL = 18.0
_GAP = 4
_BESIDE = 132
"""What is kept free at the right of words without a head."""
NO_BREAK = "\u00a0"
_THEIRS = {Change.INSERT: Look.ADDED, Change.DELETE: Look.REMOVED}
_OURS = {Change.INSERT: Look.WE_ADD, Change.DELETE: Look.WE_DELETE}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in lines.

    Attributes:
        passage: Whose words they are; None for others.
        top: From the top of the row.
    """

    layout: QTextLayout
    top: float
    height: float
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """A row in lines, from top to bottom."""

    pieces: tuple[Piece, ...]
    height: float

    def passage_at(self, y: float) -> Passage | None:
        """The passage at some height."""
        return next((p.passage for p in self.pieces if p.passage and p.top <= y < p.top + p.height), None)


def lay_out(told: Told, width: float) -> Laid:
    """Set what is told into lines of some width."""
    pieces: list[Piece] = []
    top = 0.0 if told.is_plain else float(HEAD)
    width -= _BESIDE if told.is_plain else 0

    def put(
        text: str, font: QFont, leading: float, ranges: Iterable[QTextLayout.FormatRange], of: Passage | None
    ) -> None:
        nonlocal top
        layout, height = _lines(text, font, leading, width, list(ranges))
        pieces.append(Piece(layout, top, height, of))
        top += height + _GAP

    if told.said:
        put(" ".join(told.said.split()), theme.ui_font(), 20.0, [], None)
    for passage in told.passages:
        text = "".join(words for _, words in passage.words)
        ranges = _marks(passage)
        if passage.aside:
            begin, text = len(text), f"{text}  {passage.aside}"
            ranges.append(_range(text, begin, len(text), _small()))
        put(text, theme.reading_font(theme.LARGE), LEADING, ranges, passage)
    if told.counted:
        text, ranges = _counted(told.counted)
        put(text, theme.ui_font(theme.SMALL), _SMALL, ranges, None)
    return Laid(tuple(pieces), top + _GAP)


def _marks(passage: Passage) -> list[QTextLayout.FormatRange]:
    """The looks of what was added and of what is gone."""
    text = "".join(words for _, words in passage.words)
    looks = _OURS if passage.ours else _THEIRS
    made, at = [], 0
    for change, words in passage.words:
        if change in looks:
            made.append(_range(text, at, at + len(words), char_format([looks[change]])))
        at += len(words)
    return made


def _counted(words: Iterable[tuple[Change, str, bool]]) -> tuple[str, list[QTextLayout.FormatRange]]:
    """The words that count, each behind a sign that says whether the text took it; those that were to go are struck."""
    text, spans = "", []
    for change, word, taken in words:
        text += "   " if text else ""
        begin = len(text)
        text += f"{'✓' if taken else '–'}\u00a0{word.replace(' ', NO_BREAK)}"
        role = "support" if taken else "soft"
        spans += [(begin, begin + 2, role, False), (begin + 2, len(text), role, change is Change.DELETE)]
    ranges = []
    for begin, end, role, struck in spans:
        look = QTextCharFormat()
        look.setForeground(theme.color(role))
        look.setFontStrikeOut(struck)
        ranges.append(_range(text, begin, end, look))
    return text, ranges


def _small() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme.ui_font(theme.FINE))
    look.setForeground(theme.color("soft"))
    return look


def _range(text: str, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = to_qt(text, start)
    made.length = to_qt(text, end) - made.start
    made.format = look
    return made


def _lines(
    text: str, font: QFont, leading: float, width: float, ranges: list[QTextLayout.FormatRange]
) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setFormats(ranges)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40.0))
        line.setPosition(QPointF(0, y + (leading - line.height()) / 2))
        y += leading
    layout.endLayout()
    return layout, max(y, leading)
