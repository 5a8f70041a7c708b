"""Hits and scores compared with stock Whoosh: its own codec, its own searcher, the same entries, commits and deletions.

Where stock Whoosh is wrong or has no such query, what is right is worked out otherwise:

- ``Not`` lets a deleted entry through behind the last excluded one and
  adds 1 to every score within ``And``: what stock finds for the parts is put together here.
- ``Or`` of three or more reads ahead in a small index and loses scores: it is told not to.
- ``DisjunctionMax`` looks at the score of an entry further on: the same.
- A prefix, pattern or fuzzy term scores differently by how many terms it stands for: compared within
  ``ConstantScoreQuery``.
- None of these can stand in a ``Sequence`` or ``SpanNear``, nor a ``SpanNear`` within others: every text is read.
"""

import fnmatch
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein
from whoosh import query
from whoosh.query import spans

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.search import HitKind, IndexEntry
from delegate_desk.core.text import fold
from delegate_desk.search.engine import evaluator
from delegate_desk.search.engine.clause_matching import ConsecutiveWords, SearchRun, Stepped
from delegate_desk.search.engine.evaluator import SegmentSearch
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

exact = st.builds(query.Term, st.just("exact"), st.sampled_from(FORMS))
stem = st.builds(query.Term, st.just("stem"), st.sampled_from(STEMS))
TERMS = st.one_of(
    exact,
    stem,
    st.builds(query.Term, st.just("accented"), st.sampled_from(["noté", "αρχέσ"])),
    st.builds(query.Term, st.just("fact"), st.sampled_from(FACTS)),
    st.builds(query.Term, st.just("nowhere"), st.just("note")),
)
ALIKE = st.one_of(
    st.builds(query.Prefix, st.just("exact"), st.sampled_from(["n", "note", "α", "x", "acts"])),
    st.builds(
        query.Wildcard, st.just("exact"), st.sampled_from(["n*e", "a?t*", "*s", "??", "*ot*", "n?te?", "*χ*", "?*?"])
    ),
    st.builds(
        query.FuzzyTerm,
        st.just("exact"),
        st.sampled_from(["nose", "ac", "αρχη", "notesd", "of"]),
        maxdist=st.integers(1, 2),
        prefixlength=st.just(0),
    ),
)
PATTERNS = st.one_of(
    ALIKE,
    st.builds(query.Prefix, st.just("fact"), st.sampled_from(["lang ", "in p"])),
)
PLACED = st.one_of(
    st.builds(query.Phrase, st.just("exact"), st.lists(st.sampled_from(FORMS), min_size=2, max_size=3)),
    st.lists(exact, min_size=2, max_size=3).map(query.Sequence),
    st.lists(stem, min_size=2, max_size=3).map(query.Sequence),
    st.tuples(exact, st.tuples(exact, stem).map(query.Or), exact).map(query.Sequence),
)
LEAVES = st.one_of(TERMS, TERMS, PLACED, st.builds(query.ConstantScoreQuery, PATTERNS, st.just(0.25)))
STEPS = st.sampled_from([0.5, 100.0])


def union(parts: Any) -> Any:
    found = query.Or(parts)
    found.matcher_type = query.Or.DEFAULT_MATCHER
    return found


def joined(parts: Any) -> Any:
    some = st.lists(parts, min_size=1, max_size=3)
    pair = st.tuples(parts, parts)
    return st.one_of(
        some.map(query.And),
        some.map(union),
        pair.map(lambda two: query.AndMaybe(*two)),
        pair.map(lambda two: query.Require(*two)),
        st.builds(Stepped, parts, STEPS),
        st.builds(query.ConstantScoreQuery, parts, STEPS),
    )


SPANS = st.builds(
    spans.SpanNear,
    exact | st.builds(query.Phrase, st.just("exact"), st.lists(st.sampled_from(FORMS), min_size=2, max_size=2)),
    exact | stem | st.tuples(exact, exact).map(query.Or),
    st.integers(1, 4),
    st.just(False),
)
PARTS = st.recursive(LEAVES, joined, max_leaves=6)
QUERIES = PARTS | SPANS


def ours(index: Storage, asked: Any) -> dict[int, Any]:
    """All hits, by number, with their scores."""
    snapshot = whoosh_indexes.snapshot(index)
    found: dict[int, Any] = {}
    base = 0
    search = SearchRun(snapshot.leaves)
    for number, leaf in enumerate(snapshot.leaves):
        segment = SegmentSearch(search, leaf, number)
        entries = segment.match(asked).entries
        assert entries.tolist() == sorted(set(entries.tolist()))
        entries = entries if leaf.alive is None else entries[leaf.alive[entries]]
        assert segment.among(asked, entries).all()
        scores = entries * 0.0 + segment.scores(asked, entries)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(evaluator, "WORTH_A_TABLE", 0)
            again = entries * 0.0 + SegmentSearch(search, leaf, number).scores(asked, entries)
        assert again.tolist() == pytest.approx(scores.tolist())
        found.update(zip((entries + base).tolist(), scores.tolist(), strict=True))
        base += leaf.size
    return found


