"""The choice of the delegation of a position, asked once."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.gui.positions.stance_chips import DelegationChooser


def press(key: Qt.Key) -> None:
    at_hand = QApplication.focusWidget()
    assert at_hand
    QTest.keyClick(at_hand, key)


def test_two_letters_find_a_delegation_and_enter_chooses_it(qtbot: QtBot) -> None:
    chooser = DelegationChooser()
    qtbot.addWidget(chooser)
    with qtbot.waitExposed(chooser):
        chooser.show()
    chooser.activateWindow()
    chooser.focus_first()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_L)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == ["EL"]
