"""Tables whose cells are drawn: grids of vertical and horizontal lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from delegate_desk.parsing.pdf.drawn_lines import HorizontalLine, Upright
from delegate_desk.parsing.pdf.page import PdfPage
from delegate_desk.parsing.pdf.text_lines import PdfLine

_SAME = 2.0  # points: lines nearer than this are one
_MEETS = 4.0  # points: how near the end of a row's edge is to that of a column
_EDGES = range(3, 61)  # how many edges the columns of a table have; a drawing has more


@dataclass(frozen=True, slots=True)
class PdfCell:
    """The lines of one cell; row and column from 1; its left and right edge."""

    row: int
    column: int
    left: float
    right: float
    lines: list[PdfLine]


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table.

    Attributes:
        columns: The edges of its columns from left to right.
        rows: The edges of its rows from top to bottom.
        uprights: What is drawn of the former.
        rules: What is drawn of the latter.
    """

    columns: list[float]
    rows: list[float]
    uprights: list[Upright]
    rules: list[HorizontalLine]

    def holds(self, line: PdfLine) -> bool:
        """True if a line stands in one of its cells."""
        across = self.columns[0] - _SAME <= line.x0 and line.x1 <= self.columns[-1] + _SAME
        return across and self.rows[-1] - _SAME <= line.base <= self.rows[0]

    def cells(self, lines: Iterable[PdfLine]) -> list[PdfCell]:
        """Lines by cell, row by row; a cell over several columns or rows counts as the first of them."""
        cells: dict[tuple[int, int], PdfCell] = {}
        uprights = {x: [u for u in self.uprights if abs(u.x - x) <= _SAME] for x in self.columns}
        rules = [(y, n, [r for r in self.rules if abs(r.y - y) <= _SAME]) for n, y in enumerate(self.rows, 1)][::-1]
        for line in lines:
            drawn = [x for x in self.columns if _is_drawn(uprights[x], line.base)]
            left = max((x for x in drawn if x <= line.x0 + _SAME), default=self.columns[0])
            right = min((x for x in drawn if x > left and x >= line.x1 - _SAME), default=self.columns[-1])
            row = next((n for y, n, edge in rules if y >= line.base and _runs_above(edge, line)), 1)
            place = (row, self.columns.index(left) + 1)
            cells.setdefault(place, PdfCell(*place, left, right, [])).lines.append(line)
        return [cells[place] for place in sorted(cells)]


def _is_drawn(edge: Iterable[Upright], y: float) -> bool:
    """True if the edge of a column is drawn at some height: cells over several columns have none."""
    return any(upright.y0 - _SAME <= y <= upright.y1 + _SAME for upright in edge)


def _runs_above(edge: Iterable[HorizontalLine], line: PdfLine) -> bool:
    """True if the edge of a row is drawn above a line: cells over several rows have none."""
    return any(rule.x0 <= line.x0 <= rule.x1 for rule in edge)


def find_grids(page: PdfPage) -> list[Grid]:
    """The drawn tables of a page, from top to bottom."""
    groups: list[list[Upright]] = []
    for upright in sorted(page.uprights, key=lambda u: -u.y1):
        if groups and upright.y1 >= min(u.y0 for u in groups[-1]) - _SAME:
            groups[-1].append(upright)
        else:
            groups.append([upright])
    grids = [_grid(group, page.rules) for group in groups]
    return [grid for grid in grids if len(grid.columns) in _EDGES]


def _grid(uprights: list[Upright], rules: Iterable[HorizontalLine]) -> Grid:
    columns = _distinct_positions(sorted(upright.x for upright in uprights))
    top, bottom = max(u.y1 for u in uprights), min(u.y0 for u in uprights)
    inside = [r for r in rules if bottom - _SAME <= r.y <= top + _SAME and _ends_rows(r, columns)]
    edges = _distinct_positions(sorted([top, bottom, *(r.y for r in inside)]))
    return Grid(columns, edges[::-1], uprights, inside)


def _ends_rows(rule: HorizontalLine, columns: list[float]) -> bool:
    """True if a rule runs from the edge of a column to that of another: one under words ends with them."""
    met = [any(abs(end - x) <= _MEETS for x in columns) for end in (rule.x0, rule.x1)]
    wide = rule.x0 <= columns[0] + _MEETS and rule.x1 >= columns[-1] - _MEETS
    return wide or (all(met) and rule.x1 - rule.x0 > 2 * _MEETS)


def _distinct_positions(places: list[float]) -> list[float]:
    """Places in ascending order, those that are nearly one made one."""
    apart: list[float] = []
    for place in places:
        if not apart or place - apart[-1] > _SAME:
            apart.append(place)
    return apart
