"""One search box over documents, annotations, positions and interventions."""

import logging
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from delegate_desk import paths
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    IndexAnswer,
    IndexEntry,
    Match,
    ParsedQuery,
    QueryChange,
    QueryChip,
    Revision,
    SavedSearch,
    SearchResults,
    Sort,
    Suggestion,
    TypedQuery,
)
from delegate_desk.core.text import fold, without_half_characters
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.search.query import query, rewriting
from delegate_desk.search.query.nodes import Query, WordQuery, words_of
from delegate_desk.search.query.text_matching import Marker, Marks, Snippets
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.search_texts import SearchStore, TextStore

_AT_A_TIME = 50
"""Number of hits read at once."""


def hits_for_matches(
    texts: TextStore, matches: Sequence[Match], snippets: Snippets, stopped: Callable[[], bool] | None = None
) -> tuple[list[Hit], bool]:
    """Return the hits of matches, in order, from the current texts; items deleted in the meantime are left out.

    Args:
        snippets: Cuts out the words to show.
        stopped: Called from time to time; once it returns True the rest is left out.

    Returns:
        The hits, and whether it was stopped before the end.
    """
    hits: list[Hit] = []
    rest = iter(matches)
    while batch := list(islice(rest, _AT_A_TIME)):
        if hits and stopped is not None and stopped():
            return hits, True
        places = [Place(match.document, match.address) for match in batch]
        units = texts.unit_at(places)
        document_ids = [match.document for match in batch] + [key for match in batch for key, _ in match.revisions]
        summaries = texts.document_summaries(document_ids)
        others = texts.other_languages(places)
        notes = texts.notes([match.annotation for match in batch if match.annotation])
        lines = texts.line_texts([match.line for match in batch if match.line])
        entry_texts = texts.positions(match.document for match in batch if match.kind is HitKind.POSITION)
        for match, place in zip(batch, places, strict=True):
            summary, unit = summaries.get(match.document), units.get(place)
            note = notes.get(match.annotation) if match.annotation else None
            by_kind = {
                HitKind.PARAGRAPH: unit.text if unit else None,
                HitKind.ANNOTATION: note.text if note else None,
                HitKind.POSITION: entry_texts.get(place),
                HitKind.INTERVENTION: lines.get(match.line) if match.line else None,
            }
            text = by_kind[match.kind]
            if summary is None or text is None:
                continue
            part = snippets.cut_from(text, summary.language)
            revisions = [(key, address) for key, address in match.revisions if key in summaries]
            hits.append(
                Hit(
                    match.kind,
                    match.document,
                    summary.name,
                    summary.reference,
                    summary.subject,
                    summary.language,
                    summary.marking,
                    match.address,
                    unit.label if unit else "",
                    part.text,
                    part.highlights,
                    part.why,
                    others.get(place, ()),
                    match.annotation,
                    note.kind if note else "",
                    tuple(Revision(key, summaries[key].name, Address(address)) for key, address in revisions),
                    match.line,
                    summary.file_name,
                    summary.short_title,
                )
            )
    return hits, False


_log = logging.getLogger(__name__)

_TITLES = 3


