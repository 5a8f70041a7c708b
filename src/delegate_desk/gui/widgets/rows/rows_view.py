"""Rows of variable height that scroll by the pixel: heights are determined as rows become visible, without jumps."""

from abc import abstractmethod
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, islice
from math import ceil
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar, QStyle, QStyleOptionSlider, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.page_metrics import USUAL

Laid_co = TypeVar("Laid_co", covariant=True)


class VariableRowLayout(Generic[Laid_co]):
    """Heights and tops of all rows, in pixels from the top of the first.

    A subclass starts with ``_begin``, and defines the layout of a row and its exact height.
    """

    cache_limit = 300

    def __init__(self) -> None:
        self._cache: OrderedDict[int, Laid_co] = OrderedDict()
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._exact: set[int] = set()

    def _reset_heights(self, heights: list[float]) -> None:
        self._cache.clear()
        self._exact.clear()
        self._heights = heights
        self._add_up()

    @abstractmethod
    def _lay_out(self, row: int) -> Laid_co:
        """Lay a row out."""

    @abstractmethod
    def _exact_height(self, row: int) -> float:
        """Return the exact height of a row, which may be laid out for it."""

    @property
    @abstractmethod
    def page_leading(self) -> float:
        """Return the line spacing of the page's text, which is a step of scrolling."""

    @abstractmethod
    def left(self, row: int) -> float:
        """Return the left edge of a row's box."""

    @abstractmethod
    def width(self, row: int) -> float:
        """Return the width of a row's box."""

    def laid_out_row(self, row: int) -> Laid_co:
        layout = self._cache.get(row)
        if layout is None:
            layout = self._cache[row] = self._lay_out(row)
            if len(self._cache) > self.cache_limit:
                self._cache.popitem(last=False)
        else:
            self._cache.move_to_end(row)
        return layout

    def invalidate(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._cache.pop(row, None)
            self._exact.discard(row)

    def measure_rows(self, rows: Iterable[int]) -> bool:
        """Make the heights of some rows exact; True if any changed."""
        changed = False
        for row in rows:
            if row not in self._exact:
                height = self._exact_height(row)
                changed |= height != self._heights[row]
                self._heights[row] = height
                self._exact.add(row)
        if changed:
            self._add_up()
        return changed

    def unmeasured_rows(self, count: int) -> list[int]:
        """Return some rows with estimated heights, in order."""
        if len(self._exact) == len(self._heights):
            return []
        return list(islice((row for row in range(len(self._heights)) if row not in self._exact), count))

    @property
    def total(self) -> float:
        return self._tops[-1]

    def top(self, row: int) -> float:
        return self._tops[row]

    def height(self, row: int) -> float:
        return self._heights[row]

    def row_at(self, y: float, x: float | None = None) -> int:  # noqa: ARG002  (of rows side by side)
        """Return the row at a height, or the nearest one."""
        return max(0, bisect_right(self._tops, y, hi=len(self._heights)) - 1)

    def rows_between(self, top: float, bottom: float) -> range:
        if not self._heights:
            return range(0)
        return range(self.row_at(top), self.row_at(bottom) + 1)

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0.0))


