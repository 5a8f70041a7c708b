from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import LibraryUnwritableError
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.positions import positions_view as positions
from delegate_desk.gui.positions.position_dialogs import VersionsDialog
from delegate_desk.gui.positions.position_model import load_drafting
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.provision_editors import WordingEdit
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.basic_widgets import InputDialog
from support.main_windows import click, current_reader, drop, run_action, save, settle, type_text
from support.meeting_steps import notice
from support.present import present

ONE, POINT = Address("para_1"), Address("para_2__point_1")
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def drafting(reading: MainWindow, held: DocumentId) -> MainWindow:
    """The window with the position on the short document, with its first paragraph current."""
    reading.desk.positions.set_delegation("EL")
    reading.open_position(held, ONE)
    settle(reading)
    return reading


def view(window: MainWindow) -> PositionsView:
    return present(window.position_controller.current_view())


def edit(window: MainWindow) -> WordingEdit:
    at_hand = present(view(window).current_provision)
    return at_hand.wording_edit


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = _CTRL_SHIFT) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, keys)
    settle(window)


def dialog(window: MainWindow) -> InputDialog:
    return window.findChildren(InputDialog)[-1]


def answer(window: MainWindow, *texts: str) -> None:
    asked = dialog(window)
    for line, text in zip(asked.edits, texts, strict=False):
        line.setText(text)
    QTest.keyClick(asked.edits[0], Qt.Key.Key_Return)
    settle(window)


def say(window: MainWindow, folder: Path, *lines: str) -> None:
    """Record interventions in a meeting on the document."""
    desk = window.desk
    drop(window, notice(folder))
    agenda = max(one.id for one in desk.documents.all())
    save(window, lambda: desk.meetings.from_document(agenda))
    meeting = desk.meetings.all()[0].id
    for line in lines:
        window.tasks.write(partial(_caught, window, meeting, line))
    settle(window)


def _caught(window: MainWindow, meeting: MeetingId, line: str) -> Changes:
    return window.desk.meetings.capture(meeting, line, item="2")[0]


def test_a_new_provision_is_started_behind_the_current_one_with_its_number(
    drafting: MainWindow, held: DocumentId
) -> None:
    press(drafting, Qt.Key.Key_Return)
    type_text(edit(drafting), "Ports keep books.")
    drafting.tasks.flush()
    settle(drafting)
    new = drafting.desk.positions.get(view(drafting).document).items[-1]
    assert (new.after, new.label, new.proposal) == (ONE, "1a.", "Ports keep books.")
    assert [one.mark_label.text() for one in view(drafting).provisions] == ["1.", "1a."]
    press(drafting, Qt.Key.Key_M)
    answer(drafting, "3")
    [new] = drafting.desk.positions.get(held).items
    assert (new.address, new.label, new.proposal) == ("para_3a", "3a.", "Ports keep books.")
    assert edit(drafting).proposal == "Ports keep books."


