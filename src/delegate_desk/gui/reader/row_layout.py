"""Layout and drawing of the reader’s rows: one under the other, the cells of a table side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout
from typing_extensions import override

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind
from delegate_desk.core.documents.document import Kind, Paragraph
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.gui.reader.paragraph_model import MarginSign, ParagraphModel
from delegate_desk.gui.widgets import icons, theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_painting import CURSOR_BAR, draw_cursor
from delegate_desk.gui.widgets.rows.variable_row_layout import VariableRowLayout
from delegate_desk.gui.widgets.text import our_marks
from delegate_desk.gui.widgets.text.page_metrics import (
    PageMetrics,
    TextLines,
    format_range,
    ground_format,
    lay_out_text,
    underline_style,
)

_CELL = re.compile(r"(?P<table>.*tbl_\d+(?:-\d+)?)__row_(?P<row>\d+)(?:-\d+)?__cell_(?P<column>\d+)(?:-\d+)?")
_NARROWEST, _WIDEST = 6, 60
"""The characters for which a column is made at least and at most."""
_LONGEST_WORD = 22
_PADDING = 3
_LINE = 70
"""The characters that fit on a line of the page."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """Position of a cell in its table, in fractions of the table's width.

    Attributes:
        band: The index of the first unit of its table row.
        first: True in the first row of the table.
    """

    band: int
    left: float
    width: float
    first: bool


def cells(units: Sequence[Paragraph]) -> dict[int, GridCell]:
    found = {
        index: match
        for index, unit in enumerate(units)
        if unit.kind is Kind.CELL and (match := _CELL.fullmatch(unit.address))
    }
    wanted: dict[str, dict[int, int]] = {}
    needed: dict[str, dict[int, int]] = {}
    for index, match in found.items():
        wants, needs = wanted.setdefault(match["table"], {}), needed.setdefault(match["table"], {})
        column, text = int(match["column"]), units[index].marked
        longest = max((len(line) for line in text.split("\n")), default=0)
        word = max((len(word) for word in text.split()), default=0)
        wants[column] = max(wants.get(column, _NARROWEST), min(longest, _WIDEST))
        needs[column] = max(needs.get(column, 0), min(word, _LONGEST_WORD) + _PADDING)
    widths = {table: _widths(wants, needed[table]) for table, wants in wanted.items()}
    made: dict[int, GridCell] = {}
    bands: dict[tuple[str, str], int] = {}
    for index, match in found.items():
        columns = widths[match["table"]]
        column = int(match["column"])
        left = sum(width for number, width in columns.items() if number < column)
        band = bands.setdefault((match["table"], match["row"]), index)
        made[index] = GridCell(band, left, columns[column], match["row"] == "1")
    return made


def _widths(wants: Mapping[int, int], needs: Mapping[int, int]) -> dict[int, float]:
    """Each column's part of the width: room for its longest word, and of the rest as much as it has to say."""
    spare = max(_LINE - sum(needs.values()), 0)
    more = {column: max(want - needs[column], 0) for column, want in wants.items()}
    every = sum(more.values())
    given = {column: needs[column] + (spare * more[column] / every if every else 0) for column in wants}
    total = sum(given.values())
    return {column: width / total for column, width in sorted(given.items())}


_NOTES_HEAD = 56
_NOTE_SCALE = 0.82
_LABEL_ROOM = 20
_CELL_PADDING = 10


