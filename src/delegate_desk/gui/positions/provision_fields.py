"""A row of the page of a position, and the fields of a provision in it: their editors, and the line on its place."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.drafted_wording import clean_pasted_text
from delegate_desk.core.positions.position import CIRCULATED, PRIORITIES, PositionEntry, ProposedAction
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import (
    GrowingEdit,
    column_layout,
    flat_button,
    handle_escape,
    label,
    popup_menu,
    row_layout,
    set_part,
    set_property,
)
from delegate_desk.gui.widgets.jobs import Autosave
from delegate_desk.gui.widgets.labels import positions
from delegate_desk.gui.widgets.rows.row_list import draw_cursor


class TextField(GrowingEdit):
    text_top = 0
    """In pixels: how much lower its label is than the field, so that both texts are on one line."""

    @property
    def value(self) -> str | tuple[str, ...]:
        return self.toPlainText()

    def show_value(self, value: Any) -> None:
        self.set_text(value)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() or source.hasHtml():
            self.textCursor().insertText(clean_pasted_text(source.text(), source.html()))


class LinesField(TextField):
    """Texts in order, one per line; Alt+Up and Alt+Down move one."""

    @property
    @override
    def value(self) -> tuple[str, ...]:
        return tuple(filter(None, (line.strip() for line in self.toPlainText().split("\n"))))

    @override
    def show_value(self, value: tuple[str, ...]) -> None:
        if self.value != value:
            self.set_text("\n".join(" ".join(line.split()) for line in value))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _line_step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _line_step(event)
        if not step:
            super().keyPressEvent(event)
            return
        lines = self.toPlainText().split("\n")
        cursor = self.textCursor()
        row, column = cursor.blockNumber(), cursor.positionInBlock()
        if 0 <= row + step < len(lines):
            lines[row], lines[row + step] = lines[row + step], lines[row]
            self.setPlainText("\n".join(lines))
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock, n=row + step)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, n=column)
            self.setTextCursor(cursor)


class WordsField(QLineEdit):
    text_top = 2

    def __init__(self) -> None:
        super().__init__()
        set_part(self, "inline")
        self.setTextMargins(-2, 0, 0, 0)  # Qt adds 2 pixels: all texts begin on one line
        self.returnPressed.connect(self.focusNextChild)

    @property
    def value(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (" ".join(word.split()) for word in self.text().split(",")))))

    def show_value(self, value: tuple[str, ...]) -> None:
        """Show the stored words, unless the field is being edited."""
        if self.value != value and not self.hasFocus():
            self.setText(", ".join(value))


class CodesField(WordsField):
    @property
    @override
    def value(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(delegation(word) or word for word in self.text().replace(",", " ").split()))

    def unknown(self) -> str:
        """Return the first invalid delegation code, which is also shown in the field; empty if there is none."""
        wrong = next((word for word in self.value if delegation(word) is None), "")
        text = self.tr("{code} is not a delegation code.").format(code=wrong) if wrong else ""
        set_property(self, "tone", "wrong" if wrong else "")
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        return wrong


_LEAST = 120


class PriorityCombo(QComboBox):
    text_top = 4

    def __init__(self) -> None:
        super().__init__()
        set_part(self, "stance")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value in (None, *PRIORITIES):
            self.addItem(positions.priority_label(value), value)

    @property
    def value(self) -> int | None:
        priority: int | None = self.currentData()
        return priority

    def show_value(self, value: int | None) -> None:
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(_LEAST, hint.width()), hint.height())  # its longest value is seldom shown

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def _line_step(event: QKeyEvent) -> int:
    """Return the direction in which a key moves a line; 0 for other keys."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


_LABEL_WIDTH = 46


class MarginLabel(QLabel):
    """Label of a provision in the margin, by which a provision can be dragged.

    Signals:
        dropped: It was dragged and let go, with the point on the screen.
    """

    dropped = Signal(QPoint)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._pressed: QPoint | None = None
        self.is_draggable = False
        set_part(self, "margin")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    @override
    def sizeHint(self) -> QSize:
        return QSize(max(_LABEL_WIDTH, self.minimumSizeHint().width()), super().sizeHint().height())

    def set_draggable(self, *, draggable: bool) -> None:
        self.is_draggable = draggable
        self.setCursor(Qt.CursorShape.OpenHandCursor if draggable else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tr("Drag to move the provision") if draggable else "")

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.is_draggable and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if (event.position().toPoint() - pressed).manhattanLength() >= QApplication.startDragDistance():
            self.dropped.emit(event.globalPosition().toPoint())


