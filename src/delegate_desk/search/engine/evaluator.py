"""Evaluation of a query against one state of the index, and the counting of its hits.

Identical words in a family are one hit. Most hits have no duplicate, which is known of each entry; for the others, the
newest edition stands for all.
"""

import json
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import field
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.search import FACETS, HitKind, IndexAnswer, Match, Sort
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine.analysis import STEMMED
from delegate_desk.search.engine.clauses import SearchStoppedError, SegmentSearch, TermStatistics
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.query_compiler import Compiler, QueryPlan
from delegate_desk.search.engine.schema import encode_term, unpack_key
from delegate_desk.search.engine.segment_file import Array, Segment
from delegate_desk.search.engine.segment_reader import EMPTY, SegmentReader, entries_with_term, pieces, unique
from delegate_desk.search.query.nodes import Query


class Values:
    """Distinct combinations of facet values of entries; grows with the index, so that each is read once."""

    def __init__(self) -> None:
        self._sorts: dict[bytes, int] = {}
        self._numbers: dict[tuple[str, str], int] = {}
        # the values of all combinations, concatenated, and the bounds of each
        self._flat, self._bounds = array("q"), array("q", [0])

    def sorts(self, reader: SegmentReader) -> Array:
        """Return the shared combination by a segment's own number of facets."""
        found: Array | None = reader.file.cache.get(self)
        if found is None:
            blob, ends = reader.file["facets.values"].data, reader.file["facets.vends"].tolist()
            numbers = []
            for packed in (bytes(blob[low:high]) for low, high in pairwise(ends)):
                numbers.append(self._sorts.setdefault(packed, len(self._sorts)))
                if numbers[-1] == len(self._bounds) - 1:
                    values = json.loads(packed)
                    pairs = [(name, value) for name in FACETS for value in values.get(name, ())]
                    self._flat.extend([self._numbers.setdefault(pair, len(self._numbers)) for pair in pairs])
                    self._bounds.append(len(self._flat))
            found = reader.file.cache[self] = np.array(numbers, np.intp)
        return found

    def _values(self, sorts: Array) -> tuple[Array, Array]:
        """Return the values of some combinations, concatenated, and the number of each."""
        if not len(sorts):
            return EMPTY, EMPTY
        bounds = np.frombuffer(self._bounds, np.int64)
        return pieces(np.frombuffer(self._flat, np.int64), bounds, sorts), np.diff(bounds).take(sorts)

    def add_up(self, counts: Array) -> Array:
        """Return the number of hits per value from those per combination."""
        sorts = counts.nonzero()[0]
        values, sizes = self._values(sorts)
        return np.bincount(values, np.repeat(counts.take(sorts), sizes), len(self._numbers)).astype(np.intp)

    def more(self, own: Array, other: Array, hits: Array) -> Array:
        """Return the number of additional hits of each value when rows of other combinations are added.

        Args:
            own: For each such row, the combination of the hit.
            other: The combination added.
            hits: Index of the hit.
        """
        (values, value_sizes), (added, sizes) = self._values(own), self._values(other)
        count = len(self._numbers)
        existing = np.sort(np.repeat(hits, value_sizes) * count + values)
        pairs = unique(np.sort(np.repeat(hits, sizes) * count + added))
        new = pairs[existing.take(existing.searchsorted(pairs), mode="clip") != pairs]
        return np.bincount(new % count, minlength=count)

    def name_values(self, counts: Array, facets: Sequence[str]) -> dict[str, dict[str, int]]:
        """Return the number of hits by facet and value, highest first."""
        named: dict[str, dict[str, int]] = {facet: {} for facet in facets}
        found = zip(self._numbers, counts.tolist(), strict=True)
        for (facet, value), count in sorted(found, key=lambda row: (-row[1], row[0])):
            if count and facet in named:
                named[facet][value] = count
        return named


@dataclass(frozen=True, slots=True)
class HitRows:
    """Hits of all segments. A row is the index of a hit among these.

    Attributes:
        entries: Their numbers over all segments, in order.
        hits: The rows that stand for a hit: all but older duplicates.
        leading: By older duplicate, the row that stands for it.
    """

    entries: Array
    scores: Array
    hits: Array
    older: Array = field(default_factory=lambda: EMPTY)
    leading: Array = field(default_factory=lambda: EMPTY)


