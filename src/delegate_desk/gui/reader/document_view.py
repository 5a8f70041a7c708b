"""The paper that a document stands on: a list of paragraphs that scrolls by the pixel and lets words be chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QElapsedTimer,
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
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Address
from delegate_desk.gui.reader.document_header import Masthead
from delegate_desk.gui.reader.paragraph_delegate import RowPainter
from delegate_desk.gui.reader.paragraph_model import ParagraphModel, Shown
from delegate_desk.gui.reader.row_layout import Flow
from delegate_desk.gui.reader.text_selection import Selection, TextPosition, word_at
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.rows_view import ZoomableRows
from delegate_desk.gui.widgets.text.page_metrics import metrics_for_pane
from delegate_desk.gui.widgets.text.text_find import Found
from delegate_desk.gui.widgets.tick_scroll_bar import TickScrollBar


class PageView(ZoomableRows):
    """Lays the rows of a document out under its head, and scrolls them."""

    row_layout: Flow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs = ParagraphModel(self)
        self.row_layout = Flow(self.paragraphs)
        self.masthead: Masthead | None = None
        self._set_up(self.paragraphs)

    @override
    def _measure(self) -> None:
        measures = metrics_for_pane(self.viewport().width(), self.reading_size)
        shown = self.paragraphs.shown
        self.masthead = Masthead(shown, measures) if shown else None
        self.row_layout.reset(measures)

    @override
    def _header_height(self) -> float:
        return self.masthead.height if self.masthead else 0.0


# MERGED

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def handle_key(paper: DocumentView, event: QKeyEvent) -> bool:
    """Do what a key means on the paper; False for a key that means nothing here."""
    if not paper.paragraphs.units:
        return False
    shift, control = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CONTROL)
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return False
    key = Qt.Key(event.key())
    if control and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return False
    if shift and control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        _extend_by_sentence(paper, 1 if key is Qt.Key.Key_Down else -1)
    elif event.text() in _SENTENCES and not control:
        _choose_sentence(paper, _SENTENCES[event.text()])
    elif shift and key in _CHOOSING:
        _choose(paper, key, control=control)
    elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        _move_caret(paper, 1 if key is Qt.Key.Key_Right else -1, word=control)
    elif key in _ROWS:
        _move_row(paper, key)
    elif key is Qt.Key.Key_Escape and not paper.chosen.is_empty():
        paper.go_to_row(paper.current_row())
    elif event.text().isdecimal() and not control:
        paper.typed.emit(event.text())
    else:
        return False
    return True


_ROWS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
)
_SENTENCES = {".": 1, ",": -1}
"""Keys that choose a sentence: the next one, the one before."""
_CHOOSING = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


def _move_row(paper: DocumentView, key: Qt.Key) -> None:
    row, last = paper.current_row(), len(paper.paragraphs.units) - 1
    if key is Qt.Key.Key_Home:
        paper.go_to_row(0)
    elif key is Qt.Key.Key_End:
        paper.go_to_row(last)
    elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        by = 1 if key is Qt.Key.Key_Down else -1
        if not paper.scroll_in_row(by):
            paper.go_to_row(min(max(row + by, 0), last))
    else:
        _turn_page(paper, down=key is not Qt.Key.Key_PageUp)


def _turn_page(paper: DocumentView, *, down: bool) -> None:
    """A pane further; the paragraph at hand keeps its height in the pane."""
    y = paper.scroll_page(1 if down else -1)
    if y is None:
        paper.go_to_row(len(paper.paragraphs.units) - 1 if down else 0)
        return
    spot = paper.position_at(QPoint(paper.viewport().width() // 2, y))
    paper.go_to_row(spot.row if spot else 0)


def _start(paper: DocumentView) -> TextPosition:
    """Return the start of a selection: the caret in the current row, else the beginning of that row."""
    caret = paper.chosen.caret
    return caret if caret and caret.row == paper.current_row() else TextPosition(paper.current_row(), 0)


def _move_caret(paper: DocumentView, by: int, *, word: bool) -> None:
    start = _start(paper)
    bounds = paper.chosen.bounds()
    if bounds and not word:
        spot = bounds[1] if by > 0 else bounds[0]
    else:
        spot = paper.chosen.step(start, by, word=word) if paper.caret_shown else start
    paper.chosen.clear()
    paper.chosen.set_caret(spot)
    paper.extend(spot)


def _begin(paper: DocumentView) -> TextPosition:
    """Return the end from which the selection continues; a new selection starts there."""
    start = _start(paper)
    if paper.chosen.anchor is None or paper.chosen.caret != start:
        paper.chosen.clear()
        paper.chosen.set_caret(start)
    return start


def _extend_by_sentence(paper: DocumentView, by: int) -> None:
    paper.extend(paper.chosen.step_sentence(_begin(paper), by))


def _choose_sentence(paper: DocumentView, by: int) -> None:
    """Select a whole sentence of the current paragraph, after or before the selected sentence."""
    row = paper.current_row()
    found = paper.chosen.other_sentence(row, by)
    if found is not None:
        paper.chosen.choose(row, *found)
        paper.extend(TextPosition(row, found[1]))


def _choose(paper: DocumentView, key: Qt.Key, *, control: bool) -> None:
    start = _begin(paper)
    end = len(paper.paragraphs.typeset_text(start.row).text)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        spot = paper.chosen.step(start, 1 if key is Qt.Key.Key_Right else -1, word=control)
    elif key is Qt.Key.Key_Home:
        spot = TextPosition(0, 0) if control else TextPosition(start.row, 0)
    elif key is Qt.Key.Key_End:
        last = len(paper.paragraphs.units) - 1
        spot = (
            TextPosition(last, len(paper.paragraphs.typeset_text(last).text))
            if control
            else TextPosition(start.row, end)
        )
    else:
        spot = _other_line(paper, start, down=key is Qt.Key.Key_Down)
    paper.extend(spot)


def _other_line(paper: DocumentView, start: TextPosition, *, down: bool) -> TextPosition:
    """The spot a line below or above, on the next row where the row ends."""
    lines = paper.row_layout.lines(start.row)
    caret = lines.caret(start.at)
    target = caret.center()
    target.setY(caret.center().y() + (lines.leading if down else -lines.leading))
    if 0 <= target.y() < lines.height:
        return TextPosition(start.row, lines.offset_at(target))
    text = paper.paragraphs.typeset_text(start.row).text
    if down:
        return (
            TextPosition(start.row + 1, 0)
            if start.row + 1 < len(paper.paragraphs.units)
            else TextPosition(start.row, len(text))
        )
    return (
        TextPosition(start.row - 1, len(paper.paragraphs.typeset_text(start.row - 1).text))
        if start.row
        else TextPosition(0, 0)
    )


# MERGED


class PaperMouse:
    """Turns the mouse's events into places and words."""

    def __init__(self, paper: DocumentView) -> None:
        self._paper = paper
        self._since_double = QElapsedTimer()

    def press(self, event: QMouseEvent) -> None:
        paper, point = self._paper, event.position().toPoint()
        if paper.is_question_at(point) and event.button() is Qt.MouseButton.LeftButton:
            paper.header_requested.emit()
            return
        spot = paper.position_at(point)
        if spot is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        call = paper.call_at(point)
        if call is not None:
            paper.footnote_requested.emit(call)
            return
        paper.caret_shown = True
        if self._is_third_click():
            paper.chosen.choose(spot.row, 0, len(paper.paragraphs.typeset_text(spot.row).text))
        else:
            paper.chosen.set_caret(spot, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        paper.setCurrentIndex(paper.paragraphs.index(spot.row))
        paper.viewport().update()
        paper.words_chosen.emit()

    def move(self, event: QMouseEvent) -> None:
        paper, point = self._paper, event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            hand = paper.is_question_at(point) or paper.call_at(point) is not None
            paper.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)
            return
        spot = paper.position_at(point)
        if spot is not None and paper.chosen.anchor is not None:
            self._scroll_along(point)
            paper.extend(spot)

    def double(self, event: QMouseEvent) -> None:
        paper = self._paper
        spot = paper.position_at(event.position().toPoint())
        if spot is not None:
            self._since_double.start()
            paper.chosen.choose(spot.row, *word_at(paper.paragraphs.typeset_text(spot.row).text, spot.at))
            paper.viewport().update()
            paper.words_chosen.emit()

    def request_menu(self, point: QPoint) -> None:
        """Take the paragraph under the mouse to hand, unless words are chosen in it, and then offer commands."""
        spot = self._paper.position_at(point)
        if spot is not None and self._paper.chosen.in_row(spot.row) is None:
            self._paper.go_to_row(spot.row)

    def _is_third_click(self) -> bool:
        interval = QApplication.doubleClickInterval()
        return self._since_double.isValid() and not self._since_double.hasExpired(interval)

    def _scroll_along(self, point: QPoint) -> None:
        """Scroll while words are chosen beyond the pane."""
        if not self._paper.viewport().rect().contains(point):
            bar = self._paper.verticalScrollBar()
            bar.setValue(bar.value() + (bar.singleStep() if point.y() > 0 else -bar.singleStep()))


