from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.positions.position_model import load_drafting
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.positions.provision_list import ProvisionCard
from delegate_desk.gui.tasks import Tasks
from support.bare_context import Surroundings, bare_context
from support.present import present

ONE, THREE = Address("para_1"), Address("para_3")


@pytest.fixture
def view(desk: Desk, tasks: Tasks, held: DocumentId, around: Surroundings, qtbot: QtBot) -> PositionsView:
    desk.positions.set_delegation("EL")
    return opened(bare_context(desk, tasks, around), held, qtbot)


def opened(context: Context, held: DocumentId, qtbot: QtBot) -> PositionsView:
    made = PositionsView(context, held)
    qtbot.addWidget(made)
    made.resize(860, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    context.tasks.wait()
    return made


def choose(provision: ProvisionCard, stance: Stance) -> None:
    provision.chips.stance_chosen.emit(stance)


def test_the_delegation_is_asked_once_in_place(desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot) -> None:
    view = opened(bare_context(desk, tasks), held, qtbot)
    assert view.chooser.isVisible()
    view.chooser.setFocus()
    for letter in "el":
        qtbot.keyClick(view.chooser, letter)
    chosen = present(view.chooser.focusWidget())
    assert chosen.accessibleName() == "Greece"
    qtbot.keyClick(chosen, Qt.Key.Key_Return)
    tasks.wait()
    assert desk.positions.delegation() == "EL"
    assert not view.chooser.isVisible()
    assert "Position of Greece" in view.ui.title_label.text()


def test_who_drafts_first_is_asked_first_and_then_continues(
    desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    view = opened(bare_context(desk, tasks), held, qtbot)
    view.draft(ONE)
    asked = present(view.chooser.focusWidget())
    assert view.chooser.isAncestorOf(asked)
    qtbot.keyClick(asked, Qt.Key.Key_Space)
    tasks.wait()
    assert desk.positions.delegation() == "BE"
    assert view.provisions[0].wording_edit.hasFocus()


def test_a_wording_is_drafted_in_place_and_saved_as_typed(
    view: PositionsView, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    view.draft(ONE)
    edit = view.provisions[0].wording_edit
    assert edit.hasFocus()
    cursor = edit.textCursor()
    cursor.setPosition(edit.drafted.shown.index(" disturbs"))
    edit.setTextCursor(cursor)
    with qtbot.waitSignal(tasks.changed):
        qtbot.keyClicks(edit, " and light")
    tasks.wait()
    proposal = present(desk.positions.get(held).entry_at(ONE).proposal)
    assert "noise from ships at berth and light disturbs" in proposal
    assert view.ui.counts_label.text() == "1 position entry · 1 with our drafting · not cleared"


def test_typing_continues_while_it_is_saved_and_nothing_is_lost(
    view: PositionsView, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    view.draft(THREE)
    edit = view.provisions[0].wording_edit
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    for word in ("First ", "second ", "third "):
        qtbot.keyClicks(edit, word)
        with qtbot.waitSignal(tasks.changed):
            pass
        qtbot.keyClicks(edit, "x")
    view.flush()
    tasks.wait()
    proposal = present(desk.positions.get(held).entry_at(THREE).proposal)
    assert proposal.startswith("First xsecond xthird xThe Council")
    assert edit.proposal == proposal


def test_what_was_loaded_before_the_latest_key_does_not_replace_what_is_typed(
    view: PositionsView, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    view.draft(ONE)
    edit = view.provisions[0].wording_edit
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, "First ")
    view.general_edit.setPlainText("One.")
    tasks.wait()
    loaded = load_drafting(desk, held)
    view._load()
    qtbot.keyClicks(edit, "second ")
    view.general_edit.setPlainText("One, two.")
    qtbot.waitUntil(lambda: not view.provisions[0].saving.is_dirty)
    view._show(loaded)  # it comes late
    assert edit.proposal.startswith("First second ")
    assert view.general_edit.toPlainText() == "One, two."
    view.flush()
    tasks.wait()
    view._load()
    tasks.wait()
    assert not view.provisions[0].saving.is_ahead


def test_stance_comment_and_internal_note_are_kept_and_a_provision_removed_comes_back_by_undo(
    view: PositionsView, desk: Desk, tasks: Tasks
) -> None:
    view.draft(ONE)
    [provision] = view.provisions
    choose(provision, Stance.SUPPORT_IF)
    QTest.keyClicks(provision.fields.editor("comment"), "Light matters too.")
    QTest.keyClicks(provision.fields.editor("internal"), "We can live without.")
    QTest.keyClicks(view.general_edit, "We thank the Presidency.")
    QTest.keyClicks(view.internal_edit, "Until Coreper.")
    view.flush()
    tasks.wait()
    kept = desk.positions.get(view.document)
    assert kept.entry_at(ONE) == PositionEntry(
        ONE, Stance.SUPPORT_IF, None, "Light matters too.", "We can live without."
    )
    assert (kept.general, kept.internal) == ("We thank the Presidency.", "Until Coreper.")
    choose(view.provisions[0], Stance.RED_LINE)
    tasks.wait()
    view.provisions[0].remove_button.click()
    tasks.wait()
    assert view.provisions == []
    assert desk.positions.get(view.document).items == ()
    tasks.write(desk.history.undo)
    tasks.wait()
    assert [p.item.stance for p in view.provisions] == [Stance.RED_LINE]


def test_provisions_are_added_by_typing_a_place_and_stand_in_the_document_s_order(
    view: PositionsView, tasks: Tasks, qtbot: QtBot
) -> None:
    for typed in ("3", "1", "2(b)"):
        view.ui.add_edit.setText(typed)
        qtbot.keyClick(view.ui.add_edit, Qt.Key.Key_Return)
        tasks.wait()
    assert [p.item.address for p in view.provisions] == ["para_1", "para_2__point_2", "para_3"]
    qtbot.waitUntil(lambda: [p.y() for p in view.provisions] == sorted({p.y() for p in view.provisions}))
    view.ui.add_edit.setText("99")
    qtbot.keyClick(view.ui.add_edit, Qt.Key.Key_Return)
    tasks.wait()
    assert view.ui.add_error_label.text() == "“99” was not found in ST 7001/26."
    qtbot.keyClicks(view.ui.add_edit, "1")
    assert not view.ui.add_error_label.isVisible()


def test_in_a_wording_nothing_moves_undo_takes_back_and_what_is_as_it_was_is_no_proposal(
    view: PositionsView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    view.draft(ONE)
    edit = view.provisions[0].wording_edit
    source = edit.proposal
    QApplication.processEvents()
    before = edit.mapTo(view, edit.rect().topLeft())
    qtbot.keyClicks(edit, "Typed ")
    tasks.wait()
    qtbot.waitUntil(lambda: "not cleared" in view.ui.counts_label.text())
    QApplication.processEvents()
    assert edit.mapTo(view, edit.rect().topLeft()) == before
    for key, wanted in ((Qt.Key.Key_Z, source), (Qt.Key.Key_Y, f"{source}Typed "), (Qt.Key.Key_Z, source)):
        qtbot.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
        tasks.wait()
        assert edit.proposal == wanted
    QTest.keyClicks(edit, "x")
    view.flush()
    tasks.wait()
    assert desk.positions.get(view.document).entry_at(ONE).proposal is not None
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    view.flush()
    tasks.wait()
    assert desk.positions.get(view.document).items == ()
    assert len(view.provisions) == 1  # the current one stays on the screen


def test_what_another_window_writes_is_shown_at_once(view: PositionsView, desk: Desk, tasks: Tasks) -> None:
    tasks.write(lambda: desk.positions.set_item(view.document, PositionEntry(THREE, Stance.OPPOSE, comment="No.")))
    tasks.wait()
    [provision] = view.provisions
    assert provision.item.comment == "No."
    tasks.write(lambda: desk.positions.remove_item(view.document, THREE))
    tasks.wait()
    assert view.provisions == []


def test_the_current_provision_is_shown_in_the_text(
    view: PositionsView, around: Surroundings, held: DocumentId, desk: Desk, tasks: Tasks
) -> None:
    view.draft(THREE)
    assert view.place == Place(held, THREE)
    view.provisions[0].show_button.click()
    assert around.opened == [Place(held, THREE)]
    mark = desk.annotations.new(Place(held, THREE), AnnotationKind.RED_LINE, text="No.")
    tasks.write(lambda: desk.annotations.save(mark))
    tasks.wait()
    view.draft(THREE)
    view.provisions[0].chips.chips[-1].click()
    opened_mark = around.opened[-1]
    assert isinstance(opened_mark, Annotation)
    assert opened_mark.id == mark.id


def test_the_current_paragraph_of_another_view_is_kept_without_a_provision_on_it(
    view: PositionsView, desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    two = Address("para_2")
    for address in (ONE, THREE):
        tasks.write(partial(desk.positions.set_item, held, PositionEntry(address, Stance.OPPOSE)))
    tasks.wait()
    assert "action_annotate_support" not in view.state().enabled
    view.setFocus()
    for key, next_row in ((Qt.Key.Key_J, THREE), (Qt.Key.Key_K, ONE)):
        view.follow(two)
        assert view.current_provision is None
        assert view.state().place == view.place_in_text() == Place(held, two)
        assert "action_annotate_support" in view.state().enabled
        qtbot.keyClick(view, key)
        assert view.place == Place(held, next_row)
    view.follow(two)
    tasks.write(lambda: desk.positions.set_item(held, PositionEntry(two, Stance.SUPPORT)))
    tasks.wait()
    assert present(view.current_provision).item.address == two
    view.general_edit.setFocus()
    assert view.state().place == Place(held, Address(""))


def test_a_draft_asked_for_before_the_position_is_there_begins_when_it_is(
    desk: Desk, tasks: Tasks, held: DocumentId, qtbot: QtBot
) -> None:
    view = PositionsView(bare_context(desk, tasks), held)
    qtbot.addWidget(view)
    view.draft(THREE)
    tasks.wait()
    assert [p.item.address for p in view.provisions] == [THREE]


def test_a_new_provision_is_dragged_to_another_place(view: PositionsView, desk: Desk, tasks: Tasks) -> None:
    view.draft(THREE)
    QTest.keyClicks(view.provisions[0].wording_edit, "x")
    view.insert(ONE)
    tasks.wait()
    dragged, last = view.provisions
    assert dragged.item.after == ONE
    handle = dragged.mark_label
    below = handle.mapFromGlobal(last.mapToGlobal(last.rect().bottomLeft()))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=handle.rect().center())
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=below)
    tasks.wait()
    assert [item.after for item in desk.positions.get(view.document).items if item.after is not None] == [THREE]
    assert not last.mark_label.is_draggable


def test_alt_and_an_arrow_go_from_wording_to_wording(view: PositionsView, qtbot: QtBot) -> None:
    view.draft(ONE)
    view.draft(THREE)
    view.draft(ONE)
    first, last = view.provisions
    qtbot.keyClick(first.wording_edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert view.current_provision is last
    assert last.wording_edit.hasFocus()
