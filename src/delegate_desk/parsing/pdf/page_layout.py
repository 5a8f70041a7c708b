"""Classification of the lines of a PDF's pages: running headers and footers, footnotes, or text."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from delegate_desk.core.values import dataclass
from delegate_desk.parsing.header import page_feet
from delegate_desk.parsing.pdf.page import HorizontalLine, PdfPage, Shade, Upright
from delegate_desk.parsing.pdf.text_lines import PdfLine, build_lines

_SAME = 2.0  # points: lines nearer than this are one
_MEETS = 4.0  # points: how near the end of a row's edge is to that of a column
_EDGES = range(3, 61)  # how many edges the columns of a table have; a drawing has more


@dataclass(frozen=True, slots=True)
class PdfCell:
    """The lines of one cell; row and column from 1; left and right edge.

    Attributes:
        fills: For the first cell of a row, the colours of the row's cells by column, in hexadecimal.
    """

    row: int
    column: int
    left: float
    right: float
    lines: list[PdfLine]
    fills: tuple[tuple[int, str], ...] = ()

    @property
    def edges(self) -> tuple[int, int]:
        """Return its left and right edge, in whole points."""
        return round(self.left), round(self.right)


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table.

    Attributes:
        columns: The edges of its columns from left to right.
        rows: The edges of its rows from top to bottom.
        uprights: The drawn parts of the column edges.
        rules: The drawn parts of the row edges.
    """

    columns: list[float]
    rows: list[float]
    uprights: list[Upright]
    rules: list[HorizontalLine]

    def contains(self, line: PdfLine) -> bool:
        across = self.columns[0] - _SAME <= line.x0 and line.x1 <= self.columns[-1] + _SAME
        return across and self.rows[-1] - _SAME <= line.base <= self.rows[0]

    def cells(self, lines: Iterable[PdfLine], shades: Iterable[Shade] = ()) -> list[PdfCell]:
        """Return lines by cell, row by row; a cell over several columns or rows counts as the first of them."""
        cells: dict[tuple[int, int], PdfCell] = {}
        uprights = {x: [u for u in self.uprights if abs(u.x - x) <= _SAME] for x in self.columns}
        rules = [(y, n, [r for r in self.rules if abs(r.y - y) <= _SAME]) for n, y in enumerate(self.rows, 1)][::-1]
        for line in lines:
            # cells over several columns or rows have no edge between these
            edges = [x for x in self.columns if any(u.y0 - _SAME <= line.base <= u.y1 + _SAME for u in uprights[x])]
            left = max((x for x in edges if x <= line.x0 + _SAME), default=self.columns[0])
            right = min((x for x in edges if x > left and x >= line.x1 - _SAME), default=self.columns[-1])
            row_numbers = (n for y, n, edge in rules if y >= line.base and any(r.x0 <= line.x0 <= r.x1 for r in edge))
            row = next(row_numbers, 1)
            place = (row, self.columns.index(left) + 1)
            cells.setdefault(place, PdfCell(*place, left, right, [])).lines.append(line)
        found: list[PdfCell] = []
        for _, cell in sorted(cells.items()):
            if not found or found[-1].row < cell.row:
                base = cell.lines[0].base
                row_shades = (shade for shade in shades if shade.y0 <= base <= shade.y1)
                fills = {sum(x <= shade.x0 + _MEETS for x in self.columns): shade.colour for shade in row_shades}
                cell = replace(cell, fills=tuple(fills.items()))
            found.append(cell)
        return found


def find_grids(page: PdfPage) -> list[Grid]:
    groups: list[list[Upright]] = []
    for upright in sorted(page.drawing.uprights, key=lambda u: -u.y1):
        if groups and upright.y1 >= min(u.y0 for u in groups[-1]) - _SAME:
            groups[-1].append(upright)
        else:
            groups.append([upright])
    grids = [_grid(group, page.drawing.rules) for group in groups]
    return [grid for grid in grids if len(grid.columns) in _EDGES]


def _grid(uprights: list[Upright], rules: Iterable[HorizontalLine]) -> Grid:
    columns = _distinct_positions(sorted(upright.x for upright in uprights))
    top, bottom = max(u.y1 for u in uprights), min(u.y0 for u in uprights)
    inside = []  # the rules that run from one column edge to another: an underline ends with its words
    for rule in (rule for rule in rules if bottom - _SAME <= rule.y <= top + _SAME):
        ends_meet = [any(abs(end - x) <= _MEETS for x in columns) for end in (rule.x0, rule.x1)]
        is_wide = rule.x0 <= columns[0] + _MEETS and rule.x1 >= columns[-1] - _MEETS
        if is_wide or (all(ends_meet) and rule.x1 - rule.x0 > 2 * _MEETS):
            inside.append(rule)
    edges = _distinct_positions(sorted([top, bottom, *(r.y for r in inside)]))
    return Grid(columns, edges[::-1], uprights, inside)


