"""The text of a Word file, read back from the file itself: what will leave, not what was meant to."""

import io
from collections.abc import Iterator

import docx
from docx.oxml.ns import qn
from lxml.etree import _Element

_TEXT = {qn("w:t"), qn("w:delText")}
_SPACES = {qn("w:tab"), qn("w:br")}


def text_of(content: bytes) -> str:
    """All text of a file's bytes, a paragraph or a table row a line: head, body, foot; deleted words too.

    Cells are divided by `` | ``. Empty lines are left out, and a head or foot that is said twice is told once.
    """
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0]
    heads = [*_lines(section.first_page_header._element), *_lines(section.header._element)]
    feet = [*_lines(section.first_page_footer._element), *_lines(section.footer._element)]
    body = list(_lines(document.element.body))
    return "\n".join([*dict.fromkeys(heads), *body, *dict.fromkeys(feet)])


def _lines(element: _Element) -> Iterator[str]:
    for block in element:
        if block.tag == qn("w:p"):
            lines = [_words(block)]
        elif block.tag == qn("w:tbl"):
            lines = [_row(row) for row in block.iter(qn("w:tr"))]
        else:
            lines = []
        yield from (line for line in lines if line)


def _row(row: _Element) -> str:
    cells = (" ".join(_words(p) for p in cell.iter(qn("w:p"))).strip() for cell in row.iter(qn("w:tc")))
    return " | ".join(cell for cell in cells if cell)


def _words(paragraph: _Element) -> str:
    pieces = ((e.text or "") if e.tag in _TEXT else " " if e.tag in _SPACES else "" for e in paragraph.iter())
    return " ".join("".join(pieces).split())
