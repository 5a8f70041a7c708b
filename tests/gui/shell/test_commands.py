from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.meetings import IN_MEETING
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.key_bindings import menu_commands
from delegate_desk.settings import Settings
from support.main_windows import current_reader, open_window, run_action, save, settle, type_text


def test_a_burst_of_changes_computes_the_enabled_commands_once(reading: MainWindow, held: DocumentId) -> None:
    updates: list[bool] = []
    reading.commands.updated.connect(lambda: updates.append(True))
    for address in ("para_1", "para_2", "para_3"):
        reading.open_document(held, Address(address))
    reading.update_panes()
    assert not updates
    assert not reading.ui.action_back.isEnabled()
    QApplication.processEvents()
    assert len(updates) == 1
    assert reading.ui.action_back.isEnabled()


def test_every_action_of_the_menus_and_of_the_meeting_does_something(window: MainWindow) -> None:
    """All except the switches, which are connected to what they show, and the contents of dynamic menus."""
    commands = window.commands
    named = [one for _, actions in menu_commands(window.ui.menu_bar) for one in actions if one.objectName()]
    idle = {a.objectName() for a in named if not a.isCheckable()} - commands._table.keys() - commands._page_commands
    assert idle == {"action_welcome", "action_guide"}  # the welcome page connects them itself
    assert "meeting_mode" not in vars(window)  # its commands are registered before it is created
    assert window.meeting_mode.page_commands().keys() == {*IN_MEETING, *READER_COMMANDS}


MENUS = {
    "file_menu": "bring_in watch export copy_mail print pack library remove close_tab quit",
    "library_menu": "open_library new_library recent samples back_up backups unpack passphrase lock empty_trash",
    "edit_menu": "undo redo copy copy_citation paste_files find find_next replace search preferences",
    "view_menu": "left right outline original mark_up zoom appearance tabs full_screen presenter",
    "mark_up_menu": "marked before after proposals mark_up",
    "zoom_menu": "larger smaller usual_size thumbnails",
    "appearance_menu": "theme_system theme_light theme_dark theme_contrast density_comfortable density_compact"
    " window_language",
    "window_language_menu": "window_system window_en window_el window_fr",
    "tabs_menu": "split_right split_down tab_to_side next_side tab_to_window tab_back reopen_tab",
    "document_menu": "place compare_previous compare consequences carried timeline notes comments header more",
    "notes_menu": "annotate_note annotate_question annotations due unplaced export_annotations import_annotations",
    "comments_menu": "contributions contribution",
    "more_menu": "show_original print_pages reread reread_outdated carry",
    "position_menu": "stance annotate_drafting_suggestion position new_provision delete_provision changes take_wording"
    " clear_position send_position versions",
    "stance_menu": "annotate_support stance_can_accept stance_support_if stance_oppose annotate_reservation"
    " annotate_scrutiny_reservation annotate_parliamentary_reservation annotate_linguistic_reservation"
    " stance_statement annotate_red_line",
    "changes_menu": "keep_change take_back_change brackets phrases move_provision add_field withdraw_position",
    "meeting_menu": "meeting new_meeting capture next_item previous_item matrix report vote meeting_export",
    "meeting_export_menu": "report_file report_mail matrix_file note_file",
    "help_menu": "manual keys guide welcome check support show_log about",
    "recent_menu": "",
}
"""The entries of each menu, in order, by the names of commands and submenus."""

LATER = {
    "comments_menu": "reply",
    "more_menu": "columns build_columns amended",
    "meeting_menu": "allies",
    "meeting_export_menu": "calendar_file",
}
"""The entries of later features: the last of their menus."""


@pytest.mark.parametrize("language", ["en", "el", "fr"])
def test_seven_menus_and_their_submenus_have_ten_items_at_most_in_their_order(
    desk: Desk, tmp_path: Path, qtbot: QtBot, language: str, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: interface_language.install_language("en"))
    interface_language.install_language(language)
    recent = [str(tmp_path / f"library {n}") for n in range(20)]
    settings.save(tmp_path / "settings.json", Settings(recent_libraries=recent))
    window = open_window(desk, tmp_path / "settings.json", qtbot)
    bar = window.ui.menu_bar
    top = [cast("QMenu", action.menu()) for action in bar.actions()]
    names = ["file", "edit", "view", "document", "position", "meeting", "help"]
    assert [menu.objectName().removesuffix("_menu") for menu in top] == names
    every = [menu for menu in bar.findChildren(QMenu) if menu.objectName()]  # one of Qt's is for a narrow bar
    items = {menu.objectName(): [one for one in menu.actions() if not one.isSeparator()] for menu in every}
    assert items.keys() == MENUS.keys()
    assert 0 < len(items.pop("recent_menu")) <= 10
    for name, entries in items.items():
        assert len(entries) <= 10, name
        assert all(one.isVisible() for one in entries), name
        assert [entry_name(one) for one in entries] == f"{MENUS[name]} {LATER.get(name, '')}".split(), name
    commands = window.commands
    for name in " ".join(LATER.values()).split():
        assert f"action_{name}" in commands._table.keys() | commands._page_commands
        assert "&" in commands.by_name[f"action_{name}"].text()  # a key in its menu


