"""Drawing of change lists: group heads, and marked words under a line with their outcome."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from typing_extensions import override

from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.adoption_bar import HEIGHT, WIDTH, draw_measure
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListModel,
    ChangeListRow,
    Row,
    RowAction,
)
from delegate_desk.gui.widgets.rows.row_painting import RIGHT, column_geometry, draw_chevron, write_line
from delegate_desk.gui.widgets.rows.rows_view import VariableRowLayout
from delegate_desk.gui.widgets.text import our_marks
from delegate_desk.gui.widgets.text.page_metrics import TextLines, format_range, lay_out_plain, lay_out_text
from delegate_desk.gui.widgets.text.paragraph_text import TypesetText

HEAD = 24
LEADING = 24.0
_SMALL = 18.0
_GAP = 4
_BESIDE = 132
"""Space kept free at the right of words without a heading."""
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class PassageLines:
    """Words in lines.

    Attributes:
        passage: The passage of the words; None for others.
        top: Offset from the top of the row.
    """

    lines: TextLines
    top: float
    passage: ChangedPassage | None = None


@dataclass(frozen=True, slots=True)
class ChangeLines:
    """A row in lines, from top to bottom.

    Attributes:
        heading: Our words on the paragraph if they fit, else the description of the row.
        aside: The description after our words.
    """

    pieces: tuple[PassageLines, ...]
    height: float
    heading: str
    aside: str = ""

    def passage_at(self, y: float) -> ChangedPassage | None:
        return next((p.passage for p in self.pieces if p.passage and p.top <= y < p.top + p.lines.height), None)


def lay_out_row(row: ChangeListRow, width: float) -> ChangeLines:
    pieces: list[PassageLines] = []
    top = 0.0 if row.is_plain else float(HEAD)
    width = max(width - (_BESIDE if row.is_plain else 0), 40.0)

    def put(lines: TextLines, passage: ChangedPassage | None = None) -> None:
        nonlocal top
        pieces.append(PassageLines(lines, top, passage))
        top += lines.height + _GAP

    comment = " ".join(row.comment.split())
    room = width - _BESIDE - QFontMetricsF(theme.ui_font(theme.SMALL)).horizontalAdvance(row.outcome)
    leads = row.sign is not None and 0 < QFontMetricsF(theme.ui_font(bold=True)).horizontalAdvance(comment) <= room
    if comment and not leads:
        put(lay_out_plain(comment, theme.ui_font(), width, 20.0))
    for passage in row.passages:
        setting, begin = _typeset(passage), sum(len(words) for _, words in passage.words)
        note = format_range(setting.text, begin, len(setting.text), _small())
        put(lay_out_text(setting, theme.reading_font(theme.LARGE), width, LEADING, more=[note]), passage)
    if row.counted_words:
        text, ranges = _counted_words_text(row.counted_words)
        put(lay_out_plain(text, theme.ui_font(theme.SMALL), width, _SMALL, ranges))
    heading = (comment, row.title) if leads else (row.title, "")
    return ChangeLines(tuple(pieces), top + _GAP, *heading)


def _typeset(passage: ChangedPassage) -> TypesetText:
    note = [(WordChange.EQUAL, f"  {passage.note}")] if passage.note else []
    return our_marks.typeset_words([*passage.words, *note], our_marks.OURS if passage.ours else our_marks.THEIRS)


def _counted_words_text(words: Iterable[tuple[WordChange, str, bool]]) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return the significant words, each after a sign that says whether the text adopted it; deletions are struck."""
    text, spans = "", []
    for change, word, taken in words:
        text += "   " if text else ""
        begin = len(text)
        text += f"{'✓' if taken else '–'}\u00a0{word.replace(' ', NO_BREAK)}"
        role = "support" if taken else "soft"
        spans += [(begin, begin + 2, role, False), (begin + 2, len(text), role, change is WordChange.DELETE)]
    ranges = []
    for begin, end, role, struck in spans:
        look = QTextCharFormat()
        look.setForeground(theme.color(role))
        look.setFontStrikeOut(struck)
        ranges.append(format_range(text, begin, end, look))
    return text, ranges


def _small() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(theme.ui_font(theme.FINE))
    look.setForeground(theme.color("soft"))
    return look


MARGIN = 78
HEADING = 40
PADDING = 6
_END = 12
_USUAL = 2.5 * LEADING
"""Approximate height of a passage."""


class ChangeListLayout(VariableRowLayout[ChangeLines]):
    """Heights and tops of all rows; a row that is not a head has lines."""

    cache_limit = 200

    def __init__(self, model: ChangeListModel, current: Callable[[], int]) -> None:
        """Begin; ``current`` returns the current row, which is higher by its actions."""
        super().__init__()
        self._model, self._current = model, current
        self._pane = 0

    def reset(self, pane: int) -> None:
        """Start again in a pane of some width, with all heights estimated."""
        self._pane = pane
        self._reset_heights([self._estimate(row) for row in self._model.rows])

    @override
    def _lay_out(self, row: int) -> ChangeLines:
        told = self._model.rows[row]
        assert not isinstance(told, ChangeListHead)  # a head has no lines
        return lay_out_row(told, self.measure)

    @override
    def _exact_height(self, row: int) -> float:
        told = self._model.rows[row]
        if isinstance(told, ChangeListHead):
            return HEADING
        boxes = action_boxes(told, 0, 0.0, self.measure) if row == self._current() else ()
        lines = len({box.top() for _, box in boxes})
        return self.laid_out_row(row).height + 2 * PADDING + lines * _ACTIONS

    @property
    def measure(self) -> int:
        return column_geometry(self._pane)[1] - MARGIN - _END

    @property
    @override
    def page_leading(self) -> float:
        return LEADING

    @override
    def left(self, row: int) -> float:
        return column_geometry(self._pane)[0]

    @override
    def width(self, row: int) -> float:
        return column_geometry(self._pane)[1]

    def _estimate(self, row: Row) -> float:
        """Return the approximate height of a row without counting letters, as there may be thousands of rows."""
        if isinstance(row, ChangeListHead):
            return HEADING
        return HEAD + _USUAL * len(row.passages) + (LEADING if row.comment else 0) + 3 * PADDING


