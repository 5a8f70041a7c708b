"""Database store of items without a place in a re-read document."""

import json
import sqlite3

from delegate_desk.core.annotations.anchoring import UnanchoredItem
from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.document_rows import rows
from delegate_desk.storage.db.position_rows import item_from_values, item_values
from delegate_desk.storage.db.stores.annotations import AnnotationStore


class UnplacedStore:
    """The table of what is unplaced."""

    def __init__(self, database: Database, annotations: AnnotationStore) -> None:
        self._database = database
        self._annotations = annotations

    def for_document(self, document: DocumentId) -> list[UnanchoredItem]:
        """Return the items without a place in a document that are not in the trash, in the order they lost it."""
        with self._database.read() as connection:
            found = rows(
                connection,
                """
                SELECT unplaced.* FROM unplaced LEFT JOIN annotation ON annotation.id = unplaced.annotation
                WHERE unplaced.document = ? AND annotation.trashed IS NULL ORDER BY unplaced.id
                """,
                (document,),
            )
            return [
                UnanchoredItem(
                    row["id"],
                    document,
                    Address(row["address"]),
                    row["text"],
                    self._annotations.get(AnnotationId(row["annotation"])) if row["annotation"] else None,
                    None if row["annotation"] else _as_item(row),
                )
                for row in found
            ]

    def add_annotation(self, annotation: Annotation, address: Address, text: str) -> None:
        """Remember where an annotation stood that has no place; one known already is known by where it stood first."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO unplaced (document, address, text, annotation) VALUES (?, ?, ?, ?)",
                (annotation.place.document, address, text, annotation.id),
            )

    def add_item(self, document: DocumentId, item: PositionEntry, text: str, key: int | None = None) -> None:
        """Save our position entry on a paragraph that does not exist, under its former or a new key."""
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT INTO unplaced (id, document, address, text, stance, proposal, comment, internal, item)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                (
                    key, document, item.address, text, item.stance, item.proposal, item.comment, item.internal,
                    json.dumps(item_values(item), ensure_ascii=False),
                ),
            )  # fmt: skip

    def remove(self, key: int) -> None:
        """Forget that something has no place; an annotation itself stays."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM unplaced WHERE id = ?", (key,))


def _as_item(row: sqlite3.Row) -> PositionEntry:
    """Our line of a row; one that an older version of the program kept has its first fields only."""
    if row["item"] is not None:
        return item_from_values(json.loads(row["item"]))
    return item_from_values({name: row[name] for name in ("address", "stance", "proposal", "comment", "internal")})
