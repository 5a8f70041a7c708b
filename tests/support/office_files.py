"""Files of offices, written by hand: packages of XML parts."""

import io
import zipfile

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_DECLARED = " ".join(
    f'xmlns:{prefix}="{_NAMES}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip


def package(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def opendocument(body: str, styles: str = "", master: str = "", **more: str) -> bytes:
    """An OpenDocument text with automatic styles, and headers and footers of its pages."""
    content = (
        f"<office:document-content {_DECLARED}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    shared = (
        f"<office:document-styles {_DECLARED}><office:master-styles><style:master-page>{master}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    return package({"content.xml": content, "styles.xml": shared, **more})


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    """A part of relationships: kind and target by id."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def workbook(sheets: dict[str, str], **more: str) -> bytes:
    """A workbook of sheets: by the name of each, its rows in XML."""
    listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(sheets, 1))
    parts = {
        f"xl/worksheets/sheet{n}.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
        for n, rows in enumerate(sheets.values(), 1)
    }
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.spreadsheetml.{kind}+xml"/>'
        for name, kind in {"xl/workbook.xml": "sheet.main", **dict.fromkeys(parts, "worksheet")}.items()
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return package(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}">{kinds}</Types>',
            "_rels/.rels": _relations({"m": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": _relations(
                {f"s{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
            ),
            **parts,
            **more,
        }
    )


def presentation(slides: list[str], notes: dict[int, str] | None = None, before: str = "") -> bytes:
    """A presentation: the shapes of each slide in XML, and by its number, from 1, those of its notes."""

    def tree(shapes: str, root: str) -> str:
        names = f'xmlns:p="{_SLIDE}" xmlns:a="{_DRAWING}"'
        return f"{before}<p:{root} {names}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>"

    names = f'xmlns:p="{_SLIDE}" xmlns:r="{_OFFICE}"'
    listed = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in range(1, len(slides) + 1))
    parts = {f"ppt/slides/slide{n}.xml": tree(shapes, "sld") for n, shapes in enumerate(slides, 1)}
    for number, shapes in (notes or {}).items():
        parts[f"ppt/notesSlides/n{number}.xml"] = tree(shapes, "notes")
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(
            {"n": ("notesSlide", f"../notesSlides/n{number}.xml")}
        )
    return package(
        {
            "_rels/.rels": _relations({"m": ("officeDocument", "ppt/presentation.xml")}),
            "ppt/presentation.xml": f"<p:presentation {names}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": _relations(
                {f"s{n}": ("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)}
            ),
            **parts,
        }
    )
