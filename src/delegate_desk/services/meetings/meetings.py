"""Meetings of a delegate: their agendas, interventions captured in lines, and the stances of delegations."""

from __future__ import annotations

import logging
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from delegate_desk import paths
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.delegations import OTHERS, PROTOCOL_ORDER, delegation
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.documents.references import Reference, parse_reference
from delegate_desk.core.errors import (
    MeetingHeldError,
    NotAnAgendaError,
    UnknownDelegationError,
    UnknownItemError,
    UnknownMeetingError,
    describe_fault,
)
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary, build_vocabulary
from delegate_desk.core.meetings.meeting import (
    Agenda,
    AgendaItem,
    CapturedLine,
    Intervention,
    InterventionId,
    LineId,
    Matrix,
    MatrixCell,
    Meeting,
    MeetingId,
    PartialIntervention,
    agenda_reference,
    find_item,
    merge_agendas,
)
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.text import without_half_characters
from delegate_desk.core.values import dataclass
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db.library_stores import LibraryStores

if TYPE_CHECKING:
    from delegate_desk.core.meetings.capture_parser import LineReader

_GROUPS = "groups of delegations"


@cache
def _vocabulary() -> CaptureVocabulary:
    return build_vocabulary(paths.load_table("capture_words"))


_NOWHERE = 1_000_000
"""Sort position of places that are no longer in the text: last."""


def matrix(
    interventions: Iterable[Intervention],
    items: Sequence[str],
    fallbacks: Mapping[str | None, DocumentId | None],
    names: Mapping[DocumentId, str],
    order: Mapping[DocumentId, Mapping[Address, int]],
) -> Matrix:
    rows: dict[tuple[str, Address], Place] = {}
    ranks: dict[Place, tuple[int, int]] = {}
    histories: dict[tuple[str, Place], list[Intervention]] = {}
    for intervention in interventions:
        place = intervention.place
        document = fallbacks.get(intervention.line.item)
        is_general = intervention.stance is not Stance.STATEMENT and not intervention.label
        if place is None and document is not None and is_general:
            place = Place(document, Address(""))
        if place is None or intervention.stance is None or intervention.conclusion:
            continue
        place = rows.setdefault((names.get(place.document, f"#{place.document}"), place.address), place)
        item = items.index(intervention.line.item) if intervention.line.item in items else len(items)
        position = order.get(place.document, {}).get(place.address, _NOWHERE) if place.address else -1
        ranks[place] = min(ranks.get(place, (item, position)), (item, position))
        for code in intervention.delegations:
            histories.setdefault((code, place), []).append(intervention)
    groups: dict[DocumentId, tuple[int, int]] = {}
    for place, (item, _) in ranks.items():
        groups[place.document] = min(groups.get(place.document, (item, place.document)), (item, place.document))
    places = sorted(ranks, key=lambda place: (groups[place.document], ranks[place][1]))
    cells = {}
    for key, history in histories.items():
        stances = [intervention.stance for intervention in history if intervention.stance is not None]
        latest = next((stance for stance in reversed(stances) if stance is not Stance.STATEMENT), stances[-1])
        cells[key] = MatrixCell(*key, latest, tuple(history))
    codes = {code for code, _ in cells}
    listed = (*PROTOCOL_ORDER, *OTHERS)
    others = [code for code in OTHERS if code in codes] + sorted(codes - set(listed))
    counts = {place: Counter(cells[code, place].stance for code in codes if (code, place) in cells) for place in places}
    return Matrix(tuple(places), (*PROTOCOL_ORDER, *others), cells, counts)


_log = logging.getLogger(__name__)


NO_DOCUMENT = DocumentId(0)
"""The document of edits that concern meetings."""


@dataclass(frozen=True, slots=True)
class _AgendaState:
    meeting: Meeting
    agenda: DocumentId | None
    lines: Mapping[LineId, str | None]
    trashed: datetime | None = None


