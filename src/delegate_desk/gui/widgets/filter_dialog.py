"""A filter field over a list of choices: in the middle of a window, or below a button."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import column_layout
from delegate_desk.gui.widgets.rows.row_list import write_line

CHOICE = Qt.ItemDataRole.UserRole
"""Item data role of the number of a row's choice."""
_ROW, _ROWS, _EDGE = 28, 12, 8
HEIGHT = _EDGE * 3 + 32 + _ROW * _ROWS
_WIDTH, _LEAST, _MOST = 640, 240, 420
_Index = QModelIndex | QPersistentModelIndex


class FilterDialog(QDialog):
    """A filter field over a list; subclasses describe the rows."""

    chosen = Signal(object)  # once the dialog is closed

    def __init__(self, parent: QWidget, delegate: ChoiceDelegate) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("palette")
        self._choices: dict[int, tuple[str, str, Any]] = {}
        self.edit = QLineEdit()
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.rows = QStandardItemModel(self)
        self.list.setModel(self.rows)
        delegate.setParent(self.list)
        self.list.setItemDelegate(delegate)
        self._stack = column_layout(self.edit, self.list, within=self, margins=_EDGE, spacing=_EDGE)
        self.edit.textChanged.connect(self._filter)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._accept_row)

    def place(self, window: QWidget, title: str, hint: str, rows: str) -> None:
        """Place the dialog in the upper middle of a window, with a hint in its field and a name for its rows."""
        self.setWindowTitle(title)
        self.edit.setPlaceholderText(hint)
        self.edit.setAccessibleName(title)
        self.list.setAccessibleName(rows)
        width = min(_WIDTH, window.width() - 32)
        self.setFixedSize(width, min(HEIGHT, window.height() - 80))
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 48)

    def offer(self, choices: Iterable[tuple[str, str, Any]]) -> None:
        """Offer choices: the text of the row, the words by which it is found, and the value."""
        self._choices = {n: (text, fold(words), value) for n, (text, words, value) in enumerate(choices)}
        self._filter(self.edit.text())

    @abstractmethod
    def _describe(self, item: QStandardItem, value: Any) -> None:
        """Complete the row of a value: what is drawn beside its text, and read."""

    def _filter(self, typed: str) -> None:
        terms = fold(typed).split()
        self.rows.clear()
        for number, (text, words, value) in self._choices.items():
            if all(word in words for word in terms):
                item = QStandardItem(text)
                item.setData(number, CHOICE)
                self._describe(item, value)
                self.rows.appendRow(item)
        self._choose(0)

    def _accept_row(self, index: QModelIndex) -> None:
        if index.isValid():
            value = self._choices[index.data(CHOICE)][-1]
            self.accept()
            self.chosen.emit(value)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0))

    def _act_on_row(self, key: Qt.Key) -> bool:
        """Move to another row, or accept the current one; False for a key that does neither."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
        if key in steps:
            row = self.list.currentIndex().row() + steps[key]
            self._choose(min(max(row, 0), self.rows.rowCount() - 1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept_row(self.list.currentIndex())
            return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._act_on_row(Qt.Key(event.key()))
        return False


class ChoiceDelegate(QStyledItemDelegate):
    """Draws the background of a row; subclasses draw its content."""

    @abstractmethod
    def _write(self, painter: QPainter, inner: QRect, index: _Index) -> None:
        """Draw the content of a row in a rectangle."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, theme.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if state & QStyle.StateFlag.State_Selected else "canvas"))
            painter.drawRoundedRect(box, 4, 4)
        self._write(painter, box.adjusted(10, 0, -10, 0), index)
        painter.restore()


class NameChooserDialog(FilterDialog):
    """Names with their values; the name of the current one is bold, that of a missing one, with no value, amber."""

    removed = Signal(object)  # Del was pressed on a name, which is no longer offered

    def __init__(self, choices: Sequence[tuple[str, object]], parent: QWidget, *, current: object = None) -> None:
        super().__init__(parent, _NameDelegate())
        self._current = current
        self.can_remove = self.follows_control = False
        self.offer((name, name, value) for name, value in choices)
        self._choose(next((n for n, (_, value) in enumerate(choices) if value == current), 0))

    def show_below(self, button: QWidget) -> None:
        """Show the dialog below a button until something is chosen, or the mouse is pressed elsewhere."""
        self.setWindowFlags(Qt.WindowType.Popup)
        self.edit.setPlaceholderText(self.tr("Filter"))
        self.edit.setAccessibleName(self.tr("Filter"))
        self.list.setAccessibleName(button.accessibleName())
        metrics = QFontMetrics(theme.ui_font(bold=True))
        width = max((metrics.horizontalAdvance(name) for name, *_ in self._choices.values()), default=0) + 5 * _EDGE
        rows = min(len(self._choices), _ROWS) * theme.row_height()
        self.setFixedSize(min(max(width, _LEAST), _MOST), rows + self.edit.sizeHint().height() + 3 * _EDGE + 2)
        corner, screen = button.mapToGlobal(button.rect().bottomLeft()), button.screen().availableGeometry()
        left = min(corner.x(), min(screen.right(), button.window().geometry().right()) - self.width())
        self.move(max(left, screen.left()), max(min(corner.y(), screen.bottom() - self.height()), screen.top()))
        self.show()
        self.edit.setFocus()

    @override
    def _describe(self, item: QStandardItem, value: Any) -> None:
        role = "accent" if value == self._current else "scrutiny_reservation" if value is None else "ink"
        item.setData(role, _ROLE)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease and self.follows_control:
            if event.key() == Qt.Key.Key_Control:
                self._accept_row(self.list.currentIndex())
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.rows.rowCount():
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                step = 1 if event.key() == Qt.Key.Key_Tab else -1
                self._choose((self.list.currentIndex().row() + step) % self.rows.rowCount())
                return True
            index = self.list.currentIndex()
            if event.key() == Qt.Key.Key_Delete and self.can_remove and index.isValid():
                row, (_, _, value) = index.row(), self._choices.pop(index.data(CHOICE))
                self.rows.removeRow(row)
                self._choose(min(row, self.rows.rowCount() - 1))
                self.removed.emit(value)
                if not self._choices:
                    self.reject()
                return True
        return super().eventFilter(watched, event)


_ROLE = CHOICE + 1
"""Item data role of the colour of a name: ``accent`` for the current one."""


class _NameDelegate(ChoiceDelegate):
    @override
    def _write(self, painter: QPainter, inner: QRect, index: _Index) -> None:
        name, role = str(index.data()), str(index.data(_ROLE))
        write_line(painter, inner, name, role, bold=role == "accent", middle=True)


def choose_below(button: QWidget, choices: Sequence[tuple[str, object]], current: object) -> NameChooserDialog:
    """Offer names with their values below a button; the caller connects to ``chosen``."""
    dialog = NameChooserDialog(choices, button, current=current)
    dialog.show_below(button)
    return dialog
