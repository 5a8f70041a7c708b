"""The search box at the top of the window: searches for its text, with keys that lead into the results."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import icons, key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import set_part
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms

_ROW, _ROWS = 28, 10


class SuggestionPopup(QFrame):
    """Shows lines to choose from under a field that keeps the keys.

    Signals:
        taken: A line was clicked.
    """

    accepted = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("proposals")
        self._head = QLabel()
        self._head.setProperty("part", "head")
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        layout.addWidget(self._head)
        layout.addWidget(self.list)
        self.list.clicked.connect(self._on_clicked)
        self.hide()

    def show_lines(self, lines: Sequence[str], name: str, *, first: bool) -> None:
        """Show lines under a heading, with the first selected or none; hide if there are no lines."""
        if not lines:
            self.hide()
            return
        if lines != self._model.stringList():
            self._model.setStringList(list(lines))
        self._head.setText(name)
        self.list.setAccessibleName(name)
        self.list.setCurrentIndex(self._model.index(0) if first else QModelIndex())
        self._place(len(lines))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        count = self._model.rowCount()
        row = self.list.currentIndex().row()
        self.list.setCurrentIndex(self._model.index((row + by) % count if row >= 0 else (0 if by > 0 else count - 1)))

    def chosen(self) -> str:
        if self.isHidden():
            return ""
        return str(self.list.currentIndex().data() or "")

    def lines(self) -> list[str]:
        return [] if self.isHidden() else self._model.stringList()

    def _place(self, count: int) -> None:
        corner = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + 4))
        line = max(_ROW, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(line * min(count, _ROWS))
        self._head.setFont(theme.ui_font(theme.FINE, bold=True))
        self.move(corner)
        self.setFixedWidth(self._field.width())
        self.adjustSize()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.accepted.emit(str(index.data()))


_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TURNED = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""Else the keys come to the box because they have to be somewhere."""


