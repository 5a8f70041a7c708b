"""The export of our position on a document: every kind of file, with a preview."""

from collections.abc import Callable
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.errors import DeskError, NothingToExportError
from delegate_desk.core.positions.export_options import (
    Audience,
    ExportKind,
    ExportOptions,
    ExportSummary,
    Mail,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.export.export_preview import ExportPreview, WarningList, load_export_preview
from delegate_desk.gui.export.export_preview_dialog import PreviewDialog
from delegate_desk.gui.export.export_settings import ExportChoices
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import clipboard, printing
from delegate_desk.gui.widgets.basic_widgets import label, set_property, while_alive
from delegate_desk.gui.widgets.labels import export


class _SentEdit(QLineEdit):
    """A line whose Enter is its own, and not that of the dialog's main button.

    Signals:
        entered: Enter was pressed in it.
    """

    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


class SentRow(QWidget):
    """Records the recipient of a file, which archives that version of the position.

    The program itself sends nothing.

    Signals:
        recorded: The recipient was recorded.
    """

    recorded = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._file = ""
        self.sent_edit = _SentEdit()
        self.sent_edit.setAccessibleName(self.tr("Sent to"))
        self.sent_edit.setPlaceholderText(self.tr("The Presidency, the delegations, …"))
        self.sent_button = QPushButton(self.tr("Mark as &Sent"))
        self.sent_button.setAutoDefault(False)
        self.message_label = label("", "soft", wrap=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.sent_edit, 1)
        line.addWidget(self.sent_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(self.tr("Sent to"), "head"))
        layout.addLayout(line)
        layout.addWidget(self.message_label)
        self.sent_button.clicked.connect(self.record)
        self.sent_edit.entered.connect(self.record)

    def show_for_file(self, file: Path) -> None:
        """Ask for a file that was written just now."""
        self._file = file.name
        self._show_message(
            self.tr("Delegate Desk does not send anything. Record the recipient to archive this version."), "soft"
        )
        self.sent_button.setEnabled(True)
        self.show()

    def record(self) -> None:
        """Keep to whom the file went."""
        to, file = self.sent_edit.text().strip(), self._file
        if not self.sent_button.isEnabled():
            return
        if not to:
            self._show_message(self.tr("Enter the recipient first."), "danger")
            self.sent_edit.setFocus()
            return
        self.sent_button.setEnabled(False)
        self._tasks.write(
            lambda: self._desk.positions.send(self._document, to, file),
            while_alive(self, lambda changes: self._on_recorded(changes, to)),
            failed=while_alive(self, self._on_failed),
        )

    def _on_recorded(self, _: Changes, to: str) -> None:
        self._show_message(self.tr("Archived: {file}, sent to {whom}.").format(file=self._file, whom=to), "certain")
        self.recorded.emit()

    def _on_failed(self, error: Exception) -> None:
        self.sent_button.setEnabled(True)
        if isinstance(error, DeskError):
            self._show_message(explain(error), "danger")
        else:
            self._tasks.failed.emit(error)

    def _show_message(self, said: str, role: str) -> None:
        set_property(self.message_label, "part", role)
        self.message_label.setText(said)


_FILES = {
    ExportKind.POSITION: "position",
    ExportKind.REDLINE: "redline",
    ExportKind.ANNOTATED: "annotated text",
    ExportKind.COMMENTS_TABLE: "table of comments",
    ExportKind.COMPILATION: "compilation",
}
"""What files are called, before the document's name."""
_WIDEST = 262
"""How wide the lists are at least, in pixels: as wide as the widest of them, which is not there for every kind."""


class ExportFormat(StrEnum):
    """Destination of an export."""

    FILE = "file"
    MAIL = "mail"
    PAPER = "paper"


class ExportDialog(PreviewDialog):
    """Shows the content of a file on a document, its audience and what to check, before it is written.

    Signals:
        place_requested: A provision is to be shown, with its address; the dialog is closed.
    """

    place_requested = Signal(object)
    suffixes = (".docx", ".pdf", ".html", ".txt")

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        document: DocumentId,
        parent: QWidget | None = None,
        *,
        choices: ExportChoices | None = None,
        audience: Audience = Audience.CIRCULATION,
        way: ExportFormat = ExportFormat.FILE,
    ) -> None:
        """Show the file as it would be exported.

        Args:
            desk: The library.
            tasks: What reads it.
            document: What the file is on.
            parent: The window.
            choices: What the person chose last; None for what is usual.
            audience: For whom the file is first taken to be.
            way: The destination proposed.
        """
        self._document = document
        self._choices = choices or ExportChoices()
        self._proposed = ""
        held: LibraryDocument = desk.documents.get(document)
        self._library_document = held
        self._first_audience = audience
        self.kind_combo, self.columns_combo, self.template_combo, self.format_combo = (QComboBox() for _ in range(4))
        title = QCoreApplication.translate("ExportDialog", "Position on {name}").format(name=held.name)
        name = f"{_FILES[self._choices.kind]} {held.name}"
        super().__init__(desk, tasks, title, held.header.language, name, parent)
        self.setWindowTitle(self.tr("Export"))
        self._connect_choices()
        self._set_tab_order()
        self._show_audience_note()
        self._set_default_button(way)

    @property
    def kind(self) -> ExportKind:
        """Return the kind of file exported."""
        return self._choices.kind

    @property
    def options(self) -> ExportOptions:
        """Return the options chosen."""
        return self._choices.options(self._language, self.audience, self.ui.delegation_combo.currentData())

    @override
    def _fill_choices(self) -> None:
        super()._fill_choices()
        ui, form = self.ui, self.ui.form_layout
        form.insertRow(0, self.tr("&Kind"), self.kind_combo)
        form.insertRow(3, self.tr("Col&umns"), self.columns_combo)
        form.insertRow(5, self.tr("&Template"), self.template_combo)
        form.addRow(self.tr("Form&at"), self.format_combo)
        self.kind_combo.setMinimumWidth(_WIDEST)
        self._option_combos = {
            "kind": self.kind_combo,
            "markup": ui.markup_combo,
            "columns": self.columns_combo,
            "labels": ui.labels_combo,
            "template": self.template_combo,
        }
        for suffix, said in zip(self.suffixes, self._file_kinds(), strict=True):
            self.format_combo.addItem(said.split(" (")[0] + f" ({suffix})", suffix)
        self.audience_label = label("", "soft", wrap=True)
        self.checks_label = label(self.tr("Checks"), "head")
        self.warning_list = WarningList()
        ui.preview_layout.insertWidget(1, self.audience_label)
        ui.preview_layout.addWidget(self.checks_label)
        ui.preview_layout.addWidget(self.warning_list)
        self.copy_button = QPushButton(self.tr("Cop&y for Email"))
        self.print_button = QPushButton(self.tr("&Print…"))
        for n, button in enumerate((self.copy_button, self.print_button)):
            button.setAutoDefault(False)
            ui.buttons_layout.insertWidget(n, button)
        self.sent_row = SentRow(self._desk, self._tasks, self._document)
        ui.choices_layout.insertWidget(ui.choices_layout.indexOf(ui.done_label) + 2, self.sent_row)
        ui.audience_combo.setCurrentIndex(list(Audience).index(self._first_audience))
        self._show_choices()

    def _connect_choices(self) -> None:
        """Keep what is chosen from now on."""
        ui = self.ui
        for option, combo in self._option_combos.items():
            combo.currentIndexChanged.connect(lambda _, option=option, combo=combo: self._choose(option, combo))
        self.format_combo.currentIndexChanged.connect(self._choose_format)
        ui.file_edit.textChanged.connect(self._on_file_changed)
        ui.audience_combo.currentIndexChanged.connect(self._show_choices)
        self._choices.changed.connect(self._show_choices)
        self._choices.changed.connect(self._on_choice_changed)
        self.copy_button.clicked.connect(self._copy)
        self.print_button.clicked.connect(self._print)
        self.warning_list.place_requested.connect(self._go_to_place)

    def _choose(self, option: str, combo: QComboBox) -> None:
        self._choices.choose(option, combo.currentData(), self._language, self)

    def _show_choices(self) -> None:
        """Show what is chosen, and offer the other values."""
        choices, form = self._choices, self.ui.form_layout
        for name, option in choices.file_options(self._language).items():
            combo, known = self._option_combos[name], [value for _, value in option.values]
            with QSignalBlocker(combo):
                combo.clear()
                for text, value in option.values:
                    combo.addItem(text, value)
                combo.setCurrentIndex(known.index(option.chosen) if option.chosen in known else 0)
            combo.setEnabled(len(known) > 1)
            form.setRowVisible(combo, option.is_offered)
        self._show_audience_note()
        capital = " for the capital" if self.audience is Audience.CAPITAL else ""  # lest one is sent for the other
        self._name = f"{_FILES[choices.kind]} {self._library_document.name}{capital}"
        if self.ui.file_edit.text() == self._proposed:
            self._propose_file()

    @override
    def _propose_file(self) -> None:
        suffix = self.format_combo.currentData() or self.suffixes[0]  # which follows the name
        super()._propose_file()
        proposed = self.ui.file_edit.text().removesuffix(self.suffixes[0]) + suffix
        self.ui.file_edit.setText(proposed)
        self._proposed = proposed

    def _choose_format(self) -> None:
        """Let the file's name end as the format does."""
        suffix, typed = self.format_combo.currentData(), self.ui.file_edit.text().strip()
        was_proposed = typed == self._proposed
        if not typed or self.target.suffix.lower() == suffix:
            return
        bare = next((typed.removesuffix(one) for one in self.suffixes if typed.endswith(one)), typed)
        self.ui.file_edit.setText(f"{bare}{suffix}")
        if was_proposed:
            self._proposed = self.ui.file_edit.text()

    def _on_file_changed(self) -> None:
        self.format_combo.setCurrentIndex(self.format_combo.findData(self.target.suffix.lower()))
        self._show_audience_note()

    def _show_audience_note(self) -> None:
        """Show the audience, and in which format the file differs from the preview."""
        said = export.audience_note(self.audience)
        if self.kind is ExportKind.REDLINE and self.target.suffix.lower() != ".docx":
            said = f"{said} {export.no_word_file_note()}"
        self.audience_label.setText(said)

    def _set_tab_order(self) -> None:
        """Let Tab go down the choices, over what was written, to the buttons and to what is shown."""
        ui, sent = self.ui, self.sent_row
        choices = (self.kind_combo, ui.audience_combo, ui.markup_combo, self.columns_combo, ui.labels_combo)
        more = (self.template_combo, ui.delegation_combo, self.format_combo, ui.file_edit, ui.file_button)
        written = (ui.open_button, ui.folder_button, sent.sent_edit, sent.sent_button)
        buttons = (self.copy_button, self.print_button, ui.close_button, ui.export_button)
        order = (*choices, *more, *written, *buttons, ui.preview_edit, self.warning_list)
        for first, second in pairwise(order):
            self.setTabOrder(first, second)

    def _set_default_button(self, way: ExportFormat) -> None:
        """Let Enter do what was asked for."""
        preferred = {
            ExportFormat.FILE: self.ui.export_button,
            ExportFormat.MAIL: self.copy_button,
            ExportFormat.PAPER: self.print_button,
        }[way]
        preferred.setDefault(True)
        preferred.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _preview_job(self) -> Callable[[], ExportSummary]:
        kind, options = self.kind, self.options
        return lambda: self._desk.export.preview(self._document, kind, options)

    @override
    def _load_preview(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
        kind, options = self.kind, self.options
        self._loading = self._tasks.read(
            lambda: load_export_preview(self._desk, self._document, kind, options),
            while_alive(self, self._on_preview_loaded),
            failed=while_alive(self, self._on_preview_failed),
        )

    def _on_preview_loaded(self, found: ExportPreview) -> None:
        if found.summary is None:
            self._on_preview_failed(NothingToExportError(self._library_document.name))
            return
        self._update_overwrite_note()
        self._show_preview(found.summary)
        self._enable_sending(can=True)
        self.warning_list.show_warnings(found.warnings)
        self.checks_label.setText(self.tr("Checks") if found.warnings else self.tr("Checks: no issues found"))

    @override
    def _on_preview_failed(self, error: Exception) -> None:
        super()._on_preview_failed(error)
        self._enable_sending(can=False)
        self.warning_list.show_warnings(())
        self.checks_label.setText("")

    def _enable_sending(self, *, can: bool) -> None:
        for button in (self.copy_button, self.print_button):
            button.setEnabled(can)

    @override
    def _write_job(self, target: Path) -> Callable[[], object]:
        kind, options, export, suffix = self.kind, self.options, self._desk.export, target.suffix.lower()
        if suffix == ".docx":
            return lambda: export.write(self._document, kind, target, options)

        def write() -> None:
            mail = export.mail(self._document, kind, options)
            content = {".pdf": printing.pdf_for_mail, ".html": _html, ".txt": _text}[suffix](mail)
            export.save_file(content, target)

        return write

    @override
    def _empty_message(self, error: Exception) -> str:
        if isinstance(error, NothingToExportError):
            return self.tr("nothing to export for this audience")
        return ""

    @override
    def _show_done(self, written: Path | None) -> None:
        super()._show_done(written)
        circulates = self.audience is Audience.CIRCULATION and self.kind is not ExportKind.COMPILATION
        if written is not None and circulates:
            self.sent_row.show_for_file(written)
        else:
            self.sent_row.hide()

    def _copy(self) -> None:
        """Put the file in the clipboard, as text and as a page."""
        self._tasks.read(self._mail_job(), while_alive(self, self._on_copied), failed=while_alive(self, self._fail))

    def _on_copied(self, mail: Mail) -> None:
        clipboard.copy_mail(mail)
        self._note(self.tr("Copied. Paste it into an email."), "certain")

    def _print(self) -> None:
        printing.prompt_print(self._mail_job(), self.target.stem, self._tasks, self)

    def _mail_job(self) -> Callable[[], Mail]:
        kind, options = self.kind, self.options
        return lambda: self._desk.export.mail(self._document, kind, options)

    def _go_to_place(self, address: object) -> None:
        self.close()
        self.place_requested.emit(address)


def _html(mail: Mail) -> bytes:
    return mail.html.encode()


def _text(mail: Mail) -> bytes:
    return mail.text.encode()
