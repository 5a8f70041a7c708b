"""Sitting in a meeting: F5 gives the three columns to it; the panes follow what is said and the paragraph at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents import DocumentId, Place
from delegate_desk.core.export import ReportKind, ReportOptions
from delegate_desk.core.meetings import AgendaItem, Intervention, Meeting, MeetingId
from delegate_desk.core.positions import Item
from delegate_desk.gui import names
from delegate_desk.gui.catching import Catching
from delegate_desk.gui.models.agenda import read_item
from delegate_desk.gui.models.meeting import Labels, Room, day_of, find, item_of, load, our_line
from delegate_desk.gui.sittingkeys import SittingKeys
from delegate_desk.gui.tasks import Ticket
from delegate_desk.gui.views.agenda import AgendaView
from delegate_desk.gui.views.capture_line import has_focus
from delegate_desk.gui.views.matrix_pane import MatrixPane
from delegate_desk.gui.views.meeting import MATRIX, REPORT, MeetingView
from delegate_desk.gui.views.new_meeting import NewMeetingView
from delegate_desk.gui.views.parts import while_there
from delegate_desk.gui.views.reader import ReaderView

if TYPE_CHECKING:
    from delegate_desk.gui.main_window import MainWindow

_MINUTE = 15_000


class Sitting(QObject):
    """Arranges the window for a meeting, and takes the arrangement back.

    Attributes:
        view: The tab of the meeting, None while none is open.
        room: What is known of it.
        agenda, form: In the left column: its agenda, and the fields of a meeting made by hand.
        pane: In the right column: the matrix and our line.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk, self._tasks = window.desk, window.tasks
        self._labels = Labels(window.desk)
        self._ticket: Ticket | None = None
        self._number: str | None = None
        self._table: str | None = None
        self._here = False
        self._arranged = False
        self.view: MeetingView | None = None
        self.room: Room | None = None
        self.catching = Catching(window, self)
        self.agenda = AgendaView(window.desk, window.tasks)
        self.form = NewMeetingView()
        self.pane = MatrixPane()
        self._keys = SittingKeys(lambda: self.view.line if self.view is not None else None, self)
        for widget in (self.agenda, self.form):
            window.ui.left_layout.addWidget(widget)
            widget.hide()
        window.ui.right_column.addWidget(self.pane)
        self._keys.watch(self.agenda.list, self.pane.table)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self._show_where)
        self._connect()

    def _connect(self) -> None:
        agenda, meetings, tasks = self.agenda, self._desk.meetings, self._tasks
        agenda.item_asked.connect(self.go_to_item)
        agenda.paper_asked.connect(self._open_paper)
        agenda.added.connect(self._add_item)
        agenda.left.connect(self.focus_line)
        agenda.remove_asked.connect(lambda number: tasks.write(lambda: meetings.remove_item(self._key(), number)))
        self.form.made.connect(self._make)
        self.form.left.connect(self._leave_form)
        self.pane.table.place_asked.connect(self.go_to_place)
        tasks.changed.connect(self._follow)

    # Coming and going

    @property
    def is_on(self) -> bool:
        """True while the meeting has the window."""
        return self.view is not None and self._window.tabs.currentWidget() is self.view

    def switch(self) -> None:
        """Sit down in the meeting that is meant, or leave it."""
        if self.is_on:
            self._window.tabs.leave(self._view())
            return
        document = self._meant()
        self._tasks.read(lambda: find(self._desk, document), self._enter)

    def _meant(self) -> DocumentId | None:
        """The document chosen in the library while the keys are there, else the one in front."""
        chosen = self._window.documents.current() if has_focus(self._window.documents) else None
        return chosen.id if chosen else self._window.document_in_front()

    def begin_by_hand(self) -> None:
        """Offer the fields of a new meeting in the left column."""
        ui = self._window.ui
        ui.action_left.setChecked(True)
        self.agenda.hide()
        self._window.documents.hide()
        self.form.show()
        self.form.begin(datetime.now().astimezone().date())

    def open(self, key: MeetingId, number: str | None = None) -> None:
        """Sit down in a meeting, on an item or where one was."""
        tabs = self._window.tabs
        self._mind_closing()
        if self.view is not None and self.view.key != key:
            tabs.close_tab(tabs.indexOf(self.view))
            self._mind_closing()
        is_new = self.view is None
        if is_new:
            self.view = MeetingView(self._desk, self._tasks, key, self.catching.understand, self.catching.cite)
            self._serve(self.view)
        draft = self._desk.drafts.get() if is_new else None
        mine = draft if draft is not None and draft.meeting == key else None
        if number is None and mine is not None:
            number = mine.item
        if number is not None or is_new:
            self._number = number
        tabs.open_meeting(self._view())
        self._load(first=is_new and number is None, opens=True)
        if mine is not None:
            self.catching.number = mine.item
            self.catching.take_draft(mine)
        self.focus_line()

    def _serve(self, view: MeetingView) -> None:
        self.catching.serve(view)
        self.room, self._table, self._here = None, None, False
        view.reader_made.connect(self._take_reader)
        view.table_asked.connect(self._choose_table)
        view.line.left.connect(self._leave_line)
        view.line.turned.connect(self._turn_page)
        view.said.opened.connect(self.go_to_place)
        view.table.place_asked.connect(self.go_to_place)
        view.table.cell_asked.connect(self.pane.show_history)
        view.page_changed.connect(lambda _: self._show_report())
        self._keys.watch(view.said.list, view.table, view.ui.tab_bar, view.report_text)

    def attend(self) -> bool:
        """Give the columns to the meeting, or back to the library; True where a meeting is in front."""
        self._mind_closing()
        window, on = self._window, self.is_on
        if not on and not self._arranged:
            return False
        self._arranged = on
        self.form.hide()
        self.agenda.setVisible(on)
        window.documents.setVisible(not on)
        window.tabs.tabBar().setVisible(not on)
        if not on:
            self.catching.speaking.end()
            self._minute.stop()
            return False
        self._minute.start()
        window.ui.right_column.setCurrentWidget(self.pane)
        window.ui.walk_label.setText(self.tr("F5 leaves"))
        self._show_status()
        return True

    def focus_line(self) -> None:
        """Give the keys to the capture line."""
        if self.view is not None:
            self._window.ui.right_column.setCurrentWidget(self.pane)
            self.view.line.focus()

    def _mind_closing(self) -> None:
        """Forget a meeting whose tab was closed."""
        if self.view is not None and self._window.tabs.indexOf(self.view) < 0:
            self.view = self.catching.view = None
            self.room = None

    def _enter(self, found: Meeting | DocumentId | None) -> None:
        """Sit down in a meeting that was found, in one that a document calls, or begin one by hand."""
        if found is None:
            self.begin_by_hand()
        elif isinstance(found, Meeting):
            document = self._meant()
            self.open(found.id, item_of(self._desk, found, document))
        else:
            self._tasks.write(
                lambda: self._desk.meetings.from_document(found),
                lambda changes: self.open(next(iter(changes.meetings))),
            )

    def _make(self, body: str, day: date | None, begins: time | None) -> None:
        """Make a meeting by hand; the document in front is its first item."""
        meetings, document = self._desk.meetings, self._window.document_in_front()
        held = self._desk.documents.get(document) if document is not None else None
        made = meetings.new(body, day, begins=begins)
        if held is not None and held.header.reference is not None:
            title = held.header.subject or held.name
            made = replace(made, items=(AgendaItem("1", title, (held.header.reference,)),))
        self.form.hide()
        self._tasks.write(lambda: meetings.save(made), lambda _: self.open(made.id))

    def _leave_form(self) -> None:
        self.form.hide()
        (self.agenda if self.is_on else self._window.documents).show()
        self._window.focus_text()

    # The agenda

    def go_to_item(self, number: str | None) -> None:
        """Take an item to hand, with its document."""
        if self.view is not None:
            self._number = number
            self._here = False
            self._load(opens=True)
            self.focus_line()

    def step_item(self, by: int) -> None:
        """Take the next or the previous item to hand."""
        if self.room is None:
            return
        numbers = [entry.number for entry in self.room.entries]
        at = numbers.index(self._number) + by if self._number in numbers else 0
        if 0 <= at < len(numbers):
            self.go_to_item(numbers[at])

    def add_item(self) -> None:
        """Give the keys to the field for another item."""
        self._window.ui.action_left.setChecked(True)
        self.agenda.add_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_item(self, typed: str) -> None:
        title, named = read_item(typed)
        key, meetings = self._key(), self._desk.meetings
        before = {item.number for item in self.room.meeting.items} if self.room else set()

        def go(_: Changes) -> None:
            added = [item.number for item in meetings.get(key).items if item.number not in before]
            self.go_to_item(added[-1] if added else self._number)

        self._tasks.write(lambda: meetings.add_item(key, title, documents=named), go)

    def _open_paper(self, number: str | None, document: DocumentId) -> None:
        if number != self._number:
            self.go_to_item(number)
        self._show_paper(document)
        self.focus_line()

    # What is shown

    def _load(self, *, first: bool = False, opens: bool = False) -> None:
        """Gather the meeting; one look at a time."""
        if self.view is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        desk, key, number, table, labels = self._desk, self.view.key, self._number, self._table, self._labels
        language = names.window_language()

        def gather() -> Room:
            room = load(desk, key, number, language, table=table, first=first)
            for place in (*room.table.places, *room.matrix.places, *(one.place for one in room.said if one.place)):
                labels(place)
            return room

        self._ticket = self._tasks.read(gather, while_there(self.view, lambda room: self._show(room, opens=opens)))

    def _show(self, room: Room, *, opens: bool) -> None:
        view = self._view()
        self._ticket = None
        self.room, self._number = room, room.number
        self.catching.number = room.number
        held = room.entry.held
        if opens or (view.document is None and held):
            self._show_paper(held[0].id if held else None)
        missing = [str(paper.reference) for paper in room.entry.papers if paper.held is None]
        text = self.tr("No document of this item is held. Missing: {names}. Drop it here, or Ctrl+O.")
        none = self.tr("This item names no document. What is said is kept all the same.")
        view.say_empty(text.format(names=", ".join(missing)) if missing else none)
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
                lambda: (desk.meetings.on(place), {one.id: one.date for one in desk.meetings.all()}),
                while_there(view, lambda found: self._show_here(place, *found)),
            )
            return
        empty = self.tr("Nothing was said on this item yet. Type who speaks, a sign, where, and words: DE+ 10 agrees")
        view.said.show_said(room.said, room.entries, self._labels, "", empty)

    def _show_here(self, place: Place, said: list[Intervention], days: dict[MeetingId, date | None]) -> None:
        if self._here and self.room is not None and place == self.catching.place():
            head = self.tr("Said on {place}, in all meetings · Ctrl+H shows the item again")
            label = self._labels(place)
            empty = self.tr("Nothing was said on it yet.")
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
        self._show_status()
        self.pane.table.follow(place)
        view.line.again()
        if place is not None:
            desk, labels = self._desk, self._labels
            self._tasks.read(
                lambda: (labels(place), our_line(desk, place)),
                while_there(view, lambda found: self._show_line(place, *found)),
            )
        if self._here:
            self._show_said()

    def _show_line(self, place: Place, label: str, item: Item | None) -> None:
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
        said = names.counted(len(room.said), self.tr("1 intervention"), self.tr("{n} interventions"))
        heard = names.counted(room.spoken, self.tr("1 delegation"), self.tr("{n} delegations"))
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

    # Hands

    def go_to_place(self, place: Place) -> None:
        """Take a place of the meeting's documents to hand."""
        view = self._view()
        if view.document != place.document:
            self._show_paper(place.document)
            view.show_paper(place.document, place.address or None)
        reader = view.reader()
        if reader is not None and place.address:
            reader.go_to(place.address)
        if view.page() != 0:
            view.turn_to(0)
        self.focus_line()

    def _take_reader(self, reader: ReaderView) -> None:
        self._window.tabs.dress_reader(reader)
        self._keys.watch(reader.paper)

    def _leave_line(self) -> None:
        reader = self._view().reader()
        (reader.paper if reader is not None else self.agenda.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _turn_page(self, event: object) -> None:
        reader = self._view().reader()
        if reader is not None:
            reader.paper.keyPressEvent(event)  # type: ignore[arg-type]  # a signal carries any object

    def _follow(self, changes: Changes) -> None:
        self._mind_closing()
        if changes.documents:
            self._labels.forget()
            self.catching.forget_places()
            self._tasks.write(lambda: self._desk.meetings.follow(changes), behind=True)
        if self.view is None:
            return
        if self._key() not in {one.id for one in self._desk.meetings.all()}:
            self._window.tabs.close_tab(self._window.tabs.indexOf(self._view()))
        elif changes.documents or changes.settings or self._key() in changes.meetings:
            self._load()
        reader = self.view.reader() if self.view is not None else None
        if changes.positions and reader is not None:
            self.follow(reader)

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
