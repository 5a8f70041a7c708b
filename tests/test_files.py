"""Files are moved and deleted also if a virus scanner has them open for a moment, or if they are read-only."""

import contextlib
import os
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from delegate_desk import files
from delegate_desk.core.errors import ExportFailedError, SystemFault
from delegate_desk.files import delete, delete_tree, follow_link, move, why_not_written, written_whole
from support import ntfs_rules

pytestmark = pytest.mark.skipif(
    sys.platform == "darwin", reason="Linux can be asked what is open, Windows has the rules"
)


@pytest.fixture(autouse=True)
def _as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "win32":
        ntfs_rules.emulate(monkeypatch)
        monkeypatch.setattr(files, "os", SimpleNamespace(**{**vars(os), "name": "nt"}))


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    new, place = tmp_path / "new", tmp_path / "place"
    new.write_text("new")
    place.write_text("old")
    return new, place


def test_a_file_open_for_an_instant_is_replaced(places: tuple[Path, Path]) -> None:
    new, place = places
    scanner = place.open("rb")
    threading.Timer(0.1, scanner.close).start()
    move(new, place)
    assert place.read_text() == "new"


def test_a_file_that_stays_open_is_not_replaced(places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    new, place = places
    with place.open("rb"), pytest.raises(PermissionError):
        move(new, place)
    assert (new.read_text(), place.read_text()) == ("new", "old")


def test_a_folder_with_a_file_open_for_an_instant_is_renamed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    scanner = (tmp_path / "folder" / "file").open("wb")
    threading.Timer(0.1, scanner.close).start()
    move(tmp_path / "folder", tmp_path / "renamed")
    assert (tmp_path / "renamed" / "file").exists()


def test_a_read_only_file_is_deleted_and_an_open_one_left_at_once(places: tuple[Path, Path]) -> None:
    with places[0].open("rb"), pytest.raises(PermissionError):
        delete(places[0], patience=0)
    with pytest.raises(OSError):
        move(places[0], places[0].parent)
    places[0].chmod(0o400)
    delete(places[0])
    assert not places[0].exists()
    delete(places[0])  # deleted already


@pytest.mark.parametrize("ignore_errors", [False, True])
def test_a_folder_with_files_that_may_only_be_read_is_deleted(tmp_path: Path, ignore_errors: bool) -> None:
    folder = tmp_path / "folder"
    (folder / "within").mkdir(parents=True)
    (folder / "within" / "original").touch(0o400)
    delete_tree(folder, ignore_errors=ignore_errors)
    assert not folder.exists()


def test_of_a_folder_with_an_open_file_the_rest_is_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    for name in "abc":
        (tmp_path / name).touch(0o400)
    with (tmp_path / "b").open("rb"):
        with pytest.raises(PermissionError):
            delete_tree(tmp_path)
        delete_tree(tmp_path, ignore_errors=True)
        assert [path.name for path in tmp_path.iterdir()] == ["b"]
    delete_tree(tmp_path)
    delete_tree(tmp_path, ignore_errors=True)  # deleted already


@pytest.mark.parametrize("is_lasting", [False, True])
def test_a_file_is_written_whole_or_not_at_all(places: tuple[Path, Path], is_lasting: bool) -> None:
    _, place = places
    with contextlib.suppress(ZeroDivisionError), written_whole(place, is_lasting=is_lasting) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert place.read_text() == "old"
    with written_whole(place, is_lasting=is_lasting) as file:
        file.write(b"whole")
        assert place.read_text() == "old"
    assert place.read_text() == "whole"
    assert sorted(path.name for path in place.parent.iterdir()) == ["new", "place"]


def test_a_path_that_windows_finds_too_long_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    short, long = tmp_path / "a.docx", tmp_path / "a" / ("x" * 300)
    missing = FileNotFoundError(2, "The system cannot find the path specified")
    monkeypatch.setattr(files, "os", SimpleNamespace(name="nt"))
    assert follow_link(long) == long
    assert why_not_written(missing, short) == missing.strerror
    assert why_not_written(missing, long) == SystemFault.TOO_LONG
    assert "its path is too long" in ExportFailedError("a", why_not_written(missing, long)).explain()
