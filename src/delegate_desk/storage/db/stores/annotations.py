"""Annotations in the database."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from typing import Any

from delegate_desk.core import typed_json
from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, PendingAnnotations
from delegate_desk.core.library.record_tables import entry_from_values, entry_values
from delegate_desk.core.positions.position import PositionEntry, UnanchoredItem
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.record_rows import RowCodec, Store, insert, upsert

_FEW = 500
_LABEL_AT = "SELECT document, address, label FROM paragraph WHERE document = ? AND address = ? AND label != ''"
_ALL_LABELS = """
    SELECT paragraph.document, paragraph.address, paragraph.label FROM paragraph
    WHERE paragraph.label != '' AND EXISTS (
        SELECT 1 FROM annotation
        WHERE annotation.document = paragraph.document AND annotation.address = paragraph.address
    )
"""

_ANNOTATIONS = """
    SELECT annotation.*, (
        SELECT json_group_array(tag) FROM (
            SELECT tag FROM annotation_tag WHERE annotation_tag.annotation = annotation.id ORDER BY position
        )
    ) AS tags FROM annotation
    JOIN document ON document.id = annotation.document
    LEFT JOIN paragraph ON paragraph.document = annotation.document AND paragraph.address = annotation.address
"""
_CARRIED_ON = """
    EXISTS (
        SELECT 1 FROM annotation AS later JOIN document AS newer ON newer.id = later.document
        WHERE later.origin = annotation.id AND later.trashed IS NULL AND newer.trashed IS NULL
    )
