"""Hits and scores of clauses, compared with reading every entry; BM25 as in Whoosh: K1 is 1.2, B is 0.75."""

import fnmatch
import math
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.search.engine.analysis import fold_word, forms
from delegate_desk.search.engine.clauses import (
    AlternativesClause,
    AndClause,
    BestClause,
    Clause,
    FlatClause,
    FuzzyClause,
    InRowClause,
    MaybeClause,
    NearClause,
    NotClause,
    OrClause,
    PatternClause,
    PrefixClause,
    RangeClause,
    SegmentSearch,
    SequenceClause,
    SteppedClause,
    TermClause,
    TermStatistics,
)
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.index_terms import facts
from delegate_desk.search.engine.query_compiler import Compiler
from delegate_desk.search.engine.segment_builder import LENGTHS, length_bytes
from delegate_desk.search.query.nodes import WordQuery
from support import index_segments
from support.index_entries import ENGLISH, GREEK

WORDS = ["note", "notes", "noté", "act", "acts", "αρχές"]
FORMS = ["note", "notes", "act", "acts", "αρχεσ", "absent"]
STEMS = ["en note", "el αρχ", "en act"]
FACTS = ["lang el", "lang en", "at art_5", "in position", "in paragraph", "type note"]


@st.composite
def entry(draw: st.DrawFn) -> IndexEntry:
    kind, document = draw(st.sampled_from(HitKind)), draw(st.integers(1, 4))
    address = Address(draw(st.sampled_from(["", "art_5", "para_1"])))
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=12, min_size=1)))
    header = draw(st.sampled_from([GREEK, ENGLISH]))
    return IndexEntry(f"{kind} {document}", kind, DocumentId(document), address, text, header)


GONE = st.sets(st.tuples(st.sampled_from(HitKind), st.integers(1, 4)).map(lambda of: f"{of[0]} {of[1]}"), max_size=3)
COMMITS = st.lists(st.tuples(GONE, st.lists(entry(), min_size=2, max_size=9)), min_size=1, max_size=4)

exact = st.builds(TermClause, st.just("exact"), st.sampled_from(FORMS))
stem = st.builds(TermClause, st.just("stem"), st.sampled_from(STEMS))
ALIKE = st.one_of(
    st.builds(PrefixClause, st.just("exact"), st.sampled_from(["n", "note", "α", "x", "acts"])),
    st.builds(
        PatternClause, st.just("exact"), st.sampled_from(["n*e", "a?t*", "*s", "??", "*ot*", "n?te?", "*χ*", "?*?"])
    ),
    st.builds(
        FuzzyClause, st.just("exact"), st.sampled_from(["nose", "ac", "αρχη", "notesd", "of"]), st.integers(1, 2)
    ),
)
ONE = exact | stem | ALIKE
PLACED = st.lists(ONE | st.lists(ONE, min_size=2, max_size=2).map(AlternativesClause), min_size=2, max_size=3).map(
    SequenceClause
)
WORDED = st.one_of(
    exact,
    stem,
    PLACED,
    st.builds(NearClause, ONE | PLACED, ONE, st.integers(1, 6)),
    st.lists(exact | stem, min_size=1, max_size=3).map(BestClause),
)
STEPS = st.sampled_from([0.5, 100.0])
LEAVES = st.one_of(
    WORDED,
    ALIKE,
    st.builds(TermClause, st.just("accented"), st.sampled_from(["noté", "αρχέσ"])),
    st.builds(TermClause, st.just("fact"), st.sampled_from(FACTS)),
    st.builds(PrefixClause, st.just("fact"), st.sampled_from(["lang ", "in p"])),
    st.builds(RangeClause, st.just("document"), st.integers(1, 2), st.integers(2, 4)),
    st.builds(SteppedClause, WORDED, STEPS),
    st.builds(InRowClause, PLACED, STEPS),
    st.just(AndClause(())),
)


