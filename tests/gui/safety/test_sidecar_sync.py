import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Place
from delegate_desk.core.errors import DeskError, DiskFullError
from delegate_desk.desk import Desk
from delegate_desk.gui.safety import safety_controllers
from delegate_desk.gui.shell.main_window import MainWindow
from support.main_windows import settle


def note(window: MainWindow, desk: Desk, place: Place, text: str) -> None:
    made = desk.annotations.new(place, AnnotationKind.NOTE, text=text)
    window.tasks.write(lambda: desk.annotations.save(made))
    settle(window)


def sidecar(desk: Desk, place: Place) -> Path:
    return desk.folder / "sidecars" / f"{desk.documents.get(place.document).sha256}.jsonld"


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
    said = json.loads(sidecar(desk, place).read_text(encoding="utf-8"))
    assert said["annotations"][0]["body"][0]["value"] == "said in plain"


def test_a_disk_that_is_full_is_said_once(
    window: MainWindow, desk: Desk, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise DiskFullError(str(desk.folder))

    said: list[Exception] = []
    monkeypatch.setattr(desk.sidecars, "catch_up", full)
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
