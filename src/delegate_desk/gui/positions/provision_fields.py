"""Fields of a provision: their editors in rows, and the line on its position; and the texts of a position."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.delegations import delegation
from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.errors import UnknownPlaceError
from delegate_desk.core.positions.drafted_wording import clean_pasted_text
from delegate_desk.core.positions.position import CIRCULATED, PRIORITIES, Position, PositionEntry, ProposedAction
from delegate_desk.core.positions.returned_files import ReturnedField, ReturnedItem
from delegate_desk.desk import Desk
from delegate_desk.gui.positions.returned_file import ReplyLine
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import icons
from delegate_desk.gui.widgets.basic_widgets import (
    GrowingEdit,
    flat_button,
    label,
    popup_menu,
    row_layout,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.jobs import Autosave
from delegate_desk.gui.widgets.labels import positions

translate = QCoreApplication.translate


class TextField(GrowingEdit):
    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText() or source.hasHtml():
            self.textCursor().insertText(clean_pasted_text(source.text(), source.html()))


class LinesField(TextField):
    """Texts in order, one per line; Alt+Up and Alt+Down move one."""

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(filter(None, (line.strip() for line in self.toPlainText().split("\n"))))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _line_step(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _line_step(event)
        if not by:
            super().keyPressEvent(event)
            return
        lines = self.toPlainText().split("\n")
        cursor = self.textCursor()
        row, column = cursor.blockNumber(), cursor.positionInBlock()
        if 0 <= row + by < len(lines):
            lines[row], lines[row + by] = lines[row + by], lines[row]
            self.setPlainText("\n".join(lines))
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock, n=row + by)
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, n=column)
            self.setTextCursor(cursor)


class WordsField(QLineEdit):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "inline")
        self.setTextMargins(-2, 0, 0, 0)  # its own two, so that all stand on one edge
        self.returnPressed.connect(self.focusNextChild)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (" ".join(value.split()) for value in self.text().split(",")))))

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show the stored text, unless the field is being edited."""
        if self.words != words and not self.hasFocus():
            self.setText(", ".join(words))


class CodesField(WordsField):
    @property
    @override
    def words(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(delegation(value) or value for value in self.text().replace(",", " ").split()))

    def unknown(self) -> str:
        """Return the first invalid delegation code, which is also shown in the field; empty if there is none."""
        wrong = next((word for word in self.words if delegation(word) is None), "")
        text = self.tr("{code} is not a delegation code.").format(code=wrong) if wrong else ""
        set_property(self, "tone", "wrong" if wrong else "")
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        return wrong


_LEAST = 120


class PriorityCombo(QComboBox):
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "stance")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value in (None, *PRIORITIES):
            self.addItem(positions.priority_label(value), value)
        self.activated.connect(lambda _: self.picked.emit())

    def show_value(self, value: object) -> None:
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(min(_LEAST, least.width()), least.height())  # the longest of its values is seldom the one shown

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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(_LABEL_WIDTH)

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


def _locked_key(text: str) -> QWidget:
    """Label of an internal field, with the lock before it."""
    key, words = QWidget(), label(text, "locked", wrap=True)
    key.setFixedWidth(_KEY)
    key.setToolTip(translate("ProvisionFields", "Internal – never exported for circulation"))
    lock = icons.icon_label("lock", "red_line", 12)
    lock.setContentsMargins(0, 2, 0, 0)
    row_layout((lock, 0, Qt.AlignmentFlag.AlignTop), (words, 1), within=key, margins=0, spacing=4)
    return key


Editor = GrowingEdit | QLineEdit | PriorityCombo
FIELD_ORDER = (
    "comment",
    "justification",
    "joint",
    "fallbacks",
    "red_line",
    "instruction",
    "source",
    "internal",
    "priority",
    "tags",
    "authors",
)
_ALWAYS = frozenset({"comment", "internal"})
"""The fields always offered for the current provision."""
_KEY = 84
_LABEL_OFFSET = {True: 4, False: 2}
_AT = {True: Qt.AlignmentFlag.AlignLeft, False: Qt.AlignmentFlag(0)}


