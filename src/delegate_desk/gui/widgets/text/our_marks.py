"""Marks of our drafting: drawn over a laid-out text, and as rich text.

Double lines under additions, a wave through deletions: no document has such marks, in colour or in grey.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from delegate_desk.core.word_diff import WordChange, WordDiff
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.text.page_metrics import INKS, USUAL, TextLines, lay_out_text
from delegate_desk.gui.widgets.text.paragraph_text import StyledSpan, TextStyle, TypesetText

_HTML_LOOKS = {
    WordChange.INSERT: ("added", "text-decoration:underline; font-weight:600"),
    WordChange.DELETE: ("deleted", "text-decoration:line-through"),
}


def mark_changes(words: WordDiff, around: int | None = None) -> str:
    """Return the changes of words as rich text, marked as in the drafting.

    Args:
        around: Number of unchanged characters shown beside a change; None for all.
    """
    texts: list[str] = []
    for n, (change, text) in enumerate(words):
        if change is WordChange.EQUAL:
            shown = text if around is None else _shorten(text, around, is_first=n == 0, is_last=n == len(words) - 1)
            texts.append(_lines(shown))
        else:
            role, look = _HTML_LOOKS[change]
            ink, ground = theme.color(role).name(), theme.color(f"{role}_ground").name()
            texts.append(f'<span style="color:{ink}; background-color:{ground}; {look}">{_lines(text)}</span>')
    return "".join(texts)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _shorten(text: str, around: int, *, is_first: bool, is_last: bool) -> str:
    if len(text) <= 2 * around:
        return text
    head = "" if is_first else f"{text[:around].rsplit(' ', 1)[0]} "
    tail = "" if is_last else f" {text[-around:].split(' ', 1)[-1]}"
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
    ours = [stretch for stretch in setting.stretches if stretch.style in INKS]
    if not ours:
        return
    font = font or lines.layout.font()
    scale = max(font.pixelSize() / USUAL, 1.0)
    painter.save()
    for stretch in ours:
        painter.setPen(QPen(theme.color(INKS[stretch.style]), scale))
        said = setting.text[stretch.start : stretch.end]
        start, end = stretch.start + len(said) - len(said.lstrip()), stretch.end - len(said) + len(said.rstrip())
        for box in lines.line_boxes(start, end) or lines.line_boxes(stretch.start, stretch.end):
            words = box.translated(origin)
            baseline = origin.y() + lines.baseline_for_box(box)
            if stretch.style in (TextStyle.WE_ADD, TextStyle.REPLY_ADDS):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
                for below in (_UNDER, _UNDER + _APART):
                    y = round(baseline + below * scale) + 0.5
                    painter.drawLine(QPointF(words.left(), y), QPointF(words.right(), y))
            else:
                _draw_wave(painter, words, baseline - QFontMetricsF(font).strikeOutPos(), scale)
    painter.restore()


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


Piece = tuple[WordChange | TextStyle, str]
"""Words that are unchanged, ours, or of another style, such as those of a reply."""


def typeset_words(pieces: Iterable[Piece], looks: Mapping[WordChange, TextStyle] = OURS) -> TypesetText:
    """Return words in their styles; changes are ours unless they are given other styles."""
    text, stretches = "", []
    for change, piece in pieces:
        look = change if isinstance(change, TextStyle) else looks.get(change)
        if look is not None and piece:
            stretches.append(StyledSpan(len(text), len(text) + len(piece), look))
        text += piece
    return TypesetText(text, tuple(stretches))


def accessible_text(words: Iterable[Piece]) -> str:
    said: dict[WordChange | TextStyle, str] = {
        WordChange.INSERT: translate("ourmarks", "we add “{words}”"),
        WordChange.DELETE: translate("ourmarks", "we delete “{words}”"),
    }
    pieces = [said[change].format(words=text.strip()) if change in said else text.strip() for change, text in words]
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
    def hasHeightForWidth(self) -> bool:
        return True

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
