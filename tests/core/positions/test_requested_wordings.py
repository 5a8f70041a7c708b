import pytest

from delegate_desk.core.annotations.anchoring import quote_first
from delegate_desk.core.positions.requested_wordings import (
    apply_wording,
    count_wording,
    is_distinctive,
    missing_words,
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
