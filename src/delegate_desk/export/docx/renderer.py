"""Renders an export document as a Word file, in our own template or an organisation's."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import count
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.section import _BaseHeaderFooter
from lxml import etree
from lxml.etree import _Element

from delegate_desk.core.positions.returned_files import BOOKMARK
from delegate_desk.core.values import dataclass
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export import blocks
from delegate_desk.export.docx.default_template import TEMPLATE, Style
from delegate_desk.export.docx.styles import StyleIds

_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot contain (section 2.2), and carriage returns."""
_BREAKS = re.compile("([\t\n])")


def add(parent: _Element, tag: str, **attributes: str | int) -> _Element:
    """Add a last child, with its attributes in the namespace ``w``."""
    child = OxmlElement(tag, {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    parent.append(child)
    return child


def printable(text: str) -> str:
    """Return a text without characters that XML cannot contain."""
    return _UNPRINTABLE.sub("", text)


def add_words(run: _Element, text: str, *, deleted: bool = False) -> None:
    """Add a text to a run, with tabs and line feeds as elements."""
    for piece in _BREAKS.split(printable(text)):
        if piece == "\t":
            add(run, "w:tab")
        elif piece == "\n":
            add(run, "w:br")
        elif piece:
            words = add(run, "w:delText" if deleted else "w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")


_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))
_EMPTY = (
    f"<w:footnotes {nsdecls('w', 'r')}>"
    + "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in _SEPARATORS
    )
    + "</w:footnotes>"
)


