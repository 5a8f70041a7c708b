"""Draws one row of a comparison: signs, labels and words on each side, the verdict between them, a hairline below."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.revisions.comparison_layout import SIGN_STEP, TOLD_STEP, ComparisonFlow, LaidRow
from delegate_desk.gui.revisions.comparison_model import ComparisonModel
from delegate_desk.gui.revisions.comparison_text import ComparisonColumn
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.labels import comparison

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
        laid = flow.laid(row)
        for column in page.columns:
            if column in laid.lines:
                self._draw_column(painter, row, column, laid, box.top())
        self._draw_signs(painter, row, box)
        self._draw_verdict(painter, row, box)
        y = round(box.bottom()) - 0.5
        painter.setPen(theme.color("hairline"))
        painter.drawLine(QPointF(0, y), QPointF(page.width, y))

    def _draw_column(self, painter: QPainter, row: int, column: ComparisonColumn, laid: LaidRow, top: float) -> None:
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
            if laid.above[column]:
                painter.drawText(QPointF(left, baseline - page.leading), label)
            else:
                width = QFontMetricsF(font).horizontalAdvance(label)
                painter.drawText(QPointF(left - _LABEL_GAP - width, baseline), label)
        painter.setPen(theme.color("ink"))
        lines.layout.draw(painter, QPointF(left, y))
        self._draw_said(painter, laid.said[column], QRectF(left, y + lines.height, page.measure, _FAULT))

    def _draw_said(self, painter: QPainter, said: list[str], line: QRectF) -> None:
        """Marks that are not true, a line each."""
        painter.setFont(theme.ui_font(theme.SMALL))
        painter.setPen(theme.color("scrutiny_reservation"))
        for text in said:
            shown = painter.fontMetrics().elidedText(f"▲ {text}", Qt.TextElideMode.ElideRight, int(line.width()))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
            line.translate(0, _FAULT)

    def _draw_signs(self, painter: QPainter, row: int, box: QRectF) -> None:
        """What we have on a row: on each side at the left of its label, in one column those of both side by side."""
        page = self._flow.page
        for n, column in enumerate((ComparisonColumn.OLD, ComparisonColumn.NEW)):
            kinds = self._model.kinds(row, column)
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
            said.append((comparison.doubt(), "scrutiny_reservation"))
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
