import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from delegate_desk.desk import Desk
from delegate_desk.gui.positions.provision_editors import SpellingMarks, WordingEdit
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit
from support import spelling


def marked(edit: GrowingEdit) -> list[str]:
    return [found.cursor.selectedText() for found in edit.extraSelections()]


def test_words_are_marked_after_a_pause_and_neither_text_nor_proposal_changes(
    desk: Desk, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelling.install(monkeypatch)
    edit = WordingEdit()
    qtbot.addWidget(edit)
    edit.set_wording("Ports should set quiett hours.", None)
    SpellingMarks(edit, desk, tasks, "en")
    proposals: list[str] = []
    edit.proposed.connect(proposals.append)
    edit.textCursor().insertText("🚢 Teh ")
    typed = list(proposals)
    qtbot.waitUntil(lambda: marked(edit) == ["Teh"])
    assert (edit.proposal, proposals) == ("Ports should set quiett hours.🚢 Teh ", typed)


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu grabs the keyboard
def test_a_suggestion_replaces_the_word(
    desk: Desk, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelling.install(monkeypatch)
    edit = GrowingEdit()
    qtbot.addWidget(edit)
    edit.show()
    SpellingMarks(edit, desk, tasks, "en")
    qtbot.keyClicks(edit, "qiet hours")
    qtbot.waitUntil(lambda: marked(edit) == ["qiet"])
    at = edit.cursorRect().center()
    at.setX(4)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, edit.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(edit.viewport(), event)
    (menu,) = edit.findChildren(QMenu)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "quiet")
    menu.actions()[0].trigger()
    assert edit.toPlainText() == "quiet hours"
    menu.close()
    qtbot.waitUntil(lambda: marked(edit) == [])


@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu grabs the keyboard
def test_the_menu_key_offers_suggestions_at_the_caret_and_undo(
    desk: Desk, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelling.install(monkeypatch)
    edit = WordingEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.set_wording("Ports are quiet.", None)
    SpellingMarks(edit, desk, tasks, "en")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, " qiet")
    qtbot.waitUntil(lambda: marked(edit) == ["qiet"])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), edit.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(edit, event)
    (menu,) = edit.findChildren(QMenu)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "quiet")
    undo = menu.findChild(QAction, "edit-undo")
    assert isinstance(undo, QAction)
    assert undo.isEnabled()
    undo.trigger()
    assert edit.proposal == "Ports are quiet."
    menu.close()
