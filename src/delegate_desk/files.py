"""Replacing, renaming and deleting files and folders: only in this module, with the retries that Windows needs.

Windows refuses to rename, replace or delete a file that any program has open, to rename a folder with such a file in
it, and to delete a read-only file. Callers close what they have open first. Virus scanners, indexers and cloud storage
open each new file for an instant, so an operation is retried for two seconds.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

_HELD = (5, 32, 33)
"""System error codes of Windows: access denied, sharing violation, lock violation."""
_LONGEST_PATH = 259  # characters, unless an administrator of Windows allows more
_PATIENCE = 2.0
_PAUSE = 0.02


def move(source: Path, target: Path) -> None:
    """Rename a file or a folder; a file replaces an existing file, except a read-only one on Windows."""
    _patiently(lambda: source.replace(target), _PATIENCE)


@contextlib.contextmanager
def written_whole(place: Path, *, is_lasting: bool = True) -> Iterator[BinaryIO]:
    """Write a file that is renamed to its place when it is complete; after an exception it never is.

    A lasting file survives a power cut: it is synchronised with the disk before it takes its place.
    """
    temporary = place.with_name(f"{place.name[:40]}.{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        with temporary.open("xb") as file:
            yield file
            if is_lasting:
                file.flush()
                os.fsync(file.fileno())
        move(temporary, place)
    finally:
        with contextlib.suppress(OSError):  # renamed away, or never made
            delete(temporary)


def follow_link(target: Path) -> Path:
    """Return the file that a link leads to; a long path as it is, which Windows may write and not resolve."""
    return target if _is_long(target) else Path(os.path.realpath(target))


def why_not_written(error: OSError, target: Path) -> str:
    """Return the reason why a file was not written; Windows calls the folder of a long path missing."""
    return "File name too long" if _is_long(target) else error.strerror or type(error).__name__


def _is_long(target: Path) -> bool:
    return os.name == "nt" and len(str(target)) > _LONGEST_PATH


def delete(path: Path, *, patience: float = _PATIENCE) -> None:
    """Delete a file, if it exists, also a read-only one.

    Without patience, in seconds, a program that has it open means that somebody uses it.
    """
    if os.name == "nt" and path.exists():
        path.chmod(0o600)
    _patiently(lambda: path.unlink(missing_ok=True), patience)


def delete_tree(folder: Path, *, ignore_errors: bool = False) -> None:
    """Delete a folder with its content, also read-only files; what cannot be deleted may be left."""
    try:
        _patiently(lambda: _delete_tree(folder), _PATIENCE)
    except OSError:
        if not ignore_errors:
            raise
        shutil.rmtree(folder, ignore_errors=True)


def _delete_tree(folder: Path) -> None:
    if os.name == "nt":
        for path in folder.rglob("*"):
            path.chmod(0o700)
    shutil.rmtree(folder)


def is_held(error: OSError) -> bool:
    """True if Windows refused because a program has the file open, or because it is read-only."""
    return getattr(error, "winerror", None) in _HELD


def _patiently(action: Callable[[], object], seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            action()
        except PermissionError as error:
            if not is_held(error) or time.monotonic() >= end:
                raise
        else:
            return
        time.sleep(_PAUSE)