_Index = QModelIndex | QPersistentModelIndex


class DocumentView(PageView):
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
    footnote_requested = Signal(str)
    header_requested = Signal()
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = Selection(self.paragraphs)
        self.rows_painter = RowPainter(self.paragraphs, self.row_layout, self.tr("Footnotes"), self.tr("our proposal"))
        self.caret_shown = False
        self.link: tuple[int, int, int] | None = None
        self._mouse = PaperMouse(self)
        self.tick_bar = TickScrollBar(self._shares, self)
        self.setVerticalScrollBar(self.tick_bar)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.rebuild)

    # What is shown

    def show_document(self, shown: Shown) -> None:
        """Show a document from its first row."""
        self.chosen.clear()
        self.highlight({})
        self.paragraphs.show(shown)
        self.rebuild()
        self.verticalScrollBar().setValue(0)
        if self.paragraphs.units:
            self.setCurrentIndex(self.paragraphs.index(0))
        self.verticalScrollBar().setValue(0)

    def refresh(self, shown: Shown) -> None:
        """Show other annotations and proposals on the same document."""
        rows = self.paragraphs.refresh(shown)
        self._lay_out_again(rows)

    def relayout_rows(self, rows: Iterable[int]) -> None:
        """Lay rows out anew whose text is another now."""
        self.chosen.clear()
        self._lay_out_again(rows)

    def highlight(self, hits: Mapping[int, Sequence[tuple[int, int]]], at: Found | None = None) -> None:
        """Light what was found, by row in order, and tick it in the scroll bar; one of it is at hand."""
        self.rows_painter.hits, self.rows_painter.hit_at_hand = hits, at
        self.tick_bar.show_ticks(list(hits), at[0] if at else -1)
        self.viewport().update()

    def go_to_row(self, row: int, *, top: bool = False) -> None:
        """Take a row to hand and bring it into sight, at a third of the pane where it was far away."""
        if 0 <= row < len(self.paragraphs.units):
            if not self.chosen.is_empty():
                self.chosen.clear()
                self.words_chosen.emit()
            self.caret_shown = False
            self.setCurrentIndex(self.paragraphs.index(row))
            self._scroll_to_row(row, third=top)

    def position_at(self, point: QPoint) -> TextPosition | None:
        """The spot nearest to a point of the viewport; None above the first row."""
        y = point.y() + self.verticalScrollBar().value() - self._header_height()
        if y < 0 or not self.paragraphs.units:
            return None
        row = self.row_layout.row_at(y, point.x())
        inside = QPointF(point.x() - self.row_layout.text_left(row), y - self.row_layout.text_top(row))
        return TextPosition(row, self.row_layout.lines(row).offset_at(inside))

    def is_question_at(self, point: QPoint) -> bool:
        """True on the words of the head that ask to look at what was read."""
        return self.masthead is not None and self.masthead.is_question_at(
            QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        )

    def call_at(self, point: QPoint) -> Address | None:
        """The footnote whose call is at a point."""
        found = self.call_span_at(point)
        return found[0] if found else None

    def call_span_at(self, point: QPoint) -> tuple[Address, int, int, int] | None:
        """The footnote whose call is at a point, the row of the call, and the part of what is set there."""
        spot = self.position_at(point)
        if spot is None:
            return None
        for start, end, call in self.paragraphs.typeset_text(spot.row).calls:
            if self.is_text_at(spot.row, start, end, point):
                return call.note, spot.row, start, end
        return None

    def is_text_at(self, row: int, start: int, end: int, point: QPoint) -> bool:
        """True if a point is on some words of what is set in a row."""
        return any(box.contains(point) for box in self._boxes_of(row, start, end))

    def box_for_span(self, row: int, start: int, end: int) -> QRect:
        """Return the viewport rectangle in which a part of a row's displayed text begins."""
        boxes = self._boxes_of(row, start, end)
        return boxes[0].toAlignedRect() if boxes else self.visualRect(self.paragraphs.index(row))

    def _boxes_of(self, row: int, start: int, end: int) -> list[QRectF]:
        corner = QPointF(self.row_layout.text_left(row), self.row_layout.text_top(row) + self._shift())
        return [box.translated(corner) for box in self.row_layout.lines(row).line_boxes(start, end)]

    def extend(self, spot: TextPosition) -> None:
        """Choose words up to a spot."""
        self.chosen.set_caret(spot, extend=True)
        self.caret_shown = True
        if spot.row != self.current_row():
            self.setCurrentIndex(self.paragraphs.index(spot.row))
            self._scroll_to_row(spot.row)
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
            self.masthead.draw(painter, shift - self._header_height())
        for row in self.row_layout.rows_between(event.rect().top() - shift, event.rect().bottom() - shift):
            self.rows_painter.draw(painter, row, shift, self.chosen.in_row(row), at_hand=row == self.current_row())
        if self.link:
            self.rows_painter.draw_link(painter, self.link, shift)
        caret = self.chosen.caret
        if caret and self.caret_shown and self.hasFocus():
            self.rows_painter.draw_caret(painter, caret.row, caret.at, shift)
        self._draw_ring(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not handle_key(self, event):
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
            self._mouse.request_menu(event.pos())
            self.menu_requested.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(below))
