"""Key bindings of the commands: the defaults, or those chosen by the user.

A command is an action with an object name. It is bound once, and then has its current keys everywhere: in menus, tool
tips and texts that refer to them.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QMenu, QMenuBar, QWidget

from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms

_ROWS = (("1234567890", 2), ("QWERTYUIOP", 16), ("ASDFGHJKL", 30), ("ZXCVBNM", 44))
_SCAN_CODES = {first + n: letter for row, first in _ROWS for n, letter in enumerate(row)}
"""Letters and digits by the scan code of their key, as on Linux and on Windows (set 1)."""
_X11_OFFSET = 8
"""Offset of X11 and Wayland scan codes."""
_MAC_LETTERS = "ASDFHGZXCV\0BQWERYT123465\x0097\x0080\0OU\0IP\0LJ\0K\0\0\0\0NM"
"""Letters and digits by macOS's virtual key code, which names the position of a key."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ALONE = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
"""Modifiers of commands; both together are AltGr on Windows, which types signs."""


def physical_letter(event: QKeyEvent) -> str | None:
    """Return the Latin letter or digit at the position of a key; None for a key without one, or a synthetic event."""
    if sys.platform == "darwin":
        code = event.nativeVirtualKey()
        letter = _MAC_LETTERS[code] if code < len(_MAC_LETTERS) and event.text() else "\0"
        return letter if letter != "\0" else None
    code = event.nativeScanCode()
    return _SCAN_CODES.get(code if sys.platform == "win32" else code - _X11_OFFSET)


def typed_digit(event: QKeyEvent) -> str:
    """Return the digit that was pressed alone: as typed, else that of the key; empty for another key."""
    is_typed = event.text().isascii() and event.text().isdecimal()
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    digit = event.text() if is_typed else (not is_shifted and physical_letter(event)) or ""
    return digit if digit.isdecimal() and not event.modifiers() & _COMMAND else ""


def is_latin_letter(key: int) -> bool:
    return Qt.Key.Key_A <= key <= Qt.Key.Key_Z


class PhysicalKeys:
    """Commands on keys by their position, for layouts without Latin letters; one per application."""

    def __init__(self) -> None:
        self._latin_layout = False

    def takes(self, watched: QObject, event: QKeyEvent) -> bool:
        """True if the event was a command by the position of its key, which was run."""
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
        if letter is not None and letter.isdecimal():  # such as Alt and the first key of a French keyboard
            is_command = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier in _ALONE
            return letter if is_command and event.key() != ord(letter) else None
        # on a French or a Dvorak keyboard a letter's position may have a punctuation mark, which is used
        return None if letter and self._latin_layout else letter

    def _press(self, receiver: QWidget, event: QKeyEvent, letter: str) -> bool:
        """Offer the key to the widget, then to the actions; True if the event is handled."""
        commands = bool(event.modifiers() & _COMMAND)
        offer = _latin(event, QEvent.Type.ShortcutOverride, letter)
        offer.ignore()
        QCoreApplication.sendEvent(receiver, offer)
        if offer.isAccepted():
            if commands:
                QCoreApplication.sendEvent(receiver, _latin(event, QEvent.Type.KeyPress, letter))
            return commands
        sequence = QKeySequence(event.modifiers().value | ord(letter))
        window = QApplication.activeModalWidget() or receiver.window()
        actions = [*window.findChildren(QAction), *window.actions()]
        shortcuts: list[QAction | QShortcut] = [*actions, *window.findChildren(QShortcut)]
        for shortcut in shortcuts:
            sequences = shortcut.shortcuts() if isinstance(shortcut, QAction) else shortcut.keys()
            if sequence in sequences and _reaches(shortcut, receiver):
                if isinstance(shortcut, QAction):
                    shortcut.trigger()
                else:
                    shortcut.activated.emit()
                return True
        for bar in window.findChildren(QMenuBar):
            for action in bar.actions():
                if QKeySequence.mnemonic(action.text()) == sequence:
                    bar.setActiveAction(action)
                    return True
        return False


def _latin(event: QKeyEvent, kind: QEvent.Type, letter: str) -> QKeyEvent:
    text = event.text() if not event.modifiers() & _COMMAND else ""
    return QKeyEvent(kind, ord(letter), event.modifiers(), text, event.isAutoRepeat(), event.count())


def _reaches(shortcut: QAction | QShortcut, receiver: QWidget) -> bool:
    if not shortcut.isEnabled():
        return False
    context = shortcut.shortcutContext() if isinstance(shortcut, QAction) else shortcut.context()
    owners = shortcut.associatedObjects() if isinstance(shortcut, QAction) else [shortcut.parent()]
    widgets = [owner for owner in owners if isinstance(owner, QWidget)]
    if context is Qt.ShortcutContext.WidgetShortcut:
        return receiver in widgets
    if context is Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return any(owner is receiver or owner.isAncestorOf(receiver) for owner in widgets)
    return bool(widgets)


