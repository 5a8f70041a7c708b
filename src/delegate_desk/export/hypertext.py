"""A sheet as HTML, for a mail: what stands in the Word file, in the same order, with its marks.

Looks are written into the elements, for mail programs drop style sheets.
"""

from collections.abc import Iterator
from html import escape

from delegate_desk.core.words import Change
from delegate_desk.export.blocks import Cell, Run, Sheet, Table, Text
from delegate_desk.export.template import Style

_HEADS = {Style.TITLE: "h1", Style.HEADING: "h2", Style.PROVISION: "h3", Style.PART: "h3"}
_LOOKS = {
    Style.MARKING: "color:#b0261d;font-weight:bold",
    Style.SUBTITLE: "font-size:120%;color:#59626c",
    Style.LEGEND: "font-style:italic;color:#59626c",
    Style.NOTICE: "background:#fbf3e0;border-left:3px solid #8a5a00;margin:0;padding:0 8px",
    Style.INTERNAL: "background:#fbf3e0",
}
_SIGNS = {
    Style.ADDED: ("<b><u>", "</u></b>"),
    Style.DELETED: ("<s>", "</s>"),
    Style.STRONG: ("<b>", "</b>"),
    Style.SOFT: ('<span style="color:#59626c">', "</span>"),
    Style.INTERNAL_SIGN: ('<b style="color:#8a5a00">', "</b>"),
    Style.MARKING_SIGN: ('<b style="color:#b0261d">', "</b>"),
}
_CHANGES = {Change.EQUAL: ("", ""), Change.INSERT: ("<ins>", "</ins>"), Change.DELETE: ("<del>", "</del>")}
_TABLE = "border-collapse:collapse"
_CELL = "border:1px solid #c9c4ba;padding:4px 8px;vertical-align:top"


def render(sheet: Sheet) -> str:
    """Write a sheet as a page of HTML: the marking first, headings, paragraphs and tables."""
    blocks = [_text(text) for text in sheet.first_head]
    blocks += [_table(block) if isinstance(block, Table) else _text(block) for block in sheet.blocks]
    body = "\n".join(block for block in blocks if block)
    head = f'<meta charset="utf-8"><title>{escape(sheet.title)}</title>'
    return f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}"><head>{head}</head><body>\n{body}\n</body></html>\n'


def _text(text: Text) -> str:
    words = "".join(_run(run) for run in text.runs if not run.field)
    if not words:
        return ""
    tag = _HEADS.get(text.style, "p")
    look = _LOOKS.get(text.style, "")
    return f'<{tag} style="{look}">{words}</{tag}>' if look else f"<{tag}>{words}</{tag}>"


def _run(run: Run) -> str:
    opens, closes = _SIGNS.get(run.style, ("", "")) if run.style else ("", "")
    begins, ends = _CHANGES[run.change]
    words = escape(run.text, quote=False).replace("\n", "<br>").replace("\t", " ")
    return f"{begins}{opens}{words}{closes}{ends}" if words else ""


def _table(table: Table) -> str:
    rows = "".join(f"<tr>{''.join(_cells(row.cells, 'th' if row.head else 'td'))}</tr>" for row in table.rows)
    return f'<table style="{_TABLE}">{rows}</table>'


def _cells(cells: tuple[Cell, ...], tag: str) -> Iterator[str]:
    for cell in cells:
        span = f' colspan="{cell.span}"' if cell.span > 1 else ""
        ground = f";background:#{cell.ground}" if cell.ground else ""
        yield f'<{tag}{span} style="{_CELL}{ground}">{"".join(map(_text, cell.texts))}</{tag}>'
