"""The document in the reader: its header and paragraphs, scrolled by the pixel; keys and mouse select words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.documents.columns import column_names, is_row, row_of
from delegate_desk.core.documents.corrections import CorrectableField, Correction
from delegate_desk.core.documents.document import Address, LibraryDocument
from delegate_desk.gui.reader.paragraph_model import (
    TEXT_COLUMNS,
    ParagraphModel,
    ReaderDocument,
    Selection,
    TextPosition,
    word_at,
)
from delegate_desk.gui.reader.row_layout import ParagraphLayout, ParagraphPainter
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import Index
from delegate_desk.gui.widgets.rows.rows_view import TickScrollBar, ZoomableRows
from delegate_desk.gui.widgets.text.page_metrics import (
    PageMetrics,
    TextLines,
    format_range,
    lay_out_plain,
    metrics_for_pane,
)
from delegate_desk.gui.widgets.text.text_find import Found

_TOP = 16
_SIDE_STEP = 40
_BOTTOM = 8
_NAMES_MARGIN = 6
_LONG = 200
"""Rows from which a text is laid out beside the scroll bar that it will have, not again once that is shown."""


class DocumentHeader:
    def __init__(self, shown: ReaderDocument, page: PageMetrics, *, bare: bool = False, larger: float = 1.0) -> None:
        document = shown.library_document
        self._page = page
        self.corrected = format_corrections(shown.corrections)
        remarks = terms.join_statements(terms.reading_remark_label(remark) for remark in shown.document.remarks)
        rows = [
            (remarks[:1].upper() + remarks[1:], "scrutiny_reservation"),
            (format_unplaced_count(len(shown.unplaced)), "scrutiny_reservation"),
            (self.corrected, "soft"),
        ]
        rows = [] if bare else [value for value in rows if value[0]]
        title_font = theme.reading_font(theme.TITLE * larger)
        title_font.setWeight(QFont.Weight.DemiBold)
        lines = [
            (first_line(document), theme.ui_font(theme.LARGE * larger), 21.0 * larger, 0.0, "soft"),
            (second_line(document), theme.ui_font(theme.BASE * larger), 19.0 * larger, 3.0, "soft"),
            (document.header.subject, title_font, 26.0 * larger, 12.0, "ink"),
            *((text, theme.ui_font(theme.SMALL), 19.0, 0.0 if n else 8.0, role) for n, (text, role) in enumerate(rows)),
        ]
        self._texts = [text for text, *_ in lines if text]
        name_format = QTextCharFormat()
        name_format.setFontWeight(QFont.Weight.DemiBold)
        name_format.setForeground(theme.color("ink"))
        self._rows: list[tuple[TextLines, float, str]] = []
        self.correction = QRectF()
        y = float(_TOP)
        for n, (text, font, leading, gap, role) in enumerate(lines):
            if text:
                formats = [] if n else [format_range(text, 0, len(document.name), name_format)]
                block = lay_out_plain(text, font, page.measure, leading, formats)
                self._rows.append((block, y + gap, role))
                if text == self.corrected:
                    box = QRectF(page.text_left, y + gap, block.layout.lineAt(0).naturalTextWidth(), block.height)
                    self.correction = box
                y += gap + block.height
        self.rule = round(y + 14) + 0.5
        self.height = self.rule + _BOTTOM

    def accessible_text(self) -> str:
        return ". ".join(text.rstrip(".") for text in self._texts)

    def draw(self, painter: QPainter, top: float) -> None:
        for block, y, role in self._rows:
            painter.setPen(theme.color(role))
            block.layout.draw(painter, QPointF(self._page.text_left, top + y))
        painter.setPen(theme.color("hairline"))
        y = top + self.rule
        painter.drawLine(QPointF(self._page.left, y), QPointF(self._page.right, y))


def first_line(document: LibraryDocument) -> str:
    """Return reference, type and date: ``ST 12862/19 · Outcome of proceedings · 8 October 2019``."""
    header = document.header
    kind = terms.document_type_label(header.document_type) if header.document_type else header.document_type_label
    date = terms.format_day(header.date) if header.date else None
    return " · ".join(part for part in (document.name, kind, date) if part)


def second_line(document: LibraryDocument) -> str:
    header = document.header
    parts = [" → ".join(part for part in (header.sender, header.recipient) if part)]
    parts.append(", ".join(map(str, header.subject_codes)))
    parts.append(", ".join(header.interinstitutional_files))
    if header.previous_documents:
        previous = ", ".join(map(str, header.previous_documents))
        parts.append(QCoreApplication.translate("DocumentHeader", "previous: {documents}").format(documents=previous))
    return " · ".join(part for part in parts if part)


def format_unplaced_count(count: int) -> str:
    if not count:
        return ""
    singular = QCoreApplication.translate("DocumentHeader", "1 note or position entry could not be placed")
    plural = QCoreApplication.translate("DocumentHeader", "{n} notes or position entries could not be placed")
    key = key_bindings.first_key_text("action_unplaced")
    return terms.format_count(count, singular, plural) + (f": {key}." if key else ".")


def format_corrections(corrections: Sequence[Correction]) -> str:
    corrected = [correction.field for correction in corrections if correction.field is not CorrectableField.SHORT_TITLE]
    fields = ", ".join(map(terms.header_field_label, corrected))
    return QCoreApplication.translate("DocumentHeader", "Edited: {fields}").format(fields=fields) if fields else ""


_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def handle_key(paper: DocumentView, event: QKeyEvent) -> bool:
    if not paper.paragraphs.units:
        return False
    shift, control = bool(event.modifiers() & _SHIFT), bool(event.modifiers() & _CONTROL)
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return False
    key = Qt.Key(event.key())
    if shift and control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        paper.extend(paper.selection.step_sentence(_extension_start(paper), 1 if key is Qt.Key.Key_Down else -1))
    elif event.text() in _SENTENCES and not control:
        row = paper.current_row()
        sentence = paper.selection.other_sentence(row, _SENTENCES[event.text()])
        if sentence is not None:
            paper.selection.choose(row, *sentence)
            paper.extend(TextPosition(row, sentence[1]))
    elif shift and key in _CHOOSING:
        _choose(paper, key, control=control)
    elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        start, bounds, step = _selection_start(paper), paper.selection.bounds(), 1 if key is Qt.Key.Key_Right else -1
        if bounds and not control:
            position = bounds[1] if step > 0 else bounds[0]
        else:
            position = paper.selection.step(start, step, word=control) if paper.caret_shown else start
        paper.selection.clear()
        paper.selection.set_caret(position)
        paper.extend(position)
    elif key is Qt.Key.Key_Escape and not paper.selection.is_empty():
        paper.go_to_row(paper.current_row())
    elif event.text().isdecimal() and not control:
        paper.digit_typed.emit(event.text())
    else:
        return paper.move_by_key(event)
    return True


_SENTENCES = {".": 1, ",": -1}
"""Keys that select the next or the previous sentence."""
_CHOOSING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


def _selection_start(paper: DocumentView) -> TextPosition:
    """Return the start of a selection: the caret in the current row, else the beginning of that row."""
    caret = paper.selection.caret
    return caret if caret and caret.row == paper.current_row() else TextPosition(paper.current_row(), 0)


def _extension_start(paper: DocumentView) -> TextPosition:
    """Return the end from which the selection continues; a new selection starts there."""
    start = _selection_start(paper)
    if paper.selection.anchor is None or paper.selection.caret != start:
        paper.selection.clear()
        paper.selection.set_caret(start)
    return start


def _choose(paper: DocumentView, key: Qt.Key, *, control: bool) -> None:
    start = _extension_start(paper)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        position = paper.selection.step(start, 1 if key is Qt.Key.Key_Right else -1, word=control)
    elif key is Qt.Key.Key_Home:
        position = TextPosition(0 if control else start.row, 0)
    elif key is Qt.Key.Key_End:
        position = paper.selection.end(len(paper.paragraphs.units) - 1 if control else start.row)
    else:
        lines = paper.row_layout.laid_out_row(start.row)
        target = lines.caret(start.at).center()
        target.setY(target.y() + (lines.leading if key is Qt.Key.Key_Down else -lines.leading))
        if 0 <= target.y() < lines.height:
            position = TextPosition(start.row, lines.offset_at(target))
        elif key is Qt.Key.Key_Up:
            position = paper.selection.end(start.row - 1) if start.row else TextPosition(0, 0)
        else:
            is_last = start.row + 1 == len(paper.paragraphs.units)
            position = paper.selection.end(start.row) if is_last else TextPosition(start.row + 1, 0)
    paper.extend(position)


class DocumentView(ZoomableRows):
    row_layout: ParagraphLayout

    row_changed = Signal(int)
    selection_changed = Signal()
    digit_typed = Signal(str)
    footnote_requested = Signal(str)
    header_requested = Signal()
    section_requested = Signal(int)
    head_pressed = Signal()
    head_dragged = Signal()
    menu_requested = Signal(object)
    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraphs = ParagraphModel(self)
        self.row_layout = ParagraphLayout(self.paragraphs)
        self.header: DocumentHeader | None = None
        self._set_up(self.paragraphs)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.selection = Selection(self.paragraphs)
        self.rows_painter = ParagraphPainter(self.paragraphs, self.row_layout, self.tr("Footnotes"))
        self.caret_shown = False
        self.link: tuple[int, int, int] | None = None
        self._since_double_click = QElapsedTimer()
        self._head_press: QPoint | None = None
        self.column_names: tuple[str, ...] = ()
        self.tick_bar = TickScrollBar(self._shares, self)
        self.setVerticalScrollBar(self.tick_bar)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.rebuild)

    # Content

    @override
    def _page_width(self) -> int:
        bar = self.verticalScrollBar()
        is_coming = bar.maximum() == 0 and len(self.paragraphs.units) > _LONG
        return super()._page_width() - is_coming * bar.sizeHint().width()

    @override
    def _measure(self) -> None:
        measures = metrics_for_pane(self._built_width, self.reading_size, self.window().width())
        shown = self.paragraphs.shown
        self.header = DocumentHeader(shown, measures) if shown else None
        self.row_layout.reset(measures)

    @override
    def _header_height(self) -> float:
        return self.header.height if self.header else 0.0

    def show_document(self, shown: ReaderDocument) -> None:
        self.selection.clear()
        self.row_layout.hidden = frozenset()
        self.highlight({})
        self.paragraphs.show(shown)
        self.column_names = tuple(map(terms.column_label, column_names(shown.document)))
        self.rebuild()
        self.verticalScrollBar().setValue(0)
        if self.paragraphs.units:
            self.setCurrentIndex(self.paragraphs.index(0))
        self.verticalScrollBar().setValue(0)

    def refresh(self, shown: ReaderDocument) -> None:
        self._lay_out_again(self.paragraphs.refresh(shown))

    def relayout_rows(self, rows: Iterable[int]) -> None:
        self.selection.clear()
        self._lay_out_again(rows)

    def highlight(self, hits: Mapping[int, Sequence[tuple[int, int]]], current_hit: Found | None = None) -> None:
        self.rows_painter.hits, self.rows_painter.current_hit = hits, current_hit
        self.tick_bar.show_ticks(list(hits), current_hit[0] if current_hit else -1)
        self.viewport().update()

    @override
    def go_to_row(self, row: int, *, far: bool = False) -> None:
        self._drop_selection()
        if self.row_layout.is_hidden(row):
            self.hide_columns(frozenset())
        super().go_to_row(row, far=far)

    @override
    def step(self, by: int) -> None:
        row = self.current_row() + by
        while self.row_layout.is_hidden(row):
            row += by
        self.go_to_row(min(max(row, 0), self.row_count() - 1))

    def hide_columns(self, hidden: frozenset[int]) -> None:
        """Hide some columns of wide tables, from 0, so that the others have more space."""
        self._drop_selection()
        self.row_layout.hidden = hidden
        row = self.current_row()
        band = [n for n in range(self.row_count()) if self.row_layout.is_same_band(row, n)]
        if self.row_layout.is_hidden(row):
            shown = [n for n in band if not self.row_layout.is_hidden(n)]
            self.setCurrentIndex(self.paragraphs.index(shown[0] if shown else row))
        self.rebuild()
        self.columns_changed.emit()

    @override
    def _turn_page(self, by: int) -> None:
        self._drop_selection()
        super()._turn_page(by)

    def _drop_selection(self) -> None:
        if not self.selection.is_empty():
            self.selection.clear()
            self.selection_changed.emit()
        self.caret_shown = False

    def position_at(self, point: QPoint) -> TextPosition | None:
        """Return the text position nearest to a point of the viewport; None above the first row."""
        y = point.y() + self.verticalScrollBar().value() - self._header_height()
        if y < 0 or not self.paragraphs.units:
            return None
        row = self.row_layout.row_at(y, point.x())
        local = QPointF(point.x() - self.row_layout.text_left(row), y - self.row_layout.text_top(row))
        return TextPosition(row, self.row_layout.laid_out_row(row).offset_at(local))

    def is_correction_at(self, point: QPoint) -> bool:
        scrolled = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        return self.header is not None and self.header.correction.contains(scrolled)

    def call_at(self, point: QPoint) -> Address | None:
        span = self.call_span_at(point)
        return span[0] if span else None

    def call_span_at(self, point: QPoint) -> tuple[Address, int, int, int] | None:
        """Return the footnote whose reference is at a point, the row of the reference, and its span there."""
        position = self.position_at(point)
        if position is None:
            return None
        for start, end, call in self.paragraphs.typeset_text(position.row).calls:
            if self.is_text_at(position.row, start, end, point):
                return call.note, position.row, start, end
        return None

    def is_text_at(self, row: int, start: int, end: int, point: QPoint) -> bool:
        return any(box.contains(point) for box in self._span_boxes(row, start, end))

    def box_for_span(self, row: int, start: int, end: int) -> QRect:
        boxes = self._span_boxes(row, start, end)
        return boxes[0].toAlignedRect() if boxes else self.visualRect(self.paragraphs.index(row))

    def _span_boxes(self, row: int, start: int, end: int) -> list[QRectF]:
        corner = QPointF(self.row_layout.text_left(row), self.row_layout.text_top(row) + self._shift())
        return [box.translated(corner) for box in self.row_layout.laid_out_row(row).line_boxes(start, end)]

    def extend(self, position: TextPosition) -> None:
        self.selection.set_caret(position, extend=True)
        self.caret_shown = True
        if position.row != self.current_row():
            self.setCurrentIndex(self.paragraphs.index(position.row))
            self._scroll_to_row(position.row)
        self.viewport().update()
        self.selection_changed.emit()

    def popup_below_row(self, menu: QMenu) -> None:
        """Show a menu under the current row, its first entry active; it is deleted when it is closed."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = self.visualRect(self.currentIndex())
        menu.popup(self.viewport().mapToGlobal(QPoint(box.left() + 24, box.bottom())))
        if menu.actions()[0].isEnabled():
            menu.setActiveAction(menu.actions()[0])

    # Events

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.row_changed.emit(current.row())

    @override
    def _draw_row(self, painter: QPainter, row: int, shift: float) -> None:
        current = self.row_layout.is_same_band(row, self.current_row())
        chosen = self.selection.in_row(row)
        self.rows_painter.draw(painter, row, shift, chosen, current=current, focused=self.hasFocus())

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        bar = self.horizontalScrollBar()
        bar.setRange(0, self.row_layout.overflow)
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(_SIDE_STEP)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.row_layout.scrolled = self.horizontalScrollBar().value()
        super().scrollContentsBy(dx, dy)

    @override
    def _scroll_to_row(self, row: int, *, third: bool = False) -> None:
        super()._scroll_to_row(row, third=third)
        fixed = self.row_layout.first_column_width(row)
        if fixed:  # a cell that scrolls sideways
            bar, left = self.horizontalScrollBar(), self.row_layout.left(row)
            beyond = left + self.row_layout.width(row) - self.viewport().width()
            bar.setValue(round(bar.value() + min(left - fixed, 0) + max(beyond, 0)))

    @override
    def _covered_height(self, row: int) -> float:
        header = self.row_layout.header_rows(row)
        if self.column_names and self._has_columns(row):
            return self.fontMetrics().height() + 2 * _NAMES_MARGIN
        return self.row_layout.height(header.start) if header and row not in header else 0.0

    def _has_columns(self, row: int) -> bool:
        address = self.paragraphs.units[row].address
        return is_row(address) or row_of(address) is not None

    def names_at_top(self) -> list[tuple[str, QRectF]]:
        """Return the column names of a four-column document with their positions, while its rows are at the top."""
        if not (self.column_names and self.paragraphs.units):
            return []
        row = self.row_layout.row_at(-self._shift())
        if not self._has_columns(row) or self.row_layout.top(row) + self._shift() > 0:
            return []
        height = self.fontMetrics().height() + 2 * _NAMES_MARGIN
        names = []
        for n, name in enumerate(self.column_names):
            if n not in self.row_layout.hidden:
                x, width = self.row_layout.column_span(TEXT_COLUMNS, n)
                names.append((name, QRectF(x, 0, width, height)))
        return names

    @override
    def _draw_over(self, painter: QPainter, shift: float) -> None:
        for name, place in reversed(self.names_at_top()):  # the first column covers those scrolled below it
            painter.fillRect(place, theme.color("canvas"))
            painter.setPen(theme.color("soft"))
            text_rect = place.adjusted(2 * _NAMES_MARGIN, 0, -2 * _NAMES_MARGIN, 0)
            painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        layout = self.row_layout
        sticky = layout.header_rows(layout.row_at(-self._shift())) if self.paragraphs.units else range(0)
        if sticky and layout.top(sticky.start) + self._shift() < 0:  # scrolled out of sight
            cell = layout.cell(sticky.start)
            assert cell is not None  # it has a header
            assert cell.table is not None
            last = cell.table.rows[-1]
            left_of_table = layout.top(last) + layout.height(last) + self._shift()
            own_shift = min(left_of_table - layout.height(sticky.start), 0.0) - layout.top(sticky.start)
            for row in sticky:
                self.rows_painter.draw(painter, row, own_shift, None, current=False)
        if self.header and shift > 0:
            self.header.draw(painter, shift - self._header_height())
        if self.link:
            row, start, end = self.link
            y, lines = layout.text_top(row) + shift, layout.laid_out_row(row)
            painter.setPen(QPen(theme.color("accent"), 1))
            for box in lines.line_boxes(start, end):
                underline_y = round(y + lines.baseline_for_box(box) + 3) + 0.5
                box.translate(layout.text_left(row), 0)
                painter.drawLine(QPointF(box.left(), underline_y), QPointF(box.right(), underline_y))
        position = self.selection.caret
        if position and self.caret_shown and self.hasFocus():
            caret = layout.laid_out_row(position.row).caret(position.at)
            caret.translate(layout.text_left(position.row), layout.text_top(position.row) + shift)
            painter.fillRect(QRectF(round(caret.x()), caret.y() + 4, 1, caret.height() - 8), theme.color("accent"))
        super()._draw_over(painter, shift)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not handle_key(self, event):
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            self._head_press = None
            return
        if self.is_correction_at(point):
            self.header_requested.emit()
            return
        position = self.position_at(point)
        self._head_press = point if position is None else None
        if position is None:
            self.head_pressed.emit()
            return
        call = self.call_at(point)
        if call is not None:
            self.footnote_requested.emit(call)
            return
        sign = self.rows_painter.sign_at(position.row, QPointF(point), self._shift())
        if sign is not None:
            self.go_to_row(position.row)
            self.section_requested.emit(sign.section)
            return
        self.caret_shown = True
        timer = self._since_double_click
        if timer.isValid() and not timer.hasExpired(QApplication.doubleClickInterval()):  # the third click
            self.selection.choose(position.row, 0, self.selection.end(position.row).at)
        else:
            self.selection.set_caret(position, extend=bool(event.modifiers() & _SHIFT))
        self.setCurrentIndex(self.paragraphs.index(position.row))
        self.viewport().update()
        self.selection_changed.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            letter = self.position_at(point)
            sign = self.rows_painter.sign_at(letter.row, QPointF(point), self._shift()) if letter is not None else None
            is_clickable = self.is_correction_at(point) or self.call_at(point) is not None or sign is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_clickable else Qt.CursorShape.IBeamCursor)
            return
        if self._head_press is not None:
            if (point - self._head_press).manhattanLength() >= QApplication.startDragDistance():
                self._head_press = None
                self.head_dragged.emit()
            return
        letter = self.position_at(point)
        if letter is not None and self.selection.anchor is not None:
            if not self.viewport().rect().contains(point):  # the selection extends beyond the pane
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + (bar.singleStep() if point.y() > 0 else -bar.singleStep()))
            self.extend(letter)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position().toPoint())
        if position is not None:
            self._since_double_click.start()
            self.selection.choose(position.row, *word_at(self.paragraphs.typeset_text(position.row).text, position.at))
            self.viewport().update()
            self.selection_changed.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            position = self.position_at(event.pos())
            if position is not None and self.selection.in_row(position.row) is None:
                self.go_to_row(position.row)
            self.menu_requested.emit(event.globalPos())
        else:
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(corner))
