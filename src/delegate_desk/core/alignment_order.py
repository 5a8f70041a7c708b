"""What moved: the fewest units without which all others stand in the order that they stood in."""

from collections.abc import Collection

from delegate_desk.core.alignment_company import Matching
from delegate_desk.core.alignment_units import Side
from delegate_desk.core.words import rising


def moved(old: Side, new: Side, matching: Matching, apart: Collection[int]) -> frozenset[int]:
    """The old places of what moved; a row counts as many times as it has cells, footnotes are apart.

    Args:
        old: The old text.
        new: The new text.
        matching: Which is which.
        apart: Old places that are left out: of what was split or merged.
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
        stayed = {i // _CELLS for i, _ in rising(cells)}
        away.update(i for i, _ in pairs if i not in stayed)
    return frozenset(away)


_CELLS = 64
"""As many cells of a row count."""
