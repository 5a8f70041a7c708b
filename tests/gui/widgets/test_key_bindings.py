import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.gui.annotations.annotation_list import AnnotationList
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.shell.shortcuts_page import (
    EVERYWHERE,
    TEXT_OR_POSITION,
    BindableCommand,
    conflicting_commands,
    describe_conflicts,
    rejection_reason,
)
from delegate_desk.gui.widgets import key_bindings
from support.main_windows import current_reader, run_action, settle

NOTE, EXPORT, NEXT, NEXT_HIT = "action_annotate_note", "action_export", "action_next", "action_find_next"


@pytest.fixture(autouse=True)
def _keys_as_given() -> Iterator[None]:
    key_bindings.reset_all()
    yield
    key_bindings.reset_all()


def command(window: MainWindow, name: str) -> BindableCommand:
    return next(one for one in window.preferences.bindable_commands() if one.name == name)


def test_another_key_works_at_once_the_one_before_no_more_and_is_kept_and_comes_back(
    reading: MainWindow, qtbot: QtBot
) -> None:
    paper = current_reader(reading).paper
    key_bindings.choose(NEXT, [QKeySequence("B")])
    before = paper.current_row()
    qtbot.keyClick(paper, Qt.Key.Key_J)
    assert paper.current_row() == before
    qtbot.keyClick(paper, Qt.Key.Key_B)
    assert paper.current_row() == before + 1
    key_bindings.reset_all()
    key_bindings.choose(EXPORT, [QKeySequence("Ctrl+Alt+E")])
    key_bindings.choose(NOTE, [])
    reading.memory.save_state()
    kept = settings.load(reading.settings.file).keys
    assert dict(kept) == {EXPORT: ["Ctrl+Alt+E"], NOTE: []}
    key_bindings.reset_all()
    key_bindings.load(kept)
    assert key_bindings.first_key_text(EXPORT) == "Ctrl+Alt+E"
    assert reading.ui.action_annotate_note.shortcuts() == []


def test_what_makes_no_sense_in_the_settings_is_passed_over_and_return_is_read_as_enter() -> None:
    for key in ("Ctrl+Return", "Return", "F3", "Ctrl+K, Return"):
        assert key_bindings.key_text(QKeySequence(key)) == key.replace("Return", "Enter")
    key_bindings.load({EXPORT: 7, NOTE: ["B", None, "Foo+Bar"], NEXT: ["Foo+Bar"], "nothing": []})
    assert key_bindings.chosen() == {NOTE: ("B",), "nothing": ()}


def test_a_key_that_was_chosen_wins_over_the_same_key_given_to_another_and_the_given_key_is_no_choice(
    window: MainWindow,
) -> None:
    key_bindings.choose(EXPORT, [QKeySequence("Ctrl+Alt+E")])
    assert key_bindings.is_chosen(EXPORT)
    key_bindings.choose(EXPORT, key_bindings.default_keys(EXPORT))
    assert not key_bindings.is_chosen(EXPORT)
    assert key_bindings.first_key_text(EXPORT) == "Ctrl+E"
    key_bindings.choose(EXPORT, [QKeySequence("Ctrl+2")])
    assert window.ui.action_compare_previous.shortcuts() == []
    assert key_bindings.lost("action_compare_previous") == ["Ctrl+2"]
    assert window.ui.action_export.shortcut() == QKeySequence("Ctrl+2")
    key_bindings.reset(EXPORT)
    assert window.ui.action_compare_previous.shortcut() == QKeySequence("Ctrl+2")


def test_no_two_commands_are_given_a_key_where_both_act_which_clashes_nowhere_else(window: MainWindow) -> None:
    every = window.preferences.bindable_commands()
    assert len({one.name for one in every}) == len(every) > 100
    for one in every:
        for key in key_bindings.keys(one.name):
            assert not conflicting_commands(key, one, every), (one.text, key.toString())
    note, export = command(window, NOTE), command(window, EXPORT)
    tags = command(window, "annotations_tags")
    assert (note.reach, export.reach) == (TEXT_OR_POSITION, EVERYWHERE)
    assert [one.name for one in conflicting_commands(QKeySequence("N"), export, every)] == [NOTE]
    assert conflicting_commands(QKeySequence("N"), tags, every) == []
    assert [one.name for one in conflicting_commands(QKeySequence("Ctrl+E"), tags, every)] == [EXPORT]
    assert [one.name for one in conflicting_commands(QKeySequence("I"), tags, every)] == ["annotations_visibility"]
    assert describe_conflicts(conflicting_commands(QKeySequence("N"), export, every)) == "Note (Document)"


