"""The middle of a meeting: the item's document, the interventions so far below it, and the capture line."""

import re
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from delegate_desk.core.annotations.annotation_list import parse_deadline
from delegate_desk.core.changes import EditSubject, HistoryEdit
from delegate_desk.core.documents import references
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import CapturedLine, MeetingId
from delegate_desk.core.meetings.voting import VotingTables
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.export.export_view import ExportView
from delegate_desk.gui.forms.ui_agenda import Ui_Agenda
from delegate_desk.gui.forms.ui_meeting import Ui_Meeting
from delegate_desk.gui.meetings import IN_MEETING
from delegate_desk.gui.meetings.capture_controller import CaptureController
from delegate_desk.gui.meetings.meeting_content import (
    AgendaEntry,
    MatrixFileSection,
    MatrixTable,
    MeetingState,
    ShortPlaceLabels,
)
from delegate_desk.gui.meetings.vote_view import VoteCalculator, VotePane
from delegate_desk.gui.reader.outline_view import OptionsRow
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tab_page import LOW, PageState, TabEntry, TabKind, TabPage
from delegate_desk.gui.tasks import Tasks
from delegate_desk.gui.widgets import key_bindings, theme
from delegate_desk.gui.widgets.basic_widgets import (
    InputDialog,
    InputField,
    StyledPane,
    fill_combo,
    handle_escape,
    scroll_area,
    set_part,
    show_text,
)
from delegate_desk.gui.widgets.labels import dossiers, terms
from delegate_desk.gui.widgets.rows.row_list import (
    RIGHT,
    Index,
    RowDelegate,
    RowList,
    RowMenus,
    RowModel,
    draw_ground,
    is_hovered,
    is_selected,
    title_lines,
    write_line,
)

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
        reader_state = reader.state() if reader is not None else PageState()
        is_vote = self.current_page() == VOTE  # whose letters are those of members
        minutes = int(time.monotonic() - self._began) // 60
        exit_text = key_bindings.fill_in_keys(self.tr("{key} to exit"), key="action_meeting")
        hint = " · ".join((self.tr("● In meeting"), f"{minutes // 60}:{minutes % 60:02d}", exit_text))
        if self.export is not None:
            export_state = self.export.state()
            enabled = export_state.enabled | frozenset(IN_MEETING)
            return replace(export_state, document=self.document, left=self.agenda, exit_hint=hint, enabled=enabled)
        return PageState(
            self.document,
            reader_state.place,
            marking=self._marking,
            text=self._text,
            position=VoteCalculator.hint() if is_vote else "",
            number=reader_state.number,
            drafting_shown=reader_state.drafting_shown,
            section=self.matrix,
            left=self.agenda,
            exit_hint=hint,
            enabled=frozenset(IN_MEETING) | (frozenset() if is_vote else reader_state.enabled),
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

    def show_meeting(self, state: MeetingState, labels: ShortPlaceLabels) -> None:
        self.item = state.number
        reader = self.reader()
        items = {entry.number: entry.item for entry in state.entries if entry.item is not None}
        names = {number: f"{item.number} {item.title}".strip() for number, item in items.items()}
        fill_combo(self.item_combo, {ALL: self.tr("All items"), **names}, self.item_combo.currentData())
        self.matrix_table.show_matrix(state.table, labels)
        self.matrix_table.set_current_place(reader.place() if reader else None)

    def toggle_page(self, page: int) -> None:
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
        target = self.calculator if page == VOTE else export.pages if export is not None else self.line
        self.setFocusProxy(target)
        if target is not self.line:
            target.setFocus()
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
        fields = (
            InputField(self.tr("Working party"), self.tr("Working Party on …")),
            InputField(self.tr("Day"), value=f"{datetime.now().astimezone():%d.%m.%Y}", is_required=False),
            InputField(self.tr("Time"), self.tr("10:00 (optional)"), is_required=False),
        )
        hint = self.tr("You can add agenda items and documents later.")
        super().__init__(self.tr("New Meeting"), hint, self.tr("Create"), fields, parent)
        self.submitted.connect(self._check)

    def _check(self, values: list[str]) -> None:
        (body, typed, hour), now = values, datetime.now().astimezone()
        day, begins = parse_deadline(typed, now), parse_deadline(f"{now:%Y-%m-%d} {hour}", now)
        if typed and day is None:
            self.show_error(self.tr("“{typed}” is not a valid date. Example: 14.10.2026.").format(typed=typed))
        elif hour and begins is None:
            self.show_error(self.tr("Not a valid time. Example: 10:00."))
        else:
            self.accept()
            self.meeting_entered.emit(body, day and day.date(), begins.time() if hour and begins else None)


_NAMED = re.compile(
    r"(?:(?<!\w)(?:[A-Z]{2}|COM)\s)?(?<![\d/])\d{3,5}/\d{1,4}(?:/\d{1,4})?(?:\s(?:INIT|REV|COR|ADD)\s?\d*)*(?![\d/])"
    r"|(?<!\w)COM\s?\(\d{4}\)\s?\d+(?:\sfinal)?"
)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    entry: AgendaEntry
    text: str
    side: str = ""
    is_document: bool = False
    library_document: LibraryDocument | None = None
    accessible_text: str = ""

    @property
    def title(self) -> str:
        item = self.entry.item
        return self.text if item is None or self.is_document else self.text.removeprefix(item.number).strip()

    @property
    def is_missing(self) -> bool:
        return self.is_document and self.library_document is None


class AgendaModel(RowModel[AgendaRow]):
    number: str | None = None

    def show(self, state: MeetingState) -> None:
        self.number = state.number
        rows: list[AgendaRow] = []
        for entry in state.entries:
            item, count = entry.item, str(entry.count) if entry.count else ""
            title = dossiers.title_of_subject(item.title) if item else ""
            text = f"{item.number} {title}" if item else self.tr("The meeting as a whole")
            count_text = terms.format_count(entry.count, self.tr("1 intervention"), self.tr("{n} interventions"))
            rows.append(AgendaRow(entry, text, count, accessible_text=f"{text}, {count_text}" if entry.count else text))
            for reference, document in entry.documents:
                name = str(reference).removeprefix("ST ")
                if document is None:
                    text = self.tr("{reference} · not in library").format(reference=name)
                    label = self.tr("{reference}, not in library").format(reference=reference)
                elif entry.number == state.number:
                    text = f"{name} · {document.header.language.upper()}"
                    label = f"{document.name}, {terms.language_name(document.header.language)}"
                else:
                    continue
                rows.append(AgendaRow(entry, text, is_document=True, library_document=document, accessible_text=label))
        self.set_rows(rows)

    def current_row(self) -> int:
        found = (n for n, row in enumerate(self.rows) if not row.is_document and row.entry.number == self.number)
        return next(found, 0)

    @override
    def key(self, row: AgendaRow) -> object:
        return row.entry.number, row.text if row.is_document else ""

    @override
    def text(self, row: AgendaRow) -> str:
        return row.text

    @override
    def accessible_text(self, row: AgendaRow) -> str:
        return row.accessible_text

    @override
    def tool_tip(self, row: AgendaRow) -> str:
        return row.entry.item.title if row.entry.item and not row.is_document else row.text


def read_item(typed: str) -> tuple[str, list[Reference]]:
    documents: list[Reference] = []
    title = typed
    for match in _NAMED.finditer(typed):
        reference = references.parse_reference(match[0].replace(" INIT", ""))
        first, _, second = match[0].partition("/")
        is_year = first.isdecimal() and len(first) == 4
        if is_year and second == f"{(int(first) + 1) % 100:02d}":
            continue  # two years, 2026/27, are no document
        if reference is not None:
            documents.append(reference)
            title = title.replace(match[0], " ", 1)
    name = " ".join(title.split()).strip(" ,;:+·–-")
    return name or ", ".join(str(reference) for reference in documents), documents


_LEFT, _INDENT = 16, 22
_LINE = 17
"""Height added by a second line."""


class AgendaView(StyledPane):
    item_requested = Signal(object)  # number, None for the meeting as a whole
    document_requested = Signal(object, object)  # number of the item, DocumentId
    removal_requested = Signal(object)  # number of the item
    added = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AgendaModel(self)
        self.ui = ui = Ui_Agenda()
        ui.setupUi(self)
        set_part(self, "side")
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setObjectName("agenda_list")
        self.list.setItemDelegate(_AgendaDelegate(self.list, self.model))
        self.list.setAccessibleName(ui.head_label.text())
        self.list.add_list_action("", lambda: self._open(self.list.currentIndex()), "Return", "Enter")
        self.list.add_list_action("", self._remove, "Del")
        self.add_edit = ui.add_item_edit
        self.add_edit.installEventFilter(self)
        self.vote = VotePane(desk)
        self.vote_area = scroll_area(self.vote, "side")
        ui.list_layout.addWidget(self.list)
        ui.vote_layout.addWidget(self.vote_area)
        self.setFocusProxy(self.list)
        self.is_previewing = False
        self.list.clicked.connect(self._preview)
        RowMenus(self.list, self._menu_for_index)
        self.add_edit.returnPressed.connect(self._add)

    def show_meeting(self, state: MeetingState) -> None:
        meeting = state.meeting
        day = terms.format_day(meeting.date) if meeting.date else ""
        hour = f"{meeting.time:%H.%M}" if meeting.time else ""
        self.ui.when_label.setText(" · ".join(filter(None, (day, hour))))
        self.ui.body_label.setText(meeting.body)
        show_text(self.ui.place_label, meeting.place)
        top = self.list.verticalScrollBar().value()
        self.model.show(state)
        self.list.setCurrentIndex(self.model.index(self.model.current_row()))
        self.list.verticalScrollBar().setValue(top)
        self.list.scrollTo(self.list.currentIndex())

    def show_vote(self, stances: Mapping[str, Stance], tables: VotingTables, place: str) -> None:
        self.vote.show_stances(stances, tables, place)
        self._update_heights()

    def _update_heights(self) -> None:
        """Make the list as high as its rows, and the vote as high as its text, up to a third."""
        self.list.setMaximumHeight(sum(map(self.list.sizeHintForRow, range(self.model.rowCount()))) + 2)
        layout = self.vote.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout is not None else 0
        self.vote_area.setFixedHeight(min(needed + 2, max(self.height() // 3, 96)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_heights()

    def _preview(self, index: Index) -> None:
        self.is_previewing = True
        self._open(index)
        self.is_previewing = False

    def _open(self, index: Index) -> None:
        row = self.model.row(index)
        if row is None or row.is_missing:
            return
        if row.library_document is not None:
            self.document_requested.emit(row.entry.number, row.library_document.id)
        else:
            self.item_requested.emit(row.entry.number)

    def _remove(self) -> None:
        row = self.model.row(self.list.currentIndex())
        if row is not None and not row.is_document and row.entry.number is not None:
            self.removal_requested.emit(row.entry.number)

    def _menu_for_index(self, index: QModelIndex) -> QMenu | None:
        row = self.model.row(index)
        if row is None:
            return None
        menu = QMenu(self)
        open_action = menu.addAction(self.tr("&Open\tEnter"))
        open_action.setEnabled(not row.is_missing)
        open_action.triggered.connect(lambda _=False: self._open(index))
        if not row.is_document:
            remove_action = menu.addAction(self.tr("&Remove Item\tDel"))
            remove_action.setEnabled(row.entry.number is not None)
            remove_action.triggered.connect(lambda _=False: self._remove())
        return menu

    def _add(self) -> None:
        typed = self.add_edit.text().strip()
        if typed:
            self.add_edit.clear()
            self.added.emit(typed)

    @override
    def eventFilter(self, watched: object, event: object) -> bool:
        return watched is self.add_edit and isinstance(event, QEvent) and handle_escape(event, self.left.emit)


class _AgendaDelegate(RowDelegate[AgendaRow]):
    _model: AgendaModel

    @override
    def _height(self, row: AgendaRow) -> int:
        return theme.row_height() + _LINE * (len(self._lines(row)) - 1)

    def _lines(self, row: AgendaRow) -> tuple[str, ...]:
        """Return the title in one or two lines, between number and count."""
        side = QFontMetrics(theme.ui_font()).horizontalAdvance(row.side) + 8 if row.side else 0
        width = self._view.viewport().width() - 2 * _LEFT - _INDENT - side
        return title_lines(row.title, width, 1 if row.is_document else 2, bold=True)

    @override
    def _paint(self, painter: QPainter, row: AgendaRow, index: Index, option: Any) -> None:
        current = not row.is_document and row.entry.number == self._model.number
        selected = is_selected(option) and self._view.hasFocus()
        if current or selected or is_hovered(option):
            draw_ground(painter, option.rect.adjusted(8, 1, -8, -1), tinted=current or selected, ring=selected)
        lines = self._lines(row)
        line = option.rect.adjusted(_LEFT, 0, -_LEFT, -_LINE * (len(lines) - 1))
        role = "scrutiny_reservation" if row.is_missing else "soft" if row.is_document else "ink"
        role = "accent" if current else role
        if row.side:
            line.setRight(write_line(painter, line, row.side, "accent" if current else "soft", align=RIGHT) - 8)
        if row.entry.item is not None and not row.is_document:
            write_line(painter, line, row.entry.item.number, role, bold=current)
        line.setLeft(line.left() + _INDENT)
        for text in lines:
            write_line(painter, line, text, role, bold=current)
            line.translate(0, _LINE)
