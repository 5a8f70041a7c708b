"""The letters of one page of a PDF and where each stands, as the page is seen.

Only for the reading process: the window's never loads PDFium.
"""

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium

from delegate_desk.core.documents.document import Box
from delegate_desk.core.errors import Refusal, UnreadableDocumentError
from delegate_desk.parsing import pdf_fonts
from delegate_desk.parsing.in_memory import for_pdfium
from delegate_desk.parsing.pdf_letters import Frame, text_of, turned
from delegate_desk.parsing.pdf_looks import pdfium_raw
from delegate_desk.parsing.pdf_page import frame_of


class PageLetters:
    """The letters of a page that is open.

    Attributes:
        raw: PDFium's own handle on them.
        text: One letter for each place.
        turn: How many quarters the page is turned as it is seen.
    """

    def __init__(self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, number: int) -> None:
        self.raw = textpage.raw
        self.text = text_of(textpage)
        self.turn = page.get_rotation() // 90 % 4
        self._number = number
        self._left, self._bottom, right, top = frame_of(page)
        self._size = right - self._left, top - self._bottom
        self._height = self._size[0] if self.turn % 2 else self._size[1]

    def frame(self, i: int) -> Frame | None:
        """Where a letter stands, turned as it is seen, from the lower left corner; None for one that stands nowhere."""
        box = pdfium_raw.FS_RECTF()
        if not pdfium_raw.FPDFText_GetLooseCharBox(self.raw, i, ctypes.byref(box)):
            return None
        edges = (box.left - self._left, box.bottom - self._bottom, box.right - self._left, box.top - self._bottom)
        if not all(map(math.isfinite, edges)):
            return None
        x0, y0, x1, y1 = turned(edges, self.turn, *self._size)
        return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else None

    def box(self, frame: Frame) -> Box:
        """A frame as a place on the page, from the upper left corner."""
        x0, y0, x1, y1 = frame
        return Box(self._number, round(x0, 1), round(self._height - y1, 1), round(x1, 1), round(self._height - y0, 1))


@contextmanager
def opened(path: Path, number: int) -> Iterator[PageLetters]:
    """The letters of a page, from 1, for as long as it is open.

    Raises:
        UnreadableDocumentError: If the file cannot be opened or has no such page.
    """
    pdf_fonts.ignore_installed()
    try:
        with pdfium.PdfDocument(for_pdfium(path)) as document:
            if not 1 <= number <= len(document):
                raise UnreadableDocumentError(path.name, Refusal.UNREADABLE, f"no page {number}")
            page = document[number - 1]
            textpage = page.get_textpage()
            try:
                yield PageLetters(page, textpage, number)
            finally:
                textpage.close()
                page.close()
    except pdfium.PdfiumError as error:
        raise UnreadableDocumentError(path.name, Refusal.DAMAGED) from error
