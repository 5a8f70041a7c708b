"""The look over the library, and the report for support, from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from delegate_desk.desk import note_damage, rebuild
from delegate_desk.gui.close_reason import LOCKED, Ending, Work
from delegate_desk.gui.safety import lock_controller
from delegate_desk.gui.safety.check_dialog import CheckDialog, SupportDialog
from delegate_desk.gui.widgets.basic_widgets import while_alive

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


def commands(window: MainWindow) -> dict[QAction, Callable[[], object]]:
    """The commands, each by its action."""
    return {
        window.ui.action_check: lambda: show_check_dialog(window),
        window.ui.action_support: lambda: SupportDialog(window.desk, window.tasks, window).open(),
    }


def check_in_background(window: MainWindow) -> None:
    """Look over the whole database beside the window, once in a while, and say so if it is damaged."""
    window.tasks.read(window.desk.find_damage, while_alive(window, lambda found: _report_damage(window, found)))


def _report_damage(window: MainWindow, found: list[str]) -> None:
    if not found:
        return
    translate = QCoreApplication.translate
    window.notices.show_notice(
        translate("CheckDialog", "The library is damaged"),
        [
            translate(
                "CheckDialog",
                "Part of its database cannot be read. Delegate Desk will recover what it can and restore the rest "
                "from the latest backup, now or at the next start.",
            )
        ],
        (translate("CheckDialog", "Check the library"), lambda: show_check_dialog(window)),
    )


def show_check_dialog(window: MainWindow) -> CheckDialog:
    """Look over the library in a dialog; what needs the library closed closes the window and opens it again."""
    dialog = CheckDialog(window.desk, window.tasks, window.settings.second_place, window)
    dialog.recovery_requested.connect(lambda: _recover(window))
    dialog.rebuild_requested.connect(lambda: _rebuild(window))
    dialog.open()
    return dialog


def _recover(window: MainWindow) -> None:
    note_damage(window.desk.folder)  # which the next start of the window asks about
    lock_controller.close_window(window, LOCKED)


def _rebuild(window: MainWindow) -> None:
    folder, cipher = window.desk.folder, window.desk.cipher

    def work() -> Work:
        yield from rebuild(folder, cipher)
        return cipher

    what = QCoreApplication.translate("CheckDialog", "Rebuilding the library from its originals…")
    lock_controller.close_window(window, Ending(what=what, work=work))
