"""Makes resources/templates/position.docx: python-docx's own template without its unused parts, with our styles.

    .venv/bin/python packaging/docs/make_template.py

Page: A4. Font: Times New Roman, which Council documents use, has Greek and Cyrillic, and is on every machine with Word
(elsewhere Liberation Serif replaces it with the same widths).
"""

import datetime
from xml.sax.saxutils import quoteattr

import docx
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from delegate_desk.export.docx.default_template import (
    DETAIL_INDENT,
    TEMPLATE,
    TEXT_WIDTH,
    UNIT_INDENT,
    WIDE_TEXT_WIDTH,
    Style,
)
from delegate_desk.export.docx.renderer import pack

FONT = "Times New Roman"
INK, SOFT, HAIRLINE, RED, OCHRE = "1C2127", "59626C", "C9C4BA", "B0261D", "8A5A00"
INTERNAL_GROUND = "FBF3E0"
KEPT = ("/styles", "/settings", "/fontTable", "/theme", "/officeDocument", "/core-properties", "/extended-properties")
BORN = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def paragraph_style(
    name: Style, look: str = "", layout: str = "", *, base: Style | None = Style.NORMAL, following: Style | None = None
) -> str:
    """Return a paragraph style: ``layout`` is its pPr, ``look`` its rPr, both in the order of the schema."""
    based = f'<w:basedOn w:val="{style_id(base)}"/>' if base else ""
    then = f'<w:next w:val="{style_id(following)}"/>' if following else ""
    default = ' w:default="1"' if name is Style.NORMAL else ""
    return (
        f'<w:style w:type="paragraph"{default}{custom(name)} w:styleId="{style_id(name)}">'
        f"<w:name w:val={quoteattr(name)}/>{based}{then}<w:qFormat/>"
        f"<w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def character_style(name: Style, look: str) -> str:
    """Return a character style."""
    return (
        f'<w:style w:type="character"{custom(name)} w:styleId="{style_id(name)}"><w:name w:val={quoteattr(name)}/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def style_id(name: Style) -> str:
    """Return the id that Word would give: ``Heading1`` for ``heading 1``, ``CommentText`` for ``annotation text``."""
    return name.title().replace("Annotation", "Comment").replace(" ", "") if name.islower() else name.replace(" ", "")


def custom(name: Style) -> str:
    """Return the attribute of a custom style; empty for the built-in styles of Word."""
    return (
        ""
        if name.islower() or name in {Style.NORMAL, Style.TITLE, Style.SUBTITLE, Style.STRONG}
        else ' w:customStyle="1"'
    )


def size(points: float) -> str:
    """Return a font size for all scripts."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def spacing(before: int, after: int, line: int = 0) -> str:
    """Return the spacing around a paragraph in twentieths of a point, and its line height in 240ths."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def border(side: str, value: str, width: int = 4, space: int = 1) -> str:
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{value}"/>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
CLOSE = "<w:contextualSpacing/>"
"""Return the setting for no spacing between paragraphs of the same style, so that the space is around all of them."""
LABEL_INDENT = '<w:ind w:left="510" w:hanging="510"/>'
BOX = "".join(border(side, RED, 8, 3) for side in ("top", "left", "bottom", "right"))
INTERNAL_BAR = (
    f'<w:pBdr>{border("left", OCHRE, 18, 6)}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{INTERNAL_GROUND}"/>'
)
RIGHT = f'<w:tab w:val="right" w:pos="{TEXT_WIDTH}"/>'


def tabs_moved(*moved: tuple[str, int, int]) -> str:
    """Return tab stops that differ from the base style: type, old and new position."""
    gone = "".join(f'<w:tab w:val="clear" w:pos="{old}"/>' for _, old, _ in moved)
    new = "".join(f'<w:tab w:val="{side}" w:pos="{there}"/>' for side, _, there in moved)
    return f"<w:tabs>{gone}{new}</w:tabs>"


def unit_layout(depth: int) -> str:
    """Return the indent of a hanging label by depth."""
    left = depth * UNIT_INDENT
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
        + (spacing(0, 120, 269) if depth == 1 else "")
        + f'<w:ind w:left="{left}" w:hanging="{UNIT_INDENT}"/>'
    )


STYLES = [
    paragraph_style(Style.NORMAL, colour(INK), spacing(0, 120, 269), base=None),
    paragraph_style(Style.TITLE, BOLD + size(21), KEEP + spacing(240, 40, 240), following=Style.SUBTITLE),
    paragraph_style(Style.SUBTITLE, colour(SOFT) + size(14), KEEP + spacing(0, 280, 240), following=Style.NORMAL),
    paragraph_style(
        Style.HEADING,
        BOLD + size(13),
        KEEP + spacing(320, 120, 240) + '<w:outlineLvl w:val="0"/>',
        following=Style.NORMAL,
    ),
    paragraph_style(
        Style.PROVISION,
        BOLD + size(11),
        KEEP + spacing(40, 40, 240) + '<w:outlineLvl w:val="1"/>',
        following=Style.NORMAL,
    ),
    paragraph_style(
        Style.RUNNING_HEAD,
        colour(SOFT) + size(9),
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH - 20}"/></w:tabs>' + spacing(0, 140, 240) + CLOSE,
    ),
    paragraph_style(
        Style.RUNNING_FOOT,
        colour(SOFT) + size(9),
        f"<w:pBdr>{border('top', HAIRLINE, 4, 6)}</w:pBdr>"
        f'<w:tabs><w:tab w:val="center" w:pos="{TEXT_WIDTH // 2}"/>{RIGHT}</w:tabs>' + spacing(0, 0, 240),
    ),
    paragraph_style(
        Style.MARKING,
        BOLD + colour(RED) + '<w:spacing w:val="30"/>' + size(12),
        f"<w:pBdr>{BOX}</w:pBdr>"
        + spacing(0, 0, 240)
        + f'<w:ind w:left="{TEXT_WIDTH - 1500}" w:right="60"/><w:jc w:val="center"/>',
        following=Style.NORMAL,
    ),
    paragraph_style(Style.NOTICE, "", KEEP + INTERNAL_BAR + spacing(0, 160, 269) + '<w:ind w:left="170"/>' + CLOSE),
    paragraph_style(
        Style.DETAIL,
        "",
        f'<w:tabs><w:tab w:val="left" w:pos="{DETAIL_INDENT}"/></w:tabs>'
        + spacing(0, 60, 252)
        + f'<w:ind w:left="{DETAIL_INDENT}" w:hanging="{DETAIL_INDENT}"/>',
    ),
    paragraph_style(
        Style.LAST_DETAIL, "", f"<w:pBdr>{border('bottom', INK, 6, 10)}</w:pBdr>" + spacing(0, 240), base=Style.DETAIL
    ),
    paragraph_style(Style.LEGEND, ITALIC + colour(SOFT) + size(9.5), "<w:keepNext/>" + spacing(0, 100, 240)),
    paragraph_style(Style.COLUMN_HEAD, BOLD + colour(SOFT) + size(9.5), "<w:keepNext/>" + spacing(20, 20, 240)),
    paragraph_style(Style.STANCE, BOLD + size(10.5), "<w:keepNext/>" + spacing(40, 40, 240)),
    paragraph_style(Style.PROVISION_LABEL, BOLD + size(10.5), "<w:keepNext/>" + spacing(0, 40, 259)),
    paragraph_style(Style.PROVISION_TEXT, size(10.5), spacing(0, 60, 259)),
    paragraph_style(
        Style.NUMBERED_TEXT,
        "",
        '<w:tabs><w:tab w:val="left" w:pos="510"/></w:tabs>' + LABEL_INDENT,
        base=Style.PROVISION_TEXT,
    ),
    paragraph_style(Style.COMMENT, size(10.5), spacing(0, 60, 259)),
    paragraph_style(Style.INTERNAL, size(10.5), spacing(0, 60, 259)),
    paragraph_style(
        Style.INTERNAL_NOTE, "", INTERNAL_BAR + spacing(0, 0) + '<w:ind w:left="170"/>', base=Style.INTERNAL
    ),
    paragraph_style(Style.PART, "", spacing(200, 80, 240), base=Style.PROVISION, following=Style.NORMAL),
    paragraph_style(Style.WIDE_TITLE, size(14), KEEP + spacing(0, 60, 240), following=Style.NORMAL),
    paragraph_style(Style.STATEMENT, size(10.5), spacing(0, 60, 252) + '<w:ind w:left="283" w:hanging="283"/>'),
    paragraph_style(
        Style.MATRIX_HEAD, BOLD + size(8.5), "<w:keepNext/>" + spacing(0, 0, 240) + '<w:jc w:val="center"/>'
    ),
    paragraph_style(Style.MATRIX_DELEGATION, BOLD + size(8.5), spacing(0, 0, 240)),
    paragraph_style(Style.MATRIX_SIGN, BOLD + size(9), spacing(0, 0, 240) + '<w:jc w:val="center"/>'),
    paragraph_style(
        Style.WIDE_HEAD,
        "",
        tabs_moved(("right", TEXT_WIDTH - 20, WIDE_TEXT_WIDTH - 20)),
        base=Style.RUNNING_HEAD,
    ),
    paragraph_style(
        Style.WIDE_FOOT,
        "",
        tabs_moved(("center", TEXT_WIDTH // 2, WIDE_TEXT_WIDTH // 2), ("right", TEXT_WIDTH, WIDE_TEXT_WIDTH)),
        base=Style.RUNNING_FOOT,
    ),
    paragraph_style(
        Style.WIDE_MARKING,
        "",
        f'<w:ind w:left="{WIDE_TEXT_WIDTH - 1500}" w:right="60"/>',
        base=Style.MARKING,
        following=Style.NORMAL,
    ),
    paragraph_style(Style.INTERNAL_PART, "", "<w:keepNext/>" + spacing(120, 0), base=Style.INTERNAL_NOTE),
    paragraph_style(Style.TABLE_END, size(1), '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'),
    paragraph_style(Style.UNIT, "", unit_layout(1)),
    *(
        paragraph_style(style, "", unit_layout(depth), base=Style.UNIT)
        for depth, style in enumerate((Style.UNIT_2, Style.UNIT_3, Style.UNIT_4), 2)
    ),
    paragraph_style(
        Style.ACT_DIVISION,
        BOLD,
        KEEP + spacing(280, 160, 240) + '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
        following=Style.ACT_ARTICLE,
    ),
    paragraph_style(
        Style.ACT_ARTICLE,
        ITALIC,
        KEEP + spacing(240, 160, 240) + '<w:jc w:val="center"/><w:outlineLvl w:val="1"/>',
        following=Style.UNIT,
    ),
    paragraph_style(Style.FOOTNOTE, size(9.5), spacing(0, 0, 240) + '<w:ind w:left="340" w:hanging="340"/>'),
    paragraph_style(Style.REMARK, size(10), spacing(0, 0, 240)),
    paragraph_style(Style.UNIT_NOTE, ITALIC + colour(SOFT) + size(9.5), "<w:keepNext/>" + spacing(60, 20, 240)),
    character_style(Style.FOOTNOTE_CALL, '<w:vertAlign w:val="superscript"/>'),
    character_style(Style.REMARK_CALL, size(8)),
    character_style(Style.ADDED, f'{BOLD}<w:u w:val="single"/>'),
    character_style(Style.DELETED, "<w:strike/>"),
    character_style(Style.SOFT, colour(SOFT)),
    character_style(Style.STRONG, BOLD),
    character_style(
        Style.MARKING_SIGN,
        f'{BOLD}{colour(RED)}<w:spacing w:val="20"/><w:bdr w:val="single" w:sz="6" w:space="2" w:color="{RED}"/>',
    ),
    character_style(Style.INTERNAL_SIGN, f"{BOLD}{colour(OCHRE)}"),
]


def table_style(name: Style, top: int, side: int, bottom: int) -> str:
    """Return a table style with hairlines and cell margins."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        + "".join(border(each, HAIRLINE, 4, 0) for each in sides)
        + f'</w:tblBorders><w:tblCellMar><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
    )


TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    + table_style(Style.POSITION_TABLE, 60, 120, 40)
    + table_style(Style.MATRIX_TABLE, 10, 60, 10)
)

FIXED_STYLES = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
)

DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>{size(11)}'
    '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
)

SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    + '</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)

FONTS = (
    f'<w:font w:name="{FONT}"><w:altName w:val="Liberation Serif"/><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
)

BODY = (
    '<w:body><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1276" w:bottom="1304" '
    'w:left="1276" w:header="709" w:footer="624" w:gutter="0"/><w:cols w:space="708"/></w:sectPr></w:body>'
)

PARTS = {
    "document.xml": f"<w:document {nsdecls('w', 'r')}>{BODY}</w:document>",
    "styles.xml": f"<w:styles {nsdecls('w')}>{DEFAULTS}{''.join(STYLES)}{FIXED_STYLES}{TABLE_STYLES}</w:styles>",
    "settings.xml": f"<w:settings {nsdecls('w')}>{SETTINGS}</w:settings>",
    "fontTable.xml": f"<w:fonts {nsdecls('w')}>{FONTS}</w:fonts>",
    "app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Delegate Desk</Application></Properties>",
}


def make() -> bytes:
    """Return the template as a file."""
    document = docx.Document()
    package = document.part.package
    assert package is not None
    for rels in (document.part.rels, package.rels):
        for key, rel in list(rels.items()):
            if not rel.reltype.endswith(KEPT):
                del rels[key]
    for part in package.iter_parts():
        name = str(part.partname).rpartition("/")[2]
        if name in PARTS:
            write(part, PARTS[name])
    core = document.core_properties
    for child in list(core._element):  # instead of "python-docx"
        core._element.remove(child)
    core.created = core.modified = BORN.replace(tzinfo=None)
    return pack(document)


def write(part: Part, text: str) -> None:
    """Replace the content of a part, which python-docx keeps as elements or as bytes."""
    if isinstance(part, XmlPart):
        part._element = parse_xml(text)
    else:
        part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(make())
    print(f"{TEMPLATE}: {TEMPLATE.stat().st_size} bytes")
