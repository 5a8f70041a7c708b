"""Undo inside a field belongs to the field, a few words at a time; outside it to the library, and never invisibly."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.word_diff import WordChange
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.provision_editors import WordingEdit
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit, InputDialog
from delegate_desk.gui.widgets.text import field_undo
from delegate_desk.services.library.edit_history import History
from support.main_windows import click, current_reader, open_position, run_action, save, settle, type_text

ONE, TWO = Address("para_1"), Address("para_3")
_UNDO = Qt.KeyboardModifier.ControlModifier
_REDO = _UNDO | Qt.KeyboardModifier.ShiftModifier
SAID = ("Ports keep hours", " από τις έξι", " à l’aube 🌅", " и през нощта")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is moved."""
    now = [100.0]
    monkeypatch.setattr(field_undo, "clock", lambda: now[0])
    return now


def undo(field: QWidget, qtbot: QtBot, times: int = 1, keys: Qt.KeyboardModifier = _UNDO) -> None:
    for _ in range(times):
        qtbot.keyClick(field, Qt.Key.Key_Z, keys)


redo = partial(undo, keys=_REDO)


def note_on(window: MainWindow, address: Address | None = None) -> tuple[Place, Callable[[], list[str]]]:
    """Write a note on a paragraph of the current document; return the current place and what reads the notes."""
    here, desk = window.current_place(), window.desk
    assert here is not None
    place = Place(here.document, address or here.address)
    note = desk.annotations.new(place, AnnotationKind.NOTE, text="Stays.")
    save(window, lambda: desk.annotations.save(note))
    return here, lambda: [one.text for one in desk.annotations.for_document(place.document) if one.place == place]


def written(field: QWidget) -> str:
    if isinstance(field, WordingEdit):
        return field.proposal
    if isinstance(field, GrowingEdit):
        return field.toPlainText()
    assert isinstance(field, QLineEdit)
    return field.text()


# The ends of steps


@pytest.fixture
def steps(clock: list[float]) -> field_undo.UndoSteps:
    return field_undo.UndoSteps("")


def typed(steps: field_undo.UndoSteps, text: str) -> None:
    for character in text:
        steps.record_edit(steps.text + character, len(steps.text) + 1)


def backs(steps: field_undo.UndoSteps) -> list[str]:
    found = []
    while (step := steps.step(-1)) is not None:
        found.append(step[0])
    return found


def test_a_pause_or_some_words_end_a_step(clock: list[float]) -> None:
    steps = field_undo.UndoSteps("")
    for words in SAID:
        typed(steps, words)
        clock[0] += 1.0
    assert backs(steps) == ["".join(SAID[:n]) for n in (3, 2, 1, 0)]
    steps = field_undo.UndoSteps("")
    typed(steps, "one two three four five six seven eight nine")
    assert backs(steps) == ["one two three four five six seven eight ", "one two three four ", ""]


def test_deleting_is_another_step_than_typing(steps: field_undo.UndoSteps) -> None:
    typed(steps, "quiet hours")
    for text in ("quiet hour", "quiet hou", "quiet ho"):
        steps.record_edit(text, len(text))
    typed(steps, "rs")
    assert backs(steps) == ["quiet ho", "quiet hours", ""]


def test_what_is_typed_over_a_selection_is_one_step_with_what_follows(steps: field_undo.UndoSteps) -> None:
    typed(steps, "quiet hours")
    steps.record_edit("c hours", 1)
    for n, text in enumerate(("ca hours", "cal hours", "calm hours"), 2):
        steps.record_edit(text, n)
    assert backs(steps) == ["quiet hours", ""]


def test_a_move_of_the_caret_ends_a_step_though_it_comes_back_and_what_is_pasted_is_one(clock: list[float]) -> None:
    steps = field_undo.UndoSteps("")
    typed(steps, "a")
    steps.record_edit("a pasted", 8)
    typed(steps, "b")
    assert backs(steps) == ["a pasted", "a", ""]
    steps = field_undo.UndoSteps("")
    typed(steps, "one")
    steps.on_caret_moved("one", 0)
    steps.on_caret_moved("one", 3)
    typed(steps, "two")
    assert backs(steps) == ["one", ""]


