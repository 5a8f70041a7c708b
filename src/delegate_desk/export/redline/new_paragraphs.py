"""New paragraphs and rows in a Word file, and copies of moved ones."""

import copy
from collections.abc import Sequence

from lxml import etree

from delegate_desk.export.redline.character_stream import stream
from delegate_desk.export.redline.paragraph_edits import live
from delegate_desk.export.redline.tracked_changes import (
    RevisionAuthor,
    W,
    ensure_properties,
    mark_end,
    new_run,
    parent_element,
    set_property,
)

_MOST_STYLES = 20  # that are based on one another


class ListIndents:
    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles = {
            style.get(f"{W}styleId", ""): style for style in (styles.findall(f"{W}style") if styles is not None else ())
        }
        self._numbering = numbering

    def numbers(self, properties: etree._Element | None) -> bool:
        return self._item(properties) is not None

    def indent(self, properties: etree._Element | None) -> etree._Element | None:
        """Return the indent of a list for paragraphs with such properties, a ``w:ind``; None if there is none."""
        item = self._item(properties)
        if item is None or self._numbering is None:
            return None
        number, level = item
        for element in self._numbering.findall(f"{W}num"):
            if element.get(f"{W}numId") == number:
                name = _value(element, "abstractNumId")
                for definition in self._numbering.findall(f"{W}abstractNum"):
                    if definition.get(f"{W}abstractNumId") == name:
                        levels = (child for child in definition.findall(f"{W}lvl") if child.get(f"{W}ilvl") == level)
                        found = next(levels, None)
                        return None if found is None else found.find(f"{W}pPr/{W}ind")
        return None

    def _item(self, properties: etree._Element | None) -> tuple[str, str] | None:
        list_properties = None if properties is None else properties.find(f"{W}numPr")
        number, level = _value(list_properties, "numId"), _value(list_properties, "ilvl")
        name = _value(properties, "pStyle")
        for _ in range(_MOST_STYLES):
            style = self._styles.get(name or "")
            if number is not None or style is None:
                break
            item = style.find(f"{W}pPr/{W}numPr")
            number, level = _value(item, "numId"), level or _value(item, "ilvl")
            name = _value(style, "basedOn")
        return None if number in (None, "0") else (number, level or "0")


def _value(parent: etree._Element | None, name: str) -> str | None:
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


_OF_ITS_PLACE = ("sectPr", "pPrChange", "framePr", "pageBreakBefore")
"""Properties of a paragraph that are not copied."""
_NOT_COPIED = frozenset(f"{W}{name}" for name in ("commentReference", "annotationRef", "lastRenderedPageBreak"))
_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def new_paragraph(
    pattern: etree._Element, printed_label: str, label: str, text: str, lists: ListIndents
) -> etree._Element:
    """Return a new paragraph that is not yet tracked: a typed label and a text, with the appearance of another.

    Args:
        pattern: The other, not to be changed.
        printed_label: Printed label of the unit that begins with the other.
    """
    paragraph = empty_paragraph(pattern)
    read = stream([pattern])
    has_label = read.text.startswith(printed_label) and bool(printed_label)
    properties = paragraph.find(f"{W}pPr")
    separator = "\t"
    if not has_label and lists.numbers(properties):
        number_by_hand(ensure_properties(paragraph), lists)
    else:
        after_label = read.letters[len(printed_label) : len(printed_label) + 3]
        has_tab = any(letter.node is not None and letter.node.tag == f"{W}tab" for letter in after_label)
        separator = "\t" if has_label and has_tab else " "
    runs = [letter.run for letter in read.letters if letter.run is not None and not letter.is_removed]
    last = runs[-1] if runs else None
    text_run = runs[min(len(printed_label) + 1, len(runs) - 1)] if has_label and runs else last
    if label:
        paragraph.append(new_run(label, runs[0] if runs else None))
        paragraph.append(new_run(separator if text else "", text_run))
    paragraph.append(new_run(text, text_run))
    for run in [run for run in paragraph if run.tag == f"{W}r" and not any(c.tag != f"{W}rPr" for c in run)]:
        paragraph.remove(run)
    return paragraph


