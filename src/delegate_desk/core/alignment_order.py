"""What moved: the fewest units without which all others stand in the order that they stood in."""

from collections.abc import Collection, Sequence

from delegate_desk.core.alignment_chains import Places
from delegate_desk.core.alignment_company import Matching
from delegate_desk.core.alignment_units import Side
from delegate_desk.core.words import rising


def moved(old: Side, new: Side, matching: Matching, apart: Collection[int], unsure: Collection[int]) -> frozenset[int]:
    """The old places of what moved; a row counts as many times as it has cells, footnotes are apart.

    Args:
        old: The old text.
        new: The new text.
        matching: Which is which.
        apart: Old places that are left out: of what was split or merged.
        unsure: Old places of which it is not known what they became: they stayed where they are in no one's way.
    """
    away: set[int] = set()
    for is_notes in (False, True):
        pairs = [
            (i, k)
            for i, k in sorted(matching.new_of.items())
            if i not in apart and (old.items[i].sort == "note") is is_notes
        ]
        cells = [
            (i * _CELLS + n, k * _CELLS + n)
            for i, k in pairs
            for n in range(min(len(old.items[i].units), len(new.items[k].units), _CELLS))
        ]
        sure = set(rising([cell for cell in cells if cell[0] // _CELLS not in unsure]))
        stayed = {i // _CELLS for i, _ in rising(_in_no_ones_way(cells, sure))}
        away.update(i for i, _ in pairs if i not in stayed)
    return frozenset(away)


_CELLS = 64
"""As many cells of a row count."""


def _in_no_ones_way(cells: Sequence[Places], stayed: Collection[Places]) -> list[Places]:
    """Those that stayed, and those that keep the order among them."""
    after = [0] * (len(cells) + 1)
    after[-1] = 1 << 62
    for n in range(len(cells) - 1, -1, -1):
        after[n] = cells[n][1] if cells[n] in stayed else after[n + 1]
    kept: list[Places] = []
    before = -1
    for n, cell in enumerate(cells):
        if cell in stayed:
            before = cell[1]
            kept.append(cell)
        elif before < cell[1] < after[n]:
            kept.append(cell)
    return kept
