"""Uptake: how much of a proposed wording a later text took."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    TAKEN = "taken"
    IN_PART = "taken_in_part"
    NOT_TAKEN = "not_taken"
    GONE = "gone"
    """The provision itself is gone."""


@dataclass(frozen=True, slots=True)
class Uptake:
    """How much of a proposal a later text took.

    Attributes:
        measure: In 0..1, over the words that count: those proposed to be added or to go; stop words and what neither
            the proposal nor the text changed stand apart.
        added: Of the words proposed to be added that count, in the proposal's order: the word, and whether the text
            took it.
        removed: Of the words proposed to go that count, in the old text's order: the word, and whether it went.
    """

    outcome: Outcome
    measure: float
    added: tuple[tuple[str, bool], ...] = ()
    removed: tuple[tuple[str, bool], ...] = ()
