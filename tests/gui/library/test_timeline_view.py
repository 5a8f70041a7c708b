from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.dossier_timeline import Milestone
from delegate_desk.desk import Desk
from delegate_desk.gui.library.timeline_view import TimelineView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from support.document_values import note_text, quiet_hours, take_in
from support.main_windows import click, drop, in_front, modal, save, settle, show_document

pytestmark = pytest.mark.styled


def bring_in(desk: Desk, folder: Path, number: str, date: str, **words: str) -> DocumentId:
    name = f"{number.splitlines()[0].replace('/', '-')} {date}.txt"
    return take_in(desk, quiet_hours(folder, name=name, text=note_text(number, date=date, **words)))


@pytest.fixture
def papers(desk: Desk, tmp_path: Path) -> list[DocumentId]:
    """A document with its second revision, a working paper that refers to it, and a document on something else."""
    return [
        bring_in(desk, tmp_path, "7001/26", "4 March 2026", previous="6500/26"),
        bring_in(desk, tmp_path, "7001/2/26\n\nREV 2", "4 May 2026"),
        bring_in(desk, tmp_path, "WK 12/2026", "10 March 2026", body="1. A start.\n\n2. We support document 7001/26."),
        bring_in(desk, tmp_path, "9001/26", "1 June 2026", subject="Salmon", body="1. Salmon swim."),
    ]


@pytest.fixture
def view(desk: Desk, tasks: Tasks, papers: list[DocumentId], qtbot: QtBot) -> TimelineView:
    made = TimelineView(desk, tasks, papers[0])
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    made.list.setFocus()
    loaded(tasks)
    return made


def loaded(tasks: Tasks) -> None:
    """Wait for the documents of the dossier, then for the suggestions."""
    tasks.wait()
    tasks.wait()


def told(view: TimelineView) -> list[str]:
    """The rows in order; those not in the library in brackets, suggestions with a question mark."""
    said = []
    for row in view.list.rows.rows:
        if isinstance(row, Milestone):
            said.append(row.key if row.is_in_library else f"({row.key})")
        else:
            said.append(row if isinstance(row, str) else f"? {row.library_document.name}")
    return said


def choose(view: TimelineView, *keys: str) -> None:
    """Choose documents by their names."""
    names = [row.removeprefix("? ").strip("()") for row in told(view)]
    rows = [n for n, name in enumerate(names) if name in keys]
    flag = QItemSelectionModel.SelectionFlag
    for n, row in enumerate(rows):
        how = flag.Select if n else flag.ClearAndSelect
        view.list.selectionModel().setCurrentIndex(view.list.rows.index(row), how)


def test_a_dossier_is_shown_from_its_beginning_with_what_is_missing_and_what_may_belong(view: TimelineView) -> None:
    assert told(view) == [
        "(ST 6500/26)",
        "ST 7001/26",
        "(ST 7001/1/26 REV 1)",
        "ST 7001/2/26 REV 2",
        "May belong here",
        "? WK 12/2026",
    ]
    assert view.title.text() == "Quiet hours in ports"
    assert view.summary.text() == "2 documents · 4 March 2026 to 4 May 2026 · 2 not in library"
    assert view.marking == "LIMITE"
    row = view.list.current_row()
    assert isinstance(row, Milestone)
    assert row.key == "ST 7001/26"  # the requested document
    spoken = [str(view.list.rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole)) for n in (0, 3, 5)]
    assert spoken == [
        "ST 6500/26, not in library; cited in ST 7001/26",
        "ST 7001/2/26 REV 2, 4 May 2026, Note · revision 2 · Presidency, English",
        "WK 12/2026 · Quiet hours in ports, Cites ST 7001/26 · similar subject: Quiet, hours, ports · "
        "same subject codes: TRANS · from the same period",
    ]


