"""Every empty pane says in a sentence what belongs there, and which key adds it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.library.today_page import TodayPage
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import key_bindings
from support.main_windows import close_tab, settle
from support.meeting_steps import press


def words(widget: QWidget) -> str:
    """The texts of its visible labels."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def dialog() -> QWidget:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())


def in_front(window: MainWindow) -> QWidget:
    found = window.tabs.currentWidget()
    assert found is not None
    return found


def test_what_is_empty_says_what_belongs_there(window: MainWindow) -> None:
    cases: list[tuple[str, Callable[[MainWindow], QWidget], str]] = [
        ("action_annotations", in_front, "No notes yet. Press N"),
        ("action_due", in_front, "No deadlines"),
        ("action_backups", lambda _: dialog(), "No backups yet"),
        ("action_people", lambda _: dialog(), "No packages received yet"),
        ("action_shared_folder", lambda _: dialog(), "Not shared yet"),
        ("action_pack", lambda window: window.notices, "no documents in the library yet"),
    ]
    for action, where, said in cases:
        getattr(window.ui, action).trigger()
        settle(window)
        assert said in words(where(window)), action
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog):
                one.close()


def test_the_right_column_says_what_stands_there_before_a_paragraph_is_current(window: MainWindow) -> None:
    assert "Select a paragraph" in words(window.ui.right_column)


def test_a_paragraph_with_nothing_on_it_says_how_to_write_on_it(reading: MainWindow) -> None:
    said = words(reading.ui.right_column)
    assert "Notes</span> — none · N adds one" in said
    assert "Our position</span> — none · Y\N{NO-BREAK SPACE}support" in said


def test_the_keys_beside_a_paragraph_are_those_of_now(reading: MainWindow) -> None:
    key_bindings.choose("action_annotate_note", [])
    assert "Notes</span> — none" in words(reading.ui.right_column)
    assert "adds one" not in words(reading.ui.right_column)
    key_bindings.reset_all()
    assert "Notes</span> — none · N adds one" in words(reading.ui.right_column)


def test_a_search_that_finds_nothing_says_what_finds_more(window: MainWindow, qtbot: QtBot) -> None:
    window.search("zzzxx")
    qtbot.waitUntil(lambda: "No results. Try fewer words" in words(in_front(window)))


def test_a_choice_among_no_documents_says_so(window: MainWindow, held: DocumentId) -> None:
    chooser = DocumentChooserDialog(window.desk, window.tasks, held, window)
    chooser.open()
    settle(window)
    assert "There are no other documents" in words(chooser)
    chooser.close()


def test_today_is_shown_while_nothing_is_open(reading: MainWindow) -> None:
    reading.documents.reload()
    settle(reading)
    close_tab(reading)
    settle(reading)
    page = reading.today.page
    assert page is not None
    assert page.isVisible()
    assert not reading.ui.right_column.isVisible()
    model = reading.documents.model
    assert [model.text(row) for row in model.rows if model.is_current(row)] == ["Today"]
    assert [row.text for row in [*page.papers.rows.rows, *page.work.rows.rows] if page.work.rows.is_head(row)] == [
        "New documents",
        "Continue",
    ]
    reading.ui.action_today.trigger()
    press(reading, Qt.Key.Key_Return)
    assert reading.tabs.current_reader() is not None
    assert reading.ui.right_column.isVisible()
    assert "Today" not in [model.text(row) for row in model.rows if model.is_current(row)]
    press(reading, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert isinstance(reading.tabs.currentWidget(), TodayPage)
    assert reading.tabs.front.currentIndex() == 0