def load_only_after(changes: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    """Load no position before something is written."""

    def load_late(*given: Any) -> Any:
        changes.wait(300)
        return load_drafting(*given)

    monkeypatch.setattr(positions, "load_drafting", load_late)


@pytest.mark.parametrize("delegation", ["EL", None])
@pytest.mark.parametrize("is_known", [True, False])
def test_a_provision_is_started_from_the_text_also_before_its_document_is_known(
    reading: MainWindow, held: DocumentId, monkeypatch: pytest.MonkeyPatch, is_known: bool, delegation: str | None
) -> None:
    made = Event()
    reading.tasks.changed.connect(lambda _: made.set())
    if delegation is not None:
        reading.desk.positions.set_delegation(delegation)
    current_reader(reading).open(held, Address("para_3"))
    settle(reading)
    if not is_known:
        load_only_after(made, monkeypatch)
    run_action(reading, reading.ui.action_new_provision)
    [new] = reading.desk.positions.get(held).items
    assert (new.after, new.label) == (Address("para_3"), "3a.")
    [provision] = view(reading).provisions
    assert provision.item.label == "3a."
    focused = view(reading).chooser if delegation is None else provision.wording_edit
    assert focused in (QApplication.focusWidget(), present(QApplication.focusWidget()).parent())


def press_letters(window: MainWindow) -> None:
    """Press letters, of which n and t are commands in a position, as on a real keyboard."""
    for letter in "NOTHING":
        QTest.keyClick(present(window.windowHandle()), Qt.Key(ord(letter)))
        QApplication.processEvents()


@pytest.mark.parametrize("how", ["opened", "inserted"])
def test_what_is_typed_before_a_wording_is_there_is_typed_in_it(
    reading: MainWindow, held: DocumentId, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    def load_late(*given: Any) -> Any:
        is_typed.wait(300)
        return load_drafting(*given)

    is_typed = Event()
    reading.desk.positions.set_delegation("EL")
    current_reader(reading).open(held, Address("para_3"))
    settle(reading)
    monkeypatch.setattr(positions, "load_drafting", load_late)
    (reading.ui.action_position if how == "opened" else reading.ui.action_new_provision).trigger()
    press_letters(reading)
    is_typed.set()
    settle(reading)
    assert edit(reading).proposal.count("nothing") == 1
    reading.tasks.flush()
    settle(reading)
    [written] = reading.desk.positions.get(held).items
    assert written.proposal == edit(reading).proposal
    assert not reading.desk.annotations.all()


def test_what_is_typed_while_a_provision_is_added_is_not_typed_in_the_one_before(
    drafting: MainWindow, held: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def insert_late(*given: Any, **how: Any) -> Changes:
        is_typed.wait(300)
        return set_item(*given, **how)

    is_typed, set_item = Event(), drafting.desk.positions.set_item
    assert edit(drafting).hasFocus()
    before = edit(drafting).proposal
    monkeypatch.setattr(drafting.desk.positions, "set_item", insert_late)
    drafting.ui.action_new_provision.trigger()
    press_letters(drafting)
    is_typed.set()
    settle(drafting)
    assert [card.wording_edit.proposal for card in view(drafting).provisions] == [before, "nothing"]


def test_keys_are_commands_again_after_a_position_could_not_be_read_or_a_provision_not_be_added(
    reading: MainWindow, held: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise LibraryUnwritableError("library", "read-only")

    failures: list[Exception] = []
    reading.tasks.failed.connect(failures.append)
    with monkeypatch.context() as patch:
        patch.setattr(positions, "load_drafting", refuse)
        run_action(reading, reading.ui.action_position)
    QTest.keyClick(present(reading.windowHandle()), Qt.Key.Key_N)
    settle(reading)
    assert present(QApplication.focusWidget()) is not view(reading)
    reading.desk.positions.set_delegation("EL")
    reading.open_position(held, ONE)
    settle(reading)
    view(reading).setFocus()
    monkeypatch.setattr(reading.desk.positions, "set_item", refuse)
    run_action(reading, reading.ui.action_new_provision)
    QTest.keyClick(present(reading.windowHandle()), Qt.Key.Key_N)
    settle(reading)
    assert present(QApplication.focusWidget()) is not view(reading)
    assert [type(error) for error in failures] == [LibraryUnwritableError, LibraryUnwritableError]


def test_a_note_on_a_provision_that_we_add_is_refused_in_the_status_bar(reading: MainWindow) -> None:
    reading.desk.positions.set_delegation("EL")
    run_action(reading, reading.ui.action_new_provision)
    view(reading).setFocus()
    run_action(reading, reading.ui.action_annotate_note)
    assert "not available here" in reading.ui.document_label.text()
    assert not reading.paragraph_file.cards


def test_one_moves_behind_another_that_is_asked_for(drafting: MainWindow, held: DocumentId) -> None:
    press(drafting, Qt.Key.Key_M)
    answer(drafting, "99")
    assert "99" in dialog(drafting).error_label.text()
    answer(drafting, "1")
    assert dialog(drafting).error_label.text() == "A provision cannot be moved after itself."
    answer(drafting, "3")
    assert drafting.desk.positions.get(held).entry_at(ONE) == PositionEntry(ONE, after=Address("para_3"), label="3a.")


def test_a_new_one_that_ends_in_a_space_moves_in_one_step(drafting: MainWindow, held: DocumentId) -> None:
    press(drafting, Qt.Key.Key_Return)
    type_text(edit(drafting), "Ports keep books. ")
    settle(drafting)
    (before,) = drafting.desk.positions.get(held).items
    press(drafting, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    (moved,) = drafting.desk.positions.get(held).items
    assert moved.address != before.address
    assert [card.item.address for card in view(drafting).provisions if not card.item.is_empty()] == [moved.address]
    drafting.desk.history.undo()
    (again,) = drafting.desk.positions.get(held).items
    assert again.address == before.address


def test_spaces_removed_on_leaving_a_wording_are_no_edit_of_their_own(
    drafting: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(edit(drafting).hasFocus)
    times = count(0.0, 100.0)
    monkeypatch.setattr(drafting.desk.history, "_clock", lambda: next(times))
    edit(drafting).textCursor().insertText("Now ")
    edit(drafting).moveCursor(QTextCursor.MoveOperation.End)
    edit(drafting).textCursor().insertText("  ")
    settle(drafting)
    before = drafting.desk.history.next_undo()
    view(drafting).provisions[0].finish()
    settle(drafting)
    after = drafting.desk.history.next_undo()
    assert before is not None
    assert after is not None
    assert after.before == before.before


def test_one_goes_and_is_kept_by_the_same_key(drafting: MainWindow, held: DocumentId) -> None:
    press(drafting, Qt.Key.Key_Delete)
    assert drafting.desk.positions.get(held).entry_at(ONE).proposal == ""
    press(drafting, Qt.Key.Key_Delete)
    assert drafting.desk.positions.get(held).items == ()


def test_f8_goes_over_the_changes_of_all_and_a_key_takes_one_back(
    drafting: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    positions = drafting.desk.positions
    for address, old, new in ((ONE, "noise", "din"), (POINT, "quiet", "calm")):
        unit = next(u for u in drafting.desk.documents.content(held).units() if u.address == address)
        change = PositionEntry(address, proposal=unit.text.replace(old, new))
        drafting.tasks.write(partial(positions.set_item, held, change))
    settle(drafting)
    qtbot.waitUntil(lambda: len(view(drafting).provisions) == 2)
    edit(drafting).moveCursor(QTextCursor.MoveOperation.Start)
    press(drafting, Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier)
    assert edit(drafting).textCursor().selectedText() == "noisedin"
    press(drafting, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edit(drafting).textCursor().selectedText() == "quietcalm"
    press(drafting, Qt.Key.Key_Backspace)
    drafting.tasks.flush()
    settle(drafting)
    assert [item.address for item in positions.get(held).items] == [ONE]


def test_a_change_taken_back_is_a_step_of_its_own_to_undo(drafting: MainWindow) -> None:
    wording = edit(drafting)
    wording.moveCursor(QTextCursor.MoveOperation.Start)
    type_text(wording, "Whereas ")
    press(drafting, Qt.Key.Key_Backspace)
    assert not wording.drafted.is_changed
    run_action(drafting, drafting.ui.action_undo)
    assert wording.proposal.startswith("Whereas The Council")


def test_a_wording_of_others_is_adopted_from_the_file(drafting: MainWindow, held: DocumentId, tmp_path: Path) -> None:
    say(drafting, tmp_path, "FR+ 1 wants “people who work near ports”", "IT 1 “people who sleep near ports”")
    drafting.open_position(held, ONE)
    settle(drafting)
    _, second = drafting.paragraph_file.others.entries()
    click(drafting, second)  # type: ignore[arg-type]  # a button
    assert drafting.desk.positions.get(held).entry_at(ONE).authors == ("IT",)
    assert "people who sleep" in edit(drafting).proposal


def test_what_is_selected_is_put_in_brackets(drafting: MainWindow) -> None:
    wording = edit(drafting)
    cursor = wording.textCursor()
    at = wording.drafted.shown.index("noise")
    cursor.setPosition(at)
    cursor.setPosition(at + len("noise "), QTextCursor.MoveMode.KeepAnchor)
    wording.setTextCursor(cursor)
    drafting.ui.action_brackets.trigger()
    assert wording.proposal.startswith("The Council notes that [noise] from ships")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu grabs the keyboard
def test_a_fallback_is_offered_beside_our_wording(drafting: MainWindow, held: DocumentId) -> None:
    item = PositionEntry(ONE, fallbacks=("noise and light from ships",))
    save(drafting, lambda: drafting.desk.positions.set_item(held, item))
    edit(drafting).setFocus()
    drafting.ui.action_brackets.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [offer] = [action for action in menu.actions() if "noise and light" in action.text()]
    offer.trigger()
    menu.close()
    assert "noise [and light] from ships" in edit(drafting).proposal


def test_t_takes_a_wording_over_and_its_author_is_kept(drafting: MainWindow, held: DocumentId, tmp_path: Path) -> None:
    desk = drafting.desk
    say(drafting, tmp_path, "FR+ 1 wants “people who work near ports”")
    drafting.open_position(held, ONE)
    settle(drafting)
    QTest.keyClick(edit(drafting), Qt.Key.Key_Escape)
    QTest.keyClick(view(drafting), Qt.Key.Key_T)
    settle(drafting)
    kept = desk.positions.get(held).entry_at(ONE)
    assert kept.authors == ("FR",)
    assert kept.proposal is not None
    assert "people who work near ports" in kept.proposal
    assert edit(drafting).hasFocus()


def test_a_position_is_cleared_sent_and_continues_as_the_next_version(drafting: MainWindow, held: DocumentId) -> None:
    positions = drafting.desk.positions
    type_text(view(drafting).general_edit, "We agree.")
    settle(drafting)
    drafting.ui.action_clear_position.trigger()
    answer(drafting, "")
    assert "is required" in dialog(drafting).error_label.text()
    answer(drafting, "The ambassador")
    assert positions.get(held).status is PositionStatus.CLEARED
    assert "cleared by The ambassador" in view(drafting).ui.counts_label.text()
    drafting.ui.action_send_position.trigger()
    answer(drafting, "The Presidency", "/somewhere/position.docx")
    assert "version 1, sent" in view(drafting).ui.title_label.text()
    assert "starts draft 2" in view(drafting).ui.counts_label.text()
    assert "position.docx" in view(drafting).ui.counts_label.text()
    type_text(view(drafting).general_edit, "Still, ")
    settle(drafting)
    assert "draft 2" in view(drafting).ui.title_label.text()
    run_action(drafting, drafting.ui.action_versions)
    [shown] = drafting.findChildren(VersionsDialog)
    assert "Still," in shown.ui.page.toPlainText()
    assert "General comments" in shown.ui.page.toPlainText()
    shown.ui.history_button.click()
    shown.ui.fields_combo.setCurrentIndex(0)
    assert "We agree." in shown.ui.page.toPlainText()
    shown.accept()


def test_a_position_that_is_withdrawn_says_so(drafting: MainWindow, held: DocumentId) -> None:
    save(drafting, lambda: drafting.desk.positions.set_item(held, PositionEntry(ONE, Stance.OPPOSE)))
    run_action(drafting, drafting.ui.action_withdraw_position)
    assert "version 1, withdrawn" in view(drafting).ui.title_label.text()
    assert not drafting.ui.action_withdraw_position.isEnabled()


def test_all_is_undone_to_the_beginning_and_done_again(drafting: MainWindow, held: DocumentId) -> None:
    desk = drafting.desk
    steps: list[Callable[[], object]] = [
        lambda: type_text(edit(drafting), "Now "),
        lambda: view(drafting).draft(POINT),
        lambda: press(drafting, Qt.Key.Key_Delete),
        lambda: press(drafting, Qt.Key.Key_Return),
        lambda: type_text(edit(drafting), "Ports keep books."),
    ]
    for step in steps:
        step()
        settle(drafting)
    drafting.tasks.flush()
    settle(drafting)
    done = desk.positions.get(held)
    assert len(done.items) == 3
    while desk.history.next_undo() is not None:
        run_action(drafting, drafting.ui.action_undo)
    assert desk.positions.get(held).items == ()
    assert all(not one.wording_edit.drafted.is_changed for one in view(drafting).provisions)
    while desk.history.next_redo() is not None:
        run_action(drafting, drafting.ui.action_redo)
    assert desk.positions.get(held) == done
    words = {one.item.address: one.wording_edit.drafted.words for one in view(drafting).provisions}
    assert words[POINT][0][0] is WordChange.DELETE


def test_the_keys_of_a_paragraph_act_without_a_provision_on_it(drafting: MainWindow, held: DocumentId) -> None:
    page, bare = view(drafting), Qt.KeyboardModifier.NoModifier
    page.setFocus()
    page.follow(POINT)
    settle(drafting)
    press(drafting, Qt.Key.Key_Y, bare)
    assert drafting.desk.positions.get(held).entry_at(POINT).stance is Stance.SUPPORT
    assert present(page.current_provision).item.address == POINT
    page.follow(Address("para_3"))
    settle(drafting)
    press(drafting, Qt.Key.Key_D, bare)
    assert edit(drafting).hasFocus()
    assert present(page.place).address == "para_3"
