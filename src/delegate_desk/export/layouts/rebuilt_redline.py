"""A redline of a text whose original is no Word file: its text is set anew, with the same numbering, and says so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from delegate_desk.core.documents.document import HEADINGS, Address, Document, Paragraph, View
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.word_diff import WordChange, WordDiff, diff_words
from delegate_desk.export.blocks import (
    Comment,
    ExportDocument,
    ExportParagraph,
    ExportTable,
    Footnote,
    StyledRun,
    TableCell,
    TableRow,
)
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.annotated_text import label_gap, unit_style
from delegate_desk.export.layouts.page import PageLayout
from delegate_desk.export.position_paper import as_unit
from delegate_desk.export.redline.content import COMING, Order, Redline, RedlineEntry, Said, cell_position


def lay_out(
    name: str, document: Document, redline: Redline, labels: ExportLabels, *, internal: bool, printed: bool = False
) -> ExportDocument:
    """Lay a whole text out with our changes tracked in it and what we say beside them.

    Args:
        name: Of the document: its reference, or ``#number``.
        document: As it was read.
        redline: What we propose and say.
        labels: Of the file.
        internal: True for the capital's copy.
        printed: True if the original is a Word file that has the changes, and this is for a mail or for paper.
    """
    return _RebuiltRedlineLayout(name, document, redline, labels, internal=internal).build_export_document(
        printed=printed
    )


class _RebuiltRedlineLayout(PageLayout):
    """One text."""

    def __init__(
        self, name: str, document: Document, redline: Redline, labels: ExportLabels, *, internal: bool
    ) -> None:
        super().__init__(labels, document.header.marking, internal=internal)
        self._name = name
        self._redline = redline
        self._order = Order(document, redline.entries)
        self._document = document
        self._lines = {line.address: line for line in redline.entries}
        self._comings = self._order.insertions_by_unit()
        moving = [one.address for lines in self._comings.values() for one in lines if one.does is ProposedAction.MOVE]
        self._moved = {unit.address for address in moving for unit in self._order.subtree(address)}
        self._notes = {note.address: note for note in document.footnotes}

    def build_export_document(self, *, printed: bool) -> ExportDocument:
        title = self.words["comments_on"].format(name=self._name)
        return ExportDocument(
            title=title,
            author=self._redline.author,
            language=self._redline.language,
            blocks=(
                *self.notice(),
                ExportParagraph((self.label(self.words["redline"]),), Style.TITLE),
                self._with_general_comment(ExportParagraph((StyledRun(self._name),), Style.SUBTITLE)),
                ExportParagraph(
                    (self.label(self.words["redline_printed" if printed else "redline_rebuilt"]),), Style.LEGEND
                ),
                *self._blocks(),
            ),
            first_page_header=self.first_page_header(),
            page_header=self.page_header(f"{self._redline.author} · {self._name}"),
            page_footer=self.page_footer(self._name),
            tracked=True,
        )

    def _with_general_comment(self, text: ExportParagraph) -> ExportParagraph:
        return _with(text, self._comment(self._redline.general))

    def _blocks(self) -> Iterator[ExportParagraph | ExportTable]:
        yield from self._insertions(Address(""))
        for is_cell, units in groupby(self._document.paragraphs, lambda unit: cell_position(unit.address) is not None):
            if not is_cell:
                for unit in units:
                    yield from self._unit(unit)
                    yield from self._insertions(unit.address)
                continue
            for _, cells in groupby(units, lambda unit: unit.address.rsplit("__", 2)[0]):
                some = list(cells)
                yield self._table(some)
                for unit in some:
                    yield from self._insertions(unit.address, in_cell=False)

    def _insertions(self, behind: Address, *, in_cell: bool | None = None) -> Iterator[ExportParagraph]:
        """Yield the paragraphs inserted after a unit; after a cell, those that do or do not belong in it."""
        for line in self._comings.get(behind, ()):
            if in_cell is None or (cell_position(line.address) is not None) is in_cell:
                yield from self._new(line)

    def _new(self, line: RedlineEntry) -> Iterator[ExportParagraph]:
        if line.does is ProposedAction.INSERT:
            new = as_unit(line.address, line.label)
            yield self._paragraph(new, line.label, ((WordChange.INSERT, line.wording or ""),), WordChange.INSERT, line)
            return
        for unit in self._order.subtree(line.address):
            own = self._lines.get(unit.address)
            if own is None or own.does is not ProposedAction.DELETE:
                wording = unit.text if own is None or own.wording is None else own.wording
                label = own.label if own is not None and own.label else unit.label
                yield self._paragraph(unit, label, ((WordChange.INSERT, wording),), WordChange.INSERT, own)

    def _unit(self, unit: Paragraph) -> Iterator[ExportParagraph]:
        if not (unit.label or unit.text):
            return
        line = self._lines.get(unit.address)
        goes = unit.address in self._moved or (line is not None and line.does is ProposedAction.DELETE)
        said = None if unit.address in self._moved else line
        change = WordChange.DELETE if goes else WordChange.EQUAL
        yield self._paragraph(unit, unit.label, self._unit_changes(unit, line, goes=goes), change, said)

    def _unit_changes(self, unit: Paragraph, line: RedlineEntry | None, *, goes: bool) -> WordDiff:
        if goes:
            return ((WordChange.DELETE, unit.text),) if unit.text else ()
        if line is None or line.wording is None or line.does is not ProposedAction.REWORD:
            return ((WordChange.EQUAL, unit.text),) if unit.text else ()
        return diff_words(unit.text, line.wording)

    def _paragraph(
        self, unit: Paragraph, label: str, words: WordDiff, change: WordChange, line: RedlineEntry | None
    ) -> ExportParagraph:
        style = unit_style(unit, labelled=bool(label))
        gap, body = label_gap(style), list(self._runs(unit, words))
        runs = [StyledRun(label, self._redline.language, change=change)] if label else []
        if gap == "\t" or (gap and label and body):
            runs.append(StyledRun(gap, change=change))
        text = ExportParagraph((*runs, *body), style, keep_next=unit.kind in HEADINGS, change=change)
        return _with(text, self._comment(line.remarks if line is not None else ()))

    def _runs(self, unit: Paragraph, words: WordDiff) -> Iterator[StyledRun]:
        """The words of a unit, with the footnotes that it calls where it calls them."""
        calls = list(unit.in_view(View.AFTER).calls)
        at = 0
        for change, text in words:
            end = at if change is WordChange.INSERT else at + len(text)
            while change is not WordChange.INSERT and calls and calls[0].offset <= end:
                call = calls.pop(0)
                piece, text = text[: call.offset - at], text[call.offset - at :]
                at = call.offset
                yield StyledRun(piece, self._redline.language, change=change, note=self._note(call.note))
            if text:
                yield StyledRun(text, self._redline.language, change=change)
            at = end
        for call in calls:
            yield StyledRun("", self._redline.language, note=self._note(call.note))

    def _note(self, address: Address) -> Footnote | None:
        note = self._notes.get(address)
        if note is None:
            return None
        words = self._unit_changes(note, self._lines.get(address), goes=False)
        runs = [StyledRun(text, self._redline.language, change=change) for change, text in words]
        return Footnote((ExportParagraph(tuple(runs)),), note.label)

    def _comment(self, lines: Sequence[Said]) -> Comment | None:
        if not lines:
            return None
        return Comment(tuple(ExportParagraph((StyledRun(text, language),)) for text, language in lines))

    def _table(self, cells: list[Paragraph]) -> ExportTable:
        columns = max((row[1] for unit in cells if (row := cell_position(unit.address))), default=1)
        width = TEXT_WIDTH // columns
        rows = [
            TableRow(tuple(TableCell(tuple(self._cell(found))) for found in _by_column(units, columns)), splits=True)
            for _, units in groupby(cells, lambda unit: unit.address.rpartition("__")[0])
        ]
        return ExportTable((width,) * columns, tuple(rows), self.words["annotated_text"])

    def _cell(self, unit: Paragraph | None) -> Iterator[ExportParagraph]:
        if unit is None:
            yield ExportParagraph((), Style.PROVISION_TEXT)
            return
        line = self._lines.get(unit.address)
        goes = line is not None and line.does is ProposedAction.DELETE
        runs = tuple(self._runs(unit, self._unit_changes(unit, line, goes=goes)))
        yield _with(
            ExportParagraph(runs, Style.PROVISION_TEXT), self._comment(line.remarks if line is not None else ())
        )
        for text in self._insertions(unit.address, in_cell=True):
            yield replace(text, style=Style.PROVISION_TEXT)


def _by_column(units: Iterable[Paragraph], columns: int) -> list[Paragraph | None]:
    found = {row[1]: unit for unit in units if (row := cell_position(unit.address))}
    return [found.get(column) for column in range(1, columns + 1)]


def _with(text: ExportParagraph, comment: Comment | None) -> ExportParagraph:
    """A paragraph with a comment on all its words."""
    if comment is None:
        return text
    runs = text.runs or (StyledRun(""),)
    return replace(text, runs=tuple(replace(run, comments=(*run.comments, comment)) for run in runs))


def unplaced(document: Document, redline: Redline) -> tuple[Address, ...]:
    """The provisions of a redline that a text has no place for."""
    order = Order(document, redline.entries)
    there = {unit.address for unit in document.units()}
    coming = {line.address for _, lines in order.insertions() for line in lines}
    return tuple(
        line.address for line in redline.entries if line.address not in (coming if line.does in COMING else there)
    )
