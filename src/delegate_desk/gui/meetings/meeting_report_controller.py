"""Files on the current meeting: the commands that write them, and copy the report for a mail."""

from PySide6.QtCore import QCoreApplication

from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions, Mail
from delegate_desk.gui.context import Context
from delegate_desk.gui.widgets.clipboard import copy_text


def show_report_dialog(context: Context, kind: ExportKind, key: MeetingId) -> None:
    """Show what a file on a meeting holds, and write it."""
    from delegate_desk.gui.export.export_dialog import ExportDialog
    from delegate_desk.gui.export.exports import meeting_export

    context.tasks.flush()
    ExportDialog(context.desk, context.tasks, meeting_export(context.desk, kind, key), context.window).open()


def copy_report(context: Context, key: MeetingId) -> None:
    """Put the report of a meeting in the clipboard as plain text, as it circulates."""

    def keep(mail: Mail) -> None:
        copy_text(mail.text)
        advice = QCoreApplication.translate(
            "reporting", "It contains only text for circulation. Paste it into an email."
        )
        context.notify.show_briefly(QCoreApplication.translate("reporting", "Report copied"), [advice])

    context.tasks.flush()
    context.tasks.read(lambda: context.desk.export.mail(key, ExportKind.REPORT, ExportOptions()), keep)
