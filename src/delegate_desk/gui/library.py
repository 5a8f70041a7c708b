"""What is done with the library as a whole: the commands, each with the module that carries it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from delegate_desk.gui import backingup, checking, libraries, locking, packing, sharing

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


def commands(window: MainWindow) -> dict[QAction, Callable[[], object]]:
    """The commands, each by its action."""
    every = (libraries, backingup, packing, sharing, locking, checking)
    return {action: do for module in every for action, do in module.commands(window).items()}