def _distinct_positions(places: list[float]) -> list[float]:
    """Return positions in ascending order, with nearly equal ones merged."""
    distinct: list[float] = []
    for place in places:
        if not distinct or place - distinct[-1] > _SAME:
            distinct.append(place)
    return distinct


_FOOT = 0.15  # of a page's height: how far up its foot may reach
_HEAD = 0.9
_FEET = 0.4  # of all pages: how many have a running foot
_HEADS = 0.6  # and a running head
_SEPARATOR = (60.0, 260.0)  # points: how wide the rule above footnotes is; above the rest of a note it is as the text
_INDENTED = 2  # how many more lines that begin at an indent are not in the middle by chance
_SMALLER = 0.93  # of the size of the text
_PAGE_NUMBER = re.compile(r"\s*\d+(?:\s?(?:/|of|de|από|von)\s?\d+)?\s*$")
_PAGE = re.compile(r"(?:^|\s+)\d{1,4}$")
_DIGITS = re.compile(r"\d+")
_SHORT = 25  # characters: where a running line may have its number anywhere
_Key = tuple[str, int]
_SAME_WIDTH = 20.0  # points
_NOTE_LABEL = re.compile(r"(\d{1,3}|[*+]{1,4})(?=\D|$)")


@dataclass(slots=True)
class DocumentLines:
    """The lines of a document by kind.

    Attributes:
        text: By page, from top to bottom.
        notes: The label and the lines of each footnote.
        width: Width of most pages.
        size: Size of most of the text.
        indents: Left edges of other lines, in whole points: lines that begin there are not centred.
    """

    text: list[list[PdfLine]] = field(default_factory=list)
    notes: list[tuple[str, list[PdfLine]]] = field(default_factory=list)
    running: list[str] = field(default_factory=list)
    left: float = 0.0
    right: float = 0.0
    width: float = 0.0
    size: float = 0.0
    indents: frozenset[int] = frozenset()


def lay_out(pages: Sequence[PdfPage]) -> DocumentLines:
    layout = DocumentLines()
    lines = _without_running(pages, [build_lines(page) for page in pages], layout)
    layout.width = Counter(page.width for page in pages).most_common(1)[0][0]
    by_width: dict[float, list[int]] = {}
    for n, page in enumerate(pages):
        by_width.setdefault(page.width if abs(page.width - layout.width) > _SAME_WIDTH else layout.width, []).append(n)
    _measure([lines[n] for n in by_width[layout.width]] or lines, layout)
    for width, numbers in by_width.items():
        flat = [line for n in numbers for line in lines[n]]
        if width != layout.width and flat:  # such as a cover before a table in landscape
            right = _right_margin(flat, layout)
            for n in numbers:
                lines[n] = [replace(line, column=right) if line.column is None else line for line in lines[n]]
    separators: set[int] = set()
    for page, on_page in zip(pages, lines, strict=True):
        start = _notes_start(page, on_page, layout, separators)
        layout.text.append(on_page[:start])
        notes = on_page[start:]
        margin = min((line.x0 for line in notes if note_label(line)), default=0.0)
        for line in notes:  # those before the first label continue the last footnote
            label = note_label(line)
            if label and line.x0 <= margin + line.size:
                layout.notes.append((label, [_without_label(line, label)]))
            elif layout.notes:
                layout.notes[-1][1].append(line)
        layout.running += page.stamps
    layout.running = list(dict.fromkeys(line for line in layout.running if line))
    return layout


def group_rows(lines: Iterable[PdfLine]) -> list[list[PdfLine]]:
    """Group lines that are side by side, from top to bottom."""
    rows: list[list[PdfLine]] = []
    for line in lines:
        if rows and abs(rows[-1][0].base - line.base) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _row_text(row: Iterable[PdfLine]) -> str:
    return " ".join(" ".join(line.printed for line in row).split())


