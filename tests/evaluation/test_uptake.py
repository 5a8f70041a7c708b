from pathlib import Path

import pytest

from delegate_desk.core.revisions.adoption import AdoptionOutcome
from evaluation import uptake


@pytest.mark.parametrize("path", [uptake.LABELLED, uptake.FURTHER], ids=lambda path: path.stem)
def test_pairs_are_told_as_people_tell_them(path: Path) -> None:
    judged = uptake.judge(path)
    assert len(judged) >= 150
    for language in ("en", "fr", "el"):
        took, whole = uptake.areas([one for one in judged if one[0].language == language])
        assert took >= 0.97, language
        assert whole >= 0.965, language
    took, whole = uptake.areas(judged)
    assert (took >= 0.985, whole >= 0.985) == (True, True), (took, whole)
    assert uptake.right(judged) >= 0.92


def test_pairs_held_out_are_told_no_worse_than_when_last_measured() -> None:
    # Raise these when they are beaten; lower them for nothing.
    judged = uptake.judge(uptake.HELD_OUT)
    took, whole = uptake.areas(judged)
    assert (took >= 0.885, whole >= 0.745) == (True, True), (took, whole)
    assert uptake.right(judged) >= 0.67


def test_the_pairs_held_out_are_others_than_those_tuned_on() -> None:
    files = [(uptake.LABELLED, uptake.FURTHER), (uptake.HELD_OUT,)]
    tuned, held = ([p for path in of for p in uptake.pairs(path.read_text(encoding="utf-8"))] for of in files)
    for language in ("en", "fr", "el"):
        of = [pair for pair in held if pair.language == language]
        assert len(of) >= 30, language
        assert {pair.label for pair in of} == {
            AdoptionOutcome.TAKEN,
            AdoptionOutcome.IN_PART,
            AdoptionOutcome.NOT_TAKEN,
        }, language
    texts = [{text for pair in some for text in (pair.old, pair.proposal, pair.new)} for some in (tuned, held)]
    assert not texts[0] & texts[1]


def test_the_area_is_that_of_pairs_told_apart() -> None:
    assert uptake.area([0.9, 0.5], [0.5, 0.1]) == pytest.approx(3.5 / 4)
    (pair,) = uptake.pairs("# said\n= en\nOLD One ship.\nWANT Two ships.\n~ Two ship.\n")
    assert (pair.language, pair.label) == ("en", AdoptionOutcome.IN_PART)
    with pytest.raises(ValueError, match="whatever"):
        list(uptake.pairs("whatever this is"))
