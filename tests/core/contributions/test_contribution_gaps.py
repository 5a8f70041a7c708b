import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.contributions.placement import fill_in_omissions

TEXT = "Member States shall set quiet hours of at least six hours each night, and tell the Commission of them."


@pytest.mark.parametrize(
    ("proposal", "whole"),
    [
        (
            "Member States shall set quiet hours […] and tell the Commission and the public of them.",
            "Member States shall set quiet hours of at least six hours each night, and tell the Commission and the "
            "public of them.",
        ),
        (
            "[...] of at least seven hours each night, (…)",
            "Member States shall set quiet hours of at least seven hours each night, and tell the Commission of them.",
        ),
        ("Member States may set quiet hours […]", TEXT.replace("shall", "may")),
        ("Ships shall be silent […] at night.", "Ships shall be silent […] at night."),
        ("Ports […] hours", "Ports […] hours"),
    ],
)
def test_the_words_left_out_are_those_of_the_text(proposal: str, whole: str) -> None:
    assert fill_in_omissions(proposal, TEXT) == whole


def test_a_text_that_leaves_words_out_itself_is_not_filled_from() -> None:
    assert fill_in_omissions("Ports shall […] be quiet.", "Ports shall […] be quiet.") == "Ports shall […] be quiet."


@given(st.integers(1, 17), st.integers(1, 17))
def test_words_left_out_of_the_text_itself_come_back(first: int, last: int) -> None:
    tokens = TEXT.split(" ")
    start, end = sorted((first, last))
    gapped = " ".join([*tokens[: max(start, 2)], "[…]", *tokens[min(end, 16) :]])
    if max(start, 2) < min(end, 16):
        assert fill_in_omissions(gapped, TEXT) == TEXT
