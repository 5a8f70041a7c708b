"""Measures of the reader's page: the edge of the text, indents, leading, and the layout of words into divided lines.

All measures follow the reading size, so that the page keeps its proportions from 13 to 26 pixels. Only the displayed
text has hyphens.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from delegate_desk.core.values import dataclass
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.paragraph_text import TextStyle, TypesetText, from_qt, to_qt

_WORD = re.compile(r"[^\W\d_]{7,}")
_LEAST_LETTERS = 3
"""Minimum number of letters at the beginning and the end of a divided word."""
_BEYOND_QT = re.compile("[\U00010000-\U0010ffff]")
_STEP = re.compile(r"(\d?)(\D?)")
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))


class Patterns:
    """Hyphenation patterns of a language, of up to 100,000 lines: a line is read when a word has its letters."""

    def __init__(self, dictionary: bytes) -> None:
        encoding, _, text = dictionary.partition(b"\n")
        lines = [line.strip() for line in text.decode(encoding.decode().strip()).split("\n")]
        letters = "\n".join(lines).translate(_NO_DIGITS).split("\n")
        self._lines = {key.partition("/")[0]: line for key, line in zip(letters, lines, strict=True)}

    def places(self, word: str) -> list[int]:
        """Return the offsets at which a word may be divided without a change of its spelling."""
        text = f".{word.lower()}."
        marks = [(0, True)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                if line := self._lines.get(text[start:end]):
                    for at, mark in enumerate(_marks(line), start):
                        marks[at] = mark if mark[0] >= marks[at][0] else marks[at]
        places = [at - 1 for at, (value, plain) in enumerate(marks) if value % 2 and plain]
        return [place for place in places if _LEAST_LETTERS <= place <= len(word) - _LEAST_LETTERS]


@lru_cache(maxsize=8192)
def _marks(line: str) -> list[tuple[int, bool]]:
    """Return the value before each letter of a pattern and at its end; False if a division changes the spelling."""
    pattern, _, other = line.partition("/")
    return [(int(digit or 0), "=" not in other) for digit, _ in _STEP.findall(pattern)]


@cache
def load_patterns(language: str) -> Patterns | None:
    """Return the patterns of a language (ISO 639-1), loaded on first use; None if there are none."""
    try:
        import pyphen
    except ImportError:  # a distribution may leave it out: then no word is divided
        return None
    name = pyphen.language_fallback(language)
    return Patterns(pyphen.LANGUAGES[name].read_bytes()) if name else None


@lru_cache(maxsize=8192)
def _divisions(word: str, language: str) -> list[int]:
    patterns = load_patterns(language)
    return patterns.places(word) if patterns is not None else []


def division_points(text: str, language: str) -> list[int]:
    """Return the offsets at which the words of a text may be divided, in order.

    Short words and words in capitals stay whole. A text beyond the Basic Multilingual Plane has none, so that the
    offsets are code points and units of Qt alike.
    """
    if not language or _BEYOND_QT.search(text):
        return []
    words = (found for found in _WORD.finditer(text) if not found[0].isupper())
    return [found.start() + place for found in words for place in _divisions(found[0], language)]


SMALLEST, USUAL, LARGEST = 13, 17, 26
_SIGNS, _LABEL, _POINT = 20 / 17, 44 / 17, 32 / 17
"""In ems: columns of the signs and of the label, and a point's indent."""
_LINES = {1400: 656 / 17, 1180: 636 / 17, 920: 576 / 17}
"""Ems of a line of text (65 to 75 characters), by the least width of the window; under 920 a line fills the pane."""
_SOFT_HYPHEN = "\u00ad"
_ZONE = 3.5
"""Ems that a line may be left short before a word is divided."""
_EDGE = 24
"""Minimum space between the page and the pane."""


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """Measures of a page of some width, in pixels.

    Attributes:
        left: Left edge of the current paragraph's tint.
        text_left: Left edge of the text.
        width: From ``left`` to the end of the lines.
        size: The reading size.
        leading: Line distance.
        gap: Space between two paragraphs.
        step: Indent of a point.
        pane: The width of the whole pane.
    """

    left: float
    text_left: float
    width: float
    size: float
    leading: float
    gap: float
    step: float
    pane: float = 0.0

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def measure(self) -> float:
        return self.right - self.text_left


