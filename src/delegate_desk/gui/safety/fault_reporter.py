"""Handling of faults of the program itself: a line in the log, and a report that can be copied."""

from __future__ import annotations

import logging
import os
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
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from delegate_desk import __version__, paths
from delegate_desk.core.errors import describe_fault
from delegate_desk.gui.context import Context, Ending
from delegate_desk.gui.forms.ui_fault import Ui_Fault
from delegate_desk.gui.widgets.output import copy_text

_REPORT_LINES = 7


class FaultDialog(QDialog):
    """Describes the fault, and lets the user continue or restart."""

    def __init__(
        self,
        report: str,
        restart: Callable[[], object] | None,
        *,
        is_unsaved: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Lay out the dialog; ``restart`` opens the window again at the same place, and is None if there is none."""
        super().__init__(parent)
        self.ui = ui = Ui_Fault()
        ui.setupUi(self)
        self._restart = restart
        unsaved = self.tr(
            "Everything saved so far. Your last changes are not saved because the library cannot be written to: copy "
            "them, then continue."
        )
        safe = self.tr("Everything you have written: each change is saved as you make it.")
        way_on = self.tr(
            "If it happens again, copy the report and send it to your IT support. It contains no document text, and "
            "is also in the log: {folder}"
        ).format(folder=paths.log_folder())
        if restart is not None:
            way_on = self.tr("Continue, or restart to return to the same place.") + " " + way_on
        else:
            ui.go_on_button.setText(self.tr("Close"))
            ui.restart_button.hide()
        ui.safe_label.setText(unsaved if is_unsaved else safe)
        ui.way_on_label.setText(way_on)
        messages = (ui.happened_label, ui.safe_label, ui.way_on_label)
        self.setAccessibleDescription(" ".join(message.text() for message in messages))
        ui.report_text.setPlainText(report)
        ui.report_text.setFixedHeight(ui.report_text.fontMetrics().lineSpacing() * _REPORT_LINES + 16)
        ui.copy_button.clicked.connect(self._copy)
        ui.restart_button.clicked.connect(self._on_restart)
        ui.go_on_button.clicked.connect(self.reject)
        self.ensurePolished()
        self.resize(self.minimumWidth(), ui.dialog_layout.totalHeightForWidth(self.minimumWidth()))
        ui.go_on_button.setFocus()

    def _copy(self) -> None:
        copy_text(self.ui.report_text.toPlainText())
        self.ui.copy_button.setText(self.tr("&Copied"))

    def _on_restart(self) -> None:
        self.accept()
        if self._restart is not None:
            self._restart()


_PAUSE = 3.0
"""Seconds for which the same fault is not shown again, such as one in painting."""
_log = logging.getLogger(__name__)


class FaultReporter(QObject):
    """Handles every fault, on any thread, and shows one report at a time on the window's thread."""

    fault_occurred = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: FaultDialog | None = None
        self._context: Callable[[], Context | None] = lambda: None
        self._read = ("", -_PAUSE)
        self.fault_occurred.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        def handle(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                QApplication.quit()
                return
            self.report(error)
            if threading.current_thread() is threading.main_thread() and QThread.currentThread().loopLevel() == 0:
                self._show(error)  # no window came up, or it is gone: nobody would hear of it
                if self._dialog is not None:
                    self._dialog.exec()

        sys.excepthook = handle
        sys.unraisablehook = lambda args: _log_fault(args.exc_value) if args.exc_value else None
        threading.excepthook = lambda args: self.report(args.exc_value) if args.exc_value else None

    def set_context(self, context: Context) -> None:
        """Offer to restart the window of a context, while it exists."""
        self._context = weakref.ref(context)  # one that was locked is to be let go with all that it shows

    def report(self, error: BaseException) -> None:
        _log_fault(error)
        self.fault_occurred.emit(error)

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


def _log_fault(error: BaseException) -> None:
    _log.error("Fault of the program: %s", describe_fault(error))


def details(error: BaseException) -> str:
    """Return a report for support: versions and code location, never the text of a message or a document."""
    import platform

    versions = f"Delegate Desk {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    where = describe_fault(error).replace(f"{Path.home()}{os.sep}", f"~{os.sep}")  # its name is that of a person
    return f"{versions}, {platform.system()} {platform.release()}\n{where}"