def number_by_hand(properties: etree._Element, lists: ListIndents) -> None:
    """Remove a paragraph from Word's numbering, and give it the indent of the list."""
    indent = lists.indent(properties)
    if indent is not None and properties.find(f"{W}ind") is None:
        set_property(properties, copy.deepcopy(indent))
    numbering = properties.find(f"{W}numPr")
    if numbering is not None:
        properties.remove(numbering)
    if not lists.numbers(properties):
        return
    no_list = etree.Element(f"{W}numPr")
    for name in ("ilvl", "numId"):
        etree.SubElement(no_list, f"{W}{name}").set(f"{W}val", "0")
    set_property(properties, no_list)


def empty_paragraph(paragraph: etree._Element) -> etree._Element:
    new = etree.Element(paragraph.tag, nsmap=paragraph.nsmap)  # type: ignore[arg-type]  # stubs miss the default
    properties = paragraph.find(f"{W}pPr")
    if properties is not None:
        properties = copy.deepcopy(properties)
        for child in list(properties):
            if isinstance(child.tag, str) and etree.QName(child).localname in _OF_ITS_PLACE:
                properties.remove(child)
        for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange"):
            for child in properties.findall(f"{W}rPr/{W}{name}"):
                parent_element(child).remove(child)
        properties.tail = None
        if len(properties):
            new.append(properties)
    return new


def copy_paragraph(paragraph: etree._Element) -> etree._Element:
    """Return a copy of a paragraph after all changes in it, with its formatting; it still references the same notes."""
    copied = empty_paragraph(paragraph)
    for element in live(paragraph):
        value = copy.deepcopy(element)
        value.tail = None
        for child in list(value.iter()):
            parent = child.getparent()
            if parent is not None and (child.tag in _NOT_COPIED or child.tag == f"{W}rPrChange"):
                parent.remove(child)
        if any(child.tag != f"{W}rPr" for child in value):
            copied.append(value)
    return copied


def track_insertion(paragraph: etree._Element, author: RevisionAuthor) -> etree._Element:
    """Return the same paragraph with its words tracked as inserted by us; its end is not yet."""
    runs = [child for child in paragraph if child.tag != f"{W}pPr"]
    if runs:
        paragraph.append(author.insertion(runs))
    return paragraph


def track_ends(last: etree._Element, new: Sequence[etree._Element], author: RevisionAuthor, *, at_end: bool) -> None:
    """Track the ends of new paragraphs that follow another.

    Each is inserted with its own end, unless they are the last in their container, or a section ends with the paragraph
    before: its end belongs to the section, so that the new ends are those before it (as Word itself writes it).
    """
    section = last.find(f"{W}pPr/{W}sectPr")
    if not at_end and section is None:
        for paragraph in new:
            mark_end(paragraph, author.element("ins"))
        return
    others = [mark for mark in last.iterfind(f"{W}pPr/{W}rPr/*") if mark.tag in _CHANGES and not author.is_own(mark)]
    for change in others:
        parent_element(change).remove(change)
    for paragraph in (last, *new[:-1]):
        mark_end(paragraph, author.element("ins"))
    _swap_ends(last, new[-1], author)
    for change in reversed(others):  # of the end that was there
        mark_end(new[-1], change)


