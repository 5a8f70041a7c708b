"""A meeting on the short document, and helpers for tests in one: keys for the focused widget, and visible texts."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from delegate_desk.gui.meetings.meeting_view import MeetingView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import written
from support.main_windows import settle, type_text

NOTICE = written("harbours_notice")
REVISED = NOTICE.replace("CM 2101/26", "CM 2101/1/26\nREV 1").replace(
    "3. Any other business", "3. Information from the Presidency on lighthouses\n\n4. Any other business"
)


def notice(folder: Path, *, name: str = "notice.txt", text: str = NOTICE) -> Path:
    """Write the notice of a meeting on the paper of quiet hours."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def press(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the focused widget, and wait for its effect."""
    QTest.keyClick(QApplication.focusWidget() or window, key, keys)
    settle(window)


def view(window: MainWindow) -> MeetingView:
    assert window.meeting_mode.view is not None
    return window.meeting_mode.view


def reader_of(window: MainWindow) -> ReaderView:
    """The document of the item."""
    reader = view(window).reader()
    assert reader is not None
    return reader


def line(window: MainWindow, typed: str) -> None:
    """Type a line and enter it."""
    assert view(window).line.edit.hasFocus()
    type_text(view(window).line.edit, typed)
    press(window, Qt.Key.Key_Return)


def chips(window: MainWindow) -> list[str]:
    return [chip.text for chip in view(window).line.chips.chips]


def said(window: MainWindow) -> list[tuple[str, str, str]]:
    return [(row.speakers, row.place, row.words) for row in view(window).interventions.model.rows]


def sits(window: MainWindow) -> bool:
    """True while the window is in a meeting."""
    return window.meeting_mode.is_on