def _with_lock(words: QLabel, top_margin: int) -> QWidget:
    """Return a label with the lock of internal fields before it, so many pixels lower."""
    locked, lock = QWidget(), theme.shown_icon(theme.icon("lock", "red_line"), 12)
    lock.setContentsMargins(0, top_margin, 0, 0)
    row_layout((lock, 0, Qt.AlignmentFlag.AlignTop), (words, 1), within=locked, margins=0, spacing=4)
    return locked


Editor = TextField | WordsField | PriorityCombo
_EDITORS: Mapping[str, type[Editor]] = {
    "comment": TextField,
    "justification": TextField,
    "joint": CodesField,
    "fallbacks": LinesField,
    "red_line": TextField,
    "instruction": TextField,
    "source": TextField,
    "internal": TextField,
    "priority": PriorityCombo,
    "tags": WordsField,
    "authors": CodesField,
}
FIELD_ORDER = tuple(_EDITORS)
_ALWAYS = frozenset({"comment", "internal"})
"""The fields always offered for the current provision."""
_KEY = 84


class ProvisionFields(QWidget):
    """The fields of a provision except its wording and stance.

    In a column each label is above its field, and an empty field shows only its label; internal fields are below a line
    that says so. In the page an internal field has a lock before its label.
    """

    typed = Signal()
    chosen = Signal()
    left = Signal()
    text_field_made = Signal(object)

    def __init__(self, margin: str, *, in_column: bool = False) -> None:
        super().__init__()
        self._margin = margin
        self._in_column = in_column
        self._is_read_only = False
        self._keys: dict[str, QWidget] = {}
        self._editors: dict[str, Editor] = {}
        self._requested: set[str] = set()
        self._replies: Mapping[str, QWidget] = {}
        self._item = PositionEntry(Address(""))
        self._active = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnMinimumWidth(0, 0 if in_column else _KEY)
        self._grid.setColumnStretch(1, 1)
        if in_column:
            words = label(self._internal_note(), "inside", wrap=True)
            words.setIndent(0)
            self._internal_head = _with_lock(words, 4)
            self._grid.addWidget(self._internal_head, 3 * FIELD_ORDER.index("fallbacks"), 0, 1, 3)
            self._internal_head.hide()

    def editor(self, name: str) -> Editor:
        if name not in self._editors:
            self._add_editor(name)
        return self._editors[name]

    def show_item(self, item: PositionEntry) -> None:
        self._item = item
        for name, editor in self._editors.items():
            editor.show_value(getattr(item, name))
        self.show_rows(active=self._active)

    def show_rows(self, *, active: bool) -> None:
        if self._active and not active:
            self._requested.clear()
        self._active = active
        has_internal = False
        for name in FIELD_ORDER:
            is_requested = name in self._requested or name in self._replies or (active and name in _ALWAYS)
            is_shown = self._is_filled(name) or is_requested
            if is_shown:
                has_internal = (self._is_labelled(name) and name not in CIRCULATED) or has_internal
            if name in self._editors:
                self._keys[name].setVisible(
                    is_shown and self._is_labelled(name) and (name != "internal" or not self._in_column)
                )
                editor = self._editors[name]
                editor.setVisible(is_shown and (name not in self._replies or editor.hasFocus()))
        if self._in_column:
            self._internal_head.setVisible(has_internal)
        self.setVisible(has_internal or active or bool(self._replies) or any(map(self._is_filled, FIELD_ORDER)))

    def _is_labelled(self, name: str) -> bool:
        """True if a field has its label beside it: in a column only one that has text or the focus."""
        editor = self.editor(name)
        return not self._in_column or self._is_filled(name) or editor.hasFocus()

    def show_replies(self, lines: Mapping[str, QWidget]) -> None:
        self._replies = lines
        for name, line in lines.items():
            self._grid.addWidget(line, 3 * FIELD_ORDER.index(name) + 1, 1, 1, 2)
        self.show_rows(active=self._active)

    def set_read_only(self, *, read_only: bool) -> None:
        self._is_read_only = read_only
        for editor in self._editors.values():
            self._set_editor_read_only(editor)

    def _set_editor_read_only(self, editor: Editor) -> None:
        if isinstance(editor, PriorityCombo):
            editor.setEnabled(not self._is_read_only)
        else:
            editor.setReadOnly(self._is_read_only)

    def edited_item(self, item: PositionEntry) -> PositionEntry:
        changes: dict[str, Any] = {}
        for name, editor in self._editors.items():
            if not (isinstance(editor, CodesField) and editor.unknown()):
                changes[name] = editor.value
        return replace(item, **changes)

    def focus_field(self, name: str) -> None:
        self._requested.add(name)
        self.show_rows(active=self._active)
        editor = self.editor(name)
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def menu(self) -> QMenu:
        menu = popup_menu(self, self.tr("Add a field"))
        for name in FIELD_ORDER[:-1]:
            if name == "fallbacks":
                menu.addSeparator()
            if name in self._editors and self._editors[name].isVisibleTo(self):
                continue
            text = positions.position_field_label(name)
            shown = text if name in CIRCULATED else self.tr("{field} (internal)").format(field=text)
            menu.addAction(f"&{shown}").triggered.connect(lambda _=False, name=name: self.focus_field(name))
        if all(action.isSeparator() for action in menu.actions()):
            menu.clear()
            menu.addAction(self.tr("All fields are shown")).setEnabled(False)
        return menu

    def editors(self) -> list[QWidget]:
        return [self._editors[name] for name in FIELD_ORDER if name in self._editors]

    # Creation and content

    def _add_editor(self, name: str) -> None:
        editor = _EDITORS[name]()
        is_internal = name not in CIRCULATED
        text = positions.position_field_label(name)
        accessible_name = self.tr("{field} on {label}, internal") if is_internal else self.tr("{field} on {label}")
        editor.setAccessibleName(accessible_name.format(field=text, label=self._margin))
        if isinstance(editor, PriorityCombo):
            set_property(editor, "role", "red_line" if is_internal else "soft")
            editor.activated.connect(lambda _: self.chosen.emit())
        else:
            editor.setPlaceholderText(self._hint(name))
        if isinstance(editor, TextField):
            set_part(editor, "internal" if is_internal else "text")
            editor.textChanged.connect(self.typed)
            editor.escaped.connect(self.left)
        elif isinstance(editor, WordsField):
            set_property(editor, "tone", "internal" if is_internal else "")
            editor.textEdited.connect(self.typed)
        key: QWidget = label(text, "column_key" if self._in_column else "key", wrap=not self._in_column)
        if is_internal and not self._in_column:
            key = _with_lock(label(text, "locked", wrap=True), 2)
            key.setFixedWidth(max(_KEY, key.minimumSizeHint().width() + 4))
            key.setToolTip(self._internal_note())
        row = 3 * FIELD_ORDER.index(name) + 1
        self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        if self._in_column:
            self._grid.addWidget(editor, row + 1, 0, 1, 3)
            if isinstance(editor, TextField):
                editor.setPlaceholderText(text)
                for signal in (editor.entered, editor.exited, editor.textChanged):
                    signal.connect(lambda: self.show_rows(active=self._active))
            self._set_editor_read_only(editor)
        else:
            key.setContentsMargins(0, editor.text_top, 0, 0)
            at_left = isinstance(editor, PriorityCombo)
            self._grid.addWidget(editor, row, 1, 1, 2, Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag(0))
        self._keys[name], self._editors[name] = key, editor
        if isinstance(editor, TextField):
            self.text_field_made.emit(editor)
        editor.show_value(getattr(self._item, name))
        order = self.editors()
        index = order.index(editor)
        if index:
            self.setTabOrder(order[index - 1], editor)
        if index + 1 < len(order):
            self.setTabOrder(editor, order[index + 1])

    def _is_filled(self, name: str) -> bool:
        return bool(self._editors[name].value if name in self._editors else getattr(self._item, name))

    def _internal_note(self) -> str:
        return self.tr("Internal – never exported for circulation")

    def _hint(self, name: str) -> str:
        return {
            "comment": self.tr("Comment (will be circulated)"),
            "justification": self.tr("Justification for the table (will be circulated)"),
            "joint": self.tr("Codes: DE, FR"),
            "fallbacks": self.tr("One per line, best first; Alt+↑ and Alt+↓ to reorder"),
            "red_line": self.tr("The minimum we can accept"),
            "instruction": self.tr("Instruction from the capital"),
            "source": self.tr("Who, where, when"),
            "internal": self.tr("Limits and contacts (never circulated)"),
            "tags": self.tr("Comma-separated"),
            "authors": self.tr("Source of the adopted drafting"),
        }[name]


