"""Exports on a meeting: the report, the matrix, and the speaking note before it."""

import datetime
import logging
import re
from collections.abc import Callable
from pathlib import Path

from delegate_desk.core.delegations import PROTOCOL_ORDER, delegation
from delegate_desk.core.documents.document import Address, Document, DocumentId, LibraryDocument, Place
from delegate_desk.core.errors import NothingCaughtError, UnknownDelegationError
from delegate_desk.core.meetings.meeting import AgendaItem, Meeting, MeetingId
from delegate_desk.core.positions.export_options import (
    LABEL_LANGUAGES,
    Audience,
    ExportSummary,
    ReportKind,
    ReportOptions,
)
from delegate_desk.export import internal_content, labels, position_paper
from delegate_desk.export import meeting_report as report
from delegate_desk.export import meeting_report as report_internal
from delegate_desk.export import text as plain
from delegate_desk.export.blocks import ExportDocument
from delegate_desk.export.file_writing import save
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts import matrix, meeting_report, speaking_note
from delegate_desk.export.meeting_report import MeetingDetails, ReportPlace
from delegate_desk.export.position_paper import PositionPaper
from delegate_desk.services.annotations.annotations import Annotations
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.export.export import fixed, local_date, now
from delegate_desk.services.export.export_builder import cites
from delegate_desk.services.meetings.meetings import Meetings
from delegate_desk.services.positions.positions import Positions

_log = logging.getLogger(__name__)

PLAIN = ".txt"
"""What a file is called that is written as plain text."""


class Reports:
    """Makes the files on the meetings of one library."""

    def __init__(
        self, documents: Documents, annotations: Annotations, positions: Positions, meetings: Meetings
    ) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._meetings = meetings

    def write(
        self, kind: ReportKind, key: MeetingId, target: Path, options: ReportOptions, *, item: str | None = None
    ) -> None:
        """Write a file on a meeting: slow, changes nothing in the library.

        Args:
            kind: Kind of file.
            key: The meeting.
            target: A Word file; plain text if its suffix is ``.txt``.
            options: Choices.
            item: For a matrix, only interventions on this item.

        Raises:
            UnknownMeetingError: If there is no such meeting.
            UnknownItemError: If its agenda has no such item.
            NothingCaughtError: If there is no matrix, for nobody took a stance.
            UnknownDelegationError: If the options name no Member State.
            ExportFailedError: If the file cannot be written; an existing file is untouched.
        """
        moment = now()
        sheet, _ = self._build_export_document(kind, key, options, moment, item)
        save(plain.render(sheet).encode() if target.suffix.lower() == PLAIN else _rendered(sheet, moment), target)
        _log.info("Wrote the %s of a meeting: %d blocks", kind, len(sheet.blocks))

    def text(self, kind: ReportKind, key: MeetingId, options: ReportOptions) -> str:
        """A file on a meeting as plain text, for a mail: raises as ``write``."""
        return plain.render(self._build_export_document(kind, key, options, now(), None)[0])

    def preview(self, kind: ReportKind, key: MeetingId, options: ReportOptions) -> ExportSummary:
        """Make the file in memory, and tell what is in it: slow, leaves nothing on the disk; raises as ``write``."""
        from delegate_desk.export.docx.text_extraction import extract_text

        moment = now()
        sheet, counted = self._build_export_document(kind, key, options, moment, None)
        marking = self._sitting(self._meetings.get(key), options).marking
        return ExportSummary(extract_text(_rendered(sheet, moment)), *counted, marking)

    def _build_export_document(
        self, kind: ReportKind, key: MeetingId, options: ReportOptions, moment: datetime.datetime, item: str | None
    ) -> tuple[ExportDocument, tuple[int, int]]:
        """A file before it is written, how many items or places it speaks on, and how many internal texts are in it."""
        made = _Maker(self._documents, self._annotations, self._positions, self._meetings)
        meeting = self._meetings.get(key)
        sitting = self._sitting(meeting, options)
        known = labels.load(options.labels or sitting.language)
        if kind is ReportKind.MATRIX:
            return made.matrix(meeting, sitting, known, options, item)
        if kind is ReportKind.NOTE:
            return made.note(meeting, sitting, known, options, local_date(moment))
        return made.report(meeting, sitting, known, options)

    def _sitting(self, meeting: Meeting, options: ReportOptions) -> MeetingDetails:
        said_by = self._positions.delegation()
        if options.delegation:
            said_by = delegation(options.delegation)
            if said_by is None:
                raise UnknownDelegationError(options.delegation)
        agenda = self._meetings.agenda(meeting.id)
        return MeetingDetails(
            body=meeting.body,
            reference=str(meeting.reference) if meeting.reference else "",
            date=meeting.date,
            begins=meeting.time,
            place=meeting.place,
            language=agenda.header.language if agenda else "",
            marking=self._marking(meeting, agenda),
            delegation=said_by,
        )

    def _marking(self, meeting: Meeting, agenda: LibraryDocument | None) -> str | None:
        """The marking of the agenda and of all that was spoken on: one document is enough."""
        held = [agenda] if agenda else []
        held += [one for item in meeting.items for _, found in self._meetings.documents(item) for one in found]
        spoken = {one.place.document for one in self._meetings.interventions(meeting.id) if one.place}
        held += [self._documents.get(key) for key in sorted(spoken)]
        return next((one.header.marking for one in held if one.header.marking), None)


