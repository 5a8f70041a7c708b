"""A note typed while the disk is full stays where it was typed, and is saved when there is space again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.shell.main_window import MainWindow
from evaluation.disks import can_mount, full, stick
from support import modal_dialogs
from support.damaged_libraries import fill
from support.main_windows import open_position, open_window, settle, show_document

pytestmark = pytest.mark.skipif(not can_mount(), reason="needs to mount a small file system, as root")
_LONG = "The text that is typed is longer than what the log of the database has room for. " * 8000


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Desk]:
    """A library on a small separate disk, with one document."""
    with stick(tmp_path / "stick") as folder, open_desk(folder / "library") as desk:
        fill(desk, tmp_path / "papers", papers=1, notes=0)
        yield desk


@pytest.fixture
def window(crowded: Desk, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    return open_window(crowded, tmp_path / "settings.json", qtbot)


def test_a_note_typed_on_a_full_disk_stays_and_is_saved_when_there_is_room(
    window: MainWindow, crowded: Desk, qtbot: QtBot
) -> None:
    held = crowded.documents.all()[0]
    place = Place(held.id, crowded.documents.content(held.id).units()[0].address)
    show_document(window, held.id, place.address)
    view = window.paragraph_file
    view.start_annotation(AnnotationKind.NOTE, place)
    qtbot.waitUntil(lambda: bool(view.cards) and view.cards[0].text_edit.hasFocus())
    with full(crowded.folder.parent), qtbot.waitSignal(window.tasks.failed) as failed:
        view.cards[0].text_edit.insertPlainText(_LONG)
    assert type(failed.args[0]).__name__ == "DiskFullError"
    assert view.cards[0].text_edit.toPlainText() == _LONG
    assert not crowded.annotations.for_place(place)
    qtbot.keyClick(view.cards[0].text_edit, Qt.Key.Key_Exclam)
    qtbot.waitUntil(lambda: [note.text for note in crowded.annotations.for_place(place)] == [f"{_LONG}!"])


def _begin(window: MainWindow, qtbot: QtBot) -> Place:
    """Put the caret into a new note on the first paragraph."""
    held = window.desk.documents.all()[0]
    place = Place(held.id, window.desk.documents.content(held.id).units()[0].address)
    show_document(window, held.id, place.address)
    window.paragraph_file.start_annotation(AnnotationKind.NOTE, place)
    qtbot.waitUntil(lambda: bool(window.paragraph_file.cards) and window.paragraph_file.cards[0].text_edit.hasFocus())
    return place


def test_what_was_refused_is_saved_without_another_key_and_said_once(
    window: MainWindow, crowded: Desk, qtbot: QtBot
) -> None:
    place = _begin(window, qtbot)
    told: list[Exception] = []
    window.tasks.failed.connect(told.append)
    with full(crowded.folder.parent):
        window.paragraph_file.cards[0].text_edit.insertPlainText(_LONG)
        qtbot.waitUntil(lambda: window.ui.saved_label.text() == "Not saved")
        window.tasks.unsaved.retry()
        settle(window)
        assert window.ui.saved_label.text() == "Not saved"
    qtbot.waitUntil(lambda: [note.text for note in crowded.annotations.for_place(place)] == [_LONG])
    settle(window)
    assert window.ui.saved_label.text() == "Saved"
    assert len(told) == 1


@pytest.mark.parametrize("sidecars_first", [True, False])
def test_a_full_disk_is_said_once_whoever_meets_it_first(
    window: MainWindow, crowded: Desk, qtbot: QtBot, sidecars_first: bool
) -> None:
    window.sidecar_sync._timer.setInterval(10**8)  # written when the test requests it
    place = _begin(window, qtbot)
    settle(window)
    other = Place(place.document, crowded.documents.content(place.document).units()[1].address)
    crowded.annotations.save(crowded.annotations.new(other, AnnotationKind.NOTE, text="due"))
    told: list[Exception] = []
    window.tasks.failed.connect(told.append)

    def write_sidecars() -> None:
        assert crowded.sidecars.count_outdated()
        window.sidecar_sync.run()
        settle(window)

    with full(crowded.folder.parent):
        if sidecars_first:
            write_sidecars()
        window.paragraph_file.cards[0].text_edit.insertPlainText(_LONG)
        qtbot.waitUntil(lambda: bool(window.tasks.unsaved))
        if not sidecars_first:
            write_sidecars()
        settle(window)
        assert [type(error) for error in told] == [DiskFullError]
    qtbot.waitUntil(lambda: [note.text for note in crowded.annotations.for_place(place)] == [_LONG])
    settle(window)
    with full(crowded.folder.parent):
        window.paragraph_file.cards[0].text_edit.insertPlainText(_LONG)
        qtbot.waitUntil(lambda: bool(window.tasks.unsaved))
        settle(window)
        assert [type(error) for error in told] == [DiskFullError] * 2


def test_what_was_refused_is_saved_after_another_paragraph_was_shown(
    window: MainWindow, crowded: Desk, qtbot: QtBot
) -> None:
    place = _begin(window, qtbot)
    with full(crowded.folder.parent):
        window.paragraph_file.cards[0].text_edit.insertPlainText(_LONG)
        qtbot.waitUntil(lambda: bool(window.tasks.unsaved))
        other = Place(place.document, crowded.documents.content(place.document).units()[1].address)
        window.paragraph_file.show_places([other])
        settle(window)
    qtbot.waitUntil(lambda: [note.text for note in crowded.annotations.for_place(place)] == [_LONG])


def test_our_general_comments_are_saved_when_there_is_room(window: MainWindow, crowded: Desk, qtbot: QtBot) -> None:
    held = crowded.documents.all()[0]
    view = open_position(window, held.id)
    with full(crowded.folder.parent):
        view.general_edit.insertPlainText(_LONG)
        qtbot.waitUntil(lambda: bool(window.tasks.unsaved))
    qtbot.waitUntil(lambda: crowded.positions.get(held.id).general == _LONG)


@pytest.mark.parametrize(("button", "stays", "copied"), [("Stay", True, ""), ("Copy and Stay", True, _LONG),
                                                         ("Close Without Saving", False, "")])  # fmt: skip
def test_a_window_with_something_unsaved_asks_before_it_closes(
    window: MainWindow, crowded: Desk, qtbot: QtBot, button: str, stays: bool, copied: str
) -> None:
    _begin(window, qtbot)
    QApplication.clipboard().clear()
    with full(crowded.folder.parent):
        window.paragraph_file.cards[0].text_edit.insertPlainText(_LONG)
        qtbot.waitUntil(lambda: bool(window.tasks.unsaved))
        modal_dialogs.press_named(button)
        assert window.close() is not stays
        assert window.isVisible() is stays
        assert QApplication.clipboard().text() == copied
    if stays:
        window.tasks.unsaved.retry()
        settle(window)
    assert not stays or not window.tasks.unsaved


def test_a_closed_window_holds_nothing_that_fails_only_then(window: MainWindow) -> None:
    window.close()
    window.tasks.unsaved.add("note", DiskFullError("library"), Changes, "late", lambda: None)
    assert not window.tasks.unsaved
