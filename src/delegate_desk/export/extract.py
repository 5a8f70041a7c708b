"""The text of a Word file, read back from the file itself: what will leave, not what was meant to."""

import io
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

_TEXT = {qn("w:t"), qn("w:delText")}
_SPACES = {qn("w:tab"), qn("w:br")}
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:del"), qn("w:customXml"), qn("w:smartTag")}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def text_of(content: bytes) -> str:
    """All text of a file's bytes, a paragraph or a table row a line: heads, body, notes, comments, feet; deleted too.

    Cells are divided by `` | ``. Empty lines are left out, and a head or foot that is said twice is told once.
    """
    document = docx.Document(io.BytesIO(content))
    heads, feet = _framing(document)
    body = list(_lines(document.element.body))
    return "\n".join([*heads, *body, *_notes(document), *_comments(document), *feet])


def _framing(document: Document) -> tuple[list[str], list[str]]:
    """The lines of all heads and of all feet, that of a first page first."""
    heads: dict[str, None] = {}
    feet: dict[str, None] = {}
    for section in document.sections:
        for head in (section.first_page_header, section.header, section.even_page_header):
            if not head.is_linked_to_previous:
                heads |= dict.fromkeys(_lines(head._element))
        for foot in (section.first_page_footer, section.footer, section.even_page_footer):
            if not foot.is_linked_to_previous:
                feet |= dict.fromkeys(_lines(foot._element))
    return list(heads), list(feet)


def _notes(document: Document) -> Iterator[str]:
    """The notes, as ``[1] …``."""
    for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
        notes = [note for note in _parts(document, kind) if note.get(qn("w:type")) not in _SEPARATORS]
        for number, note in enumerate(notes, 1):
            yield f"[{number}] {' '.join(_lines(note))}"


def _comments(document: Document) -> Iterator[str]:
    """The comments, as ``[who: …]``."""
    for comment in _parts(document, RELATIONSHIP_TYPE.COMMENTS):
        yield f"[{comment.get(qn('w:author'), '')}: {' '.join(_lines(comment))}]"


def _parts(document: Document, kind: str) -> Iterator[_Element]:
    """What the parts of a kind hold."""
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield from parse_xml(relation.target_part.blob)


def _lines(element: _Element) -> Iterator[str]:
    for block in element:
        if block.tag == qn("w:p"):
            lines = [_words(block)]
        elif block.tag == qn("w:tbl"):
            lines = [_row(row) for row in block.iter(qn("w:tr"))]
        elif block.tag in _WRAPPERS:
            lines = list(_lines(block))
        else:
            lines = []
        yield from (line for line in lines if line)


def _row(row: _Element) -> str:
    cells = (" ".join(_words(p) for p in cell.iter(qn("w:p"))).strip() for cell in row.iter(qn("w:tc")))
    return " | ".join(cell for cell in cells if cell)


def _words(paragraph: _Element) -> str:
    pieces = ((e.text or "") if e.tag in _TEXT else " " if e.tag in _SPACES else "" for e in paragraph.iter())
    return " ".join("".join(pieces).split())