class Footnotes:
    """The footnotes of a document: the part is created for the first and written at the end."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._part: Part | None = None
        self._notes: _Element | None = None
        self._next = 1

    def add(self) -> tuple[_Element, int]:
        """Add a note without a paragraph; return it with its number."""
        if self._notes is None:
            self._notes = self._load_notes()
        number = self._next
        self._next += 1
        return add(self._notes, "w:footnote", id=number), number

    def write(self) -> None:
        if self._part is not None and self._notes is not None:
            self._part._blob = etree.tostring(self._notes, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _load_notes(self) -> _Element:
        main = self._document.part
        found = [rel.target_part for rel in main.rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES]
        if found:
            self._part = found[0]
            notes = parse_xml(self._part.blob)
        else:
            package = main.package
            assert package is not None
            name = PackURI("/word/footnotes.xml")
            self._part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, b"", package)
            main.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
            notes = parse_xml(_EMPTY)
            settings = self._document.settings.element
            if settings.find(qn("w:footnotePr")) is None:
                element = parse_xml(f"<w:footnotePr {nsdecls('w')}/>")
                for _, number in _SEPARATORS:
                    add(element, "w:footnote", id=number)
                insert_setting(self._document, element)
        self._next = max((int(note.get(qn("w:id"), "0")) for note in notes), default=0) + 1
        return notes


_ORDER = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders "
    "bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing "
    "drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery "
    "doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData "
    "noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter "
    "noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent "
    "alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags "
    "alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr"
).split()
"""The settings up to the last that we write, in schema order (ECMA-376 part 1, 17.15.1.78)."""


def insert_setting(document: Document, element: _Element) -> None:
    """Insert one of the settings of ``_ORDER`` at its position in the schema."""
    predecessors = {qn(f"w:{name}") for name in _ORDER[: [qn(f"w:{name}") for name in _ORDER].index(element.tag)]}
    settings = document.settings.element
    place = next((n for n, child in enumerate(settings) if child.tag not in predecessors), len(settings))
    settings.insert(place, element)


_BOLD = frozenset({Style.ADDED, Style.STRONG})
"""Styles that need an explicit property in each run: bold in bold would toggle (ECMA-376 part 1, 17.7.3)."""


@dataclass(frozen=True, slots=True)
class TemplateRequirements:
    """Requirements of an organisation's template for the content written into it.

    Attributes:
        width: Maximum table width, relative to the width that the content assumes.
        indent: Indent of tables, in twentieths of a point, as Word before 2013 set them further left.
    """

    width: float
    indent: int


class WordTextWriter:
    """Creates Word's elements, with style ids and numbers for changes, comments and notes."""

    def __init__(
        self,
        content: blocks.ExportDocument,
        timestamp: datetime.datetime,
        styles: Mapping[Style, str],
        document: Document,
        footnotes: Footnotes,
        *,
        template: TemplateRequirements | None = None,
    ) -> None:
        """Initialise.

        Args:
            moment: In UTC.
            document: The file, which has no part for comments until there is one.
            template: Requirements of an organisation's template; None for our own.
        """
        self._styles = styles
        self._author = printable(content.author)
        self._date = _format_timestamp(timestamp)
        self._numbers = count(1)
        self._document = document
        self._footnotes = footnotes
        self._template = template
        self._called = blocks.Called(content.blocks)
        self._open: dict[int, int] = {}
        self._within = WordChange.EQUAL
        self._in_note = False
        self._in_cell = False
        self._rows = count()
        texts = list(blocks.paragraphs_in_blocks(content.blocks))
        marked = [n for n, text in enumerate(texts) if text.address or text.field]
        self._texts = {id(texts[n]): n for n in marked} if any(text.address for text in texts) else {}

    def paragraph(self, text: blocks.ExportParagraph) -> _Element:
        bookmark = self._texts.get(id(text))
        if self._template and self._in_cell and text.style is Style.PROVISION:
            text = replace(text, style=Style.PROVISION_LABEL, level=1)  # a template's heading is too large for a cell
        change = self._change(text.change)
        paragraph = OxmlElement("w:p")
        properties = add(paragraph, "w:pPr")
        if text.style is not Style.NORMAL:
            add(properties, "w:pStyle", val=self._styles[text.style])
        if text.keep_next:
            add(properties, "w:keepNext")
        if text.new_page:
            add(properties, "w:pageBreakBefore")
        if text.level is not None:
            add(properties, "w:outlineLvl", val=text.level)
        if change is not WordChange.EQUAL:
            self._track(add(properties, "w:rPr"), change)
        if not len(properties):
            paragraph.remove(properties)
        number = self._add_comment(blocks.comment_beside(text)) if text.comment else None
        if number is not None:
            add(paragraph, "w:commentRangeStart", id=number)
        for run in text.runs:
            self._add_with_comments(paragraph, run)
        if number is not None:
            self._refer(paragraph, number, change)
        if bookmark is not None:
            mark_text(paragraph, paragraph, bookmark, next(self._numbers))
        return paragraph

    def _change(self, change: WordChange) -> WordChange:
        """Return the change of an item: its own, or that of the row that contains it."""
        return change if change is not WordChange.EQUAL else self._within

    def _track(self, parent: _Element, change: WordChange, author: str = "") -> _Element:
        tag = "w:ins" if change is WordChange.INSERT else "w:del"
        return add(parent, tag, id=next(self._numbers), author=printable(author) or self._author, date=self._date)

    # Comments

    def _add_with_comments(self, paragraph: _Element, run: blocks.StyledRun) -> None:
        if self._in_note:
            self._run(paragraph, run)
            return
        for comment in blocks.comments_on(run):
            if id(comment) not in self._open:
                self._open[id(comment)] = self._add_comment(comment)
                add(paragraph, "w:commentRangeStart", id=self._open[id(comment)])
        self._run(paragraph, run)
        for comment in self._called.ending_at(run):
            self._refer(paragraph, self._open[id(comment)], self._change(run.change))

    def _refer(self, paragraph: _Element, number: int, change: WordChange) -> None:
        """End a comment, and reference it; if the words are tracked, the reference is tracked with them."""
        add(paragraph, "w:commentRangeEnd", id=number)
        holder = paragraph if change is WordChange.EQUAL else self._track(paragraph, change)
        run = add(holder, "w:r")
        add(add(run, "w:rPr"), "w:rStyle", val=self._styles[Style.REMARK_CALL])
        add(run, "w:commentReference", id=number)

    def _add_comment(self, comment: blocks.Comment) -> int:
        date = _format_timestamp(comment.timestamp) if comment.timestamp else self._date
        comments = self._document.part._comments_part.element
        author, number = printable(comment.author) or self._author, len(comments)
        element = add(comments, "w:comment", id=number, author=author, date=date)
        if comment.initials:
            element.set(qn("w:initials"), printable(comment.initials))
        mark = OxmlElement("w:r")
        add(add(mark, "w:rPr"), "w:rStyle", val=self._styles[Style.REMARK_CALL])
        add(mark, "w:annotationRef")
        self._append_paragraphs(element, comment.texts, Style.REMARK, [mark])
        return number

    def _append_paragraphs(
        self, parent: _Element, texts: Iterable[blocks.ExportParagraph], style: Style, marks: list[_Element]
    ) -> None:
        within, self._within = self._within, WordChange.EQUAL
        in_note, self._in_note = self._in_note, True
        for text in texts or (blocks.ExportParagraph(()),):
            paragraph = self.paragraph(replace(text, style=style) if text.style is Style.NORMAL else text)
            place = 0 if paragraph.find(qn("w:pPr")) is None else 1
            for mark in reversed(marks):
                paragraph.insert(place, mark)
            marks = []
            parent.append(paragraph)
        self._within, self._in_note = within, in_note

    # Runs

    def _run(self, paragraph: _Element, run: blocks.StyledRun) -> None:
        change = self._change(run.change)
        holder = paragraph
        if run.field:
            holder = add(paragraph, "w:fldSimple", instr=f" {run.field} ")
        elif change is not WordChange.EQUAL:
            holder = self._track(paragraph, change, run.author)
        if run.text or not run.note:
            element = add(holder, "w:r")
            if run.style or run.language or run.text.strip():
                properties = add(element, "w:rPr")
                if run.style:
                    add(properties, "w:rStyle", val=self._styles[run.style])
                if run.style in _BOLD:
                    add(properties, "w:b")
                if run.language:
                    add(properties, "w:lang", val=run.language)
                else:
                    add(properties, "w:noProof")
            add_words(element, run.text, deleted=change is WordChange.DELETE)
        if run.note:
            self._call(holder, run.note, deleted=change is WordChange.DELETE)

    def _call(self, holder: _Element, note: blocks.Footnote, *, deleted: bool) -> None:
        counts = self._called.counts(note)
        element, number = self._footnotes.add()
        call, mark = self._superscript_run(holder), self._superscript_run(None)
        reference = add(call, "w:footnoteReference", id=number)
        if counts:
            add(mark, "w:footnoteRef")
        else:
            reference.set(qn("w:customMarkFollows"), "1")
            add_words(call, note.label, deleted=deleted)
            add_words(mark, note.label)
        gap = OxmlElement("w:r")
        add(gap, "w:tab")
        self._append_paragraphs(element, note.texts, Style.FOOTNOTE, [mark, gap])

    def _superscript_run(self, holder: _Element | None) -> _Element:
        run = OxmlElement("w:r") if holder is None else add(holder, "w:r")
        properties = add(run, "w:rPr")
        add(properties, "w:rStyle", val=self._styles[Style.FOOTNOTE_CALL])
        add(properties, "w:noProof")
        return run

    # Tables

    def table(self, table: blocks.ExportTable) -> _Element:
        widths = tuple(int(width * (self._template.width if self._template else 1)) for width in table.widths)
        element = OxmlElement("w:tbl")
        properties = add(element, "w:tblPr")
        add(properties, "w:tblStyle", val=self._styles[table.style])
        add(properties, "w:tblW", w=sum(widths), type="dxa")
        if self._template and self._template.indent:
            add(properties, "w:tblInd", w=self._template.indent, type="dxa")
        add(properties, "w:tblLayout", type="fixed")
        options = {"firstRow": 1, "lastRow": 0, "firstColumn": 0, "lastColumn": 0, "noHBand": 1, "noVBand": 1}
        add(properties, "w:tblLook", val="0020", **options)
        add(properties, "w:tblCaption", val=printable(table.caption))
        grid = add(element, "w:tblGrid")
        for width in widths:
            add(grid, "w:gridCol", w=width)
        for row in table.rows:
            self._row(element, row, widths)
        return element

    def _row(self, table: _Element, row: blocks.TableRow, widths: tuple[int, ...]) -> None:
        element = add(table, "w:tr")
        if row.is_header or not row.splits or row.change is not WordChange.EQUAL:
            properties = add(element, "w:trPr")
            if not row.splits:
                add(properties, "w:cantSplit")
            if row.is_header:
                add(properties, "w:tblHeader")
            if row.change is not WordChange.EQUAL:
                self._track(properties, row.change)
        self._within = row.change
        column = 0
        for cell in row.cells:
            self._cell(element, cell, sum(widths[column : column + cell.span]))
            column += cell.span
        self._within = WordChange.EQUAL
        number = next(self._rows)
        if row.address:
            # a bookmark by which the row is recognised when the file is returned
            paragraph = next(element.iter(qn("w:p")))
            mark_text(paragraph, None, number, next(self._numbers))

    def _cell(self, row: _Element, cell: blocks.TableCell, width: int) -> None:
        element = add(row, "w:tc")
        properties = add(element, "w:tcPr")
        add(properties, "w:tcW", w=width, type="dxa")
        if cell.span > 1:
            add(properties, "w:gridSpan", val=cell.span)
        if cell.ground:
            add(properties, "w:shd", val="clear", color="auto", fill=cell.ground)
        self._in_cell = True
        for text in cell.texts:
            element.append(self.paragraph(text))
        self._in_cell = False


