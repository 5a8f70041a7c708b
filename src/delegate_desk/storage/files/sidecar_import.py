"""Sidecars into a database: what it lacks, or, where they are to be believed, all that they say.

The database may be new, to be made from them alone, or one that was saved in part. What a sidecar says is looked at
value by value: what is not understood is left out and told of, the rest is taken.
"""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.library.sidecar_schema import DOCUMENT_TABLES, LIBRARY_TABLES, MEETING, SidecarTable
from delegate_desk.core.library.sidecars import Fault, Node, RejectedRows, Row, SidecarError, SidecarSubject, rows_in
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db.database import Database, Durability
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.files.sidecar_documents import SidecarDocument
from delegate_desk.storage.files.sidecar_files import FoundSidecar, SidecarFiles
from delegate_desk.storage.files.sidecar_rows import NoteIntake, RowIntake, stamps_in

_log = logging.getLogger(__name__)

_LINKED = frozenset({"contribution", "carried"})
"""The tables that name other documents too: they come when all documents are there."""
_SURPRISES = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_LARGEST_NUMBER = 2**53
Overwrite = Callable[[FoundSidecar], bool]


@dataclass(slots=True)
class SidecarImportResult:
    """Result of importing sidecars.

    Attributes:
        put: Number of rows per table.
        documents: New documents, with the units that have a text: they wait to be re-read.
        refused: Rejected rows, in the order met.
    """

    row_counts: Counter[str] = field(default_factory=Counter)
    documents: list[DocumentId] = field(default_factory=list)
    rejected: list[RejectedRows] = field(default_factory=list)


class SidecarIntake:
    """Puts what sidecars say into a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._documents = DocumentStore(database)
        self._notes = NoteIntake(database)
        self._rows = RowIntake(database)
        self._stamps: list[Row] = []

    def fill(self, files: SidecarFiles, overwrite: Overwrite = lambda _: False) -> Steps[SidecarImportResult]:
        """Put what all sidecars say, telling how many steps are done: each sidecar in one transaction.

        Args:
            files: The sidecars.
            overwrite: True for a sidecar that is to be believed where the database says otherwise; else it gives what
                is not there, and annotations that were changed later than those there.
        """
        put, mark = SidecarImportResult(), self._rows.last_stamp()
        self._stamps = []
        documents, meetings = files.names(SidecarSubject.DOCUMENT), files.names(SidecarSubject.MEETING)
        of = 2 * len(documents) + len(meetings) + 1
        done = 0
        for work, subject, names in (
            (self._document, SidecarSubject.DOCUMENT, documents),
            (self._linked, SidecarSubject.DOCUMENT, documents),
            (self._meeting, SidecarSubject.MEETING, meetings),
            (self._library, SidecarSubject.LIBRARY, files.names(SidecarSubject.LIBRARY)),
        ):
            for name in names:
                found = files.read(subject, name)
                self._import_sidecar(found, work, put, overwrite)
                done += 1
                yield done, of
        self._rows.restore_stamps(self._stamps, mark)
        return put

    def _import_sidecar(
        self,
        found: FoundSidecar,
        work: Callable[[FoundSidecar, Node, SidecarImportResult, bool], None],
        put: SidecarImportResult,
        overwrite: Overwrite,
    ) -> None:
        is_first = work != self._linked  # what cannot be read is told once
        if found.content is None:
            if is_first:
                put.rejected.append(RejectedRows(found.name, found.fault or Fault.UNREADABLE))
            return
        try:
            with self._database.write(Durability.TYPED):
                work(found, found.content, put, overwrite(found))
        except SidecarError as error:
            if is_first:
                put.rejected.append(RejectedRows(found.name, error.fault))
        except _SURPRISES as error:  # a file made to break the reading loses its own content alone
            _log.error("A sidecar could not be taken in: %s", type(error).__name__)
            put.rejected.append(RejectedRows(found.name, Fault.NOT_UNDERSTOOD))

    def _document(self, found: FoundSidecar, content: Node, put: SidecarImportResult, overwrite: bool) -> None:
        head = SidecarDocument(content)
        key = self._rows.document_number(head.sha256)
        if key is None:
            key = self._rows.add_document(head)
            self._documents.replace(DocumentId(key), head.document, 0)
            put.documents.append(DocumentId(key))
            put.row_counts["document"] += 1
        elif overwrite:
            self._rows.set_document(key, head)
        count, faults = self._notes.import_annotations(DocumentId(key), content, overwrite=overwrite)
        put.row_counts["annotation"] += count
        put.rejected += [RejectedRows(found.name, fault, "annotations") for fault in faults]
        for table in DOCUMENT_TABLES:
            if table.name not in _LINKED:
                self._import_rows(table, found, content, put, key, overwrite)

    def _linked(self, found: FoundSidecar, content: Node, put: SidecarImportResult, overwrite: bool) -> None:
        key = self._rows.document_number(SidecarDocument(content).sha256)
        if key is None:
            return
        for table in DOCUMENT_TABLES:
            if table.name in _LINKED:
                self._import_rows(table, found, content, put, key, overwrite)
        self._stamps += stamps_in(content, key)

    def _meeting(self, found: FoundSidecar, content: Node, put: SidecarImportResult, overwrite: bool) -> None:
        self._import_rows(MEETING, found, content, put, None, overwrite)

    def _library(self, found: FoundSidecar, content: Node, put: SidecarImportResult, overwrite: bool) -> None:
        for table in LIBRARY_TABLES:
            self._import_rows(table, found, content, put, None, overwrite)
        self._stamps += stamps_in(content, None)
        last = content.get("last_number")
        if type(last) is int and 0 < last < _LARGEST_NUMBER:
            self._rows.count_from(last)

    def _import_rows(
        self,
        table: SidecarTable,
        found: FoundSidecar,
        content: Node,
        put: SidecarImportResult,
        parent: int | None,
        overwrite: bool,
    ) -> None:
        taken = rows_in(table, content, self._rows.document_number)
        faults = taken.faults + self._rows.insert_rows(table, taken.rows, parent, put.row_counts, overwrite=overwrite)
        put.rejected += [RejectedRows(found.name, fault, part) for part, fault in faults]
