"""Keeps the index well beside the window: what changed is taken in, and what can be put right is."""

import time

from PySide6.QtCore import QObject, Signal

from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.tasks import Tasks, Ticket
from delegate_desk.gui.widgets.basic_widgets import while_there

_QUIET = 1.0
"""Seconds for which nothing is said of it."""


class IndexMaintenance(QObject):
    """Runs the upkeep of the index after changes, one at a time.

    When the window opens, an index for which nothing waits is left at rest until somebody turns to the search: it is
    not even opened.

    Signals:
        progressed: It takes long: how many things are taken in, and of how many.
        caught_up: All that had changed is in the index.
        ended: Nothing more is to be said of it.
    """

    progressed = Signal(int, int)
    caught_up = Signal()
    ended = Signal()
    _stepped = Signal(int, int)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._ticket: Ticket | None = None
        self._again = False
        self._stopped = False
        self._told = False
        self._is_wanted = False
        self._stepped.connect(self._tell)

    def begin(self) -> None:
        """Begin as a window opens: with what waits, if anything does."""
        self.resume()

    def run(self) -> None:
        """Start, now or after the run in progress."""
        self._stopped, self._is_wanted = False, True
        self.resume()

    def resume(self) -> None:
        """Begin unless somebody stopped it since the last change."""
        if self._stopped:
            return
        if self._ticket is not None:
            self._again = True
            return
        self._ticket = self._tasks.read(self._steps, while_there(self, self._end), failed=while_there(self, self._fail))

    def wake(self) -> None:
        """Somebody turns to the search: the index is opened and verified, where it was at rest until now."""
        if not self._is_wanted:
            self._is_wanted = True
            self.resume()

    def stop(self) -> None:
        """Go on with the next change only; what was taken in stays."""
        self._stopped = True
        self._again = False
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
            self._say_end()

    def _steps(self) -> Steps[None]:
        """The work, which may be given up at each step; on the thread of the job."""
        began, said, done, of = time.monotonic(), 0.0, 0, 0
        caught_up = False
        if not self._is_wanted and self._desk.search.rests():
            self._stepped.emit(0, 0)
            return
        for done, of in self._desk.search.upkeep():
            now = time.monotonic()
            if of and done >= of and not caught_up:
                caught_up = True
                self._stepped.emit(done, of)
            elif done < of and now - began > _QUIET and now - said > _QUIET / 5:
                said = now
                self._stepped.emit(done, of)
            yield done, of
        if not caught_up:
            self._stepped.emit(0, 0)

    def _tell(self, done: int, of: int) -> None:
        if self._ticket is None:
            return
        if done < of:
            self._told = True
            self.progressed.emit(done, of)
        else:
            self._say_end()
            self.caught_up.emit()

    def _say_end(self) -> None:
        if self._told:
            self._told = False
            self.ended.emit()

    def _end(self, _: None) -> None:
        self._ticket = None
        self._say_end()
        if self._again:
            self._again = False
            self.resume()

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        self._again = False
        self._say_end()
        self._tasks.say_once(error)