class _Maker:
    """Makes one file; keeps the documents that it has read."""

    def __init__(
        self, documents: Documents, annotations: Annotations, positions: Positions, meetings: Meetings
    ) -> None:
        self._documents = documents
        self._annotations = annotations
        self._positions = positions
        self._meetings = meetings
        self._read: dict[DocumentId, Document] = {}

    def report(
        self, meeting: Meeting, sitting: MeetingDetails, known: ExportLabels, options: ReportOptions
    ) -> tuple[ExportDocument, tuple[int, int]]:
        """The report, and what is internal for the capital alone."""
        said = self._meetings.interventions(meeting.id)
        locate = self._locate(known)
        capital = options.audience is Audience.CAPITAL
        hide = None if options.names_delegations or capital else naming()
        built = report.build(sitting, meeting.items, said, locate=locate, hide=hide)
        spoken = sum(not item.is_empty() for item in built.items)
        if not capital:
            return meeting_report.lay_out(built, known), (spoken, 0)
        notes = {
            item.number: [
                one for held in self._documents_for_item(item) for one in self._annotations.own_for_document(held.id)
            ]
            for item in meeting.items
        }
        numbers = [item.number for item in meeting.items]
        zone = datetime.UTC if fixed() else None
        inside = report_internal.build_internal(numbers, said, notes, locate=locate, zone=zone)
        counted = sum(item.count() for item in inside.values())
        return meeting_report.lay_out(built, known, inside), (spoken, counted)

    def matrix(
        self, meeting: Meeting, sitting: MeetingDetails, known: ExportLabels, options: ReportOptions, item: str | None
    ) -> tuple[ExportDocument, tuple[int, int]]:
        """The matrix, with red lines for the capital alone."""
        number = self._meetings.item(meeting.id, item).number if item is not None else None
        found = self._meetings.matrix(meeting.id, number)
        if not found.places:
            raise NothingCaughtError(meeting.body)
        capital = options.audience is Audience.CAPITAL
        named = options.names_delegations or capital
        made, red_lines = matrix.build(sitting, found, locate=self._locate(known), named=named)
        sheet = matrix.lay_out(made, known, red_lines if capital else None)
        return sheet, (len(found.places), len(red_lines) if capital else 0)

    def note(
        self,
        meeting: Meeting,
        sitting: MeetingDetails,
        known: ExportLabels,
        options: ReportOptions,
        date: datetime.date,
    ) -> tuple[ExportDocument, tuple[int, int]]:
        """The speaking note, with what is internal for the capital alone."""
        capital = options.audience is Audience.CAPITAL
        inside: dict[tuple[str, str], Internal] = {}
        items = []
        for item in meeting.items:
            papers = []
            for held in self._documents_for_item(item):
                said, ours = self._position(held, sitting, known, date)
                if not said.is_empty() or (capital and ours.count()):
                    papers.append(said)
                    inside[said.cover.name, said.cover.language] = ours
            items.append(speaking_note.NoteItem(item.number, item.title, tuple(papers)))
        numbers = [item.number for item in meeting.items]
        divided = tuple(
            speaking_note.NoteItem(one.number, one.title, one.papers, report.is_divided(one.number, numbers))
            for one in items
        )
        spoken = sum(len(said.provisions) for item in items for said in item.papers)
        note = speaking_note.SpeakingNote(sitting, divided)
        if not capital:
            return speaking_note.lay_out(note, known), (spoken, 0)
        counted = sum(ours.count() for ours in inside.values())
        return speaking_note.lay_out(note, known, inside), (spoken, counted)

    def _position(
        self, held: LibraryDocument, sitting: MeetingDetails, known: ExportLabels, date: datetime.date
    ) -> tuple[PositionPaper, Internal]:
        document = self._document(held.id)
        ours, annotations = self._positions.get(held.id), self._annotations.own_for_document(held.id)
        cite = cites(document, ours.items, known)
        said = position_paper.build(
            held.name, document, ours, annotations, delegation=sitting.delegation, date=date, cite=cite
        )
        return said, internal_content.build(document, ours, annotations, cite=cite)

    def _documents_for_item(self, item: AgendaItem) -> list[LibraryDocument]:
        """The documents of an item that are held, in every language version, each once."""
        found = [one for _, held in self._meetings.documents(item) for one in held]
        return list({one.id: one for one in found}.values())

    def _document(self, key: DocumentId) -> Document:
        if key not in self._read:
            self._read[key] = self._documents.content(key)
        return self._read[key]

    def _citation_formatter(self, key: DocumentId, known: ExportLabels) -> Callable[[Address], str]:
        return cites(self._document(key), (), known)

    def _locate(self, known: ExportLabels) -> Callable[[Place], ReportPlace]:
        """Return a function that cites a place; all places of a document are read once."""
        cites: dict[DocumentId, Callable[[Address], str]] = {}
        ranks: dict[DocumentId, dict[Address, int]] = {}

        def locate(place: Place) -> ReportPlace:
            key = place.document
            if key not in cites:
                cites[key] = self._citation_formatter(key, known)
                ranks[key] = {unit.address: n for n, unit in enumerate(self._document(key).units())}
            cited = cites[key](place.address) if place.address else ""
            rank = ranks[key].get(place.address, len(ranks[key])) if place.address else -1
            return ReportPlace(self._documents.get(key).name, cited, rank)

        return locate


def _rendered(sheet: ExportDocument, moment: datetime.datetime) -> bytes:
    from delegate_desk.export.docx.renderer import render

    return render(sheet, moment)


def naming() -> re.Pattern[str]:
    """Pattern of a Member State in the words of a line: its code in capital letters, and its name."""
    names = {name for language in LABEL_LANGUAGES for name in labels.load(language).delegations["names"].values()}
    said = sorted({*PROTOCOL_ORDER, "GR", *names}, key=lambda name: -len(name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)")