class ParagraphLayout(VariableRowLayout[TextLines]):
    """The heights and tops of all rows on a page, in pixels from the top of the first row's box.

    A row's box reaches half a gap beyond its lines.
    """

    cache_limit = 400  # laying one out costs 0.1 ms, keeping one 30 kB

    def __init__(self, model: ParagraphModel) -> None:
        super().__init__()
        self._model = model
        self.page = PageMetrics(0, 0, 1, 17, 27, 14, 32)
        self._bands: list[float] = []
        self._cells: dict[int, GridCell] = {}

    def reset(self, page: PageMetrics) -> None:
        self.page = page
        self._cells = cells(self._model.units)
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
        return self.page.text_left + cell.left * self.page.measure if cell else self.page.left

    @override
    def width(self, row: int) -> float:
        cell = self._cells.get(row)
        return cell.width * self.page.measure if cell else self.page.width

    def cell(self, row: int) -> GridCell | None:
        return self._cells.get(row)

    def text_top(self, row: int) -> float:
        return self._tops[row] + self.space_above(row) + self.page.gap / 2 + self.label_height(row)

    @override
    def rows_between(self, top: float, bottom: float) -> range:
        seen = super().rows_between(top, bottom)
        return range(self._band(seen.start), seen.stop)

    @override
    def row_at(self, y: float, x: float | None = None) -> int:
        """The row at a height, the nearest one beyond both ends; of cells side by side that at ``x``, else the last."""
        row = super().row_at(y)
        if x is not None:
            while row > self._band(row) and x < self.left(row):
                row -= 1
        return row

    def _band(self, row: int) -> int:
        cell = self._cells.get(row)
        return cell.band if cell else row

    def lines(self, row: int) -> TextLines:
        return self.laid_out_row(row)

    @override
    def _lay_out(self, row: int) -> TextLines:
        heading, centred = self._model.is_heading(row), self.is_centred(row)
        setting = self._model.typeset_text(row)
        return lay_out_text(
            setting, self.font(row), self.measure(row), self.leading(row), heading=heading, centred=centred
        )

    @override
    def _exact_height(self, row: int) -> float:
        return self._outside(row) + self.lines(row).height

    def is_centred(self, row: int) -> bool:
        return row not in self._cells and self._model.is_centred(row)

    def text_left(self, row: int) -> float:
        if row in self._cells:
            return self.left(row) + _CELL_PADDING
        return self.page.text_left + self.page.step * self._model.step(row)

    def measure(self, row: int) -> float:
        if row in self._cells:
            return max(self.width(row) - 2 * _CELL_PADDING, self.page.size)
        return max(self.page.right - self.text_left(row) - 4, self.page.size * 6)

    def leading(self, row: int) -> float:
        return round(self.page.leading * _NOTE_SCALE) if self._model.is_note(row) else self.page.leading

    def font(self, row: int) -> QFont:
        return theme.reading_font(self.page.size * _NOTE_SCALE if self._model.is_note(row) else self.page.size)

    def space_above(self, row: int) -> float:
        """Room above a row's box: before headings, and before the first footnote."""
        if row == self._model.first_note:
            return _NOTES_HEAD
        begins = self._model.is_heading(row) and row > 0 and not self._model.is_heading(row - 1)
        return self.page.gap if begins else 0.0

    def label_height(self, row: int) -> float:
        """The height of a label that has a line of its own, 0 where it hangs in the margin."""
        return self.leading(row) if self.is_label_above(row) else 0.0

    def is_label_above(self, row: int) -> bool:
        unit = self._model.units[row]
        if not unit.label or (self._model.is_heading(row) and not unit.text):
            return False
        if self._model.is_heading(row):
            return True
        room = self.text_left(row) - self.page.left - _LABEL_ROOM
        return len(unit.label) > 4 and QFontMetricsF(self.font(row)).horizontalAdvance(unit.label) > room

    def _outside(self, row: int) -> float:
        return self.space_above(row) + self.page.gap + self.label_height(row)

    def _estimate(self, row: int) -> float:
        characters = len(self._model.units[row].marked)
        a_line = max(self.measure(row) / (self.page.size * 0.5), 8)
        return self._outside(row) + max(1, -(-characters // int(a_line))) * self.leading(row)

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
"""Of the lines under words: how far one under the other, how many, and how large the sign is that begins each."""


def levels(annotations: Iterable[Annotation]) -> list[tuple[Annotation, int]]:
    """The annotations on words, each with the line that it is drawn on: those that overlap share none, of three."""
    placed: list[tuple[Annotation, int]] = []
    for annotation in annotations:
        quote = annotation.quote
        if quote is None:
            continue
        taken = {
            level
            for other, level in placed
            if other.quote and other.quote.start < quote.end and quote.start < other.quote.end
        }
        free = next((level for level in range(_LEVELS) if level not in taken), len(placed) % _LEVELS)
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
    if isinstance(meaning, Stance) and meaning.value not in set(AnnotationKind):
        painter.setFont(theme.ui_font(theme.BASE, bold=True))
        painter.setPen(theme.color(terms.STANCE_ROLES[meaning]))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, terms.STANCE_SIGNS[meaning])
    elif meaning is not None:
        icons.draw_kind(painter, AnnotationKind(meaning.value), square)
    else:
        painter.setFont(theme.ui_font(theme.BASE, bold=True))
        painter.setPen(theme.color("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, terms.STANCE_SIGNS[Stance.SUPPORT_IF])


class ParagraphPainter:
    """Draws rows at the heights that the flow gives them."""

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
        """Draw a row; ``shift`` is what its height in the flow lacks to where it is seen."""
        flow = self._flow
        top = flow.top(row) + shift
        if row == self._model.first_note:
            self._draw_notes_head(painter, top)
        box = QRectF(
            flow.left(row), top + flow.space_above(row), flow.width(row), flow.height(row) - flow.space_above(row)
        )
        if current:
            draw_cursor(painter, box.adjusted(-CURSOR_BAR, 0, 0, 0), focused=focused)
        if flow.cell(row) is not None:
            self._draw_rules(painter, row, box)
        text_top = flow.text_top(row) + shift
        lines = flow.lines(row)
        self._draw_label(painter, row, text_top, lines)
        origin = QPointF(flow.text_left(row), text_top)
        painter.setPen(theme.color("soft" if self._model.is_note(row) else "ink"))
        lines.layout.draw(painter, origin, self._grounds(row, lines, chosen))
        if self._model.proposal(row):
            our_marks.draw(painter, self._model.typeset_text(row), lines, origin)
        self._draw_underlines(painter, row, lines, origin)
        self._draw_signs(painter, row, shift)

    def draw_caret(self, painter: QPainter, row: int, at: int, shift: float) -> None:
        caret = self._flow.lines(row).caret(at).translated(self._flow.text_left(row), self._flow.text_top(row) + shift)
        painter.fillRect(QRectF(round(caret.x()), caret.y() + 4, 1, caret.height() - 8), theme.color("accent"))

    def draw_link(self, painter: QPainter, link: tuple[int, int, int], shift: float) -> None:
        row, start, end = link
        lines = self._flow.lines(row)
        corner = QPointF(self._flow.text_left(row), self._flow.text_top(row) + shift)
        painter.setPen(QPen(theme.color("accent"), 1))
        for box in lines.line_boxes(start, end):
            y = round(corner.y() + lines.baseline_for_box(box) + 3) + 0.5
            painter.drawLine(QPointF(corner.x() + box.left(), y), QPointF(corner.x() + box.right(), y))

    def _draw_rules(self, painter: QPainter, row: int, box: QRectF) -> None:
        cell = self._flow.cell(row)
        painter.setPen(theme.color("hairline"))
        for y in (box.top(), box.bottom()) if cell and cell.first else (box.bottom(),):
            painter.drawLine(QPointF(box.left(), round(y) + 0.5), QPointF(box.right(), round(y) + 0.5))

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
            above = 0.0
        else:
            above = leading if flow.is_label_above(row) else 0.0
            font.setItalic(flow.is_centred(row))  # the number of an article, as the Official Journal sets it
        painter.setFont(font)
        baseline = text_top - above + lines.baseline()
        if flow.is_centred(row):
            left += (flow.measure(row) - painter.fontMetrics().horizontalAdvance(unit.label)) / 2
        elif not above and not self._model.is_heading(row):
            left -= _LABEL_GAP + painter.fontMetrics().horizontalAdvance(unit.label)
        painter.drawText(QPointF(left, baseline), unit.label)

    def _grounds(self, row: int, lines: TextLines, chosen: tuple[int, int] | None) -> list[QTextLayout.FormatRange]:
        """Hits, the hit at hand, and the words chosen, in this order one over the other."""
        made = [format_range(lines.text, start, end, ground_format("hit")) for start, end in self.hits.get(row, ())]
        if self.current_hit and self.current_hit[0] == row:
            look = ground_format("hit")
            look.setFontUnderline(True)
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setFontWeight(QFont.Weight.Normal)
            made.append(format_range(lines.text, *self.current_hit[1:], look))
        if chosen and chosen[0] < chosen[1]:
            made.append(format_range(lines.text, *chosen, ground_format("selection")))
        return made

    def _draw_underlines(self, painter: QPainter, row: int, lines: TextLines, origin: QPointF) -> None:
        setting = self._model.typeset_text(row)
        for annotation, level in levels(self._model.annotations(row)):
            assert annotation.quote is not None  # those without have no level
            colour, dash = underline_style(annotation.kind.value)
            painter.setPen(QPen(colour, 2, dash))
            first: QPointF | None = None
            for start, end in setting.ranges(annotation.quote.start, annotation.quote.end):
                for box in lines.line_boxes(start, end):
                    y = round(origin.y() + lines.baseline_for_box(box) + 5 + level * _LEVEL)
                    first = first or QPointF(origin.x() + box.left(), y)
                    painter.drawLine(QPointF(origin.x() + box.left(), y), QPointF(origin.x() + box.right(), y))
            if first is not None:
                icons.draw_kind(painter, annotation.kind, QRectF(first.x() - 2, first.y() - 3.5, _SMALL, _SMALL))

    def sign_boxes(self, row: int, shift: float) -> Iterator[tuple[MarginSign, QRectF]]:
        """The first signs of a row and their places in the margin, as many one under the other as it has room for."""
        flow, signs = self._flow, self._model.signs(row)
        top = flow.top(row) + shift + flow.space_above(row)
        height = flow.height(row) - flow.space_above(row)
        left = flow.left(row) + (flow.width(row) - 2 * _SIGN_STEP if flow.cell(row) else _SIGN_INSET)
        first = flow.page.gap / 2 + (flow.leading(row) - _SIGN_STEP) / 2
        fitting = max(int((height - first) // _SIGN_STEP), 1)
        for n, sign in enumerate(signs[:_MOST_SIGNS]):
            column, line = divmod(n, fitting)
            yield (
                sign,
                QRectF(left + column * _SIGN_STEP, top + first + line * _SIGN_STEP, _SIGN_STEP, _SIGN_STEP),
            )

    def sign_at(self, row: int, point: QPointF, shift: float) -> MarginSign | None:
        return next((sign for sign, box in self.sign_boxes(row, shift) if box.contains(point)), None)

    def _draw_signs(self, painter: QPainter, row: int, shift: float) -> None:
        last = QRectF()
        for sign, box in self.sign_boxes(row, shift):
            draw_sign(painter, sign, box)
            last = box
        more = len(self._model.signs(row)) - _MOST_SIGNS
        if more > 0:
            painter.setFont(theme.ui_font(theme.FINE))
            painter.setPen(theme.color("soft"))
            painter.drawText(last.translated(_SIGN_STEP, 0), Qt.AlignmentFlag.AlignCenter, f"+{more}")

    def _draw_notes_head(self, painter: QPainter, top: float) -> None:
        page = self._flow.page
        y = round(top + 14) + 0.5
        painter.setPen(theme.color("hairline"))
        painter.drawLine(QPointF(page.left, y), QPointF(page.right, y))
        painter.setFont(theme.ui_font(theme.FINE, bold=True))
        painter.setPen(theme.color("soft"))
        painter.drawText(QPointF(page.text_left, y + 26), self._footnotes)
