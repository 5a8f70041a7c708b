"""A Word file that may be ours, with the changes of others: its record, its rows and its paragraphs.

Tracked changes count as accepted, struck words as deleted; authors of changes, and comments, are kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from lxml import etree

from delegate_desk.core.documents.document import Address, Kind, Mark, Paragraph
from delegate_desk.core.errors import ImportFailure
from delegate_desk.core.positions.returned_files import (
    BOOKMARK,
    NAMESPACE,
    ExportedCell,
    ExportedParagraph,
    ExportedRow,
    ExportRecord,
    ReturnedField,
    ReturnedFile,
    ReturnedParagraph,
    ReturnedRow,
    digest,
)
from delegate_desk.core.values import dataclass
from delegate_desk.parsing.blocks import Block, wording
from delegate_desk.parsing.office.xml_package import XmlPackage
from delegate_desk.parsing.word.story import Formats, Story
from delegate_desk.parsing.word.styles import ADDING, REMOVING, Numbering, W, WordStyles

_OWN = f"{{{NAMESPACE}}}"
_GONE = frozenset({Mark.REMOVED, Mark.STRIKE})
_PARTS = frozenset({"styles", "numbering", "comments", "footnotes", "endnotes"})


def read(path: Path) -> ReturnedFile:
    """Read a file. Slow; changes nothing; only for the reading process.

    Raises:
        UnreadableDocumentError: If it is not a Word file, or is damaged, encrypted or too large.
    """
    with XmlPackage(path) as package:
        main = package.main_part()
        root = package.tree(main)
        body = root.find(f"{W}body") if root is not None and root.tag == f"{W}document" else None
        if body is None:
            raise package.refusal(ImportFailure.UNSUPPORTED)
        relations = package.relations(main).values()
        items = [r.part for r in relations if r.kind == "customXml"]
        items += [name for name in package.names() if name.startswith("customxml/item") and name not in items]
        record = next(filter(None, (_record(package.tree(part)) for part in dict.fromkeys(items))), None)
        trees = {r.kind: package.tree(r.part) for r in relations if r.kind in _PARTS}
        formats = Formats(WordStyles(trees.get("styles")), Numbering(trees.get("numbering")))
        if record is not None and record.is_text:
            return ReturnedFile(record, tuple(_TextReader(formats, trees, record).read(body)))
        reader = _Reader(formats, trees)
        rows = [row for row in body.iter(f"{W}tr") if _outer(row, f"{W}tr") is row]
        by_cell = reader.paragraphs(body)
        returned = tuple(_row(row, by_cell) for row in rows)
        return ReturnedFile(record, returned, tuple(by_cell.get(None, ())))


def _record(root: etree._Element | None) -> ExportRecord | None:
    if root is None or root.tag != f"{_OWN}export":
        return None
    names = ("kind", "reference", "language", "sha256", "labels", "author")
    rows = (
        ExportedRow(
            Address(row.get("address", "")),
            tuple(
                ExportedCell(cell.get("field", ""), tuple(_exported_paragraphs(cell)))
                for cell in row.iterchildren(f"{_OWN}cell")
            ),
        )
        for row in root.iterchildren(f"{_OWN}row")
    )
    body = root.find(f"{_OWN}body")
    texts = tuple(_exported_paragraphs(body)) if body is not None else ()
    return ExportRecord(**{name: root.get(name, "") for name in names}, rows=tuple(rows), body=texts)


def _exported_paragraphs(parent: etree._Element) -> Iterator[ExportedParagraph]:
    for child in parent.iterchildren(f"{_OWN}p"):
        yield ExportedParagraph(child.get("field", ""), child.get("digest", ""), child.get("before", ""))


@dataclass(frozen=True, slots=True)
class ReadComment:
    author: str
    paragraphs: tuple[str, ...]


def _comments(formats: Formats, root: etree._Element | None) -> dict[str, ReadComment]:
    return {
        comment.get(f"{W}id", ""): ReadComment(
            comment.get(f"{W}author", ""),
            tuple(map(_current_text, Story(formats, lambda _reference, own: own or "").read(comment))),
        )
        for comment in (root.iter(f"{W}comment") if root is not None else ())
    }


class _Reader:
    """Reads paragraphs; a comment belongs to where it begins."""

    def __init__(self, formats: Formats, trees: Mapping[str, etree._Element | None]) -> None:
        self._formats = formats
        self._comments = _comments(formats, trees.get("comments"))
        self._yielded: set[str] = set()

    def paragraphs(self, body: etree._Element) -> dict[etree._Element | None, list[ReturnedParagraph]]:
        """Return the paragraphs with words or comments by the outermost cell that contains them."""
        by_cell: dict[etree._Element | None, list[ReturnedParagraph]] = {}
        texts = self._texts(body)
        for paragraph in body.iter(f"{W}p"):
            blocks = texts.get(paragraph, ())
            labels = [block.label for block in blocks if block.label]
            text = " ".join(" ".join((*labels, *map(_words, blocks))).split())
            notes = [" ".join(comment.paragraphs).strip() for comment in self._new_comments(paragraph)]
            if text or any(notes):
                found = ReturnedParagraph(text, _authors(paragraph), tuple(filter(None, notes)))
                by_cell.setdefault(_outer(paragraph, f"{W}tc"), []).append(found)
        return by_cell

    def _texts(self, body: etree._Element) -> dict[etree._Element, list[Block]]:
        paragraphs = list(body.getroottree().getroot().iter(f"{W}p"))
        places = {paragraph: n for n, paragraph in enumerate(paragraphs)}
        texts: dict[etree._Element, list[Block]] = {}
        for block in Story(self._formats, lambda _reference, own: own or "", places).read(body):
            if block.source is not None:
                texts.setdefault(paragraphs[block.source], []).append(block)
        return texts

    def _new_comments(self, paragraph: etree._Element) -> Iterator[ReadComment]:
        for element in (*paragraph.iter(f"{W}commentReference"), *paragraph.iter(f"{W}commentRangeStart")):
            number = element.get(f"{W}id", "")
            if number not in self._yielded and number in self._comments:
                self._yielded.add(number)
                yield self._comments[number]


class _TextReader(_Reader):
    """Reads a text: a row of two cells for each provision, which has a bookmark, and for each other paragraph."""

    def __init__(self, formats: Formats, trees: Mapping[str, etree._Element | None], record: ExportRecord) -> None:
        super().__init__(formats, trees)
        self._author = record.author
        texts = [text for row in record.rows for cell in row.cells[1:] for text in cell.paragraphs]
        self._own_digests = {text.digest for text in texts if text.field not in ("", ReturnedField.STANCE)}
        self._prefixes = tuple({text.before for text in texts})
        self._notes = {
            (kind, note.get(f"{W}id", "")): note
            for kind in ("footnote", "endnote")
            if (root := trees.get(f"{kind}s")) is not None
            for note in root.iter(f"{W}{kind}")
        }

    def read(self, body: etree._Element) -> Iterator[ReturnedRow]:
        texts = self._texts(body)
        for bookmark, paragraphs in _by_bookmark(body):
            row = self._row(paragraphs, [block for p in paragraphs for block in texts.get(p, ())], bookmark)
            if bookmark or any(row.cells):
                yield row
        for reference in body.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
            note = self._notes.get((kind, reference.get(f"{W}id", "")))
            if note is not None and not any(holder.tag in REMOVING for holder in reference.iterancestors()):
                blocks = Story(self._formats, lambda _reference, own: own or "").read(note)
                yield self._row(list(note.iter(f"{W}p")), blocks, "")

    def _row(self, paragraphs: Sequence[etree._Element], blocks: Sequence[Block], bookmark: str) -> ReturnedRow:
        own_comments: list[ReturnedParagraph] = []
        notes: list[str] = []
        for comment in (comment for paragraph in paragraphs for comment in self._new_comments(paragraph)):
            # LibreOffice may give ours the name of someone who tracked a change in another
            candidates = (text.removeprefix(before) for text in comment.paragraphs for before in ("", *self._prefixes))
            if comment.author == self._author or any(digest(words) in self._own_digests for words in candidates):
                own_comments += map(ReturnedParagraph, comment.paragraphs)
            else:
                notes.append(" ".join(comment.paragraphs).strip())
        authors = dict.fromkeys(author for paragraph in paragraphs for author in _authors(paragraph))
        texts = [_current_text(block) for block in blocks]
        text = " ".join(filter(None, texts))
        numbered = " ".join(filter(None, (part for b, t in zip(blocks, texts, strict=True) for part in (b.label, t))))
        others = tuple(author for author in authors if author != self._author)
        found = ReturnedParagraph(text, others, tuple(filter(None, notes)), numbered if numbered != text else "")
        cells = ((found,) if text or found.comments else (), tuple(own_comments))
        return ReturnedRow(cells, (bookmark,) if bookmark else ())


def _by_bookmark(body: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """The paragraphs in their order, those of a provision together, with the bookmark in which they begin."""
    names: dict[str, str] = {}
    named: dict[etree._Element, str] = {}
    paragraph = None
    for element in body.iter(f"{W}p", f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        if element.tag == f"{W}p":
            paragraph, named[element] = element, next(iter(names.values()), "")
        elif element.tag == f"{W}bookmarkEnd":
            names.pop(element.get(f"{W}id", ""), None)
        elif (name := element.get(f"{W}name", "")).startswith(BOOKMARK):
            names[element.get(f"{W}id", "")] = name
            if paragraph is not None and element.getparent() is paragraph:
                named[paragraph] = named[paragraph] or name
    for bookmark, group in groupby(named, named.__getitem__):
        together = list(group)
        yield from [(bookmark, together)] if bookmark else (("", [paragraph]) for paragraph in together)


def _words(block: Block) -> str:
    return "".join(run.text for run in block.runs if not run.marks & _GONE and run.note is None)


def _current_text(block: Block) -> str:
    """The words of a block as a document has them: after the changes that it marks."""
    found = wording(block.runs)
    removed = tuple(replace(span, mark=Mark.REMOVED) for span in found.spans if span.mark in _GONE)
    return Paragraph(Address(""), Kind.TEXT, "", found.text, spans=removed).text


def _authors(paragraph: etree._Element) -> tuple[str, ...]:
    authors = (change.get(f"{W}author", "") for change in paragraph.iter(*ADDING, *REMOVING))
    return tuple(dict.fromkeys(filter(None, authors)))


def _outer(element: etree._Element, tag: str) -> etree._Element | None:
    """Return the outermost element with a tag that contains an element or is it."""
    found = element if element.tag == tag else None
    for ancestor in element.iterancestors(tag):
        found = ancestor
    return found


def _row(row: etree._Element, by_cell: Mapping[etree._Element | None, list[ReturnedParagraph]]) -> ReturnedRow:
    cells = (cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row)
    names = (mark.get(f"{W}name", "") for mark in row.iter(f"{W}bookmarkStart"))
    return ReturnedRow(
        tuple(tuple(by_cell.get(cell, ())) for cell in cells),
        tuple(name for name in names if name.startswith(BOOKMARK)),
    )
