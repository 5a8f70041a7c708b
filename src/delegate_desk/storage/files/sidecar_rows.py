"""The rows and annotations of sidecars into the tables of a database."""

import contextlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.corrections import CorrectableField, with_correction
from delegate_desk.core.documents.document import Address, DocumentId, Header, MarkUp, Place
from delegate_desk.core.errors import NotUnderstoodError
from delegate_desk.core.exchange.merge_rules import ExchangedKind
from delegate_desk.core.exchange.package_writer import is_entry_key
from delegate_desk.core.exchange.webannotation_reader import first_text, read_annotations
from delegate_desk.core.exchange.webannotation_writer import annotation_uuid
from delegate_desk.core.library.sidecar_schema import Cell, SidecarTable
from delegate_desk.core.library.sidecars import (
    Fault,
    ListedRow,
    Node,
    Row,
    SidecarError,
    is_entry,
    is_timestamp,
    is_version,
    to_storable_text,
)
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.files.sidecar_documents import SidecarDocument

_MADE: dict[str, Row] = {"saved_search": {"seen": 0}}
"""What the columns hold that sidecars leave out."""
_ONE_ALONE = frozenset({"library", "person"})
_STAMP = ("kind", "key", "number", "moment", "gone", "sent")
_LONGEST_KEY = 1000
_LARGEST_NUMBER = 2**53


