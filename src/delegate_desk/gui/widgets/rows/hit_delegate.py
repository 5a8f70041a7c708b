"""Draws search results: heads in the interface's type, snippets in the reading serif with their words lit."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.search import GoToSuggestion, Hit, HitKind, Suggestion
from delegate_desk.gui.search.hits_model import (
    HitGroup,
    HitNotes,
    HitsModel,
    LanguageLink,
    MoreResultsRow,
    Role,
    Row,
    SuggestionsLead,
)
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.text.paragraph_text import to_qt

_LINE = 24.0


@dataclass(frozen=True, slots=True)
class HitLines:
    """A hit in lines.

    Attributes:
        links: Where the letters of each link stand, in Qt's units.
    """

    layout: QTextLayout
    links: tuple[tuple[int, int, LanguageLink], ...]

    @property
    def height(self) -> float:
        return self.layout.boundingRect().height()

    def link_at(self, point: QPointF) -> LanguageLink | None:
        """The link at a point of the layout."""
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if line.y() <= point.y() < line.y() + max(line.height(), _LINE):
                if point.x() > line.naturalTextWidth() + 4:
                    return None
                at = line.xToCursor(point.x(), line.CursorPosition.CursorOnCharacter)
                return next((link for start, end, link in self.links if start <= at < end), None)
        return None


def clear_cache() -> None:
    """Set everything anew: the colours are others."""
    lay_out_hit.cache_clear()


@lru_cache(maxsize=1024)
def lay_out_hit(lead: str, snippet: str, lit: Sequence[tuple[int, int]], aside: HitNotes, width: int) -> HitLines:
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
        small = _range(whole, at, end, "accent" if isinstance(piece, LanguageLink) else "soft")
        small.format.setFont(theme.ui_font(theme.FINE))
        formats.append(small)
        if isinstance(piece, LanguageLink):
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
    return HitLines(layout, tuple(links))


def _text(piece: str | LanguageLink) -> str:
    return piece if isinstance(piece, str) else piece.text


def _range(text: str, start: int, end: int, role: str) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = to_qt(text, start)
    made.length = to_qt(text, end) - made.start
    made.format = QTextCharFormat()
    made.format.setForeground(theme.color(role))
    return made


MEASURE = 744
"""How wide the column of results is at most."""
_MARGIN_COLUMN = 78
_SCROLL_BAR = 10
_HEAD = 32
_LINE_HEIGHT = 32
_PADDING = 6
_SIGN = 11


def column_geometry(width: int) -> tuple[int, int]:
    """Left edge and width of the column in a view of some width, the same with and without a scroll bar."""
    width -= _SCROLL_BAR
    wide = min(MEASURE, max(240, width - 32))
    return max(0, (width - wide) // 2), wide


class HitDelegate(QStyledItemDelegate):
    """The delegate of the list of results."""

    def __init__(self, view: QListView, model: HitsModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        theme.changed.connect(clear_cache)

    def link_at(self, point: QPoint) -> LanguageLink | None:
        """The link at a point of the list's viewport."""
        index = self._view.indexAt(point)
        hit = self._model.hit(index)
        if hit is None:
            return None
        left, _ = column_geometry(self._view.width())
        corner = QPointF(left + _MARGIN_COLUMN, self._view.visualRect(index).top() + _PADDING)
        return self._hit_lines(hit).link_at(QPointF(point) - corner)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row = index.data(Role.ROW)
        width = self._view.viewport().width()
        if isinstance(row, HitGroup | SuggestionsLead):
            return QSize(width, _HEAD + (8 if index.row() else 0))
        if isinstance(row, Hit):
            return QSize(width, round(self._hit_lines(row).height) + 2 * _PADDING + 2)
        return QSize(width, 40 if isinstance(row, MoreResultsRow) else _LINE_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(Role.ROW)
        rect: QRect = option.rect
        left, width = column_geometry(self._view.width())
        area = QRect(left, rect.top(), width, rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, HitGroup):
            self._paint_group(painter, row, area)
        elif isinstance(row, SuggestionsLead):
            painter.setFont(theme.ui_font())
            painter.setPen(theme.color("soft"))
            inner = area.adjusted(22, area.height() - _HEAD, 0, 0)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, row.text)
        else:
            self._paint_ground(painter, option, area)
            if isinstance(row, Hit):
                self._paint_hit(painter, row, area)
            elif isinstance(row, GoToSuggestion):
                self._paint_go_to(painter, row, area)
            else:
                self._paint_link(painter, row, area)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setOpacity(0.4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("tint"))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 6, 6)
            painter.setOpacity(1.0)

    def _paint_group(self, painter: QPainter, group: HitGroup, area: QRect) -> None:
        inner = area.adjusted(22, area.height() - _HEAD, -12, 0)
        count = terms.format_number(group.count) if group.is_complete else self.tr("{n} shown").format(n=group.count)
        painter.setFont(theme.ui_font())
        painter.setPen(theme.color("soft"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        right = inner.right() - painter.fontMetrics().horizontalAdvance(count) - 12
        x = _write(painter, QRect(inner.left(), inner.top(), right - inner.left(), inner.height()), group.title, "ink")
        if group.marking:
            x = draw_marking(painter, group.marking, x, inner.center().y()) + 6
        said = " · ".join(filter(None, (group.language, group.subject)))
        _write(painter, QRect(x, inner.top(), max(0, right - x), inner.height()), said, "soft", bold=False)

    def _paint_go_to(self, painter: QPainter, offer: GoToSuggestion, area: QRect) -> None:
        square = QRect(area.left() + _MARGIN_COLUMN - 12 - 16, area.center().y() - 7, 16, 16)
        icons.icon("arrow-right", "accent").paint(painter, square)
        inner = area.adjusted(_MARGIN_COLUMN, 0, -12, 0)
        title = ", ".join(filter(None, (offer.name, offer.citation)))
        x = _write(painter, inner, title, "accent")
        said = " · ".join(filter(None, (offer.language, offer.subject)))
        _write(painter, QRect(x, inner.top(), max(0, inner.right() - x), inner.height()), said, "soft", bold=False)

    def _paint_link(self, painter: QPainter, row: Suggestion | MoreResultsRow, area: QRect) -> None:
        inner = area.adjusted(_MARGIN_COLUMN, 0, -12, 0)
        if isinstance(row, MoreResultsRow):
            _write(painter, inner, str(self._model.data(self._model.find(row))), "accent", bold=False)
            return
        count = terms.format_count(row.total, self.tr("1 result"), self.tr("{n} results"))
        x = _write(painter, inner, self._model.suggestion_text(row), "accent", bold=False)
        _write(painter, QRect(x, inner.top(), max(0, inner.right() - x), inner.height()), count, "soft", bold=False)

    def _paint_hit(self, painter: QPainter, hit: Hit, area: QRect) -> None:
        layout = self._hit_lines(hit).layout
        top = area.top() + _PADDING
        layout.draw(painter, QPointF(area.left() + _MARGIN_COLUMN, top))
        line = layout.lineAt(0)
        margin = QRectF(area.left() + 8, top, _MARGIN_COLUMN - 20, line.height())
        if kind := _sign(hit):
            square = QRectF(margin.right() - _SIGN - 1, margin.center().y() - _SIGN / 2, _SIGN, _SIGN)
            icons.draw_kind(painter, kind, square)
            return
        label, font = _margin(hit), theme.reading_font(theme.LARGE)
        if _fits_margin(label):
            painter.setFont(font)
            painter.setPen(theme.color("soft"))
            baseline = top + line.ascent()
            painter.drawText(QPointF(margin.right() - QFontMetricsF(font).horizontalAdvance(label), baseline), label)

    def _hit_lines(self, hit: Hit) -> HitLines:
        _, width = column_geometry(self._view.width())
        label = _margin(hit)
        lead = "" if hit.kind is not HitKind.PARAGRAPH or _fits_margin(label) else label
        return lay_out_hit(
            lead, hit.snippet, hit.highlights, self._model.notes_for_hit(hit), width - _MARGIN_COLUMN - 12
        )


def draw_cursor(painter: QPainter, area: QRectF) -> None:
    """Draw the tint and the bar of what is at hand."""
    path = QPainterPath()
    path.addRoundedRect(area, 6, 6)
    painter.fillPath(path, theme.color("tint"))
    painter.save()
    painter.setClipRect(QRectF(area.left(), area.top(), 5, area.height()))
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, 10, -1), 6, 6)
    painter.restore()


