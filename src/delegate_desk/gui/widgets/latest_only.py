"""Answers to what is asked faster than it can be answered: one job at a time, and the newest is next."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject

from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive

T = TypeVar("T")


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
