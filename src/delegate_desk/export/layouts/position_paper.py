"""Layout of a position paper: its heads, its general comments, and the table of provisions."""

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
