"""How much of a proposal a text took, as a bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.gui import changewords, theme

WIDTH, HEIGHT = 64, 6


def draw_measure(painter: QPainter, measure: float, role: str, box: QRectF) -> None:
    """Draw a share in 0..1 as a bar, in the colour of a role."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(theme.color("hairline"))
    painter.drawRoundedRect(box, radius, radius)
    if measure > 0:
        filled = QRectF(box)
        filled.setWidth(max(box.width() * min(measure, 1.0), box.height()))
        painter.setBrush(theme.color(role))
        painter.drawRoundedRect(filled, radius, radius)
    painter.restore()


class MeasureBar(QWidget):
    """The bar by itself."""

    def __init__(self, measure: float, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = measure
        self._role = role
        self.setAccessibleName(self.tr("Taken: {share}").format(share=changewords.percent(measure)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self, self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_measure(painter, self._measure, self._role, QRectF(0, 1, self.width(), HEIGHT))
