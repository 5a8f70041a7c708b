import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser
from pytestqt.qtbot import QtBot

from delegate_desk import paths
from delegate_desk.core.export import ExportKind
from delegate_desk.gui.main_window import MainWindow


def test_f1_opens_the_manual_beside_the_work(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.action_manual.trigger()
    (manual,) = (d for d in window.findChildren(QDialog) if d.windowTitle() == "Manual")
    assert not manual.isModal()
    browser = manual.findChild(QTextBrowser)
    assert isinstance(browser, QTextBrowser)
    assert "The search box" in browser.toPlainText()
    manual.close()


def test_each_picture_of_the_manual_is_there_and_shown(window: MainWindow) -> None:
    window.ui.action_manual.trigger()
    (browser,) = window.findChildren(QTextBrowser)
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", (paths.RESOURCES / "help" / "manual.md").read_text(encoding="utf-8"))
    assert {f"kinds/{kind}.png" for kind in ExportKind} < set(named)
    shown = [browser.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name)) for name in named]
    assert [name for name, picture in zip(named, shown, strict=True) if not picture] == []
    browser.window().close()
