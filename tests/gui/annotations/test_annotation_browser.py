from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import Aspect, Grouping
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.tasks import Tasks
from support.present import present

DOWN, SHIFT = Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(desk: Desk, tasks: Tasks, first: Place, french: DocumentId, qtbot: QtBot) -> Iterator[BrowserView]:
    for place, kind, text, tags in (
        (first, AnnotationKind.QUESTION, "Which ports?", ("capital",)),
        (Place(first.document, Address("para_3")), AnnotationKind.RED_LINE, "Not before 2028.", ("capital", "dates")),
        (Place(french, Address("para_1")), AnnotationKind.SUPPORT, "Très bien.", ()),
    ):
        desk.annotations.save(desk.annotations.new(place, kind, text=text, tags=tags))
    made = BrowserView(desk, tasks)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show()
    made.activateWindow()
    tasks.wait()
    made.ui.annotation_list.setFocus()
    yield made
    made.side.close()
    made.side.deleteLater()


def shown(view: BrowserView) -> list[str]:
    return [entry.annotation.text for entry in view.entries()]


def choose_all(view: BrowserView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_all_annotations_stand_by_document_in_reading_order(view: BrowserView, tasks: Tasks) -> None:
    assert shown(view) == ["Which ports?", "Not before 2028.", "Très bien."]
    model = view.ui.annotation_list.model()
    said = [str(model.index(n, 0).data()) for n in range(model.rowCount())]
    assert said[0] == "ST 7001/26, 2"
    assert said[1].startswith("Question: Which ports? · ST 7001/26, 1 · 1 · internal · capital")
    assert (view.ui.count_label.text(), view.marking) == ("3 notes", "LIMITE")
    assert view.grab().width() == 800
    for grouping, heads in [
        (Grouping.KIND, ["Question", "Red line", "Support"]),
        (Grouping.TAG, ["capital", "dates", "Without a tag"]),
        (Grouping.STATUS, ["Open"]),
        (Grouping.DUE, ["Without a deadline"]),
        (Grouping.DOSSIER, ["ST 7001/26"]),
    ]:
        view.set_grouping(grouping)
        tasks.wait()
        assert [getattr(row, "title", None) for row in view.rows() if hasattr(row, "title")] == heads, grouping


def test_typing_narrows_the_list(view: BrowserView, tasks: Tasks) -> None:
    for typed, count in [("red line", 1), ("TRES", 1), ("capital", 2), ("x", 0)]:
        view.ui.filter_edit.setText(typed)
        tasks.wait()
        assert len(shown(view)) == count, typed
        assert view.ui.count_label.text() == f"{count} of 3 notes", typed
        assert view.ui.empty_label.isVisible() is (count == 0), typed


def test_a_value_of_the_side_narrows_and_its_chip_takes_it_out(view: BrowserView, tasks: Tasks, qtbot: QtBot) -> None:
    view.side.show()
    view.side.activateWindow()
    view.switch_side()
    row = next(row for row in view.side.rows() if (row.facet, row.value) == (Aspect.KIND, "red_line"))
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(row.hasFocus)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    tasks.wait()
    assert shown(view) == ["Not before 2028."]
    view.activateWindow()
    chip = view._chips.buttons[0]
    chip.setFocus()
    qtbot.waitUntil(chip.hasFocus)
    assert chip.accessibleName() == "Remove Red line"
    qtbot.keyClick(chip, Qt.Key.Key_Delete)
    tasks.wait()
    assert len(shown(view)) == 3


def test_days_narrow_and_what_is_no_day_is_told(view: BrowserView, tasks: Tasks) -> None:
    tomorrow = (datetime.now().astimezone() + timedelta(days=1)).date().isoformat()
    view.side.since_edit.setText(tomorrow)
    tasks.wait()
    assert shown(view) == []
    assert [chip.accessibleName() for chip in view._chips.buttons] == [f"Remove from {tomorrow}"]
    view.side.since_edit.setText("soon")
    tasks.wait()
    assert len(shown(view)) == 3
    assert "Not a date" in view.side.since_edit.accessibleDescription()


def test_enter_opens_the_place_and_with_ctrl_a_tab_behind(view: BrowserView, qtbot: QtBot, first: Place) -> None:
    rows = view.ui.annotation_list
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert (opened.args[0].place, opened.args[1]) == (first, False)
    qtbot.keyClick(rows, DOWN)
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (opened.args[0].place.address, opened.args[1]) == ("para_3", True)
    for _ in range(4):
        qtbot.keyClick(rows, DOWN)
    current = rows.rows.entry(rows.currentIndex())
    assert current
    assert current.annotation.text == "Très bien."
    for _ in range(3):
        qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert view.ui.filter_edit.hasFocus()
    qtbot.keyClick(view.ui.filter_edit, DOWN)
    assert rows.hasFocus()


def test_several_are_done_at_once_and_one_undo_brings_them_back(view: BrowserView, desk: Desk, tasks: Tasks) -> None:
    rows = view.ui.annotation_list
    QTest.keyClick(rows, DOWN, SHIFT)
    assert view.ui.count_label.text() == "3 notes · 2 selected"
    QTest.keyClick(rows, Qt.Key.Key_Space)
    tasks.wait()
    assert [one.status for one in desk.annotations.all()] == [
        AnnotationStatus.DONE,
        AnnotationStatus.DONE,
        AnnotationStatus.OPEN,
    ]
    assert len(rows.selected_entries()) == 2
    tasks.write(desk.history.undo)
    tasks.wait()
    assert {one.status for one in desk.annotations.all()} == {AnnotationStatus.OPEN}
    assert desk.history.next_undo() is None or len(rows.selected_entries()) == 2


def test_tags_are_added_and_taken_off(view: BrowserView, desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_T)
    view.ui.add_edit.setText("vienna")
    qtbot.keyClick(view.ui.add_edit, Qt.Key.Key_Escape)
    tasks.wait()
    assert desk.annotations.all()[0].tags == ("capital",)
    choose_all(view, qtbot)
    qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_T)
    assert view.ui.add_edit.hasFocus()
    assert view.ui.tags_label.text() == "Tags of 3 notes"
    view.ui.add_edit.setText("vienna, ports")
    view.ui.remove_edit.setText("capital")
    qtbot.keyClick(view.ui.remove_edit, Qt.Key.Key_Return)
    tasks.wait()
    assert [one.tags for one in desk.annotations.all()] == [
        ("vienna", "ports"),
        ("dates", "vienna", "ports"),
        ("vienna", "ports"),
    ]
    assert view.ui.tags_bar.isHidden()
    assert view.ui.annotation_list.hasFocus()


