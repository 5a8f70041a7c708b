"""Several libraries: another library is opened instead of the current one, which is closed as on quitting.

Whether it can be opened is checked first: if not, one sentence says so and the current library stays open.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from delegate_desk import paths, policy, settings
from delegate_desk.core.library import policies
from delegate_desk.core.progress import Steps
from delegate_desk.desk import open_desk, require_library
from delegate_desk.gui import interface_language, single_instance
from delegate_desk.gui.context import Context, Ending, ShownJob
from delegate_desk.gui.widgets.output import default_folder, prompt_folder
from delegate_desk.libraries import prepare_samples

MOST_RECENT = 5
translate = QCoreApplication.translate


def open_own_library(context: Context) -> None:
    folder = paths.default_library()
    switch_library(context, folder, is_new=not folder.exists())


def is_same_folder(path: Path, other: Path) -> bool:
    """True if two paths lead to one folder, judging by their names."""
    return os.path.realpath(path) == os.path.realpath(other)


def is_sample_library(folder: Path) -> bool:
    return is_same_folder(folder, paths.demo_library())


def library_name(folder: Path) -> str:
    if is_same_folder(folder, paths.default_library()):
        return ""
    return translate("libraries", "Samples") if is_sample_library(folder) else folder.name


def remember_library(context: Context) -> None:
    folder = context.desk.folder
    name = library_name(folder)
    context.window.setWindowTitle(f"{name} - Delegate Desk" if name else "Delegate Desk")
    if name and not is_sample_library(folder):
        others = [recent for recent in context.settings.load().recent_libraries if recent != str(folder)]
        context.settings.save(recent_libraries=[str(folder), *others][: MOST_RECENT + 1])


def switch_library(context: Context, folder: Path, *, is_new: bool = False) -> None:
    if is_same_folder(folder, context.desk.folder):
        context.notify.show_notice(translate("libraries", "This library is already open"), [str(folder)])
        return

    def create_files() -> None:
        policies.check_folder(folder)
        if policy.current().requires_encryption:
            folder.mkdir(parents=True, exist_ok=True)  # its passphrase is asked for when it is opened
        else:
            open_desk(folder).close()

    context.tasks.read(
        create_files if is_new else partial(require_library, folder),
        lambda _: _leave_for(context, folder),
        failed=context.notify.show_error,
    )


def open_samples(context: Context, show_message: Callable[[str], object]) -> None:
    """Open the samples, which are created the first time, with the delegation of this library, if known."""
    if context.window.findChild(ShownJob, "samples") is not None:
        return
    folder, language = paths.demo_library(), interface_language.language()
    task_name = translate("libraries", "Preparing the sample library")

    def prepare() -> Steps[bool]:
        was_created = yield from prepare_samples(folder, context.desk.positions.delegation(), language=language)
        if not was_created:
            require_library(folder)
            return False
        with open_desk(folder) as desk:
            places = [(int(place.document), str(place.address)) for place in desk.samples.first(language)]
        settings.save_start_places(context.settings.file, folder, places)
        return True

    job = ShownJob(context, prepare, task_name, lambda _: _leave_for(context, folder))
    job.setObjectName("samples")
    job.ended.connect(lambda: show_message(""))
    context.notify.show_progress(task_name, 0, 0)
    show_message(translate("libraries", "This takes a few seconds…"))


def _leave_for(context: Context, folder: Path) -> None:
    """Close this window for another library; a window that has that library open already comes to the front instead."""
    first = single_instance.claim_library(folder, (), lambda: None)
    if first is None:
        return
    if not context.navigate.leave(Ending(library=folder, first=first)):  # the user keeps unsaved text
        first.close()


def prompt_open(context: Context) -> None:
    if chosen := _prompt(context, translate("libraries", "Open Library")):
        switch_library(context, chosen)


def prompt_new(context: Context) -> None:
    if chosen := _prompt(context, translate("libraries", "New Library: Choose an Empty Folder")):
        create_library(context, chosen)


def create_library(context: Context, folder: Path) -> None:
    try:
        is_empty = not any(folder.iterdir())
    except FileNotFoundError:
        is_empty = True
    except OSError:
        is_empty = False
    if is_empty:
        switch_library(context, folder, is_new=True)
    else:
        text = translate("libraries", "{folder} is not empty. A new library needs an empty folder.")
        context.notify.show_notice(translate("libraries", "Library not created"), [text.format(folder=folder)])


def _prompt(context: Context, title: str) -> Path | None:
    """Let the user choose a folder, beside the current library unless that is the default."""
    folder = context.desk.folder
    is_chosen = library_name(folder) and not is_sample_library(folder)
    return prompt_folder(context.window, title, folder.parent if is_chosen else default_folder())


def fill_recent_menu(context: Context, menu: QMenu) -> None:
    current = str(context.desk.folder)
    menu.clear()
    recent = [folder for folder in context.settings.load().recent_libraries if folder != current]
    menu.menuAction().setEnabled(bool(recent) and not policies.is_locked("LibraryFolder"))
    for folder in recent[:MOST_RECENT]:
        action = menu.addAction(f"{Path(folder).name} · {Path(folder).parent}".replace("&", "&&"))
        action.setData(translate("libraries", "Recent libraries"))
        action.triggered.connect(lambda _=False, folder=folder: switch_library(context, Path(folder)))
