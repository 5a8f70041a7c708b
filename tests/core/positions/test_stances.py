from collections.abc import Collection

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.positions.position import Stance, StanceSide, StanceStep, stance_side, stance_step
from delegate_desk.core.positions.returned_files import digest

S, R = Stance.SCRUTINY_RESERVATION, Stance.RED_LINE
SCRUTINY = AnnotationKind.SCRUTINY_RESERVATION


@pytest.mark.parametrize(
    ("pressed", "current", "marks", "step"),
    [
        (S, None, (), StanceStep.SET),
        (R, None, (), StanceStep.SET),
        (S, S, (), StanceStep.REMOVE),
        (S, Stance.SUPPORT, (), StanceStep.ADD_MARK),
        (S, Stance.SUPPORT, (SCRUTINY,), StanceStep.REMOVE_MARK),
        (Stance.OPPOSE, S, (), StanceStep.REPLACE),
        (Stance.OPPOSE, Stance.OPPOSE, (SCRUTINY,), StanceStep.REMOVE),
    ],
)
def test_a_key_sets_replaces_adds_or_removes(
    pressed: Stance, current: Stance | None, marks: Collection[AnnotationKind], step: StanceStep
) -> None:
    assert stance_step(pressed, current, marks) is step


def test_on_words_only_a_mark_can_be_set() -> None:
    assert stance_step(S, None, (), on_words=True) is StanceStep.ADD_MARK
    assert stance_step(S, S, (), on_words=True) is StanceStep.ADD_MARK
    assert stance_step(Stance.OPPOSE, None, (), on_words=True) is StanceStep.SET


def test_support_that_asks_for_a_change_is_against_the_text_as_it_is() -> None:
    assert stance_side(Stance.SUPPORT_IF) is stance_side(Stance.OPPOSE) is StanceSide.AGAINST
    assert stance_side(Stance.CAN_ACCEPT) is StanceSide.FOR
    assert stance_side(Stance.QUESTION) is stance_side(None) is None


def test_a_digest_has_no_digit_that_a_search_in_the_file_could_find() -> None:
    assert all(digest(f"word {n}").isalpha() and len(digest(f"word {n}")) == 16 for n in range(500))


def test_white_space_is_no_difference() -> None:
    assert digest("two  words\n") == digest("two words") != digest("two word")
    assert digest(" \n") == ""
