"""The lines of our drafting in a text: double under what we add, and a wave through what we delete.

No mark of a document looks like them, in colour or in grey: its additions have one line, its deletions a straight one.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from delegate_desk.gui import theme
from delegate_desk.gui.typesetting import Look, Setting
from delegate_desk.gui.typography import USUAL, Lines

_UNDER, _APART = 2.0, 2.0
"""How far the first line is under the words, and the second under the first, at the usual size of the text."""
_WAVE, _HEIGHT = 4.0, 2.0


def draw(painter: QPainter, setting: Setting, lines: Lines, origin: QPointF) -> None:
    """Draw the lines of our drafting over words that were drawn with their corner at a point."""
    ours = [stretch for stretch in setting.stretches if stretch.look in (Look.WE_ADD, Look.WE_DELETE)]
    if not ours:
        return
    font = lines.layout.font()
    scale = max(font.pixelSize() / USUAL, 1.0)
    painter.save()
    painter.setPen(QPen(theme.color("accent"), scale))
    for stretch in ours:
        for box in lines.line_boxes(stretch.start, stretch.end):
            words = box.translated(origin)
            baseline = origin.y() + lines.baseline_of(box)
            if stretch.look is Look.WE_ADD:
                _draw_double(painter, words, baseline, scale)
            else:
                _draw_wave(painter, words, baseline - QFontMetricsF(font).strikeOutPos(), scale)
    painter.restore()


def _draw_double(painter: QPainter, words: QRectF, baseline: float, scale: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for below in (_UNDER, _UNDER + _APART):
        y = round(baseline + below * scale) + 0.5
        painter.drawLine(QPointF(words.left(), y), QPointF(words.right(), y))


def _draw_wave(painter: QPainter, words: QRectF, middle: float, scale: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half, height = _WAVE * scale / 2, _HEIGHT * scale
    path = QPainterPath(QPointF(words.left(), middle))
    x, up = words.left(), True
    while x < words.right():
        end = min(x + half, words.right())
        path.quadTo(QPointF((x + end) / 2, middle + (-height if up else height)), QPointF(end, middle))
        x, up = end, not up
    painter.drawPath(path)
