"""Names that the redline of a Word file shares, and what it cannot be made in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window needs but the error, and lxml takes memory
    from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{WORD}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ADDING = frozenset({f"{W}ins", f"{W}moveTo"})
REMOVING = frozenset({f"{W}del", f"{W}moveFrom"})


def parent_element(element: etree._Element) -> etree._Element:
    """Return the parent of an element, which is never the root of its part."""
    parent = element.getparent()
    assert parent is not None
    return parent


def another(element: etree._Element) -> etree._Element:
    """An element of the same name, with the same attributes and nothing in it."""
    made = element.makeelement(element.tag)
    for name, value in element.items():
        made.set(name, value)
    return made


class RedlineObstacle(StrEnum):
    """Why no redline is made in a file itself."""

    NO_WORD_FILE = "no_word_file"
    DAMAGED = "damaged"
    DOCUMENT_TYPE = "document_type"
    TOO_LARGE = "too_large"
    LAID_OUT = "laid_out"


class UnsupportedFileError(Exception):
    """A file in which no redline can be made."""

    def __init__(self, why: RedlineObstacle) -> None:
        super().__init__(str(why))
        self.why = why
