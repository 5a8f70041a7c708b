from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.gui.meetings.meeting_commands import IN_MEETING
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.key_bindings import menu_commands
from support.main_windows import settle


def test_a_burst_of_changes_computes_the_enabled_commands_once(reading: MainWindow, held: DocumentId) -> None:
    before = reading.commands.updates
    for address in ("para_1", "para_2", "para_3"):
        reading.open_document(held, Address(address))
    reading.update_panes()
    assert reading.commands.updates == before
    assert not reading.ui.action_back.isEnabled()
    QApplication.processEvents()
    assert reading.commands.updates == before + 1
    assert reading.ui.action_back.isEnabled()


def test_every_action_of_the_menus_does_something(window: MainWindow) -> None:
    """All except the switches, which are connected to what they show, and the contents of dynamic menus."""
    commands = window.commands
    named = [one for _, actions in menu_commands(window.ui.menu_bar) for one in actions if one.objectName()]
    idle = {one.objectName() for one in named if not one.isCheckable()} - commands._table.keys() - commands._of_pages
    assert idle == {"action_welcome", "action_guide"}  # the welcome page connects them itself


def test_seven_menus_have_ten_items_at_most_and_seventy_in_all(window: MainWindow) -> None:
    bar = window.ui.menu_bar
    titles = [action.text().replace("&", "") for action in bar.actions()]
    assert titles == ["File", "Edit", "View", "Document", "Position", "Meeting", "Help"]
    items = {menu: [one for one in menu.actions() if not one.isSeparator()] for menu in bar.findChildren(QMenu)}
    assert all(len(several) <= 10 for several in items.values())
    direct = [one for action in bar.actions() for one in items[cast("QMenu", action.menu())] if not one.menu()]
    assert len(direct) <= 70


def test_the_old_key_of_a_command_says_once_where_it_is_now(reading: MainWindow, qtbot: QtBot) -> None:
    text = reading.tabs.current_reader().paper  # type: ignore[union-attr]  # a reader is in front
    for said in ("“Compare with Previous Revision” is Ctrl+2 now.", ""):
        reading.status.pass_by("")
        qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert ("is Ctrl+2 now" in reading.ui.document_label.text()) == bool(said)


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


def test_a_page_carries_out_what_it_says_and_nothing_else(reading: MainWindow) -> None:
    enabled = reading.tabs.state().enabled
    assert {"action_next", "action_annotate_note", "action_outline"} <= enabled
    assert reading.ui.action_next.isEnabled()
    assert not reading.ui.action_keep_change.isEnabled()
    assert "action_keep_change" not in enabled
    reading.ui.action_position.trigger()
    settle(reading)
    assert reading.ui.action_keep_change.isEnabled()
    assert not reading.ui.action_annotate_note.isEnabled()


def test_a_meeting_carries_out_what_is_registered_before_its_controller_is_created(window: MainWindow) -> None:
    assert "meeting_mode" not in vars(window)
    assert window.meeting_mode.page_commands().keys() == {*IN_MEETING, *READER_COMMANDS}
