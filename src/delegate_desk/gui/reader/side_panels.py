"""Panes beside the text in the reader's tab: the outline at its left, the original's pages at its right."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal

from delegate_desk.core.documents.original_pages import Sought
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.original.original_view import OriginalView
from delegate_desk.gui.reader.original.page_annotations import PageNote, PageRows, span_in
from delegate_desk.gui.reader.outline_view import OutlineView
from delegate_desk.gui.reader.paragraph_model import Shown
from delegate_desk.gui.tasks import Tasks

_OUTLINE = 220


class Sides(QObject):
    """Makes the panes when they are first wanted, and lets them follow the paragraph at hand.

    Signals:
        original_closed: The pages are not wanted any more.
        menu_asked: The commands are wanted on the pages, with the place on the screen.
    """

    original_closed = Signal()
    menu_asked = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        ui: Ui_Reader,
        go: Callable[[int], object],
        lit: Callable[[int], Sought],
        parent: QObject,
    ) -> None:
        """Begin without panes.

        Args:
            desk: The library.
            tasks: Runs what takes time.
            ui: The form that they stand in.
            go: Takes a row to hand.
            lit: Tells what is lit in a row.
            parent: Owns it.
        """
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ui = ui
        self._go = go
        self._lit = lit
        self._shown: Shown | None = None
        self._row = -1
        self._wanted = (False, False)
        self._rows: PageRows | None = None
        self.outline: OutlineView | None = None
        self.original: OriginalView | None = None

    def show_document(self, shown: Shown, row: int) -> None:
        """Be about another document."""
        self._shown = shown
        self._rows = None
        if self.original is not None:
            self.original.hide()
            self.original.deleteLater()
            self.original = None
        self._row = row
        self.want(outline=self._wanted[0], original=self._wanted[1])
        if self.outline is not None:
            self.outline.show_units(shown.document.units(), row)

    def has_original(self) -> bool:
        """True if the document has pages to be shown."""
        return self._shown is not None and self._desk.pages.has(self._shown.held.file_name)

    def want(self, *, outline: bool, original: bool) -> None:
        """Show these panes, where there is something to show in them."""
        self._wanted = (outline, original)
        if self._shown is None:
            return
        if outline and self.outline is None:
            self._make_outline(self._shown)
        if self.outline is not None:
            self.outline.setVisible(outline)
        original = original and self.has_original()
        is_new = original and self.original is None
        if is_new:
            self._make_original(self._shown)
        if self.original is not None and (is_new or self.original.isHidden() is original):
            self.original.setVisible(original)
            self.follow(self._row)

    def follow(self, row: int) -> None:
        """Show where a row of the document stands."""
        self._row = row
        if self._shown is None or row < 0:
            return
        if self.outline is not None:
            self.outline.follow(row)
        if self.original is not None and not self.original.isHidden():
            unit = self._ui.paper.paragraphs.units[row]
            self.original.follow(unit.boxes, unit.page)

    def light(self) -> None:
        """Mark on the pages what is lit and annotated in the text."""
        if self.original is not None:
            self.original.light(self._sought, self._notes)

    def chosen(self) -> str:
        """The words chosen on the pages while the keys are there."""
        if self.original is None:
            return ""
        at = self.original.window().focusWidget()
        return self.original.sheets.chosen.text() if at is not None and self.original.isAncestorOf(at) else ""

    def span(self, text: str) -> tuple[int, int] | None:
        """The words of a text that are chosen on the pages while the keys are there."""
        return span_in(text, self.chosen())

    def switch_thumbnails(self) -> None:
        """Show the strip of small pages, or the pages alone."""
        if self.original is not None and not self.original.isHidden():
            self.original.thumbnails_button.toggle()

    def _by_page(self) -> PageRows:
        if self._rows is None:
            self._rows = PageRows(self._ui.paper.paragraphs)
        return self._rows

    def _notes(self, page: int) -> list[PageNote]:
        return self._by_page().notes(page)

    def _sought(self, page: int) -> list[Sought]:
        """The words lit in what stands on a page; where no places are known, in the paragraphs that begin there."""
        units = self._ui.paper.paragraphs.units
        found = []
        for row in self._ui.paper.rows_painter.hits:
            within = tuple(box for box in units[row].boxes if box.page == page)
            if within or (not units[row].boxes and units[row].page in (page, None)):
                found.append(replace(self._lit(row), within=within))
        return found

    def _make_outline(self, shown: Shown) -> None:
        self.outline = OutlineView()
        self._ui.sides.insertWidget(0, self.outline)
        self.outline.show_units(shown.document.units(), self._row)
        self.outline.chosen.connect(self._take)
        self.outline.left.connect(self._ui.paper.setFocus)
        self._divide()

    def _make_original(self, shown: Shown) -> None:
        self.original = OriginalView(self._desk, self._tasks, shown.held.id)
        if not any(unit.boxes for unit in shown.document.units()):
            self.original.hint(
                self.tr("The places of paragraphs are not yet known. Use File > Re-import from Original.")
            )
        self._ui.sides.addWidget(self.original)
        self.light()
        self.original.pointed.connect(self._point)
        self.original.left.connect(self._ui.paper.setFocus)
        self.original.closed.connect(self.original_closed)
        self.original.menu_asked.connect(self.menu_asked)
        self._divide()

    def _divide(self) -> None:
        """The outline is narrow; text and page share the rest."""
        sides = self._ui.sides
        width = max(sides.width(), 1)
        sizes = [_OUTLINE] if self.outline is not None and not self.outline.isHidden() else []
        if self.outline is not None and not sizes:
            sizes = [_OUTLINE] if self._wanted[0] else [0]
        left = width - sum(sizes)
        sizes += [left // 2, left - left // 2] if self.original is not None else [left]
        sides.setSizes(sizes)
        for n in range(sides.count()):
            sides.setStretchFactor(n, 0 if sides.widget(n) is self.outline else 1)

    def _take(self, row: int) -> None:
        self._go(row)
        self._ui.paper.setFocus()

    def _point(self, page: int, point: QPointF) -> None:
        """Take the paragraph to hand that was clicked on the page."""
        row = self._by_page().row_at(page, point.x(), point.y())
        if row is not None:
            self._go(row)
