"""Outline of a text: its headings in the left column, and the path to the current paragraph above it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFontMetrics, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.citations import printed_number
from delegate_desk.core.documents.document import HEADINGS, Address, Kind, Paragraph
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.gui.reader.paragraph_model import MarginSign, ParagraphModel
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    StyledPane,
    column_layout,
    label,
    push_button,
    row_layout,
    search_field,
    set_property,
    show_text,
)
from delegate_desk.gui.widgets.filter_dialog import choose_below
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import (
    Index,
    RowDelegate,
    RowList,
    RowModel,
    count_title_lines,
    draw_chevron,
    draw_ground,
    is_hovered,
    is_selected,
    title_lines,
    write_line,
)

if TYPE_CHECKING:
    from delegate_desk.gui.reader.reader_view import ReaderView

_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (Kind.ANNEX, Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.HEADING, Kind.ARTICLE, Kind.PARAGRAPH)
    )
}
_WORDS, _TEN, _MOST_SIGNS = 24, 10, 3


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading, or several recitals.

    Attributes:
        label: Its number, shown softly before the title.
        signs: Our items below it, up to the next heading.
        is_unfolded: True if the entries below it are shown; None if there are none.
    """

    row: int
    level: int
    label: str
    text: str
    signs: tuple[MarginSign, ...] = ()
    is_unfolded: bool | None = None


def outline(units: Sequence[Paragraph]) -> list[OutlineEntry]:
    """Return the headings in reading order; without articles, including numbered paragraphs.

    The recitals form an entry, in groups of ten if there are more than ten.
    """
    has_articles = any(unit.kind is Kind.ARTICLE for unit in units)
    entries: list[OutlineEntry] = []
    parent_ranks: list[int] = []
    recitals = [row for row, unit in enumerate(units) if unit.kind is Kind.RECITAL]
    for row, unit in enumerate(units):
        if recitals and row == recitals[0]:
            entries += _recitals(units, recitals)
            parent_ranks = []
        elif unit.kind in HEADINGS or (unit.kind is Kind.PARAGRAPH and unit.depth == 1 and not has_articles):
            rank = _RANKS.get(unit.kind, len(_RANKS))
            while parent_ranks and parent_ranks[-1] >= rank:
                parent_ranks.pop()
            label = unit.label.split()[-1] if unit.kind is Kind.ARTICLE and unit.label else unit.label
            entries.append(OutlineEntry(row, len(parent_ranks), label, _beginning(unit)))
            parent_ranks.append(rank)
    return entries


def _recitals(units: Sequence[Paragraph], rows: Sequence[int]) -> list[OutlineEntry]:
    labels = [units[row].label for row in rows]
    group = OutlineEntry(rows[0], 0, f"{labels[0]}–{labels[-1]}" if len(rows) > 1 else labels[0], "")
    if len(rows) == 1:
        return [replace(group, text=_beginning(units[rows[0]]))]
    if len(rows) <= _TEN:
        return [group, *(OutlineEntry(row, 1, units[row].label, _beginning(units[row])) for row in rows)]
    tens = [(start, min(start + _TEN, len(rows)) - 1) for start in range(0, len(rows), _TEN)]
    return [group, *(OutlineEntry(rows[first], 1, f"{labels[first]}–{labels[last]}", "") for first, last in tens)]


def _beginning(unit: Paragraph) -> str:
    return " ".join(unit.text.split()[:_WORDS])


