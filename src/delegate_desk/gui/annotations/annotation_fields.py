"""The text of a note while it is edited: links that can be followed and are completed, and task boxes."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
    QSyntaxHighlighter,
    QTextCharFormat,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation import (
    LinkSuggestion,
    NoteLink,
    TaskBox,
    link_at,
    parse_links,
    parse_task_boxes,
    task_box_on_line,
    toggled_mark,
    unfinished_link_at,
)
from delegate_desk.core.annotations.annotation_list import parse_deadline
from delegate_desk.core.delegations import OTHERS, PROTOCOL_ORDER
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowWidget,
    GrowingEdit,
    cursor_over,
    flow_boxes,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.rows.row_list import draw_chip
from delegate_desk.gui.widgets.text.paragraph_text import from_qt, to_qt

_NAME = Qt.ItemDataRole.UserRole + 1
_WIDEST = 420
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEdit(GrowingEdit):
    link_requested = Signal(str)
    suggestions_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._highlighter = _NoteHighlighter(self.document())
        self._suggestions = QStandardItemModel(self)
        self._popup = QListView()
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        set_part(self._popup, "offers")
        self.completer = QCompleter(self._suggestions, self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setPopup(self._popup)
        self.completer.setCompletionRole(_NAME)
        self.completer.activated.connect(self._complete)
        self.viewport().setMouseTracking(True)
        self.setToolTip(self.tr("[[ inserts a link (with @: to a note) · - [ ] inserts a checkbox"))
        theme.changed.connect(self._highlighter.rehighlight)

    def show_suggestions(self, suggestions: Sequence[LinkSuggestion]) -> None:
        popup = self._popup
        self._suggestions.clear()
        for suggestion in suggestions:
            item = QStandardItem(f"{suggestion.name}   {suggestion.description}")
            item.setData(suggestion.name, _NAME)
            self._suggestions.appendRow(item)
        if not suggestions or self._unfinished_link() is None or not self.hasFocus():
            popup.hide()
            return
        box = self.cursorRect()
        box.setWidth(min(_WIDEST, max(popup.sizeHintForColumn(0) + 24, 200)))
        self.completer.complete(box)
        popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def activate_at_caret(self) -> bool:
        text, caret = self.toPlainText(), self._caret()
        link = link_at(text, caret)
        if link is not None:
            self.link_requested.emit(link.name)
            return True
        box = task_box_on_line(text, caret)
        if box is not None:
            self._toggle(box)
        return box is not None

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self._popup.isVisible() and event.key() in (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
            event.ignore()  # the list handles them
            return
        if control and event.key() in _ENTER and self.activate_at_caret():
            event.accept()
            return
        super().keyPressEvent(event)
        if event.text() or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right):
            link = self._unfinished_link()
            if link is None:
                self._popup.hide()
            else:
                self.suggestions_requested.emit(link.name)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        box, link = self._target_under(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if box is not None and is_left:
            self._toggle(box)
        elif link is not None and is_left:
            self.link_requested.emit(link.name)
        else:
            super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_clickable = any(self._target_under(event))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_clickable else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def _target_under(self, event: QMouseEvent) -> tuple[TaskBox | None, NoteLink | None]:
        """Return what a click would change or follow: a task box, or with Ctrl a link."""
        text, point = self.toPlainText(), event.position().toPoint()
        hit = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        offset = from_qt(text, hit) if hit >= 0 else -1
        links = parse_links(text) if event.modifiers() & Qt.KeyboardModifier.ControlModifier else ()
        box = next((box for box in parse_task_boxes(text) if box.start <= offset < box.end), None)
        return box, next((link for link in links if link.start <= offset < link.end), None)

    def _caret(self) -> int:
        return from_qt(self.toPlainText(), self.textCursor().position())

    def _unfinished_link(self) -> NoteLink | None:
        return unfinished_link_at(self.toPlainText(), self._caret())

    def _complete(self, name: str) -> None:
        link = self._unfinished_link()
        if link is None:
            return
        text = self.toPlainText()
        is_closed = text[link.end : link.end + 2] == "]]"
        self._replace(link.start, link.end + (2 if is_closed else 0), f"[[{name}]]")

    def _toggle(self, box: TaskBox) -> None:
        caret = self.textCursor().position()
        self._replace(box.start + 1, box.end - 1, toggled_mark(box))
        cursor = self.textCursor()
        cursor.setPosition(caret)
        self.setTextCursor(cursor)

    def _replace(self, start: int, end: int, words: str) -> None:
        cursor = cursor_over(self, start, end)
        cursor.insertText(words)
        self.setTextCursor(cursor)


class _NoteHighlighter(QSyntaxHighlighter):
    @override
    def highlightBlock(self, text: str) -> None:
        boxes = parse_task_boxes(text)
        if boxes and boxes[0].is_ticked:
            done = _char_format("soft")
            done.setFontStrikeOut(True)
            self._paint(text, boxes[0].end, len(text), done)
        for box in boxes:
            char_format = _char_format("support" if box.is_ticked else "accent")
            char_format.setFontWeight(QFont.Weight.DemiBold)
            self._paint(text, box.start, box.end, char_format)
        for link in parse_links(text):
            char_format = _char_format("accent")
            char_format.setFontUnderline(True)
            self._paint(text, link.start + 2, link.end - 2, char_format)
            for start in (link.start, link.end - 2):
                self._paint(text, start, start + 2, _char_format("soft"))

    def _paint(self, text: str, start: int, end: int, char_format: QTextCharFormat) -> None:
        first = to_qt(text, start)
        self.setFormat(first, to_qt(text, end) - first, char_format)


def _char_format(role: str) -> QTextCharFormat:
    char_format = QTextCharFormat()
    char_format.setForeground(theme.color(role))
    return char_format


_HEIGHT = 18
_GAP = 4


class TagChips(FlowWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] = ()

    def set_tags(self, tags: Sequence[str]) -> None:
        self._tags = tuple(tags)
        self.setAccessibleName(", ".join(tags))
        self.setVisible(bool(tags))
        self.updateGeometry()
        self.update()

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + 2 if self._tags else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(theme.FINE))
        for tag, box in zip(self._tags, self._boxes(self.width()), strict=True):
            outline = theme.color("hairline")
            draw_chip(painter, tag, box, role="soft", outline=outline, ground="canvas", radius=_HEIGHT / 2)

    @override
    def _boxes(self, width: int) -> list[QRect]:
        metrics = QFontMetrics(theme.ui_font(theme.FINE))
        sizes = [QSize(metrics.horizontalAdvance(tag) + 14, _HEIGHT) for tag in self._tags]
        return flow_boxes(sizes, width, _GAP, top=2)


class TagsEdit(QLineEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "tags")
        self.setAccessibleName(self.tr("Tags"))
        self.setPlaceholderText(self.tr("Tags (comma-separated)"))
        self._known = QStringListModel(self)
        completer = _LastTagCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def tags(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(tag.strip() for tag in self.text().split(",") if tag.strip()))

    def set_tags(self, tags: Iterable[str]) -> None:
        self.setText(", ".join(tags))

    def set_suggestions(self, tags: Iterable[str]) -> None:
        self._known.setStringList(list(tags))


class _LastTagCompleter(QCompleter):
    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rsplit(",", 1)[-1].lstrip()]

    @override
    def pathFromIndex(self, index: object) -> str:
        chosen = super().pathFromIndex(index)  # type: ignore[arg-type]  # the index comes from Qt and goes back to it
        line = self.widget()
        typed = line.text() if isinstance(line, QLineEdit) else ""
        previous, comma, _ = typed.rpartition(",")
        return f"{previous}{comma} {chosen}" if comma else chosen


class DueEdit(QLineEdit):
    """Field for a deadline; invalid text is shown in colour and in words, and changes nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due: datetime | None = None
        set_part(self, "tags")
        self.setMinimumWidth(90)
        self.setAccessibleName(self.tr("Deadline"))
        self.setPlaceholderText(self.tr("Deadline"))
        self.textEdited.connect(self._parse)
        self.editingFinished.connect(self._show_parsed)
        self._show_validity(wrong=False)

    def show_due(self, due: datetime | None) -> None:
        if due != self.due or not self.hasFocus():
            self.due = due
            self.setText(terms.format_timestamp(due) if due else "")
            self._show_validity(wrong=False)

    def _parse(self, typed: str) -> None:
        due = parse_deadline(typed, datetime.now().astimezone()) if typed.strip() else None
        if due is not None:  # with the UTC offset of that day, not of today
            due = due.replace(tzinfo=None).astimezone()
        is_invalid = bool(typed.strip()) and due is None
        self._show_validity(wrong=is_invalid)
        if not is_invalid and due != self.due:
            self.due = due
            self.changed.emit()

    def _show_parsed(self) -> None:
        if self.due is not None and not self.property("tone"):
            self.setText(terms.format_timestamp(self.due))

    def _show_validity(self, *, wrong: bool) -> None:
        examples = self.tr("A date, a time or both: 14.10. 12:00, 2026-10-14, 12:00, or +3 for three days from now")
        self.setToolTip(self.tr("Not a date or time. {forms}").format(forms=examples) if wrong else examples)
        self.setAccessibleDescription(self.toolTip())
        set_property(self, "tone", "wrong" if wrong else "")


class HolderCombo(QComboBox):
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "flat")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Delegation with the reservation"))
        self.addItem(self.tr("ours"), "")
        for code in (*PROTOCOL_ORDER, *OTHERS):
            self.addItem(code, code)
        self.activated.connect(lambda _: self.chosen.emit(str(self.currentData())))

    def show_holder(self, code: str) -> None:
        with QSignalBlocker(self):
            index = self.findData(code)
            if index < 0:
                self.addItem(code, code)
                index = self.count() - 1
            self.setCurrentIndex(index)
