"""The paper that a document stands on: a list of paragraphs that scrolls by the pixel and lets words be chosen."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.gui import theme
from delegate_desk.gui.find import Found
from delegate_desk.gui.models.paragraphs import Shown
from delegate_desk.gui.paperkeys import press
from delegate_desk.gui.papermouse import PaperMouse
from delegate_desk.gui.rowpainter import RowPainter
from delegate_desk.gui.selection import Selection, Spot
from delegate_desk.gui.tickbar import TickBar
from delegate_desk.gui.views.page_view import PageView

_Index = QModelIndex | QPersistentModelIndex


class Paper(PageView):
    """Shows the rows of a document under its head.

    Attributes:
        link: The words under the mouse that lead somewhere: a row, and a part of what is set in it.

    Signals:
        row_changed: The paragraph at hand is another row.
        words_chosen: Other words are chosen, or none.
        typed: A digit was typed: someone wants to go to a place.
        note_asked: A footnote's call was clicked, with its address.
        header_asked: What was read of the first page is to be looked at.
        menu_asked: The commands on the paragraph at hand are wanted, with the place on the screen.
    """

    row_changed = Signal(int)
    words_chosen = Signal()
    typed = Signal(str)
    note_asked = Signal(str)
    header_asked = Signal()
    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = Selection(self.paragraphs)
        self.rows_painter = RowPainter(self.paragraphs, self.rows_flow, self.tr("Footnotes"), self.tr("our proposal"))
        self.caret_shown = False
        self.link: tuple[int, int, int] | None = None
        self._mouse = PaperMouse(self)
        self.tick_bar = TickBar(self._shares, self)
        self.setVerticalScrollBar(self.tick_bar)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.rebuild)

    # What is shown

    def show_document(self, shown: Shown) -> None:
        """Show a document from its first row."""
        self.chosen.clear()
        self.light({})
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

    def light(self, hits: Mapping[int, Sequence[tuple[int, int]]], at: Found | None = None) -> None:
        """Light what was found, by row in order, and tick it in the scroll bar; one of it is at hand."""
        self.rows_painter.hits, self.rows_painter.hit_at_hand = hits, at
        self.tick_bar.show_ticks(list(hits), at[0] if at else -1)
        self.viewport().update()

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

    def asks_at(self, point: QPoint) -> bool:
        """True on the words of the head that ask to look at what was read."""
        return self.masthead is not None and self.masthead.asks_at(
            QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        )

    def call_at(self, point: QPoint) -> Address | None:
        """The footnote whose call is at a point."""
        found = self.call_span_at(point)
        return found[0] if found else None

    def call_span_at(self, point: QPoint) -> tuple[Address, int, int, int] | None:
        """The footnote whose call is at a point, the row of the call, and the part of what is set there."""
        spot = self.spot_at(point)
        if spot is None:
            return None
        for start, end, call in self.paragraphs.setting(spot.row).calls:
            if self.words_at(spot.row, start, end, point):
                return call.note, spot.row, start, end
        return None

    def words_at(self, row: int, start: int, end: int, point: QPoint) -> bool:
        """True if a point is on some words of what is set in a row."""
        return any(box.contains(point) for box in self._boxes_of(row, start, end))

    def box_of(self, row: int, start: int, end: int) -> QRect:
        """Where a part of what is set in a row begins to be seen, in the viewport."""
        boxes = self._boxes_of(row, start, end)
        return boxes[0].toAlignedRect() if boxes else self.visualRect(self.paragraphs.index(row))

    def _boxes_of(self, row: int, start: int, end: int) -> list[QRectF]:
        corner = QPointF(self.rows_flow.text_left(row), self.rows_flow.text_top(row) + self._shift())
        return [box.translated(corner) for box in self.rows_flow.lines(row).line_boxes(start, end)]

    def extend(self, spot: Spot) -> None:
        """Choose words up to a spot."""
        self.chosen.put(spot, extend=True)
        self.caret_shown = True
        if spot.row != self.row():
            self.setCurrentIndex(self.paragraphs.index(spot.row))
            self._bring(spot.row)
        self.viewport().update()
        self.words_chosen.emit()

    # Events

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_changed.emit(current.row())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("paper"))
        shift = self._shift()
        if self.masthead and shift > 0:
            self.masthead.draw(painter, shift - self._head())
        for row in self.rows_flow.rows_between(event.rect().top() - shift, event.rect().bottom() - shift):
            self.rows_painter.draw(painter, row, shift, self.chosen.in_row(row), at_hand=row == self.row())
        if self.link:
            self.rows_painter.draw_link(painter, self.link, shift)
        caret = self.chosen.caret
        if caret and self.caret_shown and self.hasFocus():
            self.rows_painter.draw_caret(painter, caret.row, caret.at, shift)
        self._draw_ring(painter)
        painter.end()

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
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self._mouse.ask_menu(event.pos())
            self.menu_asked.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(below))
