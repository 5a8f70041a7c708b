"""The smallest sets of members that would make a minority block."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate, islice

FEW = 12
"""How many sets are listed."""


@dataclass(frozen=True, slots=True)
class Completions:
    """The smallest sets found.

    Attributes:
        size: How many members each has; 0 where no set would do.
        sets: At most a few, those of the largest members first.
        always: Members that are in every set of that size, also in those not listed.
    """

    size: int = 0
    sets: tuple[frozenset[str], ...] = ()
    always: frozenset[str] = frozenset()


def smallest(weights: Mapping[str, int], least: int, above: int, few: int = FEW) -> Completions:
    """Find the smallest sets of at least one, and of at least ``least``, that weigh more than ``above``.

    The heaviest sets of a size tell whether any of that size will do, and, with one member left out, whether all need
    that member; sets themselves are looked for only where there is one to find.
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
        for at in range(start, len(heaviest) - left + 1):
            if sums[at + left] - sums[at] <= missing:
                return  # those further on weigh less
            code = heaviest[at]
            for rest in sets(at + 1, left - 1, missing - weights[code]):
                yield rest | {code}

    always = frozenset(
        code for code in heaviest[:size] if len(heaviest) == size or sums[size + 1] - weights[code] <= above
    )
    return Completions(size, tuple(islice(sets(0, size, above), few)), always)
