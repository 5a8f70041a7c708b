"""Layouts with a table of provisions: a position as a paper or as a table of comments, and a compilation."""

from collections.abc import Iterable
from dataclasses import replace

from delegate_desk.core.delegations import PROTOCOL_ORDER, protocol_rank
from delegate_desk.core.documents.document import HEADINGS, Address, Document, Paragraph
from delegate_desk.core.positions.export_options import ExportOptions, MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import PositionEntry, ProposedAction
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.internal_content import DelegationComment, ExportMaterial, InternalProvision, new_provisions
from delegate_desk.export.labels import word_language
from delegate_desk.export.layouts.page import (
    CHANGED,
    HEAD_GROUND,
    INTERNAL_GROUND,
    ProvisionPage,
    capital,
    changes,
    on_field,
    pair_provisions,
)
from delegate_desk.export.position_paper import PaperProvision, PositionPaper, as_unit, ordered_units, unchanged_text

_SUGGESTIONS_WIDTH = 5700
WIDTHS = (_SUGGESTIONS_WIDTH, TEXT_WIDTH - _SUGGESTIONS_WIDTH)
WIDE_WIDTHS = (1900, 4300, 4300, WIDE_TEXT_WIDTH - 10500)
ASKING_WIDTHS = (4200, 2900, TEXT_WIDTH - 7100)
WIDE_ASKING_WIDTHS = (1600, 3500, 3500, 3000, WIDE_TEXT_WIDTH - 11600)
_COMMISSION = frozenset({"COM", "SWD", "JOIN"})
_LONG_CELL = 500
"""Number of characters in a cell, about a dozen lines, above which a page break is allowed in its row."""
_LONG_INTERNAL = 1200
"""The same for a row over the whole width."""


class TablePage(ProvisionPage):
    """Creates the parts of a file with a table of provisions.

    Attributes:
        wide: True if its table needs a landscape page.
    """

    def __init__(self, material: ExportMaterial, options: ExportOptions) -> None:
        self.columns = options.columns
        self.wide = self.columns is not ProvisionColumns.SUGGESTIONS
        super().__init__(material.paper, material.labels, options.markup, material.inside, wide=self.wide)

    def column_headings(self) -> list[str]:
        words = self.words
        is_justified = self.columns is ProvisionColumns.JUSTIFIED
        names = [words["suggestions"], words["justification" if is_justified else "comments"]]
        text_label = "text_commission" if self.cover.series in _COMMISSION else "text_presidency"
        return [words["provision"], words[text_label], *names] if self.wide else names

    def title_line(self, text: str) -> ExportParagraph:
        return self.line(text, Style.WIDE_TITLE if self.wide else Style.TITLE)

    def name_cell(self, name: str) -> ExportParagraph:
        """Return a cell with a provision's name.

        It does not use a heading style, as headings stay with the next paragraph, and all rows would stay together.
        """
        return replace(self.line(name, Style.COMMENT, look=Style.STRONG, level=1), field="name")

    def row_comments(self, provision: PaperProvision) -> list[ExportParagraph]:
        if self.columns is not ProvisionColumns.JUSTIFIED:
            return self.comments(provision)
        texts = self.justification(provision, Style.COMMENT, named=False)
        named = self.label(self.words["comments"] + self.words["colon"], Style.STRONG)
        if provision.comment.strip():
            texts += on_field("comment", self.lines(provision.comment, Style.COMMENT, named, language=self.own))
        return [*texts, *self.besides(provision, Style.COMMENT)]

    def internal_row(self, provision: InternalProvision, span: int) -> TableRow:
        """Return the row of internal content on a provision, over all columns; only a long row may break."""
        texts = self.instructions(provision, Style.INTERNAL)
        length = sum(len(run.text) for text in texts for run in text.runs)
        cell = TableCell(tuple(texts), span, INTERNAL_GROUND, "internal")
        return TableRow((cell,), splits=length > _LONG_INTERNAL, address=provision.address)


