"""The middle of a meeting: the item's document, the interventions so far below it, and the capture line."""

import time
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import parse_deadline
from delegate_desk.core.changes import EditSubject, HistoryEdit
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.meetings.meeting import CapturedLine, MeetingId
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.forms.ui_meeting import Ui_Meeting
from delegate_desk.gui.meetings import IN_MEETING
from delegate_desk.gui.meetings.capture_controller import CaptureController
from delegate_desk.gui.meetings.matrix_section import MatrixFileSection, MatrixTable
from delegate_desk.gui.meetings.meeting_model import MeetingState, ShortPlaceLabels
from delegate_desk.gui.meetings.vote_view import VoteCalculator
from delegate_desk.gui.reader.outline_view import OptionsRow
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tab_page import LOW, PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import InputDialog, InputField, set_part

ITEM, MATRIX, VOTE, REPORT = range(4)
ALL = ""
"""Item data of "all" in the choice of items."""


class MeetingView(TabPage):
    help_page = "meeting#places"
    reader_made = Signal(object)
    page_requested = Signal(int)
    page_shown = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, key: MeetingId) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self.key = key
        self.item: str | None = None
        self.agenda: QWidget | None = None
        self.matrix: MatrixFileSection | None = None
        self.export: ExportView | None = None
        self._began = time.monotonic()
        self._marking: str | None = None
        self._text = ""
        self._readers: dict[DocumentId, ReaderView] = {}
        self.ui = ui = Ui_Meeting()
        ui.setupUi(self)
        self.buttons = {ITEM: ui.item_button, MATRIX: ui.matrix_button, REPORT: ui.report_button, VOTE: ui.vote_button}
        self.options = OptionsRow(list(self.buttons.values()))
        self.capture = CaptureController(desk, tasks, key, self.reader, self)
        self.line, self.interventions = self.capture.line, self.capture.interventions
        self.documents, self.item_combo = ui.documents, ui.item_combo
        self.matrix_table = MatrixTable(is_narrow=False)
        self.calculator = VoteCalculator(desk, tasks)
        self.calculator.left.connect(lambda: self.toggle_page(ITEM))
        set_part(self, "canvas")
        for page, button in self.buttons.items():
            button.clicked.connect(partial(self.page_requested.emit, page))
        for page, action in ((MATRIX, "action_matrix"), (REPORT, "action_report"), (VOTE, "action_vote")):
            key_bindings.set_key_tool_tip(self.buttons[page], action, self.buttons[page].text())
        ui.matrix_layout.addWidget(self.matrix_table)
        ui.views_layout.addWidget(self.calculator.choices)
        ui.pages.addWidget(self.calculator)
        ui.said_layout.addWidget(self.interventions)
        ui.line_layout.addWidget(self.line)
        self.setTabOrder(self.line.edit, self.interventions.list)
        ui.halves.setStretchFactor(0, 3)
        ui.halves.setStretchFactor(1, 1)
        ui.halves.setSizes([520, 200])
        self.show_page(ITEM)

    # As a page

    @override
    def state(self) -> PageState:
        reader = self.reader()
        text = reader.state() if reader is not None else PageState()
        is_vote = self.current_page() == VOTE  # whose letters are those of members
        minutes = int(time.monotonic() - self._began) // 60
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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show at least four interventions; three in a low window."""
        super().resizeEvent(event)
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
            self.documents.setCurrentWidget(self.ui.empty)
            self._place_options()
            return
        reader = self._readers.get(document)
        if reader is None:
            reader = self._readers[document] = ReaderView(self._desk, self._tasks)
            self.documents.addWidget(reader)
            self.reader_made.emit(reader)
            reader.side_panels.set_panes_shown(original=self.pages_shown)
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
                self.item_combo.addItem(f"{entry.item.number} {entry.item.title}".strip(), entry.number)
        self.item_combo.setCurrentIndex(max(self.item_combo.findData(chosen), 0))
        self.matrix_table.show_matrix(room.table, labels)
        self.matrix_table.set_current_place(reader.place() if reader else None)

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
        self.ui.page_label.setText(name)
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
