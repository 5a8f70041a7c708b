from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.paragraphs import paragraph_file
from delegate_desk.gui.paragraphs.position_section import PositionCard
from delegate_desk.gui.positions.provision_fields import TextField
from delegate_desk.gui.shell.main_window import MainWindow
from support.annotated_revision import AT_NIGHT, Noted
from support.main_windows import click, current_reader, run_action, save, settle, show_document
from support.present import present

ONE = Address("para_1")
FULL = PositionEntry(ONE, Stance.SUPPORT_IF, AT_NIGHT, "People have to sleep.", internal="Five hours would do.")


def card(window: MainWindow) -> PositionCard:
    return present(window.paragraph_file.position.card)


def words(window: MainWindow) -> str:
    """All texts of the section."""
    section = window.paragraph_file.position
    said = [one.text() for one in section.findChildren(QLabel) if one.isVisible()]
    said += [one.text() for one in section.findChildren(QPushButton) if one.isVisible()]
    fields = [one.toPlainText() for one in section.findChildren(TextField) if one.isVisible()]
    return "\n".join([*said, *fields])


@pytest.fixture
def at_one(paper: Noted, window: MainWindow) -> MainWindow:
    paper.desk.positions.set_item(paper.old, FULL)
    show_document(window, paper.old, ONE)
    return window


def test_stance_drafting_comment_and_what_is_internal_are_there(at_one: MainWindow) -> None:
    said = words(at_one)
    for part in ("± Support if amended", "People have to sleep.", "Five hours would do.", "draft"):
        assert part in said
    assert "Internal – never exported for circulation" in said
    assert "we add “, in particular at night”" in card(at_one).preview.accessibleName()
    assert at_one.paragraph_file.number_label.text() == "1 of 9"
    reader = current_reader(at_one)
    reader.setFocus()
    reader.go_to("para_4")
    settle(at_one)
    assert at_one.paragraph_file.position.card is None
    assert "none · Y\N{NO-BREAK SPACE}support" in words(at_one)
    reader.go_to("para_1")
    settle(at_one)
    assert "People have to sleep." in words(at_one)
    assert reader.paper.hasFocus()


def test_it_changes_and_goes_with_the_position(at_one: MainWindow, paper: Noted) -> None:
    for item, said in (
        (replace(FULL, comment="They sleep badly."), "They sleep badly."),
        (replace(FULL, stance=Stance.OPPOSE), "− Oppose"),
        (PositionEntry(ONE, red_line="No ferries."), "No ferries."),
        (PositionEntry(ONE, fallbacks=("Four.", "Three.")), "Four.\nThree."),
        (PositionEntry(ONE, justification="A study of 2024."), "A study of 2024."),
    ):
        save(at_one, partial(paper.desk.positions.set_item, paper.old, item))
        assert said in words(at_one), said
    save(at_one, lambda: paper.desk.positions.remove_item(paper.old, ONE))
    assert at_one.paragraph_file.position.card is None


