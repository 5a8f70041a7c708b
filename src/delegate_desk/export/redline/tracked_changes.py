"""A Word file in which changes are tracked: its parts as trees, our changes and comments (ECMA-376-1, 17.13)."""

import copy
import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from lxml import etree

from delegate_desk.core.values import dataclass
from delegate_desk.core.zip_checks import BROKEN_ZIP
from delegate_desk.export.docx.renderer import printable
from delegate_desk.export.redline.content import RemarkText

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{WORD}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ADDING = frozenset({f"{W}ins", f"{W}moveTo"})
REMOVING = frozenset({f"{W}del", f"{W}moveFrom"})


def parent_element(element: etree._Element) -> etree._Element:
    """Return the parent of an element that is not the root of its part."""
    parent = element.getparent()
    assert parent is not None
    return parent


def empty_copy(element: etree._Element) -> etree._Element:
    """Return an empty element with the same name and attributes."""
    result = element.makeelement(element.tag)
    for name, value in element.items():
        result.set(name, value)
    return result


class RedlineObstacle(StrEnum):
    """Reason why no redline is made in a file itself."""

    NO_WORD_FILE = "no_word_file"
    DAMAGED = "damaged"
    DOCUMENT_TYPE = "document_type"
    TOO_LARGE = "too_large"
    LAID_OUT = "laid_out"


class UnsupportedFileError(Exception):
    def __init__(self, why: RedlineObstacle) -> None:
        super().__init__(str(why))
        self.why = why


_BREAKS = re.compile("([\t\n])")
_NOT_TAKEN_OVER = ("rPrChange", "vertAlign", "vanish", "strike", "dstrike", "ins", "del", "moveFrom", "moveTo")
"""Formatting of neighbouring words that is not copied."""
_NOTE_STYLES = ("footnote", "endnote", "annotation", "comment")
_DELETED = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_OF_PROPERTIES = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
    " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
    " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
"""Schema order of a paragraph's properties (17.3.1.26)."""


@dataclass(slots=True)
class RevisionAuthor:
    author: str
    date: str
    numbers: Iterator[int]

    def element(self, tag: str) -> etree._Element:
        """Return an element for a change of ours: ``ins`` or ``del``."""
        change = etree.Element(f"{W}{tag}", nsmap={"w": W[1:-1]})
        for name, value in (("id", str(next(self.numbers))), ("author", self.author), ("date", self.date)):
            change.set(f"{W}{name}", value)
        return change

    def is_own(self, element: etree._Element) -> bool:
        return element.get(f"{W}author") == self.author and element.get(f"{W}date") == self.date

    def insertion(self, runs: Iterable[etree._Element]) -> etree._Element:
        change = self.element("ins")
        change.extend(runs)
        return change

    def deletion(self, run: etree._Element) -> etree._Element:
        for child in run:
            child.tag = _DELETED.get(child.tag, child.tag)
            if child.tag == f"{W}delText":
                child.set(XML_SPACE, "preserve")
        change = self.element("del")
        change.append(run)
        return change


def text_element(text: str) -> etree._Element:
    element = etree.Element(f"{W}t")
    element.text = text
    element.set(XML_SPACE, "preserve")
    return element


def new_run(text: str, pattern: etree._Element | None) -> etree._Element:
    """Return a new run with the formatting of another, as far as it can be copied."""
    run = etree.Element(f"{W}r")
    properties = None if pattern is None else pattern.find(f"{W}rPr")
    if properties is not None:
        properties = copy.deepcopy(properties)
        properties.tail = None
        for child in list(properties):
            style = child.get(f"{W}val", "").lower() if child.tag == f"{W}rStyle" else ""
            is_of_note = any(word in style for word in _NOTE_STYLES)
            if etree.QName(child).localname in _NOT_TAKEN_OVER or is_of_note:
                properties.remove(child)
        if len(properties):
            run.append(properties)
    for piece in _BREAKS.split(printable(text)):
        if piece in ("\t", "\n"):
            run.append(etree.Element(f"{W}tab" if piece == "\t" else f"{W}br"))
        elif piece:
            run.append(text_element(piece))
    return run


