"""Properties of paragraphs and words in Word files, from the chain of base styles (ECMA-376-1, 17.7)."""

import re
from collections.abc import Iterator
from functools import cache

from lxml import etree

from delegate_desk.core.documents.document import Mark

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ADDING = frozenset({f"{W}ins", f"{W}moveTo"})
REMOVING = frozenset({f"{W}del", f"{W}moveFrom"})
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in (
        "customXml", "smartTag", "sdtContent", "hyperlink", "fldSimple", "bdo", "dir", "ruby", "rubyBase"
    )
)  # fmt: skip
_TWIPS = 20  # in a point


def value(parent: etree._Element | None, name: str) -> str | None:
    """The ``w:val`` of a child."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def is_on(switch: etree._Element | None) -> bool:
    """True if a switch is there and not turned off (17.17.4)."""
    return switch is not None and switch.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def integer(text: str | None, default: int) -> int:
    """A whole number as Word writes it, a fraction cut off; the default where it is none."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def first_line_indent(properties: etree._Element | None) -> float | None:
    """First-line indent given by paragraph properties, in points; None if they give none."""
    ind = None if properties is None else properties.find(f"{W}ind")
    if ind is None:
        return None
    left = integer(ind.get(f"{W}left") or ind.get(f"{W}start"), 0)
    hanging = integer(ind.get(f"{W}hanging"), 0)
    return (left - hanging if hanging else left + integer(ind.get(f"{W}firstLine"), 0)) / _TWIPS


def alternative(element: etree._Element) -> list[etree._Element]:
    """Return the content of an ``mc:AlternateContent``: the first choice that is not empty, else the fallback."""
    for branch in element:
        if branch.tag in (f"{MC}Choice", f"{MC}Fallback") and len(branch):
            return list(branch)
    return []


def unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of an element, those of content controls, links and other wrappers in their place."""
    for child in parent:
        if child.tag == f"{MC}AlternateContent":
            for branch in alternative(child):
                yield from unwrapped(branch) if branch.tag in _WRAPPERS else (branch,)
        elif child.tag == f"{W}sdt" or child.tag in _WRAPPERS:
            yield from unwrapped(child)
        elif isinstance(child.tag, str):
            yield child


def changed(properties: etree._Element | None) -> frozenset[Mark]:
    """The revision that properties record for what they belong to: a paragraph's mark, a table row."""
    if properties is None:
        return frozenset()
    marks = ((Mark.ADDED, ("ins", "moveTo", "cellIns")), (Mark.REMOVED, ("del", "moveFrom", "cellDel")))
    return frozenset(mark for mark, names in marks if any(properties.find(f"{W}{n}") is not None for n in names))


_TOGGLES = {Mark.BOLD: ("b",), Mark.ITALIC: ("i",), Mark.STRIKE: ("strike", "dstrike")}
_HEADING = re.compile(r"heading ([1-9])")
_BODY_TEXT = 9  # the outline level of what is no heading


class WordStyles:
    def __init__(self, root: etree._Element | None) -> None:
        """Read styles.xml; None for a file without styles."""
        found = root.findall(f"{W}style") if root is not None else []
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._default = next(
            (s.get(f"{W}styleId", "") for s in found if s.get(f"{W}type") == "paragraph" and is_default(s)), ""
        )
        self._base = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
        self.marks = cache(self._marks)
        self.hides = cache(self._hides)
        self.heading = cache(self._heading)
        self.list_item = cache(self._list_item)
        self.is_centred = cache(self._is_centred)
        self.indent = cache(self._indent)

    def paragraph(self, properties: etree._Element | None) -> str:
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default

    def _chain(self, name: str | None) -> Iterator[etree._Element]:
        """A style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def _nearest(self, name: str, path: str) -> etree._Element | None:
        return next((found for style in self._chain(name) if (found := style.find(path)) is not None), None)

    def _marks(self, paragraph: str, character: str | None) -> frozenset[Mark]:
        """Marks of words by their paragraph's style and their own; a mark toggled by both is off again (17.7.3)."""
        marks = set()
        for mark, names in _TOGGLES.items():
            own = [self._switch(style, names) for style in (paragraph, character) if style]
            if any(is_on(self._base.find(f"{W}{n}")) for n in names if self._base is not None) or sum(own) == 1:
                marks.add(mark)
        for style in (character, paragraph):
            line = self._nearest(style, f"{W}rPr/{W}u") if style else None
            if line is not None:
                if is_on(line):
                    marks.add(Mark.UNDERLINE)
                break
        return frozenset(marks)

    def _hides(self, paragraph: str, character: str | None) -> bool:
        """True if styles hide words; what both do is off again (17.7.3)."""
        return sum(self._switch(style, ("vanish",)) for style in (paragraph, character) if style) == 1

    def _switch(self, style: str, names: tuple[str, ...]) -> bool:
        return any(is_on(self._nearest(style, f"{W}rPr/{W}{name}")) for name in names)

    def _heading(self, name: str) -> int | None:
        """The heading level of a paragraph style, from 1."""
        for style in self._chain(name):
            outline = value(style.find(f"{W}pPr"), "outlineLvl")
            if outline is not None:
                return heading_level(outline)
            built_in = _HEADING.fullmatch((value(style, "name") or "").lower())
            if built_in:
                return int(built_in[1])
        return None

    def _list_item(self, name: str) -> tuple[str, int | None] | None:
        """The list of a paragraph style, and its level from 0 where it is named."""
        number = level = None
        for style in self._chain(name):
            properties = style.find(f"{W}pPr/{W}numPr")
            if properties is not None:
                number = number or value(properties, "numId")
                level = level or value(properties, "ilvl")
        return (number, None if level is None else integer(level, 0)) if number else None

    def _is_centred(self, name: str) -> bool:
        alignment = self._nearest(name, f"{W}pPr/{W}jc")
        return alignment is not None and alignment.get(f"{W}val") == "center"

    def _indent(self, name: str) -> float | None:
        """First-line indent of a paragraph style, in points."""
        return next((i for s in self._chain(name) if (i := first_line_indent(s.find(f"{W}pPr"))) is not None), None)


def is_default(style: etree._Element) -> bool:
    return style.get(f"{W}default") in ("1", "true", "on")


def heading_level(outline: str) -> int | None:
    """The heading level of an outline level, from 1; None for text."""
    level = integer(outline, _BODY_TEXT)
    return level + 1 if 0 <= level < _BODY_TEXT else None


def direct_marks(properties: etree._Element | None, marks: frozenset[Mark]) -> frozenset[Mark]:
    """Marks of words after their own properties are applied to those of their styles."""
    if properties is None:
        return marks
    changed = set(marks)
    for mark, names in (*_TOGGLES.items(), (Mark.UNDERLINE, ("u",))):
        switches = [switch for name in names if (switch := properties.find(f"{W}{name}")) is not None]
        if switches:
            (changed.add if any(map(is_on, switches)) else changed.discard)(mark)
    return frozenset(changed)
