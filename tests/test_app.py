import sqlite3
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from delegate_desk import app
from delegate_desk.desk import encryption, open_desk
from delegate_desk.gui.context import Ending
from delegate_desk.gui.shell.main_window import MainWindow
from support import modal_dialogs
from support.document_values import quiet_hours


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A library written by a newer version of the program."""
    folder = tmp_path / "library"
    open_desk(folder).close()
    database = sqlite3.connect(folder / "library.sqlite3")
    database.execute("PRAGMA user_version = 9999")
    database.close()
    return folder


def test_a_library_of_a_newer_version_is_refused_in_one_sentence(newer: Path, qapp: QApplication) -> None:
    said: list[str] = []

    def read(box: QMessageBox) -> None:
        said.append(box.text())
        box.close()

    modal_dialogs.answer(QMessageBox, read)
    assert app.run(newer) == 1
    assert len(said) == 1
    assert "newer version" in said[0]


def test_after_work_on_the_closed_library_the_window_says_so_and_no_index_is_missed(
    tmp_path: Path, qapp: QApplication
) -> None:
    library = tmp_path / "library"
    with open_desk(library) as desk:
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
        desk.indexing.make_ready()
    seen: list[tuple[bool, str, int, bool]] = []

    def look() -> None:
        window = next((one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()), None)
        if window is None or window.tasks.is_busy:
            return
        found = window.desk.search.find("quiet", patient=True)
        seen.append((window.notices.isVisible(), window.notices.head.text(), found.total, found.was_rebuilt))
        if window.desk.cipher.seals:
            window.close()
            return
        work = partial(encryption.turn_on, library, "correct horse battery")
        window.leave(Ending(False, "Encrypting the library", work, "Library encrypted"))

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    assert app.run(library) == 0
    timer.stop()
    (_, _, total, _), after = seen
    assert total > 0
    assert after == (True, "Library encrypted", total, False)


def test_the_window_is_drawn_into_a_picture(tmp_path: Path, qapp: QApplication) -> None:
    library = tmp_path / "library"
    with open_desk(library) as desk:
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
    app.draw_window(library, tmp_path / "window.png")
    assert (tmp_path / "window.png").stat().st_size > 20_000
