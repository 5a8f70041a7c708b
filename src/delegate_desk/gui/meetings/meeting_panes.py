"""Content of the three columns in meeting mode: it follows the interventions and the current paragraph."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.meetings.meeting import Intervention, Meeting, MeetingId
from delegate_desk.core.positions.export_options import ReportKind, ReportOptions
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.gui.meetings.agenda_view import AgendaView
from delegate_desk.gui.meetings.capture_controller import Catching
from delegate_desk.gui.meetings.matrix_pane import MatrixPane
from delegate_desk.gui.meetings.meeting_model import MeetingState, ShortPlaceLabels, day_of, load, our_line
from delegate_desk.gui.meetings.meeting_view import ITEM, MATRIX, REPORT, MeetingView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.tasks import Ticket
from delegate_desk.gui.widgets import key_bindings
from delegate_desk.gui.widgets.basic_widgets import while_there
from delegate_desk.gui.widgets.labels import terms

if TYPE_CHECKING:
    from delegate_desk.gui.shell.main_window import MainWindow

_MINUTE = 15_000


class RoomPanes(QObject):
    """Fills the panes of one meeting.

    Attributes:
        view: The tab of the meeting, None while none is open.
        room: What is known of it.
        agenda: In the left column.
        pane: In the right column: the matrix and our line.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._tasks = window.desk, window.tasks
        self._labels = ShortPlaceLabels(window.desk)
        self._ticket: Ticket | None = None
        self._number: str | None = None
        self._table: str | None = None
        self._here = False
        self.view: MeetingView | None = None
        self.room: MeetingState | None = None
        self.catching = Catching(window, self)
        self.agenda = AgendaView(window.desk, window.tasks)
        self.pane = MatrixPane()
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._show_where)
        self.pane.table.place_asked.connect(self.go_to_place)
        window.tasks.changed.connect(self._follow)

    @property
    def is_on(self) -> bool:
        """True while the meeting has the window."""
        return self.view is not None and self._window.tabs.currentWidget() is self.view

    def focus_line(self) -> None:
        """Give the keys to the capture line."""
        if self.view is not None:
            self._window.ui.right_column.setCurrentWidget(self.pane)
            self.view.line.focus()

    def _mind_closing(self) -> None:
        """Forget a meeting whose tab was closed."""
        if self.view is not None and (not isValid(self.view) or self._window.tabs.indexOf(self.view) < 0):
            self.view = self.catching.view = None
            self.room = None

    # What is shown

    def _load(self, *, first: bool = False, opens: bool = False) -> None:
        """Gather the meeting; one look at a time."""
        if self.view is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        desk, key, number, table, labels = self._desk, self.view.key, self._number, self._table, self._labels
        language = terms.window_language()

        def gather() -> MeetingState:
            room = load(desk, key, number, language, table=table, first=first)
            for place in (*room.table.places, *room.matrix.places, *(one.place for one in room.said if one.place)):
                labels(place)
            return room

        self._ticket = self._tasks.read(gather, while_there(self.view, lambda room: self._show(room, opens=opens)))

    def _show(self, room: MeetingState, *, opens: bool) -> None:
        view = self._view()
        self._ticket = None
        self.room, self._number = room, room.number
        self.catching.number = room.number
        held = room.entry.held
        if opens or (view.document is None and held):
            self._show_paper(held[0].id if held else None)
        missing = [str(paper.reference) for paper in room.entry.papers if paper.held is None]
        text = self.tr("No document for this item is in the library. Missing: {names}. Drop it here or press {key}.")
        none = self.tr("No document is linked to this item. Interventions are still recorded.")
        view.say_empty(
            text.format(names=", ".join(missing), key=key_bindings.key("action_bring_in")) if missing else none
        )
        self.agenda.show_room(room, self._when(room.meeting))
        view.show_room(room, self._labels)
        self._window.tabs.name_meeting(view, self._name(room.meeting))
        lines = {one.line.id: one.line for one in room.said}
        self.catching.remember(list(lines.values()))
        self._show_said()
        self.pane.show_matrix(self._head(), room.matrix, self._labels, self.catching.place())
        view.line.again()
        self._show_where()
        self._show_status()
        self._show_report()

    def _show_paper(self, document: DocumentId | None) -> None:
        view = self._view()
        address = self._window.memory.place(document) if document is not None and view.document != document else None
        view.show_paper(document, address)
        reader = view.reader()
        if reader is not None and reader.held() is not None:
            self.follow(reader)
        elif document is None:
            self._window.annotations.show_place(None)
            self.pane.show_line("", None)

    def _show_said(self) -> None:
        view, room, place = self._view(), self.room, self.catching.place()
        if room is None:
            return
        if self._here and place is not None:
            desk = self._desk
            self._tasks.read(
                lambda: (
                    desk.meetings.on(place),
                    {one.id: one.date for one in desk.meetings.all() if one.id != view.key},
                ),
                while_there(view, lambda found: self._show_here(place, *found)),
            )
            return
        empty = self.tr("No interventions yet. Type delegation, sign, place and words, e.g. DE+ 10 agrees")
        view.said.show_said(room.said, room.entries, self._labels, "", empty)

    def _show_here(self, place: Place, said: list[Intervention], days: dict[MeetingId, date | None]) -> None:
        if self._here and self.room is not None and place == self.catching.place():
            head, label = self.tr("Interventions on {place}, all meetings"), self._labels(place)
            again = key_bindings.say(self.tr("{key} to return to the item"), key="action_said_here")
            head = " · ".join(filter(None, (head, again)))
            empty = self.tr("No interventions yet.")
            self._view().said.show_said(said, self.room.entries, self._labels, head.format(place=label), empty, days)

    def switch_here(self) -> None:
        """Show what was said on the paragraph at hand, in this and in all other meetings, or on the item again."""
        if self.view is not None and self.catching.place() is not None:
            self._here = not self._here
            self._show_said()

    def follow(self, reader: ReaderView) -> None:
        """Be about the paragraph at hand of the reader in front."""
        view = self.view
        if view is None or reader is not view.reader():
            return
        place = reader.place()
        self._window.annotations.show_place(place)
        self._window.memory.note_place(place)
        self._window.commands.fit()
        self._show_status()
        self.pane.table.follow(place)
        self.catching.mind_place(place)
        view.line.again()
        if place is not None:
            desk, labels = self._desk, self._labels
            self._tasks.read(
                lambda: (labels(place), our_line(desk, place)),
                while_there(view, lambda found: self._show_line(place, *found)),
            )
        if self._here:
            self._show_said()

    def _show_line(self, place: Place, label: str, item: PositionEntry | None) -> None:
        if place == self.catching.place():
            self.pane.show_line(label, item)

    def _show_where(self) -> None:
        if self.view is not None:
            now = datetime.now().astimezone()
            item = self.tr("item {n}").format(n=self._number) if self._number else self.tr("meeting as a whole")
            self.view.line.where_label.setText(f"{item} · {now:%H:%M}")

    def _show_status(self) -> None:
        room = self.room
        if room is None or not self.is_on:
            return
        said = terms.counted(len(room.said), self.tr("1 intervention"), self.tr("{n} interventions"))
        heard = terms.counted(room.spoken, self.tr("1 delegation"), self.tr("{n} delegations"))
        self._window.status.show_marking(room.marking)
        self._window.status.show_text(f"{said} · {heard}")

    def _show_report(self) -> None:
        """Fill the report's tab while it is in front: as it circulates, so that it can be copied into a mail."""
        view = self.view
        if view is None or view.page() != REPORT:
            return
        desk, key = self._desk, view.key
        self._tasks.read(
            lambda: desk.reports.text(ReportKind.REPORT, key, ReportOptions()), while_there(view, view.show_report)
        )

    def _choose_table(self, number: str | None) -> None:
        self._table = number
        self._load()

    def show_matrix(self) -> None:
        """Bring the matrix of the meeting in front, or the item again."""
        if self.view is not None:
            self.view.turn_to(MATRIX)
            (self.view.table if self.view.page() == MATRIX else self.view.line).setFocus()

    def show_report(self) -> None:
        """Bring the report in front, or the item again."""
        if self.view is not None:
            self.view.turn_to(REPORT)
            (self.view.report_text if self.view.page() == REPORT else self.view.line).setFocus()

    def _view(self) -> MeetingView:
        assert self.view is not None  # whoever asks was called by it
        return self.view

    def _key(self) -> MeetingId:
        return self._view().key

    def _head(self) -> str:
        return self.tr("Matrix · item {n}").format(n=self._number) if self._number else self.tr("Matrix")

    def _when(self, meeting: Meeting) -> str:
        day = day_of(meeting.date) if meeting.date else ""
        return " · ".join(part for part in (day, f"{meeting.time:%H.%M}" if meeting.time else "") if part)

    def _name(self, meeting: Meeting) -> str:
        return meeting.body or self.tr("Meeting")

    def go_to_place(self, place: Place) -> None:
        """Take a place of the meeting's documents to hand."""
        view = self._view()
        if view.document != place.document:
            self._show_paper(place.document)
            view.show_paper(place.document, place.address or None)
        reader = view.reader()
        if reader is not None and place.address:
            reader.go_to(place.address)
        if view.page() != ITEM:
            view.turn_to(ITEM)
        self.focus_line()

    def _follow(self, changes: Changes) -> None:
        self._mind_closing()
        if changes.documents:
            self._labels.forget()
            self.catching.forget_places()
            self._tasks.write(lambda: self._desk.meetings.follow(changes), behind=True)
        if self.view is None:
            return
        touched = self._key() in changes.meetings
        if touched and self._key() not in {one.id for one in self._desk.meetings.all()}:
            self._window.tabs.close_tab(self._window.tabs.indexOf(self._view()))
        elif changes.documents or changes.settings or touched:
            self._load()
        reader = self.view.reader() if self.view is not None else None
        if changes.positions and reader is not None:
            self.follow(reader)
