"""Evaluation of a query against one state of the index."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from delegate_desk.core.annotations.annotation import AnnotationId
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.meetings.meeting import LineId
from delegate_desk.core.search import HitKind, IndexAnswer, Match, Sort
from delegate_desk.search.engine.analysis import STEMMED
from delegate_desk.search.engine.clauses import SearchStoppedError, SegmentSearch, TermStatistics
from delegate_desk.search.engine.hit_counting import Counter, HitRows, Values
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.query_compiler import Compiler, QueryPlan
from delegate_desk.search.engine.schema import encode_term, unpack_key
from delegate_desk.search.engine.segment_file import Array, Segment
from delegate_desk.search.engine.segment_reader import EMPTY, SegmentReader, entries_with_term
from delegate_desk.search.query.nodes import Query

_SHORT = 4


class Snapshot:
    """An open state of the index; not safe on several threads at once.

    Args:
        before: The previous state, from which valid results are reused.
    """

    def __init__(self, storage: Storage, segments: Sequence[Segment], before: "Snapshot | None" = None) -> None:
        self._values: Values = before._values if before else Values()
        self.leaves = [SegmentReader(storage.file(segment), segment) for segment in segments]
        self._terms = TermStatistics(self.leaves)
        self._counter = Counter(self.leaves, self._values)

    def count(self) -> int:
        return sum(leaf.count for leaf in self.leaves)

    def probe(self) -> None:
        """Read each part of each segment, so that damage shows before a search relies on it."""
        for leaf in self.leaves:
            for name in leaf.file.names():
                _ = leaf.file[name][-1:].tolist()
            unpack_key(leaf.key(leaf.size - 1))

    def warm(self) -> None:
        """Prepare everything that the first search of a state needs."""
        self._counter.facets(self._counter.rows(EMPTY))

    @cached_property
    def languages(self) -> frozenset[str]:
        return frozenset(term.decode()[5:] for term in self._begun("fact", b"lang "))

    def _begun(self, field: str, begun: bytes) -> Iterator[bytes]:
        """Return the terms of a field that begin so, by segment."""
        for leaf in self.leaves:
            terms = leaf.term_dictionary(field)
            yield from terms.terms(*terms.prefix(begun))

    def _compiler(self) -> Compiler:
        stemmed = self.languages & STEMMED
        return Compiler(stemmed, self._terms.holds, all_stemmed=stemmed == self.languages)

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
        entries, scores, wider, cut = self._evaluate(plan, stopped, scored=not by_date)
        rows = self._counter.rows(entries, scores)
        facets = self._counter.facets(rows) if with_facets else {}
        for facet, other in wider.items() if with_facets else ():
            facets |= self._counter.facets(self._counter.rows(other), (facet,))
        first = self._counter.first(rows, limit, by_date=by_date)
        return IndexAnswer(len(rows.hits), self._matches(rows, first), facets, cut)

    def _evaluate(
        self, plan: QueryPlan, stopped: Callable[[], bool] | None = None, *, scored: bool
    ) -> tuple[Array, Array | None, dict[str, Array], bool]:
        """Return entries and scores, the entries without each restricting facet, and whether it was stopped."""
        entries: list[Array] = []
        scores: list[Array] = []
        wider: dict[str, list[Array]] = {facet: [] for facet in plan.filters}
        is_cut = False
        try:
            for number, leaf in enumerate(self.leaves):
                segment, base = SegmentSearch(self._terms, leaf, number, stopped), self._counter.bounds[number]
                found = segment.find(plan.main)
                if leaf.alive is not None:
                    found = found & leaf.alive
                masks = {facet: segment.find(clause) for facet, clause in plan.filters.items()}
                narrowed = np.logical_and.reduce([found, *masks.values()]).nonzero()[0]
                if scored:
                    scores.append(plan.main.scores(segment, narrowed))
                for facet, some in wider.items():
                    others = [mask for other, mask in masks.items() if other != facet]
                    some.append(np.logical_and.reduce([found, *others]).nonzero()[0] + base)
                entries.append(narrowed + base)
        except SearchStoppedError:
            is_cut = True
        every = {facet: np.concatenate([EMPTY, *some]) for facet, some in wider.items()}
        all_scores = np.concatenate([np.zeros(0), *scores]) if scored else None
        return np.concatenate([EMPTY, *entries]), all_scores, every, is_cut

    def _matches(self, rows: HitRows, first: Array) -> tuple[Match, ...]:
        older = self._counter.revisions(rows, first) if len(rows.older) else {}
        matches = []
        for row in first.tolist():
            kind, document, address, key = self._key(rows, row)
            others = (self._key(rows, other) for other in older.get(row, ()))
            places = tuple((document, address) for _, document, address, _ in others)
            is_line = kind is HitKind.INTERVENTION
            note = AnnotationId(key) if key and not is_line else None
            matches.append(Match(kind, document, address, note, places, LineId(key) if key and is_line else None))
        return tuple(matches)

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
        return [sum(self._terms.frequency(*term) for term in some) for some in terms]

    def stems(self, language: str) -> list[str]:
        """Return the stems of a language, in any order."""
        begun = f"{language} ".encode()
        return [term[len(begun) :].decode() for term in set(self._begun("stem", begun))]

    def complete(self, begun: str, limit: int = 8) -> list[str]:
        """Return the texts' own words that begin so, most frequent first."""
        found: set[bytes] = set()
        for leaf in self.leaves if begun else ():
            terms = leaf.term_dictionary("exact")
            low, high = terms.prefix(encode_term(begun))
            counts = np.diff(leaf.file["exact.post"][low : high + 1].astype(np.intp))
            most = np.argsort(-counts, kind="stable")[: _SHORT * limit] + low
            found.update(map(terms.term, most.tolist()))
        counted = self._frequencies(found)
        return [term.decode() for term in sorted(counted, key=lambda term: (-counted[term], term))[:limit]]

    def spellings(self, word: str, limit: int = 3) -> list[str]:
        """Return the texts' own words most similar to a missing one, most frequent first among equals."""
        away: dict[bytes, int] = {}
        for leaf in self.leaves:
            terms = leaf.term_dictionary("exact")
            near = terms.near(word, 1 if len(word) < _SHORT else 2)
            away.update((terms.term(number), edits) for number, edits in near if edits)
        for edits in (1, 2):
            counted = self._frequencies(term for term, far in away.items() if far == edits)
            if counted:
                return [term.decode() for term in sorted(counted, key=lambda term: (-counted[term], term))[:limit]]
        return []

    def _frequencies(self, terms: Iterable[bytes]) -> dict[bytes, int]:
        """Return the number of entries by term, without missing terms."""
        found: dict[bytes, int] = {}
        for term in terms:
            for leaf in self.leaves:
                entries = entries_with_term(leaf.file, "exact", term)
                count = len(entries) if leaf.alive is None else int(np.count_nonzero(leaf.alive.take(entries)))
                if count:
                    found[term] = found.get(term, 0) + count
        return found
