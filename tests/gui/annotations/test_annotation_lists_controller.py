from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.annotations.annotation_list import AnnotationFilter, Grouping
from delegate_desk.core.documents.document import Place
from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import (
    AnnotationRow,
    DeadlinesView,
    GroupHead,
    head_for_group,
    html_for_rows,
    page_for_rows,
    rows_for_groups,
)
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.printing import pdf_for_mail
from support.main_windows import click, in_front, open_window, run_action, settle


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


def test_what_is_due_stands_by_when_the_earliest_first(
    view: DeadlinesView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    assert [entry.annotation.text for entry in view.entries()] == ["Very late", "Late", "In a month"]
    assert [(row.title, row.is_late) for row in view.rows() if isinstance(row, GroupHead)] == [
        ("Overdue", True),
        ("Later", False),
    ]
    assert (view.count_label.text(), view.marking) == ("3 deadlines", "LIMITE")
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


def test_the_keys_stay_in_the_view_when_the_last_deadline_is_done(
    desk: Desk, first: Place, window: MainWindow, qtbot: QtBot
) -> None:
    remember(desk, first, "Late", -3)
    run_action(window, window.ui.action_due)
    view = in_front(window, DeadlinesView)
    assert view.list.hasFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Space)
    settle(window)
    assert not view.entries()
    assert view.empty_label.hasFocus()
    window.desk.history.undo()
    view.refresh()
    settle(window)
    assert view.list.hasFocus()


def test_the_window_says_at_start_what_is_due_within_a_day(first: Place, window: MainWindow, qtbot: QtBot) -> None:
    assert window.ui.due_button.isHidden()
    assert window.notices.isHidden()
    remember(window.desk, first, "Answer the presidency", 2)
    remember(window.desk, first, "Late", -1)
    remember(window.desk, first, "In two days", 48)
    window.list_controller.count_due()
    settle(window)
    assert window.ui.due_button.text() == "1 overdue · 1 due within a day"
    assert not window.notices.isVisible()  # it was said at the start, or there was nothing to say
    with qtbot.waitSignal(window.tabs.currentChanged):
        window.ui.due_button.click()
    shown = in_front(window, DeadlinesView)
    assert len(shown.entries()) == 3


def test_the_notice_leads_to_the_list(desk: Desk, first: Place, tmp_path: Path, qtbot: QtBot) -> None:
    remember(desk, first, "Answer the presidency", 2)
    window = open_window(desk, tmp_path / "settings.json")
    qtbot.addWidget(window)
    settle(window)
    assert window.notices.isVisible()
    assert "ST 7001/26, 1 · Answer the presidency" in window.notices.text.text()
    assert window.notices.link.text() == "Show deadlines"
    click(window, window.notices.link)
    assert window.notices.isHidden()
    assert isinstance(window.tabs.currentWidget(), DeadlinesView)
    window.close()


def test_what_is_opened_from_the_list_is_current(desk: Desk, first: Place, window: MainWindow, qtbot: QtBot) -> None:
    remember(desk, first, "Answer", 2)
    run_action(window, window.ui.action_due)
    shown = in_front(window, DeadlinesView)
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    settle(window)
    assert window.current_place() == first


def rows(desk: Desk) -> list[AnnotationRow]:
    browse = desk.annotation_list.load(datetime.now(UTC))
    found = browse.find(AnnotationFilter())
    return rows_for_groups(found.groups, lambda group: head_for_group(Grouping.DOCUMENT, group, browse))


def without_spaces(text: str) -> str:
    """A text as in a PDF: spaces are guessed by the reader, and mu is the micro sign in some fonts."""
    return "".join(fold(text).split())


@pytest.mark.usefixtures("qapp")
def test_what_is_shown_is_printed_to_a_pdf_with_its_marking_on_each_page(desk: Desk, first: Place) -> None:
    for n in range(60):
        text = f"Note {n}: noise & <ports>, λιμάνια."
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text=text, tags=("capital",)))
    with pypdfium2.PdfDocument(pdf_for_mail(page_for_rows(rows(desk), datetime.now(UTC)))) as pdf:
        pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 1
    assert all(page.count("LIMITE") >= 2 and "INTERNAL" in page for page in pages)
    joined = without_spaces("".join(pages))
    said = [without_spaces(f"Note {n}: noise & <ports>, λιμάνια.") for n in range(60)]
    assert [one for one in said if one not in joined] == []
    assert f"{len(pages)}/{len(pages)}" in pages[-1]


@pytest.mark.usefixtures("qapp")
def test_what_circulates_is_not_called_internal(desk: Desk, first: Place) -> None:
    new = desk.annotations.new(first, AnnotationKind.NOTE, text="a\nb", words="The Council")
    desk.annotations.save(new)
    assert "Internal" in html_for_rows(rows(desk), datetime.now(UTC))
    desk.annotations.set_many([new.id], lambda one: replace(one, visibility=Visibility.CIRCULATION))
    printed = html_for_rows(rows(desk), datetime.now(UTC))
    assert "Internal" not in printed
    assert "“The Council”" in printed
    assert "a<br>b" in printed
