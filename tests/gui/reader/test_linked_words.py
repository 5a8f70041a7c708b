"""Words of a text that lead to places, and those with translations."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import note_text, quiet_hours, take_in
from support.harbour_versions import act, hold
from support.main_windows import current_reader, popup, run_action, settle, show_document
from support.reader_steps import row_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen there are no menus that grab keys
NAMING = note_text(
    "7002/26",
    """1. The Council recalls document 7001/26.

2. The Council invites the Member States to keep quiet hours.

3. The Council will look at the hours referred to in paragraph 2 and at document 7001/26 again.""",
    date="4 May 2026",
)


@pytest.fixture
def naming(window: MainWindow, desk: Desk, held: DocumentId, tmp_path: Path) -> MainWindow:
    file = quiet_hours(tmp_path, name="naming.txt", text=NAMING)
    show_document(window, take_in(desk, file))
    return window


def here(window: MainWindow) -> tuple[str, str]:
    reader = current_reader(window)
    held, place = reader.library_document(), reader.place()
    assert held is not None
    assert place is not None
    return held.name, place.address


def at(window: MainWindow, address: str) -> None:
    current_reader(window).go_to(address)
    settle(window)


def test_a_key_follows_the_reference_of_the_paragraph_and_back_is_where_one_was(naming: MainWindow) -> None:
    at(naming, "para_1")
    run_action(naming, naming.ui.action_reference)
    assert here(naming)[0] == "ST 7001/26"
    run_action(naming, naming.ui.action_back)
    assert here(naming) == ("ST 7002/26", "para_1")


def test_of_several_references_one_is_chosen_and_a_paragraph_without_any_says_so(naming: MainWindow) -> None:
    at(naming, "para_2")
    run_action(naming, naming.ui.action_reference)
    assert [action.text() for action in popup().actions()] == ["No reference in this paragraph"]
    popup().close()
    at(naming, "para_3")
    texts = [label.text() for label in naming.paragraph_file.references.findChildren(QLabel)]
    assert any("para_2" in text and "Paragraph 2" in text for text in texts)  # the right column leads there too
    assert any("ST 7001/26" in text for text in texts)
    run_action(naming, naming.ui.action_reference)
    menu = popup()
    assert [action.text() for action in menu.actions()] == ["Paragraph 2", "ST 7001/26"]
    menu.actions()[0].trigger()
    menu.close()
    settle(naming)
    assert here(naming) == ("ST 7002/26", "para_2")


def test_words_that_lead_somewhere_are_shown_under_the_mouse_and_followed_with_ctrl(naming: MainWindow) -> None:
    at(naming, "para_1")
    reader = current_reader(naming)
    paper = reader.paper
    start = paper.paragraphs.typeset_text(paper.current_row()).text.index("7001/26")
    point = QPointF(paper.box_for_span(paper.current_row(), start, start + 7).center())

    def mouse(kind: QEvent.Type, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        event = QMouseEvent(kind, point, paper.viewport().mapToGlobal(point), button, Qt.MouseButton.NoButton, keys)
        QApplication.sendEvent(paper.viewport(), event)
        settle(naming)

    for _ in range(2):  # the first asks for the target of the words
        mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    assert paper.link is not None
    naming.grab()
    mouse(QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert here(naming)[0] == "ST 7001/26"


@pytest.fixture
def learned(desk: Desk) -> list[DocumentId]:
    """An act in English and Greek, and the translations learned from it."""
    documents = hold(desk, act("en"), act("el"))
    desk.indexing.make_ready()
    desk.translations.learning.try_to_learn()
    return documents


def test_a_word_under_the_mouse_or_at_the_caret_with_alt_shows_its_translations(
    window: MainWindow, learned: list[DocumentId], qtbot: QtBot
) -> None:
    show_document(window, learned[0])
    reader = current_reader(window)
    paper, row = reader.paper, row_of(reader, "para_1")
    start = paper.paragraphs.typeset_text(row).text.index("wreck")
    point = paper.box_for_span(row, start, start + 5).center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, paper.viewport().mapToGlobal(point))
    QApplication.sendEvent(paper.viewport(), event)
    qtbot.waitUntil(lambda: "Greek: ναυάγιο" in QToolTip.text())
    paper.setFocus()
    for word, said in ((".", "No translation has been learned."), ("wreck", "Greek: ναυάγιο")):
        start = paper.paragraphs.typeset_text(row).text.index(word)
        paper.selection.choose(row, start, start + len(word))
        paper.caret_shown = True
        pressed = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
        pressed.ignore()
        QApplication.sendEvent(paper, pressed)
        assert pressed.isAccepted()
        qtbot.waitUntil(partial(lambda text: text in QToolTip.text(), said))


def test_words_chosen_in_a_column_are_marked_in_the_other_language(
    window: MainWindow, learned: list[DocumentId], qtbot: QtBot
) -> None:
    window.resize(1400, 800)
    view = window.comparison_controller.open(*learned)
    settle(window)
    page = view.page
    row = page.rows.row_for_address(Address("para_1"), ComparisonColumn.NEW)
    assert row is not None
    page.go_to_row(row)
    flow, text = page.row_layout, page.rows.typeset(row, ComparisonColumn.OLD).text
    column = flow.laid_out_row(row).columns[ComparisonColumn.OLD]
    start = text.index("wreck")
    spot = column.lines.caret(start + 2).center().toPoint()
    spot.setX(spot.x() + round(flow.page.left_of(ComparisonColumn.OLD)))
    spot.setY(spot.y() + round(flow.top(row) + page._shift() + flow.text_top(column)))
    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.chosen is not None
    assert text[page.chosen.start : page.chosen.end] == "wreck"
    grounds = page._painter.grounds
    qtbot.waitUntil(lambda: (row, ComparisonColumn.NEW) in grounds)
    greek = page.rows.typeset(row, ComparisonColumn.NEW).text
    (found,) = grounds[row, ComparisonColumn.NEW]
    assert greek[found.start : found.start + found.length] == "ναυάγιο"
