"""The one box on top: what is typed in it is searched for, and its keys lead into the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton
from typing_extensions import override

from delegate_desk.gui import icons

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


class SearchBox(QObject):
    """Dresses the field and joins its keys to the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        edit = window.ui.search_edit
        edit.addAction(icons.icon("search"), edit.ActionPosition.LeadingPosition)
        layout = QHBoxLayout(edit)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addStretch(1)
        button = self._keys_button()
        layout.addWidget(button)
        edit.setTextMargins(0, 0, button.sizeHint().width() + 12, 0)
        edit.textEdited.connect(window.search)
        edit.installEventFilter(self)

    def _keys_button(self) -> QToolButton:
        """The key of the palette, in the box that it opens under."""
        button = QToolButton()
        button.setText("Ctrl+K")
        button.setToolTip(self.tr("Every command by its name"))
        button.setAccessibleName(self.tr("Commands"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setProperty("part", "keys")
        button.clicked.connect(self._window.ui.action_commands.trigger)
        return button

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        window, text, key = self._window, self._window.ui.search_edit.text(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and text.strip():
            window.search(text)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            window.tabs.open_search().open_current(new_tab=control)
        elif key == Qt.Key.Key_Down and text.strip():
            window.tabs.open_search().enter()
        elif key == Qt.Key.Key_Escape:
            window.focus_text()
        else:
            return False
        return True
