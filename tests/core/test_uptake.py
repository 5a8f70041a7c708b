import pytest

from delegate_desk.core.uptake import Counting, Outcome, uptake

PLAIN = Counting(frozenset("a and are be by in is it of on or the to".split()), lambda word: word.rstrip("s"))
OLD = "Harbours must keep the lamps lit."


def test_a_wording_that_was_taken_whole_is_taken() -> None:
    wanted = "Harbours should keep the lamps lit, in full respect of the law."
    told = uptake(OLD, wanted, wanted, PLAIN)
    assert (told.outcome, told.measure) == (Outcome.TAKEN, 1.0)
    assert told.added == (("should", True), ("full", True), ("respect", True), ("law", True))
    assert told.removed == (("must", True),)


def test_a_text_that_did_not_change_took_nothing() -> None:
    told = uptake(OLD, "Harbours should keep the lamps lit.", OLD, PLAIN)
    assert (told.outcome, told.measure) == (Outcome.NOT_TAKEN, 0.0)
    assert (told.added, told.removed) == ((("should", False),), (("must", False),))


def test_stop_words_and_untouched_words_stand_apart() -> None:
    told = uptake(OLD, f"{OLD} It is to be checked by the pilots.", f"{OLD} The pilots are there.", PLAIN)
    assert told.added == (("checked", False), ("pilots", True))
    assert told.outcome is Outcome.IN_PART


def test_another_form_and_another_order_are_the_same_wording() -> None:
    told = uptake(
        OLD, "Harbours must keep the lamps lit for the pilot.", "For pilots, harbours must keep lamps lit.", PLAIN
    )
    assert told.outcome is Outcome.TAKEN


def test_a_word_the_old_text_had_already_is_counted_once_more() -> None:
    wanted = "Harbours must keep the lamps and the spare lamps lit."
    assert uptake(OLD, wanted, OLD, PLAIN).added == (("spare", False), ("lamps", False))
    assert uptake(OLD, wanted, wanted, PLAIN).measure == 1.0


def test_a_word_that_went_for_a_third_one_is_worth_less_than_one_that_came() -> None:
    told = uptake(OLD, "Harbours should keep the lamps lit.", "Harbours may keep the lamps lit.", PLAIN)
    assert told.removed == (("must", True),)
    assert told.measure == pytest.approx(1 / 3)


def test_a_deletion_alone_is_taken_where_the_words_went() -> None:
    assert uptake(OLD, "Harbours must keep the lamps.", "Harbours must keep all the lamps.", PLAIN).measure == 1.0
    assert uptake(OLD, "", "Harbours must keep all the lamps lit.", PLAIN).outcome is Outcome.NOT_TAKEN


@pytest.mark.parametrize(
    ("old", "wanted"),
    [
        ("Ships or tugs pass.", "Ships and tugs pass."),
        ("Ships pass tugs.", "Tugs pass ships."),
        ("Ships pass, tugs wait.", "Ships pass; tugs wait."),
    ],
)
def test_small_words_order_and_marks_count_where_nothing_else_is_proposed(old: str, wanted: str) -> None:
    assert uptake(old, wanted, wanted, PLAIN).measure == 1.0
    assert uptake(old, wanted, old, PLAIN).measure == 0.0


def test_nothing_proposed_is_not_taken() -> None:
    assert uptake(OLD, OLD, OLD, PLAIN).outcome is Outcome.NOT_TAKEN
