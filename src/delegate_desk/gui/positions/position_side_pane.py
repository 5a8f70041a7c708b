"""The right column of a position: what would leave, and what we noted and others proposed on the provision at hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from delegate_desk.gui.export.export_pane import SendPane
from delegate_desk.gui.positions.position_notes import NotedBox
from delegate_desk.gui.positions.proposals_of_others import OthersBox
from delegate_desk.gui.widgets import focus_ring
from delegate_desk.gui.widgets.basic_widgets import Dressed, part


class PositionSide(Dressed):
    """All three, one above the other; what is higher than the window is scrolled.

    Attributes:
        send: What would leave.
        noted: What we noted in the text.
        others: What others proposed.
    """

    def __init__(self, send: SendPane, noted: NotedBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Position details"))
        self.send = send
        self.noted = noted
        self.noted.setContentsMargins(16, 0, 16, 16)
        self.others = OthersBox()
        self.others.setContentsMargins(16, 0, 16, 16)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(send)
        column.addWidget(noted)
        column.addWidget(self.others)
        column.addStretch(1)
        area = QScrollArea()
        part(area, "canvas")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        part(self, "canvas")
        noted.left.connect(self.others.left)
        noted.shown.connect(self._hand_on)
        self._hand_on()

    def _hand_on(self) -> None:
        """Hand the keys to what comes first, and let Tab come to our notes before the cards of others."""
        focus_ring.put_behind(self.send.export_button, self.noted.stops())
        self.setFocusProxy(self.noted if self.noted.cards else self.others)
