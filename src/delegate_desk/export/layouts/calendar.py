"""Layout of a calendar: a table of meetings and deadlines, the earliest first."""

import datetime
from collections.abc import Sequence

from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable, TableCell, TableRow
from delegate_desk.export.calendar_file import BRUSSELS, CalendarEntry
from delegate_desk.export.docx.default_template import TEXT_WIDTH, Style
from delegate_desk.export.labels import ExportLabels
from delegate_desk.export.layouts.page import PageLayout

_WHEN_WIDTH = 2400


def lay_out(entries: Sequence[CalendarEntry], labels: ExportLabels, delegation: str | None) -> ExportDocument:
    """Lay a calendar out, for the capital alone: deadlines are internal."""
    layout = PageLayout(labels, None, internal=True)
    words = labels.words
    rows = [layout.header_row((words["calendar_when"], words["calendar_what"]))]
    for entry in entries:
        lines = (line for line in (entry.place, *entry.details.splitlines()) if line)
        what = (layout.line(entry.title, Style.PROVISION), *(layout.line(line, Style.COMMENT) for line in lines))
        rows.append(TableRow((TableCell((layout.line(_when(entry.when, labels), Style.COMMENT),)), TableCell(what))))
    title, author = words["calendar"], labels.delegation(delegation)
    blocks: list[ExportParagraph | ExportTable] = [
        *layout.notice(),
        layout.line(author, Style.TITLE),
        layout.line(title, Style.SUBTITLE),
        ExportTable((_WHEN_WIDTH, TEXT_WIDTH - _WHEN_WIDTH), tuple(rows), title),
    ]
    return layout.document(title, author, layout.said, blocks, head=f"{author} · {title}", foot=title)


def _when(when: datetime.date, labels: ExportLabels) -> str:
    if isinstance(when, datetime.datetime):
        return labels.format_time(when.astimezone(BRUSSELS), "meeting_day")
    return labels.date(when)
