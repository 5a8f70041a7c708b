"""The characters of a PDF page from PDFium: pieces side by side on one baseline, word by word.

Asking PDFium for the position of every character costs more than all the rest, so it is asked for the first and the
last of each word, and for all characters only where a drawn line may divide a word.
"""

import ctypes
import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from functools import cache
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw

from delegate_desk.core.documents.document import Mark
from delegate_desk.core.values import dataclass


def ignore_installed() -> None:
    """Make PDFium use its built-in fonts, for each file that is opened from now on."""
    pdfium_raw.FPDF_SetSystemFontInfo(None)


def use_installed() -> None:
    """Make PDFium use the fonts of this computer, as its own lack many characters; for each file opened from now on."""
    pdfium_raw.FPDF_SetSystemFontInfo(_installed_fonts())


@cache
def _installed_fonts() -> Any:
    """PDFium's list of the installed fonts. It is filled only once, so it is never released."""
    fonts = pdfium_raw.FPDF_GetDefaultSystemFontInfo()
    if fonts:
        fonts.contents.Release = type(fonts.contents.Release)(0)
    return fonts


pdfium_raw: Any = pypdfium2.raw  # its names are bound when it is imported
_text_object: Any = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium_raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""The same function with addresses for pointers: it is called for each word."""

_BOLD = re.compile(r"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_SKEWED = 5.0  # degrees from a right angle: a stamp
_SLANT, _MOST_SLANT = 0.1, 0.5  # the sine of the angle by which letters lean


@dataclass(frozen=True, slots=True)
class GlyphStyle:
    """Style of characters.

    Attributes:
        size: In points.
        quarter: Number of quarter turns to the left; None if they are skewed.
        unmapped: True if the file does not say which characters they are.
    """

    size: float
    marks: frozenset[Mark]
    quarter: int | None
    unmapped: bool = False


def read_style(raw: object, i: int) -> GlyphStyle:
    name, flags, matrix = ctypes.create_string_buffer(256), ctypes.c_int(), pdfium_raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium_raw.FPDFText_GetFontInfo(raw, i, name, len(name), flags)
    pdfium_raw.FPDFText_GetMatrix(raw, i, matrix)
    width, height = math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d)
    size = pdfium_raw.FPDFText_GetFontSize(raw, i) * height
    lean = (matrix.a * matrix.c + matrix.b * matrix.d) / (width * height or 1.0)
    text = pdfium_raw.FPDFText_GetTextObject(raw, i)
    is_outlined = pdfium_raw.FPDFTextObj_GetTextRenderMode(text) == pdfium_raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    marks = set(_font_marks(name.value))
    if is_outlined:
        marks.add(Mark.BOLD)
    if flags.value & _ITALIC_FLAG or _SLANT < lean < _MOST_SLANT:
        marks.add(Mark.ITALIC)
    unmapped = pdfium_raw.FPDFText_HasUnicodeMapError(raw, i) == 1
    direction = math.degrees(math.atan2(matrix.b, matrix.a))
    quarter = round(direction / 90)
    is_skewed = abs(direction - 90 * quarter) >= _SKEWED
    return GlyphStyle(round(size, 2), frozenset(marks), None if is_skewed else quarter % 4, unmapped)


@cache
def _font_marks(name: bytes) -> frozenset[Mark]:
    """Marks that the name of a font tells: PDFium gives every subset font the weight 400."""
    font = name.decode("latin-1")
    found = {Mark.BOLD: _BOLD.search(font), Mark.ITALIC: _ITALIC.search(font)}
    return frozenset(mark for mark, match in found.items() if match)


HYPHEN = "\x02"
"""PDFium's character for a hyphen caused by the end of a line."""

_TINY = 3.0  # points: what is smaller is not meant to be read
_GAP = 1.45  # of the size: where a piece ends, a space included
_ROOM = 0.18  # of the size: the least that a space needs
_FARTHEST = 50_000.0  # points
_CLOSING = ",.;:!?)]»”’"
_WORD = re.compile(r"[^\x00\x01\x03-\x20\uffff]+")
_NO_LETTER = re.compile(  # a code of the font's own, or of a script that no language of the Union is written in
    r"[\ue000-\uf8ff\ufffd]|(?![\u0000-\u024f\u02b0-\u052f\u1e00-\u218f])[^\W\d_]"
)
_BULK_HYPHEN = "\ufffe"  # stands for HYPHEN where PDFium gives all letters at once
_PLANES = 0x10FFFF
Frame = tuple[float, float, float, float]
"""Left, bottom, right and top edge."""


