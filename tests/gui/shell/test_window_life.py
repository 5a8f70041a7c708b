"""The window from its start to its end: notices, a clock that changes, and nothing left behind."""

import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from delegate_desk import paths, settings
from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.desk import Desk
from delegate_desk.gui.annotations.annotation_fields import DueEdit
from delegate_desk.gui.help.manual_window import ManualWindow
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.gui.widgets.labels import terms
from support.fake_clock import Clock, clocked, in_zone, moment
from support.main_windows import click, open_window, settle

NOW = "0.8.0"


@pytest.fixture(autouse=True)
def _version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "__version__", NOW)


def start(window: MainWindow, settings_file: Path) -> None:
    window.notices.hide()
    application.check_surroundings(window, settings_file)
    settle(window)


def said(window: MainWindow, tmp_path: Path) -> str:
    """The text of the notice after a start."""
    start(window, tmp_path / "settings.json")
    return window.notices.text.text() if window.notices.isVisible() else ""


def test_a_break_off_is_said_at_the_next_start_and_nothing_where_there_is_nothing_to_say(
    window: MainWindow, tmp_path: Path
) -> None:
    assert said(window, tmp_path) == ""
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "crash-1.log").write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    assert "closed unexpectedly" in said(window, tmp_path)
    assert said(window, tmp_path) == ""
    over = subprocess.Popen([sys.executable, "-c", ""])
    over.wait()
    (folder / f"crash-{over.pid}.log").write_text("A window was open.\n", encoding="utf-8")
    sentence = said(window, tmp_path)
    assert "shut down by the system" in sentence
    assert "back where you were" in sentence
    assert said(window, tmp_path) == ""


def test_conflict_copies_are_named_at_each_start(window: MainWindow, tmp_path: Path) -> None:
    copies = [f"library.sync-conflict-2026112{n}-101500-ABCDEF7.sqlite3" for n in range(5)]
    for name in copies:
        (window.desk.folder / name).touch()
    for _ in range(2):
        sentence = said(window, tmp_path)
        assert ", ".join(copies[:3]) + " …" in sentence
        assert copies[3] not in sentence


