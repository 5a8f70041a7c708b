"""The panel below the search field: filters, rows in groups, and the keys that choose them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QPushButton, QWidget
from typing_extensions import override

from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import FlowRow, column_layout, label, row_layout, set_part
from delegate_desk.gui.widgets.rows.row_list import set_up_list
from delegate_desk.gui.widgets.rows.row_model import Index, RowModel
from delegate_desk.gui.widgets.rows.row_painting import RIGHT, RowDelegate, is_hovered, is_selected, write_line

_HEAD, _LINE, _TWO_LINES = 26, 30, 48
_LEAST_WIDTH, _MOST_HEIGHT = 560, 0.7
_EDGE, _SIGN, _GAP, _FILTER_GAP = 12, 16, 10, 6


@dataclass(frozen=True, slots=True)
class PanelHead:
    """Head of a group: its name, and at the right the number of rows."""

    text: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row that can be chosen.

    Attributes:
        run: Carries it out; with True in a new tab.
        sign: Before the text: an icon, or a character.
        aside: In grey after the text.
        below: Second line; a row that has one uses the reading font.
        highlights: Matching words of the text: 0-based, end-exclusive, in code points.
        detail: At the right, such as the menu of a command.
        key: At the right, the key for the same.
        command: Name of the command, by which it is remembered.
        is_enabled: False if it is not available; ``detail`` tells why.
        opens_document: True if Space can preview it.
    """

    text: str
    run: Callable[[bool], object]
    sign: QIcon | str = ""
    aside: str = ""
    below: str = ""
    highlights: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    key: str = ""
    command: str = ""
    is_enabled: bool = True
    opens_document: bool = False


@dataclass(frozen=True, slots=True)
class PanelFilter:
    """A filter that is switched on or off in the query, or begun in it."""

    text: str
    switch: Callable[[], object]
    is_on: bool = False


Row = PanelHead | PanelRow


class _Rows(RowModel[Row]):
    head = PanelHead

    @override
    def key(self, row: Row) -> object:
        return row.text if isinstance(row, PanelHead) else (row.text, row.below, row.detail, row.command)

    @override
    def accessible_text(self, row: Row) -> str:
        if isinstance(row, PanelHead):
            return " ".join(filter(None, (row.text, row.count)))
        return ", ".join(filter(None, (row.text, row.aside, row.below, row.detail, row.key)))


