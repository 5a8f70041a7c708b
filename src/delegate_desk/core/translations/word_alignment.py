"""Word translations learned from units of text in two languages.

IBM Model 1 (Brown and others, The Mathematics of Statistical Machine Translation, 1993, section 4.2) in both
directions, finally trained for agreement (Liang, Taskar and Klein, Alignment by Agreement, 2006): a pair of words
counts as far as both directions align it. Earlier results are included unchanged, so that new texts are learned without
the old ones (Neal and Hinton, A View of the EM Algorithm, 1998).
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from delegate_desk.core.values import dataclass

Array = np.ndarray[Any, np.dtype[Any]]

CELLS = 6_000_000
"""Maximum number of word pairs learned together, of some 70 bytes each."""

_LONGEST = 160
"""Maximum number of words of a unit: longer ones show little about which words correspond."""
_ROUNDS = 5
_AGREEING = 3
_NULL = 0.02
"""Weight of an untranslated word, relative to the observed translations."""
_LEAST = 0.05
"""Lower counts are dropped."""


@dataclass(frozen=True, slots=True)
class AlignedWords:
    """Pairs of words with the counts of translation in each direction; row and column are word numbers, both sorted."""

    rows: Array
    columns: Array
    counts: Array

    @staticmethod
    def none() -> "AlignedWords":
        return AlignedWords(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))

    @staticmethod
    def total(parts: Sequence["AlignedWords"], width: int) -> "AlignedWords":
        """Return the sum of several; ``width`` is above every column."""
        if not parts:
            return AlignedWords.none()
        keys = np.concatenate([part.rows.astype(np.int64) * width + part.columns for part in parts])
        counts = np.concatenate([part.counts for part in parts])
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        # Where a key differs from the one before.
        first = np.append(True, keys[1:] != keys[:-1])[: len(keys)].nonzero()[0]
        summed = np.add.reduceat(counts, first).astype(np.float32)
        return AlignedWords((keys[first] // width).astype(np.int32), (keys[first] % width).astype(np.int32), summed)


@dataclass(frozen=True, slots=True)
class Bitext:
    """Units of text in two languages, each a row of word numbers, in any order and without duplicates."""

    first: Sequence[Array]
    second: Sequence[Array]

    def parts(self, cells: int = CELLS) -> Iterator["Bitext"]:
        """Return parts that can be learned together, without units that are too long."""
        start = size = 0
        sizes = [len(unit) * len(other) for unit, other in zip(self.first, self.second, strict=True)]
        for number, cells_of_unit in enumerate(sizes):
            if size + cells_of_unit > cells and number > start:
                yield Bitext(self.first[start:number], self.second[start:number])
                start, size = number, 0
            size += cells_of_unit
        if start < len(sizes):
            yield Bitext(self.first[start:], self.second[start:])


class _Cells:
    """All pairs of words that occur in one unit.

    Attributes:
        first: The words of the first language, unit by unit; likewise ``second``.
        firsts: By pair, the index of its word in ``first``; likewise ``seconds``.
        keys: The different pairs of words, sorted.
        pairs: By pair, the index of its key.
    """

    def __init__(self, bitext: Bitext, width: int) -> None:
        both = zip(bitext.first, bitext.second, strict=True)
        chosen = [pair for pair in both if all(0 < len(side) <= _LONGEST for side in pair)]
        empty = np.zeros(0, np.int32)
        self.first = np.concatenate([empty, *(first for first, _ in chosen)])
        self.second = np.concatenate([empty, *(other for _, other in chosen)])
        heights = np.array([len(first) for first, _ in chosen], np.int32)
        widths = np.array([len(other) for _, other in chosen], np.int32)
        sizes = heights * widths
        units = np.repeat(np.arange(len(chosen), dtype=np.int32), sizes)
        inside = np.arange(len(units), dtype=np.int32) - (np.cumsum(sizes, dtype=np.int32) - sizes)[units]
        self.firsts = (np.cumsum(heights, dtype=np.int32) - heights)[units] + inside // widths[units]
        self.seconds = (np.cumsum(widths, dtype=np.int32) - widths)[units] + inside % widths[units]
        pairs = self.first[self.firsts].astype(np.int64) * width + self.second[self.seconds]
        self.keys, self.pairs = np.unique(pairs, return_inverse=True)
        self.rows, self.columns = self.keys // width, self.keys % width


def learn(bitext: Bitext, height: int, width: int, earlier: AlignedWords | None = None) -> AlignedWords:
    """Learn from units of text. Slow; changes nothing.

    Args:
        bitext: At most ``CELLS`` pairs of words, as returned by ``Bitext.parts``.
        height: Number of words of the first language.
        width: Of the second.
        earlier: Results from other texts, with the same numbers.
    """
    earlier = earlier or AlignedWords.none()
    cells = _Cells(bitext, width)
    if not len(cells.keys):
        return AlignedWords.none()
    known_keys = earlier.rows.astype(np.int64) * width + earlier.columns
    earlier_counts = np.zeros(len(cells.keys))
    if len(known_keys):
        places = np.minimum(np.searchsorted(known_keys, cells.keys), len(known_keys) - 1)
        earlier_counts = np.where(known_keys[places] == cells.keys, earlier.counts[places], 0.0)
    known_rows = np.bincount(earlier.rows, earlier.counts, height)[:height]
    known_columns = np.bincount(earlier.columns, earlier.counts, width)[:width]
    together = np.bincount(cells.pairs)
    frequencies = np.bincount(cells.first, minlength=height), np.bincount(cells.second, minlength=width)
    initial = together * together**2 / (frequencies[0][cells.rows] * frequencies[1][cells.columns])
    expected = [initial, initial]
    for turn in range(_ROUNDS + _AGREEING):
        given_first = _chances(earlier_counts + expected[0], known_rows, cells.rows, expected[0], height)
        given_second = _chances(earlier_counts + expected[1], known_columns, cells.columns, expected[1], width)
        # each word of the second language is generated by a word of the first, and vice versa
        likely, other = given_first[cells.pairs], given_second[cells.pairs]
        likely /= np.bincount(cells.seconds, likely, len(cells.second))[cells.seconds] + _NULL
        other /= np.bincount(cells.firsts, other, len(cells.first))[cells.firsts] + _NULL
        if turn >= _ROUNDS:  # as far as both directions agree
            expected = [np.bincount(cells.pairs, likely * other)] * 2
        else:
            expected = [np.bincount(cells.pairs, likely), np.bincount(cells.pairs, other)]
    kept = expected[0] >= _LEAST
    return AlignedWords(
        cells.rows[kept].astype(np.int32), cells.columns[kept].astype(np.int32), expected[0][kept].astype(np.float32)
    )


def _chances(counts: Array, earlier: Array, words: Array, expected: Array, size: int) -> Array:
    """Return by pair the probability that its word of one language is rendered by the other."""
    sums = earlier + np.bincount(words, expected, size)
    chances: Array = counts / np.maximum(sums[words], 1e-9)
    return chances
