"""Layout and drawing of the rows of a comparison: two columns in step, or a single column with both texts.

Heights are estimated, then exact. A comparison of 5,000 rows opens with only the visible rows laid out; the rest is
measured while idle.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.core.values import dataclass
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn, ComparisonModel
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.labels import comparison
from delegate_desk.gui.widgets.rows.row_painting import CURSOR_BAR
from delegate_desk.gui.widgets.rows.rows_view import TickScrollBar, VariableRowLayout
from delegate_desk.gui.widgets.text.page_metrics import TextLines, lay_out_text

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
    both = (ComparisonColumn.BOTH,)
    if width < size * _BESIDE:
        first = float(_EDGE + 2 * _SIGN)
        text = max(width - first - _EDGE, size * 8)
        return ComparisonMeasures(width, size, leading, both, 0, (first,), text, (first, text), stacked=True)
    columns = (ComparisonColumn.OLD, ComparisonColumn.NEW) if two else both
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
        self._reset_heights(self._estimates())

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
        height = max(page.leading, self._side_height(row))
        faults = [comparison.mark_fault_label(fault) for fault in self._model.faults(row)]
        more = len(faults) - _FAULTS
        if more > 0:
            faults = [*faults[:_FAULTS], comparison.format_more(more)]
        has_new = self._model.outcomes[row].new is not None
        for column in page.columns:
            if column is not ComparisonColumn.BOTH and self._model.unit(row, column) is None:
                continue
            composed = self._model.typeset(row, column)
            lines = lay_out_text(composed, font, page.measure, page.leading, heading=heading)
            label = self._model.label(row, column)
            is_above = page.stacked or QFontMetricsF(font).horizontalAdvance(label) > page.margin
            tells = column is ComparisonColumn.BOTH or (column is ComparisonColumn.NEW) == has_new
            made = columns[column] = ComparisonRowColumn(lines, label, is_above, faults if tells else ())
            words = lines.height if composed.text else 0.0
            height = max(height, self.text_top(made) - _PADDING + words + len(made.fault_lines) * _FAULT)
        return ComparisonRowLayout(columns, height + 2 * _PADDING)

    def _side_height(self, row: int) -> float:
        signs = max(
            len(self._model.annotation_kinds(row, column)) for column in (ComparisonColumn.OLD, ComparisonColumn.NEW)
        )
        if self.page.stacked:
            return self.page.leading + (signs - 1) * SIGN_STEP
        told = 1 + (not self._model.outcomes[row].is_sure) + 2 * bool(self._model.describe_differences(row))
        return self.page.leading + max((signs - 1) * SIGN_STEP, (told - 1) * VERDICT_STEP)

    def _estimates(self) -> list[float]:
        page = self.page
        a_line = int(max(page.measure / (page.size * 0.5), 8))
        more = page.leading * page.stacked + 2 * _PADDING
        lengths = map(self._model.length, range(len(self._model.outcomes)))
        return [max(1, -(-length // a_line)) * page.leading + more for length in lengths]


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
            painter.fillRect(
                QRectF(0, box.top(), CURSOR_BAR, box.height()), theme.color("accent" if focused else "soft")
            )
        for column, laid in flow.laid_out_row(row).columns.items():
            self._draw_column(painter, row, column, laid, box.top())
        self._draw_signs(painter, row, box)
        self._draw_verdict(painter, row, box)
        y = round(box.bottom()) - 0.5
        painter.setPen(theme.color("hairline"))
        painter.drawLine(QPointF(0, y), QPointF(page.width, y))

    def _draw_column(
        self, painter: QPainter, row: int, column: ComparisonColumn, laid: ComparisonRowColumn, top: float
    ) -> None:
        flow, page, lines = self._flow, self._flow.page, laid.lines
        left, y = page.left_of(column), top + flow.text_top(laid)
        if laid.label:
            font = QFont(flow.font())
            alone = self._model.is_heading(row) and not lines.text
            if alone:
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(theme.color("ink" if alone else "soft"))
            baseline = y + lines.baseline()
            if laid.is_label_above:
                painter.drawText(QPointF(left, baseline - page.leading), laid.label)
            else:
                width = QFontMetricsF(font).horizontalAdvance(laid.label)
                painter.drawText(QPointF(left - _LABEL_GAP - width, baseline), laid.label)
        painter.setPen(theme.color("ink"))
        lines.layout.draw(painter, QPointF(left, y), self.grounds.get((row, column), []))
        self._draw_faults(painter, laid.fault_lines, QRectF(left, y + lines.height, page.measure, _FAULT))

    def _draw_faults(self, painter: QPainter, texts: Sequence[str], line: QRectF) -> None:
        painter.setFont(theme.ui_font(theme.SMALL))
        painter.setPen(theme.color("scrutiny_reservation"))
        for text in texts:
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
            y = corner.y() + self._flow.page.leading / 2 - _KIND_SIGN / 2 + n * SIGN_STEP
            icons.draw_kind(painter, kind, QRectF(corner.x(), y, _KIND_SIGN, _KIND_SIGN))

    def _draw_verdict(self, painter: QPainter, row: int, box: QRectF) -> None:
        fate, page = self._model.outcomes[row], self._flow.page
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
            line.translate(0, max(wrapped.height(), VERDICT_STEP))

    def _draw_line(self, painter: QPainter, said: list[tuple[str, str]], line: QRectF) -> None:
        painter.setFont(theme.ui_font(theme.FINE))
        for text, role in reversed(said):
            painter.setPen(theme.color(role))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
            line.setRight(line.right() - painter.fontMetrics().horizontalAdvance(text) - _LABEL_GAP)


_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


_TICK_HEIGHT = 2


class ChangeBar(TickScrollBar):
    """A scroll bar with a tick for each change, in the colour of its verdict; a click on a tick goes there."""

    def __init__(self, shares: Callable[[Sequence[int]], Sequence[float]], parent: QWidget | None = None) -> None:
        super().__init__(shares, parent)
        self._verdicts: Mapping[int, Verdict] = {}

    def show_changes(self, verdicts: Mapping[int, Verdict], at: int) -> None:
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
            painter.fillRect(QRect(left, y, width, _TICK_HEIGHT), theme.color(comparison.VERDICT_ROLES[verdict]))
