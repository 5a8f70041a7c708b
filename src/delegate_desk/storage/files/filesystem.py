"""The file system of a library's folder, and other programs that write to it.

SQLite's write-ahead log needs memory shared by all programs that have the library open, which no network file system
offers (https://www.sqlite.org/wal.html, "Overview"), and its locks are unreliable there
(https://www.sqlite.org/howtocorrupt.html, section 2.1). A folder that a service copies to other computers file by file
is as dangerous for a database, but is reported, not refused: people who use one computer at a time may choose it.
"""

import contextlib
import errno
import os
import re
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, BinaryIO

from delegate_desk.core.errors import DeskError, DiskFullError, LibraryUnwritableError
from delegate_desk.core.library.errors import LibraryOnNetworkError, LibraryPathTooLongError
from delegate_desk.files import delete, delete_tree

if TYPE_CHECKING:
    from delegate_desk.core.library.reports import Surroundings

_FULL = (errno.ENOSPC, errno.EDQUOT)
_MOUNTS = Path("/proc/self/mountinfo")

NETWORK = frozenset(
    """
    nfs nfs3 nfs4 cifs smb smb2 smb3 smbfs smbmount ncpfs ncp afs afsfs openafs kafs auristorfs coda ceph glusterfs
    lustre gfs gfs2 ocfs2 beegfs gpfs orangefs pvfs2 9p v9fs drvfs davfs davfs2 webdav afpfs ftp sshfs virtiofs vboxsf
    vmhgfs prl_fs acfs curlftpfs s3fs
    fuse.sshfs fuse.rclone fuse.davfs fuse.davfs2 fuse.curlftpfs fuse.s3fs fuse.goofys fuse.gcsfuse fuse.blobfuse
    fuse.blobfuse2 fuse.glusterfs fuse.ceph fuse.ceph-fuse fuse.juicefs fuse.smbnetfs fuse.fusesmb fuse.gvfsd-fuse
    fuse.kio-fuse fuse.google-drive-ocamlfuse fuse.onedriver fuse.pcloud fuse.mountpoint-s3 fuse.moosefs fuse.mfs
    fuse.lizardfs fuse.seaf-fuse fuse.seadrive fuse.vmhgfs-fuse fuse.grpcfuse fuse.osxfs fuse.afp fuse.nfs fuse.xtreemfs
    """.split()
)
"""Types of network file systems, or of the host of a virtual machine, as systems name them."""

_FOLDER_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
_FILE_MARKS = {".dropbox": "Dropbox"}  # a folder of that name contains only settings
_JOURNAL = re.compile(r"\.(_?sync_[0-9a-f]+|sync_journal|_sync_journal)\.db")
_NAMED = (
    (re.compile(r"OneDrive( - .*|-.*)?"), "OneDrive"),
    (re.compile(r"GoogleDrive-.*"), "Google Drive"),
    (re.compile(r"Mobile Documents"), "iCloud Drive"),
)
_CONFLICT = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}|\((?:[^()]* )?conflicted copy\b[^()]*\)|\(case conflict[^()]*\)"
    r"|\(unicode encoding conflict[^()]*\)|_conflict-\d{8}-\d{6}",
    re.IGNORECASE,
)
_ASIDE = "damaged"
_DATABASE_TWIN = re.compile(r"library(?: \(\d+\)|-[^.]+)\.sqlite3", re.IGNORECASE)  # as OneDrive and Google Drive do

_LONGEST = 110
"""Maximum path length of a library's folder, to which a restored original adds up to 145; Windows allows 259 in all."""


def check_folder(folder: Path) -> None:
    """Refuse a library at an unsuitable place.

    Raises:
        LibraryOnNetworkError: If it is on a network file system.
        LibraryPathTooLongError: If the paths of its files would be too long for Windows.
    """
    kind = network(folder)
    if kind:
        raise LibraryOnNetworkError(str(folder), kind)
    if sys.platform == "win32" and len(str(folder.absolute())) > _LONGEST and not _are_long_paths_enabled():
        raise LibraryPathTooLongError(str(folder), _LONGEST)


