"""Search, compared with reading every text: the index must match a query exactly."""

import datetime
import fnmatch
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.search import HitKind, IndexEntry, Sort
from delegate_desk.search.engine.analysis import WordForm, forms, stems
from delegate_desk.search.index import SearchIndex
from delegate_desk.search.query.nodes import (
    AllOf,
    Either,
    FieldFilter,
    Near,
    Node,
    Not,
    PhraseQuery,
    Text,
    TranslatedWords,
    Wildcard,
    WordQuery,
)
from delegate_desk.search.query.query import parse
from support.index_entries import ENGLISH, GREEK, note, paragraph

TEXTS = [
    paragraph("Οι δράστες προσφεύγουν στην κρυπτογράφηση, λένε οι αρχές.", "para_3"),
    paragraph("Η διατήρηση των στοιχείων βοηθά τις έρευνες· η Eurojust και η Ευρωπόλ επίσης.", "para_10"),
    paragraph("Μέθοδοι ερευνών σύμφωνα με τις ΑΡΧΕΣ του Χάρτη (bulletproof hosting).", "para_11"),
    paragraph("Των στοιχείων η διατήρηση, χωρίς κρυπτογραφήσεις· Eurojust.", "para_19"),
    paragraph("The library shall keep no record for long: co-operation in 2019-2020.", "art_5__para_2", 2, ENGLISH),
    paragraph("Member States shall cooperate; records are kept by libraries under point 5(2)(a).", "rec_5", 2, ENGLISH),
    note("Ask the Commission about proportionality 2-9", annotation_kind="question", tags=("data",)),
]  # fmt: skip


@pytest.fixture
def filled(index: SearchIndex) -> SearchIndex:
    index.update(1, (), TEXTS)
    return index


def found(index: SearchIndex, text: str, sort: Sort = Sort.RELEVANCE) -> list[str]:
    """Addresses of the hits; of a note its kind."""
    answer = index.find(parse(text), None, sort)
    assert answer.total == len(answer.matches)
    return [m.address if m.kind is HitKind.PARAGRAPH else str(m.kind) for m in answer.matches]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("κρυπτογράφηση", {"para_3", "para_19"}),
        ("ΚΡΥΠΤΟΓΡΑΦΗΣΗΣ", {"para_3", "para_19"}),
        ("αρχεσ", {"para_3", "para_11"}),
        ("έρευνα", {"para_10", "para_11"}),
        ('"διατήρηση των στοιχείων"', {"para_10"}),
        ("«των στοιχειων»", {"para_10", "para_19"}),
        ('"ερευνα"', set()),
        ('"διατήρηση των στοι*"', {"para_10"}),
        ("Eurojust", {"para_10", "para_19"}),
        ("Eurojust -Ευρωπόλ", {"para_19"}),
        ("NOT Eurojust lang:el in:text", {"para_3", "para_11"}),
        ("Ευρωπόλ OR bulletproof", {"para_10", "para_11"}),
        ("(Eurojust OR αρχές) διατήρηση", {"para_10", "para_19"}),
        ("κρυπτ* -κρυπτογράφηση", set()),
        ("co-operation", {"art_5__para_2"}),
        ("2019-2020", {"art_5__para_2"}),
        ("5(2)(a)", {"rec_5"}),
        ("library", {"art_5__para_2", "rec_5"}),
        ("in:notes 2-9", {"annotation"}),
        ("kind:question tag:data", {"annotation"}),
        ("in:text proportionality", set()),
        ("ref:12862/19 -in:notes", {"para_3", "para_10", "para_11", "para_19"}),
        ("art:5", {"art_5__para_2"}),
        ("recital:5", {"rec_5"}),
        ("after:2020", {"art_5__para_2", "rec_5"}),
        ("before:2020 Eurojust", {"para_10", "para_19"}),
        ("code:TR*", {"art_5__para_2", "rec_5"}),
        ("from:presidency bulletproof", {"para_11"}),
        ("lang:xx", set()),
        ("", set()),
        ("-", set()),
    ],
)
def test_a_query_finds_what_it_says(filled: SearchIndex, text: str, addresses: set[str]) -> None:
    assert set(found(filled, text)) == addresses


def test_the_same_accents_rank_above_others_above_another_ending_above_a_longer_word(index: SearchIndex) -> None:
    texts = ["Αρχεία " * 3, "αρχών " * 40, "αρχες " * 40, "Τελικώς, μετά από πολλές άλλες λέξεις, αρχές"]
    index.update(1, (), [paragraph(text, f"para_{n}") for n, text in enumerate(texts)])
    ranked = index.find(parse("αρχές*"), None).matches
    assert [m.address for m in ranked] == ["para_3", "para_2", "para_1"]
    assert [m.address for m in index.find(parse("αρχ*"), None).matches][-1] == "para_0"


