"""Words in order: where in a segment the words of a query stand, one behind the other or near each other.

Every word of a segment has a number of its own, text after text, with a gap of one between two entries; so a phrase is
found without looking at any single entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from delegate_desk.search.arrays import Array
from delegate_desk.search.leaf import EMPTY, FEW, Leaf, unique


@dataclass(frozen=True, slots=True)
class Runs:
    """Where something stands.

    Attributes:
        places: Of its first words.
        words: How many it has, one behind the other.
        entries: Of each place, where they are known.
        ordered: True if the places are in order.
    """

    places: Array
    words: int = 1
    entries: Array | None = None
    ordered: bool = True

    def entries_in(self, leaf: Leaf, field: str, chosen: Array | None = None) -> Array:
        """The entry of each place, or of some of them."""
        if self.entries is not None:
            return self.entries if chosen is None else self.entries.take(chosen)
        return leaf.entries_at(field, self.places if chosen is None else self.places.take(chosen))

    def in_order(self) -> "Runs":
        """The same with the places in order."""
        return self if self.ordered else Runs(np.sort(self.places), self.words)


def consecutive(leaf: Leaf, parts: Sequence[Runs]) -> Runs:
    """Where all of some parts stand, each right behind the one before."""
    offsets = np.cumsum([0, *(part.words for part in parts)])
    words = int(offsets[-1])
    lists = sorted(zip(parts, offsets.tolist(), strict=False), key=lambda pair: len(pair[0].places))
    rarest, offset = lists[0]
    rarest = rarest.in_order()
    chosen: Array | None = None
    have = rarest.places - offset
    for part, shift in lists[1:]:
        if not len(have) or not len(part.places):
            return Runs(EMPTY, words)
        keep = np.flatnonzero(_among(leaf, part, have + shift))
        have = have.take(keep)
        chosen = keep if chosen is None else chosen.take(keep)
    if rarest.entries is None:
        return Runs(have, words)
    return Runs(have, words, rarest.entries if chosen is None else rarest.entries.take(chosen))


def _among(leaf: Leaf, part: Runs, wanted: Array) -> Array:
    """Which of some places, in order, a part stands at; places before the first are none."""
    places = part.places
    if part.ordered and len(wanted) * FEW < len(places):
        at = places.searchsorted(wanted)
        there: Array = places.take(at, mode="clip") == wanted
        return there
    if not part.ordered and len(wanted) * FEW < len(places):
        places = _meeting(leaf, places, wanted)
    flags = leaf.flags.upto(int(max(wanted[-1], places.max(initial=0))) + 1)
    flags[places] = True
    found = flags.take(wanted, mode="clip")
    flags[places] = False
    if wanted[0] < 0:
        found &= wanted >= 0
    return found


def _meeting(leaf: Leaf, places: Array, wanted: Array) -> Array:
    """Those of many places in no order that are wanted."""
    wanted = wanted[wanted >= 0]
    flags = leaf.flags.upto(int(max(wanted.max(initial=0), places.max(initial=0))) + 1)
    flags[wanted] = True
    found = places[flags.take(places)]
    flags[wanted] = False
    return found


def near(leaf: Leaf, field: str, left: Runs, right: Runs, distance: int, *, ordered: bool) -> Array:
    """The entries in which two things stand at most so many words apart, in either order or in this one."""
    few, many = left.in_order(), right.in_order()
    windows = [(few.words, few.words - 1 + distance)]  # behind the first, where the other begins
    before = (1 - distance - many.words, -many.words)
    if not ordered:
        windows.append(before)
    if len(few.places) > len(many.places):
        few, many = many, few
        windows = [(1 - distance - many.words, -many.words)]
        if not ordered:
            windows.append((few.words, few.words - 1 + distance))
    if not len(few.places) or not len(many.places) or distance < 1:
        return EMPTY
    starts = leaf.starts(field)
    if len(few.places) * FEW < len(many.places) or distance > FEW:
        entries = few.entries_in(leaf, field)
        first = starts[entries].astype(np.intp)
        last = np.append(starts, np.iinfo(np.uint32).max)[entries + 1].astype(np.intp) - 2
        hit = np.zeros(len(entries), np.bool_)
        for low, high in windows:
            at = many.places.searchsorted(np.maximum(few.places + low, first))
            there = many.places.take(at, mode="clip") <= np.minimum(few.places + high, last)
            hit |= there & (at < len(many.places))
        return unique(entries[hit])
    return _near_by_flags(leaf, field, few, many, windows)


def _near_by_flags(leaf: Leaf, field: str, few: Runs, many: Runs, windows: Sequence[tuple[int, int]]) -> Array:
    flags = leaf.flags.upto(int(max(few.places[-1], many.places[-1])) + 2 * max(high for _, high in windows) + 2)
    flags[many.places] = True
    met: list[Array] = []
    apart: list[Array] = []
    for low, high in windows:
        for offset in range(low, high + 1):
            places = few.places + offset
            hit = np.flatnonzero(flags.take(places, mode="clip") & (places >= 0))
            met.append(hit)
            apart.append(np.full(len(hit), offset))
    flags[many.places] = False
    which, offsets = np.concatenate(met), np.concatenate(apart)
    entries = few.entries_in(leaf, field, which)
    starts = leaf.starts(field)
    places = few.places.take(which) + offsets
    ends = np.append(starts, np.iinfo(np.uint32).max)
    same = (places >= starts[entries]) & (places < ends[entries + 1])
    flags = leaf.flags.upto(leaf.size)
    found = entries[same]
    flags[found] = True
    once = np.flatnonzero(flags[: leaf.size])
    flags[found] = False
    return once
