"""On a small screen, or at 200 %, the middle keeps its width, and the side columns are shown one at a time."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.gui.meetings.population_dialog import PopulationDialog
from delegate_desk.gui.shell.application import fit_to_screen
from delegate_desk.gui.shell.main_window import MainWindow
from support import accessibility_tree

pytestmark = pytest.mark.styled

SMALL = (683, 384)
"""A screen of 1366 by 768 at 200 %, in layout pixels."""


def sides(window: MainWindow) -> tuple[bool, bool]:
    QApplication.processEvents()
    return window.ui.left_column.isVisible(), window.ui.right_column.isVisible()


def test_the_window_fits_a_small_screen_at_200_per_cent(reading: MainWindow) -> None:
    reading.resize(*SMALL)
    assert sides(reading) == (False, False)
    assert (reading.width(), reading.height()) == SMALL


def test_the_sides_come_one_at_a_time_by_their_keys(reading: MainWindow) -> None:
    reading.resize(*SMALL)
    reading.ui.action_library.trigger()
    assert sides(reading) == (True, False)
    reading.ui.action_context.trigger()
    assert sides(reading) == (False, True)
    assert (reading.width(), reading.height()) == SMALL
    assert reading.ui.right_column.width() >= 280  # the width of its words


def test_what_was_there_comes_back_with_the_room(reading: MainWindow) -> None:
    before = sides(reading)
    reading.resize(*SMALL)
    reading.ui.action_library.trigger()
    reading.resize(1440, 900)
    assert sides(reading) == before == (True, True)


def test_the_focus_goes_to_the_text_when_the_column_that_has_it_is_folded(reading: MainWindow) -> None:
    reading.documents.setFocus()
    reading.resize(*SMALL)
    QApplication.processEvents()
    assert reading.ui.middle_column.isAncestorOf(reading.focusWidget())
    reader = reading.tabs.current_reader()
    assert reader is not None
    assert reader.paper.hasFocus()


def test_a_window_that_was_small_is_kept_with_the_columns_that_it_has_when_wide(reading: MainWindow) -> None:
    reading.resize(*SMALL)
    assert sides(reading) == (False, False)
    reading.memory.save_state()
    kept = settings.load(reading.settings.file)
    assert (kept.left_shown, kept.right_shown) == (True, True)


def test_a_dialog_larger_than_the_screen_scrolls_to_what_has_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    dialog = PopulationDialog(window.desk, window.tasks, 2025, window)
    qtbot.addWidget(dialog)
    fit_to_screen(dialog, QSize(*SMALL))
    dialog.show()
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) <= SMALL
    dialog.activateWindow()
    QApplication.processEvents()
    for focused in accessibility_tree.tab_round(dialog, {}):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert dialog.rect().contains(now.mapTo(dialog, QPoint(8, 8))), accessibility_tree.called(focused)


def test_the_sides_give_way_to_the_middle_and_have_their_width_back(reading: MainWindow) -> None:
    columns = reading.ui.columns
    before = columns.sizes()
    assert before[0] + before[2] > 480
    reading.resize(960, 540)
    QApplication.processEvents()
    assert sides(reading) == (False, True), "the library is there on request"
    reading.ui.action_left.trigger()
    QApplication.processEvents()
    assert sides(reading) == (True, True)
    assert columns.sizes()[1] >= 478
    reading.resize(1440, 900)
    QApplication.processEvents()
    assert columns.sizes() == before


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menus_fold_into_a_button_where_the_field_needs_their_room(reading: MainWindow, qtbot: QtBot) -> None:
    ui = reading.ui
    assert ui.menu_bar.isVisible()
    reading.resize(1024, 700)
    qtbot.waitUntil(ui.menu_bar.isHidden)
    assert ui.search_edit.width() >= 420
    button = next(one for one in ui.menu_holder.findChildren(QToolButton) if one.accessibleName() == "Menus")
    assert [action.menu() for action in button.menu().actions()] == [one.menu() for one in ui.menu_bar.actions()]
    opened: list[bool] = []
    button.menu().aboutToShow.connect(lambda: opened.append(True))
    button.menu().aboutToShow.connect(lambda: QTimer.singleShot(0, button.menu().close))
    for send in (QTest.keyPress, QTest.keyRelease):
        send(reading, Qt.Key.Key_Alt)
    assert opened == [True]
    QTest.keyPress(reading, Qt.Key.Key_Alt)
    QTest.keyClick(ui.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)  # the field takes it
    QTest.keyRelease(reading, Qt.Key.Key_Alt)
    assert opened == [True]
    reading.resize(1440, 900)
    qtbot.waitUntil(ui.menu_bar.isVisible)
