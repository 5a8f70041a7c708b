"""One page of a PDF: pieces of text with their places and looks, and thin lines.

Places are in points from the lower left corner of the page's visible part, turned so that most of its text runs from
left to right.
"""

import ctypes
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from delegate_desk.core.documents.document import Box
from delegate_desk.parsing.pdf_drawing import Drawing, Rule, Upright, drawing_of
from delegate_desk.parsing.pdf_letters import Frame, LetterReader, Letters, Piece, turned
from delegate_desk.parsing.pdf_looks import pdfium_raw
from delegate_desk.parsing.pdf_margin import line_numbers, watermarks

_CROSSES = 0.5  # of the size: how far below the baseline, or above it, a rule may cross words


@dataclass(slots=True)
class Page:
    """What stands on one page, in no order.

    Attributes:
        turn: By how many right angles it is to be turned to the right to look as it does on a screen.
        stamps: Words that stand askew, sideways or behind the text, or are too small to be read.
        count: How many letters there are, spaces aside.
        unmapped: How many of them are none of any language of the Union, as far as the file names them at all.
        pictured: True if a picture covers most of it, as a scan does.
        drawn: True if anything at all is drawn on it.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    turn: int = 0
    count: int = 0
    unmapped: int = 0
    pictured: bool = False
    drawn: bool = False

    def box(self, frame: Frame) -> Box:
        """A frame as it is seen on a screen, from the upper left corner."""
        x0, y0, x1, y1 = turned(frame, self.turn, self.width, self.height)
        height = self.width if self.turn % 2 else self.height
        return Box(self.number, round(x0, 1), round(height - y1, 1), round(x1, 1), round(height - y0, 1))


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Read one page."""
    frame = frame_of(page)
    textpage = page.get_textpage()
    try:
        reader = LetterReader(textpage, frame)
        letters = reader.read()
        drawing = drawing_of(page, frame, letters.turn)
        for piece in letters.pieces:
            if _may_be_divided(piece, drawing):
                reader.measure(piece, letters.turn)
    finally:
        textpage.close()
    return _page(page, number, frame, letters, drawing)


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The edges of what is seen of a page, before it is turned."""
    box = pdfium_raw.FS_RECTF()
    if pdfium_raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box)):
        return box.left, box.bottom, box.right, box.top
    width, height = page.get_size()
    return (0.0, 0.0, height, width) if page.get_rotation() % 180 else (0.0, 0.0, width, height)


def _page(page: pdfium.PdfPage, number: int, frame: Frame, letters: Letters, drawing: Drawing) -> Page:
    left, bottom, right, top = frame
    width, height = right - left, top - bottom
    if letters.turn % 2:
        width, height = height, width
    behind = watermarks(letters.pieces)
    aside = {id(piece) for piece in (*behind, *line_numbers(letters.pieces))}
    pieces = [piece for piece in letters.pieces if id(piece) not in aside]
    return Page(
        number,
        width,
        height,
        [part for piece in pieces for part in _divided(piece, drawing.uprights)],
        drawing.rules,
        drawing.uprights,
        [*letters.stamps, *(piece.text.strip() for piece in behind)],
        (page.get_rotation() // 90 - letters.turn) % 4,
        letters.count,
        letters.unmapped,
        drawing.pictured,
        drawing.drawn,
    )


def _may_be_divided(piece: Piece, drawing: Drawing) -> bool:
    """True if a line is drawn where words of a piece stand."""
    size = piece.look.size
    return any(
        abs(r.y - piece.base) < _CROSSES * size and r.x0 < piece.x1 and r.x1 > piece.x0 for r in drawing.rules
    ) or any(u.y0 <= piece.base <= u.y1 and piece.x0 < u.x < piece.x1 for u in drawing.uprights)


def _divided(piece: Piece, uprights: list[Upright]) -> list[Piece]:
    """A piece, divided where it runs over the borders of cells, which are given from left to right."""
    parts: list[Piece] = []
    for upright in uprights:
        if upright.y0 <= piece.base <= upright.y1 and piece.x0 < upright.x < piece.x1:
            *before, piece = piece.divided(upright.x)
            parts += before
    return [*parts, piece]
