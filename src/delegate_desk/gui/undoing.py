"""Undo and redo, named by what they would do, and said once they did it: ``Undo red line on paragraph 10``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegate_desk.core.history import Edit
from delegate_desk.gui import keymap, undowords

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


class Undoing(QObject):
    """Names the two commands, and carries them out."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._undo, self._redo = window.ui.action_undo, window.ui.action_redo
        self._said: tuple[Edit | None, Edit | None] = (None, None)
        self._plain = (self._undo.text(), self._redo.text())
        self._show(None, None)

    def fit(self) -> None:
        """Enable what can be done, and name it where it is another thing now."""
        history = self._window.desk.history
        edits = (history.next_undo(), history.next_redo())
        if edits != self._said:
            self._show(*edits)

    def undo(self) -> None:
        """Take back what was done last, what is just being typed included, and say what that was."""
        window = self._window
        window.flush()
        window.tasks.write(window.desk.history.undo, lambda _: self._tell_undone())

    def redo(self) -> None:
        """Do again what was taken back last, and say what that was."""
        window = self._window
        window.tasks.write(window.desk.history.redo, lambda _: self._tell_redone())

    def _tell_undone(self) -> None:
        undone = self._window.desk.history.next_redo()
        if undone is not None:
            again = keymap.say(self.tr("{key} does it again."), key="action_redo")
            self._tell(self.tr("Undone: {what}").format(what=undowords.what(undone, self._window.desk)), again)

    def _tell_redone(self) -> None:
        redone = self._window.desk.history.next_undo()
        if redone is not None:
            back = keymap.say(self.tr("{key} takes it back."), key="action_undo")
            self._tell(self.tr("Done again: {what}").format(what=undowords.what(redone, self._window.desk)), back)

    def _tell(self, said: str, key: str) -> None:
        self._window.notices.pass_by(said, [key] if key else [])

    def _show(self, undo: Edit | None, redo: Edit | None) -> None:
        self._said = (undo, redo)
        self._undo.setEnabled(undo is not None)
        self._redo.setEnabled(redo is not None)
        desk = self._window.desk
        undone = self.tr("&Undo {what}").format(what=_in_menu(undowords.what(undo, desk))) if undo else self._plain[0]
        redone = self.tr("&Redo {what}").format(what=_in_menu(undowords.what(redo, desk))) if redo else self._plain[1]
        self._undo.setText(undone)
        self._redo.setText(redone)


def _in_menu(text: str) -> str:
    return text.replace("&", "&&")
