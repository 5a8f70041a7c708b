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
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from delegate_desk.core.annotations import AnnotationId
from delegate_desk.core.documents import Address, DocumentId
from delegate_desk.core.search import HitKind, Sort
from delegate_desk.search.analysis import STEMMED, stems
from delegate_desk.search.nodes import Both, Either, Filter, Node, Not, Phrase, Query, Word
from delegate_desk.search.segments import Columns, Segment

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

    def __init__(self, reader: Any, state: tuple[object, ...], before: "Snapshot | None" = None) -> None:
        self.state = state
        self._reader = reader
        known: dict[str, Columns] = {segment.name: segment.columns for segment in before.segments} if before else {}
        leaves = [leaf for leaf, _ in reader.leaf_readers()] if reader.doc_count_all() else []
        self.segments: list[Segment] = [Segment(leaf, known) for leaf in leaves]

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def count(self) -> int:
        """How many entries it holds."""
        return int(self._reader.doc_count())

    def probe(self) -> None:
        """Touch each part of each segment, so that damage shows before a search relies on it."""
        for segment in self.segments:
            segment.probe()

    @cached_property
    def languages(self) -> frozenset[str]:
        """Languages of the documents held that have a stemmer."""
        facts = {term for segment in self.segments for term in segment.terms("fact", "lang ")}
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
        for number, segment in enumerate(self.segments):
            scores = _Evaluation(segment, self).scores(query.node)
            facets, places = segment.facets, segment.places
            counted.update([facets[entry] for entry in scores])
            if sort is Sort.DATE:
                dates = segment.dates
                hits += [(-dates[n], places[n], number, n) for n in scores]
            else:
                hits += [(-round(score, 6), places[n], number, n) for n, score in scores.items()]
        first = sorted(hits) if limit is None else heapq.nsmallest(limit, hits)
        matches = tuple(_match(self.segments[number].key(entry)) for _, _, number, entry in first)
        return Found(len(hits), matches, _add_up(counted))


def _match(key: tuple[str, int, str, str | None]) -> Match:
    kind, document, address, annotation = key
    note = AnnotationId(annotation) if annotation else None
    return Match(HitKind(kind), DocumentId(document), Address(address), note)


def _add_up(counted: Mapping[bytes, int]) -> dict[str, dict[str, int]]:
    sums: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for packed, count in counted.items():
        for name, values in json.loads(packed).items():
            for value in values:
                sums[name][value] += count
    return {name: dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))) for name, found in sums.items()}


class _Evaluation:
    """A query against one segment."""

    def __init__(self, segment: Segment, whole: Snapshot) -> None:
        self._segment = segment
        self._whole = whole

    def scores(self, node: Node) -> Scores:
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
        return dict.fromkeys(self._segment.entries(), 0.0)

    def _without(self, scores: Scores, part: Node) -> Scores:
        gone = self.scores(part)
        return {entry: score for entry, score in scores.items() if entry not in gone}

    def _either(self, parts: Iterable[Node]) -> Scores:
        joined: Scores = {}
        for part in parts:
            for entry, score in self.scores(part).items():
                joined[entry] = joined.get(entry, 0.0) + score
        return joined

    def _both(self, parts: Iterable[Node]) -> Scores:
        wanted = [part for part in parts if not isinstance(part, Not)]
        unwanted = [part.part for part in parts if isinstance(part, Not)]
        kept: Scores | None = None
        for one in wanted:
            found = self.scores(one)
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
            for entry, score in self._stemmed(word).items():
                scores[entry] = scores.get(entry, 0.0) + score
        if word.letters != word.exact:
            for entry in self._segment.having("accented", word.letters):
                scores[entry] = scores.get(entry, 0.0) + _ACCENT
        if word.prefix:
            for term in self._segment.terms("exact", word.exact):
                for entry in self._segment.having("exact", term):
                    scores.setdefault(entry, _BEGUN)
        return scores

    def _stemmed(self, word: Word) -> Scores:
        """Entries that have the word with any ending; its best stem counts."""
        best: Scores = {}
        for stem in stems(word.exact, word.letters, self._whole.languages):
            scores: Scores = {}
            self._score(scores, "stem", stem, 0.0)
            for entry, score in scores.items():
                best[entry] = max(score, best.get(entry, 0.0))
        return best

    def _score(self, scores: Scores, name: str, term: str, step: float) -> None:
        """Add what a term is worth to each entry that has it."""
        found = list(self._segment.counts(name, term))
        if found:
            self._weigh(scores, name, found, self._whole.idf(name, term), step)

    def _weigh(
        self, scores: Scores, name: str, counts: Iterable[tuple[int, float]], rarity: float, step: float
    ) -> None:
        """Add to each entry what finding something so often in it is worth: BM25, and a step of rank."""
        worth, lengths = rarity * (_K1 + 1), self._segment.lengths(name)
        base, slope = _K1 * (1 - _B), _K1 * _B / self._whole.average_length(name)
        for entry, count in counts:
            scores[entry] = scores.get(entry, 0.0) + step + worth * count / (count + base + slope * lengths[entry])

    def _filter(self, node: Filter) -> set[int]:
        reading = node.reading
        if reading.first is not None or reading.last is not None:
            return self._dated(reading.first or 1, reading.last or 99_999_999)
        found: set[int] = set()
        for terms in reading.terms:
            *whole, last = terms
            begun = self._segment.terms("fact", last) if reading.prefix else (last,)
            entries = {entry for term in begun for entry in self._segment.having("fact", term)}
            for term in whole:
                entries.intersection_update(self._segment.having("fact", term))
            found |= entries
        return found

    def _dated(self, first: int, last: int) -> set[int]:
        days = self._segment.terms("fact", "date ")
        within = (day for day in days if first <= int(day.removeprefix("date ")) <= last)
        return {entry for day in within for entry in self._segment.having("fact", day)}

    def _phrase(self, phrase: Phrase) -> Scores:
        """Entries in which the words stand one behind the other."""
        terms = [[word.exact] for word in phrase.words]
        if phrase.words[-1].prefix:
            terms[-1] = list(self._segment.terms("exact", phrase.words[-1].exact))
        kept: set[int] | None = None
        for alternatives in sorted(terms, key=len):
            entries = {entry for term in alternatives for entry in self._segment.having("exact", term)}
            kept = entries if kept is None else kept & entries
            if not kept:
                return {}
        places = [self._segment.positions("exact", alternatives, kept or ()) for alternatives in terms]
        runs: list[tuple[int, float]] = []
        for entry in sorted(kept or ()):
            starts = places[0][entry].copy()
            for shift, found in enumerate(places[1:], 1):
                starts.intersection_update({place - shift for place in found[entry]})
            if starts:
                runs.append((entry, float(len(starts))))
        scores: Scores = {}
        rarity = sum(self._whole.idf("exact", word.exact) for word in phrase.words)
        self._weigh(scores, "exact", runs, rarity, _EXACT * len(terms))
        for word in phrase.words:
            if word.letters != word.exact and not word.prefix:
                for entry in self._segment.having("accented", word.letters):
                    if entry in scores:
                        scores[entry] += _ACCENT
        return scores
