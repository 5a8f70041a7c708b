import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.anchoring import Relocation, is_like, letters, lost, quote_at, quote_of, refit
from delegate_desk.core.annotations import Quote
from delegate_desk.core.documents import Address, Kind, Paragraph

NOISE = "Noise from ships at berth disturbs the people who live near ports."
HOURS = "Ports should set quiet hours for ships at berth and keep them."
POWER = "Shore power is offered to ships that keep the quiet hours of their port."


def quoted(text: str, exact: str) -> Quote:
    quote = quote_of(text, exact)
    assert quote is not None
    return quote


def units(**texts: str) -> list[Paragraph]:
    return [Paragraph(Address(address), Kind.PARAGRAPH, "", text) for address, text in texts.items()]


@given(st.text(max_size=60), st.data())
def test_words_stay_where_the_text_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text)))
    end = data.draw(st.integers(min_value=start, max_value=len(text)))
    quote = quote_at(text, start, end)
    if quote.exact:
        assert refit(quote, text) == quote


def test_words_are_found_behind_what_was_put_before_them() -> None:
    fitted = refit(quoted(HOURS, "quiet hours"), f"In future, {HOURS}")
    assert fitted is not None
    assert (fitted.exact, fitted.start) == ("quiet hours", HOURS.index("quiet") + 11)


def test_of_words_that_stand_twice_those_in_their_old_company_are_meant() -> None:
    text = "ships at berth in winter and ships at berth in summer"
    second = quote_at(text, 29, 43)
    assert second.exact == "ships at berth"
    fitted = refit(second, f"All {text}")
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
    fitted = refit(quoted(HOURS, "quiet hours"), now)
    assert fitted is not None
    assert fitted.exact == words == now[fitted.start : fitted.end]


def test_other_words_in_the_same_company_are_not_taken_for_them() -> None:
    assert refit(quoted(HOURS, "quiet hours"), HOURS.replace("quiet hours", "a curfew for trucks")) is None


def test_a_lost_quote_keeps_its_words_and_marks_no_others() -> None:
    quote = lost(quoted(HOURS, "keep them"), "Short.")
    assert (quote.exact, quote.start, quote.end) == ("keep them", 6, 6)
    assert refit(quote, HOURS) == quoted(HOURS, "keep them")


def test_a_unit_stays_at_its_address() -> None:
    relocation = Relocation(units(para_1=NOISE, para_2=HOURS), units(para_1=NOISE, para_2=HOURS.replace("set", "fix")))
    assert relocation.find(Address("para_2"), HOURS) == "para_2"


def test_a_unit_is_found_under_another_address() -> None:
    relocation = Relocation(units(para_1=NOISE, para_2=HOURS), units(para_1=POWER, para_2=NOISE, para_3=HOURS))
    assert relocation.find(Address("para_1"), NOISE) == "para_2"
    assert relocation.find(Address("para_2"), HOURS) == "para_3"


def test_a_unit_is_found_though_some_words_were_read_otherwise() -> None:
    relocation = Relocation(units(para_1=NOISE), units(cover=POWER, p_1=NOISE.replace("disturbs", "dis turbs")))
    assert relocation.find(Address("para_1"), NOISE) == "p_1"


def test_a_lookalike_at_the_old_address_is_not_the_unit() -> None:
    relocation = Relocation(units(para_1=NOISE), units(para_1=POWER))
    assert relocation.find(Address("para_1"), NOISE) is None
    near = HOURS.replace("quiet hours", "speed limits")
    relocation = Relocation(units(para_1=HOURS), units(para_1=near, para_2=HOURS))
    assert relocation.find(Address("para_1"), HOURS) == "para_2"


def test_what_could_be_in_two_places_is_placed_in_neither() -> None:
    relocation = Relocation(units(para_1=NOISE), units(p_1=NOISE, p_2=NOISE))
    assert relocation.find(Address("para_1"), NOISE) is None
    relocation = Relocation(units(para_1=NOISE), units(p_1=f"{NOISE} Yes.", p_2=f"{NOISE} No."))
    assert relocation.find(Address("para_1"), NOISE) is None


def test_twins_keep_their_order() -> None:
    relocation = Relocation(units(row_1="Deleted", row_2="Deleted"), units(cell_1="Deleted", cell_2="Deleted"))
    assert relocation.find(Address("row_2"), "Deleted") == "cell_2"


def test_of_a_unit_taken_apart_the_part_with_the_words_is_meant() -> None:
    whole = f"{NOISE} {HOURS}"
    relocation = Relocation(units(para_1=whole), units(para_1=NOISE, para_1__sub_2=HOURS))
    assert relocation.find(Address("para_1"), whole) == "para_1"
    assert relocation.find(Address("para_1"), whole, quoted(whole, "quiet hours for")) == "para_1__sub_2"


def test_units_put_together_are_found_in_the_whole() -> None:
    relocation = Relocation(units(para_1=NOISE, para_2=HOURS), units(para_1=f"{NOISE} {HOURS}"))
    assert relocation.find(Address("para_1"), NOISE) == "para_1"
    assert relocation.find(Address("para_2"), HOURS) == "para_1"
    assert relocation.find(Address("para_2"), HOURS, quoted(HOURS, "quiet hours for ships")) == "para_1"


def test_a_heading_without_words_stays() -> None:
    relocation = Relocation(units(art_1=""), units(art_1="Scope"))
    assert relocation.find(Address("art_1"), "") == "art_1"
    assert relocation.find(Address("art_2"), "") is None


def test_text_is_alike_by_most_of_its_words() -> None:
    assert is_like(HOURS, HOURS.replace("should", "shall"))
    assert not is_like(HOURS, POWER)
    assert letters("Κανονι-\nσμός (ΕΕ)") == "κανονισμοσεε"