def test_c_compares_a_document_with_the_one_before_and_two_that_are_chosen_or_says_why_not(
    view: TimelineView, papers: list[DocumentId], qtbot: QtBot
) -> None:
    for chosen in (["ST 7001/2/26 REV 2"], ["ST 7001/2/26 REV 2", "ST 7001/1/26 REV 1", "ST 7001/26"]):
        choose(view, *chosen)  # several: like Shift with an arrow
        with qtbot.waitSignal(view.compare_requested) as asked:
            qtbot.keyClick(view.list, Qt.Key.Key_C)
        assert asked.args == [papers[0], papers[1]]
    for keys, said in (
        (["ST 7001/26"], "The library has no earlier version of ST 7001/26"),
        (["ST 6500/26", "ST 7001/26"], "not in the library"),
    ):
        choose(view, *keys)
        with qtbot.waitSignal(view.notice_requested) as heard:
            qtbot.keyClick(view.list, Qt.Key.Key_C)
        assert said in str(heard.args)
    choose(view, "ST 7001/2/26 REV 2")  # the words beside the current document compare it too
    link = view.list.delegate.compare_link_rect(view.list.currentIndex())
    with qtbot.waitSignal(view.compare_requested) as asked:
        qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=link.center())
    assert asked.args == [papers[0], papers[1]]
    with qtbot.assertNotEmitted(view.compare_requested, wait=10):
        qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=link.center() - QPoint(300, 0))


