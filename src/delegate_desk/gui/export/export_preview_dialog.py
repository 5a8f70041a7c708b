"""The dialog of an export: choices on one side, the preview on the other."""

from abc import abstractmethod
from collections.abc import Callable
from html import escape
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportSummary
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_preview import ExportTextFiller
from delegate_desk.gui.forms.ui_export import Ui_Export
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import theme
from delegate_desk.gui.widgets.basic_widgets import set_property, while_alive
from delegate_desk.gui.widgets.labels import export, terms
from delegate_desk.gui.widgets.save_file_dialog import FileDialog, default_file

_LETTERS = 20
"""That a list of choices shows at least, where the dialog is as narrow as it can be."""
_AUDIENCES = (Audience.CIRCULATION, Audience.CAPITAL)


class PreviewDialog(FileDialog):
    """Shows what a file holds before it is written; each kind of file has its own choices."""

    ui: Ui_Export
    suffixes: tuple[str, ...] = (".docx",)
    """What a file may be called; the first is put behind a name that has none of them."""

    def __init__(
        self, desk: Desk, tasks: Tasks, title: str, language: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._desk = desk
        self._title = title
        self._language = language
        self._name = name
        self._delegation = desk.positions.delegation()
        self._loading: Job | None = None
        self.ui = Ui_Export()
        self.ui.setupUi(self)
        self._text = ExportTextFiller(self.ui.preview_edit)
        self._fill_choices()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._load_preview)
        for combo in (self.ui.audience_combo, self.ui.markup_combo, self.ui.labels_combo, self.ui.delegation_combo):
            combo.currentIndexChanged.connect(self._on_choice_changed)
        self.ui.file_edit.textChanged.connect(self._update_overwrite_note)
        self.ui.file_button.clicked.connect(lambda: self._prompt_file(self._file_kinds()))
        self.ui.export_button.clicked.connect(self._export)
        self.ui.close_button.clicked.connect(self.close)
        self.ui.open_button.clicked.connect(self._open_file)
        self.ui.folder_button.clicked.connect(self._open_folder)
        self.ui.limite_label.hide()
        self._show_done(None)
        self._propose_file()
        for combo in self.findChildren(QComboBox):  # a long choice is not to make the dialog wider than a screen
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_LETTERS)
        self._load_preview()

    @property
    def audience(self) -> Audience:
        """For whom the file is."""
        return _AUDIENCES[self.ui.audience_combo.currentIndex()]

    @property
    @override
    def target(self) -> Path:
        typed = Path(self.ui.file_edit.text().strip()).expanduser()
        is_whole = typed.suffix.lower() in self.suffixes or not typed.name  # such as the ``/`` that a path begins with
        return typed if is_whole else typed.with_name(typed.name + self.suffixes[0])

    @abstractmethod
    def _preview_job(self) -> Callable[[], ExportSummary]:
        """Return the function that makes the file in memory, with the current choices."""

    @abstractmethod
    def _write_job(self, target: Path) -> Callable[[], object]:
        """Return the function that writes the file, with the current choices."""

    def _summary(self, preview: ExportSummary) -> str:
        """Return the description of the content to be exported."""
        return export.contents_summary(preview)

    @abstractmethod
    def _empty_message(self, error: Exception) -> str:
        """Return the message for an export without content; empty for another error."""

    def _fill_choices(self) -> None:
        """Fill the lists, what is most likely chosen."""
        soft = theme.color("soft").name()
        about = f' <span style="color:{soft}">· {terms.language_name(self._language)}</span>' if self._language else ""
        self.ui.title_label.setText(theme.semi_bold(f"<b>{escape(self._title)}</b>{about}"))
        for code in LABEL_LANGUAGES:
            self.ui.labels_combo.addItem(terms.language_name(code), code)
        own = self._language if self._language in LABEL_LANGUAGES else "en"
        self.ui.labels_combo.setCurrentIndex(self.ui.labels_combo.findData(own))
        if self._delegation is None:
            self.ui.delegation_combo.addItem(self.tr("not chosen yet"), None)
        for code in PROTOCOL_ORDER:
            self.ui.delegation_combo.addItem(f"{code}  {terms.state_name(code)}", code)
        if self._delegation:
            self.ui.delegation_combo.setCurrentIndex(self.ui.delegation_combo.findData(self._delegation))

    def _propose_file(self) -> None:
        whose = f"{self._delegation} " if self._delegation else ""
        self.ui.file_edit.setText(str(default_file(f"{whose}{self._name}{self.suffixes[0]}")))

    def _on_choice_changed(self) -> None:
        self._show_done(None)
        self._update_overwrite_note()
        self._pause.start(0)

    def _load_preview(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
        self._loading = self._tasks.read(
            self._preview_job(),
            while_alive(self, self._show_preview),
            failed=while_alive(self, self._on_preview_failed),
        )

    def _show_preview(self, preview: ExportSummary) -> None:
        self._loading = None
        self._text.show_text(preview)
        self.ui.leaves_label.setText(self._summary(preview))
        self.ui.internal_label.setText(export.internal_summary(preview))
        set_property(self.ui.internal_label, "part", "danger" if preview.internal else "certain")
        self.ui.internal_label.show()
        self.ui.limite_label.setText(preview.marking or "")
        self.ui.limite_label.setVisible(preview.marking is not None)
        self.ui.export_button.setEnabled(True)

    def _on_preview_failed(self, error: Exception) -> None:
        self._loading = None
        self._text.clear()
        self.ui.leaves_label.clear()
        self.ui.internal_label.hide()
        self.ui.export_button.setEnabled(False)
        nothing = self._empty_message(error)
        if nothing:
            self.ui.leaves_label.setText(nothing)
        else:
            self._fail(error)
            self.ui.export_button.setEnabled(False)

    def _export(self) -> None:
        target = self.target
        if self.ui.file_edit.text().strip():
            code = self.ui.delegation_combo.currentData()
            if self._delegation is None and code:
                self._delegation = code
                self._tasks.write(lambda: self._desk.positions.set_delegation(code))
            self.ui.export_button.setEnabled(False)
            self._tasks.read(
                self._write_job(target),
                while_alive(self, lambda _: self._on_written(target)),
                failed=while_alive(self, self._fail),
                what=self.tr("Saving {file}").format(file=target.name),
            )

    def _on_written(self, target: Path) -> None:
        self.ui.export_button.setEnabled(True)
        self._show_done(target)
        self._update_overwrite_note()
        self.ui.open_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.exported.emit(target)

    @override
    def _fail(self, error: Exception) -> None:
        self.ui.export_button.setEnabled(True)
        super()._fail(error)

    def _show_done(self, written: Path | None) -> None:
        self._written = written
        said = self.tr("Saved: {file}").format(file=written) if written else ""
        self.ui.done_label.setText(said)
        for widget in (self.ui.done_label, self.ui.open_button, self.ui.folder_button):
            widget.setVisible(written is not None)

    def _file_kinds(self) -> list[str]:
        known = {".docx": self.tr("Word documents (*.docx)"), ".txt": self.tr("Plain text (*.txt)")}
        known |= {".html": self.tr("Web pages (*.html)"), ".pdf": self.tr("PDF (*.pdf)")}
        return [known[suffix] for suffix in self.suffixes]

    def _open_folder(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
