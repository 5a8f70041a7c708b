"""The reader, used as by a delegate."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from delegate_desk.gui.reader.reader_view import ReaderView


def at_hand(reader: ReaderView) -> str:
    return reader.paper.paragraphs.units[reader.paper.current_row()].address


def press(
    qtbot: QtBot, reader: ReaderView, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(reader.paper, key, keys)
