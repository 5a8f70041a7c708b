"""Cells of a row that stayed: by column, or by their words where a column came or went."""

from delegate_desk.core.alignment_units import Item
from delegate_desk.core.sameness import levelled


def paired_cells(old: Item, new: Item) -> list[tuple[int, int]]:
    """Pairs of places among the cells of both rows."""
    if len(old.units) == len(new.units):
        return [(n, n) for n in range(len(old.units))]
    first, second = [levelled(text) for text in old.texts], [levelled(text) for text in new.texts]
    pairs = []
    start = 0
    for i, key in enumerate(first):
        if key in second[start:]:
            k = second.index(key, start)
            pairs.append((i, k))
            start = k + 1
    return pairs
