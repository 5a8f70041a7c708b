"""The field at the top of the window: the typed text, its completion, and the panel of rows and filters below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QPushButton, QToolButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import accessibility, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    column_layout,
    label,
    on_focus_changed,
    row_layout,
    set_part,
    show_text,
)
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import (
    CENTER,
    RIGHT,
    Index,
    RowDelegate,
    RowModel,
    draw_chip,
    is_hovered,
    is_selected,
    set_up_list,
    write_line,
)
from delegate_desk.gui.widgets.text.paragraph_text import from_qt, to_qt

_HEAD, _LINE, _TWO_LINES = 26, 30, 48
_LEAST_WIDTH, _MOST_HEIGHT = 560, 0.7
_EDGE, _SIGN, _GAP, _FILTER_GAP = 12, 16, 10, 6


@dataclass(frozen=True, slots=True)
class PanelHead:
    """Head of a group: its name, and at the right the number of rows."""

    text: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row that can be chosen.

    Attributes:
        run: Carries it out; with True in a new tab.
        sign: Before the text: an icon, or a character.
        synonym: In grey after the text.
        caption: Second line; a row that has one uses the reading font.
        highlights: Matching words of the text: 0-based, end-exclusive, in code points.
        detail: At the right, such as the menu of a command.
        key: At the right, the key for the same.
        command: Name of the command, by which it is remembered.
        is_enabled: False if it is not available; ``detail`` tells why.
        opens_document: True if Space can preview it.
    """

    text: str
    run: Callable[[bool], object]
    sign: QIcon | str = ""
    synonym: str = ""
    caption: str = ""
    highlights: tuple[tuple[int, int], ...] = ()
    detail: str = ""
    key: str = ""
    command: str = ""
    is_enabled: bool = True
    opens_document: bool = False


@dataclass(frozen=True, slots=True)
class PanelFilter:
    """A filter that is switched on or off in the query, or begun in it."""

    text: str
    switch: Callable[[], object]
    is_on: bool = False


Row = PanelHead | PanelRow


class _Rows(RowModel[Row]):
    head = PanelHead

    @override
    def key(self, row: Row) -> object:
        return row.text if isinstance(row, PanelHead) else (row.text, row.caption, row.detail, row.command)

    @override
    def accessible_text(self, row: Row) -> str:
        if isinstance(row, PanelHead):
            return " ".join(filter(None, (row.text, row.count)))
        return ", ".join(filter(None, (row.text, row.synonym, row.caption, row.detail, row.key)))