class Counter:
    """Counts hits by their numbers over all segments: the entries of each follow those of the segment before.

    Attributes:
        bounds: The number of the first entry of each segment, and that of all entries.
    """

    def __init__(self, readers: Sequence[SegmentReader], values: Values) -> None:
        self._readers = readers
        self._values = values
        self._winners = np.zeros(0, np.int32)
        self._columns: dict[str, Array] = {}
        self.bounds = [0, *accumulate(reader.size for reader in readers)]

    def rows(self, entries: Array, scores: Array | None = None) -> HitRows:
        """Return the hits with duplicates counted once.

        A hit has the score of its best row, which is written to the scores.
        """
        count = len(entries)
        row_scores = np.zeros(count) if scores is None else scores
        duplicates = self.duplicates.take(entries).nonzero()[0]
        if not len(duplicates):
            return HitRows(entries, row_scores, np.arange(count))
        equal = entries.take(duplicates)
        # each row is represented by the newest row with its code, of several by the first
        codes, editions, places = self.codes.take(equal), self.column("edition", equal), self.column("place", equal)
        winners, left = self._winners, np.arange(len(codes))
        winners[codes] = left  # the last one of each code, which mostly is the newest
        while len(left):
            best = winners.take(codes.take(left))
            own, others = editions.take(left), editions.take(best)
            newer = own > others
            same = ((own == others) & (left != best)).nonzero()[0]
            if len(same):
                newer[same] = places.take(left.take(same)) < places.take(best.take(same))
            left = left[newer]
            winners[codes.take(left)] = left
        leading = duplicates.take(winners.take(codes).astype(np.intp))
        is_older = leading != duplicates
        older, leading = duplicates[is_older], leading[is_older]
        is_hit = np.ones(count, np.bool_)
        is_hit[older] = False
        if scores is not None:
            np.maximum.at(scores, leading, scores.take(older))
        return HitRows(entries, row_scores, is_hit.nonzero()[0], older, leading)

    def column(self, name: str, entries: Array) -> Array:
        """Return a column of numbers for some entries, in order."""
        if name not in self._columns:
            self._columns[name] = np.concatenate([EMPTY, *(reader.file[f"{name}.col"] for reader in self._readers)])
        return self._columns[name].take(entries)

    # Duplicates

    @cached_property
    def codes(self) -> Array:
        """Return by entry the number of its words and family."""
        values = [reader.file["same.values"] for reader in self._readers]
        joined = np.concatenate([np.zeros(0, np.int64), *values])
        order = np.argsort(joined, kind="stable")  # quick, for the values of each segment are in order
        new = np.diff(joined[order], prepend=joined[order][:1]) != 0
        codes = np.empty(len(joined), np.int32)
        codes[order] = np.cumsum(new)
        own = np.split(codes, np.cumsum([len(segment_values) for segment_values in values]))
        parts = (code.take(reader.file["same.code"]) for reader, code in zip(self._readers, own, strict=False))
        return np.concatenate([np.zeros(0, np.int32), *parts])

    @cached_property
    def duplicates(self) -> Array:
        """Return by entry True if another entry has the same words."""
        times = np.bincount(self.codes)
        self._winners = np.empty(len(times), np.int32)
        return (times > 1).take(self.codes)

    # Facets

    @cached_property
    def _sorts(self) -> Array:
        """Return by entry the combination of its facet values."""
        parts = (self._values.sorts(reader).take(reader.file["facets.code"]) for reader in self._readers)
        return np.concatenate([EMPTY, *parts])

    def facets(self, rows: HitRows, names: Sequence[str] = FACETS) -> dict[str, dict[str, int]]:
        """Return the number of hits by facet and value, in whichever of their rows."""
        values, sorts = self._values, self._sorts
        found = values.add_up(np.bincount(sorts.take(rows.entries.take(rows.hits))))
        if len(rows.older):
            other, own = (sorts.take(rows.entries.take(group)) for group in (rows.older, rows.leading))
            differ = (own != other).nonzero()[0]
            if len(differ):
                found += values.more(own.take(differ), other.take(differ), rows.leading.take(differ))
        return values.name_values(found, names)

    # Order

    def first(self, rows: HitRows, limit: int | None, *, by_date: bool) -> Array:
        """Return the first rows, best or newest first; equal ones by document and reading order."""
        hits = rows.hits
        keys = self.column("edition", rows.entries.take(hits)) // 1000 if by_date else rows.scores.take(hits)
        if limit is not None and limit < 1:
            return EMPTY
        if limit is not None and limit < len(hits):  # only the best are put in order; among equal ones the first
            worst = np.partition(keys, len(keys) - limit)[len(keys) - limit]
            better = (keys > worst).nonzero()[0]
            equal = (keys == worst).nonzero()[0]
            left = limit - len(better)
            if left < len(equal):
                places = self.column("place", rows.entries.take(hits.take(equal)))
                equal = equal[places <= np.partition(places, left - 1)[left - 1]]
            chosen = np.sort(np.concatenate([better, equal]))
            hits, keys = hits.take(chosen), keys.take(chosen)
        places = self.column("place", rows.entries.take(hits))
        return hits[np.lexsort((places, -keys))][:limit]

    def key(self, entry: int) -> bytes:
        number = bisect_right(self.bounds, entry) - 1
        return self._readers[number].key(entry - self.bounds[number])

    def revisions(self, rows: HitRows, first: Array) -> dict[int, list[int]]:
        """Return the rows of duplicates of some hits, newest first."""
        is_wanted = np.zeros(len(rows.scores), np.bool_)
        is_wanted[first] = True
        stored = is_wanted.take(rows.leading).nonzero()[0]
        older, leading = rows.older.take(stored), rows.leading.take(stored)
        entries = rows.entries.take(older)
        order = np.lexsort((self.column("place", entries), -self.column("edition", entries)))
        found: dict[int, list[int]] = {}
        for row, hit in zip(older[order].tolist(), leading[order].tolist(), strict=True):
            found.setdefault(hit, []).append(row)
        return found


