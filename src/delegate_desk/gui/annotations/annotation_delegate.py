"""Draws annotations gone through: heads as in the results of a search, each annotation in two lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationEntry
from delegate_desk.gui.annotations.annotation_list_model import BrowsedModel, GroupHead
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.labels import annotations, terms
from delegate_desk.gui.widgets.rows.hit_delegate import column, draw_cursor, draw_marking

ROW = 52
"""All rows are of one height: a list of 20,000 is laid out at once."""
_HEAD = 30
_TEXT = 48
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BrowsedPainter(QStyledItemDelegate):
    """The delegate of a list of annotations."""

    def __init__(self, view: QListView, model: BrowsedModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._view.viewport().width(), ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.rows[index.row()]
        left, width = column(self._view.width())
        area = QRect(left, option.rect.top(), width, ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, GroupHead):
            self._paint_head(painter, row, area)
        else:
            state: QStyle.StateFlag = option.state
            if state & QStyle.StateFlag.State_Selected:
                draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
            self._paint_entry(painter, row, area)
            if state & QStyle.StateFlag.State_HasFocus and not state & QStyle.StateFlag.State_Selected:
                painter.setPen(theme.color("accent"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(area).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        painter.restore()

    def _paint_head(self, painter: QPainter, head: GroupHead, area: QRect) -> None:
        inner = area.adjusted(22, area.height() - _HEAD, -12, 0)
        count = terms.figure(head.count)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("soft"))
        painter.drawText(inner, _RIGHT, count)
        inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(count) - 12)
        x = _write(painter, inner, head.title, "red_line" if head.late else "ink", bold=True)
        if head.marking:
            x = draw_marking(painter, head.marking, x, inner.center().y()) + 6
        _write(painter, QRect(x, inner.top(), max(0, inner.right() - x), inner.height()), head.aside, "soft")

    def _paint_entry(self, painter: QPainter, entry: AnnotationEntry, area: QRect) -> None:
        one = entry.annotation
        icons.draw_kind(painter, one.kind, QRectF(area.left() + 24, area.top() + 12, 11, 11))
        first = QRect(area.left() + _TEXT, area.top() + 6, area.width() - _TEXT - 12, 22)
        due = self._model.due(entry)
        if due:
            late = annotations.is_late(one, self._model.now)
            painter.setFont(theme.ui_font(theme.SMALL, bold=late))
            painter.setPen(theme.color("red_line" if late else "soft"))
            shown = f"! {due}" if late else due
            painter.drawText(first, _RIGHT, shown)
            first.setRight(first.right() - painter.fontMetrics().horizontalAdvance(shown) - 16)
        if one.holder:
            x = _write(painter, first, one.holder, one.kind, bold=True)
            first.setLeft(x + 2)
        font = theme.reading_font(theme.LARGE)
        font.setItalic(not one.text and one.quote is not None)
        font.setStrikeOut(one.status is AnnotationStatus.DONE)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if one.text else "soft"))
        says = painter.fontMetrics().elidedText(annotations.says(entry), Qt.TextElideMode.ElideRight, first.width())
        painter.drawText(first, _LEFT, says)
        self._paint_aside(painter, entry, QRect(area.left() + _TEXT, first.bottom() + 1, area.width() - _TEXT - 12, 17))

    def _paint_aside(self, painter: QPainter, entry: AnnotationEntry, area: QRect) -> None:
        one = entry.annotation
        x = area.left()
        if entry.held.header.marking and not self._model.apart:
            x = draw_marking(painter, entry.held.header.marking, x, area.center().y()) + 6
        leaves = one.visibility is Visibility.CIRCULATION
        shown = f"{terms.kind(one.kind)} · {self._model.aside(entry)}"
        rest = QRect(x, area.top(), area.right() - x, area.height())
        if leaves:  # what may leave is told at one glance: an arrow at the right, besides the word
            icons.icon("arrow-right", "accent").paint(painter, QRect(area.right() - 12, area.center().y() - 6, 12, 12))
            rest.setRight(rest.right() - 20)
        painter.setFont(theme.ui_font(theme.FINE))
        painter.setPen(theme.color("soft"))
        painter.drawText(
            rest, _LEFT, painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, rest.width())
        )


def _write(painter: QPainter, area: QRect, text: str, role: str, *, bold: bool = False) -> int:
    """Write a line, shortened where it is too long; what is given back is where the next piece may begin."""
    painter.setFont(theme.ui_font(bold=bold))
    painter.setPen(theme.color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, shown)
    return area.left() + painter.fontMetrics().horizontalAdvance(shown) + 6
