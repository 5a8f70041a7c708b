"""Sidecars: what the database says of each document, each meeting and the library, in the folder ``sidecars``.

They are ``SHA256.jsonld`` for each document, ``meetings/ID.jsonld`` for each meeting, and ``library.jsonld``. A file is
written beside its place, synchronised with the disk, and then renamed: a place has a complete file or none.
"""

import contextlib
import json
import logging
import os
import re
import secrets
import sqlite3
import time
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher, SealBrokenError
from delegate_desk.core.documents.document import Address, Document, DocumentId, Header, Kind, Mark, Paragraph, Span
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.annotation_exchange import DocumentIdentity, annotation_json, document_urn
from delegate_desk.core.library import records
from delegate_desk.core.library.record_tables import DOCUMENT, DOCUMENT_TABLES, LIBRARY_TABLES, MEETING, STAMP, UNIT
from delegate_desk.core.library.records import Cite, Node, RecordTable, SidecarSubject, row_to_object, sidecar_header
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, move
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.record_rows import RowCodec, Store, rows
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.files.filesystem import disk_errors, sync_folder

FOLDER = "sidecars"
_MEETINGS = "meetings"
_SUFFIX = ".jsonld"
_TEMPORARY = ".new"
_ABANDONED = 600.0
"""Seconds after which a file waiting to be renamed is abandoned."""
_PLAIN_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,99}")