def _without_running(
    pages: Sequence[PdfPage], lines: list[list[PdfLine]], layout: DocumentLines
) -> list[list[PdfLine]]:
    """Separate running heads and feet: lines repeated at one height, and everything below a repeated foot."""
    rows = [group_rows(on_page) for on_page in lines]
    counts: Counter[_Key | None] = Counter(
        key for page, on_page in zip(pages, rows, strict=True) for key in {_key(page, row) for row in on_page} if key
    )
    enough = max(2, _FEET * len(pages))
    enough_heads = max(2, _HEADS * len(pages))
    pdf_lines: list[list[PdfLine]] = []
    for page, on_page in zip(pages, rows, strict=True):
        in_foot = [row for row in on_page if row[0].base < _FOOT * page.height]
        feet = [  # repeated lines; on a single page, that with the document's number and a foot's text
            row
            for row in in_foot
            if counts[_key(page, row)] >= enough or (len(pages) == 1 and page_feet.find([_row_text(row)]))
        ]
        foot = max((row[0].base for row in feet), default=float("-inf"))
        text: list[PdfLine] = []
        grids = find_grids(page)
        for row in on_page:
            is_head = row[0].base > _HEAD * page.height and counts[_key(page, row)] >= enough_heads
            is_head = is_head and not any(grid.contains(row[0]) for grid in grids)  # a table's head on each page
            if is_head or row[0].base <= foot + 0.5 * row[0].size:
                layout.running.append(_PAGE.sub("", _row_text(row)))
            else:
                text += row
        pdf_lines.append(text)
    return pdf_lines


def _key(page: PdfPage, row: list[PdfLine]) -> _Key | None:
    """Key shared by running lines of several pages, without the page number; None in the middle of a page."""
    if not (row[0].base < _FOOT * page.height or row[0].base > _HEAD * page.height):
        return None
    text = _PAGE_NUMBER.sub("", _row_text(row))
    is_numbered = len(text) < _SHORT and not page_feet.is_document_number(_row_text(row))
    return (_DIGITS.sub("", text) if is_numbered else text), round(row[0].base / 4)


def _measure(lines: list[list[PdfLine]], layout: DocumentLines) -> None:
    flat = [line for on_page in lines for line in on_page]
    sizes = Counter[float]()
    for line in flat:
        sizes[line.size] += len(line.text)
    if not flat:
        return
    layout.size = max(sizes, key=lambda size: sizes[size])
    lefts = Counter(round(line.x0) for line in flat)
    minimum = max(1, 0.02 * len(flat))
    layout.left = float(min((x for x, n in lefts.items() if n >= minimum), default=min(lefts)))
    layout.right = _right_margin(flat, layout)
    begin: Counter[int] = Counter()
    for line in flat:
        centred = abs(line.x0 + line.x1 - layout.left - layout.right) < line.size
        begin.update({round(x): -1 if centred else 1 for x in {line.x0, line.body_x}})
    layout.indents = frozenset(x for x, n in begin.items() if n >= _INDENTED)


def _right_margin(lines: list[PdfLine], layout: DocumentLines) -> float:
    rights = sorted(line.x1 for line in lines if line.size >= _SMALLER * layout.size)
    return rights[int(0.98 * len(rights))] if rights else max(line.x1 for line in lines)


def _notes_start(page: PdfPage, lines: list[PdfLine], layout: DocumentLines, separators: set[int]) -> int:
    in_columns = next((i for i, line in enumerate(lines) if line.is_note), None)
    if in_columns is not None:
        return in_columns
    for rule in page.drawing.rules:
        first = next((i for i, line in enumerate(lines) if line.base < rule.y), None)
        if first is None or abs(rule.x0 - layout.left) > layout.size or rule.x1 - rule.x0 < _SEPARATOR[0]:
            continue
        previous = lines[first - 1] if first else None
        if previous and previous.base - rule.y <= 0.25 * previous.size and previous.x0 <= rule.x1:
            continue  # it underlines words
        width = round(rule.x1 - rule.x0)
        if note_label(lines[first]) and width <= _SEPARATOR[1]:
            separators.add(width)
            return first
        is_full_width = width >= 0.8 * (layout.right - layout.left)
        if layout.notes and (width in separators or (is_full_width and lines[first].size < _SMALLER * layout.size)):
            return first
    start = len(lines)  # without a rule: smaller lines at the page's end, the first with a label
    while start and lines[start - 1].size < _SMALLER * layout.size:
        start -= 1
    while start < len(lines) and not note_label(lines[start]):
        start += 1
    return start


def note_label(line: PdfLine) -> str | None:
    """Return the label of the footnote that begins with a line; None if none does."""
    text = line.printed.lstrip()
    match = _NOTE_LABEL.match(text)
    if not match:
        return None
    raised = line.bits[0].raised and line.bits[0].text.strip() == match[0]
    return match[0] if raised or (line.has_label_gap and line.label == match[0]) else None


def _without_label(line: PdfLine, label: str) -> PdfLine:
    first, *others = line.bits
    rest = first.text.lstrip().removeprefix(label).lstrip()
    if rest or not others:
        bits = [replace(first, text=rest, raised=False), *others]
    else:
        bits = [replace(others[0], text=others[0].text.lstrip()), *others[1:]]
    return replace(line, bits=tuple(bits), label="", has_label_gap=False)
