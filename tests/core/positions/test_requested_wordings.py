from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import quote_first
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


@pytest.mark.parametrize(
    ("wording", "text", "applied"),
    [
        ("Pilots may report to the master of the harbour.", TEXT, "Pilots may report to the master of the harbour."),
        ("in writing", TEXT, "Pilots shall report to the harbour master in writing."),
        ("Tugs shall wait.", TEXT, f"{TEXT} Tugs shall wait."),
        ("Tugs shall wait.", "", "Tugs shall wait."),
    ],
)
def test_a_wording_like_the_text_stands_in_its_place_and_another_is_added(
    wording: str, text: str, applied: str
) -> None:
    assert apply_wording(wording, text) == applied


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


BRACKETED = {
    "what stands in them is not agreed": ("Ports [shall] be quiet [at night].", ["[shall]", "[at night]"]),
    "those within others are part of them": ("Ports [shall [not] be quiet].", ["[shall [not] be quiet]"]),
    "dots stand for words left out": ("Ports […] be [...] quiet [ … ].", []),
    "they may be closed in another unit": ("Ports [shall be quiet;", ["[shall be quiet;"]),
    "they may be opened in another unit": ("at night] and [by day].", ["at night]", "[by day]"]),
}


@pytest.mark.parametrize(("text", "words"), BRACKETED.values(), ids=BRACKETED)
def test_square_brackets(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in bracketed_spans(text)] == words


@given(st.text(alphabet="[]a …", max_size=30))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    found = bracketed_spans(text)
    assert all(start < end <= len(text) for start, end in found)
    assert all(first[1] <= second[0] for first, second in pairwise(found))


WORDS = st.lists(st.sampled_from("the ports set quiet hours for ships".split()), max_size=9).map(" ".join)


def test_brackets_hold_the_words_and_leave_the_spaces_out() -> None:
    assert put_in_brackets("Ports set quiet hours.", 10, 16) == "Ports set [quiet] hours."
    assert put_in_brackets("Ports set quiet hours.", 5, 6) == "Ports set quiet hours."


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("Ports set quiet hours.", "Ports set fair hours.", "Ports set [quiet] [fair] hours."),
        ("Ports set hours.", "Ports set fair hours.", "Ports set [fair] hours."),
        ("Ports set [quiet] [fair] hours.", "Ports set few hours.", "Ports set [quiet] [fair] [few] hours."),
    ],
)
def test_wordings_stand_beside_each_other_where_they_differ(ours: str, theirs: str, both: str) -> None:
    assert bracket_alternatives(ours, theirs) == both


def test_only_the_differences_chosen_are_taken() -> None:
    ours, theirs = "Ports shall set quiet hours.", "Ports may set fair hours."
    at = ours.index("quiet")
    assert bracket_alternatives(ours, theirs, at, at + 5) == "Ports shall set [quiet] [fair] hours."


@given(WORDS, WORDS)
def test_without_brackets_nothing_is_lost(ours: str, theirs: str) -> None:
    bare = bracket_alternatives(ours, theirs).replace("[", " ").replace("]", " ").split()
    assert not set(ours.split()) - set(bare)
    assert not set(theirs.split()) - set(bare)
    assert bracket_alternatives(ours, ours) == ours


HOURS = "Ports set quiet hours for ships at berth."
INSERTED = {
    "it stands in the place of the words it begins and ends with": (
        "quiet and fair hours", HOURS, "Ports set quiet and fair hours for ships at berth."
    ),
    "words between may go": ("quiet ships.", HOURS, "Ports set quiet ships at berth."),
    "the nearest of several places is taken": (
        "quiet daily hours", "Quiet ports set quiet hours, and ports keep hours.",
        "Quiet ports set quiet daily hours, and ports keep hours.",
    ),
    "one of other words is added": ("by night only", HOURS, "Ports set quiet hours for ships at berth by night only."),
    "a whole new one replaces the text": (
        "Harbours set quiet hours for ships at berth.", HOURS, "Harbours set quiet hours for ships at berth."
    ),
}  # fmt: skip


@pytest.mark.parametrize(("wording", "text", "made"), INSERTED.values(), ids=INSERTED)
def test_where_a_wording_is_inserted(wording: str, text: str, made: str) -> None:
    assert insert_wording(wording, text) == made