def metrics_for_pane(pane: float, size: int, window: int = 1400) -> PageMetrics:
    margin = round(size * (_SIGNS + _LABEL))
    line = next((ems for least, ems in _LINES.items() if window >= least), pane)
    width = min(margin + round(size * line), max(pane - 2 * _EDGE, margin + size * 12))
    left = max(round((pane - width) / 2), 8)
    step = round(size * _POINT)
    return PageMetrics(left, left + margin, width, size, round(size * 27 / 17), round(size * 0.85), step, pane)


@dataclass(frozen=True, slots=True)
class TextLines:
    """Words laid out into lines.

    Attributes:
        text: The laid-out text; offsets are its code points.
        divisions: Offsets of ``text`` at which the layout has a soft hyphen.
    """

    layout: QTextLayout
    text: str
    leading: float
    height: float
    divisions: Sequence[int] = ()

    def lines(self) -> list[QTextLine]:
        return [self.layout.lineAt(n) for n in range(self.layout.lineCount())]

    def baseline(self) -> float:
        """Return the baseline of the first line, from the top."""
        line = self.layout.lineAt(0)
        return line.y() + line.ascent() if line.isValid() else 0.0

    def offset_at(self, point: QPointF) -> int:
        number = min(max(int(point.y() // self.leading), 0), self.layout.lineCount() - 1)
        line = self.layout.lineAt(number)
        if not line.isValid():
            return 0
        at = line.xToCursor(point.x())
        hyphens = bisect_left(range(len(self.divisions)), at, key=lambda n: self.divisions[n] + n)
        return from_qt(self.text, at - hyphens)

    def _place(self, offset: int, *, end: bool = False) -> int:
        """Return the position of an offset in the layout, in Qt's units; at a hyphen, an end is before it."""
        at = to_qt(self.text, offset)
        return at + (bisect_left if end else bisect_right)(self.divisions, at)

    def format_range(self, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
        """Return a format on some words for drawing the layout."""
        return _shift_format(format_range(self.text, start, end, look), self.divisions)

    def caret(self, offset: int) -> QRectF:
        at = self._place(offset)
        line = self.layout.lineForTextPosition(at)
        if not line.isValid():
            return QRectF(0, 0, 1, self.leading)
        return QRectF(_x(line, at), line.lineNumber() * self.leading, 1, self.leading)

    def line_boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of some words, one per line, without the space at its end.

        Each extends from its line's top to the next.
        """
        boxes = []
        first, last = self._place(start), self._place(end, end=True)
        for line in self.lines():
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin < stop:
                left, right = _x(line, begin), min(_x(line, stop), line.naturalTextRect().right())
                boxes.append(QRectF(left, line.lineNumber() * self.leading, right - left, self.leading))
        return boxes

    def baseline_for_box(self, box: QRectF) -> float:
        return box.y() + self.baseline()


def _x(line: QTextLine, position: int) -> float:
    x = cast("tuple[float, int] | float", line.cursorToX(position))  # the stubs say object; it is a pair
    return x[0] if isinstance(x, tuple) else x


def lay_out_text(
    setting: TypesetText,
    font: QFont,
    width: float,
    leading: float,
    *,
    heading: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    more: Sequence[QTextLayout.FormatRange] = (),
    language: str = "",
) -> TextLines:
    """Lay out typeset text; with its language, long words are divided where a line would be left short."""
    formats = []
    if setting.stretches or heading:
        ends = {0, len(setting.text)}
        for stretch in setting.stretches:
            ends |= {stretch.start, stretch.end}
        for start, end in pairwise(sorted(end for end in ends if end <= len(setting.text))):
            looks = [s.style for s in setting.stretches if s.start <= start and end <= s.end]
            if looks or heading:
                formats.append(format_range(setting.text, start, end, char_format(looks, heading=heading)))
    formats += more
    return lay_out_plain(setting.text, font, width, leading, formats, align, division_points(setting.text, language))


def lay_out_plain(
    text: str,
    font: QFont,
    width: float,
    leading: float,
    formats: Sequence[QTextLayout.FormatRange] = (),
    alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    divisions: Sequence[int] = (),
) -> TextLines:
    parts = [text[start:end] for start, end in pairwise((0, *divisions, len(text)))]
    divided = _SOFT_HYPHEN.join(parts)
    layout = QTextLayout(divided, font)
    layout.setFormats([_shift_format(look, divisions) for look in formats])
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(alignment)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    metrics = QFontMetricsF(font)
    drop = (leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    layout.beginLayout()
    count = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if divisions:  # the undivided last word goes to the next line if the remaining space is within the zone
            start, end = line.textStart(), line.textStart() + line.textLength()
            word = max(divided.rfind(" ", start, end), divided.rfind("-", start, end)) + 1
            is_divided = divided[end - 1] == _SOFT_HYPHEN
            if is_divided and word > start and width - _x(line, word) < font.pixelSize() * _ZONE:
                columns = word - start
                line.setNumColumns(columns, width)
                while line.textLength() > word - start and columns > 1:  # Qt counts a letter with its marks as one
                    columns -= 1
                    line.setNumColumns(columns, width)
        line.setPosition(QPointF(0, count * leading + drop - line.ascent()))
        count += 1
    layout.endLayout()
    return TextLines(layout, text, leading, max(count, 1) * leading, divisions)


def _shift_format(look: QTextLayout.FormatRange, divisions: Sequence[int]) -> QTextLayout.FormatRange:
    """Return a format moved to its words' position among soft hyphens."""
    end = look.start + look.length
    look.start += bisect_right(divisions, look.start)
    look.length = end + bisect_left(divisions, end) - look.start
    return look


_SEMI_BOLD = frozenset({TextStyle.BOLD, TextStyle.ADDED, TextStyle.WE_ADD, TextStyle.REPLY_ADDS})
INKS = {
    TextStyle.WE_ADD: "accent",
    TextStyle.WE_DELETE: "accent",
    TextStyle.REPLY_ADDS: "scrutiny_reservation",
    TextStyle.REPLY_DELETES: "scrutiny_reservation",
}
"""The colours of our drafting and of changes in a reply: of their lines and, but for our deletions, of their words."""


def char_format(looks: Sequence[TextStyle], *, heading: bool = False) -> QTextCharFormat:
    """Return several styles combined into a single format.

    Added words are underlined and semi-bold, deleted words struck through, as in Council documents. The lines of our
    own drafting are not part of a format: ``our_marks.draw`` adds them.
    """
    made = QTextCharFormat()
    if heading or not _SEMI_BOLD.isdisjoint(looks):
        made.setFontWeight(QFont.Weight.DemiBold)
    if TextStyle.ITALIC in looks:
        made.setFontItalic(True)
    if TextStyle.UNDERLINE in looks or TextStyle.ADDED in looks:
        made.setFontUnderline(True)
    if TextStyle.STRIKE in looks or TextStyle.REMOVED in looks:
        made.setFontStrikeOut(True)
    for look, role in ((TextStyle.ADDED, "added"), (TextStyle.REMOVED, "deleted")):
        if look in looks:
            made.setForeground(theme.color(role))
            made.setBackground(theme.color(f"{role}_ground"))
    for look, role in INKS.items():
        if look in looks and look is not TextStyle.WE_DELETE:
            made.setForeground(theme.color(role))
    if TextStyle.ELSEWHERE in looks:
        made.setForeground(theme.color("soft"))
    if TextStyle.QUIET in looks:
        made.setFontUnderline(True)
        made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        made.setUnderlineColor(theme.color("soft"))
    if TextStyle.CALL in looks:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        made.setForeground(theme.color("accent"))
        made.setFontUnderline(False)
        made.setFontWeight(QFont.Weight.Normal)
    return made


def format_range(text: str, start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format on some words, with offsets in code points."""
    made = QTextLayout.FormatRange()
    made.start = to_qt(text, start)
    made.length = to_qt(text, end) - made.start
    made.format = look
    return made


def ground_format(role: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(theme.color(role))
    made.setForeground(theme.color("ink"))
    return made


_PENS = {
    "question": Qt.PenStyle.DotLine,
    "drafting_suggestion": Qt.PenStyle.DashLine,
    "scrutiny_reservation": Qt.PenStyle.DashDotLine,
    "parliamentary_reservation": Qt.PenStyle.DashDotLine,
    "linguistic_reservation": Qt.PenStyle.DashDotLine,
    "reservation": Qt.PenStyle.DashDotDotLine,
}


def underline_style(kind: str, *, on_white: bool = False) -> tuple[QColor, Qt.PenStyle]:
    """Return the colour and the dash of the line under annotated words."""
    return theme.color_on_white(kind) if on_white else theme.color(kind), _PENS.get(kind, Qt.PenStyle.SolidLine)
