"""The paper that a document stands on: a list of paragraphs that scrolls by the pixel and lets words be chosen."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from delegate_desk.core.documents import Address
from delegate_desk.gui import theme
from delegate_desk.gui.flow import Flow
from delegate_desk.gui.masthead import Masthead
from delegate_desk.gui.models.paragraphs import ParagraphModel, Shown
from delegate_desk.gui.paperkeys import press
from delegate_desk.gui.papermouse import PaperMouse
from delegate_desk.gui.rowpainter import RowPainter
from delegate_desk.gui.selection import Selection, Spot
from delegate_desk.gui.typography import USUAL, page

_Index = QModelIndex | QPersistentModelIndex
_SLICE = 60
"""How many rows are settled between two turns of the event loop."""
_TAIL = 96
"""Room below the last row."""
_ROUNDS = 6


class Paper(QListView):
    """Shows the rows of a document under its head.

    It is a list view, so that a screen reader hears each paragraph; how it is laid out and drawn is its own.

    Signals:
        row_changed: The paragraph at hand is another row.
        words_chosen: Other words are chosen, or none.
        typed: A digit was typed: someone wants to go to a place.
        note_asked: A footnote's call was clicked, with its address.
        size_asked: Ctrl and the wheel ask for larger (1) or smaller (-1) letters.
    """

    row_changed = Signal(int)
    words_chosen = Signal()
    typed = Signal(str)
    note_asked = Signal(str)
    size_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs = ParagraphModel(self)
        self.rows_flow = Flow(self.paragraphs)
        self.chosen = Selection(self.paragraphs)
        self.rows_painter = RowPainter(self.paragraphs, self.rows_flow, self.tr("Footnotes"), self.tr("our proposal"))
        self.masthead: Masthead | None = None
        self.reading_size = USUAL
        self.caret_shown = False
        self._mouse = PaperMouse(self)
        self._settling = QTimer(self)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle_some)
        self.setModel(self.paragraphs)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.rebuild)

    # What is shown

    def show_document(self, shown: Shown) -> None:
        """Show a document from its first row."""
        self.chosen.clear()
        self.rows_painter.hits = {}
        self.paragraphs.show(shown)
        self.rebuild()
        self.verticalScrollBar().setValue(0)
        if self.paragraphs.units:
            self.setCurrentIndex(self.paragraphs.index(0))
        self.verticalScrollBar().setValue(0)

    def refresh(self, shown: Shown) -> None:
        """Show other annotations and proposals on the same document."""
        rows = self.paragraphs.refresh(shown)
        self._lay_out_anew(rows)

    def show_view(self, rows: Iterable[int]) -> None:
        """Lay rows out anew whose text is another now."""
        self.chosen.clear()
        self._lay_out_anew(rows)

    def set_reading_size(self, size: int) -> None:
        self.reading_size = size
        self.rebuild()

    def rebuild(self) -> None:
        """Lay all out anew: the pane, the letters or the theme changed."""
        anchor = self._anchor()
        measures = page(self.viewport().width(), self.reading_size)
        shown = self.paragraphs.shown
        self.masthead = Masthead(shown.held, measures) if shown else None
        self.rows_flow.reset(measures)
        self._restore(anchor)
        self._settling.start()

    def row(self) -> int:
        """The row at hand, -1 where there is none."""
        return self.currentIndex().row()

    def go(self, row: int, *, top: bool = False) -> None:
        """Take a row to hand and bring it into sight, at a third of the pane where it was far away."""
        if 0 <= row < len(self.paragraphs.units):
            if not self.chosen.is_empty():
                self.chosen.clear()
                self.words_chosen.emit()
            self.caret_shown = False
            self.setCurrentIndex(self.paragraphs.index(row))
            self._bring(row, third=top)

    def spot_at(self, point: QPoint) -> Spot | None:
        """The spot nearest to a point of the viewport; None above the first row."""
        y = point.y() + self.verticalScrollBar().value() - self._head()
        if y < 0 or not self.paragraphs.units:
            return None
        row = self.rows_flow.row_at(y, point.x())
        inside = QPointF(point.x() - self.rows_flow.text_left(row), y - self.rows_flow.text_top(row))
        return Spot(row, self.rows_flow.lines(row).offset_at(inside))

    def call_at(self, point: QPoint) -> Address | None:
        """The footnote whose call is at a point."""
        spot = self.spot_at(point)
        if spot is None:
            return None
        calls = self.paragraphs.setting(spot.row).calls
        shift = self._shift()
        lines = self.rows_flow.lines(spot.row)
        corner = QPointF(self.rows_flow.text_left(spot.row), self.rows_flow.text_top(spot.row) + shift)
        for start, end, call in calls:
            if any(box.translated(corner).contains(point) for box in lines.line_boxes(start, end)):
                return call.note
        return None

    def extend(self, spot: Spot) -> None:
        """Choose words up to a spot."""
        self.chosen.put(spot, extend=True)
        self.caret_shown = True
        if spot.row != self.row():
            self.setCurrentIndex(self.paragraphs.index(spot.row))
            self._bring(spot.row)
        self.viewport().update()
        self.words_chosen.emit()

    # Layout

    def _head(self) -> float:
        return self.masthead.height if self.masthead else 0.0

    def _shift(self) -> float:
        return self._head() - self.verticalScrollBar().value()

    def _anchor(self) -> tuple[int, float]:
        """A row that shall stay where it is, and where it is: the one at hand if it is seen, else the first seen."""
        seen = self._seen()
        row = self.row() if self.row() in seen else seen.start
        in_range = 0 <= row < len(self.paragraphs.units)
        return row, self.rows_flow.top(row) + self._shift() if in_range and self.rows_flow.total else 0.0

    def _restore(self, anchor: tuple[int, float]) -> None:
        """Settle what is seen with the anchor where it was."""
        row, y = anchor
        for _ in range(_ROUNDS):
            self.updateGeometries()
            if row < len(self.paragraphs.units) and (row > 0 or y < 0):
                self.verticalScrollBar().setValue(round(self._head() + self.rows_flow.top(row) - y))
            if not self.rows_flow.settle(self._seen()):
                break
        self.updateGeometries()
        self.viewport().update()

    def _seen(self) -> range:
        top = -self._shift()
        return self.rows_flow.rows_between(top, top + self.viewport().height())

    def _settle_some(self) -> None:
        rows = self.rows_flow.unsettled(_SLICE)
        if not rows:
            self._settling.stop()
            return
        anchor = self._anchor()
        if self.rows_flow.settle(rows):
            self._restore(anchor)

    def _lay_out_anew(self, rows: Iterable[int]) -> None:
        anchor = self._anchor()
        self.rows_flow.forget(rows)
        self._restore(anchor)
        self._settling.start()

    def _bring(self, row: int, *, third: bool = False) -> None:
        """Scroll as little as it takes to see a row whole, or to a third of the pane if it is far."""
        height = self.viewport().height()
        for _ in range(_ROUNDS):
            near = self.rows_flow.rows_between(self.rows_flow.top(row) - height, self.rows_flow.top(row) + height)
            if not self.rows_flow.settle(near):
                break
        self.updateGeometries()
        bar = self.verticalScrollBar()
        top = self._head() + self.rows_flow.top(row)
        bottom = top + self.rows_flow.height(row)
        if row == 0:
            top = 0.0
        if third and not (bar.value() <= top and bottom <= bar.value() + height):
            bar.setValue(round(top - height / 3))
        elif top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + height:
            bar.setValue(ceil(min(bottom - height, top)))

    # What an item view asks

    @override
    def doItemsLayout(self) -> None:
        """The flow lays out, not the list."""

    @override
    def updateGeometries(self) -> None:
        total = self._head() + self.rows_flow.total + _TAIL
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(total - self.viewport().height())))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(round(self.rows_flow.page.leading))

    @override
    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        row, flow = index.row(), self.rows_flow
        top = round(flow.top(row) + self._shift())
        return QRect(round(flow.left(row)), top, round(flow.width(row)), round(flow.height(row)))

    @override
    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self._bring(index.row())

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        spot = self.spot_at(point)
        return self.paragraphs.index(spot.row) if spot else QModelIndex()

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Words are chosen, not rows."""

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_changed.emit(current.row())

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.rows_flow.settle(self._seen()):
            self._restore(self._anchor())
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("paper"))
        shift = self._shift()
        if self.masthead and shift > 0:
            self.masthead.draw(painter, shift - self._head())
        for row in self.rows_flow.rows_between(event.rect().top() - shift, event.rect().bottom() - shift):
            self.rows_painter.draw(painter, row, shift, self.chosen.in_row(row), at_hand=row == self.row())
        caret = self.chosen.caret
        if caret and self.caret_shown and self.hasFocus():
            self.rows_painter.draw_caret(painter, caret.row, caret.at, shift)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.rebuild()
        else:
            self.updateGeometries()

    # Mouse and keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press(self, event):
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_asked.emit(1 if event.angleDelta().y() > 0 else -1)
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
