"""The menus of rows, and the ticks of a scroll bar."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.gui.annotations.annotation_cards import AnnotationCard
from delegate_desk.gui.library.documents_model import RowKind
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.row_list import RowMenus
from delegate_desk.gui.widgets.rows.rows_view import TickScrollBar
from support.main_windows import popup, reload_library, run_action, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, without a screen


@pytest.fixture
def rows(qtbot: QtBot) -> QListView:
    made = QListView()
    made.setModel(QStringListModel(["one", "two", "three"], made))
    qtbot.addWidget(made)
    made.show()
    return made


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions()]


def ask_at(widget: QWidget, point: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


def by_mouse(view: QListView, row: int) -> None:
    ask_at(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def test_a_row_s_menu_opens_by_mouse_and_by_keys(rows: QListView, qtbot: QtBot) -> None:
    def menu_of(index: QModelIndex) -> QMenu:
        menu = QMenu(rows)
        menu.addAction(str(index.data()))
        return menu

    RowMenus(rows, menu_of)
    asks: list[Callable[[], object]] = [
        lambda: by_mouse(rows, 1),
        lambda: qtbot.keyClick(rows, Qt.Key.Key_Menu),
        lambda: qtbot.keyClick(rows, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ]
    for ask in asks:
        ask()
        assert texts(popup()) == ["two"]
        assert rows.currentIndex().row() == 1
        popup().close()
    ask_at(rows.viewport(), QPoint(10, rows.height() - 3))
    assert QApplication.activePopupWidget() is None


def test_the_library_offers_what_can_be_done_with_each_kind_of_row(reading: MainWindow, qtbot: QtBot) -> None:
    reload_library(reading)
    view, model = reading.documents.ui.document_list, reading.documents.model
    offered: dict[RowKind, list[str]] = {}
    for n, row in enumerate(model.rows):
        by_mouse(view, n)
        if QApplication.activePopupWidget() is not None:
            offered[row.kind] = texts(popup())
            popup().close()
    assert offered[RowKind.FAMILY] == [
        "Open",
        "Open in New Tab",
        "Mark as Read or Unread",
        "Rename",
        "Compare with Previous Revision",
        "Document Details…",
        "Open Original",
        "",
        "Dossier Timeline",
        "Move to Dossier…",
        "Make a Separate Dossier",
        "Assign Automatically",
        "",
        "Move to Trash",
    ]
    assert RowKind.HEAD not in offered
    lists: list[QWidget] = [reading.meeting_mode.agenda.list, reading.meeting_mode.matrix.table]
    for one in lists:
        assert one.findChildren(RowMenus), one.objectName()
        assert one.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


def test_a_tab_offers_to_be_closed_split_off_and_moved(reading: MainWindow, qtbot: QtBot) -> None:
    reading.ui.action_annotations.trigger()
    run_action(reading, reading.ui.action_due)
    bar = reading.tabs.front.tabBar()
    ask_at(bar, bar.tabRect(0).center())
    menu = popup()
    assert texts(menu)[:2] == ["Close Tab", "Close Other Tabs"]
    assert "Split Right" in texts(menu)
    next(one for one in menu.actions() if "Other Tabs" in one.text().replace("&", "")).trigger()
    menu.close()
    settle(reading)
    assert reading.tabs.count() == 1
    assert reading.tabs.current_reader() is not None


def test_an_annotation_offers_what_can_be_done_with_it(reading: MainWindow, qtbot: QtBot) -> None:
    run_action(reading, reading.ui.action_annotate_note)
    ask_at(reading.paragraph_file.findChildren(AnnotationCard)[0], QPoint(4, 4))
    assert texts(popup()) == ["Reply", "Kind", "Mark as done", "Mark for circulation", "", "Delete"]
    popup().close()


ROWS = 1000


@pytest.fixture
def bar(qtbot: QtBot) -> TickScrollBar:
    """The scroll bar of a long text, at its beginning."""
    made = TickScrollBar(lambda rows: [row / ROWS for row in rows])
    qtbot.addWidget(made)
    made.setRange(0, 9000)
    made.setPageStep(1000)
    made.resize(10, 500)
    made.show()
    return made


def column(bar: TickScrollBar) -> list[str]:
    """The colours from top to bottom, in the middle of the bar."""
    picture: QImage = bar.grab().toImage()
    return [picture.pixelColor(5, y).name() for y in range(500)]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_rows_are_ticked_where_they_stand(bar: TickScrollBar, name: str) -> None:
    theme.choose(name)
    bar.show_ticks([300, 600], 600)
    colours = column(bar)
    assert theme.color("hit_mark").name() in colours[148:154]
    assert theme.color("accent").name() in colours[298:304]
    assert theme.color("hit_mark").name() not in colours[180:280]
    assert "2" in bar.accessibleDescription()
    bar.show_ticks([], -1)
    assert theme.color("hit_mark").name() not in column(bar)
    assert bar.accessibleDescription() == ""


def test_rows_close_to_each_other_share_a_tick_and_ticks_follow_the_size_of_the_bar(bar: TickScrollBar) -> None:
    bar.show_ticks(list(range(ROWS)), 0)
    assert len(bar.ticks()) <= 500
    bar.show_ticks([500], -1)
    assert list(bar.ticks()) == [250]
    bar.resize(10, 200)
    assert list(bar.ticks()) == [100]


def test_a_click_on_a_tick_goes_there_and_scrolls_nothing_but_one_beside_does(bar: TickScrollBar, qtbot: QtBot) -> None:
    bar.show_ticks([300, 600], -1)
    with qtbot.waitSignal(bar.ticked) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 303))
    assert told.args == [600]
    assert bar.value() == 0
    bar.show_ticks([300], -1)
    with qtbot.assertNotEmitted(bar.ticked):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 400))
    assert bar.value() > 0


def test_the_handle_is_dragged_over_a_tick_but_a_click_on_it_goes_there(bar: TickScrollBar, qtbot: QtBot) -> None:
    bar.show_ticks([40], -1)
    with qtbot.waitSignal(bar.ticked) as told:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 21))
    assert told.args == [40]
    with qtbot.assertNotEmitted(bar.ticked):
        qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 21))
        qtbot.mouseMove(bar, QPoint(5, 200))
        qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 200))
    assert bar.value() > 0
