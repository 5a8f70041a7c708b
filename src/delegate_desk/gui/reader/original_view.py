"""The original of a document: its pages beside the text, with what is marked there, and its file to drag away."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPointF, QRectF, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDrag, QIntValidator, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from delegate_desk import files
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_original import Ui_OriginalView
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.pdf_page import Marks, PageLoader, PageNote, Picture, WordPositionsJob, page_notes, row_at
from delegate_desk.gui.reader.pdf_view import PageFit, PdfView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import show_text, while_alive
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.rows.row_list import Index, RowDelegate, RowList, RowModel, is_selected

_WIDTH, _HEIGHT = 76, 104
_EDGE, _LINE = 8, 18
STRIP = 112


class Thumbnails(RowList):
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
        page_rect = QRectF(0, 0, round(width * scale), round(height * scale))
        page_rect.moveCenter(QRectF(rect.left(), rect.top() + _EDGE / 2, rect.width(), _HEIGHT).center())
        image = self._loader.picture(row, small=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if image is None:
            painter.fillRect(page_rect, theme.color_on_white("paper"))
        else:
            painter.drawImage(page_rect, image)
        painter.setPen(QPen(theme.color("accent"), 2) if is_read else QPen(theme.color("hairline"), 1))
        painter.drawRect(page_rect.adjusted(-1, -1, 1, 1))
        painter.setFont(theme.ui_font(theme.FINE, bold=is_read))
        painter.setPen(theme.color("ink" if is_read else "soft"))
        number_rect = QRectF(rect.left(), rect.top() + _EDGE / 2 + _HEIGHT, rect.width(), _LINE)
        painter.drawText(number_rect, Qt.AlignmentFlag.AlignCenter, str(row))


_PERCENTS = (50, 75, 100, 125, 150, 200, 300, 400)


class OriginalView(QWidget):
    pointed = Signal(int, QPointF)
    left = Signal()
    closed = Signal()
    menu_requested = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, *, closable: bool = True) -> None:
        super().__init__()
        self._search_terms: Callable[[int], Sequence[PageSearchTerms]] = lambda _: ()
        self._page_notes: Callable[[int], Sequence[PageNote]] = lambda _: ()
        self._terms_and_notes: dict[int, tuple[Sequence[PageSearchTerms], Sequence[PageNote]]] = {}
        self.loader = PageLoader(desk, tasks, document, self)
        self.ui = ui = Ui_OriginalView()
        ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pdf_view = pdf_view = PdfView(self.loader, self._marks, self._positions_job)
        self.thumbnails = Thumbnails(self.loader)
        pdf_view.visible_thumbnails = self.thumbnails.visible_pictures
        self.thumbnails.hide()
        ui.pages_layout.addWidget(self.thumbnails)
        ui.pages_layout.addWidget(pdf_view, 1)
        self.setFocusProxy(pdf_view)
        for label in (ui.error_label, ui.hint_label):
            label.setObjectName("page_error")
        ui.page_edit.setValidator(QIntValidator(1, 99999, self))
        for button, icon, command in (
            (ui.thumbnails_button, "panel-left", "action_thumbnails"),
            (ui.previous_button, "chevron-left", "action_previous_page"),
            (ui.next_button, "chevron-right", "action_next_page"),
            (ui.smaller_button, "minus", ""),
            (ui.larger_button, "plus", ""),
            (ui.close_button, "x", "action_original"),
        ):
            button.setIcon(theme.icon(icon))
            button.setAccessibleName(button.toolTip().partition(" (")[0])
            if command:
                key_bindings.set_key_tool_tip(button, command, button.toolTip())
        ui.close_button.setVisible(closable)
        menu = QMenu(self)
        for fit, text in ((PageFit.WIDTH, self.tr("Fit &Width")), (PageFit.PAGE, self.tr("Fit &Page"))):
            menu.addAction(text).triggered.connect(lambda _=False, fit=fit: pdf_view.set_fit(fit))
        menu.addSeparator()
        for percent in _PERCENTS:
            action = menu.addAction(comparison.format_percent(percent / 100))
            action.triggered.connect(lambda _=False, percent=percent: pdf_view.zoom(percent / 100))
        ui.zoom_button.setMenu(menu)
        ui.previous_button.clicked.connect(lambda: self.step(-1))
        ui.next_button.clicked.connect(lambda: self.step(1))
        ui.smaller_button.clicked.connect(lambda: pdf_view.step_zoom(-1))
        ui.larger_button.clicked.connect(lambda: pdf_view.step_zoom(1))
        ui.close_button.clicked.connect(self.closed)
        ui.thumbnails_button.toggled.connect(self._show_thumbnails)
        ui.page_edit.returnPressed.connect(self._go_to_typed)
        ui.page_edit.editingFinished.connect(self._update_page_label)
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
        self._update_page_label()
        self._update_zoom_label()

    # Content

    def set_highlights(
        self, search_terms: Callable[[int], Sequence[PageSearchTerms]], notes: Callable[[int], Sequence[PageNote]]
    ) -> None:
        self._search_terms, self._page_notes = search_terms, notes
        self._terms_and_notes.clear()
        self.pdf_view.viewport().update()
        self.pdf_view.fetch()

    def go_to_page(self, number: int) -> None:
        self.loader.failed_pages.clear()
        self.ui.error_label.hide()
        self.pdf_view.go_to_page(number)
        self.pdf_view.fetch()

    def step(self, by: int) -> None:
        if 1 <= self.pdf_view.number + by <= self.pdf_view.page_count:
            self.go_to_page(self.pdf_view.number + by)

    def _positions_job(self, number: int) -> WordPositionsJob:
        """Request the positions of the highlighted words, then of the annotations, in order."""
        if number not in self._terms_and_notes:
            self._terms_and_notes[number] = (self._search_terms(number), self._page_notes(number))
        highlighted, notes = self._terms_and_notes[number]
        return WordPositionsJob(number, (*highlighted, *(n.search_terms for n in notes if n.search_terms is not None)))

    def _marks(self, number: int) -> Marks:
        """Return the highlights of a page; empty until the requested search terms are located."""
        job = self._positions_job(number)
        highlighted_terms, notes = self._terms_and_notes[number]
        search_terms, positions = self.loader.word_positions(number)
        if search_terms != job.search_terms:
            return Marks()
        boxes = iter(positions)
        highlighted = [box for _ in highlighted_terms for box in next(boxes, ())]
        located = [replace(note, words=tuple(next(boxes, ()))) if note.search_terms else note for note in notes]
        return Marks(highlighted=highlighted, annotated=located)

    def _on_page_changed(self, number: int) -> None:
        self.thumbnails.set_current_page(number)
        self._update_page_label()
        accessibility.announce(self, self.pdf_view.accessibleDescription())

    def _update_page_label(self) -> None:
        number, total = self.pdf_view.number, self.pdf_view.page_count
        text = self.tr("page {n} of {of}").format(n=number, of=total) if total else ""
        self.pdf_view.setAccessibleDescription(text)
        self.ui.page_label.setText(self.tr("of {of}").format(of=terms.format_number(total)) if total else "")
        self.ui.page_edit.setText(str(number) if total else "")
        self.ui.page_edit.setEnabled(total > 0)
        self.ui.previous_button.setEnabled(number > 1)
        self.ui.next_button.setEnabled(number < total)

    def _update_zoom_label(self) -> None:
        self.ui.zoom_button.setText(comparison.format_percent(self.pdf_view.percent))

    def _go_to_typed(self) -> None:
        typed = self.ui.page_edit.text()
        if typed.isdecimal():
            self.go_to_page(int(typed))
        self.pdf_view.setFocus()

    def _show_thumbnails(self, shown: bool) -> None:
        self.thumbnails.setVisible(shown)
        if shown:
            self.thumbnails.set_current_page(self.pdf_view.number)
            self.thumbnails.setFocus()
        elif self.thumbnails.hasFocus():
            self.pdf_view.setFocus()
        self.pdf_view.fetch()

    def _fail(self, error: DeskError) -> None:
        self.ui.error_label.setText(explain(error))
        self.ui.error_label.show()


class SidePanels(QObject):
    """Creates the pane on first use, and makes it follow the current paragraph."""

    original_closed = Signal()
    menu_requested = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        ui: Ui_Reader,
        go_to_row: Callable[[int], object],
        highlighted_words: Callable[[int], PageSearchTerms],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ui = ui
        self._go_to_row = go_to_row
        self._highlighted_words = highlighted_words
        self._wants_original = False
        self.original: OriginalView | None = None

    def show_document(self) -> None:
        if self.original is not None:
            self.original.hide()
            self.original.deleteLater()
            self.original = None
        self.set_panes_shown(original=self._wants_original)

    def has_original(self) -> bool:
        shown = self._ui.paper.paragraphs.shown
        return shown is not None and self._desk.original_pages.has(shown.library_document.file_name)

    def set_panes_shown(self, *, original: bool) -> None:
        self._wants_original = original
        original = original and self.has_original()
        is_new = self.original is None and original
        shown = self._ui.paper.paragraphs.shown
        if is_new and shown is not None:
            self.original = OriginalView(self._desk, self._tasks, shown.library_document.id)
            if not any(unit.boxes for unit in shown.document.units()):
                hint = self.tr("The places of paragraphs are not yet known. Use File > Re-import from Original.")
                show_text(self.original.ui.hint_label, hint)
            self._ui.sides.addWidget(self.original)
            self.update_highlights()
            self.original.pointed.connect(self._on_pointed)
            self.original.left.connect(self._ui.paper.setFocus)
            self.original.closed.connect(self.original_closed)
            self.original.menu_requested.connect(self.menu_requested)
            self._ui.sides.setSizes([1000, 1000])
            for n in range(self._ui.sides.count()):
                self._ui.sides.setStretchFactor(n, 1)
        if self.original is not None and (is_new or self.original.isHidden() is original):
            self.original.setVisible(original)
            self.follow_row()

    def follow_row(self) -> None:
        row = self._ui.paper.current_row()
        if row >= 0 and self.original is not None and not self.original.isHidden():
            unit = self._ui.paper.paragraphs.units[row]
            self.original.pdf_view.show_boxes(unit.boxes, unit.page)

    def update_highlights(self) -> None:
        if self.original is not None:
            self.original.set_highlights(self._search_terms, partial(page_notes, self._ui.paper.paragraphs))

    def selected_words(self) -> str:
        """Return the words selected on the pages while they have the focus."""
        if self.original is None:
            return ""
        at = self.original.window().focusWidget()
        return self.original.pdf_view.selection.text() if at is not None and self.original.isAncestorOf(at) else ""

    def step_page(self, by: int) -> None:
        if self.original is not None:
            self.original.step(by)

    def switch_thumbnails(self) -> None:
        if self.original is not None and not self.original.isHidden():
            self.original.ui.thumbnails_button.toggle()

    def _search_terms(self, page: int) -> list[PageSearchTerms]:
        """Return the highlighted words of a page; without positions, of the paragraphs that begin there."""
        units = self._ui.paper.paragraphs.units
        search_terms = []
        for row in self._ui.paper.rows_painter.hits:
            boxes = tuple(box for box in units[row].boxes if box.page == page)
            if boxes or (not units[row].boxes and units[row].page in (page, None)):
                search_terms.append(replace(self._highlighted_words(row), within=boxes))
        return search_terms

    def _on_pointed(self, page: int, point: QPointF) -> None:
        row = row_at(self._ui.paper.paragraphs.units, page, point.x(), point.y())
        if row is not None:
            self._go_to_row(row)


class OriginalDrag(QObject):
    """Copies the original when the header is pressed, and drags the copy; not in an encrypted library."""

    def __init__(self, desk: Desk, tasks: Tasks, paper: DocumentView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._paper = paper
        self._document: LibraryDocument | None = None
        self.file: Path | None = None
        paper.head_pressed.connect(self._prepare)
        paper.head_dragged.connect(self._start)

    def _prepare(self) -> None:
        shown = self._paper.paragraphs.shown
        document = shown.library_document if shown is not None else None
        if document is None or document == self._document or self._desk.cipher.seals:
            return
        self._document, self.file = document, None
        desk = self._desk
        self._tasks.read(lambda: _copy(desk, document), while_alive(self._paper, self._on_copied))

    def _on_copied(self, file: Path) -> None:
        self.file = file
        application = QApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(lambda: files.delete_tree(file.parent, ignore_errors=True))

    def mime_data(self) -> QMimeData | None:
        """Return the copy as a file to drop; None until it is ready."""
        if self.file is None:
            return None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.file))])
        return data

    def _start(self) -> None:
        data = self.mime_data()
        if data is not None:
            drag = QDrag(self._paper)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def _copy(desk: Desk, document: LibraryDocument) -> Path:
    """Copy an original to a new temporary folder, under its own name. Slow."""
    file = Path(tempfile.mkdtemp(prefix="delegate-desk-")) / Path(document.file_name).name
    desk.documents.save_original(document.id, file)
    file.chmod(0o444)
    return file
