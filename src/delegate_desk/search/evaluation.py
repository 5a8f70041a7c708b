"""Finding: a query against one state of the index.

Whoosh keeps the words, this evaluates: its own matchers treat NOT, prefixes and phrases in ways that do not fit
(``AndNot`` lets a first hit through unchecked, ``Not`` within ``And`` adds to every score, a prefix has a matcher for
each of its terms).
Each part of a query yields the entries it holds for with their scores; AND cuts, OR joins, NOT takes away.
"""

import heapq
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from whoosh.reading import TermNotFound

from delegate_desk.core.annotations import AnnotationId
from delegate_desk.core.documents import Address, DocumentId
from delegate_desk.core.search import HitKind, Sort
from delegate_desk.search.analysis import STEMMED, stems
from delegate_desk.search.query import Both, Either, Filter, Node, Not, Phrase, Query, Word

_K1, _B = 1.2, 0.75  # BM25 as Whoosh sets it
# Relevance is BM25 within these steps: more words with the accents typed, more in the very form, by stem, begun.
_ACCENT = 1_000_000.0
_EXACT = 10_000.0
_BEGUN = 0.01

Scores = dict[int, float]


@dataclass(frozen=True, slots=True)
class Match:
    """One entry found."""

    kind: HitKind
    document: DocumentId
    address: Address
    annotation: AnnotationId | None


@dataclass(frozen=True, slots=True)
class Found:
    """An answer of the index.

    Attributes:
        total: Of all hits; ``matches`` holds the first of them.
        facets: By facet and value, how many of all hits, most first.
    """

    total: int = 0
    matches: tuple[Match, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


FACETS = ("language", "year", "document_type", "code", "dossier", "marking", "kind")


class Snapshot:
    """One state of the index, held open; not safe on several threads at once."""

    def __init__(self, reader: Any, generation: int) -> None:
        self.generation = generation
        self._reader = reader
        self._segments = [_Segment(leaf, self) for leaf, _ in reader.leaf_readers()] if reader.doc_count_all() else []

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def count(self) -> int:
        """How many entries it holds."""
        return int(self._reader.doc_count())

    def probe(self) -> None:
        """Touch each part of each segment, so that damage shows before a search relies on it."""
        for segment in self._segments:
            segment.probe()

    @cached_property
    def languages(self) -> frozenset[str]:
        """Languages of the documents held that have a stemmer."""
        facts = {term for segment in self._segments for term in segment.terms("fact", "lang ")}
        return frozenset(fact.removeprefix("lang ") for fact in facts) & STEMMED

    def idf(self, name: str, term: str) -> float:
        """How rare a term is, over all segments; as Whoosh reckons it."""
        return math.log(self._reader.doc_count_all() / (self._reader.doc_frequency(name, term) + 1)) + 1

    def average_length(self, name: str) -> float:
        """The mean number of a field's words."""
        return float(self._reader.field_length(name) / (self._reader.doc_count_all() or 1)) or 1.0

    def find(self, query: Query, limit: int | None, sort: Sort) -> Found:
        """Find all entries a query holds for, count them, and fetch the first of them."""
        if query.node is None:
            return Found()
        hits: list[tuple[float, int, int, int]] = []
        counted: Counter[bytes] = Counter()
        for number, segment in enumerate(self._segments):
            scores = segment.evaluate(query.node)
            counted.update(segment.facets[entry] for entry in scores)
            if sort is Sort.DATE:
                hits += ((-segment.dates[n], segment.places[n], number, n) for n in scores)
            else:
                hits += ((-round(score, 6), segment.places[n], number, n) for n, score in scores.items())
        first = sorted(hits) if limit is None else heapq.nsmallest(limit, hits)
        matches = tuple(self._segments[number].match(entry) for _, _, number, entry in first)
        return Found(len(hits), matches, _add_up(counted))


def _add_up(counted: Mapping[bytes, int]) -> dict[str, dict[str, int]]:
    sums: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for packed, count in counted.items():
        for name, values in json.loads(packed).items():
            for value in values:
                sums[name][value] += count
    return {name: dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))) for name, found in sums.items()}


