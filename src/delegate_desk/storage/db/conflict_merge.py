"""Changes that a copy of this library contains, read from the copy and written to the tables in one transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.library.conflict_merge import (
    ChangeStamp,
    ChangeTimes,
    ConflictingRow,
    ConflictMerger,
    ConflictMergeResult,
    MergedRow,
    Stamps,
    merge_stamps,
)
from delegate_desk.core.library.sidecar_schema import DOCUMENT_TABLES, LIBRARY_TABLES, MEETING, Cell, SidecarTable
from delegate_desk.core.library.sidecars import Fault, ListedRow, Node, SidecarError, SidecarSubject, rows_in
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.change_stamps import StampStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.files.sidecar_documents import SidecarDocument
from delegate_desk.storage.files.sidecar_export import SidecarStore
from delegate_desk.storage.files.sidecar_rows import NoteIntake, RowIntake, is_sound

_TABLES: Mapping[str, SidecarTable] = {
    table.name: table for whole in (*DOCUMENT_TABLES, *LIBRARY_TABLES, MEETING) for table in whole.with_children()
}
_LINE = "line"


@dataclass(slots=True)
class MergePlan:
    """Changes to be written: by the hash of a document, by the id of a meeting, and for the library."""

    documents: dict[str, tuple[Node, ConflictMergeResult]] = field(default_factory=dict)
    meetings: dict[str, ConflictMergeResult] = field(default_factory=dict)
    library: ConflictMergeResult = field(default_factory=ConflictMergeResult)
    delegation: str | None = None
    stamps: dict[tuple[str, str], ChangeStamp] = field(default_factory=dict)

    @property
    def conflicting_rows(self) -> list[ConflictingRow]:
        """Rows that differed and were superseded."""
        several = (*(joined for _, joined in self.documents.values()), *self.meetings.values(), self.library)
        return [one for joined in several for one in joined.conflicts]


class CopyReading:
    """Compares a copy with the library; each of its questions is one whole state."""

    def __init__(self, ours: Database, theirs: Database) -> None:
        self._ours, self._theirs = ours, theirs
        self._kept, self._came = SidecarStore(ours), SidecarStore(theirs)

    def is_same_library(self) -> bool:
        """True for a copy of this library."""
        return self._ours.library_id() == self._theirs.library_id()

    def names(self) -> list[tuple[SidecarSubject, str]]:
        """Return the subjects and keys in the copy, in order."""
        hashes, meetings = _names(self._theirs)
        return [
            *((SidecarSubject.DOCUMENT, key) for key in hashes),
            *((SidecarSubject.MEETING, key) for key in meetings),
        ]

    def plan_merge(self) -> tuple[MergePlan, ConflictMerger]:
        """A plan for the library as a whole, and what compares the rest."""
        ours, theirs = _stamps(self._ours), _stamps(self._theirs)
        lines, others = _changed_lines(self._ours, self._theirs)
        joining = ConflictMerger(ChangeTimes(ours, lines), ChangeTimes(theirs, others))
        plan = MergePlan(stamps=merge_stamps(ours, theirs))
        mine, other = (
            store.build_content(SidecarSubject.LIBRARY, "library") or {} for store in (self._kept, self._came)
        )
        plan.library = joining.merge_library(mine, other)
        plan.delegation = None if self._ours.delegation() else self._theirs.delegation()
        return plan, joining

    def compare(self, plan: MergePlan, joining: ConflictMerger, subject: SidecarSubject, key: str) -> None:
        """Plan what the copy changes of one thing."""
        mine, other = self._kept.build_content(subject, key), self._came.build_content(subject, key)
        if other is None:
            return
        if subject is SidecarSubject.DOCUMENT:
            plan.documents[key] = other, joining.merge_document(key, mine or {}, other)
        else:
            under = MEETING.list_name
            plan.meetings[key] = joining.merge_meeting(key, (mine or {}).get(under, {}), other.get(under, {}))


class CopyIntake:
    """Puts what was planned into the tables; each method is part of a write.

    Attributes:
        put: How many rows of each table.
        faults: What was not understood.
        to_read: The documents that came, or were corrected: their originals are to be read again.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = DocumentStore(database)
        self._annotations = AnnotationStore(database)
        self._notes = NoteIntake(database)
        self._rows = RowIntake(database)
        self.put: Counter[str] = Counter()
        self.faults: list[tuple[str, Fault]] = []
        self.to_read: set[DocumentId] = set()

    def run(self, plan: MergePlan) -> None:
        """Put all of a plan: documents first, for the rest names them."""
        before = StampStore(self._database).all()
        for content, _ in plan.documents.values():
            self._document(content)
        for sha256, (_, joined) in plan.documents.items():
            number = self._rows.document_number(sha256)
            for row in joined.rows:
                self._row(row, number)
            if number and any(row.table == "correction" for row in joined.rows):
                self.to_read.add(DocumentId(number))
        for key, joined in plan.meetings.items():
            for row in joined.rows:
                self._row(row, key)
        for row in plan.library.rows:
            self._row(row, None)
        if plan.delegation:
            self._database.set_delegation(plan.delegation)
        self._stamp(
            {key: ChangeStamp(one.number, one.timestamp, one.is_deleted, one.sent) for key, one in before.items()}, plan
        )

    def _document(self, content: Node) -> None:
        """Let a document be there; one that is in the trash of one copy alone is not in the trash."""
        try:
            head = SidecarDocument(content)
        except SidecarError as error:
            self.faults.append(("document", error.fault))
            return
        key = self._rows.document_number(head.sha256)
        if key is None:
            key = self._rows.add_document(head)
            self._documents.replace(DocumentId(key), head.document, 0)
            self.to_read.add(DocumentId(key))
            self.put["document"] += 1
            return
        with self._database.write() as connection:
            done = connection.execute(
                """
                UPDATE document SET trashed = CASE WHEN ?1 IS NULL THEN NULL ELSE min(trashed, ?1) END
                WHERE id = ?2 AND trashed IS NOT CASE WHEN ?1 IS NULL THEN NULL ELSE min(trashed, ?1) END
                """,
                (head.trashed, key),
            )
            self.put["document"] += done.rowcount

    def _row(self, row: MergedRow, parent: Cell) -> None:
        if row.table == "annotation":
            self._note(row, DocumentId(int(parent or 0)))
            return
        table = _TABLES[row.table]
        if row.node is None:  # a line of ours that was taken back
            address = row.key[0].partition(" ")[2]
            with self._database.write() as connection:
                connection.execute("DELETE FROM position_item WHERE document = ? AND address = ?", (parent, address))
            self.put[row.table] += 1
            return
        taken = rows_in(table, {table.list_name: [row.node]}, self._rows.document_number)
        self.faults += taken.faults
        for listed in taken.rows:
            self._insert_row(listed, parent)

    def _note(self, row: MergedRow, document: DocumentId) -> None:
        key = AnnotationId(row.key[0])
        with self._database.write() as connection:
            connection.execute("DELETE FROM unplaced WHERE annotation = ?", (key,))
        self.put[row.table] += 1
        if row.node is None:
            self._annotations.remove(key)
            return
        content = {"annotations": [row.node], "unplaced": row.attached}
        _, faults = self._notes.import_annotations(document, content, overwrite=True, others_go=False)
        self.faults += [("annotations", fault) for fault in faults]
        for node in row.attached:
            self._row(MergedRow("unplaced", (), node), document)

    def _insert_row(self, listed: ListedRow, parent: Cell) -> None:
        if not is_sound(listed):
            self.faults.append((listed.table.list_name, Fault.NOT_UNDERSTOOD))
            return
        table = listed.table
        try:
            self._rows.insert(table, listed.row, parent, update=True)
        except sqlite_engine.integrity_errors():  # what it hangs on is not there
            self.faults.append((table.list_name, Fault.NOT_UNDERSTOOD))
            return
        self.put[table.name] += 1
        for child in table.children:
            key = listed.row.get(table.key[0], parent)
            if child.name in ("line", "position_item"):  # which come one by one
                continue
            with self._database.write() as connection:
                connection.execute(f'DELETE FROM {child.name} WHERE "{child.parent}" = ?', (key,))  # noqa: S608
            for inner in listed.children:
                if inner.table is child:
                    self._insert_row(inner, key)

    def _stamp(self, before: dict[tuple[str, str], ChangeStamp], plan: MergePlan) -> None:
        """Let what came bear the moments of its changes; by its numbers it is new here."""
        numbers = {sha256: number for sha256 in plan_hashes(plan) if (number := self._rows.document_number(sha256))}
        last = max((one.number for one in before.values()), default=0)
        stamps = dict(before)
        for (kind, name), joined in sorted(plan.stamps.items()):
            sha256, space, address = name.partition(" ")
            if kind == _LINE and sha256 not in numbers:
                continue
            key = (kind, f"{numbers[sha256]}{space}{address}" if kind == _LINE else name)
            kept = stamps.get(key)
            if kept is None or kept.rank != joined.rank:
                last += 1
                stamps[key] = ChangeStamp(last, joined.moment, joined.is_deleted, joined.was_sent)
            else:
                stamps[key] = ChangeStamp(kept.number, kept.moment, kept.is_deleted, joined.was_sent)
        with self._database.write() as connection:
            connection.execute("DELETE FROM stamp")
            connection.executemany(
                "INSERT INTO stamp (kind, key, number, moment, gone, sent) VALUES (?, ?, ?, ?, ?, ?)",
                [(*key, one.number, one.moment, one.is_deleted, one.was_sent) for key, one in stamps.items()],
            )