class _Delegate(RowDelegate[Row]):
    @override
    def _height(self, row: Row) -> int:
        if isinstance(row, PanelHead):
            return max(_HEAD, QFontMetrics(theme.ui_font(theme.FINE)).height() + 8)
        line = QFontMetrics(theme.ui_font()).height()
        return max(_TWO_LINES, 2 * line + 12) if row.caption else max(_LINE, line + 10)

    @override
    def _paint(self, painter: QPainter, row: Row, index: Index, option: Any) -> None:
        box: QRect = option.rect
        inner = box.adjusted(_EDGE, 0, -_EDGE, 0)
        if isinstance(row, PanelHead):
            write_line(painter, inner, row.text, "soft", bold=True, size=theme.FINE)
            write_line(painter, inner, row.count, "soft", size=theme.FINE, align=RIGHT)
            return
        if is_selected(option):
            painter.fillRect(box.adjusted(4, 0, -4, 0), theme.color("tint"))
            painter.fillRect(QRect(box.left() + 1, box.top(), 3, box.height()), theme.color("accent"))
        elif is_hovered(option):
            painter.fillRect(box.adjusted(4, 0, -4, 0), theme.color("canvas"))
        lines = [inner]
        if row.caption:
            middle = box.top() + round(box.height() * 0.56)
            lines = [
                QRect(inner.left(), box.top() + 4, inner.width(), middle - box.top() - 4),
                QRect(inner.left(), middle, inner.width(), box.bottom() - middle - 3),
            ]
        square = QRect(inner.left(), lines[0].center().y() - _SIGN // 2, _SIGN, _SIGN)
        if isinstance(row.sign, QIcon):
            row.sign.paint(painter, square)
        else:
            write_line(painter, square, row.sign, "soft", align=CENTER)
        first = lines[0].adjusted(_SIGN + _GAP, 0, 0, 0)
        first.setRight(self._paint_right(painter, row, first))
        role = "ink" if row.is_enabled else "soft"
        if row.caption:
            self._write_highlighted(painter, row, first)
            write_line(painter, lines[1].adjusted(_SIGN + _GAP, 0, 0, 0), row.caption, "soft", size=theme.SMALL)
        else:
            first.setLeft(write_line(painter, first, row.text, role) + 8)
            write_line(painter, first, row.synonym, "soft", size=theme.SMALL)

    def _paint_right(self, painter: QPainter, row: PanelRow, area: QRect) -> int:
        """Draw the right part; return where the text has to end."""
        right = area.right()
        if row.key:
            painter.setFont(theme.ui_font(theme.FINE))
            width = painter.fontMetrics().horizontalAdvance(row.key) + 12
            cap = QRect(right - width, area.center().y() - 10, width, 20)
            draw_chip(painter, row.key, cap, role="soft", outline=theme.color("hairline"), ground="canvas")
            right -= width + 8
        if row.detail:
            space = QRect(area.left(), area.top(), right - area.left(), area.height())
            right = write_line(painter, space, row.detail, "soft", size=theme.SMALL, align=RIGHT) - 8
        return right

    def _write_highlighted(self, painter: QPainter, row: PanelRow, area: QRect) -> None:
        """Write the first line in the reading font, with highlighted matches."""
        font = theme.reading_font(theme.LARGE)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, area.width())
        for start, end in row.highlights:
            left, width = metrics.horizontalAdvance(shown[:start]), metrics.horizontalAdvance(shown[start:end])
            ground = QRect(area.left() + left, area.center().y() - metrics.height() // 2, width, metrics.height())
            painter.fillRect(ground, theme.color("hit"))
        write_line(painter, area, row.text, "ink", font=font)


class FieldPanel(QFrame):
    """Shows rows below a field that keeps the focus; it never covers the field."""

    taken = Signal(object, bool)  # A row was chosen, with the ``PanelRow``, and True for a new tab

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("field_panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.model = _Rows(self)
        self.filters = FlowRow((), _FILTER_GAP)
        self._filters: Sequence[PanelFilter] = ()
        self._filter_buttons: list[QPushButton] = []
        self.list = QListView()
        set_up_list(self.list)
        self.list.setMinimumHeight(1)  # Qt's least height would cover the filters if there is a single row
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Documents, text, notes and commands"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list, self.model))
        self._foot = QFrame()
        self._foot.setObjectName("field_foot")
        self._keys, self._more = label("", "small"), label("", "small")
        row_layout((self._keys, 1), self._more, within=self._foot, margins=(12, 0, 12, 0))
        filters = (self.filters, 0, Qt.AlignmentFlag.AlignHCenter)
        column_layout(filters, (self.list, 1), self._foot, within=self, margins=(1, 8, 1, 1), spacing=0)
        self.list.clicked.connect(lambda index: self.take(index, new_tab=False))
        self.hide()

    def show_rows(
        self, rows: Sequence[Row], filters: Sequence[PanelFilter], *, more: str, is_first_selected: bool = True
    ) -> None:
        """Show rows; the first available one is selected, unless one selected by arrow key still exists."""
        self.model.set_rows(rows)
        self._show_filters(filters)
        self._keys.setText(
            self.tr("Enter open   Ctrl+Enter new tab   Space preview   Tab complete", "keys, three spaces between them")
        )
        self._more.setText(more)
        first = next((n for n, row in enumerate(rows) if isinstance(row, PanelRow)), -1)
        self.list.setCurrentIndex(self.model.index(first) if is_first_selected else QModelIndex())
        self.list.scrollToTop()
        self._place()
        self.show()
        self.raise_()

    def _show_filters(self, filters: Sequence[PanelFilter]) -> None:
        self._filters = filters
        if [button.text() for button in self._filter_buttons] != [value.text for value in filters]:
            self._filter_buttons = [QPushButton(value.text) for value in filters]
            for n, button in enumerate(self._filter_buttons):
                button.setCheckable(True)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                set_part(button, "filter")
                button.clicked.connect(partial(self._switch_filter, n))
            self.filters.replace_widgets(self._filter_buttons)
        for button, value in zip(self._filter_buttons, filters, strict=True):
            button.setChecked(value.is_on)
        self.filters.setVisible(bool(filters))

    def _switch_filter(self, number: int) -> None:
        self._filters[number].switch()

    def summary(self) -> str:
        """Return the groups with their counts, for screen readers."""
        heads = (row for row in self.model.rows if isinstance(row, PanelHead))
        return ", ".join(self.model.accessible_text(head) for head in heads) if self.isVisible() else ""

    def current(self) -> PanelRow | None:
        row = self.model.row(self.list.currentIndex()) if self.isVisible() else None
        return row if isinstance(row, PanelRow) else None

    def step(self, by: int) -> None:
        numbers = [n for n, row in enumerate(self.model.rows) if isinstance(row, PanelRow)]
        if not numbers:
            return
        current = self.list.currentIndex().row()
        index = (numbers.index(current) + by) % len(numbers) if current in numbers else (0 if by > 0 else -1)
        self.list.setCurrentIndex(self.model.index(numbers[index]))
        if not index:
            self.list.scrollToTop()

    def take(self, index: QModelIndex, *, new_tab: bool) -> None:
        row = self.model.row(index)
        if isinstance(row, PanelRow) and row.is_enabled:
            self.taken.emit(row, new_tab)

    def _place(self) -> None:
        window = self._field.window()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 4))
        width = min(max(_LEAST_WIDTH, self._field.width()), window.width() - 16)
        if not self.filters.isHidden():
            self.filters.setFixedSize(width - 26, self.filters.heightForWidth(width - 26) + _FILTER_GAP)
            self.filters.place()
        foot = max(30, QFontMetrics(theme.ui_font(theme.SMALL)).height() + 12)
        self._foot.setFixedHeight(foot)
        delegate = self.list.itemDelegate()
        assert isinstance(delegate, _Delegate)
        rows = sum(delegate._height(row) for row in self.model.rows)
        filters = 0 if self.filters.isHidden() else self.filters.height()
        height = min(rows + filters + foot + 11, round(window.height() * _MOST_HEIGHT))
        self._more.setVisible(self._keys.sizeHint().width() + self._more.sizeHint().width() + 40 <= width)
        self.setGeometry(min(corner.x(), window.width() - width - 8), corner.y(), width, height)


