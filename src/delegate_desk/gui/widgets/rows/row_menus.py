"""Context menu of a row: by the right button, by the menu key and by Shift+F10."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu
from typing_extensions import override


class RowMenus(QObject):
    """Offers the menus of the rows of a list; the row that it is about is at hand then."""

    def __init__(self, rows: QAbstractItemView, menu_of: Callable[[QModelIndex], QMenu | None]) -> None:
        """Offer menus.

        Args:
            rows: The list.
            menu_of: What can be done with a row; None where nothing can.
        """
        super().__init__(rows)
        self._rows = rows
        self._menu_for_index = menu_of
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(self._show_menu_at)
        rows.installEventFilter(self)

    def show_menu(self) -> None:
        """Offer what can be done with the row at hand, beside it."""
        box = self._rows.visualRect(self._rows.currentIndex())
        self._show_menu_for(self._rows.currentIndex(), QPoint(box.left() + min(box.width() // 2, 80), box.center().y()))

    def _show_menu_at(self, point: QPoint) -> None:
        self._show_menu_for(self._rows.indexAt(point), point)

    def _show_menu_for(self, index: QModelIndex, point: QPoint) -> None:
        if not index.isValid():
            return
        if not self._rows.selectionModel().isSelected(index):
            self._rows.setCurrentIndex(index)
        menu = self._menu_for_index(index)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._rows.viewport().mapToGlobal(point))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.show_menu()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and is_menu_key(event):
            self.show_menu()
            return True
        return False


def is_menu_key(event: QKeyEvent) -> bool:
    """True for the menu key and for Shift+F10."""
    with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and with_shift)
