"""One page of a PDF: pieces of text with their positions and styles, and drawn lines.

Positions are in points from the lower left corner of the page's visible part, turned so that most of its text runs from
left to right.
"""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.pdf.glyphs import Frame, GlyphRun, LetterReader, PageGlyphs, pdfium_raw, turn_frame

_THIN = 2.5  # points: what is thicker is a box
_SHORT = 2.0
_SHORT_UPRIGHT = 6.0
_MOST_RULES = 3000  # a drawing has more
_MOST_UPRIGHTS = 2000
_MOST_OBJECTS = 50_000
_MOST_SEGMENTS = 100_000
_LONGEST_PATH = 2000  # segments
_TWO_BOXES = 8  # segments
_DEEPEST = 3
_STRAIGHT = 0.5  # points: how far from upright or level an edge may be
_PICTURE = 0.5  # of a page: how much of it a picture covers that is a scan
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class HorizontalLine:
    """A thin horizontal line: an underline, a strike, the rule above footnotes."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class Upright:
    """A thin vertical line: the border of a table's cells."""

    x: float
    y0: float
    y1: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A filled box, such as the background of a cell; its colour is in hexadecimal such as ``C6EFCE``."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: str


@dataclass(slots=True)
class PageDrawing:
    """Drawings on a page.

    Attributes:
        shades: Boxes filled with a colour other than grey.
        pictured: True if an image covers most of the page, as in a scan.
        drawn: True if there is any drawing or image.
    """

    rules: list[HorizontalLine] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    shades: list[Shade] = field(default_factory=list)
    pictured: bool = False
    drawn: bool = False


def read_drawing(page: pdfium.PdfPage, frame: Frame, turn: int) -> PageDrawing:
    """Return the lines on a page, turned to the right by quarter turns."""
    left, bottom, right, top = frame
    width, height = right - left, top - bottom
    drawing = PageDrawing()
    rules, uprights = [], []
    for (x0, y0, x1, y1), is_picture, colour in _drawn(page):
        drawing.drawn = True
        if is_picture:
            covered = max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
            drawing.pictured = drawing.pictured or covered > _PICTURE * width * height
            continue
        box = turn_frame((x0 - left, y0 - bottom, x1 - left, y1 - bottom), turn, width, height)
        if colour and len(drawing.shades) < _MOST_UPRIGHTS:
            drawing.shades.append(Shade(*box, colour))
        if box[3] - box[1] < _THIN and box[2] - box[0] > _SHORT:
            rules.append((-(box[1] + box[3]) / 2, box[0], box[2]))
        if box[2] - box[0] < _THIN and box[3] - box[1] > _SHORT_UPRIGHT:
            uprights.append(((box[0] + box[2]) / 2, box[1], box[3]))
    drawing.rules = [HorizontalLine(x0, x1, -y) for y, x0, x1 in _merge(rules, 1)[:_MOST_RULES]]
    drawing.uprights = [Upright(*line) for line in _merge(uprights, _THIN)[:_MOST_UPRIGHTS]]
    return drawing


def _merge(lines: list[tuple[float, float, float]], gap: float) -> list[tuple[float, float, float]]:
    """Merge touching lines, each given by place, start and end: a table's border is drawn cell by cell."""
    joined: list[tuple[float, float, float]] = []
    for place, start, end in sorted(lines, key=lambda line: (round(line[0]), line[1])):
        last = joined[-1] if joined else None
        if last and abs(last[0] - place) < 1 and start - last[2] < gap:
            joined[-1] = (last[0], last[1], max(last[2], end))
        else:
            joined.append((place, start, end))
    return joined


