import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.annotations import AnnotationKind, Status, Visibility
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.annotations import AnnotationsView
from papers import QUIET_HOURS, quiet_hours


@pytest.fixture
def view(desk: Desk, tasks: Tasks, qtbot: QtBot) -> AnnotationsView:
    made = AnnotationsView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def show(view: AnnotationsView, place: Place, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.shown):
        view.show_place(place)


def type_in(text: str, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


def lines(view: AnnotationsView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_pane_is_about_the_paragraph_at_hand(
    view: AnnotationsView, desk: Desk, first: Place, french: DocumentId, qtbot: QtBot
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.RED_LINE, text="Must stay.", words="noise"))
    show(view, first, qtbot)
    assert view.ui.place_label.text() == "Paragraph 1"
    [card] = view.cards
    assert card.text_edit.toPlainText() == "Must stay."
    qtbot.waitUntil(lambda: "noise" in lines(view))
    assert any("French" in line and "paragraph 1" in line for line in lines(view))
    show(view, Place(first.document, Address("para_3")), qtbot)
    assert view.cards == []
    assert view.ui.empty_label.isVisible()


def test_a_document_named_and_not_held_is_said(view: AnnotationsView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    text = QUIET_HOURS.replace("7001/26", "7002/26").replace("near ports.", "near ports, see 7001/26 and 6500/26.")
    naming = next(iter(desk.documents.add(desk.documents.read(quiet_hours(tmp_path, text=text))).documents))
    show(view, Place(naming, Address("para_1")), qtbot)
    qtbot.waitUntil(lambda: any("ST 6500/26 is not in the library" in line for line in lines(view)))


def test_a_note_is_saved_as_it_is_typed(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    view.begin(AnnotationKind.NOTE, first, (26, 31))
    type_in("Which ports?", qtbot)
    begun = time.perf_counter()
    with qtbot.waitSignal(tasks.changed):
        pass
    assert time.perf_counter() - begun < 1
    [saved] = desk.annotations.on(first)
    assert (saved.kind, saved.text, saved.visibility) == (AnnotationKind.NOTE, "Which ports?", Visibility.INTERNAL)
    assert saved.quote
    assert saved.quote.start == 26


def test_typing_goes_on_while_what_was_typed_is_saved(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    view.begin(AnnotationKind.NOTE, first)
    for word in ("one ", "two ", "three"):
        type_in(word, qtbot)
        with qtbot.waitSignal(tasks.changed):
            pass
        type_in("x", qtbot)
    view.flush()
    tasks.wait()
    assert [a.text for a in desk.annotations.on(first)] == ["one xtwo xthreex"]
    assert view.cards[0].text_edit.toPlainText() == "one xtwo xthreex"


@pytest.mark.parametrize("kind", [AnnotationKind.NOTE, AnnotationKind.SUPPORT])
def test_a_new_one_left_by_escape_without_a_word_vanishes(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, kind: AnnotationKind, qtbot: QtBot
) -> None:
    view.begin(kind, first)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.cards[0].text_edit, Qt.Key.Key_Escape)
    tasks.wait()
    assert view.cards == []
    assert desk.annotations.on(first) == []


def test_a_mark_without_words_stays_when_one_goes_on(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tasks.changed):
        view.begin(AnnotationKind.SUPPORT, first)
    show(view, Place(first.document, Address("para_3")), qtbot)
    assert [a.kind for a in desk.annotations.on(first)] == [AnnotationKind.SUPPORT]


def test_what_was_typed_is_saved_when_one_goes_on_at_once(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    view.begin(AnnotationKind.QUESTION, first)
    type_in("Why?", qtbot)
    view.show_place(Place(first.document, Address("para_3")))
    tasks.wait()
    assert [a.text for a in desk.annotations.on(first)] == ["Why?"]


def test_words_at_the_right_are_switches(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.QUESTION, text="Ask."))
    show(view, first, qtbot)
    card = view.cards[0]
    for button in (card._visibility, card._status):
        with qtbot.waitSignal(view.shown):
            qtbot.keyClick(button, Qt.Key.Key_Space)
    [saved] = desk.annotations.on(first)
    assert (saved.visibility, saved.status) == (Visibility.CIRCULATION, Status.DONE)
    assert "circulation" in card._visibility.text()


def test_tags_are_typed_with_commas_and_completed_from_those_in_use(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    other = Place(first.document, Address("para_3"))
    desk.annotations.save(desk.annotations.new(other, AnnotationKind.NOTE, text="x", tags=("data retention",)))
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="y"))
    show(view, first, qtbot)
    card = view.cards[0]
    card.write()
    card.tags_edit.setText("capital, da")
    completer = card.tags_edit.completer()
    assert completer.splitPath(card.tags_edit.text()) == ["da"]
    completer.setCompletionPrefix("da")
    chosen = completer.pathFromIndex(completer.completionModel().index(0, 0))
    card.tags_edit.setText(chosen)
    completer.activated.emit(chosen)
    view.flush()
    tasks.wait()
    assert desk.annotations.on(first)[0].tags == ("capital", "data retention")


def test_another_kind_can_be_chosen(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="y"))
    show(view, first, qtbot)
    card = view.cards[0]
    with qtbot.waitSignal(tasks.changed):
        card.kinds_menu.actions()[list(AnnotationKind).index(AnnotationKind.RED_LINE)].trigger()
    assert desk.annotations.on(first)[0].kind is AnnotationKind.RED_LINE


def test_one_deleted_comes_back_by_undo(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="y"))
    show(view, first, qtbot)
    with qtbot.waitSignal(tasks.changed):
        view.cards[0]._delete.click()
    assert view.cards == []
    tasks.write(desk.history.undo)
    qtbot.waitUntil(lambda: len(view.cards) == 1)


