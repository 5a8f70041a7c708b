"""Words replaced in a position, counted, and new provisions moved by keys."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus, Stance, replace_words
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.basic_widgets import InputDialog
from support.document_values import quiet_hours, written
from support.main_windows import click, run_action, settle

ONE = Address("para_1")


@pytest.fixture
def view(window: MainWindow, desk: Desk, held: DocumentId) -> PositionsView:
    desk.positions.set_delegation("EL")
    desk.positions.set_general(held, "Ports are quiet. All ports.")
    desk.positions.set_item(held, PositionEntry(ONE, Stance.OPPOSE, comment="No ports.", internal="Ask the ports."))
    window.open_position(held)
    settle(window)
    found = window.position_controller.current_view()
    assert found is not None
    return found


def replace(window: MainWindow, words: str, by: str) -> InputDialog:
    window.commands.update()
    window.ui.action_replace.trigger()
    dialog = window.findChildren(InputDialog)[-1]
    dialog.edits[0].setText(words)
    dialog.edits[1].setText(by)
    click(window, dialog.do_button)
    return dialog


def test_all_is_replaced_and_undone_in_one_step(
    view: PositionsView, window: MainWindow, desk: Desk, held: DocumentId
) -> None:
    before = desk.positions.get(held)
    replace(window, "ports", "harbours")
    after = desk.positions.get(held)
    assert after.general == "harbours are quiet. All harbours."
    assert (after.items[0].comment, after.items[0].internal) == ("No harbours.", "Ask the harbours.")
    assert "Replaced 4 times" in window.notices.head.text()
    window.commands.update()
    run_action(window, window.ui.action_undo)
    assert desk.positions.get(held).general == before.general
    assert desk.positions.get(held).items == before.items


@pytest.mark.parametrize("typed", ["", "!"])
def test_undo_in_a_field_whose_words_were_replaced_puts_all_of_them_back(
    view: PositionsView, window: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot, typed: str
) -> None:
    before = desk.positions.get(held)
    view.general_edit.setFocus()
    qtbot.keyClicks(view.general_edit, typed)
    replace(window, "ports", "harbours")
    assert view.general_edit.toPlainText().count("harbours") == 2
    view.general_edit.setFocus()
    qtbot.keyClick(view.general_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    assert desk.positions.get(held).items == before.items
    assert view.general_edit.toPlainText().count("ports") == 1


def test_words_that_are_not_there_are_said(view: PositionsView, window: MainWindow) -> None:
    dialog = replace(window, "airports", "x")
    assert "“airports” is not in this position." in dialog.error_label.text()
    dialog.reject()


def test_upper_case_is_looked_for_as_it_is() -> None:
    position = Position(DocumentId(1), general="Ports and ports")
    assert replace_words(position, "Ports", "X")[0].general == "X and ports"
    assert replace_words(position, "ports", "X") == (Position(DocumentId(1), general="X and X"), 2)


def test_the_words_are_counted_while_they_are_typed(view: PositionsView, qtbot: QtBot) -> None:
    def counts() -> list[int]:
        return [int(number) for number in re.findall(r"\d+", view.state().text.split(" · ")[-1])]

    view.draft(ONE)
    current, total = counts()
    qtbot.keyClicks(view.provisions[0].wording_edit, " Yes indeed.")
    assert counts() == [current + 2, total + 2]


def test_a_new_provision_moves_along_the_text(
    view: PositionsView, window: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot
) -> None:
    view.insert(ONE)
    settle(window)
    assert view.current_provision is not None
    assert view.current_provision.item.after == ONE
    qtbot.keyClicks(view.current_provision.wording_edit, "New words.")
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.current_provision.wording_edit, Qt.Key.Key_Up, keys)
    settle(window)
    moved = [item for item in desk.positions.get(held).items if item.proposal == "New words."]
    assert len(moved) == 1
    assert moved[0].after != ONE


def test_a_new_provision_that_moves_up_never_becomes_an_article(
    window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    file = quiet_hours(tmp_path, name="harbours.txt", text=written("quiet_harbours.en"))
    (harbours,) = desk.documents.add(desk.documents.read(file)).documents
    desk.positions.set_delegation("EL")
    view = window.position_controller.open(harbours)
    settle(window)
    view.insert(Address("art_2__para_1"))
    settle(window)
    assert view.current_provision is not None
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view.current_provision.wording_edit, Qt.Key.Key_Up, keys)
    settle(window)
    assert view.current_provision.item.after == "art_1__sub_1"


def test_a_letter_makes_a_cleared_position_a_draft_and_says_so(
    view: PositionsView, window: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot
) -> None:
    for field in (view.general_edit, view.provisions[0].wording_edit):
        window.tasks.write(lambda: desk.positions.clear(held, "The ministry"))
        settle(window)
        qtbot.keyClicks(field, "x")
        assert "not cleared" in view.ui.counts_label.text()
        assert window.notices.head.text() == "The position is a draft again"
        settle(window)
        assert desk.positions.get(held).status is PositionStatus.DRAFT
        window.notices.close_notice()