def _drawn(page: pdfium.PdfPage) -> Iterator[tuple[Frame, bool, str]]:
    """Yield the frame of each drawing, whether it is a picture, and the colour that fills it."""
    x0, y0, x1, y1 = edges = tuple(ctypes.c_float() for _ in range(4))
    pointers = tuple(ctypes.byref(edge) for edge in edges)
    left = _MOST_SEGMENTS
    for item, matrix in _objects(page):
        kind = pdfium_raw.FPDFPageObj_GetType(item)
        is_picture = kind == pdfium_raw.FPDF_PAGEOBJ_IMAGE
        if not (is_picture or kind == pdfium_raw.FPDF_PAGEOBJ_PATH):
            continue
        if not pdfium_raw.FPDFPageObj_GetBounds(item, *pointers):
            continue
        box = (x0.value, y0.value, x1.value, y1.value)
        if is_picture or box[2] - box[0] < _THIN or box[3] - box[1] < _THIN:
            yield _transform(box, matrix), is_picture, ""
        else:
            count = pdfium_raw.FPDFPath_CountSegments(item)
            left -= max(0, count)
            if left < 0:
                return
            if count < _TWO_BOXES and (colour := _fill(item)):
                yield _transform(box, matrix), False, colour
            for part in _parts(item, count):
                yield _transform(part, matrix), False, ""


def _fill(path: Any) -> str:
    """Return the fill colour of a path, in hexadecimal; empty without one, and for white, black and grey."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    shades = tuple(ctypes.c_uint() for _ in range(4))
    if not pdfium_raw.FPDFPath_GetDrawMode(path, mode, stroked) or not mode.value:
        return ""
    if not pdfium_raw.FPDFPageObj_GetFillColor(path, *map(ctypes.byref, shades)):
        return ""
    red, green, blue, opacity = (shade.value for shade in shades)
    return f"{red:02X}{green:02X}{blue:02X}" if opacity and not red == green == blue else ""


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, _Matrix]]:
    """Yield the objects of a page, including those of forms, with the matrix that places each on the page."""
    left = _MOST_OBJECTS
    count, get = pdfium_raw.FPDFPage_CountObjects, pdfium_raw.FPDFPage_GetObject
    pending: list[tuple[Any, _Matrix, int]] = [(page.raw, _IDENTITY, 0)]
    while pending:
        holder, matrix, depth = pending.pop()
        if depth:
            count, get = pdfium_raw.FPDFFormObj_CountObjects, pdfium_raw.FPDFFormObj_GetObject
        number = min(count(holder), left)
        left -= max(0, number)
        for i in range(number):
            item = get(holder, i)
            if pdfium_raw.FPDFPageObj_GetType(item) != pdfium_raw.FPDF_PAGEOBJ_FORM:
                yield item, matrix
            elif depth < _DEEPEST:
                pending.append((item, _product(_object_matrix(item), matrix), depth + 1))


def _parts(path: Any, count: int) -> Iterator[Frame]:
    """Yield the straight edges that a path strokes, or the boxes that it fills, one per part."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if count > _LONGEST_PATH or not pdfium_raw.FPDFPath_GetDrawMode(path, mode, stroked):
        return
    if not stroked.value and count < _TWO_BOXES:
        return  # one box alone, and a thick one
    matrix = _object_matrix(path)
    for points in _subpaths(path, count):
        if stroked.value:
            for (ax, ay), (bx, by) in pairwise(_moved_point(point, matrix) for point in points):
                if min(abs(ax - bx), abs(ay - by)) < _STRAIGHT:
                    yield min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)
        else:
            xs, ys = zip(*(_moved_point(point, matrix) for point in points), strict=True)
            yield min(xs), min(ys), max(xs), max(ys)


