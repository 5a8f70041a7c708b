"""The thin lines drawn on a PDF's page: underlines, strikes, rules above footnotes, borders of cells."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium

from delegate_desk.parsing.pdf.glyph_style import pdfium_raw
from delegate_desk.parsing.pdf.glyphs import Frame, turned

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


@dataclass(slots=True)
class PageDrawing:
    """Drawings on a page.

    Attributes:
        pictured: True if a picture covers most of the page, as in a scan.
        drawn: True if there is any drawing or picture.
    """

    rules: list[HorizontalLine] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    pictured: bool = False
    drawn: bool = False


def read_drawing(page: pdfium.PdfPage, frame: Frame, turn: int) -> PageDrawing:
    """The lines on a page, turned to the right by a number of right angles."""
    left, bottom, right, top = frame
    width, height = right - left, top - bottom
    drawing = PageDrawing()
    for x0, y0, x1, y1, is_picture in _drawn(page):
        drawing.drawn = True
        if is_picture:
            covered = max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom))
            drawing.pictured = drawing.pictured or covered > _PICTURE * width * height
            continue
        box = turned((x0 - left, y0 - bottom, x1 - left, y1 - bottom), turn, width, height)
        if box[3] - box[1] < _THIN and box[2] - box[0] > _SHORT:
            drawing.rules.append(HorizontalLine(box[0], box[2], (box[1] + box[3]) / 2))
        if box[2] - box[0] < _THIN and box[3] - box[1] > _SHORT_UPRIGHT:
            drawing.uprights.append(Upright((box[0] + box[2]) / 2, box[1], box[3]))
    drawing.rules = _merge_rules(drawing.rules)[:_MOST_RULES]
    drawing.uprights = _merge_uprights(drawing.uprights)[:_MOST_UPRIGHTS]
    return drawing


def _merge_rules(rules: list[HorizontalLine]) -> list[HorizontalLine]:
    """Rules from top to bottom, those that touch made one: a table's border is drawn cell by cell."""
    joined: list[HorizontalLine] = []
    for rule in sorted(rules, key=lambda r: (-round(r.y), r.x0)):
        last = joined[-1] if joined else None
        if last and abs(last.y - rule.y) < 1 and rule.x0 - last.x1 < 1:
            joined[-1] = HorizontalLine(last.x0, max(last.x1, rule.x1), last.y)
        else:
            joined.append(rule)
    return joined


def _merge_uprights(uprights: list[Upright]) -> list[Upright]:
    """Vertical lines from left to right, those that touch made one."""
    joined: list[Upright] = []
    for upright in sorted(uprights, key=lambda u: (round(u.x), u.y0)):
        last = joined[-1] if joined else None
        if last and abs(last.x - upright.x) < 1 and upright.y0 - last.y1 < _THIN:
            joined[-1] = Upright(last.x, last.y0, max(last.y1, upright.y1))
        else:
            joined.append(upright)
    return joined


_Drawn = tuple[float, float, float, float, bool]


def _drawn(page: pdfium.PdfPage) -> Iterator[_Drawn]:
    """The edges of all paths and pictures of a page, and whether it is a picture."""
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
            yield (*_moved(box, matrix), is_picture)
        else:
            count = pdfium_raw.FPDFPath_CountSegments(item)
            left -= max(0, count)
            if left < 0:
                return
            for part in _parts(item, count):
                yield (*_moved(part, matrix), False)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, _Matrix]]:
    """Yield the objects of a page, those of forms in their place, with the matrix that places each on the page."""
    left = _MOST_OBJECTS
    count, get = pdfium_raw.FPDFPage_CountObjects, pdfium_raw.FPDFPage_GetObject
    waiting: list[tuple[Any, _Matrix, int]] = [(page.raw, _IDENTITY, 0)]
    while waiting:
        holder, matrix, depth = waiting.pop()
        if depth:
            count, get = pdfium_raw.FPDFFormObj_CountObjects, pdfium_raw.FPDFFormObj_GetObject
        number = min(count(holder), left)
        left -= max(0, number)
        for i in range(number):
            item = get(holder, i)
            if pdfium_raw.FPDFPageObj_GetType(item) != pdfium_raw.FPDF_PAGEOBJ_FORM:
                yield item, matrix
            elif depth < _DEEPEST:
                waiting.append((item, _product(_object_matrix(item), matrix), depth + 1))


def _parts(path: Any, count: int) -> Iterator[Frame]:
    """The straight edges that a path strokes, or the boxes that it fills, one for each of its parts."""
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
    """The corners of each part of a path; a closed one ends where it began."""
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
    """One matrix for two, the inner applied first (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved_point(point: tuple[float, float], matrix: _Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(box: Frame, matrix: _Matrix) -> Frame:
    if matrix is _IDENTITY:
        return box
    x0, y0, x1, y1 = box
    corners: Iterable[tuple[float, float]] = (
        _moved_point(corner, matrix) for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    )
    xs, ys = zip(*corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
