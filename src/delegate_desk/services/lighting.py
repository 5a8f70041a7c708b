"""What is lit in a document: the words by which its paragraphs answer a query."""

import logging
import time
from collections.abc import Mapping

from delegate_desk.core.documents import Address, DocumentId, Held, Paragraph
from delegate_desk.core.search import Asked, Entry, HitKind
from delegate_desk.search import facts, query
from delegate_desk.search.marks import Marks, marks
from delegate_desk.search.nodes import Filter
from delegate_desk.storage.documents import DocumentStore

_log = logging.getLogger(__name__)


class Lighting:
    """Finds what a search found in one document: from its text, so that it needs no index and misses no paragraph."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def marks(self, key: DocumentId, asked: Asked) -> Mapping[Address, Marks]:
        """Where the words stand by which paragraphs of a document answer a query, in their texts after their changes.

        In reading order, footnotes last; paragraphs without such words are left out. Slow in a long document, safe on
        any thread.
        """
        began = time.perf_counter()
        held = self._documents.get(key)
        understood = query.parse(asked.text, typing=asked.typing, stemming=asked.stemming)
        if held is None or not understood.sought():
            return {}
        found: dict[Address, Marks] = {}
        for unit in self._documents.content(held).units():
            text = unit.text
            lit = marks(text, held.header.language, understood, _Facts(held, unit, text).holds) if text else ()
            if lit:
                found[unit.address] = lit
        _log.debug("Lit %d units of document %d in %.3f s", len(found), key, time.perf_counter() - began)
        return found


class _Facts:
    """What is known of one unit beside its words, gathered when a field first asks for it."""

    def __init__(self, held: Held, unit: Paragraph, text: str) -> None:
        self._entry = Entry(f"document {held.id}", HitKind.PARAGRAPH, held.id, unit.address, text, held.header)
        self._known: frozenset[str] | None = None

    def holds(self, asked: Filter) -> bool:
        """True if what a field asks for is so."""
        reading, date = asked.reading, self._entry.header.date
        if reading.first is not None or reading.last is not None:
            day = date.year * 10_000 + date.month * 100 + date.day if date else 0
            return (reading.first or 1) <= day <= (reading.last or 99_999_999)
        if self._known is None:
            self._known = frozenset(facts.facts(self._entry))
        return any(self._has(terms, prefix=reading.prefix) for terms in reading.terms)

    def _has(self, terms: tuple[str, ...], *, prefix: bool) -> bool:
        assert self._known is not None  # gathered by the caller
        *whole, last = terms
        begun = last in self._known or (prefix and any(fact.startswith(last) for fact in self._known))
        return begun and self._known.issuperset(whole)
