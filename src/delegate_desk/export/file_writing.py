"""Writing exported files atomically."""

import os
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.errors import ExportFailedError, FileOpenError
from delegate_desk.files import follow_link, is_held, why_not_written, written_whole


def save(content: bytes, target: Path) -> None:
    """Write a file beside its target, verify it, and rename it into place.

    Raises:
        ExportFailedError: If the folder is missing or cannot be written, or the disk is full.
        FileOpenError: If another program has the target open. In both cases the existing file is unchanged.
    """
    try:
        place = follow_link(target)
        for mark in _marks(place):
            if mark.exists() and place.exists():
                raise FileOpenError(str(target), mark.name)
        if place.is_dir():
            raise IsADirectoryError(None, "Is a directory")
        with written_whole(place) as file:
            file.write(content)
    except OSError as error:
        if is_held(error) and target.is_file() and os.access(target, os.W_OK):
            raise FileOpenError(str(target)) from error
        raise ExportFailedError(str(target), why_not_written(error, target)) from error


def _marks(place: Path) -> Iterator[Path]:
    """Return the lock files of programs that have a file open.

    In Word's, the first two letters of a longer name are replaced.
    """
    yield place.with_name(f".~lock.{place.name}#")  # LibreOffice
    yield place.with_name(f"~${place.name[max(0, min(2, len(place.stem) - 6)) :]}")  # Word
