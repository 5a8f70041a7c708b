"""The runs of a paragraph that stand, and fields written so that they can be taken out."""

from collections.abc import Iterator

from lxml import etree

from delegate_desk.export.redline_names import ADDING, REMOVING, XML_SPACE, W, parent_of
from delegate_desk.export.redline_stream import MATHS, unwrapped


def live(parent: etree._Element) -> Iterator[etree._Element]:
    """The runs and formulas of a paragraph that no revision takes out."""
    for child, _ in unwrapped(parent):
        if child.tag == f"{W}r" or child.tag in MATHS:
            yield child
        elif child.tag in ADDING:
            yield from live(child)


def is_live(node: etree._Element) -> bool:
    return not any(holder.tag in REMOVING for holder in node.iterancestors())


def made_complex(simple: etree._Element) -> list[etree._Element]:
    """Write a field that Word holds in one element in the way in which it can be taken out (17.16.5); its new parts."""
    parts: list[etree._Element] = []
    runs: list[etree._Element] = []
    for what in ("begin", "instr", "separate", "end"):
        part = etree.Element(f"{W}instrText" if what == "instr" else f"{W}fldChar")
        if what == "instr":
            part.text = simple.get(f"{W}instr", "")
            part.set(XML_SPACE, "preserve")
        else:
            part.set(f"{W}fldCharType", what)
        run = etree.Element(f"{W}r")
        run.append(part)
        parts.append(part)
        runs.append(run)
    parent = parent_of(simple)
    place = parent.index(simple)
    inner = [child for child in simple if child.tag != f"{W}fldData"]
    parent[place : place + 1] = [*runs[:3], *inner, runs[3]]
    return parts
