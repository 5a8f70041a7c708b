"""Writes a Council document as a Word file: header block, footer, real footnotes, typed or automatic numbers."""

import datetime
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from council_paper import Block, Form, Paper, Piece

MADE = datetime.datetime(2026, 10, 1, 9, 0)  # noqa: DTZ001  (Word keeps naive times)
_INDENTS = {Form.NUMBERED: 1.0, Form.BRACKETED: 1.0, Form.POINT: 2.0, Form.INDENT: 2.0}
_FOUR_COLUMNS = (1.3, 5.9, 5.9, 5.9, 5.9, 0.8)  # cm
_LIGHTS = {"G": "C6EFCE", "V": "C6EFCE", "Π": "C6EFCE", "Y": "FFEB9C", "R": "FFC7CE", "Κ": "FFC7CE"}
_CENTRED = (Form.TITLE, Form.ARTICLE, Form.ANNEX)


def write(paper: Paper, target: Path) -> None:
    """Write the document; the same document gives the same parts, with the same dates."""
    document = docx.Document()
    _Writer(document, paper).write()
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name in parts.namelist():
            file.writestr(zipfile.ZipInfo(name, MADE.timetuple()[:6]), parts.read(name), zipfile.ZIP_DEFLATED)


class _Writer:
    """Fills one empty document."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document = document
        self._paper = paper
        self._tidy()
        self._styles()
        self._footnotes = self._footnote_part()
        self._list = self._numbering() if paper.word_lists else ""

    def write(self) -> None:
        self._head()
        self._foot()
        self._blocks(self._paper.cover)
        if self._paper.cover:
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        self._blocks(self._paper.body)

    def _tidy(self) -> None:
        """Remove the metadata of python-docx's template, and set author and date."""
        for rels in (self._document.part.rels, self._document.part.package.rels):
            for key, relation in list(rels.items()):
                if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail", "/customXml")):
                    del rels[key]
        told = self._document.core_properties
        told.author = told.last_modified_by = "Delegate Desk"
        told.title, told.comments = "Sample document", ""
        told.created = told.modified = MADE
        told.language = self._paper.head["language"]

    def _styles(self) -> None:
        styles = self._document.styles
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), self._paper.head["language"])
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Times New Roman", Pt(12)
        fonts = normal.element.get_or_add_rPr().find(qn("w:rFonts"))
        fonts.set(qn("w:cs"), "Times New Roman")
        normal.paragraph_format.space_after = Pt(7)
        normal.paragraph_format.line_spacing = 1.15
        text = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style = normal
        text.font.size = Pt(10)
        text.paragraph_format.space_after = Pt(2)
        text.paragraph_format.line_spacing = 1.0
        styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = Cm(2)
        section.bottom_margin = Cm(2.6)

    def _footnote_part(self) -> BaseOxmlElement:
        """Make the part for footnotes, which python-docx lacks (ECMA-376 part 1, 17.11)."""
        lines = (("separator", "-1", "separator"), ("continuationSeparator", "0", "continuationSeparator"))
        first = "".join(
            f'<w:footnote w:type="{t}" w:id="{i}"><w:p><w:r><w:{e}/></w:r></w:p></w:footnote>' for t, i, e in lines
        )
        root = parse_xml(f"<w:footnotes {nsdecls('w')}>{first}</w:footnotes>")
        package = self._document.part.package
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self._document.settings.element
        told = parse_xml(f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>')
        settings.find(qn("w:compat")).addprevious(told)
        return root

    def _numbering(self) -> str:
        """Make a list of two levels, ``1.`` and ``(a)`` or ``a)`` as the document prints it; returns its number."""
        numbering = self._document.part.numbering_part.element
        opened = any(block.label.startswith("(") for block in self._paper.body if block.form is Form.POINT)
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{567 * (level + 1)}" w:hanging="567"/></w:pPr></w:lvl>'
            for level, form, text in ((0, "decimal", "%1."), (1, "lowerLetter", "(%2)" if opened else "%2)"))
        )
        kind = '<w:multiLevelType w:val="multilevel"/>'
        shape = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{kind}{levels}</w:abstractNum>'
        numbering.find(qn("w:abstractNum")).addprevious(parse_xml(shape))
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
        return "99"

    def _head(self) -> None:
        """Write the two columns at the top, the type, and the labels with their values."""
        head, paper = self._paper.head, self._paper
        table = self._document.add_table(rows=1, cols=2)
        _set_widths(table, Cm(9.5), Cm(7.5))
        left = [*head["council"].split("\n"), *([""] if paper.file else []), *paper.file]
        number = [line for line in (head["number"], head["revision"], head["marking"]) if line]
        right = [head["dateline"], head["original"], "", *number, "", *paper.codes]
        self._lines(table.rows[0].cells[0], left)
        self._lines(table.rows[0].cells[1], right)
        for line in head["type"].split("\n"):
            kind = self._document.add_paragraph()
            kind.paragraph_format.space_before = Pt(18)
            kind.add_run(line).bold = True
        labels = self._document.add_table(rows=0, cols=2)
        for label, value in paper.labels:
            cells = labels.add_row().cells
            self._lines(cells[0], [label], bold=False)
            self._lines(cells[1], value.split("\n"), bold=False)
        _set_widths(labels, Cm(4), Cm(13))
        _rule(self._document.add_paragraph())

    def _lines(self, cell: _Cell, lines: Iterable[str], *, bold: bool = True) -> None:
        for n, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.line_spacing = 1.0
            if line:
                paragraph.add_run(line).bold = bold or None

    def _foot(self) -> None:
        number, initials, unit, marking, language = self._paper.foot
        footer = self._document.sections[0].footer
        first, second = footer.paragraphs[0], footer.add_paragraph()
        for paragraph in (first, second):
            paragraph.style = self._document.styles["Normal"]
            paragraph.paragraph_format.space_after = Pt(0)
            for place, how in (
                (8.5, WD_TAB_ALIGNMENT.CENTER),
                (12.5, WD_TAB_ALIGNMENT.CENTER),
                (17, WD_TAB_ALIGNMENT.RIGHT),
            ):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), how)
        first.add_run(f"{number}\t{initials}\t\t")
        _page_field(first)
        second.add_run(f"\t{unit}\t{marking}\t")
        second.add_run(language).bold = True

    def _blocks(self, blocks: tuple[Block, ...]) -> None:
        table = None
        for n, block in enumerate(blocks):
            if block.form is Form.ROW:
                if table is None:
                    table = self._table(len(block.cells))
                self._row(table, block)
                continue
            table = None
            paragraph = self._document.add_paragraph()
            follows_article = n > 0 and blocks[n - 1].form is Form.ARTICLE
            self._shape(paragraph, block)
            if block.label and not (self._list and block.form in (Form.NUMBERED, Form.POINT)):
                paragraph.add_run(f"{block.label}\t")
            self._fill(
                paragraph, block.pieces, bold=block.form in (Form.HEADING, Form.ANNEX, Form.TITLE) or follows_article
            )
            if block.form is Form.ARTICLE:
                for run in paragraph.runs:
                    run.italic = True

    def _table(self, columns: int) -> Table:
        """Write a table; that of a trilogue, which has six columns, on a landscape page."""
        if columns == len(_FOUR_COLUMNS):
            section = self._document.add_section(WD_SECTION.NEW_PAGE)
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21)
        table: Table = self._document.add_table(rows=0, cols=columns)
        table.style = self._document.styles["Table Grid"]
        if columns == len(_FOUR_COLUMNS):
            _set_widths(table, *map(Cm, _FOUR_COLUMNS))
        return table

    def _row(self, table: Any, block: Block) -> None:
        """Add a row to a table; python-docx has no types for that."""
        cells = table.add_row().cells
        if len(block.cells) == 1:
            cells[0].merge(cells[-1])
        for cell, pieces in zip(cells, block.cells, strict=len(block.cells) > 1):
            self._fill(cell.paragraphs[0], pieces, bold=len(table.rows) == 1 or len(block.cells) == 1)
        if len(cells) == len(_FOUR_COLUMNS):
            fill = _LIGHTS.get(cells[-1].text)
            for cell, width in zip(cells, _FOUR_COLUMNS, strict=True):
                cell.width = Cm(width) if len(block.cells) > 1 else Cm(sum(_FOUR_COLUMNS))
                for paragraph in cell.paragraphs:
                    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(2), 1.0
                    for run in paragraph.runs:
                        run.font.size = Pt(10)
            if fill:
                shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'
                cells[-1]._tc.get_or_add_tcPr().append(parse_xml(shade))
            if len(table.rows) == 1:
                table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    def _shape(self, paragraph: Paragraph, block: Block) -> None:
        shape = paragraph.paragraph_format
        if block.form in _CENTRED:
            shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if block.form in (Form.HEADING, Form.ARTICLE, Form.ANNEX):
            shape.keep_with_next = True
            shape.space_before = Pt(12)
        if block.form is Form.ANNEX:
            shape.page_break_before = True
        if self._list and block.form in (Form.NUMBERED, Form.POINT):
            level = "0" if block.form is Form.NUMBERED else "1"
            told = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{self._list}"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(told))
        elif block.form in _INDENTS:
            left = Cm(_INDENTS[block.form])
            shape.left_indent, shape.first_line_indent = left, Cm(-1)
            shape.tab_stops.add_tab_stop(left)

    def _fill(self, paragraph: Paragraph, pieces: tuple[Piece, ...], *, bold: bool = False) -> None:
        for piece in pieces:
            if piece.look == "note":
                self._call(paragraph, piece.text)
                continue
            run = paragraph.add_run(piece.text)
            run.bold = True if bold or piece.look in ("added", "strong") else None
            run.italic = True if piece.look == "strong" else None
            run.underline = True if piece.look == "added" else None
            run.font.strike = True if piece.look == "gone" else None

    def _call(self, paragraph: Paragraph, number: str) -> None:
        """Insert the call of a footnote, and write the footnote into its part."""
        run = paragraph.add_run()
        run.style = self._document.styles["footnote reference"]
        call = OxmlElement("w:footnoteReference")
        call.set(qn("w:id"), number)
        run._r.append(call)
        text, sign = (self._document.styles[name].style_id for name in ("footnote text", "footnote reference"))
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{text}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{sign}"/></w:rPr><w:footnoteRef/></w:r><w:r><w:tab/><w:t/></w:r></w:p>'
            "</w:footnote>"
        )
        next(note.iter(qn("w:t"))).text = self._paper.notes[number]
        self._footnotes.append(note)


def _set_widths(table: Table, *widths: Cm) -> None:
    """Word reads the cells, LibreOffice the grid: set both."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _rule(paragraph: Paragraph) -> None:
    """Draw a line below a paragraph."""
    border = '<w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/>'
    paragraph._p.get_or_add_pPr().append(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))


def _page_field(paragraph: Paragraph) -> None:
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)
