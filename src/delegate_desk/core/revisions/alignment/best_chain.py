"""The run of pairs, rising on both sides, that is worth the most; and what it would be worth through any other pair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Places = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Chain:
    """The best run of pairs.

    Attributes:
        pairs: In order.
        score: Of all of them.
        best_through: By pair, what the best run through it is worth.
    """

    pairs: tuple[Places, ...]
    score: float
    best_through: Mapping[Places, float]


def best_chain(worths: Mapping[Places, float]) -> Chain:
    """The pairs, rising on both sides, whose worths add up to the most; those of no worth are left out."""
    pairs = sorted(pair for pair, worth in worths.items() if worth > 0)
    if not pairs:
        return Chain((), 0.0, {})
    ahead, links = _sums(pairs, worths)
    mirrored = [(-i, -k) for i, k in reversed(pairs)]
    behind, _ = _sums(mirrored, {(-i, -k): worths[i, k] for i, k in pairs})
    through = {(i, k): ahead[i, k] + behind[-i, -k] - worths[i, k] for i, k in pairs}
    last = max(pairs, key=lambda pair: ahead[pair])
    run: list[Places] = []
    at: Places | None = last
    while at is not None:
        run.append(at)
        at = links[at]
    return Chain(tuple(reversed(run)), ahead[last], through)


def _sums(
    pairs: Sequence[Places], worths: Mapping[Places, float]
) -> tuple[dict[Places, float], dict[Places, Places | None]]:
    """Best total of a chain that ends in each pair, and the pair before it; pairs are given in order."""
    columns = sorted({k for _, k in pairs})
    rank = {k: n + 1 for n, k in enumerate(columns)}
    tree: list[tuple[float, Places | None]] = [(0.0, None)] * (len(columns) + 1)
    sums: dict[Places, float] = {}
    links: dict[Places, Places | None] = {}
    n = 0
    while n < len(pairs):
        row = pairs[n][0]
        end = n
        while end < len(pairs) and pairs[end][0] == row:
            pair = pairs[end]
            worth, before = _best_until(tree, rank[pair[1]] - 1)
            sums[pair], links[pair] = worth + worths[pair], before
            end += 1
        for pair in pairs[n:end]:
            _enter(tree, rank[pair[1]], sums[pair], pair)
        n = end
    return sums, links


def _best_until(tree: Sequence[tuple[float, Places | None]], place: int) -> tuple[float, Places | None]:
    """The best entered up to a column, read from a tree of maxima (Fenwick)."""
    best: tuple[float, Places | None] = (0.0, None)
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best


def _enter(tree: list[tuple[float, Places | None]], place: int, worth: float, pair: Places) -> None:
    while place < len(tree):
        if worth > tree[place][0]:
            tree[place] = (worth, pair)
        place += place & -place
