"""Tables in the reader: which cells stand side by side, and how wide their columns are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from delegate_desk.core.documents.document import Kind, Paragraph

_CELL = re.compile(r"(?P<table>.*tbl_\d+(?:-\d+)?)__row_(?P<row>\d+)(?:-\d+)?__cell_(?P<column>\d+)(?:-\d+)?")
_NARROWEST, _WIDEST = 6, 60
"""The characters for which a column is made at least and at most."""
_LONGEST_WORD = 22
_PADDING = 3
_LINE = 70
"""The characters that fit on a line of the page."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands in its table, in parts of the table's width.

    Attributes:
        band: The index of the first unit of its table row.
        first: True in the first row of the table.
    """

    band: int
    left: float
    width: float
    first: bool


def cells(units: Sequence[Paragraph]) -> dict[int, Cell]:
    """The cells among the units of a document, by their index."""
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
    made: dict[int, Cell] = {}
    bands: dict[tuple[str, str], int] = {}
    for index, match in found.items():
        columns = widths[match["table"]]
        column = int(match["column"])
        left = sum(width for number, width in columns.items() if number < column)
        band = bands.setdefault((match["table"], match["row"]), index)
        made[index] = Cell(band, left, columns[column], match["row"] == "1")
    return made


def _widths(wants: Mapping[int, int], needs: Mapping[int, int]) -> dict[int, float]:
    """Each column's part of the width: room for its longest word, and of the rest as much as it has to say."""
    spare = max(_LINE - sum(needs.values()), 0)
    more = {column: max(want - needs[column], 0) for column, want in wants.items()}
    every = sum(more.values())
    given = {column: needs[column] + (spare * more[column] / every if every else 0) for column in wants}
    total = sum(given.values())
    return {column: width / total for column, width in sorted(given.items())}
