"""The meeting view: the three columns, the capture line and its effects."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.gui.library.documents_model import RowKind
from delegate_desk.gui.meetings.meeting_view import ITEM, MATRIX, REPORT, VOTE, MeetingView, NewMeetingDialog
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tab_page import TabKind
from support.database_effort import window_thread_uses
from support.document_values import QUIET_HOURS, quiet_hours
from support.export_views import export_in_front
from support.main_windows import close_tab, drop, reload_library, run_action, save, settle, show_document, type_text
from support.meeting_steps import REVISED, chips, line, notice, press, reader_of, said, sits, view
from support.present import present
from support.search_steps import keep_up, search

Key = Qt.Key


def test_a_notice_becomes_a_meeting_that_has_the_window(sitting: MainWindow) -> None:
    agenda = sitting.meeting_mode.agenda
    assert sits(sitting)
    assert agenda.isVisible()
    assert not sitting.documents.isVisible()
    assert agenda.ui.body_label.text() == "Working Party on Harbours"
    assert agenda.ui.when_label.text() == "14 April 2026 · 10.00"
    assert [row.text for row in agenda.model.rows] == [
        "1 Adoption of the agenda",
        "2 Quiet hours in ports",
        "7001/26 · EN",
        "6500/26 · not in library",
        "6500/26 COR 1 · not in library",
        "3 Any other business",
    ]
    assert agenda.model.number == "2"
    assert reader_of(sitting).library_document() is not None
    assert view(sitting).line.edit.hasFocus()
    assert sitting.ui.marking_label.text() == "LIMITE"
    assert sitting.ui.walk_label.text() == "● In meeting · 0:00 · F5 to exit"
    press(sitting, Key.Key_F5)
    assert not sits(sitting)
    assert sitting.ui.walk_label.text() == ""
    assert sitting.documents.isVisible()
    assert sitting.tabs.front.tabBar().isVisible()


def test_the_meeting_is_a_view_in_the_tab_of_the_document_of_its_item(
    window: MainWindow, held: DocumentId, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open_document(held)
    drop(window, notice(tmp_path))
    settle(window)
    assert not window.ui.action_meeting_view.isEnabled()
    press(window, Key.Key_F5)
    tab, view_in_front = window.tabs.front.current_tab(), view(window)
    assert isinstance(tab, FamilyTab)
    assert tab.view() is view_in_front
    assert tab.bar.views.buttons[TabKind.MEETING].isChecked()
    assert window.tabs.front.tabBar().isVisible()
    count = window.tabs.count()
    line(window, "DE+ 1 agrees")
    qtbot.mouseClick(tab.bar.views.buttons[TabKind.READER], Qt.MouseButton.LeftButton)
    settle(window)
    reader = window.tabs.current_reader()
    assert window.tabs.currentWidget() is reader
    present(reader).go_to("para_2")
    run_action(window, window.ui.action_meeting_view)
    assert sits(window)
    assert view_in_front.line.edit.hasFocus()
    assert said(window) == [("DE", "1", "agrees")]
    assert reader_of(window).place() == Place(held, Address("para_2"))
    assert window.tabs.count() == count
    run_action(window, window.ui.action_next_item)  # an item without a document has its own tab
    assert not isinstance(window.tabs.front.current_tab(), FamilyTab)
    assert window.tabs.count() == count + 1
    run_action(window, window.ui.action_previous_item)
    assert window.tabs.front.current_tab() is tab
    assert window.tabs.count() == count


def test_the_pages_of_the_meeting_are_at_the_end_of_the_line_with_the_place(
    sitting: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    shown, reader = view(sitting), reader_of(sitting)
    assert [button.text() for button in shown.buttons.values()] == ["Interventions", "Matrix", "Report", "Vote"]
    for page in (ITEM, MATRIX, REPORT, VOTE):
        if page != ITEM:
            qtbot.mouseClick(shown.buttons[page], Qt.MouseButton.LeftButton)
            settle(sitting)
        assert shown.current_page() == page
        assert [number for number, button in shown.buttons.items() if button.isChecked()] == [page]
        line_of = reader.ui.views_bar if page == ITEM else shown.ui.views_bar
        assert line_of.isAncestorOf(shown.options)
        assert shown.options.isVisible()
        assert shown.line.isVisible() is (page in (ITEM, MATRIX))
    press(sitting, Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert shown.current_page() == ITEM
    assert shown.line.edit.hasFocus()
    shown.drop_document(held)
    assert shown.ui.views_bar.isAncestorOf(shown.options)


def test_the_window_stays_as_it_was_until_the_meeting_is_complete(
    window: MainWindow, held: DocumentId, tmp_path: Path
) -> None:
    drop(window, notice(tmp_path))
    (called,) = (found.id for found in window.desk.documents.all() if found.id != held)
    (key,) = window.desk.meetings.from_document(called).meetings
    window.meeting_mode.open(key, "2")
    assert not window.updatesEnabled()
    type_text(view(window).line.edit, "DE+ 1")
    settle(window)
    assert window.updatesEnabled()
    assert said(window) == []
    assert view(window).line.edit.text() == "DE+ 1"
    for action in (window.ui.action_next_item, window.ui.action_previous_item):
        action.trigger()
        assert not window.updatesEnabled()
        settle(window)
        assert window.updatesEnabled()


def test_a_click_in_the_agenda_uses_the_preview_tab_and_enter_keeps_it(sitting: MainWindow, held: DocumentId) -> None:
    agenda = sitting.meeting_mode.agenda
    run_action(sitting, sitting.ui.action_next_item)  # its document has no tab then
    assert sitting.tabs.preview_tab() is None
    at = agenda.list.visualRect(agenda.model.index(1)).center()
    QTest.mouseClick(agenda.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(sitting)
    tab = present(sitting.tabs.preview_tab())
    assert tab is sitting.tabs.front.current_tab()
    assert tab.document == held
    agenda.list.setCurrentIndex(agenda.model.index(1))
    agenda.list.setFocus()
    QTest.keyClick(agenda.list, Qt.Key.Key_Return)
    settle(sitting)
    assert sitting.tabs.front.current_tab() is tab
    assert sitting.tabs.preview_tab() is None


def test_a_meeting_reads_no_database_on_the_thread_of_the_window(
    window: MainWindow, held: DocumentId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reload_library(window)
    with window_thread_uses(monkeypatch) as uses:
        drop(window, notice(tmp_path))
        press(window, Key.Key_F5)
        line(window, "DE+ 1 agrees with the hours")
        line(window, "ports := DE, FR")
        window.ui.action_matrix.trigger()
        run_action(window, window.ui.action_report)
        view(window).line.focus()
        window.ui.action_next_item.trigger()
        run_action(window, window.ui.action_previous_item)
        run_action(window, window.ui.action_said_here)
        run_action(window, window.ui.action_vote)
        press(window, Key.Key_F5)
    assert said(window)
    assert uses == []


@pytest.mark.qt_log_ignore("does not support")  # a menu, without a screen
def test_lines_are_edited_deleted_and_moved_in_the_list_and_undo_brings_them_back(sitting: MainWindow) -> None:
    listed = view(sitting).interventions.list
    line(sitting, "DE+ 1 first")
    line(sitting, "FR- 1 second")
    listed.setFocus()
    press(sitting, Key.Key_Delete)
    assert said(sitting) == [("DE", "1", "first")]
    run_action(sitting, sitting.ui.action_undo)
    assert len(said(sitting)) == 2
    view(sitting).line.focus()
    press(sitting, Key.Key_Tab)
    assert listed.hasFocus()
    press(sitting, Key.Key_Up)
    press(sitting, Key.Key_F2)
    assert view(sitting).line.edit.hasFocus()
    assert view(sitting).line.edit.text() == "DE+ 1 first"
    press(sitting, Key.Key_Escape)
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    chord = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(listed, Key.Key_M, chord)
    menu = present(QApplication.activePopupWidget())
    QTest.keyClick(menu, Qt.Key.Key_3)
    settle(sitting)
    assert said(sitting) == [("FR", "1", "second")]
    run_action(sitting, sitting.ui.action_next_item)
    assert said(sitting) == [("DE", "1", "first")]


@pytest.mark.styled
def test_the_file_of_the_paragraph_has_our_position_and_the_matrix_first_and_its_own_folds(
    sitting: MainWindow, held: DocumentId, tmp_path: Path
) -> None:
    file = sitting.paragraph_file
    item = PositionEntry(Address("para_2"), Stance.SUPPORT, None, "Quiet from ten at night.", "Eleven would do.")
    sitting.tasks.write(lambda: sitting.desk.positions.set_item(held, item))
    line(sitting, "DE+ 2 agrees")
    line(sitting, "2")
    assert file.isVisible()
    assert file.place == Place(held, Address("para_2"))
    matrix, card = sitting.meeting_mode.matrix, file.position.card
    assert card is not None
    assert card.brief_line.text() == "Quiet from ten at night."
    assert not card.fields.isVisible()
    assert matrix.isVisible()
    assert matrix.count_label.text() == "1 of 27"
    assert matrix.y() > file.position.y()
    assert file.others.isVisible()
    assert file.others.is_folded
    assert "DE" in file.others.fact_label.text()
    QTest.keyClick(sitting, Key.Key_1, Qt.KeyboardModifier.AltModifier)
    settle(sitting)
    assert card.fields.isVisible()
    assert not card.brief_line.isVisible()
    file.others.choose_folded(folded=False)
    file.notes.choose_folded(folded=True)
    press(sitting, Key.Key_F5)
    assert not matrix.isVisible()
    drop(sitting, quiet_hours(tmp_path, name="other.txt", text=QUIET_HOURS.replace("7001/26", "6500/26")))
    assert not matrix.isVisible(), "the meeting reads its places again after an import"
    show_document(sitting, held, Address("para_2"))
    assert not file.notes.is_folded, "what is folded in a meeting is not folded elsewhere"
    file.others.choose_folded(folded=True)
    press(sitting, Key.Key_F5)
    assert [section.is_folded for section in (file.others, file.notes)] == [False, True]


@pytest.mark.qt_log_ignore("does not support")  # a tooltip, without a screen
def test_the_matrix_marks_the_current_paragraph_and_tells_the_history_of_a_cell(sitting: MainWindow) -> None:
    table, whole = sitting.meeting_mode.matrix.table, view(sitting).matrix_table
    line(sitting, "DE 1 scrutiny res.")
    line(sitting, "DE+ 1 lifted")
    assert table.matrix.rowCount() == 27
    row = table.matrix.delegations.index("DE")
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(row, 0))
    press(sitting, Key.Key_Return)
    head, first, second = QToolTip.text().splitlines()
    assert head == "DE on 1"
    assert "Scrutiny reservation" in first
    assert second.endswith("Support: lifted")
    assert QToolTip.text() == table.matrix.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert table.matrix.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "DE, 1, Support"
    view(sitting).line.focus()
    line(sitting, "DE- 2 second")
    for place, column in (("1", 0), ("2", 1)):
        line(sitting, place)
        assert [one.current_column for one in (table, whole)] == [column, column]
    sitting.tasks.write(lambda: sitting.desk.positions.set_delegation("EL"))
    line(sitting, "FR+ 2")
    assert [one.matrix.own for one in (table, whole)] == ["EL", "EL"]
    run_action(sitting, sitting.ui.action_matrix)
    assert whole.isVisible()
    assert whole.matrix.rowCount() == 27
    assert whole.matrix.headerData(0, Qt.Orientation.Horizontal) == "1\n1+"
    view(sitting).line.focus()
    press(sitting, Key.Key_Escape)
    assert whole.hasFocus()
    view(sitting).item_combo.setCurrentIndex(1)
    view(sitting).item_combo.activated.emit(1)
    settle(sitting)
    assert whole.matrix.columnCount() == 0
    run_action(sitting, sitting.ui.action_report)
    export_in_front(sitting).closed.emit()
    assert sitting.tabs.currentWidget() is view(sitting)


def test_a_closed_meeting_is_opened_again_with_the_agenda_that_was_revised_meanwhile(
    sitting: MainWindow, tmp_path: Path
) -> None:
    line(sitting, "DE+ 1 first")
    sitting.ui.action_close_tab.trigger()
    assert not sits(sitting)
    assert sitting.documents.isVisible()
    press(sitting, Key.Key_F5)
    assert sits(sitting)
    assert said(sitting) == [("DE", "1", "first")]
    press(sitting, Key.Key_F5)
    drop(sitting, notice(tmp_path, name="revised.txt", text=REVISED))
    press(sitting, Key.Key_F5)
    assert sits(sitting)
    assert len(sitting.desk.meetings.all()) == 1
    assert len(sitting.desk.meetings.all()[0].items) == 4
    assert said(sitting) == [("DE", "1", "first")]


def test_what_was_said_on_a_paragraph_is_a_key_away(sitting: MainWindow, held: DocumentId) -> None:
    meetings = sitting.desk.meetings
    before = meetings.new("Working Party on Harbours", date(2026, 3, 10), items=["Quiet hours"])
    sitting.tasks.write(lambda: meetings.save(before))
    place = Place(held, Address("para_1"))
    save(sitting, lambda: meetings.capture(before.id, "SE- too loud", item="1", at_hand=place)[0])
    line(sitting, "DE+ 1 first")
    line(sitting, "FR+ 2 second")
    line(sitting, "1")
    run_action(sitting, sitting.ui.action_said_here)
    earlier, now = view(sitting).interventions.model.rows
    assert (earlier.when, earlier.speakers) == ("10.03.26", "SE")
    assert (now.when, now.speakers) == (f"{now.intervention.line.created.astimezone():%H:%M}", "DE")
    line(sitting, "2")
    assert [row.speakers for row in view(sitting).interventions.model.rows] == ["FR"]
    run_action(sitting, sitting.ui.action_said_here)
    assert [row.speakers for row in view(sitting).interventions.model.rows] == ["DE", "FR"]


def start_by_hand(window: MainWindow) -> None:
    run_action(window, window.ui.action_new_meeting)
    type_text(window.findChildren(NewMeetingDialog)[0].edits[0], "Friends of Harbours")
    press(window, Key.Key_Return)


def test_a_meeting_by_hand_takes_a_name_and_enter(window: MainWindow) -> None:
    window.documents.setFocus()
    run_action(window, window.ui.action_new_meeting)
    (form,) = window.findChildren(NewMeetingDialog)
    body_edit, day_edit, time_edit = form.edits
    assert body_edit.hasFocus()
    assert day_edit.text() == f"{datetime.now().astimezone():%d.%m.%Y}"
    press(window, Key.Key_Return)
    assert form.error_label.isVisible()
    type_text(body_edit, "Friends of Harbours")
    time_edit.setText("14h30")
    day_edit.setText("31.2.")
    press(window, Key.Key_Return)
    assert "31.2." in form.error_label.text()
    day_edit.setText(f"{datetime.now().astimezone():%Y-%m-%d}")
    press(window, Key.Key_Return)
    window.activateWindow()  # as a window manager does when the dialog is closed
    settle(window)
    assert sits(window)
    (made,) = window.desk.meetings.all()
    assert (made.body, made.date) == ("Friends of Harbours", datetime.now().astimezone().date())
    line(window, "DE+ hello")
    assert said(window) == [("DE", "", "hello")]
    window.ui.action_add_item.trigger()
    type_text(window.meeting_mode.agenda.add_edit, "Lighthouses 7002/26, 7003/26 REV 1")
    press(window, Key.Key_Return)
    (item,) = window.desk.meetings.all()[0].items
    assert (item.number, item.title) == ("1", "Lighthouses")
    assert [str(one) for one in item.documents] == ["ST 7002/26", "ST 7003/1/26 REV 1"]
    assert view(window).line.edit.hasFocus()
    assert window.meeting_mode.agenda.model.number == "1"


def test_a_notice_is_no_item_of_a_meeting_by_hand(window: MainWindow, tmp_path: Path) -> None:
    drop(window, notice(tmp_path))
    start_by_hand(window)
    assert window.desk.meetings.all()[0].items == ()


def test_a_meeting_by_hand_is_about_the_document_in_front(reading: MainWindow) -> None:
    start_by_hand(reading)
    reading.activateWindow()  # as a window manager does when the dialog is closed
    settle(reading)
    line(reading, "DE+ 2a agrees")
    assert said(reading) == [("DE", "2(a)", "agrees")]


def test_a_revised_agenda_changes_the_same_meeting_and_loses_nothing(sitting: MainWindow, tmp_path: Path) -> None:
    line(sitting, "DE+ 1 first")
    drop(sitting, notice(tmp_path, name="revised.txt", text=REVISED))
    assert sits(sitting)
    assert chips(sitting) == ["in the library: CM 2101/1/26 REV 1"]
    assert len(sitting.desk.meetings.all()) == 1
    assert [row.text for row in sitting.meeting_mode.agenda.model.rows if not row.is_document][2:] == [
        "3 Information from the Presidency on lighthouses",
        "4 Any other business",
    ]
    assert said(sitting) == [("DE", "1", "first")]


def test_meetings_are_in_the_library_and_go_to_the_trash_and_back(sitting: MainWindow) -> None:
    press(sitting, Key.Key_F5)
    rows, listed = sitting.documents.model, sitting.documents.ui.document_list
    row = next(n for n, row in enumerate(rows.rows) if row.kind is RowKind.MEETING)
    assert (rows.rows[row].text, rows.rows[row].side) == ("Working Party on Harbours", "14.04.26")
    listed.setFocus()
    listed.setCurrentIndex(rows.index(row))
    press(sitting, Key.Key_Return)
    assert sits(sitting)
    press(sitting, Key.Key_F5)
    listed.setFocus()
    listed.setCurrentIndex(rows.index(row))
    run_action(sitting, sitting.documents.ui.action_remove)
    assert not sitting.desk.meetings.all()
    assert not any(isinstance(sitting.tabs.main.widget(n), MeetingView) for n in range(sitting.tabs.count()))
    rows.show_section(RowKind.TRASH_HEAD)
    gone = next(n for n, row in enumerate(rows.rows) if row.kind is RowKind.TRASHED and row.meeting)
    listed.setCurrentIndex(rows.index(gone))
    run_action(sitting, sitting.documents.ui.action_restore)
    assert len(sitting.desk.meetings.all()) == 1


def test_a_document_that_comes_in_is_under_its_item_and_an_item_that_is_added_shows_its_document(
    sitting: MainWindow, held: DocumentId, tmp_path: Path
) -> None:
    text = QUIET_HOURS.replace("7001/26", "6500/26")
    drop(sitting, quiet_hours(tmp_path, name="earlier.txt", text=text))
    assert sits(sitting)
    assert [row.text for row in sitting.meeting_mode.agenda.model.rows if row.is_document][:2] == [
        "7001/26 · EN",
        "6500/26 · EN",
    ]
    press(sitting, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view(sitting).document is None
    sitting.ui.action_add_item.trigger()
    type_text(sitting.meeting_mode.agenda.add_edit, "Quiet hours again 7001/26")
    press(sitting, Key.Key_Return)
    assert sitting.meeting_mode.agenda.model.number == "4"
    assert view(sitting).document == held


@pytest.mark.styled
def test_all_that_takes_keys_has_a_name_and_fits_small_screens(sitting: MainWindow) -> None:
    line(sitting, "DE+ 1 first")
    for pane in (view(sitting), sitting.meeting_mode.agenda, sitting.paragraph_file):
        for widget in pane.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.focusProxy():
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert named, widget
    row = view(sitting).interventions.model.index(0)
    assert str(row.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("DE, Support, 1, first")
    for width in (1366, 1024):
        sitting.resize(width, 768)
        settle(sitting)
        assert sitting.width() == width
        field = view(sitting).line.edit
        assert field.mapTo(sitting, field.rect().bottomRight()).y() < sitting.height()
        assert reader_of(sitting).paper.height() >= 200
    table = sitting.meeting_mode.matrix.table
    for height in (768, 900, 1100):
        sitting.resize(1440, height)
        line(sitting, "DE+ 1 first")
        settle(sitting)
        assert 16 <= table.rowHeight(0) <= 24
        area = sitting.paragraph_file.area.viewport()
        bottom = table.mapTo(area, table.rect().bottomLeft()).y()
        assert bottom <= area.height()
        assert not table.verticalScrollBar().isVisible()
        notes = sitting.paragraph_file.notes
        assert height < 900 or notes.mapTo(area, notes.rect().bottomLeft()).y() <= area.height()
    run_action(sitting, sitting.ui.action_matrix)
    for height in (768, 900):
        sitting.resize(1440, height)
        settle(sitting)
        assert not view(sitting).matrix_table.verticalScrollBar().isVisible()


def test_the_tab_from_which_a_meeting_was_entered_comes_back(sitting: MainWindow) -> None:
    tabs = sitting.tabs
    press(sitting, Key.Key_F5)
    first, other = (held.id for held in sitting.desk.documents.all()[:2])
    for document in (first, other):
        show_document(sitting, document)
    for document in (first, other, first):
        show_document(sitting, document)
        came_from = tabs.currentWidget()
        sitting.meeting_mode.toggle()
        settle(sitting)
        if not sits(sitting):
            sitting.meeting_mode.open(sitting.desk.meetings.all()[0].id)
            settle(sitting)
        assert sits(sitting)
        press(sitting, Key.Key_F5)
        assert tabs.currentWidget() is came_from
    show_document(sitting, sitting.desk.documents.all()[-1].id)
    sitting.meeting_mode.open(sitting.desk.meetings.all()[0].id)
    settle(sitting)
    close_tab(sitting, tabs.front.currentIndex() - 1)
    press(sitting, Key.Key_F5)
    assert not sits(sitting)


def test_where_a_search_is_comes_back_after_the_meeting(sitting: MainWindow, qtbot: QtBot) -> None:
    press(sitting, Key.Key_F5)
    keep_up(sitting.desk)
    search(sitting.search_controller.open_view(), qtbot, "quiet")
    sitting.search_controller.hit_stepped.emit(2, 3)
    at_hit = sitting.ui.walk_label.text()
    assert at_hit
    press(sitting, Key.Key_F5)
    sitting.tabs.setCurrentWidget(view(sitting))
    assert sits(sitting)
    assert sitting.ui.walk_label.text() == "● In meeting · 0:00 · F5 to exit"
    press(sitting, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    press(sitting, Key.Key_F5)
    assert sitting.ui.walk_label.text() == at_hit
