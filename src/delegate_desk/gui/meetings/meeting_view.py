"""The middle of a meeting: the item's document, the interventions so far below it, and the capture line."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import parse_deadline
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.meetings.meeting import CapturedLine, LineId, MeetingId, ParsedIntervention
from delegate_desk.desk import Desk
from delegate_desk.gui.forms.ui_meeting import Ui_Meeting
from delegate_desk.gui.meetings.capture_line import CaptureLine
from delegate_desk.gui.meetings.interventions_list import InterventionsView
from delegate_desk.gui.meetings.matrix_section import MatrixFileSection, MatrixTable
from delegate_desk.gui.meetings.meeting_commands import IN_MEETING
from delegate_desk.gui.meetings.meeting_model import MeetingState, ShortPlaceLabels, item_title
from delegate_desk.gui.meetings.vote_view import VoteCalculator
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tab_page import LOW, PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    StyledPane,
    column_layout,
    flat_button,
    handle_escape,
    label,
    push_button,
    row_layout,
    set_part,
    set_property,
    show_text,
)

ITEM, MATRIX, VOTE = range(3)
_HIGH = 400
_LEAST = 64
"""Minimum height of a text or a matrix when a notice takes space too."""
ALL = ""
"""Item data of "all" in the choice of items."""


class MeetingView(TabPage):
    help_page = "meeting#places"
    reader_made = Signal(object)
    page_shown = Signal(int)
    table_requested = Signal(object)
    report_requested = Signal()

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
        self._marking: str | None = None
        self._text = ""
        self._readers: dict[DocumentId, ReaderView] = {}
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
        self.item_combo = QComboBox()
        self.item_combo.setAccessibleName(self.tr("Agenda item of the matrix"))
        self.matrix_table = MatrixTable(is_narrow=False)
        self.calculator = VoteCalculator(desk, tasks)
        self.calculator.left.connect(lambda: self.toggle_page(ITEM))
        set_part(self, "canvas")
        self._arrange()
        self.ui.pages.setMinimumHeight(_LEAST)
        self.setFocusProxy(self.line)
        self.ui.tab_bar.currentChanged.connect(self._on_page_changed)
        self.item_combo.activated.connect(lambda _: self.table_requested.emit(self.item_combo.currentData() or None))

    # As a page

    @override
    def state(self) -> PageState:
        reader = self.reader()
        text = reader.state() if reader is not None else PageState()
        is_vote = self.current_page() == VOTE  # whose letters are those of members
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
            exit_hint=key_bindings.fill_in_keys(self.tr("{key} to exit"), key="action_meeting"),
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

    def _arrange(self) -> None:
        ui = self.ui
        for name in (self.tr("Interventions"), self.tr("Matrix"), self.tr("Vote")):
            ui.tab_bar.addTab(name)
        report = self.tr("Report")
        button = push_button(report, self.report_requested.emit, part="filter", default=False)
        key_bindings.set_key_tool_tip(button, "action_report", report)
        ui.bar_layout.addWidget(button)
        matrix = QWidget()
        inner = QVBoxLayout(matrix)
        inner.setContentsMargins(24, 12, 24, 8)
        top = row_layout(self.item_combo, None)
        inner.addLayout(top)
        inner.addWidget(self.matrix_table, 1)
        set_part(matrix, "paper")
        for page in (self.documents, matrix, self.calculator):
            ui.pages.addWidget(page)
        ui.said_layout.addWidget(self.interventions)
        ui.line_layout.addWidget(self.line)
        self.setTabOrder(self.line.edit, self.interventions.list)
        ui.halves.setStretchFactor(0, 3)
        ui.halves.setStretchFactor(1, 1)
        ui.halves.setSizes([520, 200])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_height()

    def _spare_height(self) -> None:
        """Leave the breadcrumbs out where the interventions need their room; a low window shows three of them."""
        rows = 3 if self.window().height() < LOW else 4
        self.ui.said_holder.setMinimumHeight(rows * theme.row_height())
        for reader in self.readers():
            reader.ui.views_bar.setVisible(self.height() >= _HIGH)

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
            return
        reader = self._readers.get(document)
        if reader is None:
            reader = self._readers[document] = ReaderView(self._desk, self._tasks)
            self.documents.addWidget(reader)
            self.reader_made.emit(reader)
            reader.side_panels.set_panes_shown(original=self.pages_shown)
            self._spare_height()
        self.documents.setCurrentWidget(reader)
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
        self.item_combo.setMaximumWidth(320)
        self.matrix_table.show_matrix(room.table, labels)
        self.matrix_table.set_current_place(reader.place() if reader else None)

    def show_empty_message(self, text: str) -> None:
        self.empty_label.setText(text)

    def toggle_page(self, page: int) -> None:
        """Show the item or the matrix; on the current one, the item."""
        self.ui.tab_bar.setCurrentIndex(ITEM if self.ui.tab_bar.currentIndex() == page else page)

    def current_page(self) -> int:
        return self.ui.tab_bar.currentIndex()

    def _on_page_changed(self, page: int) -> None:
        self.ui.pages.setCurrentIndex(page)
        self.ui.said_holder.setVisible(page == ITEM)
        self.page_shown.emit(page)
        if page == VOTE:
            self.calculator.setFocus()
        self.state_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("canvas"))
        painter.fillRect(0, self.ui.tab_bar.geometry().bottom(), self.width(), 1, theme.color("hairline"))
        painter.end()


class NewMeetingView(StyledPane):
    """Three fields; their content is lost only by Esc."""

    meeting_entered = Signal(str, object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body_edit, self.day_edit, self.time_edit = QLineEdit(), QLineEdit(), QLineEdit()
        self.hint_label = label("", "warning", wrap=True)
        self.make_button = flat_button(self.tr("Create (Enter)"), self.tr("Create the meeting"))
        layout = column_layout(label(self.tr("New meeting"), "facet"), within=self, margins=12, spacing=4)
        for edit, text in (
            (self.body_edit, self.tr("Working party")),
            (self.day_edit, self.tr("Day")),
            (self.time_edit, self.tr("Time")),
        ):
            edit.setAccessibleName(text)
            edit.installEventFilter(self)
            edit.returnPressed.connect(self._submit)
            layout.addWidget(label(text, "head"))
            layout.addWidget(edit)
        self.body_edit.setPlaceholderText(self.tr("Working Party on …"))
        self.time_edit.setPlaceholderText(self.tr("10:00 (optional)"))
        layout.addWidget(self.hint_label)
        layout.addWidget(self.make_button)
        layout.addWidget(label(self.tr("You can add agenda items and documents later."), "soft", wrap=True))
        layout.addStretch(1)
        set_part(self, "side")
        self.setFocusProxy(self.body_edit)
        self.setAccessibleName(self.tr("New meeting"))
        self.make_button.clicked.connect(self._submit)

    def start(self, today: date) -> None:
        self.body_edit.clear()
        self.time_edit.clear()
        self.day_edit.setText(f"{today:%d.%m.%Y}")
        self._show_hint("")
        self.body_edit.setFocus()

    def _submit(self) -> None:
        body, typed = " ".join(self.body_edit.text().split()), self.day_edit.text().strip()
        hour, now = self.time_edit.text().strip(), datetime.now().astimezone()
        day, begins = parse_deadline(typed, now), parse_deadline(f"{now:%Y-%m-%d} {hour}", now)
        if not body:
            self._show_hint(self.tr("Enter the working party."), self.body_edit)
        elif typed and day is None:
            self._show_hint(
                self.tr("“{typed}” is not a valid date. Example: 14.10.2026.").format(typed=typed), self.day_edit
            )
        elif hour and begins is None:
            self._show_hint(self.tr("Not a valid time. Example: 10:00."), self.time_edit)
        else:
            self.meeting_entered.emit(body, day and day.date(), begins.time() if hour and begins else None)

    def _show_hint(self, text: str, at: QLineEdit | None = None) -> None:
        show_text(self.hint_label, text)
        for edit in (self.body_edit, self.day_edit, self.time_edit):
            set_property(edit, "tone", "unsure" if edit is at else "")
        if at is not None:
            at.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return handle_escape(event, self.left.emit)