def draw_marking(painter: QPainter, marking: str, x: int, middle: int) -> int:
    """Draw a marking in its outline; what is given back is its right edge."""
    font = theme.ui_font(theme.FINE, bold=True)
    width = QFontMetricsF(font).horizontalAdvance(marking) + 10
    box = QRectF(x + 0.5, middle - 7.5, width, 16)
    painter.setFont(font)
    painter.setPen(QPen(theme.color("red_line"), 1))
    painter.drawRoundedRect(box, 3, 3)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, marking)
    return round(box.right()) + 1


def _write(painter: QPainter, area: QRect, text: str, role: str, *, bold: bool = True) -> int:
    """Write a line, shortened where it is too long; what is given back is where the next piece may begin."""
    painter.setFont(theme.ui_font(bold=bold))
    painter.setPen(theme.color(role))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
    return area.left() + painter.fontMetrics().horizontalAdvance(shown) + 6


def _sign(hit: Hit) -> AnnotationKind | None:
    """The shape that tells a hit in what is ours from one in a text."""
    if hit.kind is HitKind.ANNOTATION:
        return AnnotationKind(hit.annotation_kind) if hit.annotation_kind else AnnotationKind.NOTE
    return AnnotationKind.DRAFTING_SUGGESTION if hit.kind is HitKind.POSITION else None


def _margin(hit: Hit) -> str:
    if hit.kind is not HitKind.PARAGRAPH:
        return ""
    return terms.margin_label(hit.address, hit.label)


def _fits_margin(label: str) -> bool:
    return QFontMetricsF(theme.reading_font(theme.LARGE)).horizontalAdvance(label) <= _MARGIN_COLUMN - 20