@pytest.mark.styled
def test_a_synced_folder_is_said_once_whole_where_asked_for_and_not_named_in_the_settings(
    window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    first = said(window, tmp_path)
    assert first.startswith("Syncthing copies")
    assert "by package or shared folder" in first
    text, more = window.notices.text, window.notices.ui.more_button
    assert (text.isVisible(), more.isVisible()) == (False, True)
    click(window, more)
    assert text.heightForWidth(text.width()) > text.fontMetrics().lineSpacing()
    assert text.visibleRegion().boundingRect().height() == text.height()
    kept = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert '"synced_said"' in kept
    assert "library" not in kept.split('"synced_said"')[1].split("]")[0]
    assert said(window, tmp_path) == ""


def test_settings_that_cannot_be_kept_are_no_fault(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "settings.json").unlink(missing_ok=True)
    (tmp_path / "settings.json").mkdir()  # it cannot be replaced
    for _ in range(2):
        assert said(window, tmp_path).startswith("Syncthing copies")
    (tmp_path / "settings.json").rmdir()


def head_of_the_notice(window: MainWindow, file: Path) -> str:
    """The subject of the notice after a start."""
    start(window, file)
    return window.notices.head.text() if window.notices.isVisible() else ""


@pytest.mark.parametrize("kept", ['{"theme": "light"}', '{"seen_version": "0.7.9"}', '{"seen_version": "0.0.10"}'])
def test_after_an_upgrade_a_notice_leads_once_to_what_is_new(window: MainWindow, tmp_path: Path, kept: str) -> None:
    file = tmp_path / "kept.json"
    file.write_text(kept, encoding="utf-8")
    assert head_of_the_notice(window, file) == f"Delegate Desk has been updated to version {NOW}"
    window.notices.link.click()
    (manual,) = window.findChildren(ManualWindow)
    assert manual.page.name == "new"
    assert head_of_the_notice(window, file) == ""


def test_nothing_is_new_at_the_first_start_of_all_or_to_an_older_version(window: MainWindow, tmp_path: Path) -> None:
    for n, kept in enumerate(["", '{"seen_version": ""}', f'{{"seen_version": "{NOW}"}}', "{", "[]"]):
        file = tmp_path / f"kept{n}.json"
        if kept:
            file.write_text(kept, encoding="utf-8")
        assert head_of_the_notice(window, file) == "", kept
        assert settings.load(file).seen_version == NOW, kept
    settings.save(file, settings.Settings(seen_version="99.0"))
    assert head_of_the_notice(window, file) == ""
    assert settings.load(file).seen_version == "99.0"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    with clocked(monkeypatch, moment("2026-07-14 10:00")) as set_by_hand:
        yield set_by_hand


@pytest.mark.parametrize(
    ("zone", "now", "typed", "due"),
    [
        ("Europe/Brussels", "2026-07-14 10:00", "14.1. 12:00", "2027-01-14 11:00"),  # winter is an hour behind
        ("Europe/Brussels", "2026-07-14 10:00", "14.8. 12:00", "2026-08-14 10:00"),
        ("Europe/Brussels", "2026-01-14 10:00", "2026-07-14 12:00", "2026-07-14 10:00"),
        ("Europe/Brussels", "2026-10-24 10:00", "+1", "2026-10-25 22:59"),  # the night between is an hour longer
        ("Europe/Athens", "2026-03-28 10:00", "29.3. 12:00", "2026-03-29 09:00"),
        ("Europe/Brussels", "2026-07-14 10:00", "2100-01-14 12:00", "2100-01-14 11:00"),
    ],
)
def test_a_deadline_is_by_the_clock_of_its_own_day(
    qapp: QApplication, clock: Clock, zone: str, now: str, typed: str, due: str
) -> None:
    in_zone(clock, zone)
    clock.now = moment(now)
    edit = DueEdit()
    edit.setText(typed)
    edit.textEdited.emit(typed)
    assert edit.due == moment(due)


def test_the_zone_may_change_while_the_window_is_open(window: MainWindow, first: Place, clock: Clock) -> None:
    in_zone(clock, "Europe/Brussels")
    desk = window.desk
    made = desk.annotations.new(first, AnnotationKind.NOTE, text="due")
    made = replace(made, due=moment("2026-07-15 09:00"))
    desk.annotations.save(made)
    assert made.due
    assert "11:00" in terms.format_timestamp(made.due)
    clock.travel("Europe/Lisbon")
    window.list_controller.count_due()  # as every half minute
    settle(window)
    assert "10:00" in terms.format_timestamp(made.due)


def test_what_is_due_is_told_right_after_the_clock_was_put_right(
    window: MainWindow, first: Place, clock: Clock
) -> None:
    soon, late = "1 due within a day", "1 overdue"
    made = window.desk.annotations.new(first, AnnotationKind.NOTE, text="due")
    window.desk.annotations.save(replace(made, due=clock.now + timedelta(hours=5)))
    for jump, counted in ((0, soon), (6, late), (-100, ""), (94, soon), (24 * 27_000, late)):
        clock.jump(timedelta(hours=jump))
        window.list_controller.count_due()
        settle(window)
        assert window.ui.due_button.text() == counted


def test_a_closed_window_leaves_nothing_behind(
    desk: Desk, held: DocumentId, tmp_path: Path, qapp: QApplication
) -> None:
    def once() -> "weakref.ref[QObject]":
        window = open_window(desk, tmp_path / "settings.json")
        window.open_document(held)
        window.search("berth")
        window.open_position(held)
        window.dossiers_controller.open(held)
        window.comparison_controller.open(held, held)
        settle(window)
        window.close()
        window.deleteLater()
        return weakref.ref(window)

    nobody: QObject | None = None

    def widgets() -> int:
        for _ in range(3):
            QCoreApplication.sendPostedEvents(nobody, QEvent.Type.DeferredDelete)
            qapp.processEvents()
            gc.collect()
        return len(qapp.allWidgets())

    once()
    before = widgets()
    for _ in range(3):
        once()
    assert widgets() <= before
