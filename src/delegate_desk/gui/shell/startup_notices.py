"""What is said once at the start: that the program broke off or is a newer one, and that others copy the library."""

from __future__ import annotations

import contextlib
import hashlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from delegate_desk import __version__, paths, settings
from delegate_desk.core.library import crash_log
from delegate_desk.core.library.cloud_sync import Surroundings
from delegate_desk.core.library.crash_log import BreakOff
from delegate_desk.gui.help import manual_controller

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

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
        self._window.tasks.read(lambda: (crash_log.gather(paths.log_folder()), desk.look_around()), self._say)

    def _say(self, seen: tuple[BreakOff | None, Surroundings]) -> None:
        broke_off, around = seen
        sentences = []
        if broke_off is BreakOff.FAULT:
            sentences.append(
                self.tr(
                    "Delegate Desk closed unexpectedly last time. Your saved work is safe, and you are back where "
                    "you were. For details, see Help > Support Report."
                )
            )
        elif broke_off is BreakOff.KILLED:
            sentences.append(
                self.tr(
                    "Delegate Desk was shut down by the system last time. Your saved work is safe, and you are back "
                    "where you were."
                )
            )
        if around.synced_by and not self._was_said():
            sentences.append(
                self.tr(
                    "{service} copies this library’s folder to other computers, which can damage it. Open the "
                    "library on one computer at a time, or move it to another folder and share by package or shared "
                    "folder."
                ).format(service=around.synced_by)
            )
            self._note_said()
        if around.conflict_copies:
            sentences.append(
                self.tr(
                    "A sync service made conflict copies in the library’s folder because it was changed on two "
                    "computers at once ({files}). Use Help > Check Library to merge them, and change the library on "
                    "only one computer from now on."
                ).format(files=_named(around.conflict_copies))
            )
        if sentences:
            self._window.notices.say(self.tr("Please note"), sentences)
        elif self._is_newer():
            head = self.tr("Delegate Desk has been updated to version {version}").format(version=__version__)
            self._window.notices.say(
                head, [], (self.tr("What’s new"), lambda: manual_controller.show(self._window, "added"))
            )
            self._note_version()

    def _is_newer(self) -> bool:
        """True at the first start of a version newer than all before; the first start of all is only noted."""
        seen = settings.last_seen(self._file)
        if not seen:
            self._note_version()
        return bool(seen) and _parts(seen) < _parts(__version__)

    def _note_version(self) -> None:
        with contextlib.suppress(OSError):  # then it is said once more
            settings.save(self._file, replace(settings.load(self._file), seen_version=__version__))

    def _mark(self) -> str:
        """What tells this library from others, without its name."""
        return hashlib.sha256(str(self._window.desk.folder).encode(errors="surrogatepass")).hexdigest()[:16]

    def _was_said(self) -> bool:
        return self._mark() in settings.load(self._file).synced_said

    def _note_said(self) -> None:
        kept = settings.load(self._file)
        with contextlib.suppress(OSError):  # then it is said once more
            settings.save(self._file, replace(kept, synced_said=(*kept.synced_said, self._mark())))


def _parts(version: str) -> list[int]:
    """The numbers of a version, to be compared."""
    return [int(number) for number in re.findall(r"\d+", version)]


def _named(files: tuple[str, ...]) -> str:
    """The first of some files, and that there are more."""
    return ", ".join(files[:_MOST_NAMED]) + (" …" if len(files) > _MOST_NAMED else "")
