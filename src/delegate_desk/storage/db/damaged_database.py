"""Replacing a damaged database: the damaged files are kept, the new ones put in place, and damage recorded.

The new database is built in ``recovering/``, which the next attempt empties. When it is complete and the damaged files
are kept, that folder becomes ``recovered/``: from then on whoever opens the library first puts it in place, however
often that is interrupted. A program killed at any time leaves one or the other.
"""

import contextlib
import errno
import json
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.files import delete, delete_tree, move
from delegate_desk.storage.files.filesystem import sync_file, sync_folder

try:
    import fcntl
except ImportError:  # Windows does not let a file be replaced that is open
    fcntl = None  # type: ignore[assignment]  # told apart where it is used

_log = logging.getLogger(__name__)

FILE_NAME = "library.sqlite3"
ASIDE = "damaged"
RECOVERED_LIST = "recovered.json"
"""File in a folder of damaged files: the list of what was recovered from where."""
UNPLACED_LIST = "left.json"
"""File beside it: the rows that could not be placed."""
MERGED_LIST = "merged.json"
"""File in a folder of merged copies: the list of what was merged and what was superseded."""
_DATABASE_ENDINGS = ("", "-wal", "-shm", "-journal")
_RECOVERING, _RECOVERED, _NOTICED = "recovering", "recovered", "noticed"
_CHECKED = "looked-over"
_DAYS = 7
"""Days after which the whole database is checked again."""
_SHARED_BYTE = 128
"""The byte of the shared memory file that each connection locks (UNIX_SHM_DMS in SQLite's os_unix.c, os_win.c)."""


def finish(library: Path) -> bool:
    """Put in place a database recovered by an interrupted program; True if there was one."""
    ready = library / _RECOVERED
    if not ready.is_dir():
        return False
    recovered = ready / FILE_NAME
    if recovered.exists():
        for ending in _DATABASE_ENDINGS[1:]:
            delete(library / f"{FILE_NAME}{ending}")
        delete_tree(library / "index", ignore_errors=True)  # it was built from the damaged database
        move(recovered, library / FILE_NAME)
        sync_folder(library)
    delete_tree(ready)
    _log.warning("A recovered library was put in place")
    return True


@contextlib.contextmanager
def workplace(library: Path) -> Iterator[Path]:
    """Return an empty folder to build in, for one program at a time."""
    library.mkdir(mode=0o700, parents=True, exist_ok=True)
    with lock(library):
        if _is_open_elsewhere(library):
            raise LibraryBusyError(str(library))
        place = library / _RECOVERING
        delete_tree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        try:
            yield place
        finally:
            delete_tree(place, ignore_errors=True)


def delete_leftovers(library: Path) -> None:
    """Delete unfinished files of a killed program: they may be plain beside an encrypted library."""
    if (library / _RECOVERING).is_dir():
        with contextlib.suppress(LibraryBusyError, OSError), lock(library):  # somebody is at it, or may not write
            delete_tree(library / _RECOVERING)
            _log.info("Swept what was in the building")


@contextlib.contextmanager
def lock(library: Path) -> Iterator[None]:
    """Prevent other programs from replacing the database meanwhile."""
    path = library / f"{_RECOVERING}.lock"
    lock = _lock_file(path)
    if lock is None:
        raise LibraryBusyError(str(library))
    with lock:
        try:
            yield
        finally:
            if fcntl:  # while locked: a process that opened it meanwhile finds it deleted
                delete(path)
    if not fcntl:
        delete(path)


def _lock_file(path: Path) -> BinaryIO | None:
    """Return a file locked by us while it is open; None if another program has it."""
    if not fcntl:
        try:
            delete(path, patience=0)  # left by a killed program; one in use stays
            return path.open("xb")
        except (PermissionError, FileExistsError):
            return None
    while True:
        lock = path.open("wb")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            lock.close()
            return None
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock.fileno()), path.stat()):
                return lock
        lock.close()  # the previous owner deleted it in between


