"""Copies of the library, made from the window: backups, daily and on demand, and sidecars, soon after a change."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QProcess, QTimer

from delegate_desk import paths, settings
from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.core.library.backup import SUFFIX, BackupResult, RestoreResult
from delegate_desk.core.library.errors import SecondPlaceAbsentError
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context, Controller, ShownJob
from delegate_desk.gui.forms.ui_exit_backup import Ui_ExitBackup
from delegate_desk.gui.interface_language import explain
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.jobs import JobDialog
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import default_file, prompt_folder, prompt_open, prompt_save

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
            made = yield from self._context.desk.backups.write(target)
            return made, made.path.stat().st_size

        if self._job is None:
            context = self._context
            context.tasks.flush()  # what was typed is to be in it
            context.tasks.write(Changes, lambda _: self._start(write, self._report_written))

    def _report_written(self, written: tuple[BackupResult, int]) -> None:
        made, size = written[0], terms.format_size(written[1])
        count = made.manifest.documents
        texts = [
            self.tr("Backup verified: {file}, {count} documents with their originals, {size}.").format(
                file=made.path, count=terms.format_number(count), size=size
            )
        ]
        texts += [self.tr("The original of {name} is missing.").format(name=name) for name in made.missing]
        texts += [self.tr("The original of {name} is damaged.").format(name=name) for name in made.damaged]
        self._context.notify.show_notice(self.tr("Backup complete"), texts)

    # Daily backup

    def back_up_if_due(self) -> None:
        """Make the daily backup if it is due, and copy missing files to the second location."""
        backups, second = self._context.desk.backups, self._context.settings.second_place

        def start(found: tuple[bool, bool]) -> None:
            due, behind = found
            if due and self._job is None:
                self._start(lambda: backups.back_up(second), self._report_fault)
            elif behind and second is not None and self._job is None:
                self._start(lambda: backups.send(second), lambda _: None, failed=self._note_failure)

        if self._job is None:
            self._context.tasks.read(
                lambda: (backups.is_due_today(), backups.is_second_outdated(second)), start, failed=self._note_failure
            )

    def _report_fault(self, made: BackupResult) -> None:
        """Report only faults that somebody can act on, a missing memory stick once."""
        fault = made.second_fault
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
            folder = next(one for one in folders if not one.exists())
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
        self._ticket = self._tasks.read(self._job, self._finish, failed=self._fail, what="backup")
        self._update_buttons()
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
        self._ticket: Job | None = None
        self._postponed = 0
        self._is_reported = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.run)
        tasks.changed.connect(self._on_changes)
        self._timer.start()  # what was left when the program was closed, or killed

    def run(self) -> None:
        self._postponed = 0
        if self._ticket is not None:  # once that pass is over
            self._timer.start()
            return
        self._timer.stop()
        self._ticket = self._tasks.read(self._desk.sidecars.catch_up, self._end, failed=self._fail)

    def _on_changes(self, _: Changes) -> None:
        if not self._timer.isActive() or self._postponed < _LONGEST:
            self._postponed += 1
            self._timer.start()

    def _end(self, _: None) -> None:
        self._ticket, self._is_reported = None, False

    def _fail(self, error: Exception) -> None:
        self._ticket = None
        if not (self._is_reported and isinstance(error, DeskError)):
            self._is_reported = True
            self._tasks.say_once(error)
