"""Exports on meetings: report, speaking note, matrix, and the calendar of meetings and deadlines."""

import datetime
import re
from collections.abc import Callable
from functools import cache

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.annotations.annotation_list import LAST_MINUTE
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import EmptyCalendarError, NothingCaughtError
from delegate_desk.core.local_time import local_time
from delegate_desk.core.meetings.meeting import AgendaItem, Meeting, MeetingId
from delegate_desk.core.positions.export_options import LABEL_LANGUAGES, Audience, ExportKind, ExportOptions
from delegate_desk.core.values import dataclass
from delegate_desk.export import calendar_file, internal_content, labels, position_paper
from delegate_desk.export import meeting_report as report
from delegate_desk.export.calendar_file import BRUSSELS, CalendarEntry
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.layouts import meeting_report
from delegate_desk.export.meeting_report import MeetingDetails, ReportPlace
from delegate_desk.export.position_paper import Cite, PositionPaper
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.document_exports import cites
from delegate_desk.services.export.export import BuiltExport, fixed_time, local_date
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.positions.positions import Positions


@dataclass(frozen=True, eq=False)
class MeetingExports:
    documents: Documents
    annotations: Annotations
    positions: Positions
    meetings: Meetings

    def build(self, key: MeetingId, kind: ExportKind, options: ExportOptions, when: datetime.datetime) -> BuiltExport:
        """Build an export of one of the ``MEETING_KINDS``.

        Raises:
            UnknownMeetingError: If there is no such meeting.
            UnknownItemError: If its agenda has no such item.
            NothingCaughtError: If there is no matrix because nobody took a stance.
        """
        meeting = self.meetings.get(key)
        agenda = self.meetings.agenda(meeting.id)
        # LIMITE if the agenda or any document spoken on has it
        documents = [agenda] if agenda else []
        documents += [d for item in meeting.items for _, versions in self.meetings.documents(item) for d in versions]
        spoken_keys = {entry.place.document for entry in self.meetings.interventions(meeting.id) if entry.place}
        documents += [self.documents.get(spoken_on) for spoken_on in sorted(spoken_keys)]
        sitting = MeetingDetails(
            body=meeting.body,
            reference=str(meeting.reference) if meeting.reference else "",
            date=meeting.date,
            begins=meeting.time,
            place=meeting.place,
            language=agenda.header.language if agenda else "",
            marking=next((document.header.marking for document in documents if document.header.marking), None),
            delegation=options.delegation,
        )
        export = _MeetingExport(self, sitting, options)
        if kind is ExportKind.MATRIX:
            return export.matrix(meeting)
        return export.note(meeting, local_date(when)) if kind is ExportKind.NOTE else export.report(meeting)


class _MeetingExport:
    def __init__(self, exports: MeetingExports, sitting: MeetingDetails, options: ExportOptions) -> None:
        self._documents, self._annotations = exports.documents, exports.annotations
        self._positions, self._meetings = exports.positions, exports.meetings
        self._sitting = sitting
        self._options = options
        self._labels = labels.load(options.labels or sitting.language)
        self._is_internal = options.audience is Audience.CAPITAL
        self._names = options.names_delegations or self._is_internal

    def report(self, meeting: Meeting) -> BuiltExport:
        interventions = self._meetings.interventions(meeting.id)
        hide = None if self._names else naming()
        built = report.build(self._sitting, meeting.items, interventions, locate=self._locate(), hide=hide)
        item_count = sum(not item.is_empty() for item in built.items)
        if not self._is_internal:
            return BuiltExport(meeting_report.lay_out(built, self._labels), item_count)
        notes = {
            item.number: [
                annotation
                for document in self._documents_for_item(item)
                for annotation in self._annotations.own_for_document(document.id)
            ]
            for item in meeting.items
        }
        numbers = [item.number for item in meeting.items]
        zone = datetime.UTC if fixed_time() else None
        inside = report.build_internal(numbers, interventions, notes, locate=self._locate(), zone=zone)
        internal_count = sum(item.count() for item in inside.values())
        return BuiltExport(meeting_report.lay_out(built, self._labels, inside), item_count, internal_count)

    def matrix(self, meeting: Meeting) -> BuiltExport:
        item = self._options.item
        number = self._meetings.item(meeting.id, item).number if item is not None else None
        matrix = self._meetings.matrix(meeting.id, number)
        if not matrix.places:
            raise NothingCaughtError(meeting.body)
        built, red_lines = meeting_report.build_matrix(self._sitting, matrix, locate=self._locate(), named=self._names)
        shown = red_lines if self._is_internal else None
        return BuiltExport(
            meeting_report.lay_out_matrix(built, self._labels, shown), len(matrix.places), len(shown or ())
        )

    def note(self, meeting: Meeting, date: datetime.date) -> BuiltExport:
        inside: dict[tuple[str, str], Internal] = {}
        items = []
        numbers = [item.number for item in meeting.items]
        for item in meeting.items:
            papers = []
            for document in self._documents_for_item(item):
                paper, own = self._position(document, date)
                if not paper.is_empty() or (self._is_internal and own.count()):
                    papers.append(paper)
                    inside[paper.cover.name, paper.cover.language] = own
            divided = report.is_divided(item.number, numbers)
            items.append(meeting_report.NoteItem(item.number, item.title, tuple(papers), divided))
        count = sum(len(paper.provisions) for item in items for paper in item.papers)
        shown = inside if self._is_internal else None
        internal = sum(own.count() for own in (shown or {}).values())
        return BuiltExport(meeting_report.lay_out_note(self._sitting, items, self._labels, shown), count, internal)

    def _position(self, stored: LibraryDocument, date: datetime.date) -> tuple[PositionPaper, Internal]:
        document = self._documents.content(stored.id)
        position, annotations = self._positions.get(stored.id), self._annotations.own_for_document(stored.id)
        cite = cites(document, position.items, self._labels)
        paper = position_paper.build(
            stored.name, document, position, annotations, delegation=self._sitting.delegation, date=date, cite=cite
        )
        return paper, internal_content.build(document, position, annotations, cite=cite)

    def _documents_for_item(self, item: AgendaItem) -> list[LibraryDocument]:
        versions = [document for _, documents in self._meetings.documents(item) for document in documents]
        return list({document.id: document for document in versions}.values())

    def _locate(self) -> Callable[[Place], ReportPlace]:
        """Return a function that cites a place; all places of a document are loaded once."""

        @cache
        def places(key: DocumentId) -> tuple[Cite, dict[Address, int]]:
            document = self._documents.content(key)
            return cites(document, (), self._labels), {unit.address: n for n, unit in enumerate(document.units())}

        def locate(place: Place) -> ReportPlace:
            cite, ranks = places(place.document)
            citation = cite(place.address) if place.address else ""
            rank = ranks.get(place.address, len(ranks)) if place.address else -1
            return ReportPlace(self._documents.get(place.document).name, citation, rank)

        return locate


