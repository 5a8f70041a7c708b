"""Rows on a page that scrolls by the pixel: heights are settled as rows come into sight, and nothing jumps."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from delegate_desk.gui.flow import Flow
from delegate_desk.gui.masthead import Masthead
from delegate_desk.gui.models.paragraphs import ParagraphModel
from delegate_desk.gui.typography import USUAL, page

_Index = QModelIndex | QPersistentModelIndex
_SLICE = 60
"""How many rows are settled between two turns of the event loop."""
_TAIL = 96
"""Room below the last row."""
_ROUNDS = 6


class PageView(QListView):
    """Lays the rows of a document out under its head, and scrolls them.

    It is a list view, so that a screen reader hears each paragraph; how it is laid out is its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs = ParagraphModel(self)
        self.rows_flow = Flow(self.paragraphs)
        self.masthead: Masthead | None = None
        self.reading_size = USUAL
        self._settling = QTimer(self)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle_some)
        self.setModel(self.paragraphs)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)

    def row(self) -> int:
        """The row at hand, -1 where there is none."""
        return self.currentIndex().row()

    def set_reading_size(self, size: int) -> None:
        self.reading_size = size
        self.rebuild()

    def rebuild(self) -> None:
        """Lay all out anew: the pane, the letters or the theme changed."""
        anchor = self._anchor()
        measures = page(self.viewport().width(), self.reading_size)
        shown = self.paragraphs.shown
        self.masthead = Masthead(shown, measures) if shown else None
        self.rows_flow.reset(measures)
        self._restore(anchor)
        self._settling.start()

    def _head(self) -> float:
        return self.masthead.height if self.masthead else 0.0

    def _shift(self) -> float:
        return self._head() - self.verticalScrollBar().value()

    def _shares(self, rows: Sequence[int]) -> list[float]:
        """Where rows stand in the whole, from 0 to 1."""
        head, top_of = self._head(), self.rows_flow.top
        total = max(head + self.rows_flow.total + _TAIL, self.viewport().height())
        return [(head + top_of(row)) / total for row in rows]

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
        y = point.y() - self._shift()
        known = y >= 0 and bool(self.paragraphs.units)
        return self.paragraphs.index(self.rows_flow.row_at(y, point.x())) if known else QModelIndex()

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
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.rows_flow.settle(self._seen()):
            self._restore(self._anchor())
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.rebuild()
        else:
            self.updateGeometries()