@dataclass(frozen=True, slots=True)
class FoundSidecar:
    """A sidecar by its path in the folder of sidecars, and its content, or why it cannot be read."""

    subject: SidecarSubject
    name: str
    content: Node | None = None
    fault: records.Fault | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is ready to be moved into place."""

    place: Path
    temporary: Path | None
    is_deletion: bool = False


class SidecarFiles:
    """The sidecars of one library.

    Raises, from any method that writes: ``DiskFullError``, ``LibraryUnwritableError``.
    """

    def __init__(self, library: Path, cipher: Cipher = PLAIN) -> None:
        self._library = library
        self._folder = library / FOLDER
        self._cipher = cipher

    def prepare(self, subject: SidecarSubject, key: str, content: Node | None) -> Prepared:
        """Write a sidecar beside its place, synchronised with the disk; None if there must be none."""
        place = self.place(subject, key)
        if content is None:
            return Prepared(place, None, is_deletion=True)
        encoded = records.encode_sidecar(content)
        name = self._name(place)
        with disk_errors(self._library):
            if self._has_content(place, encoded):
                return Prepared(place, None)
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary = place.with_name(f"{uuid.uuid4()}{_TEMPORARY}")
            try:
                with temporary.open("wb") as file:
                    file.write(self._cipher.seal(encoded, f"sidecar:{name}"))
                    file.flush()
                    os.fsync(file.fileno())
            except BaseException:
                delete(temporary)
                raise
        return Prepared(place, temporary)

    def apply_prepared(self, prepared: Prepared) -> None:
        with disk_errors(self._library):
            if prepared.is_deletion:
                delete(prepared.place)
            elif prepared.temporary:
                move(prepared.temporary, prepared.place)

    def discard(self, prepared: Prepared) -> None:
        if prepared.temporary:
            with contextlib.suppress(OSError):
                delete(prepared.temporary)

    def sync_folders(self) -> None:
        with disk_errors(self._library):
            for folder in (self._folder / _MEETINGS, self._folder):
                if folder.is_dir():
                    sync_folder(folder)

    def delete_leftovers(self) -> None:
        for path in (*self._folder.glob(f"*{_TEMPORARY}"), *self._folder.glob(f"{_MEETINGS}/*{_TEMPORARY}")):
            with contextlib.suppress(OSError):
                if abs(time.time() - path.stat().st_mtime) > _ABANDONED:
                    delete(path)

    def are_there(self) -> bool:
        """True if sidecars were written here before."""
        return self.place(SidecarSubject.LIBRARY, str(SidecarSubject.LIBRARY)).exists()

    def are_any(self) -> bool:
        return any(self.names(subject) for subject in SidecarSubject)

    def place(self, subject: SidecarSubject, key: str) -> Path:
        name = key if _PLAIN_NAME.fullmatch(key) else str(uuid.uuid5(uuid.NAMESPACE_URL, key))
        if subject is SidecarSubject.MEETING:
            return self._folder / _MEETINGS / f"{name}{_SUFFIX}"
        return self._folder / f"{name}{_SUFFIX}"

    def names(self, subject: SidecarSubject) -> list[str]:
        library_name = f"{SidecarSubject.LIBRARY}{_SUFFIX}"
        if subject is SidecarSubject.LIBRARY:
            return [library_name] if (self._folder / library_name).exists() else []
        folder = self._folder / _MEETINGS if subject is SidecarSubject.MEETING else self._folder
        paths = sorted(folder.glob(f"*{_SUFFIX}"))
        return [self._name(path) for path in paths if path.name != library_name or subject is SidecarSubject.MEETING]

    def read(self, subject: SidecarSubject, name: str) -> FoundSidecar:
        path = self._folder / name
        try:
            if path.is_symlink() or not path.is_file():
                raise records.SidecarError(records.Fault.UNREADABLE)
            if path.stat().st_size > records.LARGEST * 2:
                raise records.SidecarError(records.Fault.TOO_LARGE)
            content = records.decode_sidecar(self._cipher.unseal(path.read_bytes(), f"sidecar:{name}"), subject)
            if self.place(subject, _key(subject, content)) != path:
                raise records.SidecarError(records.Fault.OTHER_NAME)
        except records.SidecarError as error:
            return FoundSidecar(subject, name, fault=error.fault)
        except (OSError, SealBrokenError):
            return FoundSidecar(subject, name, fault=records.Fault.UNREADABLE)
        return FoundSidecar(subject, name, content)

    def path_for(self, name: str) -> Path:
        return self._folder / name

    def _name(self, place: Path) -> str:
        return place.relative_to(self._folder).as_posix()

    def _has_content(self, place: Path, content: bytes) -> bool:
        try:
            return self._cipher.unseal(place.read_bytes(), f"sidecar:{self._name(place)}") == content
        except (OSError, SealBrokenError):
            return False


def _key(subject: SidecarSubject, content: Node) -> str:
    if subject is SidecarSubject.LIBRARY:
        return str(SidecarSubject.LIBRARY)
    head = content.get(str(subject))
    key = head.get("sha256" if subject is SidecarSubject.DOCUMENT else "id") if isinstance(head, dict) else None
    if not isinstance(key, str) or not key:
        raise records.SidecarError(records.Fault.NO_SIDECAR)
    return records.to_storable_text(key)


_HASH = re.compile(r"[0-9a-f]{1,64}")
_NO_NAME = re.compile(r"[\0-\x1f/\\]")
_LONGEST_NAME = 255
_LARGEST_NUMBER = 2**53
_DEEPEST = 100
_HEADERS = RowCodec(Header, "document")
_CHANGES = {str(mark): mark for mark in (Mark.ADDED, Mark.REMOVED)}


class SidecarDocument:
    """Document named in a sidecar.

    Raises:
        SidecarError: If it names no document that a library can contain.
    """

    def __init__(self, content: Node) -> None:
        head = content.get("document")
        if not isinstance(head, dict) or not isinstance(head.get("sha256"), str):
            raise records.SidecarError(records.Fault.NO_SIDECAR)
        self.sha256: str = head["sha256"]
        if not _HASH.fullmatch(self.sha256):
            raise records.SidecarError(records.Fault.NOT_UNDERSTOOD)
        number = head.get("number")
        self.number = number if type(number) is int and 0 < number < _LARGEST_NUMBER else None
        original = re.fullmatch(r"originals/[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z0-9]{1,9})", str(head.get("original")))
        self.file_name = _file_name(head.get("file_name")) or f"{self.sha256}{original[1] if original else ''}"
        row = records.read_valid(DOCUMENT, head)
        self.added = str(row["added"] or datetime.now(UTC).isoformat())
        self.trashed = row["trashed"]
        row["language"] = row["language"] or "en"  # until the original is read
        header = _HEADERS.value(row, confidence={})
        self.document = Document(header, *_units(content))


def _file_name(name: object) -> str:
    is_plain = isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name)
    try:
        return records.to_storable_text(str(name)) if is_plain and name not in (".", "..") else ""
    except records.SidecarError:
        return ""


def _units(content: Node) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    by_address: dict[str, Paragraph] = {}
    for row in records.rows_in(UNIT, content).rows:
        address, text, depth = Address(str(row.row["address"])), str(row.row["text"]), int(row.row["depth"] or 0)
        kind, label = Kind(str(row.row["kind"])), str(row.row["label"])
        deep, spans = depth if 0 < depth <= _DEEPEST else 1, _spans(row.node.get("changes"), len(text))
        by_address.setdefault(address, Paragraph(address, kind, label, text, deep, spans=spans))
    units = tuple(by_address.values())
    notes = tuple(unit for unit in units if unit.kind is Kind.FOOTNOTE)
    return tuple(unit for unit in units if unit.kind is not Kind.FOOTNOTE), notes


def _spans(changes: object, length: int) -> tuple[Span, ...]:
    spans = []
    for value in changes if isinstance(changes, list) else ():
        match value:
            case [int() as start, int() as end, str() as mark] if 0 <= start < end <= length and mark in _CHANGES:
                spans.append(Span(start, end, _CHANGES[mark]))
    return tuple(spans)


# Content from the database

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

    def set_about(self, limit: int) -> list[Due]:
        """Return some sidecars that are due, unattempted ones first; a later attempt takes them over."""
        number = secrets.randbelow(2**62) + 1
        with self._database.write(typed=True) as connection:
            due = connection.execute(
                "SELECT subject, key FROM sidecar_due ORDER BY number <> 0, subject, key LIMIT ?", (limit,)
            ).fetchall()
            connection.executemany(
                "UPDATE sidecar_due SET number = ? WHERE subject = ? AND key = ?",
                [(number, subject, key) for subject, key in due],
            )
        return [Due(SidecarSubject(subject), key, number) for subject, key in due]

    def is_still(self, due: Due) -> bool:
        """True if nothing changed since, and nobody else is writing it; as part of a write this stays so."""
        row = self._row(
            "SELECT 1 FROM sidecar_due WHERE subject = ? AND key = ? AND number = ?", due.subject, due.key, due.number
        )
        return row is not None

    def is_done(self, written: Iterable[Due]) -> None:
        """Mark sidecars that are safely on the disk as done, unless something changed since."""
        with self._database.write(typed=True) as connection:
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
            cite = _citations(connection)
            if subject is SidecarSubject.MEETING:
                meeting = rows(connection, "SELECT * FROM meeting WHERE id = ?", (key,))
                node = sidecar_header(SidecarSubject.MEETING, f"urn:uuid:{key}")
                return {**node, MEETING.list_name: _object(connection, MEETING, meeting[0], cite)} if meeting else None
            last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchone()
            node = {**sidecar_header(SidecarSubject.LIBRARY), "last_number": int(last[0]) if last else 0}
            lists = {table.list_name: _objects(connection, table, None, cite) for table in LIBRARY_TABLES}
            lists["stamps"] = _stamps(rows(connection, _STAMPS_OF_WHAT_IS_GONE), cite)
            return {**node, **{name: items for name, items in lists.items() if items}}

    def _document(self, connection: sqlite3.Connection, sha256: str) -> Node | None:
        documents = rows(connection, "SELECT * FROM document WHERE sha256 = ?", (sha256,))
        if not documents:
            return None
        record = documents[0]
        number = record["id"]
        original = DocumentIdentity(record["reference"] or "", record["language"], sha256)
        fields = {name: record[name] for name in _HEAD if record[name] not in (None, "")}
        suffix = Path(record["file_name"]).suffix.lower()[:10]
        node: Node = {
            **sidecar_header(SidecarSubject.DOCUMENT, document_urn(original)),
            "document": {"number": number, **fields, "original": f"originals/{sha256[:2]}/{sha256}{suffix}"},
        }
        cite = _citations(connection)
        units = []  # marked text includes inserted and deleted words
        for row in rows(connection, _UNITS, (number,)):
            unit: Node = {**{name: row[name] for name in ("address", "kind", "label", "depth")}, "text": row["marked"]}
            changes = [span for span in json.loads(row["spans"]) if span[2] in _CHANGES]
            units.append({**unit, "changes": changes} if changes else unit)
        lists = {
            "units": units,
            "annotations": self._web(connection, DocumentId(number), original),
            **{table.list_name: _objects(connection, table, number, cite) for table in DOCUMENT_TABLES},
            "stamps": _stamps(rows(connection, _STAMPS, (number,)), cite, f"{number} "),
        }
        return {**node, **{name: items for name, items in lists.items() if items}}

    def _web(self, connection: sqlite3.Connection, document: DocumentId, original: DocumentIdentity) -> list[Node]:
        annotations = self._annotations.for_document(document, trashed=True)
        if not annotations:
            return []
        trashed = dict(
            connection.execute(
                "SELECT id, trashed FROM annotation WHERE document = ? AND trashed IS NOT NULL", (document,)
            ).fetchall()
        )
        addresses = dict(
            connection.execute(
                "SELECT annotation, address FROM unplaced WHERE document = ? AND annotation IS NOT NULL", (document,)
            ).fetchall()
        )
        nodes = []
        for annotation in sorted(annotations, key=lambda annotation: (annotation.created, annotation.id)):
            address = annotation.place.address or Address(addresses.get(annotation.id, ""))
            node = annotation_json(annotation, original, address)
            if annotation.author:
                node["desk:author"] = f"urn:uuid:{annotation.author}"
            if annotation.id in trashed:
                node["desk:trashed"] = trashed[annotation.id]
            nodes.append(node)
        return nodes


def _citations(connection: sqlite3.Connection) -> Cite:
    """Return a function that cites documents by reference, language and hash, each looked up once."""

    @cache
    def cite(number: int) -> Node | None:
        documents = rows(connection, "SELECT reference, language, sha256 FROM document WHERE id = ?", (number,))
        cited = {**dict(documents[0]), "number": number} if documents else None
        return cited and {name: value for name, value in cited.items() if value is not None}

    return cite


def _objects(connection: sqlite3.Connection, table: RecordTable, parent: object, cite: Cite) -> Any:
    """Return the table rows of a parent as a list; as a single object if there cannot be several."""
    order = ", ".join(f'"{name}"' for name in table.key) or "id"
    condition = f'WHERE "{table.parent}" = ?' if table.parent else ""
    values = (parent,) if table.parent else ()
    table_rows = rows(connection, f"SELECT * FROM {table.name} {condition} ORDER BY {order}", values)  # noqa: S608  (our names)
    objects = [_object(connection, table, row, cite) for row in table_rows]
    if table.is_single:
        return objects[0] if objects else None
    return objects


def _object(connection: sqlite3.Connection, table: RecordTable, row: sqlite3.Row, cite: Cite) -> Node:
    node = row_to_object(table, dict(row), cite)
    for child in table.children:
        if children := _objects(connection, child, row[table.key[0]], cite):
            node[child.list_name] = children
    return node


def _stamps(stamp_rows: Iterable[sqlite3.Row], cite: Cite, start: str = "") -> list[Node]:
    """Return stamps: of a note by its id, of a line by its address, preceded by the number of a deleted document."""
    stamps = [row_to_object(STAMP, dict(row), cite) for row in stamp_rows]
    return [
        {**stamp, "key": stamp["key"].removeprefix(start)} if stamp["kind"] == "line" else stamp for stamp in stamps
    ]


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
        deadline = time.monotonic() + seconds
        try:
            for _ in self.catch_up():
                if time.monotonic() > deadline:
                    break
        except DeskError as error:  # the record is safe
            _log.warning("The sidecars could not be written: %s", type(error).__name__)

    def _write(self, batch: list[Due]) -> None:
        """Write some sidecars beside their places, move the unchanged ones into place, and mark them as done."""
        prepared: list[tuple[Due, Prepared]] = []
        written: list[Due] = []
        try:
            for due in batch:
                try:
                    content = self._store.build_content(due.subject, due.key)
                    prepared.append((due, self._files.prepare(due.subject, due.key, content)))
                except (ValueError, TypeError, KeyError) as error:  # a record written by no store; the others continue
                    _log.error("A sidecar could not be made: %s", type(error).__name__)
            with self._database.write(typed=True):
                for due, file in prepared:
                    if self._store.is_still(due):
                        self._files.apply_prepared(file)
                        written.append(due)
        finally:
            for _, file in prepared:
                self._files.discard(file)
        self._files.sync_folders()
        self._store.is_done(written)
