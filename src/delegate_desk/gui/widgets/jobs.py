"""Jobs that follow the keyboard: the latest of several requests is answered, and typed text is saved."""

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive

T = TypeVar("T")


_UNSEEN = 1000
"""Milliseconds after which an invisible window, such as a minimised one, counts as painted."""
_COVERED = 10_000
"""The same for a window on the screen, which a slow computer paints late, or another window covers."""


class FirstPaint(QObject):
    """Detects the first paint of a window; everything not needed for it starts afterwards."""

    passed = Signal()  # The window was painted; emitted once

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


def unless_asked(widget: QWidget, ask: Callable[[T], object]) -> Callable[[T], None]:
    """Return a handler that asks about a job's result, unless a dialog is open by then, such as by the same key."""

    def handle(result: T) -> None:
        if QApplication.activeModalWidget() is None:
            ask(result)

    return while_alive(widget, handle)


class LatestOnly(QObject):
    """Runs one background job at a time; a newer job stops the running job and replaces it."""

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
            job: Gets a function that returns whether its answer is still wanted.
            done: Called with the answer on the window's thread, unless a newer job was requested.
            failed: Called with the exception instead of the signal of the tasks.
        """

        def start() -> None:
            stop = self._stop = threading.Event()

            def finish(answer: T) -> None:
                self._stop = None
                if not stop.is_set():
                    done(answer)
                self._start_next()

            def fail(error: Exception) -> None:
                self._stop = None
                (failed or self._tasks.failed.emit)(error)
                self._start_next()

            self._tasks.read(lambda: job(stop.is_set), while_alive(self, finish), failed=while_alive(self, fail))

        self._next = start
        if self._stop is None:
            self._start_next()
        else:
            self._stop.set()

    def cancel(self) -> None:
        self._next = None
        if self._stop is not None:
            self._stop.set()

    def _start_next(self) -> None:
        if self._next is not None and self._stop is None:
            start, self._next = self._next, None
            start()


class TypedAhead:
    """Keys typed before their field is there; none of them is a command of the window."""

    def __init__(self) -> None:
        self._keys: list[QKeyEvent] | None = None

    def begin(self, widget: QWidget) -> None:
        self._keys = []
        widget.setFocus()

    def cancel(self) -> bool:
        """Forget the keys; True if a field was awaited."""
        was_awaited, self._keys = self._keys is not None, None
        return was_awaited

    def keep(self, event: QEvent) -> bool:
        """Return True if an event is a key for the field that is awaited; Esc is none."""
        if self._keys is None or not isinstance(event, QKeyEvent) or event.key() == Qt.Key.Key_Escape:
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._keys.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        event.accept()
        return True

    def type_into(self, part: QWidget) -> None:
        """Type what was kept into the focused field of a part; nothing if the focus is elsewhere by now."""
        keys, self._keys = self._keys or [], None
        for key in keys:
            focused = QApplication.focusWidget()
            if focused is not None and part.isAncestorOf(focused):
                QApplication.sendEvent(focused, key)


class Autosave(QObject):
    """Saves typed text at once, and knows whether it is saved.

    Attributes:
        failed: True if the last save failed: the text is kept, and saved with the next key or when possible
            (``Unsaved``).
    """

    due = Signal()
    saved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sent = 0
        self._saved = 0
        self._loaded = 0
        self.failed = False

    def note_load(self) -> None:
        """Note that the stored text is being loaded: what is not saved by now may be newer."""
        self._loaded = self._saved

    @property
    def is_ahead(self) -> bool:
        """True while the typed text is newer than the text loaded last."""
        return self.is_dirty or self._loaded < self._sent

    @property
    def is_dirty(self) -> bool:
        return self._saved < self._sent or self.failed

    def mark_edited(self) -> None:
        self.due.emit()

    def flush(self) -> None:
        if self.failed:
            self.due.emit()

    def write(self, tasks: Tasks, job: Callable[[], Changes], *, typed: bool = True, words: str = "") -> None:
        """Save through the tasks; changes by typing need not be reported at each key.

        Args:
            job: Saves the whole typed text.
            typed: False for changes to be reported at once.
            words: The text, in case it has to be kept elsewhere.
        """
        self._sent += 1
        was_reported, self.failed = self.failed, False
        number = self._sent
        tasks.unsaved.discard(self)

        def finish(_: Changes) -> None:
            self._saved = number
            if not self.is_dirty and isValid(self):
                self.saved.emit()

        def fail(error: Exception) -> None:
            self._saved = number
            is_reported = was_reported or self.failed  # by the one before, which failed while this one waited
            self.failed = True
            tasks.unsaved.add(self, error, job, words, finish_retry)
            if not is_reported or not isinstance(error, DeskError):
                tasks.say_once(error)

        def finish_retry() -> None:
            self.failed = False
            if isValid(self) and not self.is_dirty:
                self.saved.emit()

        if typed:
            tasks.write_typed(self, job, finish, fail)
        else:
            tasks.write(job, finish, failed=fail)


_BAR_STEPS = 1000
"""Steps of a progress bar: bytes are too many."""


class JobDialog(QDialog):
    """Dialog that runs one job at a time; closing it cancels the job.

    Attributes:
        bar: Progress bar of the form, hidden without a job.
    """

    bar: QProgressBar

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._job: Job | None = None
        tasks.progressed.connect(self._show_progress)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def _start(
        self, what: str, job: Callable[[], object], done: Callable[..., object], failed: Callable[[str], object]
    ) -> None:
        """Run a job; ``failed`` is called with the sentence of its error, and the buttons are updated."""
        self.bar.setRange(0, 0)

        def finish(outcome: object) -> None:
            self._job = None
            done(outcome)

        def fail(error: Exception) -> None:
            self._job = None
            if not isinstance(error, DeskError):
                raise error
            failed(explain(error))
            self._update_buttons()

        self._job = self._tasks.read(job, while_alive(self, finish), failed=while_alive(self, fail), what=what)
        self._update_buttons()

    def _cancel(self) -> bool:
        job, self._job = self._job, None
        if job is None:
            return False
        job.cancel()
        return True

    def _update_buttons(self) -> None:
        self.bar.setVisible(self.is_busy)

    def _show_progress(self, what: str, done: int, total: int) -> None:
        if self._job is not None and what == self._job.what and total:
            self.bar.setRange(0, _BAR_STEPS)
            self.bar.setValue(done * _BAR_STEPS // total)

    @override
    def done(self, result: int) -> None:
        self._cancel()
        super().done(result)
