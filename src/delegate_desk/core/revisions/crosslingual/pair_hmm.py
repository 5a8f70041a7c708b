"""Two rows of units laid side by side in order, with how likely each pair is.

A pair hidden Markov model: a unit is paired, or stands in one row alone; all ways to lay the rows are weighed, so that
what is not certain is known to be so (Durbin et al., Biological Sequence Analysis, 1998, chapter 4).
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

_LEAST = 0.001
"""A pair less likely than that is not spoken of."""
_BAND = 30
"""How far from the line between two pins a pair may lie, beside the difference of the rows."""
_MOST = 30.0
"""No evidence on one pair counts for more."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely a unit stands alone, in 0..1.

    Attributes:
        opens: After a pair.
        again: After another alone in the same row.
        across: After one alone in the other row.
    """

    opens: float
    again: float = 0.4
    across: float = 0.03


@dataclass(frozen=True, slots=True)
class MatchEvidence:
    """What speaks for or against, as logarithms of odds, by places in the rows.

    Attributes:
        likeness: That two units are one; None where they cannot be.
        follows: That this pair stands right behind the pair before it.
    """

    likeness: Callable[[int, int], float | None]
    follows: Callable[[int, int], float]


@dataclass(frozen=True, slots=True)
class _Row:
    """The ways that lead to a place between units, or on from it, by the last step: a pair, old alone, new alone.

    Attributes:
        first: The place in the new row that the lists begin at.
        scale: The logarithm of what all of them were divided by.
    """

    first: int
    both: Sequence[float]
    old: Sequence[float]
    new: Sequence[float]
    scale: float


def likelihoods(
    rows: int, columns: int, evidence: MatchEvidence, chances: Chances, pins: Sequence[tuple[int, int]] = ()
) -> dict[tuple[int, int], float]:
    """How likely pairs are, in 0..1, by their places in both rows.

    Args:
        rows: How many units the old row has.
        columns: How many the new one has.
        evidence: What speaks for or against.
        chances: How likely units stand alone.
        pins: Pairs near which others are sought in long rows, rising on both sides.
    """
    if not rows or not columns:
        return {}
    spans = _spans(rows, columns, pins)
    odds: dict[tuple[int, int], tuple[float, float]] = {}
    # Each way takes each unit of the new row once: that all these steps weigh 1 / again more keeps long gaps from
    # vanishing and changes nothing between the ways.
    stay, back = (1 - 2 * chances.opens) / chances.again, (1 - chances.again - chances.across) / chances.again
    for i in range(rows):
        for k in range(spans[i][0], min(spans[i][1], columns - 1) + 1):
            value = evidence.likeness(i, k)
            if value is not None and spans[i + 1][0] <= k + 1 <= spans[i + 1][1]:
                weight = exp(max(-_MOST, min(_MOST, value)))
                odds[i, k] = weight * stay * exp(evidence.follows(i, k)), weight * back
    ahead = _ahead(spans, odds, chances)
    behind = _behind(spans, odds, chances)
    whole = log(behind[0].both[0]) + behind[0].scale
    found: dict[tuple[int, int], float] = {}
    for (i, k), (after_pair, after_gap) in odds.items():
        row, rest = ahead[i], behind[i + 1]
        n = k - row.first
        ways = row.both[n] * after_pair + (row.old[n] + row.new[n]) * after_gap
        onward = rest.both[k + 1 - rest.first]
        if ways > 0 and onward > 0:
            likely = exp(min(0.0, log(ways) + log(onward) + row.scale + rest.scale - whole))
            if likely > _LEAST:
                found[i, k] = likely
    return found


def _spans(rows: int, columns: int, pins: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Between which places of the new row each place of the old one is looked at: around a line through the pins."""
    width = _BAND + abs(rows - columns)
    spans: list[tuple[int, int]] = []
    i = k = 0
    for n, m in [*pins, (rows, columns)]:
        for row in range(i, n):
            middle = k + (row - i) * (m - k) // (n - i)
            spans.append((max(0, middle - width), min(columns, middle + width)))
        i, k = n, m
    return [*spans, (max(0, columns - width), columns)]


def _ahead(
    spans: Sequence[tuple[int, int]], odds: Mapping[tuple[int, int], tuple[float, float]], chances: Chances
) -> list[_Row]:
    opens, again, across = chances.opens, chances.again, chances.across
    found: list[_Row] = []
    for i, (low, high) in enumerate(spans):
        both, old, new = ([0.0] * (high - low + 1) for _ in range(3))
        if i == 0:
            both[0] = 1.0
        else:
            last = found[-1]
            size = len(last.both)
            for n in range(len(both)):
                above = n + low - last.first
                if 0 <= above < size:
                    old[n] = last.both[above] * opens + last.old[above] * again + last.new[above] * across
                if 0 < above <= size and (pair := odds.get((i - 1, n + low - 1))):
                    ways = last.both[above - 1] * pair[0]
                    both[n] = ways + (last.old[above - 1] + last.new[above - 1]) * pair[1]
        for n in range(1, len(both)):
            new[n] = (both[n - 1] * opens + old[n - 1] * across) / again + new[n - 1]
        found.append(_scaled(low, both, old, new, found[-1].scale if found else 0.0))
    return found


def _behind(
    spans: Sequence[tuple[int, int]], odds: Mapping[tuple[int, int], tuple[float, float]], chances: Chances
) -> list[_Row]:
    opens, again, across = chances.opens, chances.again, chances.across
    found: list[_Row] = []
    for i in range(len(spans) - 1, -1, -1):
        low, high = spans[i]
        both, old, new = ([0.0] * (high - low + 1) for _ in range(3))
        below = found[-1] if found else None
        if below is None:
            both[-1] = old[-1] = new[-1] = 1.0
        for n in range(len(both) - (below is None) - 1, -1, -1):
            k = n + low
            pair, drop = (0.0, 0.0), 0.0
            if below is not None:
                under = k - below.first
                if 0 <= under < len(below.old):
                    drop = below.old[under]
                if 0 <= under + 1 < len(below.both) and (step := odds.get((i, k))):
                    pair = step[0] * below.both[under + 1], step[1] * below.both[under + 1]
            add = new[n + 1] / again if n + 1 < len(new) else 0.0
            both[n] = pair[0] + opens * (drop + add)
            old[n] = pair[1] + again * drop + across * add
            new[n] = pair[1] + across * drop + again * add
        found.append(_scaled(low, both, old, new, below.scale if below else 0.0))
    return found[::-1]


def _scaled(first: int, both: list[float], old: list[float], new: list[float], before: float) -> _Row:
    """Kept within what a float can hold."""
    top = max(*both, *old, *new) or 1.0
    rows = [array("d", [value / top for value in some]) for some in (both, old, new)]
    return _Row(first, rows[0], rows[1], rows[2], before + log(top))
