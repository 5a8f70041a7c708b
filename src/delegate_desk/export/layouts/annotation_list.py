"""Layouts of annotations: a list with a table for each document, and a table for a spreadsheet."""

import csv
import datetime
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.documents.document import Address, Document
from delegate_desk.core.exchange.annotation_exchange import Outgoing, OutgoingAnnotation
from delegate_desk.core.local_time import local_time
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import HEAD_GROUND, INTERNAL_GROUND, PageLayout, capital
from delegate_desk.export.position_paper import Cite, Cover, ordered_units, unchanged_text


@dataclass(frozen=True, slots=True)
class Circulating:
    """An annotation that circulates.

    Attributes:
        kind: Never a red line: others hear of a reservation.
        holder: Of a reservation, the delegation that holds it; empty for our own.
        quote: The words it is about; empty for the whole provision.
    """

    kind: AnnotationKind
    holder: str
    quote: str
    text: str

    def __post_init__(self) -> None:
        if self.kind is AnnotationKind.RED_LINE:
            raise ValueError(self.kind)


@dataclass(frozen=True, slots=True)
class Inside:
    """An annotation as the capital sees it.

    Attributes:
        internal: True for one that does not circulate.
        due: In UTC.
    """

    kind: AnnotationKind
    holder: str
    quote: str
    text: str
    tags: tuple[str, ...]
    internal: bool
    done: bool
    due: datetime.datetime | None

    def leaves(self) -> Circulating:
        """The same as others see it.

        Raises:
            ValueError: If it does not circulate.
        """
        if self.internal:
            raise ValueError(self.internal)
        return Circulating(_circulated(self.kind), self.holder, self.quote, self.text)


Remark = Circulating | Inside


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
    """Annotations on one document, in its order."""

    cover: Cover
    units: tuple[Remarks, ...]


@dataclass(frozen=True, slots=True)
class AnnotationExport:
    """All that leaves.

    Attributes:
        delegation: A code; None where the library does not know its own.
    """

    delegation: str | None
    date: datetime.date
    documents: tuple[OnDocument, ...]

    @property
    def marking(self) -> str | None:
        """``LIMITE`` as soon as one of the documents bears it."""
        return next((document.cover.marking for document in self.documents if document.cover.marking), None)


def on_document(
    cover: Cover, document: Document, places: Iterable[Address], found: Iterable[Remark], cite: Cite
) -> OnDocument:
    """Annotations on a document, each with its address, by unit in the document's order."""
    remarks: dict[Address, list[Remark]] = {}
    for place, remark in zip(places, found, strict=True):
        remarks.setdefault(place, []).append(remark)
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


def circulating(annotation: Annotation) -> Circulating:
    """Return the circulating content of an annotation.

    Raises:
        ValueError: If it does not circulate.
    """
    return inside(annotation).leaves()


def inside(annotation: Annotation) -> Inside:
    internal, done = annotation.visibility is Visibility.INTERNAL, annotation.status is AnnotationStatus.DONE
    quote = annotation.quote.exact if annotation.quote else ""
    return Inside(
        annotation.kind, annotation.holder, quote, annotation.text, annotation.tags, internal, done, annotation.due
    )


def _circulated(kind: AnnotationKind) -> AnnotationKind:
    """Others hear of a reservation where we have a red line."""
    return AnnotationKind.RESERVATION if kind is AnnotationKind.RED_LINE else kind


_TEXT_WIDTH = 4677
WIDTHS = (_TEXT_WIDTH, TEXT_WIDTH - _TEXT_WIDTH)
_SHORT_LABEL = 5
"""A longer label stands above its text, not in the margin."""
_LONG_CELL = 400
"""A row with more characters than this in a cell, about a dozen lines, may be broken by a page."""


def lay_out(sheaf: AnnotationExport, labels: ExportLabels, *, internal: bool) -> ExportDocument:
    """Lay annotations out for circulation or, with what is internal, for the capital."""
    return _AnnotationListLayout(sheaf, labels, internal=internal).build_export_document()


