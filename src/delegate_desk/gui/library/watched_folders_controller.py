"""Folders that are watched: looked at now and then; what comes in is said quietly and opens by itself nowhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import AlreadyInLibraryError, DeskError
from delegate_desk.gui.context import Context
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.library.import_controller import ImportController
from delegate_desk.gui.tasks import Tasks

_PAUSE = 4000
"""Milliseconds from one look to the next."""


class WatchedFoldersController(QObject):
    """Looks into the folders watched while the window is open.

    Signals:
        folders_listed: Other folders are watched, or the same as before.
        imported: Documents were imported, with their list.
    """

    folders_listed = Signal()
    imported = Signal(list)

    def __init__(self, context: Context, menu: QMenu, label: QLabel) -> None:
        super().__init__(context.window)
        self._menu, self._label = menu, label
        self._context = context
        self._tasks: Tasks = context.tasks
        self._desk = context.desk
        self._found: list[Path] = []
        self._is_polling = False
        self._importing = ImportController(self._desk, self._tasks, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.poll)
        self._importing.progressed.connect(context.notify.show_import)
        self._importing.finished.connect(self._finish)
        self.folders: list[Path] = []
        self._list()

    def prompt_folder(self) -> None:
        """Let a folder be chosen, and watch it."""
        chosen = QFileDialog.getExistingDirectory(self._context.window, self.tr("Watch Folder"))
        if chosen:
            self.watch(Path(chosen))

    def watch(self, folder: Path) -> None:
        """Take in what is in a folder, and whatever is put into it from now on."""
        self._tasks.write(lambda: self._desk.watched_folders.watch(folder), lambda _: self._list())

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more."""
        self._tasks.write(lambda: self._desk.watched_folders.unwatch(folder), lambda _: self._list())

    def poll(self) -> None:
        """Look for what is new, unless the last that was found is still being read."""
        if not self._is_polling and not self._found:
            self._is_polling = True
            self._tasks.read(self._desk.watched_folders.find_new_files, self._on_files_found, failed=self._fail)

    def pause(self) -> None:
        """Bring in no more of what was found; it is not asked for again."""
        self._importing.stop()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._importing.stop()

    def _list(self) -> None:
        self._tasks.read(self._desk.watched_folders.folders, self._show)

    def _show(self, folders: list[Path]) -> None:
        """Say what is watched, with a stop for each."""
        self.folders = folders
        self._menu.clear()
        self._menu.menuAction().setVisible(bool(folders))
        for folder in folders:
            action = self._menu.addAction(str(folder).replace("&", "&&"))
            action.setData(self.tr("Stop watching"))
            action.triggered.connect(lambda _=False, folder=folder: self.unwatch(folder))
        names = ", ".join(folder.name for folder in folders)
        self._label.setText(self.tr("Watching {names}").format(names=names) if folders else "")
        self._label.setToolTip("\n".join(map(str, folders)))
        self._label.setVisible(bool(folders))
        self.folders_listed.emit()
        if folders:
            self._timer.start()
            self.poll()
        else:
            self._timer.stop()

    def _on_files_found(self, found: list[Path]) -> None:
        self._is_polling = False
        self._found = found
        if found:
            self._importing.import_paths(found)

    def _fail(self, error: Exception) -> None:
        self._is_polling = False
        self._tasks.failed.emit(error)

    def _finish(self, came: list[DocumentId], refused: list[DeskError]) -> None:
        found, self._found = self._found, []
        context = self._context
        context.notify.hide_progress()
        self._tasks.read(lambda: self._desk.watched_folders.mark_handled(found), lambda _: None)
        held = {error.document for error in refused if isinstance(error, AlreadyInLibraryError)}
        new = [document for document in came if document not in held]
        sentences = [self.tr("{name} was imported.").format(name=self._desk.documents.get(key).name) for key in new]
        sentences += [explain(error) for error in refused if not isinstance(error, AlreadyInLibraryError)]
        if sentences:
            context.notify.show_notice(self.tr("From a watched folder"), sentences)
        self.imported.emit(new)
