"""Sitting in a meeting: the three columns, the capture line and what follows from it."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.positions import Item, Stance
from delegate_desk.gui.main_window import MainWindow
from delegate_desk.gui.models.documents import RowKind
from delegate_desk.gui.views.meeting import MeetingView
from delegate_desk.gui.views.new_meeting import read_day
from papers import QUIET_HOURS, quiet_hours
from rooms import REVISED, notice
from windows import drop, open_window, settle, type_text

Key = Qt.Key


@pytest.fixture
def sitting(window: MainWindow, held: DocumentId, tmp_path: Path) -> MainWindow:
    """The window in the meeting that a notice calls, on its second item."""
    drop(window, notice(tmp_path))
    press(window, Key.Key_F5)
    return window


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keys are, and wait for what it does."""
    QTest.keyClick(QApplication.focusWidget() or window, key, keys)
    settle(window)


def view(window: MainWindow) -> MeetingView:
    assert window.sitting.view is not None
    return window.sitting.view


def line(window: MainWindow, text: str) -> None:
    """Type a line and enter it."""
    assert view(window).line.edit.hasFocus()
    type_text(view(window).line.edit, text)
    press(window, Key.Key_Return)


def chips(window: MainWindow) -> list[str]:
    return [chip.text for chip in view(window).line.chips.chips]


def said(window: MainWindow) -> list[tuple[str, str, str]]:
    return [(row.speakers, row.place, row.words) for row in view(window).said.model.rows]


def test_a_notice_becomes_a_meeting_that_has_the_window(sitting: MainWindow) -> None:
    window, agenda = sitting, sitting.sitting.agenda
    assert window.sitting.is_on
    assert agenda.isVisible()
    assert not window.documents.isVisible()
    assert agenda.body_label.text() == "Working Party on Harbours"
    assert agenda.when_label.text() == "14 April 2026 · 10.00"
    assert [row.text for row in agenda.model.rows] == [
        "1 Adoption of the agenda",
        "2 Draft conclusions on quiet hours in ports",
        "7001/26 · en",
        "6500/26 · missing",
        "6500/26 COR 1 · missing",
        "3 Any other business",
    ]
    assert agenda.model.number == "2"
    reader = view(window).reader()
    assert reader is not None
    assert reader.held() is not None
    assert view(window).line.edit.hasFocus()
    assert window.ui.marking_label.text() == "LIMITE"
    press(window, Key.Key_F5)
    assert not window.sitting.is_on
    assert window.documents.isVisible()
    assert window.tabs.tabBar().isVisible()


def test_what_is_typed_is_understood_as_it_is_typed_and_kept_at_enter(sitting: MainWindow) -> None:
    window = sitting
    type_text(view(window).line.edit, 'fr gr+ 2a scrutiny res.; wants "shall"')
    assert chips(window) == [
        "FR",
        "EL",
        "◐ scrutiny reservation",
        "paragraph 2, point (a)",
        "wants “shall”",
    ]
    press(window, Key.Key_Return)
    assert view(window).line.edit.text() == ""
    assert said(window) == [("FR EL", "2(a)", 'scrutiny res.; wants "shall"')]
    line(window, "NL- 1 too noisy")
    line(window, "NL+ 1 after all")
    pane = window.sitting.pane.table.matrix
    assert pane.delegations == ["EL", "FR", "NL"]
    assert pane.labels == ["1", "2(a)"]
    assert window.ui.document_label.text() == "3 interventions · 3 delegations"
    assert window.ui.speaker_label.text().startswith("NL speaking 0:0")
    assert window.sitting.agenda.model.rows[1].side == "3"
    assert window.sitting.agenda.vote.members_label.text() == "For 1 of 15"


def test_a_place_alone_takes_the_paragraph_to_hand_and_is_not_kept(sitting: MainWindow) -> None:
    window = sitting
    line(window, "2a")
    place = window.place()
    assert place is not None
    assert place.address == "para_2__point_1"
    assert not said(window)
    assert view(window).line.edit.hasFocus()
    line(window, "DE+ agrees")
    assert said(window) == [("DE", "2(a)", "agrees")]


