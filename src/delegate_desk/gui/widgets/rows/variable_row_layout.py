"""Virtualised list layout for rows of many heights: estimated at first, exact once laid out.

Thousands of rows open with only the visible rows laid out; the rest is measured while idle.
"""

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

Laid_co = TypeVar("Laid_co", covariant=True)


class VariableRowLayout(Generic[Laid_co]):
    """The heights and tops of all rows, in pixels from the top of the first.

    A subclass starts with ``_begin``, and defines the layout of a row and its exact height.
    """

    cache_limit = 300

    def __init__(self) -> None:
        self._cache: OrderedDict[int, Laid_co] = OrderedDict()
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._exact: set[int] = set()

    def _reset_heights(self, heights: list[float]) -> None:
        self._cache.clear()
        self._exact.clear()
        self._heights = heights
        self._add_up()

    @abstractmethod
    def _lay_out(self, row: int) -> Laid_co:
        """Lay a row out."""

    @abstractmethod
    def _exact_height(self, row: int) -> float:
        """Return the exact height of a row, which may be laid out for it."""

    @property
    @abstractmethod
    def page_leading(self) -> float:
        """Line spacing of the page's text, which is a step of scrolling."""

    @abstractmethod
    def left(self, row: int) -> float:
        """Return the left edge of a row's box."""

    @abstractmethod
    def width(self, row: int) -> float:
        """Of a row's box."""

    def laid_out_row(self, row: int) -> Laid_co:
        laid = self._cache.get(row)
        if laid is None:
            laid = self._cache[row] = self._lay_out(row)
            if len(self._cache) > self.cache_limit:
                self._cache.popitem(last=False)
        else:
            self._cache.move_to_end(row)
        return laid

    def invalidate(self, rows: Iterable[int]) -> None:
        for row in rows:
            self._cache.pop(row, None)
            self._exact.discard(row)

    def measure_rows(self, rows: Iterable[int]) -> bool:
        """Make the heights of some rows exact; True if any was another."""
        changed = False
        for row in rows:
            if row not in self._exact:
                height = self._exact_height(row)
                changed |= height != self._heights[row]
                self._heights[row] = height
                self._exact.add(row)
        if changed:
            self._add_up()
        return changed

    def unmeasured_rows(self, count: int) -> list[int]:
        """Some rows that are still estimates, in order."""
        if len(self._exact) == len(self._heights):
            return []
        return [row for row in range(len(self._heights)) if row not in self._exact][:count]

    @property
    def total(self) -> float:
        return self._tops[-1]

    def top(self, row: int) -> float:
        return self._tops[row]

    def height(self, row: int) -> float:
        return self._heights[row]

    def row_at(self, y: float, x: float | None = None) -> int:  # noqa: ARG002  (of rows side by side)
        """The row at a height, the nearest one beyond both ends."""
        low, high = 0, len(self._heights) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._tops[middle] <= y:
                low = middle
            else:
                high = middle - 1
        return low

    def rows_between(self, top: float, bottom: float) -> range:
        if not self._heights:
            return range(0)
        return range(self.row_at(top), self.row_at(bottom) + 1)

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0.0))
