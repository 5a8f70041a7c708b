"""The page of the keys: every command with its key, and changing it with checks for conflicts.

Two commands conflict if they have the same key and there is a place where both act. The letters of the annotations act
only on the current text, those of a list only in that list: the same letter serves both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QDialog, QGridLayout, QHeaderView, QLabel, QLineEdit, QMenuBar, QTreeWidgetItem, QWidget
from typing_extensions import override

from delegate_desk.core.positions.export_options import Mail
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.gui.annotations.annotation_list import AnnotationList
from delegate_desk.gui.forms.ui_key_sheet import Ui_KeySheet
from delegate_desk.gui.forms.ui_shortcuts import Ui_KeyPage
from delegate_desk.gui.library.timeline_view import TimelineList
from delegate_desk.gui.tab_page import TabKind, TabType
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, set_property
from delegate_desk.gui.widgets.key_bindings import is_latin_letter, menu_commands, physical_letter, plain_name

translate = QCoreApplication.translate
EVERYWHERE = frozenset[str]()
TEXT = frozenset({"text"})
POSITION = frozenset({"position"})
TEXT_OR_POSITION = TEXT | POSITION
"""Scope: where a document, a position or one of both is current; a list has its own scope, named after it."""
_OF_A_TEXT = {"action_outline", "action_proposals", "action_compare_paragraph"}
"""Commands of the window that act only on a text."""
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
"""Keys that navigate or activate, everywhere."""


@dataclass(frozen=True, slots=True)
class BindableCommand:
    """A command whose key can be changed, with the name under which it is saved, its menu or list, and its scope."""

    name: str
    text: str
    group: str
    reach: frozenset[str] = EVERYWHERE


def bindable_commands(bar: QMenuBar, types: Mapping[TabKind, TabType]) -> list[BindableCommand]:
    """Return all commands whose keys can be changed, menu by menu and then list by list."""
    in_texts, in_positions = types[TabKind.READER].commands.keys(), types[TabKind.POSITION].commands.keys()
    in_others = {name for kind, tab_type in types.items() if kind not in _WITH_TEXT for name in tab_type.commands}

    def reach(name: str) -> frozenset[str]:
        if name in in_texts & in_positions & in_others:
            return EVERYWHERE
        in_text = TEXT if name in in_texts or name in _OF_A_TEXT else EVERYWHERE
        return in_text | (POSITION if name in in_positions else EVERYWHERE)

    undo = {"action_undo": translate("keyclashes", "Undo"), "action_redo": translate("keyclashes", "Redo")}
    commands = [
        BindableCommand(name, undo.get(name) or plain_name(action), menu, reach(name))
        for menu, actions in menu_commands(bar)
        for action in actions
        if (name := action.objectName())
    ]
    lists: tuple[tuple[str, type[QWidget]], ...] = (
        (translate("keyclashes", "In the List of Notes"), AnnotationList),
        (translate("keyclashes", "In a Timeline"), TimelineList),
    )
    for group, kind in lists:
        sample = kind()
        own = [action for action in sample.actions() if not action.objectName().startswith("action_")]
        scope = frozenset({group})
        commands += [BindableCommand(a.objectName(), plain_name(a), group, scope) for a in own if a.objectName()]
        sample.deleteLater()
    position, note = translate("keyclashes", "In a Position"), translate("keyclashes", "In a Note")
    comments = translate("keyclashes", "In Written Comments")
    adopt = translate("keyclashes", "Adopt Another Delegation’s Drafting")
    return [
        *commands,
        BindableCommand("position_take_over", adopt, position, POSITION),
        BindableCommand("annotation_reply", translate("keyclashes", "Reply to Note"), note, frozenset({note})),
        BindableCommand("contribution_place", translate("keyclashes", "Enter Place"), comments, frozenset({comments})),
    ]


def rejection_reason(pressed: QKeyCombination, command: BindableCommand, bar: QMenuBar) -> str:
    """Return a sentence why a key is not allowed for a command, regardless of conflicts; empty if it is."""
    key, modifiers = QKeySequence(pressed), pressed.keyboardModifiers()
    key_text = key_bindings.key_text(key)
    is_unmodified = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    if is_unmodified and pressed.key() in _MOVES:
        return translate("keyclashes", "{key} is used to move and select.").format(key=key_text)
    for menu in bar.actions():
        if QKeySequence.mnemonic(menu.text()) == key:
            menu_name = menu.text().replace("&", "")
            return translate("keyclashes", "{key} opens the menu {menu}.").format(key=key_text, menu=menu_name)
    if (not command.reach or command.reach & TEXT) and modifiers == Qt.KeyboardModifier.NoModifier:
        if Qt.Key.Key_0 <= pressed.key() <= Qt.Key.Key_9:
            text = translate("keyclashes", "{key} is used to go to a place in the text, as are all digits.")
            return text.format(key=key_text)
        if pressed.key() in (Qt.Key.Key_Period, Qt.Key.Key_Comma):
            return translate("keyclashes", "{key} selects a sentence in the text.").format(key=key_text)
    return ""


def conflicting_commands(
    key: QKeySequence, command: BindableCommand, commands: Iterable[BindableCommand]
) -> list[BindableCommand]:
    """Return the other commands that have a key where a command acts too."""
    key_text = key.toString(QKeySequence.SequenceFormat.PortableText)
    return [
        other
        for other in commands
        if other.name != command.name
        and key_text in key_bindings.written(other.name)
        and (not (other.reach and command.reach) or other.reach & command.reach)
    ]


def describe_conflicts(commands: Sequence[BindableCommand]) -> str:
    return ", ".join(
        translate("keyclashes", "{command} ({menu})").format(command=command.text, menu=command.group)
        for command in commands
    )


_WITH_TEXT = (
    TabKind.READER,
    TabKind.POSITION,
    TabKind.MEETING,
    TabKind.AMENDED,
    TabKind.COMPARISON,
    TabKind.CONSEQUENCES,
)
"""Pages with a text or a position; a meeting and an amended act have the commands of a text."""
_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class KeyRecorder(QLineEdit):
    """Records a key, including single letters; Tab and Esc leave it, clicking or focusing records nothing."""

    pressed = Signal(object)  # A key was pressed, with the ``QKeyCombination``

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(self.tr("Press the new shortcut"))
        self.setAccessibleName(self.tr("Press the new shortcut"))

    @override
    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() in _LEAVING:
            return super().event(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().event(event)
        if event.key() in _HELD or event.key() == Qt.Key.Key_unknown:
            return True
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        letter = None if is_latin_letter(key) else physical_letter(event)
        if letter is not None:
            key = Qt.Key(ord(letter))
        elif event.text().isprintable() and event.text() and not event.text().isalpha() and not modifiers & _COMMAND:
            modifiers &= ~Qt.KeyboardModifier.ShiftModifier  # a sign is that sign, with whichever keys it is typed
        self.pressed.emit(QKeyCombination(modifiers, Qt.Key(key)))
        return True


class KeyPage(QWidget):
    """Lists the commands by menu and by scope; a key for the current command is set below the list."""

    name = "keys"
    print_requested = Signal()

    def __init__(
        self, commands: Sequence[BindableCommand], why_not: Callable[[QKeyCombination, BindableCommand], str]
    ) -> None:
        super().__init__()
        self._commands, self._why_not = commands, why_not
        self._requested_key = QKeySequence()
        self.ui = ui = Ui_KeyPage()
        ui.setupUi(self)
        ui.command_tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        ui.command_tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.recorder = KeyRecorder()
        self.recorder.setFixedWidth(160)
        ui.key_layout.insertWidget(0, self.recorder)
        QWidget.setTabOrder(ui.command_tree, self.recorder)
        ui.head_label.setBuddy(self.recorder)
        self._groups: dict[str, QTreeWidgetItem] = {}
        self.items: list[tuple[QTreeWidgetItem, BindableCommand]] = []
        for command in commands:
            if command.group not in self._groups:
                head = self._groups[command.group] = QTreeWidgetItem(ui.command_tree, [command.group])
                head.setFlags(Qt.ItemFlag.ItemIsEnabled)
                head.setExpanded(True)
            self.items.append((QTreeWidgetItem(self._groups[command.group], [command.text]), command))
        self._write()
        ui.command_tree.currentItemChanged.connect(lambda *_: self._show())
        ui.command_tree.itemActivated.connect(lambda *_: self.recorder.setFocus())
        ui.none_button.clicked.connect(lambda: self._choose(()))
        ui.reset_button.clicked.connect(self._reset)
        ui.reassign_button.clicked.connect(self._reassign_key)
        ui.reset_all_button.clicked.connect(key_bindings.reset_all)
        ui.print_button.clicked.connect(self.print_requested)
        self.recorder.pressed.connect(self._on_key_recorded)
        key_bindings.subscribe_to_keys(self, self._write)
        theme.subscribe_to_theme(self, self._write)
        self.filter_commands(())

    def filter_commands(self, words: Sequence[str]) -> int:
        """Show the commands that contain all of some folded words in name, group or key; return their number."""
        for item, command in self.items:
            text = fold(f"{command.text} {command.group} {item.text(1)}")
            item.setHidden(not all(word in text for word in words))
        shown = [(item, command.group) for item, command in self.items if not item.isHidden()]
        shown_groups = {group for _, group in shown}
        for name, group in self._groups.items():
            group.setHidden(name not in shown_groups)
        current = self.ui.command_tree.currentItem()
        if shown and (current is None or current.isHidden()):
            self.ui.command_tree.setCurrentItem(shown[0][0])
        return len(shown)

    def _write(self) -> None:
        for group in self._groups.values():
            group.setFont(0, theme.ui_font(theme.SMALL, bold=True))
        for item, command in self.items:
            keys = key_bindings.keys(command.name)
            written = key_bindings.all_keys_text(command.name)
            conflicts = self._conflicts(command)
            also = self.tr("{keys}, also of {commands}").format(keys=written, commands=describe_conflicts(conflicts))
            lost = key_bindings.lost(command.name)  # those of its default keys that were chosen for another
            takers = [other for other in self._commands if set(lost) & set(key_bindings.written(other.name))]
            text = self.tr("{keys}: your shortcut for {commands}") if lost else ""
            reassigned = text.format(keys=", ".join(lost), commands=describe_conflicts(takers))
            item.setText(1, also if conflicts else "; ".join(filter(None, (written, reassigned))))
            item.setFont(1, theme.ui_font(bold=key_bindings.is_chosen(command.name)))
            text = self.tr("{command}, {keys}") if keys else self.tr("{command}, no shortcut")
            accessible_text = text.format(command=command.text, keys=item.text(1))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, accessible_text)
        self._show()

    def _show(self) -> None:
        self._requested_key = QKeySequence()
        ui, command = self.ui, self._current_command()
        ui.head_label.setText(self.tr("Shortcut for “{command}”").format(command=command.text) if command else "")
        self.recorder.setText(key_bindings.first_key_text(command.name) if command else "")
        for widget in (self.recorder, ui.none_button):
            widget.setEnabled(command is not None)
        ui.reset_button.setEnabled(command is not None and key_bindings.is_chosen(command.name))
        ui.reset_all_button.setEnabled(bool(key_bindings.chosen()))
        ui.reassign_button.hide()
        conflicts = self._conflicts(command) if command is not None else []
        text = self.tr("This shortcut is also used by {commands}.").format(commands=describe_conflicts(conflicts))
        self._show_message(text if conflicts else "")

    def _conflicts(self, command: BindableCommand) -> list[BindableCommand]:
        """Return the other commands that have one of the keys of a command where it acts too."""
        keys = key_bindings.keys(command.name)
        return [other for key in keys for other in conflicting_commands(key, command, self._commands)]

    def _on_key_recorded(self, pressed: QKeyCombination) -> None:
        """Give the current command the pressed key, unless another has it."""
        command = self._current_command()
        if command is None:
            return
        self._requested_key = key = QKeySequence(pressed)
        self.recorder.setText(key_bindings.key_text(key))
        self.ui.reassign_button.hide()
        reason = self._why_not(pressed, command)
        conflicts = conflicting_commands(key, command, self._commands)
        if reason:
            self._show_message(self.tr("{why} Press another key.").format(why=reason))
        elif conflicts:
            text = self.tr("{key} is already used by {commands}.")
            self._show_message(text.format(key=key_bindings.key_text(key), commands=describe_conflicts(conflicts)))
            self.ui.reassign_button.show()
        else:
            self._choose((key, *key_bindings.keys(command.name)[1:]))

    def _reassign_key(self) -> None:
        command, key = self._current_command(), self._requested_key
        if command is None or key.isEmpty():
            return
        for other in conflicting_commands(key, command, self._commands):
            key_bindings.choose(other.name, [sequence for sequence in key_bindings.keys(other.name) if sequence != key])
        self._choose((key, *key_bindings.keys(command.name)[1:]))
        self.recorder.setFocus()

    def _choose(self, keys: Iterable[QKeySequence]) -> None:
        command = self._current_command()
        if command is not None:
            key_bindings.choose(command.name, list(dict.fromkeys(keys)))
            self._show_message(self.tr("Shortcut saved."))

    def _reset(self) -> None:
        command = self._current_command()
        if command is not None:
            key_bindings.reset(command.name)

    def _show_message(self, text: str) -> None:
        label, is_saved = self.ui.message_label, text == self.tr("Shortcut saved.")
        label.setText(text)
        self.recorder.setAccessibleDescription(text)
        set_property(label, "part", "danger" if text and not is_saved else "small")

    def _current_command(self) -> BindableCommand | None:
        current = self.ui.command_tree.currentItem()
        return next((command for item, command in self.items if item is current), None)


Group = tuple[str, list[tuple[str, str]]]
"""A menu or a list, and its commands that have a key, each with its keys."""
_COLUMNS = 3


def group_commands(commands: Sequence[BindableCommand]) -> list[Group]:
    groups: dict[str, list[tuple[str, str]]] = {}
    for command in commands:
        key_text = key_bindings.all_keys_text(command.name)
        if key_text:
            groups.setdefault(command.group, []).append((command.text, key_text))
    return list(groups.items())


def show_sheet(
    window: QWidget,
    commands: Sequence[BindableCommand],
    customise: Callable[[], object],
    print_keys: Callable[[], object],
) -> None:
    """Show every command that has a key in three columns, with links for changing and printing."""
    dialog, ui = QDialog(window), Ui_KeySheet()
    ui.setupUi(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ui.page.setBackgroundRole(QPalette.ColorRole.Base)
    groups = group_commands(commands)
    lines = [len(rows) + 2 for _, rows in groups]
    columns: list[list[QGridLayout]] = [[] for _ in range(_COLUMNS)]
    passed = 0.0
    for group, length in zip(groups, lines, strict=True):
        column = int((passed + length / 2) / (sum(lines) / _COLUMNS))
        columns[min(column, _COLUMNS - 1)].append(_key_list(group))
        passed += length
    for lists in columns:
        ui.columns_layout.addLayout(column_layout(*lists, None, spacing=16))
    ui.change_button.clicked.connect(dialog.accept)
    ui.change_button.clicked.connect(customise)
    ui.print_button.clicked.connect(print_keys)
    ui.close_button.clicked.connect(dialog.accept)
    dialog.resize(min(1080, window.width() - 40), min(680, window.height() - 40))
    dialog.open()
    ui.close_button.setFocus()


def _key_list(group: Group) -> QGridLayout:
    name, rows = group
    grid = QGridLayout()
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(name, "head"), 0, 0, 1, 2)
    for row, (text, key_text) in enumerate(rows, start=1):
        keys = label(key_text, "status")
        keys.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(QLabel(text, wordWrap=True), row, 0)
        grid.addWidget(keys, row, 1)
    return grid


def page_for_keys(commands: Sequence[BindableCommand]) -> Mail:
    title = translate("keysheet", "Delegate Desk keyboard shortcuts")
    ink, soft = theme.color_on_white("ink").name(), theme.color_on_white("soft").name()
    html = [f'<h2 style="color:{ink}; font-size:{theme.PRINT}pt">{escape(title)}</h2>']
    head = f'<h3 style="color:{soft}; font-size:{theme.PRINT_SMALL}pt">'
    for name, rows in group_commands(commands):
        html.append(f'{head}{escape(name)}</h3><table width="100%">')
        cells = '<td style="color:{ink}">{text}</td><td align="right" style="color:{soft}">{keys}</td>'
        for text, keys in rows:
            html.append(f"<tr>{cells.format(ink=ink, soft=soft, text=escape(text), keys=escape(keys))}</tr>")
        html.append("</table>")
    return Mail("", theme.semi_bold("".join(html)), title, (title,))
