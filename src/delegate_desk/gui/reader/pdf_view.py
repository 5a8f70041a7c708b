"""The pages of an original one below the other: scrolled, zoomed, marked, and with text selection."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea
from typing_extensions import override

from delegate_desk.core.documents.document import PageBox
from delegate_desk.gui.reader.paragraph_model import TextPosition
from delegate_desk.gui.reader.pdf_page import (
    Marks,
    PageLoader,
    PageRequest,
    PageSelection,
    PageTextJob,
    Picture,
    WordPositionsJob,
    box_rect,
    draw_page,
    letter_at,
)

ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
GAP = 12
"""Pixels between two pages, and between a page and the pane."""
_NARROWEST = 80.0
_LARGEST = 6.0
"""Maximum pixels per point: the smallest page then fills a pane, and the longest document is within Qt's limits."""


class PageStack:
    """Pages of given sizes, in points, laid out in pixels; numbers are from 1."""

    def __init__(self, gap: int = GAP) -> None:
        self.gap = gap
        self._sizes: Sequence[tuple[float, float]] = ()
        self._scales: list[float] = []
        self._tops: list[float] = []
        self.height = self.width = 0.0

    @property
    def count(self) -> int:
        return len(self._sizes)

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        self._sizes = sizes
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        self._lay_out([scale] * len(self._sizes))

    def fit_to_pane(self, width: float, height: float | None, number: int) -> None:
        """Make the usual pages as wide as a pane, and wider ones too; with a height a whole page is visible."""
        free_width = max(width - 2 * self.gap, _NARROWEST)
        usual_width = Counter(size[0] for size in self._sizes).most_common(1)[0][0]
        scale = free_width / usual_width
        if height is not None:
            page_size = self._sizes[number - 1]
            scale = min(free_width / page_size[0], max(height - 2 * self.gap, _NARROWEST) / page_size[1])
        self._lay_out([min(scale, free_width / size[0], _LARGEST) for size in self._sizes])

    def scale(self, number: int) -> float:
        return self._scales[number - 1]

    def top(self, number: int) -> float:
        return self._tops[number - 1]

    def rect(self, number: int, pane: float) -> QRectF:
        size, scale = self._sizes[number - 1], self._scales[number - 1]
        width, height = round(size[0] * scale), round(size[1] * scale)
        left = max(round((max(pane, self.width) - width) / 2), self.gap)
        return QRectF(left, self._tops[number - 1], width, height)

    def page_at(self, y: float) -> int:
        """Return the number of the page at a height, or of the last page above it."""
        return max(bisect_right(self._tops, y + self.gap / 2), 1)

    def between(self, top: float, bottom: float) -> range:
        if not self._tops:
            return range(0)
        first = max(bisect_right(self._tops, top), 1)
        return range(first, max(bisect_right(self._tops, bottom), first) + 1)

    def _lay_out(self, scales: list[float]) -> None:
        self._scales, self._tops = scales, []
        top, width = float(self.gap), 0.0
        for size, scale in zip(self._sizes, scales, strict=True):
            self._tops.append(top)
            top += round(size[1] * scale) + self.gap
            width = max(width, round(size[0] * scale))
        self.height, self.width = top, width + 2 * self.gap