_ACTIONS = 24
"""Height of a line of actions."""
_BETWEEN = 20


def action_boxes(row: ChangeListRow, left: int, top: float, width: int) -> Iterator[tuple[RowAction, QRectF]]:
    """Yield the actions of a row with their boxes, in as many lines as they need."""
    metrics, x = QFontMetricsF(theme.ui_font(theme.SMALL, bold=True)), 0.0
    for action in row.actions:
        wide = metrics.horizontalAdvance(_action_text(action)) + 1
        if x and x + wide > width:
            x, top = 0.0, top + _ACTIONS
        yield action, QRectF(left + x, top, wide, _ACTIONS)
        x += wide + _BETWEEN


def _action_text(action: RowAction) -> str:
    return f"{action.text}{NO_BREAK}{NO_BREAK}{action.key_text}".strip()


def paint_actions(painter: QPainter, boxes: Iterable[tuple[RowAction, QRectF]]) -> None:
    for action, box in boxes:
        role = "soft" if action.name == "done" else "accent"
        write_line(painter, box.toAlignedRect(), _action_text(action), role, bold=True, size=theme.SMALL)


_CHIP = 18


def key_at(laid: ChangeLines, point: QPoint) -> str:
    """Return the key whose sign is at a point, from the upper left corner of a row's column; empty if there is none."""
    passage = laid.passage_at(point.y() - PADDING) if MARGIN - _CHIP - 14 <= point.x() < MARGIN - 4 else None
    return passage.key if passage else ""


def paint_heading(painter: QPainter, row: ChangeListHead, area: QRect) -> None:
    inner = area.adjusted(MARGIN, area.height() - 28, -12, 0)
    inner.setRight(write_line(painter, inner, terms.format_number(row.count), "soft", align=RIGHT) - 12)
    inner.setLeft(write_line(painter, inner, row.title, "ink", bold=True) + 8)
    write_line(painter, inner, row.note, "soft")
    painter.fillRect(area.left() + MARGIN, area.bottom(), area.width() - MARGIN - 12, 1, theme.color("hairline"))


def paint_row(painter: QPainter, row: ChangeListRow, area: QRect, laid: ChangeLines) -> None:
    top = area.top() + PADDING
    line = QRect(area.left() + MARGIN, top, area.width() - MARGIN - 12, HEAD)
    _paint_label(painter, row.label, QRect(area.left() + 8, top, MARGIN - 20, HEAD))
    line.setRight(_paint_outcome(painter, row, line) - 12)
    if row.sign is not None:
        icons.draw_kind(painter, row.sign, QRectF(line.left(), line.center().y() - 5, 11, 11))
        line.setLeft(line.left() + 19)
    if row.is_folded is not None:
        draw_chevron(painter, QPointF(line.left() + 5, line.center().y()), is_down=not row.is_folded)
        line.setLeft(line.left() + 19)
    line.setLeft(write_line(painter, line, laid.heading, "ink", bold=True) + 10)
    write_line(painter, line, laid.aside, "soft", size=theme.SMALL)
    for piece in laid.pieces:
        y = top + piece.top
        painter.setPen(theme.color("ink"))
        corner = QPointF(area.left() + MARGIN, y)
        piece.lines.layout.draw(painter, corner)
        if piece.passage is not None:
            our_marks.draw(painter, _typeset(piece.passage), piece.lines, corner)
            _paint_caption(painter, piece.passage, QRect(area.left() + 8, round(y), MARGIN - 20, 24))


def _paint_label(painter: QPainter, label: str, box: QRect) -> None:
    for size in (theme.LARGE, theme.BASE, theme.SMALL, theme.FINE):
        font = theme.reading_font(size)
        if QFontMetricsF(font).horizontalAdvance(label) <= box.width():
            break
    write_line(painter, box, label, "soft", font=font, align=RIGHT)


def _paint_outcome(painter: QPainter, row: ChangeListRow, line: QRect) -> int:
    x = write_line(painter, line, row.outcome, row.role, bold=bool(row.outcome), size=theme.SMALL, align=RIGHT)
    if row.measure is not None:
        box = QRectF(x - 10 - WIDTH, line.center().y() - HEIGHT / 2 + 0.5, WIDTH, HEIGHT)
        draw_measure(painter, row.measure, row.role, box)
        x -= 10 + WIDTH
    return x


def _paint_caption(painter: QPainter, passage: ChangedPassage, box: QRect) -> None:
    if passage.key:
        chip = QRectF(box.right() + 1 - _CHIP, box.center().y() - 8.5, _CHIP, _CHIP)
        painter.setPen(QPen(theme.color("accent"), 1))
        painter.setBrush(theme.color("paper"))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(theme.ui_font(theme.FINE, bold=True))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, passage.key)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = box.adjusted(0, 0, -_CHIP - 6, 0)
    write_line(painter, box, passage.caption, "soft", size=theme.FINE, align=RIGHT)
