from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import ReadyPhrase
from delegate_desk.desk import Desk
from delegate_desk.gui.positions import position_dialogs
from delegate_desk.gui.positions.position_dialogs import PhrasesDialog
from delegate_desk.gui.positions.provision_editors import WordingEdit
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit
from support.main_windows import run_action, settle

THANKS = ReadyPhrase("thanks", "en", "We thank the Presidency.")
ISLANDS = ReadyPhrase("islands", "en", "The islands stay supplied.")
GREEK = ReadyPhrase("ευχαριστίες", "el", "Ευχαριστούμε την Προεδρία.")


@pytest.fixture
def dialog(desk: Desk, tasks: Tasks, qtbot: QtBot) -> Iterator[PhrasesDialog]:
    for phrase in (THANKS, ISLANDS, GREEK):
        desk.phrases.save(phrase)
    window = QWidget()
    qtbot.addWidget(window)
    made = PhrasesDialog(desk, tasks, "el", window, words="Chosen words")
    made.show()
    tasks.wait()
    yield made
    window.close()


def listed(dialog: PhrasesDialog) -> list[str]:
    """The keywords of the user's own phrases in the list."""
    shown = [dialog.ui.phrase_list.item(n).text().split("  ")[0] for n in range(dialog.ui.phrase_list.count())]
    return [keyword for keyword in shown if keyword not in {ready.keyword for ready in dialog.ready_phrases}]


def test_phrases_of_the_program_follow_and_an_own_one_replaces_them(dialog: PhrasesDialog, desk: Desk) -> None:
    assert dialog.ui.phrase_list.count() == 3 + 39  # one keyword is also a user's own
    dialog.ui.phrase_list.setCurrentRow(3)
    assert dialog.ui.insert_button.isEnabled()
    assert not dialog.ui.delete_button.isEnabled()
    assert len({ready.keyword for ready in desk.phrases.ready("fr")}) == 40
    assert desk.phrases.ready("mt") == desk.phrases.ready("en")


def test_phrases_in_the_language_of_the_document_come_first(dialog: PhrasesDialog) -> None:
    assert listed(dialog) == ["ευχαριστίες", "islands", "thanks"]
    assert dialog.ui.text_label.text() == GREEK.text


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


def test_a_key_puts_a_phrase_into_the_wording_at_the_caret(
    window: MainWindow, held: DocumentId, desk: Desk, qtbot: QtBot
) -> None:
    desk.positions.set_delegation("EL")
    desk.phrases.save(THANKS)
    window.open_position(held, Address("para_1"))
    settle(window)
    view = window.position_controller.current_view()
    assert view is not None
    assert view.current_provision is not None
    edit = view.current_provision.wording_edit
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
    assert THANKS.text in str(desk.positions.get(held).entry_at(Address("para_1")).proposal)


def test_a_space_divides_a_phrase_from_the_word_before(qtbot: QtBot) -> None:
    for edit in (GrowingEdit(), WordingEdit()):
        qtbot.addWidget(edit)
        for text in ("one", "two", "(", "three"):
            position_dialogs.insert_text(edit, text)
        assert edit.toPlainText() == "one two (three"


def test_a_line_takes_a_phrase_as_one_line(qtbot: QtBot) -> None:
    line = QLineEdit("a b")
    qtbot.addWidget(line)
    line.setSelection(0, 1)
    position_dialogs.insert_text(line, "one\ntwo")
    assert line.text() == "one two b"
