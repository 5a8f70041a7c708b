from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import DocumentId, MarkUp
from delegate_desk.desk import Desk
from delegate_desk.gui.command_palette import plain_name
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.paths import RESOURCES
from support.main_windows import settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no menus to grab keys for
COMPROMISE = RESOURCES / "samples" / "ST-99140-2026-INIT_en.docx"


def offered(window: MainWindow) -> list[QAction]:
    window.ui.action_mark_up.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return actions


def choose(window: MainWindow, number: int) -> None:
    window.ui.action_mark_up.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [action for action in menu.actions() if action.isCheckable()][number].trigger()
    menu.close()
    settle(window)


def opened(window: MainWindow, desk: Desk, file: Path) -> DocumentId:
    key = next(iter(desk.documents.add(desk.documents.read(file)).documents))
    window.open_document(key)
    settle(window)
    return key


def test_the_judgement_on_bold_words_says_why_and_can_be_overruled(window: MainWindow, desk: Desk) -> None:
    key = opened(window, desk, COMPROMISE)
    reader = window.tabs.current_reader()
    assert reader is not None
    reason, *ways = offered(window)
    assert not reason.isEnabled()
    assert reason.text().endswith(".")
    assert [way.isChecked() for way in ways] == [True, False, False]
    place = reader.place()
    reader.go_to("art_2")
    choose(window, 2)
    assert desk.documents.content(key).mark_up is MarkUp.NONE
    assert reader.place() != place
    assert "You set bold" in reader.ui.views_label.text()
    assert reader.ui.before_button.isHidden()
    assert not window.ui.action_before.isEnabled()
    choose(window, 0)
    assert desk.documents.content(key).mark_up is MarkUp.PRINTED
    assert desk.corrections.for_document(key) == []
    assert not reader.ui.before_button.isHidden()


def test_a_text_without_changes_can_be_said_to_mark_them(reading: MainWindow, desk: Desk, held: DocumentId) -> None:
    reader = reading.tabs.current_reader()
    assert reader is not None
    assert reader.ui.views_bar.isHidden()
    choose(reading, 1)
    assert [(made.field, made.value) for made in desk.corrections.for_document(held)] == [
        (CorrectableField.MARK_UP, "printed")
    ]
    assert not reader.ui.views_bar.isHidden()
    assert plain_name(reading.ui.action_mark_up) == "Interpret Bold as"