def test_equals_follow_by_document_and_reading_order(index: SearchIndex) -> None:
    late = [paragraph(f"same words {n}", f"para_{n}", 7) for n in (2, 1, 3)]
    early = [paragraph(f"same words {n}", f"para_{n}", 3) for n in (9, 10)]
    index.update(1, (), late)
    index.update(2, (), early)
    for text in ("words", "ref:12862/19"):
        order = [(m.document, m.address) for m in index.find(parse(text), None).matches]
        assert order == [(3, "para_9"), (3, "para_10"), (7, "para_2"), (7, "para_1"), (7, "para_3")]


def test_a_line_on_several_documents_follows_their_order(index: SearchIndex) -> None:
    places = [(5, "para_5"), (2, "para_2"), (9, "para_9")]
    said = [replace(paragraph("word", *place[::-1]), group="line 1", kind=HitKind.INTERVENTION) for place in places]
    index.update(1, (), said)
    assert [match.document for match in index.find(parse("word")).matches] == [2, 5, 9]


def test_by_date_the_newest_come_first_and_undated_ones_last(index: SearchIndex) -> None:
    days = [datetime.date(2019, 1, 1), None, datetime.date(2024, 5, 6), datetime.date(2021, 2, 3)]
    headers = [replace(GREEK, date=day, reference=None) for day in days]
    index.update(1, (), [paragraph("word", document=n, header=header) for n, header in enumerate(headers)])
    assert [m.document for m in index.find(parse("word"), None, Sort.DATE).matches] == [2, 3, 0, 1]


def test_all_hits_are_counted_where_few_are_fetched(filled: SearchIndex) -> None:
    answer = filled.find(parse("-nothing"), 2)
    assert (answer.total, len(answer.matches)) == (7, 2)
    assert answer.facets == {
        "language": {"el": 5, "en": 2},
        "year": {"2019": 5, "2026": 2},
        "document_type": {"outcome_of_proceedings": 5, "note": 2},
        "code": {"ENFOPOL": 5, "JAI": 5, "TRANS": 2},
        "dossier": {"2022/0155(COD)": 2},
        "marking": {"LIMITE": 2},
        "kind": {"paragraph": 6, "annotation": 1},
    }


STEMMED = [
    "note noted act",
    "acts note",
    "notes notés act",
    "a noted act of noting",
    "the act noted",
    "note of the acts",
]
SOME = st.sampled_from("note notes noté acts act of nota ac noting".split())
ONE = st.one_of(
    SOME,
    SOME.map(lambda word: word + "~"),
    SOME.map(lambda word: word + "~2"),
    SOME.map(lambda word: word[:2] + "*"),
    st.sampled_from(["n*e", "?ct?", "*t*d", "n?t*s", "*s", "a*"]),
    st.lists(SOME, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.lists(SOME, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"~'),
    st.lists(SOME, min_size=2, max_size=2).map(lambda words: f'"{" ".join(words)}*"'),
)
NEAR = st.tuples(ONE, st.integers(1, 4), ONE).map(lambda parts: f"{parts[0]} NEAR/{parts[1]} {parts[2]}")
ASKED = st.recursive(
    ONE | NEAR,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}) ({pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"(({pair[0]}) OR ({pair[1]}))"),
        inner.map(lambda part: f"(NOT ({part}))"),
    ),
    max_leaves=4,
)


def runs(part: Text, sentence: list[WordForm]) -> list[tuple[int, int]]:
    """The first and last word of each match, word by word."""
    match part:
        case WordQuery():
            stem = stems(part.exact, part.letters, {"en"}) if part.stemmed else frozenset()
            fits = [
                form.exact == part.exact
                or bool(stem & set(form.stems))
                or (part.prefix and form.exact.startswith(part.exact))
                or Levenshtein.distance(form.exact, part.exact) <= part.edits
                for form in sentence
            ]
            return [(n, n) for n, fit in enumerate(fits) if fit]
        case Wildcard():
            return [(n, n) for n, form in enumerate(sentence) if fnmatch.fnmatchcase(form.exact, part.pattern)]
        case PhraseQuery(some):
            starts = [{first for first, _ in runs(word, sentence)} for word in some]
            last = len(some) - 1
            return [(n, n + last) for n in starts[0] if all(n + m in found for m, found in enumerate(starts))]
        case Near(left, right, distance):
            pairs = [(a, b) for a in runs(left, sentence) for b in runs(right, sentence)]
            near = [(a, b) for a, b in pairs if 1 <= b[0] - a[1] <= distance or 1 <= a[0] - b[1] <= distance]
            return [(min(a[0], b[0]), max(a[1], b[1])) for a, b in near]


