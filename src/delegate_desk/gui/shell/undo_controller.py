"""Undo and redo outside of the text fields: named by what they would do, and said once they did it.

``Undo red line on paragraph 10``. What is not on the screen is asked for first. A field's own is in ``fieldundo``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.meetings.meeting import CapturedLine
from delegate_desk.core.positions.position import Position
from delegate_desk.gui.annotations.annotation_browser import BrowserView
from delegate_desk.gui.annotations.deadlines_view import DeadlinesView
from delegate_desk.gui.meetings.meeting_view import MeetingView
from delegate_desk.gui.positions.positions_view import PositionsView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.shell.tabs.tab_state import entry_for_view
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import GrowingEdit
from delegate_desk.gui.widgets.input_dialog import InputDialog
from delegate_desk.gui.widgets.labels import undo as undowords
from delegate_desk.gui.widgets.text import field_undo

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_IN_LIBRARY = frozenset({EditSubject.DOCUMENT, EditSubject.DOSSIER, EditSubject.MEETING, EditSubject.PACKAGE})
"""What the library column shows."""


def is_shown(edit: HistoryEdit, window: MainWindow) -> bool:
    """True if the window, or one beside it, shows what an edit changed."""
    if edit.subject in _IN_LIBRARY and window.ui.left_column.isVisible():
        return True
    fronts = [view for group in window.tabs.groups() if (view := group.currentWidget()) is not None]
    return any(_shows(view, edit) for view in fronts)


def _shows(view: QWidget, edit: HistoryEdit) -> bool:
    if edit.subject is EditSubject.LINE:
        line = edit.after or edit.before
        return isinstance(view, MeetingView) and isinstance(line, CapturedLine) and line.meeting == view.key
    if edit.subject is EditSubject.MEETING:
        return isinstance(view, MeetingView)
    if edit.subject is EditSubject.ANNOTATION:
        return _shows_notes(view, edit)
    if edit.subject is EditSubject.POSITION and isinstance(view, ReaderView | PositionsView | MeetingView):
        return isinstance(view, PositionsView) and view.document == edit.document and _shows_provisions(view, edit)
    entry = entry_for_view(view)
    return entry is not None and any(key in entry.keys for key in (edit.document, *edit.other_documents))


def _shows_notes(view: QWidget, edit: HistoryEdit) -> bool:
    """True if one of the notes is in a list that is shown, or at a paragraph that is."""
    if isinstance(view, BrowserView | DeadlinesView):
        return True
    values = [one for value in (edit.before, edit.after) for one in (value if isinstance(value, tuple) else (value,))]
    places = {one.place for one in values if isinstance(one, Annotation)}
    if isinstance(view, PositionsView):
        return view.place in places
    reader = view.reader() if isinstance(view, MeetingView) else view
    if not isinstance(reader, ReaderView):
        return False
    return not places or any(_reads(reader, place) for place in places)


def _reads(reader: ReaderView, place: Place) -> bool:
    """True if a paragraph, or a part of it, is in the pane; the annotations of the whole text are always."""
    if place.document != reader.document:
        return False
    row = reader.paper.paragraphs.row_for_address(place.address)
    if row is None or row == reader.paper.current_row():
        return True
    index = reader.paper.paragraphs.index(row)
    return reader.paper.visualRect(index).intersects(reader.paper.viewport().rect())


def _shows_provisions(view: PositionsView, edit: HistoryEdit) -> bool:
    """True if a provision that was changed is in the pane; the texts on the whole document always are."""
    before, after = edit.before, edit.after
    if not (isinstance(before, Position) and isinstance(after, Position)):
        return True
    items = {**{one.address: one for one in before.items}, **{one.address: one for one in after.items}}
    changed = [key for key in items if before.entry_at(key) != after.entry_at(key)]
    shown: dict[Address, QWidget] = {one.item.address: one for one in view.provisions}
    there = [shown[key] for key in changed if key in shown]
    return not there or any(not one.visibleRegion().isEmpty() for one in there)


_Peek = Callable[[], HistoryEdit | None]
_Tell = Callable[[HistoryEdit], object]


class Undoing(QObject):
    """Names the two commands, and carries them out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._undo, self._redo = window.ui.action_undo, window.ui.action_redo
        self._shown_edits: tuple[HistoryEdit | None, HistoryEdit | None] = (None, None)
        self._plain = (self._undo.text(), self._redo.text())
        self._show(None, None)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._attend)

    def update_actions(self) -> None:
        """Enable what can be done, and name it where it is another thing now."""
        history = self._window.desk.history
        edits = (history.next_undo(), history.next_redo())
        if edits != self._shown_edits:
            self._show(*edits)

    def undo(self) -> None:
        """Take back what was done last, what is just being typed included, and say what that was."""
        window = self._window
        window.tasks.flush()
        history = window.desk.history
        self._go_soon(history.next_undo, history.undo, self.tr("Undo"), self._report_undone)

    def redo(self) -> None:
        """Do again what was taken back last, and say what that was."""
        history = self._window.desk.history
        self._go_soon(history.next_redo, history.redo, self.tr("Redo"), self._report_redone)

    def _go_soon(self, following: _Peek, go: Callable[[], Changes], name: str, then: _Tell) -> None:
        """Go a step once all that was typed is in the library: only then it is known what the step is."""
        self._window.tasks.write(Changes, lambda _: self._go(following, go, name, then))

    def _go(self, following: _Peek, go: Callable[[], Changes], name: str, then: _Tell) -> None:
        edit, window = following(), self._window
        if edit is None:
            return

        def step() -> Changes:  # a colleague's work may have come while it was asked
            return go() if following() == edit else Changes()

        def run() -> None:
            window.tasks.write(step, lambda _: then(edit) if following() != edit else None)

        if is_shown(edit, window):
            run()
            return
        said = self.tr("This is not on the screen: {what}").format(what=undowords.whole(edit, window.desk))
        dialog = InputDialog(name, said, name, [], window)
        dialog.submitted.connect(dialog.accept)
        dialog.submitted.connect(run)
        dialog.open()

    def _report_undone(self, edit: HistoryEdit) -> None:
        history = self._window.desk.history
        said = self.tr("Undone: {what}").format(what=undowords.describe_edit(edit, self._window.desk))
        self._show_notice(said, self._redo, lambda: self.redo() if history.next_redo() == edit else None)

    def _report_redone(self, edit: HistoryEdit) -> None:
        history = self._window.desk.history
        said = self.tr("Redone: {what}").format(what=undowords.describe_edit(edit, self._window.desk))
        self._show_notice(said, self._undo, lambda: self.undo() if history.next_undo() == edit else None)

    def _show_notice(self, said: str, other: QAction, do: Callable[[], object]) -> None:
        name = self.tr("Redo") if other is self._redo else self.tr("Undo")
        key = key_bindings.first_key_text(other.objectName())
        self._window.notices.show_briefly(said, link=(f"{name} ({key})" if key else name, do))

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
            undo.stepping.connect(self._window.desk.history.continue_typing)
            undo.exhausted.connect(self._tell_exhausted)

    def _tell_exhausted(self, by: int) -> None:
        said = (
            self.tr("Nothing more to undo in this field") if by < 0 else self.tr("Nothing more to redo in this field")
        )
        self._window.status.pass_by(said)

    def _show(self, undo: HistoryEdit | None, redo: HistoryEdit | None) -> None:
        self._shown_edits = (undo, redo)
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        desk = self._window.desk
        undone = (
            self.tr("&Undo {what}").format(what=_in_menu(undowords.describe_edit(undo, desk)))
            if undo
            else self._plain[0]
        )
        redone = (
            self.tr("&Redo {what}").format(what=_in_menu(undowords.describe_edit(redo, desk)))
            if redo
            else self._plain[1]
        )
        self._undo.setText(undone)
        self._redo.setText(redone)


def _in_menu(text: str) -> str:
    return text.replace("&", "&&")
