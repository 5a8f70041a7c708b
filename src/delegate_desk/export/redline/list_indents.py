"""Indents of automatic numbers in a Word file: for new provisions, whose labels are written by hand."""

from lxml import etree

from delegate_desk.export.redline.xml_names import W

_MOST_STYLES = 20  # that are based on one another


class ListIndents:
    """Lists as defined by a file's styles and numbering."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles = {
            style.get(f"{W}styleId", ""): style for style in (styles.findall(f"{W}style") if styles is not None else ())
        }
        self._numbering = numbering

    def numbers(self, properties: etree._Element | None) -> bool:
        """True if paragraphs with such properties are numbered by Word."""
        return self._item(properties) is not None

    def indent(self, properties: etree._Element | None) -> etree._Element | None:
        """Return the indent of a list for paragraphs with such properties, a ``w:ind``; None where there is none."""
        item = self._item(properties)
        if item is None or self._numbering is None:
            return None
        number, level = item
        for one in self._numbering.findall(f"{W}num"):
            if one.get(f"{W}numId") == number:
                name = _value(one, "abstractNumId")
                for definition in self._numbering.findall(f"{W}abstractNum"):
                    if definition.get(f"{W}abstractNumId") == name:
                        return _level_indent(definition, level)
        return None

    def _item(self, properties: etree._Element | None) -> tuple[str, str] | None:
        """The list and the level; None for none."""
        own = None if properties is None else properties.find(f"{W}numPr")
        number, level = _value(own, "numId"), _value(own, "ilvl")
        name = _value(properties, "pStyle")
        for _ in range(_MOST_STYLES):
            style = self._styles.get(name or "")
            if number is not None or style is None:
                break
            item = style.find(f"{W}pPr/{W}numPr")
            number, level = _value(item, "numId"), level or _value(item, "ilvl")
            name = _value(style, "basedOn")
        return None if number in (None, "0") else (number, level or "0")


def _level_indent(definition: etree._Element, level: str) -> etree._Element | None:
    for one in definition.findall(f"{W}lvl"):
        if one.get(f"{W}ilvl") == level:
            return one.find(f"{W}pPr/{W}ind")
    return None


def _value(parent: etree._Element | None, name: str) -> str | None:
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")
