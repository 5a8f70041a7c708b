"""The dialog of all exports: the choices and the file on the left, the preview and what to check on the right."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from html import escape
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.errors import DeskError, EmptyCalendarError, NothingCaughtError
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportKind, ExportOptions, Mail
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.export.export_preview import (
    ExportPreview,
    ExportTextFiller,
    WarningList,
    load_export_preview,
)
from delegate_desk.gui.export.exports import ExportChoices, ExportEntry
from delegate_desk.gui.forms.ui_export import Ui_Export
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import clipboard, theme
from delegate_desk.gui.widgets.basic_widgets import lock_if_set_by_policy, set_property, while_alive
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.printing import pdf_for_mail, prompt_print
from delegate_desk.gui.widgets.save_file_dialog import FileDialog, default_file


class ExportFormat(StrEnum):
    """Destination of an export."""

    FILE = "file"
    MAIL = "mail"
    PAPER = "paper"


class ExportDialog(FileDialog):
    """Shows the content of an export, its audience and what to check, before it is written.

    Signals:
        place_requested: A provision is to be shown, with its address; the dialog is closed.
    """

    place_requested = Signal(object)
    ui: Ui_Export

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        entry: ExportEntry,
        parent: QWidget | None = None,
        *,
        choices: ExportChoices | None = None,
        way: ExportFormat = ExportFormat.FILE,
    ) -> None:
        """Show the file as it would be exported.

        Args:
            choices: What the person chose last; None for what is usual.
        """
        super().__init__(tasks, parent)
        self._desk = desk
        self._entry = entry
        self._choices = choices or ExportChoices(markup=entry.markup)
        self._proposed = ""
        self._delegation = desk.positions.delegation()
        self._loading: Job | None = None
        self.setProperty("help", entry.help)
        self.ui = Ui_Export()
        self.ui.setupUi(self)
        self._text = ExportTextFiller(self.ui.preview_edit)
        self.warning_list = WarningList()
        self.ui.preview_layout.addWidget(self.warning_list)
        self._fill_choices()
        self._connect()
        self._set_tab_order()
        self._show_done(None)
        self._set_default_button(way)
        self._load_preview()

    @property
    def kind(self) -> ExportKind:
        return self._choices.kind if self._choices.kind in self._entry.kinds else self._entry.kinds[0]

    @property
    def audience(self) -> Audience:
        return list(Audience)[self.ui.audience_combo.currentIndex()]

    @property
    def options(self) -> ExportOptions:
        options = self._choices.options(self._entry.language, self.audience, self.ui.delegation_combo.currentData())
        return replace(options, names_delegations=self.ui.names_combo.currentIndex() == 0)

    @property
    def suffixes(self) -> tuple[str, ...]:
        known = (".docx", ".pdf", ".html", ".txt", *self._entry.formats)
        return tuple(sorted(known, key=lambda suffix: suffix != self._entry.suffix))

    @property
    @override
    def target(self) -> Path:
        typed = Path(self.ui.file_edit.text().strip()).expanduser()
        is_whole = typed.suffix.lower() in self.suffixes or not typed.name  # such as the ``/`` that a path begins with
        return typed if is_whole else typed.with_name(typed.name + self._suffix)

    @property
    def _suffix(self) -> str:
        return self.ui.format_combo.currentData() or self.suffixes[0]

    # Choices

    def _fill_choices(self) -> None:
        ui, language = self.ui, self._entry.language
        soft = theme.color("soft").name()
        about = f' <span style="color:{soft}">· {terms.language_name(language)}</span>' if language else ""
        ui.title_label.setText(theme.semi_bold(f"<b>{escape(self._entry.title)}</b>{about}"))
        if self._delegation is None:
            ui.delegation_combo.addItem(self.tr("not chosen yet"), None)
        for code in PROTOCOL_ORDER:
            ui.delegation_combo.addItem(f"{code}  {terms.state_name(code)}", code)
        if self._delegation:
            ui.delegation_combo.setCurrentIndex(ui.delegation_combo.findData(self._delegation))
        for suffix, text in self._file_kinds().items():
            ui.format_combo.addItem(text.split(" (")[0] + f" ({suffix})", suffix)
        ui.audience_combo.setCurrentIndex(list(Audience).index(self._entry.audience))
        self._option_combos = {
            "kind": ui.kind_combo,
            "markup": ui.markup_combo,
            "columns": ui.columns_combo,
            "labels": ui.labels_combo,
            "template": ui.template_combo,
        }
        lock_if_set_by_policy(ui.delegation_combo, "Delegation")
        self._show_choices()

    def _connect(self) -> None:
        ui = self.ui
        for option, combo in self._option_combos.items():
            combo.currentIndexChanged.connect(lambda _, option=option, combo=combo: self._choose(option, combo))
        ui.format_combo.currentIndexChanged.connect(self._choose_format)
        ui.file_edit.textChanged.connect(self._on_file_changed)
        self._choices.changed.connect(self._on_choice_changed)
        for combo in (ui.audience_combo, ui.names_combo, ui.delegation_combo):
            combo.currentIndexChanged.connect(self._on_choice_changed)
        ui.file_button.clicked.connect(lambda: self._prompt_file(self._file_kinds().values()))
        ui.copy_button.clicked.connect(self._copy)
        ui.print_button.clicked.connect(lambda: prompt_print(self._mail_job(), self.target.stem, self._tasks, self))
        ui.export_button.clicked.connect(self._export)
        ui.close_button.clicked.connect(self.close)
        ui.open_button.clicked.connect(self._open_file)
        ui.folder_button.clicked.connect(self._open_folder)
        ui.sent_button.clicked.connect(self._record_recipient)
        self.warning_list.place_requested.connect(self._go_to_place)

    def _choose(self, option: str, combo: QComboBox) -> None:
        self._choices.choose(option, combo.currentData(), self._entry.language, self)

    def _show_choices(self) -> None:
        form, offered = self.ui.form_layout, self._entry.options(self.kind)
        for name, option in self._choices.file_options(self._entry.language, self.kind).items():
            combo, known = self._option_combos[name], [value for _, value in option.values]
            with QSignalBlocker(combo):
                combo.clear()
                for text, value in option.values:
                    combo.addItem(text, value)
                combo.setCurrentIndex(known.index(option.chosen) if option.chosen in known else 0)
            combo.setEnabled(len(known) > 1)
            if name == "template":
                lock_if_set_by_policy(combo, "ExportTemplate")
            form.setRowVisible(combo, name in offered)
        ui, circulates = self.ui, self.audience is Audience.CIRCULATION
        more = {"audience": ui.audience_combo, "names": ui.names_combo, "delegation": ui.delegation_combo}
        for name, combo in more.items():
            form.setRowVisible(combo, name in offered)
        ui.names_combo.setEnabled(circulates)  # the capital reads who said what
        if not circulates:
            ui.names_combo.setCurrentIndex(0)
        if ui.file_edit.text() == self._proposed:
            self._propose_file()
        self._show_audience_note()

    def _on_choice_changed(self) -> None:
        self._show_choices()
        self._show_done(None)
        self._load_preview()

    # The file

    def _propose_file(self) -> None:
        whose = f"{self._delegation} " if self._delegation else ""
        name = self._entry.file_name(self.kind, self.audience)
        self._proposed = str(default_file(f"{whose}{name}{self._suffix}"))
        self.ui.file_edit.setText(self._proposed)

    def _choose_format(self) -> None:
        suffix, typed = self.ui.format_combo.currentData(), self.ui.file_edit.text().strip()
        was_proposed = typed == self._proposed
        if not suffix or not typed or self.target.suffix.lower() == suffix:  # none while a path begins with ``/``
            return
        bare = next((typed.removesuffix(value) for value in self.suffixes if typed.endswith(value)), typed)
        self.ui.file_edit.setText(f"{bare}{suffix}")
        if was_proposed:
            self._proposed = self.ui.file_edit.text()

    def _on_file_changed(self) -> None:
        self.ui.format_combo.setCurrentIndex(self.ui.format_combo.findData(self.target.suffix.lower()))
        self._show_audience_note()
        self._update_overwrite_note()

    def _show_audience_note(self) -> None:
        text = positions.audience_note(self.audience) if self.kind in DOCUMENT_KINDS else ""
        if self.kind is ExportKind.REDLINE and self.target.suffix.lower() != ".docx":
            text = f"{text} {positions.no_word_file_note()}"
        self.ui.audience_label.setText(text)
        self.ui.audience_label.setVisible(bool(text))

    def _file_kinds(self) -> dict[str, str]:
        known = {
            ".docx": self.tr("Word documents (*.docx)"),
            ".pdf": self.tr("PDF (*.pdf)"),
            ".html": self.tr("Web pages (*.html)"),
            ".txt": self.tr("Plain text (*.txt)"),
            ".csv": self.tr("Tables for a spreadsheet (*.csv)"),
            ".jsonld": self.tr("Web Annotations for other programs (*.jsonld)"),
            ".ics": self.tr("Calendars for Outlook and other programs (*.ics)"),
        }
        return {suffix: known[suffix] for suffix in self.suffixes}

    def _set_tab_order(self) -> None:
        """Let Tab go down the choices, over what was written, to the buttons and to what is shown."""
        ui = self.ui
        choices = (ui.kind_combo, ui.audience_combo, ui.markup_combo, ui.columns_combo, ui.labels_combo)
        more = (ui.template_combo, ui.names_combo, ui.delegation_combo, ui.format_combo, ui.file_edit, ui.file_button)
        written = (ui.open_button, ui.folder_button, ui.sent_edit, ui.sent_button)
        buttons = (ui.copy_button, ui.print_button, ui.close_button, ui.export_button)
        for first, second in pairwise((*choices, *more, *written, *buttons, ui.preview_edit, self.warning_list)):
            self.setTabOrder(first, second)

    def _set_default_button(self, way: ExportFormat) -> None:
        preferred = {
            ExportFormat.FILE: self.ui.export_button,
            ExportFormat.MAIL: self.ui.copy_button,
            ExportFormat.PAPER: self.ui.print_button,
        }[way]
        preferred.setDefault(True)
        preferred.setFocus(Qt.FocusReason.OtherFocusReason)

    # Preview

    def _load_preview(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
        kind, options = self.kind, self.options
        self._loading = self._tasks.read(
            lambda: load_export_preview(self._desk, self._entry.subject, kind, options),
            while_alive(self, self._show_preview),
            failed=while_alive(self, self._on_preview_failed),
        )

    def _show_preview(self, found: ExportPreview) -> None:
        self._loading = None
        ui, preview = self.ui, found.summary
        if preview is None:
            self._show_nothing(self.tr("nothing to export for this audience"))
            return
        self._update_overwrite_note()
        self._text.show_text(preview)
        ui.leaves_label.setText(positions.contents_summary(preview, self.kind, self._entry.selected))
        is_internal = bool(preview.internal) or self._entry.audience is Audience.CAPITAL is self.audience
        ui.internal_label.setText(positions.internal_summary(preview, is_internal=is_internal))
        set_property(ui.internal_label, "part", "danger" if is_internal else "certain")
        ui.internal_label.show()
        ui.limite_label.setText(preview.marking or "")
        ui.limite_label.setVisible(preview.marking is not None)
        for button in (ui.export_button, ui.copy_button, ui.print_button):
            button.setEnabled(True)
        self.warning_list.show_warnings(found.warnings)
        if self.kind in DOCUMENT_KINDS:
            ui.checks_label.setText(self.tr("Checks") if found.warnings else self.tr("Checks: no issues found"))

    def _show_nothing(self, text: str) -> None:
        ui = self.ui
        self._text.clear()
        ui.leaves_label.setText(text)
        ui.internal_label.hide()
        ui.limite_label.hide()
        for button in (ui.export_button, ui.copy_button, ui.print_button):
            button.setEnabled(False)
        self.warning_list.show_warnings(())
        ui.checks_label.setText("")

    def _on_preview_failed(self, error: Exception) -> None:
        self._loading = None
        if isinstance(error, NothingCaughtError | EmptyCalendarError):
            self._show_nothing(explain(error))
        else:
            self._show_nothing("")
            super()._fail(error)

    # Writing

    def _export(self) -> None:
        if not self.ui.file_edit.text().strip():
            return
        target, code = self.target, self.ui.delegation_combo.currentData()
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

    def _write_job(self, target: Path) -> Callable[[], object]:
        kind, options, export, suffix = self.kind, self.options, self._desk.export, target.suffix.lower()
        if suffix in self._entry.formats:
            return lambda: self._entry.formats[suffix](target, options)
        if suffix == ".pdf":
            mail = self._mail_job()
            return lambda: export.save_file(pdf_for_mail(mail()), target)
        return lambda: export.write(self._entry.subject, kind, target, options)

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
        self.ui.done_label.setText(self.tr("Saved: {file}").format(file=written) if written else "")
        for widget in (self.ui.done_label, self.ui.open_button, self.ui.folder_button):
            widget.setVisible(written is not None)
        is_position = self.kind in DOCUMENT_KINDS and self.kind is not ExportKind.COMPILATION
        if written is not None and is_position and self.audience is Audience.CIRCULATION:
            text = self.tr("Delegate Desk does not send anything. Record the recipient to archive this version.")
            self._show_sent_message(text, "soft")
            self.ui.sent_button.setEnabled(True)
            self.ui.sent_widget.show()
        else:
            self.ui.sent_widget.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the recipient records it, instead of writing the file again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.ui.sent_edit:
            self._record_recipient()
        else:
            super().keyPressEvent(event)

    def _record_recipient(self) -> None:
        to, file = self.ui.sent_edit.text().strip(), self._written
        if file is None or not self.ui.sent_button.isEnabled():
            return
        if not to:
            self._show_sent_message(self.tr("Enter the recipient first."), "danger")
            self.ui.sent_edit.setFocus()
            return
        self.ui.sent_button.setEnabled(False)
        archived = self.tr("Archived: {file}, sent to {whom}.").format(file=file.name, whom=to)
        self._tasks.write(
            lambda: self._desk.positions.send(self._entry.subject, to, file.name),
            while_alive(self, lambda _: self._show_sent_message(archived, "certain")),
            failed=while_alive(self, self._on_recipient_failed),
        )

    def _on_recipient_failed(self, error: Exception) -> None:
        self.ui.sent_button.setEnabled(True)
        if isinstance(error, DeskError):
            self._show_sent_message(explain(error), "danger")
        else:
            self._tasks.failed.emit(error)

    def _show_sent_message(self, text: str, part: str) -> None:
        set_property(self.ui.sent_message_label, "part", part)
        self.ui.sent_message_label.setText(text)

    def _open_folder(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _copy(self) -> None:
        self._tasks.read(self._mail_job(), while_alive(self, self._on_copied), failed=while_alive(self, self._fail))

    def _on_copied(self, mail: Mail) -> None:
        clipboard.copy_mail(mail)
        self._note(self.tr("Copied. Paste it into an email."), "certain")

    def _mail_job(self) -> Callable[[], Mail]:
        kind, options = self.kind, self.options
        return lambda: self._desk.export.mail(self._entry.subject, kind, options)

    def _go_to_place(self, address: object) -> None:
        self.close()
        self.place_requested.emit(address)
