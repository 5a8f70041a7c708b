"""Saying once whose position it is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.gui.views.delegation import DelegationChooser


def test_two_letters_find_a_delegation_and_enter_chooses_it(qtbot: QtBot) -> None:
    chooser = DelegationChooser()
    qtbot.addWidget(chooser)
    with qtbot.waitExposed(chooser):
        chooser.show()
    chooser.activateWindow()
    chooser.begin()
    QTest.keyClicks(QApplication.focusWidget(), "EL")
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert chosen.args == ["EL"]
