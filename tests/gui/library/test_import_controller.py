import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.desk import Desk
from delegate_desk.gui.library.import_controller import ImportController
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.save_file_dialog import downloads_folder
from support.document_values import QUIET_HOURS, quiet_hours


def meeting(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("papers/a.txt", QUIET_HOURS)
        archive.writestr("b.ods", "x")
        archive.writestr("c.txt", f"{QUIET_HOURS}\n4. More.\n")
    return path


def left(desk: Desk) -> list[Path]:
    return list((desk.folder / "originals" / "incoming").iterdir())


def test_an_archive_brings_each_file_in_it_and_is_closed(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    importing = ImportController(desk, tasks)
    progress = QSignalSpy(importing.progressed)
    with qtbot.waitSignal(importing.finished) as finished:
        importing.import_paths([meeting(tmp_path), quiet_hours(tmp_path, text=f"{QUIET_HOURS}\n5. Last.\n")])
    came, refused = finished.args
    assert len(came) == 3
    assert [error.reason for error in refused if isinstance(error, UnreadableDocumentError)] == [
        ImportFailure.UNSUPPORTED
    ]
    assert progress.at(progress.count() - 1)[1:] == [3, 4]
    assert left(desk) == []


def test_an_archive_is_closed_when_one_stops_in_the_middle_of_it(
    desk: Desk, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    importing = ImportController(desk, tasks)
    importing.progressed.connect(lambda name, *_: importing.stop() if name == "b.ods" else None)
    with qtbot.waitSignal(importing.finished) as finished:
        importing.import_paths([meeting(tmp_path)])
    assert len(finished.args[0]) == 1
    assert left(desk) == []


def test_files_are_chosen_in_the_downloads_folder_if_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = QStandardPaths.StandardLocation
    places = {kinds.DownloadLocation: tmp_path / "Downloads", kinds.DocumentsLocation: tmp_path}
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(places[kind]))
    assert downloads_folder() == tmp_path
    (tmp_path / "Downloads").mkdir()
    assert downloads_folder() == tmp_path / "Downloads"
