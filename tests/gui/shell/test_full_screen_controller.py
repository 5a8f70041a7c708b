"""Full screen, and the presenter view."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.reading_remarks import ReadingRemark, RemarkKind
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.document_view import DocumentHeader
from delegate_desk.gui.reader.paragraph_model import ReaderDocument
from delegate_desk.gui.reader.presenter import PresenterWindow
from delegate_desk.gui.shell import columns
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.page_metrics import metrics_for_pane
from support.annotated_revision import Noted
from support.document_values import quiet_hours, take_in
from support.main_windows import current_reader, current_tab, run_action, settle, show_document


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


def test_a_note_is_written_in_full_screen_too(reading: MainWindow) -> None:
    reading.ui.action_full_screen.setChecked(True)
    run_action(reading, reading.ui.action_annotate_note)
    assert reading.paragraph_file.isVisible()


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


@pytest.mark.styled
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


def test_who_closes_in_full_screen_finds_the_columns_again(reading: MainWindow) -> None:
    reading.ui.action_full_screen.setChecked(True)
    reading.close()
    assert reading.ui.action_left.isChecked()
    assert reading.ui.action_right.isChecked()


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
    wordless = (
        shown.shown.annotations,
        shown.shown.other_version_annotations,
        shown.shown.unplaced,
        shown.shown.corrections,
    )
    assert not any(wordless)
    assert not shown.shown.proposals
    assert not shown.shown.stances
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


@pytest.mark.styled
def test_what_is_written_and_sought_meanwhile_is_not_seen_there(
    window: MainWindow, presented: PresenterWindow, paper: Noted
) -> None:
    before = picture(presented.wall.viewport())
    reader = current_reader(window)
    place = Place(paper.old, Address("para_1"))
    note = window.desk.annotations.new(place, AnnotationKind.RED_LINE, text="never", span=(0, 8))
    window.tasks.write(lambda: window.desk.annotations.save(note))
    settle(window)
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


@pytest.mark.styled
def test_the_presenters_view_goes_with_the_window_and_wears_its_colours(
    window: MainWindow, presented: PresenterWindow
) -> None:
    theme.choose("dark")
    assert presented.wall.viewport().grab().toImage().pixelColor(5, 5) == theme.color("paper")
    window.close()
    assert window.screens.presenter is None
