"""Jobs that follow the keys: the newest of several questions is answered, what is typed is saved."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive

T = TypeVar("T")


_UNSEEN = 1000
"""Milliseconds after which a window that nobody sees, such as one opened minimised, is as one that was painted."""
_COVERED = 10_000
"""The same for a window on the screen: a slow computer paints it late, or another window covers it."""


class FirstPaint(QObject):
    """Notices the first paint of a window; what the window does not need for it starts after it.

    Signals:
        passed: The window was painted; emitted once.
    """

    passed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, interval=_UNSEEN, singleShot=True)
        self._timer.timeout.connect(self._pass)
        self._timer.start()
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._stop()
            QTimer.singleShot(0, self, self.passed.emit)
        return False

    def _stop(self) -> None:
        self._timer.stop()
        self._window.removeEventFilter(self)

    def _pass(self) -> None:
        if self._timer.interval() == _UNSEEN and self._window.isVisible() and not self._window.isMinimized():
            self._timer.start(_COVERED)
            return
        self._stop()
        self.passed.emit()


class LatestOnly(QObject):
    """Runs one job at a time beside the window; a newer job stops the running job and replaces it."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._stop: threading.Event | None = None
        self._next: Callable[[], None] | None = None

    @property
    def is_busy(self) -> bool:
        return self._next is not None or (self._stop is not None and not self._stop.is_set())

    def run(
        self,
        job: Callable[[Callable[[], bool]], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a job, once the running job has stopped; the result of that job is dropped.

        Args:
            job: Given a function that tells whether its answer is still wanted.
            done: Called with the answer on the window's thread, unless a newer job was requested.
            failed: Called with the exception in place of the signal of the tasks.
        """
        self._next = partial(self._start, job, done, failed)
        if self._stop is None:
            self._start_next()
        else:
            self._stop.set()

    def cancel(self) -> None:
        self._next = None
        if self._stop is not None:
            self._stop.set()

    def _start(
        self,
        job: Callable[[Callable[[], bool]], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
    ) -> None:
        stop = self._stop = threading.Event()
        self._tasks.read(
            lambda: job(stop.is_set),
            while_alive(self, partial(self._finish, stop, done)),
            failed=while_alive(self, partial(self._fail, failed or self._tasks.failed.emit)),
        )

    def _finish(self, stop: threading.Event, done: Callable[[Any], object], answer: Any) -> None:
        self._stop = None
        if not stop.is_set():
            done(answer)
        self._start_next()

    def _fail(self, failed: Callable[[Exception], object], error: Exception) -> None:
        self._stop = None
        failed(error)
        self._start_next()

    def _start_next(self) -> None:
        if self._next is not None and self._stop is None:
            start, self._next = self._next, None
            start()


class Autosave(QObject):
    """Says when something typed is to be saved: at once; and knows whether it is.

    Attributes:
        failed: True if the last save came to nothing: what was typed is kept, and saved with the next key or when it
            can be (``Unsaved``).
    """

    due = Signal()
    saved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sent = 0
        self._saved = 0
        self.failed = False

    @property
    def count(self) -> int:
        """Number of saves started: data read from the library before the latest is older."""
        return self._sent

    @property
    def is_dirty(self) -> bool:
        """True while something typed is not in the library yet."""
        return self._saved < self._sent or self.failed

    def mark_edited(self) -> None:
        self.due.emit()

    def flush(self) -> None:
        if self.failed:
            self.due.emit()

    def write(
        self,
        tasks: Tasks,
        job: Callable[[], Changes],
        *,
        typed: bool = True,
        words: str = "",
    ) -> None:
        """Save through the tasks; what is typed need not be told of at each key.

        Args:
            tasks: They run it.
            job: Saves all that was typed.
            typed: False for what is to be told of at once.
            words: What was typed, for whoever has to keep it elsewhere.
        """
        self._sent += 1
        was_told, self.failed = self.failed, False
        number = self._sent
        tasks.unsaved.discard(self)

        def landed(_: Changes) -> None:
            self._saved = number
            if not self.is_dirty and isValid(self):
                self.saved.emit()

        def failed(error: Exception) -> None:
            self._saved = number
            is_told = was_told or self.failed  # by the one before, which failed while this one waited
            self.failed = True
            tasks.unsaved.add(self, error, job, words, saved)
            if not is_told or not isinstance(error, DeskError):
                tasks.say_once(error)

        def saved() -> None:
            self.failed = False
            if isValid(self) and not self.is_dirty:
                self.saved.emit()

        if typed:
            tasks.write_typed(self, job, landed, failed)
        else:
            tasks.write(job, landed, failed=failed)
