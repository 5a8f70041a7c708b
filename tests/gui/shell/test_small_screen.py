"""On a small screen, or at 200 %, the middle keeps its width, and the side columns are shown one at a time."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.meetings.allies_view import PopulationDialog
from delegate_desk.gui.shell.application import fit_to_screen
from delegate_desk.gui.shell.columns import smallest_window
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.shell.preferences import PreferencesDialog
from support import accessibility_tree
from support.main_windows import current_reader, open_window

pytestmark = pytest.mark.styled

SMALL = (683, 384)
"""A screen of 1366 by 768 at 200 %, in layout pixels."""


def sides(window: MainWindow) -> tuple[bool, bool]:
    QApplication.processEvents()
    return window.ui.left_column.isVisible(), window.ui.right_column.isVisible()


@pytest.fixture
def small(reading: MainWindow) -> MainWindow:
    """The window on the small screen."""
    reading.setMinimumSize(smallest_window(QSize(*SMALL)))
    reading.resize(*SMALL)
    return reading


def test_the_smallest_window_is_720_by_520_or_a_small_screen_at_200_per_cent(reading: MainWindow) -> None:
    assert reading.minimumSize() == smallest_window(QSize(1920, 1080)) == QSize(720, 520)
    assert smallest_window(QSize(*SMALL)) == QSize(*SMALL)


def test_the_window_fits_a_small_screen_at_200_per_cent(small: MainWindow) -> None:
    assert sides(small) == (False, False)
    assert (small.width(), small.height()) == SMALL


def test_the_sides_come_one_at_a_time_by_their_keys(small: MainWindow) -> None:
    text = small.ui.middle_column.width()
    small.ui.action_library.trigger()
    assert sides(small) == (True, False)
    small.ui.action_context.trigger()
    assert sides(small) == (False, True)
    assert (small.width(), small.height()) == SMALL
    assert small.ui.right_column.width() >= 280  # the width of its words
    assert small.ui.middle_column.width() == text


def test_a_column_over_the_text_is_closed_by_esc_and_by_a_click_on_the_text(reading: MainWindow, qtbot: QtBot) -> None:
    reading.resize(1024, 700)
    reader = current_reader(reading)
    reader.paper.setFocus()
    text = reader.paper.width()
    assert sides(reading) == (False, True)
    reading.ui.action_left.trigger()
    assert sides(reading) == (True, True)
    assert (reader.paper.width(), reading.ui.left_column.width()) == (text, 264)
    assert reading.ui.left_column.mapTo(reading, QPoint()) == QPoint(0, 44)
    QTest.keyClick(reader.paper, Qt.Key.Key_Escape)
    assert sides(reading) == (False, True)
    reading.ui.action_left.trigger()
    assert sides(reading) == (True, True)
    qtbot.mouseClick(reader.paper.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    assert sides(reading) == (False, True)
    reading.ui.action_library.trigger()
    assert reading.ui.left_column.isAncestorOf(reading.focusWidget())
    reader.paper.setFocus()
    assert sides(reading) == (False, True)
    reading.resize(900, 700)
    reading.ui.action_right.trigger()
    QTest.keyClick(reader.paper, Qt.Key.Key_J)
    assert sides(reading) == (False, True)  # it follows the paragraph
    QTest.keyClick(reader.paper, Qt.Key.Key_Escape)
    assert sides(reading) == (False, False)


def test_a_stance_shows_the_file_for_two_seconds_where_it_is_folded(reading: MainWindow, qtbot: QtBot) -> None:
    reading.desk.positions.set_delegation("EL")
    reading.resize(900, 700)
    reader = current_reader(reading)
    reader.paper.setFocus()
    QTest.keyClick(reader.paper, Qt.Key.Key_S)
    assert sides(reading) == (False, True)
    qtbot.waitUntil(lambda: sides(reading) == (False, False))
    QTest.keyClick(reader.paper, Qt.Key.Key_S)
    reading.ui.action_context.trigger()  # who goes there stays there
    reading.columns.show_briefly()
    assert sides(reading) == (False, True)


def test_what_was_there_comes_back_with_the_room(reading: MainWindow) -> None:
    before = sides(reading)
    reading.resize(720, 520)
    reading.ui.action_library.trigger()
    reading.resize(1440, 900)
    assert sides(reading) == before == (True, True)


def test_the_focus_goes_to_the_text_when_the_column_that_has_it_is_folded(reading: MainWindow) -> None:
    reading.documents.setFocus()
    reading.resize(720, 520)
    QApplication.processEvents()
    assert reading.ui.middle_column.isAncestorOf(reading.focusWidget())
    reader = current_reader(reading)
    assert reader.paper.hasFocus()


def test_a_window_that_was_small_is_kept_with_the_columns_that_it_has_when_wide(reading: MainWindow) -> None:
    reading.resize(720, 520)
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


@pytest.mark.parametrize("language", ["en", "el", "fr"])
def test_nothing_of_the_preferences_is_cut_off_on_a_small_screen(
    desk: Desk, tmp_path: Path, qtbot: QtBot, language: str, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: interface_language.install_language("en"))
    interface_language.install_language(language)
    window = open_window(desk, tmp_path / "settings.json")
    qtbot.addWidget(window)
    window.ui.action_preferences.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreferencesDialog)
    dialog.hide()
    fit_to_screen(dialog, QSize(*SMALL) - QSize(8, 32))
    dialog.show()
    groups, pages = dialog.ui.group_list, dialog.ui.pages
    assert groups.parentWidget() is dialog  # not in a page that scrolls as a whole
    for n in range(groups.count()):
        groups.setCurrentRow(n)
        QApplication.processEvents()
        assert groups.viewport().rect().contains(groups.visualItemRect(groups.item(n)))
        assert groups.sizeHintForIndex(groups.currentIndex()).width() <= groups.viewport().width()
        page = pages.currentWidget()
        inner = page.widget() if isinstance(page, QScrollArea) else page
        assert page is not None
        assert inner is not None
        assert inner.width() <= page.width() <= pages.width()
        for shown in (*inner.findChildren(QPushButton), *inner.findChildren(QLabel), *inner.findChildren(QComboBox)):
            if shown.isVisible():
                is_code = shown.property("part") == "switch"  # of a language, in a cell
                assert is_code or shown.width() >= shown.minimumSizeHint().width(), accessibility_tree.name(shown)
                assert shown.mapTo(inner, shown.rect().topRight()).x() < inner.width(), accessibility_tree.name(shown)
    window.close()


def test_the_sides_have_the_widths_of_the_window(reading: MainWindow) -> None:
    for width, widths in [
        (1600, (264, 352)),
        (1440, (264, 352)),
        (1366, (232, 320)),
        (1180, (232, 320)),
        (1024, (0, 300)),
    ]:
        reading.resize(width, 760)
        QApplication.processEvents()
        ui = reading.ui
        assert (ui.left_column.width() * ui.left_column.isVisible(), ui.right_column.width()) == widths, width


def test_a_width_that_was_chosen_is_kept_unless_the_middle_needs_it(reading: MainWindow) -> None:
    reading.columns.restore_widths((470, 0, 480))
    assert (reading.ui.left_column.width(), reading.ui.right_column.width()) == (470, 480)
    reading.resize(1200, 760)
    QApplication.processEvents()
    assert reading.ui.middle_column.width() >= 478
    assert reading.columns.sizes()[::2] == [470, 480]
    reading.resize(1440, 900)
    QApplication.processEvents()
    assert (reading.ui.left_column.width(), reading.ui.right_column.width()) == (470, 480)


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