@dataclass(slots=True)
class GlyphWord:
    """Characters between two spaces: the start in the piece's text, the edges, and PDFium's index of the first."""

    offset: int
    x0: float
    x1: float
    index: int


@dataclass(slots=True)
class GlyphRun:
    """Characters side by side on one baseline with one style; ``exact`` is the start of each, if requested."""

    text: str
    words: list[GlyphWord]
    x1: float
    base: float
    style: GlyphStyle
    exact: list[float] | None = None

    @property
    def x0(self) -> float:
        return self.words[0].x0

    def start(self, offset: int) -> float:
        """Return the approximate start of a character inside a word; a space begins where the word before it ends."""
        if self.exact:
            return self.exact[offset]
        index = max(0, bisect_right(self.words, offset, key=lambda word: word.offset) - 1)
        word = self.words[index]
        end = self.words[index + 1].offset if index + 1 < len(self.words) else len(self.text)
        length = max(1, len(self.text[word.offset : end].rstrip()))
        return word.x0 + (word.x1 - word.x0) * min(1.0, max(0, offset - word.offset) / length)

    def starts(self) -> list[float]:
        return self.exact or [self.start(offset) for offset in range(len(self.text))]

    def split_at(self, x: float) -> "list[GlyphRun]":
        """Return the parts to the left and to the right of a position, without empty ones."""
        starts = self.starts()
        cut = next((i for i, start in enumerate(starts) if start > x - 0.5), len(starts))
        parts = []
        reach = max((word.x1 for word in self.words if word.offset < cut), default=x)
        for begin, end, x1 in ((0, cut, min(reach, x)), (cut, len(starts), self.x1)):
            text, places = self.text[begin:end], starts[begin:end]
            if text.strip():
                parts.append(GlyphRun(text, [GlyphWord(0, places[0], x1, 0)], x1, self.base, self.style, places))
        return parts


@dataclass(slots=True)
class PageGlyphs:
    """Text of a page, turned so that most of it runs from left to right.

    Attributes:
        turn: Number of quarter turns of the page to the right for that.
        stamps: Words that are skewed or sideways, or too small to be read.
        count: Number of characters, without spaces.
        unmapped: Number of characters of no EU language, as far as the file names them at all.
    """

    turn: int = 0
    pieces: list[GlyphRun] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)
    count: int = 0
    unmapped: int = 0


