from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.core.revisions.adoption import AdoptionOutcome, ProposalAdoption
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_cards import AnnotationCard
from delegate_desk.gui.paragraphs.file_section import FileSection, ParagraphContext, load_context
from delegate_desk.gui.paragraphs.paragraph_file import ParagraphFile, shorten_last
from delegate_desk.gui.reader.paragraph_model import TextPosition
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import comparison, terms
from support import accessibility_tree
from support.column_documents import ROWS, write_column_document
from support.database_effort import effort
from support.document_values import QUIET_HOURS, quiet_hours, take_in
from support.main_windows import current_reader, run_action, settle, show_document
from support.present import present


@pytest.fixture
def view(desk: Desk, tasks: Tasks, qtbot: QtBot) -> ParagraphFile:
    made = ParagraphFile(desk, tasks)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def show(view: ParagraphFile, place: Place, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.shown):
        view.show_places([place])


def type_in(text: str) -> None:
    focused = present(QApplication.focusWidget())
    QTest.keyClicks(focused, text)


def lines(view: ParagraphFile) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible() and label.text()]


def card_of(view: ParagraphFile, desk: Desk, place: Place, qtbot: QtBot, **what: object) -> AnnotationCard:
    """The card of an annotation: created, shown and edited."""
    kind = what.pop("kind", AnnotationKind.NOTE)
    desk.annotations.save(replace(desk.annotations.new(place, AnnotationKind(str(kind))), **what))  # type: ignore[arg-type]  # fields by name
    show(view, place, qtbot)
    view.edit(view.cards[0].annotation.id)
    qtbot.waitUntil(view.cards[0].due_edit.isVisible)
    return view.cards[0]


def test_the_pane_is_about_the_current_paragraph(
    view: ParagraphFile, desk: Desk, first: Place, french: DocumentId, qtbot: QtBot
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.RED_LINE, text="Must stay.", words="noise"))
    show(view, first, qtbot)
    assert view.place_label.text() == "Paragraph 1"
    [card] = view.cards
    assert card.text_edit.toPlainText() == "Must stay."
    chips = present(view.position.card).chips.chips
    assert [chip.text() for chip in chips] == ["Stance ⌄", "■ Red line"]
    assert not card.isVisible()
    chips[1].click()
    qtbot.waitUntil(lambda: "noise" in lines(view))
    assert [button.text() for button in view.languages.findChildren(QPushButton)] == ["Languages", "FR"]
    with qtbot.waitSignal(view.opened) as opened:
        view.languages.findChildren(QPushButton)[1].click()
    assert opened.args[0] == Place(french, Address("para_1"))
    show(view, Place(first.document, Address("para_3")), qtbot)
    assert view.cards == []
    assert any("— none" in line for line in lines(view))


def test_a_section_is_a_group_with_its_state_and_count_in_the_name(view: ParagraphFile) -> None:
    section = view.notes
    section.show_content(2)
    for is_folded, state in ((False, "expanded"), (True, "folded")):
        section.set_folded(folded=is_folded)
        assert accessibility_tree.interface(section).role() == QAccessible.Role.Grouping
        assert accessibility_tree.name(section) == accessibility_tree.name(section.header) == f"Notes, 2, {state}"
    section.show_nothing("press N to add one")
    assert accessibility_tree.name(section) == "Notes: press N to add one"