class _AnnotationListLayout(PageLayout):
    def __init__(self, sheaf: AnnotationExport, labels: ExportLabels, *, internal: bool) -> None:
        super().__init__(labels, sheaf.marking, internal=internal)
        self._sheaf = sheaf

    def build_export_document(self) -> ExportDocument:
        title, author = self.words["annotations"], self.labels.delegation(self._sheaf.delegation)
        covers = [document.cover for document in self._sheaf.documents]
        named = covers[0].name if len(covers) == 1 else title
        heads = [
            self.line(author, Style.TITLE),
            self.line(title, Style.SUBTITLE),
        ]
        blocks: list[ExportParagraph | ExportTable] = [
            *self.notice(),
            *heads,
            *self.details([(self.words["date"], self.label(self.labels.date(self._sheaf.date)))]),
        ]
        for document in self._sheaf.documents:
            blocks += self._document(document)
        language = word_language(covers[0].language) if len(covers) == 1 else self.said
        return self.document(title, author, language, blocks, head=f"{author} · {named}", foot=named)

    def _document(self, document: OnDocument) -> list[ExportParagraph | ExportTable]:
        cover, language = document.cover, word_language(document.cover.language)
        marking = [StyledRun("  "), StyledRun(cover.marking, style=Style.MARKING_SIGN)] if cover.marking else []
        head = ExportParagraph((self.label(cover.name), *marking), Style.HEADING, keep_next=True)
        subject = (
            [ExportParagraph((StyledRun(cover.subject, language),), Style.LEGEND, keep_next=True)]
            if cover.subject
            else []
        )
        names = (self.words["annotated_text"], self.words["annotations"])
        heads = self.header_row(names)
        rows = [row for unit in document.units for row in self._unit(unit, language)]
        return [head, *subject, ExportTable(WIDTHS, (heads, *rows), cover.name)]

    def _unit(self, unit: Remarks, language: str) -> list[TableRow]:
        name = capital(unit.citation) if unit.citation else self.words["unplaced"]
        head = TableRow((TableCell((self.line(name, Style.PROVISION, keep_next=True),), span=2, ground=HEAD_GROUND),))
        open_: list[ExportParagraph] = []
        shut: list[ExportParagraph] = []
        for remark in unit.remarks:
            if isinstance(remark, Inside) and remark.internal:
                shut += [*self._remark(remark, language, self.sign()), *self._more(remark)]
            elif isinstance(remark, Inside):
                open_ += self._remark(remark.leaves(), language)
                shut += self._besides(remark)
            else:
                open_ += self._remark(remark, language)
        text = self._text(unit, language)
        said = sum(len(run.text) for paragraph in open_ for run in paragraph.runs)
        long = max(len(unit.text), said) > _LONG_CELL
        rows = [
            head,
            TableRow((TableCell(text), TableCell(tuple(open_) or (ExportParagraph((), Style.COMMENT),))), splits=long),
        ]
        if shut:
            rows.append(TableRow((TableCell(tuple(shut), span=2, ground=INTERNAL_GROUND),), splits=True))
        return rows

    def _text(self, unit: Remarks, language: str) -> tuple[ExportParagraph, ...]:
        body = StyledRun(unit.text, language)
        if not unit.label:
            return (ExportParagraph((body,), Style.PROVISION_TEXT),)
        if len(unit.label) > _SHORT_LABEL:
            return (
                ExportParagraph((StyledRun(unit.label, language),), Style.PROVISION_LABEL),
                ExportParagraph((body,), Style.PROVISION_TEXT),
            )
        return (ExportParagraph((StyledRun(unit.label, language), StyledRun("\t"), body), Style.NUMBERED_TEXT),)

    def _remark(self, remark: Remark, language: str, *sign: StyledRun) -> list[ExportParagraph]:
        head = [*sign, self._kind(remark)]
        if remark.quote:
            head += [self.label(self.words["colon"]), StyledRun(self.labels.quote(remark.quote), language)]
        if remark.text.strip():
            head.append(self.label(" – " if remark.quote else self.words["colon"]))
        return self.lines(remark.text, Style.INTERNAL if sign else Style.COMMENT, *head, language=language)

    def _besides(self, remark: Inside) -> list[ExportParagraph]:
        """Return the internal part of a circulating annotation: that it is a red line, its tags, its deadline."""
        more = self._parts(remark)
        if not more and remark.kind is remark.leaves().kind:
            return []
        runs = [self.label(self.words["colon"] + " · ".join(more), Style.SOFT)] if more else []
        return [ExportParagraph((self.sign(), self._kind(remark), *runs), Style.INTERNAL)]

    def _more(self, remark: Inside) -> list[ExportParagraph]:
        parts = self._parts(remark)
        return [self.line(" · ".join(parts), Style.INTERNAL, look=Style.SOFT)] if parts else []

    def _kind(self, remark: Remark) -> StyledRun:
        kind = self.labels.kinds[remark.kind]
        return self.label(f"{remark.holder}: {kind}" if remark.holder else kind, Style.STRONG)

    def _parts(self, remark: Inside) -> list[str]:
        parts = [f"#{tag}" for tag in remark.tags]
        if remark.due:
            parts.append(self.words["deadline"].format(when=self._timestamp(remark.due)))
        if remark.done:
            parts.append(self.words["done"])
        return parts

    def _timestamp(self, due: datetime.datetime) -> str:
        local = local_time(due)
        return f"{self.labels.date(local.date())}, {local:%H:%M}"


