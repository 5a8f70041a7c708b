from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents import Address, Box, DocumentId
from delegate_desk.core.search import Asked
from delegate_desk.desk import Desk
from delegate_desk.gui.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.views.original import OriginalView
from delegate_desk.paths import RESOURCES
from papers import quiet_hours
from windows import settle

SAMPLE = RESOURCES / "samples" / "ST-99101-2026-INIT_en.pdf"


@pytest.fixture
def printed(desk: Desk) -> DocumentId:
    return next(iter(desk.documents.add(desk.documents.read(SAMPLE)).documents))


@pytest.fixture
def original(desk: Desk, tasks: Tasks, printed: DocumentId, qtbot: QtBot) -> OriginalView:
    made = OriginalView(desk, tasks, printed)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    tasks.wait()
    return made


def test_a_page_is_as_wide_as_its_pane(original: OriginalView) -> None:
    assert original.page_label.text() == f"page 1 of {original.of}"
    assert original.area.width() - 60 < original.sheet.width() <= original.area.viewport().width()
    assert original.sheet.grab().toImage().pixelColor(original.sheet.width() // 2, 6).lightness() > 240


def test_keys_turn_pages_and_change_their_width(original: OriginalView, tasks: Tasks, qtbot: QtBot) -> None:
    wide = original.sheet.width()
    qtbot.keyClick(original.area, Qt.Key.Key_Plus)
    assert original.sheet.width() > wide
    qtbot.keyClick(original.area, Qt.Key.Key_0)
    assert original.sheet.width() == wide
    qtbot.keyClick(original.area, Qt.Key.Key_End)
    tasks.wait()
    assert original.number == original.of
    assert not original.next_button.isEnabled()
    qtbot.keyClick(original.area, Qt.Key.Key_Home)
    tasks.wait()
    for _ in range(9):
        qtbot.keyClick(original.area, Qt.Key.Key_PageDown)
        tasks.wait()
        if original.number == 2:
            break
    assert original.number == 2
    with qtbot.waitSignal(original.left):
        qtbot.keyClick(original.area, Qt.Key.Key_Escape)


def test_what_is_marked_is_brought_into_sight(original: OriginalView, tasks: Tasks) -> None:
    box = Box(2, 70, 700, 500, 720)
    original.follow([Box(1, 70, 90, 500, 110), box], 1)
    tasks.wait()
    assert original.number == 1
    original.go(2)
    tasks.wait()
    assert list(original.sheet.marked) == [box]
    top = original.area.verticalScrollBar().value()
    assert top < original.sheet.frame().top() < top + original.area.viewport().height()


def test_a_page_that_cannot_be_drawn_is_said_and_the_window_lives_on(
    desk: Desk, tasks: Tasks, printed: DocumentId, original: OriginalView
) -> None:
    file = desk.documents.original(printed)
    file.chmod(0o600)
    file.write_bytes(b"%PDF-1.7\n" + b"\x00" * 200)
    original.go(2)
    tasks.wait()
    assert original.error_label.text() == "Page 2 of ST-99101-2026-INIT_en.pdf cannot be drawn."


def test_the_page_follows_the_paragraph_and_the_paragraph_a_click_on_the_page(
    window: MainWindow, printed: DocumentId, qtbot: QtBot
) -> None:
    window.open_document(printed)
    settle(window)
    window.ui.action_original.setChecked(True)
    settle(window)
    reader = window.tabs.current_reader()
    assert reader is not None
    units = reader.paper.paragraphs.units
    last = max(row for row, unit in enumerate(units) if unit.boxes and unit.page and unit.page > 1)
    reader.paper.go(last)
    settle(window)
    original = reader.sides.original
    assert original is not None
    assert original.number == units[last].boxes[0].page
    assert list(original.sheet.marked) == [box for box in units[last].boxes if box.page == original.number]
    window.ui.action_previous_page.trigger()
    settle(window)
    box = next(box for unit in units if unit.boxes for box in unit.boxes if box.page == original.number)
    scale = original.sheet.width() / 595.3
    point = QPoint(round((box.left + box.right) / 2 * scale), round((box.top + box.bottom) / 2 * scale))
    qtbot.mouseClick(original.sheet, Qt.MouseButton.LeftButton, pos=point)
    assert box in units[reader.paper.row()].boxes
    original.closed.emit()
    assert original.isHidden()
    assert not window.ui.action_original.isChecked()


def test_words_found_are_lit_on_the_page(window: MainWindow, printed: DocumentId) -> None:
    window.open_document(printed, Address("para_1"), Asked("council"))
    settle(window)
    window.ui.action_original.setChecked(True)
    settle(window)
    reader = window.tabs.current_reader()
    assert reader is not None
    original = reader.sides.original
    assert original is not None
    units = reader.paper.paragraphs.units
    assert original.number == units[reader.paper.row()].boxes[0].page
    assert original.sheet.lit
    paragraphs = [box for row in reader.paper.rows_painter.hits for box in units[row].boxes]
    for word in original.sheet.lit:
        assert word.page == original.number
        assert any(_inside(word, box) for box in paragraphs)
    word = original.sheet.lit[0]
    scale = original.sheet.width() / 595.3
    shown = original.sheet.grab().toImage()
    ground = shown.pixelColor(round(word.left * scale), round((word.top + 0.8) * scale))
    assert ground.blue() < ground.red() - 40
    reader.finding.ask()
    reader.ui.find_edit.setText("zzz")
    settle(window)
    assert not original.sheet.lit
    reader.finding.close()
    settle(window)
    assert word in original.sheet.lit


def _inside(word: Box, box: Box) -> bool:
    middle = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return word.page == box.page and box.left <= middle[0] <= box.right and box.top <= middle[1] <= box.bottom


def test_what_has_no_pages_offers_none(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    held = next(iter(desk.documents.add(desk.documents.read(quiet_hours(tmp_path))).documents))
    window.open_document(held)
    settle(window)
    assert not window.ui.action_original.isEnabled()
