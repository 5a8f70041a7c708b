"""A meeting on a document made of values, for tests of the files on it."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from delegate_desk.core.annotations.annotation import Annotation
from delegate_desk.core.documents.citations import citation, labels_to
from delegate_desk.core.documents.document import Address, Document, DocumentId, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import (
    AgendaItem,
    CapturedLine,
    Intervention,
    InterventionId,
    LineId,
    MeetingId,
)
from delegate_desk.core.positions.export_options import Audience, ExportKind
from delegate_desk.core.positions.position import Position, Stance
from delegate_desk.export import internal_content, labels, position_paper
from delegate_desk.export import meeting_report as report
from delegate_desk.export import meeting_report as report_internal
from delegate_desk.export.blocks import ExportDocument
from delegate_desk.export.docx import renderer
from delegate_desk.export.layouts import meeting_report
from delegate_desk.export.meeting_report import Locate, MeetingDetails, ReportPlace
from delegate_desk.paths import load_table
from delegate_desk.services.export.meeting_exports import naming
from delegate_desk.services.meetings.meetings import matrix as matrix_of
from support.document_values import paper as short_paper
from support.position_values import ANNOTATIONS, KEY, MOMENT, POSITION

ON_PAPER = AgendaItem("2", "Quiet hours", (Reference("ST", 7001, 2026),))
AGENDA = (AgendaItem("1", "Adoption of the agenda"), ON_PAPER, AgendaItem("3", "Any other business"))
SITTING = MeetingDetails(
    "Working Party on Shipping",
    "CM 7101/26",
    datetime.date(2026, 3, 9),
    datetime.time(10, 0),
    "Brussels",
    "en",
    "LIMITE",
    "EL",
)
_orders = count(1)


def heard(
    codes: str,
    stance: Stance | None,
    address: str | None = None,
    text: str = "",
    *,
    wordings: tuple[str, ...] = (),
    item: str | None = "2",
    conclusion: bool = False,
) -> Intervention:
    """Interventions on the document, as recorded."""
    order = next(_orders)
    line = CapturedLine(LineId(f"line {order}"), MeetingId("m"), item, text, MOMENT, None, order)
    place = Place(KEY, Address(address)) if address is not None else None
    key = InterventionId(f"said {order}")
    return Intervention(key, line, tuple(codes.split()), stance, place, text, wordings, conclusion)


SAID = (
    heard("NL", Stance.OPPOSE, "para_1", "too broad"),
    heard("DE", Stance.SUPPORT, "para_1"),
    heard("FR EL", Stance.SCRUTINY_RESERVATION, "para_2__point_1", 'wants "shall"', wordings=("shall",)),
    heard("HU", Stance.RED_LINE, "para_2"),
    heard("NL", Stance.RESERVATION, "para_2"),
    heard("NL", Stance.SUPPORT, "para_2", "lifts its reservation"),
    heard("COM", Stance.STATEMENT, "para_1", "a study is to come"),
    heard("", None, None, "coffee until 11"),
    heard("PRES", Stance.STATEMENT, None, "broad support; DE sends a text", conclusion=True),
)


def locate(language: str = "en", document: Document | None = None, name: str = "ST 7001/26") -> Locate:
    """Cites places of the document."""
    units = {unit.address: unit for unit in (document or short_paper()).units()}
    words = load_table("citations")[language]

    def located(place: Place) -> ReportPlace:
        cited = citation(place.address, labels_to(place.address, units), words) if place.address else ""
        rank = list(units).index(place.address) if place.address in units else -1
        return ReportPlace(name if place.document == KEY else f"#{place.document}", cited, rank)

    return located


def sheet(
    kind: ExportKind,
    audience: Audience = Audience.CIRCULATION,
    language: str = "en",
    *,
    said: Iterable[Intervention] = SAID,
    annotations: Iterable[Annotation] = ANNOTATIONS,
    ours: Position = POSITION,
    named: bool = True,
    marking: str | None = "LIMITE",
) -> ExportDocument:
    """A file on the meeting before it is written."""
    known = labels.load(language)
    capital = audience is Audience.CAPITAL
    sitting = replace(SITTING, marking=marking)
    spoken, notes = list(said), list(annotations)
    if kind is ExportKind.REPORT:
        made = report.build(sitting, AGENDA, spoken, locate=locate(language), hide=None if named else naming())
        inside = report_internal.build_internal(
            [item.number for item in AGENDA], spoken, {"2": notes}, locate=locate(language), zone=datetime.UTC
        )
        return meeting_report.lay_out(made, known, inside if capital else None)
    if kind is ExportKind.MATRIX:
        shelves: dict[str | None, DocumentId | None] = {
            item.number: KEY if item is ON_PAPER else None for item in AGENDA
        }
        order = {KEY: {unit.address: n for n, unit in enumerate(short_paper().units())}}
        found = matrix_of(spoken, [item.number for item in AGENDA], shelves, {KEY: "ST 7001/26"}, order)
        seen, red_lines = meeting_report.build_matrix(sitting, found, locate=locate(language), named=named)
        return meeting_report.lay_out_matrix(seen, known, red_lines if capital else None)
    document = replace(short_paper(), header=replace(short_paper().header, marking=marking))

    def cite(address: Address) -> str:
        return locate(language)(Place(DocumentId(KEY), address)).citation

    paper_ = position_paper.build(
        "ST 7001/26", document, ours, notes, delegation="EL", date=datetime.date(2026, 3, 9), cite=cite
    )
    inner = internal_content.build(document, ours, notes, cite=cite)
    shown = (paper_,) if capital or not paper_.is_empty() else ()
    items = tuple(
        meeting_report.NoteItem(item.number, item.title, shown if item is ON_PAPER else ()) for item in AGENDA
    )
    internals = {("ST 7001/26", "en"): inner} if capital else None
    return meeting_report.lay_out_note(sitting, items, known, internals)


def file(kind: ExportKind, audience: Audience = Audience.CIRCULATION, language: str = "en", **given: object) -> bytes:
    """A file on the meeting."""
    return renderer.render(sheet(kind, audience, language, **given), MOMENT)  # type: ignore[arg-type]
