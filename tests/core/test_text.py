import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.text import fold, tidy, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("κανονισμός", "ΚΑΝΟΝΙΣΜΟΣ"),
        ("Straße", "STRASSE"),
        ("Łódź", "lodz"),
        ("Ærø", "aeroe".replace("oe", "o")),
        ("naïve", "NAIVE"),
        ("“a” – b", '"a" - b'),
        ("co\u00adoperation", "cooperation"),
        ("a\xa0b", "a b"),
        ("ﬁsh", "fish"),
        ("ΐ", "ι"),
    ],
)
def test_words_that_people_take_for_one_are_folded_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_tidied_text_is_one_line_in_nfc(text: str) -> None:
    tidied = tidy(text)
    assert tidied == tidied.strip()
    assert "\n" not in tidied
    assert "  " not in tidied
    assert unicodedata.is_normalized("NFC", tidied)
    assert tidy(tidied) == tidied


@given(st.text(max_size=60))
def test_words_stand_in_order_and_hold_a_letter_or_a_digit(text: str) -> None:
    found = words(text)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))
    assert all(any(c.isalnum() for c in text[start:end]) for start, end in found)


def test_a_word_keeps_its_soft_hyphen_and_accents() -> None:
    text = "co\u00adoperation, κρυπτογρά\u0301φηση 7στ"
    assert [text[start:end] for start, end in words(text)] == ["co\u00adoperation", "κρυπτογρά\u0301φηση", "7στ"]
