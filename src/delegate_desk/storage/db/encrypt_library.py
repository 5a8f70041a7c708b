"""Encryption and decryption of a whole library: the new files are built beside the old ones, verified, and swapped.

The new files are built in a temporary folder, which is deleted if the program is killed. When all of them are on the
disk, that folder becomes ``converted/``: from then on whoever opens the library first continues. The old files are
moved to ``replaced/``, the folder becomes ``arriving/``, the new files are moved out of it, the old ones are deleted.
Each step is one renaming, and is skipped if it was done; so an open library is always entirely of one kind.
"""

import contextlib
import logging
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from delegate_desk.cipher import MAGIC, PLAIN, ChunkReader, Cipher, SealBrokenError
from delegate_desk.core.errors import DiskFullError, LibraryBusyError, LibraryDamagedError
from delegate_desk.core.library import backup
from delegate_desk.core.library.errors import UnusableBackupError
from delegate_desk.core.progress import Steps
from delegate_desk.files import delete, delete_tree, move
from delegate_desk.storage.db import damaged_database, sqlite_engine
from delegate_desk.storage.files import backup_archive
from delegate_desk.storage.files.backup_archive import OpenedBackup
from delegate_desk.storage.files.filesystem import begins_with, sync_file, sync_folder

_log = logging.getLogger(__name__)

_DATABASE = backup.DATABASE
_READY, _ARRIVING, _REPLACED = "converted", "arriving", "replaced"
_OURS = re.compile(
    r"library\.(sqlite3|key)(-wal|-shm|-journal|\..*)?|originals|sidecars|backups|damaged|index|draft\.json.*"
)
"""What is replaced at the top of the folder; other files there do not belong to the library."""
_DROPPED = re.compile(r"\..*|library\.key.*|.*\.new")
_LISTS = (damaged_database.RECOVERED_LIST, damaged_database.UNPLACED_LIST, damaged_database.MERGED_LIST)

Prepare = Callable[[Path], None]
"""Writes the key, or none, into a library that is being built."""


def convert(library: Path, old: Cipher, new: Cipher, prepare: Prepare) -> Steps[None]:
    """Convert the files of a closed library to another cipher, yielding bytes done and total. Slow.

    If cancelled between two steps, nothing is changed.
    """
    files = list(_files(library))
    size = sum(path.stat().st_size for path in (library / _DATABASE, *files))
    if size > shutil.disk_usage(library).free:
        raise DiskFullError(str(library))
    with damaged_database.workplace(library) as place, contextlib.closing(_lock_database(library, old)) as connection:
        done = 0
        yield done, size + 1
        sqlite_engine.export(connection, place / _DATABASE, new)
        _compare(connection, place / _DATABASE, new, library)
        done += (library / _DATABASE).stat().st_size
        yield done, size + 1
        prepare(place)
        for path in files:
            within = path.relative_to(library)
            target = place / within
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _convert(path, target, within, old, new, place)
            done += path.stat().st_size
            yield min(done, size), size + 1
        for folder in {*(path.parent for path in place.rglob("*")), place}:
            sync_folder(folder)
        move(place, library / _READY)
        sync_folder(library)
        if os.name == "nt":  # Windows renames no open file
            connection.close()
        _swap_files(library)  # before any waiting program can open the old database
    _log.info("The library was %s", "encrypted" if new.seals else "decrypted")


def finish(library: Path) -> bool:
    """Resume an interrupted swap, and delete unfinished files; True if files were swapped."""
    damaged_database.delete_leftovers(library)
    if not is_pending(library):
        return False
    with damaged_database.lock(library):
        _swap_files(library)
    return True


def is_pending(library: Path) -> bool:
    """True if converted files wait to be swapped for those of the library, or are being swapped."""
    return any((library / name).is_dir() for name in (_READY, _ARRIVING, _REPLACED))


def _swap_files(library: Path) -> None:
    ready, arriving, replaced = (library / name for name in (_READY, _ARRIVING, _REPLACED))
    if ready.is_dir():
        replaced.mkdir(mode=0o700, exist_ok=True)
        for entry in sorted(library.iterdir()):
            if _OURS.fullmatch(entry.name):
                move(entry, replaced / entry.name)
        sync_folder(replaced)
        sync_folder(library)
        move(ready, arriving)
        sync_folder(library)
    if arriving.is_dir():
        for entry in sorted(arriving.iterdir()):
            move(entry, library / entry.name)
        sync_folder(library)
        arriving.rmdir()
    if replaced.is_dir():
        delete_tree(replaced)
    sync_folder(library)