def joined(parts: Any) -> Any:
    some = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        some.map(AndClause),
        some.map(OrClause),
        st.builds(MaybeClause, parts, parts),
        st.builds(FlatClause, parts, STEPS),
        st.builds(NotClause, parts),
    )


CLAUSES = st.recursive(LEAVES, joined, max_leaves=6)


@dataclass
class ReadEntry:
    """An entry as a reader has it: the terms at each position of its words, and those without one."""

    entry: IndexEntry
    is_deleted: bool = False

    def __post_init__(self) -> None:
        words = [form for _, _, form in forms(self.entry.text, self.entry.header.language)]
        self.words: dict[str, list[tuple[str, ...]]] = {
            "exact": [(form.exact,) for form in words],
            "stem": [form.stems for form in words],
        }
        self.sets = {"fact": facts(self.entry), "accented": {form.accented for form in words if form.accented}}

    def count(self, field: str, term: str) -> int:
        if field in self.words:
            return sum(term in terms for terms in self.words[field])
        return int(term in self.sets.get(field, ()))

    def length(self, field: str) -> int:
        return sum(map(len, self.words[field]))


class Reader:
    """Reads all entries of an index for each clause."""

    def __init__(self, segments: list[list[ReadEntry]]) -> None:
        self.entries = [entry for segment in segments for entry in segment]

    def bm25(self, entry: ReadEntry, field: str, term: str) -> float:
        size = len(self.entries)
        rarity = math.log(size / (sum(other.count(field, term) > 0 for other in self.entries) + 1)) + 1
        average = sum(other.length(field) for other in self.entries) / size or 1.0
        length = LENGTHS[length_bytes(np.array([entry.length(field)]))[0]]
        count = entry.count(field, term)
        return float(rarity * 2.2 * count / (count + 1.2 * (0.25 + 0.75 * length / average)))

    def score(self, clause: Clause, entry: ReadEntry) -> float | None:
        """The score of an entry; None if the clause does not match it."""
        match clause:
            case InRowClause(part, score) | FlatClause(part, score):
                return score if self.score(part, entry) is not None else None
            case TermClause("exact" | "stem" as field, text):
                return self.bm25(entry, field, text) if entry.count(field, text) else None
            case TermClause(field, text):
                return 1.0 if entry.count(field, text) else None
            case PrefixClause("fact", text):
                return 1.0 if any(fact.startswith(text) for fact in entry.sets["fact"]) else None
            case PrefixClause() | PatternClause() | FuzzyClause():
                return 1.0 if any(True for _ in self.runs(clause, entry)) else None
            case SequenceClause(parts):
                return self.total(parts, entry) if any(True for _ in self.runs(clause, entry)) else None
            case NearClause(left, right, distance):
                first, second = list(self.runs(left, entry)), list(self.runs(right, entry))
                near = any(0 < b - a[1] <= distance or 0 < a[0] - d <= distance for a in first for b, d in second)
                return self.total((left, right), entry) if near else None
            case RangeClause(_, low, high):
                return 1.0 if low <= entry.entry.document <= high else None
            case NotClause(part):
                return 0.0 if self.score(part, entry) is None else None
            case AndClause(parts):
                return None if any(self.score(part, entry) is None for part in parts) else self.total(parts, entry)
            case BestClause(parts):
                return max((held for part in parts if (held := self.score(part, entry)) is not None), default=None)
            case OrClause(parts):
                return None if all(self.score(part, entry) is None for part in parts) else self.total(parts, entry)
            case MaybeClause(part, more):
                return None if self.score(part, entry) is None else self.total((part, more), entry)
            case SteppedClause(part, step):
                return None if (held := self.score(part, entry)) is None else held + step
        raise AssertionError(clause)

    def total(self, parts: Any, entry: ReadEntry) -> float:
        return sum(self.score(part, entry) or 0.0 for part in parts)

    def runs(self, clause: Clause, entry: ReadEntry) -> Iterator[tuple[int, int]]:
        """The first and last word of each match of a clause."""
        match clause:
            case SequenceClause((first, *rest)):
                for start, end in self.runs(first, entry):
                    ends = {end}
                    for part in rest:
                        ends = {last for begin, last in self.runs(part, entry) if begin - 1 in ends}
                    yield from ((start, last) for last in ends)
            case AlternativesClause(parts):
                for part in parts:
                    yield from self.runs(part, entry)
            case TermClause(field, _) | PrefixClause(field, _) | PatternClause(field, _) | FuzzyClause(field, _, _):
                for n, terms in enumerate(entry.words[field]):
                    if any(fits(term, clause) for term in terms):
                        yield n, n


