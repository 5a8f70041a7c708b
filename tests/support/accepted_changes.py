"""Word files as they are after all tracked changes were accepted, or all rejected."""

import copy

from docx.oxml.ns import qn
from lxml.etree import _Element

from support.position_values import opened

_KEPT = {"accept": qn("w:ins"), "reject": qn("w:del")}
_GONE = {"accept": qn("w:del"), "reject": qn("w:ins")}
_TEXT = {qn("w:t"), qn("w:delText")}


def lines(content: bytes, *, behind: str, do: str, without: tuple[str, ...] = ()) -> list[str]:
    """The words of the paragraphs after the first one with a style, once all changes are accepted or rejected.

    A paragraph whose end is inserted or deleted is joined with the next (ECMA-376 part 1, 17.13.5.15 and 17.13.5.20).
    """
    body = copy.deepcopy(opened(content).element.body)
    for gone in list(body.iter(_GONE[do])):
        parent = gone.getparent()
        if parent is not None and parent.tag == qn("w:p"):
            parent.remove(gone)
    found: list[str] = []
    joins, is_behind = False, False
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = style.get(qn("w:val")) if style is not None else ""
        if is_behind and name not in without:
            if joins:
                found[-1] += words(paragraph)
            else:
                found.append(words(paragraph))
            joins = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{_GONE[do]}") is not None
        is_behind = is_behind or name == behind
    assert not joins, "the last one has none to join"
    if found and name == "TableEnd":  # empty: the end of the file
        assert not found.pop().strip()
    return [" ".join(line.split()) for line in found]


def words(paragraph: _Element) -> str:
    """The words of a paragraph, both inserted and deleted; a tab is a space."""
    return "".join((e.text or "") if e.tag in _TEXT else " " if e.tag == qn("w:tab") else "" for e in paragraph.iter())