def _is_open_elsewhere(library: Path) -> bool:
    """True if another program has the database open: each connection locks the shared memory file."""
    try:
        with (library / f"{FILE_NAME}-shm").open("r+b") as shared:
            if fcntl:
                fcntl.lockf(shared, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _SHARED_BYTE)
            else:
                import msvcrt

                shared.seek(_SHARED_BYTE)
                msvcrt.locking(shared.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]  # on Windows alone
    except FileNotFoundError:
        return False
    except OSError as error:
        return error.errno in (errno.EAGAIN, errno.EACCES)
    return False


def replace_damaged(library: Path, report: dict[str, Any], unplaced: list[Any], cipher: Cipher = PLAIN) -> Path:
    """Keep the damaged files byte for byte, and put the new ones in their place; return where they are kept.

    The lists of recovered and of unplaced rows are kept with them.
    """
    path = new_folder(library)
    kept = path.with_name(f"{path.name}.new")
    delete_tree(kept, ignore_errors=True)
    kept.mkdir(mode=0o700)
    for ending in _DATABASE_ENDINGS:
        damaged = library / f"{FILE_NAME}{ending}"
        if damaged.is_file():
            sync_file(_link(damaged, kept / damaged.name))
    sidecars = library / "sidecars"
    if sidecars.is_dir():  # rewritten from the recovered rows, which may be fewer
        shutil.copytree(sidecars, kept / sidecars.name, copy_function=_link)
    for name, content in ((RECOVERED_LIST, report), (UNPLACED_LIST, unplaced)):
        if content:
            write_list(kept / name, content, cipher)
    sync_folder(kept)
    move(kept, path)
    sync_folder(path.parent)
    place = library / _RECOVERING
    recovered = place / FILE_NAME
    for ending in _DATABASE_ENDINGS[1:]:
        delete(place / f"{FILE_NAME}{ending}")
    delete_tree(place / "backups", ignore_errors=True)
    sync_file(recovered)
    sync_folder(place)
    move(place, library / _RECOVERED)
    sync_folder(library)
    clear_notice(library)
    finish(library)
    return path


def new_folder(library: Path) -> Path:
    """Return the path of a new folder for files that are put aside now."""
    damaged = library / ASIDE
    damaged.mkdir(mode=0o700, exist_ok=True)
    timestamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    names = (timestamp, *(f"{timestamp}-{number}" for number in range(2, 1000)))
    return next(damaged / name for name in names if not (damaged / name).exists())


def write_list(path: Path, content: object, cipher: Cipher) -> None:
    """Write a list beside the damaged files, synchronised with the disk."""
    path.write_bytes(cipher.seal(json.dumps(content, ensure_ascii=False, indent=1).encode(), path.name))
    sync_file(path)


def _link(file: str | Path, copy: str | Path) -> Path:
    """Keep a finished file under another name by a hard link, which needs no space on a full disk."""
    try:
        os.link(file, copy)
    except OSError:  # such as on a stick
        shutil.copyfile(file, copy)
    return Path(copy)


def notice(library: Path) -> None:
    """Record that damage was found while the library was open, to be reported at the next opening."""
    with contextlib.suppress(OSError):  # on a read-only disk it is found again later
        damaged = library / ASIDE
        damaged.mkdir(mode=0o700, exist_ok=True)
        (damaged / _NOTICED).touch()


def is_noticed(library: Path) -> bool:
    """True if damage was found while a library was open, and nothing was done about it yet."""
    return (library / ASIDE / _NOTICED).exists()


def find_problems(library: Path, problems: Callable[[], list[str]]) -> list[str]:
    """Return the faults found by a check, if none has run for days. Slow; the result is recorded."""
    with contextlib.suppress(OSError):  # it was never checked
        if 0 <= time.time() - (library / _CHECKED).stat().st_mtime < _DAYS * 86400:
            return []
    found = problems()
    if found:
        notice(library)
    else:
        with contextlib.suppress(OSError):  # then it is checked again next time
            (library / _CHECKED).touch()
    return found


def clear_notice(library: Path) -> None:
    """Delete the record of damage: it is repaired, or was none."""
    with contextlib.suppress(OSError):
        delete(library / ASIDE / _NOTICED)
