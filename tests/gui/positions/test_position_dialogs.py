"""Phrases put into texts, and words replaced in a position."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import (
    Position,
    PositionEntry,
    PositionStatus,
    ReadyPhrase,
    Stance,
    replace_words,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.positions import position_dialogs
from delegate_desk.gui.positions.position_dialogs import PhrasesDialog
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.provision_editors import WordingEdit
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, InputDialog
from support.bare_context import bare_context
from support.document_values import quiet_hours, written
from support.main_windows import click, run_action, save, settle, settled
from support.present import present

THANKS = ReadyPhrase("thanks", "en", "We thank the Presidency.")
ISLANDS = ReadyPhrase("islands", "en", "The islands stay supplied.")
GREEK = ReadyPhrase("ευχαριστίες", "el", "Ευχαριστούμε την Προεδρία.")


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> Iterator[PhrasesDialog]:
    desk.corrections.correct(held, CorrectableField.LANGUAGE, "el")
    for phrase in (THANKS, ISLANDS, GREEK):
        desk.phrases.save(phrase)
    window = QWidget()
    qtbot.addWidget(window)
    context = dataclasses.replace(bare_context(desk, tasks), window=window)
    made = PhrasesDialog(context, held, words="Chosen words")
    made.show()
    tasks.wait()
    yield made
    window.close()


def listed(dialog: PhrasesDialog) -> list[str]:
    """The keywords of the user's own phrases in the list."""
    shown = [dialog.ui.phrase_list.item(n).text().split("  ")[0] for n in range(dialog.ui.phrase_list.count())]
    return [keyword for keyword in shown if keyword not in {ready.keyword for ready in dialog.ready_phrases}]


def test_phrases_in_the_language_of_the_document_come_first(dialog: PhrasesDialog, desk: Desk) -> None:
    assert listed(dialog) == ["ευχαριστίες", "islands", "thanks"]
    assert dialog.ui.text_label.text() == GREEK.text
    assert dialog.ui.phrase_list.count() == 3 + 39  # one keyword is also a user's own
    dialog.ui.phrase_list.setCurrentRow(3)
    assert dialog.ui.insert_button.isEnabled()
    assert not dialog.ui.delete_button.isEnabled()
    assert len({ready.keyword for ready in desk.phrases.ready("fr")}) == 40
    assert desk.phrases.ready("mt") == desk.phrases.ready("en")


def test_what_is_typed_narrows_and_enter_puts_in(dialog: PhrasesDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.ui.find_edit, "th")
    assert listed(dialog)[:2] == ["thanks", "islands"]  # by keyword, then by a word of the text
    qtbot.keyClick(dialog.ui.find_edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.ui.find_edit, Qt.Key.Key_Return)
    assert chosen.args == [ISLANDS.text]


def test_a_new_phrase_begins_with_the_words_chosen(
    dialog: PhrasesDialog, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    dialog.ui.new_button.click()
    assert dialog.ui.text_edit.toPlainText() == "Chosen words"
    dialog.ui.save_button.click()
    tasks.wait()
    assert "needs a keyword" in dialog.ui.error_label.text()
    qtbot.keyClicks(dialog.ui.keyword_edit, "chosen")
    dialog.ui.save_button.click()
    qtbot.waitUntil(lambda: "chosen" in listed(dialog))
    assert ReadyPhrase("chosen", "el", "Chosen words") in desk.phrases.all()
    assert dialog.ui.text_label.text() == "Chosen words"  # it is current


def test_a_phrase_is_changed_and_forgotten(dialog: PhrasesDialog, desk: Desk, qtbot: QtBot) -> None:
    dialog.ui.change_button.click()
    dialog.ui.keyword_edit.setText("καλημέρα")
    dialog.ui.save_button.click()
    qtbot.waitUntil(lambda: "καλημέρα" in listed(dialog))
    assert "ευχαριστίες" not in listed(dialog)
    dialog.ui.delete_button.click()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 2)
    assert [one.keyword for one in desk.phrases.all()] == ["islands", "thanks"]


