"""Meetings and their agendas: read from a notice, made by hand, revised, moved to the trash."""

import logging
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import count

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId, LibraryDocument
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.errors import MeetingHeldError, NotAnAgendaError, UnknownItemError, UnknownMeetingError
from delegate_desk.core.library.edit_history import EditSubject, HistoryEdit
from delegate_desk.core.meetings.meeting import (
    Agenda,
    AgendaItem,
    LineId,
    Meeting,
    MeetingId,
    agenda_reference,
    find_item,
    merge_agendas,
)
from delegate_desk.core.values import dataclass
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores

_log = logging.getLogger(__name__)

NO_DOCUMENT = DocumentId(0)
"""The document of edits that concern meetings."""


@dataclass(frozen=True, slots=True)
class _AgendaState:
    meeting: Meeting
    agenda: DocumentId | None
    lines: Mapping[LineId, str | None]
    trashed: datetime | None = None


class Agendas:
    def __init__(self, stores: LibraryStores, history: History) -> None:
        self._store = stores.meetings
        self._documents = stores.documents
        self._database = stores.database
        self._history = history
        self.all, self.trash = self._store.all, self._store.trash

    def get(self, key: MeetingId) -> Meeting:
        """Return a meeting by its id.

        Raises:
            UnknownMeetingError: If there is none, not even in the trash.
        """
        meeting = self._store.get(key)
        if meeting is None:
            raise UnknownMeetingError(key)
        return meeting

    def find(self, name: str) -> Meeting:
        """Return the meeting by its id or by the reference of its notice, of any revision.

        Raises:
            UnknownMeetingError: If there is none.
        """
        bare = name.strip()
        meeting = self._store.get(MeetingId(bare.lower()))
        if meeting is None and (reference := parse_reference(bare)) is not None:
            meeting = self._store.by_reference(agenda_reference(reference))
        if meeting is None or self._store.trash_time(meeting.id):
            raise UnknownMeetingError(name)
        return meeting

    def item(self, key: MeetingId, number: str) -> AgendaItem:
        """Return an agenda item by its number, in upper or lower case and with or without its point.

        Raises:
            UnknownMeetingError: If there is no such meeting.
            UnknownItemError: If there is no such item.
        """
        meeting = self.get(key)
        item = find_item(meeting.items, number)
        if item is None:
            raise UnknownItemError(meeting.body, number)
        return item

    def documents(self, item: AgendaItem, language: str = "en") -> list[tuple[Reference, list[LibraryDocument]]]:
        def rank(document: LibraryDocument) -> tuple[bool, bool]:
            return document.header.language != language, document.header.language != "en"

        return [(named, sorted(self._documents.by_reference(named), key=rank)) for named in item.documents]

    def agenda(self, key: MeetingId) -> LibraryDocument | None:
        document = self._store.agenda(key)
        held = self._documents.get(document) if document is not None else None
        return held if held and not held.trashed else None

    def missing(self, key: MeetingId) -> list[Reference]:
        named = dict.fromkeys(reference for item in self.get(key).items for reference in item.documents)
        return [reference for reference in named if not self._documents.by_reference(reference)]

    # Read from a notice

    def from_document(self, document: DocumentId) -> Changes:
        """Create a meeting from a notice, or revise the meeting that an earlier version of the notice called.

        Captured lines stay on their item; an item no longer on the agenda stays at the end if it has captured lines. A
        version older than the last version read changes nothing.

        Raises:
            UnknownDocumentError: If there is no such document.
            NotAnAgendaError: If it is not the notice of a meeting.
        """
        held = self._documents.held(document)
        from delegate_desk.parsing import agenda as agendas

        agenda = agendas.read(self._documents.content(held))
        if agenda is None:
            raise NotAnAgendaError(held.name)
        printed = agendas.reference(held.header)
        reference = agenda_reference(printed) if printed else None
        with self._database.write():
            meeting = self._store.by_reference(reference) if reference else self._store.by_agenda(document)
            if meeting is None:
                key = MeetingId(str(uuid.uuid4()))
                made = Meeting(
                    key, reference, agenda.body, agenda.date, agenda.time, agenda.place, agenda.contact,
                    agenda.items, datetime.now(UTC),
                )  # fmt: skip
                _log.info("Made a meeting of document %d: %d items", document, len(made.items))
                return self._record(None, _AgendaState(made, document, {}))
            return self._revise(meeting, agenda, held)

    def _revise(self, meeting: Meeting, agenda: Agenda, document: LibraryDocument) -> Changes:
        before = self._current_state(meeting)
        last = self._documents.get(before.agenda) if before.agenda is not None else None
        printed = document.header.reference
        if last and _version(last.header.reference) > _version(printed):
            return Changes(meetings=frozenset({meeting.id}))
        again = last is not None and last.id == document.id
        in_part = again or bool(printed and printed.suffixes and len(agenda.items) < len(meeting.items))
        merged = merge_agendas(
            meeting.items,
            agenda.items,
            {item for item in before.lines.values() if item},
            in_part=in_part,
            by_number=last is not None and last.header.language != document.header.language,
        )
        revised = replace(
            meeting,
            body=agenda.body or meeting.body,
            date=agenda.date or meeting.date,
            time=agenda.time or meeting.time,
            place=agenda.place or meeting.place,
            contact=agenda.contact or meeting.contact,
            items=merged.items,
        )
        lines = {key: merged.numbers.get(item, item) if item else None for key, item in before.lines.items()}
        after = _AgendaState(revised, document.id, lines)
        return Changes(meetings=frozenset({meeting.id})) if after == before else self._record(before, after)

    # By hand

    def new(
        self,
        body: str,
        day: date | None = None,
        *,
        begins: time | None = None,
        place: str = "",
        contact: str = "",
        reference: Reference | None = None,
        items: Iterable[str] = (),
    ) -> Meeting:
        listed = tuple(AgendaItem(str(n), _line(title)) for n, title in enumerate(items, start=1))
        called = agenda_reference(reference) if reference else None
        key = MeetingId(str(uuid.uuid4()))
        return Meeting(key, called, _line(body), day, begins, _line(place), _line(contact), listed, datetime.now(UTC))

    def save(self, meeting: Meeting) -> Changes:
        """Save a meeting: add it, or replace the meeting with its id; lines stay on the items with their numbers.

        Lines on an item that no longer exists belong to the meeting as a whole.

        Raises:
            MeetingHeldError: If another meeting has its reference.
        """
        with self._database.write():
            held = self._store.get(meeting.id)
            before = self._current_state(held) if held else None
            known = {item.number for item in meeting.items}
            lines = {key: item if item in known else None for key, item in before.lines.items()} if before else {}
            return self._record(before, _AgendaState(meeting, before.agenda if before else None, lines))

    def add_item(self, key: MeetingId, title: str, *, documents: Iterable[Reference] = ()) -> Changes:
        meeting = self.get(key)
        highest = max((int(item.number) for item in meeting.items if item.number.isdecimal()), default=0)
        number = next(given for n in count() if not find_item(meeting.items, given := f"{highest + 1}{'*' * n}"))
        item = AgendaItem(number, _line(title), tuple(dict.fromkeys(documents)))
        return self.save(replace(meeting, items=(*meeting.items, item)))

    def remove_item(self, key: MeetingId, number: str) -> Changes:
        meeting, gone = self.get(key), self.item(key, number)
        return self.save(replace(meeting, items=tuple(item for item in meeting.items if item.number != gone.number)))

    def remove(self, key: MeetingId) -> Changes:
        before = self._current_state(self.get(key))
        return self._record(before, replace(before, trashed=datetime.now(UTC)))

    def restore(self, key: MeetingId) -> Changes:
        """Restore a meeting from the trash.

        Raises:
            MeetingHeldError: If another meeting has its reference by now.
        """
        before = self._current_state(self.get(key))
        return self._record(before, replace(before, trashed=None))

    # Internal

    def _current_state(self, meeting: Meeting) -> _AgendaState:
        lines = [*self._store.lines(meeting.id), *self._store.trashed_lines(meeting.id)]
        trashed = self._store.trash_time(meeting.id)
        return _AgendaState(meeting, self._store.agenda(meeting.id), {line.id: line.item for line in lines}, trashed)

    def _record(self, before: _AgendaState | None, after: _AgendaState) -> Changes:
        key = after.meeting.id
        edit = HistoryEdit(EditSubject.MEETING, NO_DOCUMENT, f"meeting {key}", before, after)
        return self._history.do(edit, self._apply_edit)

    def _apply_edit(self, edit: HistoryEdit, value: object) -> Changes:
        state = value if isinstance(value, _AgendaState) else None
        known = state or edit.after
        assert isinstance(known, _AgendaState)
        meeting = known.meeting
        with self._database.write():
            if state is None:
                self._store.set_trashed(meeting.id, datetime.now(UTC))
            else:
                other = self._store.by_reference(meeting.reference) if meeting.reference else None
                if other and other.id != meeting.id and not state.trashed:
                    raise MeetingHeldError(str(meeting.reference))
                self._store.save(meeting)
                self._store.set_agenda(meeting.id, state.agenda)
                self._store.set_items(state.lines)
                self._store.set_trashed(meeting.id, state.trashed)
            self._agenda_changed(meeting.id)
        return Changes(meetings=frozenset({meeting.id}))

    def _agenda_changed(self, key: MeetingId) -> None:
        """Update everything that depends on a meeting's agenda; called in the transaction that changed it."""


def _version(reference: Reference | None) -> tuple[int, tuple[tuple[str, int], ...]]:
    if reference is None:
        return (0, ())
    return (reference.revision, tuple((suffix.kind, suffix.number) for suffix in reference.suffixes))


def _line(text: str) -> str:
    return " ".join(text.split())
