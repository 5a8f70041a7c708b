"""Small things that all who write Word's XML share."""

import re

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from lxml.etree import _Element

_UNPRINTABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2), and carriage returns."""
_BREAKS = re.compile("([\t\n])")


def add(parent: _Element, tag: str, **attributes: str | int) -> _Element:
    """A new last child, its attributes in the namespace ``w``."""
    child = OxmlElement(tag, {qn(f"w:{name}"): str(value) for name, value in attributes.items()})
    parent.append(child)
    return child


def printable(text: str) -> str:
    """A text without what XML cannot hold."""
    return _UNPRINTABLE.sub("", text)


def add_words(run: _Element, text: str, *, deleted: bool = False) -> None:
    """Put a text into a run: tabs and line feeds as Word says them."""
    for piece in _BREAKS.split(printable(text)):
        if piece == "\t":
            add(run, "w:tab")
        elif piece == "\n":
            add(run, "w:br")
        elif piece:
            words = add(run, "w:delText" if deleted else "w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")
