"""Icons in theme colours: Lucide's for commands, our own shapes for the kinds of annotation."""

import math
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.gui.widgets import theme
from delegate_desk.paths import RESOURCES

IconDrawing = Callable[[QPainter, QRectF, str], None]
"""Draws an icon in a square, in the colour of a role."""


class _Engine(QIconEngine):
    """Draws in the current colour of a role, so that a change of theme only needs a repaint."""

    def __init__(self, drawing: IconDrawing, role: str, largest: int = 64) -> None:
        super().__init__()
        self._drawing = drawing
        self._role = role
        self._largest = largest

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._drawing, self._role, self._largest)

    @override
    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size.boundedTo(QSize(self._largest, self._largest))

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.4 if mode is QIcon.Mode.Disabled else 1.0)
        self._drawing(painter, QRectF(rect), self._role)
        painter.restore()

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    @override
    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap


def icon(name: str, role: str = "soft") -> QIcon:
    """Return a command's icon, ``resources/icons/NAME.svg``."""

    def draw(painter: QPainter, square: QRectF, role: str) -> None:
        svg = _svg(name).replace("currentColor", theme.color(role).name())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, square)

    return QIcon(_Engine(draw, role))


def icon_label(name: str, role: str, size: int) -> QLabel:
    """Return a label with a command's icon, in the given size; it follows the theme."""
    return shown_icon(icon(name, role), size)


def shown_icon(shown: QIcon, size: int) -> QLabel:
    """Return a label with an icon, in the given size; it follows the theme."""
    sign = QLabel()

    def draw() -> None:
        sign.setPixmap(shown.pixmap(QSize(size, size)))

    theme.subscribe_to_theme(sign, draw)
    draw()
    return sign


@cache
def _svg(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def kind_icon(kind: AnnotationKind, size: int = 12) -> QIcon:
    """Return the shape of a kind of annotation in its colour, at most ``size`` pixels wide."""
    return QIcon(_Engine(lambda painter, square, _: draw_kind(painter, kind, square), kind.value, size))


def draw_kind(painter: QPainter, kind: AnnotationKind, square: QRectF, *, on_white: bool = False) -> None:
    """Draw the shape of a kind; each kind has its own, so that none needs its colour to be recognised."""
    colour = theme.color_on_white(kind.value) if on_white else theme.color(kind.value)
    side = min(square.width(), square.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(square.center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = max(1.2, side / 7)
    if kind in _HALVES:
        inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(QPen(colour, line))
        painter.drawEllipse(inner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(inner, _HALVES[kind] * 16, 180 * 16)
    elif kind is AnnotationKind.RESERVATION:
        painter.setPen(QPen(colour, line * 1.3))
        painter.drawEllipse(box.adjusted(line, line, -line, -line))
    else:
        painter.fillPath(_kind_path(kind, box), colour)
    painter.restore()


_HALVES = {
    AnnotationKind.SCRUTINY_RESERVATION: 90,
    AnnotationKind.PARLIAMENTARY_RESERVATION: 180,
    AnnotationKind.LINGUISTIC_RESERVATION: 270,
}
"""Kinds drawn as a half-filled disc, with the start angle of the filled half."""


def _kind_path(kind: AnnotationKind, box: QRectF) -> QPainterPath:
    path = QPainterPath()
    side = box.width()
    if kind is AnnotationKind.RED_LINE:
        path.addRoundedRect(box.adjusted(side / 12, side / 12, -side / 12, -side / 12), side / 8, side / 8)
    elif kind is AnnotationKind.DRAFTING_SUGGESTION:
        middle, reach = box.center(), side / 2 * math.sqrt(1.1)
        corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
        path.addPolygon(QPolygonF([middle + corner for corner in corners]))
        path.closeSubpath()
    elif kind is AnnotationKind.SUPPORT:
        third = side / 3.2
        path.addRect(QRectF(box.center().x() - third / 2, box.top(), third, side))
        path.addRect(QRectF(box.left(), box.center().y() - third / 2, side, third))
        path.setFillRule(Qt.FillRule.WindingFill)
    elif kind is AnnotationKind.NOTE:
        for row in range(3):
            width = side * (0.6 if row == 2 else 1)
            path.addRect(QRectF(box.left(), box.top() + side * (0.08 + row * 0.34), width, side * 0.17))
    else:
        path.addEllipse(box.adjusted(side / 16, side / 16, -side / 16, -side / 16))
    return path
