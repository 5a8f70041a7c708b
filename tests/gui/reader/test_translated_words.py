"""Words of a text with their translations, and the words of its other language version."""

from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.revisions.comparison_model import ComparisonColumn
from delegate_desk.gui.shell.main_window import MainWindow
from support.harbour_versions import act, hold
from support.main_windows import current_reader, settle, show_document


@pytest.fixture
def learned(desk: Desk) -> list[DocumentId]:
    """An act in English and Greek, and the translations learned from it."""
    documents = hold(desk, act("en"), act("el"))
    desk.indexing.make_ready()
    desk.translations.learning.try_to_learn()
    return documents


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_word_under_the_mouse_shows_its_translations(
    window: MainWindow, learned: list[DocumentId], qtbot: QtBot
) -> None:
    show_document(window, learned[0])
    paper = current_reader(window).paper
    row = paper.paragraphs.row_for_address(Address("para_1"))
    assert row is not None
    start = paper.paragraphs.typeset_text(row).text.index("wreck")
    point = paper.box_for_span(row, start, start + 5).center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, paper.viewport().mapToGlobal(point))
    QApplication.sendEvent(paper.viewport(), event)
    qtbot.waitUntil(lambda: "Greek: ναυάγιο" in QToolTip.text())


@pytest.mark.qt_log_ignore("does not support raise")
def test_alt_shows_the_translations_of_the_word_at_the_caret(
    window: MainWindow, learned: list[DocumentId], qtbot: QtBot
) -> None:
    show_document(window, learned[0])
    paper = current_reader(window).paper
    row = paper.paragraphs.row_for_address(Address("para_1"))
    assert row is not None
    paper.setFocus()
    for word, said in (("wreck", "Greek: ναυάγιο"), (".", "No translation has been learned.")):
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