_Index = QModelIndex | QPersistentModelIndex
TAIL = 96
"""Space below the last row."""
_ROUNDS = 6
_SLICE_PAUSE = 10
"""Milliseconds for input and painting between two slices of rows that are measured."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PANES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class RowsView(QListView):
    """Scrolls rows of a layout, under a header that scrolls with them.

    It is a list view, so that a screen reader reads each row, with its own layout. Subclasses set layout and model with
    ``_begin``, and measure their page in ``_measure``.

    Attributes:
        slice: Number of rows measured at a time.
    """

    row_layout: VariableRowLayout[object]
    slice = 12

    def _set_up(self, model: QAbstractItemModel) -> None:
        self._measure_timer = QTimer(self, interval=_SLICE_PAUSE)
        self._measure_timer.timeout.connect(self._measure_some)
        self._built_width = 0
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)

    @abstractmethod
    def _measure(self) -> None:
        """Restart the layout on a page that fits the pane."""

    def _page_width(self) -> int:
        return self.viewport().width()

    def _header_height(self) -> float:
        return 0.0

    def current_row(self) -> int:
        return self.currentIndex().row()

    def row_count(self) -> int:
        return self.model().rowCount()

    @abstractmethod
    def _draw_row(self, painter: QPainter, row: int, shift: float) -> None:
        """Draw a row; ``shift`` is the difference between its position in the layout and on the screen."""

    def _draw_over(self, painter: QPainter, shift: float) -> None:
        """Draw what does not belong to a single row."""

    def rebuild(self) -> None:
        """Lay everything out again after a change of pane, fonts or theme."""
        anchor = self._anchor()
        self._built_width = self._page_width()
        self._measure()
        self._restore(anchor)
        self.viewport().update()

    def _shift(self) -> float:
        return self._header_height() - self.verticalScrollBar().value()

    def _shares(self, rows: Sequence[int]) -> list[float]:
        head, top_of = self._header_height(), self.row_layout.top
        total = max(head + self.row_layout.total + TAIL, self.viewport().height())
        return [(head + top_of(row)) / total for row in rows]

    def _anchor(self) -> tuple[int, float]:
        """Return a row that keeps its position, and its offset: the current row if visible, else the first shown."""
        seen = self._seen()
        row = self.current_row() if self.current_row() in seen else seen.start
        in_range = 0 <= row < self.row_count()
        return row, self.row_layout.top(row) + self._shift() if in_range and self.row_layout.total else 0.0

    def _restore(self, anchor: tuple[int, float]) -> None:
        row, y = anchor
        for _ in range(_ROUNDS):
            self.updateGeometries()
            if row < self.row_count() and (row > 0 or y < 0):
                self.verticalScrollBar().setValue(round(self._header_height() + self.row_layout.top(row) - y))
            if not self.row_layout.measure_rows(self._seen()):
                break
        self.updateGeometries()

    def _seen(self) -> range:
        top = -self._shift()
        return self.row_layout.rows_between(top, top + self.viewport().height())

    def _measure_some(self) -> None:
        rows = self.row_layout.unmeasured_rows(self.slice)
        if not rows:
            self._measure_timer.stop()
            return
        anchor = self._anchor()
        if self.row_layout.measure_rows(rows):
            self._restore(anchor)

    def _lay_out_again(self, rows: Iterable[int]) -> None:
        anchor = self._anchor()
        self.row_layout.invalidate(rows)
        self._restore(anchor)
        self.viewport().update()

    def _covered_height(self, row: int) -> float:  # noqa: ARG002  (of a table with a fixed header)
        """Return the height at the top of the pane that covers rows scrolled there."""
        return 0.0

    def _scroll_to_row(self, row: int, *, third: bool = False) -> None:
        height = self.viewport().height()
        for _ in range(_ROUNDS):
            rows = self.row_layout.rows_between(self.row_layout.top(row) - height, self.row_layout.top(row) + height)
            if not self.row_layout.measure_rows(rows):
                break
        self.updateGeometries()
        bar = self.verticalScrollBar()
        top = self._header_height() + self.row_layout.top(row)
        bottom = top + self.row_layout.height(row)
        top -= self._covered_height(row)
        if row == 0:
            top = 0.0
        if third and not (bar.value() <= top and bottom <= bar.value() + height):
            bar.setValue(round(top - height / 3))
        elif top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + height:
            bar.setValue(ceil(min(bottom - height, top)))

    # Navigation

    def go_to_row(self, row: int, *, far: bool = False) -> None:
        """Make a row current and visible; with ``far`` at a third of the pane if it was not."""
        if 0 <= row < self.row_count():
            self.setCurrentIndex(self.model().index(row, 0))
            self._scroll_to_row(row, third=far)

    def step(self, by: int) -> None:
        self.go_to_row(min(max(self.current_row() + by, 0), self.row_count() - 1))

    def move_by_key(self, event: QKeyEvent) -> bool:
        """Move by a row, within a row longer than the pane, by a pane or to an end; False for another key."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        box, pane, bar = self.visualRect(self.currentIndex()), self.viewport().rect(), self.verticalScrollBar()
        if key is Qt.Key.Key_Down and box.top() <= pane.bottom() < box.bottom():
            bar.setValue(bar.value() + min(bar.singleStep() * 3, box.bottom() - pane.bottom()))
        elif key is Qt.Key.Key_Up and box.top() < pane.top() <= box.bottom():
            bar.setValue(bar.value() - min(bar.singleStep() * 3, pane.top() - box.top()))
        elif key in _STEPS:
            self.step(_STEPS[key])
        elif key in _ENDS:
            self.go_to_row(self._nearest(0 if key is Qt.Key.Key_Home else self.row_count() - 1))
        elif key in _PANES and not modifiers & Qt.KeyboardModifier.ControlModifier:
            is_backward = key is Qt.Key.Key_Space and modifiers & Qt.KeyboardModifier.ShiftModifier
            self._turn_page(-1 if is_backward else _PANES[key])
        else:
            return False
        return True

    def _turn_page(self, by: int) -> None:
        """Move by a pane; the current row follows, at the same height."""
        bar, pane = self.verticalScrollBar(), self.viewport().height()
        top = self._covered_height(self.current_row()) + 4
        y = min(max(self.visualRect(self.currentIndex()).top() + 12, round(top)), pane - 4)
        old_value = bar.value()
        bar.setValue(old_value + by * (pane - 2 * bar.singleStep()))
        if bar.value() == old_value:
            self.go_to_row(self._nearest(self.row_count() - 1 if by > 0 else 0))
        else:
            row = self.row_layout.row_at(y - self._shift(), self.viewport().width() / 2)
            self.setCurrentIndex(self.model().index(self._nearest(row), 0))

    def _nearest(self, row: int) -> int:
        """Return the nearest row that can be current; -1 if there is none."""
        return row

    # Overrides of QListView

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("paper"))
        shift = self._shift()
        for row in self.row_layout.rows_between(event.rect().top() - shift, event.rect().bottom() - shift):
            self._draw_row(painter, row, shift)
        self._draw_over(painter, shift)
        painter.end()
        if self.row_layout.unmeasured_rows(1) and not self._measure_timer.isActive():
            self._measure_timer.start()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.setCurrentIndex(index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)  # the list's own finds no row to tell of
        self._announce_row()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._announce_row()

    def _announce_row(self) -> None:
        if self.current_row() >= 0 and self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(self.current_row())
            QAccessible.updateAccessibility(event)

    @override
    def doItemsLayout(self) -> None:
        """The layout is our own, not the list's."""

    @override
    def updateGeometries(self) -> None:
        total = self._header_height() + self.row_layout.total + TAIL
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(total - self.viewport().height())))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self.row_layout.page_leading))

    @override
    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        row, flow = index.row(), self.row_layout
        top = round(flow.top(row) + self._shift())
        return QRect(round(flow.left(row)), top, round(flow.width(row)), round(flow.height(row)))

    @override
    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self._scroll_to_row(index.row())

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        y = point.y() - self._shift()
        has_row = y >= 0 and self.row_count() > 0
        index = self.model().index(self.row_layout.row_at(y, point.x()), 0) if has_row else QModelIndex()
        return index if self.visualRect(index).contains(point) else QModelIndex()

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Words are selected, not rows."""

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        anchor = self._anchor()  # where it is before the rows above it get their exact heights
        if self.row_layout.measure_rows(self._seen()):
            self._restore(anchor)
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        top, row = -self._shift(), self.current_row()
        was_seen = row >= 0 and row in self.row_layout.rows_between(top, top + event.oldSize().height())
        if event.size().width() != self._built_width:  # not the old size, which is unknown when it is shown again
            self.rebuild()
        else:
            self.updateGeometries()
        if was_seen and event.size().height() < event.oldSize().height():  # such as when a notice came
            self._scroll_to_row(row)


class ZoomableRows(RowsView):
    """Rows of text in the reading size; the bar of the current row shows the keyboard focus."""

    size_requested = Signal(int)

    reading_size = USUAL

    def set_reading_size(self, size: int) -> None:
        self.reading_size = size
        self.rebuild()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


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
        self._current = -1
        self._places: dict[int, int] = {}
        self._ticks_size: tuple[int, int] | None = None
        self._pressed: tuple[QPoint, int] | None = None
        self.setMouseTracking(True)

    def show_ticks(self, rows: Sequence[int], current: int) -> None:
        """Show ticks for rows, given in order, with the current row's tick in another style."""
        self._rows, self._current = rows, current
        self._ticks_size = self._pressed = None
        self.setAccessibleDescription(self._describe(len(rows)) if rows else "")
        if not rows:
            self.unsetCursor()
        self.update()

    def _describe(self, count: int) -> str:
        return self.tr("{n} paragraphs with matches").format(n=count)

    def ticks(self) -> dict[int, int]:
        """Return the ticked row by height in the bar, the first of several."""
        size = (self.height(), self.maximum())
        if size != self._ticks_size:
            self._ticks_size, self._places = size, {}
            for y, row in zip(self._tick_heights(self._rows), self._rows, strict=True):
                self._places.setdefault(y, row)
        return self._places

    def _tick_heights(self, rows: Sequence[int]) -> list[int]:
        height = self.height()
        return [min(round(share * height), height - _HEIGHT) for share in self._shares(rows)]

    def _tick_at(self, y: int) -> int | None:
        nearest = min(self.ticks(), key=lambda tick: abs(tick + 1 - y), default=None)
        return self._places[nearest] if nearest is not None and abs(nearest + 1 - y) <= _NEAR else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows:
            return
        painter = QPainter(self)
        self._draw_ticks(painter)
        if self._current in self._rows:
            (y,) = self._tick_heights([self._current])
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
        if row is not None:
            option, part = QStyleOptionSlider(), QStyle.SubControl.SC_ScrollBarSlider
            self.initStyleOption(option)
            handle = self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self)
            if not handle.contains(point):
                self.ticked.emit(row)
                return
            self._pressed = point, row  # on the handle: a click goes to the tick, a drag scrolls
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
