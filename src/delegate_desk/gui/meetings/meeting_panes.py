"""Content of the three columns in meeting mode: it follows the interventions and the current paragraph."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import Intervention, Meeting, MeetingId
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.gui.context import Context
from delegate_desk.gui.meetings.agenda_view import AgendaView
from delegate_desk.gui.meetings.capture_controller import CaptureController
from delegate_desk.gui.meetings.matrix_pane import MatrixPane
from delegate_desk.gui.meetings.meeting_model import (
    MeetingState,
    ShortPlaceLabels,
    format_day,
    load_meeting_state,
    load_own_entry,
)
from delegate_desk.gui.meetings.meeting_view import ITEM, MATRIX, REPORT, MeetingView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Job
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.labels import terms

_MINUTE = 15_000


class MeetingPanes(QObject):
    """Fills the panes of one meeting.

    Attributes:
        view: The tab of the meeting, None while none is open.
        room: What is known of it.
        agenda: In the left column.
        pane: In the right column: the matrix and our line.
    """

    def __init__(self, context: Context, speaker_label: QLabel) -> None:
        super().__init__(context.window)
        self._context = context
        self._desk, self._tasks, self._navigate = context.desk, context.tasks, context.navigate
        self._labels = ShortPlaceLabels(context.desk)
        self._job: Job | None = None
        self._number: str | None = None
        self._table: str | None = None
        self._shows_paragraph = False
        self.view: MeetingView | None = None
        self.state: MeetingState | None = None
        self.capture = CaptureController(context, speaker_label, self)
        self.agenda = AgendaView(context.desk, context.tasks, context.window)
        self.matrix_pane = MatrixPane(context.window)
        for pane in (self.agenda, self.matrix_pane):
            pane.hide()  # until a meeting shows it in its column
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._show_item_and_time)
        self.matrix_pane.table.place_requested.connect(self.go_to_place)
        context.tasks.changed.connect(self._on_changes)

    @property
    def is_on(self) -> bool:
        """True while the meeting has the window."""
        return self.view is not None and self._navigate.current_page() is self.view

    def focus_line(self) -> None:
        """Give the keys to the capture line."""
        if self.view is not None:
            self._navigate.show_side_pane()
            self.view.line.focus()

    def _drop_closed_meeting(self) -> None:
        """Forget a meeting whose tab was closed."""
        if self.view is not None and (not isValid(self.view) or self.view not in self._navigate.pages(MeetingView)):
            self.view = self.capture.view = None
            self.state = None

    # What is shown

    def _load(self, *, first: bool = False, opens: bool = False) -> None:
        """Gather the meeting; one look at a time."""
        if self.view is None:
            return
        if self._job is not None:
            self._job.cancel()
        desk, key, number, table, labels = self._desk, self.view.key, self._number, self._table, self._labels
        language = terms.window_language()

        def gather() -> MeetingState | None:
            room = load_meeting_state(desk, key, number, language, table=table, first=first)
            for place in (
                ()
                if room is None
                else (
                    *room.table.places,
                    *room.matrix.places,
                    *(one.place for one in room.interventions if one.place),
                )
            ):
                labels(place)
            return room

        self._job = self._tasks.read(gather, while_alive(self.view, lambda room: self._show(room, opens=opens)))

    def _show(self, room: MeetingState | None, *, opens: bool) -> None:
        view = self._view()
        self._job = None
        if room is None:  # it went to the trash
            self._navigate.close_page(view)
            return
        self.state, self._number = room, room.number
        self.capture.number, self.capture.reader = room.number, room.line_reader
        held = room.entry.library_documents
        if opens or (view.document is None and held):
            self._show_document(held[0].id if held else None)
        missing = [str(paper.reference) for paper in room.entry.documents if paper.library_document is None]
        text = self.tr("No document for this item is in the library. Missing: {names}. Drop it here or press {key}.")
        none = self.tr("No document is linked to this item. Interventions are still recorded.")
        view.show_empty_message(
            text.format(names=", ".join(missing), key=key_bindings.first_key_text("action_bring_in"))
            if missing
            else none
        )
        self.agenda.show_meeting(room, self._date_text(room.meeting))
        view.show_meeting(room, self._labels)
        self._navigate.rename_page(view, self._meeting_name(room.meeting))
        lines = {one.line.id: one.line for one in room.interventions}
        self.capture.set_lines(list(lines.values()))
        self._show_interventions()
        self.matrix_pane.show_matrix(self._matrix_title(), room.matrix, self._labels, self.capture.place())
        view.line.parse_again()
        self._show_item_and_time()
        self._show_status()
        self._show_report()

    def _show_document(self, document: DocumentId | None) -> None:
        view = self._view()
        address = (
            self._context.settings.place_in_document(document)
            if document is not None and view.document != document
            else None
        )
        view.show_document(document, address)
        reader = view.reader()
        if reader is not None and reader.library_document() is not None:
            self.set_reader(reader)
        elif document is None:
            self.matrix_pane.show_position_entry("", None)

    def _show_interventions(self) -> None:
        view, room, place = self._view(), self.state, self.capture.place()
        if room is None:
            return
        if self._shows_paragraph and place is not None:
            desk = self._desk
            self._tasks.read(
                lambda: (
                    desk.meetings.interventions_for_place(place),
                    {one.id: one.date for one in desk.meetings.all() if one.id != view.key},
                ),
                while_alive(view, lambda found: self._show_paragraph_interventions(place, *found)),
            )
            return
        empty = self.tr("No interventions yet. Type delegation, sign, place and words, e.g. DE+ 10 agrees")
        view.interventions.show_interventions(room.interventions, room.entries, self._labels, "", empty)

    def _show_paragraph_interventions(
        self, place: Place, said: list[Intervention], days: dict[MeetingId, date | None]
    ) -> None:
        if self._shows_paragraph and self.state is not None and place == self.capture.place():
            head, label = self.tr("Interventions on {place}, all meetings"), self._labels(place)
            again = key_bindings.fill_in_keys(self.tr("{key} to return to the item"), key="action_said_here")
            head = " · ".join(filter(None, (head, again)))
            empty = self.tr("No interventions yet.")
            self._view().interventions.show_interventions(
                said, self.state.entries, self._labels, head.format(place=label), empty, days
            )

    def toggle_paragraph_interventions(self) -> None:
        """Show what was said on the paragraph at hand, in this and in all other meetings, or on the item again."""
        if self.view is not None and self.capture.place() is not None:
            self._shows_paragraph = not self._shows_paragraph
            self._show_interventions()

    def set_reader(self, reader: ReaderView) -> None:
        """Be about the paragraph at hand of the reader in front."""
        view = self.view
        if view is None or reader is not view.reader():
            return
        place = reader.place()
        self._context.settings.remember_place(place)
        self._show_status()
        self.matrix_pane.table.set_current_place(place)
        self.capture.on_place_changed(place)
        view.line.parse_again()
        if place is not None:
            desk, labels = self._desk, self._labels
            self._tasks.read(
                lambda: (labels(place), load_own_entry(desk, place)),
                while_alive(view, lambda found: self._show_own_entry(place, *found)),
            )
        if self._shows_paragraph:
            self._show_interventions()

    def _show_own_entry(self, place: Place, label: str, item: PositionEntry | None) -> None:
        if place == self.capture.place():
            self.matrix_pane.show_position_entry(label, item)

    def _show_item_and_time(self) -> None:
        if self.view is not None:
            now = datetime.now().astimezone()
            item = self.tr("item {n}").format(n=self._number) if self._number else self.tr("meeting as a whole")
            self.view.line.item_label.setText(f"{item} · {now:%H:%M}")

    def _show_status(self) -> None:
        room = self.state
        if room is None or not self.is_on:
            return
        said = terms.format_count(len(room.interventions), self.tr("1 intervention"), self.tr("{n} interventions"))
        heard = terms.format_count(room.speaker_count, self.tr("1 delegation"), self.tr("{n} delegations"))
        self._view().show_status(room.marking, f"{said} · {heard}")

    def _show_report(self) -> None:
        """Fill the report's tab while it is in front: as it circulates, so that it can be copied into a mail."""
        view = self.view
        if view is None or view.current_page() != REPORT:
            return
        desk, key = self._desk, view.key
        self._tasks.read(
            lambda: desk.export.mail(key, ExportKind.REPORT, ExportOptions()).text,
            while_alive(view, view.show_report),
        )

    def _on_table_requested(self, number: str | None) -> None:
        self._table = number
        self._load()

    def show_matrix(self) -> None:
        """Bring the matrix of the meeting in front, or the item again."""
        if self.view is not None:
            self.view.toggle_page(MATRIX)
            (self.view.matrix_table if self.view.current_page() == MATRIX else self.view.line).setFocus()

    def show_report(self) -> None:
        """Bring the report in front, or the item again."""
        if self.view is not None:
            self.view.toggle_page(REPORT)
            (self.view.report_text if self.view.current_page() == REPORT else self.view.line).setFocus()

    def _view(self) -> MeetingView:
        assert self.view is not None  # whoever asks was called by it
        return self.view

    def _key(self) -> MeetingId:
        return self._view().key

    def _matrix_title(self) -> str:
        return self.tr("Matrix · item {n}").format(n=self._number) if self._number else self.tr("Matrix")

    def _date_text(self, meeting: Meeting) -> str:
        day = format_day(meeting.date) if meeting.date else ""
        return " · ".join(part for part in (day, f"{meeting.time:%H.%M}" if meeting.time else "") if part)

    def _meeting_name(self, meeting: Meeting) -> str:
        return meeting.body or self.tr("Meeting")

    def go_to_place(self, place: Place) -> None:
        """Take a place of the meeting's documents to hand."""
        view = self._view()
        if view.document != place.document:
            self._show_document(place.document)
            view.show_document(place.document, place.address or None)
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
            self._tasks.write(lambda: self._desk.meetings.reparse_after_changes(changes), behind=True)
        if self.view is None:
            return
        if changes.documents or changes.settings or self._key() in changes.meetings:
            self._load()
        reader = self.view.reader() if self.view is not None else None
        if changes.positions and reader is not None:
            self.set_reader(reader)
