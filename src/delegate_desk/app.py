"""The program with its window: opens the library and shows it."""

from collections.abc import Sequence
from pathlib import Path

from delegate_desk.core.errors import DeskError
from delegate_desk.desk import open_desk


def run(library: Path, files: Sequence[Path] = ()) -> int:
    """Show a library in a window, bring files in, and return the exit status when the window is closed."""
    from delegate_desk.gui import application

    try:
        desk = open_desk(library)
    except DeskError as error:
        return application.refuse(error)
    with desk:
        return application.start(desk, files)


def picture(library: Path, target: Path) -> None:
    """Draw the window on a library into a picture, without anyone looking."""
    from delegate_desk.gui import application

    with open_desk(library) as desk:
        application.draw(desk, target)
