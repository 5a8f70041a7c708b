"""Hits and scores compared with stock Whoosh: its own codec, its own searcher, the same entries, commits and deletions.

Where stock Whoosh is wrong or has no such query, what is right is worked out otherwise:

- ``Not`` lets a deleted entry through behind the last excluded one and
  adds 1 to every score within ``And``: what stock finds for the parts is put together here.
- ``Or`` of three or more reads ahead in a small index and loses scores: it is told not to.
- ``DisjunctionMax`` looks at the score of an entry further on: the same.
- A prefix, pattern or fuzzy term scores differently by how many terms it stands for: compared within
  ``ConstantScoreQuery``; in phrases and ``NEAR`` they are compared with the texts, in ``test_evaluator``.
"""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.query import spans

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.text import fold
from delegate_desk.search.engine.clauses import (
    AndClause,
    BestClause,
    Clause,
    EveryClause,
    FlatClause,
    FuzzyClause,
    InRowClause,
    MaybeClause,
    NearClause,
    NotClause,
    OrClause,
    PatternClause,
    PrefixClause,
    SearchRun,
    SegmentSearch,
    SequenceClause,
    SteppedClause,
    TermClause,
)
from delegate_desk.search.engine.index_folder import Storage
from delegate_desk.search.engine.schema import unpack_key
from support import whoosh_indexes
from support.index_entries import ENGLISH, GREEK

WORDS = ["note", "notes", "noté", "noted", "act", "acts", "αρχές", "αρχή", "of"]
FORMS = ["note", "notes", "noted", "act", "acts", "αρχεσ", "αρχη", "of", "absent"]
STEMS = ["en note", "el αρχ", "en act", "en absent"]
FACTS = ["lang el", "lang en", "at art_5", "in position", "in paragraph", "type note"]


@st.composite
def entry(draw: st.DrawFn) -> IndexEntry:
    kind = draw(st.sampled_from(HitKind))
    document = draw(st.integers(1, 4))
    address = Address(draw(st.sampled_from(["", "art_5", "para_1"])))
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=12)))
    return IndexEntry(
        f"{kind} {document}", kind, DocumentId(document), address, text, draw(st.sampled_from([GREEK, ENGLISH]))
    )


GONE = st.sets(st.tuples(st.sampled_from(HitKind), st.integers(1, 4)), max_size=3)
COMMITS = st.lists(st.tuples(GONE, st.lists(entry(), max_size=9)), min_size=1, max_size=4)

exact = st.builds(TermClause, st.just("exact"), st.sampled_from(FORMS))
stem = st.builds(TermClause, st.just("stem"), st.sampled_from(STEMS))
PLAIN_TERMS = st.one_of(
    st.builds(TermClause, st.just("accented"), st.sampled_from(["noté", "αρχέσ"])),
    st.builds(TermClause, st.just("fact"), st.sampled_from(FACTS)),
    st.builds(TermClause, st.just("nowhere"), st.just("note")),
)
PATTERNS = st.one_of(
    st.builds(PrefixClause, st.just("exact"), st.sampled_from(["n", "note", "α", "x", "acts"])),
    st.builds(
        PatternClause, st.just("exact"), st.sampled_from(["n*e", "a?t*", "*s", "??", "*ot*", "n?te?", "*χ*", "?*?"])
    ),
    st.builds(
        FuzzyClause, st.just("exact"), st.sampled_from(["nose", "ac", "αρχη", "notesd", "of"]), st.integers(1, 2)
    ),
    st.builds(PrefixClause, st.just("fact"), st.sampled_from(["lang ", "in p"])),
)
PLACED = st.one_of(
    st.lists(exact, min_size=2, max_size=3).map(SequenceClause),
    st.lists(stem, min_size=2, max_size=3).map(SequenceClause),
    st.tuples(exact, st.tuples(exact, stem).map(OrClause), exact).map(SequenceClause),
)
STEPS = st.sampled_from([0.5, 100.0])
WORDED = exact | stem | PLACED
LEAVES = st.one_of(
    WORDED,
    PLAIN_TERMS,
    st.builds(FlatClause, PATTERNS, st.just(0.25)),
    st.builds(SteppedClause, WORDED, STEPS),
)


def joined(parts: Any) -> Any:
    some = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        some.map(AndClause),
        some.map(OrClause),
        st.builds(MaybeClause, parts, parts),
        st.builds(FlatClause, parts, STEPS),
    )


NEAR = st.builds(
    NearClause,
    exact | st.lists(exact, min_size=2, max_size=2).map(SequenceClause),
    exact | stem | st.tuples(exact, exact).map(OrClause),
    st.integers(1, 4),
)
PARTS = st.recursive(LEAVES, joined, max_leaves=6)


def ours(index: Storage, asked: Clause) -> dict[int, Any]:
    """All hits, by number, with their scores."""
    snapshot = whoosh_indexes.snapshot(index)
    found: dict[int, Any] = {}
    base = 0
    search = SearchRun(snapshot.leaves)
    for number, leaf in enumerate(snapshot.leaves):
        segment = SegmentSearch(search, leaf, number)
        entries = segment.find(asked).entries
        assert entries.tolist() == sorted(set(entries.tolist()))
        entries = entries if leaf.alive is None else entries[leaf.alive[entries]]
        assert segment.among(asked, entries).all()
        scores = entries * 0.0 + segment.scores(asked, entries)
        found.update(zip((entries + base).tolist(), scores.tolist(), strict=True))
        base += leaf.size
    return found


