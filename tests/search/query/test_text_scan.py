import datetime
import itertools
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import DocumentId, Header
from delegate_desk.core.search import IndexEntry
from delegate_desk.search.engine.results import IndexAnswer, Match
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query.query import parse
from delegate_desk.search.query.text_matching import scan
from support.index_entries import ENGLISH, GREEK, note, paragraph

LONG = 60.0


def found(entries: Sequence[IndexEntry], typed: str, *, typing: bool = False) -> IndexAnswer:
    return scan(entries, parse(typed, typing=typing), None, seconds=LONG)


ENTRIES = [
    paragraph("Η κρυπτογράφηση των στοιχείων", "para_1", 1, GREEK),
    paragraph("quiet hours for ships at berth", "para_1", 2, ENGLISH),
    paragraph("ships keep quiet", "para_2", 2, ENGLISH),
    note("ask about ships", header=ENGLISH, document=DocumentId(2)),
]


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("ships", 3),
        ("ship quiet", 2),
        ("ships -quiet", 1),
        ('"quiet hours"', 1),
        ('"hours quiet"', 0),
        ("κρυπτογραφησεις", 1),
        ("κρυπτο*", 1),
        ("qui*", 2),
        ("ships lang:el", 0),
        ("lang:el", 1),
        ("marking:limite quiet", 2),
        ("in:notes ships", 1),
        ("after:2026 quiet", 2),
        ("before:2020 quiet", 0),
        ("ref:12862/19 OR berth", 2),
        ("nothing", 0),
        ("", 0),
    ],
)
def test_texts_answer_as_the_index_would(typed: str, hits: int) -> None:
    assert found(ENTRIES, typed).total == hits


def test_what_is_counted_is_told_by_facet() -> None:
    facets = found(ENTRIES, "ships").facets
    assert facets["language"] == {"en": 3}
    assert facets["kind"] == {"paragraph": 2, "annotation": 1}
    assert facets["year"] == {"2026": 3}


def test_the_first_hits_are_those_of_the_first_entries() -> None:
    answer = scan(ENTRIES, parse("ships"), 2, seconds=LONG)
    assert answer.total == 3
    assert [match.address for match in answer.matches] == ["para_1", "para_2"]


def test_the_same_words_in_two_revisions_are_one_hit() -> None:
    older = replace(ENGLISH, reference=references.parse_reference("7001/26"), date=datetime.date(2026, 2, 1))
    answer = found(
        [paragraph("Quiet ships", "para_1", 1, older), paragraph("quiet SHIPS", "para_3", 2, ENGLISH)], "ships"
    )
    assert answer.total == 1
    (match,) = answer.matches
    assert (match.document, match.address, match.revisions) == (2, "para_3", ((1, "para_1"),))
    assert answer.facets["year"] == {"2026": 1}


def test_what_stands_twice_in_a_document_is_two_hits() -> None:
    older = replace(ENGLISH, reference=references.parse_reference("7001/26"), date=datetime.date(2026, 2, 1))
    texts = [("para_1", 1, older), ("para_2", 1, older), ("para_1", 2, ENGLISH), ("para_2", 2, ENGLISH)]
    entries = [paragraph("quiet ships", address, document, header) for address, document, header in texts]
    assert [match.revisions for match in found(entries, "ships").matches] == [((1, "para_1"),), ((1, "para_2"),)]


def test_a_look_ends_when_time_runs_out() -> None:
    answer = scan(itertools.repeat(ENTRIES[1]), parse("absent"), seconds=0.01)
    assert (answer.total, answer.cut) == (0, True)


def test_a_look_ends_when_it_is_stopped() -> None:
    answer = scan(itertools.repeat(ENTRIES[1]), parse("ships"), seconds=LONG, stopped=lambda: True)
    assert answer.cut


def test_a_long_document_of_hits_is_looked_through_in_time() -> None:
    many = [paragraph(f"ships {n} {'at berth ' * (n % 40)}", f"para_{n}", 1, ENGLISH) for n in range(1500)]
    answer = scan(many, parse("ships"), None, seconds=5.0)
    assert answer.total == 1500
    assert not answer.cut


# The same as the index

HEADERS = [
    GREEK,
    ENGLISH,
    replace(ENGLISH, reference=references.parse_reference("7001/26"), date=datetime.date(2025, 12, 1), marking=None),
    replace(ENGLISH, reference=None, date=None),
    Header("fr", references.parse_reference("9001/24"), date=datetime.date(2024, 1, 31), document_type="note"),
]
WORDS = (
    "ship ships shipping port ports quiet noise noisy accord l'accord d'accord notes règlement reglement "
    "κανονισμός κανονισμών κανονισμο 2019 12 a"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
FIELDS = [
    "lang:el", "lang:en|fr", "marking:limite", "after:2025", "before:2026", "ref:7001/26", "type:note", "in:text",
    "from:secretariat", "code:TRANS", "file:2022/0155",
]  # fmt: skip
LEAVES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: f"{word[:3]}*"),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(FIELDS),
    st.tuples(st.sampled_from(WORDS), st.integers(1, 4), st.sampled_from(WORDS)).map(
        lambda near: f"{near[0]} NEAR/{near[1]} {near[2]}"
    ),
    st.sampled_from(WORDS).map(lambda word: f"{word}~"),
    st.sampled_from(WORDS).map(lambda word: f"{word[0]}*{word[-1]}"),
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda two: f"({two[0]}) OR ({two[1]})"),
        inner.map(lambda one: f"-({one})"),
    ),
    max_leaves=5,
)


def key(match: Match) -> tuple[object, ...]:
    return (match.kind, match.document, match.address, match.annotation, match.revisions)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("indexes")


@given(
    st.lists(st.tuples(st.integers(0, len(HEADERS) - 1), TEXTS), max_size=12),
    st.lists(QUERIES, min_size=1, max_size=6),
    st.booleans(),
)
def test_a_look_through_the_texts_finds_what_the_index_finds(
    folder: Path, texts: list[tuple[int, str]], queries: list[str], typing: bool
) -> None:
    entries = [
        paragraph(text, f"para_{n}", number + 1, HEADERS[number]) for n, (number, text) in enumerate(texts) if text
    ]
    index = SearchIndex(folder / "index", "a library")
    index.reset()
    index.update(1, (), sorted(entries, key=lambda entry: entry.document))
    for typed in queries:
        asked = parse(typed, typing=typing)
        scanned, indexed = scan(entries, asked, None, seconds=LONG), index.find(asked, None)
        assert {key(match) for match in scanned.matches} == {key(match) for match in indexed.matches}, typed
        assert scanned.total == indexed.total
    index.close()