def test_typing_after_undo_ends_what_could_be_redone(steps: field_undo.UndoSteps, clock: list[float]) -> None:
    typed(steps, "one")
    clock[0] += 1.0
    typed(steps, " two")
    steps.step(-1)
    typed(steps, " three")
    assert steps.step(1) is None
    assert backs(steps) == ["one", ""]


def test_a_text_from_elsewhere_is_the_step_it_was_or_a_new_one(steps: field_undo.UndoSteps, clock: list[float]) -> None:
    steps.record_external("as the library has it")
    assert steps.step(-1) is None
    typed(steps, " and")
    clock[0] += 1.0
    typed(steps, " more")
    steps.record_external("as the library has it and")
    assert steps.step(1) == ("as the library has it and more", 30)
    steps.record_external("another's")
    assert backs(steps)[0] == "as the library has it and more"


# In every field


def provision_field(name: str) -> Callable[[MainWindow], QWidget]:
    def find(window: MainWindow) -> QWidget:
        view = position(window)
        view.draft(ONE)
        settle(window)
        assert view.current_provision is not None
        view.current_provision.fields.focus_field(name)
        return view.current_provision.fields.editor(name)

    return find


def position(window: MainWindow) -> PositionsView:
    window.desk.positions.set_delegation("EL")
    document = window.current_document()
    assert document is not None
    return open_position(window, document)


def wording(window: MainWindow) -> QWidget:
    view = position(window)
    view.draft(ONE)
    settle(window)
    assert view.current_provision is not None
    return view.current_provision.wording_edit


def card(window: MainWindow) -> QWidget:
    run_action(window, window.ui.action_annotate_note)
    return window.paragraph_file.cards[-1].text_edit


def find_bar(window: MainWindow) -> QWidget:
    window.ui.action_find.trigger()
    found = window.findChild(QLineEdit, "find_edit")
    assert isinstance(found, QLineEdit)
    return found


FIELDS: dict[str, Callable[[MainWindow], QWidget]] = {
    "wording": wording,
    **{name: provision_field(name) for name in ("comment", "justification", "fallbacks", "internal", "tags", "source")},
    "general": lambda window: position(window).general_edit,
    "internal notes": lambda window: position(window).internal_edit,
    "place in a position": lambda window: position(window).ui.add_edit,
    "note": card,
    "search box": lambda window: window.ui.search_edit,
    "filter": lambda window: window.documents.ui.filter_edit,
    "find": find_bar,
}


def test_undo_goes_back_a_step_at_a_time_and_never_out_of_the_field(
    reading: MainWindow, clock: list[float], qtbot: QtBot
) -> None:
    window = reading
    here, notes = note_on(window, TWO)
    for name, find in FIELDS.items():
        clock[0] += 60
        reading.open_document(here.document, here.address)
        settle(window)
        field = find(window)
        field.setFocus()
        before = written(field)
        had = [before]
        for words in ("Ports keep hours", " από τις έξι", " and à l’aube"):
            type_text(field, words)
            settle(window)  # it is saved, and restored
            had.append(written(field))
            clock[0] += 1.5
        assert len(set(had)) == 4
        for wanted in (had[2], had[1], had[0]):
            undo(field, qtbot)
            settle(window)
            assert written(field) == wanted, name
        assert window.ui.document_label.text() != "Nothing more to undo in this field"
        undo(field, qtbot, 3)
        settle(window)
        assert written(field) == before, name
        assert window.ui.document_label.text() == "Nothing more to undo in this field"
        assert notes() == ["Stays."]
        for wanted in had[1:]:
            redo(field, qtbot)
            settle(window)
            assert written(field) == wanted, name
        redo(field, qtbot)
        assert window.ui.document_label.text() == "Nothing more to redo in this field"


