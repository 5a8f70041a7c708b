"""Meetings: an agenda, and what was said on it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from difflib import SequenceMatcher
from itertools import count
from typing import NewType

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.position import Stance
from delegate_desk.core.text import fold
from delegate_desk.core.values import dataclass

MeetingId = NewType("MeetingId", str)
LineId = NewType("LineId", str)
InterventionId = NewType("InterventionId", str)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of an agenda.

    Attributes:
        number: As printed without its point: ``2``, ``2a``, ``3.1``; a sub-item follows its item.
        title: One line.
        documents: Documents listed under it, in the order printed.
    """

    number: str
    title: str
    documents: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a working party.

    Attributes:
        reference: Reference of its notice, without revision, as a revised agenda is of the same meeting; None for a
            meeting made by hand.
        body: The preparatory body, as printed.
        time: Start and place; None if the agenda does not give them.
        contact: As printed; may be empty.
        items: In the order of the agenda. An item that a revised agenda dropped but that has captured lines stays at
            the end.
        created: In UTC.
    """

    id: MeetingId
    reference: Reference | None
    body: str
    date: date | None
    time: time | None
    place: str
    contact: str
    items: tuple[AgendaItem, ...]
    created: datetime


@dataclass(frozen=True, slots=True)
class CapturedLine:
    """A line as captured; its interpretation is derived from it.

    Attributes:
        item: Number of the agenda item; None for the meeting as a whole.
        current_place: The current paragraph; a line that names no place is about it.
        created: Time of capture, in UTC; unchanged when the line is edited.
        order: Number of the line in its meeting, as the clock may jump.
    """

    id: LineId
    meeting: MeetingId
    item: str | None
    text: str
    created: datetime
    current_place: Place | None = None
    order: int = 0


@dataclass(frozen=True, slots=True)
class CaptureDraft:
    """Content of the capture line not entered yet; while a ``line`` is edited, ``aside`` is the text typed before."""

    meeting: MeetingId
    item: str | None
    text: str
    line: LineId | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Intervention:
    """Statement of a delegation, or of several together; a captured line has one or more.

    Attributes:
        id: Derived from the line's id and its index in the line, so that it stays when the line is read again.
        delegations: Codes in the order named, with groups resolved; ``COM PRES CLS GSC EEAS ECB`` for other speakers.
            Empty for a plain note.
        stance: None for a plain note.
        place: Its subject; None if the line names no existing place and none was current.
        text: The free words.
        wordings: The quoted words: wordings that the delegation requests.
        conclusion: True for a conclusion of the Presidency.
        label: The place as typed, which may not exist; empty if none is named.
    """

    id: InterventionId
    line: CapturedLine
    delegations: tuple[str, ...]
    stance: Stance | None
    place: Place | None
    text: str
    wordings: tuple[str, ...] = ()
    conclusion: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class ReportText:
    """A text of a report.

    Attributes:
        item: Number in the agenda; None for the meeting as a whole.
        is_next_steps: False for the outcome of an item, or the summary of the meeting.
        text: One conclusion per line.
    """

    item: str | None
    title: str
    is_next_steps: bool
    text: str


@dataclass(frozen=True, slots=True)
class MatrixCell:
    delegation: str
    place: Place
    stance: Stance
    history: tuple[Intervention, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The last stances of all delegations.

    Attributes:
        places: The rows, by agenda item and in reading order; statements on a document as a whole come first, under its
            empty address. Language versions of one document share their rows.
        delegations: The columns: the Member States in protocol order, then other speakers.
        cells: By delegation and place; missing if nothing was said.
        counts: By place, the number of delegations per stance.
    """

    places: tuple[Place, ...]
    delegations: tuple[str, ...]
    cells: Mapping[tuple[str, Place], MatrixCell]
    counts: Mapping[Place, Mapping[Stance, int]]


@dataclass(frozen=True, slots=True)
class PartialIntervention:
    """Interpretation of a line while it is typed.

    Attributes:
        delegations: Resolved to codes.
        address: In the item's document; None if none is named and none is current.
        label: The place as typed; empty for the current paragraph.
    """

    delegations: tuple[str, ...]
    stance: Stance | None
    address: Address | None
    label: str
    text: str
    wordings: tuple[str, ...] = ()
    conclusion: bool = False


@dataclass(frozen=True, slots=True)
class AlternativeReading:
    """Another reading of a line, and the unambiguous line for it."""

    meaning: str
    line: str


@dataclass(frozen=True, slots=True)
class ParsedIntervention:
    interventions: tuple[PartialIntervention, ...]
    alternatives: tuple[AlternativeReading, ...] = ()


