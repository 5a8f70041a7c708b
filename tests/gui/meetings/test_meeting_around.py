"""What the window around a meeting says and opens: how to leave it, and the vote from the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.meetings.voting import VotingRule
from delegate_desk.gui.meetings.vote_dialog import VoteDialog
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.labels.voting import VoteChoice
from support.main_windows import settle, type_text
from support.meeting_steps import line, press, sits, view
from support.search_steps import keep_up, search

Key = Qt.Key


@pytest.mark.parametrize("searched", [False, True])
def test_how_to_leave_is_said_in_the_meeting_alone(
    window: MainWindow, sitting: MainWindow, qtbot: QtBot, searched: bool
) -> None:
    press(window, Key.Key_F5)
    if searched:
        keep_up(window.desk)
        search(window.tabs.open_search(), qtbot, "quiet")
        press(window, Key.Key_F5)
        window.tabs.setCurrentWidget(view(window))
    else:
        press(window, Key.Key_F5)
    settle(window)
    assert sits(window)
    assert window.ui.walk_label.text() == "F5 to exit"
    press(window, Key.Key_F5)
    assert not sits(window)
    assert window.ui.walk_label.text() == ""


def test_the_tab_from_which_a_meeting_was_entered_comes_back(sitting: MainWindow) -> None:
    window, tabs = sitting, sitting.tabs
    press(window, Key.Key_F5)
    first, other = (held.id for held in window.desk.documents.all()[:2])
    for document in (first, other):
        window.open_document(document)
        settle(window)
    for document in (first, other, first):
        window.open_document(document)
        settle(window)
        came_from = tabs.currentWidget()
        window.meeting_mode.toggle()
        settle(window)
        if not sits(window):
            window.meeting_mode.open(window.desk.meetings.all()[0].id)
            settle(window)
        assert sits(window)
        press(window, Key.Key_F5)
        assert tabs.currentWidget() is came_from


def test_a_tab_that_was_closed_meanwhile_is_not_gone_back_to(sitting: MainWindow) -> None:
    window, tabs = sitting, sitting.tabs
    press(window, Key.Key_F5)
    window.open_document(window.desk.documents.all()[-1].id)
    settle(window)
    window.meeting_mode.open(window.desk.meetings.all()[0].id)
    settle(window)
    tabs.close_tab(tabs.currentIndex() - 1)
    press(window, Key.Key_F5)
    assert not sits(window)


def test_where_a_search_is_comes_back_after_the_meeting(sitting: MainWindow, qtbot: QtBot) -> None:
    window = sitting
    press(window, Key.Key_F5)
    keep_up(window.desk)
    search(window.tabs.open_search(), qtbot, "quiet")
    window.search_controller.hit_stepped.emit(2, 3)
    at_hit = window.ui.walk_label.text()
    assert at_hit
    press(window, Key.Key_F5)
    assert window.ui.walk_label.text() == "F5 to exit"
    press(window, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(window, Key.Key_F5)
    assert window.ui.walk_label.text() == at_hit


def choices(window: MainWindow) -> dict[str, VoteChoice]:
    """Who was heard in the count of the vote."""
    settle(window)
    dialog = window.findChild(VoteDialog)
    assert dialog is not None
    found = {code: dialog.model.choice(code) for code in dialog.model.rows}
    dialog.close()
    settle(window)
    return {code: choice for code, choice in found.items() if choice is not VoteChoice.NOT_HEARD}


HEARD = {"DE": VoteChoice.FOR, "FR": VoteChoice.FOR, "NL": VoteChoice.AGAINST}


@pytest.mark.parametrize("way", ["menu", "palette", "button"])
def test_the_vote_begins_with_what_was_said_however_it_is_opened(sitting: MainWindow, way: str) -> None:
    window = sitting
    for words in ("DE+ 1 agrees", "FR- 1 no", "FR+ 1 after all", "NL- 2 too noisy", "IT? 1 why", "PL scrutiny res."):
        line(window, words)
    if way == "menu":
        window.ui.action_vote.trigger()
    elif way == "palette":
        press(window, Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        field = QApplication.focusWidget()
        assert field is not None
        type_text(field, "voting")
        press(window, Key.Key_Return)
    else:
        window.meeting_mode.agenda.vote.count_button.click()
    settle(window)
    assert choices(window) == HEARD


def test_the_vote_is_on_the_item_at_hand_and_begins_anew_without_a_meeting(sitting: MainWindow) -> None:
    window = sitting
    line(window, "DE+ 1 agrees")
    press(window, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    line(window, "AT- no")
    window.ui.action_vote.trigger()
    assert choices(window) == {"AT": VoteChoice.AGAINST}
    window.tabs.close_tab(window.tabs.indexOf(view(window)))
    settle(window)
    window.ui.action_vote.trigger()
    assert choices(window) == {}


def test_a_rule_chosen_in_the_vote_from_the_menu_is_that_of_the_meeting(sitting: MainWindow) -> None:
    window = sitting
    window.ui.action_vote.trigger()
    dialog = window.findChild(VoteDialog)
    assert dialog is not None
    dialog.rule_combo.setCurrentIndex(list(VotingRule).index(VotingRule.UNANIMITY))
    dialog.close()
    settle(window)
    assert window.meeting_mode.agenda.vote.model.setting.rule is VotingRule.UNANIMITY
