"""Word files (.docx) as blocks: an own walk of the XML, for python-docx leaves out revisions, notes and numbers."""

import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from lxml import etree

from delegate_desk.core.documents.reading_remarks import RemarkKind, count_remarks
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.zip_checks import BROKEN_ZIP, LARGEST_DIRECTORY, directory_size
from delegate_desk.parsing.blocks import Block, FootnoteBlock, SourceText, is_elsewhere, is_file_elsewhere
from delegate_desk.parsing.in_memory_files import for_zip
from delegate_desk.parsing.word.story import Formats, Story
from delegate_desk.parsing.word.styles import Numbering, W, WordStyles, formatted, integer, value

PART_LIMIT = 100_000_000
"""How many bytes one part may have when unpacked; a tree of it needs several times as much memory."""

WHOLE_LIMIT = 200_000_000
ENTRIES_LIMIT = 50_000
TAGS_LIMIT = 3_000_000
"""How many tags one part may have: more are not read within the limits of time and memory."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_STRICT = {  # ISO/IEC 29500 Strict has other names for the same things
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_PACKAGE_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Relation:
    """Relationship to another part: the last word of its type, and the part's name."""

    kind: str
    part: str


class WordPackage:
    """The parts of one Word file, open until left."""

    def __init__(self, path: Path) -> None:
        """Open a file.

        Raises:
            UnreadableDocumentError: If it is encrypted, no ZIP, or too large when unpacked.
        """
        self._name = path.name
        self._read = 0
        self.declares = False  # entities or a document type, in a part that was read
        with path.open("rb") as file:
            beginning = file.read(8)
            listed = directory_size(file)
        if beginning == _OLE:
            is_encrypted = _ENCRYPTED_PACKAGE in path.read_bytes()
            raise (
                self.refusal(ImportFailure.ENCRYPTED)
                if is_encrypted
                else self.refusal(ImportFailure.UNSUPPORTED, Path(self._name).suffix.lower()[:4])
            )
        if listed > LARGEST_DIRECTORY:
            raise self.refusal(ImportFailure.TOO_LARGE, "its list of contents is too long")
        try:
            self._zip = zipfile.ZipFile(for_zip(path))
        except BROKEN_ZIP as error:
            raise self.refusal(ImportFailure.DAMAGED) from error
        self._parts = {info.filename.lstrip("/").casefold(): info for info in self._zip.infolist()[:ENTRIES_LIMIT]}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def refusal(self, reason: ImportFailure, detail: str = "") -> UnreadableDocumentError:
        return UnreadableDocumentError(self._name, reason, detail)

    def tree(self, part: str) -> etree._Element | None:
        """The root of an XML part; None where there is no such part.

        Raises:
            UnreadableDocumentError: If the part is damaged, encrypted or too large.
        """
        data = self.data(part)
        if data is None:
            return None
        if data.count(b"<") > TAGS_LIMIT:
            raise self.refusal(ImportFailure.TOO_LARGE, f"more than {TAGS_LIMIT} tags")
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            raise self.refusal(ImportFailure.DAMAGED) from error
        self.declares = self.declares or bool(root.getroottree().docinfo.internalDTD)
        return root

    def data(self, part: str) -> bytes | None:
        """The bytes of a part; None where there is no such part.

        Raises:
            UnreadableDocumentError: If the part is damaged, encrypted or too large.
        """
        info = self._parts.get(part.casefold())
        if info is None:
            return None
        self._read += info.file_size
        if info.file_size > PART_LIMIT or self._read > WHOLE_LIMIT:
            raise self.refusal(ImportFailure.TOO_LARGE, f"more than {PART_LIMIT // 1_000_000} MB when unpacked")
        if info.flag_bits & 1:
            raise self.refusal(ImportFailure.ENCRYPTED)
        try:
            return self._zip.read(info)
        except BROKEN_ZIP as error:
            raise self.refusal(ImportFailure.DAMAGED) from error

    def names(self) -> list[str]:
        return list(self._parts)

    def external(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield the targets of a relationships part outside the package: the last word of the type, and the target.

        Raises:
            UnreadableDocumentError: If the part is damaged, encrypted or too large.
        """
        root = self.tree(part)
        for relation in root.iter(f"{_PACKAGE_RELATIONS}Relationship") if root is not None else ():
            if relation.get("TargetMode") == "External":
                yield relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", "")

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the parts that a part refers to inside the package, by id; an empty name is the package itself."""
        folder, name = posixpath.split(part)
        root = self.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for relation in root.iter(f"{_PACKAGE_RELATIONS}Relationship") if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                found[relation.get("Id", "")] = Relation(relation.get("Type", "").rsplit("/", 1)[-1], target)
        return found


def _parser() -> etree.XMLParser:
    """A parser that follows nothing: no entities, no DTD, no network; libxml2's own limits on depth and size hold."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)


_MOST_RELATIONS = 200  # parts
_CALLING = re.compile(
    r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON)\b", re.IGNORECASE
)
_BEGINS = "\0"


def found(package: WordPackage, stories: Iterable[etree._Element | None]) -> Counter[RemarkKind]:
    """Active content, which would run, open or fetch something and is left alone: how much there is of each kind."""
    counts: Counter[RemarkKind] = Counter()
    for name in package.names():
        folder, own = posixpath.split(name)
        counts[RemarkKind.MACROS] += own == "vbaproject.bin"
        counts[RemarkKind.EMBEDDED_FILES] += posixpath.basename(folder) in (
            "embeddings",
            "activex",
        ) and not own.endswith(".xml")
    for part in [name for name in package.names() if name.endswith(".rels")][:_MOST_RELATIONS]:
        try:
            for kind, target in package.external(part):
                counts.update(_active_kinds(kind, target))
        except UnreadableDocumentError:  # a part that nothing read hangs on
            continue
    for story in stories:
        counts[RemarkKind.FIELDS] += sum(bool(_CALLING.match(code)) for code in _codes(story))
    counts[RemarkKind.ENTITIES] = package.declares
    return counts


def _active_kinds(kind: str, target: str) -> list[RemarkKind]:
    """As what a relationship to something outside the file is counted; an ordinary link is not."""
    if kind == "hyperlink":
        return [RemarkKind.FILE_LINKS] if is_file_elsewhere(target) else []
    kinds = {"image": RemarkKind.IMAGES, "attachedTemplate": RemarkKind.TEMPLATE}
    return [kinds.get(kind, RemarkKind.EXTERNAL_PARTS)] if is_elsewhere(target) else []


def _codes(story: etree._Element | None) -> list[str]:
    """The codes of a story's fields, those that are spread over several runs whole."""
    if story is None:
        return []
    pieces = []
    for element in story.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        if element.tag == f"{W}instrText":
            pieces.append(element.text or "")
        elif element.tag == f"{W}fldSimple":
            pieces.append(f"{_BEGINS}{element.get(f'{W}instr', '')}{_BEGINS}")
        elif element.get(f"{W}fldCharType") == "begin":
            pieces.append(_BEGINS)
    return "".join(pieces).split(_BEGINS)


def read(path: Path) -> SourceText:
    """Read a Word file; slow, touches nothing.

    Raises:
        UnreadableDocumentError: If it is encrypted, damaged, too large when unpacked, no Word file, or has no text.
    """
    with WordPackage(path) as package:
        main = next((r.part for r in package.relations("").values() if r.kind == "officeDocument"), None)
        root = package.tree(main) if main else None
        if main is None or root is None:
            raise package.refusal(ImportFailure.DAMAGED)
        body = root.find(f"{W}body") if root.tag == f"{W}document" else None
        if body is None:
            raise package.refusal(ImportFailure.UNSUPPORTED)
        source = _source(package, main, body)
        if not source.blocks:
            raise package.refusal(ImportFailure.NO_TEXT)
        return source


def _source(package: WordPackage, main: str, body: etree._Element) -> SourceText:
    relations = package.relations(main)
    trees = {r.kind: package.tree(r.part) for r in relations.values() if r.kind in _PARTS}
    formats = Formats(WordStyles(trees.get("styles")), Numbering(trees.get("numbering")))
    notes = {
        (kind, note.get(f"{W}id", "")): note
        for kind in ("footnote", "endnote")
        if (root := trees.get(f"{kind}s")) is not None
        for note in root.findall(f"{W}{kind}")
    }
    calls = _Calls(notes, trees.get("settings"))
    story = Story(formats, calls.label, _places(body.getroottree().getroot()))
    blocks = story.read(body)
    called, inner = _notes(formats, calls)
    edges = [package.tree(r.part) for r in relations.values() if r.kind in ("header", "footer")]
    lines = (block.text.strip() for edge in edges if edge is not None for block in Story(formats, _uncalled).read(edge))
    stories = [story, *inner]
    counts = found(package, (body, *(trees.get(kind) for kind in _STORIES), *edges))
    comments = trees.get("comments")
    counts[RemarkKind.HIDDEN_WORDS] = sum(len(words.split()) for one in stories for words in one.hidden)
    counts[RemarkKind.COMMENTS] = 0 if comments is None else len(comments.findall(f"{W}comment"))
    counts[RemarkKind.INSERTED_FILES] = sum(one.foreign for one in stories)
    counts[RemarkKind.UNCALLED_NOTES] = calls.uncalled()
    return SourceText(
        blocks,
        called,
        tuple(dict.fromkeys(line for line in lines if line)),
        any(one.revisions for one in stories),
        count_remarks(counts),
    )


_PARTS = frozenset({"styles", "numbering", "footnotes", "endnotes", "settings", "comments"})
_STORIES = ("footnotes", "endnotes", "comments")


def _places(part: etree._Element) -> dict[etree._Element, int]:
    return {paragraph: place for place, paragraph in enumerate(part.iter(f"{W}p"))}


def _uncalled(reference: etree._Element, own: str | None) -> None:
    """Headers and footers call no notes."""


_Key = tuple[str, str]  # the kind of a note and its id


@dataclass(slots=True)
class _Calls:
    """Gives labels to footnotes and endnotes in the order in which they are called (17.11)."""

    notes: dict[_Key, etree._Element]
    settings: etree._Element | None
    labels: dict[_Key, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def label(self, reference: etree._Element, own: str | None) -> str | None:
        """The label of the note that is called; None where there is no such note."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        key = (kind, reference.get(f"{W}id", ""))
        if key not in self.labels:
            if key not in self.notes:
                return None
            self.labels[key] = own or self._next(kind)
        return self.labels[key]

    def uncalled(self) -> int:
        """Number of notes with text that are called nowhere; separators between notes and text do not count."""
        usual = (None, "normal")
        others = (note for key, note in self.notes.items() if key not in self.labels)
        return sum(note.get(f"{W}type") in usual and any(t.text for t in note.iter(f"{W}t")) for note in others)

    def _next(self, kind: str) -> str:
        properties = self.settings.find(f"{W}{kind}Pr") if self.settings is not None else None
        start = integer(value(properties, "numStart"), 1)
        self.counts[kind] = self.counts.get(kind, start - 1) + 1
        default = "decimal" if kind == "footnote" else "lowerRoman"
        return formatted(self.counts[kind], value(properties, "numFmt") or default)


def _notes(formats: Formats, calls: _Calls) -> tuple[tuple[FootnoteBlock, ...], list[Story]]:
    """The notes that were called, and how each was read."""
    notes: list[FootnoteBlock] = []
    stories: list[Story] = []
    places = {
        note.getparent(): _places(root) for note in calls.notes.values() if (root := note.getparent()) is not None
    }
    for key, label in calls.labels.items():
        note = calls.notes[key]
        root = note.getparent()
        story = Story(formats, _uncalled, None if root is None else places[root])
        notes.append(FootnoteBlock(label, _without_label(story.read(note), label)))
        stories.append(story)
    return tuple(notes), stories


def _without_label(blocks: tuple[Block, ...], label: str) -> tuple[Block, ...]:
    """A note's blocks without a label that is typed at its beginning."""
    if not blocks or label.isalnum():
        return blocks
    first, *others = blocks[0].runs
    text = first.text.lstrip().removeprefix(label)
    return (replace(blocks[0], runs=(replace(first, text=text), *others)), *blocks[1:])
