"""The vote as it stands: the rules of the Treaties, by exact integers; never an official result.

Sources: Articles 16(3) to (5) TEU, 238(1) to (4) TFEU.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    QMV = "qmv"
    REINFORCED = "reinforced"
    SIMPLE = "simple"
    UNANIMITY = "unanimity"


@dataclass(frozen=True, slots=True)
class Figures:
    """The population of the Member States, as counted for votes in one year.

    Attributes:
        populations: By code; exact where ``exact``, else in hundredths of a percent of the Union's.
        exact: False where only rounded percentages are known.
        source: Where they are from, and whether that was seen.
    """

    year: int
    populations: Mapping[str, int]
    exact: bool
    source: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a vote comes to.

    Attributes:
        participating: Members that take part, in protocol order.
        members_for: How many are in favour.
        members_needed: How many must be.
        population_for_percent: Of those participating, rounded to one decimal for people; rules count integers.
        population_needed_percent: None for rules that do not count it.
        blocking_minority: True if members not in favour can block (Article 16(4) TEU; 238(3)(a) TFEU).
        blocking_members: Those not in favour, in protocol order.
        completions: Smallest sets of members still in favour, or not yet heard, that would make the minority block;
            each in protocol order, fewest first, at most a few.
        decided_by_rounding: True if rounded figures could turn the result.
    """

    rule: Rule
    year: int
    adopted: bool
    participating: tuple[str, ...]
    members_for: int
    members_needed: int
    population_for_percent: float
    population_needed_percent: float | None
    blocking_minority: bool
    blocking_members: tuple[str, ...]
    completions: tuple[tuple[str, ...], ...]
    decided_by_rounding: bool
