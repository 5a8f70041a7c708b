"""State that is restored with the window, after a restart or when a library is unlocked."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk import settings
from delegate_desk.core.documents.document import Address, DocumentId, Place, View
from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.core.search import Hit
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.annotations.annotation_list import DeadlinesView
from delegate_desk.gui.library.timeline_view import TimelineView
from delegate_desk.gui.meetings.meeting_view import MeetingView, NewMeetingDialog
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.safety.safety_controllers import FaultReporter
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.family_tab import FamilyTab
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.shell.tab_groups import LazyTab
from delegate_desk.gui.tab_page import TabEntry, TabKind
from delegate_desk.gui.tasks import Tasks
from delegate_desk.paths import RESOURCES
from support.annotated_revision import Noted
from support.database_effort import window_thread_uses
from support.document_values import QUIET_HOURS_FRENCH, quiet_hours, take_in
from support.main_windows import (
    current_reader,
    current_tab,
    in_front,
    open_position,
    open_window,
    popup,
    run_action,
    settle,
    show_document,
)

PRINTED = RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf"
Start = Callable[[], MainWindow]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def start(desk: Desk, file: Path) -> Iterator[Start]:
    """Opens a window, once the one before is closed and deleted completely."""
    opened: list[MainWindow] = []

    def end() -> None:
        for window in opened:
            settle(window)
            window.close()
            delete(window)
        opened.clear()

    def begin() -> MainWindow:
        end()
        opened.append(open_window(desk, file))
        settle(opened[0])
        return opened[0]

    yield begin
    end()


def keep_tabs(desk: Desk, file: Path, tabs: object, **others: object) -> None:
    """Write the settings file of an earlier version, with tabs of the library."""
    file.write_text(json.dumps({"open_tabs": {str(desk.folder): tabs}, **others}), encoding="utf-8")


def kinds(window: MainWindow) -> list[type]:
    return [type(view) for group in window.tabs.groups() for view in group.views()]


def look_at_all(window: MainWindow) -> list[type]:
    """Show each tab, one after the other: the text of each."""
    for view in [view for group in window.tabs.groups() for view in group.views()]:
        window.tabs.setCurrentWidget(view)
        settle(window)
    return kinds(window)


@pytest.mark.parametrize("drafting", [True, False])
def test_positions_come_back_with_what_was_in_front_unless_their_document_was_removed(
    desk: Desk, held: DocumentId, start: Start, drafting: bool
) -> None:
    window = start()
    window.open_document(held)
    window.open_position(held)
    if not drafting:
        window.open_document(held)
    window = start()
    assert kinds(window) == ([PositionsView] if drafting else [ReaderView])
    window.open_document(held)
    open_position(window, held)
    assert kinds(window) == [PositionsView], "a document has one tab"
    assert desk.positions.get(held).items == ()
    window.close()
    desk.documents.remove(held)
    assert start().tabs.count() == 0


def test_tabs_of_every_kind_come_back_and_only_the_one_in_front_is_made_at_once(
    paper: Noted, file: Path, start: Start
) -> None:
    new = paper.bring_in()
    window = start()
    window.search("noise")
    window.open_document(new)
    window.list_controller.open_browser()
    window.list_controller.open_deadlines()
    window.dossiers_controller.open(new)
    settle(window)
    view = window.comparison_controller.open(paper.old, new)
    settle(window)
    view.page.go_to_row(3)
    place = view.place
    window = start()
    before = [ComparisonView, LazyTab, LazyTab, LazyTab]  # the timeline is a view of the document's tab
    assert kinds(window) == before
    shown = in_front(window, ComparisonView)
    assert shown.place == place
    names = [window.tabs.main.tabText(index) for index in range(window.tabs.count())]
    assert all(names)
    assert look_at_all(window) == [ComparisonView, BrowserView, DeadlinesView, SearchView]
    search = window.search_controller.view()
    assert search is not None
    assert search.query == "noise"
    assert "noise" not in file.read_text(encoding="utf-8")  # words stay in the library


def test_a_search_is_saved_without_work_of_the_database_on_the_thread_of_the_window(
    desk: Desk, held: DocumentId, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    window.search("noise")
    settle(window)
    with window_thread_uses(monkeypatch) as uses:
        window.memory.save_state()
    assert not uses
    settle(window)
    assert desk.search.recent() == ["noise"]
    window.search("port")
    window.close()
    assert desk.search.recent() == ["port", "noise"]
    assert in_front(start(), SearchView).query == "port"


def test_searches_that_were_closed_are_reopened_each_with_its_own_words(reading: MainWindow) -> None:
    window = reading
    for words in ("noise", "port"):
        window.search(words)
        settle(window)
        (view,) = window.tabs.pages(SearchView)
        hits = [hit for _, hit in view.hits.model.hits() if isinstance(hit, Hit)]
        window.search_controller.open_hit(view.typed_query, hits[0], new_tab=False)
        window.tabs.close_view(view)
        settle(window)
    for words in ("port", "noise"):
        run_action(window, window.ui.action_reopen_tab)
        (view,) = window.tabs.pages(SearchView)
        assert view.query == words


def test_a_meeting_comes_back_on_its_item_and_page(held: DocumentId, start: Start) -> None:
    window = start()
    show_document(window, held)
    window.meeting_mode.start_manually()
    (dialog,) = window.findChildren(NewMeetingDialog)
    dialog.submitted.emit(["Working Party", "", ""])
    settle(window)
    window.meeting_mode.show_matrix()
    assert window.meeting_mode.view is not None
    before = window.meeting_mode.view.key, window.meeting_mode.view.item, window.meeting_mode.view.current_page()
    window = start()
    assert window.meeting_mode.is_on
    view = in_front(window, MeetingView)
    assert (view.key, view.item, view.current_page()) == before


def split(window: MainWindow, held: DocumentId, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
    """Show the text of the document in the second pane of its tab."""
    tab = current_tab(window)
    with window.tabs.splitting(tab, orientation):
        window.tabs.open_document(held)
    settle(window)


def panes(window: MainWindow, index: int = 0) -> tuple[list[tuple[type, str]], Qt.Orientation | None]:
    """What the panes of a tab of the window show, and how it is split."""
    tab = window.tabs.main.tabs()[index]
    assert isinstance(tab, FamilyTab)
    shown = [(type(view), place.address if (place := view.place_in_text()) else "") for view in tab.shown_views()]
    return shown, tab.orientation()


@pytest.mark.styled
def test_panes_and_windows_come_back_with_the_place_in_each(held: DocumentId, start: Start) -> None:
    window = start()
    show_document(window, held)
    split(window, held, Qt.Orientation.Vertical)
    window.tabs.pages(ReaderView)[1].go_to(Address("para_2"))
    window.list_controller.open_deadlines()
    window.ui.action_tab_to_window.trigger()
    window.tabs.windows[0].resize(640, 700)
    window = start()
    assert [[type(view) for view in group.views()] for group in window.tabs.groups()] == [[ReaderView], [DeadlinesView]]
    assert panes(window) == ([(ReaderView, ""), (ReaderView, "para_2")], Qt.Orientation.Vertical)
    assert window.tabs.windows[0].isVisible()


def test_a_split_tab_that_was_not_shown_since_comes_back_split(held: DocumentId, start: Start) -> None:
    window = start()
    show_document(window, held)
    split(window, held)
    window.tabs.pages(ReaderView)[1].go_to(Address("para_2"))
    tab = window.tabs.main.tabs()[0]
    (splitter,) = (found for found in tab.findChildren(QSplitter) if found.parent() is tab)
    splitter.setSizes([420, splitter.width() - 420])
    splitter.splitterMoved.emit(420, 1)
    window.list_controller.open_deadlines()
    start()
    window = start()
    assert kinds(window) == [LazyTab, DeadlinesView]
    window.tabs.main.setCurrentIndex(0)
    settle(window)
    assert panes(window) == ([(ReaderView, ""), (ReaderView, "para_2")], Qt.Orientation.Horizontal)
    assert abs(window.tabs.pages(ReaderView)[0].width() - 420) <= 2


@pytest.mark.parametrize("front", [0, 1])
def test_the_current_pane_of_a_split_tab_comes_back(held: DocumentId, start: Start, front: int) -> None:
    window = start()
    show_document(window, held)
    split(window, held)
    readers = window.tabs.pages(ReaderView)
    for reader, address in zip(readers, ("para_1", "para_2"), strict=True):
        reader.go_to(Address(address))
    readers[front].setFocus()
    settle(window)
    start()
    window = start()
    place = window.current_place()
    assert place == Place(held, Address(("para_1", "para_2")[front]))
    assert window.paragraph_file.place == place


def test_each_tab_comes_back_with_or_without_the_original_pages(desk: Desk, start: Start) -> None:
    documents = [take_in(desk, PRINTED), take_in(desk, PRINTED.with_name("CM-9917-2026-INIT_en.pdf"))]
    window = start()
    for document in documents:
        show_document(window, document)
    window.tabs.main.setCurrentIndex(0)
    window.ui.action_original.trigger()
    window.tabs.main.setCurrentIndex(1)
    start()
    window = start()
    look_at_all(window)
    assert [reader.pages_shown for reader in window.tabs.pages(ReaderView)] == [True, False]
    assert [reader.side_panels.original is not None for reader in window.tabs.pages(ReaderView)] == [True, False]


def test_the_original_pages_of_0_8_are_shown_in_all_its_tabs(desk: Desk, file: Path, start: Start) -> None:
    document = take_in(desk, PRINTED)
    tabs = {"groups": [{"tabs": [["reader", [document], ""]], "front": 0, "window": ""}], "front": 0}
    keep_tabs(desk, file, tabs, original_shown=True)
    window = start()
    assert window.ui.action_original.isChecked()


def test_tabs_that_0_8_had_side_by_side_are_the_panes_of_one(
    desk: Desk, held: DocumentId, file: Path, start: Start
) -> None:
    desk.positions.set_delegation("EL")
    left = {"tabs": [["due", [], ""], ["position", [held], ""]], "front": 1, "window": ""}
    right = {"tabs": [["annotations", [], ""], ["reader", [held], "para_2"]], "front": 1, "window": ""}
    keep_tabs(desk, file, {"groups": [left, right], "front": 1, "split": "down", "sizes": [300, 300]})
    window = start()
    assert kinds(window) == [LazyTab, PositionsView]  # its lists are one tab
    assert panes(window, 1) == ([(PositionsView, ""), (ReaderView, "para_2")], Qt.Orientation.Vertical)
    assert look_at_all(window) == [BrowserView, PositionsView]


def test_lists_that_0_8_had_side_by_side_are_tabs(desk: Desk, held: DocumentId, file: Path, start: Start) -> None:
    lists = [["reader", [held], "para_2"], ["annotations", [], ""]]
    groups = [{"tabs": [tab], "front": 0, "window": ""} for tab in lists]
    keep_tabs(desk, file, {"groups": groups, "front": 1, "split": "", "sizes": [300, 300]})
    assert look_at_all(start()) == [ReaderView, BrowserView]


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, without a screen
def test_a_tab_that_waits_is_made_for_its_document_its_menu_or_when_it_is_left_alone(
    held: DocumentId, start: Start
) -> None:
    window = start()
    window.open_document(held)
    window.list_controller.open_deadlines()
    window = start()
    show_document(window, held)
    assert kinds(window) == [ReaderView, DeadlinesView]
    window.list_controller.open_deadlines()
    start()
    window = start()  # including one that was never shown
    assert kinds(window) == [LazyTab, DeadlinesView]
    run_action(window, window.ui.action_tab_to_window)
    assert kinds(window) == [ReaderView, DeadlinesView]
    assert isinstance(window.tabs.currentWidget(), DeadlinesView)
    window.tabs.windows[0].close()
    settle(window)
    window.list_controller.open_deadlines()
    window = start()
    waiting = window.tabs.main.widget(0)
    assert isinstance(waiting, LazyTab)
    window.commands.show_tab_menu(waiting, QPoint())
    settle(window)
    nobody: QObject | None = None
    QCoreApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
    menu = popup()
    next(action for action in menu.actions() if "Other Tabs" in action.text().replace("&", "")).trigger()
    assert kinds(window) == [ReaderView]
    menu.close()


def test_a_tab_closed_beside_leaves_the_keys_where_they_are(held: DocumentId, start: Start) -> None:
    window = start()
    show_document(window, held)
    window.list_controller.open_deadlines()
    window.list_controller.open_browser()
    run_action(window, window.ui.action_tab_to_window)
    window = start()
    left, right = window.tabs.groups()
    assert [type(view) for view in left.views()] == [LazyTab, DeadlinesView]
    right.window().activateWindow()
    window.focus_text()
    settle(window)
    before = QApplication.focusWidget()
    assert before is not None
    assert right.isAncestorOf(before)
    left.close_requested.emit(left.views()[1])
    settle(window)
    assert [type(view) for view in left.views()] == [ReaderView]
    assert window.tabs.front is right
    assert QApplication.focusWidget() is before


def test_tabs_that_wait_in_a_window_come_back_with_it(held: DocumentId, start: Start) -> None:
    window = start()
    show_document(window, held)
    window.list_controller.open_browser()
    window.ui.action_tab_to_window.trigger()
    group = window.tabs.windows[0].group
    window.tabs.move_view(window.tabs.pages(ReaderView)[0], group, 0)
    window.tabs.setCurrentWidget(group.views()[1])
    window.list_controller.open_deadlines()
    window = start()
    window.tabs.windows[0].close()
    settle(window)
    assert look_at_all(window) == [ReaderView, BrowserView, DeadlinesView]
    assert window.tabs.windows == []


@pytest.mark.parametrize(
    "tabs",
    [
        {"groups": 3},
        {"groups": [{"tabs": [["reader", [1], ""]], "beside": {"0": 3, "x": [], "7": ["down", "reader", [99], ""]}}]},
        {"groups": [{"tabs": 3}, {"tabs": None}]},
        [3],
        {"groups": [3, {"tabs": [3, ["reader", ["x"], ""], ["nothing", [], ""], ["comparison", [], ""]]}]},
        {
            "groups": [{"tabs": [["reader", [1], "gone"], ["reader", [99], ""]], "front": 7, "window": "%"}],
            "front": "a",
        },
        {"groups": [{"tabs": [["reader", [99], ""], ["reader", [1], ""]], "beside": {"0": [3], "1": ["x", 3, "y"]}}]},
    ],
)
def test_what_was_kept_wrongly_hinders_nothing(
    desk: Desk, held: DocumentId, file: Path, start: Start, tabs: object
) -> None:
    keep_tabs(desk, file, tabs)
    window = start()
    assert look_at_all(window) == ([ReaderView] if "99" in str(tabs) else [])


def test_what_somebody_wrote_into_the_settings_hinders_nothing(
    desk: Desk, held: DocumentId, file: Path, start: Start
) -> None:
    kept = {"columns": [1, 2], "language": "de", "reading_size": 10**9, "places": [1], "open_documents": 3}
    file.write_text(json.dumps(kept), encoding="utf-8")
    window = start()
    show_document(window, held)
    window.close()
    assert str(desk.folder) in settings.load(file).open_documents


def test_what_an_earlier_version_kept_comes_back(desk: Desk, held: DocumentId, file: Path, start: Start) -> None:
    settings.save(file, settings.Settings(open_documents={str(desk.folder): [int(held)]}))
    assert kinds(start()) == [ReaderView]


def test_the_tabs_of_a_document_that_version_0_8_kept_are_one(
    desk: Desk, paper: Noted, file: Path, start: Start
) -> None:
    new = paper.bring_in()
    old, newer = int(paper.old), int(new)
    kept = [
        ["reader", [old], "para_1"],
        ["due", [], ""],
        ["position", [old], ""],
        ["comparison", [old, newer], "para_2"],
        ["consequences", [old, newer], ""],
        ["timeline", [old], ""],
        ["reader", [newer], "para_3"],
        ["annotations", [], ""],
    ]
    tabs = {"groups": [{"tabs": kept, "front": 3, "window": ""}], "front": 0, "split": "", "sizes": [1000]}
    keep_tabs(desk, file, tabs)
    window = start()
    assert kinds(window) == [ComparisonView, LazyTab]
    assert window.notices.head.text() == "8 tabs are now 2: one per document."
    shown = in_front(window, ComparisonView)
    assert shown.place == Place(new, Address("para_2"))
    window.ui.action_annotations.trigger()
    window.ui.action_due.trigger()
    window = start()
    assert window.tabs.count() == 3
    assert window.notices.isHidden()


def test_a_timeline_that_was_in_front_is_in_front_in_the_tab_of_its_document(
    desk: Desk, held: DocumentId, file: Path, start: Start
) -> None:
    kept = [["reader", [int(held)], ""], ["timeline", [int(held)], ""]]
    tabs = {"groups": [{"tabs": kept, "front": 1, "window": ""}], "front": 0, "split": "", "sizes": [1000]}
    keep_tabs(desk, file, tabs)
    window = start()
    assert kinds(window) == [TimelineView]
    run_action(window, window.ui.action_text)
    assert kinds(window) == [ReaderView]


@pytest.mark.styled
def test_a_window_that_is_larger_than_the_screen_takes_just_that(window: MainWindow) -> None:
    window.hide()
    window.resize(1440, 860)  # the screen of the tests is 800 by 800
    application.show_window(window)
    assert window.isMaximized()


def test_our_drafting_with_mark_up_is_off_until_it_is_switched_on_and_stays_on(held: DocumentId, start: Start) -> None:
    window = start()

    def shown(window: MainWindow) -> list[Mapping[View, bool]]:
        return [reader.paper.paragraphs.drafting_shown for reader in window.tabs.pages(ReaderView)]

    show_document(window, held)
    assert shown(window) == [{View.MARKED: False, View.AFTER: True}]
    assert window.ui.action_proposals.isChecked()  # this text marks no changes
    window.ui.action_proposals.trigger()
    window.tabs.show_drafting(True, View.MARKED)
    split(window, held)
    assert shown(window) == [{View.MARKED: True, View.AFTER: False}] * 2
    assert not window.ui.action_proposals.isChecked()
    window = start()
    assert {View.MARKED: True, View.AFTER: True} in shown(window)


@pytest.mark.styled
@pytest.mark.parametrize("size", [(1366, 420), (1366, 900)])
def test_the_current_paragraph_is_visible_again_where_a_newer_revision_is_reported(
    paper: Noted, start: Start, size: tuple[int, int]
) -> None:
    paper.bring_in()
    window = start()
    window.resize(*size)
    window.tabs.set_reading_size(26)
    window.open_document(paper.old, Address("para_8"))
    window = start()
    reader = current_reader(window)
    assert reader.place() == Place(paper.old, Address("para_8"))
    seen = reader.paper.visualRect(reader.paper.currentIndex())
    assert reader.paper.viewport().rect().contains(seen.center())


def test_a_document_that_is_removed_closes_its_tabs_and_no_meeting_of_the_same_number(qapp: QApplication) -> None:
    removed = DocumentId(7)
    for kind, keys, is_closed in (
        (TabKind.READER, (7,), True),
        (TabKind.COMPARISON, (3, 7), True),
        (TabKind.READER, (3,), False),
        (TabKind.MEETING, (7,), False),
        (TabKind.SEARCH, (), False),
    ):
        assert LazyTab(TabEntry(kind, keys)).drop_document(removed) is is_closed, kind


@pytest.fixture
def begin(desk: Desk, held: DocumentId, french: DocumentId, file: Path, qapp: QApplication) -> Iterator[Start]:
    """Makes a window with three tabs saved, of which nothing has been read yet."""
    tabs = [["reader", [take_in(desk, PRINTED)], ""], ["annotations", [], ""], ["reader", [french], ""]]
    stored = {"groups": [{"tabs": tabs, "front": 2}], "front": 0, "families": True}
    keep_tabs(desk, file, stored)
    made: list[MainWindow] = []

    def make() -> MainWindow:  # after the fixtures, as events are processed then
        made.append(MainWindow(desk, Tasks(), FaultReporter(), file))
        made[0].show()
        made[0].activateWindow()
        return made[0]

    yield make
    settle(made[0])
    made[0].close()
    delete(made[0])


def saved(desk: Desk, file: Path) -> list[list[object]]:
    """The tabs in the settings file, of all groups."""
    stored = settings.load(file).open_tabs[str(desk.folder)]
    return [tab[:2] for group in stored["groups"] for tab in group["tabs"]]


def test_tabs_are_restored_without_work_of_the_database_on_the_thread_of_the_window(
    desk: Desk, held: DocumentId, file: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    window.search("noise")
    show_document(window, held)
    window.list_controller.open_browser()
    start().close()
    with window_thread_uses(monkeypatch) as uses:
        window = start()
        assert look_at_all(window) == [ReaderView, BrowserView, SearchView]
        (reader,) = window.tabs.pages(ReaderView)
        window.tabs.close_view(reader)
        settle(window)
        run_action(window, window.ui.action_reopen_tab)
        assert isinstance(window.tabs.currentWidget(), ReaderView)
    assert not uses


def test_a_window_that_ends_before_its_tabs_are_restored_loses_none(
    desk: Desk, begin: Start, file: Path, held: DocumentId
) -> None:
    unread = begin()
    before = saved(desk, file)
    unread.memory.save_state()
    assert saved(desk, file) == before
    unread.open_document(held)
    unread.memory.save_state()
    assert saved(desk, file) == [*before, ["reader", [held]]]
    unread.close()  # which restores them, if they have been read now: both languages have one tab
    assert saved(desk, file) in ([*before, ["reader", [held]]], [*before[:2], ["reader", [held]]])


def test_what_is_opened_and_typed_before_the_tabs_are_restored_stays_in_front(desk: Desk, begin: Start) -> None:
    unread = begin()
    assert unread.has_pages()
    assert not unread.welcome_controller.page.isVisible()
    opened = take_in(desk, RESOURCES / "samples" / "ST-99140-2026-INIT_en.docx")
    unread.open_document(opened)
    unread.ui.search_edit.setFocus()
    QTest.keyClicks(unread.ui.search_edit, "noi")
    settle(unread)
    assert kinds(unread) == [LazyTab, LazyTab, LazyTab, ReaderView]
    assert unread.tabs.state().document == opened
    assert unread.ui.search_edit.hasFocus()
    assert unread.ui.search_edit.text() == "noi"


def test_a_language_version_that_is_opened_before_the_tabs_are_restored_has_their_tab(
    begin: Start, held: DocumentId
) -> None:
    unread = begin()
    unread.open_document(held)
    settle(unread)
    assert kinds(unread) == [LazyTab, LazyTab, ReaderView]
    assert unread.tabs.state().document == held
    assert [bool(unread.tabs.main.tabText(n)) for n in range(3)] == [True] * 3


def test_the_tab_in_front_has_the_focus_once_it_is_restored(begin: Start, french: DocumentId) -> None:
    unread = begin()
    assert not unread.documents.isAncestorOf(unread.focusWidget())
    settle(unread)
    assert kinds(unread) == [LazyTab, LazyTab, ReaderView]
    assert unread.tabs.state().document == french
    assert unread.tabs.isAncestorOf(unread.focusWidget())


def test_saved_tabs_that_cannot_be_read_are_reported_and_stay_saved(
    desk: Desk, held: DocumentId, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_tabs(desk, file, {"groups": [{"tabs": [["reader", [held], ""]], "front": 0}], "front": 0, "families": True})

    def refuse(_: DocumentId) -> None:
        raise LibraryBusyError(str(desk.folder))

    with monkeypatch.context() as patched:
        patched.setattr(desk.documents, "get", refuse)
        window = open_window(desk, file, qtbot)
    assert window.notices.isVisible()
    assert window.tabs.count() == 0
    assert not window.tabs.isVisible()
    window.close()
    assert saved(desk, file) == [["reader", [held]]]


def test_a_document_opened_before_it_is_known_joins_the_tab_of_its_family(
    desk: Desk, reading: MainWindow, held: DocumentId, tmp_path: Path
) -> None:
    file = quiet_hours(tmp_path, name="heures calmes.txt", text=QUIET_HOURS_FRENCH)
    version = take_in(desk, file)  # the list of the window does not hear of it
    reading.open_document(version)
    assert reading.tabs.count() == 2
    settle(reading)
    assert reading.tabs.count() == 1
    assert current_reader(reading).document == version
    assert reading.tabs.isAncestorOf(reading.focusWidget())
