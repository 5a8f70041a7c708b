"""The keyboard: the focus ring, which it alone moves, and keys by their position."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.key_bindings import typed_digit
from support.main_windows import save, settle


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


def tab(window: QWidget, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, keys)


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
    save(window, lambda: window.desk.positions.set_delegation(PROTOCOL_ORDER[0]))
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
            tab(reading, qtbot, Qt.Key.Key_Tab)
            assert part() == went[-1]
        tab(reading, qtbot, Qt.Key.Key_F6)
    assert went == ["middle", "right", "top", "left"]
    tab(reading, qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert part() == "left"
    reading.search("zzzz")  # the filters of a search that found nothing are passed over
    settle(reading)
    reading.focus_text()
    tab(reading, qtbot, Qt.Key.Key_F6)
    assert reading.ui.search_edit.hasFocus()


X11 = 8
N, J, E, Q, A, ONE, TWO = (code + X11 for code in (49, 36, 18, 16, 30, 2, 3))


def press(widget: QWidget, scan: int, key: int, text: str, *, control: bool = False) -> None:
    """Press a key as the window system reports it: the key and text of the layout, and the physical key."""
    modifiers = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, scan, 0, 0, text))


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.edit = QLineEdit(self)
        self.pane = QWidget(self)
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for name in ("N", "J", "Q", "Ctrl+E", "Ctrl+1"):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(name))
            action.triggered.connect(lambda _checked=False, name=name: self.pressed.append(name))
            self.addAction(action)


@pytest.fixture
def keyed(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


@pytest.mark.parametrize(
    ("keys", "pressed"),
    [
        ([(N, ord("Ν"), "ν"), (N, ord("Т"), "т")], ["N", "N"]),  # Greek and Cyrillic
        ([(Q, Qt.Key.Key_Semicolon, ";")], ["Q"]),  # the Greek key that has a semicolon
        ([(J, Qt.Key.Key_J, "ξ"), (Q, Qt.Key.Key_Semicolon, ";")], ["J", "Q"]),  # Qt finds the Latin letter of ξ
        ([(E, Qt.Key.Key_E, "e"), (Q, Qt.Key.Key_Apostrophe, "'")], []),  # a sign on a Latin layout stays that sign
    ],
)
def test_single_keys_go_by_their_position_where_letters_are_not_latin(
    keyed: Window, keys: list[tuple[int, int, str]], pressed: list[str]
) -> None:
    keyed.pane.setFocus()
    for scan, key, text in keys:
        press(keyed.pane, scan, key, text)
    assert keyed.pressed == pressed


def test_under_a_greek_layout_ctrl_shortcuts_work_and_a_field_is_typed_into_and_selects_all(keyed: Window) -> None:
    keyed.pane.setFocus()
    press(keyed.pane, E, ord("Ε"), "\x05", control=True)
    assert keyed.pressed == ["Ctrl+E"]
    keyed.edit.setFocus()
    press(keyed.edit, N, ord("Ν"), "ν")
    assert (keyed.edit.text(), keyed.pressed) == ("ν", ["Ctrl+E"])
    press(keyed.edit, A, ord("Α"), "\x01", control=True)
    assert keyed.edit.selectedText() == "ν"


def test_digits_go_by_the_position_of_the_key_on_a_french_keyboard(keyed: Window) -> None:
    keyed.pane.setFocus()
    press(keyed.pane, E, Qt.Key.Key_E, "e")
    press(keyed.pane, ONE, Qt.Key.Key_Ampersand, "&", control=True)
    press(keyed.pane, ONE, Qt.Key.Key_Ampersand, "&")
    press(keyed.pane, TWO, Qt.Key.Key_Eacute, "é", control=True)
    assert keyed.pressed == ["Ctrl+1"]
    keyed.edit.setFocus()
    press(keyed.edit, ONE, Qt.Key.Key_Ampersand, "&")
    assert (keyed.edit.text(), keyed.pressed) == ("&", ["Ctrl+1"])


@pytest.mark.parametrize(
    ("key", "text", "modifiers", "scan", "digit"),
    [
        (Qt.Key.Key_1, "1", Qt.KeyboardModifier.NoModifier, ONE, "1"),
        (Qt.Key.Key_1, "1", Qt.KeyboardModifier.ShiftModifier, ONE, "1"),  # as a French keyboard types it
        (Qt.Key.Key_Ampersand, "&", Qt.KeyboardModifier.NoModifier, ONE, "1"),
        (Qt.Key.Key_5, "5", Qt.KeyboardModifier.KeypadModifier, 0, "5"),
        (Qt.Key.Key_Exclam, "!", Qt.KeyboardModifier.ShiftModifier, ONE, ""),
        (Qt.Key.Key_1, "1", Qt.KeyboardModifier.ControlModifier, ONE, ""),
        (Qt.Key.Key_E, "e", Qt.KeyboardModifier.NoModifier, E, ""),
    ],
)
def test_a_digit_is_the_one_typed_or_that_of_the_key(
    key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier, scan: int, digit: str
) -> None:
    assert typed_digit(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)) == digit