class OutlineModel(RowModel[OutlineEntry]):
    """Lists the visible headings; a filter shows those that contain all the words typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[OutlineEntry] = ()
        self._filter = ""
        self._folded: set[int] = set()

    def show(self, paragraphs: ParagraphModel) -> None:
        """Show the headings of another text, with the recitals folded."""
        units = paragraphs.units
        self._all = outline(units)
        self._folded = {entry.row for entry in self._all if entry.level == 0 and units[entry.row].kind is Kind.RECITAL}
        self.update_signs(paragraphs)

    def update_signs(self, paragraphs: ParagraphModel) -> None:
        ends = [*(entry.row for entry in self._all[1:]), paragraphs.first_note]
        self._all = [
            replace(entry, signs=_signs(paragraphs, range(entry.row, max(end, entry.row + 1))))
            for entry, end in zip(self._all, ends, strict=False)
        ]
        self._rebuild()

    def clear(self) -> None:
        self._all = ()
        self.set_rows([])

    def set_filter(self, typed: str) -> None:
        self._filter = typed
        self._rebuild()

    def toggle(self, entry: OutlineEntry) -> None:
        self._folded ^= {entry.row}
        self._rebuild()

    def reveal(self, row: int) -> None:
        """Unfold the parents of a row of the text."""
        number = max((n for n, entry in enumerate(self._all) if entry.row <= row), default=-1)
        if number < 0:
            return
        level, parents = self._all[number].level, set()
        for entry in reversed(self._all[:number]):
            if entry.level < level:
                level = entry.level
                parents.add(entry.row)
        if parents & self._folded:
            self._folded -= parents
            self._rebuild()

    def entry_at(self, row: int) -> int | None:
        """Return the number of the entry that contains a row of the text."""
        numbers = [number for number, entry in enumerate(self.rows) if entry.row <= row]
        return numbers[-1] if numbers else None

    def _rebuild(self) -> None:
        words = fold(self._filter).split()
        if words:
            self.set_rows([e for e in self._all if all(word in fold(f"{e.label} {e.text}") for word in words)])
            return
        rows: list[OutlineEntry] = []
        hidden: int | None = None
        levels = [*(entry.level for entry in self._all[1:]), 0]
        for entry, level_below in zip(self._all, levels, strict=False):
            if hidden is not None and entry.level > hidden:
                continue
            hidden = entry.level if entry.row in self._folded else None
            is_unfolded = None if level_below <= entry.level else hidden is None
            rows.append(replace(entry, is_unfolded=is_unfolded))
        self.set_rows(rows)

    @override
    def key(self, row: OutlineEntry) -> object:
        return row.row, row.level

    @override
    def text(self, row: OutlineEntry) -> str:
        if not row.text and row.label.startswith("("):
            name = self.tr("Recitals {labels}") if row.level == 0 else "{labels}"
            return name.format(labels=row.label)
        return row.text

    @override
    def accessible_text(self, row: OutlineEntry) -> str:
        label = "" if row.label in self.text(row) else row.label
        signs = [terms.kind_label(sign.meaning) for sign in row.signs if isinstance(sign.meaning, AnnotationKind)]
        if len(signs) < len(row.signs):
            signs.append(self.tr("our position"))
        state = {None: "", True: self.tr("expanded"), False: self.tr("collapsed")}[row.is_unfolded]
        return ". ".join(filter(None, (f"{label} {self.text(row)}".strip(), ", ".join(signs), state)))

    @override
    def tool_tip(self, row: OutlineEntry) -> str:
        return self.accessible_text(replace(row, is_unfolded=None))


def _signs(paragraphs: ParagraphModel, rows: range) -> tuple[MarginSign, ...]:
    """Return the signs of our position and of open questions in some rows, each once."""
    if paragraphs.shown is None:
        return ()
    signs = (sign for row in rows for sign in paragraphs.signs(row) if sign.meaning is not AnnotationKind.NOTE)
    return tuple(dict.fromkeys(signs))[:_MOST_SIGNS]


class OutlineView(StyledPane):
    """Lists the headings of the current reader; Enter goes to one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self.current: int | None = None
        self._reader: ReaderView | None = None
        self._is_stale = True
        self.model = OutlineModel(self)
        self.edit = search_field(self.tr("Filter the outline"))
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Headings"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_OutlineDelegate(self, self.model))
        self.empty_label = QLabel()
        self.empty_label.setObjectName("outline_empty")
        self.empty_label.setWordWrap(True)
        top = column_layout(self.edit, self.empty_label, margins=(8, 0, 8, 0), spacing=8)
        column_layout(top, (self.list, 1), within=self, margins=(0, 8, 0, 0), spacing=4)
        self.setFocusProxy(self.list)
        self.edit.textChanged.connect(self._filter)
        self.edit.returnPressed.connect(lambda: self._choose(self.list.currentIndex()))
        self.edit.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._click)
        self.list.activated.connect(self._choose)

    # Followed text

    def watch(self, reader: ReaderView) -> None:
        """Follow a reader from now on, whenever it is current."""
        reader.loaded.connect(lambda _: self._show_text() if reader is self._reader else None)
        reader.place_changed.connect(lambda _: self._follow_row() if reader is self._reader else None)
        reader.paper.paragraphs.dataChanged.connect(lambda: self._update_signs() if reader is self._reader else None)

    def follow(self, reader: ReaderView | None) -> None:
        """Show the headings of the current reader; nothing without a reader."""
        if reader is not self._reader:
            self._reader = reader
            self._show_text()

    def leave(self) -> None:
        if (reader := self._current_reader()) is not None:
            reader.paper.setFocus()

    def _current_reader(self) -> ReaderView | None:
        return self._reader if self._reader is not None and isValid(self._reader) else None

    def _show_text(self) -> None:
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        reader = self._current_reader()
        self.current = None
        if reader is None or reader.library_document() is None:
            self.model.clear()
        else:
            self.model.show(reader.paper.paragraphs)
            self._follow_row()
        self._update_empty_label()

    def _update_signs(self) -> None:
        if not self._is_stale and (reader := self._current_reader()) is not None:
            self.model.update_signs(reader.paper.paragraphs)

    def _follow_row(self) -> None:
        reader = self._current_reader()
        row = reader.paper.current_row() if reader is not None else -1
        if self._is_stale or row < 0:
            return
        if not self.edit.text():
            self.model.reveal(row)
        number = self.model.entry_at(row)
        if number != self.current:
            self.current = number
            if number is not None:
                self.list.setCurrentIndex(self.model.index(number))
            self.list.viewport().update()

    # Content

    def _filter(self, typed: str) -> None:
        self.model.set_filter(typed)
        self._update_empty_label()
        self.current = None
        if not typed:
            self._follow_row()
        elif self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    def _update_empty_label(self) -> None:
        text = ""
        if not self.model.rows and self.edit.text():
            text = self.tr("No matching headings.")
        elif not self.model.rows:
            without_key = self.tr("No headings in this document.")
            hint = self.tr("No headings in this document. Press {key} to go to a paragraph.")
            text = key_bindings.fill_in_keys(hint, without_key, key="action_place") if self._current_reader() else ""
        show_text(self.empty_label, text)

    def _click(self, index: QModelIndex) -> None:
        """Go to a heading; a click on its sign folds or unfolds the entries below it."""
        row = self.model.row(index)
        x = self.list.viewport().mapFromGlobal(QCursor.pos()).x()
        if row is not None and row.is_unfolded is not None and x < _LEFT + row.level * _STEP + _CHEVRON:
            self.model.toggle(row)
        else:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        reader, row = self._current_reader(), self.model.row(index)
        if reader is not None and row is not None:
            reader.jump_to_row(row.row)
            reader.paper.setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show_text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, row, text = Qt.Key(event.key()), self.model.row(self.list.currentIndex()), event.text()
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if key is Qt.Key.Key_Escape:
            self.edit.clear()
            self.leave()
        elif watched is self.edit and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key is Qt.Key.Key_Down else -1
            number = min(max(self.list.currentIndex().row() + step, 0), len(self.model.rows) - 1)
            self.list.setCurrentIndex(self.model.index(number))
        elif watched is self.list and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row is not None:
            if row.is_unfolded is (key is Qt.Key.Key_Left):
                self.model.toggle(row)
        elif watched is self.list and text.strip() and text.isprintable() and not event.modifiers() & modifiers:
            self.edit.setFocus()
            self.edit.insert(text)
        else:
            return False
        return True