class Search:
    """The search of one library. The index is made from the database and updates itself."""

    def __init__(self, index: SearchIndex, database: Database, indexing: Indexing) -> None:
        texts, documents = TextStore(database), DocumentStore(database)
        self._index = index
        self._searches = searches = SearchStore(database)
        self.saved, self.remove_saved = searches.all, searches.remove
        self.recent, self.clear_recent = searches.recent, searches.clear_recent
        self._indexing = indexing
        self._offers = GoToSuggestions(documents, texts)
        self._texts = texts

    # Queries

    def find(
        self,
        search: TypedQuery | str,
        *,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        patient: bool = True,
        stopped: Callable[[], bool] | None = None,
    ) -> SearchResults:
        """Answer a query: no text is an error.

        Args:
            search: As typed, or the whole text of a query in English.
            limit: Maximum number of hits returned; None for all. All are counted.
            patient: True to update the index first, and to rebuild a damaged one. Otherwise the answer comes at once:
                it gives the number of pending items, and is partial if there is no index yet.
            stopped: Called from time to time; once it returns True the hits found so far are returned, marked as
                ``cut``.
        """
        started = time.perf_counter()
        typed = TypedQuery(search) if isinstance(search, str) else search
        query = read_query(typed)
        if patient:
            self._indexing.try_to_be_ready()
        from_index = self._query_index(query, limit, sort, patient=patient, stopped=stopped)
        matched = from_index or IndexAnswer()
        hits, cut = hits_for_matches(self._texts, matched.matches, Snippets(query), stopped)
        answer = SearchResults(
            typed.text, query.parsed, matched.total, 0.0, tuple(hits), matched.facets, is_truncated=matched.cut or cut
        )
        if not (stopped is not None and stopped()):
            offers = self._offers.places(query.text, query.parsed, typed.language)
            if from_index is not None and query.search_terms():
                titles = self._indexing.ask(lambda state: state.titles(query, _TITLES), list[DocumentId]())
                offers += self._offers.titles(titles, offers)
            answer = replace(
                answer,
                go_to_suggestions=tuple(offers),
                was_rebuilt=self._indexing.was_rebuilt(),
                is_partial=from_index is None or self._indexing.partial,
                pending_count=self._indexing.count_pending(),
            )
            if not (answer.total or answer.is_truncated or answer.is_partial):
                answer = replace(
                    answer, suggestions=self._indexing.attempt(Suggestions(self._index, query, typed, stopped).all, ())
                )
        elapsed = (time.perf_counter() - started) * 1000
        _log.debug("Found %d hits in %.1f ms", answer.total, elapsed)
        return replace(answer, elapsed_ms=elapsed)

    def _query_index(
        self, query: Query, limit: int | None, sort: Sort, *, patient: bool, stopped: Callable[[], bool] | None
    ) -> IndexAnswer | None:
        while self._indexing.usable():
            try:
                return self._index.find(query, limit, sort, stopped=stopped)
            except IndexDamagedError as error:
                self._indexing.record_damage(error)
                if patient:
                    self._indexing.try_to_be_ready()
        return None

    def complete(self, text: str, cursor: int, *, language: str = "en") -> list[str]:
        """Return queries that complete the word or field value at the cursor, most likely first.

        Args:
            cursor: Position of the cursor in code points.
        """

        def words(prefix: str) -> list[str]:
            return self._indexing.ask(lambda state: state.complete(prefix), [])

        return rewriting.completions(text, cursor, language, stored=self._texts.values, words=words)

    # Changing a query

    with_value = staticmethod(rewriting.with_value)
    without_value = staticmethod(rewriting.without_value)
    without = staticmethod(rewriting.without)

    # Saved searches

    def save(self, search: SavedSearch, *, language: str = "en") -> None:
        """Save a search under its name, replacing one with that name; its current hits count as seen.

        Args:
            search: Its query as typed; stored in a form that has the same meaning in every language.
            language: Language of the window in which it was typed.
        """
        stored = rewriting.canonical(without_half_characters(search.query), language)
        self._searches.save(
            replace(search, name=without_half_characters(search.name), query=stored, unseen=None), self._indexing.mark()
        )

    def rename_saved(self, name: str, new: str) -> None:
        """Rename a saved search, replacing one with the new name; its unseen hits stay unseen."""
        self._searches.rename(name, without_half_characters(new))

    def mark_seen(self, name: str) -> None:
        self._searches.mark_seen(name, self._indexing.mark())

    def unseen(self, name: str) -> int:
        """Return the number of hits of a saved search that are new since it was last looked at.

        New are imported documents, and added or changed annotations and positions; what is not indexed yet is not
        counted.
        """
        search = self._searches.get(name)
        new = self._searches.new_to(name)
        if search is None or not new:
            return 0
        parsed = query.parse(search.query, stemming=search.stemming)
        return self._indexing.ask(lambda state: state.find(parsed, 0, group=new).total, 0)

    def remember(self, text: str) -> None:
        """Add a successful query to the recent ones."""
        if text.strip():
            self._searches.remember(without_half_characters(text.strip()))


