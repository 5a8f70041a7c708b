"""Shares of the population, by exact integers, also where only rounded percentages are known."""

import re
from collections.abc import Collection, Mapping

_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_PEOPLE = re.compile(r"\d{1,3}(?:[\s.,'’]?\d{3})*")
_WHOLE = 20_000
"""All of the Union in half hundredths of a percent, the unit in which a rounded figure is off by one at most."""


class Shares:
    """Shares of parts of the participating members in their population.

    Args:
        populations: Of all members, by code; without ``exact`` in hundredths of a percent, each rounded.
        members: The participating members.
        exact: False for rounded percentages.
    """

    def __init__(self, populations: Mapping[str, int], members: Collection[str], *, exact: bool) -> None:
        self.populations = populations
        self.members = tuple(members)
        self._exact = exact
        self.total = self.sum(self.members)

    def sum(self, part: Collection[str]) -> int:
        return sum(self.populations[code] for code in part)

    def reaches(self, part: Collection[str], share: tuple[int, int], lean: int = 0) -> bool:
        """True if a part has at least a share, a numerator and a denominator, of the population that takes part.

        Args:
            part: Of those taking part.
            share: Such as (65, 100).
            lean: 0 for the figures as they are; where these are rounded, -1 for the worst that rounding allows for the
                part, 1 for the best. What both agree on is so, whatever the sum of the rounded figures says.
        """
        above, below = share
        if self._exact:
            return self.sum(part) * below >= above * self.total
        if lean:
            inside, outside = self._rounded(part, lean)
            return inside * (below - above) >= outside * above
        worst, best = self.reaches(part, share, -1), self.reaches(part, share, 1)
        return worst if worst == best else self.sum(part) * below >= above * self.total

    def percent(self, part: Collection[str]) -> float:
        """The share of a part in percent, rounded to one decimal, a half upwards."""
        return (2000 * self.sum(part) + self.total) // (2 * self.total) / 10

    def _rounded(self, part: Collection[str], lean: int) -> tuple[int, int]:
        """Population of a part and of the others, in half hundredths of a percent, as far apart as can be.

        Each figure may be off by one unit, but all of them together, including those of members that do not take
        part, are the total: a unit taken from a member goes to another member.
        """
        apart = len(self.populations) - len(self.members)
        away = 2 * (self.sum(self.populations) - self.total)
        many = len(part)
        inside = 2 * self.sum(part) + lean * many
        outside = 2 * (self.total - self.sum(part)) - lean * (len(self.members) - many)
        spare = _WHOLE - inside - outside
        too_much, too_little = max(0, spare - away - apart), max(0, away - apart - spare)
        if lean < 0:
            return inside + min(too_much, 2 * many), outside - too_little
        return inside - too_little, outside + too_much


def format_figure(figure: int, *, exact: bool) -> str:
    """Figure as typed: ``83399432``, or ``18.49`` for hundredths of a percent."""
    return str(figure) if exact else f"{figure // 100}.{figure % 100:02}"


def parse_figure(typed: str, *, exact: bool) -> int | None:
    """The figure that was typed: a number of people, with whatever stands between thousands, or a percentage.

    Hundredths of a percent without ``exact``; None for what is no figure.
    """
    if exact:
        return int(re.sub(r"\D", "", typed)) if _PEOPLE.fullmatch(typed.strip()) else None
    found = _PERCENT.fullmatch(typed.strip())
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None
