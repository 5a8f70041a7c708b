"""Never onto a lookalike: what is certain is right, and what is not certain says so."""

import pytest

from delegate_desk.core.documents.document import Address
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment.align import InternalReference, align
from delegate_desk.core.revisions.comparison import Verdict, VerdictBasis
from support.short_alignments import COPY, DUES, HOURS, NOISE, POWER, REPORT, became, fates, placed, units

ONE, TWO = REPORT.format("Commission", 2021), REPORT.format("Presidency", 2022)


def test_twins_that_are_both_edited_are_told_apart_by_what_differs_in_them() -> None:
    new = units(f"{ONE[:-1]} at the latest.", TWO.replace("invites", "calls on"), NOISE)
    assert became(units(ONE, TWO, NOISE), new) == {"para_1": "para_1", "para_2": "para_2", "para_3": "para_3"}


def test_of_twins_the_one_that_stayed_may_be_edited() -> None:
    edited = TWO.replace("invites", "calls on")
    assert became(units(ONE, TWO, NOISE), units(edited, NOISE)) == {
        "para_1": None,
        "para_2": "para_1",
        "para_3": "para_2",
    }


def test_a_lookalike_of_both_is_the_one_of_neither() -> None:
    told = fates(units(ONE, TWO, NOISE), units(REPORT.format("Parliament", 2023), NOISE))
    assert [fate.is_sure for fate in told if fate.old in ("para_1", "para_2")] == [False, False]


def test_a_number_that_speaks_for_the_other_one_leaves_it_in_doubt() -> None:
    """The same words under another number may be the next unit, or the same one renumbered within."""
    text = "The controller shall inform the person concerned as provided for in Article {} without delay."
    told = fates(units(text.format(7), text.format(8)), units(text.format(8), text.format(9)))
    assert not any(fate.is_sure for fate in told if fate.old)


def test_cross_references_tell_what_their_numbers_do_not() -> None:
    text = "The controller shall inform the person concerned as provided for in paragraph {} without delay."
    old = units(NOISE, POWER, text.format(1), text.format(2))
    new = units(HOURS, NOISE, POWER, text.format(2), text.format(3))
    start = text.index("paragraph")
    links_old = {
        Address(f"para_{n + 2}"): (InternalReference(start, start + 11, Address(f"para_{n}")),) for n in (1, 2)
    }
    links_new = {
        Address(f"para_{n + 2}"): (InternalReference(start, start + 11, Address(f"para_{n}")),) for n in (2, 3)
    }
    told = finish(align(old, new, links_old=links_old, links_new=links_new))
    assert {fate.old: (fate.new, fate.verdict.value, fate.is_sure) for fate in told if fate.old} == {
        f"para_{n}": (f"para_{n + 1}", "renumbered", True) for n in range(1, 5)
    }


@pytest.mark.parametrize("gone", range(5))
def test_of_many_copies_the_one_that_went_is_told_by_its_neighbours(gone: int) -> None:
    texts = [f"{NOISE} {word} {HOURS}" for word in ("Brest", "Cork", "Gdynia", "Patras", "Varna")]
    old = units(*(text for one in texts for text in (one, COPY)))
    new = units(*(text for n, one in enumerate(texts) for text in ((one,) if n == gone else (one, COPY))))
    assert became(old, new)[f"para_{2 * gone + 2}"] is None
    assert len(became(old, new)) == 10


def test_of_copies_in_a_row_it_is_not_known_which_one_went() -> None:
    told = fates(units(NOISE, COPY, COPY, COPY, HOURS), units(NOISE, COPY, COPY, HOURS))
    doubtful = [fate for fate in told if fate.old in ("para_2", "para_3", "para_4")]
    assert not any(fate.is_sure for fate in doubtful)
    assert {fate.basis for fate in doubtful} == {(VerdictBasis.LOOKALIKES,)}


def test_what_replaces_a_unit_at_its_place_is_not_the_unit() -> None:
    told = became(units(NOISE, POWER, HOURS), units(NOISE, "Bees are kept on the roofs of the archive.", HOURS))
    assert told.get("para_2") is None


def test_one_clause_in_common_does_not_make_it_the_same_unit() -> None:
    clause = "unless the weather makes it impossible for the crews concerned"
    old = units(NOISE, f"The operator shall grant access to the winter timetable, {clause}.", HOURS)
    new = units(NOISE, f"Each laboratory may suspend samples taken from wells, {clause}.", HOURS)
    assert "para_2" not in became(old, new)


def test_a_unit_reworded_by_half_is_known_by_its_place_or_left_in_doubt() -> None:
    half = "Shore current is sold to any boat that stays for longer than three days."
    told = next(fate for fate in fates(units(NOISE, POWER, HOURS), units(NOISE, half, HOURS)) if fate.old == "para_2")
    assert told.new == "para_2"
    assert told.verdict is Verdict.REWORDED


def test_a_short_unit_reworded_whole_is_not_said_to_be_gone() -> None:
    told = fates(placed(hd_1="Registers", para_1=NOISE), placed(hd_1="Lists", para_1=NOISE))
    assert [fate.alternatives for fate in told if fate.old == "hd_1"] == [("hd_1",)]


def test_a_copy_goes_with_its_parent() -> None:
    old = placed(
        art_1="Ports", art_1__para_1=NOISE, art_1__para_2=COPY, art_2="Ships", art_2__para_1=POWER, art_2__para_2=COPY
    )
    new = placed(art_1="Ships", art_1__para_1=POWER, art_1__para_2=COPY)
    told = became(old, new)
    assert told["art_2__para_2"] == "art_1__para_2"
    assert told.get("art_1__para_2") is None


def test_a_unit_put_together_from_two_others_is_none_of_them_alone() -> None:
    told = fates(units(NOISE, DUES, POWER), units(NOISE, f"{DUES} {POWER}"))
    assert [(fate.old, fate.verdict.value) for fate in told] == [
        ("para_1", "same"),
        ("para_2", "merged"),
        ("para_3", "merged"),
    ]
