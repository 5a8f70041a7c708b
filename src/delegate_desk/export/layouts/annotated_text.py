"""Layout of an annotated text: the whole text with its own mark-up, and our remarks as comments.

With tracked changes our proposals are in the text, otherwise in the comments too, so that the text's own mark-up can be
distinguished from ours.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from delegate_desk.core.documents.document import HEADINGS, Address, Call, Kind, Mark, Paragraph, View
from delegate_desk.core.positions.export_options import ExportOptions, MarkupStyle
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange, WordDiff
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
from delegate_desk.export.internal_content import ExportMaterial, InternalNote, InternalProvision
from delegate_desk.export.layouts.page import ProvisionPage, changes
from delegate_desk.export.position_paper import CirculatedAnnotation, PaperProvision, as_unit, unchanged_text
from delegate_desk.export.redline.content import COMING, Order, cell_position

_DIVISIONS = frozenset({Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.ANNEX})
_RUNNING = frozenset({Kind.COVER, Kind.TEXT, Kind.CITATION})
_LOOKS = ((Mark.REMOVED, Style.DELETED), (Mark.ADDED, Style.ADDED), (Mark.BOLD, Style.STRONG))
_DEPTHS = (Style.UNIT, Style.UNIT_2, Style.UNIT_3, Style.UNIT_4)


def unit_style(unit: Paragraph, *, labelled: bool) -> Style:
    """Return the style of a unit.

    Args:
        labelled: True if its present or future label is printed.
    """
    if unit.kind is Kind.ARTICLE:
        return Style.ACT_ARTICLE
    if unit.kind in _DIVISIONS:
        return Style.ACT_DIVISION
    if unit.kind in HEADINGS:
        return Style.PART
    if not labelled and unit.kind in _RUNNING:
        return Style.NORMAL
    return _DEPTHS[min(max(unit.depth, 1), len(_DEPTHS)) - 1]


def label_gap(style: Style) -> str:
    """Return the separator between a label and its text, also before a hanging text without label; else empty."""
    return {Style.ACT_ARTICLE: "\n", Style.ACT_DIVISION: "\n", Style.PART: "  ", Style.NORMAL: ""}.get(style, "\t")


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment on some words of a unit: 0-based, end-exclusive, in code points of its text after marked changes.

    Attributes:
        end: None for the whole unit, including its label.
    """

    comment: Comment
    start: int = 0
    end: int | None = None


def whole_unit_comments(comments: Sequence[WordComment]) -> tuple[Comment, ...]:
    return tuple(comment.comment for comment in comments if comment.end is None)


def runs(
    unit: Paragraph,
    words: WordDiff | None,
    comments: Sequence[WordComment],
    notes: dict[Address, Footnote],
    language: str,
) -> Iterator[StyledRun]:
    """Return the words of a unit as runs.

    Args:
        words: From its text after marked changes to the proposal; None to show it as marked.
    """
    reading = unit.in_view(View.MARKED if words is None else View.AFTER)
    offsets = unit.visible_offsets(View.AFTER) if words is None else range(len(reading.text))
    placed: list[tuple[WordComment, int, int]] = []
    for comment in comments:
        if comment.end is None or not 0 <= comment.start < comment.end <= len(offsets):
            placed.append((comment, 0, len(reading.text)))  # a comment on no words covers all of them
        else:
            placed.append((comment, offsets[comment.start], offsets[comment.end - 1] + 1))
    if words is None:
        words = ((WordChange.EQUAL, reading.text),) if reading.text else ()
    calls = list(reading.calls)
    edges = {edge for span in reading.spans for edge in (span.start, span.end)}
    edges |= {edge for _, start, end in placed for edge in (start, end)}
    cuts = sorted(edges | {call.offset for call in calls})
    yield from _footnote_runs(calls, 0, notes, language, WordChange.EQUAL)
    offset = 0
    for change, text in words:
        if change is WordChange.INSERT:
            yield StyledRun(text, language, change=change, comments=whole_unit_comments(comments))
            continue
        begin, offset = offset, offset + len(text)
        for a, b in pairwise([begin, *(cut for cut in cuts if begin < cut < offset), offset]):
            about = tuple(comment.comment for comment, start, end in placed if start <= a and b <= end)
            marks = {span.mark for span in reading.spans if span.start <= a < span.end}
            style = next((style for mark, style in _LOOKS if mark in marks), None)
            yield StyledRun(reading.text[a:b], language, style, change, comments=about)
            yield from _footnote_runs(calls, b, notes, language, change)


