"""Runs service calls in the background, and delivers their results to the window."""

import logging
import time
from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import partial
from types import GeneratorType
from typing import Any, TypeGuard, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError, DiskFullError, LibraryBusyError, LibraryUnwritableError
from delegate_desk.core.progress import Steps
from delegate_desk.core.values import dataclass
from delegate_desk.gui.interface_language import explain

_log = logging.getLogger(__name__)
_READERS = 3
_PAUSE = 300
_LONGEST = 2000
"""Milliseconds without a key after which typed changes are reported, and the maximum delay."""
_REST = 50
"""Milliseconds without another step, more than a held key takes, after which the file of a paragraph is loaded."""
_RETRY = 3000
"""Milliseconds after which failed saves are tried again."""
_PASSING = (DiskFullError, LibraryUnwritableError, LibraryBusyError)
T = TypeVar("T")


class Job:
    """A running job, with a description for people if it has a progress bar; one that writes cannot be cancelled."""

    def __init__(self, what: str = "", *, writes: bool = False) -> None:
        self.what = what
        self.writes = writes
        self.is_cancelled = False

    def cancel(self) -> None:
        """Cancel the job: it stops at its next step, and its result is dropped."""
        self.is_cancelled = True


@dataclass(frozen=True, slots=True)
class _PendingSave:
    """A typed text, the job that saves it, and what is called when it is saved."""

    job: Callable[[], Changes]
    text: str
    on_saved: Callable[[], object]


class Unsaved(QObject):
    """Texts that could not be saved, including those of closed fields; they are saved when that becomes possible."""

    changed = Signal()

    def __init__(self, tasks: "Tasks") -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._pending: dict[Hashable, _PendingSave] = {}
        self._is_stopped = False
        self._timer = QTimer(self, singleShot=True, interval=_RETRY)
        self._timer.timeout.connect(self.retry)

    def __bool__(self) -> bool:
        return bool(self._pending)

    @property
    def text(self) -> str:
        return "\n\n".join(save.text for save in self._pending.values() if save.text)

    def add(
        self, field: Hashable, error: Exception, job: Callable[[], Changes], text: str, on_saved: Callable[[], object]
    ) -> None:
        """Add a text that could not be saved, if the reason is temporary: the disk, or another program."""
        if isinstance(error, _PASSING) and not self._is_stopped:
            self._pending[field] = _PendingSave(job, text, on_saved)
            self._timer.start()
            self.changed.emit()

    def discard(self, field: Hashable) -> None:
        if self._pending.pop(field, None) is not None:
            self.changed.emit()

    def retry(self) -> None:
        """Try to save all of them, without reporting those that still fail."""
        for field, save in list(self._pending.items()):
            self._tasks.write(save.job, partial(self._on_saved, field, save), failed=partial(self._fail, field, save))

    def stop(self) -> None:
        """Stop trying and forget all texts, including later failures: the user was asked."""
        self._is_stopped = True
        self._timer.stop()
        self._pending.clear()

    def _on_saved(self, field: Hashable, save: _PendingSave, _: Changes) -> None:
        if self._pending.get(field) is save:
            del self._pending[field]
            save.on_saved()
            self.changed.emit()

    def _fail(self, field: Hashable, save: _PendingSave, error: Exception) -> None:
        if self._pending.get(field) is not save:
            return
        if isinstance(error, _PASSING):
            self._timer.start()
            return
        del self._pending[field]  # such as a document that was removed meanwhile
        self._tasks.failed.emit(error)
        self.changed.emit()


_Calls = tuple[Callable[[], Any], Callable[[Any], object], Callable[[Exception], object]]
"""A job with its callbacks for the result and the exception."""


