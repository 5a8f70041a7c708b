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


SHOULD = OLD.replace("must", "should")
RESPECT = "Harbours should keep the lamps lit, in full respect of the law."
SPARE = "Harbours must keep the lamps and the spare lamps lit."
BIRDS = "Harbours should keep the lamps lit, with due regard to birds that rest during migration season."
UNLESS = "Harbours should keep the lamps lit unless the moon shines."
HOURS = "Pilots wait for two hours and tugs wait for three days."
FOUR = HOURS.replace("two hours", "four hours")
TAKEN = {"outcome": AdoptionOutcome.TAKEN, "rate": 1.0}
NOT_TAKEN: dict[str, object] = {"outcome": AdoptionOutcome.NOT_TAKEN}
IN_PART: dict[str, object] = {"outcome": AdoptionOutcome.IN_PART}
SMALL = {
    "a small word": ("Ships or tugs pass.", "Ships and tugs pass."),
    "another order": ("Ships pass tugs.", "Tugs pass ships."),
    "a mark": ("Ships pass, tugs wait.", "Ships pass; tugs wait."),
}
MEASURED: dict[str, tuple[str, str, str, dict[str, object]]] = {
    "a wording that was taken whole is taken": (
        OLD, RESPECT, RESPECT,
        {**TAKEN, "added": (("should", True), ("full", True), ("respect", True), ("law", True)),
        "removed": (("must", True),)},
    ),
    "a text that did not change took nothing": (
        OLD, SHOULD, OLD, {**NOT_TAKEN, "rate": 0.0, "added": (("should", False),), "removed": (("must", False),)},
    ),
    "stop words and untouched words stand apart": (
        OLD, f"{OLD} It is to be checked by the pilots.", f"{OLD} The pilots are there.",
        {**IN_PART, "added": (("checked", False), ("pilots", True))},
    ),
    "another form and another order are the same wording": (
        OLD, "Harbours must keep the lamps lit for the pilot.", "For pilots, harbours must keep lamps lit.", TAKEN,
    ),
    "a word the old text had already is counted once more": (
        OLD, SPARE, OLD, {"added": (("spare", False), ("lamps", False))},
    ),
    "a word that came once more is taken": (OLD, SPARE, SPARE, TAKEN),
    "a word that went for a third one has not made room": (
        OLD, SHOULD, OLD.replace("must", "may"), {"rate": 0.0, "removed": (("must", True),)},
    ),
    "nor has one that was to go alone": (
        OLD, "Harbours must keep lamps.", "Harbours must keep the lamps dark.",
        {"rate": 0.0, "removed": (("lit", True),)},
    ),
    "a number counts only where it was proposed": (HOURS, FOUR, HOURS.replace("three days", "four days"), NOT_TAKEN),
    "a number may come in another sentence": (HOURS, FOUR, "Tugs wait for three days, pilots for four hours.", TAKEN),
    "a negation counts only where it was proposed": (
        OLD, "Harbours must not keep the lamps lit.", f"{OLD} Pilots do not pay for it.",
        {**NOT_TAKEN, "added": (("not", False),)},
    ),
    **{
        f"what nobody proposed makes it a part: {more}": (OLD, SHOULD, SHOULD.replace(".", f", {more}."), IN_PART)
        for more in ("unless the moon shines", "provided that it is night", "for 4 hours")
    },
    "a condition that was proposed is taken": (OLD, UNLESS, UNLESS, TAKEN),
    "a small change is not drowned by a long one": (OLD, BIRDS, BIRDS.replace("should", "must"), IN_PART),
    "words that begin alike are forms of one": (
        "Chaque port agit.", "Chaque port désigne un pilote et agit.", "Ils désignent un pilote.",
        {"added": (("désigne", True), ("un", True), ("pilote", True), ("et", False))},
    ),
    "a deletion alone is taken where the words went": (
        OLD, "Harbours must keep the lamps.", "Harbours must keep all the lamps.", {"rate": 1.0},
    ),
    "a deletion of all is not taken where they stay": (OLD, "", "Harbours must keep all the lamps lit.", NOT_TAKEN),
    **{f"{what} counts alone and is taken": (old, new, new, {"rate": 1.0}) for what, (old, new) in SMALL.items()},
    **{f"{what} counts alone and is not taken": (old, new, old, {"rate": 0.0}) for what, (old, new) in SMALL.items()},
    "nothing proposed is not taken": (OLD, OLD, OLD, NOT_TAKEN),
}  # fmt: skip


@pytest.mark.parametrize(("old", "wanted", "new", "expected"), MEASURED.values(), ids=MEASURED)
def test_what_was_proposed_is_taken_in_part_or_not(
    old: str, wanted: str, new: str, expected: dict[str, object]
) -> None:
    told = measure_adoption(old, wanted, new, PLAIN)
    assert {name: getattr(told, name) for name in expected} == expected


def test_a_negation_weighs_as_much_as_many_words() -> None:
    turned = diff_words("Small ports shall not be obliged to report.", "Small ports shall be obliged to report.")
    renumbered = diff_words("As set out in Articles 7 and 12.", "As set out in Articles 8 and 13.")
    long = diff_words(
        "", "A fund for the lamps of small harbours that pilots pass by night in winter is set up by law."
    )
    assert PLAIN.weigh(long) > PLAIN.weigh(turned) > PLAIN.weigh(renumbered)
    assert PLAIN.weigh(renumbered) == PLAIN.count(renumbered)
