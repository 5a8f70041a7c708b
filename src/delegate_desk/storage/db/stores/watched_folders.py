"""Watched folders in the database, and what was seen in them."""

from dataclasses import dataclass
from pathlib import Path

from delegate_desk.storage.db.database import Database


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was found: if either changes, it is another.

    Attributes:
        size: In bytes.
        modified: In nanoseconds since 1970.
    """

    size: int
    modified: int


class WatchStore:
    """The tables of watched folders."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> list[Path]:
        """The folders watched, in the order in which they were named."""
        with self._database.read() as connection:
            rows = connection.execute("SELECT path FROM watched_folder ORDER BY id").fetchall()
        return [Path(row[0]) for row in rows]

    def watch(self, folder: Path) -> None:
        """Watch a folder; one that is watched already stays so."""
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO watched_folder (path) VALUES (?)", (str(folder),))

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more, and forget what was seen in it."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM watched_folder WHERE path = ?", (str(folder),))

    def seen(self, folder: Path) -> dict[str, FileState]:
        """Return the files seen in a folder, by path relative to it."""
        with self._database.read() as connection:
            rows = connection.execute(
                """
                SELECT name, size, modified FROM seen_file
                JOIN watched_folder ON watched_folder.id = seen_file.watched_folder WHERE watched_folder.path = ?
                """,
                (str(folder),),
            ).fetchall()
        return {name: FileState(size, modified) for name, size, modified in rows}

    def see(self, folder: Path, name: str, state: FileState) -> None:
        """Keep that a file was seen; in a folder that is watched no more nothing is."""
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT OR REPLACE INTO seen_file (watched_folder, name, size, modified)
                SELECT id, ?, ?, ? FROM watched_folder WHERE path = ?
                """,
                (name, state.size, state.modified, str(folder)),
            )