_PRINTED = re.compile(r"[^\w.*]|\.(?!\d)")
"""Characters printed with a number that are ignored."""
_ALIKE = 0.8
_ALIKE_AT_ITS_NUMBER = 0.5
"""Minimum similarity of two titles with the same number to be of one item."""


@dataclass(frozen=True, slots=True)
class Agenda:
    body: str
    date: date | None
    time: time | None
    place: str
    contact: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class MergedAgenda:
    items: tuple[AgendaItem, ...]
    numbers: Mapping[str, str | None]


def agenda_reference(reference: Reference) -> Reference:
    """Return the common part of all versions of an agenda: the reference without revision and suffixes."""
    return replace(reference, revision=0, suffixes=())


def find_item(items: Sequence[AgendaItem], number: str) -> AgendaItem | None:
    plain = _plain_number(number)
    exact = (item for item in items if item.number == number)
    return next(exact, None) or next((item for item in items if _plain_number(item.number) == plain), None)


def _plain_number(number: str) -> str:
    return _PRINTED.sub("", fold(number)).strip(".")


def merge_agendas(
    old: Sequence[AgendaItem],
    new: Sequence[AgendaItem],
    caught: Collection[str],
    *,
    in_part: bool = False,
    by_number: bool = False,
) -> MergedAgenda:
    """Replace an agenda by its revised version.

    Args:
        caught: The numbers of items with captured lines: these stay, at the end if they are no longer on the agenda.
        in_part: True if the new agenda contains only changes: items that it does not name stay.
        by_number: True if titles are not comparable because they are in another language.
    """
    pairs = _pairs(old, new, by_number=by_number)
    old_of = {new_index: old_index for old_index, new_index in pairs.items()}
    numbers: dict[str, str | None] = {old[n].number: new[m].number for n, m in pairs.items()}
    if in_part:
        # existing items keep their order; new ones go after the item that they follow
        items: list[AgendaItem] = [new[pairs[n]] if n in pairs else item for n, item in enumerate(old)]
        numbers.update({item.number: item.number for n, item in enumerate(old) if n not in pairs})
        index = -1
        for m, item in enumerate(new):
            if m in old_of:
                index = items.index(item)
            else:
                index = index + 1 if index >= 0 else len(items)
                items.insert(index, item)
        used: set[str] = set()
        distinct = []
        for item in items:
            number = item.number if _plain_number(item.number) not in used else _free(item.number, used)
            used.add(_plain_number(number))
            distinct.append(item if number == item.number else replace(item, number=number))
        return MergedAgenda(tuple(distinct), numbers)
    items = list(new)
    taken = {_plain_number(item.number) for item in items}
    for n, item in enumerate(old):
        if n in pairs:
            continue
        if item.number not in caught:
            numbers[item.number] = None
            continue
        stored = item.number if _plain_number(item.number) not in taken else _free(item.number.rstrip("*"), taken)
        taken.add(_plain_number(stored))
        items.append(replace(item, number=stored))
        numbers[item.number] = stored
    return MergedAgenda(tuple(items), numbers)


def _free(number: str, taken: Collection[str]) -> str:
    return next(value for n in count(1) if _plain_number(value := number + "*" * n) not in taken)


def _pairs(old: Sequence[AgendaItem], new: Sequence[AgendaItem], *, by_number: bool) -> dict[int, int]:
    """Return a matching of old items and new items, by index: the most certain pairs first."""
    scored: list[tuple[float, int, int]] = []
    for n, old_item in enumerate(old):
        for m, new_item in enumerate(new):
            same_number = _plain_number(old_item.number.rstrip("*")) == _plain_number(new_item.number)
            value, other = fold(old_item.title), fold(new_item.title)
            families = {r.family for r in old_item.documents}, {r.family for r in new_item.documents}
            shared = len(families[0] & families[1]) / max(map(len, families)) if all(families) else 0.0
            similarity = 1.0 if value == other else SequenceMatcher(None, value, other, autojunk=False).ratio()
            is_like = similarity >= (_ALIKE_AT_ITS_NUMBER if same_number else _ALIKE)
            if is_like or shared > 0 or (by_number and same_number):
                scored.append((-2 * similarity - 2 * shared - same_number, n, m))
    pairs: dict[int, int] = {}
    for _, n, m in sorted(scored):
        if n not in pairs and m not in pairs.values():
            pairs[n] = m
    return pairs


def next_meeting(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """Return the next of some meetings, from today on; None if all are past or without a date."""
    upcoming = [(meeting.date, meeting) for meeting in meetings if meeting.date is not None and meeting.date >= today]
    return min(upcoming, key=lambda dated: dated[0])[1] if upcoming else None
