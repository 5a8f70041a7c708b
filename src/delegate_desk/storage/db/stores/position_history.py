"""Versions that were sent, and what became of each field, in the database."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import FieldChange
from delegate_desk.core.positions.versions import FieldDifference, Version
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.position_rows import from_json, to_json

_ONE_GO = timedelta(minutes=5)
"""For how long a field goes on being changed before that is another change."""


class PositionHistoryStore:
    """The tables of versions and of changes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def versions(self, document: DocumentId) -> list[Version]:
        """Return the versions sent, by number."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT version, content FROM position_version WHERE document = ? ORDER BY version", (document,)
            ).fetchall()
        return [from_json(document, number, content) for number, content in found]

    def freeze(self, version: Version) -> None:
        """Keep a version as it stands now."""
        position = version.position
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO position_version (document, version, content) VALUES (?, ?, ?)",
                (position.document, position.version, to_json(version)),
            )

    def thaw(self, document: DocumentId, number: int) -> None:
        """Forget that a version, and any after it, was sent."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM position_version WHERE document = ? AND version >= ?", (document, number))

    def changes(self, document: DocumentId) -> list[FieldChange]:
        """Return the changes of each field, oldest first."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT version, address, field, before, "after", at FROM position_change WHERE document = ? ORDER BY id
                """,
                (document,),
            ).fetchall()
        return [
            FieldChange(version, Address(address), field, before, after, datetime.fromisoformat(at))
            for version, address, field, before, after, at in found
        ]

    def relocate(self, document: DocumentId, find: Callable[[Address], Address | None]) -> None:
        """Say where paragraphs stand now in a document that was read anew; what is nowhere is known by where it was."""
        with self._database.write() as connection:
            found = connection.execute("SELECT id, address FROM position_change WHERE document = ?", (document,))
            changes = [(key, Address(address)) for key, address in found if address]
            places = {address: find(address) for address in {address for _, address in changes}}
            connection.executemany(
                "UPDATE position_change SET address = ? WHERE id = ?",
                [(places[address], key) for key, address in changes if places[address] is not None],
            )


def note(
    connection: sqlite3.Connection,
    document: DocumentId,
    version: int,
    address: Address,
    differences: Iterable[FieldDifference],
) -> None:
    """Note what became of some fields; what goes on being changed is one change, and none if it is as it was."""
    now = datetime.now(UTC)
    for one in differences:
        last = connection.execute(
            """
            SELECT id, before, at FROM position_change WHERE document = ? AND address = ? AND field = ? AND version = ?
            ORDER BY id DESC LIMIT 1
            """,
            (document, address, one.field, version),
        ).fetchone()
        if last is None or abs(now - datetime.fromisoformat(last[2])) > _ONE_GO:  # the clock may jump back
            connection.execute(
                """
                INSERT INTO position_change (document, version, address, field, before, "after", at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                (document, version, address, one.field, one.before, one.after, now.isoformat()),
            )
        elif last[1] == one.after:
            connection.execute("DELETE FROM position_change WHERE id = ?", (last[0],))
        else:
            connection.execute(
                'UPDATE position_change SET "after" = ?, at = ? WHERE id = ?', (one.after, now.isoformat(), last[0])
            )