def _lock_database(library: Path, cipher: Cipher) -> sqlite3.Connection:
    """Lock the database against all others until it is closed."""
    connection = sqlite_engine.connect_for_export(library / _DATABASE, cipher)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")  # the log was merged
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")  # in this mode the lock stays
    except sqlite_engine.database_errors() as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (5, 6):  # busy, locked
            raise LibraryBusyError(str(library)) from error
        raise LibraryDamagedError(str(library), str(error)) from error
    return connection


def _compare(connection: sqlite3.Connection, copy: Path, cipher: Cipher, library: Path) -> None:
    faults: tuple[type[Exception], ...] = (ValueError, *sqlite_engine.database_errors())
    try:
        problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
        steps, counts = backup_archive.count(copy, cipher)
        same = sqlite_engine.same(connection, copy, cipher)
    except faults as error:
        raise LibraryDamagedError(str(library), str(error)) from error
    if problems != ["ok"]:
        raise LibraryDamagedError(str(library), "; ".join(problems))
    step = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not same or (steps, counts) != (step, backup_archive.count_rows(connection)):
        raise LibraryDamagedError(str(library), "its copy is not what it is")


def _files(library: Path) -> Iterator[Path]:
    for entry in ("draft.json", "originals", "sidecars", "backups", "damaged"):
        place = library / entry
        if place.is_file():
            yield place
        for path in sorted(place.rglob("*")):
            inside = path.relative_to(place).parts
            is_incoming = entry == "originals" and inside[0] == "incoming"
            is_dropped = is_incoming or any(map(_DROPPED.fullmatch, inside))
            if path.is_file() and not path.is_symlink() and not is_dropped:
                yield path


def _convert(path: Path, target: Path, within: Path, old: Cipher, new: Cipher, place: Path) -> None:
    """Write a library's file with another cipher; one that cannot be read is copied unchanged."""
    kind = within.parts[0]
    faults: tuple[type[Exception], ...] = (
        SealBrokenError, UnusableBackupError, ValueError, *sqlite_engine.database_errors()
    )  # fmt: skip
    try:
        if path.suffix == backup.SUFFIX:
            _convert_backup(path, target, old, new, place)
        elif kind == "backups" and path.suffix == ".sqlite3":
            with contextlib.closing(sqlite_engine.connect_for_export(path, old)) as connection:
                sqlite_engine.export(connection, target, new)
        elif kind == "backups" or (kind == "damaged" and old.seals and not begins_with(path, MAGIC)):
            shutil.copyfile(path, target)  # a file of somebody's, or a database that was put aside encrypted
        else:
            _rewrite(path, target, _name(within), old, new)
    except faults:
        delete(target)
        _log.warning("A damaged file of the library goes along as it is")
        _rewrite(path, target, f"damaged:{path.name}", PLAIN, new)
    shutil.copystat(path, target)
    if kind == "originals":
        target.chmod(0o400)
    sync_file(target)


def _rewrite(path: Path, target: Path, name: str, old: Cipher, new: Cipher) -> None:
    with path.open("rb") as source, target.open("wb") as into:
        new.copy_in(ChunkReader(old.chunks(source, name)), into, name)


def _convert_backup(path: Path, target: Path, old: Cipher, new: Cipher, place: Path) -> None:
    unpacked, converted = place / ".unpacked", place / ".made"
    for folder in (unpacked, converted):
        delete_tree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
    try:
        with OpenedBackup(path) as opened:
            manifest = opened.manifest
            for _ in opened.unpack(unpacked, lambda _: True):
                pass
        parts = []
        for member in manifest.members:
            within = Path(member.name)
            result = converted / within
            result.parent.mkdir(parents=True, exist_ok=True)
            if member.name == _DATABASE:
                with contextlib.closing(sqlite_engine.connect_for_export(unpacked / within, old)) as connection:
                    sqlite_engine.export(connection, result, new)
            elif member.name == backup.KEY:
                continue
            else:
                _rewrite(unpacked / within, result, _name(within), old, new)
            parts.append((member.name, result))
        if new.seals:
            parts.append((backup.KEY, place / backup.KEY))
        for _ in backup_archive.pack(target, replace(manifest, encrypted=new.seals), parts):
            pass
    finally:  # also if the backup is damaged: nothing of this may become part of the library
        for folder in (unpacked, converted):
            delete_tree(folder)


def _name(within: Path) -> str:
    kind = within.parts[0]
    if kind == "originals":
        return f"original:{within.stem}"
    if kind == "sidecars":
        return f"sidecar:{within.relative_to(kind).as_posix()}"
    if kind == "damaged":
        return within.name if within.name in _LISTS else f"damaged:{within.name}"
    return "draft"
