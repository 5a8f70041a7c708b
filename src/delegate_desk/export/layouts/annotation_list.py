"""Layout of an annotation list: one document after another, each with a table of its provisions."""

import datetime

from delegate_desk.export.annotation_export import AnnotationExport, Circulating, Inside, OnDocument, Remarks
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import HEAD_GROUND, INTERNAL_GROUND, PageLayout, capital

_TEXT_WIDTH = 4677
WIDTHS = (_TEXT_WIDTH, TEXT_WIDTH - _TEXT_WIDTH)
_SHORT_LABEL = 5
"""A longer label stands above its text, not in the margin."""
_LONG_CELL = 400
"""A row with more characters than this in a cell, about a dozen lines, may be broken by a page."""


def lay_out(
    sheaf: AnnotationExport[Circulating] | AnnotationExport[Inside], labels: ExportLabels, *, internal: bool
) -> ExportDocument:
    """Lay annotations out for circulation or, with what is internal, for the capital."""
    return _AnnotationListLayout(sheaf, labels, internal=internal).build_export_document()


class _AnnotationListLayout(PageLayout):
    """One file with what its parts share."""

    def __init__(
        self, sheaf: AnnotationExport[Circulating] | AnnotationExport[Inside], labels: ExportLabels, *, internal: bool
    ) -> None:
        super().__init__(labels, sheaf.marking, internal=internal)
        self._sheaf = sheaf

    def build_export_document(self) -> ExportDocument:
        title, author = self.words["annotations"], self.labels.delegation(self._sheaf.delegation)
        covers = [one.cover for one in self._sheaf.documents]
        named = covers[0].name if len(covers) == 1 else title
        heads = [
            ExportParagraph((self.label(author),), Style.TITLE),
            ExportParagraph((self.label(title),), Style.SUBTITLE),
        ]
        blocks: list[ExportParagraph | ExportTable] = [
            *self.notice(),
            *heads,
            *self.details([(self.words["date"], self.label(self.labels.date(self._sheaf.date)))]),
        ]
        for one in self._sheaf.documents:
            blocks += self._document(one)
        return ExportDocument(
            title=title,
            author=author,
            language=word_language(covers[0].language) if len(covers) == 1 else self.said,
            blocks=tuple(blocks),
            first_page_header=self.first_page_header(),
            page_header=self.page_header(f"{author} · {named}"),
            page_footer=self.page_footer(named),
        )

    def _document(self, one: OnDocument[Circulating] | OnDocument[Inside]) -> list[ExportParagraph | ExportTable]:
        cover, language = one.cover, word_language(one.cover.language)
        marking = [StyledRun("  "), StyledRun(cover.marking, style=Style.MARKING_SIGN)] if cover.marking else []
        head = ExportParagraph((self.label(cover.name), *marking), Style.HEADING, keep_next=True)
        subject = (
            [ExportParagraph((StyledRun(cover.subject, language),), Style.LEGEND, keep_next=True)]
            if cover.subject
            else []
        )
        names = (self.words["annotated_text"], self.words["annotations"])
        heads = TableRow(
            tuple(TableCell((ExportParagraph((self.label(name),), Style.COLUMN_HEAD),)) for name in names),
            is_header=True,
        )
        rows = [row for unit in one.units for row in self._unit(unit, language)]
        return [head, *subject, ExportTable(WIDTHS, (heads, *rows), cover.name)]

    def _unit(self, unit: Remarks[Circulating] | Remarks[Inside], language: str) -> list[TableRow]:
        """A provision's name, its text, and beside it what is said; what is internal below, shaded."""
        name = capital(unit.citation) if unit.citation else self.words["unplaced"]
        head = TableRow(
            (
                TableCell(
                    (ExportParagraph((self.label(name),), Style.PROVISION, keep_next=True),), span=2, ground=HEAD_GROUND
                ),
            )
        )
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
        said = sum(len(run.text) for one in open_ for run in one.runs)
        long = max(len(unit.text), said) > _LONG_CELL
        rows = [
            head,
            TableRow((TableCell(text), TableCell(tuple(open_) or (ExportParagraph((), Style.COMMENT),))), splits=long),
        ]
        if shut:
            rows.append(TableRow((TableCell(tuple(shut), span=2, ground=INTERNAL_GROUND),), splits=True))
        return rows

    def _text(self, unit: Remarks[Circulating] | Remarks[Inside], language: str) -> tuple[ExportParagraph, ...]:
        body = StyledRun(unit.text, language)
        if not unit.label:
            return (ExportParagraph((body,), Style.PROVISION_TEXT),)
        if len(unit.label) > _SHORT_LABEL:
            return (
                ExportParagraph((StyledRun(unit.label, language),), Style.PROVISION_LABEL),
                ExportParagraph((body,), Style.PROVISION_TEXT),
            )
        return (ExportParagraph((StyledRun(unit.label, language), StyledRun("\t"), body), Style.NUMBERED_TEXT),)

    def _remark(self, remark: Circulating | Inside, language: str, *sign: StyledRun) -> list[ExportParagraph]:
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
        told = [self.label(self.words["colon"] + " · ".join(more), Style.SOFT)] if more else []
        return [ExportParagraph((self.sign(), self._kind(remark), *told), Style.INTERNAL)]

    def _more(self, remark: Inside) -> list[ExportParagraph]:
        """A line with what the capital sees of an internal annotation besides."""
        parts = self._parts(remark)
        return [ExportParagraph((self.label(" · ".join(parts), Style.SOFT),), Style.INTERNAL)] if parts else []

    def _kind(self, remark: Circulating | Inside) -> StyledRun:
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
        local = due.astimezone()
        return f"{self.labels.date(local.date())}, {local:%H:%M}"