class _Segment:
    """One segment of a state; its entries are numbered from 0."""

    def __init__(self, reader: Any, whole: Snapshot) -> None:
        self._reader = reader
        self._whole = whole
        self._norms: dict[str, list[float]] = {}

    # What it holds

    @cached_property
    def facets(self) -> list[bytes]:
        return list(self._reader.column_reader("facets", translate=False))

    @cached_property
    def places(self) -> list[int]:
        return list(self._reader.column_reader("place", translate=False))

    @cached_property
    def dates(self) -> list[int]:
        return list(self._reader.column_reader("date", translate=False))

    def match(self, entry: int) -> Match:
        kind, document, address, annotation = self._reader.stored_fields(entry)["key"]
        return Match(HitKind(kind), DocumentId(document), Address(address), annotation and AnnotationId(annotation))

    def probe(self) -> None:
        size = self._reader.doc_count_all()
        for name in ("exact", "stem", "fact"):
            term = next(self._reader.lexicon(name), None)
            if term is not None:
                matcher = self._reader.postings(name, term)
                _ = matcher.is_active() and matcher.id()
        for column in ("facets", "place", "date"):
            _ = self._reader.column_reader(column, translate=False)[size - 1]
        self.match(size - 1)

    def terms(self, name: str, prefix: str) -> Iterator[str]:
        """A field's terms that begin so, in order."""
        for term in self._reader.expand_prefix(name, prefix):
            yield term.decode()

    def _norm(self, name: str) -> list[float]:
        """By entry, what the length of its text does to its score."""
        if name not in self._norms:
            average, length = self._whole.average_length(name), self._reader.doc_field_length
            self._norms[name] = [
                _K1 * (1 - _B + _B * (length(entry, name) or 0) / average)
                for entry in range(self._reader.doc_count_all())
            ]
        return self._norms[name]

    def _entries(self, name: str, term: str) -> Iterator[int]:
        """Entries that have a term, in order."""
        matcher = self._postings(name, term)
        while matcher and matcher.is_active():
            yield matcher.id()
            matcher.next()

    def _counts(self, name: str, term: str) -> Iterator[tuple[int, float]]:
        """Entries that have a term and how often, in order."""
        matcher = self._postings(name, term)
        while matcher and matcher.is_active():
            yield matcher.id(), matcher.weight()
            matcher.next()

    def _postings(self, name: str, term: str) -> Any:
        try:
            return self._reader.postings(name, term.encode())
        except TermNotFound:
            return None

    # Evaluating

    def evaluate(self, node: Node) -> Scores:
        """The entries that a part of a query holds for, with their scores."""
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Filter():
                return dict.fromkeys(self._filter(node), 0.0)
            case Either(parts):
                return self._either(parts)
            case Both(parts):
                return self._both(parts)
            case Not(part):
                return self._without(self._all(), part)

    def _all(self) -> Scores:
        return dict.fromkeys(self._reader.all_doc_ids(), 0.0)

    def _without(self, scores: Scores, part: Node) -> Scores:
        gone = self.evaluate(part)
        return {entry: score for entry, score in scores.items() if entry not in gone}

    def _either(self, parts: Iterable[Node]) -> Scores:
        joined: Scores = {}
        for part in parts:
            for entry, score in self.evaluate(part).items():
                joined[entry] = joined.get(entry, 0.0) + score
        return joined

    def _both(self, parts: Iterable[Node]) -> Scores:
        wanted = [part for part in parts if not isinstance(part, Not)]
        unwanted = [part.part for part in parts if isinstance(part, Not)]
        kept: Scores | None = None
        for one in wanted:
            found = self.evaluate(one)
            if kept is None:
                kept = found
            else:
                less, more = sorted((kept, found), key=len)
                kept = {entry: score + more[entry] for entry, score in less.items() if entry in more}
            if not kept:
                return {}
        kept = self._all() if kept is None else kept
        for part in unwanted:
            kept = self._without(kept, part)
        return kept

    def _word(self, word: Word) -> Scores:
        scores: Scores = {}
        self._score(scores, "exact", word.exact, _EXACT)
        if word.stemmed:
            for stem in sorted(stems(word.exact, self._whole.languages)):
                self._score(scores, "stem", stem, 0.0)
        if word.letters != word.exact:
            for entry in self._entries("accented", word.letters):
                scores[entry] = scores.get(entry, 0.0) + _ACCENT
        if word.prefix:
            for term in self.terms("exact", word.exact):
                for entry in self._entries("exact", term):
                    scores.setdefault(entry, _BEGUN)
        return scores

    def _score(self, scores: Scores, name: str, term: str, step: float) -> None:
        """Add what a term is worth to each entry that has it."""
        found = list(self._counts(name, term))
        if found:
            worth, norms = self._whole.idf(name, term) * (_K1 + 1), self._norm(name)
            for entry, count in found:
                scores[entry] = scores.get(entry, 0.0) + step + worth * count / (count + norms[entry])

    def _filter(self, node: Filter) -> set[int]:
        reading = node.reading
        if reading.first is not None or reading.last is not None:
            return self._dated(reading.first or 1, reading.last or 99_999_999)
        found: set[int] = set()
        for terms in reading.terms:
            *whole, last = terms
            begun = self.terms("fact", last) if reading.prefix else (last,)
            entries = {entry for term in begun for entry in self._entries("fact", term)}
            for term in whole:
                entries.intersection_update(self._entries("fact", term))
            found |= entries
        return found

    def _dated(self, first: int, last: int) -> set[int]:
        days = (term for term in self.terms("fact", "date ") if first <= int(term.removeprefix("date ")) <= last)
        return {entry for day in days for entry in self._entries("fact", day)}

    def _phrase(self, phrase: Phrase) -> Scores:
        """Entries in which the words stand one behind the other."""
        terms = [[word.exact] for word in phrase.words]
        if phrase.words[-1].prefix:
            terms[-1] = list(self.terms("exact", phrase.words[-1].exact))
        kept: set[int] | None = None
        for alternatives in sorted(terms, key=len):
            entries = {entry for term in alternatives for entry in self._entries("exact", term)}
            kept = entries if kept is None else kept & entries
            if not kept:
                return {}
        places = [self._places_of(alternatives, kept or set()) for alternatives in terms]
        worth = sum(self._whole.idf("exact", found[0]) for found in terms) * (_K1 + 1)
        norms = self._norm("exact")
        scores: Scores = {}
        for entry in kept or ():
            starts = places[0][entry].copy()
            for shift, found in enumerate(places[1:], 1):
                starts.intersection_update({place - shift for place in found[entry]})
            if starts:
                scores[entry] = _EXACT * len(terms) + worth * len(starts) / (len(starts) + norms[entry])
        for word in phrase.words:
            if word.letters != word.exact and not word.prefix:
                for entry in self._entries("accented", word.letters):
                    if entry in scores:
                        scores[entry] += _ACCENT
        return scores

    def _places_of(self, alternatives: Iterable[str], entries: set[int]) -> dict[int, set[int]]:
        """By entry, where any of some words stands."""
        found: dict[int, set[int]] = {entry: set() for entry in entries}
        for term in alternatives:
            matcher = self._postings("exact", term)
            while matcher and matcher.is_active():
                entry = matcher.id()
                if entry in found:
                    found[entry].update(matcher.value_as("positions"))
                matcher.next()
        return found
