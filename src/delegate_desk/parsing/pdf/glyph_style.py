"""Style of the letters of a PDF: their size, their marks, their rotation."""

import ctypes
import math
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import pypdfium2.raw

from delegate_desk.core.documents.document import Mark


def ignore_installed() -> None:
    """Let PDFium take the fonts that it contains, for each file that is opened from now on."""
    pdfium_raw.FPDF_SetSystemFontInfo(None)


def use_installed() -> None:
    """Let PDFium take the fonts of this computer, for its own lack many letters; for each file opened from now on."""
    pdfium_raw.FPDF_SetSystemFontInfo(_installed())


@cache
def _installed() -> Any:
    """PDFium's list of the installed fonts. It fills one only once, so this is never released."""
    fonts = pdfium_raw.FPDF_GetDefaultSystemFontInfo()
    if fonts:
        fonts.contents.Release = type(fonts.contents.Release)(0)
    return fonts


pdfium_raw: Any = pypdfium2.raw  # its names are bound when it is imported

_BOLD = re.compile(r"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_SKEWED = 5.0  # degrees from a right angle: a stamp
_SLANT, _MOST_SLANT = 0.1, 0.5  # the sine of the angle by which letters lean


@dataclass(frozen=True, slots=True)
class GlyphStyle:
    """Style of letters.

    Attributes:
        size: In points.
        quarter: Number of right angles by which they are turned to the left; None if they are skewed.
        unmapped: True if the file does not say which letters they are.
    """

    size: float
    marks: frozenset[Mark]
    quarter: int | None
    unmapped: bool = False


def read_style(raw: object, i: int) -> GlyphStyle:
    """The look of the text that a letter belongs to."""
    name, flags, matrix = ctypes.create_string_buffer(256), ctypes.c_int(), pdfium_raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium_raw.FPDFText_GetFontInfo(raw, i, name, len(name), flags)
    pdfium_raw.FPDFText_GetMatrix(raw, i, matrix)
    font = name.value.decode("latin-1")
    size = pdfium_raw.FPDFText_GetFontSize(raw, i) * math.hypot(matrix.c, matrix.d)
    text = pdfium_raw.FPDFText_GetTextObject(raw, i)
    is_outlined = pdfium_raw.FPDFTextObj_GetTextRenderMode(text) == pdfium_raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    marks = set()
    if _BOLD.search(font) or is_outlined:  # PDFium gives every subset font the weight 400
        marks.add(Mark.BOLD)
    if _ITALIC.search(font) or flags.value & _ITALIC_FLAG or _is_slanted(matrix):
        marks.add(Mark.ITALIC)
    unmapped = pdfium_raw.FPDFText_HasUnicodeMapError(raw, i) == 1
    quarter = _quarter(math.degrees(math.atan2(matrix.b, matrix.a)))
    return GlyphStyle(round(size, 2), frozenset(marks), quarter, unmapped)


def _is_slanted(matrix: Any) -> bool:
    """True if upright letters are pushed over to pass for italics, where a font has none."""
    across = math.hypot(matrix.a, matrix.b) * math.hypot(matrix.c, matrix.d)
    return bool(across) and _SLANT < (matrix.a * matrix.c + matrix.b * matrix.d) / across < _MOST_SLANT


def _quarter(direction: float) -> int | None:
    """Return the number of right angles by which a direction is turned to the left; None if it is skewed."""
    quarter = round(direction / 90)
    return quarter % 4 if abs(direction - 90 * quarter) < _SKEWED else None