class Meetings:
    """The meetings of one library, and what was said in them.

    Meetings are cached and follow changes made here and elsewhere; interpreting a line is quick and safe on any thread.
    """

    def __init__(self, stores: LibraryStores, history: History) -> None:
        self._store = store = stores.meetings
        self._documents = stores.documents
        self._database = stores.database
        self._history = history
        self.all, self.trash = store.all, store.trash
        self._meetings: dict[MeetingId, tuple[int, LineReader]] = {}
        self.groups, self.lines, self.intervention = store.groups, store.lines, store.intervention
        self.interventions_by_id = store.interventions_by_id

    # Agendas

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
        stripped = name.strip()
        meeting = self._store.get(MeetingId(stripped.lower()))
        if meeting is None and (reference := parse_reference(stripped)) is not None:
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

        return [(reference, sorted(self._documents.by_reference(reference), key=rank)) for reference in item.documents]

    def agenda(self, key: MeetingId) -> LibraryDocument | None:
        document = self._store.agenda(key)
        agenda = self._documents.get(document) if document is not None else None
        return agenda if agenda and not agenda.trashed else None

    def missing(self, key: MeetingId) -> list[Reference]:
        references = dict.fromkeys(reference for item in self.get(key).items for reference in item.documents)
        return [reference for reference in references if not self._documents.by_reference(reference)]

    # Read from a notice

    def from_document(self, document: DocumentId) -> Changes:
        """Create a meeting from a notice, or revise the meeting that an earlier version of the notice called.

        Captured lines stay on their item; an item no longer on the agenda stays at the end if it has captured lines. A
        version older than the last version read changes nothing.

        Raises:
            UnknownDocumentError: If there is no such document.
            NotAnAgendaError: If it is not the notice of a meeting.
        """
        notice = self._documents.held(document)
        from delegate_desk.parsing import agenda as notices

        agenda = notices.read(self._documents.content(notice))
        if agenda is None:
            raise NotAnAgendaError(notice.name)
        printed = notices.reference(notice.header)
        reference = agenda_reference(printed) if printed else None
        with self._database.write():
            meeting = self._store.by_reference(reference) if reference else self._store.by_agenda(document)
            if meeting is None:
                key = MeetingId(str(uuid.uuid4()))
                created = Meeting(
                    key, reference, agenda.body, agenda.date, agenda.time, agenda.place, agenda.contact,
                    agenda.items, datetime.now(UTC),
                )  # fmt: skip
                _log.info("Made a meeting of document %d: %d items", document, len(created.items))
                return self._record(None, _AgendaState(created, document, {}))
            return self._revise(meeting, agenda, notice)

    def _revise(self, meeting: Meeting, agenda: Agenda, document: LibraryDocument) -> Changes:
        before = self._current_state(meeting)
        last = self._documents.get(before.agenda) if before.agenda is not None else None
        printed = document.header.reference
        if last and _version(last.header.reference) > _version(printed):
            return Changes(meetings=frozenset({meeting.id}))
        is_same = last is not None and last.id == document.id
        in_part = is_same or bool(printed and printed.suffixes and len(agenda.items) < len(meeting.items))
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
        numbered = tuple(AgendaItem(str(n), _line(title)) for n, title in enumerate(items, start=1))
        agenda = agenda_reference(reference) if reference else None
        key = MeetingId(str(uuid.uuid4()))
        return Meeting(key, agenda, _line(body), day, begins, _line(place), _line(contact), numbered, datetime.now(UTC))

    def save(self, meeting: Meeting) -> Changes:
        """Save a meeting: add it, or replace the meeting with its id; lines stay on the items with their numbers.

        Lines on an item that no longer exists belong to the meeting as a whole.

        Raises:
            MeetingHeldError: If another meeting has its reference.
        """
        with self._database.write():
            stored = self._store.get(meeting.id)
            before = self._current_state(stored) if stored else None
            numbers = {item.number for item in meeting.items}
            lines = {key: item if item in numbers else None for key, item in before.lines.items()} if before else {}
            return self._record(before, _AgendaState(meeting, before.agenda if before else None, lines))

    def add_item(self, key: MeetingId, title: str, *, documents: Iterable[Reference] = ()) -> Changes:
        meeting = self.get(key)
        highest = max((int(item.number) for item in meeting.items if item.number.isdecimal()), default=0)
        number = next(free for n in count() if not find_item(meeting.items, free := f"{highest + 1}{'*' * n}"))
        item = AgendaItem(number, _line(title), tuple(dict.fromkeys(documents)))
        return self.save(replace(meeting, items=(*meeting.items, item)))

    def remove_item(self, key: MeetingId, number: str) -> Changes:
        meeting, removed = self.get(key), self.item(key, number)
        return self.save(replace(meeting, items=tuple(item for item in meeting.items if item.number != removed.number)))

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

    # Capture

    def capture(
        self, key: MeetingId, text: str, *, item: str | None = None, at_hand: Place | None = None, language: str = "en"
    ) -> tuple[Changes, tuple[Intervention, ...]]:
        """Save a line as typed, with its interpretation: quick, in a single transaction; an empty line is ignored.

        Raises:
            UnknownMeetingError: If there is no such meeting.
            UnknownItemError: If its agenda has no such item.
        """
        stored = without_half_characters(text)
        if not stored.strip():
            return Changes(), ()
        with self._database.write():
            reader = self._reader(key)
            number = reader.number(item)
            order = self._store.last_order(key) + 1
            at_hand = at_hand if at_hand and self._addresses(reader, at_hand.document) else None
            line = CapturedLine(LineId(str(uuid.uuid4())), key, number, stored, datetime.now(UTC), at_hand, order)
            interventions, fallback = self._understand(reader, line, reader.interventions, language)
            self._store.save_line(line)
            self._store.set_interventions(line.id, interventions, fallback)
            stamp = self._stamp()
        reader.interventions.extend(interventions)
        self._meetings[key] = (stamp, reader)
        self._history.record(
            HistoryEdit(EditSubject.LINE, NO_DOCUMENT, f"line {line.id}", None, line), self._apply_line_edit
        )
        return Changes(meetings=frozenset({key})), interventions

    def line_reader(self, key: MeetingId) -> LineReader:
        """Return an interpreter for the lines of a meeting that works from memory while they are typed.

        Raises:
            UnknownMeetingError: If there is no such meeting.
        """
        reader = self._reader(key)
        for document in list(reader.names):
            self._addresses(reader, document)
        return reader

    # Editing

    def edit_line(self, key: LineId, text: str) -> Changes:
        """Replace the text of a line; its time of capture stays. An empty line is removed."""
        stored = without_half_characters(text)
        if not stored.strip():
            return self.remove_line(key)
        return self._change_line(key, lambda line: replace(line, text=stored), typed=True)

    def move_line(self, key: LineId, item: str | None) -> Changes:
        """Move a line to another item of its meeting, or to the meeting as a whole.

        Raises:
            UnknownItemError: If its agenda has no such item.
        """
        before = self._store.line(key)
        number = self.item(before.meeting, item).number if before and item is not None else None
        return self._change_line(key, lambda line: replace(line, item=number))

    def remove_line(self, key: LineId) -> Changes:
        return self._change_line(key, lambda _: None)

    def _change_line(
        self, key: LineId, change: Callable[[CapturedLine], CapturedLine | None], *, typed: bool = False
    ) -> Changes:
        before = self._store.line(key)
        if before is None or self._store.is_trashed(key):
            return Changes()
        after = change(before)
        if after == before:
            return Changes()
        edit = HistoryEdit(EditSubject.LINE, NO_DOCUMENT, f"line {key}", before, after)
        return self._history.do(edit, self._apply_line_edit, typed=typed)

    def _apply_line_edit(self, edit: HistoryEdit, value: object) -> Changes:
        """Restore a line to an earlier state; the lines after it are interpreted again, as they may depend on it."""
        line = value if isinstance(value, CapturedLine) else None
        captured = line or edit.before or edit.after
        assert isinstance(captured, CapturedLine)
        if self._store.get(captured.meeting) is None:
            return Changes()
        with self._database.write():
            if line is None:
                self._store.trash_line(captured.id, datetime.now(UTC))
            else:
                items = {item.number for item in self.get(line.meeting).items}
                self._store.save_line(line if line.item in items else replace(line, item=None))
            self._read_again(captured.meeting, captured.order)
        return Changes(meetings=frozenset({captured.meeting}))

    # Following changes of documents

    def refresh(self, key: MeetingId) -> Changes:
        """Interpret the lines of a meeting again, as after a change of documents; a line is never lost."""
        with self._database.write():
            changed = self._read_again(key, 0)
        return Changes(meetings=frozenset({key})) if changed else Changes()

    def reparse_after_changes(self, changes: Changes) -> Changes:
        documents = [document for document in map(self._documents.get, changes.documents) if document]
        keys = {document.header.reference.key for document in documents if document.header.reference}
        reparsed = Changes()
        for meeting in self._store.all() if changes.documents else ():
            on_agenda = {reference.key for item in meeting.items for reference in item.documents}
            if on_agenda & keys or self._store.touches(meeting.id, changes.documents):
                reparsed |= self.refresh(meeting.id)
        return reparsed

    def _read_again(self, key: MeetingId, start: int) -> bool:
        self._meetings.pop(key, None)
        reader = self._reader(key)
        before: dict[LineId, list[Intervention]] = {}
        for intervention in reader.interventions:
            before.setdefault(intervention.line.id, []).append(intervention)
        interventions = [intervention for intervention in reader.interventions if intervention.line.order < start]
        changed = False
        for line in self._store.lines(key):
            if line.order < start:
                continue
            old = tuple(before.get(line.id, ()))
            old_document = next((intervention.place.document for intervention in old if intervention.place), None)
            new, fallback = self._understand(reader, line, interventions, "en", before=old_document)
            fallbacks = [entry.place.document if entry.place else fallback for entry in new]
            if new != old or fallbacks != self._store.fallback_documents(line.id):
                self._store.set_interventions(line.id, new, fallback)
                changed = True
            interventions.extend(new)
        reader.interventions[:] = interventions
        self._meetings[key] = (self._stamp(), reader)
        return changed

    # Views

    def interventions(self, key: MeetingId, item: str | None = None) -> list[Intervention]:
        return [entry for entry in self._reader(key).interventions if item is None or entry.line.item == item]

    def interventions_for_place(self, place: Place) -> list[Intervention]:
        return [
            intervention
            for key in self._language_versions(place.document)
            for intervention in self._store.interventions_for_place(Place(key, place.address))
        ]

    def interventions_for_document(self, document: DocumentId) -> list[Intervention]:
        keys = self._language_versions(document)
        lines = dict.fromkeys(line for key in keys for line in self._store.keys(key))
        interventions = [intervention for line in lines for intervention in self._store.interventions_for_line(line)]
        return self._store.interventions_by_id(
            intervention.id
            for intervention in interventions
            if intervention.place is None or intervention.place.document in keys
        )

    def _language_versions(self, document: DocumentId) -> list[DocumentId]:
        stored = self._documents.get(document)
        reference = stored.header.reference if stored else None
        versions = self._documents.by_reference(reference) if reference else []
        return list(dict.fromkeys([document, *(version.id for version in versions)]))

    def matrix(self, key: MeetingId, item: str | None = None) -> Matrix:
        reader = self._reader(key)
        interventions = self.interventions(key, item)
        fallbacks: dict[str | None, DocumentId | None] = {
            agenda_item.number: reader.document(agenda_item.number, None) for agenda_item in reader.meeting.items
        }
        documents = {intervention.place.document for intervention in interventions if intervention.place}
        order = {document: {a: n for n, a in enumerate(self._documents.addresses(document))} for document in documents}
        return matrix(interventions, [entry.number for entry in reader.meeting.items], fallbacks, reader.names, order)

    # Groups of delegations

    def set_group(self, name: str, codes: Iterable[str]) -> Changes:
        """Save a group of delegations under a name, replacing the group of that name; without codes it is deleted.

        Raises:
            UnknownDelegationError: If a code belongs to no Member State.
        """
        members = []
        for code in codes:
            member_code = delegation(code)
            if member_code is None:
                raise UnknownDelegationError(code)
            members.append(member_code)
        group = "".join(name.split())
        before = self._store.groups()
        after = {value: stored for value, stored in before.items() if value.casefold() != group.casefold()}
        if members and group:
            after[group] = tuple(dict.fromkeys(members))
        edit = HistoryEdit(EditSubject.MEETING, NO_DOCUMENT, _GROUPS, before, after)
        return self._history.do(edit, self._apply_groups)

    def _apply_groups(self, _: HistoryEdit, value: object) -> Changes:
        assert isinstance(value, Mapping)
        self._store.set_groups(value)
        self._meetings.clear()
        return Changes(settings=True)

    # Internal

    def _current_state(self, meeting: Meeting) -> _AgendaState:
        lines = [*self._store.lines(meeting.id), *self._store.trashed_lines(meeting.id)]
        trashed = self._store.trash_time(meeting.id)
        return _AgendaState(meeting, self._store.agenda(meeting.id), {line.id: line.item for line in lines}, trashed)

    def _record(self, before: _AgendaState | None, after: _AgendaState) -> Changes:
        key = after.meeting.id
        edit = HistoryEdit(EditSubject.MEETING, NO_DOCUMENT, f"meeting {key}", before, after)
        return self._history.do(edit, self._apply_meeting_edit)

    def _apply_meeting_edit(self, edit: HistoryEdit, value: object) -> Changes:
        state = value if isinstance(value, _AgendaState) else None
        agenda_state = state or edit.after
        assert isinstance(agenda_state, _AgendaState)
        meeting = agenda_state.meeting
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
            self._read_again(meeting.id, 0)
        return Changes(meetings=frozenset({meeting.id}))

    def _stamp(self) -> int:
        return self._database.latest_change("document", "line")

    def _reader(self, key: MeetingId) -> LineReader:
        from delegate_desk.core.meetings.capture_parser import LineReader

        stamp = self._stamp()
        stored = self._meetings.get(key)
        if stored and stored[0] == stamp:
            return stored[1]
        meeting = self.get(key)
        find = self._documents.by_reference
        documents = {item.number: tuple(tuple(find(ref)) for ref in item.documents) for item in meeting.items}
        interventions = self._store.interventions(key)
        names = {d.id: d.name for by_reference in documents.values() for versions in by_reference for d in versions}
        spoken_on = {intervention.place.document for intervention in interventions if intervention.place}
        for document in spoken_on - names.keys():
            source = self._documents.get(document)
            names[document] = source.name if source else f"#{document}"
        groups, agenda = self._store.groups(), self._store.agenda(key)
        reader = LineReader(meeting, documents, names, interventions, groups, agenda, _vocabulary())
        self._meetings[key] = (stamp, reader)
        return reader

    def _addresses(self, reader: LineReader, document: DocumentId | None) -> frozenset[Address]:
        if document is None:
            return frozenset()
        if document not in reader.addresses:
            reader.addresses[document] = frozenset(self._documents.addresses(document))
            stored = self._documents.get(document)
            reader.names.setdefault(document, stored.name if stored else f"#{document}")
        return reader.addresses[document]

    def _understand(
        self,
        reader: LineReader,
        line: CapturedLine,
        interventions: list[Intervention],
        language: str,
        before: DocumentId | None = None,
    ) -> tuple[tuple[Intervention, ...], DocumentId | None]:
        """Interpret a line, and find the document of interventions without a place; after an error it is a note."""
        document = reader.document(line.item, line.current_place, language=language, before=before)
        self._addresses(reader, document)
        try:
            parts = reader.read_line(line, document, interventions).interventions
        except Exception as error:  # a failure here must not lose what was typed
            _log.error("A line could not be read: %s", describe_fault(error))
            parts = (PartialIntervention((), None, None, "", line.text),)
        first = reader.document(line.item, None, before=before)
        fallback = next((d for d in (first, document, reader.agenda) if d is not None), None)
        complete = []
        for n, part in enumerate(parts):
            place = None
            if part.address is not None and document is not None:
                place = Place(document, part.address)
            elif line.current_place and part.stance and not (part.label or part.conclusion):
                place = line.current_place if line.current_place.document != document else None
            key = InterventionId(str(uuid.uuid5(uuid.UUID(line.id), str(n))))
            fields = part.delegations, part.stance, place, part.text, part.wordings, part.conclusion, part.label
            complete.append(Intervention(key, line, *fields))
        return tuple(complete), fallback


def _version(reference: Reference | None) -> tuple[int, tuple[tuple[str, int], ...]]:
    if reference is None:
        return (0, ())
    return (reference.revision, tuple((suffix.kind, suffix.number) for suffix in reference.suffixes))


def _line(text: str) -> str:
    return " ".join(text.split())
