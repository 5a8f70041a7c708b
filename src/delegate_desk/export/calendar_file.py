"""Meetings and deadlines as a calendar file (iCalendar, RFC 5545)."""

import datetime
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from delegate_desk import __version__
from delegate_desk.core.values import dataclass
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.page import PageLayout

BRUSSELS = ZoneInfo("Europe/Brussels")
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
"""Directive 2000/84/EC as two rules: Outlook does not read the lists of days that icalendar would write."""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A meeting or a deadline.

    Attributes:
        key: The id of the meeting or of the annotation.
        when: A day, or a time with a time zone.
        place: Place of a meeting; may be empty.
        modified: In UTC.
        private: True for entries that only the owner of the calendar may see.
    """

    key: str
    when: datetime.date
    title: str
    place: str
    details: str
    modified: datetime.datetime
    private: bool


def render(entries: Iterable[CalendarEntry], timestamp: datetime.datetime) -> bytes:
    """Return an iCalendar file; an entry has the same UID each time, so that a later file replaces it."""
    from icalendar import Calendar, Event, Timezone

    calendar = Calendar()
    calendar.add("prodid", f"-//Delegate Desk//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(Timezone.from_ical(_ZONE))
    for entry in entries:
        event = Event()
        event.add("uid", f"{entry.key}@delegate-desk")
        event.add("dtstamp", timestamp)
        event.add("last-modified", entry.modified)
        when = entry.when
        event.add("dtstart", when.astimezone(BRUSSELS) if isinstance(when, datetime.datetime) else when)
        event.add("summary", entry.title)
        if entry.place:
            event.add("location", entry.place)
        event.add("description", entry.details)
        event.add("class", "PRIVATE" if entry.private else "PUBLIC")
        event.add("transp", "TRANSPARENT" if entry.private else "OPAQUE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


_WHEN_WIDTH = 2400


def lay_out(entries: Sequence[CalendarEntry], labels: ExportLabels, delegation: str | None) -> ExportDocument:
    """Lay out a calendar, for the capital only: deadlines are internal."""
    layout = PageLayout(labels, None, internal=True)
    words = labels.words
    rows = [layout.header_row((words["calendar_when"], words["calendar_what"]))]
    for entry in entries:
        lines = (line for line in (entry.place, *entry.details.splitlines()) if line)
        texts = (layout.line(entry.title, Style.PROVISION), *(layout.line(line, Style.COMMENT) for line in lines))
        when = labels.date(entry.when)
        if isinstance(entry.when, datetime.datetime):
            when = labels.format_time(entry.when.astimezone(BRUSSELS), "meeting_day")
        rows.append(TableRow((TableCell((layout.line(when, Style.COMMENT),)), TableCell(texts))))
    title, author = words["calendar"], labels.delegation(delegation)
    blocks: list[ExportParagraph | ExportTable] = [
        *layout.notice(),
        layout.line(author, Style.TITLE),
        layout.line(title, Style.SUBTITLE),
        ExportTable((_WHEN_WIDTH, TEXT_WIDTH - _WHEN_WIDTH), tuple(rows), title),
    ]
    return layout.document(title, author, layout.label_language, blocks, head=f"{author} · {title}", foot=title)
