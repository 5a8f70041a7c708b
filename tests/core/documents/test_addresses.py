import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.documents.addresses import (
    find_place,
    greek_numeral,
    inserted_letter,
    label_path,
    leading_label,
    letter_number,
    parent,
    repeats_label,
    roman_numeral,
)
from delegate_desk.core.documents.document import Address
from delegate_desk.parsing.contributions.vocabulary import labels

ACT = [
    "cover", "hd_1", "rec_1", "rec_34", "art_5", "art_5__para_1", "art_5__para_2", "art_5__para_2__point_1",
    "art_5__para_2__point_1__sub_2", "art_5__para_2__point_6", "art_7", "art_7a", "art_7__sub_1", "art_7__point_1",
    "annex_1", "annex_1__para_3", "annex_1__art_5__para_2", "fn_9",
]  # fmt: skip
CONCLUSIONS = ["cover", "para_7", "para_7__point_1", "para_7__point_6", "para_7a", "para_10", "para_17", "fn_9"]
SIGNED = [
    "rec_-2", "rec_1", "art_-1", "art_1", "art_1__para_-1", "art_1__para_-1__point_2", "art_1__para_-1a",
    "art_1__para_1",
]  # fmt: skip
ANNEXED = [
    "cover", "para_1", "annex_1", "annex_1__rec_2", "annex_1__art_5", "annex_1__art_5__para_2", "annex_1-2",
    "annex_1-2__para_3",
]  # fmt: skip
_ONES = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
_TENS = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"]
_GREEK_ONES = ["", "α", "β", "γ", "δ", "ε", "στ", "ζ", "η", "θ"]
_GREEK_TENS = ["", "ι", "κ", "λ", "μ", "ν", "ξ", "ο", "π"]


