"""Notices at the start: a crash, a service that copies the library, and its conflict copies."""

import subprocess
import sys
from pathlib import Path

import pytest

from delegate_desk import paths, settings
from delegate_desk.gui.help.manual_window import ManualWindow
from delegate_desk.gui.shell import application
from delegate_desk.gui.shell.application import check_surroundings
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle

NOW = "0.8.0"


@pytest.fixture(autouse=True)
def _version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "__version__", NOW)


def said(window: MainWindow, tmp_path: Path) -> str:
    """The text of the notice after a start."""
    window.notices.hide()
    check_surroundings(window, tmp_path / "settings.json")
    settle(window)
    return window.notices.text.text() if window.notices.isVisible() else ""


def test_nothing_is_said_where_there_is_nothing_to_say(window: MainWindow, tmp_path: Path) -> None:
    assert said(window, tmp_path) == ""


def test_a_break_off_is_said_at_the_next_start(window: MainWindow, tmp_path: Path) -> None:
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "crash-1.log").write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    assert "closed unexpectedly" in said(window, tmp_path)
    assert said(window, tmp_path) == ""


def test_a_window_that_was_killed_is_reported_once(window: MainWindow, tmp_path: Path) -> None:
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    over = subprocess.Popen([sys.executable, "-c", ""])
    over.wait()
    (folder / f"crash-{over.pid}.log").write_text("A window was open.\n", encoding="utf-8")
    sentence = said(window, tmp_path)
    assert "shut down by the system" in sentence
    assert "back where you were" in sentence
    assert said(window, tmp_path) == ""


def test_a_synced_folder_is_said_once(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    first = said(window, tmp_path)
    assert first.startswith("Syncthing copies")
    assert "by package or shared folder" in first
    assert said(window, tmp_path) == ""


def test_conflict_copies_are_named_at_each_start(window: MainWindow, tmp_path: Path) -> None:
    copies = [f"library.sync-conflict-2026112{n}-101500-ABCDEF7.sqlite3" for n in range(5)]
    for name in copies:
        (window.desk.folder / name).touch()
    for _ in range(2):
        sentence = said(window, tmp_path)
        assert ", ".join(copies[:3]) + " …" in sentence
        assert copies[3] not in sentence


@pytest.mark.parametrize("text", ["zanzibar"])
def test_the_settings_name_no_library_that_is_synced(window: MainWindow, tmp_path: Path, text: str) -> None:
    (tmp_path / ".stfolder").mkdir()
    said(window, tmp_path)
    kept = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert '"synced_said"' in kept
    assert "library" not in kept.split('"synced_said"')[1].split("]")[0]


@pytest.mark.styled
def test_a_sentence_that_runs_over_is_shown_whole_where_asked_for(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    said(window, tmp_path)
    text, more = window.notices.text, window.notices.ui.more_button
    settle(window)
    assert (text.isVisible(), more.isVisible()) == (False, True)
    more.click()
    settle(window)
    assert text.heightForWidth(text.width()) > text.fontMetrics().lineSpacing()
    assert text.visibleRegion().boundingRect().height() == text.height()


def test_settings_that_cannot_be_kept_are_no_fault(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    (tmp_path / "settings.json").unlink(missing_ok=True)
    (tmp_path / "settings.json").mkdir()  # it cannot be replaced
    for _ in range(2):
        assert said(window, tmp_path).startswith("Syncthing copies")
    (tmp_path / "settings.json").rmdir()


def head_of_the_notice(window: MainWindow, file: Path) -> str:
    """The subject of the notice after a start."""
    window.notices.hide()
    check_surroundings(window, file)
    settle(window)
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


def test_nothing_is_new_at_the_first_start_of_all(window: MainWindow, tmp_path: Path) -> None:
    for n, kept in enumerate(["", '{"seen_version": ""}', f'{{"seen_version": "{NOW}"}}', "{", "[]"]):
        file = tmp_path / f"kept{n}.json"
        if kept:
            file.write_text(kept, encoding="utf-8")
        assert head_of_the_notice(window, file) == "", kept
        assert settings.load(file).seen_version == NOW, kept


def test_an_older_version_than_the_last_one_notes_nothing(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    settings.save(file, settings.Settings(seen_version="99.0"))
    assert head_of_the_notice(window, file) == ""
    assert settings.load(file).seen_version == "99.0"