def test_a_place_that_is_not_there_is_said_once_and_kept_as_a_note_at_the_second_enter(sitting: MainWindow) -> None:
    window = sitting
    line(window, "99")
    assert chips(window) == ["There is no 99 here; Enter again keeps it as a note"]
    assert view(window).line.edit.text() == "99"
    press(window, Key.Key_Return)
    assert said(window) == [("", "", "99")]


def test_a_place_that_is_not_there_is_told_while_a_line_is_typed(sitting: MainWindow) -> None:
    line(sitting, "1")
    type_text(view(sitting).line.edit, "DE+ 99 agrees")
    assert chips(sitting) == ["DE", "+ support", "no 99 in this document", "or paragraph 1? Alt+1"]
    press(sitting, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert view(sitting).line.edit.text() == "DE+ para_1 99 agrees"
    assert chips(sitting)[2] == "paragraph 1"


def test_an_arrow_brings_the_last_line_back_to_be_mended(sitting: MainWindow) -> None:
    window, field = sitting, view(sitting).line
    line(window, "DE+ 1 first")
    line(window, "FR- 1 second")
    type_text(field.edit, "half a l")
    press(window, Key.Key_Up)
    assert field.edit.text() == "FR- 1 second"
    press(window, Key.Key_Up)
    assert field.edit.text() == "DE+ 1 first"
    assert chips(window)[0].startswith("mending")
    field.edit.setText("DE- 1 other")
    press(window, Key.Key_Return)
    assert [(row.intervention.stance, row.words) for row in view(window).said.model.rows] == [
        ("oppose", "other"),
        ("oppose", "second"),
    ]
    assert field.edit.text() == "half a l"


def test_escape_leaves_a_line_as_it_was(sitting: MainWindow) -> None:
    line(sitting, "DE+ 1 first")
    press(sitting, Key.Key_Up)
    type_text(view(sitting).line.edit, " and more")
    press(sitting, Key.Key_Escape)
    assert view(sitting).line.edit.text() == ""
    assert said(sitting) == [("DE", "1", "first")]


@pytest.mark.qt_log_ignore("does not support")  # a menu, where there is no screen
def test_lines_are_edited_deleted_and_moved_in_the_list_and_undo_brings_them_back(sitting: MainWindow) -> None:
    window, listed = sitting, view(sitting).said.list
    line(window, "DE+ 1 first")
    line(window, "FR- 1 second")
    listed.setFocus()
    press(window, Key.Key_Delete)
    assert said(window) == [("DE", "1", "first")]
    window.ui.action_undo.trigger()
    settle(window)
    assert len(said(window)) == 2
    listed.setFocus()
    press(window, Key.Key_Up)
    press(window, Key.Key_F2)
    assert view(window).line.edit.hasFocus()
    assert view(window).line.edit.text() == "DE+ 1 first"
    press(window, Key.Key_Escape)
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    view(window).said.offer_items()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_3)
    settle(window)
    assert said(window) == [("FR", "1", "second")]
    window.ui.action_next_item.trigger()
    settle(window)
    assert said(window) == [("DE", "1", "first")]


