"""The program with its window: opens the library and shows it."""

import gc
from collections.abc import Sequence
from pathlib import Path

from delegate_desk.cipher import Cipher
from delegate_desk.core.errors import DeskError, LibraryDamagedError
from delegate_desk.desk import damage_was_met, open_desk


def run(library: Path, files: Sequence[Path] = ()) -> int:
    """Show a library in a window, bring files in, and return the exit status when the window is closed.

    Where a window is open on it already, that one takes the files and comes to the front.
    """
    from delegate_desk.gui import single

    first = single.claim(library, files, _make)
    if first is None:
        return 0
    from delegate_desk.gui import application

    with first:
        cipher: Cipher | None = None
        done = ""
        while True:
            try:
                cipher = cipher or application.unlock(library, first)
                if cipher is None:
                    return 0
                if damage_was_met(library) and not application.recovered(library, cipher, None, first):
                    return 0
                desk = open_desk(library, cipher)
            except LibraryDamagedError as error:
                if cipher is not None and application.recovered(library, cipher, error, first):
                    continue
                first.close()
                return 1
            except DeskError as error:
                first.close()  # it takes no files where no window opens
                return application.refuse(error)
            with desk:
                ending = application.start(desk, files, first, done)
            if ending.work is None and not ending.anew:
                cipher.forget()
            ending.release()
            if not ending.again:
                return 0
            del desk
            gc.collect()  # all that was shown
            used, cipher, files = cipher, cipher if ending.anew else application.work(ending), ()
            done = ending.done if cipher is not None else ""
            if cipher is not used:
                used.forget()
            del ending  # it may know the key or the passphrase


def _make() -> None:
    """Make the application; what needs all of the window is not loaded before it is known that one opens."""
    from delegate_desk.gui import application

    application.make()


def picture(library: Path, target: Path) -> None:
    """Draw the window on a library into a picture, without anyone looking."""
    from delegate_desk.gui import application

    with open_desk(library) as desk:
        application.draw(desk, target)
