"""Meetings: an agenda, and what was said on it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import NewType

from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.positions.position import Stance
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
        documents: Named under it, in the order printed.
    """

    number: str
    title: str
    documents: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One sitting of a working party.

    Attributes:
        reference: Of the CM document that called it; None for one made by hand. The reference has no revision: a
            revised agenda is of the same meeting.
        body: Who meets, as printed.
        time: When it begins, where it meets; None where the agenda does not say.
        contact: As printed; may be empty.
        items: In the order of the agenda. An item that a revised agenda dropped, but on which something was caught,
            stays at the end.
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
    """A line as it was caught; what it means is read from it.

    Attributes:
        item: The number of the agenda's item; None for the meeting as a whole.
        current_place: The paragraph that was at hand; what names no place is about it.
        created: When it was caught, in UTC; stays when the line is edited.
        order: Counts the lines of a meeting: the clock may jump.
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
    """Content of the capture line that was not entered yet.

    Attributes:
        line: The captured line that is being edited; None for a new line.
        aside: Text being typed before, while a captured line is edited.
    """

    meeting: MeetingId
    item: str | None
    text: str
    line: LineId | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Intervention:
    """Statement of a delegation, or of several together: a captured line has one or more.

    Attributes:
        id: Made of the line's id and the place in it, so that re-reading the line keeps it.
        delegations: Codes in the order named, groups resolved; ``COM PRES CLS GSC EEAS ECB`` for speakers that
            are no delegation. Empty for a plain note.
        stance: None for a plain note.
        place: Its subject; None if the line names no existing place and none was current.
        text: The free words.
        wordings: The words quoted: the wording that the delegation requests for the text.
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
        text: A conclusion a line.
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
    """Who stands where, as last said.

    Attributes:
        places: The rows, by item in the order of the agenda, in reading order; what was said on a document as a whole
            goes first, under its empty address. Language versions of one document share their rows.
        delegations: The columns: the Member States in protocol order, then others that were heard.
        cells: By delegation and place; where nothing was said there is none.
        counts: By place, how many delegations take each stance.
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
    """Another reading of a line: what it would mean, and the line that says so without a doubt."""

    meaning: str
    line: str


@dataclass(frozen=True, slots=True)
class ParsedIntervention:
    interventions: tuple[PartialIntervention, ...]
    alternatives: tuple[AlternativeReading, ...] = ()
