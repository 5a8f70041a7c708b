"""The shared folder in the database: where it is, what of ours is there, and what of others was looked at."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from delegate_desk.core.exchange.package import SharedFile, SharedFolder
from delegate_desk.core.exchange.people import PersonId
from delegate_desk.core.library.errors import PackageFault
from delegate_desk.storage.db.database import Database


class SharingStore:
    """The tables of the shared folder."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folder(self) -> SharedFolder | None:
        """The folder that is shared in."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT path, internal, originals, joined, mark, sent FROM shared_folder"
            ).fetchone()
        if row is None:
            return None
        return SharedFolder(
            Path(row[0]), bool(row[1]), bool(row[2]), datetime.fromisoformat(row[3]), row[4], int(row[5])
        )

    def set_folder(self, folder: SharedFolder | None) -> None:
        """Share in a folder, or in none: what was looked at in another is forgotten."""
        before = self.folder()
        with self._database.write() as connection:
            connection.execute("DELETE FROM shared_folder")
            if before is None or folder is None or before.path != folder.path:
                connection.execute("DELETE FROM shared_file")
                connection.execute("DELETE FROM shared_original")
            if folder is not None:
                connection.execute(
                    "INSERT INTO shared_folder (path, internal, originals, joined, mark, sent)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        str(folder.path), folder.internal, folder.originals, folder.joined.isoformat(),
                        folder.mark, folder.sent,
                    ),
                )  # fmt: skip

    def advance(self, folder: SharedFolder) -> None:
        """Keep how far what is ours was said, unless other choices were made meanwhile: then all is said anew."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE shared_folder SET mark = ?, sent = ? WHERE path = ? AND internal = ? AND originals = ?",
                (folder.mark, folder.sent, str(folder.path), folder.internal, folder.originals),
            )

    def files(self) -> dict[str, SharedFile]:
        """The packages that were looked at, by name."""
        with self._database.read() as connection:
            found = connection.execute("SELECT name, size, modified, fault FROM shared_file").fetchall()
        return {row[0]: SharedFile(row[0], row[1], row[2], row[3] and PackageFault(row[3])) for row in found}

    def record_file(self, file: SharedFile) -> None:
        """Keep what came of a package."""
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT INTO shared_file (name, size, modified, fault) VALUES (?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET
                    size = excluded.size, modified = excluded.modified, fault = excluded.fault
                """,
                (file.name, file.size, file.modified, file.fault),
            )

    def originals(self) -> frozenset[str]:
        """The hashes of the originals that are there."""
        with self._database.read() as connection:
            return frozenset(row[0] for row in connection.execute("SELECT sha256 FROM shared_original"))

    def add_originals(self, hashes: Iterable[str]) -> None:
        """Keep that originals are there."""
        with self._database.write() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO shared_original (sha256) VALUES (?)", [(one,) for one in hashes]
            )

    def blocked_people(self) -> frozenset[PersonId]:
        """Whose packages are not taken in."""
        with self._database.read() as connection:
            return frozenset(PersonId(row[0]) for row in connection.execute("SELECT person FROM refused_person"))

    def set_blocked(self, person: PersonId, when: datetime | None) -> None:
        """Take no more packages of a person, or with no moment take them again, those from before too."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM refused_person WHERE person = ?", (person,))
            if when is None:
                connection.execute("DELETE FROM shared_file")  # each is safe to be taken in again
            else:
                connection.execute(
                    "INSERT INTO refused_person (person, refused) VALUES (?, ?)", (person, when.isoformat())
                )

    def documents_changed(self, mark: int | None) -> set[int]:
        """The documents on which something of ours changed after a mark; None for all that bear something."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT annotation.document FROM annotation
                    LEFT JOIN stamp ON stamp.kind = 'note' AND stamp.key = annotation.id
                    WHERE annotation.author = '' AND coalesce(stamp.number, 0) > ?
                UNION SELECT CAST(key AS INTEGER) FROM stamp WHERE kind = 'line' AND number > ?
                """,
                (-1 if mark is None else mark, -1 if mark is None else mark),
            ).fetchall()
            if mark is None:
                found += connection.execute("SELECT document FROM position").fetchall()
        return {int(row[0]) for row in found}
