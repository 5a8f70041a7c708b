"""Where each row of the reader stands: estimated at first, exact once it was laid out.

A document of 5,000 paragraphs opens without laying out more than what is seen; the rest is settled in the pauses.
"""

from collections import OrderedDict
from collections.abc import Iterable
from itertools import accumulate

from PySide6.QtGui import QFont, QFontMetricsF

from delegate_desk.gui import theme
from delegate_desk.gui.grids import Cell, cells
from delegate_desk.gui.models.paragraphs import ParagraphModel
from delegate_desk.gui.typography import Lines, Page, lay_out

_KEPT = 400
"""How many rows' lines are kept; laying one out costs 0.1 ms, keeping one 30 kB."""
_NOTES_HEAD = 56
_NOTE_SCALE = 0.82
_LABEL_ROOM = 20
_CELL_PADDING = 10


class Flow:
    """The heights and tops of all rows on a page, in pixels from the top of the first row's box."""

    def __init__(self, model: ParagraphModel) -> None:
        self._model = model
        self.page = Page(0, 0, 1, 17, 27, 14, 32)
        self._lines: OrderedDict[int, Lines] = OrderedDict()
        self._heights: list[float] = []
        self._exact: set[int] = set()
        self._tops: list[float] = [0.0]
        self._bands: list[float] = []
        self._cells: dict[int, Cell] = {}

    def reset(self, page: Page) -> None:
        """Begin anew on another page: all heights are estimates again."""
        self.page = page
        self._lines.clear()
        self._exact.clear()
        self._cells = cells(self._model.units)
        self._heights = [self._estimate(row) for row in range(len(self._model.units))]
        self._add_up()

    def forget(self, rows: Iterable[int]) -> None:
        """Lay some rows out anew when they are next seen."""
        for row in rows:
            self._lines.pop(row, None)
            self._exact.discard(row)

    def settle(self, rows: Iterable[int]) -> bool:
        """Make the heights of some rows exact; True if any was another."""
        changed = False
        for row in rows:
            if row not in self._exact:
                height = self._outside(row) + self.lines(row).height
                changed |= height != self._heights[row]
                self._heights[row] = height
                self._exact.add(row)
        if changed:
            self._add_up()
        return changed

    def unsettled(self, count: int) -> list[int]:
        """Some rows that are still estimates, in order."""
        if len(self._exact) == len(self._heights):
            return []
        return [row for row in range(len(self._heights)) if row not in self._exact][:count]

    @property
    def total(self) -> float:
        return self._tops[-1]

    @property
    def leading_of_page(self) -> float:
        return self.page.leading

    def top(self, row: int) -> float:
        """Of a row's box, which reaches half a gap beyond its lines."""
        return self._tops[row]

    def height(self, row: int) -> float:
        """Of a row's box; cells side by side have one height."""
        return self._bands[row]

    def left(self, row: int) -> float:
        """Where a row's box begins."""
        cell = self._cells.get(row)
        return self.page.text_left + cell.left * self.page.measure if cell else self.page.left

    def width(self, row: int) -> float:
        """Of a row's box."""
        cell = self._cells.get(row)
        return cell.width * self.page.measure if cell else self.page.width

    def cell(self, row: int) -> Cell | None:
        """Where a row stands in a table; None for one that is no cell."""
        return self._cells.get(row)

    def text_top(self, row: int) -> float:
        """Where the first line of a row's text begins."""
        return self._tops[row] + self.above(row) + self.page.gap / 2 + self.label_height(row)

    def rows_between(self, top: float, bottom: float) -> range:
        """The rows seen between two heights."""
        if not self._heights:
            return range(0)
        return range(self._band(self.row_at(top)), self.row_at(bottom) + 1)

    def row_at(self, y: float, x: float | None = None) -> int:
        """The row at a height, the nearest one beyond both ends; of cells side by side that at ``x``, else the last."""
        low, high = 0, len(self._heights) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._tops[middle] <= y:
                low = middle
            else:
                high = middle - 1
        if x is not None:
            while low > self._band(low) and x < self.left(low):
                low -= 1
        return low

    def _band(self, row: int) -> int:
        cell = self._cells.get(row)
        return cell.band if cell else row

    def lines(self, row: int) -> Lines:
        """A row's text laid out."""
        lines = self._lines.get(row)
        if lines is None:
            heading = self._model.is_heading(row)
            setting = self._model.setting(row)
            lines = lay_out(setting, self.font(row), self.measure(row), self.leading(row), heading=heading)
            self._lines[row] = lines
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(row)
        return lines

    def text_left(self, row: int) -> float:
        """Where a row's lines begin."""
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

    def above(self, row: int) -> float:
        """Room above a row's box: before headings, and before the first footnote."""
        if row == self._model.first_note:
            return _NOTES_HEAD
        begins = self._model.is_heading(row) and row > 0 and not self._model.is_heading(row - 1)
        return self.page.gap if begins else 0.0

    def label_height(self, row: int) -> float:
        """The height of a label that has a line of its own, 0 where it hangs in the margin."""
        return self.leading(row) if self.label_above(row) else 0.0

    def label_above(self, row: int) -> bool:
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
        return self.above(row) + self.page.gap + self.label_height(row)

    def _estimate(self, row: int) -> float:
        characters = len(self._model.units[row].marked)
        a_line = max(self.measure(row) / (self.page.size * 0.5), 8)
        return self._outside(row) + max(1, -(-characters // int(a_line))) * self.leading(row)

    def _add_up(self) -> None:
        """Put the rows one under the other, and cells of one table row side by side."""
        if not self._cells:
            self._bands = self._heights
            self._tops = list(accumulate(self._heights, initial=0.0))
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
