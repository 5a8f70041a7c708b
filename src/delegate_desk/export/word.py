"""A Word file from a sheet: the one place that knows how Word says things.

Widths are said twice, for LibreOffice reads the grid and Word the cells. Every run names its language, so that Word's
speller paints none of it. Order of elements: ECMA-376 part 1, section 17.
"""

import datetime
import re
from collections.abc import Iterable
from itertools import count

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _BaseHeaderFooter
from lxml.etree import _Element

from delegate_desk.core.words import Change
from delegate_desk.export.blocks import Cell, Row, Run, Sheet, Table, Text
from delegate_desk.export.package import pack
from delegate_desk.export.template import TEMPLATE, Style

_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2), and carriage returns."""
_BREAKS = re.compile("([\t\n])")


def render(sheet: Sheet, moment: datetime.datetime) -> bytes:
    """Write a sheet as a Word file; the same sheet and moment give the same bytes.

    Args:
        sheet: What to write.
        moment: When it is made, in UTC: the date of the file and of its tracked changes.
    """
    document = docx.Document(str(TEMPLATE))
    writer = _Writer(document, sheet.author, moment)
    body = document.element.body
    end = body.find(qn("w:sectPr"))
    for block in sheet.blocks:
        end.addprevious(writer.table(block) if isinstance(block, Table) else writer.paragraph(block))
    if sheet.blocks and isinstance(sheet.blocks[-1], Table):
        end.addprevious(writer.paragraph(Text((), Style.TABLE_END)))  # Word wants a paragraph behind the last table
    section = document.sections[0]
    section.different_first_page_header_footer = True
    if sheet.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for place, texts in (
        (section.first_page_header, sheet.first_head),
        (section.header, sheet.head),
        (section.first_page_footer, sheet.foot),
        (section.footer, sheet.foot),
    ):
        _fill(place, [writer.paragraph(text) for text in texts])
    _set_language(document, sheet.language)
    if sheet.tracked:
        document.settings.element.find(qn("w:defaultTabStop")).addprevious(OxmlElement("w:trackRevisions"))
    _set_properties(document, sheet, moment)
    return pack(document)


class _Writer:
    """Makes Word's elements, with the ids of styles in the template at hand and a number for each change."""

    def __init__(self, document: Document, author: str, moment: datetime.datetime) -> None:
        self._document = document
        self._ids = {
            style.find(qn("w:name")).get(qn("w:val")): style.styleId for style in document.styles.element.style_lst
        }
        self._author = _printable(author)
        self._date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._numbers = count(1)

    def paragraph(self, text: Text) -> _Element:
        """One paragraph."""
        paragraph = OxmlElement("w:p")
        properties = _add(paragraph, "w:pPr")
        if text.style is not Style.NORMAL:
            _add(properties, "w:pStyle", val=self._ids[text.style])
        if text.keep_next:
            _add(properties, "w:keepNext")
        if text.new_page:
            _add(properties, "w:pageBreakBefore")
        if text.change is not Change.EQUAL:
            self._track(_add(properties, "w:rPr"), text.change)
        if not len(properties):
            paragraph.remove(properties)
        number = self._comment(text) if text.comment else None
        if number is not None:
            _add(paragraph, "w:commentRangeStart", id=number)
        for run in text.runs:
            self._run(paragraph, run)
        if number is not None:
            _add(paragraph, "w:commentRangeEnd", id=number)
            holder = paragraph if text.change is Change.EQUAL else self._track(paragraph, text.change)
            _add(_add(holder, "w:r"), "w:commentReference", id=number)
        return paragraph

    def _track(self, parent: _Element, change: Change) -> _Element:
        """What Word tracks as put in or taken out, by whom and when."""
        tag = "w:ins" if change is Change.INSERT else "w:del"
        return _add(parent, tag, id=next(self._numbers), author=self._author, date=self._date)

    def _comment(self, text: Text) -> int:
        """Keep a comment; its number."""
        made = self._document.comments.add_comment(author=self._author, initials="")
        made._comment_elm.set(qn("w:date"), self._date)
        for child in list(made._comment_elm):  # in styles that the template has not
            made._comment_elm.remove(child)
        made._comment_elm.append(self.paragraph(Text((Run(text.comment, text.said),))))
        return made.comment_id

    def table(self, table: Table) -> _Element:
        """One table, as wide as its columns."""
        made = OxmlElement("w:tbl")
        properties = _add(made, "w:tblPr")
        _add(properties, "w:tblStyle", val=self._ids[table.style])
        _add(properties, "w:tblW", w=sum(table.widths), type="dxa")
        _add(properties, "w:tblLayout", type="fixed")
        _add(
            properties,
            "w:tblLook",
            val="0020",
            firstRow="1",
            lastRow="0",
            firstColumn="0",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
        _add(properties, "w:tblCaption", val=_printable(table.caption))
        grid = _add(made, "w:tblGrid")
        for width in table.widths:
            _add(grid, "w:gridCol", w=width)
        for row in table.rows:
            self._row(made, row, table.widths)
        return made

    def _row(self, table: _Element, row: Row, widths: tuple[int, ...]) -> None:
        made = _add(table, "w:tr")
        if row.head or not row.splits:
            properties = _add(made, "w:trPr")
            if not row.splits:
                _add(properties, "w:cantSplit")
            if row.head:
                _add(properties, "w:tblHeader")
        column = 0
        for cell in row.cells:
            self._cell(made, cell, sum(widths[column : column + cell.span]))
            column += cell.span

    def _cell(self, row: _Element, cell: Cell, width: int) -> None:
        made = _add(row, "w:tc")
        properties = _add(made, "w:tcPr")
        _add(properties, "w:tcW", w=width, type="dxa")
        if cell.span > 1:
            _add(properties, "w:gridSpan", val=cell.span)
        if cell.ground:
            _add(properties, "w:shd", val="clear", color="auto", fill=cell.ground)
        for text in cell.texts:
            made.append(self.paragraph(text))

    def _run(self, paragraph: _Element, run: Run) -> None:
        """Words, a field, or words that Word tracks."""
        holder = paragraph
        if run.field:
            holder = _add(paragraph, "w:fldSimple", instr=f" {run.field} ")
        elif run.change is not Change.EQUAL:
            holder = self._track(paragraph, run.change)
        made = _add(holder, "w:r")
        if run.style or run.language or run.text.strip():
            properties = _add(made, "w:rPr")
            if run.style:
                _add(properties, "w:rStyle", val=self._ids[run.style])
            if run.language:
                _add(properties, "w:lang", val=run.language)
            else:
                _add(properties, "w:noProof")
        tag = "w:delText" if run.change is Change.DELETE else "w:t"
        for piece in _BREAKS.split(_printable(run.text)):
            if piece == "\t":
                _add(made, "w:tab")
            elif piece == "\n":
                _add(made, "w:br")
            elif piece:
                text = _add(made, tag)
                text.text = piece
                text.set(qn("xml:space"), "preserve")


def _add(parent: _Element, tag: str, **attributes: str | int) -> _Element:
    child = OxmlElement(tag, {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    parent.append(child)
    return child


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("", text)


def _fill(place: _BaseHeaderFooter, paragraphs: Iterable[_Element]) -> None:
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)


def _set_language(document: Document, language: str) -> None:
    """Say what is said where nothing else is: the template's own default is English."""
    for default in document.styles.element.iter(qn("w:rPrDefault")):
        for found in default.iter(qn("w:lang")):
            found.set(qn("w:val"), language)


def _set_properties(document: Document, sheet: Sheet, moment: datetime.datetime) -> None:
    properties = document.core_properties
    properties.title = _printable(sheet.title)[:255]
    properties.author = properties.last_modified_by = _printable(sheet.author)
    properties.language = sheet.language
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.revision = 1