_LEFT, _STEP, _CHEVRON, _SIGN, _LINE, _LABEL = 14, 14, 14, 14, 18, 10


class _OutlineDelegate(RowDelegate[OutlineEntry]):
    """Draws the number softly, the title after it in up to two lines, and the signs at the right."""

    def __init__(self, view: OutlineView, model: OutlineModel) -> None:
        super().__init__(view.list, model)
        self._outline = view

    @override
    def _height(self, row: OutlineEntry) -> int:
        lines = count_title_lines(self._model.text(row), self._title_box(row).width())
        return theme.row_height() + (lines - 1) * _LINE

    def _title_box(self, row: OutlineEntry) -> QRect:
        left = _LEFT + _CHEVRON + row.level * _STEP
        if row.label and row.label not in self._model.text(row):
            left += QFontMetrics(theme.ui_font()).horizontalAdvance(row.label) + _LABEL
        return QRect(left, 0, self._view.viewport().width() - left - 12 - len(row.signs) * _SIGN, _LINE)

    @override
    def _paint(self, painter: QPainter, row: OutlineEntry, index: Index, option: Any) -> None:
        current = index.row() == self._outline.current
        has_keys = self._outline.list.hasFocus() or self._outline.edit.hasFocus()
        tinted = current or (is_selected(option) and has_keys)
        if tinted or is_hovered(option):
            draw_ground(painter, option.rect.adjusted(8, 0, -8, 0), tinted=tinted)
        title, text, top = self._title_box(row), self._model.text(row), option.rect.top()
        lines = title_lines(text, title.width(), count_title_lines(text, title.width()), bold=current)
        top += (option.rect.height() - _LINE * len(lines)) // 2
        left = _LEFT + _CHEVRON + row.level * _STEP
        if row.is_unfolded is not None:
            draw_chevron(painter, QPointF(left - 9, top + _LINE / 2), is_down=row.is_unfolded)
        role = "accent" if current else "ink"
        if row.label and row.label not in text:
            box = QRect(left, top, title.right() - left, _LINE)
            write_line(painter, box, row.label, role if not text or current else "soft")
        for number, line in enumerate(lines):
            write_line(painter, title.translated(0, top + number * _LINE), line, role, bold=current)
        if row.signs:
            from delegate_desk.gui.reader.row_layout import draw_sign  # loaded with the first text
        for number, sign in enumerate(row.signs):
            x = title.right() + 4 + number * _SIGN
            draw_sign(painter, sign, QRectF(x, top + _LINE / 2 - 5, 10, 10))


