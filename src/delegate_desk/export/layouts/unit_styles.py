"""How units of a text look when it is set anew: as the Council sets an act, on narrower paper.

Divisions and articles are centred, their titles on a line of their own; a label hangs before its text, which stands in
by 1 cm a level.
"""

from delegate_desk.core.documents.document import HEADINGS, Kind, Paragraph
from delegate_desk.export.docx.default_template import Style

_DIVISIONS = frozenset({Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.ANNEX})
_RUNNING = frozenset({Kind.COVER, Kind.TEXT, Kind.CITATION})
_DEPTHS = (Style.UNIT, Style.UNIT_2, Style.UNIT_3, Style.UNIT_4)


def style_of(unit: Paragraph, *, labelled: bool) -> Style:
    """The style of a unit.

    Args:
        unit: Of a text.
        labelled: True if its label, or one that it is to have, is printed.
    """
    if unit.kind is Kind.ARTICLE:
        return Style.ACT_ARTICLE
    if unit.kind in _DIVISIONS:
        return Style.ACT_DIVISION
    if unit.kind in HEADINGS:
        return Style.PART
    if not labelled and unit.kind in _RUNNING:
        return Style.NORMAL
    return _DEPTHS[min(max(unit.depth, 1), len(_DEPTHS)) - 1]


def gap_of(style: Style) -> str:
    """What stands between a label and its text, and before a text that hangs without one; empty where neither."""
    return {Style.ACT_ARTICLE: "\n", Style.ACT_DIVISION: "\n", Style.PART: "  ", Style.NORMAL: ""}.get(style, "\t")
