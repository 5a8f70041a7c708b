"""Where lines of a PDF's page stand side by side: the head of the first page, and tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from delegate_desk.parsing.pdf.drawn_lines import HorizontalLine
from delegate_desk.parsing.pdf.drawn_tables import PdfCell, grids_of
from delegate_desk.parsing.pdf.page import PdfPage
from delegate_desk.parsing.pdf.page_layout import DocumentLines, rows_of
from delegate_desk.parsing.pdf.paragraphs import is_centred_between
from delegate_desk.parsing.pdf.text_lines import PdfLine

_RIGHT_HALF = 0.4  # of the text's width: where the right column of a letterhead begins at the earliest
_WIDE = 0.62  # of the text's width: what a line of a letterhead is not
_FAR = 3.0  # sizes: a gap that no table row has
_ROW_GAP = 1.5  # sizes: a gap that divides rows where no line is drawn
_LEAST_ROWS = 2


@dataclass(slots=True)
class Region:
    """Lines that are read together: running text, lines that each stand alone, or a table.

    Attributes:
        cells: Row by row; empty where it is no table.
    """

    lines: list[PdfLine] = field(default_factory=list)
    alone: bool = False
    cells: list[PdfCell] = field(default_factory=list)


def regions_of(lines: Sequence[PdfLine], page: PdfPage, layout: DocumentLines) -> list[Region]:
    """Divide a page's text, in reading order."""
    regions: list[Region] = []
    rest = list(lines)
    for grid in grids_of(page):
        inside = [line for line in rest if grid.holds(line)]
        fields = sum(line.label.endswith(":") for line in inside)
        may_go_on = page.number > 1 and inside[:1] == rest[:1]  # the end of a row from the page before
        if len(inside) < (1 if may_go_on and inside else _LEAST_ROWS) or fields > len(inside) / 3:
            continue
        others = [line for line in rest if not grid.holds(line)]
        above = [line for line in others if line.base > inside[0].base]
        regions += [*_without_grid(above, page, layout), Region(cells=grid.cells(inside))]
        rest = [line for line in others if line.base <= inside[0].base]
    return [*regions, *_without_grid(rest, page, layout)]


def _without_grid(lines: Sequence[PdfLine], page: PdfPage, layout: DocumentLines) -> list[Region]:
    """Divide text that stands in no drawn grid."""
    rows, rules = rows_of(lines), page.rules
    first_page = page.number == 1
    head = _head(rows, layout) if first_page else 0
    regions = [Region([line for row in rows[:head] for line in row], alone=True)] if head else []
    text = Region()
    at = head
    while at < len(rows):
        end = _table_end(rows, at) if len(rows[at]) > 1 else at
        if end > at:
            regions += [text, _table(rows[at:end], rules)]
            text, at = Region(), end
        elif len(rows[at]) > 1:
            regions += [text, Region(rows[at], alone=True)]
            text, at = Region(), at + 1
        else:
            text.lines += rows[at]
            at += 1
    return [region for region in [*regions, text] if region.lines or region.cells]


def _head(rows: list[list[PdfLine]], layout: DocumentLines) -> int:
    """How many rows the letterhead of a first page has; its right column holds date, number and codes."""
    width = layout.right - layout.left
    end = 0
    for at, row in enumerate(rows):
        line = row[-1]
        if line.apart or (len(row) == 1 and line.x1 - line.x0 > _WIDE * width):
            break
        in_right_column = line.x0 > layout.left + _RIGHT_HALF * width
        if len(row) > 1 or (in_right_column and not is_centred_between(line, layout.left, layout.right)):
            end = at + 1
    return end


def _table_end(rows: list[list[PdfLine]], start: int) -> int:
    """Where a table that begins with some row ends; ``start`` itself if there is none."""
    gutters = _gutters(rows[start])
    end, wide_rows = start + 1, 1
    for at in range(start + 1, len(rows)):
        row = rows[at]
        if rows[at - 1][0].base - row[0].base > _FAR * row[0].size:
            break
        merged = _narrowed(gutters, row)
        if not merged:
            break
        if len(row) > 1:
            gutters = merged
            wide_rows += 1
            end = at + 1
        elif row[0].x0 > gutters[0][1]:
            end = at + 1
    return end if wide_rows >= _LEAST_ROWS else start


def _gutters(row: list[PdfLine]) -> list[tuple[float, float]]:
    """The gaps between the parts of a row."""
    return [(a.x1, b.x0) for a, b in pairwise(row)]


def _narrowed(gutters: list[tuple[float, float]], row: list[PdfLine]) -> list[tuple[float, float]]:
    """What another row leaves of the gaps; empty if it runs across one of them."""
    left = gutters
    for line in row:
        cut = []
        for a, b in left:
            if line.x0 >= b or line.x1 <= a:
                cut.append((a, b))
            elif line.x0 > a and line.x1 >= b:
                cut.append((a, line.x0))
            elif line.x1 < b and line.x0 <= a:
                cut.append((line.x1, b))
            else:
                return []
        left = [(a, b) for a, b in cut if b - a > line.size / 2]
        if len(left) < len(gutters):
            return []
    return left


def _table(rows: list[list[PdfLine]], rules: Sequence[HorizontalLine]) -> Region:
    wide = [row for row in rows if len(row) > 1]
    gutters = _gutters(wide[0])
    for row in rows:
        gutters = _narrowed(gutters, row) or gutters
    edges = [min(row[0].x0 for row in rows), *((a + b) / 2 for a, b in gutters), max(row[-1].x1 for row in rows)]
    cells: list[PdfCell] = []
    number = 0
    for at, row in enumerate(rows):
        if at == 0 or _new_row(rows[at - 1], row, rules, edges):
            number += 1
        for line in row:
            column = sum(line.x0 > edge for edge in edges[1:-1]) + 1
            cell = next((c for c in cells if (c.row, c.column) == (number, column)), None)
            if cell is None:
                cell = PdfCell(number, column, edges[column - 1], edges[column], [])
                cells.append(cell)
            cell.lines.append(line)
    return Region(cells=sorted(cells, key=lambda c: (c.row, c.column)))


def _new_row(above: list[PdfLine], row: list[PdfLine], rules: Sequence[HorizontalLine], edges: list[float]) -> bool:
    """True if a table's row ends between two rows of lines: a line is drawn there, or its first column begins anew."""
    top, bottom = above[0].base, row[0].base
    across = [r for r in rules if r.x1 - r.x0 > 0.5 * (edges[-1] - edges[0])]
    if any(bottom < r.y < top for r in across):
        return True
    drawn = any(r.y < bottom for r in across) and any(r.y > top for r in across)
    return not drawn and row[0].x0 < edges[1] and top - bottom > _ROW_GAP * row[0].size
