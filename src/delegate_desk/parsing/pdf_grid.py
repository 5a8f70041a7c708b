"""Tables whose cells are drawn: grids of vertical and horizontal lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from delegate_desk.parsing.pdf_drawing import Rule, Upright
from delegate_desk.parsing.pdf_lines import Line
from delegate_desk.parsing.pdf_page import Page

_SAME = 2.0  # points: lines nearer than this are one
_LEAST_COLUMNS = 2
_ROW = 0.3  # of a table's width: how long a line is that ends a row


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one cell; row and column from 1; its left and right edge."""

    row: int
    column: int
    left: float
    right: float
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: the edges of its columns from left to right, those of its rows from top to bottom."""

    columns: list[float]
    rows: list[float]

    def holds(self, line: Line) -> bool:
        """True if a line stands in one of its cells."""
        across = self.columns[0] - _SAME <= line.x0 and line.x1 <= self.columns[-1] + _SAME
        return across and self.rows[-1] - _SAME <= line.base <= self.rows[0]

    def cells(self, lines: Iterable[Line]) -> list[Cell]:
        """Lines by cell, row by row; a cell over several columns counts as the first of them."""
        cells: dict[tuple[int, int], Cell] = {}
        for line in lines:
            column = max(1, sum(x <= line.x0 + _SAME for x in self.columns[:-1]))
            row = max(1, sum(y >= line.base for y in self.rows[:-1]))
            right = next((x for x in self.columns[column:] if x >= line.x1 - _SAME), self.columns[-1])
            cell = cells.setdefault((row, column), Cell(row, column, self.columns[column - 1], right, []))
            cell.lines.append(line)
        return [cells[place] for place in sorted(cells)]


def grids_of(page: Page) -> list[Grid]:
    """The drawn tables of a page, from top to bottom."""
    groups: list[list[Upright]] = []
    for upright in sorted(page.uprights, key=lambda u: -u.y1):
        if groups and upright.y1 >= min(u.y0 for u in groups[-1]) - _SAME:
            groups[-1].append(upright)
        else:
            groups.append([upright])
    grids = [_grid(group, page.rules) for group in groups]
    return [grid for grid in grids if len(grid.columns) > _LEAST_COLUMNS]


def _grid(uprights: list[Upright], rules: Iterable[Rule]) -> Grid:
    columns = _apart(sorted(upright.x for upright in uprights))
    top, bottom = max(u.y1 for u in uprights), min(u.y0 for u in uprights)
    width = columns[-1] - columns[0]
    inside = (r for r in rules if bottom - _SAME <= r.y <= top + _SAME and r.x1 - r.x0 >= _ROW * width)
    edges = _apart(sorted([top, bottom, *(r.y for r in inside if columns[0] - _SAME <= r.x0 <= columns[-1])]))
    return Grid(columns, edges[::-1])


def _apart(places: list[float]) -> list[float]:
    """Places in ascending order, those that are nearly one made one."""
    apart: list[float] = []
    for place in places:
        if not apart or place - apart[-1] > _SAME:
            apart.append(place)
    return apart
