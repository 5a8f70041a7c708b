"""Annotations whose document is not held, kept until it is, in the database."""

import json
from collections.abc import Iterable
from typing import Any

from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, PendingAnnotations
from delegate_desk.storage.db.database import Database


class OrphanAnnotationStore:
    """The table of what is kept aside."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, key: str, original: DocumentIdentity, modified: str, annotation: dict[str, Any]) -> None:
        """Save an annotation; of two with one id the version modified later wins, by the moment as written in UTC."""
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT INTO annotation_aside (id, reference, language, sha256, modified, annotation)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    reference = excluded.reference, language = excluded.language, sha256 = excluded.sha256,
                    modified = excluded.modified, annotation = excluded.annotation
                WHERE excluded.modified > annotation_aside.modified
                """,
                (
                    key, original.reference, original.language, original.sha256, modified,
                    json.dumps(annotation, ensure_ascii=False),
                ),
            )  # fmt: skip

    def pending_annotations(self) -> list[PendingAnnotations]:
        """The documents waited for, by reference, each with how many annotations wait."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT reference, language, sha256, count(*) FROM annotation_aside
                GROUP BY reference, language, sha256 ORDER BY reference, language, sha256
                """
            )
            return [PendingAnnotations(DocumentIdentity(*row[:3]), row[3]) for row in found]

    def for_original(self, original: DocumentIdentity) -> list[dict[str, Any]]:
        """Return the annotations waiting for a document, by id."""
        with self._database.read() as connection:
            found = connection.execute(
                """
                SELECT annotation FROM annotation_aside
                WHERE reference = ? AND language = ? AND sha256 = ? ORDER BY id
                """,
                (original.reference, original.language, original.sha256),
            )
            return [json.loads(row[0]) for row in found]

    def remove(self, keys: Iterable[str]) -> None:
        """Forget what was taken in, or thrown away."""
        with self._database.write() as connection:
            connection.executemany("DELETE FROM annotation_aside WHERE id = ?", [(key,) for key in keys])