class Tasks(QObject):
    """Runs service calls on separate threads and delivers their results on the window's thread."""

    changed = Signal(object)  # A write succeeded, with its ``Changes``
    failed = Signal(object)  # The exception, if the job has no handler of its own
    progressed = Signal(str, object, object)  # an int of Qt holds 2 GB
    saving = Signal()
    idle = Signal()
    flush_requested = Signal()
    _delivered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writers = QThreadPool(self, maxThreadCount=1)
        self._importers = QThreadPool(self, maxThreadCount=1)
        self._readers = QThreadPool(self, maxThreadCount=_READERS)
        self._running: dict[Job, _Calls] = {}
        self._typed: tuple[Hashable, list[_Calls]] | None = None  # what is typed in, and the write that waits
        self._unannounced = Changes()
        self._report_timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._since_reported = QElapsedTimer()
        self._report_timer.timeout.connect(self._announce_typed)
        self._at_rest: Callable[[], object] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.end_rest)
        self._is_closed = False
        self._last_fault: Exception | None = None
        self.changed.connect(self._forget_fault)
        self.unsaved = Unsaved(self)
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def write(
        self,
        job: Callable[[], Changes],
        done: Callable[[Changes], object] | None = None,
        *,
        failed: Callable[[Exception], object] | None = None,
        behind: bool = False,
    ) -> None:
        """Run a job that changes the library; one at a time, in order.

        Args:
            done: Called with the changes, after the signal; not as a method of a deleted object.
            failed: Called with the exception instead of the signal.
            behind: True for background work, such as imports: such writes are in order only among themselves, and no
                other waits for them longer than a single transaction.
        """

        def report(changes: Changes) -> None:
            self.changed.emit(changes)
            if done is not None and not _is_deleted(done):
                done(changes)

        if not behind:
            self._typed = None  # what is typed after this is written after it
        self.saving.emit()
        self._start(self._importers if behind else self._writers, Job(writes=True), job, report, failed)

    def write_typed(
        self,
        into: Hashable,
        job: Callable[[], Changes],
        done: Callable[[Changes], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Save typed text at each key; the changes of all keys are reported at the next pause.

        Args:
            into: The target of the typing: of two consecutive writes to the same target, only the newer is run.
            job: A plain function that writes the whole typed text.
            done: Called as soon as it is saved; not for a write replaced by a newer one.
            failed: Called with the exception; it decides whether the fault is reported.
        """
        calls: _Calls = (job, done, failed)
        if self._typed is not None and self._typed[0] == into:
            with suppress(IndexError):  # it has started
                self._typed[1][0] = calls
                return
        pending, started = [calls], list[_Calls]()

        def run() -> Any:
            started.append(pending.pop())  # which may be a newer write
            return started[0][0]()

        def report(changes: Changes) -> None:
            if not self._unannounced:
                self._since_reported.start()
            self._unannounced |= changes
            if not self._report_timer.isActive() or not self._since_reported.hasExpired(_LONGEST - _PAUSE):
                self._report_timer.start()
            started[0][1](changes)

        def fail(error: Exception) -> None:
            started[0][2](error)

        self._typed = into, pending
        self.saving.emit()
        self._start(self._writers, Job(writes=True), run, report, fail)

    def flush(self) -> None:
        """Send all typed text to the library; later writes come after it."""
        self.flush_requested.emit()

    def say_once(self, error: Exception) -> None:
        """Report a fault of automatic saving, unless it was the last fault reported and nothing was written since.

        On a full disk the text, the sidecars and the index each fail within seconds, in any order.
        """
        if error != self._last_fault:
            self._last_fault = error
            self.failed.emit(error)

    def is_known(self, error: Exception) -> TypeGuard[DeskError]:
        """True for errors that a delegate can act on.

        Anything else is a fault of the program, which is reported everywhere.
        """
        if not isinstance(error, DeskError):
            self.failed.emit(error)
        return isinstance(error, DeskError)

    def explained(self, show: Callable[[str], object]) -> Callable[[Exception], None]:
        """Return a handler of errors that shows the sentence of those that a delegate can act on."""

        def handle(error: Exception) -> None:
            if self.is_known(error):
                show(explain(error))

        return handle

    def _forget_fault(self) -> None:
        self._last_fault = None

    def _announce_typed(self) -> None:
        self._report_timer.stop()
        changes, self._unannounced = self._unannounced, Changes()
        if changes:
            self.changed.emit(changes)

    def read(
        self,
        job: Callable[[], T] | Callable[[], Steps[T]],
        done: Callable[[T], object],
        *,
        failed: Callable[[Exception], object] | None = None,
        what: str = "",
    ) -> Job:
        """Run a job that changes nothing visible; several run at a time.

        Args:
            job: A plain function, or a generator function that yields (done, total) and returns its result.
            done: Called with the result on the window's thread, unless the job was cancelled; not as a method of a
                deleted object.
            failed: Called with the exception instead of the signal.
            what: For people, for its progress bar.
        """
        handle = Job(what)
        self._start(self._readers, handle, job, done, failed)
        return handle

    def run_at_rest(self, start: Callable[[], object]) -> None:
        """Call a function once the user steps no further, or at once in ``wait``; a newer one replaces it."""
        self._at_rest = start
        self._rest.start()

    def end_rest(self) -> None:
        """Call at once what waits for the user to rest."""
        self._rest.stop()
        start, self._at_rest = self._at_rest, None
        if start is not None and not _is_deleted(start):
            start()

    def wait(self) -> None:
        """Process events until all jobs are done and delivered, including those that they start."""
        while self.is_busy:
            if self._at_rest is not None:
                self.end_rest()
                continue
            if not self._running:
                self._announce_typed()
                continue
            loop = QEventLoop()
            self.idle.connect(loop.quit)
            loop.exec()
            self.idle.disconnect(loop.quit)

    def finish_writes(self) -> None:
        """Wait for the writes, and process their results."""
        self._writers.waitForDone()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    @property
    def is_busy(self) -> bool:
        return bool(self._running or self._unannounced or self._at_rest)

    def close(self) -> None:
        """Wait for the writes and cancel the rest; nothing is delivered or started any more."""
        self._is_closed = True
        self.unsaved.stop()
        for job in self._running:
            if not job.writes:
                job.cancel()
        self._readers.waitForDone()
        self._importers.waitForDone()
        self._writers.waitForDone()
        self._running.clear()
        self._report_timer.stop()
        self._rest.stop()
        self._at_rest = None
        self._unannounced = Changes()

    def _start(
        self,
        pool: QThreadPool,
        handle: Job,
        job: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
    ) -> None:
        if self._is_closed:  # such as a search that waited for the next letter
            return
        self._running[handle] = (job, done, failed or self.failed.emit)
        pool.start(partial(self._run, handle))

    def _run(self, handle: Job) -> None:
        """Run a job on its thread and deliver its outcome.

        The thread keeps no reference to the job and its callbacks: if it released the last reference to a window, the
        window would be deleted on the wrong thread.
        """
        start = time.perf_counter()
        is_failed, outcome = self._outcome(handle)
        self._delivered.emit(partial(self._finish, handle, outcome, is_failed=is_failed))
        _log.debug("A job took %.3f s", time.perf_counter() - start)

    def _outcome(self, handle: Job) -> tuple[bool, Any]:
        """Return whether a job failed, and its result or its exception."""
        calls = self._running.get(handle)
        try:
            return False, None if calls is None or handle.is_cancelled else self._result(handle, calls[0])
        except Exception as error:  # any error is delivered to the window's thread
            return True, error

    def _result(self, handle: Job, job: Callable[[], Any]) -> Any:
        outcome = job()
        if not isinstance(outcome, GeneratorType):
            return outcome
        steps = cast("Steps[Any]", outcome)  # isinstance shows only that it is a generator
        while not handle.is_cancelled:
            try:
                step = next(steps)
            except StopIteration as end:
                return end.value
            self._delivered.emit(partial(self._report_progress, handle, step))
        steps.close()
        return None

    def _deliver(self, call: Callable[[], None]) -> None:
        call()

    def _report_progress(self, handle: Job, step: tuple[int, int]) -> None:
        if not handle.is_cancelled and handle in self._running:
            self.progressed.emit(handle.what, *step)

    def _finish(self, handle: Job, outcome: Any, *, is_failed: bool) -> None:
        calls = self._running.get(handle)
        if calls is None:  # the window was closed meanwhile
            return
        handler = calls[2] if is_failed else calls[1]
        try:
            if not handle.is_cancelled and not _is_deleted(handler):
                handler(outcome)
        finally:
            self._running.pop(handle, None)
            if not self._running:
                self.idle.emit()


def _is_deleted(handler: Callable[..., object]) -> bool:
    owner = getattr(handler, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)
