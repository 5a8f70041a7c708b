"""Layouts of annotations: a list with a table for each document, and a table for a spreadsheet."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence

from delegate_desk.core.annotations.annotation import Annotation, AnnotationId
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.exchange.annotation_exchange import Outgoing
from delegate_desk.core.local_time import local_time
from delegate_desk.core.values import dataclass
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.internal_content import InternalNote, internal_note
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import (
    HEAD_GROUND,
    INTERNAL_GROUND,
    SHORT_LABEL,
    PageLayout,
    beside_label,
    capital,
)
from delegate_desk.export.position_paper import (
    CirculatedAnnotation,
    Cite,
    Cover,
    circulated_annotation,
    ordered_units,
    unchanged_text,
)

Remark = tuple[CirculatedAnnotation | None, InternalNote | None]
"""An annotation for circulation, None if it does not circulate; and for the capital the whole of it."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """Annotations on one unit of a document.

    Attributes:
        citation: In the language of the labels; empty for a unit that is no longer in the document.
        label: As printed.
    """

    citation: str
    label: str
    text: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class OnDocument:
    cover: Cover
    units: tuple[Remarks, ...]


def on_document(
    cover: Cover, document: Document, annotations: Iterable[Annotation], cite: Cite, *, internal: bool
) -> OnDocument:
    """Return annotations on a document, by unit in the document's order; without ``internal`` all must circulate."""
    remarks: dict[Address, list[Remark]] = {}
    for annotation in annotations:
        circulated = circulated_annotation(annotation) if annotation.circulates or not internal else None
        remark = (circulated, internal_note(annotation) if internal else None)
        remarks.setdefault(annotation.place.address, []).append(remark)
    units = [
        Remarks(
            cite(address) if unit else "",
            unit.label if unit else "",
            "".join(text for _, text in unchanged_text(unit)),
            tuple(remarks[address]),
        )
        for _, address, unit in ordered_units(document, remarks)
    ]
    return OnDocument(cover, tuple(units))


_TEXT_WIDTH = 4677
WIDTHS = (_TEXT_WIDTH, TEXT_WIDTH - _TEXT_WIDTH)
_LONG_CELL = 400
"""Number of characters in a cell, about a dozen lines, above which a page break is allowed in its row."""


def lay_out(
    delegation: str | None,
    date: datetime.date,
    documents: Sequence[OnDocument],
    labels: ExportLabels,
    *,
    internal: bool,
) -> ExportDocument:
    """Lay out annotations for circulation or, with internal content, for the capital.

    Args:
        delegation: Code of our delegation; None if the library does not know it.
    """
    marking = next((document.cover.marking for document in documents if document.cover.marking), None)
    page = _AnnotationListLayout(labels, marking, internal=internal)
    return page.build_export_document(delegation, date, documents)


