import pytest

from delegate_desk.core.uptake import Outcome
from evaluation import uptake


def test_pairs_are_told_as_people_tell_them() -> None:
    judged = uptake.judge(uptake.LABELLED)
    assert len(judged) >= 150
    for language in ("en", "fr", "el"):
        took, whole = uptake.areas([one for one in judged if one[0].language == language])
        assert took >= 0.94, language
        assert whole >= 0.94, language
    took, whole = uptake.areas(judged)
    assert (took >= 0.965, whole >= 0.975) == (True, True), (took, whole)
    assert uptake.right(judged) >= 0.9


def test_the_pairs_held_out_are_others_than_those_tuned_on() -> None:
    # They have no floor: what is told of them is reported, and is not yet good enough to be promised.
    tuned, held = (list(uptake.pairs(path.read_text(encoding="utf-8"))) for path in (uptake.LABELLED, uptake.HELD_OUT))
    for language in ("en", "fr", "el"):
        of = [pair for pair in held if pair.language == language]
        assert len(of) >= 30, language
        assert {pair.label for pair in of} == {Outcome.TAKEN, Outcome.IN_PART, Outcome.NOT_TAKEN}, language
    texts = [{text for pair in some for text in (pair.old, pair.proposal, pair.new)} for some in (tuned, held)]
    assert not texts[0] & texts[1]


def test_the_area_is_that_of_pairs_told_apart() -> None:
    assert uptake.area([0.9, 0.5], [0.5, 0.1]) == pytest.approx(3.5 / 4)
    (pair,) = uptake.pairs("# said\n= en\nOLD One ship.\nWANT Two ships.\n~ Two ship.\n")
    assert (pair.language, pair.label) == ("en", Outcome.IN_PART)
    with pytest.raises(ValueError, match="whatever"):
        list(uptake.pairs("whatever this is"))
