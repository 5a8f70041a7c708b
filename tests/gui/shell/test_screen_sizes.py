"""Full screen, the presenter view, and small screens."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.reading_remarks import ReadingRemark, RemarkKind
from delegate_desk.desk import Desk
from delegate_desk.gui import interface_language
from delegate_desk.gui.meetings.allies_view import PopulationDialog
from delegate_desk.gui.reader.document_view import DocumentHeader
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.presenter import PresenterWindow
from delegate_desk.gui.shell import columns
from delegate_desk.gui.shell.application import fit_to_screen
from delegate_desk.gui.shell.columns import smallest_window
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.shell.preferences import PreferencesDialog
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.page_metrics import metrics_for_pane
from support import accessibility_tree
from support.annotated_revision import Noted
from support.document_values import quiet_hours, take_in
from support.main_windows import (
    current_reader,
    current_tab,
    modal,
    open_window,
    run_action,
    save,
    settle,
    show_document,
)


@pytest.fixture
def presented(window: MainWindow, paper: Noted) -> PresenterWindow:
    """A document with much content of ours and of others, in the presenter view."""
    show_document(window, paper.old)
    window.ui.action_presenter.setChecked(True)
    settle(window)
    presenter = window.screens.presenter
    assert presenter is not None
    return presenter


def test_full_screen_leaves_the_text_and_esc_the_full_screen(reading: MainWindow, qtbot: QtBot) -> None:
    ui, reader = reading.ui, reading.tabs.current_reader()
    assert reader is not None
    ui.action_full_screen.setChecked(True)
    assert reading.isFullScreen()
    for gone in (ui.top_bar, ui.left_column, ui.right_column, reading.tabs.front.tabBar()):
        assert not gone.isVisible()
    assert reader.paper.isVisible()
    qtbot.keyClick(reader.paper, Qt.Key.Key_Escape)
    assert not reading.isFullScreen()
    assert not ui.action_full_screen.isChecked()
    for there in (ui.top_bar, ui.left_column, ui.right_column, reading.tabs.front.tabBar()):
        assert there.isVisible()


def test_full_screen_shows_the_pane_that_has_the_keys(reading: MainWindow, held: DocumentId) -> None:
    tab = current_tab(reading)
    with reading.tabs.splitting(tab, Qt.Orientation.Horizontal):
        reading.tabs.open_document(held)
    settle(reading)
    left, right = tab.shown_views()
    reading.ui.action_full_screen.setChecked(True)
    assert (left.isVisible(), right.isVisible()) == (False, True)
    reading.ui.action_next_side.trigger()
    assert (left.isVisible(), right.isVisible()) == (True, False)
    assert not reading.tabs.main.tabBar().isVisible()
    assert not reading.tabs.main.today_button.isVisible()
    tab.close_beside()
    settle(reading)
    assert left.isVisible()
    reading.ui.action_full_screen.setChecked(False)
    assert left.isVisible()
    assert reading.tabs.main.tabBar().isVisible()


def test_the_sides_stay_away_over_a_screen_that_is_wider_than_the_window(
    reading: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "NARROW", 760)  # the screen of the tests is 800 by 800
    reading.resize(700, 600)
    settle(reading)
    reading.ui.action_full_screen.setChecked(True)
    settle(reading)
    assert reading.width() == 800
    assert not reading.ui.left_column.isVisible()
    assert not reading.ui.right_column.isVisible()


def test_a_note_is_written_in_full_screen_too_and_who_closes_in_it_finds_the_columns_again(
    reading: MainWindow,
) -> None:
    reading.ui.action_full_screen.setChecked(True)
    run_action(reading, reading.ui.action_annotate_note)
    assert reading.paragraph_file.isVisible()
    reading.close()
    assert reading.ui.action_left.isChecked()
    assert reading.ui.action_right.isChecked()


def test_the_presenters_view_without_a_document_has_no_frame_of_a_marking(qtbot: QtBot) -> None:
    empty = PresenterWindow()
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.marking_label.isVisible()


def test_the_presenters_view_follows_at_150_percent(window: MainWindow, presented: PresenterWindow) -> None:
    reader = current_reader(window)
    assert presented.wall.reading_size == round(reader.paper.reading_size * 1.5)
    reader.paper.go_to_row(3)
    assert presented.wall.current_row() == 3
    presented.stepped.emit(1)
    assert reader.paper.current_row() == presented.wall.current_row() == 4


def test_nothing_of_ours_is_in_the_presenters_view(
    window: MainWindow, presented: PresenterWindow, paper: Noted
) -> None:
    reader = current_reader(window)
    ours = reader.paper.paragraphs
    assert ours.shown is not None
    assert ours.shown.annotations  # there is something to see
    shown = presented.wall.paragraphs
    assert shown.shown is not None
    hidden = shown.shown
    assert not any((hidden.annotations, hidden.other_version_annotations, hidden.unplaced, hidden.corrections))
    assert not any((hidden.proposals, hidden.stances))
    for row in range(len(shown.units)):
        assert not shown.annotations(row)
        assert not shown.has_position_entry(row)
        assert shown.typeset_text(row).text == ours.units[row].in_view(shown.view).text or shown.typeset_text(row).calls
    texts = [label.text() for label in presented.findChildren(QLabel)]
    notes = [one.text for one in ours.shown.annotations if one.text]
    assert not [text for text in texts for note in notes if note in text]
    assert presented.windowTitle() == ours.shown.library_document.name
    head, at_the_desk = presented.wall.header, reader.paper.header
    assert head is not None
    assert at_the_desk is not None
    assert head.height > at_the_desk.height
    assert "Ctrl+I" not in head.accessible_text()
    assert head.accessible_text().startswith(ours.shown.library_document.name)


def test_what_is_not_sure_of_the_reading_is_said_at_the_desk_alone(desk: Desk, tmp_path: Path) -> None:
    key = take_in(desk, quiet_hours(tmp_path))
    content = replace(desk.documents.content(key), remarks=(ReadingRemark(RemarkKind.MACROS),))
    shown = ReaderDocument(desk.documents.get(key), content)
    measures, remark = metrics_for_pane(900, 17), terms.reading_remark_label(content.remarks[0])[1:]
    assert remark in DocumentHeader(shown, measures).accessible_text()
    assert remark not in DocumentHeader(shown, measures, bare=True).accessible_text()


def test_what_is_written_and_sought_meanwhile_is_not_seen_there(
    window: MainWindow, presented: PresenterWindow, paper: Noted
) -> None:
    before = picture(presented.wall.viewport())
    reader = current_reader(window)
    place = Place(paper.old, Address("para_1"))
    note = window.desk.annotations.new(place, AnnotationKind.RED_LINE, text="never", span=(0, 8))
    save(window, lambda: window.desk.annotations.save(note))
    row = reader.paper.current_row()
    reader.find_bar.open()
    reader.ui.find_bar.edit.setText("the")
    settle(window)
    reader.paper.go_to_row(row)
    assert presented.wall.rows_painter.hits == {}
    assert picture(presented.wall.viewport()) == before


def picture(widget: QWidget) -> bytes:
    image = widget.grab(QRect(QPoint(), widget.size())).toImage()
    return bytes(image.constBits())


def test_the_mouse_marks_nothing_on_the_wall_and_esc_closes_it(
    window: MainWindow, presented: PresenterWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(presented.wall.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseDClick(presented.wall.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert presented.wall.selection.is_empty()
    assert not presented.wall.caret_shown
    qtbot.keyClick(presented, Qt.Key.Key_Escape)
    assert window.screens.presenter is None
    assert not window.ui.action_presenter.isChecked()


def test_the_presenters_view_goes_with_the_window_and_wears_its_colours(
    window: MainWindow, presented: PresenterWindow
) -> None:
    theme.choose("dark")
    assert presented.wall.viewport().grab().toImage().pixelColor(5, 5) == theme.color("paper")
    window.close()
    assert window.screens.presenter is None


pytestmark = pytest.mark.styled

SMALL = (683, 384)
"""A screen of 1366 by 768 at 200 %, in layout pixels."""


def sides(window: MainWindow) -> tuple[bool, bool]:
    QApplication.processEvents()
    return window.ui.left_column.isVisible(), window.ui.right_column.isVisible()


@pytest.fixture
def small(reading: MainWindow) -> MainWindow:
    """The window on the small screen."""
    assert reading.minimumSize() == smallest_window(QSize(1920, 1080)) == QSize(720, 520)
    assert smallest_window(QSize(*SMALL)) == QSize(*SMALL)
    reading.setMinimumSize(smallest_window(QSize(*SMALL)))
    reading.resize(*SMALL)
    return reading


def test_the_window_fits_a_small_screen_at_200_per_cent_and_its_sides_come_one_at_a_time(small: MainWindow) -> None:
    assert sides(small) == (False, False)
    assert (small.width(), small.height()) == SMALL
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


def test_what_was_there_is_kept_and_comes_back_with_the_room_and_the_text_has_the_focus_of_a_folded_column(
    reading: MainWindow,
) -> None:
    before = sides(reading)
    reading.documents.setFocus()
    reading.resize(720, 520)
    assert sides(reading) == (False, False)
    assert current_reader(reading).paper.hasFocus()
    reading.memory.save_state()
    kept = settings.load(reading.settings.file)
    assert (kept.left_shown, kept.right_shown) == (True, True)
    reading.ui.action_library.trigger()
    reading.resize(1440, 900)
    assert sides(reading) == before == (True, True)


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
    window = open_window(desk, tmp_path / "settings.json", qtbot)
    window.ui.action_preferences.trigger()
    dialog = modal(PreferencesDialog)
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


def test_the_sides_have_the_widths_of_the_window_or_those_chosen_unless_the_middle_needs_them(
    reading: MainWindow,
) -> None:
    ui = reading.ui
    wide, narrow = (264, 352), (232, 320)
    for width, widths in [(1600, wide), (1366, narrow), (1180, narrow), (1024, (0, 300)), (1440, wide)]:
        reading.resize(width, 760)
        QApplication.processEvents()
        assert (ui.left_column.width() * ui.left_column.isVisible(), ui.right_column.width()) == widths, width
    reading.columns.restore_widths((470, 0, 480))
    assert (ui.left_column.width(), ui.right_column.width()) == (470, 480)
    reading.resize(1200, 760)
    QApplication.processEvents()
    assert ui.middle_column.width() >= 478
    assert reading.columns.sizes()[::2] == [470, 480]
    reading.resize(1440, 900)
    QApplication.processEvents()
    assert (ui.left_column.width(), ui.right_column.width()) == (470, 480)


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
