"""Appearance of a page's elements, from their names, their classes and their own style, and the rows of tables."""

import re
from collections.abc import Iterator

from lxml import etree

from delegate_desk.core.documents.document import Mark

_CELLS = frozenset({"td", "th"})
_SECTIONS = frozenset({"thead", "tbody", "tfoot"})
_MARKS = {
    "b": Mark.BOLD,
    "strong": Mark.BOLD,
    "i": Mark.ITALIC,
    "em": Mark.ITALIC,
    "u": Mark.UNDERLINE,
    "ins": Mark.UNDERLINE,
    "s": Mark.STRIKE,
    "strike": Mark.STRIKE,
    "del": Mark.STRIKE,
}
_MARKING_CLASSES = {
    "bold": Mark.BOLD,
    "boldface": Mark.BOLD,
    "italic": Mark.ITALIC,
    "italics": Mark.ITALIC,
    "underline": Mark.UNDERLINE,
    "strikethrough": Mark.STRIKE,
}
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)"), Mark.BOLD),
    (re.compile(r"font-style\s*:\s*italic"), Mark.ITALIC),
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*underline"), Mark.UNDERLINE),
    (re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through"), Mark.STRIKE),
)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_CENTRE = re.compile(r"text-align\s*:\s*center")
_CENTRED = re.compile(
    r"doc-ti|s?ti-art|ti-(?:section|grseq|tbl|annex)(?:-\d)?|s?title-(?:doc|article|division|annex|gr-seq|table)[\w-]*"
    r"|Titreobjet(?:_cp)?|Typedudocument(?:_cp)?|Annexetitre|Exposdesmotifstitre|(?:Titrearticle|ChapterTitle|SectionTitle"
    r"|PartTitle|ManualHeading3|NormalCentered)"
)
_HEADINGS = {
    re.compile(r"ti-section-\d|title-division-\d|ManualHeading1|ChapterTitle|PartTitle"): 1,
    re.compile(r"ti-grseq-\d|title-gr-seq[\w-]*|ManualHeading[24]|SectionTitle|Fichefinanciretitre"): 2,
}


def classes(element: etree._Element) -> frozenset[str]:
    """An element's classes, without the ``oj-`` that EUR-Lex puts before them since 2023."""
    return frozenset(name.removeprefix("oj-") for name in (element.get("class") or "").split())


def marks_for_element(element: etree._Element, above: frozenset[Mark]) -> frozenset[Mark]:
    """The marks of the words in an element, given those of what it stands in."""
    tag = str(element.tag).lower()
    marks = set(above)
    if tag in _MARKS:
        marks.add(_MARKS[tag])
    marks |= {_MARKING_CLASSES[name] for name in classes(element) if name in _MARKING_CLASSES}
    style = (element.get("style") or "").lower()
    if style:
        marks |= {mark for pattern, mark in _STYLES if pattern.search(style)}
        if _NOT_BOLD.search(style):
            marks.discard(Mark.BOLD)
    return frozenset(marks)


def is_hidden(element: etree._Element) -> bool:
    """True if a browser does not show it."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style.lower()))


def is_centred(element: etree._Element) -> bool:
    """True if its text is set in the middle, by its own style or by what EUR-Lex does with its class."""
    if any(_CENTRED.fullmatch(name) for name in classes(element)):
        return True
    for one in (element, element.getparent()):
        if one is not None and (
            (one.get("align") or "").lower() == "center"
            or _CENTRE.search((one.get("style") or "").lower())
            or str(one.tag).lower() == "center"
        ):
            return True
    return False


def level(element: etree._Element) -> int | None:
    """Its level as a heading; None for text."""
    tag = str(element.tag).lower()
    if re.fullmatch(r"h[1-6]", tag):
        return int(tag[1])
    names = classes(element)
    return next((n for pattern, n in _HEADINGS.items() if any(pattern.fullmatch(name) for name in names)), None)


def table_rows(table: etree._Element) -> Iterator[list[etree._Element]]:
    """The rows of a table, each with its cells, not those of tables within."""
    for child in table:
        if child.tag == "tr":
            yield [cell for cell in child if cell.tag in _CELLS]
        elif child.tag in _SECTIONS:
            yield from ([cell for cell in row if cell.tag in _CELLS] for row in child if row.tag == "tr")