class SearchHighlights:
    """Finds the words of a query in one document from its text, so that it needs no index and misses no paragraph."""

    def __init__(self, documents: DocumentStore) -> None:
        self._documents = documents

    def marks(self, key: DocumentId, typed_query: TypedQuery) -> Mapping[Address, Marks]:
        """Return the positions of the words by which a document's paragraphs match, in the texts after changes.

        In reading order, footnotes last; paragraphs without such words are left out. Slow for a long document; safe on
        any thread.
        """
        started = time.perf_counter()
        document = self._documents.get(key)
        parsed = read_query(typed_query)
        if document is None or not parsed.search_terms():
            return {}
        marker = Marker(parsed)
        marks_by_unit: dict[Address, Marks] = {}
        for unit in self._documents.content(document).units():
            entry = IndexEntry(f"document {key}", HitKind.PARAGRAPH, key, unit.address, unit.text, document.header)
            marks = marker.marks_for_entry(entry)
            if marks:
                marks_by_unit[unit.address] = marks
        _log.debug("Lit %d units of document %d in %.3f s", len(marks_by_unit), key, time.perf_counter() - started)
        return marks_by_unit


_MOST = 5
_OF_ONE_KIND = 2
_SECONDS = 0.4
_SECONDS_TYPING = 0.1
_SPELLINGS = 3
_WORDS = 12
"""The words of a longer query, such as a pasted passage, are not looked up one by one."""


def read_query(typed: TypedQuery) -> Query:
    return query.parse(typed.text, typing=typed.is_typing, stemming=typed.stemming, language=typed.language)


class Suggestions:
    """Tries alternatives to a query without hits, until time runs out."""

    def __init__(self, index: SearchIndex, base: Query, typed: TypedQuery, stopped: Callable[[], bool] | None) -> None:
        self._index = index
        self._query = base
        self._typed = typed
        self._deadline = time.monotonic() + (_SECONDS_TYPING if typed.is_typing else _SECONDS)
        self._stopped = stopped

    def all(self) -> tuple[Suggestion, ...]:
        """Return at most five alternative queries with hits, each with its number of hits, most likely first."""
        by_query: dict[str, Suggestion] = {}
        for suggestion in self._try_corrections():
            by_query.setdefault(suggestion.query if suggestion.change is not QueryChange.STEMMING else "", suggestion)
            if len(by_query) == _MOST or self._is_over():
                break
        return tuple(by_query.values())

    def _is_over(self) -> bool:
        return time.monotonic() > self._deadline or (self._stopped is not None and self._stopped())

    def _try_corrections(self) -> Iterator[Suggestion]:
        base, chips = self._query, self._query.parsed.chips
        words = list(dict.fromkeys(word for part in base.search_terms() for word in words_of(part)))
        if len(words) <= _WORDS:
            yield from self._try_spellings(
                [word for word in words if not self._is_over() and not self._count(replace(base, node=word)).total]
            )
        if not self._typed.stemming:
            total = self._count(read_query(replace(self._typed, stemming=True))).total
            if total:
                yield Suggestion(QueryChange.STEMMING, base.text, base.text, total)
        yield from self._in_other_languages([chip for chip in chips if chip.field == "lang" and not chip.is_excluded])
        # without one of its filters, otherwise without any
        filters = [chip for chip in chips if chip.field]
        shorter = self._try_without(QueryChange.FILTER, [[chip] for chip in filters])
        if not shorter and len(filters) > 1:
            shorter = self._try_without(QueryChange.FILTER, [filters])
        yield from shorter
        # without the words found in no text; if all are found, without one of them
        terms = [chip for chip in chips if not chip.field and not chip.is_excluded]
        if 2 <= len(terms) <= _WORDS:
            singles = {
                chip: self._read(rewriting.alone(base.text, chip, language=self._typed.language)) for chip in terms
            }
            unmatched = [chip for chip, query in singles.items() if not self._count(query).total]
            tries = [unmatched] if unmatched else [[chip] for chip in terms]
            yield from self._try_without(QueryChange.WORDS, [dropped for dropped in tries if len(dropped) < len(terms)])

    def _count(self, query: Query) -> IndexAnswer:
        if query.node is None or self._is_over():
            return IndexAnswer()
        index_answer = self._index.find(query, 0, stopped=self._is_over)
        return IndexAnswer() if index_answer.cut else index_answer

    def _read(self, text: str) -> Query:
        return read_query(replace(self._typed, text=text))

    # Changes of the query

    def _try_spellings(self, missing: list[WordQuery]) -> Iterator[Suggestion]:
        """Replace words missing from the index by similar words in it; numbers are not changed."""
        if any(character.isdecimal() for word in missing for character in word.exact):
            return
        exact = [word.exact for word in missing]
        similar = self._index.ask(lambda state: [state.spellings(word, _SPELLINGS) for word in exact])
        spellings = {word.typed: similar_words for word, similar_words in zip(missing, similar, strict=True)}
        if not missing or not all(similar):
            return
        tries = [{typed: similar_words[0] for typed, similar_words in spellings.items()}]
        if len(spellings) == 1:
            tries = [{typed: other} for typed, similar_words in spellings.items() for other in similar_words]
        count = 0
        for replaced in tries:
            text = self._query.text
            for typed, other in replaced.items():
                text = re.sub(rf"(?<!\w){re.escape(typed)}(?!\w)", other, text)  # other has letters and digits only
            total = self._count(self._read(text)).total
            if total and text != self._query.text:
                count += 1
                yield Suggestion(QueryChange.SPELLING, ", ".join(replaced.values()), text, total)
            if count == _OF_ONE_KIND:
                return

    def _in_other_languages(self, chips: list[QueryChip]) -> Iterator[Suggestion]:
        """The query in other languages in which its words are found, most hits first."""
        if len(chips) != 1:
            return
        elsewhere = self._without(chips)
        counts = self._count(self._read(elsewhere)).facets.get("language", {})
        for language in sorted(counts, key=lambda code: -counts[code])[:_OF_ONE_KIND]:
            text = rewriting.with_value(elsewhere, "lang", language, language=self._typed.language)
            query = self._read(text)
            total = self._count(query).total
            message = next((chip.label for chip in query.parsed.chips if chip.field == "lang"), language)
            if total:
                yield Suggestion(QueryChange.LANGUAGE, message, text, total)

    def _try_without(self, change: QueryChange, tries: Iterable[list[QueryChip]]) -> list[Suggestion]:
        """The query without some of its parts, fewest hits first."""
        found = []
        for dropped in tries:
            text = self._without(dropped)
            if total := self._count(self._read(text)).total:
                found.append(Suggestion(change, ", ".join(chip.label for chip in dropped), text, total))
        return sorted(found, key=lambda s: (s.total, s.detail, s.query))[:_OF_ONE_KIND]

    def _without(self, chips: list[QueryChip]) -> str:
        text = self._query.text
        for chip in sorted(chips, key=lambda chip: chip.start, reverse=True):
            text = rewriting.without(text, chip, language=self._typed.language)
        return text


