"""Meeting data shown in the window: the agenda with library documents and interventions, loaded at once."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Paragraph, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.capture_parser import LineReader
from delegate_desk.core.meetings.meeting import AgendaItem, Intervention, Matrix, Meeting, MeetingId
from delegate_desk.core.meetings.voting import VotingTables
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.values import dataclass
from delegate_desk.desk import Desk
from delegate_desk.gui.widgets.labels import terms

_SEGMENT = re.compile(r"(?P<kind>[a-z]+)(?:_(?P<number>-?\d+[a-z]*)(?P<again>-\d+)?)?")
_LONGEST_LETTERS = 5
_FAR = 10_000_000
"""In days: meetings without a date come last."""


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """An item with the documents that it names, each with that of the library, and its number of interventions."""

    item: AgendaItem | None
    documents: tuple[tuple[Reference, LibraryDocument | None], ...] = ()
    count: int = 0

    @property
    def number(self) -> str | None:
        return self.item.number if self.item else None

    @property
    def library_documents(self) -> list[LibraryDocument]:
        return [held for _, held in self.documents if held is not None]


@dataclass(frozen=True, slots=True)
class MeetingState:
    """A meeting in meeting mode.

    Attributes:
        stances: The last stance of each delegation on the current item.
        agenda: The document that the agenda was read from.
        line_reader: Interprets lines of the meeting while they are typed.
        voting: The populations for counting votes.
        delegation: Code of our delegation, if it is known.
    """

    meeting: Meeting
    entries: tuple[AgendaEntry, ...]
    number: str | None
    interventions: tuple[Intervention, ...]
    matrix: Matrix
    table: Matrix
    stances: Mapping[str, Stance]
    agenda: LibraryDocument | None
    line_reader: LineReader
    voting: VotingTables
    delegation: str | None

    @property
    def entry(self) -> AgendaEntry:
        return next((entry for entry in self.entries if entry.number == self.number), self.entries[0])

    @property
    def marking(self) -> str | None:
        documents = [*self.entry.library_documents, *([self.agenda] if self.agenda else [])]
        return next((document.header.marking for document in documents if document.header.marking), None)


class ShortPlaceLabels:
    """Returns places as typed: ``7στ``, ``5(2)(a)``; the units of their documents are loaded once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.invalidate()

    def invalidate(self) -> None:
        self._units: dict[DocumentId, Mapping[Address, Paragraph]] = {}

    def units(self, document: DocumentId) -> Mapping[Address, Paragraph]:
        if document not in self._units:
            self._units[document] = {unit.address: unit for unit in self._desk.documents.content(document).units()}
        return self._units[document]

    def __call__(self, place: Place) -> str:
        return short_place(place.address, self.units(place.document))


def short_place(address: Address, units: Mapping[Address, Paragraph]) -> str:
    """Return a citation of a place with its printed letters: ``7στ)``, ``5(2)(a)``, ``r12``, ``annex 1 p 3``."""
    words, text, way = "", "", ""
    is_closed_alone = terms.window_language() in ("el", "fr")  # δ), where English has (d)
    for segment in address.split("__") if address else ():
        way = f"{way}__{segment}" if way else segment
        match = _SEGMENT.fullmatch(segment)
        if match is None:
            return str(address)
        kind, number = match["kind"], match["number"] or ""
        unit = units.get(Address(way))
        bare = unit.label.strip(" .()'΄") if unit else ""
        if kind == "annex":
            words = f"{terms.part_kind_label(kind)} {number} "
        elif kind == "rec":
            text += f"r{number}"
        elif kind in ("art", "para"):
            text += f"({number})" if text else number
        elif kind == "point":
            letters = bare if bare and len(bare) <= _LONGEST_LETTERS else number
            opening = "" if is_closed_alone or not letters.isascii() else "("
            text += f"{opening}{letters})" if text else letters
        else:
            text += f"{' ' if text else ''}{terms.segment_label(segment)}"
    return f"{words}{text}".strip()


def load_meeting_state(
    desk: Desk, key: MeetingId, number: str | None, language: str, *, table: str | None = None, first: bool = False
) -> MeetingState | None:
    meeting = next((meeting for meeting in desk.meetings.all() if meeting.id == key), None)
    if meeting is None:
        return None
    every = desk.meetings.interventions(key)
    counts = Counter(intervention.line.item for intervention in every)
    entries = []
    for item in meeting.items:
        named = desk.meetings.documents(item, language)
        documents = tuple((reference, next(iter(versions), None)) for reference, versions in named)
        entries.append(AgendaEntry(item, documents, counts[item.number]))
    if counts[None] or not entries:
        entries.append(AgendaEntry(None, (), counts[None]))
    if first or number not in [entry.number for entry in entries]:
        number = next((entry for entry in entries if entry.library_documents), entries[0]).number
    interventions = tuple(intervention for intervention in every if intervention.line.item == number)
    return MeetingState(
        meeting,
        tuple(entries),
        number,
        interventions,
        desk.meetings.matrix(key, number),
        desk.meetings.matrix(key, table),
        _last_stances(interventions),
        desk.meetings.agenda(key),
        desk.meetings.line_reader(key),
        desk.voting.tables(),
        desk.positions.delegation(),
    )


def _last_stances(interventions: Iterable[Intervention]) -> dict[str, Stance]:
    """Return the last stance of each delegation; statements are none."""
    stances: dict[str, Stance] = {}
    for intervention in interventions:
        if intervention.stance is not None and intervention.stance is not Stance.STATEMENT:
            stances |= dict.fromkeys(intervention.delegations, intervention.stance)
    return stances


def find_meeting(desk: Desk, document: DocumentId | None) -> Meeting | DocumentId | None:
    """Return the relevant meeting: called by the current document, or about it, or the meeting nearest to today.

    Returns the document's number if it is a notice of a meeting; None if there is no meeting at all.
    """
    held = desk.documents.get(document) if document is not None else None
    reference = held.header.reference if held else None
    if held is not None and is_notice(held):
        return held.id
    meetings = desk.meetings.all()
    about = [meeting for meeting in meetings if any(reference in item.documents for item in meeting.items)]
    draft = desk.capture_draft.get()
    drafted = [meeting for meeting in meetings if draft is not None and meeting.id == draft.meeting]
    today = datetime.now().astimezone().date()
    by_day = sorted(meetings, key=lambda meeting: abs((meeting.date - today).days) if meeting.date else _FAR)
    return next(iter([*(about if reference else []), *drafted, *by_day]), None)


def is_notice(document: LibraryDocument) -> bool:
    reference = document.header.reference
    return (reference is not None and reference.series == "CM") or "agenda" in (document.header.document_type or "")


def load_stances(desk: Desk, document: DocumentId | None, place: Place | None) -> tuple[str, Mapping[str, Stance]]:
    """Return the last stance of each delegation in all meetings, after the name of what they are on.

    That is the paragraph, or the document while nothing was recorded on the paragraph.
    """
    if document is None:
        return "", {}
    found = desk.meetings.interventions_for_place(place) if place is not None else []
    about = desk.documents.get(document).name
    if place is not None and found:
        about = f"{about}, {ShortPlaceLabels(desk)(place)}"
    every = found or desk.meetings.interventions_for_document(document)
    return about, _last_stances(sorted(every, key=lambda intervention: intervention.line.created))