def plan_hashes(plan: MergePlan) -> set[str]:
    """The documents that stamps of a plan name."""
    return {name.partition(" ")[0] for kind, name in plan.stamps if kind == _LINE}


def _names(database: Database) -> tuple[list[str], list[str]]:
    with database.read() as connection:
        hashes = [str(row[0]) for row in connection.execute("SELECT sha256 FROM document ORDER BY id")]
        meetings = [str(row[0]) for row in connection.execute("SELECT id FROM meeting ORDER BY id")]
    return hashes, meetings


def _stamps(database: Database) -> Stamps:
    """The stamps of a library, lines by the hash of their document."""
    with database.read() as connection:
        hashes = {str(row[0]): str(row[1]) for row in connection.execute("SELECT id, sha256 FROM document")}
        found: dict[tuple[str, str], ChangeStamp] = {}
        for (kind, key), one in StampStore(database).all().items():
            stamped = ChangeStamp(one.number, one.timestamp, one.is_deleted, one.sent)
            if kind != _LINE:
                found[kind, key] = stamped
                continue
            number, space, address = key.partition(" ")
            if number in hashes:
                found[kind, f"{hashes[number]}{space}{address}"] = stamped
    return found


def _changed_lines(ours: Database, theirs: Database) -> tuple[frozenset[str], frozenset[str]]:
    """The lines caught in meetings that each copy changed since they parted."""
    kept, came = _line_changes(ours), _line_changes(theirs)
    common = max((number for key, number in kept.items() if came.get(key) == number), default=0)
    return _after(kept, common), _after(came, common)


def _line_changes(database: Database) -> dict[str, int]:
    with database.read() as connection:
        found: Iterable[tuple[str, int]] = connection.execute("SELECT key, number FROM change WHERE subject = 'line'")
        return {str(key): int(number) for key, number in found}


def _after(changes: Mapping[str, int], number: int) -> frozenset[str]:
    return frozenset(key for key, one in changes.items() if one > number)