class RowIntake:
    """Puts rows that a database lacks, or in the place of those it has; each method is part of a write."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def document_number(self, sha256: str) -> int | None:
        """The number of a document here, by its hash."""
        with self._database.read() as connection:
            row = connection.execute("SELECT id FROM document WHERE sha256 = ?", (sha256,)).fetchone()
        return None if row is None else int(row[0])

    def add_document(self, head: SidecarDocument) -> int:
        """Add a document under its number, or under a new number if that is taken; its text comes later."""
        with self._database.write() as connection:
            taken = connection.execute("SELECT 1 FROM document WHERE id = ?", (head.number,)).fetchone()
            cursor = connection.execute(
                """
                INSERT INTO document (
                    id, sha256, file_name, added, trashed, language, public, subject, confidence, mark_up, read_by
                ) VALUES (?, ?, ?, ?, ?, '', 0, '', '{}', 'none', 0)
                """,
                (None if taken else head.number, head.sha256, head.file_name, head.added, head.trashed),
            )
            return int(cursor.lastrowid or 0)

    def set_document(self, key: int, head: SidecarDocument) -> None:
        """Let a document that is there have the name, the moments and the place in the trash that are said."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE document SET file_name = ?, added = ?, trashed = ? WHERE id = ?",
                (head.file_name, head.added, head.trashed, key),
            )

    def count_from(self, last: int) -> None:
        """Give new documents higher numbers than any had."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO sqlite_sequence (name, seq) SELECT 'document', 0"
                " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'document')"
            )
            connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'document'", (last,))

    def insert_rows(
        self, table: SidecarTable, listed: Sequence[ListedRow], parent: Cell, put: Counter[str], *, overwrite: bool
    ) -> list[tuple[str, Fault]]:
        """Put rows with what hangs on them; tells what was wrong with some."""
        if table.name in _ONE_ALONE:
            listed = self._alone(table, listed, overwrite=overwrite)
        elif overwrite:
            self._delete_rows(table, listed, parent)
        elif not table.key and self._has(table, parent):
            return []
        faults: list[tuple[str, Fault]] = []
        for one in listed:
            if not is_sound(one):
                faults.append((table.list_name, Fault.NOT_UNDERSTOOD))
                continue
            try:
                put[table.name] += self.insert(table, one.row, parent)
            except sqlite_engine.integrity_errors():  # what it hangs on is not there, or two are one
                faults.append((table.list_name, Fault.NOT_UNDERSTOOD))
                continue
            for child in table.children:
                under = [inner for inner in one.children if inner.table is child]
                key = one.row.get(table.key[0], parent)
                faults += self.insert_rows(child, under, key, put, overwrite=False)
        return faults

    def insert(self, table: SidecarTable, row: Row, parent: Cell, *, update: bool = False) -> int:
        """Insert a row; if its key is taken, nothing is changed, or the row there if it is to be updated."""
        row = {**row, **({table.parent: parent} if table.parent else {})}
        values = {**_MADE.get(table.name, {}), **row}
        columns = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" * len(values))
        with self._database.write() as connection:
            conflict = "ON CONFLICT DO NOTHING"
            if update and "id" not in table.made:  # such a row has a number of its own
                info = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
                keys = [str(column[1]) for column in info if column[5]]
                names = ", ".join(f'"{name}"' for name in keys)
                if sets := ", ".join(f'"{name}" = excluded."{name}"' for name in row if name not in keys):
                    conflict = f"ON CONFLICT ({names}) DO UPDATE SET {sets}"
            cursor = connection.execute(
                f"INSERT INTO {table.name} ({columns}) VALUES ({marks}) {conflict}",  # noqa: S608  (names of our own)
                tuple(values.values()),
            )
            return max(0, cursor.rowcount)

    def _delete_rows(self, table: SidecarTable, listed: Iterable[ListedRow], parent: Cell) -> None:
        """Make room for all rows of something."""
        with self._database.write() as connection:
            if table.parent:
                connection.execute(f'DELETE FROM {table.name} WHERE "{table.parent}" = ?', (parent,))  # noqa: S608
            elif table.name == "meeting":
                for one in listed:
                    connection.execute("DELETE FROM meeting WHERE id = ?", (one.row["id"],))
            else:
                connection.execute(f"DELETE FROM {table.name}")  # noqa: S608  (names of our own)

    def _has(self, table: SidecarTable, parent: Cell) -> bool:
        with self._database.read() as connection:
            found = connection.execute(
                f'SELECT 1 FROM {table.name} WHERE "{table.parent}" = ? LIMIT 1',  # noqa: S608  (names of our own)
                (parent,),
            )
            return found.fetchone() is not None

    def _alone(self, table: SidecarTable, listed: Sequence[ListedRow], *, overwrite: bool) -> list[ListedRow]:
        """The rows of a table that has one of a kind: there is one library, and one person of ours."""
        ours = [one for one in listed if table.name == "library" or one.row["ours"]]
        if not overwrite or len(ours) != 1:
            return [one for one in listed if one not in ours]
        with self._database.write() as connection:
            connection.execute(f"DELETE FROM {table.name}")  # noqa: S608  (names of our own)
        return list(listed)

    def reset_saved_searches(self) -> None:
        """Let what is new to the saved searches be what was: documents and notes, by their numbers and moments.

        What else was put changed no later than they were looked at.
        """
        with self._database.write() as connection:
            noted = connection.execute(
                "SELECT subject, key FROM change ORDER BY subject IN ('document', 'annotation'), number"
            ).fetchall()
            seen = sum(subject not in ("document", "annotation") for subject, _ in noted)
            connection.execute("DELETE FROM change")
            connection.executemany(
                "INSERT INTO change (number, subject, key) VALUES (?, ?, ?)",
                [(number, subject, key) for number, (subject, key) in enumerate(noted, 1)],
            )
            connection.execute("UPDATE saved_search SET seen = ?", (seen,))

    def last_stamp(self) -> int:
        """The number of the latest stamp."""
        with self._database.read() as connection:
            return int(connection.execute("SELECT coalesce(max(number), 0) FROM stamp").fetchone()[0])

    def restore_stamps(self, stamps: Iterable[Row], mark: int) -> None:
        """Let what was put have the stamps that it had, in the place of those that it got after a mark."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM stamp WHERE number > ?", (mark,))
            connection.executemany(
                "INSERT OR IGNORE INTO stamp (kind, key, number, moment, gone, sent) VALUES (?, ?, ?, ?, ?, ?)",
                [tuple(stamp.values()) for stamp in stamps],
            )


def is_sound(listed: ListedRow) -> bool:
    """True if what a row says can be understood where that takes more than the form of its values."""
    row = listed.row
    match listed.table.name:
        case "position_version":
            return is_version(json.loads(str(row["content"])))
        case "unplaced":
            return row["item"] is None or is_entry(json.loads(str(row["item"])))
        case "correction":
            return _is_correction(str(row["field"]), str(row["value"])) and _is_correction(
                str(row["field"]), str(row["read"])
            )
        case "meeting":
            return _is_day(row["date"]) and _is_time(row["time"])
        case "received":
            return _is_received(str(row["kind"]), str(row["key"]), str(row["content"]))
        case "voting_year":
            return bool(listed.children) and all(_is_positive(one.row["population"]) for one in listed.children)
        case "delegation_group" | "phrase" | "saved_search":
            return all(row[name] for name in listed.table.key)
    return True


def _is_received(kind: str, key: str, content: str) -> bool:
    with contextlib.suppress(ValueError, RecursionError):
        is_whole = not content or isinstance(json.loads(content), dict)
        return is_whole and (kind != ExchangedKind.LINE or is_entry_key(key))
    return False


