"""A scroll bar with ticks where something was found; a click on a tick goes there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import theme

_HEIGHT = 2
_INSET = 2
_NEAR = 5
"""Pixels beside a tick that still count as on it, as a tick alone would be too small to hit."""


class TickScrollBar(QScrollBar):
    """Shows ticks for rows at their position; without ticks it is an ordinary scroll bar."""

    ticked = Signal(int)  # A tick was clicked, with its row

    def __init__(self, shares: Callable[[Sequence[int]], Sequence[float]], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._shares = shares
        self._rows: Sequence[int] = ()
        self._at = -1
        self._places: dict[int, int] = {}
        self._known: tuple[int, int] | None = None
        self._pressed: tuple[QPoint, int] | None = None
        self.setMouseTracking(True)

    def show_ticks(self, rows: Sequence[int], at: int) -> None:
        """Show ticks for rows, given in order, with the current row's tick in another style."""
        self._rows, self._at = rows, at
        self._known = self._pressed = None
        self.setAccessibleDescription(self._describe(len(rows)) if rows else "")
        if not rows:
            self.unsetCursor()
        self.update()

    def _describe(self, count: int) -> str:
        return self.tr("{n} paragraphs with matches").format(n=count)

    def ticks(self) -> dict[int, int]:
        """Return the ticked row by height in the bar, the first of several."""
        known = (self.height(), self.maximum())
        if known != self._known:
            self._known, self._places = known, {}
            for y, row in zip(self._tick_heights(self._rows), self._rows, strict=True):
                self._places.setdefault(y, row)
        return self._places

    def _tick_heights(self, rows: Sequence[int]) -> list[int]:
        height = self.height()
        return [min(round(share * height), height - _HEIGHT) for share in self._shares(rows)]

    def _tick_at(self, y: int) -> int | None:
        near = min(self.ticks(), key=lambda tick: abs(tick + 1 - y), default=None)
        return self._places[near] if near is not None and abs(near + 1 - y) <= _NEAR else None

    def _is_on_handle(self, point: QPoint) -> bool:
        option, part = QStyleOptionSlider(), QStyle.SubControl.SC_ScrollBarSlider
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self).contains(point)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows:
            return
        painter = QPainter(self)
        self._draw_ticks(painter)
        if self._at in self._rows:
            (y,) = self._tick_heights([self._at])
            painter.fillRect(0, y, self.width(), _HEIGHT, theme.color("accent"))
        painter.end()

    def _draw_ticks(self, painter: QPainter) -> None:
        colour = theme.color("hit_mark")
        for y in self.ticks():
            painter.fillRect(_INSET, y, self.width() - 2 * _INSET, _HEIGHT, colour)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self._tick_at(point.y()) if self._rows and event.button() is Qt.MouseButton.LeftButton else None
        self._pressed = None
        if row is not None and not self._is_on_handle(point):
            self.ticked.emit(row)
            return
        if row is not None:  # on the handle: a click goes to the tick, a drag scrolls
            self._pressed = point, row
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed and abs(point.y() - self._pressed[0].y()) > 2:
            self._pressed = None
        if self._rows and not event.buttons():
            is_near = self._tick_at(point.y()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_near else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._pressed:
            row, self._pressed = self._pressed[1], None
            self.ticked.emit(row)
