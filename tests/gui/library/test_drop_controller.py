from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import quiet_hours
from support.main_windows import drop


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
