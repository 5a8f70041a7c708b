"""File operations that NTFS refuses and Linux does not, simulated for the files of this process.

An open file is neither deleted, renamed nor replaced, nor is a folder renamed that contains one; a read-only file is
neither deleted nor replaced. Python opens files so that all of this applies.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest


def emulate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the functions of the system refuse what those of Windows refuse."""
    for name in ("rename", "replace"):
        monkeypatch.setattr(os, name, _renaming(getattr(os, name)))
    for name in ("unlink", "remove"):
        monkeypatch.setattr(os, name, _deleting(getattr(os, name)))


def _renaming(call: Callable[..., None]) -> Callable[..., None]:
    def renamed(source: Any, target: Any, **places: int | None) -> None:
        place, there = _real(source, places.get("src_dir_fd")), _real(target, places.get("dst_dir_fd"))
        _refuse_open(place)
        if call.__name__ == "rename" and there.exists() and not place.samefile(there):
            raise FileExistsError(errno.EEXIST, "NTFS: there is one", str(there))
        if there.exists():
            _refuse_open(there)
            _refuse_read_only(there)
        call(source, target, **places)

    return renamed


def _deleting(call: Callable[..., None]) -> Callable[..., None]:
    def deleted(path: Any, *, dir_fd: int | None = None) -> None:
        place = _real(path, dir_fd)
        if place.exists():
            _refuse_open(place)
            _refuse_read_only(place)
        call(path, dir_fd=dir_fd)

    return deleted


def _real(path: Any, folder: int | None) -> Path:
    """The path of a name, which may be relative to an open folder."""
    around = Path.cwd() if folder is None else Path(f"/proc/self/fd/{folder}").readlink()
    return around / os.fsdecode(path)


def _refuse_open(place: Path) -> None:
    for link in Path("/proc/self/fd").iterdir():
        try:
            held = link.readlink()
        except FileNotFoundError:  # that of the listing itself
            continue
        is_folder = held.is_dir()  # Windows opens none for a listing
        if not is_folder and (held == place or held.is_relative_to(place)):
            raise _refusal(f"{held.name} is open", place, 32)


def _refuse_read_only(place: Path) -> None:
    if place.is_file() and not place.stat().st_mode & stat.S_IWUSR:
        raise _refusal("it may only be read", place, 5)


def _refusal(reason: str, place: Path, code: int) -> PermissionError:
    error = PermissionError(errno.EACCES, f"NTFS: {reason}", str(place))
    error.winerror = code  # type: ignore[attr-defined]  # which is there on Windows alone
    return error


def locking_module() -> SimpleNamespace:
    """Stand-in for ``msvcrt``, which locks from the position of a file on, with the locks that SQLite uses on Linux."""
    import fcntl

    def locking(file: int, mode: int, size: int) -> None:
        assert mode == 2
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, size, 0, os.SEEK_CUR)

    return SimpleNamespace(LK_NBLCK=2, locking=locking)
