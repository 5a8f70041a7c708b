"""Small readings of WordprocessingML that its readers share (ECMA-376-1, 17)."""

from collections.abc import Iterator

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
