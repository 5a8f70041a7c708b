"""Drawing of library rows: a family in its title and a line below it, everything else in one line."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle
from typing_extensions import override

from delegate_desk.core.positions.position import PositionStatus
from delegate_desk.gui.library.documents_model import SECTIONS, DocumentsModel, LibraryRow, RowKind
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.row_list import (
    CURSOR_BAR,
    RIGHT,
    Index,
    RowDelegate,
    RowModel,
    count_title_lines,
    draw_chevron,
    draw_ground,
    draw_marking,
    is_hovered,
    is_selected,
    title_lines,
    write_line,
)

_LEFT, _INDENT, _EDGE, _DOT = 16, 32, 16, 7
_LINE, _META = 18, 16
"""Height of a title line, and of the line below it."""
_ICONS = {
    RowKind.TODAY: "calendar",
    RowKind.SEARCH: "bookmark",
    RowKind.MISSING_HEAD: "circle-dashed",
    RowKind.ACTS_HEAD: "file-text",
    RowKind.TRASH_HEAD: "trash",
    RowKind.BACK: "chevron-left",
}
_PLAIN = (RowKind.TODAY, RowKind.SEARCH, RowKind.MEETING, RowKind.DOSSIER, RowKind.MEETINGS, *SECTIONS)
"""Rows in the text colour; all others except families are soft."""
_TITLED = (RowKind.FAMILY, RowKind.MEETING)
"""Rows with a title in one or two lines, and a line below it."""
_BOLD = (RowKind.HEAD, RowKind.DOSSIER, RowKind.MEETINGS)
STATUS_ROLES = {
    PositionStatus.DRAFT: "accent",
    PositionStatus.CLEARED: "support",
    PositionStatus.SENT: "soft",
    PositionStatus.WITHDRAWN: "soft",
}


class LibraryDelegate(RowDelegate[LibraryRow]):
    """Draws a row of the library: a family or a meeting in its title and a line below it, all else in one line."""

    def __init__(
        self,
        view: QListView,
        model: RowModel[LibraryRow],
        library: DocumentsModel,
        is_current: Callable[[LibraryRow], bool],
    ) -> None:
        super().__init__(view, model)
        self._library = library
        self._is_current = is_current

    @override
    def _height(self, row: LibraryRow) -> int:
        if row.kind in _TITLED:
            lines = count_title_lines(self._library.text(row), self._title_width())
            return _LINE * lines + _META + (theme.NEAR if theme.density() == "comfortable" else 4)
        return theme.row_height() + {RowKind.HEAD: theme.TIGHT, RowKind.VERSION: -theme.TIGHT}.get(row.kind, 0)

    @override
    def _paint(self, painter: QPainter, row: LibraryRow, index: Index, option: Any) -> None:
        current = self._is_current(row)
        focused = self._view.hasFocus() and bool(option.state & QStyle.StateFlag.State_HasFocus)
        tinted = current or focused or (is_selected(option) and self._view.hasFocus())
        if row.kind is not RowKind.HEAD and (tinted or is_hovered(option)):
            ground = option.rect.adjusted(8, 0, -8, 0)
            draw_ground(painter, ground, tinted=tinted)
            if focused:
                painter.fillRect(ground.left(), ground.top(), CURSOR_BAR, ground.height(), theme.color("accent"))
        if row.kind is RowKind.VERSION:
            self._paint_meta(painter, row, option.rect.adjusted(_INDENT, 0, -_EDGE, 0), row.text)
            return
        if row.kind not in _TITLED:
            self._paint_line(painter, row, option.rect, current=current)
            return
        box, text, width = option.rect, self._library.text(row), self._title_width()
        lines = title_lines(text, width, count_title_lines(text, width), bold=current)
        top = box.top() + (box.height() - _LINE * len(lines) - _META) // 2
        if row.is_unfolded is not None:
            draw_chevron(painter, QPointF(_LEFT + 5, top + _LINE / 2), is_down=row.is_unfolded)
        if self._library.is_unread(row.documents):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            middle = QPointF(_LEFT + 6 if row.is_unfolded is None else _LEFT - 3, top + _LINE / 2)
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        inner = QRect(_INDENT, top, box.width() - _INDENT - _EDGE, _LINE)
        for line in lines:
            write_line(painter, inner, line, "accent" if current else "ink", bold=current)
            inner.translate(0, _LINE)
        inner.setHeight(_META)
        name = row.documents[0].name.removeprefix("ST ") if row.documents else row.side
        self._paint_meta(painter, row, inner, name)

    def _title_width(self) -> int:
        return self._view.viewport().width() - _INDENT - _EDGE

    def _paint_meta(self, painter: QPainter, row: LibraryRow, box: QRect, name: str) -> None:
        """Write the number of a version, the status of our position, and its languages at the right."""
        from delegate_desk.gui.widgets.labels import positions

        languages = " ".join(dict.fromkeys(document.header.language.upper() for document in row.documents))
        box = QRect(box)
        box.setRight(write_line(painter, box, languages, "soft", size=theme.FINE, align=RIGHT) - theme.NEAR)
        status = self._library.status(row)
        role = "accent" if row.kind is RowKind.VERSION and self._is_current(row) else "soft"
        if status is None:
            write_line(painter, box, name, role, size=theme.FINE, elide=Qt.TextElideMode.ElideMiddle)
            return
        badge = positions.status_badge(status)
        width = QFontMetrics(theme.ui_font(theme.FINE, bold=True)).horizontalAdvance(badge)
        room = box.adjusted(0, 0, -width - 18, 0)
        end = write_line(painter, room, name, role, size=theme.FINE, elide=Qt.TextElideMode.ElideMiddle)
        draw_marking(painter, badge, end + 6, box.center().y(), STATUS_ROLES[status])

    def _paint_line(self, painter: QPainter, row: LibraryRow, box: QRect, *, current: bool) -> None:
        is_head, is_bold = row.kind is RowKind.HEAD, current or row.kind in _BOLD
        inner = box.adjusted(_LEFT, theme.NEAR if is_head else 0, -_EDGE, 0)
        icon = _ICONS.get(row.kind)
        if icon is not None:
            theme.icon(icon).paint(painter, QRect(_LEFT, box.center().y() - 6, 14, 14))
            inner.setLeft(_LEFT + 22)
        elif row.kind is RowKind.NAMED:
            theme.icon("circle-dashed").paint(painter, QRect(_INDENT, box.center().y() - 4, 10, 10))
            inner.setLeft(_INDENT + 16)
        elif row.is_unfolded is not None and row.kind is not RowKind.MORE_DOSSIERS:
            draw_chevron(painter, QPointF(_LEFT + 5, box.center().y()), is_down=row.is_unfolded)
            inner.setLeft(_LEFT + 14)
        elif not is_head and row.kind is not RowKind.TRASHED:
            inner.setLeft(_INDENT)
        if row.kind is RowKind.MISSING_HEAD:
            draw_chevron(painter, QPointF(box.right() - _EDGE - 3, box.center().y()), is_down=False)
            inner.setRight(inner.right() - theme.APART)
        if row.kind is RowKind.TODAY and row.side:
            width = QFontMetrics(theme.ui_font(theme.FINE, bold=True)).horizontalAdvance(row.side) + 10
            inner.setRight(inner.right() - width)
            middle = box.center().y()
            draw_marking(painter, row.side, inner.right(), middle, "scrutiny_reservation", ground="warning_ground")
        elif row.side:
            role = "accent" if row.kind is RowKind.SEARCH else "soft"
            inner.setRight(write_line(painter, inner, row.side, role, size=theme.FINE, align=RIGHT) - theme.NEAR)
        role = "accent" if current else "ink" if row.kind in _PLAIN else "soft"
        ends_in_language = row.kind in (RowKind.REFERRER, RowKind.TRASHED) and bool(row.documents)
        elide = Qt.TextElideMode.ElideMiddle if ends_in_language else Qt.TextElideMode.ElideRight
        size = theme.FINE if is_head or row.kind is RowKind.NAMED else theme.BASE
        write_line(painter, inner, row.text, role, bold=is_bold, size=size, elide=elide)
