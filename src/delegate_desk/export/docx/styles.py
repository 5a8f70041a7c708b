"""Our styles in a file: those of our template, or the organisation's where it has them.

A style that the organisation's template has by name is used. Others come from our template: based on the template's own
text, in its font, and scaled by the ratio of its text size to our own.
"""

import copy
from functools import cache

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Styles
from lxml.etree import _Element

from delegate_desk.export.docx.default_template import TEMPLATE, TEXT_WIDTH, WIDE_TEXT_WIDTH, Style

_OURS = 22
"""Our text size in half-points."""
_UNSAID = 20
"""Default text size (ECMA-376 part 1, 17.3.2.38)."""
_RIGHTWARDS = 4000
"""Our styles whose right positions depend on the page width."""
_SIZES = (qn("w:sz"), qn("w:szCs"))


class StyleIds(dict[Style, str]):
    """The ids of our styles in a document; missing ones are added when first requested."""

    def __init__(self, document: Document, text_width: int | None = None) -> None:
        """Read the existing styles.

        Args:
            text_width: That of the template, in twentieths of a point; None for our own.
        """
        super().__init__()
        self._text_width = text_width
        self._styles = document.styles.element
        self._found = {_key(style): style for style in _all(self._styles)}
        self._scale = _size(self._styles) / _OURS

    def __missing__(self, style: Style) -> str:
        template = _template_styles()[style]
        found = self._found.get(_key(template))
        if found is None:
            found = copy.deepcopy(template)
            self._adapt(found)
            self._styles.append(found)
        self[style] = str(found.get(qn("w:styleId")))
        return self[style]

    def _adapt(self, new: _Element) -> None:
        used_ids = {style.get(qn("w:styleId")) for style in _all(self._styles)}
        style_id = str(new.get(qn("w:styleId")))
        new.set(qn("w:styleId"), style_id if style_id not in used_ids else f"Desk{style_id}")
        following = new.find(qn("w:next"))
        if following is not None:
            new.remove(following)
        based = new.find(qn("w:basedOn"))
        if based is not None:
            base = self._base(str(based.get(qn("w:val"))), str(new.get(qn("w:type"))))
            if base:
                based.set(qn("w:val"), base)
            else:
                new.remove(based)
        if self._text_width is not None:  # right and centred positions are adapted to another page width
            wide = str(new.get(qn("w:styleId"), "")).startswith("Wide")
            for tab in new.iter(qn("w:tab")):
                place = int(tab.get(qn("w:pos"), "0"))
                width = TEXT_WIDTH if tab.get(qn("w:val")) == "clear" or not wide else WIDE_TEXT_WIDTH
                if place > _RIGHTWARDS:
                    tab.set(qn("w:pos"), str(round(place * self._text_width / width)))
            for indent in new.iter(qn("w:ind")):
                left = int(indent.get(qn("w:left"), "0"))
                if left > _RIGHTWARDS:
                    left += self._text_width - (WIDE_TEXT_WIDTH if wide else TEXT_WIDTH)
                    indent.set(qn("w:left"), str(max(0, left)))
        for size in new.iter(*_SIZES):
            size.set(qn("w:val"), str(max(2, round(int(size.get(qn("w:val"), "22")) * self._scale))))

    def _base(self, base: str, kind: str) -> str:
        """Return the ID of a style's base here: the same style of ours, or the document's own default of its type."""
        named = next((style for style, found in _template_styles().items() if found.get(qn("w:styleId")) == base), None)
        if named is not None and named is not Style.NORMAL:
            return self[named]
        default = (s for s in _all(self._styles) if s.get(qn("w:type")) == kind and _is_on(s.get(qn("w:default"))))
        return next((str(style.get(qn("w:styleId"))) for style in default), "")


@cache
def _template_styles() -> dict[Style, _Element]:
    elements = {_key(found): found for found in _all(docx.Document(str(TEMPLATE)).styles.element)}
    named = {name: found for (_, name), found in elements.items()}
    return {style: named[style.casefold()] for style in Style}


def tab_stops(document: Document, style: str) -> list[int]:
    """Return the tab stops of a style, with those of its base styles."""
    styles = {found.get(qn("w:styleId")): found for found in _all(document.styles.element)}
    stops: list[int] = []
    seen: set[str | None] = set()
    style_id: str | None = style
    while style_id in styles and style_id not in seen:
        seen.add(style_id)
        found = styles[style_id]
        stops += [int(tab.get(qn("w:pos"), "0")) for tab in found.iter(qn("w:tab")) if tab.get(qn("w:val")) != "clear"]
        based = found.find(qn("w:basedOn"))
        style_id = None if based is None else based.get(qn("w:val"))
    return stops


def _all(styles: CT_Styles) -> list[_Element]:
    return styles.findall(qn("w:style"))


def _key(style: _Element) -> tuple[str, str]:
    name = style.find(qn("w:name"))
    text = "" if name is None else str(name.get(qn("w:val"), ""))
    return str(style.get(qn("w:type"), "paragraph")), text.casefold()


def _size(styles: CT_Styles) -> int:
    default = [s for s in _all(styles) if _key(s)[0] == "paragraph" and _is_on(s.get(qn("w:default")))]
    for holder in (*default, *styles.findall(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")):
        size = holder.find(f"{qn('w:rPr')}/{qn('w:sz')}")
        if size is not None and str(size.get(qn("w:val"), "")).isdecimal():
            return int(size.get(qn("w:val"), "0")) or _UNSAID
    return _UNSAID


def _is_on(value: str | None) -> bool:
    return value in ("1", "true", "on")