_PLACES = 5
_LONGEST = 16
"""References and places are not looked for in longer queries."""

_LONGEST_PLACE = 60
_BARE_ACT = re.compile(r"(\d{1,4})/(\d{1,4})(?:/[^\W\d_]{2,7})?")
_NUMBERED = re.compile(r".*(?:\d\S*|\))", re.DOTALL)
_MOST_BETWEEN = 5


@cache
def _short_names() -> dict[str, Reference]:
    acts = {fold(name): references.parse_reference(act) for name, act in paths.load_table("act_names")["names"].items()}
    return {name: act for name, act in acts.items() if act is not None}


@cache
def _between() -> frozenset[str]:
    return frozenset(fold(paths.load_table("act_names")["between"]).split())


class GoToSuggestions:
    """Finds documents and places that a query names, if they are in the library."""

    def __init__(self, documents: DocumentStore, texts: TextStore) -> None:
        self._documents = documents
        self._texts = texts

    def places(self, text: str, understood: ParsedQuery, language: str) -> list[GoToSuggestion]:
        """Return the places that a query names, once per language, with the query's own or the window's language first.

        Documents that lack the place come after those that have it.
        """
        languages: tuple[str, ...] = ()
        reference_text = ""
        for chip in sorted(understood.chips, key=lambda chip: chip.start, reverse=True):
            if chip.field:
                text = f"{text[: chip.start]} {text[chip.end :]}"
            if chip.field == "lang" and not chip.is_excluded:
                languages = chip.values
            if chip.field == "ref" and not chip.is_excluded and len(chip.values) == 1:
                reference_text = chip.values[0]
        for references_found, place, file_language in self._find_references(text.strip() or reference_text, language):
            first = (file_language, *languages, language)
            offers = [offer for reference in references_found for offer in self._offers(reference, place, first)]
            if offers:
                there_first = sorted(dict.fromkeys(offers), key=lambda offer: not offer.place.address)
                return there_first[:_PLACES]
        return []

    def titles(self, documents: list[DocumentId], earlier: list[GoToSuggestion]) -> list[GoToSuggestion]:
        """Return documents as suggestions, in order, without those already suggested."""
        offered = {offer.place.document for offer in earlier}
        info = self._texts.document_summaries(documents)
        return [
            GoToSuggestion(Place(key, Address("")), info[key].name, info[key].language, "", info[key].subject)
            for key in documents
            if key in info and key not in offered
        ]

    def _find_references(self, text: str, language: str) -> Iterator[tuple[list[Reference], str, str]]:
        """Yield references that a query may name, with the place as typed and the language given by a file name."""
        typed = text.split()[: _LONGEST + 1]
        for end in range(min(len(typed), _LONGEST), 0, -1):
            head = " ".join(typed[:end])
            named = self._references(head, language)
            if named:
                yield named, " ".join(typed[end:]), references.language_in_file_name(head) or ""
        if len(typed) > _LONGEST:
            return
        for start in range(1, len(typed)):
            rest = " ".join(typed[start:])
            place = _place(" ".join(typed[:start]))
            named = self._references(rest, language) if place else []
            if named:
                yield named, place, references.language_in_file_name(rest) or ""

    def _references(self, text: str, language: str) -> list[Reference]:
        """Return the documents that the whole text may name; two series may have the same number."""
        short = _short_names().get(fold(text))
        if short:
            return [short]
        if not any(character.isdecimal() for character in text):
            return []
        found = [reference] if (reference := references.parse_reference(text)) else []
        if numbers := _BARE_ACT.fullmatch(text):
            first, second = numbers.groups()  # the acts in the library with both, whichever is the year
            acts = self._texts.references_with(f"{first}/{second}") + self._texts.references_with(f"{second}/{first}")
            either = ((int(first), int(second)), (int(second), int(first)))
            found += [
                act
                for act in acts
                if act.series in references.ACTS
                and any(number == act.number and year in (act.year, act.year % 100) for number, year in either)
            ]
        from delegate_desk.parsing.references import document_references

        for occurrence in document_references.occurrences(text, language):
            other_words = f"{text[: occurrence.start]} {text[occurrence.end :]}".split()
            if all(document_references.kinds_of_act(word) == [word] for word in other_words):
                found.append(occurrence.target)
        return list(dict.fromkeys(found))

    def _offers(self, reference: Reference, place: str, first: tuple[str, ...]) -> Iterator[GoToSuggestion]:
        from delegate_desk.core.documents.addresses import find_place
        from delegate_desk.services.documents.document_lookup import DocumentLookup

        latest: dict[str, LibraryDocument] = {}
        for document in sorted(self._documents.by_reference(reference), key=lambda document: document.id):
            latest[document.header.language] = document
        order = [*(language for language in first if language in latest), *sorted(latest)]
        for language in dict.fromkeys(order):
            document = latest[language]
            address = Address("")
            if len(place) <= _LONGEST_PLACE and any(character.isdecimal() for character in place):
                address = find_place(place, set(self._documents.addresses(document.id))) or address
            target = Place(document.id, address)
            citation = DocumentLookup(self._documents).citation(target) if address else ""
            yield GoToSuggestion(target, document.name, language, citation, document.header.subject)


def _place(text: str) -> str:
    """Return the place before a document's name, ``Article 6(1)(f) of the``; empty if there is none."""
    numbered = _NUMBERED.match(text)
    if numbered is None:
        return ""
    from delegate_desk.parsing.references import document_references

    words_after = text[numbered.end() :].split()
    fits = len(words_after) <= _MOST_BETWEEN and all(
        fold(word) in _between() or document_references.kinds_of_act(word) == [word] for word in words_after
    )
    return numbered.group() if fits else ""
