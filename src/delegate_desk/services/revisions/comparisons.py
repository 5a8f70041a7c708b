"""Comparison of two documents."""

import logging
import threading
from dataclasses import replace

from delegate_desk.core.documents.document import DocumentId, LibraryDocument, View
from delegate_desk.core.errors import NotComparableError
from delegate_desk.core.progress import Steps
from delegate_desk.core.revisions.comparison import Comparison
from delegate_desk.core.revisions.predecessors import Lineage
from delegate_desk.services.revisions.comparison_process import Comparer, NotComparedError
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore

_log = logging.getLogger(__name__)
_KEPT = 6
"""Number of comparisons kept in memory."""


class Comparisons:
    def __init__(self, documents: DocumentStore, database: Database, comparer: Comparer) -> None:
        self._documents = documents
        self._database = database
        self._comparer = comparer
        self._lock = threading.Lock()
        self._kept: dict[tuple[DocumentId, DocumentId, View, int, int], Comparison] = {}

    def compare(self, old: DocumentId, new: DocumentId, view: View = View.AFTER) -> Steps[Comparison]:
        """Compare two documents, related or not, yielding steps done and their total. Slow; safe on any thread.

        Closing the generator cancels it.

        Raises:
            UnknownDocumentError: If there is no such document.
            NotComparableError: If it takes too long or too much memory.
        """
        old_document, new_document = self._documents.held(old), self._documents.held(new)
        number = self._database.change_number
        key = (old, new, view, number("document", str(old)), number("document", str(new)))
        with self._lock:
            stored = self._kept.pop(key, None)
            if stored:
                self._kept[key] = stored  # the last requested is evicted last
                return stored
        texts = self._documents.content(old_document), self._documents.content(new_document)
        try:
            aligned = yield from self._comparer.compare(*texts, view)
        except NotComparedError as error:
            raise NotComparableError(old_document.name, new_document.name, str(error)) from error
        comparison = replace(aligned, old=old, new=new)
        with self._lock:
            self._kept[key] = comparison
            while len(self._kept) > _KEPT:
                del self._kept[next(iter(self._kept))]
        return comparison

    def previous(self, document: DocumentId) -> list[tuple[LibraryDocument, LibraryDocument]]:
        """Return the pair for a comparison: a document and the revision before it, in the same language if possible.

        Returns:
            The earlier and the later document; several pairs if both are in several other languages; the first revision
            and the next, if there is none before; empty if there is no other.

        Raises:
            UnknownDocumentError: If there is no such document.
        """
        stored = self._documents.held(document)
        lineage = Lineage([stored, *self._documents.all()])
        later = lineage.revisions(stored)[:-1]
        return lineage.previous_pairs(stored) or [(stored, other) for other in later[-1:]]

    def revisions(self, document: DocumentId) -> list[LibraryDocument]:
        """Return a document and its other revisions in the same language, newest first.

        Raises:
            UnknownDocumentError: If there is no such document.
        """
        stored = self._documents.held(document)
        return Lineage([stored, *self._documents.all()]).revisions(stored)
