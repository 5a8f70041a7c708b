"""The files on a meeting: its report, its matrix, and the speaking note, looked at before they are written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from delegate_desk.core.errors import NothingCaughtError
from delegate_desk.core.meetings.meeting import Meeting, MeetingId
from delegate_desk.core.positions.export_options import Audience, ExportSummary, ReportKind, ReportOptions
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.export.export_preview_dialog import PreviewDialog
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.labels import terms

_MARKUP_ROW = 1


class MeetingReportDialog(PreviewDialog):
    """Shows what a file on a meeting holds before it is written."""

    def __init__(
        self, desk: Desk, tasks: Tasks, kind: ReportKind, meeting: MeetingId, parent: QWidget | None = None
    ) -> None:
        self._kind = kind
        self._meeting = meeting
        self.suffixes = (".docx",) if kind is ReportKind.MATRIX else (".docx", ".txt")
        held = desk.meetings.get(meeting)
        agenda = desk.meetings.agenda(meeting)
        self.names_combo = QComboBox()
        translate = QCoreApplication.translate
        self.names_combo.addItem(translate("MeetingReportDialog", "With the codes of delegations"))
        self.names_combo.addItem(translate("MeetingReportDialog", "Delegations counted, not named"))
        language = agenda.header.language if agenda else ""
        super().__init__(desk, tasks, _title(kind, held), language, _name(kind, held), parent)
        self.ui.form_layout.setRowVisible(_MARKUP_ROW, False)
        self.ui.form_layout.addRow(self.tr("&Names"), self.names_combo)
        self.names_combo.currentIndexChanged.connect(self._on_choice_changed)
        self.ui.audience_combo.currentIndexChanged.connect(self._fit)
        self._fit()

    @property
    def options(self) -> ReportOptions:
        return ReportOptions(
            self.audience,
            self.ui.delegation_combo.currentData(),
            self.ui.labels_combo.currentData(),
            names_delegations=self.names_combo.currentIndex() == 0,
        )

    @override
    def _preview_job(self) -> Callable[[], ExportSummary]:
        options = self.options
        return lambda: self._desk.meeting_reports.preview(self._kind, self._meeting, options)

    @override
    def _write_job(self, target: Path) -> Callable[[], None]:
        options = self.options
        return lambda: self._desk.meeting_reports.write(self._kind, self._meeting, target, options)

    @override
    def _summary(self, preview: ExportSummary) -> str:
        if self._kind is ReportKind.NOTE:
            return super()._summary(preview)
        words = terms.format_count(len(preview.text.split()), self.tr("1 word"), self.tr("{n} words"))
        marking = self.tr("{marking} on each page").format(marking=preview.marking) if preview.marking else ""
        if self._kind is ReportKind.MATRIX:
            spoken_on = terms.format_count(preview.provisions, self.tr("1 result"), self.tr("{n} results"))
        else:
            spoken_on = terms.format_count(
                preview.provisions, self.tr("1 item discussed"), self.tr("{n} items discussed")
            )
        return " · ".join(filter(None, (spoken_on, words, marking)))

    @override
    def _empty_message(self, error: Exception) -> str:
        return explain(error) if isinstance(error, NothingCaughtError) else ""

    def _fit(self) -> None:
        """A speaking note is ours alone; the capital reads who said what."""
        circulates = self.audience is Audience.CIRCULATION
        self.ui.form_layout.setRowVisible(self.names_combo, self._kind is not ReportKind.NOTE)
        self.names_combo.setEnabled(circulates)
        if not circulates:
            self.names_combo.setCurrentIndex(0)


def _title(kind: ReportKind, meeting: Meeting) -> str:
    translate = QCoreApplication.translate
    titles = {
        ReportKind.REPORT: translate("MeetingReportDialog", "Report on {body}"),
        ReportKind.MATRIX: translate("MeetingReportDialog", "Matrix of {body}"),
        ReportKind.NOTE: translate("MeetingReportDialog", "Speaking note for {body}"),
    }
    return titles[kind].format(body=meeting.body)


def _name(kind: ReportKind, meeting: Meeting) -> str:
    what = {ReportKind.REPORT: "report", ReportKind.MATRIX: "matrix", ReportKind.NOTE: "speaking note"}[kind]
    which = str(meeting.reference) if meeting.reference else meeting.body[:40].strip()
    return " ".join(filter(None, (what, which, meeting.date.isoformat() if meeting.date else "")))
