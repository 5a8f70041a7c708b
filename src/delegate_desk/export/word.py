"""A Word file from a sheet, in our own template or in one of the house."""

import datetime
from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _BaseHeaderFooter
from lxml.etree import _Element

from delegate_desk.core.word_diff import Change
from delegate_desk.export.blocks import Sheet, Table, Text
from delegate_desk.export.package import pack
from delegate_desk.export.template import TEMPLATE, Style
from delegate_desk.export.word_elements import printable
from delegate_desk.export.word_notes import Comments, Footnotes, in_settings
from delegate_desk.export.word_styles import Styles
from delegate_desk.export.word_text import Writer


def render(sheet: Sheet, moment: datetime.datetime) -> bytes:
    """Write a sheet as a Word file; the same sheet and moment give the same bytes.

    Args:
        sheet: What to write.
        moment: When it is made, in UTC: the date of the file and of its tracked changes.
    """
    if sheet.template is not None:
        from delegate_desk.export import word_house

        return word_house.render(sheet, sheet.template, moment)
    document = docx.Document(str(TEMPLATE))
    footnotes = Footnotes(document)
    writer = Writer(sheet, moment, Styles(document), Comments(document), footnotes)
    end = document.element.body.find(qn("w:sectPr"))
    for block in written(sheet, writer):
        end.addprevious(block)
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
        fill(place, [writer.paragraph(text) for text in texts])
    _set_language(document, sheet.language)
    return finished(document, sheet, moment, footnotes)


def written(sheet: Sheet, writer: Writer) -> list[_Element]:
    """The body of a sheet in Word's elements."""
    elements = [writer.block(block) for block in sheet.blocks]
    last = sheet.blocks[-1] if sheet.blocks else None
    if isinstance(last, Table) or (last is not None and last.change is not Change.EQUAL):
        # Word wants a paragraph behind the last table, and the end of the last paragraph neither comes nor goes
        elements.append(writer.paragraph(Text((), Style.TABLE_END)))
    return elements


def fill(place: _BaseHeaderFooter, paragraphs: Iterable[_Element]) -> None:
    """Put paragraphs into a head or a foot in the place of what is there."""
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)


def finished(document: Document, sheet: Sheet, moment: datetime.datetime, footnotes: Footnotes) -> bytes:
    """The file of a document whose text is written."""
    footnotes.write()
    if sheet.tracked and document.settings.element.find(qn("w:trackRevisions")) is None:
        in_settings(document, OxmlElement("w:trackRevisions"))
    properties = document.core_properties
    properties.title = printable(sheet.title)[:255]
    properties.author = properties.last_modified_by = printable(sheet.author)[:255]
    properties.language = sheet.language
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.revision = 1
    return pack(document)


def _set_language(document: Document, language: str) -> None:
    """Say what is said where nothing else is: the template's own default is English."""
    for default in document.styles.element.iter(qn("w:rPrDefault")):
        for found in default.iter(qn("w:lang")):
            found.set(qn("w:val"), language)
