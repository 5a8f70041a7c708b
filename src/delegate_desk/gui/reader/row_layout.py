"""Position of each row of the reader: rows one under the other, the cells of a table side by side."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF
from typing_extensions import override

from delegate_desk.core.documents.document import Kind, Paragraph
from delegate_desk.gui.reader.paragraph_model import ParagraphModel
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.variable_row_layout import VariableRowLayout
from delegate_desk.gui.widgets.text.page_metrics import PageMetrics, TextLines, lay_out_text

_CELL = re.compile(r"(?P<table>.*tbl_\d+(?:-\d+)?)__row_(?P<row>\d+)(?:-\d+)?__cell_(?P<column>\d+)(?:-\d+)?")
_NARROWEST, _WIDEST = 6, 60
"""The characters for which a column is made at least and at most."""
_LONGEST_WORD = 22
_PADDING = 3
_LINE = 70
"""The characters that fit on a line of the page."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """Position of a cell in its table, in fractions of the table's width.

    Attributes:
        band: The index of the first unit of its table row.
        first: True in the first row of the table.
    """

    band: int
    left: float
    width: float
    first: bool


def cells(units: Sequence[Paragraph]) -> dict[int, GridCell]:
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
    made: dict[int, GridCell] = {}
    bands: dict[tuple[str, str], int] = {}
    for index, match in found.items():
        columns = widths[match["table"]]
        column = int(match["column"])
        left = sum(width for number, width in columns.items() if number < column)
        band = bands.setdefault((match["table"], match["row"]), index)
        made[index] = GridCell(band, left, columns[column], match["row"] == "1")
    return made


def _widths(wants: Mapping[int, int], needs: Mapping[int, int]) -> dict[int, float]:
    """Each column's part of the width: room for its longest word, and of the rest as much as it has to say."""
    spare = max(_LINE - sum(needs.values()), 0)
    more = {column: max(want - needs[column], 0) for column, want in wants.items()}
    every = sum(more.values())
    given = {column: needs[column] + (spare * more[column] / every if every else 0) for column in wants}
    total = sum(given.values())
    return {column: width / total for column, width in sorted(given.items())}


_NOTES_HEAD = 56
_NOTE_SCALE = 0.82
_LABEL_ROOM = 20
_CELL_PADDING = 10


