"""The circulating report of a meeting: the interventions, and the conclusions of the Presidency.

A ``MeetingReport`` is built here and has no field for internal content: plain notes, tasks, a red line by its name. The
additions for the capital are a separate type (``InternalItem`` below).
"""

import datetime
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, AnnotationStatus, parse_task_boxes
from delegate_desk.core.delegations import PROTOCOL_ORDER, protocol_rank
from delegate_desk.core.documents.document import Place
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.meeting import AgendaItem, Intervention
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES
from delegate_desk.core.positions.position import RESERVED, Stance
from delegate_desk.core.values import dataclass
from delegate_desk.export import labels


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """The details of a meeting in the head of its files.

    Attributes:
        language: Language of the agenda, ISO 639-1; empty if there is none.
        marking: ``LIMITE`` if a document of the agenda has it.
        delegation: Code of our delegation; None if the library does not know it.
    """

    body: str
    reference: str
    date: datetime.date | None
    begins: datetime.time | None
    place: str
    language: str
    marking: str | None
    delegation: str | None


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """A cited place.

    Attributes:
        citation: In the words of the labels' language; empty for the document as a whole.
    """

    name: str
    citation: str
    rank: int


Locate = Callable[[Place], ReportPlace]


@dataclass(frozen=True, slots=True)
class Statement:
    """Statement made in a meeting on a place.

    Attributes:
        citation: The place, with its document if the item has several; empty if none was named.
        stance: Never a red line, which circulates as opposition.
        wordings: Wordings proposed; they may be part of the text.
    """

    citation: str
    stance: Stance
    text: str
    wordings: tuple[str, ...]
    count: int = 1

    def __post_init__(self) -> None:
        if self.stance is Stance.RED_LINE:
            raise ValueError(self.stance)


@dataclass(frozen=True, slots=True)
class GroupedStatements:
    """Statements of one speaker, in the order captured, or of unnamed delegations on one place, by stance.

    Attributes:
        name: The code of the speaker, or the citation of the place.
    """

    name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reservation:
    """A reservation that was not lifted.

    Attributes:
        codes: Its delegations, in protocol order; empty if delegations are not named.
    """

    stance: Stance
    citation: str
    codes: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ReportItem:
    """An item of the agenda, or the meeting as a whole, which has no number.

    Attributes:
        documents: Names, in the order printed.
        conclusions: In the order captured.
        speakers: Delegations in protocol order, then others.
        passages: Instead of speakers if delegations are not named, in reading order.
        divided: True if it has sub-items.
    """

    number: str
    title: str
    documents: tuple[str, ...]
    conclusions: tuple[str, ...]
    speakers: tuple[GroupedStatements, ...]
    passages: tuple[GroupedStatements, ...]
    reservations: tuple[Reservation, ...]
    divided: bool = False
    next_steps: tuple[str, ...] = ()

    def is_empty(self) -> bool:
        return not (self.conclusions or self.next_steps or self.speakers or self.passages)


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """The report of a meeting.

    Attributes:
        items: In the order of the agenda, then the meeting as a whole if anything was said on it.
        summary: The conclusions on the meeting as a whole.
    """

    sitting: MeetingDetails
    items: tuple[ReportItem, ...]
    summary: tuple[str, ...] = ()


def build(
    sitting: MeetingDetails,
    agenda: Sequence[AgendaItem],
    interventions: Iterable[Intervention],
    *,
    locate: Locate,
    hide: re.Pattern[str] | None = None,
) -> MeetingReport:
    """Build the report from the interventions.

    Args:
        interventions: In the order captured.
        hide: Pattern of delegation names, if delegations are not named; None if they are.
    """
    stated = [intervention for intervention in interventions if intervention.delegations and intervention.stance]
    numbers = [item.number for item in agenda]
    items: list[ReportItem] = []
    summary: tuple[str, ...] = ()
    for item in (*agenda, None):
        of_item = [intervention for intervention in stated if intervention.line.item == (item.number if item else None)]
        divided = item is not None and is_divided(item.number, numbers)
        report_item = _item(item, of_item, locate, hide, divided=divided)
        if item is None:
            summary, report_item = report_item.conclusions, replace(report_item, conclusions=())
        if item is not None or not report_item.is_empty():
            items.append(report_item)
    return MeetingReport(sitting, tuple(items), summary)


