"""What happens when the program itself is at fault: a line in the log, and a report that can be copied."""

import logging
import platform
import sys
import threading
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from delegate_desk import __version__, paths
from delegate_desk.core.errors import report

_log = logging.getLogger(__name__)


class Reporter(QObject):
    """Hears of every fault, on any thread, and shows one report at a time on the window's.

    Signals:
        happened: A fault of the program, as an exception.
    """

    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of what nobody catches."""
        sys.excepthook = self._hook
        sys.unraisablehook = lambda args: self._note(args.exc_value)
        threading.excepthook = lambda args: self.tell(args.exc_value) if args.exc_value else None

    def tell(self, error: BaseException) -> None:
        """Log a fault and show it."""
        _log.error("Fault of the program: %s", report(error))
        self.happened.emit(error)

    def _note(self, error: BaseException | None) -> None:
        """Log a fault that nobody can be told of, such as one in tidying up; its message may hold text."""
        if error is not None:
            _log.error("Fault of the program: %s", report(error))

    def _hook(self, kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.tell(error)

    def _show(self, error: BaseException) -> None:
        if self._box is not None:  # one is enough to read; the log has them all
            return
        text = details(error)
        box = QMessageBox(QApplication.activeWindow())
        self._box = box
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(self.tr("Something went wrong in Delegate Desk. What was saved is safe."))
        box.setInformativeText(
            self.tr("The report holds no text of any document. It is also in the log: {folder}").format(
                folder=paths.log_folder()
            )
        )
        box.setDetailedText(text)
        copy = box.addButton(self.tr("Copy the Report"), QMessageBox.ButtonRole.ActionRole)
        go_on = box.addButton(self.tr("Go On"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(text)
        self._box = None
        box.deleteLater()


def details(error: BaseException) -> str:
    """A report for support: versions and where it happened, never what a message or a document says."""
    versions = f"Delegate Desk {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    return f"{versions}, {platform.system()} {platform.release()}\n{report(error)}"
