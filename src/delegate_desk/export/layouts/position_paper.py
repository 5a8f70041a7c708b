"""Layouts of a position: as a paper with a table of provisions, and as a single table of comments."""

from collections.abc import Sequence
from dataclasses import replace

from delegate_desk.core.positions.export_options import MarkupStyle, ProvisionColumns
from delegate_desk.core.positions.position import ProposedAction
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.internal_content import Internal, InternalProvision
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.page import HEAD_GROUND, INTERNAL_GROUND
from delegate_desk.export.layouts.provision_page import Pair, ProvisionPage, changes, paired
from delegate_desk.export.position_paper import PaperProvision, PositionPaper

_SUGGESTIONS_WIDTH = 5700
WIDTHS = (_SUGGESTIONS_WIDTH, TEXT_WIDTH - _SUGGESTIONS_WIDTH)
WIDE_WIDTHS = (1900, 4300, 4300, WIDE_TEXT_WIDTH - 10500)
_COMMISSION = frozenset({"COM", "SWD", "JOIN"})
_LONG_CELL = 500
"""A row with more characters than this in a cell, about a dozen lines, may be broken by a page."""
_LONG_INTERNAL = 1200
"""The same of a row over the whole width."""


def is_wide(columns: ProvisionColumns) -> bool:
    """True if a table of these columns needs a page on its side."""
    return columns is not ProvisionColumns.SUGGESTIONS


def table(
    page: ProvisionPage,
    paper: PositionPaper,
    inside: Internal | None,
    columns: ProvisionColumns,
    caption: str,
    *,
    general: bool = False,
) -> ExportTable | None:
    """The table of all that is said on provisions; None where nothing is.

    Args:
        general: True if the general comments are its first row.
    """
    return _Table(page, paper, inside, columns).table(caption, general=general)


def column_headings(page: ProvisionPage, columns: ProvisionColumns) -> list[str]:
    words = page.words
    names = [words["suggestions"], words["justification" if columns is ProvisionColumns.JUSTIFIED else "comments"]]
    by = "text_commission" if page.cover.series in _COMMISSION else "text_presidency"
    return [words["provision"], words[by], *names] if is_wide(columns) else names


def name_cell(page: ProvisionPage, name: str) -> ExportParagraph:
    """A provision's name in a cell of its own.

    It is none of the headings by its style, for those stay with what follows: all rows would stay together.
    """
    return page.line(name, Style.COMMENT, look=Style.STRONG, level=1)


def row(cells: tuple[tuple[ExportParagraph, ...], ...]) -> TableRow:
    """Return a row of cells, each with at least one paragraph; a long row may break across pages."""
    longest = max(sum(len(run.text) for text in texts for run in text.runs) for texts in cells)
    filled = tuple(TableCell(texts or (ExportParagraph((), Style.COMMENT),)) for texts in cells)
    return TableRow(filled, splits=longest > _LONG_CELL)


def internal_row(texts: Sequence[ExportParagraph], span: int) -> TableRow:
    """Return the row of internal content on a provision, over all columns; only a long row may break across pages."""
    length = sum(len(run.text) for text in texts for run in text.runs)
    return TableRow((TableCell(tuple(texts), span, INTERNAL_GROUND),), splits=length > _LONG_INTERNAL)


class _Table:
    def __init__(
        self, page: ProvisionPage, paper: PositionPaper, inside: Internal | None, columns: ProvisionColumns
    ) -> None:
        self._page = page
        self._paper = paper
        self._inside = inside
        self._columns = columns
        self._widths = WIDE_WIDTHS if is_wide(columns) else WIDTHS

    def table(self, caption: str, *, general: bool) -> ExportTable | None:
        rows = self._general() if general else []
        for pair in paired(self._paper.provisions, self._inside.provisions if self._inside else ()):
            rows += self._wide_rows(pair) if is_wide(self._columns) else self._rows(pair)
        return ExportTable(self._widths, (self._header_row(), *rows), caption) if rows else None

    def _header_row(self) -> TableRow:
        names = column_headings(self._page, self._columns)
        return self._page.header_row(names)

    def _general(self) -> list[TableRow]:
        texts = self._page.general(self._paper, self._inside)
        if not texts:
            return []
        name = self._page.line(self._page.words["general"], Style.PROVISION, keep_next=True)
        span = len(self._widths)
        shown = tuple(replace(text, style=_in_table(text.style)) for text in texts)
        return [TableRow((TableCell((name,), span, HEAD_GROUND),)), TableRow((TableCell(shown, span),), splits=True)]

    # Drafting suggestions | Comments

    def _rows(self, pair: Pair) -> list[TableRow]:
        own, more = pair
        shown = own or more
        assert shown is not None
        comments = tuple(self._page.comments(own)) if own else ()
        made = row((self._page.wording(shown), comments))
        head = self._provision_header(shown, own)
        return [head, *([_keep_with_next(made), self._internal_row(more)] if more else [made])]

    def _provision_header(self, shown: PaperProvision | InternalProvision, own: PaperProvision | None) -> TableRow:
        page = self._page
        stance = (page.label(page.labels.stances[own.stance]),) if own and own.stance else ()
        cells = (
            TableCell((page.line(page.place(shown), Style.PROVISION),), ground=HEAD_GROUND),
            TableCell((ExportParagraph(stance, Style.STANCE),), ground=HEAD_GROUND),
        )
        return TableRow(cells)

    # Provision | Presidency text | Drafting suggestions | Comments or justification

    def _wide_rows(self, pair: Pair) -> list[TableRow]:
        own, more = pair
        shown = own or more
        assert shown is not None
        page = self._page
        name = name_cell(page, page.place(shown))
        proposed = page.wording(shown) if own and _proposes(own) else ()
        paragraphs: list[ExportParagraph] = []
        if own:
            paragraphs += page.stance_line(own)
            paragraphs += page.justified(own) if self._columns is ProvisionColumns.JUSTIFIED else page.comments(own)
        made = row(((name,), page.source(shown), proposed, tuple(paragraphs)))
        return [_keep_with_next(made), self._internal_row(more)] if more else [made]

    def _internal_row(self, more: InternalProvision) -> TableRow:
        return internal_row(self._page.instructions(more, Style.INTERNAL), len(self._widths))


