"""Layouts of a position: as a paper with a table of provisions, and as a single table of comments."""

from delegate_desk.core.positions.export_options import MarkupStyle, ProvisionColumns
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.internal_content import Internal
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.provision_page import ProvisionPage, changes
from delegate_desk.export.layouts.provision_table import is_wide, table
from delegate_desk.export.position_paper import PositionPaper


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
        ExportParagraph((page.label(author),), Style.WIDE_TITLE if is_wide(columns) else Style.TITLE),
        ExportParagraph((page.label(title),), Style.SUBTITLE),
        *page.details([*page.about(), (page.words["date"], page.label(labels.date(paper.date)))]),
    ]
    general = page.general(paper, internal)
    if general:
        blocks += [ExportParagraph((page.label(page.words["general"]),), Style.HEADING), *general]
    heading = page.words["provisions"]
    made = table(page, paper, internal, columns, heading)
    if made:
        blocks.append(ExportParagraph((page.label(heading),), Style.HEADING))
        if changes(paper.provisions):
            blocks.append(ExportParagraph((page.label(page.words[f"legend_{markup}"]),), Style.LEGEND))
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
        ExportParagraph((page.label(title if wide else author),), Style.WIDE_TITLE if wide else Style.TITLE),
        *([] if wide else [ExportParagraph((page.label(comments),), Style.SUBTITLE)]),
        *page.details([*page.about(), (page.words["date"], page.label(labels.date(paper.date)))]),
    ]
    if changes(paper.provisions):
        blocks.append(ExportParagraph((page.label(page.words[f"legend_{markup}"]),), Style.LEGEND))
    made = table(page, paper, internal, columns, named, general=True)
    blocks += [made] if made else []
    return page.build_page(paper, title, f"{author} · {named} · {paper.cover.name}", blocks)
