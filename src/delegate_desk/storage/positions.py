"""Positions in the database."""

import sqlite3
from collections.abc import Iterable

from delegate_desk.core.documents import Address, DocumentId
from delegate_desk.core.positions import Item, Position, PositionStatus, Stance
from delegate_desk.storage.database import Database


class PositionStore:
    """The tables of positions and of what they say by paragraph."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, document: DocumentId) -> Position:
        """The position on a document, an empty draft where there is none."""
        with self._database.read() as connection:
            row = connection.execute(
                "SELECT status, general, internal FROM position WHERE document = ?", (document,)
            ).fetchone()
            if row is None:
                return Position(document)
            items = connection.execute(
                """
                SELECT position_item.address, stance, proposal, comment, internal FROM position_item
                LEFT JOIN paragraph
                    ON paragraph.document = position_item.document AND paragraph.address = position_item.address
                WHERE position_item.document = ? ORDER BY paragraph.position
                """,
                (document,),
            ).fetchall()
        status, general, internal = row
        return Position(document, PositionStatus(status), general, internal, tuple(map(_as_item, items)))

    def documents(self) -> list[DocumentId]:
        """The documents that are not in the trash and have a position, by number."""
        with self._database.read() as connection:
            rows = connection.execute(
                """
                SELECT position.document FROM position JOIN document ON document.id = position.document
                WHERE document.trashed IS NULL ORDER BY position.document
                """
            )
            return [DocumentId(row[0]) for row in rows]

    def set_texts(self, document: DocumentId, general: str, internal: str) -> None:
        """Keep the general comments and the internal notes on a document."""
        with self._database.write() as connection:
            self._begin(connection, document)
            connection.execute(
                "UPDATE position SET general = ?, internal = ? WHERE document = ?", (general, internal, document)
            )
            self._end(connection, document)

    def set_item(self, document: DocumentId, item: Item) -> None:
        """Keep our line on a paragraph."""
        with self._database.write() as connection:
            self._begin(connection, document)
            connection.execute(
                """
                INSERT INTO position_item (document, address, stance, proposal, comment, internal)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (document, address) DO UPDATE SET
                    stance = excluded.stance, proposal = excluded.proposal, comment = excluded.comment,
                    internal = excluded.internal
                """,
                (document, item.address, item.stance, item.proposal, item.comment, item.internal),
            )

    def replace_items(self, document: DocumentId, items: Iterable[Item]) -> None:
        """Put other lines in the place of all that we have on paragraphs of a document."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM position_item WHERE document = ?", (document,))
            for item in items:
                self.set_item(document, item)
            self._end(connection, document)

    def remove_item(self, document: DocumentId, address: Address) -> None:
        """Forget our line on a paragraph."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM position_item WHERE document = ? AND address = ?", (document, address))
            self._end(connection, document)

    def _begin(self, connection: sqlite3.Connection, document: DocumentId) -> None:
        connection.execute(
            "INSERT OR IGNORE INTO position (document, status, general, internal) VALUES (?, ?, '', '')",
            (document, PositionStatus.DRAFT),
        )

    def _end(self, connection: sqlite3.Connection, document: DocumentId) -> None:
        """A position that says nothing is none."""
        connection.execute(
            """
            DELETE FROM position WHERE document = ? AND general = '' AND internal = ''
            AND NOT EXISTS (SELECT 1 FROM position_item WHERE position_item.document = position.document)
            """,
            (document,),
        )


def _as_item(row: tuple[str, str | None, str | None, str, str]) -> Item:
    address, stance, proposal, comment, internal = row
    return Item(Address(address), Stance(stance) if stance else None, proposal, comment, internal)
