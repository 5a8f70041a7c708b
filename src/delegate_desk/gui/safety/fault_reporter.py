"""Handling of faults of the program itself: a line in the log, and a report that can be copied."""

from __future__ import annotations

import logging
import os
import platform
import sys
import threading
import time
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, QThread, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from delegate_desk import __version__
from delegate_desk.core.errors import describe_fault
from delegate_desk.gui.close_reason import Ending
from delegate_desk.gui.context import Context
from delegate_desk.gui.safety.fault_dialog import FaultDialog

_PAUSE = 3.0
"""Seconds for which the same fault is not shown once more, such as one in painting, so that one gets out of it."""
_log = logging.getLogger(__name__)


class FaultReporter(QObject):
    """Hears of every fault, on any thread, and shows one report at a time on the window's.

    Signals:
        happened: A fault of the program, as an exception.
    """

    fault_occurred = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: FaultDialog | None = None
        self._context: Callable[[], Context | None] = lambda: None
        self._read = ("", -_PAUSE)
        self.fault_occurred.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of what nobody catches."""
        sys.excepthook = self._hook
        sys.unraisablehook = lambda args: self._note(args.exc_value)
        threading.excepthook = lambda args: self.report(args.exc_value) if args.exc_value else None

    def set_context(self, context: Context) -> None:
        """Offer to begin the window of a context anew, while it stands."""
        self._context = weakref.ref(context)  # one that was locked is to be let go with all that it shows

    def report(self, error: BaseException) -> None:
        """Log a fault and show it."""
        _log.error("Fault of the program: %s", describe_fault(error))
        self.fault_occurred.emit(error)

    def _note(self, error: BaseException | None) -> None:
        """Log a fault that nobody can be told of, such as one in tidying up; its message may hold text."""
        if error is not None:
            _log.error("Fault of the program: %s", describe_fault(error))

    def _hook(self, kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.report(error)
        if threading.current_thread() is threading.main_thread() and QThread.currentThread().loopLevel() == 0:
            self._show(error)  # no window came up, or it is gone: nobody would hear of it
            if self._dialog is not None:
                self._dialog.exec()

    def _show(self, error: BaseException) -> None:
        text = details(error)
        read, moment = self._read
        is_shown = self._dialog is not None and isValid(self._dialog)  # one whose window is gone went with it
        if is_shown or (text == read and time.monotonic() < moment + _PAUSE):
            return  # one is enough to read; the log has them all
        found = self._context()
        context = found if found is not None and isValid(found.window) else None
        self._dialog = FaultDialog(
            text,
            None if context is None else partial(context.navigate.leave, Ending(is_restart=True)),
            is_unsaved=context is not None and bool(context.tasks.unsaved),
            parent=QApplication.activeWindow() or (context.window if context is not None else None),
        )
        self._dialog.finished.connect(partial(self._end, text))
        self._dialog.show()

    def _end(self, text: str, _: object = None) -> None:
        self._read = (text, time.monotonic())
        dialog, self._dialog = self._dialog, None
        if dialog is not None and isValid(dialog):
            dialog.deleteLater()


def details(error: BaseException) -> str:
    """A report for support: versions and where it happened, never what a message or a document says."""
    versions = f"Delegate Desk {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    where = describe_fault(error).replace(f"{Path.home()}{os.sep}", f"~{os.sep}")  # its name is that of a person
    return f"{versions}, {platform.system()} {platform.release()}\n{where}"
