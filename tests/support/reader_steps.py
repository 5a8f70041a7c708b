"""The reader, used as by a delegate."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.desk import Desk
from delegate_desk.gui.reader.original_view import OriginalView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Tasks


def open_original(desk: Desk, tasks: Tasks, document: DocumentId, qtbot: QtBot) -> OriginalView:
    made = OriginalView(desk, tasks, document)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    made.activateWindow()
    made.setFocus()
    tasks.wait()
    return made


def at_hand(reader: ReaderView) -> str:
    return reader.paper.paragraphs.units[reader.paper.current_row()].address


def row_of(reader: ReaderView, address: str) -> int:
    """The row of a paragraph of the document."""
    row = reader.paper.paragraphs.row_for_address(Address(address))
    assert row is not None
    return row


def press(
    qtbot: QtBot, reader: ReaderView, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(reader.paper, key, keys)


def move_mouse(pane: QWidget, to: QPoint, *, pressed: bool = False) -> None:
    """Move the mouse to a point of a viewport, with the left button pressed or not."""
    buttons = Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton
    point, keys = QPointF(to), Qt.KeyboardModifier.NoModifier
    place = pane.mapToGlobal(point)
    QApplication.sendEvent(pane, QMouseEvent(QEvent.Type.MouseMove, point, place, buttons, buttons, keys))


def turn_wheel(pane: QWidget, by: int, at: QPointF) -> None:
    """Turn the wheel over a point of a viewport with Ctrl held."""
    no_button, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    place, turn, phase = pane.mapToGlobal(at), QPoint(0, by), Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(pane, QWheelEvent(at, place, QPoint(), turn, no_button, keys, phase, False))