def is_true(node: Node, sentence: list[WordForm]) -> bool:
    """Match an interpreted query against the words of a text."""
    match node:
        case Not(part):
            return not is_true(part, sentence)
        case AllOf(parts):
            return all(is_true(part, sentence) for part in parts)
        case Either(parts):
            return any(is_true(part, sentence) for part in parts)
        case FieldFilter() | TranslatedWords():
            raise AssertionError(node)
        case _:
            return bool(runs(node, sentence))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=ASKED)
def test_any_query_finds_exactly_the_texts_it_holds_for(index: SearchIndex, text: str) -> None:
    if index.count() == 0:
        for half in (0, 1):  # two segments, with a deleted group in the first
            some = [paragraph(s, f"para_{n}", 1, ENGLISH) for n, s in enumerate(STEMMED) if n % 2 == half]
            dropped = [note(" ".join(STEMMED), "gone")] if half == 0 else []
            index.update(half, ["annotation gone"], [*some, *dropped])
    node = parse(text).node
    assert node
    read = {f"para_{n}" for n, s in enumerate(STEMMED) if is_true(node, [form for _, _, form in forms(s, "en")])}
    assert set(found(index, text)) == read


def test_forms_rank_above_stems_above_beginnings_above_misspellings(index: SearchIndex) -> None:
    texts = ["nites " * 9, "notesworthy " * 9, "noted " * 9, "a very long text with one of the notes in it"]
    header = replace(ENGLISH, reference=None)
    index.update(1, (), [paragraph(text, f"para_{n}", n, header) for n, text in enumerate(texts)])
    assert found(index, "notes*") == ["para_3", "para_2", "para_1"]
    assert found(index, "notes~") == ["para_3", "para_2", "para_0"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(), typing=st.booleans())
def test_no_query_is_an_error(index: SearchIndex, text: str, typing: bool) -> None:
    if index.count() == 0:
        index.update(1, (), TEXTS)
    assert index.find(parse(text, typing=typing)).total >= 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(text=st.text())
def test_any_text_can_be_held_and_its_words_are_found(index: SearchIndex, text: str) -> None:
    index.update(1, ["document 1"], [paragraph(f"start {text} end")])
    assert index.find(parse('"start"')).total == 1
    assert index.find(parse("end -ghost")).total == 1


@pytest.mark.parametrize(
    ("language", "text", "typed"), [("bg", "Закон: libraries", "library"), ("mt", "αρχές", "αρχή")]
)
def test_foreign_words_of_a_text_have_any_ending(index: SearchIndex, language: str, text: str, typed: str) -> None:
    """Also in a library whose only language has no stemmer."""
    index.update(1, (), [paragraph(text, "para_1", 1, replace(ENGLISH, language=language))])
    assert found(index, typed) == found(index, f'"{typed}"~') == ["para_1"]


def test_entries_are_found_by_the_words_of_their_own_language_alone(index: SearchIndex) -> None:
    french = replace(ENGLISH, language="fr")
    entries: list[IndexEntry] = [paragraph("notes", "p_1", 1, ENGLISH), paragraph("noter", "p_2", 2, french)]
    index.update(1, (), entries)
    assert found(index, "note") == ["p_1", "p_2"]
    assert found(index, "notes lang:fr") == ["p_2"]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("ref:2016/679 ship", {1, 4}), ("ship ref:(EU) 2016/679", {1, 4}), ("-ref:2016/679 ship", {2, 3}),
        ("ship (ref:2016/679 OR ref:2011/93/EU)", {1, 2, 4}), ("ref:2016/679|2011/93 lang:el ship", {4}),
        ("ref:2016/680 ship", set()), ("ref:679/16 ship", {3}), ("ref:2016/679 OR ref:679/16", {1, 3, 4}),
        ("NOT ref:2016/679 NOT ref:679/16 ship", {2}),
    ],
)  # fmt: skip
def test_acts_are_found_by_their_number(index: SearchIndex, text: str, documents: set[int]) -> None:
    held = ["Regulation (EU) 2016/679", "Directive 2011/93/EU", "ST 679/1/16 REV 1", "Regulation (EU) 2016/679"]
    headers = [
        replace(ENGLISH, reference=parse_reference(one), language="el" if n == 3 else "en")
        for n, one in enumerate(held)
    ]
    index.update(1, (), [paragraph("ship", "para_1", n, header) for n, header in enumerate(headers, start=1)])
    assert {match.document for match in index.find(parse(text), None, Sort.RELEVANCE).matches} == documents
