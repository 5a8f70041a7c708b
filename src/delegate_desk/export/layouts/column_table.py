"""Layouts of texts side by side: a four-column document with a title row above each row, and a concordance."""

from collections.abc import Callable, Sequence

from delegate_desk.core.documents.columns import Column, ColumnTable, Light
from delegate_desk.core.documents.document import Place
from delegate_desk.core.translations.translation import Concordance, ConcordancePassage
from delegate_desk.core.word_diff import WordChange, diff_words
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, StyledRun, TableCell, TableRow
from delegate_desk.export.docx.default_template import TEXT_WIDTH, WIDE_TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels, word_language
from delegate_desk.export.layouts.page import HEAD_GROUND, PageLayout

_NUMBER_WIDTH, _LIGHT_WIDTH = 750, 500
_TEXT_WIDTH = (WIDE_TEXT_WIDTH - _NUMBER_WIDTH - _LIGHT_WIDTH) // 4
_HEADINGS = {
    Column.COMMISSION: "Commission Proposal",
    Column.PARLIAMENT: "EP Mandate",
    Column.COUNCIL: "Council Mandate",
    Column.COMPROMISE: "Draft Agreement",
}
_LIGHTS = {Light.GREEN: ("G", "C6EFCE"), Light.YELLOW: ("Y", "FFEB9C"), Light.RED: ("R", "FFC7CE")}


def lay_out(
    table: ColumnTable, names: Sequence[str], subject: str, labels: ExportLabels, marking: str | None
) -> ExportDocument:
    """Lay out a table; ``names`` are those of the texts in its first columns, for the headings."""
    page = PageLayout(labels, marking, internal=False, wide=True)
    title = "Four-column document"
    heads = [_HEADINGS[column] for column in table.columns]
    heads = [f"{head}\n{name}" for head, name in zip(heads, names, strict=False)] + heads[len(names) :]
    widths = (_NUMBER_WIDTH, *[_TEXT_WIDTH] * len(table.columns), _LIGHT_WIDTH)
    rows = [page.header_row(["", *heads, ""])]
    for row in table.rows:
        if row.label:
            line = page.line(row.label, Style.COMMENT, look=Style.STRONG, keep_next=True)
            rows.append(TableRow((TableCell((line,), len(widths), HEAD_GROUND),)))
        letter, ground = _LIGHTS[row.status] if row.status else ("", "")
        cells = [TableCell((page.line(row.row, Style.COMMENT),))]
        for column in table.columns:
            texts = _paragraphs(row.cells[table.columns[0]], row.cells[column])
            if column is table.columns[-1] and row.origin:
                texts.append(page.line(f"Text Origin: {row.origin}", Style.LEGEND))
            cells.append(TableCell(tuple(texts)))
        cells.append(TableCell((page.line(letter, Style.COMMENT),), ground=ground))
        rows.append(TableRow(tuple(cells), splits=True, address=f"row_{row.row}"))
    blocks: list[ExportParagraph | ExportTable] = [page.line(title, Style.WIDE_TITLE)]
    if subject:
        blocks.append(page.line(subject, Style.SUBTITLE))
    blocks.append(ExportTable(widths, tuple(rows), title))
    return page.document(title, "", page.label_language, blocks, head=subject, foot=title)


def _paragraphs(first_text: str, text: str) -> list[ExportParagraph]:
    """Return the paragraphs of a text; words that the first column does not have are bold."""
    lines: list[list[StyledRun]] = [[]]
    for change, words in diff_words(first_text, text):
        if change is WordChange.DELETE:
            continue
        style = Style.STRONG if change is WordChange.INSERT else None
        for n, part in enumerate(words.split("\n")):
            if n:
                lines.append([])
            if part:
                lines[-1].append(StyledRun(part, word_language("en"), style))
    return [ExportParagraph(tuple(runs), Style.COMMENT) for runs in lines]


def lay_out_concordance(
    found: Sequence[Concordance], cite: Callable[[Place], str], date: str, labels: ExportLabels, marking: str | None
) -> ExportDocument:
    """Lay out concordances: each passage beside its counterpart, under a row for its rendering.

    The unusual renderings of a document are below their phrase and its usual rendering.
    """
    page = PageLayout(labels, marking, internal=False)
    first = found[0].pairs[0]
    title, subtitle = page.words["concordance"], labels.quote(found[0].phrase)
    if found[0].is_unusual:
        title, subtitle = page.words["unusual_translations"], first.source.name
    rows = [page.header_row([first.source.language.upper(), first.target.language.upper()])]

    def add_head(heading: str, usual: str, count: int) -> None:
        line = page.line(f"{heading} – {page.words[usual]} ({count})", Style.PROVISION, keep_next=True)
        rows.append(TableRow((TableCell((line,), 2, HEAD_GROUND),)))

    for concordance in found:
        if concordance.usual and concordance.is_unusual:
            add_head(f"{labels.quote(concordance.phrase)}: {concordance.usual.text}", "usual", concordance.usual.count)
        for rendering, pairs in concordance.groups():
            heading = rendering.text if rendering else page.words["other_wording"]
            add_head(heading, "usual" if pairs[0].is_usual else "exception", len(pairs))
            for pair in pairs:
                sides = ((side, Place(side.document, side.address)) for side in (pair.source, pair.target))
                rows.append(TableRow(tuple(_passage(side, cite(place)) for side, place in sides), splits=True))
    table = ExportTable((TEXT_WIDTH // 2,) * 2, tuple(rows), title)
    details = page.details([(page.words["date"], page.label(date))])
    blocks = [page.line(title, Style.TITLE), page.line(subtitle, Style.SUBTITLE), *details]
    head = f"{title} · {subtitle}"
    return page.document(f"{title} – {subtitle}", "", page.label_language, [*blocks, table], head=head, foot=title)


def _passage(passage: ConcordancePassage, place: str) -> TableCell:
    language, offset = word_language(passage.language), 0
    runs = []
    for start, end in passage.highlights:
        runs += [
            StyledRun(passage.text[offset:start], language),
            StyledRun(passage.text[start:end], language, Style.STRONG),
        ]
        offset = end
    runs.append(StyledRun(passage.text[offset:], language))
    legend = ExportParagraph((StyledRun(f"{passage.name}, {place}"),), Style.LEGEND, keep_next=True)
    return TableCell((legend, ExportParagraph(tuple(run for run in runs if run.text), Style.COMMENT)))
