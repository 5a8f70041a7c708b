"""The original beside the text: the pages of a PDF with the current paragraph, hits and annotations marked."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId, PageBox
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.reader.pdf_page import (
    AnnotatedPlace,
    Marks,
    PageLoader,
    PageNote,
    Picture,
    WordPositionsJob,
    all_search_terms,
)
from delegate_desk.gui.reader.pdf_view import STEP, PageFit, PdfView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, screen_reader, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, row_layout, show_text, tool_button
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.rows.row_list import Index, RowList, RowModel
from delegate_desk.gui.widgets.rows.row_painting import RowDelegate, is_selected

_WIDTH, _HEIGHT = 76, 104
_EDGE, _LINE = 8, 18
STRIP = 112


class Thumbnails(RowList):
    """Small pages with their numbers."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, loader: PageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _PageListModel(self)
        self.setObjectName("thumbnails")
        self.setAccessibleName(self.tr("Pages"))
        self.setModel(self._pages)
        self.setItemDelegate(_ThumbnailDelegate(loader, self, self._pages))
        self.setUniformItemSizes(True)
        self.setFixedWidth(STRIP)
        loader.measured.connect(lambda: self._pages.set_rows(range(1, len(loader.sizes) + 1)))
        loader.page_received.connect(lambda number: self.update(self._pages.index(number - 1)))
        self.selectionModel().currentChanged.connect(self._choose)

    def set_current_page(self, number: int) -> None:
        index = self._pages.index(number - 1)
        if index.isValid() and index != self.currentIndex():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(index)
            self.scrollTo(index)
            self.viewport().update()

    def visible_pictures(self) -> Sequence[Picture]:
        if not self.isVisible():
            return ()
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        last = last if last >= 0 else self._pages.rowCount() - 1
        width = round(_WIDTH * self.devicePixelRatioF())
        return [Picture(row + 1, width, small=True) for row in range(max(first, 0), last + 1)]

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.row() + 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(STRIP, 3 * (_HEIGHT + _LINE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _PageListModel(RowModel[int]):
    @override
    def text(self, row: int) -> str:
        return str(row)

    @override
    def accessible_text(self, row: int) -> str:
        return self.tr("page {n} of {of}").format(n=row, of=self.rowCount())


class _ThumbnailDelegate(RowDelegate[int]):
    """Draws a page with its number below it; the current page framed, its number bold."""

    def __init__(self, loader: PageLoader, view: Thumbnails, model: _PageListModel) -> None:
        super().__init__(view, model)
        self._loader = loader

    @override
    def _height(self, row: int) -> int:
        return _HEIGHT + _LINE + _EDGE

    @override
    def _paint(self, painter: QPainter, row: int, index: Index, option: Any) -> None:
        rect, is_read = QRectF(option.rect), is_selected(option)
        width, height = self._loader.sizes[row - 1]
        scale = min(_WIDTH / width, _HEIGHT / height)
        sheet = QRectF(0, 0, round(width * scale), round(height * scale))
        sheet.moveCenter(QRectF(rect.left(), rect.top() + _EDGE / 2, rect.width(), _HEIGHT).center())
        image = self._loader.picture(row, small=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if image is None:
            painter.fillRect(sheet, theme.color_on_white("paper"))
        else:
            painter.drawImage(sheet, image)
        painter.setPen(QPen(theme.color("accent"), 2) if is_read else QPen(theme.color("hairline"), 1))
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1))
        painter.setFont(theme.ui_font(theme.FINE, bold=is_read))
        painter.setPen(theme.color("ink" if is_read else "soft"))
        below = QRectF(rect.left(), rect.top() + _EDGE / 2 + _HEIGHT, rect.width(), _LINE)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(row))


_NARROWEST = 296
_PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)
_FIELD = 44


