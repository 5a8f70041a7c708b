"""A library made of a backup: beside its place, and renamed to it once all of it was read and found whole."""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from delegate_desk.cipher import PLAIN
from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.library import backup
from delegate_desk.core.library.backup import RestoreResult
from delegate_desk.core.library.errors import BackupFault, RestoreTargetError, UnusableBackupError
from delegate_desk.core.progress import Steps, map_progress
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.database import disk_error
from delegate_desk.storage.db.interruptible_work import stepping
from delegate_desk.storage.db.migrations import STEPS
from delegate_desk.storage.files import backup_archive
from delegate_desk.storage.files.backup_archive import OpenedBackup
from delegate_desk.storage.files.filesystem import refuse_network
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.workdirs import sync_file, sync_folder, temporary_workdir

_MAGIC = b"SQLite format 3\0"
_CHUNK = 1024 * 1024


def restore(file: Path, folder: Path) -> Steps[RestoreResult]:
    """Restore a library from a backup, in a folder that is empty or does not exist.

    A backup without originals takes those beside it: at a second location, or in the library whose folder it is
    in. A bare copy of a database, such as is made before an upgrade, is accepted as well.

    Raises:
        RestoreTargetError: If the folder is not empty.
        UnusableBackupError: If the file is not a backup, or is incomplete.
        DiskFullError, LibraryUnwritableError: If it cannot be written there.
        LibraryOnNetworkError: If the folder is on a network share.
    """
    refuse_network(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RestoreTargetError(str(folder))
    if not file.is_file():
        raise UnusableBackupError(file.name, BackupFault.MISSING)
    try:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with temporary_workdir(folder.parent, f"{folder.name}-restoring") as around:
            beside = around / "library"
            beside.mkdir(mode=0o700)
            restored = yield from (_restore_database_copy(file, beside) if _is_plain(file) else _packed(file, beside))
            if folder.exists():
                folder.rmdir()
            beside.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        raise disk_error(error, folder) from error
    return replace(restored, folder=folder)


def _packed(file: Path, beside: Path) -> Steps[RestoreResult]:
    with OpenedBackup(file) as opened:
        manifest, size, done = opened.manifest, opened.size(), 0
        if manifest.schema > len(STEPS):
            raise UnusableBackupError(file.name, BackupFault.NEWER)
        if size > shutil.disk_usage(beside).free:
            raise DiskFullError(str(beside.parent.parent))
        for many in opened.unpack(beside, lambda _: True):
            done += many
            yield done, size + 1
    database = beside / backup.DATABASE
    sealed = not _is_plain(database)
    if sealed and not (manifest.encrypted and (beside / backup.KEY).is_file()):
        raise UnusableBackupError(file.name, BackupFault.DAMAGED, backup.DATABASE)
    if not sealed:
        steps, counts = yield from _count_rows(file, database)
        if (steps, counts) != (manifest.schema, manifest.counts):
            raise UnusableBackupError(file.name, BackupFault.DAMAGED, backup.DATABASE)
    wanted = manifest.originals
    return _furnished(file, beside, wanted, manifest.made, manifest.documents, encrypted=sealed)


def _restore_database_copy(file: Path, beside: Path) -> Steps[RestoreResult]:
    """A library of a copy of its database alone."""
    database = beside / backup.DATABASE
    size = file.stat().st_size
    with file.open("rb") as source, database.open("xb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
            yield target.tell(), size + 1
    sync_file(database)
    steps, counts = yield from _count_rows(file, database)
    if steps > len(STEPS):
        raise UnusableBackupError(file.name, BackupFault.NEWER)
    if not steps or not {"library", "document"} <= set(counts):
        raise UnusableBackupError(file.name, BackupFault.NOT_ONE)
    with contextlib.closing(sqlite_engine.connect(database)) as connection:
        named = connection.execute("SELECT sha256, file_name FROM document").fetchall()
    root = beside / backup.ORIGINALS
    paths = [Originals(beside).path(str(sha256), Path(str(name)).suffix) for sha256, name in named]
    wanted = [place for path in paths if backup.is_original(place := path.relative_to(root).as_posix())]
    return _furnished(file, beside, wanted, None, counts["document"], encrypted=False)


def _count_rows(file: Path, database: Path) -> Steps[tuple[int, dict[str, int]]]:
    try:
        return (
            yield from map_progress(
                stepping(lambda tell: backup_archive.count(database, PLAIN, tell)), lambda _: (0, 0)
            )
        )
    except ValueError as error:
        raise UnusableBackupError(file.name, BackupFault.DAMAGED, backup.DATABASE) from error


def _furnished(
    file: Path, beside: Path, wanted: Sequence[str], made: datetime | None, documents: int, *, encrypted: bool
) -> RestoreResult:
    """Look after the originals: those that came along are made safe, others fetched from where the backup stands."""
    root, missing = beside / backup.ORIGINALS, 0
    for place in wanted:
        if not (root / place).is_file() and not _fetched(file, place, root / place, named=not encrypted):
            missing += 1
    folders = set()
    for path in root.glob("??/*"):
        path.chmod(0o400)
        folders.add(path.parent)
    for folder in (*folders, *((root,) if folders else ()), beside):
        sync_folder(folder)
    return RestoreResult(beside, made, documents, len(wanted) - missing, missing, encrypted)


def _fetched(file: Path, place: str, target: Path, *, named: bool) -> bool:
    """Copy an original from beside the backup; False where it is not there, or is not what it is named by."""
    for folder in (file.parent, file.parent.parent):
        source = folder / backup.ORIGINALS / place
        if source.is_symlink() or not source.is_file():
            continue
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with source.open("rb") as read, target.open("wb") as written:
            while chunk := read.read(_CHUNK):
                digest.update(chunk)
                written.write(chunk)
            written.flush()
            os.fsync(written.fileno())
        if not named or digest.hexdigest() == target.stem:
            return True
        target.unlink()
    return False


def _is_plain(file: Path) -> bool:
    """True for a database that is not encrypted."""
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC
