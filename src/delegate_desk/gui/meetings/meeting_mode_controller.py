"""Meeting mode: F5 gives all three columns to the meeting.

The panes follow the interventions and the current paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.meetings.meeting import AgendaItem, Intervention, Meeting, MeetingId, agenda_reference
from delegate_desk.core.meetings.voting import VotingTables, votes_from_stances
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions, Mail
from delegate_desk.core.positions.position import Stance
from delegate_desk.gui.context import Context, Controller
from delegate_desk.gui.export.export_view import ExportView, read_export
from delegate_desk.gui.export.exports import ExportChoices, ExportEntry, meeting_export
from delegate_desk.gui.meetings.capture_controller import CaptureController
from delegate_desk.gui.meetings.capture_line import CaptureChip, CaptureLine, MeetingKeyFilter
from delegate_desk.gui.meetings.meeting_content import (
    MatrixFileSection,
    MeetingState,
    ShortPlaceLabels,
    find_meeting,
    is_notice,
    load_meeting_state,
    load_stances,
)
from delegate_desk.gui.meetings.meeting_view import (
    ITEM,
    MATRIX,
    REPORT,
    VOTE,
    AgendaView,
    MeetingView,
    NewMeetingDialog,
    read_item,
)
from delegate_desk.gui.meetings.vote_view import VoteView
from delegate_desk.gui.reader.reader_commands import READER_COMMANDS
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tab_page import PageState, TabEntry, TabPage
from delegate_desk.gui.tasks import Job
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms
from delegate_desk.gui.widgets.output import copy_text

_SECOND = 1000
_LONGEST_HOLD = 2000
"""Milliseconds after which the window is drawn although the meeting is not complete."""


class MeetingModeController(Controller):
    """The current meeting, and its view in the tab of the current item's document.

    Signals:
        agenda_changed: The documents of the agenda that are in the library, in all languages; none without a meeting.
    """

    agenda_changed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._labels = ShortPlaceLabels(context.desk)
        self._job: Job | None = None
        self._number: str | None = None
        self._table: str | None = None
        self._shows_paragraph = False
        self.view: MeetingView | None = None
        self.state: MeetingState | None = None
        self.agenda = AgendaView(context.desk, context.window)
        self.agenda.hide()  # until a meeting shows it in its column
        self.matrix = MatrixFileSection(context.window)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._show_item_and_time)
        self._freeze = QTimer(self, singleShot=True, interval=_LONGEST_HOLD)
        self._freeze.timeout.connect(lambda: self._window.setUpdatesEnabled(True))
        self._previous_tab: QWidget | None = None
        self._keys = MeetingKeyFilter(self._shown_line, self.focus_line, self)
        self._keys.watch(self.agenda.list, self.matrix.table)
        self.agenda.item_requested.connect(self.go_to_item)
        self.agenda.document_requested.connect(self._open_document)
        self.agenda.added.connect(self._add_item)
        self.agenda.left.connect(self.focus_line)
        self.agenda.vote.count_button.clicked.connect(self.count_vote)
        self.agenda.removal_requested.connect(self._remove_item)
        self._navigate.page_changed.connect(self._on_page_changed)
        self.matrix.table.place_requested.connect(self.go_to_place)
        self._tasks.changed.connect(self._on_changes)

    @property
    def capture(self) -> CaptureController:
        return self._view().capture

    @property
    def is_on(self) -> bool:
        return self.view is not None and self._navigate.current_page() is self.view

    def focus_line(self) -> None:
        """Focus the capture line, on the item where the page has none; not behind another tab."""
        if self.view is not None and self._shown_line() is not None:
            if self.view.line.isHidden():
                self.view.show_page(ITEM)
            self.view.line.focus()

    def _shown_line(self) -> CaptureLine | None:
        """Return the line of the meeting, unless the meeting is behind another tab."""
        return self.view.line if self.view is not None and self.view.isVisibleTo(self._window) else None

    def _drop_closed_meeting(self) -> None:
        if self.view is not None and (not isValid(self.view) or self.view not in self._navigate.pages(MeetingView)):
            self.view = self.state = None
            self.agenda_changed.emit(frozenset())

    def _hold(self) -> None:
        """Keep what is on the screen until the meeting is complete; keys reach the meeting meanwhile."""
        self._window.setUpdatesEnabled(False)
        self._freeze.start()

    def _release(self) -> None:
        """Draw the window again, if agenda, interventions and text are loaded."""
        reader = self.view.reader() if self.view is not None else None
        if self._freeze.isActive() and self._job is None and (reader is None or reader.library_document() is not None):
            self._freeze.stop()
            self._window.setUpdatesEnabled(True)

    # Content

    def _load(self, *, first: bool = False, opens: bool = False) -> None:
        if self.view is None:
            return
        if self._job is not None:
            self._job.cancel()
        desk, key, number, table, labels = self._desk, self.view.key, self._number, self._table, self._labels
        language = terms.window_language()

        def load() -> MeetingState | None:
            state = load_meeting_state(desk, key, number, language, table=table, first=first)
            if state is not None:
                places = (intervention.place for intervention in state.interventions if intervention.place)
                for place in (*state.table.places, *state.matrix.places, *places):
                    labels(place)
            return state

        self._job = self._tasks.read(load, while_alive(self.view, lambda state: self._show(state, opens=opens)))

    def _show(self, state: MeetingState | None, *, opens: bool) -> None:
        view = self._view()
        self._job = None
        if state is None:  # it went to the trash
            self._navigate.close_page(view)
            return
        self.state, self._number = state, state.number
        self.capture.number, self.capture.line_reader = state.number, state.line_reader
        self.agenda_changed.emit(frozenset(item.id for entry in state.entries for item in entry.library_documents))
        documents = state.entry.library_documents
        if opens or (view.document is None and documents):
            self._show_document(documents[0].id if documents else None)
        missing = [str(reference) for reference, document in state.entry.documents if document is None]
        text = self.tr("No document is linked to this item. Interventions are still recorded.")
        if missing:
            text = self.tr(
                "No document for this item is in the library. Missing: {names}. Drop it here or press {key}."
            ).format(names=", ".join(missing), key=key_bindings.first_key_text("action_bring_in"))
        view.ui.empty.setText(text)
        self.agenda.show_meeting(state)
        view.show_meeting(state, self._labels)
        self._navigate.move_to_document(view, self._title())
        self._show_vote()
        lines = {intervention.line.id: intervention.line for intervention in state.interventions}
        self.capture.set_lines(list(lines.values()))
        self._show_interventions()
        self.matrix.table.matrix.own = view.matrix_table.matrix.own = state.delegation
        self.matrix.show_matrix(state.matrix, self._labels, self.capture.place())
        view.line.parse_again()
        self._show_item_and_time()
        self._show_status()
        self._release()

    def _title(self) -> str:
        return (self.state.meeting.body if self.state is not None else "") or self.tr("Meeting")

    def _show_document(self, document: DocumentId | None, address: Address | None = None) -> None:
        view = self._view()
        if address is None and document is not None and view.document != document:
            address = self._context.settings.place_in_document(document)
        view.show_document(document, address)
        with self._navigate.previewing() if self.agenda.is_previewing else nullcontext():  # it was only clicked
            self._navigate.move_to_document(view, self._title(), keep=True)
        reader = view.reader()
        if reader is not None and reader.library_document() is not None:
            self.set_reader(reader)

    def _show_interventions(self) -> None:
        state = self.state
        if state is None:
            return
        view, place = self._view(), self.capture.place()
        if self._shows_paragraph and place is not None:
            desk = self._desk

            def load() -> tuple[list[Intervention], dict[MeetingId, date | None]]:
                days = {meeting.id: meeting.date for meeting in desk.meetings.all() if meeting.id != view.key}
                return desk.meetings.interventions_for_place(place), days

            show = partial(self._show_paragraph_interventions, place)
            self._tasks.read(load, while_alive(view, lambda found: show(*found)))
            return
        empty = self.tr("No interventions yet. Type delegation, sign, place and words, e.g. DE+ 10 agrees")
        view.interventions.show_interventions(state.interventions, state.entries, self._labels, "", empty)

    def _show_paragraph_interventions(
        self, place: Place, interventions: list[Intervention], days: dict[MeetingId, date | None]
    ) -> None:
        if self._shows_paragraph and self.state is not None and place == self.capture.place():
            head, label = self.tr("Interventions on {place}, all meetings"), self._labels(place)
            return_hint = key_bindings.fill_in_keys(self.tr("{key} to return to the item"), key="action_said_here")
            head = " · ".join(filter(None, (head, return_hint)))
            empty = self.tr("No interventions yet.")
            self._view().interventions.show_interventions(
                interventions, self.state.entries, self._labels, head.format(place=label), empty, days
            )

    def toggle_paragraph_interventions(self) -> None:
        if self.view is not None and self.capture.place() is not None:
            self._shows_paragraph = not self._shows_paragraph
            self._show_interventions()

    def set_reader(self, reader: ReaderView) -> None:
        view = self.view
        if view is None or reader is not view.reader():
            return
        place = reader.place()
        self._context.settings.remember_place(place)
        self._show_status()
        for table in (self.matrix.table, view.matrix_table):
            table.set_current_place(place)
        self.capture.on_place_changed(place)
        view.line.parse_again()
        if place is not None:
            labels = self._labels
            self._tasks.read(lambda: labels(place), while_alive(view, lambda _: self._show_vote()))
        if self._shows_paragraph:
            self._show_interventions()

    def _show_vote(self) -> None:
        state = self.state
        if state is None:
            return
        place = self.capture.place()
        places = [other for other in state.matrix.places if other == place]
        if not places and place is not None:  # recorded on another language version
            places = [other for other in state.matrix.places if other.address == place.address]
        stances = {code: cell.stance for (code, other), cell in state.matrix.cells.items() if other in places}
        if stances and place is not None:
            self.agenda.show_vote(stances, state.voting, self._labels(place))
        else:
            item = self.tr("item {n}").format(n=self._number) if self._number else ""
            self.agenda.show_vote(state.stances, state.voting, item)

    def _show_item_and_time(self) -> None:
        if self.view is not None:
            now = datetime.now().astimezone()
            item = self.tr("item {n}").format(n=self._number) if self._number else self.tr("meeting as a whole")
            parts, item_label = (item, f"{now:%H:%M}", self.capture.speaking_time()), self.view.line.item_label
            if parts[1] not in item_label.text():
                self.view.state_changed.emit()  # it names the minutes of the meeting
            item_label.setText(" · ".join(filter(None, parts)))

    def _show_status(self) -> None:
        state = self.state
        if state is None or not self.is_on:
            return
        text = terms.format_count(len(state.interventions), self.tr("1 intervention"), self.tr("{n} interventions"))
        speakers = {code for intervention in state.interventions for code in intervention.delegations}
        delegations = terms.format_count(len(speakers), self.tr("1 delegation"), self.tr("{n} delegations"))
        self._view().show_status(state.marking, f"{text} · {delegations}")

    def _on_table_chosen(self) -> None:
        self._table = self._view().item_combo.currentData() or None
        self._load()

    def show_matrix(self) -> None:
        if self.view is not None:
            self.view.toggle_page(MATRIX)
            (self.view.matrix_table if self.view.current_page() == MATRIX else self.view.line).setFocus()

    def _view(self) -> MeetingView:
        assert self.view is not None  # whoever asks was called by it
        return self.view

    def go_to_place(self, place: Place) -> None:
        view = self._view()
        if view.document != place.document:
            self._show_document(place.document, place.address or None)
        reader = view.reader()
        if reader is not None and place.address:
            reader.go_to(place.address)
        if view.current_page() != ITEM:
            view.toggle_page(ITEM)
        self.focus_line()

    def _on_changes(self, changes: Changes) -> None:
        self._drop_closed_meeting()
        if changes.documents:
            self._labels.invalidate()
        if self.view is None:
            return
        if changes.documents or changes.settings or self._view().key in changes.meetings:
            self._load()

    def restore(self, entry: TabEntry) -> None:
        page, _, item = entry.place.partition(" ")
        self.open(MeetingId(str(entry.keys[0])), item or None)
        if self.view is not None and page in (str(MATRIX), str(REPORT)):
            self._show_page(int(page))

    def page_commands(self) -> dict[str, Callable[[MeetingView], object]]:
        context = self._context
        return {
            "action_capture": lambda _: self.focus_line(),
            "action_next_item": lambda _: self.step_item(1),
            "action_previous_item": lambda _: self.step_item(-1),
            "action_add_item": lambda _: self.add_item(),
            "action_said_here": lambda _: self.toggle_paragraph_interventions(),
            "action_matrix": lambda _: self.show_matrix(),
            "action_report": lambda _: self._show_page(REPORT),
            "action_report_file": lambda _: self._export(ExportKind.REPORT),
            "action_report_mail": lambda view: copy_report(context, view.key),
            "action_matrix_file": lambda _: self._export(ExportKind.MATRIX),
            "action_note_file": lambda _: self._export(ExportKind.NOTE),
            "action_export": self._export_page,
            "action_copy_mail": lambda view: view.export.copy() if view.export else copy_report(context, view.key),
            "action_print": lambda view: view.export.print() if view.export else self._export_page(view),
            **{name: partial(_on_reader, do) for name, do in READER_COMMANDS.items()},
        }

    # Opening and leaving

    def toggle(self) -> None:
        if self.is_on:
            self._navigate.leave_page(self._view(), self._previous_tab)
            return
        desk, navigate = self._desk, self._navigate
        selection = navigate.library_selection() if navigate.is_library_focused() else []
        document = selection[0].id if selection else navigate.current_document()

        def find() -> tuple[Meeting | DocumentId | None, str | None]:
            found = find_meeting(desk, document)
            if document is None or not isinstance(found, Meeting):
                return found, None
            reference = desk.documents.get(document).header.reference
            items = (item.number for item in found.items if reference and reference in item.documents)
            return found, next(items, None)

        def open_found(answer: tuple[Meeting | DocumentId | None, str | None]) -> None:
            found, item = answer
            if found is None:
                self.start_manually()
            elif isinstance(found, Meeting):
                self.open(found.id, item)
            else:
                self._tasks.write(
                    partial(desk.meetings.from_document, found), lambda changes: self.open(next(iter(changes.meetings)))
                )

        self._tasks.read(find, open_found)

    def start_manually(self) -> None:
        dialog = NewMeetingDialog(self._window)
        dialog.meeting_entered.connect(self._create_meeting)
        dialog.open()

    def open(self, key: MeetingId, number: str | None = None) -> None:
        self._drop_closed_meeting()
        if self.view is not None and self.view.key != key:
            self._navigate.close_page(self.view)
            self._drop_closed_meeting()
        is_new = self.view is None
        if is_new:
            view = self.view = MeetingView(self._desk, self._tasks, key)
            self.state, self._table, self._shows_paragraph = None, None, False
            view.agenda, view.matrix = self.agenda, self.matrix
            view.capture.saved.connect(self._show_item_and_time)
            view.reader_made.connect(self._on_reader_made)
            view.item_combo.activated.connect(self._on_table_chosen)
            view.line.left.connect(self._on_line_left)
            view.line.page_key_pressed.connect(self._scroll_reader)
            view.interventions.opened.connect(self.go_to_place)
            view.matrix_table.place_requested.connect(self.go_to_place)
            view.page_shown.connect(self._on_page_of_view_shown)
            view.calculator.setting_changed.connect(self.agenda.vote.model.set_settings)
            view.calculator.left.connect(self.focus_line)
            view.page_requested.connect(self._show_page)
            self._keys.watch(view.interventions.list, view.matrix_table, view.item_combo, *view.buttons.values())
        draft = self._desk.capture_draft.get() if is_new else None
        meeting_draft = draft if draft is not None and draft.meeting == key else None
        if number is None and meeting_draft is not None:
            number = meeting_draft.item
        if number is not None or is_new:
            self._number = number
        if not self.is_on:
            self._previous_tab = self._navigate.current_page()
        self._hold()
        self._navigate.show_page(self._view(), self.tr("Meeting"))
        self._load(first=is_new and number is None, opens=True)
        if meeting_draft is not None:
            self.capture.number = meeting_draft.item
            self.capture.restore_draft(meeting_draft)
        self.focus_line()

    def open_with(self, document: DocumentId, address: Address | None) -> None:
        """Show a document of the agenda in the current meeting, at its item."""
        self._drop_closed_meeting()
        if self.view is None or self.state is None:
            return
        entries = self.state.entries
        matching = (entry for entry in entries if any(item.id == document for item in entry.library_documents))
        entry = next(matching, None)
        if entry is not None:
            self._number = self.capture.number = entry.number
        self._previous_tab = self._navigate.current_page()
        self._hold()
        self._show_document(document, address)
        self._navigate.show_page(self.view)
        self._load()
        self.focus_line()

    def _show_page(self, page: int) -> None:
        if page == REPORT:
            self._export(ExportKind.REPORT)
        else:
            self._view().show_page(page)

    def _export_page(self, view: MeetingView) -> None:
        if view.export is not None:
            view.export.enter()
        else:
            self._export(ExportKind.MATRIX if view.current_page() == MATRIX else ExportKind.REPORT)

    def _export(self, kind: ExportKind) -> None:
        context, view = self._context, self._view()

        def show(entry: ExportEntry) -> None:
            view.show_export(ExportView(context, entry, ExportChoices(markup=entry.markup)))

        read_export(context, partial(meeting_export, context.desk, kind, view.key), while_alive(view, show))

    def on_documents_imported(self, keys: Sequence[DocumentId]) -> bool:
        """Stay in the meeting while documents are imported, including a newer agenda; False without a meeting."""
        state, documents = self.state, self._desk.documents
        if state is None or not self.is_on:
            return False
        agenda, view = state.meeting.reference, self._view()

        def show(imported: list[LibraryDocument]) -> None:
            for document in imported:
                reference = document.header.reference
                if agenda is not None and reference is not None and agenda_reference(reference) == agenda:
                    self._tasks.write(partial(self._desk.meetings.from_document, document.id))
            text = self.tr("in the library: {names}").format(names=", ".join(document.name for document in imported))
            view.line.chips.show_chips([CaptureChip(text, "support")])

        self._tasks.read(lambda: [documents.get(key) for key in keys], while_alive(view, show))
        return True

    def _on_page_changed(self) -> None:
        self._drop_closed_meeting()
        self._navigate.show_in_left_column(None)
        if self.is_on:
            self._clock.start()
            self._show_status()
        else:
            self._clock.stop()

    def _on_line_left(self) -> None:
        if not self.capture.return_to_place_before():
            self.focus_text()

    def focus_text(self) -> None:
        """Focus what is above the line: the text or the matrix, else the agenda."""
        view, reader = self._view(), self._view().reader()
        target = view.matrix_table if view.current_page() == MATRIX else reader.paper if reader is not None else None
        (target or self.agenda.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _create_meeting(self, body: str, day: date | None, begins: time | None) -> None:
        desk, key = self._desk, self._navigate.current_document()

        def create() -> Changes:
            meeting = desk.meetings.new(body, day, begins=begins)
            document = desk.documents.get(key) if key is not None else None
            if document is not None and document.header.reference is not None and not is_notice(document):
                title = document.header.subject or document.name
                meeting = replace(meeting, items=(AgendaItem("1", title, (document.header.reference,)),))
            return desk.meetings.save(meeting)

        self._tasks.write(create, lambda changes: self.open(next(iter(changes.meetings))))

    # Agenda

    def go_to_item(self, number: str | None) -> None:
        if self.view is not None:
            self._number = self.capture.number = number  # a line that is typed at once is on this item already
            self._shows_paragraph = False
            entries = self.state.entries if self.state else ()
            entry = next((entry for entry in entries if entry.number == number), None)
            self._hold()
            if entry is not None:
                self._show_document(entry.library_documents[0].id if entry.library_documents else None)
            self._load(opens=entry is None)
            self.focus_line()

    def step_item(self, by: int) -> None:
        if self.state is None:
            return
        numbers = [entry.number for entry in self.state.entries]
        index = numbers.index(self._number) + by if self._number in numbers else 0
        if 0 <= index < len(numbers):
            self.go_to_item(numbers[index])

    def count_vote(self) -> None:
        self._drop_closed_meeting()
        if self.is_on:
            self._view().toggle_page(VOTE)
            return
        desk, current = self._desk, self._navigate.current_page()
        pages = [page for page in (current, *self._navigate.pages(TabPage)) if isinstance(page, TabPage)]
        shown = next((state for state in (page.state() for page in pages) if state.document is not None), PageState())
        document, place = shown.document, shown.place

        def open_calculator(found: tuple[VotingTables, str, Mapping[str, Stance]]) -> None:
            tables, about, stances = found
            previous = self._navigate.current_page()
            view = next(iter(self._navigate.pages(VoteView)), None)
            if view is None:
                view = VoteView(desk, self._tasks)
                view.calculator.left.connect(partial(self._leave_calculator, view))
            if previous is not view:
                view.before = previous
            view.calculator.start(tables, votes_from_stances(stances), self.agenda.vote.model.setting, place=about)
            self._navigate.show_page(view, self.tr("Voting calculator"))

        self._tasks.read(lambda: (desk.voting.tables(), *load_stances(desk, document, place)), open_calculator)

    def _leave_calculator(self, view: VoteView) -> None:
        self._navigate.leave_page(view, view.before)
        self._navigate.drop_page(view)
        page = self._navigate.current_page()
        if page is not None:
            page.setFocus()

    def _on_page_of_view_shown(self, page: int) -> None:
        """Start a count with the recorded stances on the current paragraph."""
        state, vote = self.state, self.agenda.vote.model
        if page == VOTE and state is not None:
            about = self.agenda.vote.place
            self._view().calculator.start(state.voting, vote.votes(), vote.setting, place=about)

    def add_item(self) -> None:
        self._navigate.show_in_left_column(self.agenda)
        self.agenda.add_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_item(self, typed: str) -> None:
        title, references = read_item(typed)
        key, meetings = self._view().key, self._desk.meetings
        self._tasks.write(
            lambda: meetings.add_item(key, title, documents=references),
            lambda _: self._tasks.read(lambda: meetings.get(key).items[-1].number, self.go_to_item),
        )

    def _remove_item(self, number: str) -> None:
        self._tasks.write(lambda: self._desk.meetings.remove_item(self._view().key, number))

    def _open_document(self, number: str | None, document: DocumentId) -> None:
        if number != self._number:
            self.go_to_item(number)
        self._show_document(document)
        self.focus_line()

    # Focus

    def _on_reader_made(self, reader: ReaderView) -> None:
        self._navigate.prepare_reader(reader)
        reader.place_changed.connect(lambda _: self.set_reader(reader))
        reader.loaded.connect(lambda _: self._release())
        self._keys.watch(reader.paper)

    def _scroll_reader(self, event: object) -> None:
        reader = self._view().reader()
        if reader is not None:
            reader.paper.keyPressEvent(event)  # type: ignore[arg-type]  # a signal carries any object


def copy_report(context: Context, key: MeetingId) -> None:
    def copy(mail: Mail) -> None:
        copy_text(mail.text)
        advice = QCoreApplication.translate(
            "reporting", "It contains only text for circulation. Paste it into an email."
        )
        context.notify.show_briefly(QCoreApplication.translate("reporting", "Report copied"), [advice])

    context.tasks.flush()
    context.tasks.read(lambda: context.desk.export.mail(key, ExportKind.REPORT, ExportOptions()), copy)


def _on_reader(do: Callable[[ReaderView], object], view: MeetingView) -> None:
    reader = view.reader()
    if reader is not None:
        do(reader)
