"""The rows of what was found in the manual: the page and the heading, and under them the sentence."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.core.manual_pages import Found
from delegate_desk.gui import theme

PLACE = Qt.ItemDataRole.UserRole
"""Where a row keeps what was found."""
_Index = QModelIndex | QPersistentModelIndex
_ABOVE = Qt.ItemDataRole.UserRole + 1
_ROW, _LEADING, _LINES = 80, 17, 3


def row_of(found: Found) -> QListWidgetItem:
    """A row."""
    page, passage = found.page, found.passage
    under = next((one.title for one in page.headings if one.name == passage.heading), "")
    above = page.title if passage.is_title or not under else f"{page.title} · {under}"
    item = QListWidgetItem(passage.text)
    item.setData(PLACE, found)
    item.setData(_ABOVE, above)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{passage.text} ({above})")
    return item


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """A text on the lines of a row, the last of which ends in dots where there is more."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        last = len(lines) == _LINES - 1
        cut = text[line.textStart() :] if last else text[line.textStart() : line.textStart() + line.textLength()]
        lines.append(QFontMetrics(font).elidedText(cut, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines


class HitPainter(QStyledItemDelegate):
    """The page and the heading in the quieter colour, and under it the sentence on three lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if state & QStyle.StateFlag.State_Selected else "hairline"))
            painter.drawRoundedRect(box.adjusted(0, 1, -8, -1), 4, 4)
        inner = box.adjusted(8, 6, -16, -4)
        painter.setFont(theme.ui_font(theme.FINE))
        painter.setPen(theme.color("soft"))
        above = painter.fontMetrics().elidedText(str(index.data(_ABOVE)), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, above)
        inner.setTop(inner.top() + 16)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("ink"))
        for n, line in enumerate(_lines(str(index.data()), painter.font(), inner.width())):
            painter.drawText(inner.translated(0, n * _LEADING), Qt.AlignmentFlag.AlignLeft, line)
        painter.restore()
