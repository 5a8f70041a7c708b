"""Layouts of a position: as a paper with a table of provisions, and as a single table of comments."""

from dataclasses import replace

from delegate_desk.core.positions.export_options import ExportOptions, ProvisionColumns
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.internal_content import ExportMaterial, InternalProvision
from delegate_desk.export.layouts.page import (
    HEAD_GROUND,
    INTERNAL_GROUND,
    ProvisionPage,
    changes,
    on_field,
    pair_provisions,
)
from delegate_desk.export.position_paper import PaperProvision

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
        by = "text_commission" if self.cover.series in _COMMISSION else "text_presidency"
        return [words["provision"], words[by], *names] if self.wide else names

    def title_line(self, text: str) -> ExportParagraph:
        return self.line(text, Style.WIDE_TITLE if self.wide else Style.TITLE)

    def name_cell(self, name: str) -> ExportParagraph:
        """Return a cell with a provision's name.

        It does not use a heading style, as headings stay with the next paragraph, and all rows would stay together.
        """
        return replace(self.line(name, Style.COMMENT, look=Style.STRONG, level=1), field="name")

    def row_comments(self, own: PaperProvision) -> list[ExportParagraph]:
        return self.justification_and_comment(own) if self.columns is ProvisionColumns.JUSTIFIED else self.comments(own)

    def internal_row(self, more: InternalProvision, span: int) -> TableRow:
        """Return the row of internal content on a provision, over all columns; only a long row may break."""
        texts = self.instructions(more, Style.INTERNAL)
        length = sum(len(run.text) for text in texts for run in text.runs)
        cell = TableCell(tuple(texts), span, INTERNAL_GROUND, "internal")
        return TableRow((cell,), splits=length > _LONG_INTERNAL, address=more.address)


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
        self._asks = False
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
            self._asks = True
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
        names = [*self.column_headings(), *([self.words["instruction"]] if self._asks else [])]
        return ExportTable(self._widths, (self.header_row(names), *rows), caption)

    def _provision_rows(self) -> list[TableRow]:
        rows = []
        for own, more in pair_provisions(self.paper.provisions, self.inside.provisions if self.inside else ()):
            shown = own or more
            assert shown is not None
            asked = self._instruction(more)
            if self._asks and more:
                more = replace(more, instruction="")
                more = more if more.count() else None
            if self.wide:
                made = self._wide_row(shown, own, asked)
            else:
                rows.append(self._provision_header(shown, own))
                wording = tuple(on_field("proposal", self.wording(shown)))
                comments = tuple(self.comments(own)) if own else ()
                made = row((wording, comments, *asked), ("proposal", "comment", "instruction"), shown.address)
            if more and not made.splits:  # the internal row stays on the same page
                together = (tuple(replace(text, keep_next=True) for text in cell.texts) for cell in made.cells)
                cells = (replace(cell, texts=texts) for cell, texts in zip(made.cells, together, strict=True))
                made = replace(made, cells=tuple(cells))
            rows += [made, self.internal_row(more, len(self._widths))] if more else [made]
        return rows

    def _instruction(self, more: InternalProvision | None) -> tuple[tuple[ExportParagraph, ...], ...]:
        if not self._asks:
            return ()
        texts = self.lines(more.instruction, Style.INTERNAL, language=self.own) if more else []
        return (tuple(on_field("instruction", texts)),)

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

    def _provision_header(self, shown: PaperProvision | InternalProvision, own: PaperProvision | None) -> TableRow:
        """Return the header row: drafting suggestions | comments."""
        stance = (self.label(self.labels.stances[own.stance]),) if own and own.stance else ()
        name = replace(self.line(self.place(shown), Style.PROVISION), field="name")
        cells = (
            TableCell((name,), ground=HEAD_GROUND, field="name"),
            TableCell((ExportParagraph(stance, Style.STANCE, field="stance"),), ground=HEAD_GROUND, field="stance"),
            *([TableCell((ExportParagraph((), Style.COMMENT),), ground=HEAD_GROUND)] if self._asks else []),
        )
        return TableRow(cells, address=shown.address)

    def _wide_row(
        self,
        shown: PaperProvision | InternalProvision,
        own: PaperProvision | None,
        asked: tuple[tuple[ExportParagraph, ...], ...],
    ) -> TableRow:
        """Return a row: provision | Presidency text | drafting suggestions | comments or justification."""
        is_whole = own is not None and own.does in (ProposedAction.INSERT, ProposedAction.DELETE)
        has_wording = is_whole or (own is not None and changes((own,)))
        proposed = tuple(on_field("proposal", self.wording(shown))) if has_wording else ()
        comments = (*self.stance_line(own), *self.row_comments(own)) if own else ()
        name, source = (self.name_cell(self.place(shown)),), tuple(on_field("source", self.source(shown)))
        last = "justification" if self.columns is ProvisionColumns.JUSTIFIED else "comment"
        fields = ("name", "source", "proposal", last, "instruction")
        return row((name, source, proposed, comments, *asked), fields, shown.address)


def lay_out(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _PositionLayout(material, options).build_paper()


def lay_out_comments_table(material: ExportMaterial, options: ExportOptions) -> ExportDocument:
    return _PositionLayout(material, options).build_comments_table()
