"""The commands with the keys that they have, where each acts, and which of them clash.

Two commands clash when they have the same key and there is a place where both act. The letters of the annotations act
on a text in front alone, those of a list in that list alone: the same letter serves both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from delegate_desk.gui.annotations.annotation_list import AnnotationList
from delegate_desk.gui.command_palette import plain_name
from delegate_desk.gui.library.timeline_list import TimelineList
from delegate_desk.gui.widgets import key_bindings

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

translate = QCoreApplication.translate

EVERYWHERE = ""
TEXT = "text"
POSITION = "position"
"""Where a document or a position is in front; a list has a name of its own, by which it is called."""

_MOVES = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Space,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Menu,
)
"""Keys that move about, and take what is at hand, whatever is in front."""


@dataclass(frozen=True, slots=True)
class BindableCommand:
    """A command as its key is chosen.

    Attributes:
        name: By which its keys are kept.
        text: What it is called in the menu or the list.
        group: The menu, or the list that it is of.
        reach: Where it acts: ``EVERYWHERE``, ``TEXT``, ``POSITION``, or the group of a list.
    """

    name: str
    text: str
    group: str
    reach: str = EVERYWHERE


def bindable_commands(window: MainWindow) -> list[BindableCommand]:
    """All commands whose keys can be chosen, menu by menu and then list by list."""
    reach = {action.objectName(): TEXT for action in window.commands.text_actions()}
    reach |= {action.objectName(): POSITION for action in window.position_controller.commands()}
    reach[window.ui.action_new_provision.objectName()] = EVERYWHERE  # on a text and in a position
    found = [
        BindableCommand(action.objectName(), plain_name(action), menu, reach.get(action.objectName(), EVERYWHERE))
        for menu, actions in window.commands.actions_by_menu()
        for action in actions
        if action.objectName()
    ]
    undo = {
        window.ui.action_undo.objectName(): translate("keyclashes", "Undo"),
        window.ui.action_redo.objectName(): translate("keyclashes", "Redo"),
    }
    found = [BindableCommand(one.name, undo.get(one.name, one.text), one.group, one.reach) for one in found]
    lists: tuple[tuple[str, type[QWidget]], ...] = (
        (translate("keyclashes", "In the List of Annotations"), AnnotationList),
        (translate("keyclashes", "In a Timeline"), TimelineList),
    )
    for group, kind in lists:
        sample = kind()
        own = [action for action in sample.actions() if not action.objectName().startswith("action_")]
        found += [BindableCommand(one.objectName(), plain_name(one), group, group) for one in own if one.objectName()]
        sample.deleteLater()
    position, contributions = translate("keyclashes", "In a Position"), translate("keyclashes", "In Written Comments")
    found.append(
        BindableCommand(
            "position_take_over", translate("keyclashes", "Adopt Another Delegation’s Drafting"), position, POSITION
        )
    )
    note = translate("keyclashes", "In an Annotation")
    found.append(BindableCommand("annotation_reply", translate("keyclashes", "Reply to Annotation"), note, note))
    found.append(
        BindableCommand("contribution_place", translate("keyclashes", "Enter Place"), contributions, contributions)
    )
    return found


def rejection_reason(pressed: QKeyCombination, command: BindableCommand, window: MainWindow) -> str:
    """Why a key cannot be that of a command, whatever other commands have: a sentence, or nothing."""
    key = QKeySequence(pressed)
    modifiers = pressed.keyboardModifiers()
    bare = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    if bare and pressed.key() in _MOVES:
        return translate("keyclashes", "{key} is used to move and select.").format(key=key_bindings.key_text(key))
    for menu in window.ui.menu_bar.actions():
        if QKeySequence.mnemonic(menu.text()) == key:
            opened = menu.text().replace("&", "")
            return translate("keyclashes", "{key} opens the menu {menu}.").format(
                key=key_bindings.key_text(key), menu=opened
            )
    if command.reach in (EVERYWHERE, TEXT) and modifiers == Qt.KeyboardModifier.NoModifier:
        if Qt.Key.Key_0 <= pressed.key() <= Qt.Key.Key_9:
            return translate("keyclashes", "{key} is used to go to a place in the text, as are all digits.").format(
                key=key_bindings.key_text(key)
            )
        if pressed.key() in (Qt.Key.Key_Period, Qt.Key.Key_Comma):
            return translate("keyclashes", "{key} selects a sentence in the text.").format(
                key=key_bindings.key_text(key)
            )
    return ""


def conflicting_commands(
    key: QKeySequence, command: BindableCommand, commands: Iterable[BindableCommand]
) -> list[BindableCommand]:
    """The other commands that have a key where a command acts too."""
    written = key.toString(QKeySequence.SequenceFormat.PortableText)
    return [
        other
        for other in commands
        if other.name != command.name
        and written in key_bindings.written(other.name)
        and _overlap(other.reach, command.reach)
    ]


def describe_conflicts(found: Sequence[BindableCommand]) -> str:
    """Return the commands with which a key clashes, in words."""
    return ", ".join(
        translate("keyclashes", "{command} ({menu})").format(command=one.text, menu=one.group) for one in found
    )


def _overlap(one: str, other: str) -> bool:
    return one == other or EVERYWHERE in (one, other)