_SEPARATOR = " · "
_OF_WINDOW = "action_"
_PANE_KEYS = {
    "action_next": ("J",),
    "action_previous": ("K",),
    "action_next_change": ("F8",),
    "action_previous_change": ("Shift+F8",),
    "position_take_over": ("T",),
    "contribution_place": ("P",),
    "annotation_reply": ("Ctrl+R",),
}
"""Keys that panes handle themselves, even if no menu has them."""


class _KeyMap(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._defaults: dict[str, list[str]] = {name: list(keys) for name, keys in _PANE_KEYS.items()}
        self._chosen: dict[str, list[str]] = {}

    def load(self, chosen: Mapping[str, object]) -> None:
        """Load all saved keys; invalid entries are ignored."""
        well_formed = {name: keys for name, keys in chosen.items() if isinstance(keys, list | tuple)}
        parsed = {
            name: [key for value in keys if isinstance(value, str) and (key := _written(QKeySequence(value)))]
            for name, keys in well_formed.items()
        }
        valid = {name: keys for name, keys in parsed.items() if keys or not well_formed[name]}
        if valid != self._chosen:
            self._chosen = valid
            self.changed.emit()

    def chosen(self) -> dict[str, Sequence[str]]:
        return {name: tuple(keys) for name, keys in self._chosen.items()}

    def choose(self, name: str, keys: Sequence[QKeySequence]) -> None:
        written = [_written(key) for key in keys if not key.isEmpty()]
        if written == self._defaults.get(name, []):
            self.reset(name)
        else:
            self._chosen[name] = written
            self.changed.emit()

    def reset(self, name: str) -> None:
        if self._chosen.pop(name, None) is not None:
            self.changed.emit()

    def reset_all(self) -> None:
        self.load({})

    def is_chosen(self, name: str) -> bool:
        return name in self._chosen

    def keys(self, name: str) -> list[QKeySequence]:
        """Return the keys of a command, the displayed key first."""
        return [QKeySequence(key) for key in self.written(name)]

    def written(self, name: str) -> Sequence[str]:
        """Return the custom keys of a command, else its default keys that were not chosen for another."""
        if name in self._chosen:
            return self._chosen[name]
        lost = self.lost(name)
        return [key for key in self._defaults.get(name, []) if key not in lost]

    def lost(self, name: str) -> list[str]:
        """Return the default keys of a command of the window that were chosen for another of these."""
        if not self._chosen or name in self._chosen or not name.startswith(_OF_WINDOW):
            return []
        claimed = {key for other, keys in self._chosen.items() if other.startswith(_OF_WINDOW) for key in keys}
        return [key for key in self._defaults.get(name, []) if key in claimed]

    def default_keys(self, name: str) -> list[QKeySequence]:
        return [QKeySequence(key) for key in self._defaults.get(name, [])]

    def attach(self, actions: Iterable[QAction], owner: QObject) -> None:
        """Give actions their current keys as long as their owner exists; their present keys are the defaults."""
        named = [action for action in actions if action.objectName()]
        for action in named:
            self._defaults[action.objectName()] = [_written(key) for key in action.shortcuts()]
        _update_shortcuts(named)
        subscribe_to_keys(owner, partial(_update_shortcuts, named))


def subscribe_to_keys(owner: QObject, call: Callable[[], object]) -> None:
    """Call a function at each change of keys; it ends with its owner."""
    theme.Subscription(_map.changed, owner, call)


def _update_shortcuts(actions: Iterable[QAction]) -> None:
    for action in actions:
        shortcuts = _map.keys(action.objectName())
        if action.shortcuts() != shortcuts:
            action.setShortcuts(shortcuts)


_map = _KeyMap()
changed = _map.changed
load, chosen, choose, reset, reset_all = _map.load, _map.chosen, _map.choose, _map.reset, _map.reset_all
is_chosen, keys, written, lost = _map.is_chosen, _map.keys, _map.written, _map.lost
default_keys, attach = _map.default_keys, _map.attach


def key_text(key: QKeySequence) -> str:
    """Return the name of a key in the language of the window; Return is called Enter, as in all texts."""
    sequence = QKeySequence(key.toString(QKeySequence.SequenceFormat.PortableText).replace("Return", "Enter"))
    return sequence.toString(QKeySequence.SequenceFormat.NativeText)


def first_key_text(name: str) -> str:
    return next((key_text(sequence) for sequence in keys(name)), "")


def all_keys_text(name: str) -> str:
    return ", ".join(dict.fromkeys(map(key_text, keys(name))))


def is_pressed(event: QKeyEvent, name: str) -> bool:
    """True if a key event is of a command's key, in any keyboard layout."""
    return bool(pressed_commands(event, [name]))


def pressed_commands(event: QKeyEvent, names: Iterable[str]) -> list[str]:
    """Return those of some commands whose key is pressed, in any keyboard layout."""
    pressed = {_written(QKeySequence(event.keyCombination())), _written(latin_key(event))}
    return [name for name in names if not pressed.isdisjoint(written(name))]


def direction(event: QKeyEvent, onward: str, back: str) -> int:
    if is_pressed(event, onward):
        return 1
    return -1 if is_pressed(event, back) else 0


def latin_key(event: QKeyEvent) -> QKeySequence:
    """Return the key pressed, by the Latin letter on the key; the unmodified letter also for a Greek letter."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    letter = None if is_latin_letter(event.key()) else physical_letter(event)
    return QKeySequence(modifiers.value | (ord(letter) if letter else event.key()))


def fill_in_keys(text: str, otherwise: str = "", /, **commands: str) -> str:
    """Return a text with the keys of commands inserted.

    Args:
        text: With a placeholder for each key. In a text with parts separated by middle dots, parts whose command has no
            key are left out.
        otherwise: Used instead if nothing can be left out, and a command has no key.
        commands: The command by placeholder.
    """
    key_texts = {place: first_key_text(name) for place, name in commands.items()}
    missing = ["{" + place + "}" for place, written in key_texts.items() if not written]
    parts = [piece for piece in text.split(_SEPARATOR) if not any(place in piece for place in missing)]
    if missing and (otherwise or not parts):
        return otherwise
    return _SEPARATOR.join(parts).format(**key_texts)


def set_key_tool_tip(widget: QWidget, name: str, text: str) -> None:
    """Set the tool tip of a control to its function, with the key of the command for the same."""

    def write() -> None:
        written = first_key_text(name)
        widget.setToolTip(f"{text} ({written})" if written else text)

    write()
    subscribe_to_keys(widget, write)


def key_label(edit: QLineEdit) -> QLabel:
    """Return a label for a key at the right end of a field; a click on it is a click on the field."""
    key, layout = QLabel(), QHBoxLayout(edit)
    key.setProperty("part", "keys")
    key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.addStretch(1)
    layout.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
    return key


def _written(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)


def menu_commands(bar: QMenuBar) -> list[tuple[str, list[QAction]]]:
    """Return the commands by menu, finally those of the window that are in no menu."""
    menus = [action.menu() for action in bar.actions()]
    by_menu = [(menu.title().replace("&", ""), _actions(menu)) for menu in menus if isinstance(menu, QMenu)]
    in_menus = {action for _, actions in by_menu for action in actions}
    others = [action for action in bar.window().actions() if action not in in_menus and action.objectName()]
    return [*by_menu, (QCoreApplication.translate("menucommands", "Other Commands"), others)]


def _actions(menu: QMenu) -> list[QAction]:
    actions: list[QAction] = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            actions += _actions(inner)
        elif not action.isSeparator():
            actions.append(action)
    return actions


def plain_name(action: QAction) -> str:
    """Return a command's name without its mnemonic; commands of a submenu are preceded by its name."""
    name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix(" …").removesuffix("…")
    return f"{action.data()}: {name}" if isinstance(action.data(), str) and action.data() else name


translate = QCoreApplication.translate


def results_hint() -> str:
    text = translate(
        "keyhints", "↑↓ select · Enter open · Space preview · Ctrl+Enter new tab · {next} next · {narrow} filter"
    )
    return fill_in_keys(text, next="action_find_next", narrow="action_next_part")


def no_provision_hint() -> str:
    text = translate("keyhints", "No provisions yet. Press {key} on a paragraph to draft on it, or type a place here.")
    without_key = translate("keyhints", "No provisions yet. Type a place here.")
    return fill_in_keys(text, without_key, key="action_annotate_drafting_suggestion")


def position_hint() -> str:
    text = translate(
        "keyhints", "{change} next change · Alt+↓ next provision · Esc, then {next} {previous} · {take} adopt drafting"
    )
    onward = {"change": "action_next_change", "next": "action_next", "previous": "action_previous"}
    return fill_in_keys(text, take="position_take_over", **onward)


def reply_hint() -> str:
    text = translate("keyhints", "{accept} accept and next · {reject} reject")
    return fill_in_keys(text, accept="action_keep_change", reject="action_take_back_change")


def hit_hint(number: int, total: int) -> str:
    """Return the number of the open hit, and the key for the next hit; empty if there is none."""
    if not number:
        return ""
    text = translate("keyhints", "{n} of {count} · {key} next")
    text = text.format(n=terms.format_number(number), count=terms.format_number(total), key="{key}")
    return fill_in_keys(text, key="action_find_next")


def no_notes_hint() -> str:
    text = translate("keyhints", "none · {key} adds one")
    return fill_in_keys(text, translate("keyhints", "none"), key="action_annotate_note")


def no_position_hint() -> str:
    """Return the quiet line of a paragraph without a position, with the keys that begin one."""
    text = translate("keyhints", "none · {support} support · {oppose} oppose · {scrutiny} scrutiny · {draft} draft")
    commands = {"support": "action_annotate_support", "oppose": "action_stance_oppose"}
    commands |= {"scrutiny": "action_annotate_scrutiny_reservation", "draft": "action_annotate_drafting_suggestion"}
    unbroken = text.replace("} ", "}\N{NO-BREAK SPACE}")  # a key stays on the line of its word
    return fill_in_keys(unbroken, translate("keyhints", "none"), **commands)


def no_paragraph_hint() -> str:
    return translate("keyhints", "Select a paragraph to see its file.")