class ProvisionFields(QWidget):
    """The fields of a provision except its wording and stance.

    In a column each label is above its field, and an empty field shows only its label; internal fields are below a line
    that says so. In the page an internal field has a lock before its label.
    """

    typed = Signal()
    chosen = Signal()
    left = Signal()
    text_field_made = Signal(object)

    def __init__(self, margin: str, parent: QWidget | None = None, *, in_column: bool = False) -> None:
        super().__init__(parent)
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
            self._internal_head, lock = QWidget(), icons.icon_label("lock", "red_line", 12)
            words = label(self.tr("Internal – never exported for circulation"), "inside", wrap=True)
            words.setIndent(0)
            lock.setContentsMargins(0, 4, 0, 0)
            top = Qt.AlignmentFlag.AlignTop
            row_layout((lock, 0, top), (words, 1), within=self._internal_head, margins=0, spacing=4)
            self._grid.addWidget(self._internal_head, 3 * FIELD_ORDER.index("fallbacks"), 0, 1, 3)
            self._internal_head.hide()

    def editor(self, name: str) -> Editor:
        if name not in self._editors:
            self._add_editor(name)
        return self._editors[name]

    def show_item(self, item: PositionEntry) -> None:
        self._item = item
        for name in self._editors:
            self._show_value(name)
        self.show_rows(active=self._active)

    def show_rows(self, *, active: bool) -> None:
        if self._active and not active:
            self._requested.clear()
        self._active = active
        inside = False
        for name in FIELD_ORDER:
            asked = name in self._requested or name in self._replies or (active and name in _ALWAYS)
            wanted = self._is_filled(name) or asked
            if wanted:
                inside = (self._is_labelled(name) and name not in CIRCULATED) or inside
            if name in self._editors:
                self._keys[name].setVisible(
                    wanted and self._is_labelled(name) and (name != "internal" or not self._in_column)
                )
                editor = self._editors[name]
                editor.setVisible(wanted and (name not in self._replies or editor.hasFocus()))
        if self._in_column:
            self._internal_head.setVisible(inside)
        self.setVisible(inside or active or bool(self._replies) or any(map(self._is_filled, FIELD_ORDER)))

    def _is_labelled(self, name: str) -> bool:
        """True if a field has its label beside it: in a column only one that has text or the focus."""
        editor = self.editor(name)
        return not self._in_column or self._is_filled(name) or editor.hasFocus()

    def show_replies(self, lines: Mapping[str, QWidget]) -> None:
        """Show changes in a reply in the place of their fields, by name."""
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
        changes: dict[str, object] = {}
        for name, editor in self._editors.items():
            if isinstance(editor, PriorityCombo):
                value = editor.currentData()
                changes[name] = value
            elif isinstance(editor, LinesField):
                changes[name] = editor.lines
            elif isinstance(editor, CodesField):
                changes[name] = getattr(item, name) if editor.unknown() else editor.words
            elif isinstance(editor, WordsField):
                changes[name] = editor.words
            elif isinstance(editor, GrowingEdit):
                changes[name] = editor.toPlainText()
        return replace(item, **changes)  # type: ignore[arg-type]  # by name, each as the item has it

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
        made: dict[str, Callable[[], Editor]] = {
            "joint": CodesField,
            "fallbacks": LinesField,
            "priority": PriorityCombo,
            "tags": WordsField,
            "authors": CodesField,
        }
        editor = made.get(name, TextField)()
        internal = name not in CIRCULATED
        text = positions.position_field_label(name)
        editor.setAccessibleName(
            self.tr("{field} on {label}, internal").format(field=text, label=self._margin)
            if internal
            else self.tr("{field} on {label}").format(field=text, label=self._margin)
        )
        if isinstance(editor, GrowingEdit):
            set_part(editor, "internal" if internal else "text")
            editor.setPlaceholderText(self._hint(name))
            editor.textChanged.connect(self.typed)
            editor.escaped.connect(self.left)
        elif isinstance(editor, QLineEdit):
            set_property(editor, "tone", "internal" if internal else "")
            editor.setPlaceholderText(self._hint(name))
            editor.textEdited.connect(self.typed)
        elif isinstance(editor, PriorityCombo):
            set_property(editor, "role", "red_line" if internal else "soft")
            editor.picked.connect(self.chosen)
        key: QWidget = label(text, "column_key" if self._in_column else "key", wrap=not self._in_column)
        if internal and not self._in_column:
            key = _locked_key(text)
        row = 3 * FIELD_ORDER.index(name) + 1
        self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignTop)
        if self._in_column:
            self._grid.addWidget(editor, row + 1, 0, 1, 3)
            if isinstance(editor, GrowingEdit):
                editor.setPlaceholderText(text)
                for signal in (editor.entered, editor.exited, editor.textChanged):
                    signal.connect(lambda: self.show_rows(active=self._active))
            self._set_editor_read_only(editor)
        elif isinstance(editor, GrowingEdit):
            self._grid.addWidget(editor, row, 1, 1, 2)
        else:  # its words stand a little lower
            key.setContentsMargins(0, _LABEL_OFFSET[type(editor) is PriorityCombo], 0, 0)
            self._grid.addWidget(editor, row, 1, 1, 2, _AT[type(editor) is PriorityCombo])
        self._keys[name], self._editors[name] = key, editor
        if isinstance(editor, GrowingEdit):
            self.text_field_made.emit(editor)
        self._show_value(name)
        order = self.editors()
        at = order.index(editor)
        if at:
            self.setTabOrder(order[at - 1], editor)
        if at + 1 < len(order):
            self.setTabOrder(editor, order[at + 1])

    def _show_value(self, name: str) -> None:
        editor, value = self._editors[name], getattr(self._item, name)
        if isinstance(editor, PriorityCombo):
            editor.show_value(value)
        elif isinstance(editor, LinesField):
            if editor.lines != value:
                editor.set_text("\n".join(" ".join(one.split()) for one in value))
        elif isinstance(editor, WordsField):
            editor.show_words(value)
        elif isinstance(editor, GrowingEdit):
            editor.set_text(value)

    def _is_filled(self, name: str) -> bool:
        editor = self._editors.get(name)
        if isinstance(editor, GrowingEdit):
            return bool(editor.toPlainText())
        if isinstance(editor, QLineEdit):
            return bool(editor.text())
        return getattr(self._item, name) not in (None, "", ())

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

    def __init__(self, cite: Callable[[Address], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def show_item(self, item: PositionEntry, does: ProposedAction, *, active: bool) -> None:
        """Show what happens to a provision; nothing for one that is only reworded."""
        where = self._cite(item.after) if item.after else ""
        text, back = {
            ProposedAction.INSERT: (
                self.tr("New, after {place}").format(place=where) if where else self.tr("New, at the beginning"),
                "",
            ),
            ProposedAction.MOVE: (
                self.tr("Moved after {place}").format(place=where) if where else self.tr("Moved to the beginning"),
                self.tr("Cancel Move"),
            ),
            ProposedAction.DELETE: (self.tr("Deletion proposed"), self.tr("Cancel Deletion")),
        }.get(does, ("", ""))
        numbered = does in (ProposedAction.INSERT, ProposedAction.MOVE)
        self.message_label.setText(self.tr("{said}, numbered").format(said=text) if numbered else text)
        set_property(self.message_label, "part", "danger" if does is ProposedAction.DELETE else "place")
        self.number_edit.setVisible(numbered)
        if self.number_edit.text() != item.label and not self.number_edit.hasFocus():
            self.number_edit.setText(item.label)
        self._revert_button.setText(back)
        self._revert_button.setAccessibleName(back or self.tr("Revert"))
        self._revert_button.setVisible(bool(back) and active)
        self.setVisible(bool(text))


class PlaceFinder(QObject):
    """Finds the place typed in a field, and reports if there is none.

    Signals:
        found: A place, with its address.
    """

    found = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, edit: QLineEdit, error_label: QLabel) -> None:
        super().__init__(edit)
        self._desk = desk
        self._tasks = tasks
        self.document = document
        self._edit = edit
        self._error_label = error_label
        error_label.hide()
        edit.returnPressed.connect(self.find)
        edit.textEdited.connect(error_label.hide)

    def find(self) -> None:
        typed = self._edit.text()
        if typed.strip():
            self._tasks.read(
                lambda: self._desk.documents.place(self.document, typed),
                while_alive(self, self._on_found),
                failed=while_alive(self, self._on_failed),
            )

    def _on_found(self, address: str) -> None:
        self._edit.clear()
        self.found.emit(address)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UnknownPlaceError):
            self._tasks.failed.emit(error)
            return
        text = self.tr("“{typed}” was not found in {name}.").format(name=error.name, typed=error.typed)
        self._error_label.setText(text)
        self._error_label.show()


