"""What models of rows under heads share."""

from collections.abc import Sequence


def nearest(rows: Sequence[object], number: int, kind: type) -> int | None:
    """The row of a kind nearest to a number: at it or behind it, else before it."""
    behind = (n for n in range(max(0, number), len(rows)) if isinstance(rows[n], kind))
    before = (n for n in range(min(number, len(rows)) - 1, -1, -1) if isinstance(rows[n], kind))
    found = next(behind, None)
    return found if found is not None else next(before, None)
