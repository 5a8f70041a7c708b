"""Work folders for unfinished files; left-overs of a killed program are deleted when the next is made."""

import contextlib
import os
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from delegate_desk.files import delete, delete_tree, move

try:
    import fcntl
except ImportError:  # Windows does not let an open file be deleted, which serves as the lock
    fcntl = None  # type: ignore[assignment]  # told apart where it is used

_LOCK = "lock"
_YOUNG = 3600.0
"""Seconds for which a room without a lock may be one that is just being made."""


@contextlib.contextmanager
def temporary_workdir(parent: Path, prefix: str) -> Iterator[Path]:
    """A private temporary folder, deleted when it is left; its name begins with a dot.

    A file in it is held open: what is to be renamed to where it stays has to be made in a folder within, for Windows
    renames no folder in which a file is open.
    """
    delete_leftovers(parent, prefix)
    folder, handle = _create_workdir(parent, prefix)
    try:
        yield folder
    finally:
        handle.close()
        delete_tree(folder, ignore_errors=True)


def delete_leftovers(parent: Path, prefix: str) -> None:
    """Delete the rooms of killed programs; one that is locked is somebody's."""
    for folder in parent.glob(f".{prefix}-*"):
        lock = folder / _LOCK
        with contextlib.suppress(OSError):
            if lock.exists():
                with lock.open("rb") as handle:
                    if fcntl:
                        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                delete(lock, patience=0)
            elif abs(time.time() - folder.stat().st_mtime) < _YOUNG:
                folder.rmdir()  # an empty one, whose maker makes another; one with files is about to be renamed
            delete_tree(folder, ignore_errors=True)


@contextlib.contextmanager
def written_whole(place: Path) -> Iterator[BinaryIO]:
    """A file that is renamed to its place when all of it is written and on the disk; by an exception it never is."""
    beside = place.with_name(f"{place.name}.{uuid.uuid4().hex}.new")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        move(beside, place)
    finally:
        with contextlib.suppress(OSError):  # renamed away, or never made
            delete(beside)


def sync_file(path: Path) -> None:
    """Let what a file holds outlast a power cut; who reads it next reads the disk, where the system can be told so."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
        if sys.platform == "linux":
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Let a renaming outlast a power cut; NTFS keeps a journal of names, and folders cannot be synced there."""
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
