"""Tables in the reader: which cells stand side by side, and how wide their columns are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from delegate_desk.core.documents import Kind, Paragraph

_CELL = re.compile(r"(?P<table>.*tbl_\d+(?:-\d+)?)__row_(?P<row>\d+)(?:-\d+)?__cell_(?P<column>\d+)(?:-\d+)?")
_NARROWEST, _WIDEST = 6, 60
"""The characters for which a column is made at least and at most."""


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
    widest: dict[str, dict[int, int]] = {}
    for index, match in found.items():
        columns = widest.setdefault(match["table"], {})
        longest = max((len(line) for line in units[index].marked.split("\n")), default=0)
        column = int(match["column"])
        columns[column] = max(columns.get(column, _NARROWEST), min(longest, _WIDEST))
    made: dict[int, Cell] = {}
    bands: dict[tuple[str, str], int] = {}
    for index, match in found.items():
        columns = widest[match["table"]]
        total = sum(columns.values())
        column = int(match["column"])
        left = sum(width for number, width in columns.items() if number < column)
        band = bands.setdefault((match["table"], match["row"]), index)
        made[index] = Cell(band, left / total, columns[column] / total, match["row"] == "1")
    return made
