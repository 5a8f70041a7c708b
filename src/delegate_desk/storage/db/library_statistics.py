"""Counts of a library's contents: numbers only, for the support report."""

import os
from pathlib import Path

from delegate_desk.storage.db import migrations
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files import backup_archive

_PLACES = ("originals", "index", "sidecars", "backups", "damaged")


def rows(database: Database) -> dict[str, int]:
    """Return the number of rows of each table."""
    with database.read() as connection:
        return backup_archive.count_rows(connection)


def step(database: Database) -> str:
    """Return the schema step of a library, and the number of steps in all."""
    with database.read() as connection:
        return f"{migrations.version(connection)} of {len(migrations.STEPS)}"


def engine(database: Database) -> str:
    """Return the version of SQLite that writes the database."""
    with database.read() as connection:
        return str(connection.execute("SELECT sqlite_version()").fetchone()[0])


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of the database with its log, and files and bytes of each folder of a library; slow, touches nothing."""
    found = {name: _size(folder / name) for name in (FILE_NAME, f"{FILE_NAME}-wal")}
    for place in _PLACES:
        files, size = 0, 0
        for inside, _, names in os.walk(folder / place):
            files += len(names)
            size += sum(_size(Path(inside) / name) for name in names)
        found[f"{place} files"], found[f"{place} bytes"] = files, size
    return found


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:  # gone meanwhile, or never there
        return 0
