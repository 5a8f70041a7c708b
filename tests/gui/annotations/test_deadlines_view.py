from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.document import Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import GroupHead
from delegate_desk.gui.annotations.deadlines_view import DeadlinesView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from support.main_windows import open_window, settle


def remember(desk: Desk, place: Place, text: str, hours: float) -> None:
    due = datetime.now(UTC) + timedelta(hours=hours)
    desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=text, due=due))


@pytest.fixture
def view(desk: Desk, tasks: Tasks, first: Place, qtbot: QtBot) -> DeadlinesView:
    for text, hours in (("In a month", 720), ("Late", -3), ("Very late", -100)):
        remember(desk, first, text, hours)
    made = DeadlinesView(desk, tasks)
    qtbot.addWidget(made)
    made.show()
    tasks.wait()
    return made


def test_what_is_due_stands_by_when_the_earliest_first(view: DeadlinesView) -> None:
    assert [entry.annotation.text for entry in view.entries()] == ["Very late", "Late", "In a month"]
    assert [(row.title, row.is_late) for row in view.rows() if isinstance(row, GroupHead)] == [
        ("Overdue", True),
        ("Later", False),
    ]
    assert (view.count_label.text(), view.marking) == ("3 deadlines", "LIMITE")


def test_space_says_it_is_done_and_it_goes(view: DeadlinesView, desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    view.activateWindow()
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    tasks.wait()
    assert [entry.annotation.text for entry in view.entries()] == ["Late", "In a month"]
    assert sum(one.status is AnnotationStatus.DONE for one in desk.annotations.all()) == 1


def test_an_empty_list_says_what_belongs_there(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    made = DeadlinesView(desk, tasks)
    qtbot.addWidget(made)
    made.show()
    tasks.wait()
    assert made.empty_label.isVisible()
    assert not made.list.isVisible()


def test_the_window_says_at_start_what_is_due_within_a_day(
    desk: Desk, first: Place, window: MainWindow, qtbot: QtBot
) -> None:
    assert window.ui.due_button.isHidden()
    assert window.notices.isHidden()
    remember(desk, first, "Answer the presidency", 2)
    remember(desk, first, "Late", -1)
    remember(desk, first, "In two days", 48)
    window.list_controller.clock.count_due()
    settle(window)
    assert window.ui.due_button.text() == "1 overdue · 1 due within a day"
    assert not window.notices.isVisible()  # it was said at the start, or there was nothing to say
    with qtbot.waitSignal(window.tabs.currentChanged):
        window.ui.due_button.click()
    settle(window)
    shown = window.tabs.currentWidget()
    assert isinstance(shown, DeadlinesView)
    assert len(shown.entries()) == 3


def test_the_notice_leads_to_the_list(desk: Desk, first: Place, tmp_path: Path, qtbot: QtBot) -> None:
    remember(desk, first, "Answer the presidency", 2)
    window = open_window(desk, tmp_path / "settings.json")
    qtbot.addWidget(window)
    settle(window)
    assert window.notices.isVisible()
    assert "ST 7001/26, 1 · Answer the presidency" in window.notices.text.text()
    assert window.notices.link.text() == "Show deadlines"
    window.notices.link.click()
    settle(window)
    assert window.notices.isHidden()
    assert isinstance(window.tabs.currentWidget(), DeadlinesView)
    window.close()


def test_what_is_opened_from_the_list_is_at_hand(desk: Desk, first: Place, window: MainWindow, qtbot: QtBot) -> None:
    remember(desk, first, "Answer", 2)
    window.ui.action_due.trigger()
    settle(window)
    shown = window.tabs.currentWidget()
    assert isinstance(shown, DeadlinesView)
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    settle(window)
    assert window.current_place() == first