def test_each_field_is_saved_as_typed_and_has_its_own_undo(at_one: MainWindow, paper: Noted, qtbot: QtBot) -> None:
    for name in ("comment", "internal"):
        field = card(at_one).fields.editor(name)
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_End)
        qtbot.keyClicks(field, " Now.")
    settle(at_one)
    entry = paper.desk.positions.get(paper.old).entry_at(ONE)
    assert (entry.comment, entry.internal) == ("People have to sleep. Now.", "Five hours would do. Now.")
    qtbot.keyClick(card(at_one).fields.editor("internal"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(at_one)
    entry = paper.desk.positions.get(paper.old).entry_at(ONE)
    assert (entry.comment, entry.internal) == ("People have to sleep. Now.", "Five hours would do.")


def test_the_key_of_a_draft_opens_the_drafting_with_the_text(at_one: MainWindow, paper: Noted, qtbot: QtBot) -> None:
    current_reader(at_one).go_to("para_4")
    settle(at_one)
    run_action(at_one, at_one.ui.action_annotate_drafting_suggestion)
    edit = card(at_one).wording_edit
    assert edit.hasFocus()
    assert edit.proposal == card(at_one).source
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " More.")
    settle(at_one)
    assert paper.desk.positions.get(paper.old).entry_at(Address("para_4")).proposal == f"{edit.drafted.source} More."


def test_a_cleared_position_is_a_draft_again_at_the_first_letter(at_one: MainWindow, paper: Noted) -> None:
    save(at_one, lambda: paper.desk.positions.clear(paper.old, "The ministry"))
    assert "cleared" in words(at_one)
    QTest.keyClicks(card(at_one).fields.editor("comment"), "x")
    settle(at_one)
    assert at_one.notices.head.text() == "The position is a draft again"
    assert paper.desk.positions.get(paper.old).status is PositionStatus.DRAFT


def test_a_sent_position_is_read_until_the_next_draft_is_started(at_one: MainWindow, paper: Noted) -> None:
    at_one.ui.action_annotate_drafting_suggestion.trigger()  # drafted before
    settle(at_one)
    save(at_one, lambda: paper.desk.positions.send(paper.old, "The Presidency"))
    section = at_one.paragraph_file.position
    comment = card(at_one).fields.editor("comment")
    assert isinstance(comment, TextField)
    assert comment.isReadOnly()
    assert "Sent on" in words(at_one)
    assert section.next_button.text() == "Start draft 2"
    section.next_button.click()
    assert not comment.isReadOnly()


def test_what_a_note_says_becomes_our_position_at_the_first_edit(paper: Noted, window: MainWindow) -> None:
    paper.note("para_4", AnnotationKind.SUPPORT, "")
    show_document(window, paper.old, Address("para_4"))
    assert "+ Support · from a note ⌄" in words(window)
    assert paper.desk.positions.get(paper.old).entry_at(Address("para_4")).is_empty()
    QTest.keyClicks(card(window).fields.editor("comment"), "Good.")
    settle(window)
    entry = paper.desk.positions.get(paper.old).entry_at(Address("para_4"))
    assert (entry.stance, entry.comment) == (Stance.SUPPORT, "Good.")


def test_what_was_carried_over_is_shown_with_where_it_comes_from(paper: Noted, window: MainWindow) -> None:
    new: DocumentId = paper.carry()
    show_document(window, new, ONE)
    assert "from ST 7001/26, paragraph 1" in words(window)
    assert "People have to sleep." in words(window)


def test_keys_set_a_stance_then_a_mark_and_the_same_key_removes_it(at_one: MainWindow, paper: Noted) -> None:
    place = Place(paper.old, Address("para_4"))
    current_reader(at_one).go_to(place.address)

    def press(name: str) -> tuple[Stance | None, list[AnnotationKind]]:
        at_one.action(f"action_{name}").trigger()
        settle(at_one)
        marks = [mark.kind for mark in paper.desk.annotations.for_place(place)]
        return paper.desk.positions.get(paper.old).entry_at(place.address).stance, marks

    assert press("annotate_scrutiny_reservation") == (Stance.SCRUTINY_RESERVATION, [])
    assert press("annotate_red_line") == (Stance.SCRUTINY_RESERVATION, [AnnotationKind.RED_LINE])
    assert press("stance_oppose") == (Stance.OPPOSE, [AnnotationKind.RED_LINE])
    assert press("stance_oppose") == (None, [AnnotationKind.RED_LINE])
    assert at_one.notices.head.text() == "Stance removed: Opposed"
    assert press("annotate_red_line") == (None, [])
    run_action(at_one, at_one.ui.action_undo)
    assert [chip.text() for chip in card(at_one).chips.chips] == ["Stance ⌄", "■ Red line"]


def test_others_are_with_us_or_against_us_and_their_wording_is_adopted(at_one: MainWindow, paper: Noted) -> None:
    place = Place(paper.old, Address("para_3"))
    paper.desk.positions.set_item(paper.old, PositionEntry(place.address, Stance.OPPOSE))
    current_reader(at_one).go_to(place.address)
    settle(at_one)
    others = at_one.paragraph_file.others
    said = " ".join(one.text() for one in others.findChildren(QLabel))
    assert "Against us" in said
    assert "FR" in said
    (adopt,) = [one for one in others.findChildren(QPushButton) if one.text() == "Adopt"]
    click(at_one, adopt)
    entry = paper.desk.positions.get(paper.old).entry_at(place.address)
    assert "should publish" in (entry.proposal or "")
    assert entry.authors == ("FR",)


def test_a_paragraph_is_followed_through_its_revisions(paper: Noted, window: MainWindow) -> None:
    new = paper.carry()
    window.open_document(new, ONE)
    section = window.paragraph_file.revisions
    settle(window)
    section._load()
    settle(window)
    said = [one.text() for one in section.body.findChildren(QLabel)]
    assert any("REV 1" in line and "current" in line for line in said)
    link = next(one for one in section.body.findChildren(QLabel) if "INIT" in one.text())
    link.linkActivated.emit("")
    settle(window)
    assert window.current_place() == Place(paper.old, ONE)


def test_alt_and_a_digit_goes_to_a_section_and_folds_it(at_one: MainWindow, qtbot: QtBot) -> None:
    pane, focus = at_one.paragraph_file, QApplication.focusWidget
    pane.press_section_key(1)
    assert focus() is card(at_one).chips.chips[0]
    pane.press_section_key(1)
    assert pane.position.is_folded
    current_reader(at_one).go_to("para_4")
    settle(at_one)
    current_reader(at_one).go_to("para_1")
    settle(at_one)
    assert not pane.position.body.isVisible()
    pane.press_section_key(0)
    pane.press_section_key(0)
    assert pane.position.body.isVisible()


def test_what_is_typed_before_a_file_is_loaded_is_typed_in_it(window: MainWindow, first: Place, qtbot: QtBot) -> None:
    second = Place(first.document, Address("para_2"))
    window.desk.positions.set_item(first.document, PositionEntry(second.address, proposal="Quiet."))
    show_document(window, first.document, first.address)
    window.focus_text()

    def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focused = present(QApplication.focusWidget())
        qtbot.keyClick(focused, key, held)

    for key in (Qt.Key.Key_J, Qt.Key.Key_D, Qt.Key.Key_S, Qt.Key.Key_L, Qt.Key.Key_Y):  # commands in a text
        press(key)
    settle(window)
    window.paragraph_file.flush()
    settle(window)
    (entry,) = window.desk.positions.get(first.document).items
    assert (entry.proposal, entry.stance) == ("Quiet.sly", None)
    assert not window.desk.annotations.all()
    assert window.current_place() == second
    window.focus_text()
    press(Qt.Key.Key_K)
    press(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    settle(window)
    press(Qt.Key.Key_J)
    press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle(window)
    focused = present(QApplication.focusWidget())
    assert window.paragraph_file.position.isAncestorOf(focused)


def test_keys_are_commands_of_the_text_again_after_a_file_could_not_be_loaded(
    window: MainWindow, desk: Desk, first: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = Address("para_2")
    show_document(window, first.document, first.address)
    window.focus_text()
    failures: list[Exception] = []
    window.tasks.failed.connect(failures.append)

    def press(key: Qt.Key) -> None:
        focused = present(QApplication.focusWidget())
        qtbot.keyClick(focused, key)

    def refuse(*_: object) -> None:
        raise LibraryBusyError(str(desk.folder))

    with monkeypatch.context() as broken:
        broken.setattr(paragraph_file, "load_context", refuse)
        for key in (Qt.Key.Key_J, Qt.Key.Key_D, Qt.Key.Key_Y):
            press(key)
        settle(window)
        press(Qt.Key.Key_S)
        settle(window)
    assert failures
    (entry,) = desk.positions.get(first.document).items
    assert (entry.address, entry.stance, entry.proposal) == (second, Stance.SCRUTINY_RESERVATION, None)
    press(Qt.Key.Key_D)
    press(Qt.Key.Key_Y)
    settle(window)
    window.paragraph_file.flush()
    settle(window)
    (entry,) = desk.positions.get(first.document).items
    assert present(entry.proposal).endswith("y")
