"""Icons in theme colours: Lucide's for commands, our own shapes for the kinds of annotation."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
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
        _drawing(f"icons/{name}", theme.color(role).name()).render(painter, square)

    return QIcon(_Engine(draw, role))


def shown_icon(shown: QIcon, size: int) -> QLabel:
    """Return a label with an icon, in the given size; it follows the theme."""
    sign = QLabel()

    def draw() -> None:
        sign.setPixmap(shown.pixmap(QSize(size, size)))

    theme.subscribe_to_theme(sign, draw)
    draw()
    return sign


@lru_cache(256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """Return ``resources/NAME.svg`` in a colour."""
    svg = (RESOURCES / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


def kind_icon(kind: AnnotationKind, size: int = 12) -> QIcon:
    """Return the shape of a kind of annotation in its colour, at most ``size`` pixels wide."""
    return QIcon(_Engine(lambda painter, square, _: draw_kind(painter, kind, square), kind.value, size))


def draw_kind(painter: QPainter, kind: AnnotationKind, square: QRectF, *, on_white: bool = False) -> None:
    """Draw the shape of a kind, ``resources/kinds/KIND.svg``; each has its own, so that none needs its colour."""
    colour = theme.color_on_white(kind.value) if on_white else theme.color(kind.value)
    side = min(square.width(), square.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(square.center())
    _drawing(f"kinds/{kind}", colour.name()).render(painter, box)
