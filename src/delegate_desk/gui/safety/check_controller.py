"""The look over the library, and the report for support, from the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from delegate_desk.desk import note_damage, rebuild
from delegate_desk.gui.close_reason import LOCKED, Ending, Work
from delegate_desk.gui.context import Context
from delegate_desk.gui.safety.check_dialog import CheckDialog, SupportDialog
from delegate_desk.gui.widgets.basic_widgets import while_alive


def show_support_dialog(context: Context) -> None:
    """Show the report for support."""
    SupportDialog(context.desk, context.tasks, context.window).open()


def check_in_background(context: Context) -> None:
    """Look over the whole database beside the window, once in a while, and say so if it is damaged."""
    context.tasks.read(
        context.desk.find_damage, while_alive(context.window, lambda found: _report_damage(context, found))
    )


def _report_damage(context: Context, found: list[str]) -> None:
    if not found:
        return
    translate = QCoreApplication.translate
    context.notify.show_notice(
        translate("CheckDialog", "The library is damaged"),
        [
            translate(
                "CheckDialog",
                "Part of its database cannot be read. Delegate Desk will recover what it can and restore the rest "
                "from the latest backup, now or at the next start.",
            )
        ],
        (translate("CheckDialog", "Check the library"), lambda: show_check_dialog(context)),
    )


def show_check_dialog(context: Context) -> CheckDialog:
    """Look over the library in a dialog; what needs the library closed closes the window and opens it again."""
    dialog = CheckDialog(context.desk, context.tasks, context.settings.second_place, context.window)
    dialog.recovery_requested.connect(lambda: _recover(context))
    dialog.rebuild_requested.connect(lambda: _rebuild(context))
    dialog.open()
    return dialog


def _recover(context: Context) -> None:
    note_damage(context.desk.folder)  # which the next start of the window asks about
    context.navigate.leave(LOCKED)


def _rebuild(context: Context) -> None:
    folder, cipher = context.desk.folder, context.desk.cipher

    def work() -> Work:
        yield from rebuild(folder, cipher)
        return cipher

    what = QCoreApplication.translate("CheckDialog", "Rebuilding the library from its originals…")
    context.navigate.leave(Ending(what=what, work=work))
