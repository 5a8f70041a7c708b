"""The text of a Word file, read back from the file itself: what will be sent, not what was intended."""

import io
import re
from collections.abc import Iterator, Mapping

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from delegate_desk.core.word_diff import WordChange, WordDiff

_TEXT = {qn("w:t"), qn("w:delText")}
_SPACES = {qn("w:tab"), qn("w:br")}
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:del"), qn("w:customXml"), qn("w:smartTag")}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_INSERTED, _DELETED = {qn("w:ins"), qn("w:moveTo")}, {qn("w:del"), qn("w:moveFrom")}
_SIGNS = {WordChange.EQUAL: "\ufdd0", WordChange.INSERT: "\ufdd1", WordChange.DELETE: "\ufdd2"}
"""Separators of different kinds of words: code points that are noncharacters (Unicode, 23.7)."""
_CHANGES = {sign: change for change, sign in _SIGNS.items()}
_SIGN = re.compile("([\ufdd0-\ufdd2])")
_GAP = re.compile(r"\s+([\ufdd0-\ufdd2]+)\s+")
Looks = Mapping[str, WordChange]
"""By the identifier of a character style, the mark of its words."""


def extract_marked_text(content: bytes) -> WordDiff:
    """All text of a file's bytes, with a paragraph or a table row per line: headers, body, notes, comments, footers.

    Deleted text is included. Cells are separated by `` | ``. Empty lines are omitted, and a repeated header or footer
    is
    listed once. Marked as new or deleted is what Word tracks, and, where Word tracks nothing, what is bold and
    underlined or
    struck through as in the Council's mark-up.
    """
    document = docx.Document(io.BytesIO(content))
    body = document.element.body
    tracks = next(body.iter(*_INSERTED, *_DELETED), None) is not None
    read = _FileParts(None if tracks else _looks(document))
    heads, feet = read.framing(document)
    lines = [*heads, *read.lines(body), *read.notes(document), *read.comments(document), *feet]
    made: list[tuple[WordChange, str]] = []
    change = WordChange.EQUAL
    for piece in _SIGN.split("\n".join(lines)):
        if piece in _CHANGES:
            change = _CHANGES[piece]
        elif piece and made and made[-1][0] is change:
            made[-1] = (change, made[-1][1] + piece)
        elif piece:
            made.append((change, piece))
    return tuple(made)


def _looks(document: Document) -> dict[str, WordChange]:
    found = {
        style.get(qn("w:styleId"), ""): _marked(style.find(qn("w:rPr")))
        for style in document.styles.element.iter(qn("w:style"))
        if style.get(qn("w:type")) == "character"
    }
    return {style: change for style, change in found.items() if change is not WordChange.EQUAL}


def _marked(looks: _Element | None) -> WordChange:
    if looks is None:
        return WordChange.EQUAL
    if _is_on(looks, "w:strike"):
        return WordChange.DELETE
    return WordChange.INSERT if _is_on(looks, "w:b") and _is_on(looks, "w:u") else WordChange.EQUAL


def _is_on(looks: _Element, name: str) -> bool:
    found = looks.find(qn(name))
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "none", "off")


def _parts(document: Document, kind: str) -> Iterator[_Element]:
    for relation in document.part.rels.values():
        if relation.reltype == kind and not relation.is_external:
            yield from parse_xml(relation.target_part.blob)


class _FileParts:
    def __init__(self, looks: Looks | None) -> None:
        self._looks = looks

    def framing(self, document: Document) -> tuple[list[str], list[str]]:
        heads: dict[str, None] = {}
        feet: dict[str, None] = {}
        for section in document.sections:
            for head in (section.first_page_header, section.header, section.even_page_header):
                if not head.is_linked_to_previous:
                    heads |= dict.fromkeys(self.lines(head._element))
            for foot in (section.first_page_footer, section.footer, section.even_page_footer):
                if not foot.is_linked_to_previous:
                    feet |= dict.fromkeys(self.lines(foot._element))
        return list(heads), list(feet)

    def notes(self, document: Document) -> Iterator[str]:
        """The notes, as ``[1] …``."""
        for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES):
            notes = [note for note in _parts(document, kind) if note.get(qn("w:type")) not in _SEPARATORS]
            for number, note in enumerate(notes, 1):
                yield f"[{number}] {' '.join(self.lines(note))}"

    def comments(self, document: Document) -> Iterator[str]:
        """The comments, as ``[who: …]``."""
        for comment in _parts(document, RELATIONSHIP_TYPE.COMMENTS):
            yield f"[{comment.get(qn('w:author'), '')}: {' '.join(self.lines(comment))}]"

    def lines(self, element: _Element) -> Iterator[str]:
        for block in element:
            if block.tag == qn("w:p"):
                lines = [self._words(block)]
            elif block.tag == qn("w:tbl"):
                lines = [self._row(row) for row in block.iter(qn("w:tr"))]
            elif block.tag in _WRAPPERS:
                lines = list(self.lines(block))
            else:
                lines = []
            yield from (line for line in lines if line)

    def _row(self, row: _Element) -> str:
        cells = (" ".join(self._words(p) for p in cell.iter(qn("w:p"))).strip() for cell in row.iter(qn("w:tc")))
        return " | ".join(cell for cell in cells if cell)

    def _words(self, paragraph: _Element) -> str:
        pieces = list[str]()
        was = WordChange.EQUAL
        for element in paragraph.iter(*_TEXT, *_SPACES):
            change = self._change(element)
            if change is not was:
                pieces.append(_SIGNS[change])
                was = change
            pieces.append((element.text or "") if element.tag in _TEXT else " ")
        if was is not WordChange.EQUAL:
            pieces.append(_SIGNS[WordChange.EQUAL])
        text = _GAP.sub(r" \1", " ".join("".join(pieces).split()))
        return text if _SIGN.sub("", text).strip() else ""

    def _change(self, element: _Element) -> WordChange:
        run = element.getparent()
        if run is None:
            return WordChange.EQUAL
        for around in run.iterancestors():
            if around.tag in _DELETED:  # also within an insertion: it is deleted
                return WordChange.DELETE
            if around.tag in _INSERTED:
                return WordChange.INSERT
            if around.tag == qn("w:p"):
                break
        looks = run.find(qn("w:rPr"))
        if looks is None or self._looks is None:
            return WordChange.EQUAL
        style = looks.find(qn("w:rStyle"))
        return self._looks.get(style.get(qn("w:val"), ""), WordChange.EQUAL) if style is not None else _marked(looks)
