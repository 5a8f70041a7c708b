"""Draws what is told: heads of groups, and words with their marks under a line that says what became of them."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen

from delegate_desk.gui import icons, names, ourmarks, theme
from delegate_desk.gui.models.told import Heading, Passage, Told, ToldModel
from delegate_desk.gui.typography import Lines
from delegate_desk.gui.views.hit_painter import draw_cursor
from delegate_desk.gui.views.measure import HEIGHT, WIDTH, draw_measure
from delegate_desk.gui.views.told_flow import MARGIN, PADDING, ToldFlow
from delegate_desk.gui.views.told_layout import HEAD, LEADING, Laid

_CHIP = 18
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ToldPainter:
    """Draws rows where a flow has them."""

    def __init__(self, model: ToldModel, flow: ToldFlow) -> None:
        self._model = model
        self._flow = flow

    def key_at(self, row: int, point: QPoint) -> str:
        """The key whose sign is at a point, from the upper left corner of a row's column; empty where none is."""
        if isinstance(self._model.rows[row], Heading) or not MARGIN - _CHIP - 14 <= point.x() < MARGIN - 4:
            return ""
        passage = self._flow.laid(row).passage_at(point.y() - PADDING)
        return passage.key if passage else ""

    def draw(self, painter: QPainter, row: int, area: QRect, *, at_hand: bool) -> None:
        """Draw a row in the place that the flow gives it."""
        told = self._model.rows[row]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(told, Heading):
            self._paint_heading(painter, told, area)
        else:
            if at_hand:
                draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
            self._paint_told(painter, told, area, self._flow.laid(row))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: Heading, area: QRect) -> None:
        inner = area.adjusted(MARGIN, area.height() - 28, -12, 0)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("soft"))
        count = names.figure(row.count)
        painter.drawText(inner, _RIGHT, count)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(count) - 12)
        x = _write(painter, inner, row.title, "ink", bold=True)
        _write(painter, QRect(x, inner.top(), max(0, inner.right() - x), inner.height()), row.aside, "soft")
        painter.fillRect(area.left() + MARGIN, area.bottom(), area.width() - MARGIN - 12, 1, theme.color("hairline"))

    def _paint_told(self, painter: QPainter, told: Told, area: QRect, laid: Laid) -> None:
        top = area.top() + PADDING
        line = QRect(area.left() + MARGIN, top, area.width() - MARGIN - 12, HEAD)
        self._paint_label(painter, told.label, QRectF(area.left() + 8, top, MARGIN - 20, HEAD))
        line.setRight(self._paint_outcome(painter, told, line) - 12)
        if told.sign is not None:
            icons.draw_kind(painter, told.sign, QRectF(line.left(), line.center().y() - 5, 11, 11))
            line.setLeft(line.left() + 19)
        _write(painter, line, told.title, "ink", bold=True)
        painter.setPen(theme.color("ink"))
        for piece in laid.pieces:
            y = top + piece.top
            painter.setPen(theme.color("ink"))
            corner = QPointF(area.left() + MARGIN, y)
            piece.layout.draw(painter, corner)
            if piece.passage is not None and piece.passage.ours:
                lines = Lines(piece.layout, piece.layout.text(), LEADING, piece.height)
                ourmarks.draw(painter, ourmarks.set_words(piece.passage.words), lines, corner)
            if piece.passage is not None:
                self._paint_caption(painter, piece.passage, QRect(area.left() + 8, round(y), MARGIN - 20, 24))

    def _paint_label(self, painter: QPainter, label: str, box: QRectF) -> None:
        font = theme.reading_font(theme.LARGE)
        if QFontMetricsF(font).horizontalAdvance(label) > box.width():
            font = theme.reading_font(theme.BASE)
        painter.setFont(font)
        painter.setPen(theme.color("soft"))
        shown = QFontMetricsF(font).elidedText(label, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _RIGHT, shown)

    def _paint_outcome(self, painter: QPainter, told: Told, line: QRect) -> int:
        """Draw what became of it at the right of a line; what is given back is the left edge of that."""
        painter.setFont(theme.ui_font(theme.SMALL, bold=bool(told.outcome)))
        painter.setPen(theme.color(told.role))
        painter.drawText(line, _RIGHT, told.outcome)
        x = line.right() - painter.fontMetrics().horizontalAdvance(told.outcome)
        if told.measure is not None:
            box = QRectF(x - 10 - WIDTH, line.center().y() - HEIGHT / 2 + 0.5, WIDTH, HEIGHT)
            draw_measure(painter, told.measure, told.role, box)
            x -= 10 + WIDTH
        return x

    def _paint_caption(self, painter: QPainter, passage: Passage, box: QRect) -> None:
        if passage.key:
            chip = QRectF(box.right() + 1 - _CHIP, box.center().y() - 8.5, _CHIP, _CHIP)
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.setBrush(theme.color("paper"))
            painter.drawRoundedRect(chip, 4, 4)
            painter.setFont(theme.ui_font(theme.FINE, bold=True))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, passage.key)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = box.adjusted(0, 0, -_CHIP - 6, 0)
        font = theme.ui_font(theme.FINE)
        shown = QFontMetrics(font).elidedText(passage.caption, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(theme.color("soft"))
        painter.drawText(box, _RIGHT, shown)


def _write(painter: QPainter, area: QRect, text: str, role: str, *, bold: bool = False) -> int:
    """Write a line, shortened where it is too long; what is given back is where the next piece may begin."""
    painter.setFont(theme.ui_font(bold=bold))
    painter.setPen(theme.color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, shown)
    return area.left() + painter.fontMetrics().horizontalAdvance(shown) + 8
