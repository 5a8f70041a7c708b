"""Keys of commands that cannot be done now: they are said to be, and type nothing, whatever has the keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.gui.command_palette import menu_commands, plain_name
from delegate_desk.gui.context import Context
from delegate_desk.gui.shell.tabs.tabs import Tabs
from delegate_desk.gui.widgets import key_bindings

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QAbstractButton)
"""What does something of its own with keys, whatever is pressed with them: a button is pressed by Ctrl+Enter too."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyGuard(QObject):
    """Keeps such keys from the field that has the focus, unless it has a use for them itself.

    Outside of fields a pane may answer a key by itself; what nobody answers comes to the window.
    """

    def __init__(self, context: Context, bar: QMenuBar, tabs: Tabs) -> None:
        super().__init__(context.window)
        self._context, self._bar, self._tabs = context, bar, tabs
        self._field: QWidget | None = None
        context.window.installEventFilter(self)
        tabs.window_made.connect(lambda made: made.installEventFilter(self))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._attend)

    def tell(self, event: QKeyEvent) -> bool:
        """Say that what a key does is not available here; False for the key of no such command."""
        actions = {one.objectName(): one for _, several in menu_commands(self._bar) for one in several}
        having = [actions[name] for name in key_bindings.pressed_commands(event, actions)]
        action = having[0] if having and not any(one.isEnabled() for one in having) else None
        if action is not None:
            said = self.tr("{command} is not available here").format(command=plain_name(action))
            self._context.notify.pass_by(said)
        return action is not None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched in self._windows():
            return self.tell(event)
        if not _commands(event):
            return False
        return not _is_claimed(watched, event) and self.tell(event)

    def _windows(self) -> list[QWidget]:
        """Those that have the commands: the main one, and those for tabs."""
        return [self._context.window, *self._tabs.windows]

    def _attend(self, _: QWidget | None, widget: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        is_field = isinstance(widget, _FIELDS) and widget.window() in self._windows()
        self._field = widget if is_field else None
        if self._field is not None:
            self._field.installEventFilter(self)


def _commands(event: QKeyEvent) -> bool:
    """True for a key that types nothing by itself."""
    return bool(event.modifiers() & _COMMAND) or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35


def _is_claimed(field: QObject, event: QKeyEvent) -> bool:
    """True if a field has a use for a key, as it tells Qt before a shortcut is looked for."""
    offer = QKeyEvent(
        QEvent.Type.ShortcutOverride,
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
    )
    offer.ignore()
    QCoreApplication.sendEvent(field, offer)
    return offer.isAccepted()
