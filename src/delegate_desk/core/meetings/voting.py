"""Voting calculator: the rules of the Treaties, in exact integers; never an official result.

Sources: Articles 16(3) to (5) and 31(1) TEU, 238(1) to (4) TFEU.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, islice
from typing import Any

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.errors import NoFiguresError, UncountableVoteError, UnknownDelegationError, VoteFault
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass

_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_PEOPLE = re.compile(r"\d{1,3}(?:[\s.,'’]?\d{3})*")
_WHOLE = 20_000
"""The whole population in units of half a hundredth of a percent, in which a rounded figure is off by at most one."""


def format_figure(figure: int, *, exact: bool) -> str:
    """Figure as typed: ``83399432``, or ``18.49`` for hundredths of a percent."""
    return str(figure) if exact else f"{figure // 100}.{figure % 100:02}"


def parse_figure(typed: str, *, exact: bool) -> int | None:
    """Parse a figure: a number of people, with any separators between thousands, or a percentage.

    Hundredths of a percent without ``exact``; None if it is no figure.
    """
    if exact:
        return int(re.sub(r"\D", "", typed)) if _PEOPLE.fullmatch(typed.strip()) else None
    found = _PERCENT.fullmatch(typed.strip())
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None


FEW = 12
"""Maximum number of sets that are listed."""


@dataclass(frozen=True, slots=True)
class Completions:
    """The smallest sets found.

    Attributes:
        size: Number of members in each; 0 if no set is sufficient.
        sets: At most ``FEW``, those of the largest members first.
        always: Members that are in every set of that size, also in those not listed.
    """

    size: int = 0
    sets: tuple[frozenset[str], ...] = ()
    always: frozenset[str] = frozenset()


def smallest_sets(weights: Mapping[str, int], least: int, above: int, few: int = FEW) -> Completions:
    """Find the smallest sets of at least one, and of at least ``least``, members that weigh more than ``above``.

    The heaviest sets of a size show whether any of that size is sufficient, and, with one member left out, whether all
    need that member; sets are only searched for if there is one.
    """
    heaviest = sorted(weights, key=lambda code: (-weights[code], code))
    sums = list(accumulate((weights[code] for code in heaviest), initial=0))
    size = next((n for n in range(max(1, least), len(heaviest) + 1) if sums[n] > above), 0)
    if not size:
        return Completions()

    def sets(start: int, left: int, missing: int) -> Iterator[frozenset[str]]:
        if not left:
            yield frozenset()
            return
        for index in range(start, len(heaviest) - left + 1):
            if sums[index + left] - sums[index] <= missing:
                return  # those further on weigh less
            code = heaviest[index]
            for rest in sets(index + 1, left - 1, missing - weights[code]):
                yield rest | {code}

    always = frozenset(m for m in heaviest[:size] if len(heaviest) == size or sums[size + 1] - weights[m] <= above)
    return Completions(size, tuple(islice(sets(0, size, above), few)), always)


_ORDER = (*PROTOCOL_ORDER, "UK")
"""The Member States of all years with figures: the United Kingdom was last in the protocol order."""
_POPULATION = (65, 100)
_AT_LEAST = 15
_BLOCKING_MEMBERS = 4


class VotingRule(StrEnum):
    QMV = "qmv"
    REINFORCED = "reinforced"
    SIMPLE = "simple"
    UNANIMITY = "unanimity"

    @property
    def counts_population(self) -> bool:
        return self in (VotingRule.QMV, VotingRule.REINFORCED)


@dataclass(frozen=True, slots=True)
class Figures:
    """The population of the Member States, as used for votes in one year.

    Attributes:
        exact: False if only rounded percentages are known.
        source: Their source, and whether it was checked.
        edited: When a person entered them, in UTC; None for those included in the program.
    """

    year: int
    populations: Mapping[str, int]
    exact: bool
    source: str
    edited: datetime | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    in_favour: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    abstaining: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()


class VoteOutcome:
    """Result of a vote; all members are in protocol order."""

    def __init__(self, rule: VotingRule, figures: Figures, votes: Votes, participating: tuple[str, ...]) -> None:
        self.rule, self.year, self.participating = rule, figures.year, participating
        self._populations, self._exact, self._votes = figures.populations, figures.exact, votes
        self._total = self._sum(participating)
        self._opposed = votes.against | votes.abstaining
        self.members_for = len(votes.in_favour)
        self.blocking_members = tuple(code for code in participating if code not in votes.in_favour)
        self.not_heard = tuple(code for code in self.blocking_members if code not in self._opposed)

    # Majority

    @property
    def adopted(self) -> bool:
        return self._is_adopted()

    @property
    def decided_by_rounding(self) -> bool:
        """True if rounded figures could change the result."""
        return self._is_adopted(-1) != self._is_adopted(1)

    @property
    def members_needed(self) -> int:
        count = len(self.participating)
        if self.rule is VotingRule.SIMPLE:
            return count // 2 + 1
        if self.rule is VotingRule.UNANIMITY:
            return max(1, count - len(self._votes.abstaining))
        percent = 55 if self.rule is VotingRule.QMV else 72
        part = -(-percent * count // 100)
        return max(part, _AT_LEAST) if self.rule is VotingRule.QMV and self._all_take_part else part

    @property
    def population_for_percent(self) -> float:
        """Share of those participating, rounded half up to one decimal, but never up to the threshold."""
        percent = (2000 * self._sum(self._votes.in_favour) + self._total) // (2 * self._total) / 10
        return percent if self._has_population() else min(percent, _POPULATION[0] - 0.1)

    @property
    def population_needed_percent(self) -> float | None:
        """None for rules that do not count it."""
        return float(_POPULATION[0]) if self.rule.counts_population else None

    def _is_adopted(self, lean: int = 0) -> bool:
        enough = self.members_for >= self.members_needed
        if self.rule is VotingRule.SIMPLE:
            return enough
        if self.rule is VotingRule.UNANIMITY:
            # A third of members and population may formally declare their abstention (Article 31(1) TEU).
            declared = self._votes.declared
            prevents = len(declared) * 3 >= len(self.participating) and self._reaches(declared, (1, 3), -lean)
            return enough and not self._votes.against and not prevents
        if self.rule is VotingRule.REINFORCED:
            return enough and self._has_population(lean)
        return enough and (self._has_population(lean) or len(self.blocking_members) < self._minimum(lean))

    def _has_population(self, lean: int = 0) -> bool:
        return self._reaches(self._votes.in_favour, _POPULATION, lean)

    # Blocking minority

    @property
    def blocking_minority(self) -> bool:
        """True if members not in favour can block (Article 16(4) TEU; 238(3)(a) TFEU)."""
        enough = len(self.blocking_members) >= self._minimum()
        return self.rule.counts_population and not self._has_population() and enough

    @property
    def opposed_block(self) -> bool:
        """True if those against and abstaining block even when all the others come in favour."""
        return self.rule.counts_population and self.members_short == 0 and not self._reaches(self._others, _POPULATION)

    @property
    def members_short(self) -> int:
        """Number of members that those against and abstaining lack to block."""
        return max(0, self._minimum() - len(self._opposed)) if self.rule.counts_population else 0

    @property
    def points_short(self) -> float:
        """Percentage points that those against and abstaining lack to block, rounded up to a decimal; else 0."""
        if not self.rule.counts_population or not self._reaches(self._others, _POPULATION):
            return 0
        return max(0, 10 * self._missing // self._total + 1) / 10

    @property
    def completions(self) -> tuple[tuple[str, ...], ...]:
        """Smallest sets of members, in favour or not yet heard, that would make the minority block.

        Each in protocol order, fewest first, at most a few. The minority here is the members against or abstaining, as
        it is unknown whether those not heard will block. Empty if it blocks already.
        """
        return tuple(map(in_order, self._completions.sets))

    @property
    def completing(self) -> int:
        """Number of members of each smallest set; 0 if the minority blocks already, or never can."""
        return self._completions.size

    @property
    def completing_always(self) -> tuple[str, ...]:
        """Members that are in every smallest set, also in those not listed."""
        return in_order(self._completions.always)

    @cached_property
    def _completions(self) -> Completions:
        if not self.rule.counts_population or self.opposed_block:
            return Completions()
        weights = {code: _POPULATION[1] * self._populations[code] for code in self._others}
        return smallest_sets(weights, self._minimum() - len(self._opposed), self._missing)

    @property
    def _others(self) -> list[str]:
        return [code for code in self.participating if code not in self._opposed]

    @property
    def _missing(self) -> int:
        """Hundredths of the population which those opposed must have more of to block."""
        numerator, denominator = _POPULATION
        return (denominator - numerator) * self._total - denominator * self._sum(self._opposed)

    def _minimum(self, lean: int = 0) -> int:
        """Minimum number of members of a blocking minority: Articles 16(4) TEU and 238(3)(a) TFEU.

        Article 238(2) and (3)(b) TFEU, on the reinforced majority, do not require a number.
        """
        if self.rule is not VotingRule.QMV:
            return 1
        if self._all_take_part:
            return _BLOCKING_MEMBERS
        heaviest = sorted(self.participating, key=lambda code: -self._populations[code])
        sizes = range(1, len(heaviest) + 1)
        return 1 + next(n for n in sizes if not self._reaches(heaviest[n:], _POPULATION, lean))

    # Population

    @property
    def _all_take_part(self) -> bool:
        return len(self.participating) == len(self._populations)

    def _sum(self, part: Iterable[str]) -> int:
        return sum(self._populations[code] for code in part)

    def _reaches(self, part: Collection[str], share: tuple[int, int], lean: int = 0) -> bool:
        """True if a part has at least a share of the participating population.

        Args:
            part: Members, of those participating.
            share: Numerator and denominator, such as (65, 100).
            lean: 0 for the figures as they are; for rounded figures -1 for the worst that rounding allows for the part,
                1 for the best. If both agree, the result is certain whatever the sum of the rounded figures is.
        """
        numerator, denominator = share
        as_given = self._sum(part) * denominator >= numerator * self._total
        if self._exact:
            return as_given
        if not lean:
            worst, best = self._reaches(part, share, -1), self._reaches(part, share, 1)
            return worst if worst == best else as_given
        # The population of the part and of the others, in half hundredths of a percent, as far apart as possible: each
        # figure may be off by one unit, but all of them together, including members that do not participate, are the
        # total, so that a unit taken from one member goes to another.
        absent = len(self._populations) - len(self.participating)
        rounding = 2 * (self._sum(self._populations) - self._total)
        count = len(part)
        inside = 2 * self._sum(part) + lean * count
        outside = 2 * (self._total - self._sum(part)) - lean * (len(self.participating) - count)
        spare = _WHOLE - inside - outside
        too_much, too_little = max(0, spare - rounding - absent), max(0, rounding - absent - spare)
        if lean < 0:
            inside, outside = inside + min(too_much, 2 * count), outside - too_little
        else:
            inside, outside = inside - too_little, outside + too_much
        return inside * (denominator - numerator) >= outside * numerator


def in_order(members: Iterable[str]) -> tuple[str, ...]:
    """Return members in protocol order.

    Raises:
        UnknownDelegationError: If a code belongs to no member.
    """
    found = set(members)
    for code in sorted(found - set(_ORDER)):
        raise UnknownDelegationError(code)
    return tuple(code for code in _ORDER if code in found)


def votes_from_stances(stances: Mapping[str, Stance]) -> Votes:
    """Convert the stances of delegations to the votes that they would cast.

    Support and acceptance are votes in favour; opposition, a red line and a plain reservation are votes against.
    Stances that leave the vote open are no vote yet: conditional support, a question, a scrutiny, parliamentary or
    linguistic reservation, a statement. No delegation announces an abstention.
    """
    members = {code: stance for code, stance in stances.items() if code in _ORDER}
    return Votes(
        in_favour=frozenset(code for code, vote in members.items() if vote in (Stance.SUPPORT, Stance.CAN_ACCEPT)),
        against=frozenset(
            code for code, vote in members.items() if vote in (Stance.OPPOSE, Stance.RED_LINE, Stance.RESERVATION)
        ),
    )


def count_votes(
    rule: VotingRule, figures: Figures, votes: Votes, participating: Collection[str] | None = None
) -> VoteOutcome:
    """Count a vote with the figures of all members, also of those not participating; None if all participate.

    Raises:
        UncountableVoteError: If a member votes twice or without participating, or nobody participates.
        UnknownDelegationError: If a code belongs to no member of the year.
    """
    members = in_order(figures.populations if participating is None else participating)
    named = [*votes.in_favour, *votes.against, *votes.abstaining]
    for code in sorted({*named, *votes.declared, *members} - set(figures.populations)):
        raise UnknownDelegationError(code)
    faults = {
        VoteFault.TWICE: {code for code in named if named.count(code) > 1},
        VoteFault.NOT_TAKING_PART: set(named) - set(members),
        VoteFault.DECLARED_NO_ABSTENTION: votes.declared - votes.abstaining,
    }
    for fault, codes in faults.items():
        if codes:
            raise UncountableVoteError(in_order(codes), fault)
    if not members:
        raise UncountableVoteError((), VoteFault.NOBODY)
    return VoteOutcome(rule, figures, votes, members)


@dataclass(frozen=True, slots=True)
class FigureSource:
    text: str
    legal_basis: tuple[str, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Participation:
    key: str
    members: tuple[str, ...]
    sources: tuple[FigureSource, ...] = ()


ALL_MEMBERS = "all"


@dataclass(frozen=True, slots=True)
class VotingTables:
    by_year: Mapping[int, Figures]
    opt_outs: Mapping[str, Any]

    def years(self) -> list[int]:
        return sorted(self.by_year, reverse=True)

    def figures(self, year: int | None = None) -> Figures:
        """Return the figures of a year, or of the newest with full figures.

        Raises:
            NoFiguresError: If there are none.
        """
        chosen = max(self.by_year) if year is None else year
        if chosen not in self.by_year:
            raise NoFiguresError(chosen, tuple(map(str, sorted(self.by_year))))
        return self.by_year[chosen]

    def participations(self, year: int | None = None) -> list[Participation]:
        """Return who may participate: all members first, then the opt-outs of the Treaties with their sources.

        Raises:
            NoFiguresError: If there are no figures for the year.
        """
        figures = self.figures(year)
        members = in_order(figures.populations)
        found = [Participation(ALL_MEMBERS, members)]
        for key, choice in self.opt_outs.items():
            since = choice.get("since")
            part = tuple(
                code
                for code in members
                if code not in choice.get("left_out", ()) and (since is None or since.get(code, 9999) <= figures.year)
            )
            sources = (
                FigureSource(value["text"], tuple(value["legal_basis"]), value["seen"]) for value in choice["sources"]
            )
            found.append(Participation(key, part, tuple(sources)))
        return found