def test_words_struck_while_drafting_come_back(reading: MainWindow, clock: list[float], qtbot: QtBot) -> None:
    field = wording(reading)
    assert isinstance(field, WordingEdit)
    source = field.proposal
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(4):
        qtbot.keyClick(field, Qt.Key.Key_Delete)
    clock[0] += 2
    type_text(field, "Any ")
    settle(reading)
    assert field.proposal == f"Any {source[4:]}"
    undo(field, qtbot)
    assert field.proposal == source[4:]
    assert [text for change, text in field.drafted.words if change is WordChange.DELETE] == [source[:4]]
    undo(field, qtbot)
    assert not field.drafted.is_changed
    redo(field, qtbot, 2)
    settle(reading)
    assert field.proposal == f"Any {source[4:]}"
    field.moveCursor(QTextCursor.MoveOperation.Start)  # a command on the wording is undone in the field too
    clock[0] += 2
    type_text(field, "Whereas ")
    run_action(reading, reading.ui.action_take_back_change)
    assert not field.drafted.is_changed
    undo(field, qtbot)
    assert field.proposal.startswith("Whereas ")


# Outside


def test_one_undo_outside_takes_back_what_is_left_of_the_typing_and_says_so(
    reading: MainWindow, clock: list[float], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading.desk.history, "_clock", lambda: 0.0)
    field = wording(reading)
    source = written(field)
    for words in ("One", " two", " three"):
        type_text(field, words)
        settle(reading)
        clock[0] += 1.5
    undo(field, qtbot)
    settle(reading)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    view = reading.position_controller.current_view()
    assert view is not None
    qtbot.keyClick(view, Qt.Key.Key_Z, _UNDO)
    settle(reading)
    assert written(field) == source
    assert reading.notices.head.text() == "Undone: our position on paragraph 1"
    assert reading.notices.link.text().startswith("Redo")
    click(reading, reading.notices.link)
    assert written(field) == f"{source}One two"
    assert reading.notices.head.text() == "Redone: our position on paragraph 1"
    assert reading.notices.link.text().startswith("Undo")


def test_typing_undone_in_its_field_leaves_nothing_to_undo_outside(
    reading: MainWindow, clock: list[float], qtbot: QtBot
) -> None:
    field = wording(reading)
    settle(reading)
    before = reading.desk.history.next_undo()
    for words in ("One", " two"):
        type_text(field, words)
        settle(reading)
        clock[0] += 60
    undo(field, qtbot, 2)
    settle(reading)
    assert reading.desk.history.next_undo() == before


def test_typing_undone_after_a_pause_joins_the_typing() -> None:
    now = [0.0]
    history = History(lambda: now[0])
    one = DocumentId(1)

    def put(_: HistoryEdit, __: object) -> Changes:
        return Changes()

    history.record(HistoryEdit(EditSubject.POSITION, one, "k", "", "one two"), put, typed=True)
    now[0] += 60
    history.continue_typing()
    history.record(HistoryEdit(EditSubject.POSITION, one, "k", "one two", "one"), put, typed=True)
    undone = history.next_undo()
    assert undone is not None
    assert (undone.before, undone.after) == ("", "one")
    now[0] += 60
    history.record(HistoryEdit(EditSubject.POSITION, one, "k", "one", "one more"), put, typed=True)
    history.undo()
    undone = history.next_undo()
    assert undone is not None
    assert undone.after == "one"


def test_what_is_on_the_screen_is_undone_without_a_question_and_what_is_not_is_asked_for_first(
    reading: MainWindow, qtbot: QtBot
) -> None:
    window = reading
    _, notes = note_on(window)
    qtbot.keyClick(current_reader(window).paper, Qt.Key.Key_Z, _UNDO)
    settle(window)
    assert not notes()
    _, notes = note_on(window, TWO)
    view = position(window)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Z, _UNDO)
    settle(window)
    asked = window.findChildren(InputDialog)[-1]
    assert asked.isVisible()
    assert len(notes()) == 1
    asked.reject()
    settle(window)
    assert len(notes()) == 1
    run_action(window, window.ui.action_undo)
    click(window, window.findChildren(InputDialog)[-1].do_button)
    assert not notes()
    assert window.notices.head.text() == "Undone: note on paragraph 3"
    run_action(window, window.ui.action_redo)
    assert window.findChildren(InputDialog)[-1].isVisible()
    click(window, window.findChildren(InputDialog)[-1].do_button)
    assert len(notes()) == 1
