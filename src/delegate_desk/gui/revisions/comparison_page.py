"""The page of a comparison: rows in two columns in step, or in one with both texts, and their filter.

Heights are estimated, then exact. A comparison of 5,000 rows opens with only the visible rows laid out; the rest is
measured while idle.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.core.values import dataclass
from delegate_desk.gui.reader.paragraph_model import word_at
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn, ComparisonModel, LoadedComparison
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import FlowRow, label, push_button, set_property
from delegate_desk.gui.widgets.labels import comparison, terms
from delegate_desk.gui.widgets.labels.comparison import Wanted
from delegate_desk.gui.widgets.output import copy_text
from delegate_desk.gui.widgets.rows.row_list import CURSOR_BAR, Index, RowMenus, write_line
from delegate_desk.gui.widgets.rows.rows_view import TickScrollBar, VariableRowLayout, ZoomableRows
from delegate_desk.gui.widgets.text.page_metrics import TextLines, format_range, ground_format, lay_out_text

_EDGE = 12
_SIGN = 16
_GAP = 8
_PADDING = 8
_MEASURE = 38.5
_BESIDE, _WIDEST = 34, 4.2
"""In ems: minimum pane width with labels and verdicts beside the words, and the widest label in a margin."""
SIGN_STEP = 13.0
VERDICT_STEP = 16.0
_FAULT = 18
_FAULTS = 3
"""Of wrong marks: the height of a line, and the maximum number shown in the row; the side pane shows all."""


@dataclass(frozen=True, slots=True)
class ComparisonMeasures:
    """The measures of the page, in pixels.

    Attributes:
        verdict: Left edge and width of the verdicts.
        stacked: True if labels and verdicts are on a line above the words.
    """

    width: float
    size: float
    leading: float
    columns: tuple[ComparisonColumn, ...]
    margin: float
    lefts: tuple[float, ...]
    measure: float
    verdict: tuple[float, float]
    stacked: bool = False

    def left_of(self, column: ComparisonColumn) -> float:
        return self.lefts[self.columns.index(column)]


def measures(width: float, size: float, label: float, *, two: bool) -> ComparisonMeasures:
    """Return the measures of a pane; a narrow pane has a single column, with labels and verdicts above the words."""
    leading = round(size * 23 / 16)
    single = (ComparisonColumn.BOTH,)
    if width < size * _BESIDE:
        first = float(_EDGE + 2 * _SIGN)
        text = max(width - first - _EDGE, size * 8)
        return ComparisonMeasures(width, size, leading, single, 0, (first,), text, (first, text), stacked=True)
    columns = (ComparisonColumn.OLD, ComparisonColumn.NEW) if two else single
    verdict = round(size * 4) + 28
    margin = round(min(max(label, size * 1.4), size * _WIDEST))
    margin = margin if two else round(margin * 2 + size * 1.8)  # for both labels
    outside = margin + _GAP + (_SIGN if two else 2 * _SIGN)
    column = min((width - 2 * _EDGE - verdict) / len(columns), outside + size * _MEASURE)
    first = round(max((width - len(columns) * column - verdict) / 2, _EDGE)) + outside
    text = column - outside
    lefts = (first, first + column + verdict)[: len(columns)]
    return ComparisonMeasures(width, size, leading, columns, margin, lefts, text, (first + text, verdict))


@dataclass(frozen=True, slots=True)
class ComparisonRowColumn:
    """A column of a row; the lines on wrong marks are below its words."""

    lines: TextLines
    label: str
    is_label_above: bool
    fault_lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class ComparisonRowLayout:
    columns: dict[ComparisonColumn, ComparisonRowColumn]
    height: float


class ComparisonLayout(VariableRowLayout[ComparisonRowLayout]):
    def __init__(self, model: ComparisonModel) -> None:
        super().__init__()
        self._model = model
        self.page = measures(720, 16, 40, two=True)

    def reset(self, page: ComparisonMeasures) -> None:
        self.page = page
        line_length = int(max(page.measure / (page.size * 0.5), 8))
        extra = page.leading * page.stacked + 2 * _PADDING
        lengths = map(self._model.length, range(len(self._model.outcomes)))
        self._reset_heights([max(1, -(-length // line_length)) * page.leading + extra for length in lengths])

    @property
    @override
    def page_leading(self) -> float:
        return self.page.leading

    @override
    def left(self, row: int) -> float:
        return 0.0

    @override
    def width(self, row: int) -> float:
        return self.page.width

    def text_top(self, column: ComparisonRowColumn) -> float:
        return _PADDING + (self.page.leading if column.is_label_above else 0.0)

    def font(self) -> QFont:
        return theme.reading_font(self.page.size)

    @override
    def _exact_height(self, row: int) -> float:
        return self.laid_out_row(row).height

    @override
    def _lay_out(self, row: int) -> ComparisonRowLayout:
        page, font, heading = self.page, self.font(), self._model.is_heading(row)
        columns: dict[ComparisonColumn, ComparisonRowColumn] = {}
        sides = (ComparisonColumn.OLD, ComparisonColumn.NEW)
        beside_height = (max(len(self._model.annotation_kinds(row, column)) for column in sides) - 1) * SIGN_STEP
        if not page.stacked:
            verdict_lines = (not self._model.outcomes[row].is_sure) + 2 * bool(self._model.describe_differences(row))
            beside_height = max(beside_height, verdict_lines * VERDICT_STEP)
        height = page.leading + max(beside_height, 0)
        faults = [comparison.mark_fault_label(fault) for fault in self._model.faults(row)]
        hidden_count = len(faults) - _FAULTS
        if hidden_count > 0:
            faults = [*faults[:_FAULTS], comparison.format_more(hidden_count)]
        has_new = self._model.outcomes[row].new is not None
        for column in page.columns:
            if column is not ComparisonColumn.BOTH and self._model.unit(row, column) is None:
                continue
            composed = self._model.typeset(row, column)
            lines = lay_out_text(composed, font, page.measure, page.leading, heading=heading)
            label = self._model.label(row, column)
            is_above = page.stacked or QFontMetricsF(font).horizontalAdvance(label) > page.margin
            shows_faults = column is ComparisonColumn.BOTH or (column is ComparisonColumn.NEW) == has_new
            row_column = columns[column] = ComparisonRowColumn(lines, label, is_above, faults if shows_faults else ())
            words = lines.height if composed.text else 0.0
            height = max(height, self.text_top(row_column) - _PADDING + words + len(row_column.fault_lines) * _FAULT)
        return ComparisonRowLayout(columns, height + 2 * _PADDING)


_KIND_SIGN = 9.0
_LABEL_GAP = 8


class ComparisonPainter:
    def __init__(self, model: ComparisonModel, flow: ComparisonLayout) -> None:
        self._model = model
        self._flow = flow
        self.grounds: dict[tuple[int, ComparisonColumn], list[QTextLayout.FormatRange]] = {}

    def draw(self, painter: QPainter, row: int, shift: float, *, current: bool, focused: bool) -> None:
        flow, page = self._flow, self._flow.page
        box = QRectF(0, flow.top(row) + shift, page.width, flow.height(row))
        if current:
            painter.fillRect(box, theme.color("tint"))
            bar = QRectF(0, box.top(), CURSOR_BAR, box.height())
            painter.fillRect(bar, theme.color("accent" if focused else "soft"))
        for column, row_column in flow.laid_out_row(row).columns.items():
            self._draw_column(painter, row, column, row_column, box.top())
        # the signs of our annotations: left of each side's label, side by side in a single column
        for n, column in enumerate((ComparisonColumn.OLD, ComparisonColumn.NEW)):
            if len(page.columns) > 1:
                x = page.left_of(column) - _LABEL_GAP - page.margin - SIGN_STEP
            else:
                x = page.lefts[0] - _LABEL_GAP - page.margin - SIGN_STEP * (2 - n) + (4 if page.stacked else 0)
            fitting = max(int((box.height() - 12) // SIGN_STEP), 1)
            first = box.top() + 8 + page.leading / 2 - _KIND_SIGN / 2
            for line, kind in enumerate(self._model.annotation_kinds(row, column)[:fitting]):
                theme.draw_kind(painter, kind, QRectF(x, first + line * SIGN_STEP, _KIND_SIGN, _KIND_SIGN))
        self._draw_verdict(painter, row, box)
        y = round(box.bottom()) - 0.5
        painter.setPen(theme.color("hairline"))
        painter.drawLine(QPointF(0, y), QPointF(page.width, y))

    def _draw_column(
        self, painter: QPainter, row: int, column: ComparisonColumn, row_column: ComparisonRowColumn, top: float
    ) -> None:
        flow, page, lines = self._flow, self._flow.page, row_column.lines
        left, y = page.left_of(column), top + flow.text_top(row_column)
        if row_column.label:
            font = QFont(flow.font())
            is_label_only = self._model.is_heading(row) and not lines.text
            if is_label_only:
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(theme.color("ink" if is_label_only else "soft"))
            baseline = y + lines.baseline()
            if row_column.is_label_above:
                painter.drawText(QPointF(left, baseline - page.leading), row_column.label)
            else:
                width = QFontMetricsF(font).horizontalAdvance(row_column.label)
                painter.drawText(QPointF(left - _LABEL_GAP - width, baseline), row_column.label)
        painter.setPen(theme.color("ink"))
        lines.layout.draw(painter, QPointF(left, y), self.grounds.get((row, column), []))
        line = QRectF(left, y + lines.height, page.measure, _FAULT)
        for text in row_column.fault_lines:
            write_line(painter, line.toRect(), f"▲ {text}", "scrutiny_reservation", size=theme.SMALL)
            line.translate(0, _FAULT)

    def _draw_verdict(self, painter: QPainter, row: int, box: QRectF) -> None:
        outcome, page = self._model.outcomes[row], self._flow.page
        left, width = page.verdict
        statements = [self._model.verdict(row)]
        if not outcome.is_sure:
            statements.append((comparison.uncertain_label(), "scrutiny_reservation"))
        if page.stacked:
            line = QRectF(left, box.top() + 8, width, page.leading)
            painter.setFont(theme.ui_font(theme.FINE))
            for text, role in reversed(statements):
                painter.setPen(theme.color(role))
                painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
                line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(text) - _LABEL_GAP)
            return
        line = QRectF(left + 4, box.top() + 8, width - 8, page.leading)
        for n, (text, role) in enumerate(statements):
            painter.setFont(theme.ui_font(theme.FINE, bold=n > 0))
            painter.setPen(theme.color(role))
            wrapped = painter.boundingRect(line, int(_CENTRED), text)
            painter.drawText(wrapped if wrapped.height() > line.height() else line, int(_CENTRED), text)
            line.translate(0, max(wrapped.height(), VERDICT_STEP))


_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_TICK_HEIGHT = 2


class ChangeBar(TickScrollBar):
    """A scroll bar with a tick for each change, in the colour of its verdict; a click on a tick goes there."""

    def __init__(self, shares: Callable[[Sequence[int]], Sequence[float]], parent: QWidget | None = None) -> None:
        super().__init__(shares, parent)
        self.verdicts: Mapping[int, Verdict] = {}

    @override
    def _describe(self, count: int) -> str:
        return self.tr("{n} changes").format(n=count) if count != 1 else self.tr("1 change")

    @override
    def _draw_ticks(self, painter: QPainter) -> None:
        half = self.width() // 2
        sides = {Verdict.DELETED: (0, half), Verdict.INSERTED: (self.width() - half, half)}
        for y, row in self.ticks().items():
            verdict = self.verdicts[row]
            left, width = sides.get(verdict, (1, self.width() - 2))
            painter.fillRect(QRect(left, y, width, _TICK_HEIGHT), theme.color(comparison.VERDICT_ROLES[verdict]))


_CHIP_GAP = 2


class VerdictChips(FlowRow):
    """The filter switches side by side after the number of all units, in as many lines as needed."""

    switched = Signal(object)  # frozenset[Wanted]; all where it is empty

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), _CHIP_GAP, parent)
        self._total = label("", "soft")
        self._total.setContentsMargins(0, 0, 4, 0)
        self._switches: dict[Wanted, QPushButton] = {}
        self.show_widgets([self._total])
        self.setAccessibleName(self.tr("What changed"))

    def show_counts(self, total: str, counts: Mapping[Wanted, tuple[str, str]], chosen: frozenset[Wanted]) -> None:
        """Show a switch for each count, given as text with the role of its colour."""
        self._total.setText(terms.format_labelled(total, "").rstrip() if counts else total)
        if self.values() != [*counts]:
            self._switches = {}
            for value in counts:
                button = self._switches[value] = push_button("", self._emit_filter, part="verdict", default=False)
                button.setParent(self)
                button.setCheckable(True)
                button.setCursor(Qt.CursorShape.PointingHandCursor)
                button.installEventFilter(self)
            self.replace_widgets([self._total, *self._switches.values()])
        for n, (value, (text, role)) in enumerate(counts.items(), start=1):
            switch = self._switches[value]
            switch.setText(text.replace("&", "&&"))
            set_property(switch, "role", role)
            switch.setChecked(value in chosen)
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
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # it shows where changes are
        self._set_up(self.rows)
        self.change_bar.ticked.connect(self.go_to_row)
        self.setAccessibleName(self.tr("Changes"))
        theme.changed.connect(self.rebuild)
        RowMenus(self, self._menu_for_index)

    # Content

    def show_comparison(self, compared: LoadedComparison) -> None:
        current = self._current_outcome()
        self.rows.show(compared)
        self._show_rows_from(current)

    def set_filter(self, kinds: frozenset[Wanted]) -> None:
        current = self._current_outcome()
        self.rows.set_filter(kinds)
        self._show_rows_from(current)

    def refresh(self, compared: LoadedComparison) -> None:
        self.rows.refresh(compared)
        self._lay_out_again(range(len(self.rows.outcomes)))

    def _current_outcome(self) -> UnitOutcome | None:
        return self.rows.outcomes[self.current_row()] if 0 <= self.current_row() < len(self.rows.outcomes) else None

    def _show_rows_from(self, current: UnitOutcome | None) -> None:
        self.verticalScrollBar().setValue(0)
        self._choose(None)
        self.rebuild()
        row = self.rows.row_for_outcome(current) if current else next(iter(self.rows.change_rows), 0)
        self._update_ticks()
        if self.rows.outcomes:
            self.setCurrentIndex(self.rows.index(row))
            self._scroll_to_row(row, third=True)
        self.row_changed.emit(self.current_row())

    def _update_ticks(self) -> None:
        outcomes = self.rows.outcomes
        self.change_bar.verdicts = {row: outcomes[row].verdict for row in self.rows.change_rows}
        self.change_bar.show_ticks(list(self.change_bar.verdicts), self.current_row())

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
        rows, current = self.rows.change_rows, self.current_row()
        beyond = [row for row in rows if (row - current) * by > 0] or rows
        if beyond:
            self.go_to_row(beyond[0 if by > 0 else -1], far=True)
        return bool(beyond)

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
        index, page = self.indexAt(point), self.row_layout.page
        column = self.column_at(point)
        if not (index.isValid() and self.rows.is_cross_language and column in page.columns):
            return None
        row_column = self.row_layout.laid_out_row(index.row()).columns.get(column)
        if row_column is None:
            return None
        top = self.row_layout.top(index.row()) + self._shift() + self.row_layout.text_top(row_column)
        local = QPointF(point.x() - page.left_of(column), point.y() - top)
        if not QRectF(0, 0, page.measure, row_column.lines.height).contains(local):
            return None
        return ChosenWords(index.row(), column, *word_at(row_column.lines.text, row_column.lines.offset_at(local)))

    def _choose(self, words: ChosenWords | None) -> None:
        self.chosen = words
        self._painter.grounds = {}
        if words is not None:
            self.mark_words(words.row, words.column, [(words.start, words.end)], "selection")
        self.viewport().update()

    def mark_words(self, row: int, column: ComparisonColumn, spans: Sequence[tuple[int, int]], role: str) -> None:
        """Highlight some words until others are."""
        text = self.rows.typeset(row, column).text
        formats = [format_range(text, start, end, ground_format(role)) for start, end in spans]
        self._painter.grounds[row, column] = formats
        self.viewport().update()

    # Events

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._choose(self._words_at(event.position().toPoint()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        chosen, words = self.chosen, self._words_at(event.position().toPoint())
        is_beside = chosen and words and (words.row, words.column) == (chosen.row, chosen.column)
        if chosen and words and is_beside and event.buttons() & Qt.MouseButton.LeftButton:
            start, end = min(chosen.start, words.start), max(chosen.end, words.end)
            self._choose(replace(chosen, start=start, end=end))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.chosen is not None:
            self.words_chosen.emit(self.chosen)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
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
        texts = {ComparisonColumn.NEW: self.tr("Open in New Text"), ComparisonColumn.OLD: self.tr("Open in Old Text")}
        for column, name in texts.items():
            action = menu.addAction(name)
            action.setEnabled(self.rows.place(index.row(), column) is not None)
            action.triggered.connect(lambda _=False, column=column: self.open_row(column))
        menu.addAction(self.tr("Copy Text")).triggered.connect(lambda _=False: self.copy())
        return menu
