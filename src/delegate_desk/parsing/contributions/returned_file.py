"""A Word file that may be ours, with what others changed in it: its record, its rows and its paragraphs.

Tracked changes count as accepted, struck words as deleted; who tracked a change, and comments, are kept.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Address, Mark
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.positions.returned_files import (
    BOOKMARK,
    NAMESPACE,
    ExportedCell,
    ExportedParagraph,
    ExportedRow,
    ExportRecord,
    ReturnedFile,
    ReturnedParagraph,
    ReturnedRow,
)
from delegate_desk.parsing.blocks import Block
from delegate_desk.parsing.office.xml_package import XmlPackage
from delegate_desk.parsing.word.story import Formats, Story
from delegate_desk.parsing.word.styles import ADDING, REMOVING, Numbering, W, WordStyles

_OWN = f"{{{NAMESPACE}}}"
_GONE = frozenset({Mark.REMOVED, Mark.STRIKE})


def read(path: Path) -> ReturnedFile:
    """Read a file; slow, touches nothing, and only for the reading process.

    Raises:
        UnreadableDocumentError: If it is no Word file, or damaged, encrypted or too large.
    """
    try:
        package = XmlPackage(path)
    except OSError as error:
        raise UnreadableDocumentError(path.name, ImportFailure.UNREADABLE, error.strerror or "") from error
    with package:
        main = next((r.part for r in package.relations("").values() if r.kind == "officeDocument"), None)
        root = package.tree(main) if main else None
        body = root.find(f"{W}body") if root is not None and root.tag == f"{W}document" else None
        if main is None or body is None:
            raise package.refusal(ImportFailure.UNSUPPORTED)
        relations = package.relations(main).values()
        items = [r.part for r in relations if r.kind == "customXml"]
        items += [name for name in package.names() if name.startswith("customxml/item") and name not in items]
        record = next(filter(None, (_record(package.tree(part)) for part in dict.fromkeys(items))), None)
        trees = {r.kind: package.tree(r.part) for r in relations if r.kind in ("styles", "numbering", "comments")}
        formats = Formats(WordStyles(trees.get("styles")), Numbering(trees.get("numbering")))
        paragraphs = list(body.getroottree().getroot().iter(f"{W}p"))
        places = {paragraph: n for n, paragraph in enumerate(paragraphs)}
        blocks = Story(formats, lambda _reference, own: own or "", places).read(body)
        return _Reader(paragraphs, _comments(trees.get("comments"))).read(record, body, blocks)


def _record(root: etree._Element | None) -> ExportRecord | None:
    if root is None or root.tag != f"{_OWN}export":
        return None
    names = ("kind", "reference", "language", "sha256", "labels")
    rows = (
        ExportedRow(
            Address(row.get("address", "")),
            tuple(
                ExportedCell(cell.get("field", ""), tuple(_exported(cell))) for cell in row.iterchildren(f"{_OWN}cell")
            ),
        )
        for row in root.iterchildren(f"{_OWN}row")
    )
    body = root.find(f"{_OWN}body")
    texts = tuple(_exported(body)) if body is not None else ()
    return ExportRecord(**{name: root.get(name, "") for name in names}, rows=tuple(rows), body=texts)


def _exported(parent: etree._Element) -> Iterator[ExportedParagraph]:
    for child in parent.iterchildren(f"{_OWN}p"):
        yield ExportedParagraph(child.get("field", ""), child.get("digest", ""), child.get("before", ""))


def _comments(root: etree._Element | None) -> dict[str, str]:
    """The text of each comment by its number."""
    return {
        comment.get(f"{W}id", ""): " ".join(
            "".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in comment.iter(f"{W}p")
        ).strip()
        for comment in (root.iter(f"{W}comment") if root is not None else ())
    }


class _Reader:
    def __init__(self, paragraphs: list[etree._Element], comments: dict[str, str]) -> None:
        self._paragraphs = paragraphs
        self._comments = comments
        self._told: set[str] = set()

    def read(self, record: ExportRecord | None, body: etree._Element, blocks: Iterable[Block]) -> ReturnedFile:
        by_cell: dict[etree._Element | None, list[ReturnedParagraph]] = {}
        rows = [row for row in body.iter(f"{W}tr") if _outer(row, f"{W}tr") is row]
        texts: dict[etree._Element, list[Block]] = {}
        for block in blocks:
            if block.source is not None:
                texts.setdefault(self._paragraphs[block.source], []).append(block)
        for paragraph in body.iter(f"{W}p"):
            found = self._paragraph(paragraph, texts.get(paragraph, ()))
            if found.text or found.comments:
                by_cell.setdefault(_outer(paragraph, f"{W}tc"), []).append(found)
        returned = (
            ReturnedRow(tuple(tuple(by_cell.get(cell, ())) for cell in _cells(row)), tuple(_bookmarks(row)))
            for row in rows
        )
        return ReturnedFile(record, tuple(returned), tuple(by_cell.get(None, ())))

    def _paragraph(self, paragraph: etree._Element, blocks: Iterable[Block]) -> ReturnedParagraph:
        words = [
            "".join(run.text for run in block.runs if not run.marks & _GONE and run.note is None) for block in blocks
        ]
        labels = [block.label for block in blocks if block.label]
        text = " ".join(" ".join((*labels, *words)).split())
        changes = paragraph.iter(*ADDING, *REMOVING)
        authors = (change.get(f"{W}author", "") for change in changes)
        numbers = (
            element.get(f"{W}id", "") for element in paragraph.iter(f"{W}commentRangeStart", f"{W}commentReference")
        )
        notes = []
        for number in dict.fromkeys(numbers):
            if number not in self._told and self._comments.get(number):
                self._told.add(number)
                notes.append(self._comments[number])
        return ReturnedParagraph(text, tuple(dict.fromkeys(filter(None, authors))), tuple(notes))


def _outer(element: etree._Element, tag: str) -> etree._Element | None:
    """The outermost element of a tag that an element is or stands in."""
    found = element if element.tag == tag else None
    for above in element.iterancestors(tag):
        found = above
    return found


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row.iter(f"{W}tc"):
        if next(cell.iterancestors(f"{W}tr")) is row:
            yield cell


def _bookmarks(row: etree._Element) -> Iterator[str]:
    for mark in row.iter(f"{W}bookmarkStart"):
        name = mark.get(f"{W}name", "")
        if name.startswith(BOOKMARK):
            yield name