def _swap_ends(last: etree._Element, new: etree._Element, author: RevisionAuthor) -> None:
    """Give a new paragraph the end of another, which is restored if the new paragraph is rejected."""
    former = last.find(f"{W}pPr")
    assert former is not None  # its end is marked
    properties = ensure_properties(new)
    mark_properties = properties.find(f"{W}rPr")
    if mark_properties is not None:
        properties.remove(mark_properties)
    mark_properties = copy.deepcopy(former.find(f"{W}rPr"))
    if mark_properties is not None:
        for child in [child for child in mark_properties if child.tag in _CHANGES]:
            mark_properties.remove(child)
        if len(mark_properties):
            set_property(properties, mark_properties)
    old = etree.Element(f"{W}pPr")
    for child in former:
        if etree.QName(child).localname not in ("rPr", "sectPr", "pPrChange"):
            old.append(copy.deepcopy(child))
    section, history = former.find(f"{W}sectPr"), former.find(f"{W}pPrChange")
    if history is not None:  # the end has a history of its own, and the new paragraph its looks as they are
        mark_properties = properties.find(f"{W}rPr")
        for child in list(properties):
            properties.remove(child)
        properties.extend([*old, *(element for element in (mark_properties, section, history) if element is not None)])
        return
    own_properties = [etree.tostring(child, method="c14n") for child in properties if child.tag != f"{W}rPr"]
    if section is not None:
        former.remove(section)
        set_property(properties, section)
    if own_properties != [etree.tostring(child, method="c14n") for child in old]:
        change = author.element("pPrChange")
        change.append(old)
        set_property(properties, change)


def new_row(
    row: etree._Element, texts: dict[int, str], author: RevisionAuthor
) -> tuple[etree._Element, dict[int, etree._Element]]:
    """Return a row like another, tracked as inserted by us, and its paragraphs by column.

    Args:
        row: Not to be changed.
        texts: By column, from 1.
    """
    result = etree.Element(row.tag, nsmap=row.nsmap)  # type: ignore[arg-type]  # stubs miss the default
    properties = row.find(f"{W}trPr")
    result.append(etree.Element(f"{W}trPr") if properties is None else copy.deepcopy(properties))
    for child in list(result[0]):
        if child.tag in (f"{W}ins", f"{W}del", f"{W}trPrChange", f"{W}tblHeader"):
            result[0].remove(child)
    result[0].append(author.element("ins"))
    column = 1
    paragraphs: dict[int, etree._Element] = {}
    skipped = result[0].find(f"{W}gridBefore")
    if skipped is not None:
        column += int(skipped.get(f"{W}val", "0"))
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is not row:
            continue
        new = etree.SubElement(result, f"{W}tc")
        cell_properties = cell.find(f"{W}tcPr")
        if cell_properties is not None:
            new.append(copy.deepcopy(cell_properties))
            for child in list(new[0]):
                if etree.QName(child).localname in ("vMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange"):
                    new[0].remove(child)
        pattern = next(cell.iter(f"{W}p"), None)
        paragraph = etree.Element(f"{W}p") if pattern is None else empty_paragraph(pattern)
        if texts.get(column):
            letters = stream([pattern]).letters if pattern is not None else []
            run = next((letter.run for letter in letters if letter.run is not None), None)
            paragraph.append(new_run(texts[column], run))
        track_insertion(paragraph, author)
        mark_end(paragraph, author.element("ins"))
        new.append(paragraph)
        paragraphs[column] = paragraph
        span = None if cell_properties is None else cell_properties.find(f"{W}gridSpan")
        column += 1 if span is None else max(1, int(span.get(f"{W}val", "1")))
    return result, paragraphs


def comment_on(paragraphs: Sequence[etree._Element], number: int, author: RevisionAuthor, wrap: str) -> None:
    """Anchor a comment to paragraphs.

    Args:
        paragraphs: In order.
        wrap: ``ins`` or ``del`` if the paragraphs are inserted or deleted as a whole, so that the reference is too.
    """
    first, last = paragraphs[0], paragraphs[-1]
    start = etree.Element(f"{W}commentRangeStart")
    end = etree.Element(f"{W}commentRangeEnd")
    sign = etree.Element(f"{W}r")
    for element in (start, end, etree.SubElement(sign, f"{W}commentReference")):
        element.set(f"{W}id", str(number))
    first.insert(1 if first.find(f"{W}pPr") is not None else 0, start)
    last.append(end)
    if wrap:
        change = author.element(wrap)
        change.append(sign)
        last.append(change)
    else:
        last.append(sign)
