"""Layout and drawing of the reader's rows: one below the other, the cells of a table side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.reader.paragraph_model import GridCell, MarginSign, ParagraphModel, WideTable, cells
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import CURSOR_BAR, draw_cursor
from delegate_desk.gui.widgets.rows.rows_view import VariableRowLayout
from delegate_desk.gui.widgets.text import page_metrics
from delegate_desk.gui.widgets.text.page_metrics import (
    PageMetrics,
    TextLines,
    format_range,
    ground_format,
    lay_out_text,
    underline_style,
)
from delegate_desk.gui.widgets.text.paragraph_text import TypesetText

_NOTES_HEAD = 56
_NOTE_SCALE = 0.82
_LABEL_ROOM = 20
_CELL_PADDING = 10
_WIDE_SCALE, _WIDE_LEADING = 14.5 / 17, 21 / 17
_WIDE_PADDING, _WIDE_ABOVE = 12, 8
_NARROWEST_FIRST, _WIDEST_FIRST, _NARROWEST_COLUMN = 56, 96, 150
"""For tables over the whole pane: font size relative to the reading size, cell padding, and widths in pixels."""
_ROW_STATUS = re.compile(r"\S+( )([GYR])")
_TEXT_ORIGIN = re.compile(r"( )(Text [Oo]rigin: .+)")
_STATUS_ROLES = {"G": "support", "Y": "scrutiny_reservation", "R": "red_line"}
_LINE_SEPARATOR = "\u2028"


def _with_cell_parts(
    typeset: TypesetText, cell: GridCell, table: WideTable
) -> tuple[TypesetText, list[QTextLayout.FormatRange]]:
    """Put the status of a row under its number, and the origin of the text under it, as in trilogue tables."""
    text_format = QTextCharFormat()
    if table.natural and not cell.column and (match := _ROW_STATUS.fullmatch(typeset.text)):
        text_format.setForeground(theme.color(_STATUS_ROLES[match[2]]))
        text_format.setFontWeight(QFont.Weight.DemiBold)
    elif cell.column == table.columns - 1 and (match := _TEXT_ORIGIN.search(typeset.text)):
        text_format.setForeground(theme.color("soft"))
    else:
        return typeset, []
    text_format.setProperty(QTextCharFormat.Property.FontPixelSize, theme.FINE)
    text_format.setFontFamilies(theme.ui_font().families())
    text = f"{typeset.text[: match.start(1)]}{_LINE_SEPARATOR}{typeset.text[match.end(1) :]}"
    return replace(typeset, text=text), [format_range(text, *match.span(2), text_format)]


class ParagraphLayout(VariableRowLayout[TextLines]):
    """Heights and tops of all rows on a page, in pixels from the top of the first row's box.

    A row's box extends half a gap beyond its lines.
    """

    cache_limit = 400  # laying one out costs 0.1 ms, keeping one 30 kB

    def __init__(self, model: ParagraphModel) -> None:
        super().__init__()
        self._model = model
        self.page = PageMetrics(0, 0, 1, 17, 27, 14, 32)
        self._bands: list[float] = []
        self._cells: dict[int, GridCell] = {}
        self.overflow = self.scrolled = 0
        """Pixels by which the widest table exceeds the pane, and by which such tables are scrolled sideways."""
        self.hidden: frozenset[int] = frozenset()
        """Hidden columns of wide tables, from 0."""

    def reset(self, page: PageMetrics) -> None:
        self.page = page
        self._cells = cells(self._model.units)
        tables = {cell.table for cell in self._cells.values() if cell.table is not None}
        self.overflow = max(map(self._overflow, tables), default=0)
        self._reset_heights([self._estimate(row) for row in range(len(self._model.units))])

    @property
    @override
    def page_leading(self) -> float:
        return self.page.leading

    @override
    def height(self, row: int) -> float:
        return self._bands[row]

    @override
    def left(self, row: int) -> float:
        cell = self._cells.get(row)
        if cell is None:
            return self.page.left
        if cell.table is None:
            return self.page.text_left + cell.left * self.page.measure
        return self.column_span(cell.table, cell.column)[0]

    @override
    def width(self, row: int) -> float:
        cell = self._cells.get(row)
        if cell is None:
            return self.page.width
        if cell.table is None:
            return cell.width * self.page.measure
        return self.page.pane if cell.spans else self.column_span(cell.table, cell.column)[1]

    def column_span(self, table: WideTable, column: int) -> tuple[float, float]:
        """Return left edge and width of a column of a wide table, as scrolled."""
        first, other = self._columns(table)
        if column == 0:
            return 0.0, first
        preceding = column - 1 - sum(0 < n < column for n in self.hidden)
        return first + preceding * other - min(self.scrolled, self._overflow(table)), other

    def _others(self, table: WideTable) -> int:
        """Return the number of visible columns of a table beside the first."""
        return table.columns - 1 - len(self.hidden - {0})

    def _columns(self, table: WideTable) -> tuple[float, float]:
        """Return the width of a wide table's first column, and of each other visible one."""
        others = self._others(table)
        if not others:
            return self.page.pane, 0.0
        if 0 in self.hidden:
            return 0.0, max(self.page.pane / others, _NARROWEST_COLUMN)
        first = self.page.pane / (others + 1)
        if table.natural:
            natural = table.natural * self.page.size * _WIDE_SCALE * 0.55 + 2 * _WIDE_PADDING
            first = min(max(natural, _NARROWEST_FIRST), _WIDEST_FIRST)
        first = min(first, max(self.page.pane / 3, _NARROWEST_FIRST))
        return first, max((self.page.pane - first) / others, _NARROWEST_COLUMN)

    def _overflow(self, table: WideTable) -> int:
        first, other = self._columns(table)
        return max(0, ceil(first + other * self._others(table) - self.page.pane))

    def column_edges(self, table: WideTable) -> list[float]:
        """Return the right edges of the columns that the first column does not cover."""
        first, other = self._columns(table)
        start = first - min(self.scrolled, self._overflow(table))
        return [first, *(x for n in range(1, self._others(table) + 1) if (x := start + n * other) > first)]

    def first_column_width(self, row: int) -> float:
        """Return the width of the fixed first column before a cell of a wide table; 0 for other rows."""
        cell, table = self._cells.get(row), self._wide_table(row)
        return self._columns(table)[0] if cell and table is not None and cell.column else 0.0

    def header_rows(self, row: int) -> range:
        """Return the header units of the table that contains a row; empty for other rows."""
        table = self._wide_table(row)
        if table is None or not table.has_header:
            return range(0)
        start = table.rows.start
        return range(start, next((n for n in table.rows if self._band(n) != start), table.rows.stop))

    def is_same_band(self, row: int, other: int) -> bool:
        """True for the same row, and for two cells of the same row of a wide table."""
        return row == other or (self._wide_table(row) is not None and self._band(row) == self._band(other))

    def cell(self, row: int) -> GridCell | None:
        return self._cells.get(row)

    def is_hidden(self, row: int) -> bool:
        cell = self._cells.get(row)
        return cell is not None and cell.table is not None and not cell.spans and cell.column in self.hidden

    def text_top(self, row: int) -> float:
        margin = _WIDE_ABOVE if self._wide_table(row) else self.page.gap / 2
        return self._tops[row] + self.space_above(row) + margin + self.label_height(row)

    def _wide_table(self, row: int) -> WideTable | None:
        cell = self._cells.get(row)
        return cell.table if cell is not None else None

    @override
    def rows_between(self, top: float, bottom: float) -> range:
        seen = super().rows_between(top, bottom)
        return range(self._band(seen.start), seen.stop)

    @override
    def row_at(self, y: float, x: float | None = None) -> int:
        """Return the row at a height, or the nearest one; of cells side by side that at ``x``, else the last."""
        row = super().row_at(y)
        if x is not None:
            while row > self._band(row) and x < max(self.left(row), self.first_column_width(row)):
                row -= 1
        return row

    def _band(self, row: int) -> int:
        cell = self._cells.get(row)
        return cell.band if cell else row

    @override
    def _lay_out(self, row: int) -> TextLines:
        heading, centred = self._model.is_heading(row), self.is_centred(row)
        typeset, cell = self._model.typeset_text(row), self._cells.get(row)
        align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        extra: list[QTextLayout.FormatRange] = []
        if cell is not None and cell.table is not None:
            typeset, extra = _with_cell_parts(typeset, cell, cell.table)
            if cell.table.natural and not cell.column and not cell.spans:
                align = Qt.AlignmentFlag.AlignRight
        font, width, leading = self.font(row), self.measure(row), self.leading(row)
        language = "" if heading or centred else self._model.language
        return lay_out_text(typeset, font, width, leading, heading=heading, align=align, more=extra, language=language)

    @override
    def _exact_height(self, row: int) -> float:
        if self.is_hidden(row):
            return 0.0
        padding = 2 * _WIDE_ABOVE if self._wide_table(row) else self.page.gap
        return self.space_above(row) + padding + self.label_height(row) + self.laid_out_row(row).height

    def is_centred(self, row: int) -> bool:
        cell = self._cells.get(row)
        return cell.spans if cell is not None else self._model.is_centred(row)

    def text_left(self, row: int) -> float:
        if row in self._cells:
            return self.left(row) + self._cell_padding(row)
        return self.page.text_left + self.page.step * self._model.step(row)

    def measure(self, row: int) -> float:
        if row in self._cells:
            return max(self.width(row) - 2 * self._cell_padding(row), self.page.size)
        return max(self.page.right - self.text_left(row) - 4, self.page.size * 6)

    def _cell_padding(self, row: int) -> int:
        return _WIDE_PADDING if self._wide_table(row) else _CELL_PADDING

    def leading(self, row: int) -> float:
        if self._wide_table(row):
            return round(self.page.size * _WIDE_LEADING)
        return round(self.page.leading * _NOTE_SCALE) if self._model.is_note(row) else self.page.leading

    def font(self, row: int) -> QFont:
        cell = self._cells.get(row)
        if cell is not None and cell.is_header:
            return theme.ui_font(theme.SMALL * self.page.size / theme.READING, bold=True)
        if self._wide_table(row):
            font = theme.reading_font(self.page.size * _WIDE_SCALE)
            font.setItalic(self.is_centred(row))
            return font
        return theme.reading_font(self.page.size * _NOTE_SCALE if self._model.is_note(row) else self.page.size)

    def space_above(self, row: int) -> float:
        """Return the space above a row's box: before headings, and before the first footnote."""
        if row == self._model.first_note:
            return _NOTES_HEAD
        begins = self._model.is_heading(row) and row > 0 and not self._model.is_heading(row - 1)
        return self.page.gap if begins else 0.0

    def label_height(self, row: int) -> float:
        """Return the height of a label on a separate line, 0 if it is in the margin."""
        return self.leading(row) if self.is_label_above(row) else 0.0

    def is_label_above(self, row: int) -> bool:
        unit = self._model.units[row]
        if not unit.label or self._model.is_heading(row):
            return bool(unit.label and unit.text)
        free_width = self.text_left(row) - self.page.left - _LABEL_ROOM
        return len(unit.label) > 4 and QFontMetricsF(self.font(row)).horizontalAdvance(unit.label) > free_width

    def _estimate(self, row: int) -> float:
        if self.is_hidden(row):
            return 0.0
        width = self.measure(row) if row in self._cells else self.page.measure
        characters = len(self._model.units[row].marked)
        line_length = max(width / (self.page.size * 0.5), 8)
        return self.page.gap + max(1, -(-characters // int(line_length))) * self.page.leading

    @override
    def _add_up(self) -> None:
        if not self._cells:
            super()._add_up()
            self._bands = self._heights
            return
        highest: dict[int, float] = {}
        for row, height in enumerate(self._heights):
            band = self._band(row)
            highest[band] = max(highest.get(band, 0.0), height)
        self._tops, y = [], 0.0
        for row in range(len(self._heights)):
            if row and self._band(row) != self._band(row - 1):
                y += highest[self._band(row - 1)]
            self._tops.append(y)
        self._bands = [highest[self._band(row)] for row in range(len(self._heights))]
        self._tops.append(y + (self._bands[-1] if self._bands else 0.0))


_SIGN = 9.0
_SIGN_STEP, _SIGN_INSET = 14.0, 4.0
_MOST_SIGNS = 3
_LABEL_GAP = 12.0
_LEVEL = 3
_LEVELS = 3
_SMALL = 7.0
"""Of lines under words: their distance, their maximum number, and the size of the sign at their beginning."""


def levels(annotations: Iterable[Annotation]) -> list[tuple[Annotation, int]]:
    """Return the annotations on words, each with its line: overlapping ones are on different lines, up to three."""
    placed: list[tuple[Annotation, int]] = []
    for annotation in annotations:
        quote = annotation.quote
        if quote is None:
            continue
        used = {
            level
            for other, level in placed
            if other.quote and other.quote.start < quote.end and quote.start < other.quote.end
        }
        free = next((level for level in range(_LEVELS) if level not in used), len(placed) % _LEVELS)
        placed.append((annotation, free))
    return placed


def draw_sign(painter: QPainter, sign: MarginSign, box: QRectF) -> None:
    """Draw the shape of a kind, also of a stance that has one; the sign of another stance; ± for a position alone."""
    meaning = sign.meaning
    square = QRectF(0, 0, _SMALL if sign.language else _SIGN, _SIGN)
    square.moveCenter(box.center())
    if sign.language:
        square.moveLeft(box.left())
        painter.setFont(theme.ui_font(theme.FINE))
        painter.setPen(theme.color("soft"))
        painter.drawText(QPointF(square.right() + 2, box.bottom() - 3), sign.language)
    if meaning is not None and meaning.value in set(AnnotationKind):
        theme.draw_kind(painter, AnnotationKind(meaning.value), square)
        return
    stance = Stance(meaning) if meaning is not None else Stance.SUPPORT_IF
    painter.setFont(theme.ui_font(theme.BASE, bold=True))
    painter.setPen(theme.color(terms.STANCE_ROLES[stance] if meaning is not None else "accent"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, terms.STANCE_SIGNS[stance])


class ParagraphPainter:
    def __init__(self, model: ParagraphModel, flow: ParagraphLayout, footnotes: str) -> None:
        self._model = model
        self._flow = flow
        self._footnotes = footnotes
        self.hits: Mapping[int, Sequence[tuple[int, int]]] = {}
        self.current_hit: tuple[int, int, int] | None = None

    def draw(
        self,
        painter: QPainter,
        row: int,
        shift: float,
        chosen: tuple[int, int] | None,
        *,
        current: bool,
        focused: bool = False,
    ) -> None:
        """Draw a row; ``shift`` is the difference between its position in the layout and on the screen."""
        flow = self._flow
        top = flow.top(row) + shift
        if row == self._model.first_note:
            page = flow.page
            y = round(top + 14) + 0.5
            painter.setPen(theme.color("hairline"))
            painter.drawLine(QPointF(page.left, y), QPointF(page.right, y))
            painter.setFont(theme.ui_font(theme.FINE, bold=True))
            painter.setPen(theme.color("soft"))
            painter.drawText(QPointF(page.text_left, y + 26), self._footnotes)
        space_above = flow.space_above(row)
        box = QRectF(flow.left(row), top + space_above, flow.width(row), flow.height(row) - space_above)
        cell = flow.cell(row)
        painter.save()
        if cell is not None and cell.table is not None:
            if cell.band == row:
                self._draw_band(painter, cell, cell.table, box, tinted=current, focused=focused)
            fixed_width = flow.first_column_width(row)
            if fixed_width > box.left():  # what scrolls sideways does not cover the first column
                painter.setClipRect(box.adjusted(fixed_width - box.left(), 0, 0, 0), Qt.ClipOperation.IntersectClip)
            if flow.is_hidden(row):
                painter.restore()
                return
        elif current:
            draw_cursor(painter, box.adjusted(-CURSOR_BAR, 0, 0, 0), focused=focused)
        if cell is not None and cell.table is None:
            painter.setPen(theme.color("hairline"))
            for y in (box.top(), box.bottom()) if cell.first else (box.bottom(),):
                painter.drawLine(QPointF(box.left(), round(y) + 0.5), QPointF(box.right(), round(y) + 0.5))
        text_top = flow.text_top(row) + shift
        lines = flow.laid_out_row(row)
        self._draw_label(painter, row, text_top, lines)
        origin = QPointF(flow.text_left(row), text_top)
        painter.setPen(theme.color("soft" if self._model.is_note(row) else "ink"))
        lines.layout.draw(painter, origin, self._grounds(row, lines, chosen))
        if self._model.proposal(row):
            page_metrics.draw(painter, self._model.typeset_text(row), lines, origin)
        self._draw_underlines(painter, row, lines, origin)
        self._draw_signs(painter, row, shift)
        painter.restore()

    def _draw_band(
        self, painter: QPainter, cell: GridCell, table: WideTable, box: QRectF, *, tinted: bool, focused: bool
    ) -> None:
        """Draw the background and rules of a row of a wide table, with its first cell, even if cells are empty."""
        band = QRectF(0, box.top(), self._flow.page.pane, box.height())
        if tinted or cell.is_header or cell.spans:
            painter.fillRect(band, theme.color("tint" if tinted else "side"))
        if tinted:
            bar = QRectF(0, box.top(), CURSOR_BAR, box.height())
            painter.fillRect(bar, theme.color("accent" if focused else "soft"))
        painter.setPen(theme.color("hairline"))
        bottom = round(box.bottom()) - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(band.right(), bottom))
        for x in () if cell.spans else self._flow.column_edges(table):
            painter.drawLine(QPointF(round(x) - 0.5, box.top()), QPointF(round(x) - 0.5, bottom))

    def _draw_label(self, painter: QPainter, row: int, text_top: float, lines: TextLines) -> None:
        unit = self._model.units[row]
        if not unit.label:
            return
        flow = self._flow
        painter.setPen(theme.color("soft"))
        font = QFont(flow.font(row))
        left, leading = flow.text_left(row), flow.leading(row)
        if self._model.is_heading(row) and not unit.text:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setPen(theme.color("ink"))
            label_height = 0.0
        else:
            label_height = leading if flow.is_label_above(row) else 0.0
            font.setItalic(flow.is_centred(row))  # the number of an article, as the Official Journal sets it
        painter.setFont(font)
        baseline = text_top - label_height + lines.baseline()
        if flow.is_centred(row):
            left += (flow.measure(row) - painter.fontMetrics().horizontalAdvance(unit.label)) / 2
        elif not label_height and not self._model.is_heading(row):
            left -= _LABEL_GAP + painter.fontMetrics().horizontalAdvance(unit.label)
        painter.drawText(QPointF(left, baseline), unit.label)

    def _grounds(self, row: int, lines: TextLines, chosen: tuple[int, int] | None) -> list[QTextLayout.FormatRange]:
        """Draw the backgrounds: matches, the current match, and the selection, in this order."""
        formats = [lines.format_range(start, end, ground_format("hit")) for start, end in self.hits.get(row, ())]
        if self.current_hit and self.current_hit[0] == row:
            underlined = ground_format("hit")
            underlined.setFontUnderline(True)
            underlined.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            underlined.setFontWeight(QFont.Weight.Normal)
            formats.append(lines.format_range(*self.current_hit[1:], underlined))
        if chosen and chosen[0] < chosen[1]:
            formats.append(lines.format_range(*chosen, ground_format("selection")))
        return formats

    def _draw_underlines(self, painter: QPainter, row: int, lines: TextLines, origin: QPointF) -> None:
        typeset = self._model.typeset_text(row)
        for annotation, level in levels(self._model.annotations(row)):
            assert annotation.quote is not None  # those without have no level
            colour, dash = underline_style(annotation.kind.value)
            painter.setPen(QPen(colour, 2, dash))
            first: QPointF | None = None
            for start, end in typeset.ranges(annotation.quote.start, annotation.quote.end):
                for box in lines.line_boxes(start, end):
                    y = round(origin.y() + lines.baseline_for_box(box) + 5 + level * _LEVEL)
                    first = first or QPointF(origin.x() + box.left(), y)
                    painter.drawLine(QPointF(origin.x() + box.left(), y), QPointF(origin.x() + box.right(), y))
            if first is not None:
                theme.draw_kind(painter, annotation.kind, QRectF(first.x() - 2, first.y() - 3.5, _SMALL, _SMALL))

    def sign_boxes(self, row: int, shift: float) -> Iterator[tuple[MarginSign, QRectF]]:
        """Return the first signs of a row and their positions in the margin."""
        return zip(self._model.signs(row)[:_MOST_SIGNS], self._slots(row, shift), strict=False)

    def _slots(self, row: int, shift: float) -> Iterator[QRectF]:
        """Return the positions of the signs and of the number of others: below each other as far as the row reaches."""
        flow = self._flow
        top = flow.top(row) + shift + flow.space_above(row)
        height = flow.height(row) - flow.space_above(row)
        left = flow.left(row) + (flow.width(row) - _SIGN_STEP if flow.cell(row) else _SIGN_INSET)
        first = flow.text_top(row) - flow.top(row) - flow.space_above(row) - flow.label_height(row)
        first += (flow.leading(row) - _SIGN_STEP) / 2
        fitting = max(int((height - first + 1) // _SIGN_STEP), 1)
        for n in range(_MOST_SIGNS + 1):
            column, line = divmod(n, fitting)
            yield QRectF(left + column * _SIGN_STEP, top + first + line * _SIGN_STEP, _SIGN_STEP, _SIGN_STEP)

    def sign_at(self, row: int, point: QPointF, shift: float) -> MarginSign | None:
        return next((sign for sign, box in self.sign_boxes(row, shift) if box.contains(point)), None)

    def _draw_signs(self, painter: QPainter, row: int, shift: float) -> None:
        for sign, box in self.sign_boxes(row, shift):
            draw_sign(painter, sign, box)
        more = len(self._model.signs(row)) - _MOST_SIGNS
        if more > 0:
            painter.setFont(theme.ui_font(theme.FINE))
            painter.setPen(theme.color("soft"))
            *_, last = self._slots(row, shift)
            painter.drawText(last, Qt.AlignmentFlag.AlignCenter, f"+{more}")
