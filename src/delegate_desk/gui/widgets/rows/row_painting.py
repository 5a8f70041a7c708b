"""Delegate of the window's lists, and shared drawing: the column, lines of text, cursor, chips and markings."""

from abc import abstractmethod
from functools import lru_cache
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.row_list import Index, RowModel

T = TypeVar("T")
MEASURE = 744
"""Maximum width of a column of rows."""
CURSOR_BAR = 3
_SCROLL_BAR = 10
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate, Generic[T]):
    """Draws each row of a model, in a painter that is restored afterwards."""

    def __init__(self, view: QAbstractItemView, model: RowModel[T]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @abstractmethod
    def _height(self, row: T) -> int:
        """Return the height of a row."""

    @abstractmethod
    def _paint(self, painter: QPainter, row: T, index: Index, option: Any) -> None:  # its stubs lack all fields
        """Draw a row in the rectangle of the option."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index)
        return QSize(0, self._height(row)) if row is not None else QSize()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.row(index)
        if row is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, row, index, option)
            painter.restore()

    def _column(self, box: QRect) -> QRect:
        left, width = column_geometry(self._view.width())
        return QRect(left, box.top(), width, box.height())


def is_selected(option: Any) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def is_hovered(option: Any) -> bool:
    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def column_geometry(width: int) -> tuple[int, int]:
    """Return left edge and width of the column in a view of some width, the same with and without a scroll bar."""
    width -= _SCROLL_BAR
    wide = min(MEASURE, max(240, width - 32))
    return max(0, (width - wide) // 2), wide


def column_margins(width: int, inset: int, top: int = 0, bottom: int = 0) -> QMargins:
    """Return the margins of text above the column, which begins some pixels inside it."""
    left, wide = column_geometry(width)
    return QMargins(left + inset, top, width - left - wide + 12, bottom)


def write_line(
    painter: QPainter,
    area: QRect,
    text: str,
    role: str,
    *,
    bold: bool = False,
    size: float = theme.BASE,
    font: QFont | None = None,
    align: Qt.AlignmentFlag = LEFT,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Write a line, elided to its area, in the interface font or another.

    Returns:
        The end of the text, where a next piece may begin; for text at the right, its start.
    """
    painter.setFont(font or theme.ui_font(size, bold=bold))
    painter.setPen(theme.color(role))
    shown = painter.fontMetrics().elidedText(text, elide, max(0, area.width()))
    painter.drawText(area, align, shown)
    width = painter.fontMetrics().horizontalAdvance(shown)
    return area.right() - width if align == RIGHT else area.left() + width


_NARROWEST, _WIDEST = 3, 13
"""Average width of a letter of the interface font in a title, in pixels."""


def count_title_lines(text: str, width: int) -> int:
    """Return the number of lines of a title, one or two; measured only if its length does not decide."""
    if len(text) * _WIDEST <= width or " " not in text:
        return 1
    if len(text) * _NARROWEST > width:
        return 2
    return 1 if QFontMetrics(theme.ui_font()).horizontalAdvance(text) <= width else 2


@lru_cache(512)
def title_lines(text: str, width: int, most: int = 2, *, bold: bool = False) -> tuple[str, ...]:
    """Return a title in one or two lines of a width; the last is elided."""
    metrics = QFontMetrics(theme.ui_font(bold=bold))
    if most == 1 or metrics.horizontalAdvance(text) <= width or " " not in text:
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    first, _, rest = text.partition(" ")
    while rest:
        word, _, after = rest.partition(" ")
        if metrics.horizontalAdvance(f"{first} {word}") > width:
            break
        first, rest = f"{first} {word}", after
    elide = Qt.TextElideMode.ElideRight
    return metrics.elidedText(first, elide, width), metrics.elidedText(rest, elide, width)


def draw_chevron(painter: QPainter, middle: QPointF, *, is_down: bool) -> None:
    """Draw the sign of an unfolded or folded row."""
    painter.setPen(QPen(theme.color("soft"), 1.4))
    x, y = middle.x(), middle.y()
    points = [(-3.5, -1.75), (0, 1.75), (3.5, -1.75)] if is_down else [(-1.75, -3.5), (1.75, 0), (-1.75, 3.5)]
    painter.drawPolyline([QPointF(x + right, y + below) for right, below in points])


def draw_cursor(painter: QPainter, area: QRectF, *, focused: bool = True) -> None:
    """Draw the current row's background: a vertical bar, soft without the keyboard focus, and the tint behind it."""
    tint = area.adjusted(CURSOR_BAR, 0, 0, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("tint"))
    painter.drawRoundedRect(tint, 6, 6)
    painter.fillRect(tint.adjusted(0, 0, -6, 0), theme.color("tint"))  # no rounded corners at the bar
    bar = QRectF(area.left(), area.top(), CURSOR_BAR, area.height())
    painter.fillRect(bar, theme.color("accent" if focused else "soft"))
    painter.restore()


def draw_ground(painter: QPainter, box: QRect, *, tinted: bool, ring: bool = False) -> None:
    """Draw the rounded background of a row in a side pane: tinted if current or selected, faint under the mouse."""
    painter.setPen(theme.color("accent") if ring else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("tint" if tinted else "hairline"))
    painter.setOpacity(1.0 if tinted else 0.5)
    painter.drawRoundedRect(box, 4, 4)
    painter.setOpacity(1.0)


def draw_chip(
    painter: QPainter, text: str, box: QRect, *, role: str, outline: QColor | QPen, ground: str = "", radius: float = 4
) -> None:
    """Draw a text in a rounded outline; without a fill, the background shows through."""
    painter.setPen(outline)
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(theme.color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width() - 8)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def draw_marking(
    painter: QPainter, marking: str, x: int, middle: int, role: str = "red_line", *, ground: str = ""
) -> int:
    """Draw a marking or another word in its outline, or a count on a round ground; return its right edge."""
    font = theme.ui_font(theme.FINE, bold=True)
    width = QFontMetricsF(font).horizontalAdvance(marking) + 10
    box = QRectF(x + 0.5, middle - 7.5, width, 16)
    painter.setFont(font)
    painter.setPen(QPen(theme.color(ground or role), 1))
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    radius = 8 if ground else 3
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(theme.color(role))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, marking)
    return round(box.right()) + 1
