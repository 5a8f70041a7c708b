"""Sidecars from the database: which are due, and the content of each."""

import json
import logging
import secrets
import sqlite3
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, DocumentId, Mark
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, annotation_json, document_urn
from delegate_desk.core.library.record_tables import DOCUMENT_TABLES, LIBRARY_TABLES, MEETING, STAMP
from delegate_desk.core.library.records import Cite, Node, RecordTable, SidecarSubject, row_to_object, sidecar_header
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db.database import Database, Durability
from delegate_desk.storage.db.record_rows import Store, rows
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.files.sidecar_files import Prepared, SidecarFiles

_NOWHERE = Address("")
_HEAD = (
    "reference", "language", "original_language", "date", "marking", "classification", "document_type",
    "document_type_label", "sender", "recipient", "subject", "sha256", "file_name", "added", "trashed",
)  # fmt: skip
"""The columns that identify a sidecar's document, between its number and the path of the original."""
_PLACES = """
    SELECT address FROM annotation WHERE document = ?1
    UNION SELECT address FROM position_item WHERE document = ?1
    UNION SELECT "after" FROM position_item WHERE document = ?1
    UNION SELECT address FROM position_change WHERE document = ?1
    UNION SELECT address FROM carried WHERE old = ?1
    UNION SELECT placed FROM carried WHERE new = ?1
    UNION SELECT value FROM carried, json_each(carried.proposals) WHERE new = ?1
    UNION SELECT address FROM line WHERE document = ?1
    UNION SELECT address FROM intervention WHERE document = ?1
    UNION SELECT contribution_part.address FROM contribution_part
        JOIN contribution ON contribution.id = contribution_part.contribution WHERE document = ?1
    UNION SELECT contribution_part."after" FROM contribution_part
        JOIN contribution ON contribution.id = contribution_part.contribution WHERE document = ?1
"""
_UNITS = f"""
    SELECT address, kind, label, marked, depth, spans FROM paragraph
    WHERE document = ?1 AND address IN ({_PLACES}) ORDER BY position
"""  # noqa: S608  (names of our own)
_STAMPS = """
    SELECT kind, key, number, moment, gone, sent FROM stamp
    WHERE kind = 'line' AND key >= ?1 || ' ' AND key < ?1 || '!'
    UNION ALL
    SELECT kind, key, number, moment, gone, sent FROM stamp
    WHERE kind = 'note' AND key IN (SELECT id FROM annotation WHERE document = ?1) ORDER BY kind, key
"""
_STAMPS_OF_WHAT_IS_GONE = """
    SELECT kind, key, number, moment, gone, sent FROM stamp WHERE CASE kind
        WHEN 'note' THEN key NOT IN (SELECT id FROM annotation)
        WHEN 'line' THEN CAST(key AS INTEGER) NOT IN (SELECT id FROM document)
        ELSE 1
    END ORDER BY kind, key
"""
_CHANGES = frozenset({Mark.ADDED, Mark.REMOVED})


@dataclass(frozen=True, slots=True)
class Due:
    """A sidecar that is being written; the number is that of this attempt alone."""

    subject: SidecarSubject
    key: str
    number: int


