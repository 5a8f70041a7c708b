"""Pages of an original as pictures, and what is sought on them."""

from dataclasses import dataclass

from delegate_desk.core.documents import Box


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
class Sought:
    """Words to be found on a page.

    Attributes:
        words: Each one whole word, or several one behind the other, as they stand in the text.
        within: Where on the page they count; anywhere where nothing is said.
        which: For each of the words, for each place where it stands in its paragraph, in order, whether that one is
            meant; nothing where all are.
    """

    words: tuple[str, ...]
    within: tuple[Box, ...] = ()
    which: tuple[tuple[bool, ...], ...] = ()