class SearchBox(QObject):
    """Dresses the field, completes what is typed, and tells what its keys ask for.

    What completes the word is set in quiet letters behind it: Tab or the right arrow takes it, and typing on passes it
    by. What a field can ask for, and the recent queries under an empty box, are listed below: there the arrows choose.

    Signals:
        attended: One turned to it, by the mouse or by its shortcut.
        typed: Another query stands in it, by typing.
        chosen: A query was chosen from the list.
        entered: Enter was pressed; with True for a tab of its own.
        went_down: The arrow leads into the results.
        escaped: Esc leads back to the text.
        commands_asked: The commands are wanted.
    """

    focused = Signal()
    typed = Signal(str)
    chosen = Signal(str)
    entered = Signal(bool)
    went_down = Signal()
    escaped = Signal()
    commands_requested = Signal()

    def __init__(self, edit: QLineEdit, desk: Desk, tasks: Tasks) -> None:
        super().__init__(edit)
        self._edit = edit
        self._desk = desk
        self._newest = LatestOnly(tasks, self)
        self.suggestions = SuggestionPopup(edit)
        sign = edit.addAction(icons.icon("search"), edit.ActionPosition.LeadingPosition)
        for button in edit.findChildren(QToolButton):
            button.setAccessibleName(edit.accessibleName())
        sign.triggered.connect(self.enter)
        layout = QHBoxLayout(edit)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addStretch(1)
        button = self._keys_button()
        layout.addWidget(button)
        edit.setTextMargins(0, 0, button.sizeHint().width() + 12, 0)
        self._ghost = QLabel(edit)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.setTextFormat(Qt.TextFormat.PlainText)
        set_part(self._ghost, "ghost")
        self._button_width = button.sizeHint().width() + 20
        self.dismiss_suggestions()
        edit.textEdited.connect(self._on_text_edited)
        edit.textChanged.connect(self.dismiss_suggestions)
        edit.cursorPositionChanged.connect(self._ghost.hide)
        edit.installEventFilter(self)
        self.suggestions.accepted.connect(self._accept_query)

    @property
    def query(self) -> str:
        return self._edit.text()

    @property
    def completion(self) -> str:
        """The letters that stand behind what is typed; empty for none."""
        return "" if self._ghost.isHidden() else self._ghost.text()

    def show_query(self, query: str) -> None:
        """Let the box read so, without anybody having typed it."""
        if self._edit.text() != query:
            self._edit.setText(query)

    def enter(self) -> None:
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def focus_at_end(self) -> None:
        """Give the keys to the box with the cursor at the end."""
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.end(False)

    def dismiss_suggestions(self) -> None:
        self._ghost.hide()
        self.suggestions.hide()

    def _keys_button(self) -> QToolButton:
        """The key of the palette, in the box that it opens under."""
        button = QToolButton()
        text = self.tr("Find a command, document or place by name")
        key_bindings.set_key_tool_tip(button, "action_commands", text)
        self._name_keys(button)
        key_bindings.subscribe_to_keys(button, lambda: self._name_keys(button))
        button.setAccessibleName(self.tr("Commands"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setProperty("part", "keys")
        button.clicked.connect(self.commands_requested)
        return button

    def _name_keys(self, button: QToolButton) -> None:
        button.setText(key_bindings.first_key_text("action_commands") or self.tr("Commands"))

    # Completing

    def _on_text_edited(self, text: str) -> None:
        self.typed.emit(text)
        at, language = self._edit.cursorPosition(), terms.window_language()
        if not text.strip() or text[:at].endswith(" "):
            self._newest.cancel()
            return
        complete = self._desk.search.complete
        self._newest.run(
            lambda _: complete(text, at, language=language), lambda found: self._show_suggestions(text, found)
        )

    def _show_suggestions(self, text: str, found: Sequence[str]) -> None:
        edit = self._edit
        if edit.text() != text or not edit.hasFocus() or edit.cursorPosition() != len(text):
            return
        typed = fold(text)
        goes_on = [query for query in found if fold(query).startswith(typed) and len(query) > len(text)]
        begun = text.rsplit(maxsplit=1)[-1]
        if ":" in begun:
            self.suggestions.show_lines(goes_on, self.tr("Tab to complete"), first=False)
        elif any(letter.isdigit() for letter in begun):  # one knows the number that one types
            return
        if goes_on:
            self._show_ghost(goes_on[0][len(text) :])

    def _show_ghost(self, rest: str) -> None:
        caret = self._edit.cursorRect()
        left = caret.center().x() + 2
        if left + 24 < self._edit.width() - self._button_width:
            self._ghost.setText(rest)
            self._ghost.setFont(self._edit.font())
            room = self._edit.width() - self._button_width - left
            self._ghost.setGeometry(left, 0, min(self._ghost.sizeHint().width() + 2, room), self._edit.height())
            self._ghost.show()

    def _accept_suggestion(self) -> bool:
        """Take what is proposed; False where nothing is."""
        line = self.suggestions.chosen() or (self._edit.text() + self.completion if self.completion else "")
        if line:
            self._accept_query(line)
        return bool(line)

    def _accept_query(self, query: str) -> None:
        self._edit.setText(query)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit(query)

    def _show_recent(self) -> None:
        recent = self._desk.search.recent()
        if recent:
            self.suggestions.show_lines(recent, self.tr("Recent searches"), first=True)
        else:
            self.went_down.emit()

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Resize):
            self.dismiss_suggestions()
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _TURNED:
            self.focused.emit()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keypad = Qt.KeyboardModifier.KeypadModifier
            control = event.modifiers() & ~keypad == Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTERS and control):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key_press(event)
        return False

    def _on_key_press(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        listed = not self.suggestions.isHidden()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTERS and self.suggestions.chosen():
            self._accept_query(self.suggestions.chosen())
        elif key in _ENTERS:
            if self._edit.text().strip():
                self.dismiss_suggestions()
                self.entered.emit(control)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and listed:
            self.suggestions.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down:
            self._go_down()
        elif key == Qt.Key.Key_Escape:
            self._escape(listed=listed)
        elif key == Qt.Key.Key_Tab or (key == Qt.Key.Key_Right and self.completion):
            return self._accept_suggestion()
        else:
            return False
        return True

    def _go_down(self) -> None:
        if self._edit.text().strip():
            self.went_down.emit()
        else:
            self._show_recent()

    def _escape(self, *, listed: bool) -> None:
        if listed or self.completion:
            self.dismiss_suggestions()
        else:
            self.escaped.emit()
