"""The command palette: every command by its name, narrowed by what one types."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QPainter, QStandardItem
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.gui import keymap, theme
from delegate_desk.gui.narrowed import CHOICE, HEIGHT, ChoicePainter, NarrowedDialog

_WIDTH = 560


class Palette(NarrowedDialog):
    """Shows commands; Enter does the one chosen.

    Attributes:
        chosen: The command to do after the palette is closed.
    """

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, _CommandPainter())
        self.chosen: QAction | None = None
        self._actions = [action for action in actions if action.text() and not action.menu()]
        self.setWindowTitle(self.tr("Commands"))
        self.edit.setPlaceholderText(self.tr("Type a command"))
        self.edit.setAccessibleName(self.tr("Type a command"))
        self.list.setAccessibleName(self.tr("Commands"))
        self.setFixedSize(_WIDTH, HEIGHT)
        self._narrow("")

    def show_under(self, widget: QWidget) -> None:
        """Open under a widget, in the middle of it."""
        below = widget.mapToGlobal(QPoint((widget.width() - _WIDTH) // 2, widget.height() + 4))
        self.move(below)
        self.edit.setFocus()

    @override
    def _found(self, words: Sequence[str]) -> Iterator[QStandardItem]:
        for action in self._actions:
            name = plain_name(action)
            if all(word in fold(name) for word in words):
                item = QStandardItem(name)
                item.setData(action, CHOICE)
                item.setEnabled(action.isEnabled())
                keys = keymap.shown(action.shortcut())
                item.setAccessibleText(f"{name}, {keys}" if keys else name)
                yield item

    @override
    def _take(self, index: QModelIndex) -> None:
        action = index.data(CHOICE)
        if isinstance(action, QAction) and action.isEnabled():
            self.chosen = action
            self.accept()


def plain_name(action: QAction) -> str:
    """A command's name without the mark of its menu key; commands of a menu within a menu have its name before."""
    name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(" …")
    return f"{action.data()}: {name}" if isinstance(action.data(), str) and action.data() else name


class _CommandPainter(ChoicePainter):
    """The name at the left, the keys at the right."""

    @override
    def _write(self, painter: QPainter, inner: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        action = index.data(CHOICE)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("ink" if action.isEnabled() else "soft"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.setPen(theme.color("soft"))
        keys = keymap.shown(action.shortcut())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, keys)
