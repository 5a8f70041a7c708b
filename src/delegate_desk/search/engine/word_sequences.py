"""Words in order: where in a segment the words of a query stand, one behind the other or near each other.

Every word of a segment has a number of its own, text after text, with a gap of one between two entries; so a phrase is
found without looking at any single entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from delegate_desk.search.engine.segment_file import Array
from delegate_desk.search.engine.segment_reader import EMPTY, FEW, SegmentReader, unique

_TOO_MANY = 200_000
_FEWER = 8  # the same as ``FEW``, for a window


@dataclass(frozen=True, slots=True)
class Runs:
    """Positions of a part of a query.

    Attributes:
        places: Of its first words.
        words: Number of its words, one after the other.
        postings: Of a single term, the entries that have it and its frequency in each.
        ordered: True if the places are in order.
    """

    places: Array
    word_count: int = 1
    postings: tuple[Array, Array] | None = None
    ordered: bool = True

    def entries_in(self, leaf: SegmentReader) -> Array:
        return leaf.entries_at(self.places) if self.postings is None else np.repeat(*self.postings)

    def sorted_by_place(self) -> "Runs":
        return self if self.ordered else Runs(np.sort(self.places), self.word_count)


def consecutive(leaf: SegmentReader, parts: Sequence[Runs]) -> Runs:
    """Positions at which some parts are consecutive, each right after the previous part."""
    offsets = [0, *accumulate(part.word_count for part in parts)]
    lists = sorted(zip(parts, offsets, strict=False), key=lambda pair: len(pair[0].places))
    rarest, offset = lists[0]
    rarest = rarest.sorted_by_place()
    have = rarest.places - offset
    have = have[have.searchsorted(0) :]  # what would begin before the first word
    for part, shift in lists[1:]:
        if not len(have) or not len(part.places):
            return Runs(EMPTY, offsets[-1])
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


def consecutive_entries(leaf: SegmentReader, field: str, ranges: Sequence[tuple[int, int]], entries: Array) -> Array:
    """In which of some entries, in order, words stand one right behind the other.

    Each word is one of the terms numbered from one to before another. Only the places in those entries are looked at,
    so the text of the rest costs nothing; the gap between two entries keeps a row within one. Where a word may be any
    of so many that their places are too many to be put in order, none is found.
    """
    found = np.zeros(len(entries), np.bool_)
    lists = [leaf.file[f"{field}.gpos"][slice(*leaf.position_bounds(field, *some))] for some in ranges]
    lone = [n for n, (low, high) in enumerate(ranges) if high - low == 1]
    if not lone or not len(entries) or not all(map(len, lists)):
        return found
    if any(len(lists[n]) > _TOO_MANY for n in range(len(lists)) if n not in lone):
        return found
    rarest = min(lone, key=lambda n: len(lists[n]))
    places = lists[rarest]
    starts = leaf.starts()
    last = entries.searchsorted(leaf.size - 1)
    low = places.searchsorted(starts.take(entries))
    high = places.searchsorted(starts.take(entries + 1, mode="clip"))
    high[last:] = len(places)
    sizes = high - low
    at = np.repeat(low - (sizes.cumsum() - sizes), sizes) + np.arange(int(sizes.sum()))
    have, owners = places.take(at), np.repeat(np.arange(len(entries)), sizes)
    for n in sorted((n for n in range(len(ranges)) if n != rarest), key=lambda n: len(lists[n])):
        if not len(have):
            break
        places = lists[n]
        wanted = have + have.dtype.type(n) - have.dtype.type(rarest)  # before the first place of all: a very high one
        if ranges[n][1] - ranges[n][0] > 1:
            places = np.sort(places)
        there = places.take(places.searchsorted(wanted), mode="clip") == wanted
        have, owners = have[there], owners[there]
    found[owners] = True
    return found


def near(leaf: SegmentReader, left: Runs, right: Runs, distance: int) -> Array:
    """Entries in which two parts are at most ``distance`` words apart, in either order."""
    if not len(left.places) or not len(right.places) or distance < 1:
        return EMPTY
    if left.postings and right.postings:
        left, right = _sharing_entries(leaf, left, right)
    few, many = sorted((left, right), key=lambda runs: len(runs.places))
    if not len(few.places):
        return EMPTY
    # Where the other may begin, seen from where the rarer one does: behind its end, or so that it ends before it.
    windows = [
        (1 - distance - many.word_count, -many.word_count),
        (few.word_count, few.word_count - 1 + distance),
    ]
    few = few.sorted_by_place()
    entries = few.entries_in(leaf)
    starts = leaf.starts()
    first = starts.take(entries).astype(np.intp)
    behind = starts.take(entries + 1, mode="clip").astype(np.intp) - 1
    behind[entries.searchsorted(leaf.size - 1) :] = np.iinfo(np.intp).max
    if len(few.places) * _FEWER < len(many.places) or distance > FEW:
        return unique(entries[_searched(few.places, many.sorted_by_place().places, windows, first, behind)])
    return unique(entries[_flagged(leaf, few.places, many.places, windows, first, behind)])


def _sharing_entries(leaf: SegmentReader, *both: Runs) -> list[Runs]:
    """Return the positions of two terms in the entries that have both."""
    masks = []
    for runs in both:
        mask = np.zeros(leaf.size, np.bool_)
        if runs.postings:
            mask[runs.postings[0]] = True
        masks.append(mask)
    shared = masks[0] & masks[1]
    kept = []
    for runs in both:
        if runs.postings:
            entries, counts = runs.postings
            keep = shared.take(entries)
            postings = entries[keep], counts[keep]
            kept.append(Runs(runs.places[np.repeat(keep, counts)], runs.word_count, postings))
    return kept


def _searched(few: Array, many: Array, windows: Sequence[tuple[int, int]], first: Array, behind: Array) -> Array:
    """Return a mask of the few positions with any of the many in a window, within their entry, by binary search."""
    hit = np.zeros(len(few), np.bool_)
    for low, high in windows:
        at = many.searchsorted(np.maximum(few + low, first))
        found = many.take(at, mode="clip")
        hit |= (found <= few + high) & (found < behind) & (at < len(many))
    return hit


def _flagged(
    leaf: SegmentReader, few: Array, many: Array, windows: Sequence[tuple[int, int]], first: Array, behind: Array
) -> Array:
    """The same, looked up place by place."""
    flags = leaf.flags.at_least(int(max(few[-1], many.max())) + max(0, *(high for _, high in windows)) + 1)
    flags[many] = True
    hit = np.zeros(len(few), np.bool_)
    for low, high in windows:
        for offset in range(low, high + 1):
            places = few + offset
            within = places < behind if offset > 0 else places >= first
            hit |= flags.take(places, mode="clip") & within
    flags[many] = False
    return hit
