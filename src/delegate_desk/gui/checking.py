"""The look over the library, and the report for support, from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from delegate_desk.gui.views.support import SupportDialog

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow


def commands(window: MainWindow) -> dict[QAction, Callable[[], object]]:
    """The commands, each by its action."""
    return {window.ui.action_support: lambda: SupportDialog(window.desk, window.tasks, window).open()}
