"""Lists of changes in tabs: group heads, marked words under a line with their outcome, or a sentence if it is empty."""

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QLayout, QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import Place
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.desk import Desk
from delegate_desk.gui.tab_page import RefreshingView
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import column_layout, label, set_part
from delegate_desk.gui.widgets.display_widgets import HEIGHT, WIDTH, draw_measure
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.change_list_model import (
    ChangedPassage,
    ChangeListHead,
    ChangeListModel,
    ChangeListRow,
    Row,
    RowAction,
)
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    RowMenus,
    add_action,
    column_geometry,
    column_margins,
    draw_chevron,
    draw_chip,
    draw_cursor,
    write_line,
)
from delegate_desk.gui.widgets.rows.rows_view import RowsView, VariableRowLayout
from delegate_desk.gui.widgets.text import page_metrics
from delegate_desk.gui.widgets.text.page_metrics import TextLines, format_range, lay_out_plain, lay_out_text
from delegate_desk.gui.widgets.text.paragraph_text import TypesetText

HEAD = 24
LEADING = 24.0
_SMALL = 18.0
_GAP = 4
_BESIDE = 132
"""Space kept free at the right of words without a heading."""
NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class PassageLines:
    """Words in lines.

    Attributes:
        passage: The passage of the words; None for others.
        top: Offset from the top of the row.
    """

    lines: TextLines
    top: float
    passage: ChangedPassage | None = None


@dataclass(frozen=True, slots=True)
class ChangeLines:
    """A row in lines, from top to bottom.

    Attributes:
        heading: Our words on the paragraph if they fit, else the description of the row.
        aside: The description after our words.
    """

    pieces: tuple[PassageLines, ...]
    height: float
    heading: str
    aside: str = ""


def _typeset(passage: ChangedPassage) -> TypesetText:
    note = [(WordChange.EQUAL, f"  {passage.note}")] if passage.note else []
    return page_metrics.typeset_words(
        [*passage.words, *note], page_metrics.OURS if passage.ours else page_metrics.THEIRS
    )


def _counted_words_text(words: Iterable[tuple[WordChange, str, bool]]) -> tuple[str, list[QTextLayout.FormatRange]]:
    """Return the significant words, each after a sign that says whether the text adopted it; deletions are struck."""
    text, spans = "", []
    for change, word, is_adopted in words:
        text += "   " if text else ""
        begin = len(text)
        text += f"{'✓' if is_adopted else '–'}\u00a0{word.replace(' ', NO_BREAK)}"
        role = "support" if is_adopted else "soft"
        spans += [(begin, begin + 2, role, False), (begin + 2, len(text), role, change is WordChange.DELETE)]
    ranges = []
    for begin, end, role, is_struck in spans:
        style = QTextCharFormat()
        style.setForeground(theme.color(role))
        style.setFontStrikeOut(is_struck)
        ranges.append(format_range(text, begin, end, style))
    return text, ranges


MARGIN = 78
HEADING = 40
PADDING = 6
_END = 12
_USUAL = 2.5 * LEADING
"""Approximate height of a passage."""


