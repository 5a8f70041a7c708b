"""Tables of a text: the position of each cell in its table, with widths by content."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from delegate_desk.core.documents.document import Kind, Paragraph
from delegate_desk.core.values import dataclass

_CELL = re.compile(r"(?P<table>.*tbl_\d+(?:-\d+)?)__row_(?P<row>\d+)(?:-\d+)?__cell_(?P<column>\d+)(?:-\d+)?")
_TEXT = re.compile(r"(?P<row>row_\w+?(?:-\d+)?)__cell_(?P<column>\d)")
"""A text of a four-column document; its row is a table of its own, with columns of equal width."""
_TEXTS = 4
_NARROWEST, _WIDEST = 6, 60
"""Minimum and maximum characters that a column is made for."""
_LONGEST_WORD = 22
_PADDING = 3
_LINE = 70
"""Number of characters in a line of the page."""
_WIDE_COLUMNS, _FEW, _LONGEST_HEAD = 3, 9, 90
"""Minimum columns of a table over the whole pane; maximum characters of a row's number and of a column's name."""


@dataclass(frozen=True, slots=True)
class WideTable:
    """A table of three columns or more, which uses the whole pane.

    Attributes:
        natural: Number of characters of its first column if there are few, as for row numbers; else 0. A word of its
            header is not cut.
        rows: Indices of its units.
        has_header: True if its first row contains the names of the columns.
    """

    columns: int
    natural: int
    rows: range
    has_header: bool


@dataclass(frozen=True, slots=True)
class GridCell:
    """Position of a cell in its table, in fractions of the table's width.

    Attributes:
        band: Index of the first unit of its table row.
        first: True in the first row of the table.
        column: From 0.
        table: The table if it uses the whole pane.
        spans: True if it is alone in its row and extends over all columns, as a heading does.
    """

    band: int
    left: float
    width: float
    first: bool
    column: int = 0
    table: WideTable | None = None
    spans: bool = False

    @property
    def is_header(self) -> bool:
        return self.first and self.table is not None and self.table.has_header


TEXT_COLUMNS = WideTable(_TEXTS, 0, range(0), has_header=False)
"""The columns of a four-column document, whose rows are tables of their own."""


def cells(units: Sequence[Paragraph]) -> dict[int, GridCell]:
    found = {
        index: match
        for index, unit in enumerate(units)
        if unit.kind is Kind.CELL and (match := _CELL.fullmatch(unit.address))
    }
    wanted: dict[str, dict[int, int]] = {}
    needed: dict[str, dict[int, int]] = {}
    for index, match in found.items():
        wants, needs = wanted.setdefault(match["table"], {}), needed.setdefault(match["table"], {})
        column, text = int(match["column"]), units[index].marked
        longest = max((len(line) for line in text.split("\n")), default=0)
        word = max((len(word) for word in text.split()), default=0)
        wants[column] = max(wants.get(column, _NARROWEST), min(longest, _WIDEST))
        needs[column] = max(needs.get(column, 0), min(word, _LONGEST_WORD) + _PADDING)
    widths = {table: _widths(wants, needed[table]) for table, wants in wanted.items()}
    alone = Counter((match["table"], match["row"]) for match in found.values())
    beside = {index: match for index, match in found.items() if alone[match["table"], match["row"]] > 1}
    wide = {table: _wide_table(units, beside, table, tuple(columns)) for table, columns in widths.items()}
    made = _texts_side_by_side(units)
    bands: dict[tuple[str, str], int] = {}
    for index, match in found.items():
        columns = widths[match["table"]]
        column = int(match["column"])
        left = sum(width for number, width in columns.items() if number < column)
        band = bands.setdefault((match["table"], match["row"]), index)
        table = wide[match["table"]]
        spans = table is not None and alone[match["table"], match["row"]] == 1 and column == min(columns)
        spans = spans and table is not None and len(units[index].marked) > max(table.natural, _FEW)
        first = match["row"] == "1"
        made[index] = GridCell(band, left, columns[column], first, list(columns).index(column), table, spans)
    return made


def _texts_side_by_side(units: Sequence[Paragraph]) -> dict[int, GridCell]:
    """Return the texts of each row of a four-column document, without empty ones."""
    rows: dict[str, dict[int, int]] = {}
    for index, unit in enumerate(units):
        if unit.kind is Kind.CELL and (match := _TEXT.fullmatch(unit.address)):
            rows.setdefault(match["row"], {})[index] = int(match["column"]) - 1
    made: dict[int, GridCell] = {}
    for row in rows.values():
        table = replace(TEXT_COLUMNS, rows=range(min(row), max(row) + 1))
        for index, column in row.items():
            made[index] = GridCell(min(row), column / _TEXTS, 1 / _TEXTS, first=False, column=column, table=table)
    return made


def _wide_table(
    units: Sequence[Paragraph], beside: Mapping[int, re.Match[str]], table: str, columns: Sequence[int]
) -> WideTable | None:
    """Return the table if it has enough columns for the whole pane; ``beside`` has the cells that are not alone."""
    rows = [(index, match) for index, match in beside.items() if match["table"] == table]
    if len(columns) < _WIDE_COLUMNS or not rows:
        return None
    heads = [units[index].marked for index, match in rows if match["row"] == "1"]
    firsts = (
        units[index].marked for index, match in rows if int(match["column"]) == columns[0] and match["row"] != "1"
    )
    longest = max((len(line) for text in firsts for line in text.split("\n")), default=0)
    has_header = len(heads) > 1 and len(rows) > len(heads) and max(map(len, heads)) <= _LONGEST_HEAD
    rows_ = range(rows[0][0], rows[-1][0] + 1)
    head_word = max(map(len, heads[0].split()), default=0) if has_header else 0
    return WideTable(len(columns), max(longest, min(head_word, _FEW)) if longest <= _FEW else 0, rows_, has_header)


def _widths(wants: Mapping[int, int], needs: Mapping[int, int]) -> dict[int, float]:
    """Return each column's share of the width: enough for its longest word, and the rest by amount of text."""
    spare = max(_LINE - sum(needs.values()), 0)
    more = {column: max(want - needs[column], 0) for column, want in wants.items()}
    every = sum(more.values())
    given = {column: needs[column] + (spare * more[column] / every if every else 0) for column in wants}
    total = sum(given.values())
    return {column: width / total for column, width in sorted(given.items())}
