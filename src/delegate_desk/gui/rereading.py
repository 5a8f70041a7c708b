"""Reading an original again, and giving a place to what lost its own by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


class Rereading(QObject):
    """What the commands about the reading of the document in front do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def read_in_front(self) -> None:
        """Read the original of the document in front again."""
        window, key = self._window, self._window.document_in_front()
        if key is None:
            return
        window.flush()
        rereading = window.desk.rereading
        window.status.progress(window.desk.documents.get(key).name, 0, 1)
        window.tasks.read(
            lambda: rereading.read(key),
            lambda read: window.tasks.write(lambda: rereading.renew(read), lambda _: window.status.end_progress()),
            failed=self._fail,
        )

    def show_unplaced(self) -> None:
        """Show what has no place in the document in front, to be given one."""
        key = self._window.document_in_front()
        if key is not None:
            from delegate_desk.gui.views.unplaced import UnplacedDialog

            UnplacedDialog(self._window.desk, self._window.tasks, key, self._window.place, self._window).show()

    def _fail(self, error: Exception) -> None:
        self._window.status.end_progress()
        self._window.tasks.failed.emit(error)
