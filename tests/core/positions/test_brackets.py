from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.positions.requested_wordings import bracketed_spans


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in bracketed_spans(text)]


def test_what_stands_in_square_brackets_is_not_agreed() -> None:
    assert _words("Ports [shall] be quiet [at night].") == ["[shall]", "[at night]"]


def test_brackets_within_brackets_are_part_of_the_outer_ones() -> None:
    assert _words("Ports [shall [not] be quiet].") == ["[shall [not] be quiet]"]


def test_dots_in_brackets_stand_for_words_left_out() -> None:
    assert _words("Ports […] be [...] quiet [ … ].") == []


def test_a_bracket_may_be_closed_in_another_unit() -> None:
    assert _words("Ports [shall be quiet;") == ["[shall be quiet;"]
    assert _words("at night] and [by day].") == ["at night]", "[by day]"]


@given(st.text(alphabet="[]a …", max_size=30))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = bracketed_spans(text)
    assert all(start < end <= len(text) for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))