def test_undo_in_the_text_is_the_library_s(
    view: AnnotationsView, desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="before"))
    show(view, first, qtbot)
    card = view.cards[0]
    card.write()
    desk.history._done.clear()
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


def test_another_language_is_opened_at_the_same_place(
    view: AnnotationsView, first: Place, french: DocumentId, qtbot: QtBot
) -> None:
    show(view, first, qtbot)
    link = next(label for label in view.findChildren(QLabel) if "French" in label.text())
    with qtbot.waitSignal(view.opened) as opened:
        link.linkActivated.emit(f"{french} para_1")
    assert opened.args[0] == Place(french, Address("para_1"))


def test_what_could_not_be_saved_stays_on_the_screen_and_is_saved_with_the_next_key(
    view: AnnotationsView,
    desk: Desk,
    tasks: Tasks,
    first: Place,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: object) -> Changes:
        raise DiskFullError(str(desk.folder))

    view.begin(AnnotationKind.NOTE, first)
    with monkeypatch.context() as full:
        full.setattr(desk.annotations, "save", fail)
        type_in("kept", qtbot)
        with qtbot.waitSignal(tasks.failed):
            pass
    assert view.cards[0].text_edit.toPlainText() == "kept"
    type_in("!", qtbot)
    with qtbot.waitSignal(tasks.changed):
        pass
    assert [a.text for a in desk.annotations.on(first)] == ["kept!"]


def test_a_pane_closed_while_it_loads_hears_no_more(desk: Desk, tasks: Tasks, first: Place) -> None:
    view = AnnotationsView(desk, tasks)
    view.show_place(first)
    delete(view)
    tasks.wait()


def test_an_annotation_asked_for_has_the_caret_once_its_paragraph_is_shown(
    view: AnnotationsView, desk: Desk, first: Place, qtbot: QtBot
) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="here")
    desk.annotations.save(note)
    view.show_place(first)
    view.edit(note.id)
    qtbot.waitUntil(lambda: bool(view.cards) and view.cards[0].text_edit.hasFocus())