COMMANDS_SIGN = ">"
"""Prefix of a text that names a command."""
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNED = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Focus reasons with which the user turns to the field; otherwise it only gets the focus as a default."""


class SearchBox(QObject):
    """Sets up the field, completes its text by one grey word, and passes its keys to the panel."""

    focused = Signal()
    changed = Signal()
    all_requested = Signal()
    escaped = Signal()

    def __init__(self, edit: QLineEdit, desk: Desk, tasks: Tasks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._desk = desk
        self._newest = LatestOnly(tasks, self)
        self._is_walking = self._is_previewing = False
        self.is_waiting = False
        self._enter_when_ready: bool | None = None
        self.panel = FieldPanel(edit)
        sign = edit.addAction(theme.icon("search"), edit.ActionPosition.LeadingPosition)
        for button in edit.findChildren(QToolButton):
            button.setAccessibleName(edit.accessibleName())
        sign.triggered.connect(self.enter)
        self._key = key_bindings.key_label(edit)
        self._ghost = QLabel(edit)
        self._ghost.setTextFormat(Qt.TextFormat.PlainText)
        set_part(self._ghost, "ghost")
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self._show_key()
        key_bindings.subscribe_to_keys(self, self._show_key)
        edit.textEdited.connect(self._on_text_edited)
        edit.textChanged.connect(self._ghost.hide)
        edit.cursorPositionChanged.connect(self._ghost.hide)
        edit.installEventFilter(self)
        self.panel.taken.connect(self._run_row)
        self._previous_focus: QWidget | None = None
        on_focus_changed(self._on_focus_changed)

    @property
    def query(self) -> str:
        return self._edit.text()

    @property
    def completion(self) -> str:
        return "" if self._ghost.isHidden() else self._ghost.text()

    def show_query(self, query: str) -> None:
        if self._edit.text() != query:
            self._edit.setText(query)

    def enter(self) -> None:
        """Focus the field; the second time only commands are offered."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def enter_commands(self) -> None:
        """Focus the field; from the field itself, only commands are offered."""
        if not self._edit.hasFocus():
            self.enter()
        elif not self.query.startswith(COMMANDS_SIGN):
            self.type_query(COMMANDS_SIGN)

    def focus_at_end(self) -> None:
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.end(False)

    def type_query(self, query: str) -> None:
        """Set a text in the field as if it had been typed."""
        self._edit.setText(query)
        self.focus_at_end()
        self._on_text_edited(query)

    def close_panel(self) -> None:
        self._ghost.hide()
        self.panel.hide()
        self._is_walking, self._enter_when_ready = False, None

    def complete_rows(self) -> None:
        """Handle complete rows in the panel: Enter pressed meanwhile chooses the first of them."""
        self.is_waiting = False
        accessibility.announce(self._edit, self.panel.summary(), about="rows")
        if self._enter_when_ready is not None:
            self._on_enter(new_tab=self._enter_when_ready)

    def _show_key(self) -> None:
        key = self.tr("Esc") if self._edit.hasFocus() else key_bindings.first_key_text("action_commands")
        show_text(self._key, key)
        self._edit.setTextMargins(0, 0, self._key.sizeHint().width() + 12, 0)

    # Completion

    def _on_text_edited(self, text: str) -> None:
        self._is_walking, self._enter_when_ready = False, None
        self.changed.emit()
        cursor, language = from_qt(text, self._edit.cursorPosition()), terms.window_language()
        if not text.strip() or text[:cursor].endswith(" ") or text.startswith(COMMANDS_SIGN):
            self._newest.cancel()
            return
        desk = self._desk
        self._newest.run(
            lambda _: desk.search.complete(text, cursor, language=language),
            lambda found: self._show_completion(text, found),
        )

    def _show_completion(self, text: str, queries: Sequence[str]) -> None:
        edit = self._edit
        if edit.text() != text or not edit.hasFocus() or edit.cursorPosition() != to_qt(text, len(text)):
            return
        typed = fold(text)
        longer = [query for query in queries if fold(query).startswith(typed) and len(query) > len(text)]
        last_word = text.rsplit(maxsplit=1)[-1]
        left = edit.cursorRect().center().x() + 2
        space = edit.width() - self._key.width() - 20 - left
        if space > 24 and longer and (":" in last_word or not any(letter.isdigit() for letter in last_word)):
            self._ghost.setText(longer[0][len(text) :])
            self._ghost.setFont(edit.font())
            self._ghost.setGeometry(left, 0, min(self._ghost.sizeHint().width() + 2, space), edit.height())
            self._ghost.show()

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self._is_previewing:
            self.close_panel()
        if isinstance(event, QFocusEvent):
            self._show_key()
            if event.gotFocus() and event.reason() in _TURNED:
                self.focused.emit()
                self.changed.emit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            is_modified = modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTERS and is_modified):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key_press(event)
        return False

    def _on_key_press(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if key in _ENTERS:
            if modifiers & Qt.KeyboardModifier.AltModifier:
                self._request_all()
            else:
                self._on_enter(new_tab=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not modifiers & Qt.KeyboardModifier.AltModifier:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            if self.panel.isVisible() or self.completion:
                self.close_panel()
            elif self.query:
                self._edit.clear()
            else:
                self.escaped.emit()
        elif key == Qt.Key.Key_Space and self._is_walking:
            row = self.panel.current()
            if row is not None and row.opens_document:  # it is opened, and the field keeps the focus
                self._is_previewing = True
                row.run(False)
                self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
                self._is_previewing = False
                self.panel.raise_()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Right) and self.completion:
            self.type_query(self.query + self.completion)
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        if self.panel.isHidden():
            self.changed.emit()
        else:
            self._is_walking = True
            self.panel.step(by)
            current = self.panel.current()
            if current is not None:  # the keyboard focus stays in the field
                accessibility.announce(self._edit, self.panel.model.accessible_text(current), about="row")

    def _on_enter(self, *, new_tab: bool) -> None:
        if self.is_waiting and not self._is_walking:
            self._enter_when_ready = new_tab
        elif self.panel.isHidden() and self.query.startswith(COMMANDS_SIGN):
            self.changed.emit()  # the commands were closed with Esc
        elif self.panel.current() is None:
            self._request_all()
        else:
            self.panel.take(self.panel.list.currentIndex(), new_tab=new_tab)

    def _request_all(self) -> None:
        if self.query.removeprefix(COMMANDS_SIGN).strip():
            self.show_query(self.query.removeprefix(COMMANDS_SIGN).strip())
            self.close_panel()
            self.all_requested.emit()

    def _run_row(self, row: PanelRow, new_tab: bool) -> None:
        self.close_panel()
        if self.query.startswith(COMMANDS_SIGN) or row.command:
            self._edit.clear()
            focus = self._previous_focus  # the focus returns to where it was, so that a command acts there
            if focus is not None and isValid(focus) and focus.isVisible():
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.escaped.emit()
        row.run(new_tab)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self._edit:
            self._previous_focus = old