_FIELDS = (
    "document", "language", "marking", "dossier", "address", "place", "kind", "holder", "text", "quote",
    "created", "id",
)  # fmt: skip
_INTERNAL_FIELDS = ("visibility", "tags", "status", "due", "modified", "reply_to")
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), also in full width."""


def csv_table(outgoing: Outgoing, places: Mapping[AnnotationId, str]) -> bytes:
    """Write annotations as a csv_table with a head, a row each, in the order in which they leave.

    What circulates has no columns for what does not: tags, status, deadlines; and no red lines by name.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((*_FIELDS, *(_INTERNAL_FIELDS if outgoing.internal else ())))
    for annotation in outgoing.annotations:
        cells = [*_row(annotation, places.get(annotation.annotation.id, ""), outgoing.internal)]
        cells += _internal_row(annotation.annotation) if outgoing.internal else ()
        writer.writerow([harmless(cell) for cell in cells])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what could begin one, also behind spaces."""
    return f"'{cell}" if cell.lstrip(" \u00a0\u200b\ufeff").startswith(_RISKY) or cell.startswith(_RISKY) else cell


def _row(outgoing_annotation: OutgoingAnnotation, place: str, internal: bool) -> Sequence[str]:
    annotation, header = outgoing_annotation.annotation, outgoing_annotation.document.header
    kind = annotation.kind if internal else circulating(annotation).kind
    return (
        outgoing_annotation.document.name, header.language, header.marking or "",
        ", ".join(header.interinstitutional_files),
        outgoing_annotation.last_address, place, kind, annotation.holder, annotation.text,
        annotation.quote.exact if annotation.quote else "",
        local_time(annotation.created).isoformat(timespec="seconds"), annotation.id,
    )  # fmt: skip


def _internal_row(annotation: Annotation) -> Sequence[str]:
    due = local_time(annotation.due).isoformat(timespec="minutes") if annotation.due else ""
    modified = local_time(annotation.modified).isoformat(timespec="seconds")
    return (
        annotation.visibility,
        ", ".join(annotation.tags),
        annotation.status,
        due,
        modified,
        annotation.reply_to or "",
    )
