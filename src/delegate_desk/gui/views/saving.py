"""What is typed is saved as it is typed: when, and whether it is on its way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from delegate_desk.core.changes import Changes
from delegate_desk.gui.tasks import Tasks

_PAUSE = 250
"""Milliseconds after the first key press that is not saved yet."""


class Saving(QObject):
    """Says when something typed is to be saved, counted from the first key that is not: fast typing is saved too.

    Attributes:
        failed: True if the last save came to nothing: what was typed is kept on the screen and saved with the next key.

    Signals:
        due: It is time to save.
    """

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._on_its_way = 0
        self.failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.due)

    @property
    def is_dirty(self) -> bool:
        """True while something typed is not in the library yet."""
        return self._timer.isActive() or self._on_its_way > 0 or self.failed

    def touch(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Save now what waits."""
        if self._timer.isActive() or self.failed:
            self._timer.stop()
            self.due.emit()

    def write(self, tasks: Tasks, job: Callable[[], Changes]) -> None:
        """Save through the tasks."""
        self._on_its_way += 1
        self.failed = False

        def landed() -> None:
            self._on_its_way -= 1

        def failed(error: Exception) -> None:
            landed()
            self.failed = True
            tasks.failed.emit(error)

        tasks.write(job, lambda _: landed(), failed=failed)
