"""Putting a file where it belongs, whole or not at all."""

import contextlib
import os
from pathlib import Path

from delegate_desk.core.errors import ExportFailedError


def save(content: bytes, target: Path) -> None:
    """Write a file beside its target, make sure of it, and rename it into place.

    Raises:
        ExportFailedError: If the folder is missing or cannot be written, the disk is full, or the target is open
            elsewhere (Windows); what was there is untouched.
    """
    place = Path(os.path.realpath(target))  # through a link, so that the link stays
    beside = place.with_name(f".desk-{os.getpid()}-{os.urandom(4).hex()}.new")
    try:
        if place.is_dir():
            raise IsADirectoryError(None, "Is a directory")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(place)
        finally:
            with contextlib.suppress(OSError):  # renamed away, or never made
                beside.unlink()
    except OSError as error:
        raise ExportFailedError(str(target), error.strerror or type(error).__name__) from error
