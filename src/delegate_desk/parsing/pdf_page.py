"""One page of a PDF as PDFium sees it: pieces of text with their places and looks, and thin lines.

Places are in points from the page's lower left corner, turned so that most of its text runs from left to right.
"""

import ctypes
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw

from delegate_desk.core.documents import Mark

pdfium_raw: Any = pypdfium2.raw  # its names are bound when it is imported

HYPHEN = "\x02"
"""What PDFium gives for a hyphen that a line's end put into a word."""

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
_ITALIC_FLAG = 1 << 6  # ISO 32000-1, table 123
_THIN = 2.5  # points: what is thicker is a box
_SHORT = 2.0
_SHORT_UPRIGHT = 6.0
_MOST_UPRIGHTS = 2000  # a drawing has more
_TINY = 3.0  # points: what is smaller is not meant to be read
_GAP = 1.2  # of the size: where a piece ends
_SKEWED = 5.0  # degrees from a right angle: a stamp
_SPACE, _RETURN, _FEED = 32, 13, 10
_NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
_Raw = tuple[int, float, float, tuple[float, float, float, float], "Look"]


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are set.

    Attributes:
        size: In points; 0 for what PDFium makes up.
        quarter: How many right angles they are turned to the left; None where they stand askew.
    """

    size: float
    marks: frozenset[Mark]
    quarter: int | None


@dataclass(slots=True)
class Piece:
    """Letters side by side on one baseline with one look.

    Attributes:
        starts: Where each letter begins.
    """

    text: str
    starts: list[float]
    x1: float
    base: float
    look: Look

    @property
    def x0(self) -> float:
        return self.starts[0]


@dataclass(frozen=True, slots=True)
class Rule:
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
class Page:
    """What stands on one page, in no order.

    Attributes:
        stamps: Words that stand askew or sideways, or are too small to be read.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    uprights: list[Upright] = field(default_factory=list)
    stamps: list[str] = field(default_factory=list)


def read_page(page: pdfium.PdfPage, number: int) -> Page:
    """Read one page."""
    width, height = page.get_size()
    if page.get_rotation() % 180:
        width, height = height, width  # letters stand as if the page were not turned
    textpage = page.get_textpage()
    try:
        letters = _letters(textpage)
    finally:
        textpage.close()
    counts = Counter(look.quarter for raw in letters if (look := raw[4]).size >= _TINY)
    counts.pop(None, None)
    turn = counts.most_common(1)[0][0] if counts else 0
    assert turn is not None
    upright = Page(number, *((height, width) if turn % 2 else (width, height)))
    _gather(letters, turn, width, height, upright)
    for box in _thin_boxes(page):
        x0, y0, x1, y1 = _turned(box, turn, width, height)
        if y1 - y0 < _THIN and x1 - x0 > _SHORT:
            upright.rules.append(Rule(x0, x1, (y0 + y1) / 2))
        if x1 - x0 < _THIN and y1 - y0 > _SHORT_UPRIGHT:
            upright.uprights.append(Upright((x0 + x1) / 2, y0, y1))
    upright.rules = _joined(upright.rules)
    upright.uprights = _joined_uprights(upright.uprights)[:_MOST_UPRIGHTS]
    upright.pieces = [part for piece in upright.pieces for part in _divided(piece, upright.uprights)]
    return upright


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules from top to bottom, those that touch made one: a table's border is drawn cell by cell."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (-round(r.y), r.x0)):
        last = joined[-1] if joined else None
        if last and abs(last.y - rule.y) < 1 and rule.x0 - last.x1 < 1:
            joined[-1] = Rule(last.x0, max(last.x1, rule.x1), last.y)
        else:
            joined.append(rule)
    return joined


def _joined_uprights(uprights: list[Upright]) -> list[Upright]:
    """Vertical lines from left to right, those that touch made one."""
    joined: list[Upright] = []
    for upright in sorted(uprights, key=lambda u: (round(u.x), u.y0)):
        last = joined[-1] if joined else None
        if last and abs(last.x - upright.x) < 1 and upright.y0 - last.y1 < _THIN:
            joined[-1] = Upright(last.x, last.y0, max(last.y1, upright.y1))
        else:
            joined.append(upright)
    return joined


def _divided(piece: Piece, uprights: list[Upright]) -> list[Piece]:
    """A piece, divided where it runs over the border of a cell."""
    for upright in uprights:
        if upright.y0 <= piece.base <= upright.y1 and piece.x0 < upright.x < piece.x1:
            cut = next((i for i, x in enumerate(piece.starts) if x > upright.x - 0.5), len(piece.text))
            parts = ((piece.text[:cut], piece.starts[:cut]), (piece.text[cut:], piece.starts[cut:]))
            ends = (min(piece.x1, upright.x), piece.x1)
            pieces = [
                Piece(t, s, e, piece.base, piece.look) for (t, s), e in zip(parts, ends, strict=True) if t.strip()
            ]
            return [*pieces[:-1], *_divided(pieces[-1], uprights)] if len(pieces) > 1 else pieces
    return [piece]


