"""A note typed while the disk is full stays where it was typed, and is saved when there is room again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from damaging import fill
from delegate_desk.core.annotations import AnnotationKind
from delegate_desk.core.documents import Place
from delegate_desk.desk import Desk, open_desk
from delegate_desk.gui.main_window import MainWindow
from evaluation.disks import can_mount, full, stick
from windows import open_window, settle

pytestmark = pytest.mark.skipif(not can_mount(), reason="needs to mount a small file system, as root")
_LONG = "The text that is typed is longer than what the log of the database has room for. " * 8000


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Desk]:
    """A library on a small disk of its own, with one paper."""
    with stick(tmp_path / "stick") as folder, open_desk(folder / "library") as desk:
        fill(desk, tmp_path / "papers", papers=1, notes=0)
        yield desk


@pytest.fixture
def window(crowded: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    opened = open_window(crowded, tmp_path / "settings.json")
    qtbot.addWidget(opened)
    yield opened
    opened.close()


def test_a_note_typed_on_a_full_disk_stays_and_is_saved_when_there_is_room(
    window: MainWindow, crowded: Desk, qtbot: QtBot
) -> None:
    held = crowded.documents.all()[0]
    place = Place(held.id, crowded.documents.content(held.id).units()[0].address)
    window.open_document(held.id, place.address)
    settle(window)
    view = window.annotations
    view.begin(AnnotationKind.NOTE, place)
    qtbot.waitUntil(lambda: bool(view.cards) and view.cards[0].text_edit.hasFocus())
    with full(crowded.folder.parent), qtbot.waitSignal(window.tasks.failed) as failed:
        view.cards[0].text_edit.insertPlainText(_LONG)
    assert type(failed.args[0]).__name__ == "DiskFullError"
    assert view.cards[0].text_edit.toPlainText() == _LONG
    assert not crowded.annotations.on(place)
    qtbot.keyClick(view.cards[0].text_edit, Qt.Key.Key_Exclam)
    qtbot.waitUntil(lambda: [note.text for note in crowded.annotations.on(place)] == [f"{_LONG}!"])
