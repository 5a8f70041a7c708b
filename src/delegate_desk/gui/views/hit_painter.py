"""Draws search results: heads in the interface's type, snippets in the reading serif with their words lit."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.core.search import Hit, HitKind
from delegate_desk.gui import icons, names, theme
from delegate_desk.gui.models.hits import Group, HitsModel, More, Role, Row
from delegate_desk.gui.offsets import to_qt

MEASURE = 744
"""How wide the column of results is at most."""
_MARGIN_COLUMN = 78
_SCROLL_BAR = 10
_HEAD = 32
_PADDING = 6
_SNIPPET = 16.0


def column(width: int) -> tuple[int, int]:
    """Left edge and width of the column in a view of some width, the same with and without a scroll bar."""
    width -= _SCROLL_BAR
    wide = min(MEASURE, max(240, width - 32))
    return max(0, (width - wide) // 2), wide


class HitPainter(QStyledItemDelegate):
    """The delegate of the list of results."""

    def __init__(self, view: QListView, model: HitsModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        theme.changed.connect(_laid_out.cache_clear)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(Role.ROW)
        width = self._view.viewport().width()
        if isinstance(row, Group):
            return QSize(width, _HEAD + (8 if index.row() else 0))
        if isinstance(row, More):
            return QSize(width, 40)
        return QSize(width, round(self._layout(row, self._view.width()).boundingRect().height()) + 2 * _PADDING + 2)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(Role.ROW)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        left, width = column(self._view.width())
        area = QRect(left, rect.top(), width, rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Group):
            self._paint_group(painter, row, area)
        else:
            if state & QStyle.StateFlag.State_Selected:
                draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
            if isinstance(row, More):
                painter.setFont(theme.ui_font(13))
                painter.setPen(theme.color("accent"))
                text = str(index.data(Qt.ItemDataRole.DisplayRole))
                painter.drawText(area.adjusted(_MARGIN_COLUMN, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
            else:
                self._paint_hit(painter, row, area)
        painter.restore()

    def _paint_group(self, painter: QPainter, group: Group, area: QRect) -> None:
        inner = area.adjusted(22, area.height() - _HEAD, -12, 0)
        count = str(group.count)
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.color("soft"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        right = inner.right() - painter.fontMetrics().horizontalAdvance(count) - 12
        painter.setFont(theme.ui_font(13, bold=True))
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, group.title)
        x = inner.left() + painter.fontMetrics().horizontalAdvance(group.title) + 6
        if group.marking:
            x = draw_marking(painter, group.marking, x, inner.center().y()) + 6
        painter.setFont(theme.ui_font(13))
        painter.setPen(theme.color("soft"))
        rest = QRect(x, inner.top(), max(0, right - x), inner.height())
        subject = painter.fontMetrics().elidedText(group.subject, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, subject)

    def _paint_hit(self, painter: QPainter, hit: Hit, area: QRect) -> None:
        layout = self._layout(hit, self._view.width())
        top = area.top() + _PADDING
        layout.draw(painter, QPointF(area.left() + _MARGIN_COLUMN, top))
        line = layout.lineAt(0)
        margin = QRectF(area.left() + 8, top, _MARGIN_COLUMN - 20, line.height())
        if hit.kind is HitKind.ANNOTATION and hit.annotation_kind:
            square = QRectF(margin.right() - 12, margin.center().y() - 5, 11, 11)
            icons.draw_kind(painter, AnnotationKind(hit.annotation_kind), square)
            return
        if hit.kind is HitKind.POSITION:
            icons.draw_kind(
                painter,
                AnnotationKind.DRAFTING_SUGGESTION,
                QRectF(margin.right() - 12, margin.center().y() - 5, 11, 11),
            )
            return
        label, font = _margin(hit), theme.reading_font(_SNIPPET)
        if _fits(label):
            painter.setFont(font)
            painter.setPen(theme.color("soft"))
            baseline = top + line.ascent()
            painter.drawText(QPointF(margin.right() - QFontMetricsF(font).horizontalAdvance(label), baseline), label)

    def _layout(self, hit: Hit, view_width: int) -> QTextLayout:
        _, width = column(view_width)
        label = _margin(hit)
        lead = "" if hit.kind is not HitKind.PARAGRAPH or _fits(label) else label
        return _laid_out(lead, hit.snippet, hit.highlights, self._model.aside(hit), width - _MARGIN_COLUMN - 12)


def draw_cursor(painter: QPainter, area: QRectF) -> None:
    """Draw the tint and the bar of what is at hand."""
    path = QPainterPath()
    path.addRoundedRect(area, 6, 6)
    painter.fillPath(path, theme.color("tint"))
    painter.save()
    painter.setClipRect(QRectF(area.left(), area.top(), 5, area.height()))
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, 10, -1), 6, 6)
    painter.restore()


def draw_marking(painter: QPainter, marking: str, x: int, middle: int) -> int:
    """Draw a marking in its outline; what is given back is its right edge."""
    font = theme.ui_font(10, bold=True)
    width = QFontMetricsF(font).horizontalAdvance(marking) + 10
    box = QRectF(x + 0.5, middle - 7.5, width, 16)
    painter.setFont(font)
    painter.setPen(QPen(theme.color("red_line"), 1))
    painter.drawRoundedRect(box, 3, 3)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, marking)
    return round(box.right()) + 1


def _margin(hit: Hit) -> str:
    if hit.kind is not HitKind.PARAGRAPH:
        return ""
    return names.margin_label(hit.address, hit.label)


def _fits(label: str) -> bool:
    return QFontMetricsF(theme.reading_font(_SNIPPET)).horizontalAdvance(label) <= _MARGIN_COLUMN - 20


@lru_cache(maxsize=1024)
def _laid_out(lead: str, snippet: str, lit: Sequence[tuple[int, int]], aside: str, width: int) -> QTextLayout:
    """A snippet set into lines: a long label in front, lit words, and in small letters what is said of it."""
    start = f"{lead}  " if lead else ""
    text = f"{start}{snippet}"
    whole = f"{text}  {aside}" if aside else text
    layout = QTextLayout(whole, theme.reading_font(_SNIPPET))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    formats = [_range(whole, 0, len(text), "ink")]
    if lead:
        formats.append(_range(whole, 0, len(lead), "soft"))
    for begin, end in lit:
        range_ = _range(whole, len(start) + begin, len(start) + end, "ink")
        range_.format.setBackground(theme.color("hit"))
        formats.append(range_)
    small = _range(whole, len(text), len(whole), "soft")
    small.format.setFont(theme.ui_font(11))
    layout.setFormats([*formats, small])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += max(line.height(), 24.0)
    layout.endLayout()
    return layout


def _range(text: str, start: int, end: int, role: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = to_qt(text, start)
    made.length = to_qt(text, end) - made.start
    made.format = QTextCharFormat()
    made.format.setForeground(theme.color(role))
    return made
