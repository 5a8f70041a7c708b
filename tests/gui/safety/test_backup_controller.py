import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from delegate_desk import settings
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.errors import DeskError, DiskFullError
from delegate_desk.core.library.backup import BackupResult
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.safety import safety_controllers
from delegate_desk.gui.safety.care_dialogs import BackupsDialog
from delegate_desk.gui.safety.safety_controllers import BackupController
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.services.library.backups import Backups
from support.main_windows import click, open_dialog, run_action, save, settle


@pytest.fixture
def backingup(reading: MainWindow) -> BackupController:
    (found,) = reading.findChildren(BackupController)
    return found


def said(window: MainWindow) -> str:
    assert not window.notices.isHidden()
    return window.notices.text.text()


def backups(desk: Desk) -> list[Path]:
    return sorted((desk.folder / "backups").glob("*.ddbackup"))


def listed(dialog: BackupsDialog) -> list[tuple[str, str, str]]:
    items = [dialog.ui.backup_list.topLevelItem(n) for n in range(dialog.ui.backup_list.topLevelItemCount())]
    return [(item.text(2), item.text(3), item.text(4)) for item in items if item is not None]


def test_the_library_is_backed_up_and_restored_beside(
    reading: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, full = tmp_path / "all.ddbackup", tmp_path / "full"
    full.mkdir()
    (full / "other").touch()
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda _, arguments: started.append(arguments))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(full))
    run_action(reading, reading.ui.action_back_up)
    assert "Backup verified: " in said(reading)
    assert ", 1 documents" in said(reading)
    for folder in ("Delegate Desk restored", "Delegate Desk restored 2"):
        run_action(reading, reading.ui.action_restore)
        assert f'--library "{full / folder}"' in said(reading)
        started.clear()
        reading.notices.link.click()
        assert started[0][-2:] == ["--library", str(full / folder)]
        with open_desk(full / folder) as again:
            assert len(again.documents.all()) == 1
    assert reading.ui.progress_bar.isHidden()


def test_what_was_typed_is_in_the_backup(
    reading: MainWindow, desk: Desk, first: Place, backingup: BackupController, tmp_path: Path
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE))
    settle(reading)
    flushed = []
    reading.tasks.flush_requested.connect(lambda: flushed.append(True))
    backingup.back_up_to(tmp_path / "all.ddbackup")
    settle(reading)
    assert flushed == [True]


def test_a_backup_is_made_once_a_day_where_anything_changed(
    reading: MainWindow, desk: Desk, first: Place, backingup: BackupController
) -> None:
    for _ in range(2):
        backingup.back_up_if_due()
        settle(reading)
        assert len(backups(desk)) == 1
    assert reading.notices.isHidden()
    (made,) = backups(desk)
    made.rename(made.with_name(made.name.replace(made.name[:10], "2026-01-01")))
    backingup.back_up_if_due()
    settle(reading)
    assert len(backups(desk)) == 1
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE))
    backingup.back_up_if_due()
    settle(reading)
    assert len(backups(desk)) == 2


def test_an_absent_second_place_is_said_once_and_tried_again(
    reading: MainWindow, desk: Desk, first: Place, backingup: BackupController, stick: Path, tmp_path: Path
) -> None:
    dialog = open_dialog(reading, reading.ui.action_backups, BackupsDialog)
    dialog.set_second_place(stick)
    settle(reading)
    assert dialog.ui.note_label.text().startswith("Backup verified.")
    assert sorted(where for where, *_ in listed(dialog)) == ["library", "second location"]
    dialog.close()
    away = stick.rename(tmp_path / "pocket")
    for n in range(2):
        for path in backups(desk):  # as if it were of another day
            path.rename(path.with_name(path.name.replace(path.name[:10], "2026-01-01")))
        desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE))
        backingup.back_up_if_due()
        settle(reading)
        assert reading.notices.isHidden() is bool(n)
        reading.notices.hide()
    (old,) = away.glob("*/*.ddbackup")
    old.unlink()
    away.rename(stick)
    backingup.back_up_if_due()
    settle(reading)
    assert [path.name for path in stick.glob("*/*.ddbackup")] == [backups(desk)[-1].name]