def run_piece(run: etree._Element, contents: Iterable[etree._Element]) -> etree._Element:
    piece = empty_copy(run)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        piece.append(copy.deepcopy(properties))
        piece[0].tail = None
    piece.extend(contents)
    return piece


def mark_end(paragraph: etree._Element, change: etree._Element) -> None:
    """Track the end of a paragraph as inserted or deleted by us."""
    properties = ensure_properties(paragraph)
    mark_properties = properties.find(f"{W}rPr")
    if mark_properties is None:
        mark_properties = etree.Element(f"{W}rPr")
        set_property(properties, mark_properties)
    place = sum(child.tag in (f"{W}ins", f"{W}moveTo") for child in mark_properties) if change.tag == f"{W}del" else 0
    if mark_properties.find(change.tag) is None and (place == 0 or mark_properties.find(f"{W}moveFrom") is None):
        mark_properties.insert(place, change)


def mark_row(row: etree._Element, change: etree._Element) -> None:
    properties = row.find(f"{W}trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        row.insert(1 if row.find(f"{W}tblPrEx") is not None else 0, properties)
    if properties.find(change.tag) is None:
        properties.insert(sum(child.tag != f"{W}trPrChange" for child in properties), change)


def ensure_properties(paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def set_property(properties: etree._Element, new: etree._Element) -> None:
    """Insert a property in schema order, replacing one with its name."""
    old = properties.find(new.tag)
    if old is not None:
        properties.remove(old)
    rank = _OF_PROPERTIES.index(etree.QName(new).localname)
    names = (etree.QName(child).localname if isinstance(child.tag, str) else "" for child in properties)
    place = sum(name in _OF_PROPERTIES and _OF_PROPERTIES.index(name) < rank for name in names)
    properties.insert(place, new)


def normalise_changes(paragraph: etree._Element, author: RevisionAuthor) -> None:
    """Normalise our changes: none of our insertions inside one of others, neighbours of one kind joined."""
    for change in [child for child in paragraph.iter(f"{W}ins") if author.is_own(child) and len(child)]:
        while (holder := change.getparent()) is not None and holder.tag in ADDING:
            _split(holder, change, author)
    for change in [child for child in paragraph.iter(f"{W}ins", f"{W}del") if author.is_own(child) and len(child)]:
        last = change.getprevious()
        if last is not None and last.tag == change.tag and author.is_own(last) and not (last.tail or "").strip():
            last.extend(list(change))
            last.tail = change.tail
            parent_element(change).remove(change)
    # a revision of others with several deletions is split, so that each has one, as Word writes it
    for holder in list(paragraph.iter(*ADDING)):
        deletions = [child for child in holder if child.tag == f"{W}del"]
        for change in reversed(deletions[1:]):
            parent, second = parent_element(holder), empty_copy(holder)
            second.set(f"{W}id", str(next(author.numbers)))
            second.extend([change, *change.itersiblings()])
            parent.insert(parent.index(holder) + 1, second)
            second.tail, holder.tail = holder.tail, None


def _split(holder: etree._Element, change: etree._Element, author: RevisionAuthor) -> None:
    """Split a revision of others where we write within it, as Word does; the second part has its own number."""
    parent = parent_element(holder)
    place = parent.index(holder)
    following = list(change.itersiblings())
    if holder[0] is change:
        parent.insert(place, change)
        change.tail = None
        if not following:
            change.tail = holder.tail
            parent.remove(holder)
        return
    tail, holder.tail = holder.tail, None
    parent.insert(place + 1, change)
    change.tail = None
    if following:
        second = empty_copy(holder)
        second.set(f"{W}id", str(next(author.numbers)))
        second.extend(following)
        parent.insert(place + 2, second)
        second.tail = tail
    else:
        change.tail = tail


_PART_LIMIT = 100_000_000
_WHOLE_LIMIT = 500_000_000
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = f"{{{_PACKAGE}/relationships}}Relationship"
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ID = re.compile(rb"""\bid\s*=\s*["'](\d{1,10})["']""")
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of a new part: the earliest possible in ZIP."""


class RedlinePart:
    """A part of a Word file as a tree to be changed; names of the strict form are replaced by the usual ones.

    Attributes:
        paragraphs: All original paragraphs, in the order in which they begin.
    """

    def __init__(self, content: bytes) -> None:
        """Read a part.

        Raises:
            UnsupportedFileError: If it cannot be changed.
        """
        self.root = parse(content)
        self.is_strict = STRICT in self.root.nsmap.values()
        if self.is_strict:
            self.root = parse(etree.tostring(self.root, encoding="UTF-8").replace(STRICT.encode(), WORD.encode()))
        self._before = etree.tostring(self.root)
        self.paragraphs = list(self.root.iter(f"{W}p"))
        self.notes = list(self.root.iter(f"{W}footnote", f"{W}endnote"))
        self._originals: list[etree._Element] = []

    def paragraph(self, place: int) -> etree._Element:
        """Return a paragraph to be changed.

        Raises:
            UnsupportedFileError: If there is none.
        """
        if not 0 <= place < len(self.paragraphs):
            raise UnsupportedFileError(RedlineObstacle.LAID_OUT)
        return self.paragraphs[place]

    def original(self, place: int) -> etree._Element:
        self._originals = self._originals or list(parse(self._before).iter(f"{W}p"))
        paragraph = copy.deepcopy(self._originals[place])
        paragraph.tail = None
        return paragraph

    def content(self) -> bytes | None:
        """Return the part with all changes; None if there are none."""
        if etree.tostring(self.root) == self._before:
            return None
        data = etree.tostring(self.root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
        return data.replace(WORD.encode(), STRICT.encode()) if self.is_strict else data


def parse(content: bytes) -> etree._Element:
    """Return the root of a part, without comments and processing instructions of XML.

    Raises:
        UnsupportedFileError: If it is not XML, or has a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsupportedFileError(RedlineObstacle.DOCUMENT_TYPE)
    return root


class WordFile:
    """A Word file of which only the changed parts are rewritten.

    Attributes:
        text: Its main part.
    """

    def __init__(self, original: bytes) -> None:
        """Open a file.

        Raises:
            UnsupportedFileError: If it is not a Word file in which changes can be tracked.
        """
        try:
            self._bundle = zipfile.ZipFile(io.BytesIO(original))
        except (*BROKEN_ZIP, RuntimeError) as error:
            raise UnsupportedFileError(RedlineObstacle.NO_WORD_FILE) from error
        self._names = {info.filename.lstrip("/").casefold(): info for info in self._bundle.infolist()}
        if sum(info.file_size for info in self._names.values()) > _WHOLE_LIMIT:
            raise UnsupportedFileError(RedlineObstacle.TOO_LARGE)
        main = next((part for kind, part in self._relations("") if kind == "officeDocument"), None)
        types = self.part_bytes(_TYPES)
        if main is None or types is None or self.part_bytes(main) is None:
            raise UnsupportedFileError(RedlineObstacle.NO_WORD_FILE)
        if _MAIN not in [override.get("ContentType") for override in parse(types)]:
            raise UnsupportedFileError(RedlineObstacle.NO_WORD_FILE)
        self.main = main
        self._kinds = self._relations(main)
        self._parts: dict[str, RedlinePart] = {}
        self.text = self._read_part(main)
        self._comments: list[etree._Element] = []

    def part_bytes(self, name: str) -> bytes | None:
        """Return the content of a part; None if it does not exist.

        Raises:
            UnsupportedFileError: If it is damaged or too large.
        """
        info = self._names.get(name.casefold())
        if info is None:
            return None
        if info.file_size > _PART_LIMIT:
            raise UnsupportedFileError(RedlineObstacle.TOO_LARGE)
        return self._read(info)

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        try:
            return self._bundle.read(info)
        except (*BROKEN_ZIP, RuntimeError) as error:
            raise UnsupportedFileError(RedlineObstacle.DAMAGED) from error

    def part(self, kind: str) -> RedlinePart | None:
        """Return a part to be changed, by its kind: ``footnotes``."""
        name = next((part for found, part in self._kinds if found == kind), None)
        if name is None or self.part_bytes(name) is None:
            return None
        return self._parts.get(name) or self._read_part(name)

    def _read_part(self, name: str) -> RedlinePart:
        self._parts[name] = RedlinePart(self.part_bytes(name) or b"")
        return self._parts[name]

    def numbers(self) -> Iterator[int]:
        """Yield unused numbers, increasing."""
        names = [self.main, *(part for kind, part in self._kinds if kind in _STORIES)]
        used = {int(found) for name in dict.fromkeys(names) for found in _ID.findall(self.part_bytes(name) or b"")}
        number = max(used, default=0) if max(used, default=0) < 2**30 else 0
        while True:
            number += 1
            if number not in used:
                yield number

    def comment(self, lines: Sequence[RemarkText], author: RevisionAuthor) -> int:
        number = next(author.numbers)
        element = etree.Element(f"{W}comment", nsmap={"w": WORD})
        for name, value in (("id", str(number)), ("author", author.author), ("date", author.date), ("initials", "")):
            element.set(f"{W}{name}", value)
        for line in lines:
            run = new_run(line.text, None)
            properties = etree.Element(f"{W}rPr")
            if line.language:
                etree.SubElement(properties, f"{W}lang").set(f"{W}val", line.language)
            else:
                etree.SubElement(properties, f"{W}noProof")
            run.insert(0, properties)
            etree.SubElement(element, f"{W}p").append(run)
        self._comments.append(element)
        return number

    def written(self) -> bytes:
        """Return the file with all changes.

        Raises:
            UnsupportedFileError: If it is damaged.
        """
        new = self._write_comments() if self._comments else {}
        for name, part in self._parts.items():
            content = part.content()
            if content is not None:
                new[self._as_named(name)] = content
        return pack(self._bundle, new, self._read)

    def _as_named(self, name: str) -> str:
        info = self._names.get(name.casefold())
        return name if info is None else info.filename

    def _relations(self, part: str) -> list[tuple[str, str]]:
        folder, name = posixpath.split(part)
        content = self.part_bytes(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for element in parse(content).iter(_RELATION) if content is not None else ():
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                found.append((element.get("Type", "").rsplit("/", 1)[-1], target.lstrip("/")))
        return found

    def _write_comments(self) -> dict[str, bytes]:
        part = self.part("comments")
        if part is not None:
            part.root.extend(self._comments)
            return {}
        is_strict = self.text.is_strict
        folder, text = posixpath.split(self.main)
        name = next(
            path
            for n in range(len(self._names) + 2)
            if (path := posixpath.join(folder, f"comments{n or ''}.xml")).casefold() not in self._names
        )
        root = etree.Element(f"{W}comments", nsmap={"w": WORD})
        root.extend(self._comments)
        comments = _serialize(root)
        path = posixpath.join(folder, "_rels", f"{text}.rels")
        kind = f"{_STRICT_OFFICE if is_strict else _OFFICE}/comments"
        return {
            name: comments.replace(WORD.encode(), STRICT.encode()) if is_strict else comments,
            self._as_named(path): with_relation(self.part_bytes(path), kind, posixpath.basename(name)),
            self._as_named(_TYPES): with_type(self.part_bytes(_TYPES) or b"", name, _COMMENTS),
        }


def pack(bundle: zipfile.ZipFile, changed: Mapping[str, bytes], read: Callable[[zipfile.ZipInfo], bytes]) -> bytes:
    """Return a file with some parts changed or added; the same parts give the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as output:
        output.comment = bundle.comment
        for info in bundle.infolist():
            output.writestr(copy.copy(info), changed[info.filename] if info.filename in changed else read(info))
        for name in changed:
            if name not in bundle.namelist():
                member = zipfile.ZipInfo(name, _EARLIEST)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.create_system = 0
                output.writestr(member, changed[name])
    return written.getvalue()


def with_relation(content: bytes | None, kind: str, target: str) -> bytes:
    """Return the relationships of a part with another; None for a part without any."""
    root = parse(content or f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())
    used = {element.get("Id") for element in root}
    key = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(root, _RELATION, {"Id": key, "Type": kind, "Target": target})
    return _serialize(root)


def with_type(content: bytes, part: str, kind: str) -> bytes:
    """Return the content types of a file with that of another part."""
    root = parse(content)
    override = f"{{{_PACKAGE}/content-types}}Override"
    etree.SubElement(root, override, {"PartName": f"/{part}", "ContentType": kind})
    return _serialize(root)


def _serialize(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
