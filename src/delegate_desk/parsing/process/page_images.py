"""Pages of a PDF drawn by PDFium, and how their pictures travel from the reading process."""

from __future__ import annotations

import base64
import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delegate_desk.core.documents.original_pages import PagePicture
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.parsing.in_memory_files import for_pdfium

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_NARROWEST, _WIDEST = 64, 3000
_MOST_PIXELS = 9_000_000
_LONGEST = 8000
_MOST_PAGES = 20_000
_FEWEST_POINTS, _MOST_POINTS = 1.0, 14_400.0
"""How wide or high a page is at the least and at the most: PDF 32000-1, annex C, for the most."""
_QUICK = 1  # level of compression: a page is mostly white


def draw(path: Path, number: int, width: int) -> dict[str, Any]:
    """Draw a page, about ``width`` pixels wide, as a packed picture; slow, and only for the reading process.

    Raises:
        UnreadableDocumentError: If the file cannot be opened or has no such page.
    """
    import pypdfium2 as pdfium  # the window's process unpacks pictures, and never loads PDFium

    from delegate_desk.parsing.pdf import glyphs

    glyphs.use_installed()
    try:
        with pdfium.PdfDocument(for_pdfium(path)) as document:
            if not 1 <= number <= len(document):
                raise UnreadableDocumentError(path.name, ImportFailure.UNREADABLE, f"no page {number}")
            page = document[number - 1]
            try:
                return _pack(number, len(document), page, width)
            finally:
                page.close()
    except pdfium.PdfiumError as error:
        raise UnreadableDocumentError(path.name, ImportFailure.DAMAGED) from error


def sizes(path: Path) -> list[tuple[float, float]]:
    """The width and height of each page in points, as it is seen; quick, and only for the reading process.

    Raises:
        UnreadableDocumentError: If the file cannot be opened.
    """
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(for_pdfium(path)) as document:
            return [document.get_page_size(n) for n in range(min(len(document), _MOST_PAGES))]
    except pdfium.PdfiumError as error:
        raise UnreadableDocumentError(path.name, ImportFailure.DAMAGED) from error


def unpack_sizes(packed: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The sizes of pages as they may be, whatever the file says.

    Raises:
        ValueError, TypeError: If that were no sizes.
    """
    found = [(float(width), float(height)) for width, height in packed[:_MOST_PAGES]]
    if not all(map(math.isfinite, chain.from_iterable(found))):
        raise ValueError("a page without a size")
    return [(_bounded(width), _bounded(height)) for width, height in found]


def _bounded(side: float) -> float:
    return min(max(side, _FEWEST_POINTS), _MOST_POINTS)


def _pack(number: int, of: int, page: pdfium.PdfPage, wanted: int) -> dict[str, Any]:
    width, height = (max(side, _FEWEST_POINTS) for side in page.get_size())
    scale = min(max(wanted, _NARROWEST), _WIDEST) / width
    scale = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5, _LONGEST / max(width, height))
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        columns, rows, stride = bitmap.width, bitmap.height, bitmap.stride
        pixels = bytes(bitmap.buffer)
        if stride != columns * 4:
            pixels = b"".join(pixels[row * stride : row * stride + columns * 4] for row in range(rows))
    finally:
        bitmap.close()
    return {
        "number": number,
        "of": of,
        "width": width,
        "height": height,
        "columns": columns,
        "rows": rows,
        "pixels": base64.b64encode(zlib.compress(pixels, _QUICK)).decode("ascii"),
    }


def unpack(packed: Mapping[str, Any]) -> PagePicture:
    """Build a picture from its packed form.

    Raises:
        ValueError, TypeError, zlib.error: If it is no picture, or too large.
    """
    picture = PagePicture(**packed)
    columns, rows = picture.columns, picture.rows
    if not all(type(side) is int and 0 < side <= _LONGEST + 1 for side in (columns, rows)):
        raise ValueError("a picture without a size")
    if columns * rows > _MOST_PIXELS + columns + rows:  # each side is rounded up
        raise ValueError("a picture that is too large")
    size = columns * rows * 4
    pixels = zlib.decompressobj().decompress(base64.b64decode(packed["pixels"]), size)
    if len(pixels) != size:
        raise ValueError("a picture with too few pixels")
    return replace(picture, pixels=pixels)