def _footnote_runs(
    calls: list[Call], offset: int, notes: dict[Address, Footnote], language: str, change: WordChange
) -> Iterator[StyledRun]:
    while calls and calls[0].offset <= offset:
        note = notes.get(calls.pop(0).note)
        if note is not None:
            yield StyledRun("", language, change=change, note=note)


def lay_out(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _AnnotatedTextLayout(material, options.markup).build_export_document()


def lay_out_redline(material: ExportMaterial, *, printed: bool = False) -> ExportDocument:
    """Lay out a redline on a new layout of the text, with our remarks beside the tracked changes.

    Args:
        printed: True if the changes are in the original Word file, and this is for a mail or for paper.
    """
    return _AnnotatedTextLayout(material, MarkupStyle.TRACKED, is_redline=True).build_redline(printed=printed)


class _AnnotatedTextLayout(ProvisionPage):
    def __init__(self, material: ExportMaterial, markup: MarkupStyle, *, is_redline: bool = False) -> None:
        document, paper, inside = material.document, material.paper, material.inside
        super().__init__(paper, material.labels, markup, inside)
        self._is_redline = is_redline
        self._document = document
        self._is_tracked = markup is MarkupStyle.TRACKED
        self._provisions = {provision.address: provision for provision in paper.provisions}
        self._internal = {provision.address: provision for provision in (inside.provisions if inside else ())}
        self._order = Order(document, paper.provisions)
        self._added = self._order.insertions_by_unit()
        insertions = [line for lines in self._added.values() for line in lines]
        moved = [line.address for line in insertions if line.does is ProposedAction.MOVE]
        self._leaving = (
            {unit.address for address in moved for unit in self._order.subtree(address)} if self._is_tracked else set()
        )
        self._placed = {unit.address for unit in document.units()} | {line.address for line in insertions}
        self._notes = {note.address: self._note(note) for note in document.footnotes}

    def build_redline(self, *, printed: bool) -> ExportDocument:
        name = self.cover.name
        general = self.general()
        about = (self._comment(replace(text, style=Style.NORMAL) for text in general),) if general else ()
        blocks = (
            *self.notice(),
            self.line(self.words["redline"], Style.TITLE),
            ExportParagraph((StyledRun(name, comments=about),), Style.SUBTITLE),
            self.line(self.words["redline_printed" if printed else "redline_rebuilt"], Style.LEGEND),
            *self._text(),
        )
        title = self.words["comments_on"].format(name=name)
        return self.build_page(title, f"{self.author} · {name}", blocks)

    def build_export_document(self) -> ExportDocument:
        named = self.words["annotated"]
        title = f"{named} – {self.cover.name}"
        blocks = (
            *self.notice(),
            self.line(named, Style.TITLE),
            ExportParagraph((StyledRun(self.cover.name),), Style.SUBTITLE),
            *self.details(self.about()),
            *self.general_part(),
            self.line(self.words["annotated_text"], Style.HEADING),
            self.line(self.words[f"legend_annotated_{self.markup}"], Style.LEGEND),
            *self._text(),
        )
        return self.build_page(title, f"{self.author} · {named} · {self.cover.name}", blocks)

    # Text

    def _text(self) -> Iterator[ExportParagraph | ExportTable]:
        yield from self._insertions(Address(""))
        paragraphs = self._document.paragraphs
        tables = {unit.address: unit.address.rsplit("__", 2)[0] for unit in paragraphs if cell_position(unit.address)}
        for table, units in groupby(paragraphs, lambda unit: tables.get(unit.address)):
            if table:
                yield self._table(list(units))
                continue
            for unit in units:
                yield from self._unit(unit)
                yield from self._insertions(unit.address)
        called = {call.note for unit in paragraphs for call in unit.calls}
        uncalled = [note for note in self._document.footnotes if note.address not in called]
        if uncalled:
            yield self.line(self.words["footnotes"], Style.HEADING)
        for note in uncalled:
            yield from self._unit(note)
        entries: dict[Address, PaperProvision | InternalProvision] = {**self._internal, **self._provisions}
        unplaced = [value for address, value in entries.items() if address not in self._placed]
        if unplaced:
            yield self.line(self.words["unplaced"], Style.HEADING)
        for value in unplaced:
            yield self.line(self.place(value), Style.PROVISION)
            for about in self._remarks(self._provisions.get(value.address), value.address):
                yield from (replace(text, field="") for text in about.comment.texts)

    def _unit(self, unit: Paragraph) -> Iterator[ExportParagraph]:
        entry, leaves = self._provisions.get(unit.address), unit.address in self._leaving
        is_deleted = self._is_tracked and entry is not None and entry.does is ProposedAction.DELETE
        comments = self._unit_comments(unit) if is_deleted or not leaves else []  # else they are where it goes
        if not (unit.label or unit.marked or comments):
            return
        change = WordChange.DELETE if leaves or is_deleted else WordChange.EQUAL
        text = self._paragraph(unit, self._unit_changes(unit), comments, change)
        yield replace(text, address="") if leaves else text

    def _unit_changes(self, unit: Paragraph) -> WordDiff | None:
        """Return our changes to a unit; None if it is shown with the text's own mark-up, which redlines omit."""
        entry = self._provisions.get(unit.address)
        if unit.address in self._leaving:
            return ((WordChange.DELETE, unit.text),) if unit.text else ()
        if not self._is_tracked or entry is None or entry.does not in (ProposedAction.REWORD, ProposedAction.DELETE):
            return unchanged_text(unit) if self._is_redline else None
        return entry.word_changes

    def _paragraph(
        self, unit: Paragraph, words: WordDiff | None, comments: list[WordComment], change: WordChange
    ) -> ExportParagraph:
        style, about = unit_style(unit, labelled=bool(unit.label)), whole_unit_comments(comments)
        body = list(runs(unit, words, comments, self._notes, self.own))
        gap = label_gap(style)
        head = [StyledRun(unit.label, self.own, change=change, comments=about)] if unit.label else []
        if gap and (gap == "\t" or (head and body)):
            head.append(StyledRun(gap, change=change))
        texts = (*head, *body) or (StyledRun("", comments=about),)
        return ExportParagraph(texts, style, keep_next=style is Style.PART, change=change, address=unit.address)

    def _insertions(self, anchor: Address) -> Iterator[ExportParagraph]:
        for item in self._added.get(anchor, ()) if self._is_tracked else ():
            if item.does is ProposedAction.INSERT:
                new = as_unit(item.address, item.label)
                yield self._paragraph(new, item.word_changes, self._remarks(item, item.address), WordChange.INSERT)
                continue
            for unit in self._order.subtree(item.address):
                provision = self._provisions.get(unit.address)
                if provision is not None and provision.does is ProposedAction.DELETE:
                    continue
                moved = replace(unit, label=provision.label) if provision else unit
                words = provision.word_changes if provision else ((WordChange.EQUAL, unit.text),) if unit.text else ()
                comments = self._remarks(provision, unit.address, names_words=True)
                text = self._paragraph(moved, words, comments, WordChange.INSERT)
                shown = (run for run in text.runs if run.change is not WordChange.DELETE)
                yield replace(text, runs=tuple(replace(run, change=WordChange.INSERT) for run in shown))

    def _table(self, cells: list[Paragraph]) -> ExportTable:
        columns = max(_column(unit) for unit in cells)
        rows = []
        for _, row in groupby(cells, lambda unit: unit.address.rpartition("__")[0]):
            found = {_column(unit): unit for unit in row}
            rows.append(TableRow(tuple(self._cell(found.get(n)) for n in range(1, columns + 1)), splits=True))
        return ExportTable((TEXT_WIDTH // columns,) * columns, tuple(rows), self.words["annotated_text"])

    def _cell(self, unit: Paragraph | None) -> TableCell:
        if unit is None:
            return TableCell((ExportParagraph((), Style.PROVISION_TEXT),))
        comments = self._unit_comments(unit)
        text_runs = tuple(runs(unit, self._unit_changes(unit), comments, self._notes, self.own))
        text_runs = text_runs or (StyledRun("", comments=whole_unit_comments(comments)),)
        further = (replace(text, style=Style.PROVISION_TEXT) for text in self._insertions(unit.address))
        return TableCell((ExportParagraph(text_runs, Style.PROVISION_TEXT, address=unit.address), *further))

    def _note(self, note: Paragraph) -> Footnote:
        text_runs = tuple(runs(note, self._unit_changes(note), self._unit_comments(note), {}, self.own))
        text = ExportParagraph(text_runs or (StyledRun("", self.own),), address=note.address)
        return Footnote((text,), note.label)

    # Remarks

    def _unit_comments(self, unit: Paragraph) -> list[WordComment]:
        """Return the comments on a unit, including those on units to be added after it if changes are not tracked."""
        comments = self._remarks(self._provisions.get(unit.address), unit.address)
        if not self._is_tracked:
            is_first = unit is self._document.units()[0]
            lines = [*(self._added.get(Address(""), ()) if is_first else ()), *self._added.get(unit.address, ())]
            new = [line for line in lines if line.does is ProposedAction.INSERT]
            comments += [comment for line in new for comment in self._remarks(line, line.address)]
        return comments

    def _remarks(
        self, provision: PaperProvision | None, address: Address, *, names_words: bool = False
    ) -> list[WordComment]:
        """Return the comments on a unit; those on words are on the whole unit, and name the words, if that is asked."""
        internal = self._internal.get(address)
        comments: list[WordComment] = []
        if provision and (texts := self._own_entry(provision)):
            comments.append(WordComment(self._comment(texts)))
        comments += [self._remark(remark, names_words) for remark in (provision.remarks if provision else ())]
        if internal:
            texts = self.instructions(replace(internal, notes=()), Style.NORMAL)
            comments += [WordComment(self._comment(texts))] if texts else []
            comments += [self._remark(note, names_words) for note in internal.notes]
        return comments

    def _own_entry(self, item: PaperProvision) -> list[ExportParagraph]:
        texts = []
        if item.does is ProposedAction.MOVE or (not self._is_tracked and item.does in (*COMING, ProposedAction.DELETE)):
            texts.append(self.line(self.place(item), look=Style.STRONG))
        texts += [replace(text, style=Style.NORMAL) for text in self.stance_line(item)]
        if not self._is_tracked and item.does in (ProposedAction.REWORD, *COMING) and changes((item,)):
            head = self.label(self.words["proposal"] + self.words["colon"], Style.STRONG)
            texts.append(ExportParagraph((head, *self.mark_changes(item.word_changes, self.markup, self.own))))
        return texts + self.comments(replace(item, remarks=()), Style.NORMAL)

    def _remark(self, value: CirculatedAnnotation | InternalNote, names_words: bool) -> WordComment:
        start = value.start if value.quote and not names_words else None
        shown = value if start is None else replace(value, quote="")
        if isinstance(shown, InternalNote):
            texts = self.note(shown, Style.NORMAL, self.own)
        else:
            texts = self.remark(shown, Style.NORMAL, language=self.own)
        if start is None:
            return WordComment(self._comment(texts))
        comment = self._comment(texts, self.labels.quote(value.quote))
        return WordComment(comment, start, start + len(value.quote))

    def _comment(self, texts: Iterable[ExportParagraph], quote: str = "") -> Comment:
        return Comment(tuple(texts), initials=self.paper.delegation or "", quote=quote)


def _column(unit: Paragraph) -> int:
    row = cell_position(unit.address)
    assert row is not None
    return row[1]
