"""The backup when the program is closed: the window is gone already; what takes longer than a second says so."""

import logging
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout
from typing_extensions import override

from delegate_desk import settings
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.backup import BackupResult
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import label

_log = logging.getLogger(__name__)
QUIET = 1000
"""Milliseconds for which nothing is shown."""
_WHOLE = 1000


class ExitBackupDialog(QDialog):
    """Makes the backup of a library that is being left; skipping it leaves those that are there as they are."""

    def __init__(self, desk: Desk, settings_file: Path) -> None:
        super().__init__()
        self._desk = desk
        self._second = settings.load(settings_file).second_place(desk.folder)
        self._tasks = Tasks(self)
        self._loop = QEventLoop(self)
        self.setWindowTitle("Delegate Desk")
        self.setMinimumWidth(420)
        self.text_label = label(self.tr("Your changes are saved. Backing up…"), "text", wrap=True)
        self.progress_bar = QProgressBar()
        self.progress_bar.setRange(0, _WHOLE)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(self.tr("Backup progress"))
        self.skip_button = QPushButton(self.tr("&Skip"))
        self.skip_button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.skip_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.text_label)
        layout.addLayout(row)
        self._tasks.progressed.connect(self._show_progress)

    def run(self) -> None:
        """Make it, and return when it is made or skipped."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.show)
        timer.start(QUIET)
        self._tasks.read(self._job, self._finish, failed=self._fail, what="backup")
        self._loop.exec()
        timer.stop()
        self._tasks.close()  # the job stops at its next step
        self.hide()

    def _job(self) -> Steps[BackupResult | None]:
        backups = self._desk.backups
        if backups.is_due():
            return (yield from backups.back_up(self._second))
        if self._second is not None and backups.is_second_outdated(self._second):
            yield from backups.send(self._second)
        return None

    def _finish(self, made: BackupResult | None) -> None:
        if made is not None and made.second_fault is not None:
            _log.warning("Nothing came to the second place: %s", type(made.second_fault).__name__)
        self._loop.quit()

    def _fail(self, error: Exception) -> None:
        _log.error("No backup was made on leaving: %s", type(error).__name__)
        if not isinstance(error, DeskError):
            self._loop.quit()
            return
        self.text_label.setText(explain(error))
        self.progress_bar.hide()
        self.skip_button.setText(self.tr("&Close"))
        self.show()

    def _show_progress(self, _: str, done: int, of: int) -> None:
        if of:
            self.progress_bar.setValue(done * _WHOLE // of)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._loop.quit()
        super().closeEvent(event)

    @override
    def reject(self) -> None:  # Escape
        self.close()


def back_up_on_exit(desk: Desk, settings_file: Path) -> None:
    """Back up what changed in a library that is being left: nothing is lost and nothing waits if that fails."""
    ExitBackupDialog(desk, settings_file).run()
