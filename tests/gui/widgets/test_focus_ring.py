"""The focus ring: where the keyboard moved it, also on return to a window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle


@pytest.fixture(autouse=True)
def _filter(qapp: QApplication) -> Iterator[None]:
    made = EventFilter(qapp)
    yield
    delete(made)


@pytest.fixture
def pair(qtbot: QtBot) -> QWidget:
    """An active window of two buttons."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for name in ("first", "second"):
        button = QPushButton(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(button)
    qtbot.addWidget(made)
    turn_to(made, qtbot)
    return made


@pytest.fixture
def other(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def turn_to(window: QWidget, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_window_one_comes_back_to_shows_the_ring_where_the_keys_were_but_none_where_the_mouse_was(
    pair: QWidget, other: QWidget, qtbot: QtBot
) -> None:
    first, second = pair.findChildren(QPushButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.property("ring")
    turn_to(other, qtbot)
    assert not second.property("ring")
    turn_to(pair, qtbot)
    assert second.property("ring")
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert not second.property("ring")
    turn_to(other, qtbot)
    turn_to(pair, qtbot)
    assert first.hasFocus()
    assert not first.property("ring")


def test_the_welcome_shows_where_the_keys_are_as_soon_as_its_window_is_active(
    window: MainWindow, other: QWidget, qtbot: QtBot
) -> None:
    window.desk.positions.set_delegation(PROTOCOL_ORDER[0])
    turn_to(other, qtbot)
    window.welcome_controller.show_welcome()  # the focus is on the first way if the delegation is known
    settle(window)
    first = window.welcome_controller.page.action_buttons[0]
    assert window.focusWidget() is first
    turn_to(window, qtbot)
    assert first.hasFocus()
    assert first.property("ring")


def test_tab_stays_in_its_part_of_the_window_and_f6_leads_to_the_next(reading: MainWindow, qtbot: QtBot) -> None:
    turn_to(reading, qtbot)
    ui = reading.ui
    parts = {"left": ui.left_column, "middle": ui.middle_column, "right": ui.right_column}

    def part() -> str:
        focus = QApplication.focusWidget()
        return next((name for name, pane in parts.items() if focus and pane.isAncestorOf(focus)), "top")

    reading.focus_text()
    went = []
    for _ in range(4):
        went.append(part())
        for _ in range(30):
            qtbot.keyClick(QApplication.focusWidget() or reading, Qt.Key.Key_Tab)
            assert part() == went[-1]
        qtbot.keyClick(QApplication.focusWidget() or reading, Qt.Key.Key_F6)
    assert went == ["middle", "right", "top", "left"]
    qtbot.keyClick(QApplication.focusWidget() or reading, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert part() == "left"


def test_f6_passes_filters_of_a_search_that_found_nothing(reading: MainWindow, qtbot: QtBot) -> None:
    turn_to(reading, qtbot)
    reading.search("zzzz")
    settle(reading)
    reading.focus_text()
    qtbot.keyClick(QApplication.focusWidget() or reading, Qt.Key.Key_F6)
    assert reading.ui.search_edit.hasFocus()