def mark_text(first: _Element, last: _Element | None, number: int, key: int) -> None:
    """Put a bookmark, by the number of its row in the record, around all of some paragraphs, or at a beginning."""
    start, end = (OxmlElement(f"w:bookmark{name}", {qn("w:id"): str(key)}) for name in ("Start", "End"))
    start.set(qn("w:name"), f"{BOOKMARK}{number}")
    first.insert(0 if first.find(qn("w:pPr")) is None else 1, start)
    if last is None:
        start.addnext(end)
    else:
        last.append(end)


def _format_timestamp(timestamp: datetime.datetime) -> str:
    return timestamp.strftime("%Y-%m-%dT%H:%M:%SZ")


_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time possible in ZIP; every part has it."""


def pack(document: Document) -> bytes:
    """Return the file of a document, without traces of time or computer.

    The parts are those written by ``document.save``, which fails with a clock before 1980 or after 2107, as ZIP cannot
    express that time.
    """
    package = document.part.package
    assert package is not None
    for part in package.parts:
        part.before_marshal()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        parts = _Parts(bundle)
        write: Any = PackageWriter  # its methods are untyped
        write._write_content_types_stream(parts, package.parts)
        write._write_pkg_rels(parts, package.rels)
        write._write_parts(parts, package.parts)
    return packed.getvalue()


class _Parts:
    def __init__(self, bundle: zipfile.ZipFile) -> None:
        self._bundle = bundle

    def write(self, uri: PackURI, content: bytes) -> None:
        member = zipfile.ZipInfo(uri.membername, _EARLIEST)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.create_system = 0  # as on Windows, whatever wrote it
        self._bundle.writestr(member, content)


def render(content: blocks.ExportDocument, timestamp: datetime.datetime) -> bytes:
    """Render an export document as a Word file; the same content and time give the same bytes.

    Args:
        moment: Time of the file and of its tracked changes, in UTC.
    """
    if content.template is not None:
        from delegate_desk.export.docx import template_renderer

        return template_renderer.render(content, content.template, timestamp)
    document = docx.Document(str(TEMPLATE))
    footnotes = Footnotes(document)
    writer = WordTextWriter(content, timestamp, StyleIds(document), document, footnotes)
    end = document.element.body.find(qn("w:sectPr"))
    for block in block_elements(content, writer):
        end.addprevious(block)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    if content.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    for place, texts in (
        (section.first_page_header, content.first_page_header),
        (section.header, content.page_header),
        (section.first_page_footer, content.page_footer),
        (section.footer, content.page_footer),
    ):
        fill(place, [writer.paragraph(text) for text in texts])
    for default in document.styles.element.iter(qn("w:rPrDefault")):
        for language in default.iter(qn("w:lang")):  # the template's own is English
            language.set(qn("w:val"), content.language)
    return finish(document, content, timestamp, footnotes)


def block_elements(content: blocks.ExportDocument, writer: WordTextWriter) -> list[_Element]:
    elements = [
        writer.table(block) if isinstance(block, blocks.ExportTable) else writer.paragraph(block)
        for block in content.blocks
    ]
    last = content.blocks[-1] if content.blocks else None
    if isinstance(last, blocks.ExportTable) or (last is not None and last.change is not WordChange.EQUAL):
        # Word needs a paragraph after the last table, and the last paragraph mark is never tracked
        elements.append(writer.paragraph(blocks.ExportParagraph((), Style.TABLE_END)))
    return elements


def fill(place: _BaseHeaderFooter, paragraphs: Iterable[_Element]) -> None:
    """Replace the content of a header or footer by paragraphs."""
    place.is_linked_to_previous = False
    element = place._element
    for child in list(element):
        element.remove(child)
    element.extend(paragraphs)


def finish(document: Document, content: blocks.ExportDocument, date: datetime.datetime, footnotes: Footnotes) -> bytes:
    footnotes.write()
    if content.tracked and document.settings.element.find(qn("w:trackRevisions")) is None:
        insert_setting(document, OxmlElement("w:trackRevisions"))
    properties = document.core_properties
    properties.title = printable(content.title)[:255]
    properties.author = properties.last_modified_by = printable(content.author)[:255]
    properties.language = content.language
    properties.created = properties.modified = date.replace(tzinfo=None)
    properties.revision = 1
    return pack(document)
