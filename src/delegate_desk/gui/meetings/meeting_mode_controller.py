"""Sitting in a meeting: F5 gives the three columns to it; the panes follow what is said and the paragraph at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.meetings.agenda import agenda_reference
from delegate_desk.core.meetings.meeting import AgendaItem, Meeting, MeetingId
from delegate_desk.gui.context import Context
from delegate_desk.gui.meetings.agenda_view import read_item
from delegate_desk.gui.meetings.capture_line import CaptureChip, CaptureLine, is_typing_key
from delegate_desk.gui.meetings.meeting_model import find_meeting, is_notice, item_for_document
from delegate_desk.gui.meetings.meeting_panes import MeetingPanes
from delegate_desk.gui.meetings.meeting_view import MeetingView, NewMeetingView
from delegate_desk.gui.meetings.vote_dialog import VoteDialog
from delegate_desk.gui.reader.document_view import DocumentView
from delegate_desk.gui.reader.reader_view import ReaderView
from delegate_desk.gui.widgets.basic_widgets import while_alive
from delegate_desk.gui.widgets.physical_keys import physical_letter

if TYPE_CHECKING:
    from collections.abc import Callable


_BY_HEADING = "JK"


class MeetingKeyFilter(QObject):
    """A filter on the lists and the text of a meeting.

    On the lists all that is typed goes to the line; on the text digits and capitals do, for small letters are the
    keys of annotations there. Esc goes to the line from everywhere.
    """

    def __init__(self, line: Callable[[], CaptureLine | None], parent: QObject) -> None:
        super().__init__(parent)
        self._line = line

    def watch(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        line = self._line()
        if not isinstance(event, QKeyEvent) or line is None or not self._is_meeting_key(watched, event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            line.focus()
        else:
            line.type(event.text())
        return True

    def _is_meeting_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return not isinstance(watched, DocumentView) or watched.selection.is_empty()
        if not is_typing_key(event):
            return False
        if not isinstance(watched, DocumentView):
            return True
        text = event.text()
        by_heading = chr(event.key()) in _BY_HEADING if 0 < event.key() < 128 else False
        return text.isdigit() or (text.isupper() and not by_heading and physical_letter(event) not in ("J", "K"))


_LEFT, _MIDDLE, _RIGHT = 208, 480, 232


class MeetingModeController(MeetingPanes):
    def __init__(self, context: Context, speaker_label: QLabel) -> None:
        super().__init__(context, speaker_label)
        self._previous_tab: QWidget | None = None
        self.form = NewMeetingView(context.window)
        self.form.hide()
        self._keys = MeetingKeyFilter(lambda: self.view.line if self.view is not None else None, self)
        self._keys.watch(self.agenda.list, self.matrix_pane.table)
        self._connect()

    def _connect(self) -> None:
        agenda, meetings, tasks = self.agenda, self._desk.meetings, self._tasks
        agenda.item_requested.connect(self.go_to_item)
        agenda.document_requested.connect(self._open_document)
        agenda.added.connect(self._add_item)
        agenda.left.connect(self.focus_line)
        agenda.removal_requested.connect(lambda number: tasks.write(lambda: meetings.remove_item(self._key(), number)))
        self.form.meeting_entered.connect(self._create_meeting)
        self.form.left.connect(self._on_form_left)
        self._navigate.page_changed.connect(self._on_page_changed)

    # Coming and going

    def toggle(self) -> None:
        if self.is_on:
            self._navigate.leave_page(self._view(), self._previous_tab)
            return
        desk, document = self._desk, self._target_document()

        def find() -> tuple[Meeting | DocumentId | None, str | None]:
            found = find_meeting(desk, document)
            return found, item_for_document(desk, found, document) if isinstance(found, Meeting) else None

        self._tasks.read(find, lambda found: self._open_found(*found))

    def _target_document(self) -> DocumentId | None:
        chosen = self._navigate.library_selection() if self._navigate.is_library_focused() else []
        return chosen[0].id if chosen else self._navigate.current_document()

    def start_manually(self) -> None:
        self._navigate.show_in_left_column(self.form)
        self.form.start(datetime.now().astimezone().date())

    def open(self, key: MeetingId, number: str | None = None) -> None:
        self._drop_closed_meeting()
        if self.view is not None and self.view.key != key:
            self._navigate.close_page(self.view)
            self._drop_closed_meeting()
        is_new = self.view is None
        if is_new:
            self.view = MeetingView(self._desk, self._tasks, key, self.capture.parse, self.capture.place_label)
            self._connect_view(self.view)
        draft = self._desk.capture_draft.get() if is_new else None
        mine = draft if draft is not None and draft.meeting == key else None
        if number is None and mine is not None:
            number = mine.item
        if number is not None or is_new:
            self._number = number
        if not self.is_on:
            self._previous_tab = self._navigate.current_page()
        self._navigate.show_page(self._view(), self.tr("Meeting"))
        self._load(first=is_new and number is None, opens=True)
        if mine is not None:
            self.capture.number = mine.item
            self.capture.restore_draft(mine)
        self.focus_line()

    def _connect_view(self, view: MeetingView) -> None:
        view.agenda, view.matrix_pane = self.agenda, self.matrix_pane
        self.capture.connect_view(view)
        self.state, self._table, self._shows_paragraph = None, None, False
        view.reader_made.connect(self._on_reader_made)
        view.table_requested.connect(self._on_table_requested)
        view.line.left.connect(self.focus_text)
        view.line.page_key_pressed.connect(self._scroll_reader)
        view.interventions.opened.connect(self.go_to_place)
        view.matrix_table.place_requested.connect(self.go_to_place)
        view.matrix_table.cell_requested.connect(self.matrix_pane.show_history)
        view.page_changed.connect(lambda _: self._show_report())
        self._keys.watch(view.interventions.list, view.matrix_table, view.item_combo, view.ui.tab_bar, view.report_text)

    def on_documents_imported(self, came: Sequence[DocumentId]) -> bool:
        """Stay in the meeting while documents come in, a newer version of its agenda among them; False without one."""
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
            view.line.show_chip(CaptureChip(text, "support"))

        self._tasks.read(lambda: [documents.get(key) for key in came], while_alive(view, show))
        return True

    def _on_page_changed(self) -> None:
        self._drop_closed_meeting()
        self._navigate.show_in_left_column(None)
        if self.is_on:
            self._minute.start()
            self._show_status()
        else:
            self.capture.speaking.end()
            self._minute.stop()

    def focus_text(self) -> None:
        self._navigate.show_side_pane()
        reader = self._view().reader()
        (reader.paper if reader is not None else self.agenda.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_found(self, found: Meeting | DocumentId | None, item: str | None) -> None:
        if found is None:
            self.start_manually()
        elif isinstance(found, Meeting):
            self.open(found.id, item)
        else:
            self._tasks.write(
                lambda: self._desk.meetings.from_document(found),
                lambda changes: self.open(next(iter(changes.meetings))),
            )

    def _create_meeting(self, body: str, day: date | None, begins: time | None) -> None:
        """Make a meeting by hand; the document in front is its first item."""
        desk, key = self._desk, self._navigate.current_document()

        def create() -> Changes:
            meeting = desk.meetings.new(body, day, begins=begins)
            document = desk.documents.get(key) if key is not None else None
            if document is not None and document.header.reference is not None and not is_notice(document):
                title = document.header.subject or document.name
                meeting = replace(meeting, items=(AgendaItem("1", title, (document.header.reference,)),))
            return desk.meetings.save(meeting)

        self._navigate.show_in_left_column(None)
        self._tasks.write(create, lambda changes: self.open(next(iter(changes.meetings))))

    def _on_form_left(self) -> None:
        self._navigate.show_in_left_column(None)
        self._navigate.focus_text()

    # The agenda

    def go_to_item(self, number: str | None) -> None:
        if self.view is not None:
            self._number = self.capture.number = number  # a line that is typed at once is on this item already
            self._shows_paragraph = False
            entry = next((one for one in self.state.entries if one.number == number), None) if self.state else None
            if entry is not None:
                self._show_document(entry.library_documents[0].id if entry.library_documents else None)
            self._load(opens=entry is None)
            self.focus_line()

    def step_item(self, by: int) -> None:
        if self.state is None:
            return
        numbers = [entry.number for entry in self.state.entries]
        at = numbers.index(self._number) + by if self._number in numbers else 0
        if 0 <= at < len(numbers):
            self.go_to_item(numbers[at])

    def count_vote(self) -> None:
        self._drop_closed_meeting()
        if self.state is not None:
            self.agenda.vote.open_dialog()
        else:
            self._tasks.read(
                self._desk.voting.tables,
                lambda tables: VoteDialog(self._desk, self._tasks, tables, self._context.window).open(),
            )

    def add_item(self) -> None:
        self._navigate.show_in_left_column(self.agenda)
        self.agenda.add_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_item(self, typed: str) -> None:
        title, named = read_item(typed)
        key, meetings = self._key(), self._desk.meetings
        self._tasks.write(
            lambda: meetings.add_item(key, title, documents=named),
            lambda _: self._tasks.read(lambda: meetings.get(key).items[-1].number, self.go_to_item),
        )

    def _open_document(self, number: str | None, document: DocumentId) -> None:
        if number != self._number:
            self.go_to_item(number)
        self._show_document(document)
        self.focus_line()

    # Hands

    def _on_reader_made(self, reader: ReaderView) -> None:
        self._navigate.prepare_reader(reader)
        reader.place_changed.connect(lambda _: self.set_reader(reader))
        self._keys.watch(reader.paper)

    def _scroll_reader(self, event: object) -> None:
        reader = self._view().reader()
        if reader is not None:
            reader.paper.keyPressEvent(event)  # type: ignore[arg-type]  # a signal carries any object
