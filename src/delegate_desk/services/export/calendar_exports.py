"""Export of a calendar: the meetings, and the open annotations with a deadline."""

import datetime
from collections.abc import Iterator

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_list import LAST_MINUTE
from delegate_desk.core.errors import EmptyCalendarError
from delegate_desk.core.meetings.meeting import Meeting
from delegate_desk.core.positions.export_options import ExportKind, ExportOptions
from delegate_desk.export import calendar_file, labels
from delegate_desk.export.calendar_file import BRUSSELS, CalendarEntry
from delegate_desk.export.layouts import calendar
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.document_exports import cites
from delegate_desk.services.export.export import BuiltExport
from delegate_desk.services.meetings.meetings import Meetings

_LONGEST_TITLE = 120
_END_OF_TIME = datetime.datetime.max.replace(tzinfo=datetime.UTC)


class CalendarExports:
    """Builds the calendar of a library."""

    def __init__(self, documents: Documents, annotations: Annotations, meetings: Meetings) -> None:
        self._documents = documents
        self._annotations = annotations
        self._meetings = meetings

    def build(self, _subject: object, _: ExportKind, options: ExportOptions, moment: datetime.datetime) -> BuiltExport:
        """Build the calendar, for the capital alone.

        Raises:
            EmptyCalendarError: If there is neither a meeting with a date nor a deadline.
        """
        known = labels.load(options.labels or "en")
        deadlines = [self._deadline(annotation, known) for annotation in self._annotations.due(_END_OF_TIME)]
        entries = sorted((*self._sittings(), *deadlines), key=_moment)
        if not entries:
            raise EmptyCalendarError
        sheet = calendar.lay_out(entries, known, options.delegation)
        files = {".ics": calendar_file.render(entries, moment)}
        return BuiltExport(sheet, len(entries), len(deadlines), files=files)

    def _sittings(self) -> Iterator[CalendarEntry]:
        for meeting in self._meetings.all():
            if meeting.date is not None:
                yield _sitting(meeting, meeting.date)

    def _deadline(self, annotation: Annotation, known: labels.ExportLabels) -> CalendarEntry:
        assert annotation.due is not None  # for it was found by its deadline
        held = self._documents.get(annotation.place.document)
        place = cites(self._documents.content(held.id), (), known)(annotation.place.address)
        local = annotation.due.astimezone()
        words = " ".join(annotation.text.split()) or known.kinds[annotation.kind]
        shown = words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
        return CalendarEntry(
            annotation.id,
            local.date() if local.time() == LAST_MINUTE else annotation.due,
            f"{held.name}: {shown}",
            "",
            "\n".join(filter(None, (f"{held.name}, {place}", known.kinds[annotation.kind], annotation.text))),
            annotation.modified,
            private=True,
        )


def _sitting(meeting: Meeting, day: datetime.date) -> CalendarEntry:
    """A meeting, in the time of Brussels where its agenda gives an hour."""
    begins = None if meeting.time is None else datetime.datetime.combine(day, meeting.time, BRUSSELS)
    agenda = [f"{item.number}. {item.title}" for item in meeting.items]
    details = "\n".join((str(meeting.reference) if meeting.reference else "", *agenda)).strip()
    return CalendarEntry(
        meeting.id, begins or day, meeting.body, meeting.place, details, meeting.created, private=False
    )


def _moment(entry: CalendarEntry) -> tuple[datetime.datetime, str]:
    when = entry.when
    if not isinstance(when, datetime.datetime):
        when = datetime.datetime.combine(when, datetime.time(), BRUSSELS)
    return when, entry.title
