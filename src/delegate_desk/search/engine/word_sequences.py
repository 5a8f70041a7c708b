"""Words in order: where parts of a query stand one behind the other, or near each other."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np

from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import EMPTY, FEW, SegmentReader, unique


class Runs(NamedTuple):
    """Positions of a part of a query.

    Attributes:
        places: Of its first words.
        word_count: Number of its words, one after the other.
        ordered: True if the places are in order.
    """

    places: Array
    word_count: int = 1
    ordered: bool = True

    def in_order(self) -> Array:
        return self.places if self.ordered else np.sort(self.places)


def consecutive(leaf: SegmentReader, parts: Sequence[Runs]) -> Runs:
    """Positions at which some parts are consecutive, each right after the previous part."""
    offsets = [0, *accumulate(part.word_count for part in parts)]
    (rarest, offset), *others = sorted(zip(parts, offsets, strict=False), key=lambda pair: len(pair[0].places))
    have = rarest.in_order() - offset
    have = have[have.searchsorted(0) :]  # what would begin before the first word
    for part, shift in others:
        if not len(have):
            break
        have = _intersect(leaf, part, have + shift) - shift
    return Runs(have, offsets[-1])


def _intersect(leaf: SegmentReader, part: Runs, wanted: Array) -> Array:
    """Those of some places, in order, at which a part stands."""
    places = part.places
    if part.ordered and len(wanted) * FEW < len(places):
        at = places.searchsorted(wanted)
        there: Array = wanted[places.take(at, mode="clip") == wanted]
        return there
    flags = leaf.flags.at_least(int(max(wanted[-1], places[-1] if part.ordered else places.max())) + 1)
    flags[wanted] = True
    found = places[flags.take(places)]
    flags[wanted] = False
    return found if part.ordered else unique(np.sort(found))


def near(leaf: SegmentReader, left: Runs, right: Runs, distance: int) -> Array:
    """Entries in which two parts are at most ``distance`` words apart, in either order."""
    few, many = sorted((left, right), key=lambda runs: len(runs.places))
    if not len(few.places):
        return EMPTY
    places, others = few.in_order(), many.in_order()
    entries = leaf.entries_at(places)
    starts = leaf.starts().astype(np.intp)
    first, behind = starts.take(entries), np.append(starts[1:] - 1, np.iinfo(np.intp).max).take(entries)
    hit = np.zeros(len(places), np.bool_)
    # Where the other may begin, seen from where the rarer part does: behind its end, or so that it ends before it.
    for low, high in (
        (1 - distance - many.word_count, -many.word_count),
        (few.word_count, few.word_count - 1 + distance),
    ):
        at = others.searchsorted(np.maximum(places + low, first))
        found = others.take(at, mode="clip")
        hit |= (found <= places + high) & (found < behind) & (at < len(others))
    return unique(entries[hit])