def _is_positive(value: Cell) -> bool:
    return isinstance(value, int) and value > 0


def _is_correction(field: str, value: str) -> bool:
    try:
        if field == CorrectableField.MARK_UP:
            return bool(MarkUp(value))
        with_correction(Header("en"), CorrectableField(field), value)
    except (NotUnderstoodError, ValueError):
        return False
    return True


def _is_day(value: Cell) -> bool:
    with contextlib.suppress(ValueError):
        return value is None or bool(date.fromisoformat(str(value)))
    return False


def _is_time(value: Cell) -> bool:
    with contextlib.suppress(ValueError):
        return value is None or time.fromisoformat(str(value)) is not None
    return False


def stamps_in(content: Node, document: int | None) -> list[Row]:
    """When things changed, as a sidecar has it.

    Args:
        content: The sidecar.
        document: The number of its document, if it is of one.
    """
    found: list[Row] = []
    listed = content.get("stamps")
    for one in listed if isinstance(listed, list) else ():
        match one:
            case {
                "kind": "note" | "line" as kind,
                "key": str() as key,
                "number": int() as number,
                "moment": str() as moment,
                "gone": bool() as gone,
                "sent": int() as sent,
            } if len(key) <= _LONGEST_KEY and 0 <= number < _LARGEST_NUMBER and 0 <= sent < _LARGEST_NUMBER:
                whole = f"{document} {key}" if kind == "line" and document is not None else key
                with contextlib.suppress(SidecarError):
                    values = (
                        str(kind),
                        to_storable_text(whole),
                        int(number),
                        to_storable_text(moment),
                        int(gone),
                        int(sent),
                    )
                    found.append(dict(zip(_STAMP, values, strict=True)))
    return found


_PERSON = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_NOWHERE = Address("")


class NoteIntake:
    """Puts annotations that a database lacks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._store = AnnotationStore(database)

    def import_annotations(
        self, document: DocumentId, content: Node, *, overwrite: bool, others_go: bool = True
    ) -> tuple[int, list[Fault]]:
        """Put the annotations of a sidecar, as part of a write: those that are missing or older here, or all.

        Args:
            document: What they are on.
            content: The sidecar.
            overwrite: True for all.
            others_go: True if then those that it does not have are removed.

        Returns:
            How many were put, and what was wrong with others.
        """
        listed = content.get("annotations")
        items = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        parcel = read_annotations(items, "", datetime.now(UTC))
        known: dict[str, Node] = {annotation_uuid(name): one for one in items if (name := first_text(one.get("id")))}
        lost = _without_place(content)
        faults = [Fault.NOT_UNDERSTOOD] * (sum(refused.count for refused in parcel.rejected))
        given = []
        for incoming in parcel.incoming:
            one = incoming.annotation
            if incoming.original is None or one.id not in known:
                faults.append(Fault.NOT_UNDERSTOOD)
                continue
            address = _NOWHERE if one.id in lost else one.place.address
            place, author = Place(document, address), _author(known[one.id])
            given.append((replace(one, place=place, author=author), _trashed(known[one.id])))
        if overwrite and others_go:
            self._delete_missing(document, {one.id for one, _ in given})
        return sum(self._import_annotation(one, trashed, overwrite=overwrite) for one, trashed in given), faults

    def _import_annotation(self, one: Annotation, trashed: datetime | None, *, overwrite: bool) -> bool:
        kept = self._store.get_with_trashed(one.id)
        if kept and not (overwrite or kept.modified < one.modified):
            return False
        self._store.save(one)
        if trashed or kept:
            self._store.set_trashed([one.id], trashed)
        return True

    def _delete_missing(self, document: DocumentId, given: set[AnnotationId]) -> None:
        for one in self._store.for_document(document, trashed=True):
            if one.id not in given:
                self._store.remove(one.id)


def _without_place(content: Node) -> set[str]:
    listed = content.get("unplaced")
    items = listed if isinstance(listed, list) else []
    return {one["annotation"] for one in items if isinstance(one, dict) and isinstance(one.get("annotation"), str)}


def _trashed(item: Node) -> datetime | None:
    moment: Any = item.get("desk:trashed")
    return datetime.fromisoformat(moment) if is_timestamp(moment) else None


def _author(item: Node) -> str:
    """The id of the person who wrote it; empty for ours."""
    named = item.get("desk:author")
    match = _PERSON.fullmatch(named) if isinstance(named, str) else None
    return match[1] if match else ""
