"""Which unit is which: the best run of pairs in order, then what moved, each weighed with the company it keeps."""

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field

from delegate_desk.core.alignment_candidates import Likeness, Pair, candidates, expected, may_be_one
from delegate_desk.core.alignment_chains import Places, best_chain
from delegate_desk.core.alignment_units import Item, Side

_ROUNDS = 3
_MOVES = 12  # runs of moved units that are looked for, one after the other
_ALL = 600  # pairs of a gap that are all looked at
_AROUND = 5
_MOVED_LIKE = 0.5  # from here on a unit is found away from its company
_MOVED_KIN = 0.3  # the same, where its parent went there too
_SHORT = 12.0  # bits: what says less is nothing to go by
_AT_LEAST = 0.2


@dataclass(slots=True)
class Matching:
    """Which old item is which new one, and what else could have been.

    Attributes:
        new_of: By place of the old item that of the new one.
        old_of: The reverse.
        margins: By pair considered, what the best run is worth more than the best one through it.
        pairs: By pair considered.
        chained: Pairs of the run that stayed in order.
    """

    new_of: dict[int, int] = field(default_factory=dict)
    old_of: dict[int, int] = field(default_factory=dict)
    margins: dict[Places, float] = field(default_factory=dict)
    pairs: dict[Places, Pair] = field(default_factory=dict)
    chained: set[Places] = field(default_factory=set)

    def join(self, old: int, new: int) -> None:
        self.new_of[old] = new
        self.old_of[new] = old

    def beside(self) -> dict[int, list[Pair]]:
        """By old place all pairs considered."""
        found: dict[int, list[Pair]] = defaultdict(list)
        for pair in self.pairs.values():
            found[pair.old].append(pair)
        return found


class Family:
    """Who hangs on whom in a text."""

    def __init__(self, side: Side) -> None:
        self.items = side.items
        self.parents = [side.where.get(item.above) if item.above else None for item in side.items]
        self.children: dict[str | None, list[int]] = defaultdict(list)
        for item in side.items:
            self.children[item.above].append(item.place)

    def kin(self, place: int) -> list[int]:
        """The items that hang on an item."""
        return self.children.get(self.items[place].address, [])


def match(old: Side, new: Side, like: Likeness) -> Generator[int, None, Matching]:
    """Find which unit is which; yields how many units were looked at."""
    _, about = expected(old, new)
    pairs: dict[Places, Pair] = {}
    for n, found in enumerate(candidates(old, new, like, about)):
        pairs.update(((p.old, p.new), p) for p in found)
        if n % 50 == 0:
            yield n
    matching = Matching(pairs=pairs)
    company = _Company(old, new)
    for _ in range(_ROUNDS):
        worths = {at: company.worth(pair, matching) for at, pair in pairs.items()}
        chain = best_chain(worths)
        matching.new_of, matching.old_of = dict(chain.pairs), {k: i for i, k in chain.pairs}
        for i, k in [*_in_gaps(chain.pairs, old, new), *company.young(matching)]:
            if (i, k) not in pairs and may_be_one(old.items[i], new.items[k]):
                pair = like(i, k)
                if pair.like >= _AT_LEAST or not (old.items[i].key and new.items[k].key):
                    pairs[i, k] = pair
    worths = {at: company.worth(pair, matching) for at, pair in pairs.items()}
    chain = best_chain(worths)
    matching.new_of, matching.old_of = dict(chain.pairs), {k: i for i, k in chain.pairs}
    matching.margins = {at: chain.worth - through for at, through in chain.through.items()}
    matching.chained = set(chain.pairs)
    _find_moved(matching, company, like)
    yield len(old.items)
    return matching


def _find_moved(matching: Matching, company: "_Company", like: Likeness) -> None:
    """Peel off runs of what is left, each in an order of its own."""
    pairs = matching.pairs
    for _ in range(_MOVES):
        for i, k in company.young(matching):
            if (i, k) not in pairs and company.may_be_one(i, k):
                pairs[i, k] = like(i, k)
        free = {at: p for at, p in pairs.items() if at[0] not in matching.new_of and at[1] not in matching.old_of}
        worths = {at: company.worth(p, matching) for at, p in free.items() if company.may_move(p, matching)}
        chain = best_chain(worths)
        if not chain.pairs:
            return
        for i, k in chain.pairs:
            matching.join(i, k)
        for at, through in chain.through.items():
            matching.margins[at] = chain.worth - through