def test_escape_leads_back_to_the_list_and_then_out(dialog: PhrasesDialog, qtbot: QtBot) -> None:
    dialog.ui.new_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.ui.find_edit.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_key_puts_a_phrase_into_the_wording_at_the_caret(window: MainWindow, held: DocumentId, qtbot: QtBot) -> None:
    window.desk.positions.set_delegation("EL")
    window.desk.phrases.save(THANKS)
    window.open_position(held, Address("para_1"))
    settle(window)
    view = present(window.position_controller.current_view())
    edit = present(view.current_provision).wording_edit
    edit.setFocus()
    before = edit.proposal
    run_action(window, window.ui.action_phrases)
    dialog = cast("PhrasesDialog", window.findChild(PhrasesDialog))
    qtbot.keyClick(dialog.ui.find_edit, Qt.Key.Key_Return)
    settle(window)
    assert edit.proposal.replace(f" {THANKS.text}", "") == before
    assert THANKS.text in edit.proposal
    view.flush()
    settle(window)
    assert THANKS.text in str(window.desk.positions.get(held).entry_at(Address("para_1")).proposal)


def test_a_space_divides_a_phrase_from_the_word_before(qtbot: QtBot) -> None:
    for edit in (GrowingEdit(), WordingEdit()):
        qtbot.addWidget(edit)
        for text in ("one", "two", "(", "three"):
            position_dialogs.insert_text(edit, text)
        assert edit.toPlainText() == "one two (three"
    line = QLineEdit("a b")
    qtbot.addWidget(line)
    line.setSelection(0, 1)
    position_dialogs.insert_text(line, "one\ntwo")
    assert line.text() == "one two b"


ONE = Address("para_1")


@pytest.fixture
def view(window: MainWindow, desk: Desk, held: DocumentId) -> PositionsView:
    desk.positions.set_delegation("EL")
    desk.positions.set_general(held, "Ports are quiet. All ports.")
    desk.positions.set_item(held, PositionEntry(ONE, Stance.OPPOSE, comment="No ports.", internal="Ask the ports."))
    window.open_position(held)
    settle(window)
    return present(window.position_controller.current_view())


def replace(window: MainWindow, words: str, by: str) -> InputDialog:
    window.commands.update()
    window.ui.action_replace.trigger()
    dialog = window.findChildren(InputDialog)[-1]
    dialog.edits[0].setText(words)
    dialog.edits[1].setText(by)
    click(window, dialog.do_button)
    return dialog


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


@pytest.mark.usefixtures("view")
def test_all_is_replaced_and_undone_in_one_step(window: MainWindow, held: DocumentId) -> None:
    dialog = replace(window, "airports", "x")
    assert "“airports” is not in this position." in dialog.error_label.text()
    dialog.reject()
    before = window.desk.positions.get(held)
    replace(window, "ports", "harbours")
    after = window.desk.positions.get(held)
    assert after.general == "harbours are quiet. All harbours."
    assert (after.items[0].comment, after.items[0].internal) == ("No harbours.", "Ask the harbours.")
    assert "Replaced 4 times" in window.notices.head.text()
    window.commands.update()
    run_action(window, window.ui.action_undo)
    assert window.desk.positions.get(held).general == before.general
    assert window.desk.positions.get(held).items == before.items


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


def test_a_new_provision_that_moves_up_never_becomes_an_article(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    file = quiet_hours(tmp_path, name="harbours.txt", text=written("quiet_harbours.en"))
    (harbours,) = desk.documents.add(desk.documents.read(file)).documents
    desk.positions.set_delegation("EL")
    view = settled(window, window.position_controller.open(harbours))
    view.insert(Address("art_2__para_1"))
    settle(window)
    assert view.current_provision is not None
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view.current_provision.wording_edit, Qt.Key.Key_Up, keys)
    settle(window)
    assert view.current_provision.item.after == "art_1__sub_1"


def test_a_letter_makes_a_cleared_position_a_draft_and_says_so(
    view: PositionsView, window: MainWindow, desk: Desk, held: DocumentId, qtbot: QtBot
) -> None:
    for field in (view.general_edit, view.provisions[0].wording_edit):
        save(window, lambda: desk.positions.clear(held, "The ministry"))
        qtbot.keyClicks(field, "x")
        assert "not cleared" in view.ui.counts_label.text()
        assert window.notices.head.text() == "The position is a draft again"
        settle(window)
        assert desk.positions.get(held).status is PositionStatus.DRAFT
        window.notices.close_notice()
