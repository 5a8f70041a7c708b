import itertools
import json
import time
import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.text import fold, is_same_text, json_text, match_name, normalise_typography, tidy, word_spans
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words


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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the “quiet” hours", 'the "quiet" hours'),
        ("les « heures »", "les «heures»"),
        ("the port’s hours", "the port's hours"),
        ("10 – 15 ships", "10-15 ships"),
        ("5\u00a0% of ships", "5 % of ships"),
        ("co-operation of ports", "co- operation of ports"),
        ("cooperation of ports", "co- operation of ports"),
        ("cooperation of ports", "co\u00adoperation of ports"),
        ("the oﬃce", "the office"),
        ("and so on…", "and so on..."),
    ],
)
def test_typography_alone_is_the_same(one: str, other: str) -> None:
    assert is_same_text(one, other)
    assert is_same_text(other, one)
    assert normalise_typography(one) == normalise_typography(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ports, ships and quays", "ports, ships, and quays"),
        ("ports shall", "ports should"),
        ("the Commission", "the commission"),
        ("10 ships", "100 ships"),
        ("η τιμή", "ή τιμή"),
        ("ports [and ships]", "ports and ships"),
        ("a re-sign of it", "a resign of it"),
        ("in so far", "insofar"),
        ("1 5", "15"),
    ],
)
def test_a_word_or_a_comma_is_not(one: str, other: str) -> None:
    assert not is_same_text(one, other)


def best(typed: str, *names: str) -> str | None:
    fits = [(score, name) for name in names if (score := match_name(typed.split(), name)) is not None]
    return max(fits)[1] if fits else None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("next para", "next paragraph"),
        ("para next", "next paragraph"),
        ("red", "red line"),
        ("shraed fol", "shared folder"),
        ("prnit", "print"),
        ("passwrod", None),
        ("graph", None),
        ("zebra", None),
        ("nxpa", None),
    ],
)
def test_words_beginnings_and_one_wrong_letter_find_a_name(typed: str, wanted: str | None) -> None:
    assert best(typed, "next paragraph", "red line", "print", "shared folder") == wanted


def test_a_whole_word_comes_before_a_beginning_and_that_before_a_mistyped_word() -> None:
    scores = [match_name(["note"], name) for name in ("note list", "notes list", "mode list")]
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[0] > scores[1]
    assert scores[2] is None  # the first letter is correct


@given(st.text(alphabet="abcde ", min_size=1, max_size=12))
def test_a_name_has_its_own_words(name: str) -> None:
    assert not name.split() or match_name(name.split(), name) is not None


LETTERS = st.lists(st.sampled_from("a b c d e f g h i j k l m n o p".split()), max_size=250).map(" ".join)


def without(words: WordDiff, change: WordChange) -> str:
    return "".join(text for what, text in words if what is not change)


@given(LETTERS, LETTERS)
def test_without_insertions_it_is_the_old_text_and_without_deletions_the_new(old: str, new: str) -> None:
    words = diff_words(old, new)
    assert without(words, WordChange.INSERT) == old
    assert without(words, WordChange.DELETE) == new


@given(LETTERS, LETTERS)
def test_runs_are_merged_and_a_deletion_stands_before_its_insertion(old: str, new: str) -> None:
    words = diff_words(old, new)
    for (first, _), (second, _) in itertools.pairwise(words):
        assert first is not second
        assert (first, second) != (WordChange.INSERT, WordChange.DELETE)


def test_a_replaced_word_is_struck_and_the_new_one_added() -> None:
    assert diff_words(
        "innovative methods and specialised services", "innovative and proportionate methods and services"
    ) == (
        (WordChange.EQUAL, "innovative"),
        (WordChange.INSERT, " and proportionate"),
        (WordChange.EQUAL, " methods and "),
        (WordChange.DELETE, "specialised "),
        (WordChange.EQUAL, "services"),
    )


def test_a_long_provision_changed_at_both_ends_is_compared_between_two_key_presses() -> None:
    random = Random(7)
    words = [random.choice(["the", "of", "and", f"word{random.randrange(900)}"]) for _ in range(3000)]
    changed = ["Some", *words[1:1500], "inserted", *words[1500:-1], "last"]
    begun = time.thread_time()
    found = diff_words(" ".join(words), " ".join(changed))
    assert time.thread_time() - begun < 0.1
    assert [text.strip() for what, text in found if what is WordChange.INSERT] == ["Some", "inserted", "last"]