class _Company:
    """What the units around a pair say of it."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = Family(old), Family(new)

    def worth(self, pair: Pair, matching: Matching) -> float:
        """How good a pair is: by its words, and by its parents, children and neighbours."""
        one, other = self._old.items[pair.old], self._new.items[pair.new]
        worth = self._of_words(pair, one, other)
        worth += 0.05 * (one.address == other.address) + 0.05 * (one.units[0].kind is other.units[0].kind)
        worth += 0.05 * (one.label == other.label)
        if one.sort != other.sort:
            worth -= 0.3
        worth += 0.25 * self._parents(pair, matching) + 0.4 * self._children(pair, matching)
        for step in (-1, 1):
            if matching.new_of.get(pair.old + step) == pair.new + step:
                worth += 0.1
        return worth

    def may_move(self, pair: Pair, matching: Matching) -> bool:
        one, other = self._old.items[pair.old], self._new.items[pair.new]
        kin = self._parents(pair, matching) > 0
        if pair.exact:
            return kin or one.total >= _SHORT
        if not one.key or not other.key:
            return one.key == other.key and (kin or self._children(pair, matching) > 0.5)
        return pair.like >= (_MOVED_KIN if kin else _MOVED_LIKE) and (kin or min(one.total, other.total) >= _SHORT)

    def may_be_one(self, old: int, new: int) -> bool:
        return may_be_one(self._old.items[old], self._new.items[new])

    def young(self, matching: Matching) -> Iterator[Places]:
        """Pairs of those whose parents are one, and of parents whose children are."""
        for i, k in list(matching.new_of.items()):
            olds = [n for n in self._old.kin(i) if n not in matching.new_of]
            news = [n for n in self._new.kin(k) if n not in matching.old_of]
            if len(olds) * len(news) <= _ALL:
                yield from ((n, m) for n in olds for m in news)
            above, over = self._old.parents[i], self._new.parents[k]
            if above is not None and over is not None:
                yield above, over

    def _of_words(self, pair: Pair, one: Item, other: Item) -> float:
        if pair.exact:
            return 2.0 if one.total >= _SHORT else 1.0
        if not one.key and not other.key:
            return 0.2 if one.units[0].kind is other.units[0].kind else 0.0
        if not one.key or not other.key:
            return 0.05 if one.units[0].kind is other.units[0].kind else -1.0
        return 1.5 * pair.like - 0.3

    def _parents(self, pair: Pair, matching: Matching) -> int:
        above, over = self._old.parents[pair.old], self._new.parents[pair.new]
        if above is None or over is None:
            return 0 if above == over else -1
        if matching.new_of.get(above) == over:
            return 1
        return -1 if above in matching.new_of or over in matching.old_of else 0

    def _children(self, pair: Pair, matching: Matching) -> float:
        """Which part of the children went along."""
        olds, news = self._old.kin(pair.old), self._new.kin(pair.new)
        if not olds or not news:
            return 0.0
        there = set(news)
        gone = sum(matching.new_of.get(n) in there for n in olds)
        return gone / max(len(olds), 1)


def _in_gaps(pins: Iterable[Places], old: Side, new: Side) -> Iterator[Places]:
    """Pairs of units that lie between the same neighbours."""
    i = k = 0
    for n, m in [*pins, (len(old.items), len(new.items))]:
        if (n - i) * (m - k) <= _ALL:
            yield from ((a, b) for a in range(i, n) for b in range(k, m))
        else:
            for a in range(i, n):
                about = k + (m - k) * (a - i) // (n - i)
                yield from ((a, b) for b in range(max(k, about - _AROUND), min(m, about + _AROUND + 1)))
        i, k = n + 1, m + 1
