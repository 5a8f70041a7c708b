import os
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.desk import Desk
from delegate_desk.gui.shell.main_window import MainWindow
from support.document_values import quiet_hours
from support.main_windows import settle


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "incoming"
    made.mkdir()
    return made


def put(folder: Path, name: str = "quiet hours.txt", text: str | None = None) -> None:
    """Put a file there that has been whole for a while."""
    file = quiet_hours(folder, name=name, text=text) if text else quiet_hours(folder, name=name)
    before = time.time() - 60
    os.utime(file, (before, before))


def test_what_is_put_into_a_watched_folder_comes_in_quietly(
    window: MainWindow, desk: Desk, folder: Path, qtbot: QtBot
) -> None:
    put(folder)
    window.folder_watcher.watch(folder)
    settle(window)
    assert window.ui.watched_label.text() == "Watching incoming"
    assert [held.name for held in desk.documents.all()] == ["ST 7001/26"]
    assert window.notices.text.text() == "ST 7001/26 was imported."
    assert window.tabs.count() == 0  # nothing opens unasked
    put(folder, "other.txt", "1. A text of its own.")
    put(folder, "again.txt")
    window.notices.hide()
    window.folder_watcher.poll()
    settle(window)
    assert len(desk.documents.all()) == 2
    assert "already in the library" not in window.notices.text.text()
    window.folder_watcher.poll()
    settle(window)
    assert len(desk.documents.all()) == 2


def test_watching_stops_when_asked(window: MainWindow, desk: Desk, folder: Path) -> None:
    window.folder_watcher.watch(folder)
    settle(window)
    stop = window.ui.watched_menu.actions()[0]
    assert stop.text() == str(folder)
    stop.trigger()
    settle(window)
    assert desk.watched_folders.folders() == []
    assert window.ui.watched_label.isHidden()
    put(folder)
    window.folder_watcher.poll()
    settle(window)
    assert desk.documents.all() == []
