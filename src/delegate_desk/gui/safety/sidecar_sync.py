"""Keeps the sidecars up to date: soon after a change it is also in plain files."""

from PySide6.QtCore import QObject, QTimer

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Job, Tasks

SOON = 2000
"""Milliseconds without a change after which due sidecars are written."""
_LONGEST = 10
"""How often a change may postpone that."""


class SidecarSync(QObject):
    """Writes the sidecars that are due, one pass at a time."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ticket: Job | None = None
        self._postponed = 0
        self._is_reported = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.run)
        tasks.changed.connect(self._on_changes)
        self._timer.start()  # what was left when the program was closed, or killed

    def run(self) -> None:
        self._postponed = 0
        if self._ticket is not None:  # once that pass is over
            self._timer.start()
            return
        self._timer.stop()
        self._ticket = self._tasks.read(self._desk.sidecars.catch_up, self._end, failed=self._fail)

    def _on_changes(self, _: Changes) -> None:
        if not self._timer.isActive() or self._postponed < _LONGEST:
            self._postponed += 1
            self._timer.start()

    def _end(self, _: None) -> None:
        self._ticket, self._is_reported = None, False

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        if not (self._is_reported and isinstance(error, DeskError)):
            self._is_reported = True
            self._tasks.say_once(error)
