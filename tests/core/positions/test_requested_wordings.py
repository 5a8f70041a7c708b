from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.anchoring import quote_first
from delegate_desk.core.positions.requested_wordings import (
    apply_wording,
    bracket_alternatives,
    bracketed_spans,
    count_wording,
    insert_wording,
    is_distinctive,
    missing_words,
    put_in_brackets,
    quoted_wordings,
)

TEXT = "Pilots shall report to the harbour master."


@pytest.mark.parametrize(
    ("remark", "wordings"),
    [
        ("replace by “may report” or 'should report'", ("may report", "should report")),
        ("without undue delay", ("without undue delay",)),
        ("«χωρίς καθυστέρηση»", ("χωρίς καθυστέρηση",)),
        ("   ", ()),
    ],
)
def test_the_wordings_of_a_remark_are_those_in_quotation_marks(remark: str, wordings: tuple[str, ...]) -> None:
    assert quoted_wordings(remark) == wordings


def test_a_wording_stands_in_the_place_of_the_words_it_is_about() -> None:
    assert apply_wording("may", TEXT, quote_first(TEXT, "shall")) == "Pilots may report to the harbour master."


def test_a_wording_like_the_text_stands_in_its_place_and_another_is_added() -> None:
    whole = "Pilots may report to the master of the harbour."
    assert apply_wording(whole, TEXT) == whole
    assert apply_wording("in writing", TEXT) == "Pilots shall report to the harbour master in writing."
    assert apply_wording("Tugs shall wait.", TEXT) == f"{TEXT} Tugs shall wait."
    assert apply_wording("Tugs shall wait.", "") == "Tugs shall wait."


def test_a_wording_is_counted_by_its_words_in_a_row() -> None:
    assert count_wording("HARBOUR\u00a0Master", [TEXT, "The harbour-master."]) == 2
    assert count_wording("master report", [TEXT]) == 0
    assert count_wording("…", [TEXT]) == 0


def test_a_word_or_two_do_not_tell_where_they_are_from() -> None:
    assert not is_distinctive("harbour master")
    assert is_distinctive("to the master")


def test_what_a_wording_would_bring_are_the_words_that_the_text_has_not() -> None:
    assert missing_words("the Harbour master in writing", TEXT) == "in writing"
    assert missing_words("harbour pilots", TEXT) == "harbour pilots"


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


WORDS = st.lists(st.sampled_from("the ports set quiet hours for ships".split()), max_size=9).map(" ".join)


def test_brackets_hold_the_words_and_leave_the_spaces_out() -> None:
    assert put_in_brackets("Ports set quiet hours.", 10, 16) == "Ports set [quiet] hours."
    assert put_in_brackets("Ports set quiet hours.", 5, 6) == "Ports set quiet hours."


def test_two_wordings_stand_beside_each_other_where_they_differ() -> None:
    assert bracket_alternatives("Ports set quiet hours.", "Ports set fair hours.") == "Ports set [quiet] [fair] hours."
    assert bracket_alternatives("Ports set hours.", "Ports set fair hours.") == "Ports set [fair] hours."


def test_only_the_differences_chosen_are_taken() -> None:
    ours, theirs = "Ports shall set quiet hours.", "Ports may set fair hours."
    at = ours.index("quiet")
    assert bracket_alternatives(ours, theirs, at, at + 5) == "Ports shall set [quiet] [fair] hours."


def test_a_third_alternative_stands_beside_two() -> None:
    two = bracket_alternatives("Ports set quiet hours.", "Ports set fair hours.")
    assert bracket_alternatives(two, "Ports set few hours.") == "Ports set [quiet] [fair] [few] hours."


@given(WORDS, WORDS)
def test_without_brackets_nothing_is_lost(ours: str, theirs: str) -> None:
    bare = bracket_alternatives(ours, theirs).replace("[", " ").replace("]", " ").split()
    assert not set(ours.split()) - set(bare)
    assert not set(theirs.split()) - set(bare)
    assert bracket_alternatives(ours, ours) == ours


HOURS = "Ports set quiet hours for ships at berth."


def test_a_wording_stands_in_the_place_of_the_words_it_begins_and_ends_with() -> None:
    assert insert_wording("quiet and fair hours", HOURS) == "Ports set quiet and fair hours for ships at berth."


def test_words_between_may_go() -> None:
    assert insert_wording("quiet ships.", HOURS) == "Ports set quiet ships at berth."


def test_the_nearest_of_several_places_is_taken() -> None:
    text = "Quiet ports set quiet hours, and ports keep hours."
    assert insert_wording("quiet daily hours", text) == "Quiet ports set quiet daily hours, and ports keep hours."


def test_a_wording_of_other_words_is_added() -> None:
    assert insert_wording("by night only", HOURS) == "Ports set quiet hours for ships at berth by night only."


def test_a_whole_new_wording_replaces_the_text() -> None:
    new = "Harbours set quiet hours for ships at berth."
    assert insert_wording(new, HOURS) == new
