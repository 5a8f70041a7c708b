"""Reading an original again, and giving a place to what lost its own by it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from delegate_desk.core.documents.document import LibraryDocument
from delegate_desk.core.errors import DeskError
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain


class ReparseController(QObject):
    """Commands for the parsing of the current document."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._queue: deque[LibraryDocument] = deque()
        self._total = 0
        self._errors: list[Exception] = []

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do, by the names of their actions."""
        return {
            "action_reread": self.reparse_current,
            "action_reread_outdated": self.reparse_outdated,
            "action_unplaced": self.show_unplaced,
        }

    def reparse_current(self) -> None:
        """Read the original of the document in front again."""
        key = self._context.navigate.current_document()
        if key is not None:
            self._start_batch([self._context.desk.documents.get(key)])

    def reparse_outdated(self) -> None:
        """Read again what an older version of the program read."""
        self._context.tasks.read(self._context.desk.reparse.outdated, self._on_outdated_found)

    def stop(self) -> None:
        """Read no more of them; what was read anew stays."""
        self._queue.clear()

    def show_unplaced(self) -> None:
        """Show what has no place in the document in front, to be given one."""
        key = self._context.navigate.current_document()
        if key is not None:
            from delegate_desk.gui.library.unplaced_dialog import UnplacedDialog

            UnplacedDialog(
                self._context.desk, self._context.tasks, key, self._context.navigate.current_place, self._context.window
            ).show()

    def _on_outdated_found(self, outdated: Sequence[LibraryDocument]) -> None:
        if outdated:
            self._start_batch(outdated)
        else:
            sentence = self.tr("All documents are up to date with this version.")
            self._context.notify.show_notice(self.tr("Nothing to re-import"), [sentence])

    def _start_batch(self, documents: Sequence[LibraryDocument]) -> None:
        if self._total:  # one batch at a time
            return
        self._context.tasks.flush()
        self._queue.extend(documents)
        self._total = len(documents)
        self._next()

    def _next(self) -> None:
        context = self._context
        if not self._queue:
            self._end()
            return
        held, rereading = self._queue.popleft(), context.desk.reparse
        context.notify.show_import(held.name, self._total - len(self._queue) - 1, self._total)
        context.tasks.read(
            lambda: rereading.read(held.id),
            lambda read: context.tasks.write(
                lambda: rereading.renew(read), lambda _: self._next(), failed=self._on_reparse_failed, behind=True
            ),
            failed=self._on_reparse_failed,
        )

    def _on_reparse_failed(self, error: Exception) -> None:
        """Skip a document that can no longer be read: it stays as it was read."""
        if isinstance(error, DeskError):
            self._errors.append(error)
        else:
            self._context.tasks.failed.emit(error)
        self._next()

    def _end(self) -> None:
        context = self._context
        refused, self._errors, self._total = self._errors, [], 0
        context.notify.hide_progress()
        if refused:
            sentences = [explain(error) for error in refused if isinstance(error, DeskError)]
            context.notify.show_notice(self.tr("Some documents were not re-imported"), sentences)
