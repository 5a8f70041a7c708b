"""An export document as HTML and as plain text, for a mail or paper: the content of the Word file, in the same order.

HTML has its marks; the text is without deletions. Styles are inline, as mail programs drop style sheets, and in forms
that Qt supports too: pixels, one margin at a time.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise, takewhile

from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import Called, ExportDocument, ExportParagraph, ExportTable, TableCell, TableRow
from delegate_desk.export.docx.default_template import DETAIL_INDENT, UNIT_INDENT, Style

_HEADS = {Style.TITLE: "h1", Style.WIDE_TITLE: "h1", Style.HEADING: "h2", Style.PROVISION: "h3", Style.PART: "h3"}
_SOFT, _RED, _OCHRE = "color:#59626c", "color:#b0261d", "color:#8a5a00"
_SHADE = "background-color:#fbf3e0"
_CLOSE = "margin-top:0px;margin-bottom:4px"
_INDENT, _BESIDE, _MARGIN = UNIT_INDENT * 96 // 1440, DETAIL_INDENT * 96 // 1440 + 24, 34
_DETAIL = f"margin-top:0px;margin-bottom:4px;margin-left:{_BESIDE}px;text-indent:-{_BESIDE}px"


def _hanging(depth: int) -> str:
    return f"margin-top:0px;margin-bottom:8px;margin-left:{depth * _INDENT}px;text-indent:-{_INDENT}px"


_LOOKS = {
    Style.TITLE: "font-size:21pt;margin-bottom:4px",
    Style.SUBTITLE: f"margin-top:0px;font-size:14pt;{_SOFT}",
    Style.HEADING: "font-size:13pt;margin-bottom:6px",
    Style.PROVISION: "margin:0;font-size:11pt",
    Style.PART: "font-size:11pt",
    Style.WIDE_TITLE: "font-size:14pt",
    Style.LEGEND: f"font-style:italic;{_SOFT}",
    Style.UNIT_NOTE: f"font-style:italic;{_SOFT}",
    Style.NOTICE: f"{_SHADE};border-left:3px solid #8a5a00;margin:0;padding:0 8px",
    Style.DETAIL: _DETAIL,
    Style.LAST_DETAIL: _DETAIL,
    Style.PROVISION_TEXT: _CLOSE,
    Style.NUMBERED_TEXT: f"{_CLOSE};margin-left:{_MARGIN}px;text-indent:-{_MARGIN}px",
    Style.COMMENT: _CLOSE,
    Style.INTERNAL: f"{_CLOSE};{_SHADE}",
    Style.INTERNAL_NOTE: _SHADE,
    Style.INTERNAL_PART: _SHADE,
    Style.COLUMN_HEAD: f"margin:0;font-weight:bold;text-align:left;{_SOFT}",
    Style.STANCE: "margin:0;font-weight:bold",
    Style.PROVISION_LABEL: "margin:0;font-weight:bold",
    Style.ACT_DIVISION: "margin-top:16px;margin-bottom:8px;text-align:center;font-weight:bold",
    Style.ACT_ARTICLE: "margin-top:16px;margin-bottom:8px;text-align:center;font-style:italic",
    Style.UNIT: _hanging(1),
    Style.UNIT_2: _hanging(2),
    Style.UNIT_3: _hanging(3),
    Style.UNIT_4: _hanging(4),
    Style.MATRIX_HEAD: "margin:0;font-weight:bold;text-align:center",
    Style.MATRIX_DELEGATION: "margin:0;font-weight:bold",
    Style.MATRIX_SIGN: "margin:0;font-weight:bold;text-align:center",
}
_SIGNS = {
    Style.ADDED: ("<b><u>", "</u></b>"),
    Style.DELETED: ("<s>", "</s>"),
    Style.STRONG: ("<b>", "</b>"),
    Style.SOFT: (f'<span style="{_SOFT}">', "</span>"),
    Style.INTERNAL_SIGN: (f'<b style="{_OCHRE}">', "</b>"),
    Style.MARKING_SIGN: (f'<b style="{_RED}">', "</b>"),
}
_CHANGES = {
    WordChange.EQUAL: ("", ""),
    WordChange.INSERT: ('<ins style="text-decoration:underline">', "</ins>"),
    WordChange.DELETE: ('<del style="text-decoration:line-through">', "</del>"),
}
_TABLE = "border-collapse:collapse"
_CELL = "border:1px solid #c9c4ba;padding:4px 8px;vertical-align:top"
_BOX = f"border:1px solid #b0261d;padding:4px 8px;text-align:center;font-weight:bold;{_RED}"
_MARKING = f'<table width="100%" cellspacing="0"><tr><td></td><td width="18%" style="{_BOX}">{{}}</td></tr></table>'
_ASIDE = f"margin-top:0px;margin-bottom:8px;margin-left:18px;border-left:2px solid #c9c4ba;padding-left:6px;{_SOFT}"


def render(content: ExportDocument) -> str:
    """Return an export document as an HTML page: marking, headings, paragraphs and tables, and the footnotes last."""
    body = "\n".join(block for block in _HtmlWriter(content).blocks() if block)
    head = f'<meta charset="utf-8"><title>{escape(content.title)}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(content.language)}"><head>{head}</head><body>\n{body}\n</body></html>\n'
    )


class _HtmlWriter:
    def __init__(self, content: ExportDocument) -> None:
        self._content = content
        self._called = Called(content.blocks)
        self._within = WordChange.EQUAL

    def blocks(self) -> Iterator[str]:
        yield from map(self._text, self._content.first_page_header)
        for block in self._content.blocks:
            yield self._table(block) if isinstance(block, ExportTable) else self._text(block)
        if self._called.notes:
            yield "<hr>"
        for mark, note in self._called.notes:  # a note calls none
            texts = [self._runs(text) for text in note.texts]
            yield f'<p style="margin-top:0px;margin-bottom:4px"><sup>{escape(mark)}</sup> {"<br>".join(texts)}</p>'

    def _text(self, text: ExportParagraph) -> str:
        words = self._runs(text)
        asides = ""
        for comment in self._called.ending(text):
            message = "<br>".join(self._runs(line) for line in comment.texts)
            head = escape(comment.head(self._content.author), quote=False)
            asides += f'<p style="{_ASIDE}"><b>{head}:</b> {message}</p>'
        if not words:
            return asides
        tag = _HEADS.get(text.style, "p")
        style = _LOOKS.get(text.style, "")
        if text.style in (Style.MARKING, Style.WIDE_MARKING):
            return _MARKING.format(words)
        element = f'<{tag} style="{style}">{words}</{tag}>' if style else f"<{tag}>{words}</{tag}>"
        return element + asides + ("<hr>" if text.style is Style.LAST_DETAIL else "")

    def _runs(self, text: ExportParagraph) -> str:
        found = ""
        for run in text.runs:
            opens, closes = _SIGNS.get(run.style, ("", "")) if run.style else ("", "")
            begins, ends = _CHANGES[run.change if run.change is not WordChange.EQUAL else self._within]
            words = escape(run.text, quote=False).replace("\n", "<br>").replace("\t", "&nbsp; ")
            if words and run.language and run.language != self._content.language:
                words = f'<span lang="{escape(run.language)}">{words}</span>'
            if run.note and not run.field:
                words += f"<sup>{escape(self._called.number(run.note))}</sup>"
            found += f"{begins}{opens}{words}{closes}{ends}" if words and not run.field else ""
        return found

    def _table(self, table: ExportTable) -> str:
        total = sum(table.widths) or 1
        shares = [round(100 * width / total) for width in table.widths]
        heads = list(takewhile(lambda row: row.is_header, table.rows))
        head = "".join(self._row(row, shares) for row in heads)
        head = f"<thead>{head}</thead>" if head else ""  # which is said again on each page of paper
        rows = "".join(self._row(row, shares) for row in table.rows[len(heads) :])
        return f'<table width="100%" cellspacing="0" style="{_TABLE}">{head}<tbody>{rows}</tbody></table>'

    def _row(self, row: TableRow, shares: list[int]) -> str:
        self._within = row.change
        tag, cells, column = "th" if row.is_header else "td", "", 0
        for cell in row.cells:
            span = f' colspan="{cell.span}"' if cell.span > 1 else ""
            width = sum(shares[column : column + cell.span])
            ground = f";background-color:#{cell.ground}" if cell.ground else ""
            words = "".join(map(self._text, cell.texts))
            cells += f'<{tag}{span} width="{width}%" style="{_CELL}{ground}">{words}</{tag}>'
            column += cell.span
        self._within = WordChange.EQUAL
        return f"<tr>{cells}</tr>"


_SET_OFF = {Style.HEADING, Style.PROVISION, Style.PART, Style.TITLE, Style.WIDE_TITLE, Style.LEGEND}
_RULED = {Style.HEADING: "=", Style.TITLE: "=", Style.WIDE_TITLE: "="}
_FEW = 2
"""Maximum number of columns that need no repeated headings."""
_DEPTHS = {Style.UNIT_2: "  ", Style.UNIT_3: "    ", Style.UNIT_4: "      "}


def render_text(content: ExportDocument) -> str:
    """Return an export document as text: the marking first, headings underlined, a table row as a line or a list."""
    lines = list(_TextWriter(content).lines())
    spaced = (line for previous, line in pairwise(("", *lines)) if line or previous)  # one empty line at a time
    return "\n".join(spaced) + "\n"


class _TextWriter:
    def __init__(self, content: ExportDocument) -> None:
        self._content = content
        self._called = Called(content.blocks)

    def lines(self) -> Iterator[str]:
        yield from (line for text in self._content.first_page_header if (line := self._words(text)))
        for block in self._content.blocks:
            if not isinstance(block, ExportTable):
                yield from self._text(block)
                continue
            heads: Sequence[str] = ()
            for row in block.rows:
                if row.is_header:
                    heads = [" ".join(self._cell(cell)) for cell in row.cells]
                elif row.change is not WordChange.DELETE:
                    yield from self._row(row, heads)
        if self._called.notes:
            yield ""
        for mark, note in self._called.notes:
            yield f"[{mark}] {' '.join(map(self._words, note.texts))}"

    def _text(self, text: ExportParagraph) -> Iterator[str]:
        words = self._words(text)
        if words:
            if text.style in _SET_OFF:
                yield ""
            yield _DEPTHS.get(text.style, "") + words
            if text.style in _RULED:
                yield _RULED[text.style] * min(len(words), 72)
        yield from self._asides(text)
        if words and text.style is Style.LAST_DETAIL:
            yield ""

    def _asides(self, text: ExportParagraph) -> Iterator[str]:
        for comment in self._called.ending(text):
            message = " ".join(map(self._words, comment.texts))
            yield f"  [{comment.head(self._content.author)}: {message}]"

    def _row(self, row: TableRow, heads: Sequence[str]) -> Iterator[str]:
        name, *rest = [self._cell(cell) for cell in row.cells]
        if len(heads) == len(row.cells) and len(heads) > _FEW:
            rest = [[f"{head}: {lines[0]}", *lines[1:]] for head, lines in zip(heads[1:], rest, strict=True) if lines]
        texts = [line for lines in rest for line in lines]
        head = " ".join(name)
        if len(texts) == 1:
            yield f"{head}: {texts[0]}"
            return
        yield f"{head}:" if texts else head
        yield from (f"  - {line}" for line in texts)

    def _cell(self, cell: TableCell) -> list[str]:
        lines = [line for text in cell.texts for line in (self._words(text), *map(str.strip, self._asides(text)))]
        return [line for line in lines if line]

    def _words(self, text: ExportParagraph) -> str:
        shown = ""
        for run in text.runs:
            if not (run.field or run.change is WordChange.DELETE or run.style is Style.DELETED):
                shown += run.text + (f"[{self._called.number(run.note)}]" if run.note else "")
        return " ".join(shown.split())
