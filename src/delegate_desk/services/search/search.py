"""One box over documents, annotations, positions and what was said in meetings."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    IndexAnswer,
    IndexEntry,
    Match,
    Revision,
    SavedSearch,
    SearchResults,
    Sort,
    TypedQuery,
)
from delegate_desk.core.text import without_half_characters
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query import query, rewriting
from delegate_desk.search.query.nodes import Query
from delegate_desk.search.query.text_matching import Marker, Marks, Snippets
from delegate_desk.services.search.goto_suggestions import GoToSuggestions, Manner, Suggestions
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.search_texts import SearchStore, TextStore

_AT_A_TIME = 50
"""Hits that are read in one go."""


class HitDetails:
    """Reads what is shown of hits: of many at once, from the texts as they are now."""

    def __init__(self, texts: TextStore) -> None:
        self._texts = texts

    def hits_for_matches(
        self, matches: Sequence[Match], snippets: Snippets, stopped: Callable[[], bool] | None = None
    ) -> tuple[list[Hit], bool]:
        """The hits of matches, in order; what went between the answer and now is left out.

        Args:
            matches: What was found.
            snippets: Cuts out the words that are to be shown.
            stopped: Asked now and then; once it is True the rest is left out.

        Returns:
            The hits, and whether some were left out because it was stopped.
        """
        hits: list[Hit] = []
        rest = iter(matches)
        while some := list(islice(rest, _AT_A_TIME)):
            if hits and stopped is not None and stopped():
                return hits, True
            hits.extend(self._some(some, snippets))
        return hits, False

    def _some(self, matches: list[Match], snippets: Snippets) -> Iterator[Hit]:
        places = [Place(match.document, match.address) for match in matches]
        units = self._texts.unit_at(places)
        named = [match.document for match in matches] + [key for match in matches for key, _ in match.revisions]
        heads = self._texts.document_summaries(named)
        others = self._texts.other_languages(places)
        notes = self._texts.notes([match.annotation for match in matches if match.annotation])
        lines = self._texts.line_texts([match.line for match in matches if match.line])
        ours = self._texts.positions(match.document for match in matches if match.kind is HitKind.POSITION)
        for match, place in zip(matches, places, strict=True):
            head, unit = heads.get(match.document), units.get(place)
            note = notes.get(match.annotation) if match.annotation else None
            texts = {
                HitKind.PARAGRAPH: unit.text if unit else None,
                HitKind.ANNOTATION: note.text if note else None,
                HitKind.POSITION: ours.get(place),
                HitKind.INTERVENTION: lines.get(match.line) if match.line else None,
            }
            text = texts[match.kind]
            if head is None or text is None:
                continue
            part = snippets.cut_from(text, head.language)
            yield Hit(
                match.kind,
                match.document,
                head.name,
                head.reference,
                head.subject,
                head.language,
                head.marking,
                match.address,
                unit.label if unit else "",
                part.text,
                part.highlights,
                part.why,
                others.get(place, ()),
                match.annotation,
                note.kind if note else "",
                tuple(
                    Revision(key, heads[key].name, Address(address)) for key, address in match.revisions if key in heads
                ),
                match.line,
            )


_log = logging.getLogger(__name__)

_TITLES = 3


class Search:
    """The search box of one library. The index is made from the database and catches up by itself."""

    def __init__(self, index: SearchIndex, database: Database, indexing: Indexing) -> None:
        texts, documents = TextStore(database), DocumentStore(database)
        self._index = index
        self._searches = SearchStore(database)
        self._indexing = indexing
        self._hits = HitDetails(texts)
        self._offers = GoToSuggestions(documents, texts)
        self._texts = texts

    # Asking

    def find(
        self,
        text: str,
        *,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        typing: bool = False,
        stemming: bool = True,
        language: str = "en",
        patient: bool = True,
        stopped: Callable[[], bool] | None = None,
    ) -> SearchResults:
        """Answer a query: no text is an error.

        Args:
            text: As typed.
            limit: How many hits to tell of; None for all. They are counted in any case.
            sort: The order of the hits.
            typing: True while the last word may go on.
            stemming: False for exact forms only.
            language: Of the window: its names of fields and operators are known beside the English ones.
            patient: True to bring the index up to date first, and to make a damaged one anew. Without it the answer
                comes at once from what there is: it says how many things wait, and it is partial where there is no
                index yet.
            stopped: Asked now and then; once it is True the answer is what was found until then, ``cut``.
        """
        began = time.perf_counter()
        manner = Manner(typing, stemming, language)
        query = manner.read(text)
        if patient:
            self._indexing.try_to_be_ready()
        from_index = self._found(query, limit, sort, patient=patient, stopped=stopped)
        found = from_index or IndexAnswer()
        hits, cut = self._hits.hits_for_matches(found.matches, Snippets(query), stopped)
        answer = SearchResults(
            text, query.parsed, found.total, 0.0, tuple(hits), found.facets, is_truncated=found.cut or cut
        )
        if not (stopped is not None and stopped()):
            answer = replace(
                answer,
                go_to_suggestions=tuple(self._offered(query, language, with_titles=from_index is not None)),
                was_rebuilt=self._indexing.was_rebuilt(),
                is_partial=from_index is None or self._indexing.partial,
                pending_count=self._indexing.count_pending(),
            )
            if not (answer.total or answer.is_truncated or answer.is_partial):
                answer = replace(
                    answer, suggestions=self._indexing.ask(Suggestions(self._index, query, manner, stopped).all, ())
                )
        elapsed = (time.perf_counter() - began) * 1000
        _log.debug("Found %d hits in %.1f ms", answer.total, elapsed)
        return replace(answer, elapsed_ms=elapsed)

    def _found(
        self, query: Query, limit: int | None, sort: Sort, *, patient: bool, stopped: Callable[[], bool] | None
    ) -> IndexAnswer | None:
        """Return the answer of the index; None while there is none."""
        while self._indexing.usable():
            try:
                return self._index.find(query, limit, sort, stopped=stopped)
            except IndexDamagedError as error:
                self._indexing.damaged(error)
                if patient:
                    self._indexing.try_to_be_ready()
        return None

    def _offered(self, query: Query, language: str, *, with_titles: bool) -> list[GoToSuggestion]:
        places = self._offers.places(query.text, query.parsed, language)
        if not with_titles or not query.search_terms():
            return places
        return places + self._offers.titles(self._indexing.ask(lambda: self._index.titles(query, _TITLES), []), places)

    def complete(self, text: str, at: int, *, language: str = "en") -> list[str]:
        """Whole queries in which the word or the field's value at the cursor goes on, the likeliest first.

        Args:
            text: As typed.
            at: Where the cursor stands: in code points.
            language: Of the window.
        """
        held, words = self._texts.values, self._index.complete
        return self._indexing.ask(lambda: rewriting.completions(text, at, language, held=held, words=words), [])

    # Changing a query

    with_value = staticmethod(rewriting.with_value)
    without_value = staticmethod(rewriting.without_value)
    without = staticmethod(rewriting.without)

    # Searches kept

    def saved(self) -> list[SavedSearch]:
        """The searches kept, by name; how many hits of each are new is counted by ``unseen``."""
        return self._searches.saved()

    def save(self, search: SavedSearch, *, language: str = "en") -> None:
        """Save a search under its name, replacing any of that name; all its present hits count as seen.

        Args:
            search: Its query as typed; saved in a form that has the same meaning in every language.
            language: Of the window in which it was typed.
        """
        stored = rewriting.canonical(without_half_characters(search.query), language)
        self._searches.save(
            replace(search, name=without_half_characters(search.name), query=stored, unseen=None), self._indexing.mark()
        )

    def rename_saved(self, name: str, new: str) -> None:
        """Rename a saved search, replacing any search of the new name; its unseen hits stay unseen."""
        self._searches.rename(name, without_half_characters(new))

    def remove_saved(self, name: str) -> None:
        self._searches.remove(name)

    def mark_seen(self, name: str) -> None:
        """All that a saved search finds now is seen."""
        self._searches.mark_seen(name, self._indexing.mark())

    def unseen(self, name: str) -> int:
        """Return the number of hits of a saved search that are new since it was last looked at.

        New is a document that was imported, and an annotation or a position that was added or changed; what the index
        lacks is not counted.
        """
        search = self._searches.get(name)
        new = self._searches.new_to(name)
        if search is None or not new:
            return 0
        asked = query.parse(search.query, stemming=search.stemming)
        return self._indexing.ask(lambda: self._index.find(asked, 0, group=new).total, 0)

    def recent(self) -> list[str]:
        """The last queries worth remembering, newest first, each once."""
        return self._searches.recent()

    def remember(self, text: str) -> None:
        """Keep a query that led somewhere among the recent ones."""
        if text.strip():
            self._searches.remember(without_half_characters(text.strip()))

    def clear_recent(self) -> None:
        self._searches.clear_recent()


class SearchHighlights:
    """Finds what a search found in one document: from its text, so that it needs no index and misses no paragraph."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def marks(self, key: DocumentId, typed_query: TypedQuery) -> Mapping[Address, Marks]:
        """Return the positions of the words by which a document's paragraphs match, in the texts after changes.

        In reading order, footnotes last; paragraphs without such words are left out. Slow for a long document, safe on
        any thread.
        """
        began = time.perf_counter()
        document = self._documents.get(key)
        understood = query.parse(
            typed_query.text, typing=typed_query.is_typing, stemming=typed_query.stemming, language=typed_query.language
        )
        if document is None or not understood.search_terms():
            return {}
        marker = Marker(understood)
        found: dict[Address, Marks] = {}
        for unit in self._documents.content(document).units():
            entry = IndexEntry(f"document {key}", HitKind.PARAGRAPH, key, unit.address, unit.text, document.header)
            marks = marker.marks_for_entry(entry)
            if marks:
                found[unit.address] = marks
        _log.debug("Lit %d units of document %d in %.3f s", len(found), key, time.perf_counter() - began)
        return found