class SidecarStore(Store):
    def __init__(self, database: Database) -> None:
        self._database = database
        self._annotations = AnnotationStore(database)

    # Due

    def count_due(self) -> int:
        return int(self._row("SELECT count(*) FROM sidecar_due")[0])

    def set_about(self, most: int) -> list[Due]:
        """Return some sidecars that are due, unattempted ones first; a later attempt takes them over."""
        number = secrets.randbelow(2**62) + 1
        with self._database.write(Durability.TYPED) as connection:
            found = connection.execute(
                "SELECT subject, key FROM sidecar_due ORDER BY number <> 0, subject, key LIMIT ?", (most,)
            ).fetchall()
            connection.executemany(
                "UPDATE sidecar_due SET number = ? WHERE subject = ? AND key = ?",
                [(number, subject, key) for subject, key in found],
            )
        return [Due(SidecarSubject(subject), key, number) for subject, key in found]

    def is_still(self, due: Due) -> bool:
        """True if nothing changed since, and nobody else is writing it; as part of a write this stays so."""
        found = self._row(
            "SELECT 1 FROM sidecar_due WHERE subject = ? AND key = ? AND number = ?", due.subject, due.key, due.number
        )
        return found is not None

    def is_done(self, written: Iterable[Due]) -> None:
        """Mark sidecars that are safely on the disk as done, unless something changed since."""
        with self._database.write(Durability.TYPED) as connection:
            connection.executemany(
                "DELETE FROM sidecar_due WHERE subject = ? AND key = ? AND number = ?",
                [(due.subject, due.key, due.number) for due in written],
            )

    def all_due(self) -> None:
        with self._database.write() as connection:
            connection.execute("DELETE FROM sidecar_due")
            connection.execute("INSERT INTO sidecar_due SELECT 'document', sha256, 0 FROM document")
            connection.execute("INSERT INTO sidecar_due SELECT 'meeting', id, 0 FROM meeting")
            connection.execute("INSERT INTO sidecar_due VALUES ('library', 'library', 0)")

    # Content

    def build_content(self, subject: SidecarSubject, key: str) -> Node | None:
        """Return the content for a sidecar; None if its subject was permanently deleted."""
        with self._database.read() as connection:
            if subject is SidecarSubject.DOCUMENT:
                return self._document(connection, key)
            if subject is SidecarSubject.MEETING:
                return self._meeting(connection, key)
            return self._library(connection)

    def _document(self, connection: sqlite3.Connection, sha256: str) -> Node | None:
        found = rows(connection, "SELECT * FROM document WHERE sha256 = ?", (sha256,))
        if not found:
            return None
        held = found[0]
        number = held["id"]
        original = DocumentIdentity(held["reference"] or "", held["language"], sha256)
        named = {name: held[name] for name in _HEAD if held[name] not in (None, "")}
        suffix = Path(held["file_name"]).suffix.lower()[:10]
        made: Node = {
            **sidecar_header(SidecarSubject.DOCUMENT, document_urn(original)),
            "document": {"number": number, **named, "original": f"originals/{sha256[:2]}/{sha256}{suffix}"},
        }
        cite = _citations(connection)
        lists = {
            "units": [_unit(row) for row in rows(connection, _UNITS, (number,))],
            "annotations": self._web(connection, DocumentId(number), original),
            **{table.list_name: _objects(connection, table, number, cite) for table in DOCUMENT_TABLES},
            "stamps": _stamps(rows(connection, _STAMPS, (number,)), cite, f"{number} "),
        }
        return {**made, **{name: several for name, several in lists.items() if several}}

    def _web(self, connection: sqlite3.Connection, document: DocumentId, original: DocumentIdentity) -> list[Node]:
        found = self._annotations.for_document(document, trashed=True)
        if not found:
            return []
        trashed = dict(
            connection.execute(
                "SELECT id, trashed FROM annotation WHERE document = ? AND trashed IS NOT NULL", (document,)
            ).fetchall()
        )
        stood = dict(
            connection.execute(
                "SELECT annotation, address FROM unplaced WHERE document = ? AND annotation IS NOT NULL", (document,)
            ).fetchall()
        )
        ordered = sorted(found, key=lambda annotation: (annotation.created, annotation.id))
        return [
            _annotation(annotation, original, Address(stood.get(annotation.id, "")), trashed.get(annotation.id))
            for annotation in ordered
        ]

    def _meeting(self, connection: sqlite3.Connection, key: str) -> Node | None:
        found = rows(connection, "SELECT * FROM meeting WHERE id = ?", (key,))
        if not found:
            return None
        cite = _citations(connection)
        return {
            **sidecar_header(SidecarSubject.MEETING, f"urn:uuid:{key}"),
            MEETING.list_name: _object(connection, MEETING, found[0], cite),
        }

    def _library(self, connection: sqlite3.Connection) -> Node:
        cite = _citations(connection)
        last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchone()
        made: Node = {**sidecar_header(SidecarSubject.LIBRARY), "last_number": int(last[0]) if last else 0}
        lists = {table.list_name: _objects(connection, table, None, cite) for table in LIBRARY_TABLES}
        lists["stamps"] = _stamps(rows(connection, _STAMPS_OF_WHAT_IS_GONE), cite)
        return {**made, **{name: several for name, several in lists.items() if several}}


def _citations(connection: sqlite3.Connection) -> Cite:
    """Return a function that cites documents by reference, language and hash, each looked up once."""

    @cache
    def cite(number: int) -> Node | None:
        found = rows(connection, "SELECT reference, language, sha256 FROM document WHERE id = ?", (number,))
        cited = {**dict(found[0]), "number": number} if found else None
        return cited and {name: value for name, value in cited.items() if value is not None}

    return cite