def fits(term: str, clause: Clause) -> bool:
    match clause:
        case PrefixClause(_, text):
            return term.startswith(text)
        case PatternClause(_, text):
            return fnmatch.fnmatchcase(term, text)
        case FuzzyClause(_, text, edits):
            return bool(Levenshtein.distance(term, text) <= edits)
        case TermClause(_, text):
            return term == text
    raise AssertionError(clause)


def ours(index: Storage, clause: Clause) -> dict[int, float]:
    """All hits, by number, with their scores."""
    snapshot = index_segments.snapshot(index)
    found: dict[int, float] = {}
    base = 0
    search = TermStatistics(snapshot.leaves)
    for number, leaf in enumerate(snapshot.leaves):
        segment = SegmentSearch(search, leaf, number)
        entries = segment.find(clause).nonzero()[0]
        everywhere = clause.scores(segment, np.arange(leaf.size))
        assert not everywhere[~segment.find(clause)].any()
        entries = entries if leaf.alive is None else entries[leaf.alive[entries]]
        scores = clause.scores(segment, entries)
        found.update(zip((entries + base).tolist(), scores.tolist(), strict=True))
        base += leaf.size
    return found


def test_where_every_form_has_a_stem_a_word_is_found_by_its_stem_with_the_same_score(tmp_path: Path) -> None:
    index = index_segments.create(tmp_path / "index")
    texts = ["note", "notes", "noté acts", "Αρχές", "αρχη note", "12 notes", "act"]
    entries = [
        IndexEntry(f"paragraph {n}", HitKind.PARAGRAPH, DocumentId(n), Address(""), text, header)
        for n, (text, header) in enumerate((text, header) for text in texts for header in (GREEK, ENGLISH))
    ]
    index_segments.commit(index, [], entries)
    search = TermStatistics(index_segments.snapshot(index).leaves)
    every, some = (Compiler({"el", "en"}, search.holds, all_stemmed=stemmed) for stemmed in (False, True))
    for typed in ("note", "noté", "acted", "αρχές", "12", "absent"):
        word = WordQuery(typed, fold_word(typed), typed)
        assert ours(index, some.compile(word)) == pytest.approx(ours(index, every.compile(word)))


@given(COMMITS, st.lists(CLAUSES, min_size=4, max_size=10))
def test_hits_and_scores_are_those_of_reading_every_entry(commits: list[Any], clauses: list[Clause]) -> None:
    with tempfile.TemporaryDirectory() as name:
        index = index_segments.create(Path(name) / "index")
        segments: list[list[ReadEntry]] = []
        for gone, entries in commits:
            index_segments.commit(index, gone, entries)
            for known in (known for segment in segments for known in segment):
                known.is_deleted |= known.entry.group in gone
            segments.append([ReadEntry(entry) for entry in entries])
            segments = [segment for segment in segments if not all(known.is_deleted for known in segment)]
        reader = Reader(segments)
        for clause in [*clauses, *(OrClause(pair) for pair in pairwise(clauses))]:
            read = {n: reader.score(clause, known) for n, known in enumerate(reader.entries) if not known.is_deleted}
            right = {n: pytest.approx(score, rel=1e-9) for n, score in read.items() if score is not None}
            assert ours(index, clause) == right, clause
