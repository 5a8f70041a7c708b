from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.search.search_box import SearchBox
from delegate_desk.gui.tasks import Tasks
from support.main_windows import type_text


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = QLineEdit()
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    layout.addStretch(1)
    window.resize(800, 500)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.setFocus()
    yield made
    window.close()


@pytest.fixture
def box(edit: QLineEdit, desk: Desk, held: DocumentId, tasks: Tasks) -> SearchBox:
    for _ in desk.indexing.maintain():
        pass
    return SearchBox(edit, desk, tasks)


def test_a_word_of_the_library_is_completed_behind_the_cursor_and_tab_takes_it(
    box: SearchBox, edit: QLineEdit, qtbot: QtBot
) -> None:
    type_text(edit, "quiet berx")
    qtbot.waitUntil(lambda: not box._newest.is_busy)
    assert not box.completion  # no word begins so
    edit.clear()
    type_text(edit, "quiet ber")
    qtbot.waitUntil(lambda: box.completion == "th")
    assert edit.text() == "quiet ber"
    with qtbot.waitSignal(box.chosen) as chosen:
        qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert chosen.args == ["quiet berth"]
    assert edit.hasFocus()


def test_typing_on_passes_a_completion_by_and_tab_leaves_the_box_then(
    box: SearchBox, edit: QLineEdit, qtbot: QtBot
) -> None:
    type_text(edit, "ber")
    qtbot.waitUntil(lambda: bool(box.completion))
    type_text(edit, "x")
    assert not box.completion
    qtbot.waitUntil(lambda: not box._newest.is_busy)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()


def test_the_right_arrow_takes_a_completion_and_escape_does_not(box: SearchBox, edit: QLineEdit, qtbot: QtBot) -> None:
    type_text(edit, "ber")
    qtbot.waitUntil(lambda: bool(box.completion))
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (box.completion, edit.text()) == ("", "ber")
    edit.clear()
    type_text(edit, "ber")
    qtbot.waitUntil(lambda: bool(box.completion))
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.text() == "berth"


def test_the_values_of_a_field_are_listed_and_an_arrow_chooses(box: SearchBox, edit: QLineEdit, qtbot: QtBot) -> None:
    type_text(edit, "ports lang:")
    qtbot.waitUntil(lambda: bool(box.suggestions.lines()))
    assert "ports lang:en" in box.suggestions.lines()
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.text() == box_first(box)
    assert not box.suggestions.isVisible()


def box_first(box: SearchBox) -> str:
    return box.suggestions._model.stringList()[0]


def test_recent_searches_stand_under_the_empty_box_until_they_are_forgotten(
    box: SearchBox, edit: QLineEdit, desk: Desk, qtbot: QtBot
) -> None:
    desk.search.remember("berth")
    desk.search.remember("ships lang:en")
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert box.suggestions.lines() == ["ships lang:en", "berth"]
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen) as chosen:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert chosen.args == ["berth"]
    edit.clear()
    desk.search.clear_recent()
    with qtbot.waitSignal(box.went_down):
        qtbot.keyClick(edit, Qt.Key.Key_Down)


def test_a_line_is_taken_by_a_click_and_the_box_keeps_the_keys(
    box: SearchBox, edit: QLineEdit, desk: Desk, qtbot: QtBot
) -> None:
    desk.search.remember("berth")
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    lines = box.suggestions.list
    with qtbot.waitSignal(box.chosen):
        spot = lines.visualRect(lines.model().index(0, 0)).center()
        qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert edit.text() == "berth"
    assert edit.hasFocus()


def test_the_arrow_leads_into_the_results_and_enter_opens(box: SearchBox, edit: QLineEdit, qtbot: QtBot) -> None:
    type_text(edit, "xyz ")
    with qtbot.waitSignal(box.went_down):
        qtbot.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.entered) as entered:
        qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert entered.args == [True]
    with qtbot.waitSignal(box.escaped):
        qtbot.keyClick(edit, Qt.Key.Key_Escape)


def test_one_turns_to_the_box_by_its_shortcut_or_the_mouse(box: SearchBox, edit: QLineEdit, qtbot: QtBot) -> None:
    turned: list[bool] = []
    box.focused.connect(lambda: turned.append(True))
    edit.clearFocus()
    edit.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys have to be somewhere
    assert edit.hasFocus()
    assert not turned
    edit.clearFocus()
    box.enter()
    assert turned == [True]
