import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.search.query.nodes import Sign, tokens


def cut(text: str) -> list[tuple[str, str]]:
    return [(token.sign.name, token.text) for token in tokens(text)]


@pytest.mark.parametrize(
    "quoted",
    ['"a b"', "“a b”", "„a b“", "„a b”", "«a b»", "»a b«", "‘a b’", "‚a b‘", "‹a b›", "”a b”", '“a b"',
     "〝a b〞", "❝a b❞", "＂a b＂", "″a b″", "‛a b’", "⹂a b”", "»a b»"],
)  # fmt: skip
def test_quotes_of_all_kinds_hold_a_phrase(quoted: str) -> None:
    assert cut(f"x {quoted} y") == [("TEXT", "x"), ("QUOTE", "a b"), ("TEXT", "y")]


CUT = {
    "a quote never closed continues to the end": ('"a b', [("QUOTE", "a b")]),
    "an apostrophe is no quote": ("l’accord d'association", [("TEXT", "l’accord"), ("TEXT", "d'association")]),
    "a minus excludes what follows it at once": (
        "a -b - c (-d)",
        [
            ("TEXT", "a"), ("MINUS", ""), ("TEXT", "b"), ("TEXT", "c"),
            ("OPEN", ""), ("MINUS", ""), ("TEXT", "d"), ("CLOSE", ""),
        ],
    ),
    "brackets group": ("a(b c)", [("TEXT", "a"), ("OPEN", ""), ("TEXT", "b"), ("TEXT", "c"), ("CLOSE", "")]),
    "brackets may belong to a word": (
        "(5(2)(a) OR b)", [("OPEN", ""), ("TEXT", "5(2)(a)"), ("OR", "OR"), ("TEXT", "b"), ("CLOSE", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), CUT.values(), ids=CUT)
def test_a_query_is_cut_into_words_and_signs(text: str, parts: list[tuple[str, str]]) -> None:
    assert cut(text) == parts


@pytest.mark.parametrize(
    "text", ["co-operation", "2019-2020", "5(2)(a)", "P2P", "a:b:c", "-", "https://x.eu/a-b", "--"]
)
def test_signs_within_a_word_are_text(text: str) -> None:
    assert all(sign == "TEXT" for sign, _ in cut(text))


def test_a_field_has_a_name_that_is_known_and_a_value_that_may_be_quoted() -> None:
    found = list(tokens('Lang:el REF:"12862/1/19 REV 1" file:2022/0155(COD) wrong:x'))
    assert [(t.sign, t.field, t.text) for t in found] == [
        (Sign.FIELD, "lang", "el"),
        (Sign.FIELD, "ref", "12862/1/19 REV 1"),
        (Sign.FIELD, "file", "2022/0155(COD)"),
        (Sign.TEXT, "", "wrong:x"),
    ]


@pytest.mark.parametrize(
    "printed",
    ["ST 12862/19", "12862/1/19 REV 1", "PE-CONS 43/24", "12862/19 ADD 1 COR 2", "COM(2022) 209 final",
     "2016/679", "(EU) 2016/679", "(EC) No 1234/2007", "No 1234/2007", "95/46/EC", "Regulation (EU) 2016/679",
     "Κανονισμός (ΕΕ) 2016/679", "(UE, Euratom) 2018/1046"],
)  # fmt: skip
def test_a_reference_needs_no_quotes(printed: str) -> None:
    assert [t.text for t in tokens(f"(ref:{printed} police)")] == ["", printed, "police", ""]
    assert [t.text for t in tokens(f"ref:{printed}")] == [printed]


def test_only_what_touches_the_end_is_unfinished() -> None:
    assert [t.unfinished for t in tokens("a b")] == [False, True]
    assert [t.unfinished for t in tokens("a b ")] == [False, False]


def test_a_tilde_behind_quotes_loosens_them() -> None:
    assert [(t.sign, t.text, t.stemmed) for t in tokens("«a b»~ c")] == [
        (Sign.QUOTE, "a b", True),
        (Sign.TEXT, "c", False),
    ]
    assert [t.stemmed for t in tokens('"a b')] == [False]


@pytest.mark.parametrize(
    ("typed", "distance"), [("NEAR", 10), ("NEAR/5", 5), ("NEAR/0", 1), ("NEAR/", None), ("near/5", None)]
)
def test_near_says_how_near(typed: str, distance: int | None) -> None:
    (token,) = tokens(typed)
    assert (token.distance if token.sign is Sign.NEAR else None) == distance


@pytest.mark.parametrize(
    ("language", "typed", "signs"),
    [
        ("el", "α ΚΑΙ β Ή γ ΟΧΙ δ ΌΧΙ ε ΚΟΝΤΑ/5 ζ", "TEXT AND TEXT OR TEXT NOT TEXT NOT TEXT NEAR TEXT"),
        ("fr", "a ET b OU c SAUF d PRÈS/5 e PRES f", "TEXT AND TEXT OR TEXT NOT TEXT NEAR TEXT NEAR TEXT"),
        ("fr", "a AND b et c", "TEXT AND TEXT TEXT TEXT"),
        ("el", "α Η β και γ ET δ", "TEXT " * 7),
        ("en", "a ET b ΚΑΙ c", "TEXT " * 5),
        ("de", "a AND b UND c", "TEXT AND TEXT TEXT TEXT"),
    ],
)
def test_operators_are_those_of_the_window_and_english_ones_in_capitals(language: str, typed: str, signs: str) -> None:
    assert [token.sign.name for token in tokens(typed, language)] == signs.split()


def test_fields_have_names_in_the_language_of_the_window() -> None:
    assert [t.field for t in tokens("γλώσσα:el ΓΛΩΣΣΑ:el lang:el langue:el", "el")] == ["lang", "lang", "lang", ""]


@pytest.mark.parametrize(
    "typed",
    [
        "after:last month", "after:8 October 2019", "date:last month..today", "year:last year", "type:cover note",
        "type:outcome of proceedings", "kind:red line", "from:general secretariat", "type:note", "tag:'x y'",
    ],
)  # fmt: skip
def test_a_known_value_of_several_words_needs_no_quotes(typed: str) -> None:
    assert [t.typed or t.text for t in tokens(f"{typed} police")] == [typed, "police"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ('type:"cover note"|note', "cover note|note"),
        ('type:note|"cover note"', "note|cover note"),
        ("type:«cover note»|«note»", "cover note|note"),
        ('type:"cover note|note"', "cover note|note"),
        ("type:'cover note'|note", "cover note|note"),
        ("type:note|", "note|"),
    ],
)
def test_several_values_stand_with_a_bar_between(typed: str, value: str) -> None:
    assert [t.text for t in tokens(f"{typed} x")] == [value, "x"]


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_cut_to_its_end(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert at <= token.start < token.end <= len(text)
        assert not re.sub(r"[\s-]", "", text[at : token.start])
        at = token.end
    assert not re.sub(r"[\s-]", "", text[at:])
