"""What a Word file is made of, whatever it says: text, tables, heads and feet.

Each kind of export lays itself out in these; writers render them.
"""

from dataclasses import dataclass
from enum import StrEnum

from delegate_desk.core.words import Change
from delegate_desk.export.template import Style


class Field(StrEnum):
    """What Word counts for itself."""

    PAGE = "PAGE"
    PAGES = "NUMPAGES"


@dataclass(frozen=True, slots=True)
class Run:
    """Some words with one look.

    Attributes:
        text: A line feed is a line break, a tab goes to the next tab stop of the style.
        language: Of these words, as Word names it (``en-GB``, ``el``); empty for what no speller should look at.
        style: Of characters.
        change: Set where Word tracks the words as inserted or deleted.
    """

    text: str
    language: str = ""
    style: Style | None = None
    change: Change = Change.EQUAL
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph.

    Attributes:
        keep_next: True if it must not end a page.
        new_page: True if it begins a page.
        change: Set where Word tracks the paragraph itself, that is its end, as put in or taken out.
        comment: What Word says of it beside the page, in the language ``said``; empty for nothing.
    """

    runs: tuple[Run, ...]
    style: Style = Style.NORMAL
    keep_next: bool = False
    new_page: bool = False
    change: Change = Change.EQUAL
    comment: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        texts: At least one.
        span: How many columns it takes.
        ground: Its shade, as six hexadecimal digits; empty for none.
    """

    texts: tuple[Text, ...]
    span: int = 1
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        head: True if it is repeated on each page.
        splits: True if a page may end within it.
    """

    cells: tuple[Cell, ...]
    head: bool = False
    splits: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        widths: Of its columns, in twentieths of a point.
        caption: What it holds, for those who hear the page.
    """

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    caption: str
    style: Style = Style.POSITION_TABLE


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole file.

    Attributes:
        author: Of the file and of the changes tracked in it: a delegation, never a person.
        language: Of the text, as Word names it.
        first_head: At the top of the first page.
        head: At the top of the others.
        foot: At the bottom of each.
        tracked: True if Word is to go on tracking changes.
        landscape: True if its pages lie on their sides.
    """

    title: str
    author: str
    language: str
    blocks: tuple[Text | Table, ...]
    first_head: tuple[Text, ...]
    head: tuple[Text, ...]
    foot: tuple[Text, ...]
    tracked: bool = False
    landscape: bool = False
