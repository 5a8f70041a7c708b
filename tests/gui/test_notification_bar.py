from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.gui.annotations.annotation_fields import NoteEdit
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.notification_bar import Notices
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import current_reader, in_front, run_action, settle
from support.meeting_steps import press, view


@pytest.fixture
def notices(reading: MainWindow) -> Notices:
    return reading.notices


def test_a_notice_takes_no_focus_and_its_buttons_are_reached_by_tab(reading: MainWindow, notices: Notices) -> None:
    for button in (notices.link, notices.ui.close_button):
        assert button.focusPolicy() is Qt.FocusPolicy.TabFocus
    reading.focus_text()
    before = QApplication.focusWidget()
    notices.show_notice("A file was refused", ["It has no text."], ("Appearance", lambda: None))
    QApplication.processEvents()
    assert notices.isVisible()
    assert QApplication.focusWidget() is before
    notices.close_notice()
    assert QApplication.focusWidget() is before


def test_what_wants_an_answer_comes_back_behind_what_is_newer_and_of_many_a_few_do(notices: Notices) -> None:
    followed: list[str] = []
    notices.show_notice("Papers came in", ["One"], ("Appearance", lambda: followed.append("papers")))
    notices.show_notice("Backup complete", [])
    assert notices.head.text() == "Backup complete"
    assert notices.link.isHidden()
    notices.close_notice()
    assert notices.head.text() == "Papers came in"
    notices.link.click()
    assert followed == ["papers"]
    assert not notices.isVisible()
    for n in range(10):  # of those that wait a few are kept
        notices.show_notice(f"Notice {n}", [], ("Appearance", lambda: None))
    shown = []
    while notices.isVisible():
        shown.append(notices.head.text())
        notices.close_notice()
    assert shown == ["Notice 9", "Notice 8", "Notice 7", "Notice 6"]


def test_what_only_tells_goes_by_itself_or_waits_for_its_turn_and_what_went_wrong_stays(
    notices: Notices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("delegate_desk.gui.notification_bar._BRIEF", 20)
    notices.show_briefly("Undone: red line")
    assert notices.isVisible()
    qtbot.waitUntil(lambda: not notices.isVisible())
    notices.show_briefly("Undone: red line")
    notices.show_notice("Operation failed", ["The disk is full."])
    qtbot.wait(80)
    assert notices.isVisible()
    notices.close_notice()
    notices.show_briefly("8 tabs are now 2: one per document.")
    notices.show_briefly("1 overdue", after=True)
    assert notices.head.text() == "8 tabs are now 2: one per document."
    qtbot.waitUntil(lambda: notices.head.text() == "1 overdue")
    qtbot.waitUntil(lambda: not notices.isVisible())


@pytest.mark.styled
def test_a_notice_is_one_line_of_36_shows_all_of_it_where_asked_for_and_as_it_was_written(
    notices: Notices, qtbot: QtBot
) -> None:
    notices.show_notice("Backup complete", ["Saved."], ("Backups…", lambda: None))
    QApplication.processEvents()
    assert notices.height() == 36
    assert not notices.ui.more_button.isVisible()
    sentences = [
        f"{name}.pdf was not imported: it has no text, so read it with character recognition." for name in "abc"
    ]
    notices.show_notice("3 documents were not imported", sentences)
    QApplication.processEvents()
    assert notices.height() == 36
    assert not notices.text.isVisible()
    qtbot.mouseClick(notices.ui.more_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert notices.text.isVisible()
    assert notices.text.text() == "\n".join(sentences)
    assert notices.height() > 36
    notices.ui.more_button.click()
    qtbot.waitUntil(lambda: notices.height() == 36)
    notices.show_notice("Undone: intervention “<b>and/or</b>”", [])  # what a person wrote is shown as it is
    height = notices.head.sizeHint()
    notices.head.setTextFormat(Qt.TextFormat.PlainText)
    assert notices.head.sizeHint() == height


def escape(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    settle(window)


def test_esc_closes_it_wherever_the_focus_is_and_leaves_the_focus(reading: MainWindow) -> None:
    focused = {
        "paper": reading.focus_text,
        "library": reading.documents.ui.document_list.setFocus,
        "nothing": reading.setFocus,
        "button": reading.ui.columns.setFocus,
    }
    for where, focus in focused.items():
        focus()
        before = QApplication.focusWidget()
        reading.notices.show_notice("A file was refused", ["It has no text."])
        escape(reading)
        assert not reading.notices.isVisible(), where
        assert QApplication.focusWidget() is before, where


def test_esc_closes_it_over_a_list_as_well(reading: MainWindow) -> None:
    reading.focus_text()
    press(reading, Qt.Key.Key_N)
    QTest.keyClicks(QApplication.focusWidget() or reading, "too late")
    escape(reading)
    for action in (reading.ui.action_annotations, reading.ui.action_timeline):
        run_action(reading, action)
        lists = in_front(reading, QWidget).findChildren(QAbstractScrollArea)
        next(child for child in lists if child.isVisible()).setFocus()
        reading.notices.show_notice("A file was refused", ["It has no text."])
        escape(reading)
        assert not reading.notices.isVisible(), action.objectName()
        reading.focus_text()


def escape_twice(window: MainWindow, has_done: Callable[[], bool]) -> None:
    """Press Esc, which first does what it means where the focus is, and then closes a notice."""
    window.notices.show_notice("A file was refused", ["It has no text."])
    escape(window)
    assert window.notices.isVisible()
    assert has_done()
    escape(window)
    assert not window.notices.isVisible()


def test_esc_means_first_what_it_means_in_a_field_for_a_selection_and_in_a_note(reading: MainWindow) -> None:
    reader = current_reader(reading)
    reading.focus_text()
    press(reading, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    escape_twice(reading, reader.ui.find_bar.isHidden)
    edit = reading.documents.ui.filter_edit
    edit.setFocus()
    edit.setText("ports")
    escape_twice(reading, lambda: edit.text() == "")
    assert edit.hasFocus()
    reading.focus_text()
    press(reading, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert not reader.paper.selection.is_empty()
    escape_twice(reading, lambda: not reader.paper.selection.text())
    press(reading, Qt.Key.Key_N)
    assert isinstance(QApplication.focusWidget(), NoteEdit)
    escape_twice(reading, lambda: isinstance(QApplication.focusWidget(), DocumentView))


def test_esc_in_a_dialog_leaves_the_notice_behind_it(reading: MainWindow) -> None:
    reading.notices.show_notice("A file was refused", ["It has no text."])
    press(reading, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = reading.findChild(DocumentChooserDialog)
    assert dialog is not None
    QTest.keyClick(dialog.edit, Qt.Key.Key_Escape)
    settle(reading)
    assert reading.findChild(DocumentChooserDialog) is None
    assert reading.notices.isVisible()


def test_esc_in_a_meeting_closes_it_after_the_line(sitting: MainWindow) -> None:
    assert view(sitting).line.edit.hasFocus()
    sitting.notices.show_notice("A file was refused", ["It has no text."])
    escape(sitting)
    escape(sitting)
    assert not sitting.notices.isVisible()
    escape(sitting)
    assert view(sitting).line.edit.hasFocus()
