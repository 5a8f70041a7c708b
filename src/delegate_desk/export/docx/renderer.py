"""A Word file from a sheet, in our own template or in one of the house."""

import datetime
import io
import zipfile
from collections.abc import Iterable
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.section import _BaseHeaderFooter
from lxml.etree import _Element

from delegate_desk.core.word_diff import WordChange
from delegate_desk.export.blocks import ExportDocument, ExportParagraph, ExportTable
from delegate_desk.export.docx.default_template import TEMPLATE, Style
from delegate_desk.export.docx.styles import StyleIds
from delegate_desk.export.docx.text_writer import Comments, Footnotes, WordTextWriter, insert_setting
from delegate_desk.export.docx.xml_elements import printable

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that ZIP can say; every part bears it."""


def pack(document: Document) -> bytes:
    """The file of a document, with no trace of the moment or the machine.

    The parts are those that ``document.save`` writes, which fails where the clock is before 1980 or beyond 2107: ZIP
    cannot say that time.
    """
    package = document.part.package
    assert package is not None
    for part in package.parts:
        part.before_marshal()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        parts, write = _Parts(bundle), _writer()
        write._write_content_types_stream(parts, package.parts)
        write._write_pkg_rels(parts, package.rels)
        write._write_parts(parts, package.parts)
    return packed.getvalue()


def _writer() -> Any:
    """Return the class with which python-docx writes a package; its methods are untyped."""
    return PackageWriter


class _Parts:
    """Takes the parts of a package as they are written."""

    def __init__(self, bundle: zipfile.ZipFile) -> None:
        self._bundle = bundle

    def write(self, uri: PackURI, content: bytes) -> None:
        """Write a part."""
        member = zipfile.ZipInfo(uri.membername, _EARLIEST)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.create_system = 0  # as on Windows, whatever wrote it
        self._bundle.writestr(member, content)


def render(sheet: ExportDocument, moment: datetime.datetime) -> bytes:
    """Write a sheet as a Word file; the same sheet and moment give the same bytes.

    Args:
        sheet: What to write.
        moment: When it is made, in UTC: the date of the file and of its tracked changes.
    """
    if sheet.template is not None:
        from delegate_desk.export.docx import template_renderer

        return template_renderer.render(sheet, sheet.template, moment)
    document = docx.Document(str(TEMPLATE))
    footnotes = Footnotes(document)
    writer = WordTextWriter(sheet, moment, StyleIds(document), Comments(document), footnotes)
    end = document.element.body.find(qn("w:sectPr"))
    for block in written(sheet, writer):
        end.addprevious(block)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    if sheet.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for place, texts in (
        (section.first_page_header, sheet.first_page_header),
        (section.header, sheet.page_header),
        (section.first_page_footer, sheet.page_footer),
        (section.footer, sheet.page_footer),
    ):
        fill(place, [writer.paragraph(text) for text in texts])
    _set_language(document, sheet.language)
    return finished(document, sheet, moment, footnotes)


def written(sheet: ExportDocument, writer: WordTextWriter) -> list[_Element]:
    """The body of a sheet in Word's elements."""
    elements = [writer.block(block) for block in sheet.blocks]
    last = sheet.blocks[-1] if sheet.blocks else None
    if isinstance(last, ExportTable) or (last is not None and last.change is not WordChange.EQUAL):
        # Word wants a paragraph behind the last table, and the end of the last paragraph neither comes nor goes
        elements.append(writer.paragraph(ExportParagraph((), Style.TABLE_END)))
    return elements


def fill(place: _BaseHeaderFooter, paragraphs: Iterable[_Element]) -> None:
    """Put paragraphs into a head or a foot in the place of what is there."""
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)


def finished(document: Document, sheet: ExportDocument, moment: datetime.datetime, footnotes: Footnotes) -> bytes:
    """The file of a document whose text is written."""
    footnotes.write()
    if sheet.tracked and document.settings.element.find(qn("w:trackRevisions")) is None:
        insert_setting(document, OxmlElement("w:trackRevisions"))
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
