"""Stances by key: what a pressed stance does to our position, and the sides on which delegations are."""

from collections.abc import Collection
from enum import StrEnum

from delegate_desk.core.annotations.annotation import RESERVATIONS, AnnotationKind
from delegate_desk.core.positions.position import RESERVED, Stance

MARKS = frozenset({AnnotationKind.RED_LINE, *RESERVATIONS})
"""Kinds of annotation that are a mark beside the stance."""


class StanceStep(StrEnum):
    SET = "set"
    REPLACE = "replace"
    REMOVE = "remove"
    ADD_MARK = "add_mark"
    REMOVE_MARK = "remove_mark"


def stance_step(
    pressed: Stance, current: Stance | None, marks: Collection[AnnotationKind], *, on_words: bool = False
) -> StanceStep:
    """Step that the key of a stance makes.

    Args:
        pressed: The stance of the key.
        current: The stance of our position on the paragraph.
        marks: Kinds of our marks on the same paragraph, or on the same words.
        on_words: True if words are selected: only a mark can be on them.
    """
    can_mark = pressed.value in {kind.value for kind in MARKS}
    if pressed is current and not (on_words and can_mark):
        return StanceStep.REMOVE
    if can_mark and pressed.value in {kind.value for kind in marks}:
        return StanceStep.REMOVE_MARK
    if can_mark and (on_words or current is not None):
        return StanceStep.ADD_MARK
    return StanceStep.SET if current is None else StanceStep.REPLACE


class StanceSide(StrEnum):
    FOR = "for"
    RESERVED = "reserved"
    AGAINST = "against"


_AGAINST = frozenset({Stance.OPPOSE, Stance.RED_LINE, Stance.SUPPORT_IF})
"""Stances of those who want the text to be another; support that asks for a change is among them."""


def stance_side(stance: Stance | None) -> StanceSide | None:
    """Return the side of a stance on the text as it is; None for a question, a statement or no stance."""
    if stance in (Stance.SUPPORT, Stance.CAN_ACCEPT):
        return StanceSide.FOR
    if stance in RESERVED:
        return StanceSide.RESERVED
    return StanceSide.AGAINST if stance in _AGAINST else None
