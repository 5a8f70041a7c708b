"""An original brought back from where a copy of it was taken to."""

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from delegate_desk.storage.db.damaged_database import ASIDE
from delegate_desk.storage.db.database import disk_error
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.workdirs import sync_file, sync_folder


def second_folders(chosen: Path) -> list[Path]:
    """The folders of libraries at a second place, where it can be reached."""
    with contextlib.suppress(OSError):
        return sorted(path for path in chosen.glob("delegate-desk-*") if path.is_dir())
    return []


def fetch(library: Path, originals: Originals, sha256: str, suffix: str, places: Iterable[Path]) -> bool:
    """Put the first copy that has the bytes it is named by in the place of an original; False where there is none.

    What stood there is kept in ``damaged/originals/``.

    Raises:
        DiskFullError, LibraryUnwritableError: If it cannot be put there.
    """
    place = originals.path(sha256, suffix)
    for folder in places:
        copy = folder / "originals" / place.parent.name / place.name
        try:
            is_whole = copy.is_file() and originals.is_intact(sha256, copy)
        except OSError:
            continue
        if is_whole:
            try:
                _replace_file(library, copy, place)
            except OSError as error:
                raise disk_error(error, library) from error
            return True
    return False


def _replace_file(library: Path, copy: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        shutil.copyfile(copy, beside)
        sync_file(beside)
        beside.chmod(0o400)
        if place.exists():
            kept = library / ASIDE / "originals"
            kept.mkdir(mode=0o700, parents=True, exist_ok=True)
            place.replace(kept / place.name)
        beside.replace(place)
        sync_folder(place.parent)
    finally:
        beside.unlink(missing_ok=True)
