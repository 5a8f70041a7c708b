import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.fuzzy_match import match_name


def best(typed: str, *names: str) -> str | None:
    fits = [(found.score, name) for name in names if (found := match_name(typed.split(), name))]
    return max(fits)[1] if fits else None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("next para", "next paragraph"),
        ("nxpa", "next paragraph"),
        ("np", "next paragraph"),
        ("para next", "next paragraph"),
        ("red", "red line"),
        ("graph", "next paragraph"),
        ("zebra", None),
        ("phnex", None),
    ],
)
def test_words_and_letters_that_follow_one_another_find_a_name(typed: str, wanted: str | None) -> None:
    assert best(typed, "next paragraph", "red line", "print", "shared folder") == wanted


def test_a_word_that_begins_comes_before_one_inside_and_that_before_scattered_letters() -> None:
    begun, inside, scattered = "all letters", "smaller letters", "a place in the list"
    fits = [match_name(["all"], name) for name in (begun, inside, scattered)]
    worths = [found.score if found else 0 for found in fits]
    assert worths[0] > worths[1] > worths[2]


def test_the_letters_that_were_typed_are_told() -> None:
    found = match_name(["nxpa"], "next paragraph")
    assert found is not None
    assert found.positions == (0, 2, 5, 6)


def test_scattered_letters_are_not_enough_for_what_there_is_much_of() -> None:
    assert match_name(["nxpa"], "next paragraph", scattered=False) is None
    assert match_name(["para"], "next paragraph", scattered=False) is not None


@given(st.text("abc ", max_size=12), st.text("abc ", max_size=24))
def test_what_is_told_are_letters_of_what_was_typed(typed: str, name: str) -> None:
    found = match_name(typed.split(), name)
    if found:
        assert {name[n] for n in found.positions} <= set(typed)
    assert match_name(name.split(), name) is not None
