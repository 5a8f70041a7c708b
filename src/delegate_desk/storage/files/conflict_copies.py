"""The copies that a service made of a library written on two computers at once: opened, and put aside as they are."""

import contextlib
import json
import logging
import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from delegate_desk.cipher import MAGIC, PLAIN, Cipher
from delegate_desk.storage.db import damaged_database
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files.filesystem import conflict_copies
from delegate_desk.storage.files.workdirs import sync_file, sync_folder, temporary_workdir

_log = logging.getLogger(__name__)
_DATABASE = re.compile(r"library[^/]*\.sqlite3", re.IGNORECASE)
_PLAIN_DATABASE = b"SQLite format 3\0"
_INDEX = "index/"
_LOG = "-wal"


def databases(library: Path) -> list[str]:
    """The copies of the database, by name, in order."""
    return [name for name in conflict_copies(library) if _DATABASE.fullmatch(name)]


@contextlib.contextmanager
def opened(library: Path, name: str, cipher: Cipher) -> Iterator[Database]:
    """A copy of a database, brought up to date in a room of its own; the file itself stays as it is.

    Raises:
        DeskError: If it cannot be opened.
        OSError: If there is no room for it.
    """
    aside = library / damaged_database.ASIDE
    aside.mkdir(mode=0o700, exist_ok=True)
    source = library / name
    with temporary_workdir(aside, "merging") as folder:
        shutil.copyfile(source, folder / FILE_NAME)
        log = source.with_name(f"{name}{_LOG}")
        if log.is_file():
            shutil.copyfile(log, folder / f"{FILE_NAME}{_LOG}")
        database = Database(folder, PLAIN if _begins(source, _PLAIN_DATABASE) else cipher)
        try:
            yield database
        finally:
            database.close()


def archive_copies(library: Path, names: Iterable[str], told: dict[str, Any], cipher: Cipher) -> Path:
    """Put copies into a folder of their own among what is damaged, with the list of what came of them.

    Copies of the index are deleted, for it is made of the rest. What an encrypted library has in plain is sealed.

    Raises:
        OSError: If they cannot be put there.
    """
    aside = library / damaged_database.ASIDE
    aside.mkdir(mode=0o700, exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    kept = next(
        place for number in range(1000) if not (place := aside / f"{moment}{f'-{number}' if number else ''}").exists()
    )
    kept.mkdir(mode=0o700)
    written = kept / damaged_database.MERGED_LIST
    written.write_bytes(cipher.seal(json.dumps(told, ensure_ascii=False, indent=1).encode(), written.name))
    sync_file(written)
    sync_folder(kept)
    for name in names:
        path = library / name
        if name.startswith(_INDEX):
            path.unlink(missing_ok=True)
        elif path.exists():
            _move(path, kept / name, cipher)
    sync_folder(kept)
    sync_folder(aside)
    _log.info("Put copies of two versions aside")
    return kept


def _move(path: Path, target: Path, cipher: Cipher) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if cipher.seals and path.is_file() and _begins(path, _PLAIN_DATABASE) and not _begins(path, MAGIC):
        with path.open("rb") as source, target.open("wb") as into:
            cipher.copy_in(source, into, f"damaged:{target.name}")
        sync_file(target)
        path.unlink()
    else:
        path.replace(target)


def _begins(path: Path, beginning: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(beginning)) == beginning
