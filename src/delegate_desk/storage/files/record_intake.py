"""Merges records into a database, from sidecars or from a copy of the library.

A sidecar is checked value by value: invalid values are left out and reported, the rest is merged.
"""

import logging
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.exchange.annotation_exchange import annotation_uuid
from delegate_desk.core.exchange.webannotation_reader import first_text, read_annotations
from delegate_desk.core.library import records
from delegate_desk.core.library.record_merge import (
    LINE,
    NOTE,
    OURS,
    STATE,
    WORDS,
    ChangeStamp,
    ChangeTimes,
    CopyRule,
    MergeRule,
    RecordChange,
    RecordState,
    ReplaceRule,
    merge,
    merge_stamps,
    without_numbers,
)
from delegate_desk.core.library.record_tables import DOCUMENT_TABLES, LIBRARY_TABLES, MEETING, STAMP, TABLES
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.record_rows import Store, insert
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.exchange import StampStore
from delegate_desk.storage.files.sidecars import FoundSidecar, SidecarDocument, SidecarFiles, SidecarStore

_log = logging.getLogger(__name__)


class RecordPart(NamedTuple):
    """Records that are merged together; the first part of a document comes with its annotations."""

    subject: records.SidecarSubject
    tables: tuple[records.RecordTable, ...]


_REFERRING = ("contribution", "carried")
_DOCUMENTS = RecordPart(
    records.SidecarSubject.DOCUMENT, tuple(table for table in DOCUMENT_TABLES if table.name not in _REFERRING)
)
_LINKS = RecordPart(
    records.SidecarSubject.DOCUMENT, tuple(table for table in DOCUMENT_TABLES if table.name in _REFERRING)
)
"""What refers to other documents too: it is merged when all documents are there."""
_PARTS = (
    _DOCUMENTS,
    _LINKS,
    RecordPart(records.SidecarSubject.MEETING, (MEETING,)),
    RecordPart(records.SidecarSubject.LIBRARY, LIBRARY_TABLES),
)
_SEPARATE = frozenset({"line", LINE})
"""The tables whose rows are merged by themselves, not with their parents."""
_SURPRISES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_LARGEST_NUMBER = 2**53
_NOWHERE = Address("")
_PERSON = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_MERGE = MergeRule()
_REPLACE = ReplaceRule()

_States = dict[tuple[str, tuple[str, ...]], RecordState]


@dataclass(frozen=True, slots=True)
class StoredNote:
    """An annotation, and the rows of ``unplaced`` with its former place; None if these are records of their own."""

    annotation: Annotation
    trashed: datetime | None
    places: tuple[records.ListedRow, ...] | None


