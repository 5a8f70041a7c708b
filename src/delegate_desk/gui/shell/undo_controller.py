"""Undo and redo outside of the text fields: named by what they would do, and said once they did it.

``Undo red line on paragraph 10``. What is not on the screen is asked for first. A field's own is in ``fieldundo``.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.gui.context import Context
from delegate_desk.gui.forms.ui_main_window import Ui_MainWindow
from delegate_desk.gui.shell.tabs.tabs import Tabs
from delegate_desk.gui.tab_page import TabPage
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit
from delegate_desk.gui.widgets.input_dialog import InputDialog
from delegate_desk.gui.widgets.labels import undo as undowords
from delegate_desk.gui.widgets.text import field_undo

_IN_LIBRARY = frozenset({EditSubject.DOCUMENT, EditSubject.DOSSIER, EditSubject.MEETING, EditSubject.PACKAGE})
"""What the library column shows."""


def is_shown(edit: HistoryEdit, library: QWidget, tabs: Tabs) -> bool:
    """True if the library, or a tab in front in any window, shows what an edit changed."""
    if edit.subject in _IN_LIBRARY and library.isVisible():
        return True
    fronts = [group.currentWidget() for group in tabs.groups()]
    return any(page.shows_edit(edit) for page in fronts if isinstance(page, TabPage))


_Peek = Callable[[], HistoryEdit | None]
_Tell = Callable[[HistoryEdit], object]


class Undoing(QObject):
    """Names the two commands, and carries them out."""

    def __init__(self, context: Context, ui: Ui_MainWindow, tabs: Tabs) -> None:
        super().__init__(context.window)
        self._context, self._tabs, self._library = context, tabs, ui.left_column
        self._undo, self._redo = ui.action_undo, ui.action_redo
        self._plain = (self._undo.text(), self._redo.text())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._attend)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {"action_undo": self.undo, "action_redo": self.redo}

    def undo(self) -> None:
        """Take back what was done last, what is just being typed included, and say what that was."""
        self._context.tasks.flush()
        history = self._context.desk.history
        self._go_soon(history.next_undo, history.undo, self.tr("Undo"), self._report_undone)

    def redo(self) -> None:
        """Do again what was taken back last, and say what that was."""
        history = self._context.desk.history
        self._go_soon(history.next_redo, history.redo, self.tr("Redo"), self._report_redone)

    def _go_soon(self, following: _Peek, go: Callable[[], Changes], name: str, then: _Tell) -> None:
        """Go a step once all that was typed is in the library: only then it is known what the step is."""
        self._context.tasks.write(Changes, lambda _: self._go(following, go, name, then))

    def _go(self, following: _Peek, go: Callable[[], Changes], name: str, then: _Tell) -> None:
        edit, context = following(), self._context
        if edit is None:
            return

        def step() -> Changes:  # a colleague's work may have come while it was asked
            return go() if following() == edit else Changes()

        def run() -> None:
            context.tasks.write(step, lambda _: then(edit) if following() != edit else None)

        if is_shown(edit, self._library, self._tabs):
            run()
            return
        said = self.tr("This is not on the screen: {what}").format(what=undowords.whole(edit, context.desk))
        dialog = InputDialog(name, said, name, [], context.window)
        dialog.submitted.connect(dialog.accept)
        dialog.submitted.connect(run)
        dialog.open()

    def _report_undone(self, edit: HistoryEdit) -> None:
        history = self._context.desk.history
        said = self.tr("Undone: {what}").format(what=undowords.describe_edit(edit, self._context.desk))
        self._show_notice(said, self._redo, lambda: self.redo() if history.next_redo() == edit else None)

    def _report_redone(self, edit: HistoryEdit) -> None:
        history = self._context.desk.history
        said = self.tr("Redone: {what}").format(what=undowords.describe_edit(edit, self._context.desk))
        self._show_notice(said, self._undo, lambda: self.undo() if history.next_undo() == edit else None)

    def _show_notice(self, said: str, other: QAction, do: Callable[[], object]) -> None:
        name = self.tr("Redo") if other is self._redo else self.tr("Undo")
        key = key_bindings.first_key_text(other.objectName())
        self._context.notify.show_briefly(said, link=(f"{name} ({key})" if key else name, do))

    # In a field

    def _attend(self, _: QWidget | None, field: QWidget | None) -> None:
        """Give a field that gets the focus its own undo, and report when there is nothing more to undo in it."""
        if isinstance(field, GrowingEdit):
            undo = field.undoing
        elif isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal and not field.isReadOnly():
            undo = field_undo.line_edit_undo(field)
        else:
            return
        if not undo.is_connected:
            undo.is_connected = True
            undo.stepping.connect(self._context.desk.history.continue_typing)
            undo.exhausted.connect(self._tell_exhausted)

    def _tell_exhausted(self, by: int) -> None:
        said = (
            self.tr("Nothing more to undo in this field") if by < 0 else self.tr("Nothing more to redo in this field")
        )
        self._context.notify.pass_by(said)

    def show_names(self, undo: HistoryEdit | None, redo: HistoryEdit | None) -> None:
        """Name the two commands by what they would do."""
        for action, plain, edit, named in (
            (self._undo, self._plain[0], undo, self.tr("&Undo {what}")),
            (self._redo, self._plain[1], redo, self.tr("&Redo {what}")),
        ):
            said = _in_menu(undowords.describe_edit(edit, self._context.desk)) if edit else ""
            action.setText(named.format(what=said) if edit else plain)


def _in_menu(text: str) -> str:
    return text.replace("&", "&&")