def translated(clause: Clause) -> Any:
    """A clause as a query of Whoosh's."""
    match clause:
        case TermClause(field, text):
            return query.Term(field, text)
        case PrefixClause(field, text):
            return query.Prefix(field, text)
        case PatternClause(field, text):
            return query.Wildcard(field, text)
        case FuzzyClause(field, text, edits):
            return query.FuzzyTerm(field, text, maxdist=edits, prefixlength=0)
        case SequenceClause(parts):
            return query.Sequence(list(map(translated, parts)))
        case NearClause(left, right, distance):
            return spans.SpanNear(translated(left), translated(right), slop=distance, ordered=False)
        case AndClause(parts):
            return query.And(list(map(translated, parts)))
        case OrClause(parts):
            return union(list(map(translated, parts)))
        case MaybeClause(part, more):
            return query.AndMaybe(translated(part), translated(more))
        case FlatClause(part, score):
            return query.ConstantScoreQuery(translated(part), score)
        case SteppedClause(part, step):
            return union([translated(part), query.ConstantScoreQuery(translated(part), step)])
    raise AssertionError(clause)


def union(parts: list[Any]) -> Any:
    found = query.Or(parts)
    found.matcher_type = query.Or.DEFAULT_MATCHER
    return found


def stock(index: Any, asked: Clause) -> dict[int, Any]:
    found: dict[int, Any] = {}
    with index.searcher() as searcher:
        leaves = [(searcher, 0)] if searcher.is_atomic() else searcher.leaf_searchers()
        for leaf, base in leaves:
            matcher = translated(asked).matcher(leaf, searcher.context())
            while matcher.is_active():
                found[base + matcher.id()] = pytest.approx(matcher.score(), rel=2e-7)
                matcher.next()
    return found


class Both:
    """The same entries in our index and in a stock one."""

    def __init__(self, folder: Path, commits: list[Any]) -> None:
        self.ours, self.stock = whoosh_indexes.create(folder / "ours"), whoosh_indexes.create_stock(folder / "stock")
        self.kept: list[IndexEntry] = []
        for gone, entries in commits:
            groups = [f"{kind} {document}" for kind, document in gone]
            whoosh_indexes.commit(self.ours, groups, entries)
            whoosh_indexes.stock_commit(self.stock, groups, entries)
            self.kept = [*(entry for entry in self.kept if entry.group not in groups), *entries]


@settings(deadline=None, max_examples=40)
@given(COMMITS, st.lists(PARTS | NEAR, min_size=1, max_size=8))
def test_hits_and_scores_are_those_of_stock_whoosh(commits: list[Any], asked: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        both = Both(Path(name), commits)
        for one in asked:
            assert ours(both.ours, one) == stock(both.stock, one), one


@settings(deadline=None, max_examples=30)
@given(COMMITS, st.lists(st.tuples(PARTS, PARTS, PARTS), min_size=1, max_size=4))
def test_what_is_excluded_is_excluded_whatever_stock_whoosh_does(commits: list[Any], asked: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        both = Both(Path(name), commits)
        with both.stock.reader() as reader:
            every = list(reader.all_doc_ids())
        for wanted, unwanted, other in asked:
            gone = stock(both.stock, unwanted)
            left = {number: score for number, score in stock(both.stock, wanted).items() if number not in gone}
            without = NotClause(unwanted)
            assert ours(both.ours, AndClause([wanted, without])) == left
            assert list(ours(both.ours, without)) == [number for number in every if number not in gone]
            assert (
                ours(both.ours, AndClause([wanted, NotClause(without)])).keys()
                == stock(both.stock, AndClause([wanted, unwanted])).keys()
            )
            more = stock(both.stock, other)
            either = ours(both.ours, OrClause([other, without]))
            assert list(either) == [number for number in every if number in more or number not in gone]


@settings(deadline=None, max_examples=30)
@given(COMMITS, st.lists(st.lists(LEAVES, min_size=1, max_size=3), min_size=1, max_size=4))
def test_the_best_of_several_parts_counts(commits: list[Any], asked: list[list[Any]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        both = Both(Path(name), commits)
        for parts in asked:
            right: dict[int, float] = {}
            for part in parts:
                for number, score in stock(both.stock, part).items():
                    right[number] = max(right.get(number, 0.0), score.expected)
            assert ours(both.ours, BestClause(parts)) == pytest.approx(right, rel=2e-7)


@settings(deadline=None, max_examples=40)
@given(
    COMMITS, st.lists(st.tuples(st.lists(st.sampled_from(FORMS), min_size=2, max_size=3), st.booleans()), max_size=6)
)
def test_words_in_a_row_are_worth_more(commits: list[Any], asked: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        both = Both(Path(name), commits)
        for words, begun in asked:

            def holds(text: list[str], words: list[str] = words, begun: bool = begun) -> bool:
                runs = [text[n : n + len(words)] for n in range(len(text) - len(words) + 1)]
                *first, last = words
                return any(
                    run[:-1] == first and (run[-1].startswith(last) if begun else run[-1] == last) for run in runs
                )

            *first, last = (TermClause("exact", word) for word in words)
            row = SequenceClause([*first, PrefixClause("exact", last.text) if begun else last])
            scores = ours(both.ours, MaybeClause(EveryClause(), InRowClause(row, 8.0)))
            keys = [unpack_key(key)[:3] for key in whoosh_indexes.keys(both.ours)]
            found = sorted(keys[number] for number, score in scores.items() if score)
            right = [(one.kind, one.document, one.address) for one in both.kept if holds(fold(one.text).split())]
            assert found == sorted(right)
