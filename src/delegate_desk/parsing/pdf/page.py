"""One page of a PDF: pieces of text with their places and looks, and thin lines.

Places are in points from the lower left corner of the page's visible part, turned so that most of its text runs from
left to right.
"""

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2 as pdfium

from delegate_desk.core.documents.document import PageBox
from delegate_desk.parsing.pdf.drawn_lines import HorizontalLine, PageDrawing, Upright, read_drawing
from delegate_desk.parsing.pdf.glyph_style import pdfium_raw
from delegate_desk.parsing.pdf.glyphs import Frame, GlyphRun, LetterReader, PageGlyphs, turned

_HUGE = 2.0  # times the size of the text
_FEW = 50  # a page with more large words is a poster
_LONGEST = 5  # digits
_LEAST_NUMBERS = 10
_STEPS = (1, 5, 10)
_ROOM = 4.0  # points: between such a number and the text
_MOSTLY = 0.9


def watermarks(pieces: Sequence[GlyphRun]) -> list[GlyphRun]:
    """Pieces much larger than the text that stand across its lines."""
    size = _font_size(pieces)
    huge = [piece for piece in pieces if piece.style.size > _HUGE * size]
    return [
        piece for piece in huge if any(_crosses(piece, other) for other in pieces if other.style.size < _HUGE * size)
    ]


def line_numbers(pieces: Sequence[GlyphRun]) -> list[GlyphRun]:
    """The numbers that are printed beside each line, or each fifth, in the left margin."""
    words = [piece for piece in pieces if not _is_number(piece)]
    if not words:
        return []
    left = Counter(round(piece.x0) for piece in words).most_common(1)[0][0]
    found = [piece for piece in pieces if _is_number(piece) and piece.x1 < left - _ROOM]
    found.sort(key=lambda piece: -piece.base)
    if len(found) < _LEAST_NUMBERS / 2:
        return []
    lines = {round(piece.base) for piece in words if piece.base >= found[-1].base - 1}
    steps = Counter(int(b.text) - int(a.text) for a, b in pairwise(found))
    step, times = steps.most_common(1)[0]
    beside_all = step in _STEPS and len(found) * step >= max(_LEAST_NUMBERS, _MOSTLY * len(lines) - step)
    return found if beside_all and times >= _MOSTLY * (len(found) - 1) else []


def _is_number(piece: GlyphRun) -> bool:
    bare = piece.text.strip()
    return bare.isdecimal() and len(bare) <= _LONGEST


def _font_size(pieces: Sequence[GlyphRun]) -> float:
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.style.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _crosses(huge: GlyphRun, other: GlyphRun) -> bool:
    """True if a line of text runs through letters much larger."""
    beside = other.x1 < huge.x0 or other.x0 > huge.x1
    return not beside and huge.base - 0.1 * huge.style.size < other.base < huge.base + 0.7 * huge.style.size


_CROSSES = 0.5  # of the size: how far below the baseline, or above it, a rule may cross words


@dataclass(slots=True)
class PdfPage:
    """Content of a page, in no order.

    Attributes:
        turn: Number of right angles by which it is to be turned to the right to look as it does on a screen.
        stamps: Words that are skewed, sideways or behind the text, or too small to be read.
        count: Number of letters, without spaces.
        unmapped: Number of letters that belong to no language of the Union, as far as the file names them at
            all.
        pictured: True if a picture covers most of it, as in a scan.
        drawn: True if anything at all is drawn on it.
    """

    number: int
    width: float
    height: float
    pieces: list[GlyphRun] = field(default_factory=list)
    rules: list[HorizontalLine] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    turn: int = 0
    count: int = 0
    unmapped: int = 0
    pictured: bool = False
    drawn: bool = False

    def box(self, frame: Frame) -> PageBox:
        """A frame as it is seen on a screen, from the upper left corner."""
        x0, y0, x1, y1 = turned(frame, self.turn, self.width, self.height)
        height = self.width if self.turn % 2 else self.height
        return PageBox(self.number, round(x0, 1), round(height - y1, 1), round(x1, 1), round(height - y0, 1))


def read_page(page: pdfium.PdfPage, number: int) -> PdfPage:
    """Read one page."""
    frame = page_frame(page)
    textpage = page.get_textpage()
    try:
        reader = LetterReader(textpage, frame)
        letters = reader.read()
        drawing = read_drawing(page, frame, letters.turn)
        for piece in letters.pieces:
            if _may_be_divided(piece, drawing):
                reader.measure(piece, letters.turn)
    finally:
        textpage.close()
    return _page(page, number, frame, letters, drawing)


def page_frame(page: pdfium.PdfPage) -> Frame:
    """The edges of what is seen of a page, before it is turned."""
    box = pdfium_raw.FS_RECTF()
    if pdfium_raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box)):
        return box.left, box.bottom, box.right, box.top
    width, height = page.get_size()
    return (0.0, 0.0, height, width) if page.get_rotation() % 180 else (0.0, 0.0, width, height)


def _page(page: pdfium.PdfPage, number: int, frame: Frame, letters: PageGlyphs, drawing: PageDrawing) -> PdfPage:
    left, bottom, right, top = frame
    width, height = right - left, top - bottom
    if letters.turn % 2:
        width, height = height, width
    behind = watermarks(letters.pieces)
    aside = {id(piece) for piece in (*behind, *line_numbers(letters.pieces))}
    pieces = [piece for piece in letters.pieces if id(piece) not in aside]
    return PdfPage(
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


def _may_be_divided(piece: GlyphRun, drawing: PageDrawing) -> bool:
    """True if a line is drawn where words of a piece stand."""
    size = piece.style.size
    return any(
        abs(r.y - piece.base) < _CROSSES * size and r.x0 < piece.x1 and r.x1 > piece.x0 for r in drawing.rules
    ) or any(u.y0 <= piece.base <= u.y1 and piece.x0 < u.x < piece.x1 for u in drawing.uprights)


def _divided(piece: GlyphRun, uprights: list[Upright]) -> list[GlyphRun]:
    """A piece, divided where it runs over the borders of cells, which are given from left to right."""
    parts: list[GlyphRun] = []
    for upright in uprights:
        if upright.y0 <= piece.base <= upright.y1 and piece.x0 < upright.x < piece.x1:
            *before, piece = piece.divided(upright.x)
            parts += before
    return [*parts, piece]
