"""Measures of the reader's page: the edge of the text, indents, leading, and the layout of words into divided lines.

All measures follow the reading size, so that the page keeps its proportions from 13 to 26 pixels. Only the displayed
text has hyphens.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from html import escape
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.paragraph_text import StyledSpan, TextStyle, TypesetText, from_qt, to_qt

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
                    for index, mark in enumerate(_marks(line), start):
                        marks[index] = mark if mark[0] >= marks[index][0] else marks[index]
        places = [index - 1 for index, (value, plain) in enumerate(marks) if value % 2 and plain]
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
    words = (match for match in _WORD.finditer(text) if not match[0].isupper())
    return [match.start() + place for match in words for place in _divisions(match[0], language)]


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
    line = next((ems for minimum, ems in _LINES.items() if window >= minimum), pane)
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
        line = self.layout.lineAt(0)
        return line.y() + line.ascent() if line.isValid() else 0.0

    def offset_at(self, point: QPointF) -> int:
        number = min(max(int(point.y() // self.leading), 0), self.layout.lineCount() - 1)
        line = self.layout.lineAt(number)
        if not line.isValid():
            return 0
        position = line.xToCursor(point.x())
        hyphens = bisect_left(range(len(self.divisions)), position, key=lambda n: self.divisions[n] + n)
        return from_qt(self.text, position - hyphens)

    def _place(self, offset: int, *, end: bool = False) -> int:
        """Return the position of an offset in the layout, in Qt's units; at a hyphen, an end is before it."""
        position = to_qt(self.text, offset)
        return position + (bisect_left if end else bisect_right)(self.divisions, position)

    def format_range(self, start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
        """Return a format on some words for drawing the layout."""
        return _shift_format(format_range(self.text, start, end, style), self.divisions)

    def caret(self, offset: int) -> QRectF:
        position = self._place(offset)
        line = self.layout.lineForTextPosition(position)
        if not line.isValid():
            return QRectF(0, 0, 1, self.leading)
        return QRectF(_x(line, position), line.lineNumber() * self.leading, 1, self.leading)

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
            styles = [s.style for s in setting.stretches if s.start <= start and end <= s.end]
            if styles or heading:
                formats.append(format_range(setting.text, start, end, char_format(styles, heading=heading)))
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
    layout.setFormats([_shift_format(style, divisions) for style in formats])
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


def _shift_format(style: QTextLayout.FormatRange, divisions: Sequence[int]) -> QTextLayout.FormatRange:
    """Return a format moved to its words' position among soft hyphens."""
    end = style.start + style.length
    style.start += bisect_right(divisions, style.start)
    style.length = end + bisect_left(divisions, end) - style.start
    return style


_SEMI_BOLD = frozenset({TextStyle.BOLD, TextStyle.ADDED, TextStyle.WE_ADD, TextStyle.REPLY_ADDS})
INKS = {
    TextStyle.WE_ADD: "accent",
    TextStyle.WE_DELETE: "accent",
    TextStyle.REPLY_ADDS: "scrutiny_reservation",
    TextStyle.REPLY_DELETES: "scrutiny_reservation",
}
"""The colours of our drafting and of changes in a reply: of their lines and, but for our deletions, of their words."""


def char_format(styles: Sequence[TextStyle], *, heading: bool = False) -> QTextCharFormat:
    """Return several styles combined into a single format.

    Added words are underlined and semi-bold, deleted words struck through, as in Council documents. The lines of our
    own drafting are not part of a format: ``our_marks.draw`` adds them.
    """
    combined = QTextCharFormat()
    if heading or not _SEMI_BOLD.isdisjoint(styles):
        combined.setFontWeight(QFont.Weight.DemiBold)
    if TextStyle.ITALIC in styles:
        combined.setFontItalic(True)
    if TextStyle.UNDERLINE in styles or TextStyle.ADDED in styles:
        combined.setFontUnderline(True)
    if TextStyle.STRIKE in styles or TextStyle.REMOVED in styles:
        combined.setFontStrikeOut(True)
    for style, role in ((TextStyle.ADDED, "added"), (TextStyle.REMOVED, "deleted")):
        if style in styles:
            combined.setForeground(theme.color(role))
            combined.setBackground(theme.color(f"{role}_ground"))
    for style, role in INKS.items():
        if style in styles and style is not TextStyle.WE_DELETE:
            combined.setForeground(theme.color(role))
    if TextStyle.ELSEWHERE in styles:
        combined.setForeground(theme.color("soft"))
    if TextStyle.QUIET in styles:
        combined.setFontUnderline(True)
        combined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        combined.setUnderlineColor(theme.color("soft"))
    if TextStyle.CALL in styles:
        combined.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        combined.setForeground(theme.color("accent"))
        combined.setFontUnderline(False)
        combined.setFontWeight(QFont.Weight.Normal)
    return combined


def format_range(text: str, start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format on some words, with offsets in code points."""
    formatted = QTextLayout.FormatRange()
    formatted.start = to_qt(text, start)
    formatted.length = to_qt(text, end) - formatted.start
    formatted.format = style
    return formatted


def ground_format(role: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setBackground(theme.color(role))
    style.setForeground(theme.color("ink"))
    return style


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


_HTML_STYLES = {
    WordChange.INSERT: ("added", "text-decoration:underline; font-weight:600"),
    WordChange.DELETE: ("deleted", "text-decoration:line-through"),
}


def mark_changes(words: WordDiff, context: int | None = None) -> str:
    """Return the changes of words as rich text, marked as in the drafting.

    Args:
        context: Number of unchanged characters shown beside a change; None for all.
    """
    texts: list[str] = []
    for n, (change, text) in enumerate(words):
        if change is WordChange.EQUAL:
            shown = text if context is None else _shorten(text, context, is_first=n == 0, is_last=n == len(words) - 1)
            texts.append(_lines(shown))
        else:
            role, css = _HTML_STYLES[change]
            ink, ground = theme.color(role).name(), theme.color(f"{role}_ground").name()
            texts.append(f'<span style="color:{ink}; background-color:{ground}; {css}">{_lines(text)}</span>')
    return "".join(texts)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _shorten(text: str, context: int, *, is_first: bool, is_last: bool) -> str:
    if len(text) <= 2 * context:
        return text
    head = "" if is_first else f"{text[:context].rsplit(' ', 1)[0]} "
    tail = "" if is_last else f" {text[-context:].split(' ', 1)[-1]}"
    return f"{head}…{tail}"


translate = QCoreApplication.translate

_UNDER, _APART = 2.0, 2.0
"""Distance of the first line from the words, and of the second from the first, at the usual font size."""
_WAVE, _HEIGHT = 4.0, 2.0
_LEADING = 20.0
OURS = {WordChange.INSERT: TextStyle.WE_ADD, WordChange.DELETE: TextStyle.WE_DELETE}
THEIRS = {WordChange.INSERT: TextStyle.ADDED, WordChange.DELETE: TextStyle.REMOVED}
"""The styles of changes in our drafting, and of those in a document."""


def draw(painter: QPainter, setting: TypesetText, lines: TextLines, origin: QPointF, font: QFont | None = None) -> None:
    """Draw the lines of our drafting over words that were drawn with their corner at a point.

    Args:
        font: Font of the words, if the layout does not give it.
    """
    drafting = [stretch for stretch in setting.stretches if stretch.style in INKS]
    if not drafting:
        return
    font = font or lines.layout.font()
    scale = max(font.pixelSize() / USUAL, 1.0)
    painter.save()
    for stretch in drafting:
        painter.setPen(QPen(theme.color(INKS[stretch.style]), scale))
        text = setting.text[stretch.start : stretch.end]
        start, end = stretch.start + len(text) - len(text.lstrip()), stretch.end - len(text) + len(text.rstrip())
        for box in lines.line_boxes(start, end) or lines.line_boxes(stretch.start, stretch.end):
            words = box.translated(origin)
            baseline = origin.y() + lines.baseline_for_box(box)
            if stretch.style in (TextStyle.WE_ADD, TextStyle.REPLY_ADDS):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
                for distance in (_UNDER, _UNDER + _APART):
                    y = round(baseline + distance * scale) + 0.5
                    painter.drawLine(QPointF(words.left(), y), QPointF(words.right(), y))
            else:
                _draw_wave(painter, words, baseline - QFontMetricsF(font).strikeOutPos(), scale)
    painter.restore()


def _draw_wave(painter: QPainter, words: QRectF, middle: float, scale: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half, height = _WAVE * scale / 2, _HEIGHT * scale
    path = QPainterPath(QPointF(words.left(), middle))
    x, is_up = words.left(), True
    while x < words.right():
        end = min(x + half, words.right())
        path.quadTo(QPointF((x + end) / 2, middle + (-height if is_up else height)), QPointF(end, middle))
        x, is_up = end, not is_up
    painter.drawPath(path)


Piece = tuple[WordChange | TextStyle, str]
"""Words that are unchanged, ours, or of another style, such as those of a reply."""


def typeset_words(pieces: Iterable[Piece], styles: Mapping[WordChange, TextStyle] = OURS) -> TypesetText:
    """Return words in their styles; changes are ours unless they are given other styles."""
    text, stretches = "", []
    for change, piece in pieces:
        style = change if isinstance(change, TextStyle) else styles.get(change)
        if style is not None and piece:
            stretches.append(StyledSpan(len(text), len(text) + len(piece), style))
        text += piece
    return TypesetText(text, tuple(stretches))


def accessible_text(words: Iterable[Piece]) -> str:
    forms: dict[WordChange | TextStyle, str] = {
        WordChange.INSERT: translate("ourmarks", "we add “{words}”"),
        WordChange.DELETE: translate("ourmarks", "we delete “{words}”"),
    }
    pieces = [forms[change].format(words=text.strip()) if change in forms else text.strip() for change, text in words]
    return " ".join(filter(None, pieces))


_COLUMN_FONT = partial(theme.reading_font, theme.COLUMN)


class DraftingPreview(QLabel):
    """Drafting for reading, as high as its lines, or only its placeholder; Tab, Enter or a click opens its editor."""

    entered = Signal()

    def __init__(
        self,
        pieces: Sequence[Piece],
        parent: QWidget | None = None,
        *,
        font: Callable[[], QFont] = _COLUMN_FONT,
        leading: float = _LEADING,
        placeholder: str = "",
        role: str = "ink",
    ) -> None:
        super().__init__(parent)
        self._font, self._leading, self._placeholder, self._role = font, leading, placeholder, role
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(pieces)
        theme.subscribe_to_theme(self, self.update)

    def set_words(self, pieces: Sequence[Piece]) -> None:
        self._setting = typeset_words(pieces)
        self.setAccessibleName(accessible_text(pieces) or self._placeholder)
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> TextLines:
        return lay_out_text(self._setting, self._font(), max(width, 40), self._leading)

    @override
    def heightForWidth(self, width: int) -> int:
        return round(self._lines(width).height) if self._setting.text else self.fontMetrics().height() + 4

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._setting.text:
            painter.setPen(theme.color("soft"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._placeholder)
            return
        painter.setPen(theme.color(self._role))
        lines = self._lines(self.width())
        lines.layout.draw(painter, QPointF(0, 0))
        draw(painter, self._setting, lines, QPointF(0, 0))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.entered.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.entered.emit()
