"""The parts of the window: the field, the left column, the text, the right column, the capture line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.library.documents_view import DocumentsView
from delegate_desk.gui.shell.columns import Columns

if TYPE_CHECKING:
    from delegate_desk.gui.meetings.meeting_mode_controller import MeetingModeController


class WindowParts(QObject):
    """Moves the keyboard focus from part to part."""

    def __init__(
        self,
        context: Context,
        ui: Ui_MainWindow,
        documents: DocumentsView,
        columns: Columns,
        meeting: Callable[[], MeetingModeController | None],
    ) -> None:
        super().__init__(context.window)
        self._context, self._ui, self._documents, self._meeting = context, ui, documents, meeting
        self._columns = columns

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {
            "action_next_part": lambda: self._step(1),
            "action_previous_part": lambda: self._step(-1),
            "action_library": self._go_to_library,
            "action_context": self._go_to_right_column,
        }

    def name_meeting(self) -> None:
        """Let the command that starts a meeting say that it exits one, while there is one."""
        is_on = self._meeting() is not None
        self._ui.action_meeting.setText(self.tr("Exit &Meeting") if is_on else self.tr("Start &Meeting"))

    def _step(self, by: int) -> None:
        """Go round the parts, as far as they are shown."""
        ui, meeting = self._ui, self._meeting()
        left = self._columns.left_pane()
        parts: list[tuple[QWidget, Callable[[], object]]] = [
            (ui.search_edit, ui.action_search.trigger),
            (ui.left_column, lambda: left.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            (ui.middle_column, self._context.navigate.focus_text),
            (ui.right_column, self._go_to_right_column),
        ]
        if meeting is not None and meeting.view is not None:
            parts.append((meeting.view.line, meeting.focus_line))
        shown = [(part, go) for part, go in parts if part.isVisible()]
        focus = QApplication.focusWidget()
        here = [n for n, (part, _) in enumerate(shown) if focus and (part is focus or part.isAncestorOf(focus))]
        shown[(here[-1] + by) % len(shown) if here else 0][1]()

    def _go_to_library(self) -> None:
        """Put the caret in the filter of the library, from there go to its list."""
        self._columns.show_library()
        edit = self._documents.ui.filter_edit
        if edit.hasFocus():
            self._documents.setFocus()
        else:
            edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
            edit.selectAll()

    def _go_to_right_column(self) -> None:
        self._ui.action_right.setChecked(True)
        if self._ui.action_facets.isEnabled():
            self._ui.action_facets.trigger()
            return
        pane = self._ui.right_column.currentWidget()
        fields = pane.findChildren(QTextEdit) if pane else []
        target = next((field for field in fields if field.isVisible()), pane)
        if target is not None:
            target.setFocus()
