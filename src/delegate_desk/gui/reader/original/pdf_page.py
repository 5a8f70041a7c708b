"""One page of an original as it is drawn: its picture, and over it what is at hand, found, chosen and annotated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import PageBox
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.text.page_metrics import underline_style

_ROOM = 3.0
"""Between what is marked and the line around it, in points."""
_CORNER = 4.0
_FILL = 36
_UNDER = 1.2
"""How thick the line under words that were found is, in points: they are told by more than their ground."""
_SIGN = 7.0
_STEP = 9.0
_LEVEL = 2.0
"""Of annotations, in points: how large a sign is, how far the next one stands from it, and a line below another."""


@dataclass(frozen=True, slots=True)
class AnnotatedPlace:
    """An annotation as a page shows it.

    Attributes:
        words: Where the words stand that it is about; without any its sign stands in the margin.
        anchor_box: Where its paragraph begins on the page.
        level: Which of several lines under the same words is its own, from 0.
    """

    kind: AnnotationKind
    words: tuple[PageBox, ...]
    anchor_box: PageBox
    level: int = 0


@dataclass(frozen=True, slots=True)
class Marks:
    """Overlay drawn on a page's picture.

    Attributes:
        current: Boxes of the current paragraph.
        highlighted: Boxes of the words found.
        selected: Boxes of the words selected with the mouse.
    """

    current: Sequence[PageBox] = ()
    highlighted: Sequence[PageBox] = ()
    selected: Sequence[PageBox] = ()
    annotated: Sequence[AnnotatedPlace] = ()


def draw_page(painter: QPainter, rect: QRectF, scale: float, image: QImage | None, marks: Marks) -> None:
    """Draw a page into a rectangle, so many pixels to a point; it is white in every theme."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if image is None:
        painter.fillRect(rect, theme.color_on_white("paper"))
    else:
        painter.drawImage(rect, image)
    _draw_current(painter, [box_rect(rect, scale, box, _ROOM) for box in marks.current])
    _draw_highlighted(painter, rect, scale, marks.highlighted)
    _tint(painter, [box_rect(rect, scale, box, 0.5) for box in marks.selected], "selection")
    _draw_annotated(painter, rect, scale, marks.annotated)
    painter.setPen(theme.color("hairline"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def box_rect(rect: QRectF, scale: float, box: PageBox, room: float = 0.0) -> QRectF:
    """A place of a page in pixels, with some room around it, in points."""
    room *= scale
    left, top = rect.left() + box.left * scale - room, rect.top() + box.top * scale - room
    return QRectF(left, top, (box.right - box.left) * scale + 2 * room, (box.bottom - box.top) * scale + 2 * room)


def _draw_current(painter: QPainter, rects: Iterable[QRectF]) -> None:
    accent = theme.color_on_white("accent")
    ground = QColor(accent)
    ground.setAlpha(_FILL)
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(ground)
    for rect in rects:
        painter.drawRoundedRect(rect, _CORNER, _CORNER)


def _draw_highlighted(painter: QPainter, rect: QRectF, scale: float, boxes: Sequence[PageBox]) -> None:
    """Tint the ground of words, so that black letters stay black, and draw a line under them."""
    rects = [box_rect(rect, scale, box, 0.5) for box in boxes]
    _tint(painter, rects, "hit")
    under = max(round(_UNDER * scale), 1)
    for one in rects:
        line = QRectF(one.left(), round(one.bottom()), one.width(), under)
        painter.fillRect(line, theme.color_on_white("hit_mark"))


def _tint(painter: QPainter, rects: Iterable[QRectF], role: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for rect in rects:
        painter.fillRect(rect, theme.color_on_white(role))
    painter.restore()


def _draw_annotated(painter: QPainter, rect: QRectF, scale: float, noted: Sequence[AnnotatedPlace]) -> None:
    """The line of each kind under annotated words, begun by its sign; signs in the margin for whole paragraphs."""
    beside: dict[PageBox, int] = {}
    sign = max(_SIGN * scale, 6.0)
    for one in noted:
        if one.words:
            colour, dash = underline_style(one.kind.value, on_white=True)
            painter.setPen(QPen(colour, max(1.3 * scale, 1.5), dash))
            for n, box in enumerate(one.words):
                words = box_rect(rect, scale, box)
                y = words.bottom() + (0.4 + one.level * _LEVEL) * scale
                painter.drawLine(QPointF(words.left(), y), QPointF(words.right(), y))
                if not n:
                    square = QRectF(words.left() - sign / 2, y - sign / 2, sign, sign)
                    icons.draw_kind(painter, one.kind, square, on_white=True)
        else:
            place = box_rect(rect, scale, one.anchor_box)
            n = beside.get(one.anchor_box, 0)
            beside[one.anchor_box] = n + 1
            left = max(place.left() - (_ROOM + _STEP) * scale - sign / 2, rect.left() + 2)
            square = QRectF(left, place.top() + (1 + n * _STEP) * scale, sign, sign)
            icons.draw_kind(painter, one.kind, square, on_white=True)