def _subpaths(path: Any, count: int) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each part of a path; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for i in range(count):
        segment = pdfium_raw.FPDFPath_GetPathSegment(path, i)
        if not pdfium_raw.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if pdfium_raw.FPDFPathSegment_GetType(segment) == pdfium_raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if pdfium_raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _object_matrix(item: Any) -> _Matrix:
    matrix = pdfium_raw.FS_MATRIX(*_IDENTITY)
    pdfium_raw.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _product(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """Return the product of two matrices, the inner applied first (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved_point(point: tuple[float, float], matrix: _Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _transform(box: Frame, matrix: _Matrix) -> Frame:
    if matrix is _IDENTITY:
        return box
    x0, y0, x1, y1 = box
    corners: Iterable[tuple[float, float]] = (
        _moved_point(corner, matrix) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    )
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


_HUGE = 2.0  # times the size of the text
_FEW = 50  # a page with more large words is a poster
_LONGEST = 5  # digits
_LEAST_NUMBERS = 10
_STEPS = (1, 5, 10)
_ROOM = 4.0  # points: between such a number and the text
_MOSTLY = 0.9


def watermarks(pieces: Sequence[GlyphRun]) -> list[GlyphRun]:
    """Return pieces much larger than the text that lie across its lines."""
    size = font_size(pieces)
    others = [piece for piece in pieces if piece.style.size < _HUGE * size]
    found: list[GlyphRun] = []
    for huge in (piece for piece in pieces if piece.style.size > _HUGE * size):
        low, high = huge.base - 0.1 * huge.style.size, huge.base + 0.7 * huge.style.size
        if any(low < other.base < high and huge.x0 <= other.x1 and other.x0 <= huge.x1 for other in others):
            found.append(huge)
    return found


def line_numbers(pieces: Sequence[GlyphRun]) -> list[GlyphRun]:
    """Return the numbers printed beside each line, or each fifth, in the left margin."""
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
    text = piece.text.strip()
    return text.isdecimal() and len(text) <= _LONGEST


def font_size(pieces: Iterable[GlyphRun]) -> float:
    """Return the size of most characters, in points; 0 without any."""
    sizes = Counter[float]()
    for piece in pieces:
        sizes[piece.style.size] += len(piece.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


_CROSSES = 0.5  # of the size: how far below the baseline, or above it, a rule may cross words


@dataclass(slots=True)
class PdfPage:
    """Content of a page, in no order.

    Attributes:
        turn: Number of quarter turns to the right for display.
        pieces: Its text, split at the borders of cells, without watermarks and line numbers.
        stamps: Words that are skewed, sideways or behind the text, or too small to be read.
    """

    number: int
    width: float
    height: float
    turn: int
    pieces: list[GlyphRun]
    stamps: list[str]
    letters: PageGlyphs
    drawing: PageDrawing

    def box(self, frame: Frame) -> PageBox:
        """Return a frame as displayed, from the upper left corner."""
        x0, y0, x1, y1 = turn_frame(frame, self.turn, self.width, self.height)
        height = self.width if self.turn % 2 else self.height
        return PageBox(self.number, round(x0, 1), round(height - y1, 1), round(x1, 1), round(height - y0, 1))


def read_page(page: pdfium.PdfPage, number: int) -> PdfPage:
    left, bottom, right, top = frame = page_frame(page)
    with closing(page.get_textpage()) as textpage:
        reader = LetterReader(textpage, frame)
        letters = reader.read()
        drawing = read_drawing(page, frame, letters.turn)
        for piece in letters.pieces:
            # is a vertical line drawn among its words?
            size = piece.style.size
            if any(
                abs(r.y - piece.base) < _CROSSES * size and r.x0 < piece.x1 and r.x1 > piece.x0 for r in drawing.rules
            ) or any(u.y0 <= piece.base <= u.y1 and piece.x0 < u.x < piece.x1 for u in drawing.uprights):
                reader.measure(piece, letters.turn)
    sides = (top - bottom, right - left) if letters.turn % 2 else (right - left, top - bottom)
    backgrounds = watermarks(letters.pieces)
    excluded = {id(piece) for piece in (*backgrounds, *line_numbers(letters.pieces))}
    pieces: list[GlyphRun] = []
    for piece in (piece for piece in letters.pieces if id(piece) not in excluded):
        for upright in drawing.uprights:  # from left to right
            if upright.y0 <= piece.base <= upright.y1 and piece.x0 < upright.x < piece.x1:
                *left_parts, piece = piece.split_at(upright.x)
                pieces += left_parts
        pieces.append(piece)
    stamps = [*letters.stamps, *(piece.text.strip() for piece in backgrounds)]
    turn = (page.get_rotation() // 90 - letters.turn) % 4
    return PdfPage(number, *sides, turn, pieces, stamps, letters, drawing)


def page_frame(page: pdfium.PdfPage) -> Frame:
    """Return the edges of the visible part of a page, before turning."""
    box = pdfium_raw.FS_RECTF()
    if pdfium_raw.FPDF_GetPageBoundingBox(page.raw, ctypes.byref(box)):
        return box.left, box.bottom, box.right, box.top
    width, height = page.get_size()
    return (0.0, 0.0, height, width) if page.get_rotation() % 180 else (0.0, 0.0, width, height)
