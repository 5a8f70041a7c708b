"""Rendered pages of an original, and search on them."""

import re

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.values import dataclass

MOST_LETTERS = 50_000  # maximum number of characters read from a page


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One rendered page of a PDF: number ``number`` of ``of``, from 1.

    Attributes:
        width: Of the page, in points, as is its height.
        columns: Width of the picture, in pixels.
        rows: Its height.
        pixels: Row by row from the upper left corner, four bytes each: blue, green, red, and one unused.
    """

    number: int
    of: int
    width: float
    height: float
    columns: int
    rows: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PageSearchTerms:
    """Words to be found on a page.

    Attributes:
        terms: Each a single word or several consecutive words, as in the text.
        within: Areas of the page to search; all of it if empty.
        which: For each term, whether each occurrence in its paragraph, in order, is included; empty if all are.
    """

    terms: tuple[str, ...]
    within: tuple[PageBox, ...] = ()
    which: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """The characters of a page, in the order of the file.

    Attributes:
        number: Number of the page, from 1.
        text: One character per position; a line feed at the end of a line, U+0002 where the end of a line divides a
            word.
        boxes: Area of each character on the page; None for characters without one, such as line feeds.
    """

    number: int
    text: str
    boxes: tuple[PageBox | None, ...]

    def text_between(self, start: int, end: int) -> str:
        """Text between two offsets, 0-based and end-exclusive: lines joined, divided words rejoined.

        A paragraph ends where two lines are further apart than the lines before them.
        """
        parts: list[str] = []
        last: PageBox | None = None
        for n in range(max(start, 0), min(end, len(self.text))):
            letter, box = self.text[n], self.boxes[n]
            if letter in _DIVIDES:
                parts.append(_JOINED)
            elif letter in "\r\n":
                parts.append(" ")
            elif letter.isprintable():
                if box is not None and last is not None and (box.top - last.bottom > _APART * (last.bottom - last.top)):
                    parts.append("\n")
                parts.append(letter)
            last = box or last
        text = _LINE_END.sub("", "".join(parts))
        return "\n".join(" ".join(line.split()) for line in text.splitlines()).strip()


_DIVIDES = "\x02\u00ad"
_JOINED = "\0"
_LINE_END = re.compile(_JOINED + r"\s*")
_APART = 0.9  # share of the letter height between two lines that ends a paragraph