class _Delegate(RowDelegate[Row]):
    @override
    def _height(self, row: Row) -> int:
        if isinstance(row, PanelHead):
            return max(_HEAD, QFontMetrics(theme.ui_font(theme.FINE)).height() + 8)
        line = QFontMetrics(theme.ui_font()).height()
        return max(_TWO_LINES, 2 * line + 12) if row.below else max(_LINE, line + 10)

    @override
    def _paint(self, painter: QPainter, row: Row, index: Index, option: Any) -> None:
        box: QRect = option.rect
        inner = box.adjusted(_EDGE, 0, -_EDGE, 0)
        if isinstance(row, PanelHead):
            write_line(painter, inner, row.text, "soft", bold=True, size=theme.FINE)
            write_line(painter, inner, row.count, "soft", size=theme.FINE, align=RIGHT)
            return
        self._paint_ground(painter, box, selected=is_selected(option), hovered=is_hovered(option))
        lines = [inner]
        if row.below:
            middle = box.top() + round(box.height() * 0.56)
            lines = [
                QRect(inner.left(), box.top() + 4, inner.width(), middle - box.top() - 4),
                QRect(inner.left(), middle, inner.width(), box.bottom() - middle - 3),
            ]
        self._paint_sign(painter, row, QRect(inner.left(), lines[0].center().y() - _SIGN // 2, _SIGN, _SIGN))
        first = lines[0].adjusted(_SIGN + _GAP, 0, 0, 0)
        first.setRight(self._paint_right(painter, row, first))
        role = "ink" if row.is_enabled else "soft"
        if row.below:
            self._write_found(painter, row, first)
            write_line(painter, lines[1].adjusted(_SIGN + _GAP, 0, 0, 0), row.below, "soft", size=theme.SMALL)
        else:
            first.setLeft(write_line(painter, first, row.text, role) + 8)
            write_line(painter, first, row.aside, "soft", size=theme.SMALL)

    def _paint_ground(self, painter: QPainter, box: QRect, *, selected: bool, hovered: bool) -> None:
        if selected:
            painter.fillRect(box.adjusted(4, 0, -4, 0), theme.color("tint"))
            painter.fillRect(QRect(box.left() + 1, box.top(), 3, box.height()), theme.color("accent"))
        elif hovered:
            painter.fillRect(box.adjusted(4, 0, -4, 0), theme.color("canvas"))

    def _paint_sign(self, painter: QPainter, row: PanelRow, square: QRect) -> None:
        if isinstance(row.sign, QIcon):
            row.sign.paint(painter, square)
        else:
            write_line(painter, square, row.sign, "soft", align=Qt.AlignmentFlag.AlignCenter)

    def _paint_right(self, painter: QPainter, row: PanelRow, area: QRect) -> int:
        """Draw the right part; return where the text has to end."""
        right = area.right()
        if row.key:
            font = theme.ui_font(theme.FINE)
            width = QFontMetrics(font).horizontalAdvance(row.key) + 12
            cap = QRectF(right - width, area.center().y() - 9.5, width, 19)
            painter.setPen(QPen(theme.color("hairline"), 1))
            painter.setBrush(theme.color("canvas"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setFont(font)
            painter.setPen(theme.color("soft"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, row.key)
            right -= width + 8
        if row.detail:
            room = QRect(area.left(), area.top(), right - area.left(), area.height())
            right = write_line(painter, room, row.detail, "soft", size=theme.SMALL, align=RIGHT) - 8
        return right

    def _write_found(self, painter: QPainter, row: PanelRow, area: QRect) -> None:
        """Write the first line in the reading font, with highlighted matches."""
        font = theme.reading_font(theme.LARGE)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, area.width())
        for start, end in row.highlights:
            left, width = metrics.horizontalAdvance(shown[:start]), metrics.horizontalAdvance(shown[start:end])
            ground = QRect(area.left() + left, area.center().y() - metrics.height() // 2, width, metrics.height())
            painter.fillRect(ground, theme.color("hit"))
        write_line(painter, area, row.text, "ink", font=font)


class _Filters(FlowRow):
    def __init__(self) -> None:
        super().__init__((), _FILTER_GAP)
        self.buttons: list[QPushButton] = []
        self._filters: Sequence[PanelFilter] = ()

    def show_filters(self, filters: Sequence[PanelFilter]) -> None:
        self._filters = filters
        if [button.text() for button in self.buttons] != [value.text for value in filters]:
            for button in self.buttons:
                button.hide()
                button.deleteLater()
            self.widgets = self.buttons = [self._button(n, value.text) for n, value in enumerate(filters)]
        for button, value in zip(self.buttons, filters, strict=True):
            button.setChecked(value.is_on)
            button.show()
        self.setVisible(bool(filters))

    def lay_out(self, width: int) -> None:
        self.setFixedSize(width, self.heightForWidth(width) + _FILTER_GAP)
        self.place()

    def _button(self, number: int, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_part(button, "filter")
        button.clicked.connect(partial(self._switch, number))
        return button

    def _switch(self, number: int) -> None:
        self._filters[number].switch()


class FieldPanel(QFrame):
    """Shows rows below a field that keeps the focus; it never covers the field."""

    taken = Signal(object, bool)  # A row was chosen, with the ``PanelRow``, and True for a new tab

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("field_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.model = _Rows(self)
        self.filters = _Filters()
        self.list = QListView()
        set_up_list(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Documents, text, notes and commands"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list, self.model))
        self._foot = QFrame()
        self._foot.setObjectName("field_foot")
        self._keys, self._more = label("", "small"), label("", "small")
        row_layout((self._keys, 1), self._more, within=self._foot, margins=(12, 0, 12, 0))
        filters = (self.filters, 0, Qt.AlignmentFlag.AlignHCenter)
        column_layout(filters, (self.list, 1), self._foot, within=self, margins=(1, 8, 1, 1), spacing=0)
        self.list.clicked.connect(lambda index: self._take(index, new_tab=False))
        self.hide()

    def show_rows(
        self, rows: Sequence[Row], filters: Sequence[PanelFilter], *, more: str, is_first_selected: bool = True
    ) -> None:
        """Show rows; the first available one is selected, unless one selected by arrow key still exists."""
        self.model.set_rows(rows)
        self.filters.show_filters(filters)
        self._keys.setText(
            self.tr("Enter open   Ctrl+Enter new tab   Space preview   Tab complete", "keys, three spaces between them")
        )
        self._more.setText(more)
        first = next((n for n, row in enumerate(rows) if isinstance(row, PanelRow)), -1)
        self.list.setCurrentIndex(self.model.index(first) if is_first_selected else QModelIndex())
        self.list.scrollToTop()
        self._place()
        self.show()
        self.raise_()

    def summary(self) -> str:
        """Return the groups with their counts, for screen readers."""
        heads = (row for row in self.model.rows if isinstance(row, PanelHead))
        return ", ".join(self.model.accessible_text(head) for head in heads) if self.isVisible() else ""

    def current(self) -> PanelRow | None:
        row = self.model.row(self.list.currentIndex()) if self.isVisible() else None
        return row if isinstance(row, PanelRow) else None

    def step(self, by: int) -> None:
        numbers = [n for n, row in enumerate(self.model.rows) if isinstance(row, PanelRow)]
        if not numbers:
            return
        here = self.list.currentIndex().row()
        at = (numbers.index(here) + by) % len(numbers) if here in numbers else (0 if by > 0 else -1)
        self.list.setCurrentIndex(self.model.index(numbers[at]))
        if not at:
            self.list.scrollToTop()

    def take_current(self, *, new_tab: bool) -> bool:
        """Choose the selected row; False if there is none."""
        row = self.current()
        if row is not None:
            self._take(self.list.currentIndex(), new_tab=new_tab)
        return row is not None

    def rows(self) -> list[PanelRow]:
        return [row for row in self.model.rows if isinstance(row, PanelRow)] if self.isVisible() else []

    def _take(self, index: QModelIndex, *, new_tab: bool) -> None:
        row = self.model.row(index)
        if isinstance(row, PanelRow) and row.is_enabled:
            self.taken.emit(row, new_tab)

    def _place(self) -> None:
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        width = min(max(_LEAST_WIDTH, self._field.width()), window.width() - 16)
        if not self.filters.isHidden():
            self.filters.lay_out(width - 26)
        foot = max(30, QFontMetrics(theme.ui_font(theme.SMALL)).height() + 12)
        self._foot.setFixedHeight(foot)
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, _Delegate)
        rows = sum(delegate._height(row) for row in self.model.rows)
        filters = 0 if self.filters.isHidden() else self.filters.height()
        height = min(rows + filters + foot + 11, round(window.height() * _MOST_HEIGHT))
        self._more.setVisible(self._keys.sizeHint().width() + self._more.sizeHint().width() + 40 <= width)
        self.setGeometry(min(corner.x(), window.width() - width - 8), corner.y(), width, height)
