"""What is said once at the start: that the program broke off last time, and that another service copies the library."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegate_desk import paths, settings
from delegate_desk.core import crashes
from delegate_desk.core.surroundings import Surroundings

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow

_MOST_NAMED = 3


class Noticing(QObject):
    """Looks around beside the window, and says what a person should know."""

    def __init__(self, window: MainWindow, settings_file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._file = settings_file

    def look(self) -> None:
        """Look, and speak when there is something to say."""
        desk = self._window.desk
        self._window.tasks.read(lambda: (crashes.gather(paths.log_folder()), desk.look_around()), self._say)

    def _say(self, seen: tuple[bool, Surroundings]) -> None:
        broke_off, around = seen
        sentences = []
        if broke_off:
            sentences.append(
                self.tr(
                    "Delegate Desk broke off last time. What was saved is safe. Help > Report for Support says where "
                    "it happened."
                )
            )
        if around.synced_by and not self._was_said():
            sentences.append(
                self.tr(
                    "{service} copies this library's folder to other computers, which can damage it: open it on one "
                    "computer at a time, or keep it in another folder and work with others through packages or a "
                    "shared folder."
                ).format(service=around.synced_by)
            )
            self._note_said()
        if around.conflict_copies:
            sentences.append(
                self.tr(
                    "In the library's folder a service made copies of files that were written on two computers at once "
                    "({files}). Help > Check the Library brings together what either wrote. Have only one computer "
                    "write the library from now on."
                ).format(files=_named(around.conflict_copies))
            )
        if sentences:
            self._window.notices.say(self.tr("Before you begin"), sentences)

    def _mark(self) -> str:
        """What tells this library from others, without its name."""
        return hashlib.sha256(str(self._window.desk.folder).encode(errors="surrogatepass")).hexdigest()[:16]

    def _was_said(self) -> bool:
        return self._mark() in settings.load(self._file).synced_said

    def _note_said(self) -> None:
        kept = settings.load(self._file)
        with contextlib.suppress(OSError):  # then it is said once more
            settings.save(self._file, replace(kept, synced_said=(*kept.synced_said, self._mark())))


def _named(files: tuple[str, ...]) -> str:
    """The first of some files, and that there are more."""
    return ", ".join(files[:_MOST_NAMED]) + (" …" if len(files) > _MOST_NAMED else "")