def _letters(textpage: pdfium.PdfTextPage) -> list[_Raw]:
    """All letters in PDFium's order, with baseline origin, box and look; made-up spaces and line ends have no size."""
    raw = textpage.raw
    looks: dict[int, Look] = {}
    made_up = Look(0.0, frozenset(), 0)
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    letters: list[_Raw] = []
    code_of, owner_of = pdfium_raw.FPDFText_GetUnicode, pdfium_raw.FPDFText_GetTextObject
    origin_of, box_of = pdfium_raw.FPDFText_GetCharOrigin, pdfium_raw.FPDFText_GetCharBox
    address_of = ctypes.c_void_p.from_buffer
    for i in range(textpage.count_chars()):
        code = code_of(raw, i)
        address = address_of(owner_of(raw, i)).value
        if address is None:
            letters.append((code, 0.0, 0.0, (0.0, 0.0, 0.0, 0.0), made_up))
            continue
        look = looks.get(address)
        if look is None:
            look = looks[address] = _look(raw, i)
        origin_of(raw, i, x, y)
        box_of(raw, i, left, right, bottom, top)
        letters.append((code, x.value, y.value, (left.value, bottom.value, right.value, top.value), look))
    return letters


def _look(raw: object, i: int) -> Look:
    name, flags, matrix = ctypes.create_string_buffer(256), ctypes.c_int(), pdfium_raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium_raw.FPDFText_GetFontInfo(raw, i, name, len(name), flags)
    pdfium_raw.FPDFText_GetMatrix(raw, i, matrix)
    font = name.value.decode("latin-1")
    size = pdfium_raw.FPDFText_GetFontSize(raw, i) * math.hypot(matrix.c, matrix.d)
    marks = set()
    if _BOLD.search(font):  # PDFium gives every subset font the weight 400
        marks.add(Mark.BOLD)
    if _ITALIC.search(font) or flags.value & _ITALIC_FLAG:
        marks.add(Mark.ITALIC)
    return Look(round(size, 2), frozenset(marks), _quarter(math.degrees(math.atan2(matrix.b, matrix.a))))


def _quarter(direction: float) -> int | None:
    """How many right angles a direction is turned to the left; None for one that is askew."""
    quarter = round(direction / 90)
    return quarter % 4 if abs(direction - 90 * quarter) < _SKEWED else None


def _turned(
    box: tuple[float, float, float, float], turn: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box on the page turned to the right by a number of right angles."""
    x0, y0, x1, y1 = box
    if turn == 1:
        return y0, width - x1, y1, width - x0
    if turn == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 3:
        return height - y1, x0, height - y0, x1
    return box


def _gather(letters: list[_Raw], turn: int, width: float, height: float, page: Page) -> None:
    """Put letters together into pieces and stamps."""
    piece: Piece | None = None
    stamps: dict[Look, str] = {}
    for code, x, y, box, look in letters:
        if not look.size:
            if piece and code == _SPACE:
                piece.text += " "
                piece.starts.append(piece.x1)
            elif code in (_RETURN, _FEED):
                piece = None
            continue
        if code in _NO_CHARACTER or code > 0x10FFFF:
            continue
        letter = chr(code) if code >= _SPACE or code == ord(HYPHEN) else " "
        if look.size < _TINY or look.quarter != turn:
            stamps[look] = stamps.get(look, "") + letter
            continue
        right = box[2]
        if turn:
            x, y, _, _ = _turned((x, y, x, y), turn, width, height)
            right = _turned(box, turn, width, height)[2]
        if piece is None or _breaks(piece, x, y, look):
            piece = Piece("", [], x, y, look)
            page.pieces.append(piece)
        piece.text += letter
        piece.starts.append(x)
        if right > piece.x1:
            piece.x1 = right
    page.pieces = [piece for piece in page.pieces if piece.text.strip()]
    page.stamps = [bare for stamp in stamps.values() if (bare := stamp.strip())]


def _breaks(piece: Piece, x: float, y: float, look: Look) -> bool:
    """True if a letter does not go on a piece."""
    return (
        (look is not piece.look and look != piece.look)
        or abs(y - piece.base) > 0.05 * look.size
        or x < piece.starts[-1] - 0.5 * look.size
        or x > piece.x1 + _GAP * look.size
    )


def _thin_boxes(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    """The bounds of all paths on a page."""
    x0, y0, x1, y1 = (ctypes.c_float() for _ in range(4))
    return [
        (x0.value, y0.value, x1.value, y1.value)
        for path in page.get_objects(filter=[pdfium_raw.FPDF_PAGEOBJ_PATH], max_depth=3)
        if pdfium_raw.FPDFPageObj_GetBounds(path.raw, x0, y0, x1, y1)
    ]
