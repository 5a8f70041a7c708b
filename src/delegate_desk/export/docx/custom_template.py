"""An organisation's template: a Word file from any source, read as untrusted.

Its links are not followed, and content that would run, fetch or identify a person is removed (ECMA-376 part 2 on
packages, part 1 section 11.3 on the parts of a text).
"""

import datetime
import io
import posixpath
import zipfile
from collections.abc import Container
from pathlib import Path

import docx
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from delegate_desk.core.errors import TemplateFault, UnusableTemplateError
from delegate_desk.core.positions.export_options import TemplateGaps
from delegate_desk.core.zip_checks import BROKEN_ZIP, COMPOUND_FILE
from delegate_desk.export import blocks
from delegate_desk.export.docx import template_renderer
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.redline.tracked_changes import UnsupportedFileError, parse

_MOST_BYTES = 20_000_000
_MOST_UNPACKED = 100_000_000
_MOST_PARTS = 2_000
_STRICT = b"http://purl.oclc.org/ooxml/"
"""Namespace prefix of a form of Word files that few programs read (ISO/IEC 29500-1 without its part 4)."""
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_DOCUMENT, _TEMPLATE = _MAIN.format("document"), _MAIN.format("template")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REVISED = {
    f"{_WORD}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "tblPrChange", "commentReference")
}
_MACROS = ("macroenabled", "vbaproject", "vbadata", "activex")
_EMBEDDED = {"oleObject", "package", "control", "aFChunk", "subDocument", "frame"}
_DROPPED_LATER = {"hyperlink", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource", "transform"}
"""Allowed external relationships: hyperlinks are kept, the others are dropped when the template is filled."""
_FETCHING = {"DDE", "DDEAUTO", "LINK", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "DATABASE", "RD"}
"""Fields that fetch content from elsewhere (ECMA-376 part 1, 17.16.5)."""


_NOT_TAKEN = (
    PackageNotFoundError, LookupError, ValueError, TypeError, AttributeError, RuntimeError, etree.XMLSyntaxError,
)  # fmt: skip
"""Errors raised by python-docx for invalid parts."""
_EARLIEST = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_TRIAL = blocks.ExportDocument(
    "",
    "",
    "en",
    (
        blocks.ExportParagraph((blocks.StyledRun("1"),), Style.HEADING),
        blocks.ExportTable((1, 1), (blocks.TableRow((blocks.TableCell((blocks.ExportParagraph(()),), 2),)),), ""),
    ),
    (),
    (),
    (),
)
"""Text written into a template to test it."""


def read(path: Path) -> bytes:
    """Read a template.

    Raises:
        UnusableTemplateError: If it cannot be filled, or should not be.
    """
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UnusableTemplateError(path.name, TemplateFault.MISSING) from error
    return check_template(content, path.name)


def check_template(content: bytes, name: str) -> bytes:
    """Return a template that can be filled from the bytes of its file, called ``name`` in errors.

    Raises:
        UnusableTemplateError: If it cannot be filled, or should not be.
    """
    try:
        return _check(content)
    except _UnusableTemplateError as refused:
        raise UnusableTemplateError(name, refused.fault) from refused


def gaps(template: bytes, known: Container[str]) -> TemplateGaps:
    document = docx.Document(io.BytesIO(template))
    names = {name for part in template_renderer.template_parts(document) for name in template_renderer.names(part)}
    misplaced = template_renderer.TABLE in names and template_renderer.content_paragraph(document.element.body) is None
    unknown = {name for name in names if name not in known} - {template_renderer.TABLE}
    return TemplateGaps(tuple(sorted(unknown)), misplaced)


class _UnusableTemplateError(Exception):
    def __init__(self, fault: TemplateFault) -> None:
        super().__init__(fault)
        self.fault = fault


def _check(content: bytes) -> bytes:
    if len(content) > _MOST_BYTES:
        raise _UnusableTemplateError(TemplateFault.TOO_LARGE)
    if content.startswith(COMPOUND_FILE):
        raise _UnusableTemplateError(TemplateFault.ENCRYPTED)
    if not content.startswith(b"PK"):
        raise _UnusableTemplateError(TemplateFault.NOT_WORD)
    parts = _unpack(content)
    if _TYPES not in parts:
        raise _UnusableTemplateError(TemplateFault.NOT_WORD)
    if any(_STRICT in data for name, data in parts.items() if name.endswith(".rels")):
        raise _UnusableTemplateError(TemplateFault.NOT_WORD)
    try:  # nothing in them is looked up, and they must not define entities (part 2, 9.1.6)
        trees = {name: parse(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
    except UnsupportedFileError as error:
        raise _UnusableTemplateError(TemplateFault.DAMAGED) from error
    kinds = [str(override.get("ContentType", "")) for override in trees[_TYPES]]
    if any(word in text.lower() for text in (*kinds, *parts) for word in _MACROS):
        raise _UnusableTemplateError(TemplateFault.MACROS)
    if not {_DOCUMENT, _TEMPLATE} & set(kinds):
        raise _UnusableTemplateError(TemplateFault.NOT_WORD)
    for name, tree in trees.items():
        if name.endswith(".rels"):
            _check_relations(name, tree, parts)
        else:
            _check_text(tree)
    parts[_TYPES] = parts[_TYPES].replace(_TEMPLATE.encode(), _DOCUMENT.encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as bundle:
        for name, data in parts.items():
            bundle.writestr(zipfile.ZipInfo(name), data)
    result = packed.getvalue()
    try:
        template_renderer.render(_TRIAL, result, _EARLIEST)
    except _NOT_TAKEN as error:
        raise _UnusableTemplateError(TemplateFault.DAMAGED) from error
    return result


def _unpack(content: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = _MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            members = [member for member in bundle.infolist() if not member.is_dir()]
            if len(members) > _MOST_PARTS:
                raise _UnusableTemplateError(TemplateFault.TOO_LARGE)
            for member in members:
                if member.flag_bits & 1:
                    raise _UnusableTemplateError(TemplateFault.ENCRYPTED)
                if member.filename in parts:
                    raise _UnusableTemplateError(TemplateFault.DAMAGED)
                with bundle.open(member) as file:
                    parts[member.filename] = file.read(left + 1)
                left -= len(parts[member.filename])
                if left < 0:
                    raise _UnusableTemplateError(TemplateFault.TOO_LARGE)
    except (*BROKEN_ZIP, RuntimeError) as error:
        raise _UnusableTemplateError(TemplateFault.DAMAGED) from error
    return parts


def _check_relations(name: str, tree: etree._Element, parts: dict[str, bytes]) -> None:
    """Check that the parts referred to exist, and that none fetches or runs anything."""
    base = posixpath.dirname(posixpath.dirname(name))
    for relation in tree.iter("{*}Relationship"):
        kind = str(relation.get("Type", "")).rpartition("/")[2]
        target = str(relation.get("Target", ""))
        if kind in _EMBEDDED:
            raise _UnusableTemplateError(TemplateFault.EMBEDDED)
        if relation.get("TargetMode") == "External":
            if kind not in _DROPPED_LATER:
                raise _UnusableTemplateError(TemplateFault.LINKED)
        elif posixpath.normpath(posixpath.join("/", base, target)).lstrip("/") not in parts:
            raise _UnusableTemplateError(TemplateFault.DAMAGED)


def _check_text(tree: etree._Element) -> None:
    """Check that a text contains no changes or comments of others, and no field that fetches content."""
    fields: list[str] = []
    for element in tree.iter():
        if element.tag in _REVISED:
            raise _UnusableTemplateError(TemplateFault.REVISED)
        if element.tag == f"{_WORD}fldSimple":
            _check_field(str(element.get(f"{_WORD}instr", "")))
        elif element.tag == f"{_WORD}instrText" and fields:
            fields[-1] += element.text or ""
        elif element.tag == f"{_WORD}fldChar":
            kind = element.get(f"{_WORD}fldCharType")
            if kind == "begin":
                fields.append("")
            elif kind == "end" and fields:
                _check_field(fields.pop())


def _check_field(instruction: str) -> None:
    first = instruction.split(None, 1)[:1]
    if first and first[0].upper() in _FETCHING:
        raise _UnusableTemplateError(TemplateFault.LINKED)
