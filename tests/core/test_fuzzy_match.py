import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.text import match_name


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
