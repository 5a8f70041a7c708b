"""Highlights in a document: the words by which its paragraphs match a query."""

import logging
import time
from collections.abc import Mapping

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.search import HitKind, IndexEntry, TypedQuery
from delegate_desk.search.query import query
from delegate_desk.search.query.text_matching import Marker, Marks
from delegate_desk.storage.db.stores.documents import DocumentStore

_log = logging.getLogger(__name__)


class SearchHighlights:
    """Finds what a search found in one document: from its text, so that it needs no index and misses no paragraph."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def marks(self, key: DocumentId, asked: TypedQuery) -> Mapping[Address, Marks]:
        """Return the positions of the words by which a document's paragraphs match, in the texts after changes.

        In reading order, footnotes last; paragraphs without such words are left out. Slow for a long document, safe on
        any thread.
        """
        began = time.perf_counter()
        held = self._documents.get(key)
        understood = query.parse(asked.text, typing=asked.is_typing, stemming=asked.stemming, language=asked.language)
        if held is None or not understood.search_terms():
            return {}
        marker = Marker(understood)
        found: dict[Address, Marks] = {}
        for unit in self._documents.content(held).units():
            entry = IndexEntry(f"document {key}", HitKind.PARAGRAPH, key, unit.address, unit.text, held.header)
            marks = marker.marks_for_entry(entry)
            if marks:
                found[unit.address] = marks
        _log.debug("Lit %d units of document %d in %.3f s", len(found), key, time.perf_counter() - began)
        return found