def without_next_steps_label(conclusion: str) -> tuple[str, bool]:
    """Return a conclusion without the label of a next step, in any language; and whether it had one."""
    found = _next_steps_label().match(conclusion)
    return (conclusion[found.end() :], True) if found else (conclusion.removeprefix("\n"), False)


@cache
def _next_steps_label() -> re.Pattern[str]:
    words = (labels.load(language).words["next_steps"] for language in LABEL_LANGUAGES)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s*:(?:[^\S\n]*\n|\s*)", re.IGNORECASE)


def cite(place: ReportPlace | None, *, several: bool) -> str:
    """Return a place in words, after its document's name if several documents are discussed."""
    if place is None:
        return ""
    return ", ".join(filter(None, (place.name if several else "", place.citation)))


def current_stances(interventions: Iterable[Intervention]) -> dict[tuple[str, Place | None], Stance]:
    """Return the last stance of each speaker on each place; a mere statement does not withdraw one."""
    stances: dict[tuple[str, Place | None], Stance] = {}
    for intervention in interventions:
        for code in intervention.delegations:
            if intervention.stance and not intervention.conclusion and intervention.stance is not Stance.STATEMENT:
                stances[code, intervention.place] = intervention.stance
    return stances


def _item(
    item: AgendaItem | None,
    interventions: Sequence[Intervention],
    locate: Locate,
    hide: re.Pattern[str] | None,
    *,
    divided: bool,
) -> ReportItem:
    places = {intervention.place: locate(intervention.place) for intervention in interventions if intervention.place}
    several = len({location.name for location in places.values()}) > 1
    stated = [intervention for intervention in interventions if not intervention.conclusion]

    def cite_place(place: Place | None) -> str:
        return cite(places[place] if place else None, several=several)

    def state(intervention: Intervention) -> Statement:
        assert intervention.stance is not None
        stance, text = intervention.stance.circulated, _without(intervention.text, hide)
        return Statement(cite_place(intervention.place), stance, text, intervention.wordings)

    named: dict[str, list[Statement]] = {}
    unnamed: dict[Place | None, dict[Statement, set[str]]] = {}
    for value in stated:
        for code in value.delegations:
            if hide and code in PROTOCOL_ORDER:
                unnamed.setdefault(value.place, {}).setdefault(state(value), set()).add(code)
            else:
                named.setdefault(code, []).append(state(value))
    passages = []
    for place in sorted(unnamed, key=lambda place: (places[place].name, places[place].rank) if place else ("", -1)):
        grouped = [replace(statement, count=len(codes)) for statement, codes in unnamed[place].items()]
        # in an order that does not identify the delegations
        grouped.sort(key=lambda statement: (list(Stance).index(statement.stance), statement.text))
        passages.append(GroupedStatements(cite_place(place), tuple(grouped)))
    concluded = [without_next_steps_label(_without(value.text, hide)) for value in interventions if value.conclusion]
    return ReportItem(
        number=item.number if item else "",
        title=item.title if item else "",
        documents=tuple(map(str, item.documents)) if item else (),
        conclusions=tuple(text for text, is_next_step in concluded if not is_next_step),
        speakers=tuple(GroupedStatements(code, tuple(named[code])) for code in sorted(named, key=protocol_rank)),
        passages=tuple(passages),
        reservations=_reservations(stated, cite_place, named=hide is None),
        divided=divided,
        next_steps=tuple(text for text, is_next_step in concluded if is_next_step),
    )