def test_a_document_named_and_not_held_is_said(view: ParagraphFile, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    text = QUIET_HOURS.replace("7001/26", "7002/26").replace("near ports.", "near ports, see 7001/26 and 6500/26.")
    naming = take_in(desk, quiet_hours(tmp_path, text=text))
    show(view, Place(naming, Address("para_1")), qtbot)
    qtbot.waitUntil(lambda: any("ST 6500/26 is not in the library" in line for line in lines(view)))
    missing = next(label for label in view.references.findChildren(QLabel) if "ST 6500/26" in label.text())
    with qtbot.waitSignal(view.references.import_requested):
        missing.linkActivated.emit("import")


def test_a_note_is_saved_as_it_is_typed_and_once_deleted_comes_back_by_undo(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    view.start_annotation(AnnotationKind.NOTE, first, (26, 31))
    type_in("Which ports?")
    qtbot.waitUntil(lambda: [one.text for one in desk.annotations.for_place(first)] == ["Which ports?"])
    [saved] = desk.annotations.for_place(first)
    assert (saved.kind, saved.text, saved.visibility) == (AnnotationKind.NOTE, "Which ports?", Visibility.INTERNAL)
    assert saved.quote
    assert saved.quote.start == 26
    tasks.wait()
    with qtbot.waitSignal(tasks.changed):
        view.cards[0].ui.delete_button.click()
    assert view.cards == []
    tasks.write(desk.history.undo)
    qtbot.waitUntil(lambda: len(view.cards) == 1)


def test_the_key_of_a_section_shows_the_column_that_is_hidden(reading: MainWindow, qtbot: QtBot) -> None:
    reading.ui.action_right.setChecked(False)
    current_reader(reading).paper.setFocus()
    qtbot.keyClick(current_reader(reading).paper, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle(reading)
    focused = present(QApplication.focusWidget())
    assert focused.isVisible()
    assert reading.paragraph_file.position.isAncestorOf(focused)


def test_a_note_that_is_opened_shows_the_column_that_is_hidden(window: MainWindow, desk: Desk, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="A note")
    desk.annotations.save(note)
    window.ui.action_right.setChecked(False)
    window.open_annotation(note)
    settle(window)
    card = window.paragraph_file.cards[0]
    assert card.text_edit.hasFocus()
    assert card.isVisible()


def test_a_note_that_is_left_is_only_as_high_as_its_text(window: MainWindow, first: Place, qtbot: QtBot) -> None:
    window.resize(1600, 900)
    show_document(window, first.document)
    window.paragraph_file.start_annotation(AnnotationKind.NOTE, first, (0, 12))
    settle(window)
    card = window.paragraph_file.cards[0]
    card.text_edit.insertPlainText("A note")
    settle(window)
    current_reader(window).paper.setFocus()
    qtbot.waitUntil(card.ui.tools_widget.isHidden)
    qtbot.waitUntil(lambda: card.height() == card.sizeHint().height())


def test_a_typed_letter_reads_at_most_three_rows_and_nothing_on_the_thread_of_the_window(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, french: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.start_annotation(AnnotationKind.NOTE, first)
    type_in("a")
    tasks.wait()
    with effort(monkeypatch) as counted:
        type_in("b")
        tasks.wait()
    assert [one.text for one in desk.annotations.for_place(first)] == ["ab"]
    assert counted.statements_of_window == []
    assert len(counted.reads) <= 3
    assert not [statement for statement in counted.reads if "annotation" not in statement]


def test_a_note_from_elsewhere_appears_with_its_tags_to_choose_from(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, french: DocumentId, qtbot: QtBot
) -> None:
    show(view, first, qtbot)
    view.start_annotation(AnnotationKind.NOTE, first)
    new = desk.annotations.new
    there = Place(french, first.address)
    tasks.write(lambda: desk.annotations.save(new(first, AnnotationKind.NOTE, text="Here.", tags=("noise",))))
    tasks.write(lambda: desk.annotations.save(new(there, AnnotationKind.NOTE, text="There.")))
    tasks.wait()
    assert [card.annotation.text for card in view.cards] == ["", "Here."]
    assert [card.annotation.text for card in view.notes.other_version_cards] == ["There."]
    completions = view.cards[0].tags_edit.completer().model()
    assert [completions.index(n, 0).data() for n in range(completions.rowCount())] == ["noise"]


def test_typing_continues_while_what_was_typed_is_saved(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    view.start_annotation(AnnotationKind.NOTE, first)
    for word in ("one ", "two ", "three"):
        type_in(word)
        with qtbot.waitSignal(tasks.changed):
            pass
        type_in("x")
    view.flush()
    tasks.wait()
    assert [a.text for a in desk.annotations.for_place(first)] == ["one xtwo xthreex"]
    assert view.cards[0].text_edit.toPlainText() == "one xtwo xthreex"


@pytest.mark.parametrize("kind", [AnnotationKind.NOTE, AnnotationKind.SUPPORT])
def test_a_new_one_left_by_escape_without_a_word_vanishes(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, kind: AnnotationKind, qtbot: QtBot
) -> None:
    view.start_annotation(kind, first)
    tasks.wait()
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.cards[0].text_edit, Qt.Key.Key_Escape)
    tasks.wait()
    assert view.cards == []
    assert desk.annotations.for_place(first) == []


def test_what_is_typed_before_the_paragraph_is_loaded_is_in_the_new_note(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place
) -> None:
    view.start_annotation(AnnotationKind.NOTE, first)
    assert view.cards == []
    type_in("Why?")
    tasks.wait()
    assert [note.text for note in desk.annotations.for_place(first)] == ["Why?"]


def test_what_is_typed_for_a_paragraph_that_there_is_not_goes_nowhere(
    view: ParagraphFile, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    field = QLineEdit(view)
    field.show()
    view.left.connect(field.setFocus)
    with qtbot.waitSignals([view.unavailable, view.left]):
        view.start_annotation(AnnotationKind.NOTE, Place(first.document, Address("para_99")))
        type_in("Why?")
    assert view.cards == []
    assert not field.text()


def test_a_mark_without_words_and_what_was_typed_stay_when_one_continues(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tasks.changed):
        view.start_annotation(AnnotationKind.SUPPORT, first)
    other = Place(first.document, Address("para_3"))
    show(view, other, qtbot)
    assert [a.kind for a in desk.annotations.for_place(first)] == [AnnotationKind.SUPPORT]
    view.start_annotation(AnnotationKind.QUESTION, other)
    type_in("Why?")
    view.show_places([first])
    tasks.wait()
    assert [a.text for a in desk.annotations.for_place(other)] == ["Why?"]


def test_tags_are_typed_with_commas_and_completed_from_those_in_use(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    other = Place(first.document, Address("para_3"))
    desk.annotations.save(desk.annotations.new(other, AnnotationKind.NOTE, text="x", tags=("data retention",)))
    card = card_of(view, desk, first, qtbot, text="y")
    card.focus_text()
    card.tags_edit.setText("capital, da")
    completer = card.tags_edit.completer()
    assert completer.splitPath(card.tags_edit.text()) == ["da"]
    completer.setCompletionPrefix("da")
    chosen = completer.pathFromIndex(completer.completionModel().index(0, 0))
    card.tags_edit.setText(chosen)
    completer.activated.emit(chosen)
    view.flush()
    tasks.wait()
    assert desk.annotations.for_place(first)[0].tags == ("capital", "data retention")


def test_undo_in_the_text_is_its_own_and_saved_and_words_at_the_right_are_switches(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    card = card_of(view, desk, first, qtbot, kind=AnnotationKind.QUESTION, text="before")
    card.focus_text()
    qtbot.keyClick(card.text_edit, Qt.Key.Key_End)
    qtbot.keyClicks(card.text_edit, " and after")
    qtbot.keyClick(card.text_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    tasks.wait()
    assert card.text_edit.toPlainText() == "before"
    qtbot.keyClick(
        card.text_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    tasks.wait()
    assert card.text_edit.toPlainText() == "before and after"
    for button in (card.ui.visibility_button, card.ui.status_button):
        with qtbot.waitSignal(view.shown):
            qtbot.keyClick(button, Qt.Key.Key_Space)
    [saved] = desk.annotations.for_place(first)
    assert (saved.visibility, saved.status) == (Visibility.CIRCULATION, AnnotationStatus.DONE)
    assert "circulation" in card.ui.visibility_button.text()
    with qtbot.waitSignal(tasks.changed):
        card.kinds_menu.actions()[list(AnnotationKind).index(AnnotationKind.RED_LINE)].trigger()
    assert desk.annotations.for_place(first)[0].kind is AnnotationKind.RED_LINE


def test_what_could_not_be_saved_stays_on_the_screen_and_is_saved_with_the_next_key(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> Changes:
        raise DiskFullError(str(desk.folder))

    view.start_annotation(AnnotationKind.NOTE, first)
    with monkeypatch.context() as full:
        full.setattr(desk.annotations, "save", fail)
        type_in("kept")
        with qtbot.waitSignal(tasks.failed):
            pass
    assert view.cards[0].text_edit.toPlainText() == "kept"
    type_in("!")
    with qtbot.waitSignal(tasks.changed):
        pass
    assert [a.text for a in desk.annotations.for_place(first)] == ["kept!"]


def test_a_pane_closed_while_it_loads_hears_no_more(desk: Desk, tasks: Tasks, first: Place) -> None:
    view = ParagraphFile(desk, tasks)
    view.show_places([first])
    delete(view)
    tasks.wait()


def test_of_paragraphs_stepped_through_only_the_one_where_one_rests_is_loaded(
    reading: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Place] = []

    def count(desk: Desk, place: Place, *known: Any) -> ParagraphContext:
        loaded.append(place)
        return load_context(desk, place, *known)

    monkeypatch.setattr("delegate_desk.gui.paragraphs.paragraph_file.load_context", count)
    reader = current_reader(reading)
    reading.tasks.wait()
    loaded.clear()
    for _ in range(3):
        reader.step(1)
    assert reading.tasks.is_busy
    reading.tasks.wait()
    assert loaded == [reader.place()]


def test_an_annotation_asked_for_has_the_caret_once_its_paragraph_is_shown(
    view: ParagraphFile, desk: Desk, first: Place, qtbot: QtBot
) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="here")
    desk.annotations.save(note)
    view.show_places([first])
    view.edit(note.id)
    qtbot.waitUntil(lambda: bool(view.cards) and view.cards[0].text_edit.hasFocus())


def test_at_each_key_all_that_was_typed_is_saved(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    card_of(view, desk, first, qtbot, text="")
    for n, letter in enumerate("quick"):
        type_in(letter)
        qtbot.waitUntil(lambda n=n: desk.annotations.for_place(first)[0].text == "quick"[: n + 1])  # type: ignore[misc]  # mypy cannot infer the lambda
    tasks.wait()
    desk.history.undo()
    assert desk.annotations.for_place(first) == []  # all typing is one step with the creation of the note


def test_an_answer_stands_under_what_it_answers(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    for text in ("Which ports?", "Later."):
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.QUESTION, text=text))
    show(view, first, qtbot)
    asked, later = view.cards
    asked.focus_text()
    qtbot.keyClick(asked.text_edit, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    type_in("Four of them.")
    tasks.wait()
    [answer] = desk.annotations.replies(asked.annotation.id)
    assert (answer.text, answer.place) == ("Four of them.", first)
    items = [view.notes.body_layout.itemAt(n) for n in range(3)]
    shown = [item.widget() for item in items if item]
    assert shown == [later, asked, next(c for c in view.cards if c.annotation.id == answer.id)]
    assert [shown[2].accessibleName() if shown[2] else ""] == ["Reply: Note"]


def test_a_deadline_is_typed_as_people_write_it(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    card = card_of(view, desk, first, qtbot, text="Answer")
    qtbot.keyClicks(card.due_edit, "2.3.2031 9:30")
    tasks.wait()
    due = present(desk.annotations.for_place(first)[0].due)
    assert due.astimezone().strftime("%d.%m.%Y %H:%M") == "02.03.2031 09:30"
    card.due_edit.setText("soon")
    card.due_edit.textEdited.emit("soon")
    assert card.due_edit.accessibleDescription().startswith("Not a date or time.")
    card.set_active(active=False)
    assert "due 2.3.2031 9:30" in [line.replace("09:30", "9:30") for line in lines(view)]


def test_a_reservation_knows_who_holds_it(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    card = card_of(view, desk, first, qtbot, kind=AnnotationKind.SCRUTINY_RESERVATION)
    assert card.holder_combo.isVisible()
    card.holder_combo.setCurrentIndex(card.holder_combo.findData("DE"))
    card.holder_combo.activated.emit(card.holder_combo.currentIndex())
    tasks.wait()
    assert desk.annotations.for_place(first)[0].holder == "DE"
    assert card.accessibleName() == "Scrutiny reservation · DE"


def test_a_box_is_ticked_by_key_and_by_click(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    card = card_of(view, desk, first, qtbot, text="- [ ] call Paris\n- [ ] mail 😀")
    edit = card.text_edit
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edit.toPlainText() == "- [ ] call Paris\n- [x] mail 😀"
    cursor = edit.textCursor()
    cursor.setPosition(3)
    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=edit.cursorRect(cursor).center())
    tasks.wait()
    assert desk.annotations.for_place(first)[0].text == "- [x] call Paris\n- [x] mail 😀"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_link_is_completed_and_followed_by_keys(
    view: ParagraphFile, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    card = card_of(view, desk, first, qtbot, text="See ")
    edit = card.text_edit
    type_in("[[7001/26 3")
    popup = present(edit.completer.popup())
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert edit.toPlainText() == "See [[7001/26 3]]"
    with qtbot.waitSignal(view.opened) as opened:
        edit.moveCursor(QTextCursor.MoveOperation.Left)
        qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == [Place(first.document, Address("para_3"))]


def test_what_stands_on_another_language_is_shown_marked_so_and_leads_there(
    view: ParagraphFile, desk: Desk, first: Place, french: DocumentId, qtbot: QtBot
) -> None:
    theirs = desk.annotations.new(Place(french, first.address), AnnotationKind.RED_LINE, text="Non.")
    desk.annotations.save(theirs)
    show(view, first, qtbot)
    assert view.cards == []
    [other] = view.notes.other_version_cards
    assert "on the French text" in other.accessibleName()
    qtbot.waitUntil(lambda: "Non." in lines(view))
    with qtbot.waitSignal(view.annotation_requested) as asked:
        qtbot.keyClick(other.open_button, Qt.Key.Key_Space)
    assert asked.args[0].id == theirs.id


def shape(kind: AnnotationKind) -> bytes:
    """The place of a kind's icon, whatever its colour."""
    picture = QImage(24, 24, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    theme.draw_kind(painter, kind, QRectF(2, 2, 20, 20))
    painter.end()
    return bytes(picture.convertToFormat(QImage.Format.Format_Alpha8).constBits())


def test_every_kind_of_annotation_has_a_shape_of_its_own() -> None:
    assert len({shape(kind) for kind in AnnotationKind}) == len(AnnotationKind)
    assert set(terms.STANCE_ROLES) == set(Stance) == set(terms.STANCE_SIGNS)
    assert len(set(terms.STANCE_SIGNS.values())) == len(Stance)
    assert len({terms.stance_label(stance) for stance in Stance}) == len(Stance)
    assert len({comparison.verdict_label(one) for one in comparison.VERDICT_ROLES}) == len(comparison.VERDICT_ROLES)
    assert (
        len({comparison.adoption_label(ProposalAdoption(one, 0.5)) for one in AdoptionOutcome})
        == len(AdoptionOutcome)
        == len(comparison.OUTCOME_ROLES)
    )


def test_sections_are_folded_on_a_narrow_window_until_they_are_chosen(
    window: MainWindow, qtbot: QtBot, held: DocumentId
) -> None:
    window.open_document(held)
    pane = window.paragraph_file
    window.resize(1420, 900)
    qtbot.waitUntil(lambda: window.width() >= 1400)
    assert not any(section.is_folded for section in pane.sections)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: pane.others.is_folded)
    assert [section.is_folded for section in pane.sections] == [False, False, True, False, True, True, True]
    pane.languages.choose_folded(folded=False)
    pane.notes.choose_folded(folded=True)
    assert window.settings.load().sections_folded == {"languages": False, "notes": True}
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: not pane.others.is_folded)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: pane.others.is_folded)
    assert [section.is_folded for section in pane.sections] == [False, True, True, False, False, True, True]


def test_several_paragraphs_selected_have_a_joined_file(window: MainWindow, first: Place, qtbot: QtBot) -> None:
    second = Place(first.document, Address("para_2"))
    window.desk.annotations.save(window.desk.annotations.new(first, AnnotationKind.NOTE, text="One."))
    window.desk.annotations.save(window.desk.annotations.new(second, AnnotationKind.QUESTION, text="Two?"))
    window.desk.positions.set_item(first.document, PositionEntry(second.address, Stance.OPPOSE, comment="Too late."))
    show_document(window, first.document, first.address)
    file, reader = window.paragraph_file, window.tabs.current_reader()
    assert reader is not None
    reader.paper.setFocus()
    for _ in range(2):
        qtbot.keyClick(reader.paper, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: first in file.places and second in file.places)
    settle(window)
    assert file.place_label.text().startswith("Paragraph 1 – 2")
    assert {card.annotation.text for card in file.cards} == {"One.", "Two?"}
    shown = lines(file)
    assert "paragraph 1" in shown
    assert "Too late." in shown
    assert file.position.count_label.text() == "1"
    run_action(window, window.ui.action_annotate_note)
    type_in("Here.")
    file.flush()
    settle(window)
    assert len(file.places) > 1
    assert len(file.cards) == 3


@pytest.mark.parametrize(
    ("first", "last", "shortened"),
    [
        ("Article 3(1)", "Article 3(3)", "3(3)"),
        ("Article 3(1)", "Article 4", "4"),
        ("Annex, table 1, row 1, column 2", "Annex, table 1, row 2, column 2", "row 2, column 2"),
        ("Annex, table 1, row 1, column 2", "Annex, table 1, row 1, column 3", "column 3"),
        ("παράρτημα I, σημείο 2", "παράρτημα I, σημείο 3", "σημείο 3"),
        ("considérant 4", "article 1er, paragraphe 2", "article 1er, paragraphe 2"),
    ],
)
def test_the_last_of_several_paragraphs_is_cited_without_what_it_repeats(first: str, last: str, shortened: str) -> None:
    assert shorten_last(first, last) == shortened


def test_a_stance_while_paragraphs_are_selected_leaves_the_keyboard_focus(
    window: MainWindow, desk: Desk, first: Place, qtbot: QtBot
) -> None:
    second = Place(first.document, Address("para_2"))
    show_document(window, first.document, first.address)
    reader = current_reader(window)
    reader.paper.setFocus()
    rows = [reader.paper.paragraphs.row_for_address(place.address) for place in (first, second)]
    reader.paper.selection.set_caret(TextPosition(rows[0] or 0, 0))
    reader.paper.selection.set_caret(TextPosition((rows[1] or 0) + 1, 0), extend=True)
    reader.paper.selection_changed.emit()
    qtbot.waitUntil(lambda: len(window.paragraph_file.places) == 3)
    settle(window)
    qtbot.keyClick(reader.paper, Qt.Key.Key_Y)
    settle(window)
    assert window.paragraph_file.position.count_label.text() == "1"
    assert reader.paper.hasFocus()
    reader.copy_with_citation()
    settle(window)
    assert QApplication.clipboard().text().endswith("paragraph 1 – paragraph 2)")
    assert len(QApplication.clipboard().text().splitlines()) == 2


def test_the_row_of_a_table_has_its_provision_in_other_documents(
    view: ParagraphFile, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    table = write_column_document(tmp_path / "table.docx", ROWS)
    act = tmp_path / "act.txt"
    act.write_text("Brussels, 1 March 2026\n7300/26\n\nArticle 1\nScope\n\nIt covers ferries and rafts.\n", "utf-8")
    made = [take_in(desk, path) for path in (table, act)]
    desk.dossiers.move(made[1:], made[0])
    show(view, Place(made[0], Address("row_3")), qtbot)
    qtbot.waitUntil(lambda: any("7300/26" in line for line in lines(view)))
    assert view.revisions.header.text() == "Same provision elsewhere"


def test_a_folded_section_tells_its_most_important_fact(reading: MainWindow, french: DocumentId, qtbot: QtBot) -> None:
    reading.resize(1200, 800)
    reader = current_reader(reading)
    reader.go_to(Address("para_2"))
    languages = reading.paragraph_file.languages
    qtbot.waitUntil(lambda: languages.fact_label.text() == "FR")
    assert languages.is_folded
    assert languages.fact_label.isVisible()
    languages.header.click()
    assert not languages.fact_label.isVisible()


def test_coloured_words_follow_the_theme(view: ParagraphFile, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    first = take_in(desk, quiet_hours(tmp_path))
    revised = QUIET_HOURS.replace("7001/26", "7001/1/26\nREV 1")
    second = take_in(desk, quiet_hours(tmp_path, name="rev.txt", text=revised))
    assert first != second
    show(view, Place(second, Address("para_1")), qtbot)

    def texts() -> str:
        return "".join(label.text() for label in view.revisions.findChildren(QLabel))

    light = theme.color("soft").name()
    qtbot.waitUntil(lambda: light in texts())
    theme.choose("dark")
    qtbot.waitUntil(lambda: theme.color("soft").name() in texts() and light not in texts())


def test_a_header_is_never_wider_than_its_column_the_fact_is_shortened_first(qtbot: QtBot) -> None:
    section = FileSection("Notes de bas de page et références")
    qtbot.addWidget(section)
    section.choose_folded(folded=True)
    section.show_content(7, of=12, fact="Regulation (EC) No 1406/2002")
    section.resize(300, 60)
    section.show()
    qtbot.waitExposed(section)
    whole = section.header.sizeHint().width()
    assert section.minimumSizeHint().width() <= 300
    assert section.header.width() == whole  # all of the title, and a part of the fact
    assert 0 < section.fact_label.geometry().right() < 300
    section.show_content(7, of=12, badge="partly taken on board", fact="Regulation (EC) No 1406/2002")
    section.resize(270, 60)
    qtbot.waitUntil(lambda: section.header.width() < whole)
    assert section.badge_label.geometry().right() < 270
