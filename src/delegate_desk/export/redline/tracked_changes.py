"""Our tracked changes in the XML of a Word file (ECMA-376-1, 17.13.5)."""

import copy
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from lxml import etree

from delegate_desk.core.values import dataclass
from delegate_desk.export.docx.renderer import printable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{WORD}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ADDING = frozenset({f"{W}ins", f"{W}moveTo"})
REMOVING = frozenset({f"{W}del", f"{W}moveFrom"})


def parent_element(element: etree._Element) -> etree._Element:
    """Return the parent of an element that is not the root of its part."""
    parent = element.getparent()
    assert parent is not None
    return parent


def another(element: etree._Element) -> etree._Element:
    """Return an empty element with the same name and attributes."""
    made = element.makeelement(element.tag)
    for name, value in element.items():
        made.set(name, value)
    return made


class RedlineObstacle(StrEnum):
    """Reason why no redline is made in a file itself."""

    NO_WORD_FILE = "no_word_file"
    DAMAGED = "damaged"
    DOCUMENT_TYPE = "document_type"
    TOO_LARGE = "too_large"
    LAID_OUT = "laid_out"


class UnsupportedFileError(Exception):
    def __init__(self, why: RedlineObstacle) -> None:
        super().__init__(str(why))
        self.why = why


_BREAKS = re.compile("([\t\n])")
_NOT_TAKEN_OVER = ("rPrChange", "vertAlign", "vanish", "strike", "dstrike", "ins", "del", "moveFrom", "moveTo")
"""Formatting of neighbouring words that is not copied."""
_NOTE_STYLES = ("footnote", "endnote", "annotation", "comment")
_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_OF_PROPERTIES = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
"""Schema order of a paragraph's properties (17.3.1.26)."""


@dataclass(slots=True)
class RevisionAuthor:
    author: str
    date: str
    numbers: Iterator[int]

    def element(self, tag: str) -> etree._Element:
        """Return an element for a change of ours: ``ins`` or ``del``."""
        made = etree.Element(f"{W}{tag}", nsmap={"w": W[1:-1]})
        for name, value in (("id", str(next(self.numbers))), ("author", self.author), ("date", self.date)):
            made.set(f"{W}{name}", value)
        return made

    def is_own(self, element: etree._Element) -> bool:
        return element.get(f"{W}author") == self.author and element.get(f"{W}date") == self.date

    def insertion(self, runs: Iterable[etree._Element]) -> etree._Element:
        made = self.element("ins")
        made.extend(runs)
        return made

    def deletion(self, run: etree._Element) -> etree._Element:
        for child in run:
            child.tag = _DELETED.get(child.tag, child.tag)
            if child.tag == f"{W}delText":
                child.set(XML_SPACE, "preserve")
        made = self.element("del")
        made.append(run)
        return made


def text_element(text: str) -> etree._Element:
    made = etree.Element(f"{W}t")
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made


def new_run(text: str, look: etree._Element | None) -> etree._Element:
    """Return a new run with the formatting of another, as far as it can be copied."""
    made = etree.Element(f"{W}r")
    properties = None if look is None else look.find(f"{W}rPr")
    if properties is not None:
        properties = copy.deepcopy(properties)
        properties.tail = None
        for child in list(properties):
            if etree.QName(child).localname in _NOT_TAKEN_OVER or _is_note_style(child):
                properties.remove(child)
        if len(properties):
            made.append(properties)
    for piece in _BREAKS.split(printable(text)):
        if piece in ("\t", "\n"):
            made.append(etree.Element(f"{W}tab" if piece == "\t" else f"{W}br"))
        elif piece:
            made.append(text_element(piece))
    return made


def _is_note_style(child: etree._Element) -> bool:
    name = child.get(f"{W}val", "").lower()
    return child.tag == f"{W}rStyle" and any(word in name for word in _NOTE_STYLES)


def run_piece(run: etree._Element, contents: Iterable[etree._Element]) -> etree._Element:
    made = another(run)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
        made[0].tail = None
    made.extend(contents)
    return made


def mark_end(paragraph: etree._Element, change: etree._Element) -> None:
    """Track the end of a paragraph as inserted or deleted by us."""
    properties = ensure_properties(paragraph)
    look = properties.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        set_property(properties, look)
    at = sum(child.tag in (f"{W}ins", f"{W}moveTo") for child in look) if change.tag == f"{W}del" else 0
    if look.find(change.tag) is None and (at == 0 or look.find(f"{W}moveFrom") is None):
        look.insert(at, change)


def mark_row(row: etree._Element, change: etree._Element) -> None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(1 if row.find(f"{W}tblPrEx") is not None else 0, properties)
    if properties.find(change.tag) is None:
        properties.insert(sum(child.tag != f"{W}trPrChange" for child in properties), change)


def ensure_properties(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def set_property(properties: etree._Element, new: etree._Element) -> None:
    """Insert a property in schema order, replacing one with its name."""
    old = properties.find(new.tag)
    if old is not None:
        properties.remove(old)
    rank = _OF_PROPERTIES.index(etree.QName(new).localname)
    names = (etree.QName(child).localname if isinstance(child.tag, str) else "" for child in properties)
    before = sum(name in _OF_PROPERTIES and _OF_PROPERTIES.index(name) < rank for name in names)
    properties.insert(before, new)


def normalise_changes(paragraph: etree._Element, pen: RevisionAuthor) -> None:
    """Normalise our changes: none of our insertions inside one of others, neighbours of one kind joined."""
    for made in [element for element in paragraph.iter(f"{W}ins") if pen.is_own(element) and len(element)]:
        while (holder := made.getparent()) is not None and holder.tag in ADDING:
            _split(holder, made, pen)
    for made in [element for element in paragraph.iter(f"{W}ins", f"{W}del") if pen.is_own(element) and len(element)]:
        before = made.getprevious()
        if before is not None and before.tag == made.tag and pen.is_own(before) and not (before.tail or "").strip():
            before.extend(list(made))
            before.tail = made.tail
            parent_element(made).remove(made)
    for holder in list(paragraph.iter(*ADDING)):
        _one_deletion_each(holder, pen)


def _one_deletion_each(holder: etree._Element, pen: RevisionAuthor) -> None:
    """Split a revision of others with several deletions, so that each has one, as Word writes it."""
    deletions = [child for child in holder if child.tag == f"{W}del"]
    for made in reversed(deletions[1:]):
        parent, second = parent_element(holder), another(holder)
        second.set(f"{W}id", str(next(pen.numbers)))
        second.extend([made, *made.itersiblings()])
        parent.insert(parent.index(holder) + 1, second)
        second.tail, holder.tail = holder.tail, None


def _split(holder: etree._Element, at: etree._Element, pen: RevisionAuthor) -> None:
    """Split a revision of others where we write within it, as Word does; the second part has its own number."""
    parent = parent_element(holder)
    place = parent.index(holder)
    behind = list(at.itersiblings())
    if holder[0] is at:
        parent.insert(place, at)
        at.tail = None
        if not behind:
            at.tail = holder.tail
            parent.remove(holder)
        return
    tail, holder.tail = holder.tail, None
    parent.insert(place + 1, at)
    at.tail = None
    if behind:
        second = another(holder)
        second.set(f"{W}id", str(next(pen.numbers)))
        second.extend(behind)
        parent.insert(place + 2, second)
        second.tail = tail
    else:
        at.tail = tail
