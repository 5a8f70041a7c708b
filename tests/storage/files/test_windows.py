"""Files are imported, cleaned up and restored under the rules of NTFS, and without flock."""

import os
import sys
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import AlreadyInLibraryError
from delegate_desk.desk import open_desk
from delegate_desk.storage.files import filesystem
from delegate_desk.storage.files.backups import restore
from delegate_desk.storage.files.originals import Originals
from support import ntfs_rules
from support.document_values import quiet_hours

pytestmark = pytest.mark.skipif(
    sys.platform == "darwin", reason="Linux can be asked what is open, Windows has the rules"
)


@pytest.fixture(autouse=True)
def _as_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "win32":
        monkeypatch.setattr(filesystem, "fcntl", None)
        ntfs_rules.emulate(monkeypatch)


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.name == "lock" or path.name.startswith(".desk")]


def test_the_rules_are_those_of_ntfs(tmp_path: Path) -> None:
    folder, file = tmp_path / "folder", tmp_path / "folder" / "file"
    folder.mkdir()
    with file.open("wb"):
        for refused in (file.unlink, lambda: file.rename(tmp_path / "x"), lambda: folder.rename(tmp_path / "x")):
            with pytest.raises(PermissionError):
                refused()
    file.chmod(0o400)
    (tmp_path / "new").touch()
    for refused in (file.unlink, lambda: (tmp_path / "new").replace(file)):
        with pytest.raises(PermissionError):
            refused()
    folder.rename(tmp_path / "x")


def test_a_file_comes_in_and_comes_in_again(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        paper = quiet_hours(tmp_path)
        (held,) = desk.documents.add(desk.documents.read(paper)).documents
        with pytest.raises(AlreadyInLibraryError):
            desk.documents.add(desk.documents.read(paper))
        original = desk.documents.original(held)
        assert original.read_bytes() == paper.read_bytes()
        assert not original.stat().st_mode & 0o222
        assert [path.name for path in (tmp_path / "library" / "originals" / "incoming").iterdir()] == []


def test_an_original_that_is_there_already_is_replaced(library: Path, tmp_path: Path) -> None:
    paper = quiet_hours(tmp_path)
    originals = Originals(library)
    first = originals.store(originals.copy_in(paper))
    first.chmod(0o600)
    first.write_bytes(b"damaged")
    first.chmod(0o400)
    assert originals.store(originals.copy_in(paper)) == first
    assert first.read_bytes() == paper.read_bytes()
    assert not first.stat().st_mode & 0o222


def test_what_a_killed_program_left_is_deleted_and_what_may_be_somebodys_is_not(library: Path, tmp_path: Path) -> None:
    originals = Originals(library)
    ours = originals.copy_in(quiet_hours(tmp_path))
    incoming = library / "originals" / "incoming"
    of_version_0_8 = [incoming / "left.txt", incoming / "left.room", incoming / "left"]
    young = incoming / "young.txt"
    for path in (*of_version_0_8[:2], young, incoming / "left" / "00000.txt", incoming / ".desk-left" / "lock"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"LIMITE")
    for path in (*of_version_0_8, ours.path, ours.path.parent):
        os.utime(path, (1, 1))
    assert originals.delete_leftovers() == 4
    assert {path.name for path in incoming.iterdir()} == {ours.path.parent.name, young.name}
    assert ours.path.exists()
    originals.discard(ours)


def test_a_backup_is_written_and_restored_and_no_lock_stays(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
        for _ in desk.backups.write(tmp_path / "copy.ddbackup"):
            pass
    (tmp_path / "empty").mkdir()
    for target in (tmp_path / "restored", tmp_path / "empty"):
        for _ in restore(tmp_path / "copy.ddbackup", target):
            pass
        assert left_behind(target) == []
        with open_desk(target) as desk:
            assert [held.name for held in desk.documents.all()] == ["ST 7001/26"]
            assert desk.documents.original(DocumentId(1)).exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_database_alone_is_restored(tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        desk.documents.add(desk.documents.read(quiet_hours(tmp_path)))
    for _ in restore(tmp_path / "library" / "library.sqlite3", tmp_path / "restored"):
        pass
    with open_desk(tmp_path / "restored") as desk:
        assert len(desk.documents.all()) == 1
