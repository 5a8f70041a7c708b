"""One page of an original as a picture, with places marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.documents import Box
from delegate_desk.core.pages import PagePicture
from delegate_desk.gui import theme

_ROOM = 3.0
"""Between what is marked and the line around it, in points."""
_CORNER = 4.0
_FILL = 36
_UNDER = 1.2
"""How thick the line under words that were found is, in points: they are told by more than their ground."""
A4 = (595.0, 842.0)


class Sheet(QWidget):
    """Shows a page as wide as it is made.

    Signals:
        pointed: A place of the page was clicked, in points from its upper left corner.
    """

    pointed = Signal(QPointF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._points = A4
        self._boxes: Sequence[Box] = ()
        self._lit: Sequence[Box] = ()
        theme.changed.connect(self.update)

    def show_picture(self, picture: PagePicture) -> None:
        """Show a page; one that is drawn sharper later takes the same room."""
        size = (picture.columns, picture.rows, picture.columns * 4)
        self._image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32).copy()
        self._points = (picture.width, picture.height)
        self.set_width(self.width())

    def clear(self) -> None:
        """Show no page."""
        self._image = QImage()
        self._boxes = self._lit = ()
        self.update()

    def light(self, boxes: Sequence[Box]) -> None:
        """Light words of the page."""
        self._lit = boxes
        self.update()

    @property
    def lit(self) -> Sequence[Box]:
        """Where the words that are lit stand."""
        return self._lit

    def mark(self, boxes: Sequence[Box]) -> None:
        """Mark places of the page."""
        self._boxes = boxes
        self.update()

    def set_width(self, width: int) -> None:
        """Be so wide, and as high as the page asks for then."""
        self.setFixedSize(QSize(width, max(round(width * self._points[1] / self._points[0]), 1)))
        self.update()

    @property
    def marked(self) -> Sequence[Box]:
        """The places that are marked."""
        return self._boxes

    def frame(self) -> QRectF:
        """What the marked places cover together, in pixels; empty where none is marked."""
        frame = QRectF()
        for box in self._boxes:
            frame = frame.united(self._rect(box))
        return frame

    def _rect(self, box: Box, room: float = _ROOM) -> QRectF:
        scale = self.width() / self._points[0]
        room *= scale
        left, top = box.left * scale - room, box.top * scale - room
        return QRectF(left, top, (box.right - box.left) * scale + 2 * room, (box.bottom - box.top) * scale + 2 * room)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._image.isNull():
            painter.fillRect(self.rect(), theme.color("paper"))
        else:
            painter.drawImage(QRectF(self.rect()), self._image)
        accent = theme.color_on_white("accent")
        ground = QColor(accent)
        ground.setAlpha(_FILL)
        for box in self._boxes:
            painter.setPen(QPen(accent, 1.5))
            painter.setBrush(ground)
            painter.drawRoundedRect(self._rect(box), _CORNER, _CORNER)
        self._draw_lit(painter)
        painter.setPen(theme.color("hairline"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _draw_lit(self, painter: QPainter) -> None:
        """Tint the ground of words, so that black letters stay black, and draw a line under them."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        under = max(round(_UNDER * self.width() / self._points[0]), 1)
        for box in self._lit:
            rect = self._rect(box, 0.5)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(rect, theme.color_on_white("hit"))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            line = QRectF(rect.left(), round(rect.bottom()), rect.width(), under)
            painter.fillRect(line, theme.color_on_white("hit_mark"))
        painter.restore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self._image.isNull():
            scale = self._points[0] / self.width()
            self.pointed.emit(QPointF(event.position().x() * scale, event.position().y() * scale))
