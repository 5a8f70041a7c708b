from PySide6.QtWidgets import QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from delegate_desk.gui.main_window import MainWindow


def test_f1_opens_the_manual_beside_the_work(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.action_manual.trigger()
    (manual,) = (d for d in window.findChildren(QDialog) if d.windowTitle() == "Manual")
    assert not manual.isModal()
    browser = manual.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    assert "The search box" in browser.toPlainText()
    manual.close()
