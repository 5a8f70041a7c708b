"""A field that takes the next key pressed for what is typed in it."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from delegate_desk.gui.keys import is_latin_letter, physical_letter

_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyRecorder(QLineEdit):
    """Takes single letters and all others; Tab and Esc leave it, a click or a look at it takes nothing.

    Signals:
        pressed: A key was pressed, with the ``QKeyCombination``.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(self.tr("Press the new shortcut"))
        self.setAccessibleName(self.tr("Press the new shortcut"))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() not in _LEAVING:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _HELD or event.key() == Qt.Key.Key_unknown:
            return
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        letter = None if is_latin_letter(key) else physical_letter(event)
        if letter is not None:
            key = Qt.Key(ord(letter))
        elif event.text().isprintable() and event.text() and not event.text().isalpha() and not modifiers & _COMMAND:
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # a sign is that sign, with whichever keys it is typed
        self.pressed.emit(QKeyCombination(modifiers, Qt.Key(key)))
