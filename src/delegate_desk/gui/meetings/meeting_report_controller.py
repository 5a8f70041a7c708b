"""Files on the current meeting: the commands that write them, and copy the report for a mail."""

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import ReportKind, ReportOptions
from delegate_desk.gui.context import Context
from delegate_desk.gui.widgets.clipboard import copy_text


def show_report_dialog(context: Context, kind: ReportKind, key: MeetingId) -> None:
    from delegate_desk.gui.meetings.meeting_report_dialog import MeetingReportDialog

    context.tasks.flush()
    MeetingReportDialog(context.desk, context.tasks, kind, key, context.window).open()


def copy_report(context: Context, key: MeetingId) -> None:
    def keep(text: str) -> None:
        copy_text(text)
        advice = QCoreApplication.translate(
            "reporting", "It contains only text for circulation. Paste it into an email."
        )
        context.notify.show_briefly(QCoreApplication.translate("reporting", "Report copied"), [advice])

    context.tasks.flush()
    context.tasks.read(lambda: context.desk.meeting_reports.text(ReportKind.REPORT, key, ReportOptions()), keep)
