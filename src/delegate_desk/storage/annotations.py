"""Annotations in the database."""

import sqlite3
from datetime import datetime

from delegate_desk.core.annotations import Annotation, AnnotationId, AnnotationKind, Quote, Status, Visibility
from delegate_desk.core.documents import Address, DocumentId, Place
from delegate_desk.storage.database import Database

_ANNOTATIONS = """
    SELECT annotation.* FROM annotation
    JOIN document ON document.id = annotation.document
    LEFT JOIN paragraph ON paragraph.document = annotation.document AND paragraph.address = annotation.address
"""
_TAGS = "SELECT annotation, tag FROM annotation_tag WHERE annotation BETWEEN ? AND ? ORDER BY annotation, position"


class AnnotationStore:
    """The tables of annotations and their tags."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, annotation: Annotation) -> None:
        """Add an annotation, or replace the one with its id."""
        quote = annotation.quote
        with self._database.write() as connection:
            connection.execute(
                """
                INSERT INTO annotation (
                    id, document, address, kind, text, created, modified, exact, prefix, suffix, start, "end",
                    status, visibility
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    document = excluded.document, address = excluded.address, kind = excluded.kind,
                    text = excluded.text, created = excluded.created, modified = excluded.modified,
                    exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix,
                    start = excluded.start, "end" = excluded."end", status = excluded.status,
                    visibility = excluded.visibility
                """,
                (
                    annotation.id, annotation.place.document, annotation.place.address, annotation.kind,
                    annotation.text, annotation.created.isoformat(), annotation.modified.isoformat(),
                    quote and quote.exact, quote and quote.prefix, quote and quote.suffix,
                    quote and quote.start, quote and quote.end, annotation.status, annotation.visibility,
                ),
            )  # fmt: skip
            connection.execute("DELETE FROM annotation_tag WHERE annotation = ?", (annotation.id,))
            connection.executemany(
                "INSERT INTO annotation_tag (annotation, position, tag) VALUES (?, ?, ?)",
                [(annotation.id, n, tag) for n, tag in enumerate(annotation.tags)],
            )

    def remove(self, key: AnnotationId) -> None:
        """Delete an annotation."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM annotation WHERE id = ?", (key,))

    def get(self, key: AnnotationId) -> Annotation | None:
        """An annotation by its id, wherever its document is."""
        return next(iter(self._select("WHERE annotation.id = ?", (key,))), None)

    def on(self, place: Place) -> list[Annotation]:
        """The annotations on one unit, oldest first."""
        return self._select(
            "WHERE annotation.document = ? AND annotation.address = ? ORDER BY created", (place.document, place.address)
        )

    def of(self, document: DocumentId) -> list[Annotation]:
        """The annotations on a document, in reading order."""
        return self._select("WHERE annotation.document = ? ORDER BY paragraph.position, start, created", (document,))

    def all(self) -> list[Annotation]:
        """The annotations on all documents that are not in the trash, by document, in reading order."""
        return self._select(
            "WHERE document.trashed IS NULL ORDER BY annotation.document, paragraph.position, start, created"
        )

    def _select(self, condition: str, values: tuple[object, ...] = ()) -> list[Annotation]:
        with self._database.read() as connection:
            cursor = connection.cursor()
            cursor.row_factory = sqlite3.Row
            rows = cursor.execute(f"{_ANNOTATIONS} {condition}", values).fetchall()
            keys = [row["id"] for row in rows] or [""]
            tags: dict[str, list[str]] = {}
            for key, tag in connection.execute(_TAGS, (min(keys), max(keys))):
                tags.setdefault(key, []).append(tag)
        return [_as_annotation(row, tags.get(row["id"], [])) for row in rows]


def _as_annotation(row: sqlite3.Row, tags: list[str]) -> Annotation:
    quote = None
    if row["exact"] is not None:
        quote = Quote(row["exact"], row["prefix"], row["suffix"], row["start"], row["end"])
    return Annotation(
        AnnotationId(row["id"]),
        Place(DocumentId(row["document"]), Address(row["address"])),
        AnnotationKind(row["kind"]),
        row["text"],
        datetime.fromisoformat(row["created"]),
        datetime.fromisoformat(row["modified"]),
        quote,
        tuple(tags),
        Status(row["status"]),
        Visibility(row["visibility"]),
    )