class PagesView(QScrollArea):
    """Scrollable view of pages one below the other.

    Attributes:
        number: The current page, from 1: that in the upper third of the pane.

    Signals:
        scale_changed: The pages or their scale changed.
    """

    number_changed = Signal(int)
    scale_changed = Signal()

    def __init__(self, gap: int, step: int) -> None:
        super().__init__()
        self.stack = PageStack(gap)
        self.number = 1
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(step)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @abstractmethod
    def step_zoom(self, by: int, at: QPoint | None = None) -> None:
        """Make the pages larger with 1, smaller with -1, keeping the content at a point of the pane."""

    @abstractmethod
    def _set_scale(self) -> None:
        """Lay out the pages at the scale requested."""

    def go_to_page(self, number: int) -> None:
        if self.stack.count:
            number = max(1, min(number, self.stack.count))
            self.verticalScrollBar().setValue(round(self.stack.top(number) - self.stack.gap))
            self._set_number(number)

    def page_rect(self, number: int) -> QRectF:
        shift = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return self.stack.rect(number, self.viewport().width()).translated(-shift)

    def point_at(self, point: QPointF, *, near: bool = False) -> tuple[int, QPointF] | None:
        if not self.stack.count:
            return None
        number = self.stack.page_at(point.y() + self.verticalScrollBar().value())
        rect = self.page_rect(number)
        if not near and not rect.contains(point):
            return None
        return number, (point - rect.topLeft()) / self.stack.scale(number)

    def _lay_out(self, at: QPoint | None = None) -> None:
        """Lay the pages out again, keeping the content at a point of the pane, or at its top."""
        anchor = QPointF(at) if at is not None else QPointF(self.viewport().width() / 2, 0)
        page_point = self.point_at(anchor, near=True)
        stays_at_top = at is None and self.verticalScrollBar().value() == 0
        self._show_scaled()
        if page_point is not None:
            corner = self.stack.rect(page_point[0], self.viewport().width()).topLeft()
            offset = corner + page_point[1] * self.stack.scale(page_point[0]) - anchor
            self.verticalScrollBar().setValue(0 if stays_at_top else round(offset.y()))
            self.horizontalScrollBar().setValue(round(offset.x()))

    def _show_scaled(self) -> None:
        if self.stack.count:
            self._set_scale()
        pane = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        sizes = (across, self.stack.width, pane.width()), (down, self.stack.height, pane.height())
        for bar, length, visible in sizes:
            bar.setPageStep(visible)
            bar.setRange(0, max(round(length) - visible, 0))
        self.viewport().update()
        self.scale_changed.emit()

    def _on_scrolled(self) -> None:
        if self.stack.count:
            bar = self.verticalScrollBar()
            third = bar.value() + self.viewport().height() / 3
            at_end = bar.value() >= bar.maximum() > 0
            self._set_number(self.stack.count if at_end else self.stack.page_at(third))

    def _set_number(self, number: int) -> None:
        if number != self.number:
            self.number = number
            self.number_changed.emit(number)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        by = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and by:
            self.step_zoom(1 if by > 0 else -1, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = ZOOM_KEYS.get(Qt.Key(event.key()), 0)
        if by and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(by)
        else:
            super().keyPressEvent(event)


_PAUSE = 120
"""Milliseconds without a change of size before pages are rendered for it."""
_STEP = 1.25
SMALLEST, LARGEST = 0.25, 4.0
_PIXELS = 96 / 72
"""Pixels per point at 100 %."""


class PageFit(StrEnum):
    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


class PdfView(PagesView):
    """Scrollable view of PDF pages, which renders the visible pages."""

    pointed = Signal(int, QPointF)
    selection_changed = Signal()
    menu_requested = Signal(object)
    left = Signal()

    def __init__(
        self,
        loader: PageLoader,
        marks_for_page: Callable[[int], Marks],
        positions_job_for_page: Callable[[int], WordPositionsJob],
    ) -> None:
        super().__init__(GAP, 48)
        self.loader = loader
        self.selection = PageSelection(loader.page_text)
        self.fit = PageFit.WIDTH
        self.current_boxes: Sequence[PageBox] = ()
        self.marks_for_page = marks_for_page
        self.positions_job_for_page = positions_job_for_page
        self.visible_thumbnails: Callable[[], Sequence[Picture]] = lambda: ()
        self._percent = 1.0
        self._when_loaded: Callable[[], object] | None = None
        self._pressed: QPointF | None = None
        self._drags = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.fetch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Page of the original"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self.fetch)
        loader.measured.connect(self._on_measured)
        loader.page_received.connect(self._on_page_received)
        self.selection_changed.connect(self.fetch)  # also from pages scrolled past

    # Content

    @property
    def page_count(self) -> int:
        """Return the number of pages; 0 until it is known."""
        return self.stack.count

    @property
    def percent(self) -> float:
        """Return the zoom as a factor: 1.0 for the size on paper."""
        return self.stack.scale(self.number) / _PIXELS if self.page_count else self._percent

    @override
    def go_to_page(self, number: int) -> None:
        if self.page_count:
            super().go_to_page(number)
        else:
            self._when_loaded = lambda: self.go_to_page(number)

    def show_boxes(self, boxes: Sequence[PageBox], page: int | None) -> None:
        self.current_boxes = boxes
        self.viewport().update()
        if not self.page_count:
            self._when_loaded = lambda: self.show_boxes(boxes, page)
            return
        if not boxes:
            if page is not None and page != self.number:
                self.go_to_page(page)
            return
        number = min(boxes[0].page, self.page_count)
        scale = self.stack.scale(number)
        top = self.stack.top(number) + boxes[0].top * scale
        bottom = self.stack.top(number) + boxes[0].bottom * scale
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top < bar.value() or bottom > bar.value() + height:
            margin = height // 3 if bottom - top < height * 2 / 3 else GAP
            bar.setValue(round(top - margin))
        self._set_number(number)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Set the zoom, 1.0 for the size on paper, keeping the content at a point of the pane."""
        self.fit = PageFit.NOTHING
        self._percent = min(max(factor, SMALLEST), LARGEST)
        self._lay_out(at)

    @override
    def step_zoom(self, by: int, at: QPoint | None = None) -> None:
        self.zoom(self.percent * _STEP**by, at)

    def set_fit(self, fit: PageFit) -> None:
        self._percent = self.percent
        self.fit = fit
        self._lay_out()

    def box_at(self, box: PageBox) -> QRectF:
        return box_rect(self.page_rect(box.page), self.stack.scale(box.page), box)

    def letter_at(self, point: QPointF, *, near: bool = False) -> TextPosition | None:
        page_point = self.point_at(point, near=near)
        page = self.loader.page_text(page_point[0]) if page_point else None
        offset = letter_at(page, page_point[1], near=not near) if page_point and page else None
        return TextPosition(page_point[0], offset) if page_point and offset is not None else None

    def marks(self, number: int) -> Marks:
        page_marks = self.marks_for_page(number)
        current_boxes = [box for box in self.current_boxes if box.page == number]
        return Marks(current_boxes, page_marks.highlighted, self.selection.boxes(number), page_marks.annotated)

    # Loading

    def fetch(self) -> None:
        if not self.isVisible():
            self.loader.request_pages(())
            return
        self.loader.measure()
        if not self.page_count:
            return
        top = self.verticalScrollBar().value()
        visible_range = self.stack.between(top, top + self.viewport().height())
        visible = sorted(visible_range, key=lambda n: abs(n - self.number))
        neighbours = [n for n in (visible_range.stop, visible_range.start - 1) if 1 <= n <= self.page_count]
        requests: list[PageRequest] = [self._picture(n) for n in visible]
        requests += [self.positions_job_for_page(n) for n in visible]
        requests += self.visible_thumbnails()
        requests += [PageTextJob(n) for n in (*visible, *self.selection.rows())]
        self.loader.request_pages(requests, [self._picture(n) for n in neighbours])

    def _picture(self, number: int) -> Picture:
        return Picture(number, round(self.stack.rect(number, 0).width() * self.devicePixelRatioF()))

    def _on_page_received(self, _: int) -> None:
        self.viewport().update()

    # Layout

    def _on_measured(self) -> None:
        self.stack.show_sizes(self.loader.sizes)
        self._lay_out()
        show, self._when_loaded = self._when_loaded, None
        if show is not None:
            show()
        self.number_changed.emit(self.number)
        self.fetch()

    @override
    def _set_scale(self) -> None:
        pane = self.viewport().size()
        if self.fit is PageFit.NOTHING:
            self.stack.set_scale(self._percent * _PIXELS)
        else:
            self.stack.fit_to_pane(pane.width(), pane.height() if self.fit is PageFit.PAGE else None, self.number)
        self._pause.start()

    # Events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        for number in self.stack.between(top + event.rect().top(), top + event.rect().bottom()):
            rect, scale = self.page_rect(number), self.stack.scale(number)
            draw_page(painter, rect, scale, self.loader.picture(number), self.marks(number))
        painter.end()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fetch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.loader.request_pages(())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key is Qt.Key.Key_Escape and not self.selection.is_empty():
            self.clear_selection()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()
        elif key is Qt.Key.Key_0:
            self.set_fit(PageFit.WIDTH)
        elif key is Qt.Key.Key_Space:
            bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if key is Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def clear_selection(self) -> None:
        self.selection.clear()
        self._update_selection()

    def _update_selection(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._pressed, self._drags = event.position(), extend
        letter = self.letter_at(event.position(), near=extend)
        if letter is None:
            self.clear_selection()
        else:
            self.selection.set_caret(letter, extend=extend)
            self._update_selection()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            on_words = self.letter_at(point) is not None
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor if on_words else Qt.CursorShape.ArrowCursor)
            return
        distance = (point - self._pressed).manhattanLength()
        if not self._drags and distance < QApplication.startDragDistance():
            return
        self._drags = True
        letter = self.letter_at(point, near=True)
        if letter is not None and self.selection.anchor is not None:
            bar = self.verticalScrollBar()
            if not 0 <= point.y() <= self.viewport().height():  # the selection extends beyond the pane
                bar.setValue(bar.value() + (bar.singleStep() if point.y() > 0 else -bar.singleStep()))
            self.selection.set_caret(letter, extend=True)
            self._update_selection()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        page_point = self.point_at(event.position()) if pressed is not None and not self._drags else None
        if page_point is not None:
            self.pointed.emit(*page_point)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        letter = self.letter_at(event.position())
        if letter is not None:
            self.selection.choose_word(letter)
            self._update_selection()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        page_point = self.point_at(QPointF(event.pos()))
        if event.reason() is QContextMenuEvent.Reason.Mouse and page_point is not None and self.selection.is_empty():
            self.pointed.emit(*page_point)
        self.menu_requested.emit(event.globalPos())
