"""Files on the current meeting: the commands that write them, and copy the report for a mail."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import ReportKind, ReportOptions
from delegate_desk.gui.widgets.clipboard import copy_text

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow


def commands(window: MainWindow) -> dict[QAction, Callable[[], object]]:
    """The commands, each by its action."""
    ui = window.ui
    return {
        ui.action_report_file: lambda: _show_dialog(window, ReportKind.REPORT),
        ui.action_report_mail: lambda: _copy(window),
        ui.action_matrix_file: lambda: _show_dialog(window, ReportKind.MATRIX),
        ui.action_note_file: lambda: _show_dialog(window, ReportKind.NOTE),
    }


def _meeting(window: MainWindow) -> MeetingId | None:
    view = window.meeting_mode.view
    return view.key if view is not None else None


def _show_dialog(window: MainWindow, kind: ReportKind) -> None:
    """Show what a file holds, and write it."""
    key = _meeting(window)
    if key is not None:
        from delegate_desk.gui.meetings.meeting_report_dialog import MeetingReportDialog

        window.tasks.flush()
        MeetingReportDialog(window.desk, window.tasks, kind, key, window).open()


def _copy(window: MainWindow) -> None:
    """Put the report in the clipboard as plain text, as it circulates."""
    key = _meeting(window)
    if key is None:
        return

    def keep(text: str) -> None:
        copy_text(text)
        advice = QCoreApplication.translate(
            "reporting", "It contains only text for circulation. Paste it into an email."
        )
        window.notices.show_briefly(QCoreApplication.translate("reporting", "Report copied"), [advice])

    window.tasks.flush()
    window.tasks.read(lambda: window.desk.meeting_reports.text(ReportKind.REPORT, key, ReportOptions()), keep)
