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
from delegate_desk.search.engine import segment_reader
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
from delegate_desk.search.engine.index_terms import FieldInterpretation, facts
from delegate_desk.search.engine.query_compiler import Compiler
from delegate_desk.search.engine.segment_builder import LENGTHS, length_bytes
from delegate_desk.search.engine.segment_reader import Runs, consecutive
from delegate_desk.search.query.nodes import (
    AllOf,
    Either,
    FieldFilter,
    Near,
    Node,
    Not,
    PhraseQuery,
    Wildcard,
    WordQuery,
)
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
    search = TermStatistics(snapshot.readers)
    for number, reader in enumerate(snapshot.readers):
        segment = SegmentSearch(search, reader, number)
        entries = segment.find(clause).nonzero()[0]
        everywhere = clause.scores(segment, np.arange(reader.size))
        assert not everywhere[~segment.find(clause)].any()
        entries = entries if reader.alive is None else entries[reader.alive[entries]]
        scores = clause.scores(segment, entries)
        found.update(zip((entries + base).tolist(), scores.tolist(), strict=True))
        base += reader.size
    return found


def test_where_every_form_has_a_stem_a_word_is_found_by_its_stem_with_the_same_score(tmp_path: Path) -> None:
    index = index_segments.create(tmp_path / "index")
    texts = ["note", "notes", "noté acts", "Αρχές", "αρχη note", "12 notes", "act"]
    entries = [
        IndexEntry(f"paragraph {n}", HitKind.PARAGRAPH, DocumentId(n), Address(""), text, header)
        for n, (text, header) in enumerate((text, header) for text in texts for header in (GREEK, ENGLISH))
    ]
    index_segments.commit(index, [], entries)
    search = TermStatistics(index_segments.snapshot(index).readers)
    every, some = (Compiler({"el", "en"}, search.holds, all_stemmed=stemmed) for stemmed in (False, True))
    for typed in ("note", "noté", "acted", "αρχές", "12", "absent"):
        word = WordQuery(typed, fold_word(typed), typed)
        assert ours(index, some.compile(word)) == pytest.approx(ours(index, every.compile(word)))


@given(
    st.lists(st.tuples(st.lists(st.integers(0, 30)), st.booleans()), min_size=1, max_size=4), st.sampled_from([0, 99])
)
def test_parts_in_a_row_are_found_by_searching_and_by_flags(parts: list[tuple[list[int], bool]], many: int) -> None:
    runs = [
        Runs(np.array(sorted(set(places)) if ordered else places, np.intp), 2, is_ordered=ordered)
        for places, ordered in parts
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segment_reader, "_MANY", many)
        found = consecutive(runs)
    right = {at for at in parts[0][0] if all(at + 2 * n in places for n, (places, _) in enumerate(parts))}
    assert (set(found.places.tolist()), found.word_count) == (right, 2 * len(parts))


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


def word(typed: str, exact: str | None = None, **more: Any) -> WordQuery:
    return WordQuery(typed, exact or typed, typed, **{"stemmed": False, **more})


def filtered(field: str, *facts: str, prefix: bool = False) -> FieldFilter:
    return FieldFilter(
        field, FieldInterpretation(("value",), ("value",), tuple((fact,) for fact in facts), prefix=prefix)
    )


def term(text: str, field: str = "exact") -> TermClause:
    return TermClause(field, text)


