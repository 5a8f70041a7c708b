"""The program with its window: opens the library and shows it."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from delegate_desk import paths, policy, settings
from delegate_desk.cipher import Cipher
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.desk import open_desk
from delegate_desk.libraries import was_damage_noticed

if TYPE_CHECKING:
    from delegate_desk.gui.context import Ending
    from delegate_desk.gui.single_instance import FirstInstance


def run(library: Path, files: Sequence[Path] = ()) -> int:
    """Show a library in a window, import files, and return the exit status when the window is closed.

    If a window is already open on the library, it receives the files and comes to the front. From a window the delegate
    can go on to another library; if that library does not open, the previous library is shown again.
    """
    from delegate_desk.gui import single_instance

    first = single_instance.claim_library(library, files, _make)
    previous: Path | None = None
    while first is not None:
        with closing(first):
            status, was_shown, ending = _show(library, files, first, goes_back=previous is not None)
        files = ()
        if ending is not None and ending.library is not None:
            previous, library, first = library, ending.library, ending.first
        elif was_shown or previous is None:
            return status
        else:
            library, previous = previous, None
            first = single_instance.claim_library(library, files, _make)
    return 0


def _show(
    library: Path, files: Sequence[Path], first: FirstInstance, *, goes_back: bool
) -> tuple[int, bool, Ending | None]:
    """Show a library until the delegate leaves it, also when the window closes for work on the library.

    Return the exit status, whether the library was shown, and what to do next.
    """
    from delegate_desk.gui.shell import application

    cipher: Cipher | None = None
    done, was_shown = "", False
    if not application.confirm_opening(library):
        return 0, False, None
    while True:
        try:
            cipher = cipher or application.prompt_unlock(library, first, goes_back=goes_back and not was_shown)
            if cipher is None:
                return 0, was_shown, None
            if was_damage_noticed(library) and not application.prompt_recovery(library, cipher, None, first):
                return 0, was_shown, None
            if not cipher.seals and policy.current().requires_encryption:
                cipher = application.prompt_encryption(library)
                if cipher is None:
                    return 0, was_shown, None
            desk = open_desk(library, cipher)
        except LibraryDamagedError as error:
            if cipher is not None and application.prompt_recovery(library, cipher, error, first):
                continue
            first.close()
            return 1, was_shown, None
        except DeskError as error:
            first.close()  # it takes no files where no window opens
            return application.show_open_error(error), was_shown, None
        with desk:
            ending = application.run_window(desk, files, first, done)
        was_shown = True
        if ending.work is None and not ending.is_restart:
            cipher.wipe_key()
        if ending.sleep is not None:
            ending.sleep.release()  # the library is closed
        if not ending.has_next_window or ending.library is not None:
            return 0, was_shown, ending
        del desk
        gc.collect()  # all that was shown
        used, cipher, files = cipher, cipher if ending.is_restart else application.run_work(ending), ()
        done = ending.done if cipher is not None else ""
        if cipher is not used:
            used.wipe_key()
        del ending  # it may know the key or the passphrase


def _make() -> None:
    """Create the application; modules of the full window are not loaded until it is known that a window opens."""
    from delegate_desk.gui.shell import application

    application.create_application()


def window_language() -> str:
    """Return the language in which a window opens: the chosen language, else the system's."""
    from delegate_desk.gui import interface_language

    return interface_language.resolve_language(settings.load(paths.settings_file()).language)


def check_for_display() -> None:
    """Return if there is a screen; otherwise end this process."""
    from delegate_desk import gui

    gui.create_probe_application()


def draw_window(library: Path, target: Path) -> None:
    """Render the window on a library as a picture, without a screen."""
    from delegate_desk.gui.shell import application

    with open_desk(library) as desk:
        application.draw_screenshot(desk, target)