def _proposes(own: PaperProvision) -> bool:
    return own.does in (ProposedAction.INSERT, ProposedAction.DELETE) or any(
        change is not WordChange.EQUAL for change, _ in own.word_changes
    )


def _in_table(style: Style) -> Style:
    return {Style.NORMAL: Style.COMMENT, Style.INTERNAL_NOTE: Style.INTERNAL}.get(style, style)


def _keep_with_next(row: TableRow) -> TableRow:
    if row.splits:
        return row
    cells = (replace(cell, texts=tuple(replace(text, keep_next=True) for text in cell.texts)) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def lay_out(
    paper: PositionPaper,
    labels: ExportLabels,
    markup: MarkupStyle,
    internal: Internal | None = None,
    columns: ProvisionColumns = ProvisionColumns.SUGGESTIONS,
) -> ExportDocument:
    """Lay the paper out for circulation or, with what is internal, for the capital."""
    page = ProvisionPage(paper.cover, labels, markup, internal=internal is not None, wide=is_wide(columns))
    title = page.words["comments_on"].format(name=paper.cover.name)
    author = labels.delegation(paper.delegation)
    blocks: list[ExportParagraph | ExportTable] = [
        *page.notice(),
        page.line(author, Style.WIDE_TITLE if is_wide(columns) else Style.TITLE),
        page.line(title, Style.SUBTITLE),
        *page.details([*page.about(), (page.words["date"], page.label(labels.date(paper.date)))]),
    ]
    general = page.general(paper, internal)
    if general:
        blocks += [page.line(page.words["general"], Style.HEADING), *general]
    heading = page.words["provisions"]
    made = table(page, paper, internal, columns, heading)
    if made:
        blocks.append(page.line(heading, Style.HEADING))
        if changes(paper.provisions):
            blocks.append(page.line(page.words[f"legend_{markup}"], Style.LEGEND))
        blocks.append(made)
    return page.build_page(paper, title, f"{author} · {paper.cover.name}", blocks)


def lay_out_comments_table(
    paper: PositionPaper,
    labels: ExportLabels,
    markup: MarkupStyle,
    internal: Internal | None = None,
    columns: ProvisionColumns = ProvisionColumns.FOUR,
) -> ExportDocument:
    """Lay the table out for circulation or, with what is internal, for the capital."""
    page = ProvisionPage(paper.cover, labels, markup, internal=internal is not None, wide=is_wide(columns))
    author = labels.delegation(paper.delegation)
    named = page.words["comments_table"]
    comments = page.words["comments_on"].format(name=paper.cover.name)
    title = f"{author} – {comments}"
    wide = is_wide(columns)
    blocks: list[ExportParagraph | ExportTable] = [
        *page.notice(),
        page.line(title if wide else author, Style.WIDE_TITLE if wide else Style.TITLE),
        *([] if wide else [page.line(comments, Style.SUBTITLE)]),
        *page.details([*page.about(), (page.words["date"], page.label(labels.date(paper.date)))]),
    ]
    if changes(paper.provisions):
        blocks.append(page.line(page.words[f"legend_{markup}"], Style.LEGEND))
    made = table(page, paper, internal, columns, named, general=True)
    blocks += [made] if made else []
    return page.build_page(paper, title, f"{author} · {named} · {paper.cover.name}", blocks)
