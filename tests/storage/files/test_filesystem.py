"""Messages about the file system of a library, and about programs that copy its folder."""

import ctypes
import os
import sys
import time
import uuid
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace
from typing import Any

import pytest

from delegate_desk.core.library.errors import LibraryOnNetworkError, LibraryPathTooLongError
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.storage.files import filesystem
from delegate_desk.storage.files.backups import restore
from delegate_desk.storage.files.filesystem import delete_leftovers, temporary_workdir
from delegate_desk.storage.files.originals import Originals

ROOT = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw"


@pytest.fixture
def mounted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mount point, according to the table; filled with ``mount``."""
    if sys.platform != "linux":
        pytest.skip("the table of mounts is Linux's")
    monkeypatch.setattr(filesystem, "_MOUNTS", tmp_path / "mountinfo")
    folder = tmp_path / "a share"
    folder.mkdir()
    return folder


def mount(folder: Path, kind: str, source: str = "server:/x") -> None:
    point = str(folder).replace(" ", r"\040")
    line = f"90 22 0:50 / {point} rw,relatime shared:9 master:1 - {kind} {source} rw,vers=4.2"
    (folder.parent / "mountinfo").write_text(f"{ROOT}\n{line}\n25 22 0:23 / /proc rw - proc proc rw\n")


@pytest.mark.parametrize(
    "kind",
    "nfs nfs4 cifs smb2 smb3 9p afs ceph glusterfs davfs fuse.sshfs fuse.rclone fuse.davfs fuse.gvfsd-fuse".split(),
)
def test_a_library_on_a_network_share_is_refused(mounted: Path, kind: str) -> None:
    mount(mounted, kind)
    folder = mounted / "not" / "yet" / "there"
    with pytest.raises(LibraryOnNetworkError) as refused:
        open_desk(folder)
    assert (refused.value.folder, refused.value.file_system) == (str(folder), kind)
    assert "a folder on this computer, with the share as second backup location" in refused.value.sentence
    assert not list(mounted.iterdir())


def test_a_backup_is_not_restored_onto_a_network_share(mounted: Path, tmp_path: Path) -> None:
    with open_desk(tmp_path / "library") as desk:
        finish(desk.backups.write(tmp_path / "whole.zip"))
    mount(mounted, "nfs4")
    with pytest.raises(LibraryOnNetworkError):
        finish(restore(tmp_path / "whole.zip", mounted / "restored"))
    assert not list(mounted.iterdir())


@pytest.mark.parametrize("kind", "ext4 btrfs xfs tmpfs overlay fuseblk fuse.gocryptfs vfat exfat ecryptfs zfs".split())
def test_a_library_on_a_disk_of_this_computer_is_opened(mounted: Path, kind: str) -> None:
    mount(mounted, kind, "/dev/sdb1")
    open_desk(mounted / "library").close()


def test_a_mounted_address_is_a_network_share(mounted: Path) -> None:
    mount(mounted, "fuse", "https://cloud.example/dav")
    assert filesystem.network(mounted) == "fuse"


def test_the_later_of_two_mounts_at_one_place_counts(mounted: Path) -> None:
    table = mounted.parent / "mountinfo"
    mount(mounted, "nfs4")
    table.write_text(table.read_text() + table.read_text().splitlines()[1].replace("nfs4", "ext4"))
    assert not filesystem.network(mounted)


def test_a_disk_in_a_share_and_a_share_in_a_disk_are_told_apart(mounted: Path) -> None:
    inner = mounted / "inner"
    inner.mkdir()
    table = mounted.parent / "mountinfo"
    mount(mounted, "cifs")
    outer = table.read_text()
    mount(inner, "ext4")
    table.write_text(outer + (mounted / "mountinfo").read_text())
    assert not filesystem.network(inner / "library")
    assert filesystem.network(mounted / "library") == "cifs"


def test_a_link_to_a_share_leads_to_the_share(mounted: Path, tmp_path: Path) -> None:
    mount(mounted, "nfs")
    (tmp_path / "link").symlink_to(mounted)
    assert filesystem.network(tmp_path / "link" / "library") == "nfs"


@pytest.mark.parametrize("table", ["", "nonsense\n", "1 2 3 - \n", "\n - nfs x\n"])
def test_a_table_that_says_nothing_refuses_nothing(mounted: Path, tmp_path: Path, table: str) -> None:
    (tmp_path / "mountinfo").write_text(table)
    assert not filesystem.network(mounted)


@pytest.mark.skipif(sys.platform != "linux", reason="the table of mounts is Linux's")
def test_the_table_of_this_computer_is_understood(tmp_path: Path) -> None:
    assert filesystem.inspect_surroundings(tmp_path).file_system or not Path("/proc/self/mountinfo").exists()


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".stfolder/", "Syncthing"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".dropbox", "Dropbox"),
        (".dropbox.cache/", "Dropbox"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".tmp.driveupload/", "Google Drive"),
    ],
)
@pytest.mark.parametrize("place", [".", "deeper/library"])
def test_a_synced_folder_is_noticed(tmp_path: Path, mark: str, service: str, place: str) -> None:
    library = tmp_path / place
    library.mkdir(parents=True, exist_ok=True)
    assert not filesystem.synced_by(library)
    if mark.endswith("/"):
        (tmp_path / mark).mkdir()
    else:
        (tmp_path / mark).touch()
    assert filesystem.synced_by(library) == service


def test_the_settings_of_dropbox_in_ones_home_are_no_sign(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert not filesystem.synced_by(tmp_path / "library")


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - Ministry", "OneDrive-Personal"])
def test_a_folder_of_onedrive_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert filesystem.synced_by(tmp_path / name / "library") == "OneDrive"


def test_conflict_copies_are_listed_and_nothing_else(tmp_path: Path) -> None:
    conflicts = [
        "library (1).sqlite3",
        "library-LAPTOP.sqlite3",
        "library.sync-conflict-20261125-101500-ABCDEF7.sqlite3",
        "originals/ab/x_conflict-20261125-101500.pdf",
        "sidecars/x (Case Conflict).jsonld",
        "sidecars/x (Maria's conflicted copy 2026-11-25).jsonld",
        "sidecars/x (conflicted copy 2026-11-25 101500).jsonld",
    ]
    others = [
        "library.sqlite3", "library.sqlite3-wal", "library.sqlite3.before-2", "sidecars/conflict.jsonld",
        "originals/ab/ab.docx", "backups/library-2026-11-25.ddbackup",
    ]  # fmt: skip
    for name in conflicts + others:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert filesystem.conflict_copies(tmp_path) == conflicts


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows with a disk C:, a share connected as Z:, and paths of 259 characters."""
    kernel = SimpleNamespace(GetDriveTypeW=lambda root: 4 if root.upper() == "Z:\\" else 3)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(filesystem, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(filesystem, "os", SimpleNamespace(path=SimpleNamespace(realpath=str)))
    monkeypatch.setattr(filesystem, "_are_long_paths_enabled", lambda: False)
    monkeypatch.setattr(PureWindowsPath, "absolute", lambda path: path, raising=False)


@pytest.mark.parametrize(
    ("folder", "is_network"),
    [
        (r"C:\Users\Anna\library", False),
        (r"Z:\library", True),
        (r"z:\library", True),
        (r"\\server\home\anna\library", True),
        (r"//server/home/library", True),
        (r"\\?\UNC\server\home\library", True),
        (r"\\?\C:\Users\Anna\library", False),
    ],
)
@pytest.mark.usefixtures("windows")
def test_on_windows_shares_and_drives_connected_to_them_are_of_the_network(folder: str, is_network: bool) -> None:
    place: Any = PureWindowsPath(folder)
    assert bool(filesystem.network(place)) is is_network
    if is_network:
        with pytest.raises(LibraryOnNetworkError):
            filesystem.check_folder(place)


@pytest.mark.usefixtures("windows")
def test_on_windows_a_library_whose_originals_had_too_long_paths_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    short: Any = PureWindowsPath("C:\\", "x" * 107)
    long: Any = PureWindowsPath("C:\\", "x" * 108)
    filesystem.check_folder(short)
    with pytest.raises(LibraryPathTooLongError) as refused:
        filesystem.check_folder(long)
    assert (refused.value.folder, refused.value.longest) == (str(long), 110)
    monkeypatch.setattr(filesystem, "_are_long_paths_enabled", lambda: True)
    filesystem.check_folder(long)


def test_the_files_of_a_library_have_paths_that_windows_takes(tmp_path: Path) -> None:
    """The longest is that of an original while a library is restored next to its final folder."""
    original = Originals(tmp_path).path("f" * 64, "paper.longsuffix").relative_to(tmp_path)
    restored = Path(f".-restoring-{uuid.uuid4()}", "library", original)
    assert filesystem._LONGEST + len(str(restored)) <= 259


def test_a_room_is_gone_when_it_is_left_and_what_was_renamed_away_stays(tmp_path: Path) -> None:
    with temporary_workdir(tmp_path, "making") as folder:
        (folder / "half").touch()
        assert folder.name.startswith(".making-")
    assert list(tmp_path.iterdir()) == []
    with temporary_workdir(tmp_path, "making") as folder:
        (folder / "inner").mkdir()
        (folder / "inner" / "whole").touch()
        (folder / "inner").rename(tmp_path / "kept")
    assert [path.name for path in tmp_path.rglob("*")] == ["kept", "whole"]


@pytest.mark.skipif(sys.platform == "win32", reason="locks are others there")
def test_a_room_in_use_is_not_swept_and_those_of_the_killed_are(tmp_path: Path) -> None:
    for name in (".making-locked-by-nobody", ".making-just-made", ".making-being-renamed", ".making-long-ago"):
        (tmp_path / name).mkdir()
    (tmp_path / ".making-locked-by-nobody" / "lock").touch()
    (tmp_path / ".making-being-renamed" / "whole").touch()
    (tmp_path / ".making-long-ago" / "whole").touch()
    old = time.time() - 7200
    os.utime(tmp_path / ".making-long-ago", (old, old))
    with temporary_workdir(tmp_path, "making") as folder:
        (folder / "half").touch()
        delete_leftovers(tmp_path, "making")
        assert {path.name for path in tmp_path.iterdir()} == {folder.name, ".making-being-renamed"}
        assert (folder / "half").exists()
