"""A list of which several rows can be chosen, and what is done with those chosen by keys and by a menu."""

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget
from typing_extensions import override

from delegate_desk.gui.widgets import key_bindings


class ActionList(QListView):
    """The list; one that derives from it gives it a model, actions and a menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.show_menu)

    @abstractmethod
    def show_menu(self, point: QPoint | None = None) -> None:
        """Show the context menu of the selected annotations, at the current annotation where no point is given."""

    def _action(self, text: str, do: Callable[[], object], *keys: str, name: str = "") -> QAction:
        """Something that can be done, and the keys that do it while the list has the focus.

        Args:
            text: What it is called.
            do: What does it.
            keys: That it is given.
            name: By which its keys can be chosen; they cannot where there is none.
        """
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False: do())
        self.addAction(action)
        key_bindings.attach([action], self)
        return action

    def _step(self, by: int) -> None:
        """Go to the next row or the previous."""
        move = QAbstractItemView.CursorAction.MoveDown if by > 0 else QAbstractItemView.CursorAction.MoveUp
        index: QModelIndex = self.moveCursor(move, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self.setCurrentIndex(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters and keys of commands choose no row, as Qt would let them."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pages = control and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        letter = event.text().isprintable() and event.text().strip() and not control
        if pages or letter or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
