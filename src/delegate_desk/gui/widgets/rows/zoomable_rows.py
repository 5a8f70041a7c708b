"""Rows whose letters are as large as the reader wants them, with a ring that tells that the keys are theirs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen, QWheelEvent
from typing_extensions import override

from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.rows.rows_view import RowsView
from delegate_desk.gui.widgets.text.page_metrics import USUAL


class ZoomableRows(RowsView):
    """The rows.

    Signals:
        size_asked: Ctrl and the wheel ask for larger (1) or smaller (-1) letters.
    """

    size_requested = Signal(int)

    reading_size = USUAL

    def set_reading_size(self, size: int) -> None:
        self.reading_size = size
        self.rebuild()

    def _draw_ring(self, painter: QPainter) -> None:
        """Draw the ring of the focus where it is wanted: a border would lay the page out anew."""
        if self.property("ring"):
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.size_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
