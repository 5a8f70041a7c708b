"""Meetings of a delegate: capture of interventions in lines, their editing, and the stances of delegations."""

from __future__ import annotations

import logging
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from delegate_desk import paths
from delegate_desk.core.changes import Changes, EditSubject, HistoryEdit
from delegate_desk.core.delegations import OTHERS, PROTOCOL_ORDER, delegation
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import UnknownDelegationError, describe_fault
from delegate_desk.core.meetings.capture_vocabulary import CaptureVocabulary, build_vocabulary
from delegate_desk.core.meetings.meeting import (
    CapturedLine,
    Intervention,
    InterventionId,
    LineId,
    Matrix,
    MatrixCell,
    MeetingId,
    PartialIntervention,
)
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.text import without_half_characters
from delegate_desk.services.library.edit_history import History
from delegate_desk.services.meetings.agendas import NO_DOCUMENT, Agendas
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
    shelves: Mapping[str | None, DocumentId | None],
    names: Mapping[DocumentId, str],
    order: Mapping[DocumentId, Mapping[Address, int]],
) -> Matrix:
    rows: dict[tuple[str, Address], Place] = {}
    ranks: dict[Place, tuple[int, int]] = {}
    histories: dict[tuple[str, Place], list[Intervention]] = {}
    for intervention in interventions:
        place = intervention.place
        shelf = shelves.get(intervention.line.item)
        is_general = intervention.stance is not Stance.STATEMENT and not intervention.label
        if place is None and shelf is not None and is_general:
            place = Place(shelf, Address(""))
        if place is None or intervention.stance is None or intervention.conclusion:
            continue
        place = rows.setdefault((names.get(place.document, f"#{place.document}"), place.address), place)
        item = items.index(intervention.line.item) if intervention.line.item in items else len(items)
        stands = order.get(place.document, {}).get(place.address, _NOWHERE) if place.address else -1
        ranks[place] = min(ranks.get(place, (item, stands)), (item, stands))
        for code in intervention.delegations:
            histories.setdefault((code, place), []).append(intervention)
    groups: dict[DocumentId, tuple[int, int]] = {}
    for place, (item, _) in ranks.items():
        groups[place.document] = min(groups.get(place.document, (item, place.document)), (item, place.document))
    places = sorted(ranks, key=lambda place: (groups[place.document], ranks[place][1]))
    cells = {key: MatrixCell(*key, _latest(history), tuple(history)) for key, history in histories.items()}
    heard = {code for code, _ in cells}
    known = (*PROTOCOL_ORDER, *OTHERS)
    others = [code for code in OTHERS if code in heard] + sorted(heard - set(known))
    counts = {place: Counter(cells[code, place].stance for code in heard if (code, place) in cells) for place in places}
    return Matrix(tuple(places), (*PROTOCOL_ORDER, *others), cells, counts)


def _latest(history: Sequence[Intervention]) -> Stance:
    taken = [intervention.stance for intervention in history if intervention.stance is not None]
    return next((stance for stance in reversed(taken) if stance is not Stance.STATEMENT), taken[-1])


_log = logging.getLogger(__name__)


