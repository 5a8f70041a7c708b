import itertools
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.text import fold, json_text, tidy, word_spans


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
def test_a_folded_text_has_no_mark_of_its_own(text: str) -> None:
    assert not any(unicodedata.combining(c) for c in fold(text) if unicodedata.normalize("NFKD", c) == c)


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
    found = word_spans(text)
    assert all(start < end for start, end in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))
    assert all(any(c.isalnum() for c in text[start:end]) for start, end in found)


def test_a_word_keeps_its_soft_hyphen_and_accents() -> None:
    text = "co\u00adoperation, κρυπτογρά\u0301φηση 7στ"
    assert [text[start:end] for start, end in word_spans(text)] == ["co\u00adoperation", "κρυπτογρά\u0301φηση", "7στ"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (rb'"half \ud83d"', "half \ufffd"),
        (rb'"half \uD83D, other \uDE00."', "half \ufffd, other \ufffd."),
        (rb'"\ude00\ud83d"', "\ufffd\ufffd"),
        (rb'"\ud83d\ud83d\ude00"', "\ufffd😀"),
        (rb'"whole \ud83d\ude00 and \uD83D\uDE00"', "whole 😀 and 😀"),
        (rb'"a path C:\\ud83d, \\\ud83d"', "a path C:\\ud83d, \\\ufffd"),
        (b'"raw \xed\xa0\xbd"', "raw \ufffd"),
        ('"raw \ud83d"'.encode("utf-16", "surrogatepass"), "raw \ufffd"),
        ('"raw \ude00"'.encode("utf-32-le", "surrogatepass"), "raw \ufffd"),
        ('"é 😀"'.encode("utf-8-sig"), "é 😀"),
        (rb'"\u00e9\n\"\/\b"', 'é\n"/\b'),
    ],
)
def test_half_a_character_in_json_is_marked_as_lost(written: bytes, meant: str) -> None:
    assert json.loads(json_text(written)) == meant


@given(st.text(max_size=20) | st.text('\\ud83eDE0"\n😀', max_size=20), st.booleans())
def test_json_of_whole_characters_says_what_it_said(text: str, escaped: bool) -> None:
    assert json.loads(json_text(json.dumps({text: text}, ensure_ascii=escaped).encode())) == {text: text}
