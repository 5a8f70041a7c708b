"""The command palette: every command by its name, narrowed by what one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
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
from delegate_desk.gui import theme

_WIDTH, _ROW, _ROWS = 560, 28, 12
_ACTION = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """Shows commands; Enter does the one chosen.

    Attributes:
        chosen: The command to do after the palette is closed.
    """

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.chosen: QAction | None = None
        self._actions = [action for action in actions if action.text() and not action.menu()]
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Commands"))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("Type a command"))
        self.edit.setAccessibleName(self.tr("Type a command"))
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self._model = QStandardItemModel(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_CommandPainter(self.list))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        layout.addWidget(self.list)
        self.setFixedSize(_WIDTH, 8 * 3 + 32 + _ROW * _ROWS)
        self.edit.textChanged.connect(self._narrow)
        self.edit.installEventFilter(self)
        self.list.clicked.connect(self._take)
        self._narrow("")

    def show_under(self, widget: QWidget) -> None:
        """Open under a widget, in the middle of it."""
        below = widget.mapToGlobal(QPoint((widget.width() - _WIDTH) // 2, widget.height() + 4))
        self.move(below)
        self.edit.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}
            key = Qt.Key(event.key())
            if key in steps:
                row = self.list.currentIndex().row() + steps[key]
                self._choose(min(max(row, 0), self._model.rowCount() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return False

    def _narrow(self, typed: str) -> None:
        words = fold(typed).split()
        self._model.clear()
        for action in self._actions:
            name = plain_name(action)
            if all(word in fold(name) for word in words):
                item = QStandardItem(name)
                item.setData(action, _ACTION)
                item.setEnabled(action.isEnabled())
                keys = action.shortcut().toString()
                item.setAccessibleText(f"{name}, {keys}" if keys else name)
                self._model.appendRow(item)
        self._choose(0)

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row, 0))

    def _take(self, index: QModelIndex) -> None:
        action = index.data(_ACTION)
        if isinstance(action, QAction) and action.isEnabled():
            self.chosen = action
            self.accept()


def plain_name(action: QAction) -> str:
    """A command's name without the mark of its menu key; commands of a menu within a menu have its name before."""
    name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(" …")
    return f"{action.data()}: {name}" if isinstance(action.data(), str) and action.data() else name


class _CommandPainter(QStyledItemDelegate):
    """The name at the left, the keys at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, _ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        action = index.data(_ACTION)
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint" if state & QStyle.StateFlag.State_Selected else "canvas"))
            painter.drawRoundedRect(box, 4, 4)
        inner = box.adjusted(10, 0, -10, 0)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("ink" if action.isEnabled() else "soft"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.setPen(theme.color("soft"))
        keys = action.shortcut().toString()
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
        painter.restore()