_NUMBER_WIDTH = 96


class ProvisionPlaceLine(QWidget):
    """Line on an insertion, a move or a deletion, with the number of the provision and a button to revert it."""

    numbered = Signal(str)
    reverted = Signal()

    def __init__(self, cite: Callable[[Address], str]) -> None:
        super().__init__()
        self._cite = cite
        self.message_label = label("", "soft", wrap=True)
        self.number_edit = QLineEdit()
        set_part(self.number_edit, "inline")
        self.number_edit.setFixedWidth(_NUMBER_WIDTH)
        self.number_edit.setAccessibleName(self.tr("Number of the provision, as printed"))
        self.number_edit.setPlaceholderText(self.tr("number"))
        self._revert_button = flat_button("", self.tr("Revert"))
        parts = (self.message_label, self.number_edit, None, self._revert_button)
        row_layout(*parts, within=self, margins=(1, 2, 0, 2), spacing=8)
        self.number_edit.textEdited.connect(self.numbered)
        self._revert_button.clicked.connect(self.reverted)

    def tab_stops(self) -> list[QWidget]:
        return [self.number_edit, self._revert_button]

    def show_item(self, item: PositionEntry, action: ProposedAction, *, active: bool) -> None:
        """Show what happens to a provision; nothing for one that is only reworded."""
        place = self._cite(item.after) if item.after else ""
        text, revert_text = {
            ProposedAction.INSERT: (
                self.tr("New, after {place}").format(place=place) if place else self.tr("New, at the beginning"),
                "",
            ),
            ProposedAction.MOVE: (
                self.tr("Moved after {place}").format(place=place) if place else self.tr("Moved to the beginning"),
                self.tr("Cancel Move"),
            ),
            ProposedAction.DELETE: (self.tr("Deletion proposed"), self.tr("Cancel Deletion")),
        }.get(action, ("", ""))
        is_numbered = action in (ProposedAction.INSERT, ProposedAction.MOVE)
        self.message_label.setText(self.tr("{said}, numbered").format(said=text) if is_numbered else text)
        set_property(self.message_label, "part", "danger" if action is ProposedAction.DELETE else "place")
        self.number_edit.setVisible(is_numbered)
        if self.number_edit.text() != item.label and not self.number_edit.hasFocus():
            self.number_edit.setText(item.label)
        self._revert_button.setText(revert_text)
        self._revert_button.setAccessibleName(revert_text or self.tr("Revert"))
        self._revert_button.setVisible(bool(revert_text) and active)
        self.setVisible(bool(text))