def test_keys_of_the_window_itself_are_no_commands(window: MainWindow) -> None:
    for key, said in [
        (QKeyCombination(Qt.Key.Key_Down), "is used to move and select"),
        (QKeyCombination(Qt.Key.Key_7), "is used to go to a place"),
        (QKeyCombination(Qt.Key.Key_Period), "selects a sentence"),
        (QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_F), "opens the menu File"),
        (QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_7), ""),
    ]:
        why = rejection_reason(key, command(window, NOTE), window.ui.menu_bar)
        assert said in why if said else not why, key


def test_a_list_has_the_keys_of_now_whenever_it_is_made(window: MainWindow, qtbot: QtBot) -> None:
    first = AnnotationList()
    qtbot.addWidget(first)
    key_bindings.choose("annotations_tags", [QKeySequence("X")])
    assert first.action_tags.shortcut() == QKeySequence("X")
    second = AnnotationList()
    qtbot.addWidget(second)
    assert second.action_tags.shortcut() == QKeySequence("X")
    assert key_bindings.default_keys("annotations_tags") == [QKeySequence("T")]


def test_texts_and_tool_tips_follow_the_map(window: MainWindow, qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    key_bindings.set_key_tool_tip(button, "action_search", "Search everywhere")
    assert button.toolTip() == "Search everywhere (Ctrl+Shift+F)"
    key_bindings.choose("action_search", [QKeySequence("Ctrl+Alt+F")])
    assert button.toolTip() == "Search everywhere (Ctrl+Alt+F)"
    text, commands = "Enter open · {next} next · {narrow} narrow", {"next": NEXT_HIT, "narrow": "action_next_part"}
    assert key_bindings.fill_in_keys(text, **commands) == "Enter open · F3 next · F6 narrow"
    key_bindings.choose(NEXT_HIT, [])
    assert key_bindings.fill_in_keys(text, **commands) == "Enter open · F6 narrow"
    assert key_bindings.fill_in_keys("Press {key}.", "Nothing to press.", key=NEXT_HIT) == "Nothing to press."
    settle(window)


def test_no_text_of_the_window_names_a_key_that_was_changed(reading: MainWindow) -> None:
    """All commands get keys that are used nowhere else: no label or tooltip may still name the old ones."""
    before = {
        key.toString() for one in reading.preferences.bindable_commands() for key in key_bindings.default_keys(one.name)
    }
    long = {key for key in before if "+" in key or (key.startswith("F") and len(key) > 1)}
    reading.ui.action_original.setChecked(True)
    run_action(reading, reading.ui.action_annotations)
    for n, one in enumerate(reading.preferences.bindable_commands()):
        key_bindings.choose(
            one.name, [QKeySequence(f"Meta+Alt+Shift+{chr(ord('A') + n % 26)},{chr(ord('A') + n // 26)}")]
        )
    settle(reading)
    shown = [label.text() for label in reading.findChildren(QLabel) if label.isVisible()]
    shown += [one.toolTip() for one in reading.findChildren(QWidget)]
    shown += [button.text() for button in reading.findChildren(QAbstractButton)]
    for text in shown:
        told = set(re.findall(r"[\w+]+", text))
        assert not told & (long - {"Ctrl+Enter"}), text


def test_every_button_that_does_what_a_command_does_teaches_its_key(reading: MainWindow) -> None:
    reading.ui.action_original.setChecked(True)
    settle(reading)
    tips: dict[str, str] = {}
    for one in reading.findChildren(QAbstractButton):
        tips |= dict.fromkeys((one.objectName(), one.accessibleName()), one.toolTip())
    for name, key in (
        ("find_next_button", "F3"),
        ("find_previous_button", "Shift+F3"),
        ("due_button", "Ctrl+Shift+D"),
        ("Close tab", "Ctrl+W"),
    ):
        assert tips[name].endswith(f"({key})"), (name, tips[name])
