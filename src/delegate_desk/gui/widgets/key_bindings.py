"""Key bindings of the commands: the defaults, or those that a person chose.

A command is an action with an object name. It is bound once, and has its current keys from then on: in menus,
tool tips and wherever a text refers to them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from delegate_desk.gui.widgets.physical_keys import is_latin_letter, physical_letter

_BETWEEN = " · "
_ANSWERED = {
    "action_next": ("J",),
    "action_previous": ("K",),
    "action_next_change": ("F8",),
    "action_previous_change": ("Shift+F8",),
    "position_take_over": ("T",),
    "contribution_place": ("P",),
    "annotation_reply": ("Ctrl+R",),
}
"""Keys that panes answer by themselves, also where no menu has them."""


class _KeyMap(QObject):
    """The map of the program.

    Signals:
        changed: Some keys are others now.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._given: dict[str, list[str]] = {name: list(keys) for name, keys in _ANSWERED.items()}
        self._chosen: dict[str, list[str]] = {}

    def take(self, chosen: Mapping[str, object]) -> None:
        """Have all keys as they were kept; what makes no sense there is passed over."""
        good = {name: keys for name, keys in chosen.items() if isinstance(keys, list | tuple)}
        read = {
            name: [key for one in keys if isinstance(one, str) and (key := _written(QKeySequence(one)))]
            for name, keys in good.items()
        }
        taken = {name: keys for name, keys in read.items() if keys or not good[name]}
        if taken != self._chosen:
            self._chosen = taken
            self.changed.emit()

    def chosen(self) -> dict[str, Sequence[str]]:
        """Return the custom keys as stored: the commands' names with their keys, none for no key."""
        return {name: tuple(keys) for name, keys in self._chosen.items()}

    def choose(self, name: str, keys: Sequence[QKeySequence]) -> None:
        """Give a command other keys, or none."""
        written = [_written(key) for key in keys if not key.isEmpty()]
        if written == self._given.get(name, []):
            self.reset(name)
        else:
            self._chosen[name] = written
            self.changed.emit()

    def reset(self, name: str) -> None:
        """Let a command have the keys that it was given."""
        if self._chosen.pop(name, None) is not None:
            self.changed.emit()

    def reset_all(self) -> None:
        """Let every command have the keys that it was given."""
        if self._chosen:
            self._chosen = {}
            self.changed.emit()

    def is_chosen(self, name: str) -> bool:
        """True if a command has other keys than those it was given."""
        return name in self._chosen

    def keys(self, name: str) -> list[QKeySequence]:
        """Return the keys of a command, the displayed key first."""
        return [QKeySequence(key) for key in self.written(name)]

    def written(self, name: str) -> Sequence[str]:
        """The keys of a command as they are kept."""
        return self._chosen.get(name, self._given.get(name, []))

    def given(self, name: str) -> list[QKeySequence]:
        """The keys that a command was given."""
        return [QKeySequence(key) for key in self._given.get(name, [])]

    def attach(self, actions: Iterable[QAction], owner: QObject) -> None:
        """Let actions have their keys of now as long as their owner lives; those they have are the given ones."""
        named = [action for action in actions if action.objectName()]
        for action in named:
            self._given[action.objectName()] = [_written(key) for key in action.shortcuts()]
        _update_shortcuts(named)
        subscribe_to_keys(owner, partial(_update_shortcuts, named))


class _KeySubscription(QObject):
    """Calls something at each change, for as long as its owner lives."""

    def __init__(self, owner: QObject, call: Callable[[], object]) -> None:
        super().__init__(owner)
        self._call = call
        _map.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._call()


def subscribe_to_keys(owner: QObject, call: Callable[[], object]) -> None:
    """Call a function at each change of keys; it ends with its owner."""
    _KeySubscription(owner, call)


def _update_shortcuts(actions: Iterable[QAction]) -> None:
    """Give actions their keys of now."""
    for action in actions:
        wanted = _map.keys(action.objectName())
        if action.shortcuts() != wanted:
            action.setShortcuts(wanted)


_map = _KeyMap()
changed = _map.changed
take, chosen, choose, reset, reset_all = _map.take, _map.chosen, _map.choose, _map.reset, _map.reset_all
is_chosen, keys, written, given, attach = _map.is_chosen, _map.keys, _map.written, _map.given, _map.attach


def key_text(key: QKeySequence) -> str:
    """A key as people read it, in the language of the window; Return is Enter to them, as in all texts."""
    read = QKeySequence(key.toString(QKeySequence.SequenceFormat.PortableText).replace("Return", "Enter"))
    return read.toString(QKeySequence.SequenceFormat.NativeText)


def first_key_text(name: str) -> str:
    """The first key of a command as people read it; empty where it has none."""
    return next((key_text(one) for one in keys(name)), "")


def all_keys_text(name: str) -> str:
    """All keys of a command as people read them; empty where it has none."""
    return ", ".join(dict.fromkeys(map(key_text, keys(name))))


def is_pressed(event: QKeyEvent, name: str) -> bool:
    """True if a press is of a command's key, whichever layout the keyboard has."""
    return bool(pressed_commands(event, [name]))


def pressed_commands(event: QKeyEvent, names: Iterable[str]) -> list[str]:
    """Return those of some commands whose key is pressed, whichever layout the keyboard has."""
    pressed = {_written(QKeySequence(event.keyCombination())), _written(latin_key(event))}
    return [name for name in names if not pressed.isdisjoint(written(name))]


def direction(event: QKeyEvent, onward: str, back: str) -> int:
    """1 for a press of one command's key, -1 for one of another's, 0 for other keys."""
    if is_pressed(event, onward):
        return 1
    return -1 if is_pressed(event, back) else 0


def latin_key(event: QKeyEvent) -> QKeySequence:
    """Return the key pressed, by the Latin letter on the key; the unmodified letter also for a Greek letter."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    letter = None if is_latin_letter(event.key()) else physical_letter(event)
    return QKeySequence(modifiers.value | (ord(letter) if letter else event.key()))


def fill_in_keys(text: str, otherwise: str = "", /, **commands: str) -> str:
    """A text with the keys of commands in it.

    Args:
        text: With a placeholder for each key. Of a text in parts, set apart by middle dots, the parts with a key that
            nobody has are left out.
        otherwise: What is said instead where nothing can be left out, and a key is nobody's.
        commands: By placeholder, the command whose key stands there.
    """
    known = {place: first_key_text(name) for place, name in commands.items()}
    lost = ["{" + place + "}" for place, written in known.items() if not written]
    parts = [piece for piece in text.split(_BETWEEN) if not any(place in piece for place in lost)]
    if lost and (otherwise or not parts):
        return otherwise
    return _BETWEEN.join(parts).format(**known)


def set_key_tool_tip(widget: QWidget, name: str, text: str) -> None:
    """Let the tool tip of a control say what it does, and the key of the command that does the same."""

    def write() -> None:
        written = first_key_text(name)
        widget.setToolTip(f"{text} ({written})" if written else text)

    write()
    subscribe_to_keys(widget, write)


def _written(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