_PART_WORDS = 8
_LEAST, _NAMED = 48, 176
"""Minimum width, and the width from which the name of the view is shown."""


class Breadcrumb(QWidget):
    """Parts that do not fit are left out from the left, but never the last, which is shortened at its beginning."""

    chosen = Signal(int)  # A neighbouring place was chosen, with its row in the text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(_LEAST)
        self.setAccessibleName(self.tr("Place in the document"))
        self.units: Sequence[Paragraph] = ()
        self._entries: list[OutlineEntry] = []
        self._path: list[int] = []
        self._view_label = label("", "soft")
        self._view_label.setParent(self)
        self._view_label.setContentsMargins(4, 0, 0, 0)  # as far in as the words of a button
        self._view_label.hide()
        self._buttons: list[QPushButton] = []
        self.parts: list[QPushButton] = []

    def show_text(self, units: Sequence[Paragraph]) -> None:
        if units is not self.units:
            self.units, self._entries, self._path = units, outline(units), []

    def show_row(self, row: int, view: str = "") -> None:
        """Show the path to a row of the text, after the name of the view."""
        path = [row] if 0 <= row < len(self.units) else []
        level = 1 << 8
        for entry in reversed(self._entries if path else []):
            if entry.row <= row and entry.level < level:
                level = entry.level
                if entry.row not in (row, path[0]):  # the first ten recitals begin with all of them
                    path.insert(0, entry.row)
        if path == self._path and view == self._view_label.text():
            return
        self._path = path
        self._view_label.setText(view)
        while len(self._buttons) < len(path):
            # existing buttons are reused, so that they keep the focus
            button = push_button("", partial(self._show_siblings, len(self._buttons)), default=False)
            button.setParent(self)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.append(button)
            self.updateGeometry()
        self.parts = self._buttons[: len(path)]
        for number, (part, entry_row) in enumerate(zip(self.parts, path, strict=True)):
            text = self._name(entry_row)
            part.setText(self._prefix(number) + text)
            part.setAccessibleName(text)
            part.setToolTip(text)
            set_property(part, "last", number == len(path) - 1)
        for unused in self._buttons[len(path) :]:
            unused.hide()
        self._fit()

    def _name(self, row: int) -> str:
        unit = self.units[row]
        entry = self._entry(row)
        if entry is not None and unit.kind is Kind.RECITAL and not entry.text and row != self._path[-1]:
            return self.tr("Recitals {labels}").format(labels=entry.label)
        number = printed_number(unit.label)
        if unit.kind is Kind.PARAGRAPH and number:
            return self.tr("paragraph {n}").format(n=number)
        has_number = any(map(str.isalnum, unit.label))  # not a dash or a bullet
        words = [] if entry is None and has_number else unit.text.split()
        ellipsis = ["…"] if len(words) > _PART_WORDS else []
        return " ".join([unit.label, *words[:_PART_WORDS], *ellipsis]).strip() or self.tr("Beginning")

    def _entry(self, row: int) -> OutlineEntry | None:
        return next((entry for entry in self._entries if entry.row == row), None)

    def _show_siblings(self, number: int) -> None:
        """Offer the rows with the same heading as a part of the path."""
        row = self._path[number]
        parent = self._path[number - 1] if number else -1
        entry = self._entry(row)
        ends = [e.row for e in self._entries if e.row > row and (entry is None or e.level < entry.level)]
        end = ends[0] if ends else len(self.units)
        if entry is not None:
            rows = [other.row for other in self._entries if parent <= other.row < end and other.level == entry.level]
        else:
            unit, units = self.units[row], self.units
            rows = [n for n in range(parent + 1, end) if units[n].depth == unit.depth and units[n].kind is unit.kind]
        chooser = choose_below(self.parts[number], [(self._name(n), n) for n in rows], row)
        chooser.chosen.connect(self.chosen.emit)

    # Layout: without a QLayout, which would lay out and paint the whole window again for each step

    def _fit(self) -> None:
        self._view_label.setVisible(bool(self._view_label.text()) and (self.width() >= _NAMED or not self.parts))
        free_width = self.width() - self._view_label.sizeHint().width() * self._view_label.isVisibleTo(self)
        if self.parts:
            last, metrics = self.parts[-1], self.parts[-1].fontMetrics()
            padding = last.sizeHint().width() - metrics.horizontalAdvance(last.text())
            text = self._prefix(len(self.parts) - 1) + last.accessibleName()
            last.setText(metrics.elidedText(text, Qt.TextElideMode.ElideLeft, max(free_width - padding, 0)))
        for part in reversed(self.parts):
            free_width -= part.sizeHint().width()
            part.setVisible(free_width >= 0 or part is self.parts[-1])
        left = 0
        for widget in (self._view_label, *self.parts):
            if widget.isVisibleTo(self):
                size = widget.sizeHint()
                widget.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
                left += size.width()

    def _prefix(self, number: int) -> str:
        return "› " if number or self._view_label.text() else ""

    @override
    def sizeHint(self) -> QSize:
        first = self._buttons[0] if self._buttons else self._view_label
        return QSize(_LEAST, first.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().event(event)


class OptionsRow(FlowRow):
    """Options at the end of a line: side by side if there is space, else in more lines."""

    def __init__(self, widgets: Sequence[QWidget] = ()) -> None:
        super().__init__(widgets, 4)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def _widths(self) -> list[int]:
        return [widget.sizeHint().width() + self._gap for widget in self._shown()]

    @override
    def sizeHint(self) -> QSize:
        width = sum(self._widths())
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), self.heightForWidth(max(self.width(), 1)))


