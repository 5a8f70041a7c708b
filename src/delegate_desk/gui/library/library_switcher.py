"""Several libraries: another library is opened in place of the current library, which is left as on quitting.

Whether it can be opened is checked before leaving: if not, one sentence says so and the current library
stays open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from delegate_desk import paths, settings
from delegate_desk.core.progress import Steps
from delegate_desk.desk import open_desk, prepare_samples, require_library
from delegate_desk.gui import interface_language, single_instance
from delegate_desk.gui.close_reason import Ending
from delegate_desk.gui.safety import lock_controller
from delegate_desk.gui.widgets.save_file_dialog import default_folder

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

MOST_RECENT = 5
translate = QCoreApplication.translate


def commands(window: MainWindow) -> dict[QAction, Callable[[], object]]:
    """The commands, each by its action."""
    ui = window.ui
    ui.action_own_library.setEnabled(not is_same_folder(window.desk.folder, paths.default_library()))
    ui.recent_menu.aboutToShow.connect(lambda: _list_recent(window))
    ui.library_menu.aboutToShow.connect(lambda: _list_recent(window))
    _list_recent(window)
    return {
        ui.action_open_library: lambda: _prompt_open(window),
        ui.action_new_library: lambda: _prompt_new(window),
        ui.action_samples: lambda: open_samples(window),
        ui.action_own_library: lambda: switch_library(
            window, paths.default_library(), is_new=not paths.default_library().exists()
        ),
    }


def is_same_folder(one: Path, other: Path) -> bool:
    """True if two paths lead to one folder, as far as their names tell."""
    return os.path.realpath(one) == os.path.realpath(other)


def is_sample_library(folder: Path) -> bool:
    """True for the library of samples."""
    return is_same_folder(folder, paths.demo_library())


def library_name(folder: Path) -> str:
    """Return the name of a library; empty for the person's own."""
    if is_same_folder(folder, paths.default_library()):
        return ""
    return translate("libraries", "Samples") if is_sample_library(folder) else folder.name


def remember_library(window: MainWindow) -> None:
    """Name the library in the title, and remember that it was open."""
    folder = window.desk.folder
    called = library_name(folder)
    window.setWindowTitle(f"{called} - Delegate Desk" if called else "Delegate Desk")
    if called and not is_sample_library(folder):
        others = [kept for kept in window.settings.load().recent_libraries if kept != str(folder)]
        window.settings.save(recent_libraries=[str(folder), *others][: MOST_RECENT + 1])


def switch_library(window: MainWindow, folder: Path, *, is_new: bool = False) -> None:
    """Open another library in place of the current library, if it can be opened.

    Args:
        window: The window, which is then closed.
        folder: The library.
        is_new: True if it is to be created there.
    """
    if is_same_folder(folder, window.desk.folder):
        window.notices.show_notice(translate("libraries", "This library is already open"), [str(folder)])
        return
    window.tasks.read(
        partial(_create_library_files, folder) if is_new else partial(require_library, folder),
        lambda _: _leave_for(window, folder),
        failed=window.show_error,
    )


def open_samples(window: MainWindow) -> None:
    """Open the samples, which are made the first time; the delegation is that of this library, if it is known."""
    folder = paths.demo_library()
    if is_same_folder(folder, window.desk.folder):
        window.welcome_controller.start_guide()
        return
    if window.findChild(_SampleLibraryJob) is None:
        _SampleLibraryJob(window, folder)


class _SampleLibraryJob(QObject):
    """Lays the samples out beside the window, says how far that is, and opens them."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._what = self.tr("Preparing the sample library")
        delegation = window.desk.positions.delegation()
        language = interface_language.language()
        job: Callable[[], Steps[bool]] = partial(_samples, window.settings.file, folder, delegation, language)
        self._ticket = window.tasks.read(job, self._finish, failed=self._fail, what=self._what)
        window.tasks.progressed.connect(self._show)
        window.ui.stop_button.clicked.connect(self._stop)
        window.status.show_work(self._what, 0, 0)
        window.welcome_controller.set_action_message(window.ui.action_samples, self.tr("This takes a few seconds…"))

    def _show(self, what: str, done: int, of: int) -> None:
        if what == self._what:
            self._window.status.show_work(what, done, of)

    def _finish(self, _: bool) -> None:
        self._end()
        _leave_for(self._window, self._folder)

    def _fail(self, error: Exception) -> None:
        self._end()
        self._window.show_error(error)

    def _stop(self) -> None:
        self._ticket.cancel()
        self._end()

    def _end(self) -> None:
        self._window.status.end_indexing()
        self._window.welcome_controller.set_action_message(self._window.ui.action_samples, "")
        self.setParent(None)
        self.deleteLater()


def _samples(settings_file: Path, folder: Path, delegation: str | None, language: str) -> Steps[bool]:
    """Make the samples if they are not there, so that their first window shows what was worked on."""
    made = yield from prepare_samples(folder, delegation, language=language)
    if not made:
        require_library(folder)
        return False
    with open_desk(folder) as desk:
        places = [(int(place.document), str(place.address)) for place in desk.samples.first(language)]
    settings.save_start_places(settings_file, folder, places)
    return True


def _create_library_files(folder: Path) -> None:
    open_desk(folder).close()


def _leave_for(window: MainWindow, folder: Path) -> None:
    """Close this window for another library; a window that has that library open already comes to the front instead."""
    first = single_instance.claim_library(folder, (), lambda: None)
    if first is None:
        return
    lock_controller.close_window(window, Ending(library=folder, first=first))
    if window.ending.library is None:  # a person stays with what is not saved
        first.close()


def _prompt_open(window: MainWindow) -> None:
    title = translate("libraries", "Open Library")
    chosen = QFileDialog.getExistingDirectory(window, title, str(_start_folder(window)))
    if chosen:
        switch_library(window, Path(chosen))


def _prompt_new(window: MainWindow) -> None:
    title = translate("libraries", "New Library: Choose an Empty Folder")
    chosen = QFileDialog.getExistingDirectory(window, title, str(_start_folder(window)))
    if chosen:
        create_library(window, Path(chosen))


def create_library(window: MainWindow, folder: Path) -> None:
    """Make a library in an empty folder, and open it."""
    try:
        is_empty = not any(folder.iterdir())
    except FileNotFoundError:
        is_empty = True
    except OSError:
        is_empty = False
    if is_empty:
        switch_library(window, folder, is_new=True)
    else:
        said = translate("libraries", "{folder} is not empty. A new library needs an empty folder.")
        window.notices.show_notice(translate("libraries", "Library not created"), [said.format(folder=folder)])


def _start_folder(window: MainWindow) -> Path:
    """Return the folder to look for libraries in: beside the current library, unless that is the default."""
    folder = window.desk.folder
    return folder.parent if library_name(folder) and not is_sample_library(folder) else default_folder()


def _list_recent(window: MainWindow) -> None:
    """List the recently opened libraries, except the current library."""
    menu, here = window.ui.recent_menu, str(window.desk.folder)
    menu.clear()
    recent = [folder for folder in window.settings.load().recent_libraries if folder != here]
    menu.menuAction().setEnabled(bool(recent))
    for folder in recent[:MOST_RECENT]:
        action = menu.addAction(f"{Path(folder).name} · {Path(folder).parent}".replace("&", "&&"))
        action.setData(translate("libraries", "Recent libraries"))
        action.triggered.connect(lambda _=False, folder=folder: switch_library(window, Path(folder)))
