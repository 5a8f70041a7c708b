import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.annotation import (
    Quote,
    folded_letters,
    link_at,
    parse_links,
    parse_task_boxes,
    quote_at,
    quote_first,
    reanchor_quote,
    task_box_on_line,
    toggled_mark,
    unanchored_quote,
    unfinished_link_at,
)

HOURS = "Ports should set quiet hours for ships at berth and keep them."


def quoted(text: str, exact: str) -> Quote:
    quote = quote_first(text, exact)
    assert quote is not None
    return quote


@given(st.text(max_size=60), st.data())
def test_words_stay_where_the_text_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text)))
    end = data.draw(st.integers(min_value=start, max_value=len(text)))
    quote = quote_at(text, start, end)
    if quote.exact:
        assert reanchor_quote(quote, text) == quote


def test_words_are_found_behind_what_was_put_before_them() -> None:
    fitted = reanchor_quote(quoted(HOURS, "quiet hours"), f"In future, {HOURS}")
    assert fitted is not None
    assert (fitted.exact, fitted.start) == ("quiet hours", HOURS.index("quiet") + 11)


def test_of_words_that_stand_twice_those_in_their_old_company_are_meant() -> None:
    text = "ships at berth in winter and ships at berth in summer"
    second = quote_at(text, 29, 43)
    assert second.exact == "ships at berth"
    fitted = reanchor_quote(second, f"All {text}")
    assert fitted is not None
    assert fitted.start == 33


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("Ports should set quiet hours for ships at berth and keep them.", "quiet hours"),
        ("Ports should set quiet\u00a0hours for ships.", "quiet\u00a0hours"),
        ("Ports should set quiet-hours for ships.", "quiet-hours"),
        ("Ports should set QUIET HOURS for ships.", "QUIET HOURS"),
        ("Ports should set qui et hours for ships.", "qui et hours"),
        ("Ports should set quiet hour for ships at berth and keep them.", "quiet hour"),
    ],
)
def test_words_read_otherwise_are_found(now: str, words: str) -> None:
    fitted = reanchor_quote(quoted(HOURS, "quiet hours"), now)
    assert fitted is not None
    assert fitted.exact == words == now[fitted.start : fitted.end]


def test_other_words_in_the_same_company_are_not_taken_for_them() -> None:
    assert reanchor_quote(quoted(HOURS, "quiet hours"), HOURS.replace("quiet hours", "a curfew for trucks")) is None


def test_a_lost_quote_keeps_its_words_and_marks_no_others() -> None:
    quote = unanchored_quote(quoted(HOURS, "keep them"), "Short.")
    assert (quote.exact, quote.start, quote.end) == ("keep them", 6, 6)
    assert reanchor_quote(quote, HOURS) == quoted(HOURS, "keep them")


def test_letters_are_what_is_left_of_a_text_however_it_is_set() -> None:
    assert folded_letters("Κανονι-\nσμός (ΕΕ)") == "κανονισμοσεε"


NOTE = "See [[12862/19 7στ]] and [[@1b2c3d4e]].\n- [ ] call Paris\n  * [x] mail\n-[ ] no box\nnot - [ ] one"


def test_links_stand_in_double_brackets() -> None:
    assert [link.name for link in parse_links(NOTE)] == ["12862/19 7στ", "@1b2c3d4e"]
    first = parse_links(NOTE)[0]
    assert NOTE[first.start : first.end] == "[[12862/19 7στ]]"
    assert link_at(NOTE, first.start + 5) == first
    assert link_at(NOTE, 1) is None


@pytest.mark.parametrize(
    ("typed", "name"), [("so [[12", "12"), ("[[", ""), ("[[a]] b", None), ("[[a\nb", None), ("[a", None)]
)
def test_a_link_being_typed_is_known_by_its_open_brackets(typed: str, name: str | None) -> None:
    begun = unfinished_link_at(typed, len(typed))
    assert (begun.name if begun else None) == name


def test_boxes_begin_a_line_and_are_toggled() -> None:
    assert [box.is_ticked for box in parse_task_boxes(NOTE)] == [False, True]
    box = task_box_on_line(NOTE, NOTE.index("Paris"))
    assert box is not None
    changed = NOTE[: box.start + 1] + toggled_mark(box) + NOTE[box.end - 1 :]
    assert "- [x] call Paris" in changed
    assert task_box_on_line(NOTE, 2) is None