class BreadcrumbLine(StyledPane):
    """Line with the breadcrumb of a view that is not the text itself."""

    chosen = Signal(object)  # A neighbouring paragraph was chosen, with its ``Address``

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("views_bar")
        self.breadcrumb = Breadcrumb()
        self._rows: Mapping[Address, int] = {}
        self._options: QWidget | None = None
        self._layout = row_layout((self.breadcrumb, 1), within=self, margins=(12, 1, 16, 1), spacing=4)
        self.breadcrumb.chosen.connect(lambda row: self.chosen.emit(self.breadcrumb.units[row].address))

    def show_text(self, units: Sequence[Paragraph]) -> None:
        self._rows = {unit.address: row for row, unit in enumerate(units)}
        self.breadcrumb.show_text(units)

    def show_options(self, options: QWidget | None) -> None:
        """Show the options of a view at the right end, in place of those of the view before it."""
        if options is not self._options:
            if self._options is not None and isValid(self._options):
                self._options.hide()
            if options is not None:
                self._layout.addWidget(options)
                options.show()
            self._options = options

    def show_place(self, address: Address | None, view: str) -> None:
        """Show the path to a paragraph, after the name of the view; only that name without a paragraph."""
        self.breadcrumb.show_row(self._rows.get(address, -1) if address is not None else -1, view)
