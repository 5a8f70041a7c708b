import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from delegate_desk import app
from delegate_desk.desk import open_desk
from papers import quiet_hours


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A library that a newer version of the program wrote."""
    folder = tmp_path / "library"
    open_desk(folder).close()
    database = sqlite3.connect(folder / "library.sqlite3")
    database.execute("PRAGMA user_version = 9999")
    database.close()
    return folder


def test_a_library_of_a_newer_version_is_refused_in_one_sentence(newer: Path, qapp: QApplication) -> None:
    said: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.close()

    QTimer.singleShot(50, read)
    assert app.run(newer) == 1
    assert len(said) == 1
    assert "newer version" in said[0]


def test_the_window_is_drawn_into_a_picture(tmp_path: Path, qapp: QApplication) -> None:
    library = tmp_path / "library"
    with open_desk(library) as desk:
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
    app.picture(library, tmp_path / "window.png")
    assert (tmp_path / "window.png").stat().st_size > 20_000