def row(cells: tuple[tuple[ExportParagraph, ...], ...], fields: tuple[str, ...] = (), address: str = "") -> TableRow:
    """Return a row of cells, each with at least one paragraph; a long row may break across pages.

    Args:
        fields: The field of added text in each.
    """
    longest = max(sum(len(run.text) for text in texts for run in text.runs) for texts in cells)
    filled = tuple(
        TableCell(texts or (ExportParagraph((), Style.COMMENT),), field=field)
        for texts, field in zip(cells, (*fields, *[""] * len(cells)), strict=False)
    )
    return TableRow(filled, splits=longest > _LONG_CELL, address=address)


class _PositionLayout(TablePage):
    def __init__(self, material: ExportMaterial, options: ExportOptions) -> None:
        super().__init__(material, options)
        self._widths: tuple[int, ...] = WIDE_WIDTHS if self.wide else WIDTHS
        self._has_instructions = False
        """True if the last column is for instructions of the capital."""

    def build_paper(self) -> ExportDocument:
        title = self.words["comments_on"].format(name=self.cover.name)
        heading = self.words["provisions"]
        blocks: list[ExportParagraph | ExportTable] = [
            *self.notice(),
            self.title_line(self.author),
            self.line(title, Style.SUBTITLE),
            *self.details(self.about()),
            *self.general_part(),
        ]
        if rows := self._provision_rows():
            blocks += [self.line(heading, Style.HEADING), *self._legend(), self._table(rows, heading)]
        return self.build_page(title, f"{self.author} · {self.cover.name}", blocks)

    def build_comments_table(self) -> ExportDocument:
        """Return a single table, with the general comments as its first row.

        The capital's copy requests instructions.
        """
        if self.inside is not None:
            self._has_instructions = True
            self._widths = WIDE_ASKING_WIDTHS if self.wide else ASKING_WIDTHS
        named = self.words["comments_table"]
        comments = self.words["comments_on"].format(name=self.cover.name)
        title = f"{self.author} – {comments}"
        blocks: list[ExportParagraph | ExportTable] = [
            *self.notice(),
            self.title_line(title if self.wide else self.author),
            *([] if self.wide else [self.line(comments, Style.SUBTITLE)]),
            *self.details(self.about()),
            *self._legend(),
        ]
        if rows := [*self._general_rows(), *self._provision_rows()]:
            blocks.append(self._table(rows, named))
        return self.build_page(title, f"{self.author} · {named} · {self.cover.name}", blocks)

    def _legend(self) -> list[ExportParagraph]:
        is_changed = changes(self.paper.provisions)
        return [self.line(self.words[f"legend_{self.markup}"], Style.LEGEND)] if is_changed else []

    def _table(self, rows: list[TableRow], caption: str) -> ExportTable:
        names = [*self.column_headings(), *([self.words["instruction"]] if self._has_instructions else [])]
        return ExportTable(self._widths, (self.header_row(names), *rows), caption)

    def _provision_rows(self) -> list[TableRow]:
        rows = []
        for provision, inside in pair_provisions(self.paper.provisions, self.inside.provisions if self.inside else ()):
            shown = provision or inside
            assert shown is not None
            extra: tuple[tuple[ExportParagraph, ...], ...] = ()
            if self._has_instructions:
                texts = self.lines(inside.instruction, Style.INTERNAL, language=self.own) if inside else []
                extra = (tuple(on_field("instruction", texts)),)
                inside = replace(inside, instruction="") if inside else None
                inside = inside if inside and inside.count() else None
            if self.wide:
                main = self._wide_row(shown, provision, extra)
            else:
                rows.append(self._provision_header(shown, provision))
                wording = tuple(on_field("proposal", self.wording(shown)))
                comments = tuple(self.comments(provision)) if provision else ()
                main = row((wording, comments, *extra), ("proposal", "comment", "instruction"), shown.address)
            if inside and not main.splits:  # the internal row stays on the same page
                together = (tuple(replace(text, keep_next=True) for text in cell.texts) for cell in main.cells)
                cells = (replace(cell, texts=texts) for cell, texts in zip(main.cells, together, strict=True))
                main = replace(main, cells=tuple(cells))
            rows += [main, self.internal_row(inside, len(self._widths))] if inside else [main]
        return rows

    def _general_rows(self) -> list[TableRow]:
        texts = self.general()
        if not texts:
            return []
        name = self.line(self.words["general"], Style.PROVISION, keep_next=True)
        span = len(self._widths)
        styles = {Style.NORMAL: Style.COMMENT, Style.INTERNAL_NOTE: Style.INTERNAL}
        shown = tuple(replace(text, style=styles.get(text.style, text.style)) for text in texts)
        cell = TableCell(shown, span, field="general")
        return [TableRow((TableCell((name,), span, HEAD_GROUND),)), TableRow((cell,), splits=True)]

    def _provision_header(self, shown: PaperProvision | InternalProvision, entry: PaperProvision | None) -> TableRow:
        """Return the header row: drafting suggestions | comments."""
        stance = (self.label(self.labels.stances[entry.stance]),) if entry and entry.stance else ()
        name = replace(self.line(self.place(shown), Style.PROVISION), field="name")
        cells = (
            TableCell((name,), ground=HEAD_GROUND, field="name"),
            TableCell((ExportParagraph(stance, Style.STANCE, field="stance"),), ground=HEAD_GROUND, field="stance"),
            *([TableCell((ExportParagraph((), Style.COMMENT),), ground=HEAD_GROUND)] if self._has_instructions else []),
        )
        return TableRow(cells, address=shown.address)

    def _wide_row(
        self,
        shown: PaperProvision | InternalProvision,
        entry: PaperProvision | None,
        extra: tuple[tuple[ExportParagraph, ...], ...],
    ) -> TableRow:
        """Return a row: provision | Presidency text | drafting suggestions | comments or justification."""
        is_whole = entry is not None and entry.does in (ProposedAction.INSERT, ProposedAction.DELETE)
        has_wording = is_whole or (entry is not None and changes((entry,)))
        proposed = tuple(on_field("proposal", self.wording(shown))) if has_wording else ()
        comments = (*self.stance_line(entry), *self.row_comments(entry)) if entry else ()
        name, source = (self.name_cell(self.place(shown)),), tuple(on_field("source", self.source(shown)))
        last = "justification" if self.columns is ProvisionColumns.JUSTIFIED else "comment"
        fields = ("name", "source", "proposal", last, "instruction")
        return row((name, source, proposed, comments, *extra), fields, shown.address)


