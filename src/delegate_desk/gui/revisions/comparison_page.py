"""The page of a comparison: rows in two columns in step, or in one, scrolled by the pixel, and their filter."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.revisions.comparison import UnitOutcome
from delegate_desk.core.values import dataclass
from delegate_desk.gui.reader.paragraph_model import word_at
from delegate_desk.gui.revisions.comparison_layout import ChangeBar, ComparisonLayout, ComparisonPainter, measures
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn, ComparisonModel, LoadedComparison
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import FlowRow, label, push_button, set_property
from delegate_desk.gui.widgets.clipboard import copy_text
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.labels.comparison import Wanted
from delegate_desk.gui.widgets.rows.row_list import RowMenus
from delegate_desk.gui.widgets.rows.rows_view import ZoomableRows
from delegate_desk.gui.widgets.text.page_metrics import format_range, ground_format

_CHIP_GAP = 2


class VerdictChips(FlowRow):
    """The filter switches side by side after the number of all units, in as many lines as needed."""

    switched = Signal(object)  # frozenset[Wanted]; all where it is empty
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), _CHIP_GAP, parent)
        self._total = label("", "soft")
        self._total.setContentsMargins(0, 0, 4, 0)
        self._switches: dict[Wanted, QPushButton] = {}
        self.show_widgets([self._total])
        self.setAccessibleName(self.tr("What changed"))

    def show_counts(self, total: str, counts: Mapping[Wanted, tuple[str, str]], wanted: frozenset[Wanted]) -> None:
        """Show a switch for each count, given as text with the role of its colour."""
        self._total.setText(terms.format_labelled(total, "").rstrip() if counts else total)
        if self.values() != [*counts]:
            for switch in self._switches.values():
                switch.hide()
                switch.deleteLater()
            self._switches = {value: self._make_switch() for value in counts}
            self.show_widgets([self._total, *self._switches.values()])
        for n, (value, (text, role)) in enumerate(counts.items(), start=1):
            switch = self._switches[value]
            switch.setText(text.replace("&", "&&"))
            set_property(switch, "role", role)
            switch.setChecked(value in wanted)
            switch.setAccessibleName(self.tr("Show only {what}").format(what=text))
            key = self.tr("Show only these · key {n}").format(n=n)
            switch.setToolTip(key if n <= 9 else self.tr("Show only these"))
            switch.show()
        self.place()
        self.updateGeometry()

    def switches(self) -> list[QWidget]:
        return [*self._switches.values()]

    def values(self) -> list[Wanted]:
        return [*self._switches]

    def switch(self, number: int) -> None:
        """Press a switch by number, from 1; 0 turns all off."""
        if number == 0:
            self.switched.emit(frozenset())
        elif number <= len(self._switches):
            [*self._switches.values()][number - 1].click()

    def _make_switch(self) -> QPushButton:
        made = push_button("", self._emit_filter, part="verdict", default=False)
        made.setParent(self)
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.installEventFilter(self)
        return made

    def _emit_filter(self) -> None:
        self.switched.emit(frozenset(value for value, switch in self._switches.items() if switch.isChecked()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Esc leave a switch for the rows, Enter presses it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QPushButton):
            watched.click()
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit := key_bindings.typed_digit(event):
            self.switch(int(digit))
        else:
            super().keyPressEvent(event)


_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ChosenWords:
    """Words in one of two columns: offsets in code points of the typeset text."""

    row: int
    column: ComparisonColumn
    start: int
    end: int


class ComparisonPage(ZoomableRows):
    row_changed = Signal(int)
    open_requested = Signal(object)  # Place
    digit_typed = Signal(int)
    words_chosen = Signal(object)  # ChosenWords, of two texts in two languages

    row_layout: ComparisonLayout
    slice = 16

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ComparisonModel(self)
        self.row_layout = ComparisonLayout(self.rows)
        self.two_columns = True
        self.chosen: ChosenWords | None = None
        self._painter = ComparisonPainter(self.rows, self.row_layout)
        self.change_bar = ChangeBar(self._shares, self)
        self.setVerticalScrollBar(self.change_bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # it tells where changes lie
        self._set_up(self.rows)
        self.change_bar.ticked.connect(self.go_to_row)
        self.setAccessibleName(self.tr("Changes"))
        theme.changed.connect(self.rebuild)
        RowMenus(self, self._menu_for_index)

    # Content

    def show_comparison(self, compared: LoadedComparison) -> None:
        here = self._current_outcome()
        self.rows.show(compared)
        self._show_rows_from(here)

    def set_filter(self, wanted: frozenset[Wanted]) -> None:
        here = self._current_outcome()
        self.rows.set_filter(wanted)
        self._show_rows_from(here)

    def refresh(self, compared: LoadedComparison) -> None:
        self.rows.refresh(compared)
        self._lay_out_again(range(len(self.rows.outcomes)))

    def _current_outcome(self) -> UnitOutcome | None:
        return self.rows.outcomes[self.current_row()] if 0 <= self.current_row() < len(self.rows.outcomes) else None

    def _show_rows_from(self, here: UnitOutcome | None) -> None:
        self.verticalScrollBar().setValue(0)
        self._choose(None)
        self.rebuild()
        row = self.rows.row_for_outcome(here) if here else next(iter(self.rows.change_rows()), 0)
        self._update_ticks()
        if self.rows.outcomes:
            self.setCurrentIndex(self.rows.index(row))
            self._scroll_to_row(row, third=True)
        self.row_changed.emit(self.current_row())

    def _update_ticks(self) -> None:
        fates = self.rows.outcomes
        self.change_bar.show_changes({row: fates[row].verdict for row in self.rows.change_rows()}, self.current_row())

    def set_two_columns(self, two: bool) -> None:
        self.two_columns = two
        self.rebuild()

    @override
    def _measure(self) -> None:
        size = self.reading_size - 1
        longest = self.rows.compared.longest if self.rows.compared else ""
        label = QFontMetricsF(theme.reading_font(size)).horizontalAdvance(longest) + 2
        self.row_layout.reset(measures(self.viewport().width(), size, label, two=self.two_columns))

    # Navigation

    def step_change(self, by: int) -> bool:
        rows = self.rows.change_rows()
        if not rows:
            return False
        if by > 0:
            row = next((row for row in rows if row > self.current_row()), rows[0])
        else:
            row = next((row for row in reversed(rows) if row < self.current_row()), rows[-1])
        self.go_to_row(row, far=True)
        return True

    def open_row(self, column: ComparisonColumn) -> None:
        row = self.current_row()
        place = (self.rows.place(row, column) or self.rows.place(row)) if row >= 0 else None
        if place is not None:
            self.open_requested.emit(place)

    def copy(self) -> None:
        if self.current_row() >= 0:
            copy_text(str(self.rows.index(self.current_row()).data()))

    def column_at(self, point: QPoint) -> ComparisonColumn:
        page = self.row_layout.page
        is_old = len(page.columns) > 1 and point.x() < sum(page.verdict) - page.verdict[1] / 2
        return ComparisonColumn.OLD if is_old else ComparisonColumn.NEW

    # Words of two languages

    def _words_at(self, point: QPoint) -> ChosenWords | None:
        """Return the word at a point, in a comparison of two languages."""
        index, page = self.indexAt(point), self.row_layout.page
        column = self.column_at(point)
        if not (index.isValid() and self.rows.is_cross_language and column in page.columns):
            return None
        laid = self.row_layout.laid_out_row(index.row()).columns.get(column)
        if laid is None:
            return None
        top = self.row_layout.top(index.row()) + self._shift() + self.row_layout.text_top(laid)
        inside = QPointF(point.x() - page.left_of(column), point.y() - top)
        if not QRectF(0, 0, page.measure, laid.lines.height).contains(inside):
            return None
        return ChosenWords(index.row(), column, *word_at(laid.lines.text, laid.lines.offset_at(inside)))

    def _choose(self, words: ChosenWords | None) -> None:
        self.chosen = words
        self._painter.grounds = {}
        if words is not None:
            self.mark_words(words.row, words.column, [(words.start, words.end)], "selection")
        self.viewport().update()

    def mark_words(self, row: int, column: ComparisonColumn, spans: Sequence[tuple[int, int]], role: str) -> None:
        """Highlight some words until others are."""
        text = self.rows.typeset(row, column).text
        made = [format_range(text, start, end, ground_format(role)) for start, end in spans]
        self._painter.grounds[row, column] = made
        self.viewport().update()

    # Events

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._choose(self._words_at(event.position().toPoint()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        chosen, here = self.chosen, self._words_at(event.position().toPoint())
        is_beside = chosen and here and (here.row, here.column) == (chosen.row, chosen.column)
        if chosen and here and is_beside and event.buttons() & Qt.MouseButton.LeftButton:
            start, end = min(chosen.start, here.start), max(chosen.end, here.end)
            self._choose(replace(chosen, start=start, end=end))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.chosen is not None:
            self.words_chosen.emit(self.chosen)

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._update_ticks()
        self.viewport().update()
        self.row_changed.emit(current.row())

    @override
    def _draw_row(self, painter: QPainter, row: int, shift: float) -> None:
        self._painter.draw(painter, row, shift, current=row == self.current_row(), focused=self.hasFocus())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.open_row(ComparisonColumn.OLD if shift else ComparisonColumn.NEW)
        elif digit := key_bindings.typed_digit(event):
            self.digit_typed.emit(int(digit))
        elif not self.move_by_key(event):
            event.ignore()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.indexAt(point).isValid():
            self.open_row(self.column_at(point))

    def _menu_for_index(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)
        offered = {ComparisonColumn.NEW: self.tr("Open in New Text"), ComparisonColumn.OLD: self.tr("Open in Old Text")}
        for column, name in offered.items():
            action = menu.addAction(name)
            action.setEnabled(self.rows.place(index.row(), column) is not None)
            action.triggered.connect(lambda _=False, column=column: self.open_row(column))
        menu.addAction(self.tr("Copy Text")).triggered.connect(lambda _=False: self.copy())
        return menu