class PositionTexts(QObject):
    """The general comments and the internal notes of a position, saved as they are typed."""

    left = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, layout: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._layout = tasks, layout
        self.document = document
        self.general_edit = TextField(name="reading")
        self.internal_edit = TextField(name="internal")
        layout.insertWidget(1, self.general_edit)
        layout.insertSpacing(2, 8)
        layout.addWidget(self.internal_edit)
        self.general_edit.setAccessibleName(self.tr("General comments"))
        self.general_edit.setPlaceholderText(self.tr("Comments on the document as a whole"))
        self.internal_edit.setAccessibleName(self.tr("Internal notes"))
        self.internal_edit.setPlaceholderText(self.tr("Instructions, limits, contacts"))
        self._general = self._autosave(self.general_edit, desk.positions.set_general)
        self._internal = self._autosave(self.internal_edit, desk.positions.set_internal)

    def note_load(self) -> None:
        self._general.note_load()
        self._internal.note_load()

    def show_position(self, position: Position) -> None:
        if not self._general.is_ahead:
            self.general_edit.set_text(position.general)
        if not self._internal.is_ahead:
            self.internal_edit.set_text(position.internal)

    def make_reply_line(self, item: ReturnedItem) -> ReplyLine:
        """Return the line of a change in a reply to one of the texts, in its place."""
        edit = self.internal_edit if item.field is ReturnedField.INTERNAL else self.general_edit
        line = ReplyLine(item, edit)
        self._layout.insertWidget(self._layout.indexOf(edit) + 1, line)
        return line

    def flush(self) -> None:
        self._general.flush()
        self._internal.flush()

    def _autosave(self, edit: TextField, put: Callable[[DocumentId, str], Changes]) -> Autosave:
        saving = Autosave(self)

        def save() -> None:
            text = edit.toPlainText()
            saving.write(self._tasks, lambda: put(self.document, text), words=text)

        saving.due.connect(save)
        edit.textChanged.connect(saving.mark_edited)
        edit.escaped.connect(self.left)
        return saving
