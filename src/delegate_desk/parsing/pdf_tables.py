"""Tables that run on over a page's end: one table, its head printed once, a row that was cut made whole."""

import re
from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.parsing.pdf_grid import Cell

_SAME = 4.0  # points: how far the columns of one table may lie apart from page to page
_ENDED = re.compile(r"[.;:!?»”’\"]\W*$")


def goes_on(above: Sequence[Cell], below: Sequence[Cell]) -> bool:
    """True if a table at the top of a page has the columns of the one at the end of the page before."""
    edges = {cell.column: cell.left for cell in above}
    shared = [abs(edges[cell.column] - cell.left) <= _SAME for cell in below if cell.column in edges]
    ends = max(cell.right for cell in above), max(cell.right for cell in below)
    return bool(shared) and all(shared) and abs(ends[0] - ends[1]) <= _SAME


def joined(above: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    """The cells of both."""
    rest = _without_head(above, below)
    if not rest:
        return list(above)
    last, first = above[-1].row, rest[0].row
    cut = _is_cut([cell for cell in above if cell.row == last], [cell for cell in rest if cell.row == first])
    shift = last - first + (not cut)
    cells = {(cell.row, cell.column): cell for cell in above}
    for cell in rest:
        place = (cell.row + shift, cell.column)
        if place in cells:
            cells[place] = replace(cells[place], lines=[*cells[place].lines, *cell.lines])
        else:
            cells[place] = replace(cell, row=place[0])
    return [cells[place] for place in sorted(cells)]


def _without_head(above: Sequence[Cell], below: Sequence[Cell]) -> list[Cell]:
    """The cells of a page without the table's head, where it is printed again."""
    rest = list(below)
    for row in sorted({cell.row for cell in above}):
        first = rest[0].row if rest else 0
        again = [cell for cell in rest if cell.row == first]
        if not again or _printed([cell for cell in above if cell.row == row]) != _printed(again):
            break
        rest = [cell for cell in rest if cell.row != first]
    return rest


def _printed(row: Sequence[Cell]) -> list[tuple[int, str]]:
    return [(cell.column, "".join(line.text for line in cell.lines).replace(" ", "")) for cell in row]


def _is_cut(last: Sequence[Cell], first: Sequence[Cell]) -> bool:
    """True if the row at the top of a page goes on the one before: a sentence in it does."""
    before = {cell.column: cell for cell in last}
    pairs = [(before[cell.column], cell) for cell in first if cell.column in before]
    open_ends = [(a, b) for a, b in pairs if not _ENDED.search(a.lines[-1].text.rstrip())]
    if any(b.lines[0].text.lstrip()[:1].islower() for _, b in open_ends):
        return True
    begins = min(cell.column for cell in last) == min(cell.column for cell in first)
    return bool(open_ends) and not begins
