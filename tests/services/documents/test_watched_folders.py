import os
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import ImportStatus
from delegate_desk.core.library.errors import InsideLibraryError
from delegate_desk.desk import Desk, open_desk
from support.document_values import QUIET_HOURS, quiet_hours
from support.watching import import_new_files

LONG_AGO = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "papers"
    (made / "inner").mkdir(parents=True)
    return made


@pytest.fixture
def watched(desk: Desk, folder: Path) -> Desk:
    desk.watched_folders.watch(folder)
    return desk


def put(folder: Path, name: str, text: str = QUIET_HOURS, *, when: int = LONG_AGO) -> Path:
    """A file that has not changed for long."""
    path = quiet_hours(folder, name=name, text=text)
    os.utime(path, (when, when))
    return path


def test_the_library_is_not_watched(watched: Desk, folder: Path) -> None:
    for inside in (watched.folder, watched.folder / "originals"):
        with pytest.raises(InsideLibraryError):
            watched.watched_folders.watch(inside)
    assert watched.watched_folders.folders() == [folder]


def test_what_is_put_into_a_watched_folder_is_imported_once(watched: Desk, folder: Path) -> None:
    put(folder / "inner", "a.txt")
    assert [item.status for item in import_new_files(watched)] == [ImportStatus.IMPORTED]
    assert list(import_new_files(watched)) == []
    put(folder, "b.txt", f"{QUIET_HOURS}\n4. More.\n")
    assert [Path(item.path).name for item in import_new_files(watched)] == ["b.txt"]
    assert len(watched.documents.all()) == 2


def test_a_file_that_is_still_written_waits_until_it_has_settled(watched: Desk, folder: Path) -> None:
    now = quiet_hours(folder, name="a.txt")
    assert watched.watched_folders.find_new_files() == []
    assert watched.watched_folders.find_new_files() == [now]


def test_a_file_that_changes_is_new_again(watched: Desk, folder: Path) -> None:
    put(folder, "a.txt")
    assert len(list(import_new_files(watched))) == 1
    put(folder, "a.txt", f"{QUIET_HOURS}\n4. More.\n", when=LONG_AGO + 9)
    assert [item.status for item in import_new_files(watched)] == [ImportStatus.IMPORTED]


def test_a_refused_file_is_not_tried_again(watched: Desk, folder: Path) -> None:
    put(folder, "a.ods")
    assert [item.status for item in import_new_files(watched)] == [ImportStatus.REFUSED]
    assert list(import_new_files(watched)) == []


@pytest.mark.parametrize("name", ["a.pdf.crdownload", "~$a.docx", ".a.txt", "a.part"])
def test_what_is_half_there_is_passed_over(watched: Desk, folder: Path, name: str) -> None:
    put(folder, name)
    assert watched.watched_folders.find_new_files() == []


def test_what_was_seen_is_kept_with_the_library(tmp_path: Path, folder: Path) -> None:
    put(folder, "a.txt")
    with open_desk(tmp_path / "library") as desk:
        desk.watched_folders.watch(folder)
        assert len(list(import_new_files(desk))) == 1
    with open_desk(tmp_path / "library") as desk:
        assert desk.watched_folders.folders() == [folder]
        assert desk.watched_folders.find_new_files() == []


def test_a_folder_that_is_watched_no_more_brings_nothing(watched: Desk, folder: Path) -> None:
    watched.watched_folders.unwatch(folder)
    put(folder, "a.txt")
    assert watched.watched_folders.find_new_files() == []
    assert watched.watched_folders.folders() == []


def test_a_folder_that_is_gone_is_no_error(watched: Desk, folder: Path) -> None:
    (folder / "inner").rmdir()
    folder.rmdir()
    assert watched.watched_folders.find_new_files() == []
    assert watched.watched_folders.folders() == [folder]


def test_the_library_itself_is_not_taken_in(desk: Desk, tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    desk.watched_folders.watch(tmp_path)
    assert len(list(import_new_files(desk))) == 1
    assert desk.watched_folders.find_new_files() == []