def naming() -> re.Pattern[str]:
    """Return a pattern that finds a Member State in a line: its code in capital letters, and its name."""
    names = {name for language in LABEL_LANGUAGES for name in labels.load(language).delegations["names"].values()}
    texts = sorted({*PROTOCOL_ORDER, "GR", *names}, key=lambda name: -len(name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, texts))})(?!\w)")


_LONGEST_TITLE = 120
_END_OF_TIME = datetime.datetime.max.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True, eq=False)
class CalendarExports:
    documents: Documents
    annotations: Annotations
    meetings: Meetings

    def build(self, _subject: object, _: ExportKind, options: ExportOptions, when: datetime.datetime) -> BuiltExport:
        """Build the calendar, for the capital only.

        Raises:
            EmptyCalendarError: If there is no meeting with a date and no deadline.
        """
        texts = labels.load(options.labels or "en")
        deadlines = [self._deadline(annotation, texts) for annotation in self.annotations.due(_END_OF_TIME)]
        meetings = (self._meeting(meeting, meeting.date) for meeting in self.meetings.all() if meeting.date is not None)
        entries = sorted((*meetings, *deadlines), key=_moment)
        if not entries:
            raise EmptyCalendarError
        export = calendar_file.lay_out(entries, texts, options.delegation)
        files = {".ics": calendar_file.render(entries, when)}
        return BuiltExport(export, len(entries), len(deadlines), files=files)

    @staticmethod
    def _meeting(meeting: Meeting, day: datetime.date) -> CalendarEntry:
        """Return a meeting as an event, in Brussels time if its agenda gives an hour."""
        begins = None if meeting.time is None else datetime.datetime.combine(day, meeting.time, BRUSSELS)
        agenda = [f"{item.number}. {item.title}" for item in meeting.items]
        details = "\n".join((str(meeting.reference) if meeting.reference else "", *agenda)).strip()
        return CalendarEntry(
            meeting.id, begins or day, meeting.body, meeting.place, details, meeting.created, private=False
        )

    def _deadline(self, annotation: Annotation, texts: labels.ExportLabels) -> CalendarEntry:
        assert annotation.due is not None  # for it was found by its deadline
        document = self.documents.get(annotation.place.document)
        place = cites(self.documents.content(document.id), (), texts)(annotation.place.address)
        local = local_time(annotation.due)
        words = " ".join(annotation.text.split()) or texts.kinds[annotation.kind]
        shown = words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1].rstrip()}…"
        return CalendarEntry(
            annotation.id,
            local.date() if local.time() == LAST_MINUTE else annotation.due,
            f"{document.name}: {shown}",
            "",
            "\n".join(filter(None, (f"{document.name}, {place}", texts.kinds[annotation.kind], annotation.text))),
            annotation.modified,
            private=True,
        )


def _moment(entry: CalendarEntry) -> tuple[datetime.datetime, str]:
    when = entry.when
    if not isinstance(when, datetime.datetime):
        when = datetime.datetime.combine(when, datetime.time(), BRUSSELS)
    return when, entry.title
