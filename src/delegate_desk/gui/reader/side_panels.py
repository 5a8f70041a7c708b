"""Pane beside the text in the reader's tab: the pages of the original at its right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPointF, Signal

from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.pdf_page import page_notes, row_at
from delegate_desk.gui.tasks import Tasks


class SidePanels(QObject):
    """Creates the pane on first use, and makes it follow the current paragraph."""

    original_closed = Signal()
    menu_requested = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        ui: Ui_Reader,
        go: Callable[[int], object],
        lit: Callable[[int], PageSearchTerms],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ui = ui
        self._go = go
        self._highlighted = lit
        self._wants_original = False
        self.original: OriginalView | None = None

    @property
    def _shown(self) -> ReaderDocument | None:
        return self._ui.paper.paragraphs.shown

    def show_document(self) -> None:
        if self.original is not None:
            self.original.hide()
            self.original.deleteLater()
            self.original = None
        self.set_panes_shown(original=self._wants_original)

    def has_original(self) -> bool:
        return self._shown is not None and self._desk.original_pages.has(self._shown.library_document.file_name)

    def set_panes_shown(self, *, original: bool) -> None:
        self._wants_original = original
        original = original and self.has_original()
        is_new = self.original is None and original
        if is_new and self._shown is not None:
            self._make_original(self._shown)
        if self.original is not None and (is_new or self.original.isHidden() is original):
            self.original.setVisible(original)
            self.follow_row()

    def follow_row(self) -> None:
        row = self._ui.paper.current_row()
        if row >= 0 and self.original is not None and not self.original.isHidden():
            unit = self._ui.paper.paragraphs.units[row]
            self.original.show_boxes(unit.boxes, unit.page)

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
            self.original.thumbnails_button.toggle()

    def _search_terms(self, page: int) -> list[PageSearchTerms]:
        """Return the highlighted words of a page; without positions, of the paragraphs that begin there."""
        units = self._ui.paper.paragraphs.units
        found = []
        for row in self._ui.paper.rows_painter.hits:
            within = tuple(box for box in units[row].boxes if box.page == page)
            if within or (not units[row].boxes and units[row].page in (page, None)):
                found.append(replace(self._highlighted(row), within=within))
        return found

    def _make_original(self, shown: ReaderDocument) -> None:
        self.original = OriginalView(self._desk, self._tasks, shown.library_document.id)
        if not any(unit.boxes for unit in shown.document.units()):
            self.original.show_hint(
                self.tr("The places of paragraphs are not yet known. Use File > Re-import from Original.")
            )
        self._ui.sides.addWidget(self.original)
        self.update_highlights()
        self.original.pointed.connect(self._on_pointed)
        self.original.left.connect(self._ui.paper.setFocus)
        self.original.closed.connect(self.original_closed)
        self.original.menu_requested.connect(self.menu_requested)
        self._ui.sides.setSizes([1000, 1000])
        for n in range(self._ui.sides.count()):
            self._ui.sides.setStretchFactor(n, 1)

    def _on_pointed(self, page: int, point: QPointF) -> None:
        row = row_at(self._ui.paper.paragraphs.units, page, point.x(), point.y())
        if row is not None:
            self._go(row)
