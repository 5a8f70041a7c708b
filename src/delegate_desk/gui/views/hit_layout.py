"""How one hit is set into lines: its label where the margin is too narrow, its words lit, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextOption

from delegate_desk.gui import theme
from delegate_desk.gui.models.hits import Aside, Link
from delegate_desk.gui.offsets import to_qt

_LINE = 24.0


@dataclass(frozen=True, slots=True)
class Laid:
    """A hit in lines.

    Attributes:
        links: Where the letters of each link stand, in Qt's units.
    """

    layout: QTextLayout
    links: tuple[tuple[int, int, Link], ...]

    @property
    def height(self) -> float:
        return self.layout.boundingRect().height()

    def link_at(self, point: QPointF) -> Link | None:
        """The link at a point of the layout."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if line.y() <= point.y() < line.y() + max(line.height(), _LINE):
                if point.x() > line.naturalTextWidth() + 4:
                    return None
                at = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
                return next((link for start, end, link in self.links if start <= at < end), None)
        return None


def forget() -> None:
    """Set everything anew: the colours are others."""
    lay_out.cache_clear()


@lru_cache(maxsize=1024)
def lay_out(lead: str, snippet: str, lit: Sequence[tuple[int, int]], aside: Aside, width: int) -> Laid:
    """Set a hit into lines of some width.

    Args:
        lead: A label that stands in front of the text; may be empty.
        snippet: The text.
        lit: The words in it that matched: 0-based, end-exclusive, in code points.
        aside: What is said of the hit, in small letters behind it.
        width: Of a line, in pixels.
    """
    start = f"{lead}  " if lead else ""
    text = f"{start}{snippet}"
    whole = text + ("  " if aside else "") + "".join(_text(piece) for piece in aside)
    layout = QTextLayout(whole, theme.reading_font(theme.LARGE))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    formats = [_range(whole, 0, len(text), "ink")]
    if lead:
        formats.append(_range(whole, 0, len(lead), "soft"))
    for begin, end in lit:
        range_ = _range(whole, len(start) + begin, len(start) + end, "ink")
        range_.format.setBackground(theme.color("hit"))
        formats.append(range_)
    links = []
    at = len(text) + 2
    for piece in aside:
        end = at + len(_text(piece))
        small = _range(whole, at, end, "accent" if isinstance(piece, Link) else "soft")
        small.format.setFont(theme.ui_font(theme.FINE))
        formats.append(small)
        if isinstance(piece, Link):
            links.append((to_qt(whole, at), to_qt(whole, end), piece))
        at = end
    layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += max(line.height(), _LINE)
    layout.endLayout()
    return Laid(layout, tuple(links))


def _text(piece: str | Link) -> str:
    return piece if isinstance(piece, str) else piece.text


def _range(text: str, start: int, end: int, role: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = to_qt(text, start)
    made.length = to_qt(text, end) - made.start
    made.format = QTextCharFormat()
    made.format.setForeground(theme.color(role))
    return made
