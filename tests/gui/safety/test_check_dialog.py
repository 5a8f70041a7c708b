"""The dialogs on a damaged library, and of the library check."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from delegate_desk.cipher import PLAIN
from delegate_desk.core.errors import LibraryDamagedError
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.context import LOCKED
from delegate_desk.gui.safety import care_dialogs
from delegate_desk.gui.safety.care_dialogs import CheckDialog, SupportDialog
from delegate_desk.gui.safety.library_dialogs import DamagedDialog
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.libraries import note_damage, was_damage_noticed
from delegate_desk.storage.db.database import FILE_NAME
from support.damaged_libraries import HARMS, fill, put
from support.main_windows import open_dialog


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with documents, notes and a backup, that is not open."""
    with open_desk(tmp_path / "library") as desk:
        fill(desk, tmp_path / "papers", papers=2, notes=5)
        finish(desk.backups.back_up())
    return tmp_path / "library"


def _damaged(library: Path, tasks: Tasks, qtbot: QtBot) -> DamagedDialog:
    put(library, HARMS["truncated"]((library / FILE_NAME).read_bytes()))
    with pytest.raises(LibraryDamagedError) as raised:
        open_desk(library)
    dialog = DamagedDialog(library, PLAIN, None, raised.value, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_damaged_library_is_explained_recovered_listed_and_opened(library: Path, tasks: Tasks, qtbot: QtBot) -> None:
    dialog = _damaged(library, tasks, qtbot)
    assert str(library) in dialog.ui.message_label.text()
    assert not dialog.ui.open_button.isVisible()
    dialog.ui.recover_button.click()
    assert not dialog.ui.recover_button.isEnabled()
    tasks.wait()
    said = dialog.ui.sources_text.toPlainText()
    assert "notes: " in said
    assert str(library / "damaged") in said
    dialog.ui.recover_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    with open_desk(library) as desk:
        assert len(desk.annotations.all()) == 10


def test_one_that_quits_finds_the_damaged_library_as_it_was(library: Path, tasks: Tasks, qtbot: QtBot) -> None:
    dialog = _damaged(library, tasks, qtbot)
    broken = (library / FILE_NAME).read_bytes()
    dialog.ui.quit_button.click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert (library / FILE_NAME).read_bytes() == broken


def test_a_backup_is_restored_beside_a_damaged_library(
    library: Path, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _damaged(library, tasks, qtbot)
    broken = (library / FILE_NAME).read_bytes()
    dialog.restore(next((library / "backups").glob("*.ddbackup")), tmp_path / "beside")
    tasks.wait()
    assert str(tmp_path / "beside") in dialog.ui.message_label.text()
    assert (library / FILE_NAME).read_bytes() == broken
    with open_desk(tmp_path / "beside") as desk:
        assert len(desk.annotations.all()) == 10


def test_damage_that_was_met_is_asked_about_and_can_be_let_be(library: Path, tasks: Tasks, qtbot: QtBot) -> None:
    note_damage(library)
    dialog = DamagedDialog(library, PLAIN, None, None, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ui.open_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not was_damage_noticed(library)


def test_a_whole_library_is_said_to_be(desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    dialog = CheckDialog(desk, tasks, None)
    dialog.show()
    tasks.wait()
    assert "No problems found" in dialog.ui.findings_text.toPlainText()
    assert not dialog.ui.repair_button.isEnabled()
    dialog.close()


def test_what_is_found_is_repaired(desk: Desk, tasks: Tasks, qtbot: QtBot, tmp_path: Path) -> None:
    fill(desk, tmp_path / "papers", papers=1, notes=0)
    original = desk.documents.original(desk.documents.all()[0].id)
    place = tmp_path / "stick" / "delegate-desk-12345678" / "originals" / original.parent.name
    place.mkdir(parents=True)
    shutil.copy(original, place)
    original.unlink()
    dialog = CheckDialog(desk, tasks, tmp_path / "stick")
    dialog.show()
    tasks.wait()
    assert "is missing" in dialog.ui.findings_text.toPlainText()
    dialog.ui.repair_button.click()
    tasks.wait()
    assert "was restored from the second backup location" in dialog.ui.findings_text.toPlainText()
    assert original.is_file()
    dialog.close()


def test_what_cannot_be_repaired_is_said_with_what_to_do(
    desk: Desk, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(desk, tmp_path / "papers", papers=1, notes=0)
    desk.documents.original(desk.documents.all()[0].id).unlink()
    dialog = CheckDialog(desk, tasks, None)
    dialog.show()
    tasks.wait()
    dialog.ui.repair_button.click()
    tasks.wait()
    assert "Import the file again" in dialog.ui.findings_text.toPlainText()
    dialog.close()


def test_a_damaged_database_is_recovered_when_the_window_is_closed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = care_dialogs.show_check_dialog(window.context)
    window.tasks.wait()
    dialog.recovery_requested.emit()
    assert window.ending == LOCKED
    assert was_damage_noticed(window.desk.folder)


def test_once_in_a_while_the_whole_database_is_looked_over(window: MainWindow, tmp_path: Path) -> None:
    folder = window.desk.folder
    fill(window.desk, tmp_path / "papers", papers=1, notes=1)
    assert window.desk.find_damage() == []
    with contextlib.closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE annotation SET visibility = 'invernal'")  # with a flipped bit
    care_dialogs.check_in_background(window.context)
    window.tasks.wait()
    assert not was_damage_noticed(folder)  # it was checked a moment ago
    os.utime(folder / "looked-over", (0, 0))
    care_dialogs.check_in_background(window.context)
    window.tasks.wait()
    assert was_damage_noticed(folder)
    assert window.notices.isVisible()


def test_help_shows_the_whole_report(reading: MainWindow) -> None:
    dialog = open_dialog(reading, reading.ui.action_support, SupportDialog)
    said = dialog.ui.report_text.toPlainText()
    assert said.startswith("Qt: 6.")
    assert "  integrity: ok" in said
    assert "  document: 1" in said
    assert "Quiet" not in said
    dialog.close()


def test_the_report_is_saved_or_why_not_is_said(reading: MainWindow, tmp_path: Path) -> None:
    dialog = open_dialog(reading, reading.ui.action_support, SupportDialog)
    dialog.save(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == dialog.ui.report_text.toPlainText() + "\n"
    dialog.save(tmp_path / "not there" / "report.txt")
    assert dialog.ui.note_label.text().endswith("could not be saved: No such file or directory.")
    dialog.close()
