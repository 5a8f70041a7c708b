"""Pages of an original as pictures, and what is sought on them."""

import re

from delegate_desk.core.documents.document import PageBox
from delegate_desk.core.values import dataclass

MOST_LETTERS = 50_000
"""How many letters of a page are read."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of a PDF as it is seen on a screen.

    Attributes:
        number: Of the page, from 1.
        of: How many pages the file has.
        width: Of the page, in points.
        height: Of the page, in points.
        columns: Of the picture, in pixels.
        rows: Of the picture, in pixels.
        pixels: Row by row from the upper left corner, four bytes each: blue, green, red, and one that means nothing.
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
        terms: Each a single word, or several consecutive words, as in the text.
        within: Areas of the page that count; all of it if empty.
        which: For each of the words, for each occurrence in its paragraph, in order, whether it is meant; empty
            if all are.
    """

    terms: tuple[str, ...]
    within: tuple[PageBox, ...] = ()
    which: tuple[tuple[bool, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class PageText:
    """The letters of a page, in the order of the file.

    Attributes:
        number: Of the page, from 1.
        text: One letter for each place; where a line ends stands a line's end, and where it divides a word U+0002.
        boxes: Where each letter stands, as the page is seen; None for one that stands nowhere, such as a line's end.
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
        for at in range(max(start, 0), min(end, len(self.text))):
            letter, box = self.text[at], self.boxes[at]
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
_APART = 0.9
"""Of the height of letters: so much free room between two lines is the end of a paragraph."""
