import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.nodes import Phrase, Word
from delegate_desk.search.query import parse

SIGNS = [
    "(",
    ")",
    "-",
    '"',
    "«",
    "»",
    "*",
    "~",
    " ",
    " AND ",
    " OR ",
    " NOT ",
    "lang:el",
    "ref:",
    "after:",
    "a",
    "5(2)",
]
SYNTAX = st.lists(st.sampled_from(SIGNS) | st.text(max_size=4)).map("".join)
BEGUN = ["police after:", "police after:20x", "police OR", "police AND", "police -", "police in:no"]
MONSTERS = ["(" * 5000 + "a", "NOT " * 5000 + "a", "-(" * 5000 + "a", "a " * 5000, "a OR " * 5000, "κ" * 50_000]


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("a b", "“a” and “b”"),
        ("a AND b", "“a” and “b”"),
        ("a b OR c", "(“a” and “b”) or “c”"),
        ("a (b OR c)", "“a” and (“b” or “c”)"),
        ("a -b NOT c", "“a” and not “b” and not “c”"),
        ("NOT NOT a", "“a”"),
        ("-(a b)", "not (“a” and “b”)"),
        ('"a b" -"c d"', "the phrase “a b” and not the phrase “c d”"),
        ("co-operation 5(2)(a)", "the phrase “co operation” and the phrase “5 2 a”"),
        ("2019-2020 -2021", "the phrase “2019 2020” and not “2021”"),
        ("P2P", "“P2P”"),
        ("κυβ*", "words beginning with “κυβ”"),
        ('"police"', "exactly “police”"),
        ("l'accord", "“accord”"),
        ("AND OR NOT", "“AND” or “NOT”"),
        ("OR a", "“OR” and “a”"),
        ("a OR", "“a” and “OR”"),
        ("fox~ a NEAR/5 b", "“fox” and “a” and the phrase “NEAR 5” and “b”"),
        ("κρυπ*φηση", "the phrase “κρυπ φηση”"),
        ("after:yesterday", "the phrase “after yesterday”"),
        ("ref:((", "“ref”"),
        ("code:", "“code”"),
        ("in:nowhere", "the phrase “in nowhere”"),
        ("", "nothing to look for"),
        ("😀 * -", "nothing to look for"),
    ],
)  # fmt: skip
def test_a_query_is_read_as_it_says(text: str, understood: str) -> None:
    assert parse(text).understood.said == understood


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("lang:el a OR b", "in language el and (“a” or “b”)"),
        ("a OR b -lang:fr", "not in language fr and (“a” or “b”)"),
        ("lang:el a OR lang:fr b", "(in language el and “a”) or (in language fr and “b”)"),
        ("a OR lang:el", "“a” or in language el"),
        ("lang:el|fr a", "(in language el or in language fr) and “a”"),
    ],
)
def test_fields_on_one_side_of_an_or_narrow_the_whole(text: str, understood: str) -> None:
    assert parse(text).understood.said == understood


def test_without_stemming_only_exact_forms_are_sought() -> None:
    asked = parse("police", stemming=False)
    assert asked.understood.said == "exactly “police”; exact forms only"
    assert asked.sought() == [Word("police", "police", "police", stemmed=False)]


def test_while_typing_the_last_word_may_grow() -> None:
    assert parse("police co", typing=True).understood.said == "“police” and words beginning with “co”"
    assert parse("police co ", typing=True).understood.said == "“police” and “co”"
    assert parse('"police co', typing=True).understood.said == "the phrase “police co…”"
    assert parse("co-op", typing=True).understood.said == "the phrase “co op…”"


@pytest.mark.parametrize(
    "begun", ["police after:", "police after:20x", "police OR", "police AND", "police -", "police in:no"]
)
def test_while_typing_a_sign_without_its_operand_is_passed_over(begun: str) -> None:
    assert parse(begun, typing=True).understood.said == "“police”"


def test_what_is_excluded_is_not_sought() -> None:
    found = parse('a -b ("c d" OR -(e f))').sought()
    assert [w.exact if isinstance(w, Word) else [x.exact for x in w.words] for w in found] == ["a", ["c", "d"]]


def test_phrases_keep_their_words_in_order() -> None:
    (phrase,) = parse("«της ΕΕ της»").sought()
    assert isinstance(phrase, Phrase)
    assert [word.exact for word in phrase.words] == ["τησ", "εε", "τησ"]


@pytest.mark.parametrize(
    "text", ["(" * 5000 + "a", "NOT " * 5000 + "a", "-(" * 5000 + "a", "a " * 5000, "a OR " * 5000, "κ" * 50_000]
)
def test_monstrous_queries_are_read(text: str) -> None:
    assert parse(text).text == text


@given(SYNTAX, st.booleans())
def test_nothing_typed_is_an_error(text: str, typing: bool) -> None:
    assert parse(text, typing=typing).understood
