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
