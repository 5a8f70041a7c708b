import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import quiet_hours
from support.main_windows import drop, settle
from support.office_files import compound_file, outlook_mail


@pytest.fixture
def shown(window: MainWindow) -> Iterator[MainWindow]:
    window.show()
    yield window
    window.hide()


def drag(window: MainWindow, data: QMimeData) -> bool:
    """Bring something over the window; True if it may be dropped."""
    at, left, no_keys = QPoint(700, 400), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, no_keys)
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def test_files_over_the_window_are_framed_until_they_leave(shown: MainWindow, tmp_path: Path) -> None:
    assert drag(shown, file(tmp_path / "paper.pdf"))
    assert shown.drop_frame.isVisible()
    assert shown.drop_frame.geometry() == shown.rect()
    QApplication.sendEvent(shown, QDragLeaveEvent())
    assert not shown.drop_frame.isVisible()


def test_the_frame_goes_with_the_drop_and_the_file_comes_in(shown: MainWindow, tmp_path: Path) -> None:
    assert drag(shown, file(tmp_path / "paper.pdf"))
    drop(shown, quiet_hours(tmp_path))
    assert not shown.drop_frame.isVisible()
    assert len(shown.desk.documents.all()) == 1


def test_words_are_not_taken_for_files(shown: MainWindow) -> None:
    data = QMimeData()
    data.setText("only words")
    assert not drag(shown, data)
    assert not shown.drop_frame.isVisible()


def held(*files: tuple[str, bytes | None], in_order: bool = True) -> QMimeData:
    """Files as Outlook drags them, in the names that Qt gives to the formats of Windows; None for a storage."""
    data, described = QMimeData(), struct.pack("<I", len(files))
    for number, (name, content) in enumerate(files):
        flags = 0x40 if content else 0
        described += struct.pack("<I60xII", flags, 0, len(content or b"")) + name.encode("utf-16-le").ljust(520, b"\0")
        key = f'application/x-qt-windows-mime;value="FileContents"{f";index={number}" if in_order else ""}'
        data.setData(key, (content or b"") + bytes(8))  # memory is given out in pieces of some size
    data.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', described)
    return data


def drop_held(window: MainWindow, data: QMimeData) -> None:
    assert drag(window, data)
    point, left, no_keys = QPointF(700, 400), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    offered = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    event = QDropEvent(point, offered, data, left, no_keys)
    event.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, event)
    assert event.dropAction() is Qt.DropAction.CopyAction  # the mail stays in its mailbox
    settle(window)


def test_a_mail_dragged_from_outlook_comes_in_with_what_is_attached(shown: MainWindow, tmp_path: Path) -> None:
    values = {0x0037001F: "Bells", 0x0C1A001F: "Anna", 0x1000001F: "Who oils the clapper? " * 30}
    mail = compound_file(outlook_mail(values, [("st07601.txt", quiet_hours(tmp_path).read_bytes())]))
    drop_held(shown, held(("Bells.msg", mail), ("note.txt", b"1. The Council notes the report on ports.")))
    names = sorted(document.file_name for document in shown.desk.documents.all())
    assert names == ["Bells.msg", "note.txt", "st07601.txt"]
    assert shown.desk.documents.original_bytes(DocumentId(1)) == mail


def test_one_file_without_an_index_comes_in(shown: MainWindow) -> None:
    drop_held(shown, held(("note.txt", b"1. The Council notes the report on ports."), in_order=False))
    assert [document.file_name for document in shown.desk.documents.all()] == ["note.txt"]


def test_what_is_not_handed_over_says_what_to_do(shown: MainWindow) -> None:
    data = held(("Bells.msg", None))
    data.setData('application/x-qt-windows-mime;value="FileContents";index=0', b"")
    drop_held(shown, data)
    assert shown.desk.documents.all() == []
    assert "save it to a folder" in shown.notices.text.text()
