"""What the capital sees besides the report that circulates: our notes, what is to be done, red lines by name."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from delegate_desk.core.annotations.annotation import Annotation, AnnotationKind, Status
from delegate_desk.core.annotations.note_markup import boxes
from delegate_desk.core.delegations import protocol_rank
from delegate_desk.core.meetings.meeting import Intervention
from delegate_desk.core.positions.position import Stance
from delegate_desk.export.report import Locate, cited, standing


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to be done.

    Attributes:
        what: In the delegate's words; empty where none were written.
        kind: Of the annotation that it comes from.
        citation: Of the place that the annotation is on, with its document.
        due: By when, as a clock here shows; None where no time was set.
    """

    what: str
    kind: AnnotationKind
    citation: str
    due: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class InternalItem:
    """What is internal on an item.

    Attributes:
        red_lines: Who drew a red line that stands, and where; in protocol order.
        notes: Lines that name no speaker, in the order caught, with the time as a clock here shows it.
        follow_ups: The earliest first, those without a time last.
    """

    red_lines: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[datetime.datetime, str], ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()

    def count(self) -> int:
        """How many internal texts there are."""
        return len(self.red_lines) + len(self.notes) + len(self.follow_ups)


InternalReport = Mapping[str, InternalItem]
"""By an item's number; the empty one is the meeting as a whole."""


def build_internal(
    numbers: Iterable[str],
    said: Iterable[Intervention],
    annotations: Mapping[str, Iterable[Annotation]],
    *,
    locate: Locate,
    zone: datetime.tzinfo | None,
) -> dict[str, InternalItem]:
    """Gather what is internal.

    Args:
        numbers: Of the items.
        said: In the order caught.
        annotations: By an item's number, those on its documents.
        locate: Cites a place.
        zone: Of the clock; None for that of the machine.
    """
    heard = list(said)
    made = {}
    for number in (*numbers, ""):
        of_item = [one for one in heard if (one.line.item or "") == number]
        found = [task for annotation in annotations.get(number, ()) for task in _follow_ups(annotation, locate, zone)]
        made[number] = InternalItem(
            red_lines=_red_lines(of_item, locate),
            notes=tuple((one.line.created.astimezone(zone), one.text) for one in of_item if not one.delegations),
            follow_ups=tuple(sorted(dict.fromkeys(found), key=_soonest)),
        )
    return made


def _red_lines(said: Iterable[Intervention], locate: Locate) -> tuple[tuple[str, str], ...]:
    drawn = [
        (code, cited(locate(place) if place else None, several=True))
        for (code, place), stance in standing(said).items()
        if stance is Stance.RED_LINE
    ]
    return tuple(sorted(drawn, key=lambda found: (protocol_rank(found[0]), found[1])))


def _follow_ups(annotation: Annotation, locate: Locate, zone: datetime.tzinfo | None) -> list[FollowUp]:
    """What an annotation asks to be done: its open boxes, or the whole of it if it has a time and no boxes."""
    if annotation.status is Status.DONE:
        return []
    due = annotation.due.astimezone(zone) if annotation.due else None
    found = boxes(annotation.text)
    asked = (annotation.text[box.end :].partition("\n")[0].strip() for box in found if not box.ticked)
    whats = [what for what in asked if what]
    if due and not found:
        whats = [" ".join(annotation.text.split())]
    citation = cited(locate(annotation.place), several=True)
    return [FollowUp(what, annotation.kind, citation, due) for what in whats]


def _soonest(task: FollowUp) -> tuple[bool, float]:
    return (task.due is None, task.due.timestamp() if task.due else 0)