def network(folder: Path) -> str:
    """Return the network file system type of a folder, which need not exist yet; empty for a local disk."""
    if sys.platform == "win32":
        import ctypes

        root = PureWindowsPath(os.path.realpath(folder)).anchor
        is_device = root.startswith(("\\\\?\\", "\\\\.\\")) and not root.upper().startswith("\\\\?\\UNC\\")
        remote = 4  # DRIVE_REMOTE
        is_share = root.startswith("\\\\") and not is_device
        return "network" if is_share or ctypes.windll.kernel32.GetDriveTypeW(root) == remote else ""
    kind, source = _under(folder)
    if sys.platform == "darwin":
        return kind
    reaches_out = kind in NETWORK or (kind.startswith("fuse") and "://" in source)  # such as davfs2
    return kind if reaches_out else ""


def inspect_surroundings(folder: Path) -> "Surroundings":
    """Inspect the file system of a library, synchronisation services, and what they left behind. Slow, but safe."""
    from delegate_desk.core.library.reports import Surroundings

    kind = "" if sys.platform in ("win32", "darwin") else _under(folder)[0]
    return Surroundings(kind, synced_by(folder), tuple(conflict_copies(folder)))


def synced_by(folder: Path) -> str:
    """Return the service that synchronises a folder, recognised by its marker files; empty for none."""
    folder = Path(os.path.realpath(folder))
    for place in (folder, *folder.parents):
        try:
            names = [entry.name for entry in os.scandir(place)]
        except OSError:  # some folders above may be entered and not read
            names = []
        for name in names:
            if name in _FOLDER_MARKS:
                return _FOLDER_MARKS[name]
            if name in _FILE_MARKS and (place / name).is_file():
                return _FILE_MARKS[name]
            if _JOURNAL.fullmatch(name):
                return "Nextcloud"
        for pattern, service in _NAMED:
            if pattern.fullmatch(place.name):
                return service
    return ""


def conflict_copies(folder: Path) -> list[str]:
    """Return the conflict copies in a library, as relative paths, in order, without those put aside."""
    copies = []
    for place, folders, names in os.walk(folder):
        if Path(place) == folder and _ASIDE in folders:
            folders.remove(_ASIDE)
        inside = Path(place).relative_to(folder)
        for name in names:
            is_twin = not inside.parts and _DATABASE_TWIN.fullmatch(name)
            if is_twin or _CONFLICT.search(name):
                copies.append((inside / name).as_posix())
    return sorted(copies)


def _under(folder: Path) -> tuple[str, str]:
    """Return the file system type of a folder and its mount point; empty if the system does not tell."""
    present = Path(os.path.realpath(folder))
    while not present.exists() and present != present.parent:  # exists() also triggers automounts
        present = present.parent
    if sys.platform == "darwin":
        return _darwin_network(present), ""
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return "", ""
    places = {present, *present.parents}
    best: tuple[int, str, str] = (-1, "", "")
    for line in table.splitlines():
        before, separator, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if not separator or len(fields) < 5 or len(kinds) < 2:
            continue
        point = Path(_plain(fields[4]))
        depth = len(point.parts)
        if point in places and depth >= best[0]:  # of two at one place, the later hides the earlier
            best = (depth, kinds[0], _plain(kinds[1]))
    return best[1], best[2]