class Meetings(Agendas):
    """The meetings of one library, and what was said in them.

    Meetings are cached and follow changes made here and elsewhere; interpreting a line is quick and safe on any thread.
    """

    def __init__(self, stores: LibraryStores, history: History) -> None:
        super().__init__(stores, history)
        store = stores.meetings
        self._meetings: dict[MeetingId, tuple[int, LineReader]] = {}
        self.groups, self.lines, self.intervention = store.groups, store.lines, store.intervention
        self.interventions_by_id = store.interventions_by_id

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
            known = self._reader(key)
            number = known.number(item)
            order = self._store.last_order(key) + 1
            at_hand = at_hand if at_hand and self._addresses(known, at_hand.document) else None
            line = CapturedLine(LineId(str(uuid.uuid4())), key, number, stored, datetime.now(UTC), at_hand, order)
            spoken, shelf = self._understand(known, line, known.interventions, language)
            self._store.save_line(line)
            self._store.set_interventions(line.id, spoken, shelf)
            stamp = self._stamp()
        known.interventions.extend(spoken)
        self._meetings[key] = (stamp, known)
        self._history.record(
            HistoryEdit(EditSubject.LINE, NO_DOCUMENT, f"line {line.id}", None, line), self._apply_line_edit
        )
        return Changes(meetings=frozenset({key})), spoken

    def line_reader(self, key: MeetingId) -> LineReader:
        """Return an interpreter for the lines of a meeting that works from memory while they are typed.

        Raises:
            UnknownMeetingError: If there is no such meeting.
        """
        known = self._reader(key)
        for document in list(known.names):
            self._addresses(known, document)
        return known

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
        known = line or edit.before or edit.after
        assert isinstance(known, CapturedLine)
        if self._store.get(known.meeting) is None:
            return Changes()
        with self._database.write():
            if line is None:
                self._store.trash_line(known.id, datetime.now(UTC))
            else:
                items = {item.number for item in self.get(line.meeting).items}
                self._store.save_line(line if line.item in items else replace(line, item=None))
            self._read_again(known.meeting, known.order)
        return Changes(meetings=frozenset({known.meeting}))

    # Following changes of documents

    def refresh(self, key: MeetingId) -> Changes:
        """Interpret the lines of a meeting again, as after a change of documents; a line is never lost."""
        with self._database.write():
            changed = self._read_again(key, 0)
        return Changes(meetings=frozenset({key})) if changed else Changes()

    def reparse_after_changes(self, changes: Changes) -> Changes:
        documents = [document for document in map(self._documents.get, changes.documents) if document]
        named = {document.header.reference.key for document in documents if document.header.reference}
        found = Changes()
        for meeting in self._store.all() if changes.documents else ():
            on_agenda = {reference.key for item in meeting.items for reference in item.documents}
            if on_agenda & named or self._store.touches(meeting.id, changes.documents):
                found |= self.refresh(meeting.id)
        return found

    def _agenda_changed(self, key: MeetingId) -> None:
        self._read_again(key, 0)

    def _read_again(self, key: MeetingId, start: int) -> bool:
        self._meetings.pop(key, None)
        known = self._reader(key)
        before: dict[LineId, list[Intervention]] = {}
        for intervention in known.interventions:
            before.setdefault(intervention.line.id, []).append(intervention)
        interventions = [intervention for intervention in known.interventions if intervention.line.order < start]
        changed = False
        for line in self._store.lines(key):
            if line.order < start:
                continue
            old = tuple(before.get(line.id, ()))
            found = next((intervention.place.document for intervention in old if intervention.place), None)
            spoken, shelf = self._understand(known, line, interventions, "en", before=found)
            shelves = [one.place.document if one.place else shelf for one in spoken]
            if spoken != old or shelves != self._store.fallback_documents(line.id):
                self._store.set_interventions(line.id, spoken, shelf)
                changed = True
            interventions.extend(spoken)
        known.interventions[:] = interventions
        self._meetings[key] = (self._stamp(), known)
        return changed

    # Views

    def interventions(self, key: MeetingId, item: str | None = None) -> list[Intervention]:
        return [said for said in self._reader(key).interventions if item is None or said.line.item == item]

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
        held = self._documents.get(document)
        reference = held.header.reference if held else None
        versions = self._documents.by_reference(reference) if reference else []
        return list(dict.fromkeys([document, *(version.id for version in versions)]))

    def matrix(self, key: MeetingId, item: str | None = None) -> Matrix:
        known = self._reader(key)
        interventions = self.interventions(key, item)
        shelves: dict[str | None, DocumentId | None] = {
            agenda_item.number: known.document(agenda_item.number, None) for agenda_item in known.meeting.items
        }
        documents = {intervention.place.document for intervention in interventions if intervention.place}
        order = {each: {a: n for n, a in enumerate(self._documents.addresses(each))} for each in documents}
        return matrix(interventions, [one.number for one in known.meeting.items], shelves, known.names, order)

    # Groups of delegations

    def set_group(self, name: str, codes: Iterable[str]) -> Changes:
        """Save a group of delegations under a name, replacing the group of that name; without codes it is deleted.

        Raises:
            UnknownDelegationError: If a code belongs to no Member State.
        """
        members = []
        for code in codes:
            known = delegation(code)
            if known is None:
                raise UnknownDelegationError(code)
            members.append(known)
        bare = "".join(name.split())
        before = self._store.groups()
        after = {value: stored for value, stored in before.items() if value.casefold() != bare.casefold()}
        if members and bare:
            after[bare] = tuple(dict.fromkeys(members))
        edit = HistoryEdit(EditSubject.MEETING, NO_DOCUMENT, _GROUPS, before, after)
        return self._history.do(edit, self._apply_groups)

    def _apply_groups(self, _: HistoryEdit, value: object) -> Changes:
        assert isinstance(value, Mapping)
        self._store.set_groups(value)
        self._meetings.clear()
        return Changes(settings=True)

    # Internal

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
        documents = {item.number: tuple(tuple(find(named)) for named in item.documents) for item in meeting.items}
        interventions = self._store.interventions(key)
        names = {held.id: held.name for versions in documents.values() for each in versions for held in each}
        spoken_on = {one.place.document for one in interventions if one.place}
        for document in spoken_on - names.keys():
            held = self._documents.get(document)
            names[document] = held.name if held else f"#{document}"
        groups, agenda = self._store.groups(), self._store.agenda(key)
        known = LineReader(meeting, documents, names, interventions, groups, agenda, _vocabulary())
        self._meetings[key] = (stamp, known)
        return known

    def _addresses(self, known: LineReader, document: DocumentId | None) -> frozenset[Address]:
        if document is None:
            return frozenset()
        if document not in known.addresses:
            known.addresses[document] = frozenset(self._documents.addresses(document))
            held = self._documents.get(document)
            known.names.setdefault(document, held.name if held else f"#{document}")
        return known.addresses[document]

    def _understand(
        self,
        known: LineReader,
        line: CapturedLine,
        interventions: list[Intervention],
        language: str,
        before: DocumentId | None = None,
    ) -> tuple[tuple[Intervention, ...], DocumentId | None]:
        """Interpret a line, and find the document of what names no place; an error is logged, and it is a note."""
        document = known.document(line.item, line.current_place, language=language, before=before)
        self._addresses(known, document)
        try:
            spoken = known.read_line(line, document, interventions).interventions
        except Exception as error:  # whatever is wrong with the reading, what was typed is kept
            _log.error("A line could not be read: %s", describe_fault(error))
            spoken = (PartialIntervention((), None, None, "", line.text),)
        first = known.document(line.item, None, before=before)
        shelf = next((document_id for document_id in (first, document, known.agenda) if document_id is not None), None)
        return tuple(_build_intervention(line, n, one, document) for n, one in enumerate(spoken)), shelf


def _build_intervention(
    line: CapturedLine, n: int, spoken: PartialIntervention, document: DocumentId | None
) -> Intervention:
    place = None
    if spoken.address is not None and document is not None:
        place = Place(document, spoken.address)
    elif line.current_place and spoken.stance and not (spoken.label or spoken.conclusion):
        place = line.current_place if line.current_place.document != document else None
    return Intervention(
        InterventionId(str(uuid.uuid5(uuid.UUID(line.id), str(n)))),
        line,
        spoken.delegations,
        spoken.stance,
        place,
        spoken.text,
        spoken.wordings,
        spoken.conclusion,
        spoken.label,
    )
