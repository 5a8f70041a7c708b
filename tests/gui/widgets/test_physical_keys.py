import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.gui.shell.application import EventFilter
from delegate_desk.gui.widgets.key_bindings import typed_digit

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
def window(qtbot: QtBot, qapp: QApplication) -> Window:
    made = Window()
    qtbot.addWidget(made)
    EventFilter(qapp)
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
    window: Window, keys: list[tuple[int, int, str]], pressed: list[str]
) -> None:
    window.pane.setFocus()
    for scan, key, text in keys:
        press(window.pane, scan, key, text)
    assert window.pressed == pressed


def test_ctrl_shortcuts_work_under_a_greek_layout(window: Window) -> None:
    window.pane.setFocus()
    press(window.pane, E, ord("Ε"), "\x05", control=True)
    assert window.pressed == ["Ctrl+E"]


def test_greek_is_typed_into_a_field_and_triggers_nothing(window: Window) -> None:
    window.edit.setFocus()
    press(window.edit, N, ord("Ν"), "ν")
    assert (window.edit.text(), window.pressed) == ("ν", [])


def test_a_field_selects_all_under_a_greek_layout(window: Window) -> None:
    window.edit.setFocus()
    window.edit.setText("άρθρο")
    press(window.edit, A, ord("Α"), "\x01", control=True)
    assert window.edit.selectedText() == "άρθρο"


def test_digits_go_by_the_position_of_the_key_on_a_french_keyboard(window: Window) -> None:
    window.pane.setFocus()
    press(window.pane, E, Qt.Key.Key_E, "e")
    press(window.pane, ONE, Qt.Key.Key_Ampersand, "&", control=True)
    press(window.pane, ONE, Qt.Key.Key_Ampersand, "&")
    press(window.pane, TWO, Qt.Key.Key_Eacute, "é", control=True)
    assert window.pressed == ["Ctrl+1"]
    window.edit.setFocus()
    press(window.edit, ONE, Qt.Key.Key_Ampersand, "&")
    assert (window.edit.text(), window.pressed) == ("&", ["Ctrl+1"])


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
