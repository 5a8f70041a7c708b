"""Pages of an original as pictures."""

from dataclasses import dataclass


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
