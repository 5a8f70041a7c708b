"""Draws what is told: heads of groups, and words with their marks under a line that says what became of them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.gui import icons, names, theme
from delegate_desk.gui.models.told import Heading, Passage, Told, ToldModel
from delegate_desk.gui.views.hit_painter import column, draw_cursor
from delegate_desk.gui.views.measure import HEIGHT, WIDTH, draw_measure
from delegate_desk.gui.views.told_layout import HEAD, READING, Laid, lay_out

MARGIN = 78
_HEAD_HEIGHT = 40
_PADDING = 6
_CHIP = 18
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ToldPainter(QStyledItemDelegate):
    """The delegate of a list of what is told; rows are laid out when they are first seen."""

    def __init__(self, view: QListView, model: ToldModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._laid: dict[int, tuple[Told, int, Laid]] = {}
        theme.follow(self, self.forget)

    def forget(self) -> None:
        """Set everything anew."""
        self._laid.clear()

    def key_at(self, point: QPoint) -> str:
        """The key whose sign is at a point of the list's viewport; empty where none is."""
        index = self._view.indexAt(point)
        told = self._model.told(index)
        left, _ = column(self._view.width())
        if told is None or not left + MARGIN - _CHIP - 10 <= point.x() < left + MARGIN - 4:
            return ""
        top = self._view.visualRect(index).top() + _PADDING
        passage = self._lines(index.row(), told).passage_at(point.y() - top)
        return passage.key if passage else ""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        told = self._model.told(index)
        if told is None:
            return QSize(width, _HEAD_HEIGHT)
        return QSize(width, round(self._lines(index.row(), told).height) + 2 * _PADDING)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.rows[index.row()]
        left, width = column(self._view.width())
        area = QRect(left, option.rect.top(), width, option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            self._paint_heading(painter, row, area)
        else:
            state: QStyle.StateFlag = option.state
            if state & QStyle.StateFlag.State_Selected:
                draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
            self._paint_told(painter, row, area, self._lines(index.row(), row))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: Heading, area: QRect) -> None:
        inner = area.adjusted(MARGIN, area.height() - 28, -12, 0)
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.color("soft"))
        count = names.figure(row.count)
        painter.drawText(inner, _RIGHT, count)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(count) - 12)
        x = _write(painter, inner, row.title, "ink", bold=True)
        _write(painter, QRect(x, inner.top(), max(0, inner.right() - x), inner.height()), row.aside, "soft")
        painter.fillRect(area.left() + MARGIN, area.bottom(), area.width() - MARGIN - 12, 1, theme.color("hairline"))

    def _paint_told(self, painter: QPainter, told: Told, area: QRect, laid: Laid) -> None:
        top = area.top() + _PADDING
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
            piece.layout.draw(painter, QPointF(area.left() + MARGIN, y))
            if piece.passage is not None:
                self._paint_caption(painter, piece.passage, QRect(area.left() + 8, round(y), MARGIN - 20, 24))

    def _paint_label(self, painter: QPainter, label: str, box: QRectF) -> None:
        font = theme.reading_font(READING)
        if QFontMetricsF(font).horizontalAdvance(label) > box.width():
            font = theme.reading_font(13)
        painter.setFont(font)
        painter.setPen(theme.color("soft"))
        shown = QFontMetricsF(font).elidedText(label, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _RIGHT, shown)

    def _paint_outcome(self, painter: QPainter, told: Told, line: QRect) -> int:
        """Draw what became of it at the right of a line; what is given back is the left edge of that."""
        painter.setFont(theme.ui_font(12, bold=bool(told.outcome)))
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
            painter.setFont(theme.ui_font(11, bold=True))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, passage.key)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = box.adjusted(0, 0, -_CHIP - 6, 0)
        font = theme.ui_font(11)
        shown = QFontMetrics(font).elidedText(passage.caption, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(theme.color("soft"))
        painter.drawText(box, _RIGHT, shown)

    def _lines(self, row: int, told: Told) -> Laid:
        _, width = column(self._view.width())
        known = self._laid.get(row)
        if known is None or known[0] is not told or known[1] != width:
            known = (told, width, lay_out(told, width - MARGIN - 12))
            self._laid[row] = known
        return known[2]


def _write(painter: QPainter, area: QRect, text: str, role: str, *, bold: bool = False) -> int:
    """Write a line, shortened where it is too long; what is given back is where the next piece may begin."""
    painter.setFont(theme.ui_font(13, bold=bold))
    painter.setPen(theme.color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, shown)
    return area.left() + painter.fontMetrics().horizontalAdvance(shown) + 8