class _AnnotationListLayout(PageLayout):
    def build_export_document(
        self, delegation: str | None, day: datetime.date, documents: Sequence[OnDocument]
    ) -> ExportDocument:
        title, author = self.words["annotations"], self.labels.delegation(delegation)
        covers = [document.cover for document in documents]
        named = covers[0].name if len(covers) == 1 else title
        heads = [self.line(author, Style.TITLE), self.line(title, Style.SUBTITLE)]
        date = (self.words["date"], self.label(self.labels.date(day)))
        blocks: list[ExportParagraph | ExportTable] = [*self.notice(), *heads, *self.details([date])]
        for document in documents:
            blocks += self._document(document)
        language = word_language(covers[0].language) if len(covers) == 1 else self.label_language
        return self.document(title, author, language, blocks, head=f"{author} · {named}", foot=named)

    def _document(self, document: OnDocument) -> list[ExportParagraph | ExportTable]:
        cover, language = document.cover, word_language(document.cover.language)
        marking = [StyledRun("  "), StyledRun(cover.marking, style=Style.MARKING_SIGN)] if cover.marking else []
        head = ExportParagraph((self.label(cover.name), *marking), Style.HEADING, keep_next=True)
        line = ExportParagraph((StyledRun(cover.subject, language),), Style.LEGEND, keep_next=True)
        subject = [line] if cover.subject else []
        names = (self.words["annotated_text"], self.words["annotations"])
        heads = self.header_row(names)
        rows = [row for unit in document.units for row in self._unit(unit, language)]
        return [head, *subject, ExportTable(WIDTHS, (heads, *rows), cover.name)]

    def _unit(self, unit: Remarks, language: str) -> list[TableRow]:
        name = capital(unit.citation) if unit.citation else self.words["unplaced"]
        head = TableRow((TableCell((self.line(name, Style.PROVISION, keep_next=True),), span=2, ground=HEAD_GROUND),))
        shared: list[ExportParagraph] = []
        internal: list[ExportParagraph] = []
        for circulated, note in unit.remarks:
            if circulated:
                shared += self.remark(circulated, Style.COMMENT, language=language)
                internal += self._besides(circulated, note) if note else []
            elif note:
                internal += self.remark(note, Style.INTERNAL, self.sign(), language=language)
                if parts := self._parts(note):
                    internal.append(self.line(" · ".join(parts), Style.INTERNAL, look=Style.SOFT))
        body, label = StyledRun(unit.text, language), StyledRun(unit.label, language)
        text: tuple[ExportParagraph, ...] = (ExportParagraph((body,), Style.PROVISION_TEXT),)
        if unit.label:
            text = beside_label((label,), StyledRun("\t"), (body,), above=len(unit.label) > SHORT_LABEL)
        length = sum(len(run.text) for paragraph in shared for run in paragraph.runs)
        long = max(len(unit.text), length) > _LONG_CELL
        message = tuple(shared) or (ExportParagraph((), Style.COMMENT),)
        rows = [head, TableRow((TableCell(text), TableCell(message)), splits=long)]
        if internal:
            rows.append(TableRow((TableCell(tuple(internal), span=2, ground=INTERNAL_GROUND),), splits=True))
        return rows

    def _besides(self, circulated: CirculatedAnnotation, note: InternalNote) -> list[ExportParagraph]:
        """Return the internal part of a circulating annotation: that it is a red line, its tags, its deadline."""
        parts = self._parts(note)
        if not parts and note.kind is circulated.kind:
            return []
        runs = [self.label(self.words["colon"] + " · ".join(parts), Style.SOFT)] if parts else []
        return [ExportParagraph((self.sign(), self.remark_kind(note), *runs), Style.INTERNAL)]

    def _parts(self, note: InternalNote) -> list[str]:
        parts = [f"#{tag}" for tag in note.tags]
        if note.due:
            local = local_time(note.due)
            parts.append(self.words["deadline"].format(when=f"{self.labels.date(local.date())}, {local:%H:%M}"))
        if note.is_done:
            parts.append(self.words["done"])
        return parts


_FIELDS = (
    "document", "language", "marking", "dossier", "address", "place", "kind", "holder", "text", "quote",
    "created", "id",
)  # fmt: skip
_INTERNAL_FIELDS = ("visibility", "tags", "status", "due", "modified", "reply_to")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Characters that a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), also in full width."""


def csv_table(outgoing: Outgoing, places: Mapping[AnnotationId, str]) -> bytes:
    """Return annotations as a CSV table with a header, one row each, in the order of the export.

    Circulating tables have no columns for internal values: tags, status, deadlines; and no red lines by name.
    """
    rows: list[Sequence[str]] = [(*_FIELDS, *(_INTERNAL_FIELDS if outgoing.internal else ()))]
    for annotation in outgoing.annotations:
        note, header = annotation.annotation, annotation.document.header
        kind = note.kind if outgoing.internal else circulated_annotation(note).kind
        cells: Sequence[str] = (
            annotation.document.name, header.language, header.marking or "",
            ", ".join(header.interinstitutional_files),
            annotation.last_address, places.get(note.id, ""), kind, note.holder, note.text,
            note.quote.exact if note.quote else "",
            local_time(note.created).isoformat(timespec="seconds"), note.id,
        )  # fmt: skip
        if outgoing.internal:
            due = local_time(note.due).isoformat(timespec="minutes") if note.due else ""
            modified = local_time(note.modified).isoformat(timespec="seconds")
            tags = ", ".join(note.tags)
            cells = (*cells, note.visibility, tags, note.status, due, modified, note.reply_to or "")
        rows.append(cells)
    return spreadsheet(rows)


def spreadsheet(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV that a spreadsheet opens as text."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(map(harmless, row) for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe before a possible beginning."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_RISKY) or cell.startswith(_RISKY) else cell
