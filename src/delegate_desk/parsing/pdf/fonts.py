"""The fonts that PDFium takes where a file brings none of its own.

What is read from a file must be the same on every computer, so the installed fonts serve only to draw a page: their
widths move words, a letter that they leave empty is dropped, and a font of signs gives names to letters without any.
"""

from functools import cache
from typing import Any

from delegate_desk.parsing.pdf.glyph_style import pdfium_raw


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
