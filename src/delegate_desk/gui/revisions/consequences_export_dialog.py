"""What changed for us to a file: looked at before it is written, for the capital alone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.positions.export_options import ExportSummary
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_preview_dialog import PreviewDialog
from delegate_desk.gui.revisions.consequences_model import ConsequencesPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property
from delegate_desk.gui.widgets.labels import terms

_MARKUP_ROW = 1


class ConsequencesDialog(PreviewDialog):
    """Shows what the file holds; its only choice is the language of its labels."""

    suffixes = (".docx", ".html", ".txt")

    def __init__(self, desk: Desk, tasks: Tasks, page: ConsequencesPage, parent: QWidget | None = None) -> None:
        self._page = page
        translate = QCoreApplication.translate
        new = page.consequences.new
        title = translate("ConsequencesDialog", "What changed for us in {name}").format(name=new.name)
        file = f"what changed for us {new.name}"
        super().__init__(desk, tasks, title, new.header.language, file, parent)
        form = self.ui.form_layout
        for widget in (self.ui.audience_combo, self.ui.delegation_combo):
            form.setRowVisible(widget, False)
        form.setRowVisible(_MARKUP_ROW, False)

    @property
    def labels(self) -> str:
        """The language of the labels."""
        return str(self.ui.labels_combo.currentData())

    @override
    def _making(self) -> Callable[[], ExportSummary]:
        found, labels, ours = self._page.consequences, self.labels, self._page.ours
        marking = found.new.header.marking or found.old.header.marking
        mail = self._desk.consequences.mail
        return lambda: ExportSummary(mail(found, labels).text, ours, ours, marking)

    @override
    def _writing(self, target: Path) -> Callable[[], None]:
        found, labels = self._page.consequences, self.labels
        return lambda: self._desk.consequences.export(found, target, labels)

    @override
    def _told(self, preview: ExportSummary) -> str:
        words = terms.counted(len(preview.text.split()), self.tr("1 word"), self.tr("{n} words"))
        things = terms.counted(preview.provisions, self.tr("1 item of ours"), self.tr("{n} items of ours"))
        return f"{things} · {words}"

    @override
    def _show(self, preview: ExportSummary) -> None:
        super()._show(preview)
        self.ui.internal_label.setText(self.tr("internal: for the capital only"))
        set_property(self.ui.internal_label, "part", "danger")

    @override
    def _nothing(self, error: Exception) -> str:
        return ""
