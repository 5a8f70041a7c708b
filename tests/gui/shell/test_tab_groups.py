"""Tabs that are split, and tabs in separate windows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSplitter, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_list import DeadlinesView
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.library.document_chooser_dialog import DocumentChooserDialog
from delegate_desk.gui.library.today_page import TodayPage
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.revisions.comparison_view import ComparisonView
from delegate_desk.gui.search.search_view import SearchView
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.shell.tab_group import MIME, TabGroup
from delegate_desk.gui.tab_page import TabKind
from delegate_desk.gui.widgets.display_widgets import ShortenedLabel
from delegate_desk.gui.widgets.filter_dialog import NameChooserDialog
from support.annotated_revision import Noted
from support.document_values import QUIET_HOURS, QUIET_HOURS_FRENCH, quiet_hours, take_in
from support.main_windows import (
    click,
    current_tab,
    in_front,
    open_position,
    reload_library,
    run_action,
    save,
    settle,
    show_document,
    type_text,
)
from support.main_windows import drop as drop_files
from support.meeting_steps import press
from support.present import present

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a list below the bar, without a screen


@pytest.fixture
def two(window: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path) -> MainWindow:
    """The window with a document and the list of deadlines open."""
    window.open_document(held)
    window.list_controller.open_deadlines()
    settle(window)
    return window


def kinds(window: MainWindow) -> list[list[type]]:
    """The tabs of each group."""
    return [[type(view) for view in group.views()] for group in window.tabs.groups()]


def drop(group: TabGroup, view: object, at: QPoint) -> None:
    """Drop the tab of a view on a group."""
    data = QMimeData()
    data.setData(MIME, b"tab")
    TabGroup.dragged = view  # type: ignore[assignment]  # a widget
    left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at, Qt.DropAction.MoveAction, data, left, no_keys)
    QApplication.sendEvent(group, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(group, QDropEvent(QPointF(at), Qt.DropAction.MoveAction, data, left, no_keys))
    TabGroup.dragged = None


def choose_beside(window: MainWindow, typed: str, *, down: bool = False) -> None:
    """Choose what is shown in the second pane of the current tab, by its keys."""
    (window.ui.action_split_down if down else window.ui.action_split_right).trigger()
    (dialog,) = (found for found in window.findChildren(NameChooserDialog) if found.isVisible())
    type_text(dialog.edit, typed)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    window.activateWindow()  # as a window manager does
    settle(window)


def drag_panes_to(window: MainWindow, at: int) -> None:
    """Drag the line between the panes of the current tab."""
    tab = current_tab(window)
    (splitter,) = (found for found in tab.findChildren(QSplitter) if found.parent() is tab)
    handle = splitter.handle(1)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(0, 0))
    QTest.mouseMove(handle, handle.mapFrom(splitter, QPoint(at, at)))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=handle.mapFrom(splitter, QPoint(at, at)))
    settle(window)
    assert abs(splitter.sizes()[0] - at) <= 2


def panes(window: MainWindow) -> list[type]:
    return [type(view) for view in current_tab(window).shown_views()]


def test_a_tab_is_split_and_what_has_the_keys_is_current(
    two: MainWindow, held: DocumentId, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    french = quiet_hours(tmp_path, name="fr.txt", text=QUIET_HOURS_FRENCH)
    take_in(desk, french)
    reload_library(two)
    two.tabs.main.setCurrentIndex(0)
    settle(two)
    choose_beside(two, "French")
    assert kinds(two) == [[ReaderView, DeadlinesView]]  # no other tab
    left, right = current_tab(two).shown_views()
    assert isinstance(left, ReaderView)
    assert isinstance(right, ReaderView)
    assert left.isVisible()
    assert right.isVisible()
    assert (left.document, two.current_document()) == (held, right.document)
    assert abs(left.width() - right.width()) <= 2
    assert two.tabs.main.tabText(0) == "Quiet hours in ports"
    right.go_to(Address("para_2"))
    settle(two)
    assert two.paragraph_file.place == right.place()
    two.ui.action_next_side.trigger()
    assert two.tabs.currentWidget() is left
    assert two.paragraph_file.place == left.place()
    assert left.paper.hasFocus()
    qtbot.mouseClick(right.paper.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    assert two.tabs.currentWidget() is right
    two.tabs.main.setCurrentIndex(1)
    assert isinstance(two.tabs.currentWidget(), DeadlinesView)  # the split belongs to its tab
    assert not right.isVisible()
    two.tabs.main.setCurrentIndex(0)
    assert right.isVisible()


def test_beside_our_position_is_the_text_of_the_same_document(reading: MainWindow, held: DocumentId) -> None:
    reading.desk.positions.set_delegation("EL")
    open_position(reading, held, Address("para_2"))
    choose_beside(reading, "Text")
    assert kinds(reading) == [[ReaderView]]
    assert panes(reading) == [PositionsView, ReaderView]
    assert reading.current_place() == Place(held, Address("para_2"))
    bar = current_tab(reading).bar
    assert bar.views.buttons[TabKind.READER].isChecked()
    reading.ui.action_next_side.trigger()
    assert bar.views.buttons[TabKind.POSITION].isChecked()
    reading.ui.action_tab_to_side.trigger()
    assert panes(reading) == [ReaderView, PositionsView]
    assert isinstance(reading.tabs.currentWidget(), PositionsView)


@pytest.mark.styled
def test_the_second_pane_is_closed_by_its_button_and_by_its_keys(reading: MainWindow, held: DocumentId) -> None:
    choose_beside(reading, "Text", down=True)
    above, below = current_tab(reading).shown_views()
    assert below.mapToGlobal(QPoint()).y() > above.mapToGlobal(QPoint(0, above.height() - 1)).y()
    assert below.isAncestorOf(QApplication.focusWidget() or reading)
    choose_beside(reading, "Close")
    assert panes(reading) == [ReaderView]
    assert reading.tabs.currentWidget() is above
    assert above.isAncestorOf(QApplication.focusWidget() or reading)
    choose_beside(reading, "Text")
    buttons = current_tab(reading).findChildren(QToolButton)
    click(reading, next(button for button in buttons if "second pane" in button.toolTip()))
    assert panes(reading) == [ReaderView]
    assert reading.current_document() == held


def test_another_document_beside_a_text_keeps_its_own_tab(
    reading: MainWindow, held: DocumentId, desk: Desk, tmp_path: Path
) -> None:
    other = take_in(desk, quiet_hours(tmp_path, name="other.txt", text=QUIET_HOURS.replace("7001/26", "7100/26")))
    reload_library(reading)
    choose_beside(reading, "Another")
    dialog = reading.findChild(DocumentChooserDialog)
    assert isinstance(dialog, DocumentChooserDialog)
    settle(reading)
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    settle(reading)
    assert reading.current_document() == other
    assert reading.tabs.count() == 1
    reading.ui.action_next_side.trigger()
    show_document(reading, other)
    assert reading.tabs.count() == 1  # it is in the tab in front
    assert reading.tabs.main.tabText(0) == "Quiet hours in ports"
    reading.list_controller.open_deadlines()
    show_document(reading, other)
    assert kinds(reading) == [[ReaderView, DeadlinesView, ReaderView]]
    desk.documents.remove(held)
    reading.tabs.close_document(held)
    assert reading.current_document() == other


@pytest.mark.styled
def test_a_tab_dropped_at_the_edge_is_shown_beside_the_other(
    reading: MainWindow, held: DocumentId, desk: Desk, tmp_path: Path
) -> None:
    other = take_in(desk, quiet_hours(tmp_path, name="other.txt", text=QUIET_HOURS.replace("7001/26", "7100/26")))
    reading.documents.reload()
    show_document(reading, other)
    group = reading.tabs.main
    drop(group, reading.tabs.currentWidget(), QPoint(group.width() - 20, group.height() // 2))
    settle(reading)
    assert kinds(reading) == [[ReaderView]]
    assert [view.entry().documents for view in current_tab(reading).shown_views()] == [(held,), (other,)]  # type: ignore[union-attr]  # both have one
    run_action(reading, reading.ui.action_reopen_tab)
    drop(group, group.views()[0], QPoint(30, 10))
    assert reading.tabs.count() == 1


def test_a_tab_has_a_window_of_its_own_and_comes_back(two: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    tabs = two.tabs
    tabs.main.setCurrentIndex(0)
    two.ui.action_tab_to_window.trigger()
    (own,) = tabs.windows
    assert own.isVisible()
    assert own.windowTitle() == "Quiet hours in ports"
    assert kinds(two) == [[DeadlinesView], [ReaderView]]
    reader = tabs.current_reader()
    assert reader is not None
    assert reader.window() is own
    assert two.paragraph_file.place == reader.place()
    assert two.ui.action_next in own.actions()
    reader.step(1)
    assert two.paragraph_file.place == reader.place()
    settle(two)
    two.ui.action_tab_back.trigger()
    assert kinds(two) == [[DeadlinesView, ReaderView]]
    assert tabs.windows == []


def test_the_main_window_can_be_without_tabs_while_another_has_one_and_closes_it(reading: MainWindow) -> None:
    run_action(reading, reading.ui.action_tab_to_window)
    assert not reading.tabs.isVisible()
    run_action(reading, reading.ui.action_tab_back)
    assert reading.tabs.isVisible()
    run_action(reading, reading.ui.action_tab_to_window)
    (own,) = reading.tabs.windows
    reading.close()
    assert not own.isVisible()


def test_files_dropped_on_tabs_are_for_the_window(two: MainWindow, desk: Desk, tmp_path: Path) -> None:
    other = quiet_hours(tmp_path, name="other.txt", text="ANNEX\n1. Ports shall be quiet.\n2. Ports may be loud.\n")
    drop_files(two, other, on=two.tabs.front)
    assert len(desk.documents.all()) == 2


@pytest.mark.styled
def test_many_tabs_keep_their_references(two: MainWindow) -> None:
    group = two.tabs.front
    for n in range(10):
        group.add_view(QWidget(), f"ST {99100 + n}/26 · en")
    settle(two)
    bar = group.tabBar()
    button = bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert button is not None
    fitting = bar.fontMetrics().horizontalAdvance("ST 99100/26") + button.width()
    seen = [n for n in range(bar.count()) if n not in group.hidden_tabs()]
    assert all(bar.tabRect(n).width() > fitting for n in seen)
    assert all(120 <= bar.tabRect(n).width() <= 264 for n in seen)
    assert all(bar.rect().contains(bar.tabRect(n)) for n in seen)
    assert group.hidden_tabs()
    last = group.hidden_tabs()[-1]
    group.setCurrentIndex(last)
    settle(two)
    assert last not in group.hidden_tabs()
    assert group.list_button.isVisible()
    assert group.list_button.text() == str(len(group.hidden_tabs()))


@pytest.mark.styled
@pytest.mark.parametrize("width", [1024, 1366])
def test_the_tabs_never_scroll_and_none_runs_under_the_list_of_the_others(two: MainWindow, width: int) -> None:
    two.resize(width, 768)
    group, bar = two.tabs.front, two.tabs.front.tabBar()
    for n in range(12):
        group.add_view(QWidget(), f"Ώρες κοινής ησυχίας στους λιμένες {n}")
    for n in (*range(bar.count()), 5, 0):
        group.setCurrentIndex(n)
        settle(two)
        assert n not in group.hidden_tabs()
        shown = [bar.tabRect(k) for k in range(bar.count()) if bar.isTabVisible(k)]
        assert all(bar.rect().contains(rect) and rect.width() >= 120 for rect in shown)
        assert bar.x() + max(rect.right() for rect in shown) < group.list_button.x()
        assert group.list_button.width() >= group.list_button.sizeHint().width()
        assert not [button for button in bar.findChildren(QToolButton, "ScrollLeftButton") if button.isVisible()]
        close = bar.tabButton(n, QTabBar.ButtonPosition.RightSide)
        assert close is not None
        assert bar.tabRect(n).contains(close.geometry())
    group.add_view(QWidget(), "Υπολογιστής ψηφοφορίας")
    group.setCurrentIndex(bar.count() - 1)
    settle(two)
    assert bar.rect().contains(bar.tabRect(bar.count() - 1))
    assert min(bar.tabRect(k).left() for k in range(bar.count()) if bar.isTabVisible(k)) == 0
    for n in range(bar.count()):
        two.tabs.set_tab_name(group.views()[n], "Λιμένες")
    settle(two)
    after = [bar.tabRect(k) for k in range(bar.count()) if bar.isTabVisible(k)]
    assert len(after) > len(shown)  # a short title leaves space


def test_the_list_of_tabs_is_filtered_by_typing_closes_tabs_by_del_and_has_those_used_last_first_by_its_key(
    two: MainWindow, qtbot: QtBot
) -> None:
    group = two.tabs.front
    group.list_button.click()
    (tabs,) = (found for found in two.findChildren(NameChooserDialog) if found.isVisible())
    names = [tabs.rows.item(n).text() for n in range(tabs.rows.rowCount())]
    assert names == ["Quiet hours in ports", "Deadlines"]
    assert tabs.list.currentIndex().row() == 1
    type_text(tabs.edit, "quiet")
    assert tabs.rows.rowCount() == 1
    qtbot.keyClick(tabs.edit, Qt.Key.Key_Return)
    reader = in_front(two, ReaderView)
    assert reader.isAncestorOf(two.focusWidget())
    tabs = group.show_list()
    type_text(tabs.edit, "dead")
    qtbot.keyClick(tabs.edit, Qt.Key.Key_Delete)
    assert kinds(two) == [[ReaderView]]
    tabs.close()
    two.list_controller.open_deadlines()
    control = Qt.KeyboardModifier.ControlModifier
    run_action(two, two.ui.action_annotations)
    assert [type(view) for view in two.tabs.front.views()][1] is DeadlinesView
    two.tabs.main.setCurrentIndex(1)
    two.tabs.main.setCurrentIndex(0)
    dialog = two.tabs.front.show_list(recent_first=True)
    assert [dialog.rows.item(n).text() for n in range(3)] == ["Quiet hours in ports", "Deadlines", "Notes"]
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Tab, control)
    qtbot.keyRelease(dialog.edit, Qt.Key.Key_Control)
    assert isinstance(two.tabs.currentWidget(), DeadlinesView)
    settle(two)
    two.tabs.step(1)
    assert two.tabs._hold_timer.isActive()


def test_a_document_is_renamed_in_its_tab_and_in_the_library(
    reading: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    def retitle(title: str, key: Qt.Key) -> None:
        reading.ui.action_rename.trigger()
        (edit,) = reading.tabs.front.tabBar().findChildren(QLineEdit)
        assert edit.hasFocus()
        edit.setText(title)
        qtbot.keyClick(edit, key)
        settle(reading)

    retitle("Ports & ships", Qt.Key.Key_Return)
    assert reading.tabs.main.tabText(0) == "Ports && ships"
    assert (
        reading.documents.model.text(reading.documents.model.rows[reading.documents.model.row_for_document(held) or 0])
        == "Ports & ships"
    )
    assert reading.tabs.current_reader() is not None
    retitle("Something else", Qt.Key.Key_Escape)
    assert reading.tabs.main.tabText(0) == "Ports && ships"
    rows = reading.documents.ui.document_list
    rows.setFocus()
    rows.setCurrentIndex(reading.documents.model.index(reading.documents.model.row_for_document(held) or 0))
    reading.ui.action_rename.trigger()
    (edit,) = rows.findChildren(QLineEdit)
    edit.setText("")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settle(reading)
    assert reading.tabs.main.tabText(0) == "Quiet hours in ports"


def test_the_field_for_a_title_goes_with_the_keys_and_with_its_tab(
    reading: MainWindow, paper: Noted, qtbot: QtBot
) -> None:
    def fields() -> list[QLineEdit]:
        return [edit for edit in reading.tabs.front.tabBar().findChildren(QLineEdit) if edit.isVisible()]

    run_action(reading, reading.ui.action_due)
    show_document(reading, paper.old)
    reading.ui.action_rename.trigger()
    reading.ui.action_rename.trigger()
    assert [edit.hasFocus() for edit in fields()] == [True]
    reading.ui.search_edit.setFocus()
    assert not fields()
    assert reading.ui.search_edit.hasFocus()
    reading.ui.action_rename.trigger()
    fields()[0].setText("Noise")
    run_action(reading, reading.ui.action_close_tab)
    assert not fields()
    assert isinstance(reading.tabs.currentWidget(), DeadlinesView)
    assert reading.tabs.isAncestorOf(present(QApplication.focusWidget()))
    assert reading.desk.documents.get(paper.old).header.short_title == "Noise"


def test_a_title_that_is_typed_is_saved_if_the_view_in_front_is_gone_by_then(
    reading: MainWindow, held: DocumentId, qtbot: QtBot
) -> None:
    position = open_position(reading, held)
    reading.ui.action_rename.trigger()
    (edit,) = reading.tabs.front.tabBar().findChildren(QLineEdit)
    edit.setText("Ports")
    reading.drop_page(position)
    delete(position)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    settle(reading)
    assert reading.tabs.main.tabText(0) == "Ports"


@pytest.mark.styled
def test_five_documents_a_meeting_and_a_position_have_at_most_seven_tabs_with_readable_titles(
    sitting: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path
) -> None:
    window, tabs = sitting, sitting.tabs
    window.resize(1366, 768)
    desk.positions.set_delegation("EL")
    window.open_document(held)
    for number in ("7101/26", "7102/26", "7103/26", "7104/26"):
        document = take_in(
            desk, quiet_hours(tmp_path, name=f"{number[:4]}.txt", text=QUIET_HOURS.replace("7001/26", number))
        )
        window.open_document(document)
    open_position(window, held)
    assert tabs.count() <= 7
    bar = tabs.front.tabBar()
    shown = [n for n in range(bar.count()) if n not in tabs.front.hidden_tabs()]
    assert tabs.front.currentIndex() in shown
    for n in shown:
        assert bar.tabRect(n).width() >= 120
        assert bar.fontMetrics().horizontalAdvance(bar.tabText(n)) <= bar.tabRect(n).width() or len(bar.tabText(n)) > 28


@pytest.mark.styled
def test_today_is_the_first_tab_and_stays(two: MainWindow, qtbot: QtBot) -> None:
    group = two.tabs.front
    assert group.today_button.isVisible()
    qtbot.mouseClick(group.today_button, Qt.MouseButton.LeftButton)
    settle(two)
    page = in_front(two, TodayPage)
    assert group.indexOf(page) == 0
    assert not group.today_button.isVisible()
    assert group.tabBar().tabRect(0).width() <= 44
    assert not two.ui.action_close_tab.isEnabled()
    two.tabs.close_view(page)
    group.tabBar().moveTab(0, 1)
    assert group.indexOf(page) == 0
    two.tabs.main.setCurrentIndex(1)
    settle(two)


def test_the_results_stay_at_the_end_of_the_tabs(reading: MainWindow) -> None:
    reading.search("quiet")
    settle(reading)
    reading.list_controller.open_deadlines()
    settle(reading)
    assert kinds(reading)[0][-2:] == [DeadlinesView, SearchView]
    assert isinstance(reading.tabs.currentWidget(), DeadlinesView)
    reading.search("noise")
    settle(reading)
    assert kinds(reading)[0].count(SearchView) == 1


def test_a_split_tab_that_was_closed_is_opened_again_with_both_panes(reading: MainWindow, held: DocumentId) -> None:
    reading.desk.positions.set_delegation("EL")
    open_position(reading, held, Address("para_2"))
    choose_beside(reading, "Text", down=True)
    drag_panes_to(reading, 200)
    sizes = [view.height() for view in current_tab(reading).shown_views()]
    run_action(reading, reading.ui.action_close_tab)
    assert reading.tabs.is_empty()
    press(reading, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not reading.ui.action_reopen_tab.isEnabled()
    assert panes(reading) == [PositionsView, ReaderView]
    assert current_tab(reading).orientation() is Qt.Orientation.Vertical
    assert [view.height() for view in current_tab(reading).shown_views()] == sizes
    left, right = current_tab(reading).shown_views()
    assert right.place_in_text() == Place(held, Address("para_2"))
    assert reading.tabs.currentWidget() is right  # as it was
    focus = QApplication.focusWidget()
    assert focus is right or right.isAncestorOf(focus or left)
    press(reading, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    save(reading, lambda: reading.desk.documents.remove(held))
    press(reading, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert reading.tabs.is_empty()  # the tab of a document that left the library is passed over


def test_both_panes_of_a_tab_show_places_of_one_document_and_keep_their_sizes_where_only_one_was_shown(
    reading: MainWindow,
) -> None:
    choose_beside(reading, "Text")
    one, two = reading.tabs.pages(ReaderView)
    assert one.document == two.document
    two.go_to(Address("para_2"))
    assert one.place() != two.place()
    assert reading.current_place() == two.place()
    drag_panes_to(reading, 420)
    sizes = [view.width() for view in current_tab(reading).shown_views()]
    current_tab(reading).show_alone(alone=True)
    current_tab(reading).show_alone(alone=False)
    settle(reading)
    assert [view.width() for view in current_tab(reading).shown_views()] == sizes
    choose_beside(reading, "Close")
    choose_beside(reading, "Text")
    left, right = current_tab(reading).shown_views()
    assert abs(left.width() - right.width()) <= 2
    reading.desk.documents.remove(one.document or DocumentId(0))
    reading.tabs.close_document(one.document or DocumentId(0))
    assert reading.tabs.count() == 0


@pytest.mark.styled
def test_the_button_that_closes_a_tab_is_on_the_current_one_and_under_the_mouse(two: MainWindow, qtbot: QtBot) -> None:
    group, bar = two.tabs.front, two.tabs.front.tabBar()
    for title in ("Ports", "A title that is much longer than a tab can ever be, so that it is cut"):
        group.add_view(QWidget(), title)
    settle(two)

    def with_button() -> list[int]:
        buttons = [bar.tabButton(n, QTabBar.ButtonPosition.RightSide) for n in range(bar.count())]
        return [n for n, button in enumerate(buttons) if button is not None and button.isVisible()]

    assert with_button() == [group.currentIndex()]
    last = bar.count() - 1
    qtbot.mouseMove(bar, bar.tabRect(last).center())
    settle(two)
    assert with_button() == sorted({group.currentIndex(), last})
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    assert with_button() == [group.currentIndex()]
    assert bar.height() == 36
    assert (bar.tabRect(last - 1).width() >= 120, bar.tabRect(last).width()) == (True, 260)


def test_a_view_that_tells_its_keys_is_named_above_its_pane(reading: MainWindow, paper: Noted) -> None:
    newer = paper.carry()
    reading.documents.reload()
    show_document(reading, newer)
    choose_beside(reading, "Text")
    current_tab(reading).bar.views.chosen.emit(TabKind.COMPARISON)
    settle(reading)
    assert panes(reading) == [ReaderView, ComparisonView]
    names = [label.text() for label in current_tab(reading).findChildren(ShortenedLabel) if label.isVisible()]
    assert "Compare" in names
    assert not any("next change" in name for name in names)


@pytest.mark.parametrize("beside", ["Text", "French", "Another"])
def test_esc_in_an_export_from_a_pane_leads_back_to_its_view(
    reading: MainWindow, desk: Desk, tmp_path: Path, beside: str
) -> None:
    other = QUIET_HOURS.replace("7001/26", "7100/26")
    for name, text in (("fr.txt", QUIET_HOURS_FRENCH), ("other.txt", other)):
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path, name=name, text=text)))
    reload_library(reading)
    choose_beside(reading, beside)
    for dialog in reading.findChildren(DocumentChooserDialog):
        type_text(dialog.edit, "7100")
        settle(reading)
        QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
        settle(reading)
    shown = current_tab(reading).shown_views()
    for view in reversed(shown):
        assert isinstance(view, ReaderView)
        assert reading.tabs.currentWidget() is view
        view.go_to(Address("para_2"))
        run_action(reading, reading.ui.action_export)
        assert isinstance(reading.tabs.currentWidget(), ExportView)
        press(reading, Qt.Key.Key_Escape)
        assert reading.tabs.count() == 1
        assert current_tab(reading).shown_views() == shown
        assert reading.tabs.currentWidget() is view
        assert view.paper.hasFocus()
        assert view.place() is not None
        reading.ui.action_next_side.trigger()
