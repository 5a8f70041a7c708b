"""Right column of an export: its settings, contents, checks, and the file."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import proposed_file_name
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, Audience, ExportKind, ExportOptions
from delegate_desk.gui.export.export_preview import ExportCheck, ExportPreview, Remedy
from delegate_desk.gui.export.exports import ExportChoices, ExportEntry
from delegate_desk.gui.paragraphs.file_section import FileSection
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    FlowRow,
    StyledPane,
    clear_layout,
    column_layout,
    fill_combo,
    flat_button,
    label,
    link_label,
    lock_if_set_by_policy,
    row_layout,
    scroll_area,
    set_part,
    set_property,
    show_text,
)
from delegate_desk.gui.widgets.display_widgets import NarrowCombo
from delegate_desk.gui.widgets.labels import positions, terms
from delegate_desk.gui.widgets.output import default_folder

_FIRST_COLUMN = 84
EXPORT_KEY = "Ctrl+Return"


class ExportSidePane(StyledPane):
    """Settings of an export, and its target.

    Signals:
        changed: The choices changed, so that another file would be exported.
        remedy_requested: The remedy of a check was chosen, with the ``ExportCheck``.
    """

    changed = Signal()
    remedy_requested = Signal(object)

    def __init__(self, entry: ExportEntry, choices: ExportChoices) -> None:
        super().__init__()
        self._entry = entry
        self._choices = choices
        self._proposed = ""
        set_part(self, "canvas")
        self.setObjectName("export_side")
        self.setAccessibleName(self.tr("Export settings"))
        self.kind_combo, self.audience_combo, self.markup_combo = NarrowCombo(), NarrowCombo(), NarrowCombo()
        self.columns_combo, self.labels_combo, self.template_combo = NarrowCombo(), NarrowCombo(), NarrowCombo()
        self.names_combo, self.delegation_combo, self.format_combo = NarrowCombo(), NarrowCombo(), NarrowCombo()
        self.kind_label, self.contents_label = label("", "soft"), label("", "line", wrap=True)
        self.internal_label = label("", "certain", wrap=True)
        self.audience_label = label("", "soft", wrap=True)
        self.folder_edit, self.name_edit = QLineEdit(), QLineEdit()
        self.choose_button = flat_button(self.tr("Choose…"), self.tr("Choose the file"))
        self.note_label = label("", "soft", wrap=True)
        self.check_labels: list[QLabel] = []
        self.export_button = QPushButton()
        self.copy_button = flat_button(self.tr("Copy for Email"), self.tr("Copy for Email"))
        self.print_button = flat_button(self.tr("Print…"), self.tr("Print"))
        self.open_check = QCheckBox(self.tr("Open when done"))
        self._lay_out()
        self._fill()
        self.export_button.setEnabled(False)  # until the pages are there
        for option in choices.file_options(entry.language, self.kind):
            self._rows[option][0].activated.connect(partial(self._choose, option))
        for combo in (self.audience_combo, self.names_combo, self.delegation_combo):
            combo.currentIndexChanged.connect(self._on_choices_changed)
        choices.changed.connect(self._on_choices_changed)
        self.format_combo.currentIndexChanged.connect(self._choose_format)
        self.name_edit.textChanged.connect(self._on_file_changed)
        self.folder_edit.textChanged.connect(self._on_file_changed)
        self.choose_button.clicked.connect(self._prompt_file)
        self.open_check.toggled.connect(choices.open_file)
        self.reset_button.clicked.connect(choices.reset)

    @property
    def kind(self) -> ExportKind:
        return self._choices.kind if self._choices.kind in self._entry.kinds else self._entry.kinds[0]

    @property
    def audience(self) -> Audience:
        return Audience(self.audience_combo.currentData())

    @property
    def delegation(self) -> str | None:
        """Code of the delegation in whose name the file is; None while it is not chosen."""
        code = self.delegation_combo.currentData()
        return str(code) if code else None

    @property
    def options(self) -> ExportOptions:
        options = self._choices.options(self._entry.language, self.audience, self.delegation)
        return replace(options, names_delegations=self.names_combo.currentData())

    @property
    def suffixes(self) -> tuple[str, ...]:
        formats = (".docx", ".pdf", ".html", ".txt", *self._entry.formats)
        return tuple(sorted(formats, key=lambda suffix: suffix != self._entry.suffix))

    @property
    def target(self) -> Path:
        """The file to write; its suffix is that of the name, if it is known, else of the format."""
        typed = Path(self.folder_edit.text().strip()).expanduser() / self.name_edit.text().strip()
        is_complete = typed.suffix.lower() in self.suffixes or not self.name_edit.text().strip()
        return typed if is_complete else typed.with_name(typed.name + (self.format_combo.currentData() or ".docx"))

    def set_target(self, target: Path) -> None:
        self.folder_edit.setText(str(target.parent))
        self.name_edit.setText(target.name)

    def show_note(self, text: str, part: str = "soft") -> None:
        set_property(self.note_label, "part", part)
        show_text(self.note_label, text)

    def update_overwrite_note(self, written: Path | None = None) -> None:
        """Show that an existing file will be replaced, unless it was written here."""
        is_there = bool(self.name_edit.text().strip()) and self.target.is_file() and self.target != written
        self.show_note(self.tr("A file with this name exists and will be replaced.") if is_there else "")

    def show_preview(self, preview: ExportPreview) -> None:
        summary, pages = preview.summary, preview.pages
        if summary is None or pages is None:
            self.show_nothing(self.tr("Nothing to export yet"))
            return
        contents = positions.contents_summary(
            summary, self.kind, len(pages.document.toPlainText().split()), self._entry.selected
        )
        page_count = terms.format_count(pages.count, self.tr("1 page"), self.tr("{n} pages"))
        self.contents_label.setText(f"{contents} · {page_count}")
        is_internal = bool(summary.internal) or self._entry.audience is Audience.CAPITAL is self.audience
        set_property(self.internal_label, "part", "danger" if is_internal else "certain")
        self.internal_label.setText(positions.internal_summary(summary, is_internal=is_internal))
        self.internal_label.show()
        self._show_checks(preview.checks, enabled=True)

    def show_nothing(self, text: str) -> None:
        self.contents_label.setText(text)
        self.internal_label.hide()
        self._show_checks((), enabled=False)

    def _show_checks(self, checks: Sequence[ExportCheck], *, enabled: bool) -> None:
        for button in (self.export_button, self.copy_button, self.print_button):
            button.setEnabled(enabled)
        clear_layout(self._checks_layout)
        remedies = {
            Remedy.SHOW: self.tr("Show"),
            Remedy.OPEN_NEWER: self.tr("Open"),
            Remedy.EDIT_DETAILS: self.tr("Document details…"),
            Remedy.CHOOSE_DELEGATION: self.tr("Choose"),
            Remedy.CLEAR: self.tr("Mark as cleared…"),
        }
        accent = theme.color("accent").name()
        self.check_labels = []
        for check in checks:
            sign, role, outcome = "!", "scrutiny_reservation", self.tr("To check")
            if check.passed:
                sign, role, outcome = "✓", "support", self.tr("Passed")
            words = f"<b>{sign}</b>&nbsp; {escape(check.text)}"
            link = ""
            if check.remedy is not None:
                action = escape(remedies[check.remedy])
                link = f' <a href="do" style="color:{accent};text-decoration:none"><b>{action}</b></a>'
            check_label = link_label("line")
            check_label.setText(theme.semi_bold(f'<span style="color:{theme.color(role).name()}">{words}</span>{link}'))
            check_label.setAccessibleName(f"{outcome}: {check.text}")
            check_label.linkActivated.connect(lambda _, check=check: self.remedy_requested.emit(check))
            self.check_labels.append(check_label)
            self._checks_layout.addWidget(check_label)
        self.sections[2].show_content(sum(not check.passed for check in checks))
        self.sections[2].setVisible(bool(checks))

    # Choices

    def _fill(self) -> None:
        entry = self._entry
        states: dict[str | None, str] = {} if entry.delegation else {None: self.tr("not chosen yet")}
        states |= {code: f"{code}  {terms.state_name(code)}" for code in PROTOCOL_ORDER}
        fill_combo(self.delegation_combo, states, entry.delegation)
        fill_combo(self.audience_combo, {key: positions.audience_label(key) for key in Audience}, entry.audience)
        names = {True: self.tr("With the codes of delegations"), False: self.tr("Delegations counted, not named")}
        fill_combo(self.names_combo, names, True)
        fill_combo(self.format_combo, {suffix: self._format_name(suffix) for suffix in self.suffixes}, None)
        lock_if_set_by_policy(self.delegation_combo, "Delegation")
        self.folder_edit.setText(str(default_folder()))
        self.open_check.setChecked(self._choices.opens_file)
        self._show_choices()
        self._on_file_changed()

    def _choose(self, option: str, _: int) -> None:
        self._choices.choose(option, self._rows[option][0].currentData(), self._entry.language, self)

    def _show_choices(self) -> None:
        offered = self._entry.options(self.kind)
        for name, (values, chosen) in self._choices.file_options(self._entry.language, self.kind).items():
            combo = self._rows[name][0]
            fill_combo(combo, {value: text for text, value in values}, chosen)
            combo.setEnabled(len(values) > 1)
            if name == "template":
                lock_if_set_by_policy(combo, "ExportTemplate")
        self.kind_label.setText(self.kind_combo.currentText() if "kind" in offered else "")
        for name, widgets in self._rows.items():
            for widget in widgets:
                widget.setVisible(name in offered)
        circulates = self.audience is Audience.CIRCULATION
        self.names_combo.setEnabled(circulates)  # the capital reads who said what
        if not circulates:
            self.names_combo.setCurrentIndex(0)
        set_property(self.audience_combo, "tone", "strong" if circulates else "danger")
        if self.name_edit.text() == self._proposed:
            prefix = f"{self._entry.delegation} " if self._entry.delegation else ""
            name = self._entry.file_name(self.kind, self.audience)
            suffix = self.format_combo.currentData() or self.suffixes[0]
            self._proposed = proposed_file_name(f"{prefix}{name}{suffix}")
            self.name_edit.setText(self._proposed)
            self.name_edit.setCursorPosition(0)
        self._show_audience_note()

    def _on_choices_changed(self) -> None:
        self._show_choices()
        self.changed.emit()

    # The file

    def _choose_format(self) -> None:
        suffix, typed = self.format_combo.currentData(), self.name_edit.text().strip()
        if not suffix or not typed or self.target.suffix.lower() == suffix:
            return
        was_proposed = typed == self._proposed
        stem = next((typed.removesuffix(value) for value in self.suffixes if typed.endswith(value)), typed)
        self.name_edit.setText(f"{stem}{suffix}")
        if was_proposed:
            self._proposed = self.name_edit.text()

    def _on_file_changed(self) -> None:
        suffix = self.target.suffix.lower()
        self.format_combo.setCurrentIndex(self.format_combo.findData(suffix))
        key = key_bindings.key_text(QKeySequence(EXPORT_KEY))
        text = self.tr("Export to Word")
        if suffix != ".docx":
            name = suffix.removeprefix(".").upper() or self.tr("file")
            text = self.tr("Export as {format}").format(format=name)
        self.export_button.setText(f"{text}   {key}")
        self.export_button.setAccessibleName(text)
        self.export_button.setShortcut(QKeySequence(EXPORT_KEY))  # a new text drops it
        self._show_audience_note()
        self.update_overwrite_note()

    def _prompt_file(self) -> None:
        kinds = ";;".join(f"{self._format_name(suffix)} (*{suffix})" for suffix in self.suffixes)
        replaces, target = QFileDialog.Option.DontConfirmOverwrite, str(self.target)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), target, kinds, options=replaces)
        if chosen:
            self.set_target(Path(chosen))

    def _show_audience_note(self) -> None:
        text = positions.audience_note(self.audience) if self.kind in DOCUMENT_KINDS else ""
        if self.kind is ExportKind.REDLINE and self.target.suffix.lower() != ".docx":
            text = f"{text} {positions.no_word_file_note()}"
        show_text(self.audience_label, text)

    def _format_name(self, suffix: str) -> str:
        return {
            ".docx": self.tr("Word"),
            ".pdf": self.tr("PDF"),
            ".html": self.tr("Web page"),
            ".txt": self.tr("Plain text"),
            ".csv": self.tr("Table for a spreadsheet"),
            ".jsonld": self.tr("Web Annotations for other programs"),
            ".ics": self.tr("Calendar for Outlook and others"),
        }[suffix]

    # Layout

    def _lay_out(self) -> None:
        settings = {
            "kind": (self.tr("Kind"), self.kind_combo),
            "audience": (self.tr("Audience"), self.audience_combo),
            "markup": (self.tr("Mark-up"), self.markup_combo),
            "columns": (self.tr("Columns"), self.columns_combo),
            "labels": (self.tr("Headings in"), self.labels_combo),
            "template": (self.tr("Template"), self.template_combo),
            "names": (self.tr("Names"), self.names_combo),
            "delegation": (self.tr("Delegation"), self.delegation_combo),
        }
        file = (
            (self.tr("Format"), self.format_combo),
            (self.tr("Folder"), self.folder_edit),
            (self.tr("Name"), self.name_edit),
        )
        self.reset_button = flat_button(self.tr("Reset"), self.tr("Reset the settings"))
        settings_form, names = _form(settings.values())
        self._rows = {name: (combo, shown) for (name, (_, combo)), shown in zip(settings.items(), names, strict=True)}
        self.report_layout = QVBoxLayout()
        self.sections = [
            FileSection(self.tr("Settings"), beside=[self.reset_button]),
            FileSection(self.tr("Contents")),
            FileSection(self.tr("Checks")),
            FileSection(self.tr("File"), beside=[self.choose_button]),
        ]
        in_settings, in_contents, self._checks_layout, in_file = (section.body_layout for section in self.sections)
        in_settings.addLayout(settings_form)
        for shown in (self.contents_label, self.internal_label, self.audience_label):
            in_contents.addWidget(shown)
        in_file.addLayout(_form(file)[0])
        self._checks_layout.setSpacing(theme.NEAR)
        content = QWidget()
        column_layout(self.report_layout, *self.sections, None, within=content, margins=(16, 0, 16, 16), spacing=0)
        for section in self.sections:
            section.show_content()
        head = row_layout(
            label(self.tr("Export"), "file_head"), None, self.kind_label, margins=(16, 8, 16, 8), spacing=8
        )
        set_part(self.export_button, "main")
        self.export_button.setMinimumHeight(34)
        self.export_button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        bottom = StyledPane()
        set_part(bottom, "bar")
        set_property(self.copy_button, "tone", "out")
        set_property(self.print_button, "tone", "out")
        buttons = FlowRow([self.copy_button, self.print_button, self.open_check], 8, ends_right=True)
        parts = (self.note_label, self.export_button, buttons)
        column_layout(*parts, within=bottom, margins=(16, 12, 16, 8), spacing=8)
        column_layout(head, (scroll_area(content), 1), bottom, within=self, margins=0, spacing=0)


def _form(rows: Iterable[tuple[str, QWidget]]) -> tuple[QGridLayout, list[QLabel]]:
    """Return fields below each other, each with its name before it, and the names."""
    grid, names = QGridLayout(), []
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, _FIRST_COLUMN)
    grid.setColumnStretch(1, 1)
    for number, (name, field) in enumerate(rows):
        names.append(label(name, "soft"))
        names[-1].setBuddy(field)
        field.setAccessibleName(name)
        grid.addWidget(names[-1], number, 0)
        grid.addWidget(field, number, 1)
    return grid, names
