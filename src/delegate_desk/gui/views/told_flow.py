"""Where each row of what is told stands: estimated at first, exact as it comes into sight."""

from collections import OrderedDict
from collections.abc import Iterable
from itertools import accumulate

from typing_extensions import override

from delegate_desk.gui.models.told import Heading, Row, ToldModel
from delegate_desk.gui.rowsflow import RowsFlow
from delegate_desk.gui.views.hit_painter import column
from delegate_desk.gui.views.told_layout import HEAD, LEADING, Laid, lay_out

MARGIN = 78
HEADING = 40
PADDING = 6
_END = 12
_USUAL = 2.5 * LEADING
"""About how high a passage is."""
_KEPT = 200
"""How many rows' lines are kept."""


class ToldFlow(RowsFlow):
    """The heights and tops of all rows, in pixels from the top of the first."""

    def __init__(self, model: ToldModel) -> None:
        self._model = model
        self._pane = 0
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._exact: set[int] = set()

    def reset(self, pane: int) -> None:
        """Begin anew in a pane of some width: all heights are estimates again."""
        self._pane = pane
        self._laid.clear()
        self._exact.clear()
        self._heights = [self._estimate(row) for row in self._model.rows]
        self._add_up()

    def laid(self, row: int) -> Laid:
        """The lines of a row that tells something."""
        laid = self._laid.get(row)
        if laid is None:
            told = self._model.rows[row]
            assert not isinstance(told, Heading)  # a head has no lines
            laid = self._laid[row] = lay_out(told, self.measure)
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(row)
        return laid

    @property
    def measure(self) -> int:
        """How wide the words are."""
        return column(self._pane)[1] - MARGIN - _END

    @property
    def total(self) -> float:
        return self._tops[-1]

    @property
    def leading_of_page(self) -> float:
        return LEADING

    @override
    def forget(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._laid.pop(row, None)
            self._exact.discard(row)

    @override
    def settle(self, rows: Iterable[int]) -> bool:
        """Make the heights of some rows exact; True if any was another."""
        changed = False
        for row in rows:
            if row not in self._exact:
                is_head = isinstance(self._model.rows[row], Heading)
                height = HEADING if is_head else self.laid(row).height + 2 * PADDING
                changed |= height != self._heights[row]
                self._heights[row] = height
                self._exact.add(row)
        if changed:
            self._add_up()
        return changed

    @override
    def unsettled(self, count: int) -> list[int]:
        if len(self._exact) == len(self._heights):
            return []
        return [row for row in range(len(self._heights)) if row not in self._exact][:count]

    @override
    def top(self, row: int) -> float:
        return self._tops[row]

    @override
    def height(self, row: int) -> float:
        return self._heights[row]

    @override
    def left(self, row: int) -> float:
        return column(self._pane)[0]

    @override
    def width(self, row: int) -> float:
        return column(self._pane)[1]

    @override
    def row_at(self, y: float, x: float | None = None) -> int:
        """The row at a height, the nearest one beyond both ends."""
        low, high = 0, len(self._heights) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._tops[middle] <= y:
                low = middle
            else:
                high = middle - 1
        return low

    @override
    def rows_between(self, top: float, bottom: float) -> range:
        if not self._heights:
            return range(0)
        return range(self.row_at(top), self.row_at(bottom) + 1)

    def _estimate(self, row: Row) -> float:
        """About how high a row is; the letters are not counted, for thousands of rows may be shown at once."""
        if isinstance(row, Heading):
            return HEADING
        return HEAD + _USUAL * len(row.passages) + (LEADING if row.said else 0) + 3 * PADDING

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0.0))