class ChangeListLayout(VariableRowLayout[ChangeLines]):
    """Heights and tops of all rows; a row that is not a head has lines."""

    cache_limit = 200

    def __init__(self, model: ChangeListModel, current: Callable[[], int]) -> None:
        """Begin; ``current`` returns the current row, which is higher by its actions."""
        super().__init__()
        self._model, self._current = model, current
        self._pane = 0

    def reset(self, pane: int) -> None:
        """Start again in a pane of some width, with all heights estimated."""
        self._pane = pane
        self._reset_heights([self._estimate(row) for row in self._model.rows])

    @override
    def _lay_out(self, row: int) -> ChangeLines:
        item = self._model.rows[row]
        assert not isinstance(item, ChangeListHead)  # a head has no lines
        pieces: list[PassageLines] = []
        top = 0.0 if item.is_plain else float(HEAD)
        width = max(self.measure - (_BESIDE if item.is_plain else 0), 40.0)

        def add_lines(lines: TextLines, passage: ChangedPassage | None = None) -> None:
            nonlocal top
            pieces.append(PassageLines(lines, top, passage))
            top += lines.height + _GAP

        comment = " ".join(item.comment.split())
        space = width - _BESIDE - QFontMetricsF(theme.ui_font(theme.SMALL)).horizontalAdvance(item.outcome)
        comment_width = QFontMetricsF(theme.ui_font(bold=True)).horizontalAdvance(comment)
        is_heading = item.sign is not None and 0 < comment_width <= space
        if comment and not is_heading:
            add_lines(lay_out_plain(comment, theme.ui_font(), width, 20.0))
        for passage in item.passages:
            setting, begin = _typeset(passage), sum(len(words) for _, words in passage.words)
            small = QTextCharFormat()
            small.setFont(theme.ui_font(theme.FINE))
            small.setForeground(theme.color("soft"))
            note = format_range(setting.text, begin, len(setting.text), small)
            add_lines(lay_out_text(setting, theme.reading_font(theme.LARGE), width, LEADING, more=[note]), passage)
        if item.counted_words:
            text, ranges = _counted_words_text(item.counted_words)
            add_lines(lay_out_plain(text, theme.ui_font(theme.SMALL), width, _SMALL, ranges))
        heading = (comment, item.title) if is_heading else (item.title, "")
        return ChangeLines(tuple(pieces), top + _GAP, *heading)

    @override
    def _exact_height(self, row: int) -> float:
        item = self._model.rows[row]
        if isinstance(item, ChangeListHead):
            return HEADING
        boxes = action_boxes(item, 0, 0.0, self.measure) if row == self._current() else ()
        lines = len({box.top() for _, box in boxes})
        return self.laid_out_row(row).height + 2 * PADDING + lines * _ACTIONS

    @property
    def measure(self) -> int:
        return column_geometry(self._pane)[1] - MARGIN - _END

    @property
    @override
    def page_leading(self) -> float:
        return LEADING

    @override
    def left(self, row: int) -> float:
        return column_geometry(self._pane)[0]

    @override
    def width(self, row: int) -> float:
        return column_geometry(self._pane)[1]

    def _estimate(self, row: Row) -> float:
        """Return the approximate height of a row without counting letters, as there may be thousands of rows."""
        if isinstance(row, ChangeListHead):
            return HEADING
        return HEAD + _USUAL * len(row.passages) + (LEADING if row.comment else 0) + 3 * PADDING


_ACTIONS = 24
"""Height of a line of actions."""
_BETWEEN = 20


def action_boxes(row: ChangeListRow, left: int, top: float, width: int) -> Iterator[tuple[RowAction, QRectF]]:
    metrics, x = QFontMetricsF(theme.ui_font(theme.SMALL, bold=True)), 0.0
    for action in row.actions:
        action_width = metrics.horizontalAdvance(_action_text(action)) + 1
        if x and x + action_width > width:
            x, top = 0.0, top + _ACTIONS
        yield action, QRectF(left + x, top, action_width, _ACTIONS)
        x += action_width + _BETWEEN


def _action_text(action: RowAction) -> str:
    return f"{action.text}{NO_BREAK}{NO_BREAK}{action.key_text}".strip()


_CHIP = 18