class OriginalView(QWidget):
    pointed = Signal(int, QPointF)
    left = Signal()
    closed = Signal()
    menu_requested = Signal(object)

    def __init__(
        self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None, *, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self._search_terms: Callable[[int], Sequence[PageSearchTerms]] = _nothing
        self._page_notes: Callable[[int], Sequence[PageNote]] = _nothing
        self._terms_and_notes: dict[int, tuple[Sequence[PageSearchTerms], Sequence[PageNote]]] = {}
        self.setObjectName("original")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Pages of the original"))
        self.loader = PageLoader(desk, tasks, document, self)
        self.pdf_view = PdfView(self.loader, self._marks, self._positions_job)
        self.thumbnails = Thumbnails(self.loader)
        self.pdf_view.visible_thumbnails = self.thumbnails.visible_pictures
        self.page_edit = QLineEdit()
        self.page_label = QLabel()
        self.zoom_button = QToolButton()
        self.error_label = QLabel()
        self.hint_label = QLabel()
        self._build(closable=closable)
        self._connect()
        self._update_page_label()
        self._update_zoom_label()

    def _build(self, *, closable: bool) -> None:
        self.setFocusProxy(self.pdf_view)
        self.thumbnails.hide()
        self.page_label.setObjectName("page_label")
        for label in (self.error_label, self.hint_label):
            label.setObjectName("page_error")
            label.setWordWrap(True)
            label.hide()
        self.page_edit.setAccessibleName(self.tr("Page"))
        self.page_edit.setToolTip(self.tr("Enter a page number"))
        self.page_edit.setFixedWidth(_FIELD)
        self.page_edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page_edit.setValidator(QIntValidator(1, 99999, self))
        self.thumbnails_button = self._button("panel-left", self.tr("Thumbnails"), "action_thumbnails")
        self.thumbnails_button.setCheckable(True)
        self.previous_button = self._button("chevron-left", self.tr("Previous page"), "action_previous_page")
        self.next_button = self._button("chevron-right", self.tr("Next page"), "action_next_page")
        self.smaller_button = self._button("minus", self.tr("Zoom out (-)"))
        self.larger_button = self._button("plus", self.tr("Zoom in (+)"))
        self.close_button = self._button("x", self.tr("Close the pages"), "action_original")
        if not closable:
            self.close_button.hide()  # nothing is shown here: what has no parent yet would flash as a window
        self.zoom_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom_button.setAccessibleName(self.tr("Zoom"))
        self.zoom_button.setToolTip(self.tr("Zoom"))
        self.zoom_button.setMenu(self._zoom_menu())
        bar = QWidget()
        bar.setObjectName("page_bar")
        steps = (self.previous_button, self.page_edit, self.page_label, self.next_button)
        sizes = (self.smaller_button, self.zoom_button, self.larger_button, self.close_button)
        row_layout(self.thumbnails_button, *steps, None, *sizes, within=bar, margins=(8, 4, 8, 4), spacing=2)
        pages = row_layout(self.thumbnails, (self.pdf_view, 1), spacing=0)
        column_layout(bar, self.error_label, self.hint_label, (pages, 1), within=self, margins=0, spacing=0)
        self.setMinimumWidth(_NARROWEST)

    def _connect(self) -> None:
        pdf_view = self.pdf_view
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))
        self.smaller_button.clicked.connect(lambda: pdf_view.zoom(pdf_view.percent / STEP))
        self.larger_button.clicked.connect(lambda: pdf_view.zoom(pdf_view.percent * STEP))
        self.close_button.clicked.connect(self.closed)
        self.thumbnails_button.toggled.connect(self._show_thumbnails)
        self.page_edit.returnPressed.connect(self._go_to_typed)
        self.page_edit.editingFinished.connect(self._update_page_label)
        pdf_view.number_changed.connect(self._on_page_changed)
        pdf_view.scale_changed.connect(self._update_zoom_label)
        pdf_view.pointed.connect(self.pointed)
        pdf_view.left.connect(self.left)
        pdf_view.menu_requested.connect(self.menu_requested)
        self.thumbnails.chosen.connect(self.go_to_page)
        self.thumbnails.left.connect(pdf_view.setFocus)
        self.thumbnails.verticalScrollBar().valueChanged.connect(pdf_view.fetch)
        self.loader.failed.connect(self._fail)
        self.loader.measured.connect(self._update_page_label)

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for fit, text in ((PageFit.WIDTH, self.tr("Fit &Width")), (PageFit.PAGE, self.tr("Fit &Page"))):
            menu.addAction(text).triggered.connect(lambda _=False, fit=fit: self.pdf_view.set_fit(fit))
        menu.addSeparator()
        for percent in _PERCENTS:
            action = menu.addAction(comparison.format_percent(percent / 100))
            action.triggered.connect(lambda _=False, percent=percent: self.pdf_view.zoom(percent / 100))
        return menu

    def _button(self, icon: str, name: str, command: str = "") -> QToolButton:
        button = tool_button(icon, name, size=16)
        button.setAccessibleName(name.partition(" (")[0])
        if command:
            key_bindings.set_key_tool_tip(button, command, name)
        return button

    # Content

    @property
    def number(self) -> int:
        return self.pdf_view.number

    @property
    def page_count(self) -> int:
        """Return the number of pages; 0 until it is known."""
        return self.pdf_view.page_count

    def show_boxes(self, boxes: Sequence[PageBox], page: int | None) -> None:
        self.pdf_view.show_boxes(boxes, page)

    def set_highlights(
        self, sought: Callable[[int], Sequence[PageSearchTerms]], notes: Callable[[int], Sequence[PageNote]]
    ) -> None:
        self._search_terms, self._page_notes = sought, notes
        self._terms_and_notes.clear()
        self.pdf_view.viewport().update()
        self.pdf_view.fetch()

    def show_hint(self, sentence: str) -> None:
        show_text(self.hint_label, sentence)

    def go_to_page(self, number: int) -> None:
        self.loader.retry_failed()
        self.error_label.hide()
        self.pdf_view.go_to_page(number)
        self.pdf_view.fetch()

    def step(self, by: int) -> None:
        if 1 <= self.number + by <= self.page_count:
            self.go_to_page(self.number + by)

    def _for_page(self, number: int) -> tuple[Sequence[PageSearchTerms], Sequence[PageNote]]:
        if number not in self._terms_and_notes:
            self._terms_and_notes[number] = (self._search_terms(number), self._page_notes(number))
        return self._terms_and_notes[number]

    def _positions_job(self, number: int) -> WordPositionsJob:
        return WordPositionsJob(number, all_search_terms(*self._for_page(number)))

    def _marks(self, number: int) -> Marks:
        """Return the highlights of a page; empty until the requested search terms are located."""
        lit, notes = self._for_page(number)
        sought, places = self.loader.word_positions(number)
        if sought != all_search_terms(lit, notes):
            return Marks()
        boxes = iter(places)
        found = [box for _ in lit for box in next(boxes, ())]
        noted = []
        for note in notes:
            at = tuple(next(boxes, ())) if note.search_terms is not None else ()
            noted.append(AnnotatedPlace(note.kind, at, note.anchor_box, note.level))
        return Marks(highlighted=found, annotated=noted)

    def _on_page_changed(self, number: int) -> None:
        self.thumbnails.set_current_page(number)
        self._update_page_label()
        screen_reader.announce(self, self.pdf_view.accessibleDescription())

    def _update_page_label(self) -> None:
        number, total = self.number, self.page_count
        text = self.tr("page {n} of {of}").format(n=number, of=total) if total else ""
        self.pdf_view.setAccessibleDescription(text)
        self.page_label.setText(self.tr("of {of}").format(of=terms.format_number(total)) if total else "")
        self.page_edit.setText(str(number) if total else "")
        self.page_edit.setEnabled(total > 0)
        self.previous_button.setEnabled(number > 1)
        self.next_button.setEnabled(number < total)

    def _update_zoom_label(self) -> None:
        self.zoom_button.setText(comparison.format_percent(self.pdf_view.percent))

    def _go_to_typed(self) -> None:
        typed = self.page_edit.text()
        if typed.isdigit():
            self.go_to_page(int(typed))
        self.pdf_view.setFocus()

    def _show_thumbnails(self, shown: bool) -> None:
        self.thumbnails.setVisible(shown)
        if shown:
            self.thumbnails.set_current_page(self.number)
            self.thumbnails.setFocus()
        elif self.thumbnails.hasFocus():
            self.pdf_view.setFocus()
        self.pdf_view.fetch()

    def _fail(self, error: DeskError) -> None:
        self.error_label.setText(explain(error))
        self.error_label.show()


def _nothing(_: int) -> Sequence[Any]:
    return ()
