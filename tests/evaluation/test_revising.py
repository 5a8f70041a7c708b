from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core import word_diff
from delegate_desk.core.documents.document import Address, DocumentId, View
from delegate_desk.core.revisions.comparison import Comparison, UnitOutcome, Verdict
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from evaluation import revising_files
from evaluation.revising import marked, marked_units, run
from evaluation.revising_files import Through
from evaluation.revising_plans import PLANS, PLANTED, revise
from evaluation.revising_score import Judge, Score, Wrong, compared
from evaluation.revising_truth import Revision

MANY = 38
_ONCE_WRONG = (3296, 3297, 10242, 10558, 10857, 50287, 91151)
"""Revisions in which something was once silently carried to a wrong place, or reported as deleted."""
_SOME = range(7000, 7000 + MANY)


@pytest.fixture(scope="module")
def score() -> Score:
    return run(_SOME)


def test_nothing_is_carried_to_a_wrong_place_in_silence(score: Score) -> None:
    assert [str(wrong) for wrong in score.wrong] == []


def test_what_was_once_wrong_is_right() -> None:
    assert [str(wrong) for wrong in run(_ONCE_WRONG).wrong] == []


def test_nearly_all_is_carried_right_and_little_left_in_doubt(score: Score) -> None:
    assert score.carried.total() > 2000
    assert score.share("right") >= 0.98
    assert score.share("doubtful") <= 0.02


def test_units_are_aligned_as_they_were_made(score: Score) -> None:
    assert score.f1() >= 0.98


def test_the_same_seed_makes_the_same_revision() -> None:
    assert revise(7) == revise.__wrapped__(7)


def test_every_kind_of_revision_is_among_them() -> None:
    made = [revise(seed) for seed in _SOME]
    assert {one.name.split()[1] for one in made} == {*PLANS, *PLANTED}
    verdicts = Counter(expected.verdict for one in made for expected in one.expected.values())
    assert set(verdicts) == set(Verdict) - {Verdict.INSERTED}
    assert min(verdicts.values()) > 10
    assert any(one.inserted for one in made)


def test_a_revision_says_of_every_unit_what_became_of_it() -> None:
    for seed in range(20):
        revision = revise(seed)
        old, new = ([unit.address for unit in d.units()] for d in (revision.old, revision.new))
        assert len(set(old)) == len(old)
        assert len(set(new)) == len(new)
        assert set(revision.expected) == set(old)
        came = {address for expected in revision.expected.values() for address in expected.news}
        assert came | revision.inserted == set(new)
        assert not came & revision.inserted


@pytest.mark.parametrize("seed", range(20, 24))
def test_files_are_carried_over_in_a_library_as_they_were_made(desk: Desk, tmp_path: Path, seed: int) -> None:
    through = Through(desk, revising_files.revision(seed), tmp_path)
    assert through.is_read_back()
    assert through.carry() == []
    assert through.outcomes["doubtful"] <= 0.1 * through.outcomes.total()


def test_a_text_that_marks_its_changes_reads_before_them_as_its_predecessor() -> None:
    seen = 0
    for seed in range(16):
        revision = marked(revise(seed))
        assert _judged(revision, compared(revision).outcomes) == []
        units = marked_units(revision)
        before = [f for f in compared(revision, View.BEFORE).outcomes if f.new in units - revision.inserted and f.old]
        assert [f for f in before if f.is_sure and f.verdict is Verdict.REWORDED] == []
        seen += len(before)
    assert seen > 50


def _light() -> Revision:
    """A revision with few edits, with at least two reworded units that can be confused."""

    def serves(one: Revision) -> bool:
        reworded = [expected for expected in one.expected.values() if expected.verdict is Verdict.REWORDED]
        return one.name.split()[1] == "light" and len(reworded) > 1

    return next(filter(serves, map(revise, range(50))))


def test_a_wrong_place_is_seen() -> None:
    revision = _light()
    fates = list(compared(revision).outcomes)
    assert _judged(revision, fates) == []
    first, second, *_ = (n for n, fate in enumerate(fates) if fate.verdict is Verdict.REWORDED)
    one, other = fates[first], fates[second]
    fates[first] = _on(revision, one, other.new)
    fates[second] = _on(revision, other, one.new)
    wrong = [case for case in _judged(revision, fates) if case.kind == "elsewhere"]
    assert [case.old.split()[0] for case in wrong] == [one.old, other.old]


def test_what_is_said_to_be_gone_though_there_is_seen_unless_there_is_doubt() -> None:
    revision = _light()
    fates = list(compared(revision).outcomes)
    at = next(n for n, fate in enumerate(fates) if fate.verdict is Verdict.REWORDED)
    gone, came = _on(revision, fates[at], None), replace(fates[at], old=None, verdict=Verdict.INSERTED)
    came = replace(
        came, words=tuple((WordChange.INSERT, text) for change, text in came.words if change is not WordChange.DELETE)
    )
    assert came.new is not None
    assert [case.kind for case in _judged(revision, [*fates[:at], gone, came, *fates[at + 1 :]])] == ["gone"]
    unsure = replace(gone, alternatives=(came.new,))
    assert _judged(revision, [*fates[:at], unsure, came, *fates[at + 1 :]]) == []


def _on(revision: Revision, fate: UnitOutcome, new: Address | None) -> UnitOutcome:
    """A unit of the old text with another unit of the new one as its outcome, or deleted."""
    assert fate.old is not None
    old, unit = revision.old.find(fate.old), revision.new.find(new) if new else None
    assert old is not None
    verdict = fate.verdict if unit else Verdict.DELETED
    return UnitOutcome(fate.old, new, verdict, 0.5, word_diff.diff_words(old.text, unit.text if unit else ""))


def _judged(revision: Revision, fates: Iterable[UnitOutcome]) -> list[Wrong]:
    score = Score()
    Judge(score, revision, Comparison(DocumentId(1), DocumentId(2), View.AFTER, tuple(fates))).judge()
    return [case for case in score.wrong if case.kind in ("elsewhere", "gone")]