def paint_row(painter: QPainter, row: ChangeListRow, area: QRect, layout: ChangeLines) -> None:
    top = area.top() + PADDING
    line = QRect(area.left() + MARGIN, top, area.width() - MARGIN - 12, HEAD)
    margin = QRect(area.left() + 8, top, MARGIN - 20, HEAD)
    for size in (theme.LARGE, theme.BASE, theme.SMALL, theme.FINE):
        font = theme.reading_font(size)
        if QFontMetricsF(font).horizontalAdvance(row.label) <= margin.width():
            break
    write_line(painter, margin, row.label, "soft", font=font, align=RIGHT)
    x = write_line(painter, line, row.outcome, row.role, bold=bool(row.outcome), size=theme.SMALL, align=RIGHT)
    if row.measure is not None:
        x -= 10 + WIDTH
        draw_measure(painter, row.measure, row.role, QRectF(x, line.center().y() - HEIGHT / 2 + 0.5, WIDTH, HEIGHT))
    line.setRight(x - 12)
    if row.sign is not None:
        theme.draw_kind(painter, row.sign, QRectF(line.left(), line.center().y() - 5, 11, 11))
        line.setLeft(line.left() + 19)
    if row.is_folded is not None:
        draw_chevron(painter, QPointF(line.left() + 5, line.center().y()), is_down=not row.is_folded)
        line.setLeft(line.left() + 19)
    line.setLeft(write_line(painter, line, layout.heading, "ink", bold=True) + 10)
    write_line(painter, line, layout.aside, "soft", size=theme.SMALL)
    for piece in layout.pieces:
        y = top + piece.top
        painter.setPen(theme.color("ink"))
        corner = QPointF(area.left() + MARGIN, y)
        piece.lines.layout.draw(painter, corner)
        if piece.passage is not None:
            page_metrics.draw(painter, _typeset(piece.passage), piece.lines, corner)
            _paint_caption(painter, piece.passage, QRect(area.left() + 8, round(y), MARGIN - 20, 24))


def _paint_caption(painter: QPainter, passage: ChangedPassage, box: QRect) -> None:
    if passage.key:
        chip = QRect(box.right() + 1 - _CHIP, box.center().y() - 9, _CHIP, _CHIP)
        painter.setFont(theme.ui_font(theme.FINE, bold=True))
        draw_chip(painter, passage.key, chip, role="accent", outline=theme.color("accent"), ground="paper")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = box.adjusted(0, 0, -_CHIP - 6, 0)
    write_line(painter, box, passage.caption, "soft", size=theme.FINE, align=RIGHT)


_Index = QModelIndex | QPersistentModelIndex
_DONE = QKeySequence(Qt.Key.Key_X)


