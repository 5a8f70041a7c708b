from delegate_desk.core.documents.document import Address
from delegate_desk.core.progress import finish
from delegate_desk.core.revisions.alignment.align import InternalReference, align
from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.core.word_diff import WordChange
from support.short_alignments import DUES, HOURS, NOISE, POWER, REPORT, told, units


def test_a_text_is_the_same_as_itself() -> None:
    text = units(NOISE, HOURS, POWER)
    fates = finish(align(text, text))
    assert {fate.verdict for fate in fates} == {Verdict.SAME}
    assert all(fate.similarity == 1.0 and fate.is_sure for fate in fates)


def test_what_follows_an_insertion_is_only_renumbered() -> None:
    assert told(units(NOISE, HOURS), units(NOISE, POWER, HOURS)) == [
        ("para_1", "para_1", "same"),
        (None, "para_2", "inserted"),
        ("para_2", "para_3", "renumbered"),
    ]


def test_what_was_deleted_stands_behind_what_it_stood_behind() -> None:
    assert told(units(NOISE, HOURS, POWER), units(NOISE, POWER)) == [
        ("para_1", "para_1", "same"),
        ("para_2", None, "deleted"),
        ("para_3", "para_2", "renumbered"),
    ]


def test_a_changed_word_makes_a_unit_reworded_and_is_named() -> None:
    fate = finish(align(units(HOURS), units(HOURS.replace("should", "shall"))))[0]
    assert fate.verdict is Verdict.REWORDED
    assert [text for change, text in fate.words if change is not WordChange.EQUAL] == ["should", "shall"]


def test_the_fewest_that_can_have_moved_have_moved() -> None:
    assert told(units(NOISE, HOURS, POWER, DUES), units(HOURS, POWER, DUES, NOISE)) == [
        ("para_2", "para_1", "renumbered"),
        ("para_3", "para_2", "renumbered"),
        ("para_4", "para_3", "renumbered"),
        ("para_1", "para_4", "moved"),
    ]


def test_a_unit_is_taken_apart_and_put_together() -> None:
    whole = f"{NOISE} {POWER}"
    assert told(units(whole, HOURS), units(NOISE, POWER, HOURS)) == [
        ("para_1", "para_1", "split"),
        ("para_1", "para_2", "split"),
        ("para_2", "para_3", "renumbered"),
    ]
    assert told(units(NOISE, POWER, HOURS), units(whole, HOURS)) == [
        ("para_1", "para_1", "merged"),
        ("para_2", "para_1", "merged"),
        ("para_3", "para_2", "renumbered"),
    ]


def test_a_lookalike_is_not_the_one_that_went() -> None:
    one, two = REPORT.format("Commission", 2021), REPORT.format("Presidency", 2022)
    assert told(units(one, two, NOISE), units(two, NOISE)) == [
        ("para_1", None, "deleted"),
        ("para_2", "para_1", "renumbered"),
        ("para_3", "para_2", "renumbered"),
    ]


def test_which_of_two_copies_went_is_not_known() -> None:
    fates = finish(align(units(NOISE, NOISE, HOURS), units(NOISE, HOURS)))
    doubtful = {fate.old for fate in fates if not fate.is_sure}
    assert doubtful == {"para_1", "para_2"}


def test_a_cross_reference_that_was_renumbered_is_no_other_wording() -> None:
    old = units(NOISE, POWER, "The hours in paragraph 2 are binding.")
    new = units(NOISE, HOURS, POWER, "The hours in paragraph 3 are binding.")
    links_old = {Address("para_3"): (InternalReference(13, 24, Address("para_2")),)}
    links_new = {Address("para_4"): (InternalReference(13, 24, Address("para_3")),)}
    last = finish(align(old, new, links_old=links_old, links_new=links_new))[-1]
    assert (last.old, last.new, last.verdict) == ("para_3", "para_4", Verdict.RENUMBERED)
    assert ("delete", "2") in last.words
