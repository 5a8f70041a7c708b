"""The shared folder in the window: looked at now and then, and as soon as something comes there."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from delegate_desk.core.changes import Changes
from delegate_desk.core.errors import DeskError
from delegate_desk.core.exchange.package import FolderExchangeResult, SharedFolder
from delegate_desk.core.library.errors import SharedFolderAbsentError
from delegate_desk.core.progress import Steps
from delegate_desk.desk import Desk
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.forms.ui_sharing import Ui_Sharing
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import default_folder


class SharingDialog(QDialog):
    exchange_requested = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._folder: SharedFolder | None = None
        self.ui = Ui_Sharing()
        self.ui.setupUi(self)
        ui = self.ui
        ui.choose_button.clicked.connect(self._choose)
        ui.stop_button.clicked.connect(self._stop)
        ui.originals_check.clicked.connect(self._change)
        ui.internal_check.clicked.connect(self._change)
        ui.exchange_button.clicked.connect(self.exchange_requested)
        ui.close_button.clicked.connect(self.close)
        self._load()

    def show_result(self, sentences: list[str]) -> None:
        self.ui.state_label.setText("\n".join(sentences))

    def set_folder(self, folder: Path) -> None:
        originals, internal = self.ui.originals_check.isChecked(), self.ui.internal_check.isChecked()
        self._tasks.write(
            lambda: self._desk.shared_folder.start_sharing(folder, internal=internal, originals=originals),
            while_alive(self, lambda _: self._begin()),
        )

    def _load(self) -> None:
        self._tasks.read(self._desk.shared_folder.folder, while_alive(self, self._show))

    def _show(self, folder: SharedFolder | None) -> None:
        ui = self.ui
        self._folder = folder
        if folder is not None:
            ui.originals_check.setChecked(folder.originals)
            ui.internal_check.setChecked(folder.internal)
        text = self.tr("Not shared yet.")
        ui.folder_label.setText(text if folder is None else self.tr("Shared in {folder}").format(folder=folder.path))
        ui.stop_button.setEnabled(folder is not None)
        ui.exchange_button.setEnabled(folder is not None)

    def _choose(self) -> None:
        begin = str(self._folder.path if self._folder else default_folder())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose Shared Folder"), begin)
        if chosen:
            self.set_folder(Path(chosen))

    def _change(self) -> None:
        if self._folder is not None:
            self.set_folder(self._folder.path)

    def _begin(self) -> None:
        self._load()
        self.exchange_requested.emit()

    def _stop(self) -> None:
        self._tasks.write(self._desk.shared_folder.stop_sharing, while_alive(self, lambda _: self._end()))

    def _end(self) -> None:
        self.show_result([self.tr("Sharing stopped. Existing items stay here and in the folder.")])
        self._load()


_PAUSE = 60 * 1000
"""Milliseconds from one look to the next; a network drive tells of nothing by itself."""
_SETTLING = 3 * 1000
"""Milliseconds after something came: an engine brings several files."""


class SharedFolderController(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks, self._notify = context.desk, context.tasks, context.notify
        self._dialog: SharingDialog | None = None
        self._ticket: Job | None = None
        self._absence_said = False
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, interval=_PAUSE)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLING)
        self._timer.timeout.connect(self.exchange)
        self._soon.timeout.connect(self.exchange)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        self._timer.start()
        self._soon.start()

    def show(self) -> None:
        dialog = SharingDialog(self._desk, self._tasks, self._context.window)
        self._dialog = dialog
        dialog.exchange_requested.connect(lambda: self.exchange(asked=True))
        dialog.finished.connect(self._forget)
        dialog.open()

    def exchange(self, *, asked: bool = False) -> None:
        if self._ticket is not None:
            return
        if asked:
            self._tasks.flush()

        def end(outcome: tuple[FolderExchangeResult, list[str]]) -> None:
            self._end(*outcome, asked=asked)

        def fail(error: Exception) -> None:
            self._fail(error, asked=asked)

        self._ticket = self._tasks.read(self._work, while_alive(self, end), failed=while_alive(self, fail))

    def stop(self) -> None:
        """Give up what is under way; what is whole stays, and the rest comes with the next exchange."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _work(self) -> Steps[tuple[FolderExchangeResult, list[str]]]:
        """Exchange, on the thread of the job; the folders in which something may come are told with it."""
        sharing = self._desk.shared_folder
        exchanged = yield from sharing.exchange()
        folder = sharing.folder()
        there = [] if folder is None else [folder.path, *(path for path in folder.path.glob("*") if path.is_dir())]
        return exchanged, list(map(str, there))

    def _end(self, exchanged: FolderExchangeResult, folders: list[str], *, asked: bool) -> None:
        self._ticket = None
        self._absence_said = False
        self._watch(set(folders))
        if exchanged.changes:
            self._tasks.write(lambda: exchanged.changes | self._follow(exchanged.changes))
        sentences = self._told(exchanged)
        if self._dialog is not None:
            self._dialog.show_result(sentences)
        elif asked or exchanged.things or exchanged.failures:
            self._notify.show_notice(self.tr("From the shared folder"), sentences)

    def _follow(self, changes: Changes) -> Changes:
        return self._desk.meetings.reparse_after_changes(changes)

    def _fail(self, error: Exception, *, asked: bool) -> None:
        self._ticket = None
        if not isinstance(error, DeskError):
            self._tasks.failed.emit(error)
        elif self._dialog is not None:
            self._dialog.show_result([explain(error)])
        elif asked or not (self._absence_said and isinstance(error, SharedFolderAbsentError)):
            self._absence_said = True
            later = self.tr("Your changes will be shared as soon as the folder is available.")
            self._notify.show_notice(self.tr("Shared folder"), [explain(error), later])

    def _told(self, exchanged: FolderExchangeResult) -> list[str]:
        sent, several = exchanged.sent, terms.format_number(exchanged.things)
        texts = []
        if sent is not None:
            notes, lines = terms.format_number(sent.notes), terms.format_number(sent.position_entries)
            texts.append(self.tr("Shared: notes {notes}, position entries {lines}.").format(notes=notes, lines=lines))
        if exchanged.packages:
            texts.append(self.tr("New or changed by others: {several}.").format(several=several))
        texts += [
            self.tr("{file} cannot be read yet; it may still be syncing.").format(file=file.name)
            for file in exchanged.unread
        ]
        texts += [explain(error) for error in exchanged.failures if isinstance(error, DeskError)]
        return texts or [self.tr("Everything is up to date.")]

    def _watch(self, wanted: set[str]) -> None:
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(list(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(list(wanted - watched))

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