compiler = Compiler({"en", "fr"}, lambda _field, _term: True)
A, AB = term("a"), SequenceClause([term("a"), term("b")])
LOOSE = AlternativesClause([A, term("en a", "stem"), term("fr a", "stem")])
PLAIN, STEMMED = word("a"), word("a", stemmed=True)
WHOLE = PhraseQuery((PLAIN, word("b")))
SOUGHT: dict[str, tuple[Node, Clause]] = {
    "a word": (PLAIN, SteppedClause(A, 10_000.0)),
    "an accented word and its beginning": (
        word("à", "a", prefix=True),
        OrClause([
            SteppedClause(A, 10_000.0), FlatClause(term("à", "accented"), 1_000_000.0),
            PrefixClause("exact", "a", 0.01),
        ]),
    ),
    "a phrase": (WHOLE, SteppedClause(AB, 20_000.0)),
    "a phrase and its beginning": (
        PhraseQuery((PLAIN, word("b", prefix=True))),
        SteppedClause(SequenceClause([A, PrefixClause("exact", "b")]), 20_000.0),
    ),
    "a phrase of stems": (
        PhraseQuery((STEMMED, STEMMED)),
        OrClause([
            SteppedClause(SequenceClause([A, A]), 20_000.0), SteppedClause(SequenceClause([LOOSE, LOOSE]), 200.0),
        ]),
    ),
    "a word near a gap": (
        Near(PLAIN, Wildcard("b*c", "b*c"), 5), SteppedClause(NearClause(A, PatternClause("exact", "b*c"), 5), 200.0),
    ),
    "a phrase near a word": (Near(WHOLE, word("c"), 2), SteppedClause(NearClause(AB, term("c"), 2), 20_000.0)),
    "a field": (filtered("code", "code jai"), FlatClause(term("code jai", "fact"), 0.0)),
    "the beginning of a field": (
        filtered("code", "code ja", prefix=True), FlatClause(PrefixClause("fact", "code ja"), 0.0),
    ),
    "a date": (
        FieldFilter("after", FieldInterpretation((), (), first=20190601)),
        FlatClause(RangeClause("edition", 20190601000, 99999999999), 0.0),
    ),
    "a field with several terms": (
        FieldFilter("from", FieldInterpretation((), (), (("from a", "from b"), ("from c",)))),
        FlatClause(
            OrClause([AndClause([term("from a", "fact"), term("from b", "fact")]), term("from c", "fact")]), 0.0
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("node", "clause"), SOUGHT.values(), ids=SOUGHT)
def test_a_part_of_a_query_is_a_clause(node: Node, clause: Clause) -> None:
    assert repr(compiler.compile(node)) == repr(clause)


def test_a_word_scores_by_form_then_stem_then_beginning_then_spelling() -> None:
    exact, stem, begun = parts(compiler.compile(word("notes", stemmed=True, prefix=True)))
    assert {term.text for term in parts(stem.part)} == {"en note", "fr not"}
    almost = parts(compiler.compile(word("notes", edits=2)))[1]
    assert (almost.text, almost.edits) == ("notes", 2)
    assert 0 < 5 * almost.score < begun.score < stem.step < exact.step


def parts(clause: Any) -> Any:
    return clause.parts


def test_what_a_facet_offers_stands_apart_where_it_narrows_the_whole() -> None:
    narrowing: list[Node] = [
        filtered("lang", "lang el", "lang fr"),
        filtered("type", "type note"),
        filtered("in", "in annotation"),
        filtered("file", "file 2022/0155"),
    ]
    others: list[Node] = [
        filtered("kind", "kind question"),
        Not(filtered("lang", "lang en")),
        Either((filtered("code", "code jai"), word("a"))),
        filtered("ref", "number 7"),
    ]
    plan = compiler.plan(AllOf((*narrowing, *others)))
    assert set(plan.filters) == {"language", "document_type", "kind", "dossier"}
    assert isinstance(plan.main, MaybeClause)
    assert len(parts(plan.main.part)) == len(others)
    assert set(compiler.plan(filtered("lang", "lang el")).filters) == {"language"}


def test_a_word_in_the_title_adds_less_than_a_step() -> None:
    plan = compiler.plan(AllOf((word("notes", stemmed=True), Not(word("act")))))
    assert isinstance(plan.main, MaybeClause)
    title, heading = parts(plan.main.more)
    assert repr(heading.part) == repr(term("heading", "fact"))
    assert {clause.text for clause in parts(title.part)} == {"= notes", "en note", "fr not"}
    assert 0 < title.score + heading.score < 100.0


def test_titles_are_asked_for_words_and_narrowed_by_fields() -> None:
    asked = compiler.title(
        AllOf(
            (word("a", prefix=True), PhraseQuery((word("b"), word("c"))), filtered("lang", "lang el"), Not(word("d")))
        )
    )
    assert repr(asked) == repr(
        AndClause(
            [
                PrefixClause("title", "= a"),
                AndClause([term("= b", "title"), term("= c", "title")]),
                FlatClause(term("lang el", "fact"), 0.0),
                NotClause(term("= d", "title")),
            ]
        )
    )
    assert compiler.title(filtered("lang", "lang el")) is None
    assert compiler.title(Not(word("a"))) is None


def test_what_stands_nowhere_is_left_out_where_more_is_asked() -> None:
    held = {("exact", "notes"), ("stem", "en note"), ("title", "en note")}
    some = Compiler({"en", "fr"}, lambda field, term: (field, term) in held)
    note = term("en note", "stem")
    assert repr(some.compile(word("note", stemmed=True))) == repr(SteppedClause(note, 100.0))
    assert repr(some.compile(word("act", stemmed=True))) == repr(OrClause([]))
    plan = some.plan(word("notes", stemmed=True))
    assert isinstance(plan.main, MaybeClause)
    assert repr(parts(plan.main.more)[0].part) == repr(term("en note", "title"))
    loose = some.compile(PhraseQuery((word("note", stemmed=True), word("notes", stemmed=True))))
    assert repr(loose) == repr(SteppedClause(SequenceClause([note, AlternativesClause([term("notes"), note])]), 200.0))
