"""A comparison to Word: how its changes are shown, in which language its labels are, and where it goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, ExportSummary, MarkupStyle
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_preview_dialog import PreviewDialog
from delegate_desk.gui.forms.ui_comparison_export import Ui_ComparisonExport
from delegate_desk.gui.revisions.comparison_model import LoadedComparison
from delegate_desk.gui.revisions.consequences_view import ConsequencesPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets.basic_widgets import set_property, while_alive
from delegate_desk.gui.widgets.labels import comparison as comparison_labels
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.save_file_dialog import FileDialog, default_file

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
        return str(self.ui.labels_combo.currentData())

    @override
    def _preview_job(self) -> Callable[[], ExportSummary]:
        found, labels, ours = self._page.consequences, self.labels, self._page.own_item_count
        marking = found.new.header.marking or found.old.header.marking
        mail = self._desk.consequences.mail
        return lambda: ExportSummary(mail(found, labels).text, ours, ours, marking)

    @override
    def _write_job(self, target: Path) -> Callable[[], None]:
        found, labels = self._page.consequences, self.labels
        return lambda: self._desk.consequences.export(found, target, labels)

    @override
    def _summary(self, preview: ExportSummary) -> str:
        words = terms.format_count(len(preview.text.split()), self.tr("1 word"), self.tr("{n} words"))
        things = terms.format_count(preview.provisions, self.tr("1 item of ours"), self.tr("{n} items of ours"))
        return f"{things} · {words}"

    @override
    def _show_preview(self, preview: ExportSummary) -> None:
        super()._show_preview(preview)
        self.ui.internal_label.setText(self.tr("internal: for the capital only"))
        set_property(self.ui.internal_label, "part", "danger")

    @override
    def _empty_message(self, error: Exception) -> str:
        return ""


_SUFFIX = ".docx"


class ComparisonExportDialog(FileDialog):
    """Writes the whole comparison, whatever of it is shown alone."""

    ui: Ui_ComparisonExport

    def __init__(self, desk: Desk, tasks: Tasks, compared: LoadedComparison, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._desk = desk
        self._compared = compared
        self.ui = Ui_ComparisonExport()
        self.ui.setupUi(self)
        self._fill_form()
        ui = self.ui
        ui.file_edit.textChanged.connect(self._update_form)
        ui.file_button.clicked.connect(lambda: self._prompt_file([self.tr("Word documents (*.docx)")]))
        ui.export_button.clicked.connect(self._export)
        ui.close_button.clicked.connect(self.close)
        ui.open_button.clicked.connect(self._open_file)
        ui.open_button.hide()
        self._update_form()

    @property
    @override
    def target(self) -> Path:
        typed = Path(self.ui.file_edit.text().strip()).expanduser()
        return typed if typed.suffix.lower() == _SUFFIX or not typed.name else typed.with_name(typed.name + _SUFFIX)

    @property
    def markup(self) -> MarkupStyle:
        return MarkupStyle(self.ui.markup_combo.currentData())

    def _fill_form(self) -> None:
        ui, compared = self.ui, self._compared
        ui.markup_combo.addItem(
            self.tr("Tracked changes in Word, to be accepted or rejected one by one"), MarkupStyle.TRACKED
        )
        ui.markup_combo.addItem(self.tr("Council mark-up: bold underlined, struck through"), MarkupStyle.COUNCIL)
        for widget in (ui.markup_combo, ui.markup_label):
            widget.setVisible(not compared.comparison.is_cross_language)
        for code in LABEL_LANGUAGES:
            ui.labels_combo.addItem(terms.language_name(code), code)
        own = compared.new.library_document.header.language
        ui.labels_combo.setCurrentIndex(ui.labels_combo.findData(own if own in LABEL_LANGUAGES else "en"))
        named = comparison_labels.document_names(compared.old.library_document, compared.new.library_document)
        side_by_side = self.tr("{names}, side by side, without our annotations.")
        whole = self.tr("{names}, full text with changes, without our annotations.")
        ui.leaves_label.setText((side_by_side if compared.comparison.is_cross_language else whole).format(names=named))
        ui.limite_label.setText(compared.marking or "")
        ui.limite_label.setVisible(compared.marking is not None)
        pair = comparison_labels.pair_title(compared.old.library_document, compared.new.library_document)
        file = self.tr("comparison {names}").format(names=pair.replace("→", self.tr("with")))
        ui.file_edit.setText(str(default_file(f"{file}{_SUFFIX}")))

    def _update_form(self) -> None:
        self.ui.export_button.setEnabled(bool(self.ui.file_edit.text().strip()))
        self._update_overwrite_note()

    def _export(self) -> None:
        target, markup, labels = self.target, self.markup, str(self.ui.labels_combo.currentData())
        comparison = self._compared.comparison
        self.ui.export_button.setEnabled(False)
        self._tasks.read(
            lambda: self._desk.comparisons.export(comparison, target, markup, labels),
            while_alive(self, lambda _: self._finish(target)),
            failed=while_alive(self, self._fail),
            what=self.tr("Saving {file}").format(file=target.name),
        )

    def _finish(self, target: Path) -> None:
        self._written = target
        self._update_form()
        self._note(self.tr("Saved: {file}").format(file=target), "soft")
        self.ui.open_button.show()
        self.ui.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exported.emit(target)

    @override
    def _fail(self, error: Exception) -> None:
        self._update_form()
        super()._fail(error)
