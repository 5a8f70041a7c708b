"""Where each row of what is told stands: estimated at first, exact as it comes into sight."""

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


class ToldFlow(RowsFlow[Laid]):
    """The heights and tops of all that is told; a row that is no head has lines."""

    kept = 200

    def __init__(self, model: ToldModel) -> None:
        super().__init__()
        self._model = model
        self._pane = 0

    def reset(self, pane: int) -> None:
        """Begin anew in a pane of some width: all heights are estimates again."""
        self._pane = pane
        self._begin([self._estimate(row) for row in self._model.rows])

    @override
    def _lay_out(self, row: int) -> Laid:
        told = self._model.rows[row]
        assert not isinstance(told, Heading)  # a head has no lines
        return lay_out(told, self.measure)

    @override
    def _exact_height(self, row: int) -> float:
        return HEADING if isinstance(self._model.rows[row], Heading) else self.laid(row).height + 2 * PADDING

    @property
    def measure(self) -> int:
        """How wide the words are."""
        return column(self._pane)[1] - MARGIN - _END

    @property
    @override
    def leading_of_page(self) -> float:
        return LEADING

    @override
    def left(self, row: int) -> float:
        return column(self._pane)[0]

    @override
    def width(self, row: int) -> float:
        return column(self._pane)[1]

    def _estimate(self, row: Row) -> float:
        """About how high a row is; the letters are not counted, for thousands of rows may be shown at once."""
        if isinstance(row, Heading):
            return HEADING
        return HEAD + _USUAL * len(row.passages) + (LEADING if row.said else 0) + 3 * PADDING
