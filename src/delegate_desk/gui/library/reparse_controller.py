"""Reading an original again, and giving a place to what lost its own by it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegate_desk.core.documents.document import Held
from delegate_desk.core.errors import DeskError
from delegate_desk.gui.error_messages import explain

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


class ReparseController(QObject):
    """Commands for the parsing of the current document."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: deque[Held] = deque()
        self._of = 0
        self._refused: list[Exception] = []

    def read_in_front(self) -> None:
        """Read the original of the document in front again."""
        key = self._window.document_in_front()
        if key is not None:
            self._begin([self._window.desk.documents.get(key)])

    def read_outdated(self) -> None:
        """Read again what an older version of the program read."""
        self._window.tasks.read(self._window.desk.rereading.outdated, self._begin_all)

    def stop(self) -> None:
        """Read no more of them; what was read anew stays."""
        self._waiting.clear()

    def show_unplaced(self) -> None:
        """Show what has no place in the document in front, to be given one."""
        key = self._window.document_in_front()
        if key is not None:
            from delegate_desk.gui.library.unplaced_dialog import UnplacedDialog

            UnplacedDialog(self._window.desk, self._window.tasks, key, self._window.place, self._window).show()

    def _begin_all(self, outdated: Sequence[Held]) -> None:
        if outdated:
            self._begin(outdated)
        else:
            sentence = self.tr("All documents are up to date with this version.")
            self._window.notices.say(self.tr("Nothing to re-import"), [sentence])

    def _begin(self, documents: Sequence[Held]) -> None:
        if self._of:  # one batch at a time
            return
        self._window.flush()
        self._waiting.extend(documents)
        self._of = len(documents)
        self._next()

    def _next(self) -> None:
        window = self._window
        if not self._waiting:
            self._end()
            return
        held, rereading = self._waiting.popleft(), window.desk.rereading
        window.status.progress(held.name, self._of - len(self._waiting) - 1, self._of)
        window.tasks.read(
            lambda: rereading.read(held.id),
            lambda read: window.tasks.write(
                lambda: rereading.renew(read), lambda _: self._next(), failed=self._pass_over, behind=True
            ),
            failed=self._pass_over,
        )

    def _pass_over(self, error: Exception) -> None:
        """Skip a document that can no longer be read: it stays as it was read."""
        if isinstance(error, DeskError):
            self._refused.append(error)
        else:
            self._window.tasks.failed.emit(error)
        self._next()

    def _end(self) -> None:
        window = self._window
        refused, self._refused, self._of = self._refused, [], 0
        window.status.end_progress()
        if refused:
            sentences = [explain(error) for error in refused if isinstance(error, DeskError)]
            window.notices.say(self.tr("Some documents were not re-imported"), sentences)
