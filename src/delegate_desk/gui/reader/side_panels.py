"""Panes beside the text in the reader's tab: the outline at its left, the original's pages at its right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.documents.document import HEADINGS, Kind, Paragraph
from delegate_desk.core.documents.original_pages import PageSearchTerms
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_reader import Ui_Reader
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.pdf_page import PageNote, PageRows, span_of_words
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.row_list import RowList
from delegate_desk.gui.widgets.rows.row_model import Index, RowModel
from delegate_desk.gui.widgets.rows.row_painting import RowDelegate, draw_ground, is_hovered, is_selected, write_line

_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (Kind.ANNEX, Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.HEADING, Kind.ARTICLE, Kind.PARAGRAPH)
    )
}
_WORDS = 12


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading."""

    row: int
    level: int
    label: str
    text: str


def outline(units: Sequence[Paragraph]) -> list[OutlineEntry]:
    """The headings in reading order; a text without articles has its numbered paragraphs among them."""
    has_articles = any(unit.kind is Kind.ARTICLE for unit in units)
    entries: list[OutlineEntry] = []
    above: list[int] = []
    recitals = False
    for row, unit in enumerate(units):
        if unit.kind is Kind.RECITAL and not recitals:
            recitals = True  # the first stands for all
        elif unit.kind not in HEADINGS and not (unit.kind is Kind.PARAGRAPH and unit.depth == 1 and not has_articles):
            continue
        rank = _RANKS.get(unit.kind, len(_RANKS))
        while above and above[-1] >= rank:
            above.pop()
        entries.append(OutlineEntry(row, len(above), unit.label, " ".join(unit.text.split()[:_WORDS])))
        above.append(rank)
    return entries


class OutlineModel(RowModel[OutlineEntry]):
    """Lists the headings; a filter leaves those that have all the words typed."""

    _all: Sequence[OutlineEntry] = ()
    _filter = ""

    def show(self, units: Sequence[Paragraph]) -> None:
        self._all = outline(units)
        self.set_filter(self._filter)

    def set_filter(self, typed: str) -> None:
        self._filter = typed
        words = fold(typed).split()
        self.set_rows([e for e in self._all if all(word in fold(f"{e.label} {e.text}") for word in words)])

    def at(self, row: int) -> int | None:
        """The entry that a row of the document stands under."""
        before = [n for n, entry in enumerate(self.rows) if entry.row <= row]
        return before[-1] if before else None

    @override
    def accessible_text(self, row: OutlineEntry) -> str:
        return f"{row.label} {row.text}".strip()

    @override
    def tool_tip(self, row: OutlineEntry) -> str:
        return self.accessible_text(row)


_LEFT, _STEP = 14, 10


class OutlineView(QWidget):
    """Lists headings; Enter goes to one."""

    chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Outline"))
        self.current: int | None = None
        self.model = OutlineModel(self)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Filter the outline"))
        self.edit.setAccessibleName(self.tr("Filter the outline"))
        self.edit.setClearButtonEnabled(True)
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Headings"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_OutlineDelegate(self, self.model))
        self.list.setUniformItemSizes(True)
        self.empty_label = QLabel()
        self.empty_label.setObjectName("outline_empty")
        self.empty_label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 12, 0)
        top.addWidget(self.edit)
        top.addWidget(self.empty_label)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        self.setMinimumWidth(160)
        self.setFocusProxy(self.list)
        self.edit.textChanged.connect(self._filter)
        self.edit.returnPressed.connect(lambda: self._choose(self.list.currentIndex()))
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    def show_units(self, units: Sequence[Paragraph], row: int) -> None:
        self.model.show(units)
        self._update_empty_label()
        self.current = None
        self.set_current_row(row)

    def set_current_row(self, row: int) -> None:
        at = self.model.at(row)
        if at == self.current:
            return
        self.current = at
        if at is not None:
            self.list.setCurrentIndex(self.model.index(at))
        self.list.viewport().update()

    def _filter(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._update_empty_label()
        self.current = None
        if self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _update_empty_label(self) -> None:
        none = not self.model.rows
        typed = bool(self.edit.text())
        self.empty_label.setText(
            self.tr("No matching headings.") if typed else self.tr("No headings in this document.")
        )
        self.empty_label.setVisible(none)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.model.rows[index.row()].row)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            if self.edit.text():
                self.edit.clear()
            self.left.emit()
            return True
        if watched is self.edit and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key is Qt.Key.Key_Down else -1
            row = min(max(self.list.currentIndex().row() + step, 0), len(self.model.rows) - 1)
            self.list.setCurrentIndex(self.model.index(row))
            return True
        if watched is self.list and event.text().isprintable() and event.text().strip() and not _has_modifier(event):
            self.edit.setFocus()
            self.edit.insert(event.text())
            return True
        return False