class RecordIntake(Store):
    """Merges objects of documents, meetings and the library into a database; each method is part of a write.

    Attributes:
        counts: Number of rows added or changed, by table.
        faults: Invalid content, by the name of its list.
        superseded: Records changed on both sides: the superseded versions, as reported.
        stamps: Times of changes that came with the records.
        added: Documents that are new here: their originals must be read.
        corrected: Documents with new corrections.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = DocumentStore(database)
        self._annotations = AnnotationStore(database)
        self._store = SidecarStore(database)
        self.counts: Counter[str] = Counter()
        self.faults: list[tuple[str, records.Fault]] = []
        self.superseded: list[dict[str, Any]] = []
        self.stamps: dict[tuple[str, str], ChangeStamp] = {}
        self.added: list[DocumentId] = []
        self.corrected: set[DocumentId] = set()

    def take(self, part: RecordPart, incoming: records.Node, rule: MergeRule) -> None:
        """Merge a part of the records of a document, of a meeting or of the library."""
        owner, number = "", None
        if part.subject is records.SidecarSubject.DOCUMENT:
            head = SidecarDocument(incoming)
            owner, number = head.sha256, self._document(head, rule) if part is _DOCUMENTS else self.number(head.sha256)
            if number is None:
                return
        elif part.subject is records.SidecarSubject.MEETING:
            owner = incoming[MEETING.list_name]["id"]
        own_content = self._store.build_content(part.subject, owner) or {}

        def states(content: records.Node) -> _States:
            notes = self._notes(DocumentId(number), content, rule) if number and part is _DOCUMENTS else {}
            return {**notes, **self._states(part.tables, content, rule)}

        faults = self.faults.copy()
        own_states = states(own_content)
        self.faults[:] = faults  # only faults of the other side are reported
        self._merge(owner, own_states, states(incoming), rule, number)
        for row in (listed.row for listed in records.rows_in(STAMP, incoming).rows):
            key = f"{number} {row['key']}" if number and row["kind"] == "line" else str(row["key"])
            stamp = ChangeStamp(int(row["number"] or 0), str(row["moment"]), bool(row["gone"]), bool(row["sent"]))
            self.stamps.setdefault((str(row["kind"]), key), stamp)
        last = incoming.get("last_number") if part.subject is records.SidecarSubject.LIBRARY else None
        if type(last) is int and 0 < last < _LARGEST_NUMBER and not isinstance(rule, CopyRule):
            # new documents get higher numbers than any before
            with self._database.write() as connection:
                connection.execute(
                    "INSERT INTO sqlite_sequence (name, seq) SELECT 'document', 0"
                    " WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'document')"
                )
                connection.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'document'", (last,))

    def _document(self, head: SidecarDocument, rule: MergeRule) -> int:
        """Return the number of a document, which is added if it is missing; its header follows the rule."""
        number = self.number(head.sha256)
        with self._database.write() as connection:
            if number is None:  # under its number, or a new number if that is in use
                is_taken = connection.execute("SELECT 1 FROM document WHERE id = ?", (head.number,)).fetchone()
                cursor = connection.execute(
                    """
                    INSERT INTO document (
                        id, sha256, file_name, added, trashed, language, public, subject, confidence, mark_up, read_by
                    ) VALUES (?, ?, ?, ?, ?, '', 0, '', '{}', 'none', 0)
                    """,
                    (None if is_taken else head.number, head.sha256, head.file_name, head.added, head.trashed),
                )
                number = int(cursor.lastrowid or 0)
                self._documents.replace(DocumentId(number), head.document, 0)
                self.added.append(DocumentId(number))
                self.counts["document"] += 1
            elif isinstance(rule, CopyRule):
                (trashed,) = connection.execute("SELECT trashed FROM document WHERE id = ?", (number,)).fetchone()
                # a document that is in the trash of only one copy is not in the trash
                merged = min(trashed, head.trashed) if trashed and head.trashed else None
                if merged != trashed:
                    connection.execute("UPDATE document SET trashed = ? WHERE id = ?", (merged, number))
                    self.counts["document"] += 1
            elif type(rule) is not MergeRule:
                connection.execute(
                    "UPDATE document SET file_name = ?, added = ?, trashed = ? WHERE id = ?",
                    (head.file_name, head.added, head.trashed, number),
                )
        return number

    # States

    def _states(self, tables: Iterable[records.RecordTable], content: records.Node, rule: MergeRule) -> _States:
        states: _States = {}
        for table in tables:
            listed = records.rows_in(table, content, self.number)
            self.faults += listed.faults
            for row in listed.rows:
                if table.name == "unplaced" and row.row["annotation"] and isinstance(rule, CopyRule):
                    continue  # merged with its annotation
                for name, state in _split(row):
                    if rule.concerns(name[0], state.node):
                        states[name] = state
        return states

    def _notes(self, document: DocumentId, content: records.Node, rule: MergeRule) -> _States:
        annotations = content.get("annotations")
        items = [item for item in annotations if isinstance(item, dict)] if isinstance(annotations, list) else []
        parcel = read_annotations(items, "", datetime.now(UTC))
        nodes = {annotation_uuid(name): item for item in items if (name := first_text(item.get("id")))}
        places: dict[str, list[records.ListedRow]] = {}
        for row in records.rows_in(TABLES["unplaced"], content).rows:
            places.setdefault(str(row.row["annotation"]), []).append(row)
        self.faults += [("annotations", records.Fault.NOT_UNDERSTOOD)] * sum(item.count for item in parcel.rejected)
        notes: _States = {}
        for incoming in parcel.incoming:
            annotation = incoming.annotation
            if incoming.original is None or annotation.id not in nodes:
                self.faults.append(("annotations", records.Fault.NOT_UNDERSTOOD))
                continue
            node, lost = nodes[annotation.id], tuple(places.get(annotation.id, ()))
            if rule.concerns(NOTE, node):
                place = Place(document, _NOWHERE if lost else annotation.place.address)
                trashed = str(node.get("desk:trashed"))
                person = _PERSON.fullmatch(str(node.get("desk:author")))
                note = StoredNote(
                    replace(annotation, place=place, author=person[1] if person else ""),  # empty for ours
                    datetime.fromisoformat(trashed) if records.is_timestamp(trashed) else None,
                    lost if isinstance(rule, CopyRule) else None,
                )
                notes[NOTE, (annotation.id,)] = RecordState(node, note)
        return notes

    # Changes

    def _merge(self, owner: str, own: _States, other: _States, rule: MergeRule, document: int | None) -> None:
        changes = list(merge(owner, own, other, rule))
        for change in changes if rule.completes_rows else ():
            if change.ours and change.theirs and isinstance(change.theirs.content, records.ListedRow):
                self._add_children(change.theirs.content, document)
        for change in changes:
            lost, record = change.ours if change.is_theirs else change.theirs, change.record
            if change.is_conflict and lost:
                part = "annotations" if record.table == NOTE else TABLES[record.table].list_name
                self.superseded.append({"of": record.of, "part": part, "key": record.key, "other": lost.node})
        staying = [change for change in changes if change.is_theirs]
        for change in staying:  # deletions before insertions, which may use the same key
            self._delete_replaced(change, owner, document)
        position = [change for change in staying if change.record.table == "position"]
        if position:
            self._set_position(position, own, document)
        for change in staying:
            if change.theirs is None or change.record.table == "position":
                continue
            note = change.theirs.content
            if isinstance(note, StoredNote):
                key = note.annotation.id
                if note.places is not None:
                    self._execute("DELETE FROM unplaced WHERE annotation = ?", key)
                self._annotations.save(note.annotation)
                self._annotations.set_trashed([key], note.trashed)
                self.counts[NOTE] += 1
                for row in note.places or ():
                    self.insert(row, note.annotation.place.document)
            else:
                self.insert(change.theirs.content, owner if change.record.table == "line" else document)
                if change.record.table == "correction" and document is not None:
                    self.corrected.add(DocumentId(document))

    def _delete_replaced(self, change: RecordChange, owner: str, document: int | None) -> None:
        if change.ours is None or change.record.table == "position":
            return
        if isinstance(change.ours.content, StoredNote):
            if change.theirs is None:
                self._annotations.remove(change.ours.content.annotation.id)
                self.counts[NOTE] += 1
            return
        table = TABLES[change.record.table]
        if change.theirs is None or not (table.made or table is MEETING):
            self._delete(table, change.ours.content.row, owner if table.name == "line" else document)
            self.counts[table.name] += change.theirs is None

    def _set_position(self, changes: Sequence[RecordChange], own: _States, document: int | None) -> None:
        table, row = TABLES["position"], records.Row()
        for key in (STATE, WORDS):
            state = next((change.theirs for change in changes if change.record.key == key), own.get((table.name, key)))
            row |= state.content.row if state else {}
        if row:
            self.insert(records.ListedRow(table, row), document)
        else:
            self._delete(table, row, document)

    def insert(self, listed: records.ListedRow, parent: records.Cell) -> None:
        """Insert a row with its children, or update the row of its key."""
        table = listed.table
        try:
            self._upsert(table, listed.row, parent)
        except sqlite_engine.integrity_errors():  # its parent is missing, or it is a duplicate
            self.faults.append((table.list_name, records.Fault.NOT_UNDERSTOOD))
            return
        self.counts[table.name] += 1
        for child in table.children:
            if child.name in _SEPARATE:
                continue
            key = listed.row.get(table.key[0], parent)
            self._execute(f'DELETE FROM {child.name} WHERE "{child.parent}" = ?', key)  # noqa: S608
            for inner in listed.children:
                if inner.table is child:
                    self.insert(inner, key)

    def _add_children(self, listed: records.ListedRow, parent: records.Cell) -> None:
        """Insert what belongs to an existing row and is missing, such as agenda items on a page that was lost."""
        for child in listed.children:
            key = listed.row.get(listed.table.key[0], parent)
            row = {str(child.table.parent): key, **{name: child.row[name] for name in child.table.key}}
            condition = " AND ".join(f'"{name}" = ?' for name in row)
            if self._row(f"SELECT 1 FROM {child.table.name} WHERE {condition}", *row.values()) is None:  # noqa: S608  (ours)
                self.insert(child, key)

    def _upsert(self, table: records.RecordTable, row: records.Row, parent: records.Cell) -> None:
        row = {**row, **({table.parent: parent} if table.parent else {})}
        values = {**{name: cell for name, cell in table.made.items() if cell is not None}, **row}
        with self._database.write() as connection:
            info = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
            keys = [str(column[1]) for column in info if column[5] and column[1] in row]
            end = "ON CONFLICT DO NOTHING"
            if keys and (sets := ", ".join(f'"{name}" = excluded."{name}"' for name in row if name not in keys)):
                target = ", ".join(f'"{name}"' for name in keys)
                end = f"ON CONFLICT ({target}) DO UPDATE SET {sets}"
            insert(connection, table.name, values, end)

    def _delete(self, table: records.RecordTable, row: records.Row, parent: records.Cell) -> None:
        cells = {name: row[name] for name in (table.key or table.names) if name in row}
        cells |= {table.parent: parent} if table.parent else {}
        condition = " AND ".join(f'"{name}" IS ?' for name in cells)
        self._execute(f"DELETE FROM {table.name} WHERE {condition}", *cells.values())  # noqa: S608  (ours)

    # Documents and numbers

    def number(self, sha256: str) -> int | None:
        row = self._row("SELECT id FROM document WHERE sha256 = ?", sha256)
        return None if row is None else int(row[0])


def _split(row: records.ListedRow) -> list[tuple[tuple[str, tuple[str, ...]], RecordState]]:
    table = row.table
    children = tuple(listed for listed in row.children if listed.table.name not in _SEPARATE)
    separate = {child.list_name for child in table.children if child.name in _SEPARATE}
    node = {name: inner for name, inner in row.node.items() if name not in separate}
    content = records.ListedRow(table, row.row, children)
    parts = [((table.name, _key(row)), RecordState(node, content))]
    if table.name == "position":
        parts = []
        for key in (STATE, WORDS):
            words = ("general", "internal")
            cells = {name: cell for name, cell in row.row.items() if (name in words) == (key == WORDS)}
            part = {name: node[name] for name in cells if name in node}
            parts.append(((table.name, key), RecordState(part, records.ListedRow(table, cells))))
    for listed in row.children:
        if listed.table.name in _SEPARATE:
            parts += _split(listed)
    return parts


def _key(row: records.ListedRow) -> tuple[str, ...]:
    table = row.table
    if table.name == "library" or (table.name == "person" and row.row["ours"]):
        return OURS
    if table.is_single:
        return ()
    if not table.key:
        return (repr(tuple(row.row.values())),)
    return tuple(str(row.row[name]) for name in table.key)


# Sidecars


def import_sidecars(
    database: Database, files: SidecarFiles, replaces: Callable[[FoundSidecar], bool] = lambda _: False
) -> Steps[tuple[RecordIntake, list[records.RejectedRows]]]:
    """Merge all sidecars, each in one transaction; return what was merged, and what was rejected, in order.

    A sidecar that replaces nothing adds what is missing, and annotations that were changed later than those there.
    """
    intake, rejected, stamps = RecordIntake(database), list[records.RejectedRows](), StampStore(database)
    before = stamps.all()
    names = [(part, name) for part in _PARTS for name in files.names(part.subject)]
    for done, (part, name) in enumerate(names, 1):
        sidecar = files.read(part.subject, name)
        fault = sidecar.fault
        if sidecar.content is not None:
            try:
                with database.write(typed=True):
                    intake.take(part, sidecar.content, _REPLACE if replaces(sidecar) else _MERGE)
            except records.SidecarError as error:
                fault = error.fault
            except _SURPRISES as error:  # a malicious file loses only its own content
                _log.error("A sidecar could not be taken in: %s", type(error).__name__)
                fault = records.Fault.NOT_UNDERSTOOD
        if fault and part is not _LINKS:  # an unreadable file is reported once
            rejected.append(records.RejectedRows(name, fault))
        rejected += [records.RejectedRows(name, reason, list_name) for list_name, reason in intake.faults]
        intake.faults.clear()
        yield done, len(names)
    stamps.set_all({**intake.stamps, **before})
    return intake, rejected


# Copies


class LibraryCopy:
    def __init__(self, own: Database, copied: Database) -> None:
        self._own, self._copied = own, copied
        self._store, self._copy = SidecarStore(own), SidecarStore(copied)

    def is_same_library(self) -> bool:
        return self._own.library_id() == self._copied.library_id()

    def differing(self) -> Steps[list[tuple[records.SidecarSubject, str]]]:
        """Return the subjects of the copy that are missing here or different. Slow."""
        with self._copied.read() as connection:
            hashes = connection.execute("SELECT sha256 FROM document ORDER BY id").fetchall()
            meetings = connection.execute("SELECT id FROM meeting ORDER BY id").fetchall()
        subjects = [(records.SidecarSubject.DOCUMENT, str(row[0])) for row in hashes]
        subjects += [(records.SidecarSubject.MEETING, str(row[0])) for row in meetings]
        different = []
        for done, (subject, key) in enumerate(subjects):
            yield done, len(subjects)
            own, other = self._store.build_content(subject, key), self._copy.build_content(subject, key)
            if without_numbers(own) != without_numbers(other):
                different.append((subject, key))
        return different

    def merge(self, subjects: Sequence[tuple[records.SidecarSubject, str]]) -> RecordIntake:
        """Merge what is later in the copy, as part of a write: documents first, as the rest refers to them."""
        intake = RecordIntake(self._own)
        before = StampStore(self._own).all()
        own_stamps, copied_stamps = _stamps(self._own), _stamps(self._copied)
        own_lines, copied_lines = (
            {key: number for number, subject, key in database.changed_since(0)[1] if subject == "line"}
            for database in (self._own, self._copied)
        )
        common = max((number for key, number in own_lines.items() if copied_lines.get(key) == number), default=0)
        own, copied = (
            frozenset(key for key, n in changes.items() if n > common) for changes in (own_lines, copied_lines)
        )
        rule = CopyRule(ChangeTimes(own_stamps, own), ChangeTimes(copied_stamps, copied))
        all_subjects = [*subjects, (records.SidecarSubject.LIBRARY, "")]
        contents = [(subject, self._copy.build_content(subject, key) or {}) for subject, key in all_subjects]
        for part in _PARTS:
            for subject, content in contents:
                if subject is part.subject:
                    intake.take(part, content, rule)
        delegation = self._copied.delegation()
        if delegation and not self._own.delegation():
            self._own.set_delegation(delegation)
        # merged records keep their change times; their numbers are new here
        last = max((merged.number for merged in before.values()), default=0)
        for (kind, name), merged in sorted(merge_stamps(own_stamps, copied_stamps).items()):
            sha256, space, address = name.partition(" ")
            number = intake.number(sha256) if kind == "line" else None
            if kind == "line" and number is None:
                continue
            stamp = (kind, f"{number}{space}{address}" if kind == "line" else name)
            former = before.get(stamp)
            if former is None or former.rank != merged.rank:
                last += 1
                before[stamp] = replace(merged, number=last)
            else:
                before[stamp] = replace(former, was_sent=merged.was_sent)
        StampStore(self._own).set_all(before)
        return intake


def _stamps(database: Database) -> dict[tuple[str, str], ChangeStamp]:
    """Return the stamps of a library, lines by the hash of their document."""
    stamps: dict[tuple[str, str], ChangeStamp] = {}
    with database.read() as connection:
        hashes = {str(row[0]): str(row[1]) for row in connection.execute("SELECT id, sha256 FROM document")}
        for (kind, key), stamp in StampStore(database).all().items():
            number, space, address = key.partition(" ")
            if kind != "line":
                stamps[kind, key] = stamp
            elif number in hashes:
                stamps[kind, f"{hashes[number]}{space}{address}"] = stamp
    return stamps
