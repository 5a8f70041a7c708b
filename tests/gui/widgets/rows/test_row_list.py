from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QStringListModel, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListView, QMenu, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.gui.annotations.annotation_cards import AnnotationCard
from delegate_desk.gui.library.documents_model import RowKind
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.rows.row_list import RowMenus
from support.main_windows import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a menu, without a screen


@pytest.fixture
def rows(qtbot: QtBot) -> QListView:
    made = QListView()
    made.setModel(QStringListModel(["one", "two", "three"], made))
    qtbot.addWidget(made)
    made.show()
    return made


def opened() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions()]


def ask_at(widget: QWidget, point: QPoint) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


def by_mouse(view: QListView, row: int, qtbot: QtBot) -> None:
    ask_at(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def by_menu_key(view: QListView, row: int, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_Menu)


def by_shift_f10(view: QListView, row: int, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.model().index(row, 0))
    qtbot.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("ask", [by_mouse, by_menu_key, by_shift_f10])
def test_a_row_s_menu_opens_by_mouse_and_by_keys(
    rows: QListView, qtbot: QtBot, ask: Callable[[QListView, int, QtBot], None]
) -> None:
    def menu_of(index: QModelIndex) -> QMenu:
        menu = QMenu(rows)
        menu.addAction(str(index.data()))
        return menu

    RowMenus(rows, menu_of)
    ask(rows, 1, qtbot)
    assert texts(opened()) == ["two"]
    assert rows.currentIndex().row() == 1
    opened().close()


def test_beside_the_rows_nothing_is_offered(rows: QListView, qtbot: QtBot) -> None:
    RowMenus(rows, lambda _: pytest.fail("there is no row"))
    ask_at(rows.viewport(), QPoint(10, rows.height() - 3))
    assert QApplication.activePopupWidget() is None


def test_the_library_offers_what_can_be_done_with_each_kind_of_row(reading: MainWindow, qtbot: QtBot) -> None:
    reading.documents.reload()
    settle(reading)
    view, model = reading.documents.ui.document_list, reading.documents.model
    offered: dict[RowKind, list[str]] = {}
    for n, row in enumerate(model.rows):
        by_mouse(view, n, qtbot)
        if QApplication.activePopupWidget() is not None:
            offered[row.kind] = texts(opened())
            opened().close()
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


def test_lists_of_the_window_offer_menus(reading: MainWindow) -> None:
    sitting, left = reading.meeting_mode, reading.documents
    lists: list[QWidget] = [left.ui.document_list, sitting.agenda.list, sitting.matrix.table]
    for one in lists:
        assert one.findChildren(RowMenus), one.objectName()
        assert one.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


def test_a_tab_offers_to_be_closed_split_off_and_moved(reading: MainWindow, qtbot: QtBot) -> None:
    reading.ui.action_annotations.trigger()
    reading.ui.action_due.trigger()
    settle(reading)
    bar = reading.tabs.front.tabBar()
    ask_at(bar, bar.tabRect(0).center())
    menu = opened()
    assert texts(menu)[:2] == ["Close Tab", "Close Other Tabs"]
    assert "Split Right" in texts(menu)
    next(one for one in menu.actions() if "Other Tabs" in one.text().replace("&", "")).trigger()
    menu.close()
    settle(reading)
    assert reading.tabs.count() == 1
    assert reading.tabs.current_reader() is not None


def test_an_annotation_offers_what_can_be_done_with_it(reading: MainWindow, qtbot: QtBot) -> None:
    reading.ui.action_annotate_note.trigger()
    settle(reading)
    ask_at(reading.paragraph_file.findChildren(AnnotationCard)[0], QPoint(4, 4))
    assert texts(opened()) == ["Reply", "Kind", "Mark as done", "Mark for circulation", "", "Delete"]
    opened().close()