def test_kind_visibility_and_trash_take_all_that_are_chosen(
    view: BrowserView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    choose_all(view, qtbot)
    menu = view.ui.annotation_list.menu()
    menus = [inner for inner in menu.findChildren(QMenu) if inner.title() == "&Kind"]
    action = next(action for action in menus[0].actions() if action.text() == "Reservation")
    action.trigger()
    tasks.wait()
    assert {one.kind for one in desk.annotations.all()} == {AnnotationKind.RESERVATION}
    choose_all(view, qtbot)
    qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_I)
    tasks.wait()
    assert {one.visibility for one in desk.annotations.all()} == {Visibility.CIRCULATION}
    qtbot.keyClick(view.ui.annotation_list, Qt.Key.Key_Delete)
    tasks.wait()
    assert (desk.annotations.all(), len(desk.annotations.trash())) == ([], 3)
    assert view.ui.empty_label.isVisible()
    tasks.write(desk.history.undo)
    tasks.wait()
    assert len(shown(view)) == 3


def test_what_is_late_and_who_holds_a_reservation_is_told(
    view: BrowserView, desk: Desk, tasks: Tasks, first: Place
) -> None:
    late = desk.annotations.new(
        first, AnnotationKind.RESERVATION, holder="FR", due=datetime.now(UTC) - timedelta(days=2)
    )
    tasks.write(lambda: desk.annotations.save(late))
    tasks.wait()
    model = view.ui.annotation_list.rows
    assert view.ui.count_label.text() == "4 notes"
    row = present(model.find(late.id))
    said = str(model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("FR Reservation: Reservation · overdue · due ")
    tasks.write(lambda: desk.annotations.save(replace(late, status=AnnotationStatus.DONE)))
    tasks.wait()
    assert "overdue" not in str(model.index(model.find(late.id) or 0).data())