def _plain(field: str) -> str:
    """Return a field of the mount table; it contains spaces and the like as three octal digits."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), field)


def _are_long_paths_enabled() -> bool:
    """True if an administrator allowed them and the program's manifest requests them, as Python's does."""
    import ctypes

    system = ctypes.WinDLL("ntdll")  # type: ignore[attr-defined]  # on Windows alone
    return hasattr(system, "RtlAreLongPathsEnabled") and bool(system.RtlAreLongPathsEnabled() & 0xFF)


def _darwin_network(present: Path) -> str:
    """Return the type of a non-local file system on macOS; empty for a local one (untested)."""
    import ctypes

    class Statfs(ctypes.Structure):
        """The struct of statfs(2), with 64-bit inodes."""

        _fields_ = [
            ("head", ctypes.c_uint32 * 2), ("sizes", ctypes.c_uint64 * 5), ("id", ctypes.c_int32 * 2),
            ("owner", ctypes.c_uint32), ("type", ctypes.c_uint32), ("flags", ctypes.c_uint32),
            ("subtype", ctypes.c_uint32), ("name", ctypes.c_char * 16), ("rest", ctypes.c_char * 4096),
        ]  # fmt: skip

    local = 0x1000  # MNT_LOCAL of sys/mount.h
    library = ctypes.CDLL(None, use_errno=True)
    call = getattr(library, "statfs$INODE64", None) or library.statfs
    status = Statfs()
    if call(os.fsencode(present), ctypes.byref(status)) != 0 or status.flags & local:
        return ""
    return str(status.name.decode("ascii", "replace")) or "network"


try:
    import fcntl
except ImportError:  # Windows does not let an open file be deleted, which serves as the lock
    fcntl = None  # type: ignore[assignment]  # told apart where it is used

_LOCK = "lock"
_YOUNG = 3600.0
"""Seconds for which a folder without a lock may be one that is just being created."""


@contextlib.contextmanager
def temporary_workdir(parent: Path, prefix: str) -> Iterator[Path]:
    """Yield a private temporary folder, deleted afterwards; its name begins with a dot.

    A file in it is kept open: whatever is renamed to its final place has to be made in a subfolder, as Windows renames
    no folder that contains an open file.
    """
    delete_leftovers(parent, prefix)
    folder, handle = _create_workdir(parent, prefix)
    try:
        yield folder
    finally:
        handle.close()
        delete_tree(folder, ignore_errors=True)


def delete_leftovers(parent: Path, prefix: str) -> int:
    """Delete the temporary folders of killed programs and return their number; locked ones are in use."""
    deleted = 0
    for folder in parent.glob(f".{prefix}-*"):
        lock = folder / _LOCK
        with contextlib.suppress(OSError):
            if lock.exists():
                with lock.open("rb") as handle:
                    if fcntl:
                        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                delete(lock, patience=0)
            elif abs(time.time() - folder.stat().st_mtime) < _YOUNG:
                folder.rmdir()  # if empty, its owner makes another; if not, it is about to be renamed
            delete_tree(folder, ignore_errors=True)
            deleted += 1
    return deleted


def sync_file(path: Path) -> None:
    """Make a file's content survive a power cut, bypassing caches for the next reader where the system allows it."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
        if sys.platform == "linux":
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a renaming survive a power cut; NTFS keeps a journal of names, and folders cannot be synchronised there."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _create_workdir(parent: Path, prefix: str) -> tuple[Path, BinaryIO]:
    while True:
        folder = parent / f".{prefix}-{uuid.uuid4()}"
        folder.mkdir(mode=0o700)
        with contextlib.suppress(FileNotFoundError):  # swept before it was locked
            handle = (folder / _LOCK).open("xb")
            if fcntl:
                fcntl.flock(handle, fcntl.LOCK_EX)
            if (folder / _LOCK).exists():
                return folder, handle
            handle.close()


def begins_with(file: Path, beginning: bytes) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(beginning)) == beginning


@contextlib.contextmanager
def disk_errors(folder: Path) -> Iterator[None]:
    """Convert errors of the disk to errors of the library."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, folder) from error


def disk_error(error: OSError, folder: Path) -> DeskError:
    if error.errno in _FULL:
        return DiskFullError(str(folder))
    return LibraryUnwritableError(str(folder), error.strerror or type(error).__name__)
