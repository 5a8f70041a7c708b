"""Several libraries: one after the other in one program, each found again, and the others unchanged."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from delegate_desk import paths, settings
from delegate_desk.core.progress import finish
from delegate_desk.desk import encryption, open_desk
from delegate_desk.gui import single_instance
from delegate_desk.gui.context import OVER
from delegate_desk.gui.library import library_switcher
from delegate_desk.gui.safety.library_dialogs import UnlockDialog
from delegate_desk.gui.shell.main_window import MainWindow
from delegate_desk.settings import Settings
from support.document_values import quiet_hours
from support.main_windows import modal, settle
from support.scripted_program import Condition, Script, stands
from support.scripted_program import window as open_now

PASSPHRASE = "correct horse battery"


def made(folder: Path, paper: Path | None = None) -> Path:
    """A library, with a document in it if one is given."""
    with open_desk(folder) as desk:
        if paper is not None:
            desk.documents.add(desk.documents.read(paper))
    return folder


def recent(window: MainWindow) -> list[str]:
    library_switcher.fill_recent_menu(window.context, window.ui.recent_menu)
    return [action.text() for action in window.ui.recent_menu.actions()]


def test_one_goes_from_library_to_library_and_back(tmp_path: Path, qapp: QApplication) -> None:
    other = made(tmp_path / "Fisheries", quiet_hours(tmp_path))
    made(paths.default_library())

    def script() -> Iterator[Condition]:
        yield lambda: stands("Delegate Desk") and not open_now().ui.action_own_library.isEnabled()
        library_switcher.switch_library(open_now().context, other)
        yield lambda: stands("Fisheries - Delegate Desk")
        assert [held.name for held in open_now().desk.documents.all()] == ["ST 7001/26"]
        left = single_instance.claim_library(paths.default_library(), (), lambda: None)
        assert left is not None  # the lock goes with the library: anyone who starts the program on it has it
        left.close()
        open_now().ui.action_own_library.trigger()
        yield lambda: stands("Delegate Desk")
        assert recent(open_now()) == [f"Fisheries · {tmp_path}"]
        open_now().ui.recent_menu.actions()[0].trigger()
        yield lambda: stands("Fisheries - Delegate Desk")
        assert recent(open_now()) == []

    Script(script()).run(paths.default_library())


def test_a_library_that_is_not_unlocked_leads_back_to_the_one_before(tmp_path: Path, qapp: QApplication) -> None:
    one, sealed = made(tmp_path / "one"), made(tmp_path / "sealed")
    finish(encryption.turn_on(sealed, PASSPHRASE))

    def script() -> Iterator[Condition]:
        yield lambda: stands("one - Delegate Desk")
        library_switcher.switch_library(open_now().context, sealed)
        yield lambda: isinstance(QApplication.activeModalWidget(), UnlockDialog)
        modal(UnlockDialog).reject()
        yield lambda: stands("one - Delegate Desk")
        library_switcher.switch_library(open_now().context, sealed)
        yield lambda: isinstance(QApplication.activeModalWidget(), UnlockDialog)
        dialog = modal(UnlockDialog)
        dialog.ui.passphrase_edit.setText(PASSPHRASE)
        dialog.ui.passphrase_edit.textEdited.emit(PASSPHRASE)
        dialog.ui.unlock_button.click()
        yield lambda: stands("sealed - Delegate Desk")

    Script(script()).run(one)


def test_a_folder_that_holds_no_library_or_that_of_a_newer_version_is_said_and_one_stays(
    window: MainWindow, tmp_path: Path
) -> None:
    newer = made(tmp_path / "newer")
    database = sqlite3.connect(newer / "library.sqlite3")
    database.execute("PRAGMA user_version = 9999")
    database.close()
    faults = {tmp_path: "does not contain a library", tmp_path / "stick": "is not available", newer: "newer version"}
    for folder, said in faults.items():
        library_switcher.switch_library(window.context, folder)
        settle(window)
        assert said in window.notices.text.text()
        assert window.ending == OVER
        assert window.isVisible()
    assert not (tmp_path / "stick").exists()
    assert not (tmp_path / "library.sqlite3").exists()


def test_one_that_is_open_elsewhere_comes_to_the_front_and_one_stays(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = made(tmp_path / "other")
    monkeypatch.setattr(
        single_instance, "hand_over", lambda address, files: True
    )  # its answer comes from another program
    first = single_instance.claim_library(other, (), lambda: None)
    assert first is not None
    with contextlib.closing(first):
        library_switcher.switch_library(window.context, other)
        settle(window)
        assert window.ending == OVER
        assert window.isVisible()


def test_a_new_library_is_made_in_an_empty_folder_alone_and_five_recent_ones_are_offered(
    window: MainWindow, tmp_path: Path
) -> None:
    window.settings.save(recent_libraries=[f"/libraries/{n}" for n in range(8)])
    assert recent(window) == [f"{n} · /libraries" for n in range(5)]
    full, empty = tmp_path / "full", tmp_path / "empty"
    for folder in (full, empty):
        folder.mkdir()
    (full / "mine.txt").write_text("mine", encoding="utf-8")
    library_switcher.create_library(window.context, full)
    settle(window)
    assert "not empty" in window.notices.text.text()
    assert [file.name for file in full.iterdir()] == ["mine.txt"]
    library_switcher.create_library(window.context, empty)
    settle(window)
    assert window.ending.library == empty
    assert (empty / "library.sqlite3").exists()
    assert window.ending.first is not None
    window.ending.first.close()


@pytest.mark.parametrize(("answer", "documents"), [("Quit", -1), ("Create New Library There", 0), ("Try Again", 1)])
def test_a_library_that_is_gone_is_rebuilt_on_the_persons_word_alone_and_opens_when_it_is_there_again(
    tmp_path: Path, qapp: QApplication, answer: str, documents: int
) -> None:
    gone = tmp_path / "stick" / "library"
    settings.save(paths.settings_file(), Settings(recent_libraries=[str(gone)]))
    said: list[str] = []

    def script() -> Iterator[Condition]:
        yield lambda: isinstance(QApplication.activeModalWidget(), QMessageBox)
        box = modal(QMessageBox)
        said.append(box.text())
        if documents > 0:
            made(gone, quiet_hours(tmp_path))
        next(button for button in box.buttons() if answer in button.text().replace("&", "")).click()
        if documents >= 0:
            yield lambda: stands("library - Delegate Desk")
            assert len(open_now().desk.documents.all()) == documents

    Script(script()).run(gone)
    assert str(gone) in said[0]
    assert gone.exists() is (documents >= 0)


def test_a_new_path_that_is_named_needs_no_question(tmp_path: Path, qapp: QApplication) -> None:
    def script() -> Iterator[Condition]:
        yield lambda: stands("new - Delegate Desk")

    Script(script()).run(tmp_path / "new")


def test_the_samples_are_made_beside_ones_own_library(window: MainWindow) -> None:
    window.desk.positions.set_delegation("FI")
    window.ui.action_samples.trigger()
    assert not window.ui.progress_label.isHidden()
    settle(window)
    assert window.ending.library == paths.demo_library()
    assert window.ending.first is not None
    window.ending.first.close()
    assert window.desk.documents.all() == []
    with open_desk(paths.demo_library()) as samples:
        assert len(samples.documents.all()) == len(list((paths.RESOURCES / "samples").glob("*.*")))
        assert samples.positions.delegation() == "FI"
