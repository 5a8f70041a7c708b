"""Draws the rows of the library."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.gui.library.documents_model import DocumentsModel, LibraryRow, RowKind
from delegate_desk.gui.widgets import theme

_Index = QModelIndex | QPersistentModelIndex
_LEFT, _INDENT = 16, 34
_HEADS = (RowKind.HEAD, RowKind.MISSING_HEAD, RowKind.TRASH)
_IN_MARGIN = (
    *_HEADS,
    RowKind.DOSSIER,
    RowKind.MORE_DOSSIERS,
    RowKind.FAMILY,
    RowKind.POSITION,
    RowKind.TAG,
    RowKind.SEARCH,
    RowKind.MEETING,
    RowKind.MISSING,
)
_QUIET = (
    *_HEADS,
    RowKind.MORE_DOSSIERS,
    RowKind.DOCUMENT,
    RowKind.MISSING,
    RowKind.REFERRER,
    RowKind.TRASHED,
    RowKind.TRASHED_NOTE,
    RowKind.TRASHED_MEETING,
)
_NAMED = (RowKind.DOCUMENT, RowKind.POSITION, RowKind.REFERRER, RowKind.TRASHED)
"""Rows that end in a language, which stays in sight."""

_AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_REMEMBERED = 256
"""So many rows are not measured again: those in sight, and a little around them."""


class LibraryPainter(QStyledItemDelegate):
    """Draws rows as in a table of contents: heads small and semi-bold, versions a step in, figures at the right."""

    def __init__(self, view: QListView, model: DocumentsModel, is_current: Callable[[LibraryRow], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._is_current = is_current

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        above = theme.TIGHT if self._model.rows[index.row()].kind in _HEADS else 0
        return QSize(0, theme.row_height() + above)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.rows[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        current = self._is_current(row)
        chosen = bool(state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is not RowKind.HEAD and (current or chosen or state & QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if current or chosen else "hairline"))
            painter.setOpacity(1.0 if current or chosen else 0.5)
            painter.drawRoundedRect(box.adjusted(8, 0, -8, 0), 4, 4)
            painter.setOpacity(1.0)
        left = _LEFT if row.kind in _IN_MARGIN else _INDENT
        if row.kind in _HEADS:
            box = box.adjusted(0, 8, 0, 0)
        inner = box.adjusted(left, 0, -_LEFT, 0)
        size, is_head = (theme.FINE, True) if row.kind in _HEADS else (theme.BASE, False)
        if row.side:
            painter.setFont(theme.ui_font(size, bold=is_head))
            painter.setPen(theme.color("soft"))
            painter.drawText(inner, _AT_THE_RIGHT, row.side)
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(row.side) - 8)
        painter.setFont(theme.ui_font(size, bold=is_head or current))
        painter.setPen(theme.color("accent" if current else "soft" if row.kind in _QUIET else "ink"))
        elide = Qt.TextElideMode.ElideMiddle if row.kind in _NAMED else Qt.TextElideMode.ElideRight
        text = _elided(row.text, size, is_head or current, elide, inner.width())
        painter.drawText(inner, _AT_THE_LEFT, text)
        painter.restore()


@lru_cache(_REMEMBERED)
def _elided(text: str, size: int, bold: bool, elide: Qt.TextElideMode, width: int) -> str:
    """A text as far as there is room for it; to measure it takes half of the time of a row."""
    return QFontMetrics(theme.ui_font(size, bold=bold)).elidedText(text, elide, width)
