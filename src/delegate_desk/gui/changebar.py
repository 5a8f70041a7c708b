"""The strip that shows where changes lie: left what is gone, right what is new, across it the rest."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.revisions.comparison import Verdict
from delegate_desk.gui import changewords, theme
from delegate_desk.gui.tickbar import TickBar

_HEIGHT = 2


class ChangeBar(TickBar):
    """A scroll bar with a tick for each change, in the colour of its verdict; a click on one goes there."""

    def __init__(self, shares: Callable[[Sequence[int]], Sequence[float]], parent: QWidget | None = None) -> None:
        super().__init__(shares, parent)
        self._verdicts: Mapping[int, Verdict] = {}

    def show_changes(self, verdicts: Mapping[int, Verdict], at: int) -> None:
        """Tick these rows, given in order with their verdicts; one of them is at hand."""
        self._verdicts = verdicts
        self.show_ticks(list(verdicts), at)

    @override
    def _describe(self, count: int) -> str:
        return self.tr("{n} changes").format(n=count) if count != 1 else self.tr("1 change")

    @override
    def _draw_ticks(self, painter: QPainter) -> None:
        half = self.width() // 2
        sides = {Verdict.DELETED: (0, half), Verdict.INSERTED: (self.width() - half, half)}
        for y, row in self.ticks().items():
            verdict = self._verdicts[row]
            left, width = sides.get(verdict, (1, self.width() - 2))
            painter.fillRect(QRect(left, y, width, _HEIGHT), theme.color(changewords.VERDICT_ROLES[verdict]))
