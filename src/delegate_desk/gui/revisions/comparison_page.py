"""The page of a comparison: rows in two columns in step, or in one, that scroll by the pixel."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.revisions.comparison import UnitOutcome, Verdict
from delegate_desk.gui.revisions.comparison_layout import (
    SIGN_STEP,
    TOLD_STEP,
    ComparisonFlow,
    ComparisonRowLayout,
    measures,
)
from delegate_desk.gui.revisions.comparison_loader import LoadedComparison
from delegate_desk.gui.revisions.comparison_model import ComparisonModel
from delegate_desk.gui.revisions.comparison_text import ComparisonColumn
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.clipboard import copy_text
from delegate_desk.gui.widgets.labels import changes, comparison
from delegate_desk.gui.widgets.labels.comparison import Wanted
from delegate_desk.gui.widgets.rows.rows_view import ZoomableRows
from delegate_desk.gui.widgets.tick_scroll_bar import TickScrollBar

_BAR = 3
_SIGN = 9.0
_FAULT = 18
_LABEL_GAP = 8


class ComparisonPainter:
    """Draws rows at the heights that the flow gives them."""

    def __init__(self, model: ComparisonModel, flow: ComparisonFlow) -> None:
        self._model = model
        self._flow = flow

    def draw(self, painter: QPainter, row: int, shift: float, *, at_hand: bool) -> None:
        """Draw a row; ``shift`` is what its height in the flow lacks to where it is seen."""
        flow, page = self._flow, self._flow.page
        box = QRectF(0, flow.top(row) + shift, page.width, flow.height(row))
        if at_hand:
            painter.fillRect(box, theme.color("tint"))
            painter.fillRect(QRectF(0, box.top(), _BAR, box.height()), theme.color("accent"))
        laid = flow.laid_out_row(row)
        for column in page.columns:
            if column in laid.lines:
                self._draw_column(painter, row, column, laid, box.top())
        self._draw_signs(painter, row, box)
        self._draw_verdict(painter, row, box)
        y = round(box.bottom()) - 0.5
        painter.setPen(theme.color("hairline"))
        painter.drawLine(QPointF(0, y), QPointF(page.width, y))

    def _draw_column(
        self, painter: QPainter, row: int, column: ComparisonColumn, laid: ComparisonRowLayout, top: float
    ) -> None:
        flow, page = self._flow, self._flow.page
        left, y = page.left_of(column), top + flow.text_top(row, column)
        lines = laid.lines[column]
        if label := laid.labels[column]:
            font = QFont(flow.font())
            alone = self._model.is_heading(row) and not lines.text
            if alone:
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(theme.color("ink" if alone else "soft"))
            baseline = y + lines.baseline()
            if laid.is_label_above[column]:
                painter.drawText(QPointF(left, baseline - page.leading), label)
            else:
                width = QFontMetricsF(font).horizontalAdvance(label)
                painter.drawText(QPointF(left - _LABEL_GAP - width, baseline), label)
        painter.setPen(theme.color("ink"))
        lines.layout.draw(painter, QPointF(left, y))
        self._draw_said(painter, laid.fault_lines[column], QRectF(left, y + lines.height, page.measure, _FAULT))

    def _draw_said(self, painter: QPainter, said: list[str], line: QRectF) -> None:
        """Marks that are not true, a line each."""
        painter.setFont(theme.ui_font(theme.SMALL))
        painter.setPen(theme.color("scrutiny_reservation"))
        for text in said:
            shown = painter.fontMetrics().elidedText(f"▲ {text}", Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            line.translate(0, _FAULT)

    def _draw_signs(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Draw the signs of our annotations on a row: left of each side's label, side by side in a single column."""
        page = self._flow.page
        for n, column in enumerate((ComparisonColumn.OLD, ComparisonColumn.NEW)):
            kinds = self._model.annotation_kinds(row, column)
            if len(page.columns) > 1:
                x = page.left_of(column) - _LABEL_GAP - page.margin - SIGN_STEP
            else:
                x = page.lefts[0] - _LABEL_GAP - page.margin - SIGN_STEP * (2 - n) + (4 if page.stacked else 0)
            self._draw_kinds(painter, kinds, QPointF(x, box.top() + 8), box.height() - 12)

    def _draw_kinds(self, painter: QPainter, kinds: list[AnnotationKind], corner: QPointF, room: float) -> None:
        fitting = max(int(room // SIGN_STEP), 1)
        for n, kind in enumerate(kinds[:fitting]):
            y = corner.y() + self._flow.page.leading / 2 - _SIGN / 2 + n * SIGN_STEP
            icons.draw_kind(painter, kind, QRectF(corner.x(), y, _SIGN, _SIGN))

    def _draw_verdict(self, painter: QPainter, row: int, box: QRectF) -> None:
        fate, page = self._model.fates[row], self._flow.page
        left, width = page.verdict
        said = [self._model.verdict(row)]
        if not fate.is_sure:
            said.append((comparison.uncertain_label(), "scrutiny_reservation"))
        if page.stacked:
            self._draw_line(painter, said, QRectF(left, box.top() + 8, width, page.leading))
            return
        line = QRectF(left + 4, box.top() + 8, width - 8, page.leading)
        for n, (text, role) in enumerate(said):
            painter.setFont(theme.ui_font(theme.FINE, bold=n > 0))
            painter.setPen(theme.color(role))
            wrapped = painter.boundingRect(line, int(_CENTRED), text)
            painter.drawText(wrapped if wrapped.height() > line.height() else line, int(_CENTRED), text)
            line.translate(0, max(wrapped.height(), TOLD_STEP))

    def _draw_line(self, painter: QPainter, said: list[tuple[str, str]], line: QRectF) -> None:
        """The verdict at the right of the line of the label."""
        painter.setFont(theme.ui_font(theme.FINE))
        for text, role in reversed(said):
            painter.setPen(theme.color(role))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(text) - _LABEL_GAP)


_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


_HEIGHT = 2


class ChangeBar(TickScrollBar):
    """A scroll bar with a tick for each change, in the colour of its verdict; a click on a tick goes there."""

    def __init__(self, shares: Callable[[Sequence[int]], Sequence[float]], parent: QWidget | None = None) -> None:
        super().__init__(shares, parent)
        self._verdicts: Mapping[int, Verdict] = {}

    def show_changes(self, verdicts: Mapping[int, Verdict], at: int) -> None:
        """Tick these rows, given in order with their verdicts; one of them is at hand."""
        self._verdicts = verdicts
        self.show_ticks(list(verdicts), at)

    @override
    def _describe(self, count: int) -> str:
        return self.tr("{n} changes").format(n=count) if count != 1 else self.tr("1 change")

    @override
    def _draw_ticks(self, painter: QPainter) -> None:
        half = self.width() // 2
        sides = {Verdict.DELETED: (0, half), Verdict.INSERTED: (self.width() - half, half)}
        for y, row in self.ticks().items():
            verdict = self._verdicts[row]
            left, width = sides.get(verdict, (1, self.width() - 2))
            painter.fillRect(QRect(left, y, width, _HEIGHT), theme.color(changes.VERDICT_ROLES[verdict]))


_Index = QModelIndex | QPersistentModelIndex
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


class ComparisonPage(ZoomableRows):
    """Shows what became of each unit; Enter opens it in the text.

    Attributes:
        two_columns: True for two columns where there is room for them.

    Signals:
        row_changed: Another row is at hand.
        open_asked: A place is to be opened in its document, with its ``Place``.
        digit_typed: A digit was typed, to narrow what is shown.
    """

    row_changed = Signal(int)
    open_requested = Signal(object)
    digit_typed = Signal(int)

    row_layout: ComparisonFlow
    slice = 16

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ComparisonModel(self)
        self.row_layout = ComparisonFlow(self.rows)
        self.two_columns = True
        self._painter = ComparisonPainter(self.rows, self.row_layout)
        self.change_bar = ChangeBar(self._shares, self)
        self.setVerticalScrollBar(self.change_bar)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # it tells where changes lie
        self._set_up(self.rows)
        self.change_bar.ticked.connect(self.go_to_row)
        self.setAccessibleName(self.tr("Changes"))
        theme.changed.connect(self.rebuild)

    # What is shown

    def show_comparison(self, compared: LoadedComparison) -> None:
        """Show a comparison with the unit at hand that was, or from its first change."""
        here = self._here()
        self.rows.show(compared)
        self._show_from(here)

    def set_filter(self, wanted: frozenset[Wanted]) -> None:
        """Show only the rows that match a filter; the current row stays current if it is still shown."""
        here = self._here()
        self.rows.set_filter(wanted)
        self._show_from(here)

    def refresh(self, compared: LoadedComparison) -> None:
        """Show other annotations on the same comparison."""
        self.rows.refresh(compared)
        self._lay_out_again(range(len(self.rows.fates)))

    def _here(self) -> UnitOutcome | None:
        """The fate at hand."""
        return self.rows.fates[self.current_row()] if 0 <= self.current_row() < len(self.rows.fates) else None

    def _show_from(self, here: UnitOutcome | None) -> None:
        """Lay out the rows and select that of an outcome, or the next that is shown; for None the first change."""
        self.verticalScrollBar().setValue(0)
        self.rebuild()
        row = self.rows.row_for_outcome(here) if here else next(iter(self.rows.change_rows()), 0)
        self._tick()
        if self.rows.fates:
            self.setCurrentIndex(self.rows.index(row))
            self._scroll_to_row(row, third=True)
        self.row_changed.emit(self.current_row())

    def _tick(self) -> None:
        fates = self.rows.fates
        self.change_bar.show_changes({row: fates[row].verdict for row in self.rows.change_rows()}, self.current_row())

    def set_two_columns(self, two: bool) -> None:
        """Show two columns where there is room, or one."""
        self.two_columns = two
        self.rebuild()

    @override
    def _measure(self) -> None:
        size = self.reading_size - 1
        longest = self.rows.compared.longest if self.rows.compared else ""
        label = QFontMetricsF(theme.reading_font(size)).horizontalAdvance(longest) + 2
        self.row_layout.reset(measures(self.viewport().width(), size, label, two=self.two_columns))

    # Going about

    def go_to_row(self, row: int, *, far: bool = False) -> None:
        """Take a row to hand and bring it into sight, at a third of the pane where it was far away."""
        if 0 <= row < len(self.rows.fates):
            self.setCurrentIndex(self.rows.index(row))
            self._scroll_to_row(row, third=far)

    def step(self, by: int) -> None:
        """Take the next or the previous row to hand."""
        self.go_to_row(min(max(self.current_row() + by, 0), len(self.rows.fates) - 1))

    def step_change(self, by: int) -> bool:
        """Take the next or the previous change to hand, round the corner; False where there is none."""
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
        """Ask to open the row at hand in the text of one side, in the other where it is not there."""
        if self.current_row() < 0:
            return
        other = ComparisonColumn.OLD if column is ComparisonColumn.NEW else ComparisonColumn.NEW
        place = self.rows.place(self.current_row(), column) or self.rows.place(self.current_row(), other)
        if place is not None:
            self.open_requested.emit(place)

    def copy(self) -> None:
        """Copy the text of the current row: the new text, or the last text of a deleted unit."""
        if self.current_row() >= 0:
            copy_text(str(self.rows.index(self.current_row()).data()))

    def column_at(self, point: QPoint) -> ComparisonColumn:
        """Return the column at a point; in the single-column layout it is the new text."""
        page = self.row_layout.page
        is_old = len(page.columns) > 1 and point.x() < sum(page.verdict) - page.verdict[1] / 2
        return ComparisonColumn.OLD if is_old else ComparisonColumn.NEW

    # Events

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        self._tick()
        self.viewport().update()
        self.row_changed.emit(current.row())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("paper"))
        shift = self._shift()
        for row in self.row_layout.rows_between(event.rect().top() - shift, event.rect().bottom() - shift):
            self._painter.draw(painter, row, shift, at_hand=row == self.current_row())
        self._draw_ring(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
        control = bool(event.modifiers() & _CONTROL)
        last = len(self.rows.fates) - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_row(ComparisonColumn.OLD if shift else ComparisonColumn.NEW)
        elif key in _STEPS:
            if not self.scroll_in_row(_STEPS[key]):
                self.step(_STEPS[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space) and not control:
            self._turn(down=key is not Qt.Key.Key_PageUp and not shift)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_row(0 if key is Qt.Key.Key_Home else last)
        elif event.text().isdecimal() and not control:
            self.digit_typed.emit(int(event.text()))
        else:
            event.ignore()

    def _turn(self, *, down: bool) -> None:
        """A pane further; the row at hand keeps its height in the pane."""
        y = self.scroll_page(1 if down else -1)
        if y is None:
            self.go_to_row(len(self.rows.fates) - 1 if down else 0)
        elif self.rows.fates:
            self.setCurrentIndex(self.rows.index(self.row_layout.row_at(y - self._shift())))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.setCurrentIndex(index)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.indexAt(point).isValid() and self.visualRect(self.indexAt(point)).contains(point):
            self.open_row(self.column_at(point))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            point = event.globalPos()
        else:
            index = self.currentIndex()
            point = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered = {ComparisonColumn.NEW: self.tr("Open in New Text"), ComparisonColumn.OLD: self.tr("Open in Old Text")}
        for column, name in offered.items():
            action = menu.addAction(name)
            action.setEnabled(self.rows.place(index.row(), column) is not None)
            action.triggered.connect(lambda _=False, column=column: self.open_row(column))
        menu.addAction(self.tr("Copy Text")).triggered.connect(lambda _=False: self.copy())
        menu.popup(point)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Show the basis of a verdict and our annotations as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            inside = index.isValid() and self.visualRect(index).contains(event.pos())
            QToolTip.showText(event.globalPos(), self.rows.tip(index.row()) if inside else "", self.viewport())
            return True
        return super().viewportEvent(event)


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
