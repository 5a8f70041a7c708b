"""Keys by where they lie: shortcuts that stay alive under keyboard layouts without Latin letters.

With a Greek layout alone Qt sees ``Ν`` where the shortcut says ``N``, and Ctrl+E is dead. A filter on the application
finds the Latin letter that the same key bears on the layout of the shortcuts, and goes the way that Qt goes with a
shortcut: the focused widget may claim the key for itself, else the action that has it is triggered.
"""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenuBar, QWidget
from typing_extensions import override

_ROWS = (("QWERTYUIOP", 16), ("ASDFGHJKL", 30), ("ZXCVBNM", 44))
_SCAN_CODES = {first + n: letter for row, first in _ROWS for n, letter in enumerate(row)}
"""Letters by the scan code of their key, the numbers of Linux and of Windows (set 1)."""
_X11_OFFSET = 8
"""What X11 and Wayland add to a scan code."""
_MAC_LETTERS = "ASDFHGZXCV\0BQWERYT\0\0\0\0\0\0\0\0\0\0\0\0OU\0IP\0LJ\0K\0\0\0\0NM"
"""Letters by macOS's virtual key code, which names the place of a key."""
_NO_MODIFIERS = Qt.KeyboardModifier.NoModifier
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def physical_letter(event: QKeyEvent) -> str | None:
    """The Latin letter that stands on the key pressed; None for a key that has none, or that nobody pressed."""
    if sys.platform == "darwin":
        code = event.nativeVirtualKey()
        letter = _MAC_LETTERS[code] if code < len(_MAC_LETTERS) and event.text() else "\0"
        return letter if letter != "\0" else None
    code = event.nativeScanCode()
    return _SCAN_CODES.get(code if sys.platform == "win32" else code - _X11_OFFSET)


def is_latin_letter(key: int) -> bool:
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z


class PhysicalKeys(QObject):
    """The filter; one for the application."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._latin_layout = False
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):  # first, for all events come here
            return False
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(watched, QWidget) or watched is not (QApplication.focusWidget() or watched):
            return False
        letter = self._latin_for(event)  # also of an override: a shortcut that Qt finds never comes as a key press
        return letter is not None and event.type() is QEvent.Type.KeyPress and self._press(watched, event, letter)

    def _latin_for(self, event: QKeyEvent) -> str | None:
        if event.text().isalpha():
            self._latin_layout = event.text().isascii()
        if is_latin_letter(event.key()):  # also where Qt found the Latin letter of a Greek key by itself
            return None
        letter = physical_letter(event)
        # On a French or a Dvorak keyboard a letter's place may bear a sign: it is that sign.
        return None if letter and self._latin_layout else letter

    def _press(self, receiver: QWidget, event: QKeyEvent, letter: str) -> bool:
        """Offer the key to the widget, then to the actions; True where the event is dealt with."""
        commands = bool(event.modifiers() & _COMMAND)
        if self._claims(receiver, event, letter):
            if commands:
                QCoreApplication.sendEvent(receiver, _latin(event, QEvent.Type.KeyPress, letter))
            return commands
        sequence = QKeySequence(event.modifiers().value | ord(letter))
        window = QApplication.activeModalWidget() or receiver.window()
        actions = [*window.findChildren(QAction), *window.actions()]
        shortcuts: list[QAction | QShortcut] = [*actions, *window.findChildren(QShortcut)]
        for shortcut in shortcuts:
            if sequence in _sequences(shortcut) and _reaches(shortcut, receiver):
                if isinstance(shortcut, QAction):
                    shortcut.trigger()
                else:
                    shortcut.activated.emit()
                return True
        return _open_menu(window, sequence)

    def _claims(self, receiver: QWidget, event: QKeyEvent, letter: str) -> bool:
        offer = _latin(event, QEvent.Type.ShortcutOverride, letter)
        offer.ignore()
        QCoreApplication.sendEvent(receiver, offer)
        return offer.isAccepted()


def _latin(event: QKeyEvent, kind: QEvent.Type, letter: str) -> QKeyEvent:
    text = event.text() if not event.modifiers() & _COMMAND else ""
    return QKeyEvent(kind, ord(letter), event.modifiers(), text, event.isAutoRepeat(), event.count())


def _open_menu(window: QWidget, sequence: QKeySequence) -> bool:
    for bar in window.findChildren(QMenuBar):
        for action in bar.actions():
            if QKeySequence.mnemonic(action.text()) == sequence:
                bar.setActiveAction(action)
                return True
    return False


def _sequences(shortcut: QAction | QShortcut) -> list[QKeySequence]:
    return shortcut.shortcuts() if isinstance(shortcut, QAction) else shortcut.keys()


def _reaches(shortcut: QAction | QShortcut, receiver: QWidget) -> bool:
    if not shortcut.isEnabled():
        return False
    context = shortcut.shortcutContext() if isinstance(shortcut, QAction) else shortcut.context()
    homes = shortcut.associatedObjects() if isinstance(shortcut, QAction) else [shortcut.parent()]
    widgets = [home for home in homes if isinstance(home, QWidget)]
    if context is Qt.ShortcutContext.WidgetShortcut:
        return receiver in widgets
    if context is Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return any(home is receiver or home.isAncestorOf(receiver) for home in widgets)
    return bool(widgets)