class ChangeList(RowsView):
    opened = Signal(object, bool)  # The ``ChangeListRow``; True for a tab behind
    picked = Signal(object, str)  # The ``ChangeListRow`` and the passage's key
    acted = Signal(object, str)  # The ``ChangeListRow`` and the name of an action but opening
    dropped = Signal(object)  # The ``ChangeListRow``
    chosen = Signal(object)  # The ``ChangeListRow`` or None

    row_layout: ChangeListLayout
    slice = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ChangeListModel(self)
        self.row_layout = ChangeListLayout(self.rows, self.current_row)
        self._set_up(self.rows)
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self.rebuild)
        self.add_key("action_next", lambda: self.step(1))
        self.add_key("action_previous", lambda: self.step(-1))
        RowMenus(self, self._menu_for_index)

    def add_key(self, name: str, do: Callable[[], object]) -> None:
        add_action(self, "", do, key_bindings.default_keys(name), name)

    def current_change(self) -> ChangeListRow | None:
        return self.rows.change_row(self.currentIndex())

    def show_rows(self, rows: Sequence[Row], wanted_key: str | None = None) -> None:
        """Show these rows, keeping the current one or its position, or make that with the wanted key current."""
        number, current = self.current_row(), self.current_change()
        y = self.visualRect(self.currentIndex()).top() if current is not None else 0
        self.rows.set_rows(rows)
        self._measure()
        key = wanted_key or (current.key if current is not None else None)
        row = self.rows.find(key) if key is not None else None
        row = row if row is not None else self.rows.nearest(number)
        if row is None:
            self.verticalScrollBar().setValue(0)
            self.chosen.emit(None)
        else:
            self.setCurrentIndex(self.rows.index(row))  # before it scrolls, so that this row is what stays
            for _ in range(2):  # the second time all that is seen has its height
                self._restore((row, y) if current is not None else (0, 0))
            self._scroll_to_row(row)
        self.viewport().update()

    @override
    def step(self, by: int) -> None:
        row = self.current_row() + by
        while 0 <= row < len(self.rows.rows) and not isinstance(self.rows.rows[row], ChangeListRow):
            row += by
        self.go_to_row(row)
        if row < 0:
            self.verticalScrollBar().setValue(0)  # the head over the first is seen again

    def select_key(self, key: str) -> None:
        row = self.rows.find(key)
        self.go_to_row(-1 if row is None else row)

    def open_current(self, *, behind: bool = False) -> None:
        row = self.current_change()
        if row is not None and row.actions and not behind:
            self._act(row, row.actions[0].name)
        elif row is not None:
            self.opened.emit(row, behind)

    def _act(self, row: ChangeListRow, name: str) -> None:
        if name == "open":
            self.opened.emit(row, False)
        else:
            self.acted.emit(row, name)

    def next_pending_key(self, key: str, without: Collection[str] = ()) -> str:
        """Return the key of the next row that waits for a decision, cyclically; of this row if there is no other."""
        pending = [row.key for row in self.rows.rows if isinstance(row, ChangeListRow) and row.is_pending]
        start = pending.index(key) + 1
        return next((other for other in pending[start:] + pending[:start] if other not in without), key)

    @override
    def _measure(self) -> None:
        self.row_layout.reset(self.width())

    @override
    def _nearest(self, row: int) -> int:
        nearest = self.rows.nearest(row)
        return -1 if nearest is None else nearest

    @override
    def _scroll_to_row(self, row: int, *, third: bool = False) -> None:
        """Scroll to a row; the visible rows stay where they are while the rows around it are laid out."""
        flow, anchor, pane = self.row_layout, self._anchor(), self.viewport().height()
        while flow.measure_rows(flow.rows_between(flow.top(row) - pane, flow.top(row) + pane)):
            self._restore(anchor)
        super()._scroll_to_row(row, third=third)

    # Events

    @override
    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        rows = [row for row in (previous.row(), current.row()) if 0 <= row < len(self.rows.rows)]
        if any(isinstance(item := self.rows.rows[row], ChangeListRow) and item.actions for row in rows):
            self._lay_out_again(rows)
        self.viewport().update()
        self.chosen.emit(self.current_change())

    @override
    def _draw_row(self, painter: QPainter, row: int, shift: float) -> None:
        item, area = self.rows.rows[row], self.visualRect(self.rows.index(row))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, ChangeListRow):
            if row == self.current_row():
                draw_cursor(painter, QRectF(area).adjusted(0, 1, 0, -1))
            paint_row(painter, item, area, self.row_layout.laid_out_row(row))
            for action, box in self._action_boxes(row):
                role = "soft" if action.name == "done" else "accent"
                write_line(painter, box.toAlignedRect(), _action_text(action), role, bold=True, size=theme.SMALL)
        else:
            inner = area.adjusted(MARGIN, area.height() - 28, -12, 0)
            inner.setRight(write_line(painter, inner, terms.format_number(item.count), "soft", align=RIGHT) - 12)
            inner.setLeft(write_line(painter, inner, item.title, "ink", bold=True) + 8)
            write_line(painter, inner, item.note, "soft")
            painter.fillRect(
                area.left() + MARGIN, area.bottom(), area.width() - MARGIN - 12, 1, theme.color("hairline")
            )
        painter.restore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key, digit = self.current_change(), Qt.Key(event.key()), key_bindings.typed_digit(event)
        is_plain = bool(digit) or not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current(behind=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif row is not None and any(passage.key == digit for passage in row.passages if digit):
            self.picked.emit(row, digit)
        elif row is not None and is_plain and row.can_be_done and key_bindings.latin_key(event) == _DONE:
            self.acted.emit(row, "done")
        elif row is not None and is_plain and (digit == "0" or key == Qt.Key.Key_Delete):
            self.dropped.emit(row)
        elif not (is_plain and self.move_by_key(event)):
            event.ignore()

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        row = self.rows.change_row(index)
        if row is None:
            return None
        menu = QMenu(self)
        for text, behind in ((self.tr("&Open"), False), (self.tr("Open in New &Tab\tCtrl+Enter"), True)):
            menu.addAction(text).triggered.connect(lambda _=False, behind=behind: self.opened.emit(row, behind))
        for action in (action for action in row.actions if action.name != "open"):
            acted = menu.addAction(f"{action.text}\t{action.key_text}")
            acted.triggered.connect(lambda _=False, name=action.name: self.acted.emit(row, name))
        for passage in (changed_passage for changed_passage in row.passages if changed_passage.key):
            picked = menu.addAction(f"{passage.caption} {passage.note}".strip().replace("&", "&&") + f"\t{passage.key}")
            picked.triggered.connect(lambda _=False, key=passage.key: self.picked.emit(row, key))
        return menu

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        row = self.rows.change_row(self.indexAt(point))
        if row is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        action = self.action_at(point)
        if key := self.key_at(point):
            self.picked.emit(row, key)
        elif action or row.is_folded is not None:
            self._act(row, action or "open")

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.rows.change_row(self.indexAt(event.position().toPoint()))
        if row is not None and row.is_folded is None and not self._is_on_sign(event):
            self.opened.emit(row, False)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape.PointingHandCursor if self._is_on_sign(event) else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _is_on_sign(self, event: QMouseEvent) -> bool:
        point = event.position().toPoint()
        return bool(self.key_at(point) or self.action_at(point))

    def key_at(self, point: QPoint) -> str:
        """Return the key of the passage whose sign is at a point of the viewport; empty if there is none."""
        index = self.indexAt(point)
        inside = point - self.visualRect(index).topLeft()
        if self.rows.change_row(index) is None or not MARGIN - _CHIP - 14 <= inside.x() < MARGIN - 4:
            return ""
        layout, y = self.row_layout.laid_out_row(index.row()), inside.y() - PADDING
        return next((p.passage.key for p in layout.pieces if p.passage and p.top <= y < p.top + p.lines.height), "")

    def action_at(self, point: QPoint) -> str:
        """Return the name of the action of the current row at a point of the viewport; empty if there is none."""
        at = QPointF(point)
        return next((action.name for action, box in self._action_boxes(self.current_row()) if box.contains(at)), "")

    def _action_boxes(self, row: int) -> Iterable[tuple[RowAction, QRectF]]:
        """Return the actions of a row with their boxes; none unless it is current."""
        item = self.rows.change_row(self.rows.index(row)) if row == self.current_row() else None
        if item is None:
            return ()
        area = self.visualRect(self.rows.index(row))
        top = area.top() + PADDING + self.row_layout.laid_out_row(row).height
        return action_boxes(item, area.left() + MARGIN, top, self.row_layout.measure)


class ChangeListView(RefreshingView):
    """Base of the tab; subclasses fill the header, call ``_stack_up``, and provide the rows."""

    opened = Signal(object, bool)  # The ``Place`` of a row; True for a tab behind

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__(desk, tasks)
        self.title = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        set_part(self.title, "title")
        self.list = ChangeList()
        self.empty = label("", "soft", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.list)
        self._head = column_layout(spacing=2)
        self.list.opened.connect(self._on_row_opened)
        self.list.chosen.connect(lambda _: self.state_changed.emit())
        theme.subscribe_to_theme(self, self._show_head)

    def _stack_up(self, name: str, foot: QLayout | None = None) -> None:
        """Arrange the completed header, the list and a footer under a name; Tab follows this order."""
        self.setAccessibleName(name)
        self.list.setAccessibleName(name)
        footer = () if foot is None else (foot,)
        column_layout(self._head, (self.empty, 1), (self.list, 1), *footer, within=self, margins=0, spacing=0)
        self.list.hide()

    @abstractmethod
    def _show_head(self) -> None:
        """Write the header in current colours; nothing before loading."""

    def _write_title(self, note: str) -> None:
        self.title.setText(theme.page_title(self.accessibleName(), note))

    def _show_rows(self, rows: Sequence[Row], sentence: str, wanted_key: str | None = None) -> None:
        """Show these rows, or a sentence if there are none; ``wanted_key`` is that of the row to make current."""
        self.list.show_rows(rows, wanted_key)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(sentence)

    def _on_row_opened(self, row: ChangeListRow, behind: bool) -> None:
        if place := row.place or row.before:
            self.opened.emit(place, behind)

    @property
    def place(self) -> Place | None:
        """Return the place of the current row: in the document, or in the previous document if it has none there."""
        row = self.list.current_change()
        return (row.place or row.before) if row else None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.setContentsMargins(column_margins(self.width(), MARGIN, 16, 8))
        self.empty.setContentsMargins(column_margins(self.width(), MARGIN, 8))