class LetterReader:
    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        """Initialise for a page with the edges of its visible part, to whose corner positions are relative."""
        self._raw: Any = textpage.raw
        self._address = ctypes.cast(self._raw or 0, ctypes.c_void_p).value
        self._left, self._bottom, right, top = frame
        self._size = (right - self._left, top - self._bottom)
        self._text = page_text(textpage)
        self._styles: dict[int, GlyphStyle] = {}
        self._edges = tuple(ctypes.c_double() for _ in range(4))

    def read(self) -> PageGlyphs:
        found = list(self._words())
        counts: Counter[int | None] = Counter()
        for begin, end, style, _ in found:
            if style.size >= _TINY:
                counts[style.quarter] += end - begin
        counts.pop(None, None)
        letters = PageGlyphs(counts.most_common(1)[0][0] or 0 if counts else 0)
        letters.unmapped = len(_NO_LETTER.findall(self._text))
        stamps: dict[GlyphStyle, str] = {}
        piece: GlyphRun | None = None
        for begin, end, style, between in found:
            word = self._text[begin:end]
            letters.count += len(word)
            letters.unmapped += style.unmapped * len(word)
            x, base, right = self._place(begin, end, letters.turn)
            is_near = abs(x) < _FARTHEST and abs(base) < _FARTHEST and abs(right) < _FARTHEST  # not in a damaged file
            if style.size < _TINY or style.quarter != letters.turn or not is_near:
                is_apart = between and self._owner(begin - 1) is not None  # a space that PDFium did not make up
                stamps[style] = f"{stamps.get(style, '')}{' ' if is_apart else ''}{word}"
                continue
            breaks_line = "\n" in between or "\r" in between
            space = " " if piece and between and not breaks_line else ""
            if piece is None or breaks_line or _breaks(piece, x, base, style):
                if piece and space and not self._leads(begin, x - piece.x1, style, piece.style):
                    piece.text, space = piece.text + space, ""
                piece = GlyphRun("", [], x, base, style)
                letters.pieces.append(piece)
            piece.words.append(GlyphWord(len(piece.text + space), x, right, begin))
            piece.text += space + word
            piece.x1 = max(piece.x1, right)
        letters.stamps = [text for stamp in stamps.values() if (text := stamp.strip())]
        return letters

    def measure(self, piece: GlyphRun, turn: int) -> None:
        """Ask PDFium for the start of each character of a piece."""
        exact = [piece.x0] * piece.words[0].offset
        for index, word in enumerate(piece.words):
            end = piece.words[index + 1].offset if index + 1 < len(piece.words) else len(piece.text)
            length = len(piece.text[word.offset : end].rstrip(" "))
            exact += [word.x0, *(self._place(i, i, turn)[0] for i in range(word.index + 1, word.index + length))]
            exact += [word.x1] * (end - word.offset - length)
        piece.exact = exact

    def _leads(self, begin: int, gap: float, style: GlyphStyle, previous: GlyphStyle) -> bool:
        """True if the space before a word belongs to it, not to the words before it in another style."""
        owner = self._owner(begin - 1)
        if owner is None:  # added by PDFium: wrong after a raised number, unless the gap is wide
            return style.size > previous.size and gap > _ROOM * style.size and self._text[begin] not in _CLOSING
        return owner == self._owner(begin)

    def _owner(self, i: int) -> int | None:
        """Return the text object of the file that contains a character; None for characters generated by PDFium."""
        address: int | None = _text_object(self._address, i)
        return address

    def _words(self) -> Iterator[tuple[int, int, GlyphStyle, str]]:
        """Yield the words in PDFium's order: start, exclusive end, style, and the text before the word."""
        text, styles, word_end = self._text, self._styles, 0
        for match in _WORD.finditer(text):
            begin, end = match.span()
            between = text[word_end:begin]
            word_end = end
            first = self._owner(begin)
            last = first if end - begin == 1 else self._owner(end - 1)
            parts = [(begin, end, first)] if first == last else []
            for i in range(begin, end) if first != last else ():  # divided where another text object begins
                address = self._owner(i)
                if parts and parts[-1][2] == address:
                    parts[-1] = (parts[-1][0], i + 1, address)
                else:
                    parts.append((i, i + 1, address))
            for start, stop, address in parts:
                if address is not None:
                    style = styles.get(address)
                    if style is None:
                        style = styles[address] = read_style(self._raw, start)
                    yield start, stop, style, between
                    between = ""

    def _place(self, begin: int, end: int, turn: int) -> tuple[float, float, float]:
        """Return the start of a word's first character, its baseline, and the end of its last character."""
        a, b, c, d = self._edges
        pdfium_raw.FPDFText_GetCharOrigin(self._raw, begin, a, b)
        x, y = a.value - self._left, b.value - self._bottom
        if end > begin:
            pdfium_raw.FPDFText_GetCharBox(self._raw, end - 1, a, b, c, d)
        left, right = a.value - self._left, b.value - self._left
        if not turn:
            return x, y, right
        bottom, top = c.value - self._bottom, d.value - self._bottom
        start = turn_frame((x, y, x, y), turn, *self._size)
        return start[0], start[1], turn_frame((left, bottom, right, top), turn, *self._size)[2]


def turn_frame(frame: Frame, turn: int, width: float, height: float) -> Frame:
    """Return a frame on a page of some size after turning the page to the right by quarter turns."""
    x0, y0, x1, y1 = frame
    if turn == 1:
        return y0, width - x1, y1, width - x0
    if turn == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 3:
        return height - y1, x0, height - y0, x1
    return frame


def page_text(textpage: pdfium.PdfTextPage) -> str:
    """Return all characters of a page in PDFium's order, one per index."""
    raw, count = textpage.raw, max(0, textpage.count_chars())
    units = (ctypes.c_ushort * (count + 1))()
    written = pdfium_raw.FPDFText_GetText(raw, 0, count, units)
    text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if written == count + 1 and len(text) == count and _BULK_HYPHEN not in text:
        return text
    codes = (pdfium_raw.FPDFText_GetUnicode(raw, i) for i in range(count))
    return "".join("\0" if code in (0xFFFE, 0xFFFF) or code > _PLANES else chr(code) for code in codes)


def _breaks(piece: GlyphRun, x: float, base: float, style: GlyphStyle) -> bool:
    return (
        (style is not piece.style and style != piece.style)
        or abs(base - piece.base) > 0.05 * style.size
        or x < piece.x1 - style.size
        or x > piece.x1 + _GAP * style.size
    )
