"""Export of a position in the right column: its options, its content as of now, and what to check before."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import DeskError
from delegate_desk.core.positions.export_options import (
    Audience,
)
from delegate_desk.desk import Desk
from delegate_desk.gui.error_messages import explain
from delegate_desk.gui.export.export_preview import ExportPreview, WarningList, load_export_preview
from delegate_desk.gui.export.exports import (
    OPTIONS,
    ExportChoices,
    ExportOption,
)
from delegate_desk.gui.tasks import Job, Tasks
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import (
    MenuButton,
    StyledPane,
    label,
    make_card,
    set_part,
    set_property,
    while_alive,
)
from delegate_desk.gui.widgets.labels import positions

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
        names = {
            "kind": self.tr("Kind"),
            "audience": self.tr("Audience"),
            "markup": self.tr("Mark-up"),
            "columns": self.tr("Columns"),
            "labels": self.tr("Heading language"),
            "template": self.tr("Template"),
        }
        self.option_buttons = {option: MenuButton(name) for option, name in names.items()}
        self._names = names
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self.contents_label = label("", "soft", wrap=True)
        self.internal_label = label("", "certain", wrap=True)
        self.checks_label = label("", "certain", wrap=True)
        self.warning_list = WarningList()
        self.export_button = QPushButton(self.tr("Export…"))
        text = self.tr("Preview, then export, print or copy")
        key_bindings.set_key_tool_tip(self.export_button, "action_export", text)
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
        for option, button in self.option_buttons.items():
            button.picked.connect(lambda value, option=option: self._choose(option, value))
        self._fill_choices()

    def use_choices(self, choices: ExportChoices) -> None:
        """Choose what the person chose last, and keep what is chosen here."""
        self._choices.changed.disconnect(self._on_choices_changed)
        self._choices = choices
        choices.changed.connect(self._on_choices_changed)
        self._on_choices_changed()

    def set_language(self, language: str) -> None:
        """Set the language of the document, which its labels follow where nothing else is chosen."""
        self._language = language
        self._fill_choices()

    def refresh(self) -> None:
        """Load the preview again soon; while hidden, when it is shown next."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load_preview()

    def _fill_choices(self) -> None:
        audiences: list[tuple[str, object]] = [(positions.audience_label(audience), audience) for audience in Audience]
        kind = self._choices.kind
        options = self._choices.file_options(self._language, kind)
        options["audience"] = ExportOption(audiences, self.audience)
        for name, button in self.option_buttons.items():
            button.set_options(options[name].values, options[name].chosen)
            for widget in self._rows[name]:
                widget.setVisible(name in OPTIONS[kind])
        tone = "danger" if self.audience is Audience.CAPITAL else "strong"
        set_property(self.option_buttons["audience"], "tone", tone)

    def _on_choices_changed(self) -> None:
        self._fill_choices()
        self.refresh()

    def _choose(self, option: str, value: object) -> None:
        if option == "audience":
            self.audience = Audience(str(value))
            self._on_choices_changed()
        else:
            self._choices.choose(option, value, self._language, self)

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
        self._show_contents(positions.contents_summary(preview, self._choices.kind), "soft")
        set_property(self.internal_label, "part", "danger" if preview.internal else "certain")
        self.internal_label.setText(positions.internal_summary(preview, is_internal=bool(preview.internal)))
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

    def _show_contents(self, text: str, role: str) -> None:
        set_property(self.contents_label, "part", role)
        self.contents_label.setText(text)

    def _lay_out(self) -> None:
        options, inside = make_card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for row, (option, button) in enumerate(self.option_buttons.items()):
            name = label(self._names[option], "soft")
            grid.addWidget(name, 2 * row + 1, 0)
            grid.addWidget(button, 2 * row + 1, 1)
            self._rows[option] = (name, button)
            if row:  # there is no rule above the first
                rule = QFrame(options)
                set_part(rule, "rule")
                grid.addWidget(rule, 2 * row, 0, 1, 2)
                self._rows[option] = (name, button, rule)
        inside.addLayout(grid)
        leaves, leaving = make_card()
        for widget in (self.contents_label, self.internal_label):
            leaving.addWidget(widget)
        before, looked = make_card()
        for value in (self.checks_label, self.warning_list):
            looked.addWidget(value)
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
