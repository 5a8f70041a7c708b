"""A list filtered while typing: every word typed must occur; the arrows move, Enter accepts."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.gui.widgets import theme

CHOICE = Qt.ItemDataRole.UserRole
"""Where a row keeps what it stands for."""
_ROW, _ROWS = 28, 12
HEIGHT = 8 * 3 + 32 + _ROW * _ROWS
_Index = QModelIndex | QPersistentModelIndex


class FilterDialog(QDialog):
    """A box to type in, over a list; one that derives from it says what is found, and what it is to take a row."""

    def __init__(self, parent: QWidget, painter: "ChoiceDelegate") -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.edit = QLineEdit()
        self.list = QListView()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.rows = QStandardItemModel(self)
        self.list.setModel(self.rows)
        painter.setParent(self.list)
        self.list.setItemDelegate(painter)
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(8, 8, 8, 8)
        self._stack.setSpacing(8)
        self._stack.addWidget(self.edit)
        self._stack.addWidget(self.list)
        self.edit.textChanged.connect(self._filter)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._accept_row)

    @abstractmethod
    def _matching_items(self, words: Sequence[str]) -> Iterable[QStandardItem]:
        """The rows of what has all of some words, which are folded; of all where there are none."""

    @abstractmethod
    def _accept_row(self, index: QModelIndex) -> None:
        """Take what a row stands for; nothing where the index is of none."""

    def _filter(self, typed: str) -> None:
        self.rows.clear()
        for item in self._matching_items(fold(typed).split()):
            self.rows.appendRow(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.rows.index(row, 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            key = Qt.Key(event.key())
            if key in steps:
                row = self.list.currentIndex().row() + steps[key]
                self._choose(min(max(row, 0), self.rows.rowCount() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept_row(self.list.currentIndex())
                return True
        return False


class ChoiceDelegate(QStyledItemDelegate):
    """A row on its ground; one that derives from it says what is written on it."""

    @abstractmethod
    def _write(self, painter: QPainter, inner: QRect, index: _Index) -> None:
        """Write a row into a box."""

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
