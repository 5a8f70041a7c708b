"""The field at the top of the window: the typed text, its completion, and the panel below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.text import fold
from delegate_desk.desk import Desk
from delegate_desk.gui.search.field_panel import FieldPanel, PanelRow
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import icons, key_bindings, screen_reader
from delegate_desk.gui.widgets.basic_widgets import on_focus_changed, set_part, show_text
from delegate_desk.gui.widgets.jobs import LatestOnly
from delegate_desk.gui.widgets.labels import terms

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
        sign = edit.addAction(icons.icon("search"), edit.ActionPosition.LeadingPosition)
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
        self.panel.taken.connect(self._take)
        self._before: QWidget | None = None
        on_focus_changed(self._on_focus_changed)

    @property
    def query(self) -> str:
        return self._edit.text()

    @property
    def completion(self) -> str:
        """Return the grey completion of the text; empty for none."""
        return "" if self._ghost.isHidden() else self._ghost.text()

    def show_query(self, query: str) -> None:
        """Show a query in the field that was not typed."""
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
        """Focus the field with the cursor at the end."""
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
        screen_reader.announce(self._edit, self.panel.summary(), about="rows")
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
        at, language = self._edit.cursorPosition(), terms.window_language()
        if not text.strip() or text[:at].endswith(" ") or text.startswith(COMMANDS_SIGN):
            self._newest.cancel()
            return
        complete = self._desk.search.complete
        self._newest.run(
            lambda _: complete(text, at, language=language), lambda found: self._show_completion(text, found)
        )

    def _show_completion(self, text: str, found: Sequence[str]) -> None:
        edit = self._edit
        if edit.text() != text or not edit.hasFocus() or edit.cursorPosition() != len(text):
            return
        typed = fold(text)
        goes_on = [query for query in found if fold(query).startswith(typed) and len(query) > len(text)]
        begun = text.rsplit(maxsplit=1)[-1]
        if goes_on and (":" in begun or not any(letter.isdigit() for letter in begun)):
            self._show_ghost(goes_on[0][len(text) :])

    def _show_ghost(self, rest: str) -> None:
        left = self._edit.cursorRect().center().x() + 2
        room = self._edit.width() - self._key.width() - 20 - left
        if room > 24:
            self._ghost.setText(rest)
            self._ghost.setFont(self._edit.font())
            self._ghost.setGeometry(left, 0, min(self._ghost.sizeHint().width() + 2, room), self._edit.height())
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
            if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTERS and self._is_enter(event)):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key_press(event)
        return False

    def _is_enter(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return modifiers in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)

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
            self._escape()
        elif key == Qt.Key.Key_Space and self._is_walking:
            self._preview()
        elif key == Qt.Key.Key_Tab or (key == Qt.Key.Key_Right and self.completion):
            return self._complete()
        else:
            return False
        return True

    def _complete(self) -> bool:
        """Accept the completion; False if there is none."""
        if self.completion:
            self.type_query(self.query + self.completion)
            return True
        return False

    def _step(self, by: int) -> None:
        if self.panel.isHidden():
            self.changed.emit()
        else:
            self._is_walking = True
            self.panel.step(by)
            current = self.panel.current()
            if current is not None:  # the keyboard focus stays in the field
                screen_reader.announce(self._edit, self.panel.model.accessible_text(current), about="row")

    def _on_enter(self, *, new_tab: bool) -> None:
        if self.is_waiting and not self._is_walking:
            self._enter_when_ready = new_tab
        elif not self.panel.take_current(new_tab=new_tab):
            self._request_all()

    def _request_all(self) -> None:
        if self.query.removeprefix(COMMANDS_SIGN).strip():
            self.show_query(self.query.removeprefix(COMMANDS_SIGN).strip())
            self.close_panel()
            self.all_requested.emit()

    def _take(self, row: PanelRow, new_tab: bool) -> None:
        self.close_panel()
        if self.query.startswith(COMMANDS_SIGN) or row.command:
            self._edit.clear()
            self._give_back()
        row.run(new_tab)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is self._edit:
            self._before = before

    def _give_back(self) -> None:
        """Return the focus to where it was, so that a command acts there."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.escaped.emit()

    def _preview(self) -> None:
        """Open the selected row, and keep the focus."""
        row = self.panel.current()
        if row is not None and row.opens_document:
            self._is_previewing = True
            row.run(False)
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self._is_previewing = False
            self.panel.raise_()

    def _escape(self) -> None:
        if self.panel.isVisible() or self.completion:
            self.close_panel()
        elif self.query:
            self._edit.clear()
        else:
            self.escaped.emit()
