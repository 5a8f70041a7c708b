"""The middle of a meeting: the item's document, the interventions so far below it, and the capture line."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import parse_deadline
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.meetings.meeting import CapturedLine, LineId, MeetingId, ParsedIntervention
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.forms.ui_meeting import Ui_Meeting
from delegate_desk.gui.meetings.capture_line import CaptureLine
from delegate_desk.gui.meetings.interventions_list import InterventionsView
from delegate_desk.gui.meetings.matrix_section import MatrixFileSection, MatrixTable
from delegate_desk.gui.meetings.meeting_commands import IN_MEETING
from delegate_desk.gui.meetings.meeting_model import MeetingState, ShortPlaceLabels, item_title
from delegate_desk.gui.meetings.vote_view import ChoiceCombo, VoteCalculator
from delegate_desk.gui.reader.breadcrumb import OptionsRow
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tab_page import LOW, PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    InputDialog,
    InputField,
    column_layout,
    push_button,
    set_part,
)
from delegate_desk.gui.widgets.shortened_label import ShortenedLabel

ITEM, MATRIX, VOTE, REPORT = range(4)
_LEAST = 64
"""Minimum height of a text or a matrix when a notice takes space too."""
ALL = ""
"""Item data of "all" in the choice of items."""


class MeetingView(TabPage):
    help_page = "meeting#places"
    reader_made = Signal(object)
    page_requested = Signal(int)
    page_shown = Signal(int)
    table_requested = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        key: MeetingId,
        understand: Callable[[str, LineId | None], ParsedIntervention],
        cite: Callable[[Address], str],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.key = key
        self.item: str | None = None
        self.agenda: QWidget | None = None
        self.matrix: MatrixFileSection | None = None
        self.export: ExportView | None = None
        self._began, self._minutes = time.monotonic(), 0
        self._marking: str | None = None
        self._text = ""
        self._readers: dict[DocumentId, ReaderView] = {}
        self.buttons: dict[int, QPushButton] = {}
        self.page_label = ShortenedLabel()
        self.ui = Ui_Meeting()
        self.ui.setupUi(self)
        self.line = CaptureLine(understand, cite)
        self.interventions = InterventionsView()
        self.documents = QStackedWidget()
        self.empty_label = QLabel()
        self.empty_label.setObjectName("empty")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_label.setWordWrap(True)
        self.documents.addWidget(self.empty_label)
        self.item_combo = ChoiceCombo()
        self.item_combo.setAccessibleName(self.tr("Agenda item of the matrix"))
        self.matrix_table = MatrixTable(is_narrow=False)
        self.calculator = VoteCalculator(desk, tasks)
        self.calculator.left.connect(lambda: self.toggle_page(ITEM))
        set_part(self, "canvas")
        self._arrange()
        self.ui.pages.setMinimumHeight(_LEAST)
        self.item_combo.activated.connect(lambda _: self.table_requested.emit(self.item_combo.currentData() or None))

    # As a page

    @override
    def state(self) -> PageState:
        reader = self.reader()
        text = reader.state() if reader is not None else PageState()
        is_vote = self.current_page() == VOTE  # whose letters are those of members
        minutes = self._minutes
        leaving = key_bindings.fill_in_keys(self.tr("{key} to exit"), key="action_meeting")
        hint = " · ".join((self.tr("● In meeting"), f"{minutes // 60}:{minutes % 60:02d}", leaving))
        if self.export is not None:
            shown = self.export.state()
            enabled = shown.enabled | frozenset(IN_MEETING)
            return replace(shown, document=self.document, left=self.agenda, exit_hint=hint, enabled=enabled)
        return PageState(
            self.document,
            text.place,
            marking=self._marking,
            text=self._text,
            position=VoteCalculator.hint() if is_vote else "",
            number=text.number,
            drafting_shown=text.drafting_shown,
            section=self.matrix,
            left=self.agenda,
            exit_hint=hint,
            enabled=frozenset(IN_MEETING) | (frozenset() if is_vote else text.enabled),
        )

    @override
    def find_root(self) -> QWidget | None:
        focus = QApplication.focusWidget()
        if focus is not None and (focus is self.interventions or self.interventions.isAncestorOf(focus)):
            return self.interventions
        return self if self.current_page() != ITEM or self.reader() is None else None

    @override
    def set_reading_size(self, size: int) -> None:
        for reader in self.readers():
            reader.set_reading_size(size)

    def update_duration(self) -> None:
        minutes = int(time.monotonic() - self._began) // 60
        if minutes != self._minutes:
            self._minutes = minutes
            self.state_changed.emit()

    def show_status(self, marking: str | None, text: str) -> None:
        self._marking, self._text = marking, text
        self.state_changed.emit()

    @override
    def entry(self) -> TabEntry:
        return TabEntry(TabKind.MEETING, (self.key,), f"{self.current_page()} {self.item or ''}")

    @override
    def shows_edit(self, edit: HistoryEdit) -> bool:
        if edit.subject is EditSubject.LINE:
            line = edit.after or edit.before
            return isinstance(line, CapturedLine) and line.meeting == self.key
        reader = self.reader()
        if edit.subject is EditSubject.ANNOTATION:
            return reader is not None and reader.shows_edit(edit)
        return edit.subject is EditSubject.MEETING

    def _arrange(self) -> None:
        ui, matrix = self.ui, QWidget()
        names = {ITEM: self.tr("Interventions"), MATRIX: self.tr("Matrix"), REPORT: self.tr("Report")}
        for page, name in (names | {VOTE: self.tr("Vote")}).items():
            button = push_button(name, partial(self.page_requested.emit, page), part="page", default=False)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.buttons[page] = button
        key_bindings.set_key_tool_tip(self.buttons[MATRIX], "action_matrix", names[MATRIX])
        key_bindings.set_key_tool_tip(self.buttons[REPORT], "action_report", names[REPORT])
        key_bindings.set_key_tool_tip(self.buttons[VOTE], "action_vote", self.tr("Vote"))
        self.options = OptionsRow(list(self.buttons.values()))
        set_part(self.item_combo, "flat")
        set_part(matrix, "paper")
        set_part(self.page_label, "facet")
        column_layout((self.matrix_table, 1), within=matrix, margins=(24, 4, 24, 0))
        ui.views_layout.addWidget(self.item_combo)
        ui.views_layout.addWidget(self.page_label, 1)
        ui.views_layout.addWidget(self.calculator.choices)
        for widget in (self.documents, matrix, self.calculator):
            ui.pages.addWidget(widget)
        ui.said_layout.addWidget(self.interventions)
        ui.line_layout.addWidget(self.line)
        self.setTabOrder(self.line.edit, self.interventions.list)
        ui.halves.setStretchFactor(0, 3)
        ui.halves.setStretchFactor(1, 1)
        ui.halves.setSizes([520, 200])
        self.show_page(ITEM)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_height()

    def _spare_height(self) -> None:
        """Show at least four interventions; three in a low window."""
        rows = 3 if self.window().height() < LOW else 4
        self.ui.said_holder.setMinimumHeight(rows * theme.row_height())

    # Document of the item

    @override
    def reader(self) -> ReaderView | None:
        """Return the current reader, also while the matrix or the report covers it."""
        widget = self.documents.currentWidget()
        return widget if isinstance(widget, ReaderView) else None

    @override
    def readers(self) -> list[ReaderView]:
        return list(self._readers.values())

    @property
    def document(self) -> DocumentId | None:
        reader = self.reader()
        return reader.document if reader else None

    def show_document(self, document: DocumentId | None, address: Address | None = None) -> None:
        if document is None:
            self.documents.setCurrentWidget(self.empty_label)
            self._place_options()
            return
        reader = self._readers.get(document)
        if reader is None:
            reader = self._readers[document] = ReaderView(self._desk, self._tasks)
            self.documents.addWidget(reader)
            self.reader_made.emit(reader)
        self.documents.setCurrentWidget(reader)
        self._place_options()
        reader.open(document, address)

    @override
    def place_in_text(self) -> Place | None:
        reader = self.reader()
        return reader.place_in_text() if reader is not None else None

    @override
    def follow(self, address: Address) -> None:
        reader = self.reader()
        if reader is not None:
            reader.go_to(address)

    @override
    def drop_document(self, document: DocumentId) -> bool:
        reader = self._readers.pop(document, None)
        if reader is not None:
            self.documents.removeWidget(reader)
            self._place_options()
            reader.deleteLater()
        return False

    # State of the meeting

    def show_meeting(self, room: MeetingState, labels: ShortPlaceLabels) -> None:
        self.item = room.number
        reader = self.reader()
        chosen = self.item_combo.currentData()
        self.item_combo.clear()
        self.item_combo.addItem(self.tr("All items"), ALL)
        for entry in room.entries:
            if entry.item is not None:
                self.item_combo.addItem(item_title(room.entries, entry.number), entry.number)
        self.item_combo.setCurrentIndex(max(self.item_combo.findData(chosen), 0))
        self.matrix_table.show_matrix(room.table, labels)
        self.matrix_table.set_current_place(reader.place() if reader else None)

    def show_empty_message(self, text: str) -> None:
        self.empty_label.setText(text)

    def toggle_page(self, page: int) -> None:
        """Show a page of the meeting; on the current one, the item."""
        self.show_page(ITEM if self.current_page() == page else page)

    def current_page(self) -> int:
        return self.ui.pages.currentIndex()

    def show_page(self, page: int) -> None:
        if page != REPORT:
            self._drop_export()
        self.ui.pages.setCurrentIndex(page)
        self.ui.said_holder.setVisible(page == ITEM)
        self.line.setVisible(page in (ITEM, MATRIX))
        for number, button in self.buttons.items():
            button.setChecked(number == page)
        self.item_combo.setVisible(page == MATRIX)
        self.calculator.choices.setVisible(page == VOTE)
        export = self.export
        name = self.calculator.accessibleName() if page == VOTE else export.export.title if export is not None else ""
        self.page_label.setText(name)
        self._place_options()
        self.page_shown.emit(page)
        entered = self.calculator if page == VOTE else export.pages if export is not None else self.line
        self.setFocusProxy(entered)
        if entered is not self.line:
            entered.setFocus()
        self.state_changed.emit()

    def show_export(self, export: ExportView) -> None:
        """Show an export of the meeting as a page of it; Esc returns to the item."""
        self._drop_export()
        self.export = export
        steps = export.take_steps()
        self.ui.pages.addWidget(export)
        self.ui.views_layout.addWidget(steps)
        export.state_changed.connect(self.state_changed)
        export.closed.connect(lambda: self.show_page(ITEM))
        for part in (steps, export.side):
            export.destroyed.connect(part.deleteLater)
        self.show_page(REPORT)

    def _drop_export(self) -> None:
        if self.export is not None:
            self.ui.pages.removeWidget(self.export)
            self.export.deleteLater()
            self.export = None

    def _place_options(self) -> None:
        """Put the options of the meeting at the end of the breadcrumb of the text, or of a line without it."""
        reader = self.reader() if self.current_page() == ITEM else None
        self.ui.views_bar.setVisible(reader is None)
        (reader.ui if reader is not None else self.ui).views_layout.addWidget(self.options)


class NewMeetingDialog(InputDialog):
    """Asks for a meeting without a notice."""

    meeting_entered = Signal(str, object, object)

    def __init__(self, parent: QWidget) -> None:
        lines = (
            InputField(self.tr("Working party"), self.tr("Working Party on …")),
            InputField(self.tr("Day"), value=f"{datetime.now().astimezone():%d.%m.%Y}", is_required=False),
            InputField(self.tr("Time"), self.tr("10:00 (optional)"), is_required=False),
        )
        more = self.tr("You can add agenda items and documents later.")
        super().__init__(self.tr("New Meeting"), more, self.tr("Create"), lines, parent)
        self.submitted.connect(self._check)

    def _check(self, given: list[str]) -> None:
        (body, typed, hour), now = given, datetime.now().astimezone()
        day, begins = parse_deadline(typed, now), parse_deadline(f"{now:%Y-%m-%d} {hour}", now)
        if typed and day is None:
            self.show_error(self.tr("“{typed}” is not a valid date. Example: 14.10.2026.").format(typed=typed))
        elif hour and begins is None:
            self.show_error(self.tr("Not a valid time. Example: 10:00."))
        else:
            self.accept()
            self.meeting_entered.emit(body, day and day.date(), begins.time() if hour and begins else None)
