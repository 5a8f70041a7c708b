from hypothesis import given
from hypothesis import strategies as st

from delegate_desk.core.annotations.anchoring import quote_first
from delegate_desk.core.annotations.annotation import Quote
from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.core.revisions.carryover.reanchor import Relocation, propose_units

NOISE = "Noise from ships at berth disturbs the people who live near ports."
HOURS = "Ports should set quiet hours for ships at berth and keep them."
POWER = "Shore power is offered to ships that keep the quiet hours of their port."


def quoted(text: str, exact: str) -> Quote:
    quote = quote_first(text, exact)
    assert quote is not None
    return quote


def units(**texts: str) -> list[Paragraph]:
    return [Paragraph(Address(address), Kind.PARAGRAPH, "", text) for address, text in texts.items()]


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


def test_lookalikes_keep_their_order_though_all_moved_by_one_and_were_read_otherwise() -> None:
    drafts = [f"ESMA shall submit the draft of standard {name} in time to the Commission." for name in "ABCDE"]
    before = units(**{f"para_{n}": text for n, text in enumerate(drafts, 1)})
    after = units(**{f"para_{n}": text.replace("submit", "subrnit") for n, text in enumerate(drafts, 2)})
    relocation = Relocation(before, after)
    found = [relocation.find(unit.address, unit.marked) for unit in before]
    assert found == [f"para_{n}" for n in range(2, 7)]


def test_of_lookalikes_one_that_is_gone_is_not_found_in_another() -> None:
    before = units(para_1=NOISE, para_2=HOURS, para_3=NOISE)
    relocation = Relocation(before, units(para_1=HOURS, para_5=NOISE))
    assert relocation.find(Address("para_2"), HOURS) == "para_1"
    assert relocation.find(Address("para_3"), NOISE) == "para_5"
    assert relocation.find(Address("para_1"), NOISE) is None


def test_what_an_earlier_reading_lost_is_found_in_a_later_one() -> None:
    relocation = Relocation(units(para_1=HOURS), units(para_1=HOURS, para_2=NOISE))
    assert relocation.find(Address("para_9"), NOISE) == "para_2"
    assert relocation.find(Address("para_1"), NOISE) == "para_2"


def test_a_long_text_read_otherwise_throughout_is_laid_side_by_side() -> None:
    before = units(**{f"para_{n}": f"Paragraph {n} speaks of port {n * 7}, ship {n * 11}." for n in range(1, 260)})
    after = [Paragraph(u.address, u.kind, "", u.marked.replace("speaks", "treats")) for u in before[10:]]
    relocation = Relocation(before, after)
    found = [relocation.find(unit.address, unit.marked) for unit in before]
    assert found[10:] == [unit.address for unit in before[10:]]
    assert found[:10] == [None] * 10


@given(st.lists(st.sampled_from(["same", "gone", "garbled", "put before"]), min_size=1, max_size=25))
def test_lookalikes_are_found_where_they_are_or_nowhere(fates: list[str]) -> None:
    names = [chr(ord("a") + n) * 4 for n in range(len(fates))]
    texts = [f"Member States shall notify measure {name} to the Commission without delay." for name in names]
    before = units(**{f"para_{n}": text for n, text in enumerate(texts)})
    after: list[Paragraph] = []
    truth: list[str | None] = []
    for text, fate in zip(texts, fates, strict=True):
        if fate == "put before":
            after += units(**{f"para_{len(after)}": f"Something new was found here, number {len(after)}."})
        truth.append(None if fate == "gone" else f"para_{len(after)}")
        if fate != "gone":
            after += units(**{f"para_{len(after)}": text.replace("without", "with out") if fate == "garbled" else text})
    relocation = Relocation(before, after)
    for unit, right in zip(before, truth, strict=True):
        found = relocation.find(unit.address, unit.marked)
        assert found in (right, None)
        if "gone" not in fates:
            assert found == right


TEXTS = {
    "para_1": "Quiet hours at night are agreed with the port and the town.",
    "para_2": "Ships at berth are connected to power from the shore.",
    "para_3": "Member States report every second year.",
}


def unit(address: str, text: str) -> Paragraph:
    return Paragraph(Address(address), Kind.PARAGRAPH, "", text, 1)


UNITS = [unit(address, text) for address, text in TEXTS.items()]


def addresses(text: str, quote: Quote | None = None, stood: str = "para_9") -> list[str]:
    return [one.address for one in propose_units(Address(stood), text, quote, UNITS)]


def test_the_likest_text_is_proposed_first() -> None:
    assert addresses("Ships which are at berth shall be connected to shore power.")[0] == "para_2"


def test_words_quoted_lead_to_where_they_stand() -> None:
    assert addresses("", Quote("every second year", "", "", 0, 17)) == ["para_3"]


def test_nothing_is_proposed_for_what_is_like_nothing() -> None:
    assert addresses("Άλλο κείμενο.") == addresses("") == []
