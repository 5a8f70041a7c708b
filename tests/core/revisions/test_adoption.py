import pytest

from delegate_desk.core.revisions.adoption import AdoptionOutcome, SignificantWords, measure_adoption
from delegate_desk.core.word_diff import diff_words

PLAIN = SignificantWords(
    frozenset("a and are be by in is it of on or the to".split()),
    lambda word: word.rstrip("s"),
    frozenset({"two", "three", "four"}),
    frozenset({"unless", "provided that"}),
)
OLD = "Harbours must keep the lamps lit."


def test_a_wording_that_was_taken_whole_is_taken() -> None:
    wanted = "Harbours should keep the lamps lit, in full respect of the law."
    told = measure_adoption(OLD, wanted, wanted, PLAIN)
    assert (told.outcome, told.rate) == (AdoptionOutcome.TAKEN, 1.0)
    assert told.added == (("should", True), ("full", True), ("respect", True), ("law", True))
    assert told.removed == (("must", True),)


def test_a_text_that_did_not_change_took_nothing() -> None:
    told = measure_adoption(OLD, "Harbours should keep the lamps lit.", OLD, PLAIN)
    assert (told.outcome, told.rate) == (AdoptionOutcome.NOT_TAKEN, 0.0)
    assert (told.added, told.removed) == ((("should", False),), (("must", False),))


def test_stop_words_and_untouched_words_stand_apart() -> None:
    told = measure_adoption(OLD, f"{OLD} It is to be checked by the pilots.", f"{OLD} The pilots are there.", PLAIN)
    assert told.added == (("checked", False), ("pilots", True))
    assert told.outcome is AdoptionOutcome.IN_PART


def test_another_form_and_another_order_are_the_same_wording() -> None:
    told = measure_adoption(
        OLD, "Harbours must keep the lamps lit for the pilot.", "For pilots, harbours must keep lamps lit.", PLAIN
    )
    assert told.outcome is AdoptionOutcome.TAKEN


def test_a_word_the_old_text_had_already_is_counted_once_more() -> None:
    wanted = "Harbours must keep the lamps and the spare lamps lit."
    assert measure_adoption(OLD, wanted, OLD, PLAIN).added == (("spare", False), ("lamps", False))
    assert measure_adoption(OLD, wanted, wanted, PLAIN).rate == 1.0


def test_a_word_that_went_for_a_third_one_has_not_made_room() -> None:
    told = measure_adoption(OLD, "Harbours should keep the lamps lit.", "Harbours may keep the lamps lit.", PLAIN)
    assert told.removed == (("must", True),)
    assert told.rate == 0.0
    asked = measure_adoption(OLD, "Harbours must keep lamps.", "Harbours must keep the lamps dark.", PLAIN)
    assert (asked.removed, asked.rate) == ((("lit", True),), 0.0)


def test_what_decides_counts_only_where_it_was_proposed() -> None:
    old = "Pilots wait for two hours and tugs wait for three days."
    wanted = "Pilots wait for four hours and tugs wait for three days."
    assert (
        measure_adoption(old, wanted, "Pilots wait for two hours and tugs wait for four days.", PLAIN).outcome
        is AdoptionOutcome.NOT_TAKEN
    )
    assert (
        measure_adoption(old, wanted, "Tugs wait for three days, pilots for four hours.", PLAIN).outcome
        is AdoptionOutcome.TAKEN
    )
    denied = "Harbours must not keep the lamps lit."
    elsewhere = measure_adoption(OLD, denied, "Harbours must keep the lamps lit. Pilots do not pay for it.", PLAIN)
    assert (elsewhere.outcome, elsewhere.added) == (AdoptionOutcome.NOT_TAKEN, (("not", False),))


def test_a_condition_or_a_number_nobody_proposed_makes_it_a_part() -> None:
    wanted = "Harbours should keep the lamps lit."
    for more in ("unless the moon shines", "provided that it is night", "for 4 hours"):
        assert (
            measure_adoption(OLD, wanted, f"Harbours should keep the lamps lit, {more}.", PLAIN).outcome
            is AdoptionOutcome.IN_PART
        )
    asked = "Harbours should keep the lamps lit unless the moon shines."
    assert measure_adoption(OLD, asked, asked, PLAIN).outcome is AdoptionOutcome.TAKEN


def test_a_small_change_is_not_drowned_by_a_long_one() -> None:
    wanted = "Harbours should keep the lamps lit, with due regard to birds that rest during migration season."
    told = measure_adoption(OLD, wanted, wanted.replace("should", "must"), PLAIN)
    assert told.outcome is AdoptionOutcome.IN_PART


def test_words_that_begin_alike_are_forms_of_one() -> None:
    told = measure_adoption(
        "Chaque port agit.", "Chaque port désigne un pilote et agit.", "Ils désignent un pilote.", PLAIN
    )
    assert told.added[0] == ("désigne", True)


def test_a_deletion_alone_is_taken_where_the_words_went() -> None:
    assert (
        measure_adoption(OLD, "Harbours must keep the lamps.", "Harbours must keep all the lamps.", PLAIN).rate == 1.0
    )
    assert (
        measure_adoption(OLD, "", "Harbours must keep all the lamps lit.", PLAIN).outcome is AdoptionOutcome.NOT_TAKEN
    )


@pytest.mark.parametrize(
    ("old", "wanted"),
    [
        ("Ships or tugs pass.", "Ships and tugs pass."),
        ("Ships pass tugs.", "Tugs pass ships."),
        ("Ships pass, tugs wait.", "Ships pass; tugs wait."),
    ],
)
def test_small_words_order_and_marks_count_where_nothing_else_is_proposed(old: str, wanted: str) -> None:
    assert measure_adoption(old, wanted, wanted, PLAIN).rate == 1.0
    assert measure_adoption(old, wanted, old, PLAIN).rate == 0.0


def test_nothing_proposed_is_not_taken() -> None:
    assert measure_adoption(OLD, OLD, OLD, PLAIN).outcome is AdoptionOutcome.NOT_TAKEN


def test_a_negation_weighs_as_much_as_many_words() -> None:
    turned = diff_words("Small ports shall not be obliged to report.", "Small ports shall be obliged to report.")
    renumbered = diff_words("As set out in Articles 7 and 12.", "As set out in Articles 8 and 13.")
    long = diff_words(
        "", "A fund for the lamps of small harbours that pilots pass by night in winter is set up by law."
    )
    assert PLAIN.weigh(long) > PLAIN.weigh(turned) > PLAIN.weigh(renumbered)
    assert PLAIN.weigh(renumbered) == PLAIN.count(renumbered)