class PositionText(TextField):
    """A text on the whole document, saved as it is typed."""

    def __init__(self, tasks: Tasks, name: str, save: Callable[[str], Changes]) -> None:
        super().__init__(name=name)
        self._tasks, self._save_text = tasks, save
        self.saving = Autosave(self)
        self.saving.due.connect(self._save)
        self.textChanged.connect(self.saving.mark_edited)

    def _save(self) -> None:
        text = self.toPlainText()
        self.saving.write(self._tasks, partial(self._save_text, text), words=text)


_SIGN_WIDTH = 16
_IN_ARTICLE = re.compile(r"\w+\((\d[\w ]*)\)(.*)")
"""The margin label of a provision in an article, with the article's number."""


class PositionRow(QWidget):
    """A row of the page: its sign and its label in the margin, and below a heading if it is the first there.

    Attributes:
        margin: Its place, with the number of its article: ``3(1)``.
    """

    shown_in_text = Signal()
    left = Signal()

    def __init__(self, margin: str) -> None:
        super().__init__()
        self.is_active = False
        self.margin, self._is_in_article = margin, False
        self.heading_label = label("", "row_heading", wrap=True)
        self.heading_label.setTextFormat(Qt.TextFormat.RichText)
        self.heading_label.hide()
        self.sign_label = label("", "sign")
        self.sign_label.setFixedWidth(_SIGN_WIDTH)
        self.mark_label = MarginLabel(margin)
        self._content = QVBoxLayout()
        self._content.setSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        parts = ((self.sign_label, 0, top), (self.mark_label, 0, top), 12, (self._content, 1))
        self._row = row_layout(*parts, margins=(4, 8, 12, 8), spacing=0)
        column_layout(self.heading_label, self._row, within=self, margins=0, spacing=0)

    def set_margin(self, margin: str) -> None:
        self.margin = margin
        match = _IN_ARTICLE.fullmatch(margin) if self._is_in_article else None
        self.mark_label.setText(f"{match[1]}{match[2] or '.'}" if match else margin)

    def show_heading(self, number: str, title: str, *, is_first: bool) -> None:
        """Shorten the place within its article, and show the article's heading if the row is the first there."""
        self._is_in_article = bool(number)
        self.set_margin(self.margin)
        heading = f"{theme.semi_bold(f'<b>{escape(number)}</b>')} {escape(title)}" if is_first and number else ""
        self.heading_label.setText(heading)
        self.heading_label.setVisible(bool(heading))

    def show_sign(self, sign: str, role: str) -> None:
        self.sign_label.setText(sign)
        set_property(self.sign_label, "role", role)

    def set_active(self, *, active: bool) -> None:
        self.is_active = active
        self.update()

    @abstractmethod
    def tab_stops(self) -> list[QWidget]:
        """Return its tab stops, in order."""

    @override
    def event(self, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit) or super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_cursor(painter, QRectF(self._row.geometry()))