def test_enter_opens_a_document_or_where_a_missing_one_is_named(
    view: TimelineView, papers: list[DocumentId], tasks: Tasks, qtbot: QtBot
) -> None:
    for key in ("ST 7001/26", "ST 6500/26"):
        choose(view, key)
        with qtbot.waitSignal(view.opened) as asked:
            qtbot.keyClick(view.list, Qt.Key.Key_Return)
        assert asked.args == [Place(papers[0], Address("")), False]
    choose(view, "WK 12/2026")
    with qtbot.waitSignal(view.opened) as asked:
        qtbot.keyClick(view.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [Place(papers[2], Address("para_2")), True]


def test_what_is_offered_is_accepted_or_refused_by_one_key_and_undone(
    view: TimelineView, desk: Desk, tasks: Tasks, qtbot: QtBot
) -> None:
    choose(view, "WK 12/2026")
    qtbot.keyClick(view.list, Qt.Key.Key_A)
    loaded(tasks)
    assert told(view) == ["(ST 6500/26)", "ST 7001/26", "WK 12/2026", "(ST 7001/1/26 REV 1)", "ST 7001/2/26 REV 2"]
    tasks.write(desk.history.undo)
    loaded(tasks)
    choose(view, "WK 12/2026")
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    loaded(tasks)
    assert "May belong here" not in told(view)


def test_a_document_put_apart_leaves_the_dossier_that_stays_and_its_documents_say_again(
    view: TimelineView, desk: Desk, tasks: Tasks, papers: list[DocumentId], qtbot: QtBot
) -> None:
    desk.dossiers.move([papers[3]], papers[0])
    view.refresh()
    tasks.wait()
    choose(view, "ST 9001/26")
    qtbot.keyClick(view.list, Qt.Key.Key_S)
    tasks.wait()
    assert "ST 7001/26" in told(view)
    assert "ST 9001/26" not in told(view)
    tasks.write(desk.history.undo)
    tasks.wait()
    view.select_document(papers[3])
    choose(view, "ST 9001/26")
    qtbot.keyClick(view.list, Qt.Key.Key_U)
    tasks.wait()
    assert told(view)[:1] == ["ST 9001/26"]  # the document of the tab, with its current dossier
    assert "ST 7001/26" not in told(view)
    assert len(desk.dossiers.all()) == 3


def test_what_is_ours_on_a_document_is_counted_as_it_is_written(
    view: TimelineView, desk: Desk, tasks: Tasks, papers: list[DocumentId]
) -> None:
    note = desk.annotations.new(Place(papers[1], Address("para_1")), AnnotationKind.NOTE, text="x")
    tasks.write(lambda: desk.annotations.save(note))
    loaded(tasks)
    assert "1 note" in str(view.list.rows.index(3).data())


Open = Callable[[MainWindow], None]


def from_the_library(window: MainWindow) -> None:
    rows = window.documents.model.rows
    row = next(n for n, row in enumerate(rows) if row.is_unfolded is False)
    window.documents.ui.document_list.setCurrentIndex(window.documents.model.index(row))
    window.documents.ui.action_timeline.trigger()


def from_a_document(window: MainWindow) -> None:
    show_document(window, DocumentId(1))
    window.ui.action_timeline.trigger()


@pytest.mark.parametrize("how", [from_the_library, from_a_document])
def test_the_window_opens_a_timeline_and_what_it_asks_for(
    papers: list[DocumentId], window: MainWindow, how: Open, qtbot: QtBot
) -> None:
    settle(window)
    how(window)
    settle(window)
    view = in_front(window, TimelineView)
    assert window.tabs.count() == 1  # a view in the tab of the document
    assert window.tabs.front.tabText(window.tabs.front.currentIndex()) == "Quiet hours in ports"
    tab = window.tabs.front.current_tab()
    assert isinstance(tab, FamilyTab)
    assert tab.document in papers[:2]
    assert "C compare" in window.ui.document_label.text()
    choose(view, "ST 7001/2/26 REV 2")
    view.list.action_move.trigger()
    window.tasks.wait()
    palette = modal(NameChooserDialog)
    palette.edit.setText("salmon")
    qtbot.keyClick(palette.edit, Qt.Key.Key_Return)
    settle(window)
    assert window.desk.dossiers.names()[papers[1]] == "ST 7001/26"
    assert len(window.desk.dossiers.for_document(papers[1]).documents) == 3
    choose(view, "ST 7001/26")
    view.list.action_open.trigger()
    settle(window)
    assert isinstance(window.tabs.currentWidget(), ReaderView)
    window.dossiers_controller.open(papers[1])
    settle(window)
    assert window.tabs.currentWidget() is view
    assert window.tabs.count() == 1
    choose(view, "ST 7001/2/26 REV 2")
    view.list.action_compare.trigger()
    settle(window)
    assert [(one.old, one.new) for one in window.tabs.pages(ComparisonView)] == [(papers[0], papers[1])]


def test_a_document_that_comes_in_is_offered_to_its_dossier(
    papers: list[DocumentId], window: MainWindow, tmp_path: Path
) -> None:
    text = note_text("WK 30/2026", "1. On document 7001/2/26 REV 2.", date="12 May 2026", subject="Comments")
    drop(window, quiet_hours(tmp_path, name="comments.txt", text=text))
    assert window.notices.head.text() == "A document may belong to a dossier"
    assert window.notices.text.text().startswith("WK 30/2026 to ST 7001/26: Cites ST 7001/2/26 REV 2")
    click(window, window.notices.link)
    view = in_front(window, TimelineView)
    assert told(view)[:2] == ["WK 30/2026", "May belong to"]


@pytest.mark.parametrize("width", [320, 900])
def test_what_c_compares_is_said_within_the_row_in_a_narrow_column_too(view: TimelineView, width: int) -> None:
    view.resize(width, 600)
    choose(view, "ST 7001/26", "ST 7001/2/26 REV 2")
    assert view.grab().width() == width
    link = view.list.delegate.compare_link_rect(view.list.currentIndex())
    assert link.width() > 60
    assert view.list.visualRect(view.list.currentIndex()).contains(link)


def test_a_click_on_the_document_of_the_tab_leaves_the_timeline_in_front_which_goes_with_its_document(
    papers: list[DocumentId], window: MainWindow, qtbot: QtBot
) -> None:
    window.open_document(papers[0])
    view = window.dossiers_controller.open(papers[1])
    settle(window)
    row = view.list.visualRect(view.list.rows.index(1))
    qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    settle(window)
    assert window.tabs.currentWidget() is view
    for paper in papers[:2]:
        save(window, partial(window.desk.documents.remove, paper))
    assert window.tabs.pages(TimelineView) == []
