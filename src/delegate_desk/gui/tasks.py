"""The bridge between the window and the services: runs jobs beside the window and brings their results back."""

import logging
import threading
import time
from collections.abc import Callable, Generator
from functools import partial
from types import GeneratorType
from typing import Any, TypeVar, cast

from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from delegate_desk.core.changes import Changes

_log = logging.getLogger(__name__)
_READERS = 3
T = TypeVar("T")
Steps = Generator[tuple[int, int], None, T]
"""A job that tells of its progress as (done, of) and returns its result."""


class Ticket:
    """One job under way.

    Attributes:
        what: The job in words for people, empty for one that is not worth a progress bar.
        writes: True for one that changes the library, which nobody may give up.
    """

    def __init__(self, what: str = "", *, writes: bool = False) -> None:
        self.what = what
        self.writes = writes
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Give the job up: it stops at its next step, and its result is not brought back."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        return self._cancelled.is_set()


class Tasks(QObject):
    """Runs service calls on threads of their own; what they bring is handed over on the window's thread.

    Signals:
        changed: A write came through, with its ``Changes``.
        failed: A job raised, with the exception, and nobody else was asked to hear of it.
        progressed: A job's name, the steps done and their number.
        busied: A job worth a progress bar began, with its ``Ticket``.
        ended: That job came to its end, with its ``Ticket``.
        saving: A write was asked for.
        idle: All jobs are done.
    """

    changed = Signal(object)
    failed = Signal(object)
    progressed = Signal(str, int, int)
    busied = Signal(object)
    ended = Signal(object)
    saving = Signal()
    idle = Signal()
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writers = QThreadPool(self)
        self._writers.setMaxThreadCount(1)
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(_READERS)
        self._under_way: set[Ticket] = set()
        self._is_closed = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        job: Callable[[], Changes],
        done: Callable[[Changes], object] | None = None,
        *,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a job that changes the library; one at a time, in the order asked for."""

        def tell(changes: Changes) -> None:
            self.changed.emit(changes)
            if done is not None:
                done(changes)

        self.saving.emit()
        self._start(self._writers, Ticket(writes=True), job, tell, failed)

    def read(
        self,
        job: Callable[[], T] | Callable[[], Steps[T]],
        done: Callable[[T], object],
        *,
        failed: Callable[[Exception], object] | None = None,
        what: str = "",
    ) -> Ticket:
        """Run a job that changes nothing the delegate sees; several run at a time.

        Args:
            job: A plain function, or a generator function that yields (done, of) and returns its result.
            done: Called with the result on the window's thread, unless the ticket was cancelled.
            failed: Called with the exception in place of the signal.
            what: The job in words for people, for its progress bar.
        """
        ticket = Ticket(what)
        if what:
            self.busied.emit(ticket)
        self._start(self._readers, ticket, job, done, failed)
        return ticket

    def wait(self) -> None:
        """Serve events until all jobs are done, also those that they start."""
        while self._under_way:
            loop = QEventLoop()
            self.idle.connect(loop.quit)
            loop.exec()
            self.idle.disconnect(loop.quit)

    @property
    def busy(self) -> bool:
        return bool(self._under_way)

    def close(self) -> None:
        """Let the writes come to their end and give up the rest; nothing is brought back, nothing begins any more."""
        self._is_closed = True
        for ticket in self._under_way:
            if not ticket.writes:
                ticket.cancel()
        self._readers.waitForDone()
        self._writers.waitForDone()
        self._under_way.clear()

    def _start(
        self,
        pool: QThreadPool,
        ticket: Ticket,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
    ) -> None:
        if self._is_closed:  # such as a search that waited for the next letter
            return
        self._under_way.add(ticket)
        pool.start(lambda: self._run(ticket, job, done, failed or self.failed.emit))

    def _run(
        self,
        ticket: Ticket,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run a job on its thread and send what came of it home."""
        began = time.perf_counter()
        try:
            result = None if ticket.cancelled else self._result(ticket, job)
        except Exception as error:  # whatever it is, the window's thread has to hear of it
            self._landed.emit(partial(self._finish, ticket, failed, error))
        else:
            self._landed.emit(partial(self._finish, ticket, done, result))
        _log.debug("A job took %.3f s", time.perf_counter() - began)

    def _result(self, ticket: Ticket, job: Callable[[], Any]) -> Any:
        outcome = job()
        if not isinstance(outcome, GeneratorType):
            return outcome
        steps = cast("Steps[Any]", outcome)  # isinstance tells no more than that it is a generator
        while not ticket.cancelled:
            try:
                step = next(steps)
            except StopIteration as end:
                return end.value
            self._landed.emit(partial(self._tell, ticket, step))
        steps.close()
        return None

    def _land(self, call: Callable[[], None]) -> None:
        call()

    def _tell(self, ticket: Ticket, step: tuple[int, int]) -> None:
        if not ticket.cancelled and ticket in self._under_way:
            self.progressed.emit(ticket.what, *step)

    def _finish(self, ticket: Ticket, handler: Callable[[Any], object], outcome: object) -> None:
        if ticket not in self._under_way:  # the window was closed meanwhile
            return
        try:
            if ticket.what:
                self.ended.emit(ticket)
            if not ticket.cancelled and not _is_gone(handler):
                handler(outcome)
        finally:
            self._under_way.discard(ticket)
            if not self._under_way:
                self.idle.emit()


def _is_gone(handler: Callable[[Any], object]) -> bool:
    """True for a method of a view that was closed while the job ran."""
    owner = getattr(handler, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
