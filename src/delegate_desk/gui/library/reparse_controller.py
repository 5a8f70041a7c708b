"""Reading an original again, and giving a place to what lost its own by it."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.errors import DeskError
from delegate_desk.gui.error_messages import explain

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


class ReparseController(QObject):
    """Commands for the parsing of the current document."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._queue: deque[LibraryDocument] = deque()
        self._total = 0
        self._errors: list[Exception] = []

    def reparse_current(self) -> None:
        """Read the original of the document in front again."""
        key = self._window.current_document()
        if key is not None:
            self._start_batch([self._window.desk.documents.get(key)])

    def reparse_outdated(self) -> None:
        """Read again what an older version of the program read."""
        self._window.tasks.read(self._window.desk.reparse.outdated, self._on_outdated_found)

    def stop(self) -> None:
        """Read no more of them; what was read anew stays."""
        self._queue.clear()

    def show_unplaced(self) -> None:
        """Show what has no place in the document in front, to be given one."""
        key = self._window.current_document()
        if key is not None:
            from delegate_desk.gui.library.unplaced_dialog import UnplacedDialog

            UnplacedDialog(self._window.desk, self._window.tasks, key, self._window.current_place, self._window).show()

    def _on_outdated_found(self, outdated: Sequence[LibraryDocument]) -> None:
        if outdated:
            self._start_batch(outdated)
        else:
            sentence = self.tr("All documents are up to date with this version.")
            self._window.notices.show_notice(self.tr("Nothing to re-import"), [sentence])

    def _start_batch(self, documents: Sequence[LibraryDocument]) -> None:
        if self._total:  # one batch at a time
            return
        self._window.tasks.flush()
        self._queue.extend(documents)
        self._total = len(documents)
        self._next()

    def _next(self) -> None:
        window = self._window
        if not self._queue:
            self._end()
            return
        held, rereading = self._queue.popleft(), window.desk.reparse
        window.status.show_import(held.name, self._total - len(self._queue) - 1, self._total)
        window.tasks.read(
            lambda: rereading.read(held.id),
            lambda read: window.tasks.write(
                lambda: rereading.renew(read), lambda _: self._next(), failed=self._on_reparse_failed, behind=True
            ),
            failed=self._on_reparse_failed,
        )

    def _on_reparse_failed(self, error: Exception) -> None:
        """Skip a document that can no longer be read: it stays as it was read."""
        if isinstance(error, DeskError):
            self._errors.append(error)
        else:
            self._window.tasks.failed.emit(error)
        self._next()

    def _end(self) -> None:
        window = self._window
        refused, self._errors, self._total = self._errors, [], 0
        window.status.hide_progress()
        if refused:
            sentences = [explain(error) for error in refused if isinstance(error, DeskError)]
            window.notices.show_notice(self.tr("Some documents were not re-imported"), sentences)