def _reservations(
    interventions: Iterable[Intervention], cite_place: Callable[[Place | None], str], *, named: bool
) -> tuple[Reservation, ...]:
    holders: dict[tuple[Stance, str], set[str]] = {}
    for (code, place), stance in current_stances(interventions).items():
        if stance in RESERVED:
            holders.setdefault((stance, cite_place(place)), set()).add(code)
    order = list(Stance)
    return tuple(
        Reservation(stance, citation, tuple(sorted(codes, key=protocol_rank)) if named else (), len(codes))
        for (stance, citation), codes in sorted(holders.items(), key=lambda found: order.index(found[0][0]))
    )


def _without(text: str, hide: re.Pattern[str] | None) -> str:
    return hide.sub("[…]", text) if hide else text


def is_divided(number: str, numbers: Iterable[str]) -> bool:
    """True if an item has sub-items: ``2`` if there is a ``2a``, or a ``2.1``."""
    return any(re.match(rf"{re.escape(number)}(?:[^\W\d]|\.)", other) for other in numbers)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to be done.

    Attributes:
        what: In the delegate's words; empty if none were written.
        citation: Of the place that the annotation is on, with its document.
        due: In local time; None if there is no deadline.
    """

    what: str
    kind: AnnotationKind
    citation: str
    due: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class InternalItem:
    """Internal content on an item.

    Attributes:
        red_lines: Delegations with a red line and its place; in protocol order.
        notes: Captured lines without a speaker, in the order captured, with the local clock time.
        follow_ups: The earliest first, those without a time last.
    """

    red_lines: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[datetime.datetime, str], ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    def count(self) -> int:
        return len(self.red_lines) + len(self.notes) + len(self.follow_ups)


InternalReport = Mapping[str, InternalItem]
"""By an item's number; the empty one is the meeting as a whole."""


def build_internal(
    numbers: Iterable[str],
    interventions: Iterable[Intervention],
    annotations: Mapping[str, Iterable[Annotation]],
    *,
    locate: Locate,
    zone: datetime.tzinfo | None,
) -> dict[str, InternalItem]:
    """Collect the internal content.

    Args:
        interventions: In the order captured.
        annotations: By an item's number, those on its documents.
        zone: Local time zone; None for the computer's.
    """
    captured = list(interventions)
    by_item = {}
    for number in (*numbers, ""):
        of_item = [intervention for intervention in captured if (intervention.line.item or "") == number]
        found = [task for annotation in annotations.get(number, ()) for task in _follow_ups(annotation, locate, zone)]
        red_lines = [
            (code, cite(locate(place) if place else None, several=True))
            for (code, place), stance in current_stances(of_item).items()
            if stance is Stance.RED_LINE
        ]
        by_item[number] = InternalItem(
            red_lines=tuple(sorted(red_lines, key=lambda red_line: (protocol_rank(red_line[0]), red_line[1]))),
            notes=tuple((note.line.created.astimezone(zone), note.text) for note in of_item if not note.delegations),
            follow_ups=tuple(
                sorted(dict.fromkeys(found), key=lambda task: task.due.timestamp() if task.due else math.inf)
            ),
        )
    return by_item


def _follow_ups(annotation: Annotation, locate: Locate, zone: datetime.tzinfo | None) -> list[FollowUp]:
    """Return the follow-ups of an annotation: its open task boxes, or the whole if it has a deadline and no boxes."""
    if annotation.status is AnnotationStatus.DONE:
        return []
    due = local_time(annotation.due, zone) if annotation.due else None
    found = parse_task_boxes(annotation.text)
    texts = (annotation.text[box.end :].partition("\n")[0].strip() for box in found if not box.is_ticked)
    tasks = [text for text in texts if text]
    if due and not found:
        tasks = [" ".join(annotation.text.split())]
    citation = cite(locate(annotation.place), several=True)
    return [FollowUp(text, annotation.kind, citation, due) for text in tasks]
