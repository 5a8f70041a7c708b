"""The original beside the text: one page of a PDF at a time, with the paragraph at hand marked on it."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents import Box, DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.pages import PagePicture, Sought
from delegate_desk.desk import Desk
from delegate_desk.gui import icons
from delegate_desk.gui.errors import explain
from delegate_desk.gui.sheet import Sheet
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.views.parts import while_there

_KEPT = 6
"""How many pictures are kept; one has 5 MB."""
_PAUSE = 120
"""Milliseconds without another width, before a page is drawn for it."""
_REST = 300
"""Milliseconds between two pages that the wheel turns, so that one push turns one."""
_MARGIN = 12
_NARROWEST = 264
_STEP = 1.25
_SMALLEST, _LARGEST = 0.5, 4.0


class OriginalView(QWidget):
    """Shows the pages of one document.

    Signals:
        pointed: A place was clicked: the page's number, and the point on it.
        left: Esc was pressed: back to the text.
        closed: The pane is not wanted any more.
    """

    pointed = Signal(int, QPointF)
    left = Signal()
    closed = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._number = 1
        self._of = 0
        self._zoom = 1.0
        self._boxes: Sequence[Box] = ()
        self._kept: OrderedDict[tuple[int, int], PagePicture] = OrderedDict()
        self._ticket: Ticket | None = None
        self._sought: Callable[[int], Sequence[Sought]] = _nothing
        self._search: Ticket | None = None
        self.setObjectName("original")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Page of the original"))
        self.sheet = Sheet()
        self.area = QScrollArea()
        self.page_label = QLabel()
        self.error_label = QLabel()
        self.hint_label = QLabel()
        self._pause = QTimer(self)
        self._turned = QElapsedTimer()
        self._build(closable=closable)
        self.sheet.pointed.connect(lambda point: self.pointed.emit(self._number, point))
        self._pause.timeout.connect(self._draw)

    def _build(self, *, closable: bool) -> None:
        self.area.setWidget(self.sheet)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setAccessibleName(self.tr("Page of the original"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.installEventFilter(self)
        self.area.viewport().installEventFilter(self)
        self.setFocusProxy(self.area)
        self.page_label.setObjectName("page_label")
        for label in (self.error_label, self.hint_label):
            label.setObjectName("page_error")
            label.setWordWrap(True)
            label.hide()
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        bar = QWidget()
        bar.setObjectName("page_bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(12, 4, 8, 4)
        line.setSpacing(2)
        self.previous_button = self._button("chevron-left", self.tr("Previous page (Ctrl+PgUp)"))
        self.next_button = self._button("chevron-right", self.tr("Next page (Ctrl+PgDown)"))
        smaller = self._button("minus", self.tr("Smaller page (-)"))
        larger = self._button("plus", self.tr("Larger page (+)"))
        width = self._button("move-horizontal", self.tr("As wide as the pane (0)"))
        close = self._button("x", self.tr("Close the page (F4)"))
        line.addWidget(self.previous_button)
        line.addWidget(self.page_label)
        line.addWidget(self.next_button)
        line.addStretch(1)
        for button in (smaller, larger, width, close):
            line.addWidget(button)
        close.setVisible(closable)
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))
        smaller.clicked.connect(lambda: self.zoom(self._zoom / _STEP))
        larger.clicked.connect(lambda: self.zoom(self._zoom * _STEP))
        width.clicked.connect(lambda: self.zoom(1.0))
        close.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self.error_label)
        layout.addWidget(self.hint_label)
        layout.addWidget(self.area, 1)
        self.setMinimumWidth(_NARROWEST)

    def _button(self, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(name)
        button.setAccessibleName(name.partition(" (")[0])
        return button

    # What is shown

    @property
    def number(self) -> int:
        """The page shown, from 1."""
        return self._number

    @property
    def of(self) -> int:
        """How many pages there are; 0 until one was drawn."""
        return self._of

    def follow(self, boxes: Sequence[Box], page: int | None) -> None:
        """Show where a paragraph stands: the page on which it begins, and its places marked."""
        self._boxes = boxes
        self.go(boxes[0].page if boxes else page or self._number)

    def light(self, sought: Callable[[int], Sequence[Sought]]) -> None:
        """Light words on the pages: a function tells of a page's number which ones."""
        self._sought = sought
        if not self.sheet.isHidden() and self._of:
            self._find(self._number)

    def hint(self, sentence: str) -> None:
        """Say something above the page for as long as it is shown; nothing for an empty sentence."""
        self.hint_label.setText(sentence)
        self.hint_label.setVisible(bool(sentence))

    def go(self, number: int) -> None:
        """Show a page."""
        self._number = max(1, min(number, self._of) if self._of else number)
        self._fit_width()
        self._draw()

    def step(self, by: int) -> None:
        """Show the next or the previous page, from its beginning."""
        if 1 <= self._number + by <= self._of:
            self.go(self._number + by)
            bar = self.area.verticalScrollBar()
            bar.setValue(0 if by > 0 else bar.maximum())

    def zoom(self, factor: float) -> None:
        """Make the page some times as wide as the pane."""
        self._zoom = min(max(factor, _SMALLEST), _LARGEST)
        self._fit_width()
        self._pause.start()

    def _fit_width(self) -> None:
        room = self.area.width() - self.area.verticalScrollBar().sizeHint().width() - 2 * _MARGIN
        self.sheet.set_width(max(round(room * self._zoom), 80))

    def _draw(self) -> None:
        """Show the page at the width that it has, and mark what stands on it."""
        if not self.isVisible():
            return
        if self._ticket is not None:
            self._ticket.cancel()
        width = round(self.sheet.width() * self.devicePixelRatioF())
        number, document = self._number, self._document
        known = self._kept.get((number, width))
        if known is not None:
            self._kept.move_to_end((number, width))
            self._show(known)
            return
        self._ticket = self._tasks.read(
            lambda: self._desk.pages.draw(document, number, width),
            while_there(self, lambda picture: self._keep(width, picture)),
            failed=while_there(self, self._fail),
        )

    def _keep(self, width: int, picture: PagePicture) -> None:
        self._kept[(picture.number, width)] = picture
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._show(picture)

    def _show(self, picture: PagePicture) -> None:
        self._of = picture.of
        self.error_label.hide()
        self.sheet.show_picture(picture)
        self._fit_width()
        marked = [box for box in self._boxes if box.page == picture.number]
        self.sheet.mark(marked)
        self._tell(picture.number)
        self._find(picture.number)
        if marked:
            self._bring(self.sheet.frame().toAlignedRect())

    def _find(self, number: int) -> None:
        """Find the words that are lit on a page; what was lit before stays till then on the same page."""
        if self._search is not None:
            self._search.cancel()
        self._search = None
        wanted, document = self._sought(number), self._document
        if not wanted:
            self.sheet.light(())
            return
        if any(box.page != number for box in self.sheet.lit):
            self.sheet.light(())
        self._search = self._tasks.read(
            lambda: self._desk.pages.find(document, number, wanted),
            while_there(self, lambda found: self.sheet.light([box for boxes in found for box in boxes])),
            failed=while_there(self, self._fail),
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._tasks.failed.emit(error)
            return
        self.sheet.clear()
        self.error_label.setText(explain(error))
        self.error_label.show()
        self._tell(self._number)

    def _tell(self, number: int) -> None:
        text = self.tr("page {n} of {of}").format(n=number, of=self._of) if self._of else ""
        self.page_label.setText(text)
        self.area.setAccessibleDescription(text)
        self.previous_button.setEnabled(number > 1)
        self.next_button.setEnabled(number < self._of)

    def _bring(self, frame: QRect) -> None:
        """Scroll so that what is marked is seen, its beginning at a third of the pane where it was not."""
        bar, height = self.area.verticalScrollBar(), self.area.viewport().height()
        if frame.top() < bar.value() or frame.bottom() > bar.value() + height:
            bar.setValue(max(frame.top() - height // 3, 0) if frame.height() < height else frame.top() - _MARGIN)

    # Events

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_width()
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_width()
            self._pause.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.area:
            return self._press(event)
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._turn(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        bar, key = self.area.verticalScrollBar(), Qt.Key(event.key())
        down = key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space)
        if key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(self._zoom * _STEP)
        elif key is Qt.Key.Key_Minus:
            self.zoom(self._zoom / _STEP)
        elif key is Qt.Key.Key_0:
            self.zoom(1.0)
        elif down and bar.value() >= bar.maximum():
            self.step(1)
        elif key is Qt.Key.Key_PageUp and bar.value() <= 0:
            self.step(-1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(1 if key is Qt.Key.Key_Home else self._of or 1)
        else:
            return False
        return True

    def _turn(self, event: QWheelEvent) -> bool:
        """The wheel scrolls the page and turns it at its ends; with Ctrl it makes it larger or smaller."""
        by, bar = event.angleDelta().y(), self.area.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(self._zoom * (_STEP if by > 0 else 1 / _STEP))
            return True
        if bar.minimum() < bar.value() < bar.maximum() or by == 0:
            return False
        at_end = bar.value() >= bar.maximum() if by < 0 else bar.value() <= bar.minimum()
        if at_end and (not self._turned.isValid() or self._turned.hasExpired(_REST)):
            self._turned.start()
            self.step(1 if by < 0 else -1)
        return at_end


def _nothing(_: int) -> Sequence[Sought]:
    return ()


def unit_at(boxes: Sequence[tuple[int, Sequence[Box]]], page: int, point: QPointF) -> int | None:
    """The row whose place on a page is at a point, the smallest where several are."""
    found = [
        ((box.right - box.left) * (box.bottom - box.top), row)
        for row, places in boxes
        for box in places
        if box.page == page and box.left <= point.x() <= box.right and box.top <= point.y() <= box.bottom
    ]
    return min(found)[1] if found else None
