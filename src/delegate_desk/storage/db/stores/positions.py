"""Positions in the database."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.library.record_tables import ITEM, entry_cells, entry_from_cells
from delegate_desk.core.positions.fields import FieldDifference, differences
from delegate_desk.core.positions.new_provisions import in_text_order
from delegate_desk.core.positions.phrases import ReadyPhrase
from delegate_desk.core.positions.position import Position, PositionEntry, PositionStatus
from delegate_desk.core.positions.versions import start_draft
from delegate_desk.core.text import fold
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.document_rows import rows
from delegate_desk.storage.db.position_rows import as_position, state_columns
from delegate_desk.storage.db.stores.position_history import note

_COLUMNS = ", ".join(f'"{name}"' for name in ITEM.names)
_UPDATES = ", ".join(f'"{name}" = excluded."{name}"' for name in ITEM.names if name != "address")
_OF_ITEMS = ", ".join(f'position_item."{name}"' for name in ITEM.names)
_ITEMS = f"""
    SELECT {_OF_ITEMS}, paragraph.position IS NULL AS is_new FROM position_item
    LEFT JOIN paragraph ON paragraph.document = position_item.document AND paragraph.address = position_item.address
    WHERE position_item.document = ? ORDER BY paragraph.position, position_item.address
"""  # noqa: S608  (names of our own)
_ITEM = f"SELECT {_OF_ITEMS} FROM position_item WHERE document = ? AND address = ?"  # noqa: S608  (names of our own)
_PUT_ITEM = f"""
    INSERT INTO position_item (document, {_COLUMNS}) VALUES (?{", ?" * len(ITEM.names)})
    ON CONFLICT (document, address) DO UPDATE SET {_UPDATES}
"""  # noqa: S608  (names of our own)
_STATE = "status = ?, version = ?, cleared_by = ?, cleared_at = ?, sent_to = ?, sent_file = ?, sent_at = ?"


class PositionStore:
    """The tables of positions and of what they say by paragraph.

    What is written to a position that was sent begins its next version, and one that was cleared is a draft again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, document: DocumentId) -> Position:
        """The position on a document, an empty draft where there is none."""
        with self._database.read() as connection:
            bare = self._without_items(connection, document)
            items = rows(connection, _ITEMS, (document,))
            ordered = [entry_from_cells(row) for row in items]
            if any(row["is_new"] for row in items):
                ordered = in_text_order(ordered, self._addresses(connection, document))
        return replace(bare, items=tuple(ordered))

    def documents(self) -> list[DocumentId]:
        """The documents that are not in the trash and have a position, by number."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT position.document FROM position JOIN document ON document.id = position.document
                WHERE document.trashed IS NULL ORDER BY position.document
                """
            )
            return [DocumentId(row[0]) for row in found]

    def set_texts(self, document: DocumentId, general: str, internal: str) -> None:
        """Keep the general comments and the internal notes on a document."""
        with self._database.write() as connection:
            before = self._without_items(connection, document)
            pairs = (("general", before.general, general), ("internal", before.internal, internal))
            differing = [FieldDifference(name, was, now) for name, was, now in pairs if was != now]
            if not differing:
                return
            version = self._ensure_draft(connection, before)
            connection.execute(
                "UPDATE position SET general = ?, internal = ? WHERE document = ?", (general, internal, document)
            )
            note(connection, document, version, Address(""), differing)
            self._end(connection, document)

    def set_item(self, document: DocumentId, item: PositionEntry) -> None:
        """Save our position entry on a paragraph; an empty entry stands for none."""
        with self._database.write() as connection:
            found = rows(connection, _ITEM, (document, item.address))
            differing = differences(entry_from_cells(found[0]) if found else PositionEntry(item.address), item)
            if not differing:
                return
            version = self._ensure_draft(connection, self._without_items(connection, document))
            if item.is_empty():
                connection.execute(
                    "DELETE FROM position_item WHERE document = ? AND address = ?", (document, item.address)
                )
            else:
                connection.execute(_PUT_ITEM, (document, *entry_cells(item)))
            note(connection, document, version, item.address, differing)
            self._end(connection, document)

    def remove_item(self, document: DocumentId, address: Address) -> None:
        """Forget our line on a paragraph."""
        self.set_item(document, PositionEntry(address))

    def replace_items(self, document: DocumentId, items: Iterable[PositionEntry]) -> None:
        """Put lines in the place of all that we have on a document that was read anew: it is not a change of ours."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM position_item WHERE document = ?", (document,))
            connection.executemany(_PUT_ITEM, [(document, *entry_cells(item)) for item in items])
            self._end(connection, document)

    def set_state(self, position: Position) -> None:
        """Keep the status of a position, its version, its clearing and its sending: not what it says."""
        with self._database.write() as connection:
            self._write_state(connection, position)
            self._end(connection, position.document)

    def _without_items(self, connection: sqlite3.Connection, document: DocumentId) -> Position:
        """The position without its items."""
        found = rows(connection, "SELECT * FROM position WHERE document = ?", (document,))
        return as_position(document, found[0]) if found else Position(document)

    def _addresses(self, connection: sqlite3.Connection, document: DocumentId) -> list[Address]:
        found = connection.execute("SELECT address FROM paragraph WHERE document = ? ORDER BY position", (document,))
        return [Address(row[0]) for row in found]

    def _ensure_draft(self, connection: sqlite3.Connection, before: Position) -> int:
        """Let there be a draft to write to; tells its version."""
        draft = start_draft(before)
        self._write_state(connection, draft)
        return draft.version

    def _write_state(self, connection: sqlite3.Connection, position: Position) -> None:
        connection.execute(
            "INSERT OR IGNORE INTO position (document, status, general, internal) VALUES (?, ?, '', '')",
            (position.document, PositionStatus.DRAFT),
        )
        connection.execute(
            f"UPDATE position SET {_STATE} WHERE document = ?",  # noqa: S608  (names of our own)
            (*state_columns(position), position.document),
        )

    def _end(self, connection: sqlite3.Connection, document: DocumentId) -> None:
        """A position that says nothing, and never did to others, is none."""
        connection.execute(
            """
            DELETE FROM position WHERE document = ? AND general = '' AND internal = '' AND status = ? AND version = 1
            AND NOT EXISTS (SELECT 1 FROM position_item WHERE position_item.document = position.document)
            """,
            (document, PositionStatus.DRAFT),
        )


class PhraseStore:
    """The table of phrases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[ReadyPhrase]:
        """Every phrase, by language and keyword."""
        with self._database.read() as connection:
            found = connection.execute(
                "SELECT keyword, language, text FROM phrase ORDER BY language, folded"
            ).fetchall()
        return [ReadyPhrase(*row) for row in found]

    def save(self, phrase: ReadyPhrase) -> None:
        """Keep a phrase in the place of one of its keyword and language."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO phrase (language, folded, keyword, text) VALUES (?, ?, ?, ?)",
                (phrase.language, fold(phrase.keyword), phrase.keyword, phrase.text),
            )

    def remove(self, key: tuple[str, str]) -> None:
        """Forget a phrase, by its language and its folded keyword."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM phrase WHERE language = ? AND folded = ?", key)