def lay_out(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _PositionLayout(material, options).build_paper()


def lay_out_comments_table(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _PositionLayout(material, options).build_comments_table()


@dataclass(frozen=True, slots=True)
class CommentedProvision:
    """A provision with comments.

    Attributes:
        unit: The unit of the document; a new provision as its future unit.
        is_there: False for a new provision.
        after: For a new provision, what it follows; empty for the beginning.
        own_provision: None if we have no comment.
        other_comments: In protocol order.
    """

    address: Address
    unit: Paragraph
    is_there: bool
    after: Address
    own_provision: PaperProvision | None
    other_comments: tuple[DelegationComment, ...]


def by_provision(
    document: Document, paper: PositionPaper, others: Iterable[DelegationComment], extra: Iterable[Address]
) -> list[CommentedProvision]:
    """Return the provisions with comments, in the document's order, new ones at their future position."""
    placed: dict[Address, list[DelegationComment]] = {}
    for comment in others:
        if comment.placed.address is not None:
            placed.setdefault(comment.placed.address, []).append(comment)
    own = {provision.address: provision for provision in paper.provisions}
    # new or moved provisions with their position: ours before those of others
    items = {
        address: PositionEntry(address, after=provision.after, label=provision.label)
        for address, provision in own.items()
        if provision.after is not None
    }
    for item in new_provisions(comment for comments in placed.values() for comment in comments):
        items.setdefault(item.address, item)
    result = []
    for _, address, unit in ordered_units(document, placed.keys() | own.keys() | set(extra), items.values()):
        item = items.get(address) or PositionEntry(address)
        comments = sorted(placed.get(address, ()), key=lambda comment: _rank(comment.written.delegations))
        shown = unit or as_unit(address, item.label)
        is_new = unit is None and item.after is not None
        result.append(
            CommentedProvision(address, shown, not is_new, item.after or Address(""), own.get(address), tuple(comments))
        )
    return result


def speakers(paper: PositionPaper, others: Iterable[DelegationComment]) -> list[str]:
    """Return the codes of all authors of comments, in protocol order."""
    own_codes = {code for provision in paper.provisions for code in provision.joint} | ({paper.delegation} - {None})
    found = own_codes | {code for comment in others for code in comment.written.delegations}
    return sorted((code for code in found if code), key=protocol_rank)


COMPILATION_WIDTHS = (1500, 4500, TEXT_WIDTH - 6000)
WIDE_COMPILATION_WIDTHS = (1700, 3450, 1650, 4000, WIDE_TEXT_WIDTH - 10800)


def lay_out_compilation(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _CompilationLayout(material, options).build_export_document()


@dataclass(frozen=True, slots=True)
class _CommentLine:
    codes: tuple[str, ...]
    wording: tuple[ExportParagraph, ...]
    comments: tuple[ExportParagraph, ...]


class _CompilationLayout(TablePage):
    def __init__(self, material: ExportMaterial, options: ExportOptions) -> None:
        super().__init__(material, options)
        self._material = material
        self._others = material.other_comments
        self._internal = {provision.address: provision for provision in (self.inside.provisions if self.inside else ())}
        self._widths = WIDE_COMPILATION_WIDTHS if self.wide else COMPILATION_WIDTHS

    def build_export_document(self) -> ExportDocument:
        named = self.words["compilation"]
        title = self.words["compilation_on"].format(name=self.cover.name)
        names = ", ".join(speakers(self.paper, self._others))
        *about, date = self.about()
        authors = [(self.words["from_delegations"], StyledRun(names))] if names else []
        blocks = [
            *self.notice(),
            self.title_line(named),
            self.line(title, Style.SUBTITLE),
            *self.details([*about, *authors, date]),
            *self._all_general(),
            *self._provisions(),
        ]
        rest = [comment for comment in self._others if comment.placed.address is None and not comment.placed.is_general]
        if rest:
            blocks.append(self.line(self.words["unplaced"], Style.HEADING))
        for comment in sorted(rest, key=lambda comment: _rank(comment.written.delegations)):
            label_text = comment.written.label
            label = (StyledRun("  "), StyledRun(label_text, word_language(comment.language))) if label_text else ()
            name = self._name(comment.written.delegations)
            blocks.append(ExportParagraph((name, *label), Style.PART, keep_next=True))
            blocks += _as_text(self._delegation_line(comment))
        return self.build_page(title, f"{named} · {self.cover.name}", blocks)

    # General comments

    def _all_general(self) -> list[ExportParagraph]:
        general = self.general()
        lines = [_CommentLine(self._own_codes(()), (), tuple(general))] if general else []
        lines += [self._delegation_line(comment) for comment in self._others if comment.placed.is_general]
        if not lines:
            return []
        blocks = [self.line(self.words["general"], Style.HEADING)]
        for line in sorted(lines, key=lambda line: _rank(line.codes)):
            blocks += [ExportParagraph((self._name(line.codes),), Style.PART, keep_next=True), *_as_text(line)]
        return blocks

    # Provisions

    def _provisions(self) -> list[ExportParagraph | ExportTable]:
        rows = []
        for provision in by_provision(self._material.document, self.paper, self._others, self._internal):
            rows += self._provision(provision)
        if not rows:
            return []
        heading = self.words["provisions"]
        names = self.column_headings()
        names.insert(len(names) - 2, self.words["speaker"])
        table = ExportTable(self._widths, (self.header_row(names), *rows), heading)
        diffs = (comment.placed.word_diff for comment in self._others)
        has_changes = any(change is not WordChange.EQUAL for words in diffs for change, _ in words)
        is_changed = has_changes or changes(self.paper.provisions)
        legend = [self.line(self.words[f"legend_{self.markup}"], Style.LEGEND)] if is_changed else []
        return [self.line(heading, Style.HEADING), *legend, table]

    def _provision(self, provision: CommentedProvision) -> list[TableRow]:
        lines = [self._own_line(provision)] if provision.own_provision else []
        lines += [self._delegation_line(comment, provision) for comment in provision.other_comments]
        lines.sort(key=lambda line: _rank(line.codes))
        place = self._material.format_citation(provision.address)
        if not provision.is_there:  # new for all delegations; other requests are in each entry
            after = self._material.format_citation(provision.after) if provision.after else ""
            place = self.words["place_new" if after else "place_new_first"].format(place=place, after=after)
        label = provision.unit.label if provision.is_there else ""
        text = self.lay_out_words(label, unchanged_text(provision.unit), heading=provision.unit.kind in HEADINGS)
        if self.wide:
            name = self.name_cell(capital(place))
            rows = [row(((name,), text, *self._cells(line))) for line in lines[:1]]
            rows += [row(((), (), *self._cells(line))) for line in lines[1:]]
        else:
            span = len(self._widths)
            name = self.line(capital(place), Style.PROVISION, keep_next=True)
            rows = [TableRow((TableCell((name,), span, HEAD_GROUND),))]
            if any(run.text for paragraph in text for run in paragraph.runs):
                shown = tuple(replace(paragraph, keep_next=True) for paragraph in text)
                rows.append(TableRow((TableCell(shown, span),), splits=True))
            rows += [row(self._cells(line)) for line in lines]
        internal = self._internal.get(provision.address)
        if internal:
            rows.append(self.internal_row(internal, len(self._widths)))
        return rows

    def _cells(self, line: _CommentLine) -> tuple[tuple[ExportParagraph, ...], ...]:
        return (ExportParagraph((self._name(line.codes),), Style.COMMENT),), line.wording, line.comments

    def _own_line(self, commented: CommentedProvision) -> _CommentLine:
        provision = commented.own_provision
        assert provision is not None
        codes = self._own_codes(provision.joint)
        author = self._author(codes)
        needs_place = provision.does in (ProposedAction.MOVE, ProposedAction.DELETE)
        place = [self.line(self.place(provision), Style.COMMENT)] if needs_place else []
        wording = self.wording(provision) if changes((provision,)) else ()
        comments = (*place, *self.stance_line(provision), *self.row_comments(replace(provision, joint=())))
        return _CommentLine(codes, tuple(_with_author(author, text) for text in wording), comments)

    def _delegation_line(self, comment: DelegationComment, provision: CommentedProvision | None = None) -> _CommentLine:
        language = word_language(comment.language)
        wording: tuple[ExportParagraph, ...] = ()
        if comment.placed.word_diff and provision:
            change = CHANGED.get(comment.does(is_there=provision.is_there), WordChange.EQUAL)
            unit, words = provision.unit, comment.placed.word_diff
            texts = self.lay_out_words(unit.label, words, heading=unit.kind in HEADINGS, label_change=change)
            wording = tuple(_with_author(self._author(comment.written.delegations), text) for text in texts)
        elif comment.written.proposal:
            words = ((WordChange.EQUAL, comment.written.proposal),)
            wording = (ExportParagraph(self.mark_changes(words, MarkupStyle.COUNCIL, language), Style.PROVISION_TEXT),)
        comments = tuple(self.lines(comment.written.comment, Style.COMMENT, language=language))
        return _CommentLine(comment.written.delegations, wording, comments)

    # Delegations

    def _own_codes(self, joint: Iterable[str]) -> tuple[str, ...]:
        """Return our code, empty if unknown, then those of joint delegations."""
        own_code = self.paper.delegation or ""
        return (own_code, *(code for code in joint if code != own_code))

    def _name(self, codes: tuple[str, ...]) -> StyledRun:
        if all(codes) and codes:
            return StyledRun(", ".join(codes), style=Style.STRONG)
        return self.label(", ".join(code or self.words["delegation_unknown"] for code in codes or ("",)), Style.STRONG)

    def _author(self, codes: tuple[str, ...]) -> str:
        names = (
            self.labels.delegation(code or None) if code in ("", *PROTOCOL_ORDER) else code for code in codes or ("",)
        )
        return ", ".join(names)


def _with_author(author: str, text: ExportParagraph) -> ExportParagraph:
    return replace(text, runs=tuple(replace(run, author=author) for run in text.runs))


def _as_text(line: _CommentLine) -> list[ExportParagraph]:
    styles = {Style.COMMENT: Style.NORMAL, Style.PROVISION_TEXT: Style.NORMAL}
    return [replace(text, style=styles.get(text.style, text.style)) for text in (*line.wording, *line.comments)]


def _rank(codes: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(map(protocol_rank, codes)) or ((999, ""),)