@given(st.integers(1, 89))
def test_roman_numerals_are_read(number: int) -> None:
    printed = _TENS[number // 10] + _ONES[number % 10]
    assert roman_numeral(printed) == roman_numeral(printed.upper()) == number


@given(st.integers(1, 89))
def test_greek_numerals_are_read(number: int) -> None:
    printed = _GREEK_TENS[number // 10] + _GREEK_ONES[number % 10]
    assert greek_numeral(printed) == greek_numeral(printed.upper()) == letter_number(printed) == number


@given(st.integers(1, 52))
def test_latin_letters_count_on_by_doubling(number: int) -> None:
    letter = chr(ord("a") + (number - 1) % 26)
    assert letter_number(letter * (1 + (number - 1) // 26)) == number


@pytest.mark.parametrize(
    ("letters", "number"), [("c", 3), ("στ", 6), ("ς", 6), ("б", 2), ("й", 10), ("ια", 11), ("aa", 27)]
)
def test_letters_of_every_script_have_their_number(letters: str, number: int) -> None:
    assert letter_number(letters) == number


@pytest.mark.parametrize("letters", ["", "iiii", "vx", "abc", "ic", "m"])
def test_what_is_no_roman_numeral_is_none(letters: str) -> None:
    assert roman_numeral(letters) is None


@pytest.mark.parametrize("printed", ["a", "α", "а", "bis", " bis", "A"])
def test_an_inserted_label_keeps_its_letter_in_latin(printed: str) -> None:
    assert inserted_letter(printed) == "a"


TYPED = [
    (ACT, "5", "art_5"),
    (ACT, "5(2)(a)", "art_5__para_2__point_1"),
    (ACT, "5 2 a", "art_5__para_2__point_1"),
    (ACT, "art 5 2", "art_5__para_2"),
    (ACT, "5(2)(f)", "art_5__para_2__point_6"),
    (ACT, "7a", "art_7a"),
    (ACT, "7(a)", "art_7a"),
    (ACT, "r34", "rec_34"),
    (ACT, "R 34", "rec_34"),
    (ACT, "recital 34", "rec_34"),
    (ACT, "annex 1 p 3", "annex_1__para_3"),
    (ACT, "annex 1", "annex_1"),
    (ACT, "annex I p 3", "annex_1__para_3"),
    (ACT, "fn 9", "fn_9"),
    (CONCLUSIONS, "7", "para_7"),
    (CONCLUSIONS, "7.", "para_7"),
    (CONCLUSIONS, "7στ", "para_7__point_6"),
    (CONCLUSIONS, "7 στ)", "para_7__point_6"),
    (CONCLUSIONS, "7(6)", "para_7__point_6"),
    (CONCLUSIONS, "7f", "para_7__point_6"),
    (CONCLUSIONS, "7 F", "para_7__point_6"),
    (CONCLUSIONS, "7ΣΤ", "para_7__point_6"),
    (CONCLUSIONS, "παράγραφος 7 στοιχείο στ)", "para_7__point_6"),
    (CONCLUSIONS, "παραγραφος 7 στοιχειο στ", "para_7__point_6"),
    (CONCLUSIONS, "paragraph 7, point (f)", "para_7__point_6"),
    (CONCLUSIONS, "paragraphe 7, point f)", "para_7__point_6"),
    (CONCLUSIONS, "§ 10", "para_10"),
    (CONCLUSIONS, "7a", "para_7a"),
    (CONCLUSIONS, "p10", "para_10"),
    (CONCLUSIONS, "FN 9", "fn_9"),
    (SIGNED, "-1", "art_-1"),
    (SIGNED, "−1", "art_-1"),
    (SIGNED, "art -1", "art_-1"),
    (SIGNED, "1", "art_1"),
    (SIGNED, "1 -1", "art_1__para_-1"),
    (SIGNED, "1(-1)", "art_1__para_-1"),
    (SIGNED, "1(-1)(b)", "art_1__para_-1__point_2"),
    (SIGNED, "1(–1a)", "art_1__para_-1a"),
    (SIGNED, "1-1", "art_1__para_1"),
    (SIGNED, "r -2", "rec_-2"),
    (SIGNED, "art_1__para_-1", "art_1__para_-1"),
    (ANNEXED, "5(2)", "annex_1__art_5__para_2"),
    (ANNEXED, "5", "annex_1__art_5"),
    (ANNEXED, "r2", "annex_1__rec_2"),
    (ANNEXED, "annex 1 p 3", "annex_1-2__para_3"),
    (ANNEXED, "annex 1", "annex_1"),
    (ANNEXED, "p 1", "para_1"),
]


@pytest.mark.parametrize(("known", "typed", "address"), TYPED)
def test_a_place_that_was_typed_is_found(known: list[str], typed: str, address: str) -> None:
    assert find_place(typed, known) == address


@pytest.mark.parametrize("typed", ["", "99", "7z", "art 5", "nothing", "7(6)(1)", "(", "p", "r", "²"])
def test_a_place_that_is_not_there_is_none(typed: str) -> None:
    assert find_place(typed, CONCLUSIONS) is None


@given(st.text(max_size=30))
def test_no_typing_breaks_the_finding(typed: str) -> None:
    found = find_place(typed, ACT)
    assert found is None or found in ACT


@given(st.sampled_from(ACT))
def test_every_address_is_found_by_itself(address: str) -> None:
    assert find_place(address, ACT) == address
    assert find_place(f" {address} ", ACT) == address


def test_a_unit_knows_what_it_hangs_on() -> None:
    assert parent("para_7__point_6") == "para_7"
    assert parent("para_7") is None


ADDRESSES = tuple(
    map(
        Address,
        "rec_7 rec_34 art_2 art_2__para_1 art_2__para_2 art_2__para_2__point_1 art_2__para_2__point_6 art_2a "
        "art_2__para_3 art_34 annex_2 annex_2__para_3".split(),
    )
)


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("Article 2(2)(a)", "art_2__para_2__point_1"),
        ("Article 2, paragraph 2, point (a)", "art_2__para_2__point_1"),
        ("point (a) of Article 2(2)", "art_2__para_2__point_1"),
        ("Article 2 2. (a)", "art_2__para_2__point_1"),
        ("Art. 2(1) – hours", "art_2__para_1"),
        ("2(2)(a)", "art_2__para_2__point_1"),
        ("article 2, paragraphe 2, point a)", "art_2__para_2__point_1"),
        ("Article 2 bis", "art_2a"),
        ("considérant 34", "rec_34"),
        ("Άρθρο 2 παράγραφος 2 στοιχείο στ)", "art_2__para_2__point_6"),
        ("Άρθρο 2α", "art_2a"),
        ("Αιτιολογική σκέψη 34", "rec_34"),
        ("Αιτ. σκ. 7", "rec_7"),
        ("Artikel 2 Absatz 2 Buchstabe a", "art_2__para_2__point_1"),
        ("(34)", "rec_34"),
        ("Article 34", "art_34"),
        ("Annex II, paragraph 3", "annex_2__para_3"),
        ("Article 2(1a)", None),
        ("Article 3a", None),
        ("Article 9", None),
        ("In general", None),
        ("paragraphs in general", None),
    ],
)
def test_a_label_names_its_place_or_none(printed: str, address: str | None) -> None:
    assert labels().find(printed, ADDRESSES) == address


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(a) keep", "(a)"),
        ("1. The", "1."),
        ("στ) το", "στ)"),
        ("(34) Noise", "(34)"),
        ("Noise", ""),
        ("1.5 hours", ""),
    ],
)
def test_a_text_begins_with_its_number(text: str, number: str) -> None:
    assert leading_label(text) == number


def test_a_number_is_not_said_twice() -> None:
    assert repeats_label("Recital 34", "(34)")
    assert repeats_label("Article 2(2)(a)", "(a)")
    assert not repeats_label("Article 2", "1.")


def test_labels_stand_below_those_that_they_hang_on() -> None:
    path: tuple[str, ...] = ("Article 2",)
    seen = []
    for printed in ("1.", "2.", "(a)", "(i)", "(ii)", "(b)", "3."):
        path = label_path(path, printed)
        seen.append(" ".join(path))
    assert seen == [
        "Article 2 1.",
        "Article 2 2.",
        "Article 2 2. (a)",
        "Article 2 2. (a) (i)",
        "Article 2 2. (a) (ii)",
        "Article 2 2. (b)",
        "Article 2 3.",
    ]