def test_the_list_says_what_each_is_kept_as_and_what_goes_next(reading: MainWindow, desk: Desk) -> None:
    dialog = open_dialog(reading, reading.ui.action_backups, BackupsDialog)
    assert listed(dialog) == []
    assert not dialog.ui.restore_button.isEnabled()
    click(reading, dialog.ui.make_button)
    assert listed(dialog) == [("library", "daily, weekly, monthly", "")]
    (made,) = backups(desk)
    for n in range(1, 9):
        day = datetime.now(UTC) - timedelta(days=n)
        made.with_name(f"{day:%Y-%m-%dT%H%M%SZ}-{made.name[-13:]}").write_bytes(made.read_bytes())
    (desk.folder / "backups" / "library-before-step-4.sqlite3").write_bytes(b"x")
    click(reading, dialog.ui.make_button)
    rows = listed(dialog)
    assert sum("daily" in kept for _, kept, _ in rows) == 7
    assert ("library", "before an upgrade", "") in rows
    shown = dialog.ui.backup_list
    assert all(shown.columnWidth(column) >= shown.sizeHintForColumn(column) for column in range(4))
    assert [going for *_, going in rows].count("at the next backup") >= 1
    assert "expired backup" in dialog.ui.note_label.text()
    assert dialog.ui.restore_button.isEnabled()
    for button in (dialog.ui.make_button, dialog.ui.close_button, dialog.ui.choose_button):
        assert "&" in button.text()


def _endless(*_: object) -> Steps[BackupResult]:
    while True:
        time.sleep(0.01)
        yield 1, 2


# On closing


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The settings."""
    return tmp_path / "settings.json"


def test_leaving_backs_up_what_changed(desk: Desk, first: Place, file: Path, stick: Path, qapp: QApplication) -> None:
    desk.backups.choose_second(stick)
    settings.save(file, replace(settings.Settings(), second_places={str(desk.folder): str(stick)}))
    for _ in range(2):
        safety_controllers.ExitBackupDialog(desk, file).run()
        assert len(backups(desk)) == len(list(stick.glob("*/*.ddbackup"))) == 1


def test_leaving_is_shown_after_a_moment_and_can_be_skipped(
    desk: Desk, held: DocumentId, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "back_up", _endless)
    monkeypatch.setattr(safety_controllers, "QUIET", 20)
    leaving = safety_controllers.ExitBackupDialog(desk, file)
    qtbot.addWidget(leaving)
    seen: list[bool] = []

    def skip() -> None:
        if not leaving.isVisible():
            QTimer.singleShot(20, leaving, skip)
            return
        seen.append(leaving.isVisible())
        qtbot.keyClick(leaving, Qt.Key.Key_Escape)

    QTimer.singleShot(20, leaving, skip)
    leaving.run()
    assert seen == [True]
    assert leaving.isHidden()


def test_leaving_is_not_held_up_by_what_fails(
    desk: Desk, held: DocumentId, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Iterator[None]:
        raise RuntimeError

    monkeypatch.setattr(Backups, "is_due", fail)
    safety_controllers.ExitBackupDialog(desk, file).run()
    (desk.folder / "backups").write_text("a file where the folder should be")
    monkeypatch.setattr(Backups, "is_due", lambda _: True)
    leaving = safety_controllers.ExitBackupDialog(desk, file)
    qtbot.addWidget(leaving)
    texts: list[str] = []

    def close() -> None:
        if not (leaving.isVisible() and leaving.bar.isHidden()):
            QTimer.singleShot(20, leaving, close)
            return
        texts.append(leaving.ui.text_label.text())
        leaving.ui.skip_button.click()

    QTimer.singleShot(20, leaving, close)
    leaving.run()
    assert "cannot be written" in texts[0]


def note(window: MainWindow, desk: Desk, place: Place, text: str) -> None:
    made = desk.annotations.new(place, AnnotationKind.NOTE, text=text)
    save(window, lambda: desk.annotations.save(made))


@pytest.fixture
def place(first: Place, window: MainWindow) -> Place:
    """The first paragraph, in a window whose sidecars are written at once."""
    window.sidecar_sync._timer.setInterval(1)
    window.sidecar_sync.run()
    settle(window)
    return first


def test_soon_after_a_change_it_is_in_a_plain_file(window: MainWindow, desk: Desk, place: Place, qtbot: QtBot) -> None:
    note(window, desk, place, "said in plain")
    qtbot.waitUntil(lambda: not desk.sidecars.count_outdated())
    settle(window)
    said = json.loads(
        (desk.folder / "sidecars" / f"{desk.documents.get(place.document).sha256}.jsonld").read_text("utf-8")
    )
    assert said["annotations"][0]["body"][0]["value"] == "said in plain"


def test_a_disk_that_is_full_is_said_once(window: MainWindow, place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> None:
        raise DiskFullError(str(window.desk.folder))

    said: list[Exception] = []
    monkeypatch.setattr(window.desk.sidecars, "catch_up", full)
    window.tasks.failed.connect(said.append)
    for _ in range(3):
        window.sidecar_sync.run()
        settle(window)
    assert [isinstance(error, DeskError) for error in said] == [True]


@pytest.mark.usefixtures("place")
def test_changes_put_it_off_only_so_long(window: MainWindow) -> None:
    window.sidecar_sync._timer.setInterval(safety_controllers.SOON)
    for _ in range(30):
        window.tasks.changed.emit(Changes())
    assert window.sidecar_sync._postponed == 10