def _has_modifier(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


class _OutlineDelegate(RowDelegate[OutlineEntry]):
    """Paints the number in the quieter colour, the heading behind it; the current entry is tinted."""

    def __init__(self, outline: OutlineView, model: OutlineModel) -> None:
        super().__init__(outline.list, model)
        self._outline = outline

    @override
    def _height(self, row: OutlineEntry) -> int:
        return theme.row_height()

    @override
    def _paint(self, painter: QPainter, row: OutlineEntry, index: Index, option: Any) -> None:
        current = index.row() == self._outline.current
        has_keys = self._outline.list.hasFocus() or self._outline.edit.hasFocus()
        tinted = current or (is_selected(option) and has_keys)
        if tinted or is_hovered(option):
            draw_ground(painter, option.rect.adjusted(6, 0, -6, 0), tinted=tinted)
        inner = option.rect.adjusted(_LEFT + row.level * _STEP, 0, -10, 0)
        role = "accent" if current else "soft" if row.text else "ink"
        end = write_line(painter, inner, row.label, role, bold=row.level == 0 and not row.text)
        if row.text:
            gap = painter.fontMetrics().horizontalAdvance("  ") if row.label else 0
            inner.setLeft(end + gap)
            write_line(painter, inner, row.text, "accent" if current else "ink")


_OUTLINE = 220


class SidePanels(QObject):
    """Makes the panes when they are first wanted, and lets them follow the paragraph at hand."""

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
        self._shown: ReaderDocument | None = None
        self._row = -1
        self._wanted = (False, False)
        self._rows: PageRows | None = None
        self.outline: OutlineView | None = None
        self.original: OriginalView | None = None

    def show_document(self, shown: ReaderDocument, row: int) -> None:
        self._shown = shown
        self._rows = None
        if self.original is not None:
            self.original.hide()
            self.original.deleteLater()
            self.original = None
        self._row = row
        self.set_panes_shown(outline=self._wanted[0], original=self._wanted[1])
        if self.outline is not None:
            self.outline.show_units(shown.document.units(), row)

    def has_original(self) -> bool:
        return self._shown is not None and self._desk.original_pages.has(self._shown.library_document.file_name)

    def set_panes_shown(self, *, outline: bool, original: bool) -> None:
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
            self.set_current_row(self._row)

    def set_current_row(self, row: int) -> None:
        self._row = row
        if self._shown is None or row < 0:
            return
        if self.outline is not None:
            self.outline.set_current_row(row)
        if self.original is not None and not self.original.isHidden():
            unit = self._ui.paper.paragraphs.units[row]
            self.original.show_boxes(unit.boxes, unit.page)

    def update_highlights(self) -> None:
        if self.original is not None:
            self.original.set_highlights(self._search_terms, self._page_notes)

    def selected_words(self) -> str:
        """The words chosen on the pages while the keys are there."""
        if self.original is None:
            return ""
        at = self.original.window().focusWidget()
        return self.original.pdf_view.selection.text() if at is not None and self.original.isAncestorOf(at) else ""

    def span(self, text: str) -> tuple[int, int] | None:
        """The words of a text that are chosen on the pages while the keys are there."""
        return span_of_words(text, self.selected_words())

    def step_page(self, by: int) -> None:
        """Turn the pages of the original."""
        if self.original is not None:
            self.original.step(by)

    def switch_thumbnails(self) -> None:
        if self.original is not None and not self.original.isHidden():
            self.original.thumbnails_button.toggle()

    def _page_rows(self) -> PageRows:
        if self._rows is None:
            self._rows = PageRows(self._ui.paper.paragraphs)
        return self._rows

    def _page_notes(self, page: int) -> list[PageNote]:
        return self._page_rows().notes(page)

    def _search_terms(self, page: int) -> list[PageSearchTerms]:
        """The words lit in what stands on a page; where no places are known, in the paragraphs that begin there."""
        units = self._ui.paper.paragraphs.units
        found = []
        for row in self._ui.paper.rows_painter.hits:
            within = tuple(box for box in units[row].boxes if box.page == page)
            if within or (not units[row].boxes and units[row].page in (page, None)):
                found.append(replace(self._highlighted(row), within=within))
        return found

    def _make_outline(self, shown: ReaderDocument) -> None:
        self.outline = OutlineView()
        self._ui.sides.insertWidget(0, self.outline)
        self.outline.show_units(shown.document.units(), self._row)
        self.outline.chosen.connect(self._go_to_row)
        self.outline.left.connect(self._ui.paper.setFocus)
        self._set_sizes()

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
        self._set_sizes()

    def _set_sizes(self) -> None:
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

    def _go_to_row(self, row: int) -> None:
        self._go(row)
        self._ui.paper.setFocus()

    def _on_pointed(self, page: int, point: QPointF) -> None:
        row = self._page_rows().row_at(page, point.x(), point.y())
        if row is not None:
            self._go(row)