class ParagraphLayout(VariableRowLayout[TextLines]):
    """The heights and tops of all rows on a page, in pixels from the top of the first row's box.

    A row's box reaches half a gap beyond its lines.
    """

    cache_limit = 400  # laying one out costs 0.1 ms, keeping one 30 kB

    def __init__(self, model: ParagraphModel) -> None:
        super().__init__()
        self._model = model
        self.page = PageMetrics(0, 0, 1, 17, 27, 14, 32)
        self._bands: list[float] = []
        self._cells: dict[int, GridCell] = {}

    def reset(self, page: PageMetrics) -> None:
        """Begin anew on another page: all heights are estimates again."""
        self.page = page
        self._cells = cells(self._model.units)
        self._reset_heights([self._estimate(row) for row in range(len(self._model.units))])

    @property
    @override
    def page_leading(self) -> float:
        return self.page.leading

    @override
    def height(self, row: int) -> float:
        """Of a row's box; cells side by side have one height."""
        return self._bands[row]

    @override
    def left(self, row: int) -> float:
        cell = self._cells.get(row)
        return self.page.text_left + cell.left * self.page.measure if cell else self.page.left

    @override
    def width(self, row: int) -> float:
        cell = self._cells.get(row)
        return cell.width * self.page.measure if cell else self.page.width

    def cell(self, row: int) -> GridCell | None:
        """Return the table position of a row; None for a row that is no cell."""
        return self._cells.get(row)

    def text_top(self, row: int) -> float:
        """Return the top of the first line of a row's text."""
        return self._tops[row] + self.space_above(row) + self.page.gap / 2 + self.label_height(row)

    @override
    def rows_between(self, top: float, bottom: float) -> range:
        seen = super().rows_between(top, bottom)
        return range(self._band(seen.start), seen.stop)

    @override
    def row_at(self, y: float, x: float | None = None) -> int:
        """The row at a height, the nearest one beyond both ends; of cells side by side that at ``x``, else the last."""
        row = super().row_at(y)
        if x is not None:
            while row > self._band(row) and x < self.left(row):
                row -= 1
        return row

    def _band(self, row: int) -> int:
        cell = self._cells.get(row)
        return cell.band if cell else row

    def lines(self, row: int) -> TextLines:
        """A row's text laid out."""
        return self.laid_out_row(row)

    @override
    def _lay_out(self, row: int) -> TextLines:
        heading, centred = self._model.is_heading(row), self.is_centred(row)
        setting = self._model.typeset_text(row)
        return lay_out_text(
            setting, self.font(row), self.measure(row), self.leading(row), heading=heading, centred=centred
        )

    @override
    def _exact_height(self, row: int) -> float:
        return self._outside(row) + self.lines(row).height

    def is_centred(self, row: int) -> bool:
        """True for a row whose words stand in the middle of the page."""
        return row not in self._cells and self._model.is_centred(row)

    def text_left(self, row: int) -> float:
        """Return the left edge of a row's lines."""
        if row in self._cells:
            return self.left(row) + _CELL_PADDING
        return self.page.text_left + self.page.step * self._model.step(row)

    def measure(self, row: int) -> float:
        if row in self._cells:
            return max(self.width(row) - 2 * _CELL_PADDING, self.page.size)
        return max(self.page.right - self.text_left(row) - 4, self.page.size * 6)

    def leading(self, row: int) -> float:
        return round(self.page.leading * _NOTE_SCALE) if self._model.is_note(row) else self.page.leading

    def font(self, row: int) -> QFont:
        return theme.reading_font(self.page.size * _NOTE_SCALE if self._model.is_note(row) else self.page.size)

    def space_above(self, row: int) -> float:
        """Room above a row's box: before headings, and before the first footnote."""
        if row == self._model.first_note:
            return _NOTES_HEAD
        begins = self._model.is_heading(row) and row > 0 and not self._model.is_heading(row - 1)
        return self.page.gap if begins else 0.0

    def label_height(self, row: int) -> float:
        """The height of a label that has a line of its own, 0 where it hangs in the margin."""
        return self.leading(row) if self.is_label_above(row) else 0.0

    def is_label_above(self, row: int) -> bool:
        """True for a label that is a heading's, or longer than the margin."""
        unit = self._model.units[row]
        if not unit.label or (self._model.is_heading(row) and not unit.text):
            return False
        if self._model.is_heading(row):
            return True
        room = self.text_left(row) - self.page.left - _LABEL_ROOM
        return len(unit.label) > 4 and QFontMetricsF(self.font(row)).horizontalAdvance(unit.label) > room

    def _outside(self, row: int) -> float:
        """All of a row's height but its lines."""
        return self.space_above(row) + self.page.gap + self.label_height(row)

    def _estimate(self, row: int) -> float:
        characters = len(self._model.units[row].marked)
        a_line = max(self.measure(row) / (self.page.size * 0.5), 8)
        return self._outside(row) + max(1, -(-characters // int(a_line))) * self.leading(row)

    @override
    def _add_up(self) -> None:
        """Put the rows one under the other, and cells of one table row side by side."""
        if not self._cells:
            super()._add_up()
            self._bands = self._heights
            return
        highest: dict[int, float] = {}
        for row, height in enumerate(self._heights):
            band = self._band(row)
            highest[band] = max(highest.get(band, 0.0), height)
        self._tops, y = [], 0.0
        for row in range(len(self._heights)):
            if row and self._band(row) != self._band(row - 1):
                y += highest[self._band(row - 1)]
            self._tops.append(y)
        self._bands = [highest[self._band(row)] for row in range(len(self._heights))]
        self._tops.append(y + (self._bands[-1] if self._bands else 0.0))
