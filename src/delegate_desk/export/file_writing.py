"""Putting a file where it belongs, whole or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.errors import ExportFailedError, FileOpenError
from delegate_desk.files import delete, is_held, move


def save(content: bytes, target: Path) -> None:
    """Write a file beside its target, make sure of it, and rename it into place.

    Raises:
        ExportFailedError: If the folder is missing or cannot be written, or the disk is full.
        FileOpenError: If the target is open elsewhere. Either way what was there is untouched.
    """
    place = Path(os.path.realpath(target))  # through a link, so that the link stays
    for mark in _marks(place):
        if mark.exists() and place.exists():
            raise FileOpenError(str(target), mark.name)
    beside = place.with_name(f".desk-{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        if place.is_dir():
            raise IsADirectoryError(None, "Is a directory")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _replace(place, beside)
        finally:
            with contextlib.suppress(OSError):  # renamed away, or never made
                delete(beside)
    except OSError as error:
        raise ExportFailedError(str(target), error.strerror or type(error).__name__) from error


def _marks(place: Path) -> Iterator[Path]:
    """The files by which a program says that it has a file open: Word's first two letters give way in a longer name."""
    yield place.with_name(f".~lock.{place.name}#")  # LibreOffice
    yield place.with_name(f"~${place.name[max(0, min(2, len(place.stem) - 6)) :]}")  # Word


def _replace(place: Path, new: Path) -> None:
    try:
        move(new, place)
    except PermissionError as error:
        if is_held(error) and os.access(place, os.W_OK):
            raise FileOpenError(str(place)) from error
        raise
