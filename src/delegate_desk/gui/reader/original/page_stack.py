"""How pages lie one under the other: where each begins, and how large it is."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRectF

GAP = 12
"""Pixels between two pages, and between a page and the pane."""
_NARROWEST = 80.0
_LARGEST = 6.0
"""Pixels to a point: so large the smallest page becomes to fit a pane, and the longest document has its place in Qt."""


class PageStack:
    """Pages of given sizes, in points, laid out in pixels; numbers are from 1.

    Attributes:
        height, width: Of all, with the room around them.
    """

    def __init__(self) -> None:
        self._sizes: Sequence[tuple[float, float]] = ()
        self._scales: list[float] = []
        self._tops: list[float] = []
        self.height = self.width = 0.0

    def show_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Take the sizes of the pages."""
        self._sizes = sizes
        self.set_scale(1.0)

    def set_scale(self, scale: float) -> None:
        """Give every page so many pixels to a point."""
        self._lay([scale] * len(self._sizes))

    def fit(self, width: float, height: float | None, number: int) -> None:
        """Make the pages of the usual size as wide as a pane, wider ones too; with a height a page is seen whole."""
        room = max(width - 2 * GAP, _NARROWEST)
        usual = Counter(size[0] for size in self._sizes).most_common(1)[0][0]
        scale = room / usual
        if height is not None:
            tall = self._sizes[number - 1]
            scale = min(room / tall[0], max(height - 2 * GAP, _NARROWEST) / tall[1])
        self._lay([min(scale, room / size[0], _LARGEST) for size in self._sizes])

    def scale(self, number: int) -> float:
        """How many pixels of a page a point has."""
        return self._scales[number - 1]

    def top(self, number: int) -> float:
        """Where a page begins."""
        return self._tops[number - 1]

    def rect(self, number: int, pane: float) -> QRectF:
        """Where a page lies, in the middle of a pane of some width."""
        size, scale = self._sizes[number - 1], self._scales[number - 1]
        width, height = round(size[0] * scale), round(size[1] * scale)
        left = max(round((max(pane, self.width) - width) / 2), GAP)
        return QRectF(left, self._tops[number - 1], width, height)

    def at(self, y: float) -> int:
        """The page at a height, or the last one above it."""
        return max(bisect_right(self._tops, y + GAP / 2), 1)

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something lies between two heights."""
        if not self._tops:
            return range(0)
        first = max(bisect_right(self._tops, top), 1)
        return range(first, max(bisect_right(self._tops, bottom), first) + 1)

    def _lay(self, scales: list[float]) -> None:
        self._scales, self._tops = scales, []
        at, width = float(GAP), 0.0
        for size, scale in zip(self._sizes, scales, strict=True):
            self._tops.append(at)
            at += round(size[1] * scale) + GAP
            width = max(width, round(size[0] * scale))
        self.height, self.width = at, width + 2 * GAP