def _objects(connection: sqlite3.Connection, table: RecordTable, parent: object, cite: Cite) -> Any:
    """Return the table rows of a parent as a list; as a single object if there cannot be several."""
    order = ", ".join(f'"{name}"' for name in table.key) or "id"
    where = f'WHERE "{table.parent}" = ?' if table.parent else ""
    values = (parent,) if table.parent else ()
    found = rows(connection, f"SELECT * FROM {table.name} {where} ORDER BY {order}", values)  # noqa: S608  (our names)
    objects = [_object(connection, table, row, cite) for row in found]
    if table.is_single:
        return objects[0] if objects else None
    return objects


def _object(connection: sqlite3.Connection, table: RecordTable, row: sqlite3.Row, cite: Cite) -> Node:
    made = row_to_object(table, dict(row), cite)
    for child in table.children:
        if several := _objects(connection, child, row[table.key[0]], cite):
            made[child.list_name] = several
    return made


def _annotation(annotation: Annotation, original: DocumentIdentity, stood: Address, trashed: str | None) -> Node:
    made = annotation_json(annotation, original, annotation.place.address or stood)
    if annotation.author:
        made["desk:author"] = f"urn:uuid:{annotation.author}"
    if trashed:
        made["desk:trashed"] = trashed
    return made


def _unit(row: sqlite3.Row) -> Node:
    """Return a marked unit, with its inserted and deleted words if there are any."""
    made: Node = {**{name: row[name] for name in ("address", "kind", "label", "depth")}, "text": row["marked"]}
    changes = [span for span in json.loads(row["spans"]) if span[2] in _CHANGES]
    if changes:
        made["changes"] = changes
    return made


def _stamps(found: Iterable[sqlite3.Row], cite: Cite, of: str = "") -> list[Node]:
    """Return stamps: of a note by its id, of a line by its address, preceded by the number of a deleted document."""
    stamps = [row_to_object(STAMP, dict(row), cite) for row in found]
    return [{**stamp, "key": stamp["key"].removeprefix(of)} if stamp["kind"] == "line" else stamp for stamp in stamps]


_log = logging.getLogger(__name__)
_AT_A_TIME = 50
_AT_THE_END = 5.0
"""Seconds available for writing at closing; what is then left is written at the next start."""


class Sidecars:
    def __init__(self, store: SidecarStore, files: SidecarFiles, database: Database) -> None:
        self._store, self.count_outdated = store, store.count_due
        self._files = files
        self._database = database

    def catch_up(self) -> Steps[None]:
        """Write the sidecars that are due, and delete those of permanently deleted subjects. Slow; safe on any thread.

        It may be cancelled at each step, and several programs may run it at once. What changes meanwhile is due again.

        Raises:
            DiskFullError: If the disk is full; what was not written stays due.
            LibraryUnwritableError: If the folder cannot be written.
        """
        if not self._files.are_there():
            self._store.all_due()
        total = self.count_outdated()
        if not total:
            return
        self._files.delete_leftovers()
        done = 0
        while done < total and (batch := self._store.set_about(min(_AT_A_TIME, total - done))):
            self._write(batch)
            done += len(batch)
            yield done, total
        _log.debug("Wrote %d sidecars", done)

    def finish(self, seconds: float = _AT_THE_END) -> None:
        """Write what is due before the library is closed, for some seconds; what cannot be written stays due."""
        until = time.monotonic() + seconds
        try:
            for _ in self.catch_up():
                if time.monotonic() > until:
                    break
        except DeskError as error:  # the record is safe
            _log.warning("The sidecars could not be written: %s", type(error).__name__)

    def _write(self, batch: list[Due]) -> None:
        """Write some sidecars beside their places, move the unchanged ones into place, and mark them as done."""
        prepared: list[tuple[Due, Prepared]] = []
        put: list[Due] = []
        try:
            for due in batch:
                try:
                    content = self._store.build_content(due.subject, due.key)
                    prepared.append((due, self._files.prepare(due.subject, due.key, content)))
                except (ValueError, TypeError, KeyError) as error:  # what no store of ours wrote: the others go on
                    _log.error("A sidecar could not be made: %s", type(error).__name__)
            with self._database.write(Durability.TYPED):
                for due, file in prepared:
                    if self._store.is_still(due):
                        self._files.apply_prepared(file)
                        put.append(due)
        finally:
            for _, file in prepared:
                self._files.discard(file)
        self._files.sync_folders()
        self._store.is_done(put)
