"""The record in our Word files by which a returned file is recognised.

It is a custom XML part (ECMA-376-1, 15.2.5). It names the document and, for each row, its address and digests of its
words; it contains no text of ours, internal or not.
"""

import io
import posixpath
import uuid
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from lxml import etree

from delegate_desk.core.documents.document import Address
from delegate_desk.core.positions.returned_files import (
    HEADING,
    NAMESPACE,
    SOURCE,
    ExportedCell,
    ExportedParagraph,
    ExportedRow,
    ExportRecord,
    digest,
    text_row,
)
from delegate_desk.core.word_diff import WordChange
from delegate_desk.export import blocks
from delegate_desk.export.docx.default_template import Style
from delegate_desk.export.docx.renderer import printable
from delegate_desk.export.redline.tracked_changes import pack, with_relation, with_type

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_GAPS = ("\t", "\n", "  ")
"""Separators between the label of a provision and its words."""


def with_rows(record: ExportRecord, content: blocks.ExportDocument) -> ExportRecord:
    """A record with the rows and paragraphs of an export document; a redline in the original file has its rows."""
    if record.is_text:
        # a row for each paragraph, and after them for each footnote; a comment on a footnote is on no field
        texts = list(blocks.paragraphs_in_blocks(content.blocks))
        found = []
        for text in () if record.rows else texts:
            ending: dict[blocks.Comment, None] = {}  # in the order in which the file has them: of their last words
            for comment in (comment for run in text.runs for comment in blocks.comments_on(run)):
                ending.pop(comment, None)
                ending[comment] = None
            own = {comment for run in text.runs for comment in run.comments}
            pairs = (
                (blocks.paragraph_record(line, ""), comment in own) for comment in ending for line in comment.texts
            )
            found.append(_text_row(text, (line if is_own else replace(line, field="") for line, is_own in pairs)))
        runs = (run for text in texts for run in text.runs if run.change is not WordChange.DELETE)
        for note in (run.note for run in runs if run.note):
            found += [_text_row(text, (), note.label) for text in note.texts]
        return replace(record, rows=record.rows or tuple(found), author=printable(content.author))
    tables = [block for block in content.blocks if isinstance(block, blocks.ExportTable)]
    rows = [
        ExportedRow(
            Address(row.address),
            tuple(
                ExportedCell(
                    HEADING if row.is_header else cell.field,
                    tuple(blocks.paragraph_record(text, HEADING if row.is_header else "") for text in cell.texts),
                )
                for cell in row.cells
            ),
        )
        for table in tables
        for row in table.rows
    ]
    body = [blocks.paragraph_record(block, "") for block in content.blocks if isinstance(block, blocks.ExportParagraph)]
    return replace(record, rows=tuple(rows), body=tuple(body))


def _text_row(text: blocks.ExportParagraph, comments: Iterable[ExportedParagraph], mark: str = "") -> ExportedRow:
    if not text.address:
        return text_row(Address(""), blocks.paragraph_record(text, SOURCE), comments)
    gap = next((n for n, run in enumerate(text.runs) if run.text in _GAPS), -1)
    label = "".join(run.text for run in text.runs[: gap + 1]).strip()
    words = "".join(
        run.text for run in text.runs[gap + 1 :] if not (run.change is WordChange.DELETE or run.style is Style.DELETED)
    )
    return text_row(Address(text.address), ExportedParagraph("", digest(words), label or mark), comments)


def to_xml(record: ExportRecord) -> bytes:
    without_prefix: Any = {None: NAMESPACE}  # for which the types of lxml have no key
    root = etree.Element(f"{{{NAMESPACE}}}export", nsmap=without_prefix)
    root.set("version", "1")
    for name in ("kind", "reference", "language", "sha256", "labels", "author"):
        root.set(name, getattr(record, name))
    for row in record.rows:
        element = etree.SubElement(root, f"{{{NAMESPACE}}}row", address=row.address)
        for cell in row.cells:
            _add_paragraphs(etree.SubElement(element, f"{{{NAMESPACE}}}cell", field=cell.field), cell.paragraphs)
    _add_paragraphs(etree.SubElement(root, f"{{{NAMESPACE}}}body"), record.body)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _add_paragraphs(parent: etree._Element, paragraphs: Iterable[ExportedParagraph]) -> None:
    for paragraph in paragraphs:
        element = etree.SubElement(parent, f"{{{NAMESPACE}}}p", digest=paragraph.digest)
        if paragraph.field:
            element.set("field", paragraph.field)
        if paragraph.before:
            element.set("before", paragraph.before)


def add_record(content: bytes, record: ExportRecord) -> bytes:
    """Return a Word file with a record added; all other parts are unchanged, and the same file gives the same bytes."""
    xml = to_xml(record)
    bundle = zipfile.ZipFile(io.BytesIO(content))
    parts = {name: bundle.read(name) for name in bundle.namelist()}
    root = etree.fromstring(parts["_rels/.rels"])
    kinds = {element.get("Type", "").rsplit("/", 1)[-1]: element.get("Target", "") for element in root}
    main = posixpath.normpath(kinds["officeDocument"]).lstrip("/")
    number = next(n for n in range(1, len(parts) + 2) if f"customXml/item{n}.xml" not in parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    key = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, digest(xml.decode()))).upper() + "}"
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    target = posixpath.relpath(f"/{item}", f"/{folder}")
    types = etree.fromstring(parts[_TYPES])
    if all(element.get("Extension", "").casefold() != "xml" for element in types):
        default = f"{{{etree.QName(types).namespace}}}Default"
        types.insert(0, etree.Element(default, Extension="xml", ContentType="application/xml"))
    added = {
        item: xml,
        properties: (
            f'<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{key}" '
            f'xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        ).encode(),
        f"customXml/_rels/item{number}.xml.rels": with_relation(
            None, f"{_OFFICE}/relationships/customXmlProps", f"itemProps{number}.xml"
        ),
        relations: with_relation(parts.get(relations), f"{_OFFICE}/relationships/customXml", target),
        _TYPES: with_type(etree.tostring(types), properties, _PROPERTIES),
    }
    return pack(bundle, added, bundle.read)
