"""Beside a position: what file would be made of it, what would leave if it went now, and what to look at before."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    Audience,
    ExportKind,
    MarkupStyle,
    ProvisionColumns,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.export.export_preview_model import ExportPreview, load_export_preview
from delegate_desk.gui.export.export_settings import WITH_COLUMNS, ExportChoices
from delegate_desk.gui.export.export_warnings import WarningList
from delegate_desk.gui.export.template_chooser import OTHER, prompt_template, templates
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import StyledPane, label, make_card, set_part, set_property, while_alive
from delegate_desk.gui.widgets.labels import export, terms
from delegate_desk.gui.widgets.menu_button import MenuButton

_PAUSE = 700
"""Milliseconds after a change before the file is made to be looked at."""


class ExportPane(StyledPane):
    """The send box in the right column of a position.

    Attributes:
        audience: For whom the file is; circulation until another is chosen here.

    Signals:
        export_requested: The position is to be exported.
        place_requested: A provision is to be shown, with its address.
    """

    export_requested = Signal()
    place_requested = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, document: DocumentId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._document = document
        self._preview_job: Job | None = None
        self._stale = True
        self._language = ""
        self.audience = Audience.CIRCULATION
        self.setAccessibleName(self.tr("Export"))
        set_part(self, "canvas")
        self.kind_button = MenuButton(self.tr("Kind"))
        self.audience_button = MenuButton(self.tr("Audience"))
        self.markup_button = MenuButton(self.tr("Mark-up"))
        self.columns_button = MenuButton(self.tr("Columns"))
        self.labels_button = MenuButton(self.tr("Heading language"))
        self.template_button = MenuButton(self.tr("Template"))
        self._row_labels: dict[MenuButton, QLabel] = {}
        self._rules: dict[MenuButton, QFrame] = {}
        self.contents_label = label("", "soft", wrap=True)
        self.internal_label = label("", "certain", wrap=True)
        self.checks_label = label("", "certain", wrap=True)
        self.warning_list = WarningList()
        self.export_button = QPushButton(self.tr("Export…"))
        said = self.tr("Preview, then export, print or copy")
        key_bindings.set_key_tool_tip(self.export_button, "action_export", said)
        set_part(self.export_button, "main")
        self.export_button.clicked.connect(self.export_requested)
        self.warning_list.place_requested.connect(self.place_requested)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._load_preview)
        self._choices = ExportChoices(None, self)
        self._choices.changed.connect(self._on_choices_changed)
        self._connect()
        self._fill_choices()

    def use_choices(self, choices: ExportChoices) -> None:
        """Choose what the person chose last, and keep what is chosen here."""
        self._choices.changed.disconnect(self._on_choices_changed)
        self._choices = choices
        choices.changed.connect(self._on_choices_changed)
        self._on_choices_changed()

    def set_language(self, language: str) -> None:
        """Say in which language the document is: its labels follow it where nothing else is chosen."""
        self._language = language
        self._fill_choices()

    def refresh(self) -> None:
        """Look again, soon: at once when it is next seen where it is not seen now."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load_preview()

    def _connect(self) -> None:
        self.kind_button.picked.connect(self._choose_kind)
        self.audience_button.picked.connect(self._choose_audience)
        self.markup_button.picked.connect(self._choose_markup)
        self.columns_button.picked.connect(lambda columns: self._choices.choose_columns(self._choices.kind, columns))
        self.labels_button.picked.connect(lambda labels: self._choices.choose_labels(self._language, labels))
        self.template_button.picked.connect(self._choose_template)

    def _fill_choices(self) -> None:
        """Say what is chosen, and what else could be."""
        choices = self._choices
        self.kind_button.set_options([(export.export_kind_label(one), one) for one in ExportKind], choices.kind)
        self.audience_button.set_options([(export.audience_label(one), one) for one in Audience], self.audience)
        set_property(self.audience_button, "tone", "danger" if self.audience is Audience.CAPITAL else "strong")
        tracked = choices.kind is ExportKind.REDLINE
        markups = [MarkupStyle.TRACKED] if tracked else list(MarkupStyle)
        chosen = MarkupStyle.TRACKED if tracked else choices.markup
        self.markup_button.set_options([(export.markup_label(one), one) for one in markups], chosen)
        self.columns_button.set_options(
            [(export.columns_label(one), one) for one in ProvisionColumns], choices.columns(choices.kind)
        )
        self.labels_button.set_options(
            [(terms.language_name(one), one) for one in LABEL_LANGUAGES], choices.labels(self._language)
        )
        self.template_button.set_options(templates(choices), choices.template)
        self._show_row(self.columns_button, shown=choices.kind in WITH_COLUMNS)
        self._show_row(self.template_button, shown=not tracked)  # the file itself is its own template

    def _on_choices_changed(self) -> None:
        self._fill_choices()
        self.refresh()

    def _choose_kind(self, kind: ExportKind) -> None:
        self._choices.choose_kind(kind)

    def _choose_markup(self, markup: MarkupStyle) -> None:
        self._choices.choose_markup(markup)

    def _choose_audience(self, audience: Audience) -> None:
        self.audience = audience
        self._on_choices_changed()

    def _choose_template(self, chosen: object) -> None:
        if chosen == OTHER:
            prompt_template(self._choices, self)
        else:
            self._choices.choose_template(chosen)  # type: ignore[arg-type]  # what ``templates`` offers

    def _load_preview(self) -> None:
        self._stale = False
        self._timer.stop()
        if self._preview_job is not None:
            self._preview_job.cancel()
        kind, options = self._choices.kind, self._choices.options(self._language, self.audience)
        self._preview_job = self._tasks.read(
            lambda: load_export_preview(self._desk, self._document, kind, options),
            while_alive(self, self._show),
            failed=while_alive(self, self._on_failed),
        )

    def _show(self, found: ExportPreview) -> None:
        self._preview_job = None
        preview = found.summary
        self.warning_list.show_warnings(found.warnings)
        self.export_button.setEnabled(preview is not None)
        for widget in (self.internal_label, self.checks_label, self._checks_card):
            widget.setVisible(preview is not None)
        if preview is None:
            self._show_contents(self.tr("Nothing yet. Add general comments or draft on a provision."), "soft")
            return
        self._show_contents(export.contents_summary(preview), "soft")
        set_property(self.internal_label, "part", "danger" if preview.internal else "certain")
        self.internal_label.setText(export.internal_summary(preview))
        self.checks_label.setText("" if found.warnings else self.tr("No issues found."))
        self.checks_label.setVisible(not found.warnings)

    def _on_failed(self, error: Exception) -> None:
        self._preview_job = None
        for widget in (self.internal_label, self.checks_label, self._checks_card, self.warning_list):
            widget.hide()
        if isinstance(error, DeskError):
            self._show_contents(explain(error), "danger")
        else:
            self._tasks.failed.emit(error)

    def _show_contents(self, said: str, role: str) -> None:
        set_property(self.contents_label, "part", role)
        self.contents_label.setText(said)

    def _show_row(self, button: MenuButton, *, shown: bool) -> None:
        for widget in (button, self._row_labels[button], self._rules[button]):
            widget.setVisible(shown)

    def _lay_out(self) -> None:
        options, inside = make_card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        rows = (
            (self.tr("Kind"), self.kind_button),
            (self.tr("Audience"), self.audience_button),
            (self.tr("Mark-up"), self.markup_button),
            (self.tr("Columns"), self.columns_button),
            (self.tr("Heading language"), self.labels_button),
            (self.tr("Template"), self.template_button),
        )
        for row, (key, button) in enumerate(rows):
            rule = self._rules[button] = QFrame(options)
            set_part(rule, "rule")
            rule.setVisible(row > 0)
            if row:  # above the first there is none
                grid.addWidget(rule, 2 * row, 0, 1, 2)
            self._row_labels[button] = label(key, "soft")
            grid.addWidget(self._row_labels[button], 2 * row + 1, 0)
            grid.addWidget(button, 2 * row + 1, 1)
        inside.addLayout(grid)
        leaves, leaving = make_card()
        for widget in (self.contents_label, self.internal_label):
            leaving.addWidget(widget)
        before, looked = make_card()
        for one in (self.checks_label, self.warning_list):
            looked.addWidget(one)
        self._checks_card = QWidget()
        head = QVBoxLayout(self._checks_card)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        head.addWidget(label(self.tr("Checks"), "head"))
        head.addWidget(before)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Export"), "head"))
        layout.addWidget(options)
        layout.addWidget(label(self.tr("Contents"), "head"))
        layout.addWidget(leaves)
        layout.addWidget(self._checks_card)
        layout.addLayout(buttons)
        layout.addStretch(1)