"""
_HELD = "annotation.trashed IS NULL AND document.trashed IS NULL"
_ROWS = RowCodec(
    Annotation,
    "annotation",
    document="place.document",
    address="place.address",
    **{name: f"quote.{name}" for name in ("exact", "prefix", "suffix", "start", "end")},
)


class AnnotationStore(Store):
    def save(self, *annotations: Annotation) -> None:
        """Add annotations, or replace those with their ids, in one transaction; those in the trash stay there."""
        with self._database.write() as connection:
            for annotation in annotations:
                _insert(connection, annotation)
                _insert_tags(connection, annotation)

    def replace(self, before: Annotation, annotation: Annotation) -> None:
        """Replace a stored annotation in as few statements as possible, as it is being typed."""
        with self._database.write() as connection:
            _insert(connection, annotation)
            if before.tags != annotation.tags:
                _insert_tags(connection, annotation)

    def set_trashed(self, keys: Iterable[AnnotationId], when: datetime | None) -> None:
        self._execute_many(
            "UPDATE annotation SET trashed = ? WHERE id = ?", [(when and when.isoformat(), key) for key in keys]
        )

    def remove(self, key: AnnotationId) -> None:
        self._execute("DELETE FROM annotation WHERE id = ?", key)

    def remove_trashed(self) -> list[Place]:
        """Delete permanently what is in the trash; return the former places."""
        with self._database.write():
            removed = self._rows("DELETE FROM annotation WHERE trashed IS NOT NULL RETURNING document, address")
        return [Place(DocumentId(document), Address(address)) for document, address in removed]

    def get(self, key: AnnotationId) -> Annotation | None:
        return next(iter(self._select("WHERE annotation.id = ? AND annotation.trashed IS NULL", (key,))), None)

    def begins(self, beginning: str) -> Annotation | None:
        """Return the annotation not in the trash whose id begins so; None if there is none, or several."""
        if not beginning:
            return None
        matches = self._select(
            "WHERE substr(annotation.id, 1, ?) = ? AND annotation.trashed IS NULL LIMIT 2", (len(beginning), beginning)
        )
        return matches[0] if len(matches) == 1 else None

    def get_with_trashed(self, key: AnnotationId) -> Annotation | None:
        return next(iter(self._select("WHERE annotation.id = ?", (key,))), None)

    def for_place(self, place: Place) -> list[Annotation]:
        return self._select(
            "WHERE annotation.document = ? AND annotation.address = ? AND annotation.trashed IS NULL ORDER BY created",
            (place.document, place.address),
        )

    def for_document(self, document: DocumentId, *, trashed: bool = False) -> list[Annotation]:
        """Return the annotations on a document, in reading order; with ``trashed`` also those in the trash."""
        return self._select(
            "WHERE annotation.document = ? AND (? OR annotation.trashed IS NULL)"
            " ORDER BY paragraph.position, start, created",
            (document, trashed),
        )

    def all(self) -> list[Annotation]:
        return self._select(f"WHERE {_HELD} ORDER BY annotation.document, paragraph.position, start, created")

    def replies(self, key: AnnotationId) -> list[Annotation]:
        """Return the replies to an annotation, oldest first."""
        return self._select("WHERE annotation.reply_to = ? AND annotation.trashed IS NULL ORDER BY created", (key,))

    def carried_from(self, key: AnnotationId) -> list[Annotation]:
        """Return the carried-over copies of an annotation, including those in the trash."""
        return self._select("WHERE annotation.origin = ? ORDER BY annotation.document", (key,))

    def due(self, before: datetime) -> list[Annotation]:
        """Return open annotations in the library due before a moment and not carried over, earliest first."""
        return self._select(
            f"WHERE {_HELD} AND annotation.status = 'open' AND annotation.due < ? AND NOT {_CARRIED_ON}"
            " ORDER BY annotation.due, created",
            (before.astimezone(UTC).isoformat(),),
        )

    def trash(self) -> list[Annotation]:
        """Return the annotations in the trash whose documents are in the library, latest first."""
        return self._select(
            "WHERE annotation.trashed IS NOT NULL AND document.trashed IS NULL"
            " ORDER BY annotation.trashed DESC, created"
        )

    def thread(self, key: AnnotationId) -> list[Annotation]:
        """Return an annotation with its replies at all levels; for one in the trash, those moved there with it."""
        return self._select(
            """
            WHERE annotation.id IN (
                WITH RECURSIVE thread (id, trashed) AS (
                    SELECT id, trashed FROM annotation WHERE id = ?
                    UNION SELECT answer.id, answer.trashed FROM annotation AS answer
                    JOIN thread ON answer.reply_to = thread.id AND answer.trashed IS thread.trashed
                )
                SELECT id FROM thread
            )
            ORDER BY annotation.created
            """,
            (key,),
        )

    def tags(self) -> list[str]:
        return self._column(
            "SELECT DISTINCT tag FROM annotation_tag JOIN annotation ON annotation.id = annotation_tag.annotation"
            " WHERE annotation.trashed IS NULL"
        )

    def labels(self, places: Collection[Place] | None = None) -> dict[Place, str]:
        """Return the printed labels of units: of the given ones, or of all that are annotated."""
        with self._database.read() as connection:
            if places is None or len(places) > _FEW:
                found = connection.execute(_ALL_LABELS).fetchall()
            else:
                found = [
                    row
                    for place in places
                    for row in connection.execute(_LABEL_AT, (place.document, place.address)).fetchall()
                ]
        return {Place(DocumentId(document), Address(address)): label for document, address, label in found}

    def _select(self, condition: str, values: tuple[object, ...] = ()) -> list[Annotation]:
        found = self._rows(f"{_ANNOTATIONS} {condition}", *values)
        return [_ROWS.value(row, tags=tuple(json.loads(row["tags"]))) for row in found]


def _insert(connection: sqlite3.Connection, annotation: Annotation) -> None:
    _ROWS.upsert(connection, annotation, due=annotation.due and annotation.due.astimezone(UTC).isoformat())


def _insert_tags(connection: sqlite3.Connection, annotation: Annotation) -> None:
    connection.execute("DELETE FROM annotation_tag WHERE annotation = ?", (annotation.id,))
    connection.executemany(
        "INSERT INTO annotation_tag (annotation, position, tag) VALUES (?, ?, ?)",
        [(annotation.id, n, tag) for n, tag in enumerate(annotation.tags)],
    )


class UnplacedStore(Store):
    def __init__(self, database: Database, annotations: AnnotationStore) -> None:
        self._database = database
        self._annotations = annotations

    def for_document(self, document: DocumentId) -> list[UnanchoredItem]:
        """Return the items without a place in a document that are not in the trash, in the order they lost it."""
        found = self._rows(
            """
            SELECT unplaced.* FROM unplaced LEFT JOIN annotation ON annotation.id = unplaced.annotation
            WHERE unplaced.document = ? AND annotation.trashed IS NULL ORDER BY unplaced.id
            """,
            document,
        )
        items = []
        for row in found:
            annotation, entry = None, None
            if row["annotation"]:
                annotation = self._annotations.get(AnnotationId(row["annotation"]))
            elif row["item"] is not None:
                entry = entry_from_values(json.loads(row["item"]))
            else:  # stored by an older version of the program
                entry = entry_from_values({name: row[name] for name in _FIRST_FIELDS})
            items.append(UnanchoredItem(row["id"], document, Address(row["address"]), row["text"], annotation, entry))
        return items

    def add_annotation(self, annotation: Annotation, address: Address, text: str) -> None:
        """Record the former place of an annotation that lost its place, unless one is already recorded."""
        self._execute(
            "INSERT OR IGNORE INTO unplaced (document, address, text, annotation) VALUES (?, ?, ?, ?)",
            *(annotation.place.document, address, text, annotation.id),
        )

    def add_item(self, document: DocumentId, item: PositionEntry, text: str, key: int | None = None) -> None:
        """Save our position entry on a paragraph that does not exist, under its former or a new key."""
        row = {name: getattr(item, name) for name in _FIRST_FIELDS}
        row |= {"id": key, "document": document, "text": text}
        row["item"] = json.dumps(entry_values(item), ensure_ascii=False)
        with self._database.write() as connection:
            insert(connection, "unplaced", row)

    def remove(self, key: int) -> None:
        """Forget that an item has no place; an annotation itself stays."""
        self._execute("DELETE FROM unplaced WHERE id = ?", key)


_FIRST_FIELDS = ("address", "stance", "proposal", "comment", "internal")


class OrphanAnnotationStore(Store):
    def save(self, key: str, original: DocumentIdentity, modified: str, annotation: dict[str, Any]) -> None:
        """Save an annotation; of two with one id the version modified later wins, by its time in UTC."""
        cells = {"modified": modified, "annotation": json.dumps(annotation, ensure_ascii=False)}
        row = {"id": key, **typed_json.pack(original), **cells}
        with self._database.write() as connection:
            upsert(
                connection, "annotation_aside", row, "id", where="WHERE excluded.modified > annotation_aside.modified"
            )

    def pending_annotations(self) -> list[PendingAnnotations]:
        """Return the documents waited for, by reference, each with the number of waiting annotations."""
        found = self._rows("""
            SELECT reference, language, sha256, count(*) FROM annotation_aside
            GROUP BY reference, language, sha256 ORDER BY reference, language, sha256
            """)
        return [PendingAnnotations(DocumentIdentity(*row[:3]), row[3]) for row in found]

    def for_original(self, original: DocumentIdentity) -> list[dict[str, Any]]:
        found = self._column(
            "SELECT annotation FROM annotation_aside WHERE reference = ? AND language = ? AND sha256 = ? ORDER BY id",
            *(original.reference, original.language, original.sha256),
        )
        return list(map(json.loads, found))

    def remove(self, keys: Iterable[str]) -> None:
        self._execute_many("DELETE FROM annotation_aside WHERE id = ?", [(key,) for key in keys])
