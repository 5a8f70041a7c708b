import pytest

from delegate_desk.core.uptake import Outcome
from evaluation import uptake


def test_pairs_are_told_as_people_tell_them() -> None:
    judged = [(pair, pair.told()) for pair in uptake.pairs(uptake.LABELLED.read_text(encoding="utf-8"))]
    assert len(judged) >= 150
    for language in ("en", "fr", "el"):
        took, whole = uptake.areas([one for one in judged if one[0].language == language])
        assert took >= 0.94, language
        assert whole >= 0.94, language
    took, whole = uptake.areas(judged)
    assert (took >= 0.965, whole >= 0.975) == (True, True), (took, whole)
    right = sum(pair.label is told.outcome for pair, told in judged)
    assert right >= 0.9 * len(judged)


def test_the_area_is_that_of_pairs_told_apart() -> None:
    assert uptake.area([0.9, 0.5], [0.5, 0.1]) == pytest.approx(3.5 / 4)
    (pair,) = uptake.pairs("# said\n= en\nOLD One ship.\nWANT Two ships.\n~ Two ship.\n")
    assert (pair.language, pair.label) == ("en", Outcome.IN_PART)
    with pytest.raises(ValueError, match="whatever"):
        list(uptake.pairs("whatever this is"))
