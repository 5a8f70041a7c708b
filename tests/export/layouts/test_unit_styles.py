import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from delegate_desk.core.documents.document import Address, Kind, Paragraph
from delegate_desk.export.docx.default_template import TEMPLATE, UNIT_INDENT, Style
from delegate_desk.export.layouts.annotated_text import label_gap, unit_style


@pytest.mark.parametrize(
    ("kind", "depth", "labelled", "style"),
    [
        (Kind.ARTICLE, 1, True, Style.ACT_ARTICLE),
        (Kind.CHAPTER, 1, True, Style.ACT_DIVISION),
        (Kind.ANNEX, 1, True, Style.ACT_DIVISION),
        (Kind.HEADING, 1, False, Style.PART),
        (Kind.TEXT, 1, False, Style.NORMAL),
        (Kind.TEXT, 2, True, Style.UNIT_2),
        (Kind.SUBPARAGRAPH, 2, False, Style.UNIT_2),
        (Kind.RECITAL, 1, True, Style.UNIT),
        (Kind.POINT, 3, True, Style.UNIT_3),
        (Kind.INDENT, 9, True, Style.UNIT_4),
    ],
)
def test_a_unit_looks_as_its_kind_and_depth_say(kind: Kind, depth: int, labelled: bool, style: Style) -> None:
    unit = Paragraph(Address("x"), kind, "1." if labelled else "", "Ports are quiet.", depth=depth)
    assert unit_style(unit, labelled=labelled) is style


def test_every_kind_has_a_style() -> None:
    for kind in Kind:
        style = unit_style(Paragraph(Address("x"), kind, "", ""), labelled=False)
        assert label_gap(style) in {"", "\t", "\n", "  "}


def test_levels_stand_in_by_one_centimetre_and_articles_are_centred_and_in_the_outline() -> None:
    styles = docx.Document(str(TEMPLATE)).styles
    indents = [
        styles[str(s)].paragraph_format.left_indent for s in (Style.UNIT, Style.UNIT_2, Style.UNIT_3, Style.UNIT_4)
    ]
    assert indents == [UNIT_INDENT * 635 * level for level in (1, 2, 3, 4)]
    for style in (Style.ACT_ARTICLE, Style.ACT_DIVISION):
        assert styles[str(style)].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
        assert "outlineLvl" in styles[str(style)].element.xml