def stepped_matcher(stepped: Stepped, searcher: Any, context: Any = None) -> Any:
    """``Stepped`` as stock Whoosh would say it."""
    steps = query.ConstantScoreQuery(stepped.child, stepped.step)
    return query.Or([stepped.child, steps]).matcher(searcher, context)


def stock(index: Any, asked: Any) -> dict[int, Any]:
    found: dict[int, Any] = {}
    with index.searcher() as searcher, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stepped, "matcher", stepped_matcher)
        leaves = [(searcher, 0)] if searcher.is_atomic() else searcher.leaf_searchers()
        for leaf, base in leaves:
            matcher = asked.matcher(leaf, searcher.context())
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

    def read(self, holds: Callable[[list[str]], bool]) -> list[Any]:
        """What the texts that a rule holds for are, read one by one."""
        return sorted(
            (entry.kind, entry.document, entry.address) for entry in self.kept if holds(fold(entry.text).split())
        )

    def found(self, asked: Any) -> list[Any]:
        """The same for what our index finds."""
        keys = whoosh_indexes.keys(self.ours)
        return sorted(unpack_key(keys[number])[:3] for number in ours(self.ours, asked))


@settings(deadline=None, max_examples=40)
@given(COMMITS, st.lists(QUERIES, min_size=1, max_size=8))
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
            without = query.Not(unwanted)
            assert ours(both.ours, query.And([wanted, without])) == left
            assert list(ours(both.ours, without)) == [number for number in every if number not in gone]
            assert (
                ours(both.ours, query.And([wanted, query.Not(without)])).keys()
                == stock(both.stock, query.And([wanted, unwanted])).keys()
            )
            more = stock(both.stock, other)
            either = ours(both.ours, query.Or([other, without]))
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
            assert ours(both.ours, query.DisjunctionMax(parts)) == pytest.approx(right, rel=2e-7)


def fits(word: str, form: Any) -> bool:
    """Does a word of a text fit a query for one word?"""
    match form:
        case query.Term():
            return bool(word == form.text)
        case query.Prefix():
            return word.startswith(form.text)
        case query.Wildcard():
            return fnmatch.fnmatchcase(word, form.text)
        case query.FuzzyTerm():
            return bool(Levenshtein.distance(word, form.text) <= form.maxdist)
        case _:
            return any(fits(word, part) for part in form.subqueries)


FORM = st.recursive(
    exact | ALIKE,
    lambda parts: st.lists(parts, min_size=1, max_size=3).map(query.Or),
    max_leaves=3,
)


@settings(deadline=None, max_examples=40)
@given(COMMITS, st.lists(st.lists(FORM, min_size=2, max_size=3), min_size=1, max_size=6))
def test_words_begun_or_like_others_stand_one_behind_the_other(commits: list[Any], asked: list[list[Any]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        both = Both(Path(name), commits)
        for forms in asked:

            def holds(words: list[str], forms: list[Any] = forms) -> bool:
                runs = [words[n : n + len(forms)] for n in range(len(words) - len(forms) + 1)]
                return any(all(map(fits, run, forms)) for run in runs)

            assert both.found(query.Sequence(forms)) == both.read(holds), forms


@settings(deadline=None, max_examples=40)
@given(COMMITS, st.lists(st.tuples(FORM, FORM, st.integers(1, 30)), min_size=1, max_size=6))
def test_words_begun_or_like_others_stand_near_each_other(commits: list[Any], asked: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        both = Both(Path(name), commits)
        for left, right, distance in asked:

            def holds(words: list[str], left: Any = left, right: Any = right, most: int = distance) -> bool:
                first = [n for n, word in enumerate(words) if fits(word, left)]
                second = [n for n, word in enumerate(words) if fits(word, right)]
                return any(0 < abs(b - a) <= most for a in first for b in second)

            near = spans.SpanNear(left, right, slop=distance, ordered=False)
            assert both.found(near) == both.read(holds), near
            within = query.And([near, query.Or([near, query.Term("exact", "absent")])])
            assert both.found(within) == both.read(holds)


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

            scores = ours(
                both.ours, query.AndMaybe(query.Every(boost=0.0), ConsecutiveWords(words, begun=begun, score=8.0))
            )
            keys = whoosh_indexes.keys(both.ours)
            found = [keys[number] for number, score in scores.items() if score]
            assert sorted(unpack_key(key)[:3] for key in found) == both.read(holds)
