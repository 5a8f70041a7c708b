from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.search.search_box import PanelHead, PanelRow, SearchBox
from delegate_desk.gui.tasks import Tasks
from support.main_windows import type_text
from support.search_steps import keep_up


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
    keep_up(desk)
    return SearchBox(edit, desk, tasks)


@pytest.mark.parametrize(("typed", "rest"), [("quiet ber", "th"), ("ports lang:e", "n"), ("⚓ 🛥 ber", "th")])
def test_a_word_of_the_library_and_the_value_of_a_field_are_completed_behind_the_cursor_and_tab_takes_them(
    box: SearchBox, edit: QLineEdit, qtbot: QtBot, typed: str, rest: str
) -> None:
    type_text(edit, typed)
    qtbot.waitUntil(lambda: box.completion == rest)
    assert edit.text() == typed
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.text() == typed + rest
    assert edit.hasFocus()


def test_the_right_arrow_takes_a_completion_escape_does_not_and_typing_passes_it_by(
    box: SearchBox, edit: QLineEdit, qtbot: QtBot
) -> None:
    type_text(edit, "ber")
    qtbot.waitUntil(lambda: bool(box.completion))
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (box.completion, edit.text()) == ("", "ber")
    edit.clear()
    type_text(edit, "ber")
    qtbot.waitUntil(lambda: bool(box.completion))
    qtbot.keyClick(edit, Qt.Key.Key_Right)
    assert edit.text() == "berth"
    edit.clear()
    type_text(edit, "ber")
    qtbot.waitUntil(lambda: bool(box.completion))
    type_text(edit, "x")
    assert not box.completion
    qtbot.waitUntil(lambda: not box._newest.is_busy)
    assert not box.completion  # no word starts like this
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()


def test_the_keys_lead_into_the_panel_and_escape_closes_clears_and_leaves(
    box: SearchBox, edit: QLineEdit, qtbot: QtBot
) -> None:
    taken: list[tuple[str, bool]] = []
    rows = [PanelRow("one", lambda _: None), PanelRow("two", lambda new_tab: taken.append(("two", new_tab)))]
    type_text(edit, "xyz")
    box.panel.show_rows([PanelHead("Documents"), *rows], (), more="")
    box.complete_rows()
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert taken == [("two", True)]
    assert box.panel.isHidden()
    with qtbot.waitSignal(box.all_requested):
        qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    box.panel.show_rows(rows, (), more="")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (box.panel.isHidden(), edit.text()) == (True, "xyz")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.text()
    with qtbot.waitSignal(box.escaped):
        qtbot.keyClick(edit, Qt.Key.Key_Escape)


def test_enter_waits_for_the_rows_of_what_was_typed_and_a_click_takes_one(
    box: SearchBox, edit: QLineEdit, qtbot: QtBot
) -> None:
    taken: list[str] = []
    row = PanelRow("one", lambda _: taken.append("one"))
    box.is_waiting = True
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert not taken
    box.panel.show_rows([row], (), more="")
    box.complete_rows()
    assert taken == ["one"]
    box.panel.show_rows([row], (), more="")
    lines = box.panel.list
    spot = lines.visualRect(lines.model().index(0, 0)).center()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert taken == ["one", "one"]


def test_one_turns_to_the_box_by_its_shortcut_or_the_mouse(box: SearchBox, edit: QLineEdit, qtbot: QtBot) -> None:
    turned: list[bool] = []
    box.focused.connect(lambda: turned.append(True))
    edit.clearFocus()
    edit.setFocus(Qt.FocusReason.OtherFocusReason)  # the keyboard focus must be somewhere
    assert edit.hasFocus()
    assert not turned
    edit.clearFocus()
    box.enter()
    assert turned == [True]