def entry_name(action: QAction) -> str:
    """The name of an entry's command or submenu, without its kind."""
    menu = action.menu()
    if isinstance(menu, QMenu):
        return menu.objectName().removesuffix("_menu")
    return action.objectName().removeprefix("action_")


def test_the_old_key_of_a_command_says_once_where_it_is_now_and_a_passing_message_ends_with_another_view(
    reading: MainWindow, qtbot: QtBot
) -> None:
    text = current_reader(reading).paper
    for said in ("“Compare with Previous Revision” is Ctrl+2 now.", ""):
        reading.status.pass_by("")
        qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert ("is Ctrl+2 now" in reading.ui.document_label.text()) == bool(said)
    reading.status.pass_by("Z is not available here")
    reading.update_panes()
    settle(reading)
    assert reading.ui.document_label.text() == "Z is not available here"
    reading.list_controller.open_browser()
    settle(reading)
    assert "Enter open" in reading.ui.document_label.text()


@pytest.mark.styled
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_status_bar_says_why_an_item_of_a_menu_is_soft(window: MainWindow, qtbot: QtBot) -> None:
    menu = window.ui.meeting_menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.mouseMove(menu, menu.actionGeometry(window.ui.action_matrix).center())
    qtbot.waitUntil(lambda: window.ui.document_label.text() == "Matrix: Start a meeting first.")
    menu.close()


def test_every_soft_item_has_its_reason(reading: MainWindow) -> None:
    def without_reason() -> list[str]:
        reading.commands.update()
        named = [action for action in reading.commands.all() if action.objectName() and not action.isEnabled()]
        return [action.objectName() for action in named if not reading.commands.why_not(action.objectName())]

    assert without_reason() == []
    for name in ("action_position", "action_compare_previous", "action_due", "action_today", "action_close_tab"):
        getattr(reading.ui, name).trigger()
        settle(reading)
        assert without_reason() == [], name
    assert reading.commands.why_not("action_close_tab") == "Open a document first."
    assert reading.commands.why_not("action_next_side") == "The window is not split."
    assert reading.commands.why_not("action_split_right") == "Open a document first."


def test_a_page_carries_out_what_it_says_and_nothing_else(reading: MainWindow) -> None:
    enabled = reading.tabs.state().enabled
    assert {"action_next", "action_annotate_note", "action_outline"} <= enabled
    assert reading.ui.action_next.isEnabled()
    assert not reading.ui.action_keep_change.isEnabled()
    assert "action_keep_change" not in enabled
    run_action(reading, reading.ui.action_position)
    assert reading.ui.action_keep_change.isEnabled()
    assert not reading.ui.action_annotate_note.isEnabled()


def test_the_menu_says_what_undo_takes_back(reading: MainWindow, held: DocumentId) -> None:
    window, desk = reading, reading.desk
    assert not window.ui.action_undo.isEnabled()
    note = desk.annotations.new(Place(held, Address("para_3")), AnnotationKind.RED_LINE)
    save(window, lambda: desk.annotations.save(note))
    assert window.ui.action_undo.text() == "&Undo red line on paragraph 3"
    run_action(window, window.ui.action_undo)
    assert not window.ui.action_undo.isEnabled()
    assert window.ui.action_undo.text() == "&Undo"
    assert window.ui.action_redo.text() == "&Redo red line on paragraph 3"


def test_what_could_not_be_saved_is_said_until_it_is_and_tried_again_by_itself(
    reading: MainWindow, desk: Desk, first: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, disk = desk.annotations.save, {"is_full": True}

    def try_to_save(*annotations: Any, **how: Any) -> Changes:
        if disk["is_full"]:
            raise DiskFullError(str(desk.folder))
        return save(*annotations, **how)

    said = reading.ui.saved_label
    reading.file_controller.annotate(AnnotationKind.NOTE, first, None)
    settle(reading)
    editor = QApplication.focusWidget()
    assert editor is not None
    heard: list[Exception] = []
    reading.tasks.failed.connect(heard.append)
    with monkeypatch.context() as full:
        full.setattr(desk.annotations, "save", try_to_save)
        type_text(editor, "kept")
        settle(reading)
        assert said.text() == "Not saved"
        before = len(heard)
        reading.tasks.unsaved.retry()
        settle(reading)
        assert (said.text(), len(heard)) == ("Not saved", before)
    disk["is_full"] = False
    qtbot.waitUntil(lambda: said.text() == "Saved")
    assert [note.text for note in desk.annotations.for_place(first)] == ["kept"]
