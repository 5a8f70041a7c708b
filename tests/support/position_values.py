"""A position on a document made of values, for tests of exports."""

import datetime
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId, AnnotationKind, Quote, Visibility
from delegate_desk.core.documents.document import Address, Document, DocumentId, Place
from delegate_desk.core.positions.export_options import Audience, ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import Position, PositionEntry, Stance
from delegate_desk.export import internal_content, labels, position_paper
from delegate_desk.export.docx import renderer
from delegate_desk.export.internal_content import DelegationComment, ExportMaterial, Internal, new_provisions
from delegate_desk.export.layouts import position_paper as position
from delegate_desk.export.position_paper import PositionPaper
from delegate_desk.services.export.document_exports import cites
from support.document_values import paper as short_paper

MOMENT = datetime.datetime(2026, 3, 9, 17, 30, tzinfo=datetime.UTC)
KEY = DocumentId(1)
POSITION = Position(
    KEY,
    general="We thank the Presidency.\nA scrutiny reservation remains.",
    internal="The ministry holds firm until Coreper.",
    items=(
        PositionEntry(Address("para_1"), Stance.CAN_ACCEPT),
        PositionEntry(
            Address("para_2"),
            Stance.SUPPORT_IF,
            "Ports should set fair quiet hours for ships.",
            "Fairness follows from recital 4.",
            "We can live with the old text.",
        ),
        PositionEntry(Address("para_2__point_1"), Stance.RED_LINE, None, "Shore power is for the States to decide."),
        PositionEntry(Address("fn_1"), internal="Ask the Legal Service."),
    ),
)


def remark(
    address: str,
    kind: AnnotationKind,
    text: str,
    visibility: Visibility = Visibility.INTERNAL,
    *,
    quote: Quote | None = None,
    tags: tuple[str, ...] = (),
) -> Annotation:
    """An annotation on the document."""
    place = Place(KEY, Address(address))
    return Annotation(AnnotationId(text), place, kind, text, MOMENT, MOMENT, quote, tags, visibility=visibility)


ANNOTATIONS = (
    remark("para_1", AnnotationKind.NOTE, "They changed this overnight.", tags=("watch", "ports")),
    remark(
        "para_1",
        AnnotationKind.QUESTION,
        "Which people?",
        Visibility.CIRCULATION,
        quote=Quote("the people", "disturbs ", " who", 15, 25),
    ),
    remark("para_2__point_1", AnnotationKind.RED_LINE, "Not in an act.", Visibility.CIRCULATION),
)


def gathered(
    language: str = "en",
    *,
    document: Document | None = None,
    ours: Position = POSITION,
    annotations: Iterable[Annotation] = ANNOTATIONS,
    delegation: str | None = "EL",
) -> tuple[PositionPaper, Internal]:
    """The content of a position for circulation, and the internal content."""
    spoken_on = document or short_paper()
    cite = cites(spoken_on, ours.items, labels.load(language))
    kept = list(annotations)
    name = str(spoken_on.header.reference)
    said = position_paper.build(name, spoken_on, ours, kept, delegation=delegation, date=MOMENT.date(), cite=cite)
    return said, internal_content.build(spoken_on, ours, kept, cite=cite)


def material(
    audience: Audience = Audience.CIRCULATION,
    language: str = "en",
    *,
    document: Document | None = None,
    ours: Position = POSITION,
    annotations: Iterable[Annotation] = ANNOTATIONS,
    delegation: str | None = "EL",
    others: tuple[DelegationComment, ...] = (),
) -> ExportMaterial:
    """The content of an export for an audience."""
    spoken_on, known = document or short_paper(), labels.load(language)
    said, inside = gathered(language, document=spoken_on, ours=ours, annotations=annotations, delegation=delegation)
    cite = cites(spoken_on, [*ours.items, *new_provisions(others)], known)
    return ExportMaterial(spoken_on, said, inside if audience is Audience.CAPITAL else None, known, cite, others)


def written(
    markup: MarkupStyle = MarkupStyle.COUNCIL,
    audience: Audience = Audience.CIRCULATION,
    language: str = "en",
    *,
    document: Document | None = None,
    ours: Position = POSITION,
    annotations: Iterable[Annotation] = ANNOTATIONS,
    delegation: str | None = "EL",
) -> bytes:
    """The file of a position."""
    made = material(audience, language, document=document, ours=ours, annotations=annotations, delegation=delegation)
    return renderer.render(position.lay_out(made, ExportOptions(markup)), MOMENT)


def opened(content: bytes) -> WordDocument:
    """A file as python-docx reads it."""
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, str]:
    """All parts of a file, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return {name: bundle.read(name).decode("utf-8") for name in bundle.namelist()}


def page(content: bytes | Path) -> tuple[int, int]:
    """The width and height of the pages of a file, in twentieths of a point."""
    document = docx.Document(str(content)) if isinstance(content, Path) else opened(content)
    size = next(document.element.body.iter(qn("w:pgSz")))
    return int(size.get(qn("w:w"))), int(size.get(qn("w:h")))