_SHORT = 4


class Snapshot:
    """An open state of the index; not safe on several threads at once.

    Args:
        previous: The previous state, from which valid results are reused.
    """

    def __init__(self, storage: Storage, segments: Sequence[Segment], previous: "Snapshot | None" = None) -> None:
        self._values: Values = previous._values if previous else Values()
        self.readers = [SegmentReader(storage.file(segment), segment) for segment in segments]
        self._terms = TermStatistics(self.readers)
        self._counter = Counter(self.readers, self._values)

    def count(self) -> int:
        return sum(reader.count for reader in self.readers)

    def probe(self) -> None:
        """Read each part of each segment, so that damage shows before a search relies on it."""
        for reader in self.readers:
            for name in reader.file.names():
                _ = reader.file[name][-1:].tolist()
            unpack_key(reader.key(reader.size - 1))

    def warm(self) -> None:
        """Prepare everything that the first search of a state needs."""
        self._counter.facets(self._counter.rows(EMPTY))

    @cached_property
    def languages(self) -> frozenset[str]:
        return frozenset(term.decode()[5:] for term in self._with_prefix("fact", b"lang "))

    def _with_prefix(self, field: str, prefix: bytes) -> Iterator[bytes]:
        """Return the terms of a field that begin so, by segment."""
        for reader in self.readers:
            terms = reader.term_dictionary(field)
            yield from terms.terms(*terms.prefix(prefix))

    def _compiler(self) -> Compiler:
        return Compiler(self.languages, self._terms.holds, all_stemmed=self.languages <= STEMMED)

    def find(
        self,
        query: Query,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        *,
        stopped: Callable[[], bool] | None = None,
        group: Collection[str] | None = None,
        with_facets: bool = True,
    ) -> IndexAnswer:
        if query.node is None:
            return IndexAnswer()
        plan = self._compiler().plan(query.node, group)
        by_date = sort is Sort.DATE
        entries, scores, wider, is_cut = self._evaluate(plan, stopped, scored=not by_date)
        rows = self._counter.rows(entries, scores)
        facets = self._counter.facets(rows) if with_facets else {}
        for facet, other in wider.items() if with_facets else ():
            facets |= self._counter.facets(self._counter.rows(other), (facet,))
        first = self._counter.first(rows, limit, by_date=by_date)
        older = self._counter.revisions(rows, first) if len(rows.older) else {}
        matches = []
        for row in first.tolist():
            kind, document, address, key = self._key(rows, row)
            others = (self._key(rows, other) for other in older.get(row, ()))
            places = tuple((document, address) for _, document, address, _ in others)
            is_line = kind is HitKind.INTERVENTION
            note = AnnotationId(key) if key and not is_line else None
            matches.append(Match(kind, document, address, note, places, LineId(key) if key and is_line else None))
        return IndexAnswer(len(rows.hits), tuple(matches), facets, is_cut)

    def _evaluate(
        self, plan: QueryPlan, stopped: Callable[[], bool] | None = None, *, scored: bool
    ) -> tuple[Array, Array | None, dict[str, Array], bool]:
        """Return entries and scores, the entries without each restricting facet, and whether it was stopped."""
        entries: list[Array] = []
        scores: list[Array] = []
        wider: dict[str, list[Array]] = {facet: [] for facet in plan.filters}
        is_cut = False
        try:
            for number, reader in enumerate(self.readers):
                segment, base = SegmentSearch(self._terms, reader, number, stopped), self._counter.bounds[number]
                found = segment.find(plan.main)
                if reader.alive is not None:
                    found = found & reader.alive
                masks = {facet: segment.find(clause) for facet, clause in plan.filters.items()}
                narrowed = np.logical_and.reduce([found, *masks.values()]).nonzero()[0]
                if scored:
                    scores.append(plan.main.scores(segment, narrowed) if len(narrowed) else np.zeros(0))
                for facet, parts in wider.items():
                    others = [mask for other, mask in masks.items() if other != facet]
                    parts.append(np.logical_and.reduce([found, *others]).nonzero()[0] + base)
                entries.append(narrowed + base)
        except SearchStoppedError:
            is_cut = True
        wider_entries = {facet: np.concatenate([EMPTY, *parts]) for facet, parts in wider.items()}
        all_scores = np.concatenate([np.zeros(0), *scores]) if scored else None
        return np.concatenate([EMPTY, *entries]), all_scores, wider_entries, is_cut

    def _key(self, rows: HitRows, row: int) -> tuple[HitKind, DocumentId, Address, str | None]:
        return unpack_key(self._counter.key(int(rows.entries[row])))

    # Titles

    def titles(self, query: Query, limit: int = 5) -> list[DocumentId]:
        """Return documents whose title has all the words of a query, newest first."""
        clause = self._compiler().title(query.node) if query.node else None
        if clause is None:
            return []
        found, *_ = self._evaluate(QueryPlan(clause, {}), scored=False)
        documents, dated = (self._counter.column(name, found).tolist() for name in ("document", "edition"))
        editions = dict(zip(documents, dated, strict=True))
        newest = sorted(editions, key=lambda document: (-editions[document], document))
        return [DocumentId(document) for document in newest[:limit]]

    # Words

    def frequencies(self, terms: Sequence[Sequence[tuple[str, str]]]) -> list[int]:
        """Return the number of entries with any of some terms, each a field and a term."""
        return [sum(self._terms.frequency(*term) for term in group) for group in terms]

    def stems(self, language: str) -> list[str]:
        """Return the stems of a language, in any order."""
        prefix = f"{language} ".encode()
        return [term[len(prefix) :].decode() for term in set(self._with_prefix("stem", prefix))]

    def complete(self, typed: str, limit: int = 8) -> list[str]:
        """Return the texts' own words that begin so, most frequent first."""
        found: set[bytes] = set()
        for reader in self.readers if typed else ():
            terms = reader.term_dictionary("exact")
            low, high = terms.prefix(encode_term(typed))
            counts = np.diff(reader.file["exact.post"][low : high + 1].astype(np.intp))
            frequent = np.argsort(-counts, kind="stable")[: _SHORT * limit] + low
            found.update(map(terms.term, frequent.tolist()))
        return self._most_frequent(found, limit)

    def spellings(self, word: str, limit: int = 3) -> list[str]:
        """Return the texts' own words most similar to a missing one, most frequent first among equals."""
        distances: dict[bytes, int] = {}
        for reader in self.readers:
            terms = reader.term_dictionary("exact")
            matches = terms.near(word, 1 if len(word) < _SHORT else 2)
            distances.update((terms.term(number), edits) for number, edits in matches if edits)
        for edits in (1, 2):
            if found := self._most_frequent([term for term, distance in distances.items() if distance == edits], limit):
                return found
        return []

    def _most_frequent(self, terms: Iterable[bytes], limit: int) -> list[str]:
        """Return some of the terms that occur, those in most entries first."""
        found: dict[bytes, int] = {}
        for term in terms:
            for reader in self.readers:
                entries = entries_with_term(reader.file, "exact", term)
                count = len(entries) if reader.alive is None else int(np.count_nonzero(reader.alive.take(entries)))
                if count:
                    found[term] = found.get(term, 0) + count
        return [term.decode() for term in sorted(found, key=lambda term: (-found[term], term))[:limit]]
