"""Ctrl+L puts the caret in the filter of the library, wherever the focus was and whatever was hidden."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import close_tab, settle, type_text
from support.meeting_steps import press

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def edit(window: MainWindow) -> QLineEdit:
    return window.documents.ui.filter_edit


def nothing(window: MainWindow) -> None:
    while window.tabs.count():
        close_tab(window)


VIEWS: dict[str, Callable[[MainWindow], object]] = {
    "nothing": nothing,
    "text": lambda window: window.focus_text(),
    "list": lambda window: window.documents.setFocus(),
    "search": lambda window: window.ui.action_search.trigger(),
    "results": lambda window: window.search_controller.open_view(),
    "annotations": lambda window: window.ui.action_annotations.trigger(),
    "deadlines": lambda window: window.ui.action_due.trigger(),
    "position": lambda window: window.ui.action_position.trigger(),
    "note": lambda window: press(window, Key.Key_N),
    "find": lambda window: press(window, Key.Key_F, CONTROL),
    "outline": lambda window: window.ui.action_outline.setChecked(True),
    "hidden": lambda window: window.ui.action_left.setChecked(False),
    "full screen": lambda window: window.ui.action_full_screen.setChecked(True),
    "narrow": lambda window: window.resize(700, 500),
}


def test_the_caret_is_in_the_filter(reading: MainWindow, held: DocumentId) -> None:
    for before, show in VIEWS.items():
        reading.open_document(held)
        settle(reading)
        reading.focus_text()
        show(reading)
        settle(reading)
        press(reading, Key.Key_L, CONTROL)
        assert edit(reading).hasFocus(), before
        assert edit(reading).isVisible(), before
        type_text(edit(reading), "zzz")
        assert edit(reading).text() == "zzz", before
        edit(reading).clear()
        reading.ui.action_outline.setChecked(False)
        reading.ui.action_full_screen.setChecked(False)


def test_what_was_typed_is_selected_so_that_typing_replaces_it(reading: MainWindow) -> None:
    edit(reading).setText("ships")
    reading.focus_text()
    press(reading, Key.Key_L, CONTROL)
    assert edit(reading).selectedText() == "ships"


@pytest.mark.parametrize("key", [(Key.Key_L, CONTROL), (Key.Key_Down, Qt.KeyboardModifier.NoModifier)])
def test_from_the_filter_a_key_continues_to_the_list(
    reading: MainWindow, key: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    press(reading, Key.Key_L, CONTROL)
    press(reading, *key)
    assert QApplication.focusWidget() is reading.documents.ui.document_list
    press(reading, Key.Key_L, CONTROL)
    assert edit(reading).hasFocus()


def test_enter_opens_what_was_typed(reading: MainWindow) -> None:
    nothing(reading)
    reading.documents.reload()
    settle(reading)
    press(reading, Key.Key_L, CONTROL)
    type_text(edit(reading), "7001/26")
    press(reading, Key.Key_Return)
    assert reading.tabs.current_reader() is not None