def test_the_items_are_a_key_away(sitting: MainWindow) -> None:
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sitting.sitting.agenda.model.number == "3"
    assert view(sitting).line.edit.hasFocus()
    press(sitting, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sitting.sitting.agenda.model.number == "2"


def test_undo_takes_a_line_back_from_the_empty_field(sitting: MainWindow) -> None:
    line(sitting, "DE+ 1 first")
    press(sitting, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not said(sitting)


def test_what_is_typed_elsewhere_goes_to_the_line(sitting: MainWindow) -> None:
    window, field = sitting, view(sitting).line.edit
    reader = view(window).reader()
    assert reader is not None
    line(window, "DE+ 1 first")
    for widget in (view(window).said.list, window.sitting.agenda.list, window.sitting.pane.table):
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_N)
        assert field.hasFocus()
        assert field.text() == "n"
        field.clear()
    press(window, Key.Key_Escape)
    assert reader.paper.hasFocus()
    QTest.keyClick(reader.paper, Qt.Key.Key_2)
    assert field.text() == "2"
    field.clear()
    press(window, Key.Key_Escape)
    type_text(reader.paper, "F")
    assert field.text() == "F"
    field.clear()
    press(window, Key.Key_Escape)
    press(window, Key.Key_J)
    assert reader.paper.hasFocus()


def test_on_the_text_small_letters_stay_the_keys_of_annotations(sitting: MainWindow) -> None:
    window = sitting
    press(window, Key.Key_Escape)
    press(window, Key.Key_Q)
    assert window.ui.right_column.currentWidget() is window.annotations
    assert len(window.annotations.cards) == 1
    press(window, Key.Key_Escape)
    reader = view(window).reader()
    assert reader is not None
    assert reader.paper.hasFocus()
    assert window.ui.right_column.currentWidget() is window.sitting.pane


def test_the_paragraph_at_hand_moves_from_the_line(sitting: MainWindow) -> None:
    reader = view(sitting).reader()
    assert reader is not None
    row = reader.paper.row()
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert reader.paper.row() == row + 1
    assert view(sitting).line.edit.hasFocus()


def test_our_line_on_the_paragraph_at_hand_is_beside_it(sitting: MainWindow, held: DocumentId) -> None:
    window = sitting
    item = Item(Address("para_2"), Stance.SUPPORT, None, "Quiet from ten at night.", "Eleven would do.")
    window.tasks.write(lambda: window.desk.positions.set_item(held, item))
    line(window, "2")
    pane = window.sitting.pane
    assert pane.line_head.text() == "Our line on 2"
    assert pane.stance_label.text() == "+ Support"
    assert pane.comment_label.text() == "Quiet from ten at night."
    assert pane.internal_label.text() == "Internal: Eleven would do."


def test_a_cell_tells_its_history(sitting: MainWindow) -> None:
    window, table = sitting, sitting.sitting.pane.table
    line(window, "DE 1 scrutiny res.")
    line(window, "DE+ 1 lifted")
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(0, 0))
    press(window, Key.Key_Return)
    pane = window.sitting.pane
    assert pane.history_card.isVisible()
    assert pane.history_head.text() == "DE on 1"
    assert "Scrutiny reservation" in pane.history_label.text().splitlines()[0]
    assert pane.history_label.text().splitlines()[1].endswith("Support: lifted")
    assert "Scrutiny reservation" in str(table.matrix.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert table.matrix.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "DE, 1, Support"
    press(window, Key.Key_Return)
    assert not pane.history_card.isVisible()


def test_the_whole_matrix_and_the_report_are_a_key_away(sitting: MainWindow) -> None:
    window = sitting
    line(window, "DE+ 1 first")
    window.ui.action_matrix.trigger()
    settle(window)
    assert view(window).table.isVisible()
    assert view(window).table.matrix.rowCount() == 27
    assert view(window).table.matrix.headerData(0, Qt.Orientation.Horizontal) == "1\n1+"
    view(window).item_combo.setCurrentIndex(1)
    view(window).item_combo.activated.emit(1)
    settle(window)
    assert view(window).table.matrix.columnCount() == 0
    window.ui.action_report.trigger()
    settle(window)
    assert "first" in view(window).report_text.toPlainText()
    window.ui.action_report.trigger()
    assert view(window).papers.isVisible()
    assert view(window).line.edit.hasFocus()


def test_what_was_said_on_a_paragraph_is_a_key_away(sitting: MainWindow, held: DocumentId) -> None:
    window, meetings = sitting, sitting.desk.meetings
    before = meetings.new("Working Party on Harbours", date(2026, 3, 10), items=["Quiet hours"])
    window.tasks.write(lambda: meetings.save(before))
    place = Place(held, Address("para_1"))
    window.tasks.write(lambda: meetings.capture(before.id, "SE- too loud", item="1", at_hand=place)[0])
    settle(window)
    line(window, "DE+ 1 first")
    line(window, "FR+ 2 second")
    line(window, "1")
    window.ui.action_said_here.trigger()
    settle(window)
    assert [(row.when, row.speakers) for row in view(window).said.model.rows] == [
        ("10.03.26", "SE"),
        ("14.04.26", "DE"),
    ]
    line(window, "2")
    assert [row.speakers for row in view(window).said.model.rows] == ["FR"]
    window.ui.action_said_here.trigger()
    settle(window)
    assert [row.speakers for row in view(window).said.model.rows] == ["DE", "FR"]


def test_a_meeting_by_hand_takes_a_name_and_enter(window: MainWindow) -> None:
    window.documents.setFocus()
    window.ui.action_new_meeting.trigger()
    form = window.sitting.form
    assert form.body_edit.hasFocus()
    assert form.day_edit.text() == f"{datetime.now().astimezone():%d.%m.%Y}"
    press(window, Key.Key_Return)
    assert form.hint_label.isVisible()
    type_text(form.body_edit, "Friends of Harbours")
    press(window, Key.Key_Return)
    assert window.sitting.is_on
    (made,) = window.desk.meetings.all()
    assert (made.body, made.date) == ("Friends of Harbours", datetime.now().astimezone().date())
    line(window, "DE+ hello")
    assert said(window) == [("DE", "", "hello")]
    window.ui.action_add_item.trigger()
    type_text(window.sitting.agenda.add_edit, "Lighthouses 7002/26, 7003/26 REV 1")
    press(window, Key.Key_Return)
    (item,) = window.desk.meetings.all()[0].items
    assert (item.number, item.title) == ("1", "Lighthouses")
    assert [str(one) for one in item.documents] == ["ST 7002/26", "ST 7003/1/26 REV 1"]
    assert view(window).line.edit.hasFocus()
    assert window.sitting.agenda.model.number == "1"


def test_a_meeting_by_hand_is_about_the_document_in_front(reading: MainWindow) -> None:
    reading.ui.action_new_meeting.trigger()
    type_text(reading.sitting.form.body_edit, "Friends of Harbours")
    press(reading, Key.Key_Return)
    line(reading, "DE+ 2a agrees")
    assert said(reading) == [("DE", "2(a)", "agrees")]


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14.10.2026", date(2026, 10, 14)),
        ("2026-10-14", date(2026, 10, 14)),
        ("1/2/27", date(2027, 2, 1)),
        ("31.2.", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


def test_a_revised_agenda_changes_the_same_meeting_and_loses_nothing(sitting: MainWindow, tmp_path: Path) -> None:
    window = sitting
    line(window, "DE+ 1 first")
    drop(window, notice(tmp_path, name="revised.txt", text=REVISED))
    assert not window.sitting.is_on
    press(window, Key.Key_F5)
    assert window.sitting.is_on
    assert len(window.desk.meetings.all()) == 1
    assert [row.text for row in window.sitting.agenda.model.rows if not row.is_paper][2:] == [
        "3 Information from the Presidency on lighthouses",
        "4 Any other business",
    ]
    assert said(window) == [("DE", "1", "first")]


def test_what_was_being_typed_survives(sitting: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    key = view(sitting).key
    type_text(view(sitting).line.edit, "DE+ 2 in the mid")
    settle(sitting)
    other = open_window(sitting.desk, tmp_path / "other.json")  # as after a crash: nothing was closed
    qtbot.addWidget(other)
    press_f5 = other.ui.action_meeting
    press_f5.trigger()
    settle(other)
    assert view(other).key == key
    assert view(other).line.edit.text() == "DE+ 2 in the mid"
    press(other, Key.Key_Return)
    assert said(other) == [("DE", "2", "in the mid")]
    assert other.desk.drafts.get() is None
    other.close()


def test_a_line_that_could_not_be_kept_is_in_the_field_again(
    sitting: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ExportFailedError("library", "disk full")

    monkeypatch.setattr(sitting.desk.meetings, "capture", fails)
    line(sitting, "DE+ 1 first")
    assert view(sitting).line.edit.text() == "DE+ 1 first"


def test_a_group_is_defined_in_the_line(sitting: MainWindow) -> None:
    line(sitting, "Straits := DK SE")
    assert chips(sitting) == ["Straits is DK SE"]
    line(sitting, "Straits- 1")
    assert said(sitting) == [("DK SE", "1", "")]


def test_a_line_of_five_thousand_characters_emoji_and_right_to_left_text_are_kept(sitting: MainWindow) -> None:
    long = "DE+ 1 " + "word " * 1000
    field = view(sitting).line.edit
    for text in (long, "FR- 1 🙂 שלום"):
        field.setText(text)
        press(sitting, Key.Key_Return)
    assert [one.text for one in sitting.desk.meetings.lines(view(sitting).key)] == [long, "FR- 1 🙂 שלום"]


def test_meetings_are_in_the_library_and_go_to_the_trash_and_back(sitting: MainWindow) -> None:
    window = sitting
    press(window, Key.Key_F5)
    rows, listed = window.documents.model, window.documents.ui.document_list
    row = next(n for n, row in enumerate(rows.rows) if row.kind is RowKind.MEETING)
    assert (rows.rows[row].text, rows.rows[row].side) == ("Working Party on Harbours", "14.04.26")
    listed.setFocus()
    listed.setCurrentIndex(rows.index(row))
    press(window, Key.Key_Return)
    assert window.sitting.is_on
    press(window, Key.Key_F5)
    listed.setFocus()
    listed.setCurrentIndex(rows.index(row))
    window.documents.ui.action_remove.trigger()
    settle(window)
    assert not window.desk.meetings.all()
    assert not any(isinstance(window.tabs.widget(n), MeetingView) for n in range(window.tabs.count()))
    rows.show_trash(True)
    gone = next(n for n, row in enumerate(rows.rows) if row.kind is RowKind.TRASHED_MEETING)
    listed.setCurrentIndex(rows.index(gone))
    window.documents.ui.action_restore.trigger()
    settle(window)
    assert len(window.desk.meetings.all()) == 1


def test_a_closed_meeting_is_opened_anew(sitting: MainWindow) -> None:
    window = sitting
    line(window, "DE+ 1 first")
    window.ui.action_close_tab.trigger()
    assert not window.sitting.is_on
    assert window.documents.isVisible()
    press(window, Key.Key_F5)
    assert window.sitting.is_on
    assert said(window) == [("DE", "1", "first")]


def test_a_document_that_comes_in_is_under_its_item(sitting: MainWindow, tmp_path: Path) -> None:
    text = QUIET_HOURS.replace("7001/26", "6500/26")
    drop(sitting, quiet_hours(tmp_path, name="earlier.txt", text=text))
    press(sitting, Key.Key_F5)
    assert [row.text for row in sitting.sitting.agenda.model.rows if row.is_paper][:2] == [
        "7001/26 · en",
        "6500/26 · en",
    ]


@pytest.mark.parametrize("width", [1366, 1024])
def test_it_fits_small_screens(sitting: MainWindow, width: int) -> None:
    window = sitting
    line(window, "DE+ 1 first")
    window.resize(width, 768)
    settle(window)
    assert window.width() == width
    field = view(window).line.edit
    assert field.mapTo(window, field.rect().bottomRight()).y() < window.height()
    reader = view(window).reader()
    assert reader is not None
    assert reader.paper.height() >= 200


def test_all_that_takes_keys_has_a_name(sitting: MainWindow) -> None:
    line(sitting, "DE+ 1 first")
    shown = [view(sitting), sitting.sitting.agenda, sitting.sitting.pane]
    for pane in shown:
        for widget in pane.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert named, widget
    row = view(sitting).said.model.index(0)
    assert str(row.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("DE, Support, 1, first")
