from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.desk import Desk
from delegate_desk.gui.help.help_controllers import manual_place
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.shell.preferences import PreferenceRow, PreferencesDialog, TermBaseList, preference_titles
from delegate_desk.gui.shell.shortcuts_page import KeyPage, page_for_keys
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.printing import pdf_for_mail
from support.main_windows import click, modal, open_window, settle, type_text
from support.policies import SetPolicies, set_policies

__all__ = ["set_policies"]


@pytest.fixture
def dialog(window: MainWindow) -> PreferencesDialog:
    key_bindings.reset_all()
    window.ui.action_preferences.trigger()
    return modal(PreferencesDialog)


def row(dialog: PreferencesDialog, name: str) -> PreferenceRow:
    return next(one for one in dialog.findChildren(PreferenceRow) if one.name == name)


def select_red_line(keys: KeyPage) -> None:
    [item] = keys.ui.command_tree.findItems("Red Line", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    keys.ui.command_tree.setCurrentItem(item)


def pick(dialog: PreferencesDialog, name: str, value: str) -> None:
    combo = row(dialog, name).control
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def test_every_preference_is_named_and_reached(dialog: PreferencesDialog) -> None:
    shown = {one.name for one in dialog.findChildren(PreferenceRow)} | {dialog.keys.name}
    assert shown == set(preference_titles())
    for one in dialog.findChildren(PreferenceRow):
        assert one.control.accessibleName(), one.name


@pytest.mark.styled
def test_looks_are_in_force_at_once_and_kept(window: MainWindow, dialog: PreferencesDialog) -> None:
    pick(dialog, "theme", "dark")
    pick(dialog, "density", "compact")
    box = row(dialog, "size").control
    assert isinstance(box, QSpinBox)
    box.setValue(21)
    assert (theme.choice(), theme.density(), window.tabs.reading_size) == ("dark", "compact", 21)
    window.memory.save_state()
    kept = settings.load(window.settings.file)
    assert (kept.theme, kept.density, kept.reading_size) == ("dark", "compact", 21)


def test_what_is_typed_leaves_the_rows_with_it_and_marks_them(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    type_text(dialog.ui.filter_edit, "second location")
    second = row(dialog, "second")
    assert dialog.ui.group_list.currentRow() == 2
    assert second.isVisible()
    assert row(dialog, "lock").isHidden()
    assert dialog.ui.found_label.text() == "1 found"
    assert manual_place(dialog.ui.filter_edit) == "preferences"
    assert not dialog.ui.group_list.item(0).flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(dialog.ui.filter_edit, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not row(dialog, "lock").isHidden()


def test_a_command_is_found_among_the_preferences_and_tab_goes_to_its_key(
    dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    type_text(dialog.ui.filter_edit, "red line")
    assert dialog.ui.pages.currentWidget() is dialog.keys
    assert dialog.keys.recorder.text() == "R"
    dialog.keys.ui.command_tree.setFocus()
    qtbot.keyClick(dialog.keys.ui.command_tree, Qt.Key.Key_Tab)
    assert dialog.keys.recorder.hasFocus()


def test_a_key_that_is_free_is_in_force_at_once_and_one_that_another_has_or_that_moves_about_is_not(
    window: MainWindow, dialog: PreferencesDialog, qtbot: QtBot
) -> None:
    dialog.select_preference("keys")
    select_red_line(dialog.keys)
    qtbot.keyClick(dialog.keys.recorder, Qt.Key.Key_G)
    assert window.ui.action_annotate_red_line.shortcut() == QKeySequence("G")
    assert dialog.keys.ui.message_label.text() == "Shortcut saved."
    dialog.keys.ui.reset_button.click()
    assert window.ui.action_annotate_red_line.shortcut() == QKeySequence("R")
    qtbot.keyClick(dialog.keys.recorder, Qt.Key.Key_Down)
    assert "is used to move and select" in dialog.keys.ui.message_label.text()
    assert dialog.keys.ui.reassign_button.isHidden()
    qtbot.keyClick(dialog.keys.recorder, Qt.Key.Key_N)
    assert dialog.keys.ui.message_label.text() == "N is already used by Note (Document)."
    assert window.ui.action_annotate_red_line.shortcut() == QKeySequence("R")
    dialog.keys.ui.reassign_button.click()
    assert window.ui.action_annotate_red_line.shortcut() == QKeySequence("N")
    assert window.ui.action_annotate_note.shortcuts() == []
    dialog.keys.ui.reset_all_button.click()
    assert window.ui.action_annotate_note.shortcut() == QKeySequence("N")


def test_a_key_of_0_8_that_collides_with_a_new_one_wins_and_is_marked(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "settings.json"
    settings.save(file, settings.Settings(keys={"action_find": ["Ctrl+4"], "action_timeline": ["Ctrl+2"]}))
    window = open_window(desk, file, qtbot)
    assert window.ui.action_find.shortcut() == QKeySequence("Ctrl+4")
    dialog = window.preferences.show("keys")
    shown = {item.text(0): item.text(1) for item, _ in dialog.keys.items}
    assert shown["Open Position"] == "Ctrl+D; Ctrl+4: your shortcut for Find in This Document (Edit)"
    assert shown["Compare with Previous Revision"] == "Ctrl+2: your shortcut for Dossier Timeline (Document)"
    dialog.close()


def test_what_went_wrong_is_said_in_the_dialog(
    window: MainWindow, dialog: PreferencesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    bases = dialog.findChildren(TermBaseList)[0]
    broken = window.desk.folder.parent / "terms.tbx"
    broken.write_text("<tbx", encoding="utf-8")
    bases.import_file(broken)
    settle(window)
    assert bases.message.text() == "terms.tbx was not imported as a term base: it is damaged and cannot be opened."
    monkeypatch.setattr("delegate_desk.gui.shell.preferences.prompt_folder", lambda *_: window.desk.folder)
    second = row(dialog, "second").control
    click(window, second.findChildren(QPushButton)[0])
    assert "is inside the library." in second.findChildren(QLabel)[0].text()
    assert window.settings.second_place is None


def test_tabs_come_back_only_where_that_is_wanted(
    reading: MainWindow, dialog: PreferencesDialog, desk: Desk, qtbot: QtBot
) -> None:
    box = row(dialog, "tabs").control
    assert isinstance(box, QCheckBox)
    box.click()
    reading.memory.save_state()
    assert not settings.load(reading.settings.file).tabs_come_back
    dialog.close()
    reading.close()
    next_window = open_window(desk, reading.settings.file, qtbot)
    assert next_window.tabs.count() == 0


def test_the_printed_keys_are_all_keys_by_menu(window: MainWindow) -> None:
    page = page_for_keys(window.preferences.bindable_commands())
    assert all(f">{key}</td>" in page.html for key in ("Ctrl+K", "R", "F5", "Ctrl+,"))
    assert page.html.index(">Document<") < page.html.index(">Note<")
    assert pdf_for_mail(page).startswith(b"%PDF")


def test_what_an_administrator_has_locked_is_shown_as_such(
    desk: Desk, tmp_path: Path, qtbot: QtBot, set_policies: SetPolicies
) -> None:
    set_policies(
        InterfaceLanguage="en",
        ReadingLanguages=["el"],
        Delegation="EL",
        LibraryFolder=str(desk.folder),
        AllowSharedFolder=False,
    )
    window = open_window(desk, tmp_path / "settings.json", qtbot)
    dialog = window.preferences.show("theme")
    for name in ("language", "delegation", "reading"):
        control = row(dialog, name).control
        assert not control.isEnabled(), name
        assert control.accessibleDescription() == "Set by your administrator", name
    shared, people = row(dialog, "colleagues").findChildren(QPushButton)
    assert (shared.isEnabled(), people.isEnabled()) == (False, True)
    assert row(dialog, "theme").control.isEnabled()
    dialog.close()
    ui = window.ui
    forbidden = (ui.action_open_library, ui.action_new_library, ui.action_shared_folder)
    for action in (*ui.window_language_menu.actions(), *forbidden):
        assert not action.isEnabled(), action.objectName()
        assert window.commands.why_not(action.objectName()) == "Set by your administrator", action.objectName()


def test_what_an_administrator_leaves_to_people_is_not_shown_as_locked(
    desk: Desk, tmp_path: Path, qtbot: QtBot, set_policies: SetPolicies
) -> None:
    set_policies(RequireEncryption=False, AllowSharedFolder=True)
    set_policies(locked=False, LibraryFolder=str(desk.folder))
    window = open_window(desk, tmp_path / "settings.json", qtbot)
    assert all(action.isEnabled() for action in (window.ui.action_open_library, window.ui.action_shared_folder))
