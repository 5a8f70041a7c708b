"""Safety of a library while its window is open: backups and sidecars, the lock, and the report of faults."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QEvent, QEventLoop, QObject, QProcess, Qt, QThread, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid
from typing_extensions import override

from delegate_desk import __version__, paths, settings
from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError, describe_fault
from delegate_desk.core.library.backup import SUFFIX, BackupResult, RestoreResult
from delegate_desk.core.library.errors import SecondPlaceAbsentError
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.context import LOCKED, Context, Controller, Ending, ShownJob
from delegate_desk.gui.forms.ui_exit_backup import Ui_ExitBackup
from delegate_desk.gui.forms.ui_fault import Ui_Fault
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.jobs import JobDialog
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import copy_text, default_file, prompt_folder, prompt_open, prompt_save

if TYPE_CHECKING:
    from delegate_desk.gui.safety.suspend_lock import SuspendLock

_log = logging.getLogger(__name__)
_PAUSE = 10 * 60 * 1000
"""Milliseconds between two checks whether a backup is due."""


class BackupController(Controller):
    """Commands on backups, and the daily backup while the window is open."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._job: ShownJob | None = None
        self._is_absence_reported = False
        self._timer = QTimer(self, interval=_PAUSE)
        self._timer.timeout.connect(self.back_up_if_due)
        self._timer.start()

    # Complete backup in one file

    def prompt_backup(self) -> None:
        proposed = default_file(self.tr("library") + f" {datetime.now().astimezone():%Y-%m-%d}{SUFFIX}")
        kinds = self.tr("Backups (*{suffix})").format(suffix=SUFFIX)
        chosen = prompt_save(self._context.window, self.tr("Back Up the Library"), proposed, kinds)
        if chosen is not None:
            self.back_up_to(chosen if chosen.suffix else chosen.with_name(chosen.name + SUFFIX))

    def back_up_to(self, target: Path) -> None:
        def write() -> Steps[tuple[BackupResult, int]]:
            """Write a backup on the thread of the job, which also checks the target: a memory stick may be slow."""
            result = yield from self._context.desk.backups.write(target)
            return result, result.path.stat().st_size

        if self._job is None:
            context = self._context
            context.tasks.flush()  # what was typed is to be in it
            context.tasks.write(Changes, lambda _: self._start(write, self._report_written))

    def _report_written(self, written: tuple[BackupResult, int]) -> None:
        result, size = written[0], terms.format_size(written[1])
        count = result.manifest.documents
        texts = [
            self.tr("Backup verified: {file}, {count} documents with their originals, {size}.").format(
                file=result.path, count=terms.format_number(count), size=size
            )
        ]
        texts += [self.tr("The original of {name} is missing.").format(name=name) for name in result.missing]
        texts += [self.tr("The original of {name} is damaged.").format(name=name) for name in result.damaged]
        self._context.notify.show_notice(self.tr("Backup complete"), texts)

    # Daily backup

    def back_up_if_due(self) -> None:
        """Make the daily backup if it is due, and copy missing files to the second location."""
        backups, second = self._context.desk.backups, self._context.settings.second_place

        def start(answer: tuple[bool, bool]) -> None:
            is_due, is_outdated = answer
            if is_due and self._job is None:
                self._start(lambda: backups.back_up(second), self._report_fault)
            elif is_outdated and second is not None and self._job is None:
                self._start(lambda: backups.send(second), lambda _: None, failed=self._note_failure)

        if self._job is None:
            self._context.tasks.read(
                lambda: (backups.is_due_today(), backups.is_second_outdated(second)), start, failed=self._note_failure
            )

    def _report_fault(self, result: BackupResult) -> None:
        """Report only faults that somebody can act on, a missing memory stick once."""
        fault = result.second_fault
        if fault is None:
            self._is_absence_reported = False
        elif not (self._is_absence_reported and isinstance(fault, SecondPlaceAbsentError)):
            self._is_absence_reported = isinstance(fault, SecondPlaceAbsentError)
            later = self.tr(
                "The backup is in the library folder. It will be copied to the second location as soon "
                "as that is available."
            )
            self._context.notify.show_notice(self.tr("Second backup location"), [explain(fault), later])

    # List

    def show_backups(self) -> None:
        from delegate_desk.gui.safety.care_dialogs import BackupsDialog

        dialog = BackupsDialog(self._context.desk, self._context.tasks, self._context.settings, self._context.window)
        dialog.restore_requested.connect(self.prompt_restore_folder)
        dialog.open()

    # Restoring

    def prompt_restore(self) -> None:
        kinds = self.tr("Backups (*{suffix} *.zip *.sqlite3)").format(suffix=SUFFIX)
        kinds += ";;" + self.tr("All files (*)")
        chosen = prompt_open(self._context.window, self.tr("Restore a Backup"), kinds)
        if chosen is not None:
            self.prompt_restore_folder(chosen)

    def prompt_restore_folder(self, file: Path) -> None:
        chosen = prompt_folder(self._context.window, self.tr("Restore to Which Folder?"))
        if chosen is None or self._job is not None:
            return
        folder = chosen
        try:
            is_free = not chosen.exists() or not any(chosen.iterdir())
        except OSError:  # who restores there says why it cannot be
            is_free = True
        if not is_free:
            name = self.tr("Delegate Desk restored")
            folders = (chosen / (f"{name} {number}" if number > 1 else name) for number in count(1))
            folder = next(candidate for candidate in folders if not candidate.exists())
        self._start(lambda: self._context.desk.backups.restore(file, folder), self._report_restored)

    def _report_restored(self, restored: RestoreResult) -> None:
        texts = [
            self.tr("{count} documents were restored to {folder}. The open library is unchanged.").format(
                count=terms.format_number(restored.documents), folder=restored.folder
            ),
            self.tr('Open it now, or later with: delegate-desk --library "{folder}"').format(folder=restored.folder),
        ]
        if restored.missing:
            sentence = self.tr("Originals missing from the backup: {count}.")
            texts.append(sentence.format(count=terms.format_number(restored.missing)))
        program, *arguments = paths.program_command("--library", str(restored.folder))
        link = self.tr("Open"), lambda: QProcess.startDetached(program, arguments)
        self._context.notify.show_notice(self.tr("Restored"), texts, link)

    # Progress

    def _start(
        self,
        job: Callable[[], object],
        done: Callable[..., object],
        *,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        self._job = ShownJob(self._context, job, self.tr("Backup in progress"), done, failed)
        self._job.ended.connect(self._on_ended)

    def _on_ended(self) -> None:
        self._job = None

    def _note_failure(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            self._context.tasks.failed.emit(error)
        _log.warning("A backup was not made or not taken along: %s", type(error).__name__)


QUIET = 1000
"""Milliseconds for which nothing is shown."""


class ExitBackupDialog(JobDialog):
    """Makes the backup of a library that is being closed; a failure loses and blocks nothing, nor does skipping it."""

    def __init__(self, desk: Desk, settings_file: Path) -> None:
        super().__init__(Tasks())
        self._desk = desk
        self._second = settings.load(settings_file).second_place(desk.folder)
        self._loop = QEventLoop(self)
        self.ui = Ui_ExitBackup()
        self.ui.setupUi(self)
        self.bar = self.ui.progress_bar
        self.ui.skip_button.clicked.connect(self.reject)
        self.finished.connect(self._loop.quit)

    def run(self) -> None:
        """Make it, and return when it is made or skipped."""
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(self.show)
        timer.start(QUIET)
        self._job = self._tasks.read(self._back_up, self._finish, failed=self._fail, what="backup")
        self._update_buttons()
        self._loop.exec()
        timer.stop()
        self._tasks.close()  # the job stops at its next step
        self.hide()

    def _back_up(self) -> Steps[BackupResult | None]:
        backups = self._desk.backups
        if backups.is_due():
            return (yield from backups.back_up(self._second))
        if self._second is not None and backups.is_second_outdated(self._second):
            yield from backups.send(self._second)
        return None

    def _finish(self, result: BackupResult | None) -> None:
        if result is not None and result.second_fault is not None:
            _log.warning("Nothing came to the second place: %s", type(result.second_fault).__name__)
        self._loop.quit()

    def _fail(self, error: Exception) -> None:
        _log.error("No backup was made on leaving: %s", type(error).__name__)
        if not isinstance(error, DeskError):
            self._loop.quit()
            return
        self.ui.text_label.setText(explain(error))
        self.bar.hide()
        self.ui.skip_button.setText(self.tr("&Close"))
        self.show()


SOON = 2000
"""Milliseconds without a change after which due sidecars are written."""
_LONGEST = 10
"""How often a change may postpone that."""


class SidecarSync(QObject):
    """Writes the sidecars that are due, one pass at a time."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._job: Job | None = None
        self._postponed = 0
        self._is_reported = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.run)
        tasks.changed.connect(self._on_changes)
        self._timer.start()  # what was left when the program was closed, or killed

    def run(self) -> None:
        self._postponed = 0
        if self._job is not None:  # once that pass is over
            self._timer.start()
            return
        self._timer.stop()
        self._job = self._tasks.read(self._desk.sidecars.catch_up, self._end, failed=self._fail)

    def _on_changes(self, _: Changes) -> None:
        if not self._timer.isActive() or self._postponed < _LONGEST:
            self._postponed += 1
            self._timer.start()

    def _end(self, _: None) -> None:
        self._job, self._is_reported = None, False

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not (self._is_reported and isinstance(error, DeskError)):
            self._is_reported = True
            self._tasks.say_once(error)


_CHECK_INTERVAL = 5_000
"""Milliseconds between two checks of inactivity."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def show_passphrase_dialog(context: Context) -> None:
    from delegate_desk.gui.safety.library_dialogs import ChangePassphraseDialog, EncryptionDialog

    if context.desk.cipher.seals:
        ChangePassphraseDialog(context).open()
    else:
        EncryptionDialog(context.desk.folder, context.navigate.leave, context.window).open()


class LockController(Controller):
    """Locks an encrypted library after inactivity, and by the keys that lock it from any dialog.

    Time asleep counts too if the system reports it, even without a notification of sleep. By hand, a person is asked
    about what cannot be saved. After a while and before sleep nobody is there to answer: with something unsaved the
    window then stays as it is, says that it is not locked, and locks as soon as that is saved.

    Attributes:
        minutes: Of inactivity; 0 for never.
        sleep: Announces sleep, and delays it until the library is closed; None where nobody does.
    """

    def __init__(self, context: Context, minutes: int, sleep: SuspendLock | None) -> None:
        super().__init__(context)
        self._last_input = _now()
        self._is_waiting = False
        self.minutes = minutes
        self.sleep = sleep
        if sleep is not None:
            sleep.about_to_sleep.connect(self._lock)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.lock_if_idle)
        self._timer.start(_CHECK_INTERVAL)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = _now()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        # a dialog prevents the window from receiving the shortcut
        is_before = QApplication.activeModalWidget() or QApplication.activeWindow() is not self._context.window
        if not is_before or QKeySequence(event.keyCombination()) not in key_bindings.keys("action_lock"):
            return False
        leave = self._context.navigate.leave
        QTimer.singleShot(0, self, lambda: leave(LOCKED))  # when the dialog has heard of its key
        return True

    def _lock(self) -> None:
        """Lock without asking anyone, or say why not and try again."""
        context = self._context
        if context.navigate.is_leaving():
            return
        context.tasks.flush()
        context.tasks.finish_writes()
        self._is_waiting = bool(context.tasks.unsaved)
        if not self._is_waiting:
            context.navigate.leave(LOCKED)
            return
        text = self.tr(
            "Your last changes cannot be saved and would be lost. The library will lock as soon as they are saved."
        )
        context.notify.show_notice(self.tr("Library not locked"), [text])

    def lock_if_idle(self) -> None:
        if self._is_waiting or (self.minutes and _now() - self._last_input >= self.minutes * 60):
            self._lock()


def install_guard(context: Context) -> LockController | None:
    if not context.desk.cipher.seals:
        return None
    sleep = None
    if sys.platform != "win32":  # where there is no D-Bus, and none in the package
        from delegate_desk.gui.safety.suspend_lock import SuspendLock

        sleep = SuspendLock()
    return LockController(context, context.settings.load().lock_minutes, sleep)


def set_lock_minutes(context: Context, minutes: int) -> None:
    """Save the minutes of inactivity before the library locks, also for this window; 0 for never."""
    context.settings.save(lock_minutes=minutes)
    guard = context.window.findChild(LockController)
    if guard is not None:
        guard.minutes = minutes


def _now() -> float:
    """Return seconds, including those asleep if the system counts them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


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
        advice = self.tr(
            "If it happens again, copy the report and send it to your IT support. It contains no document text, and "
            "is also in the log: {folder}"
        ).format(folder=paths.log_folder())
        if restart is not None:
            advice = self.tr("Continue, or restart to return to the same place.") + " " + advice
        else:
            ui.go_on_button.setText(self.tr("Close"))
            ui.restart_button.hide()
        ui.safe_label.setText(unsaved if is_unsaved else safe)
        ui.way_on_label.setText(advice)
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


_SAME_FAULT = 3.0
"""Seconds for which the same fault is not shown again, such as one in painting."""


class FaultReporter(QObject):
    """Handles every fault, on any thread, and shows one report at a time on the window's thread."""

    fault_occurred = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: FaultDialog | None = None
        self._context: Callable[[], Context | None] = lambda: None
        self._last_shown = ("", -_SAME_FAULT)
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
        last_text, shown_at = self._last_shown
        is_shown = self._dialog is not None and isValid(self._dialog)  # one whose window is gone went with it
        if is_shown or (text == last_text and time.monotonic() < shown_at + _SAME_FAULT):
            return  # one is enough to read; the log has them all
        owner = self._context()
        context = owner if owner is not None and isValid(owner.window) else None
        self._dialog = FaultDialog(
            text,
            None if context is None else partial(context.navigate.leave, Ending(is_restart=True)),
            is_unsaved=context is not None and bool(context.tasks.unsaved),
            parent=QApplication.activeWindow() or (context.window if context is not None else None),
        )
        self._dialog.finished.connect(partial(self._end, text))
        self._dialog.show()

    def _end(self, text: str, _: object = None) -> None:
        self._last_shown = (text, time.monotonic())
        dialog, self._dialog = self._dialog, None
        if dialog is not None and isValid(dialog):
            dialog.deleteLater()


def _log_fault(error: BaseException) -> None:
    _log.error("Fault of the program: %s", describe_fault(error))


def details(error: BaseException) -> str:
    """Return a report for support: versions and code location, never the text of a message or a document."""
    import platform

    versions = f"Delegate Desk {__version__}, Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    location = describe_fault(error).replace(f"{Path.home()}{os.sep}", f"~{os.sep}")  # its name is that of a person
    return f"{versions}, {platform.system()} {platform.release()}\n{location}"
