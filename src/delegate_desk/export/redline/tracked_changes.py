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
from delegate_desk.export.redline.content import Said

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


def another(element: etree._Element) -> etree._Element:
    """Return an empty element with the same name and attributes."""
    made = element.makeelement(element.tag)
    for name, value in element.items():
        made.set(name, value)
    return made


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
        made = etree.Element(f"{W}{tag}", nsmap={"w": W[1:-1]})
        for name, value in (("id", str(next(self.numbers))), ("author", self.author), ("date", self.date)):
            made.set(f"{W}{name}", value)
        return made

    def is_own(self, element: etree._Element) -> bool:
        return element.get(f"{W}author") == self.author and element.get(f"{W}date") == self.date

    def insertion(self, runs: Iterable[etree._Element]) -> etree._Element:
        made = self.element("ins")
        made.extend(runs)
        return made

    def deletion(self, run: etree._Element) -> etree._Element:
        for child in run:
            child.tag = _DELETED.get(child.tag, child.tag)
            if child.tag == f"{W}delText":
                child.set(XML_SPACE, "preserve")
        made = self.element("del")
        made.append(run)
        return made


def text_element(text: str) -> etree._Element:
    made = etree.Element(f"{W}t")
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made


def new_run(text: str, look: etree._Element | None) -> etree._Element:
    """Return a new run with the formatting of another, as far as it can be copied."""
    made = etree.Element(f"{W}r")
    properties = None if look is None else look.find(f"{W}rPr")
    if properties is not None:
        properties = copy.deepcopy(properties)
        properties.tail = None
        for child in list(properties):
            style = child.get(f"{W}val", "").lower() if child.tag == f"{W}rStyle" else ""
            is_of_note = any(word in style for word in _NOTE_STYLES)
            if etree.QName(child).localname in _NOT_TAKEN_OVER or is_of_note:
                properties.remove(child)
        if len(properties):
            made.append(properties)
    for piece in _BREAKS.split(printable(text)):
        if piece in ("\t", "\n"):
            made.append(etree.Element(f"{W}tab" if piece == "\t" else f"{W}br"))
        elif piece:
            made.append(text_element(piece))
    return made


def run_piece(run: etree._Element, contents: Iterable[etree._Element]) -> etree._Element:
    made = another(run)
    properties = run.find(f"{W}rPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
        made[0].tail = None
    made.extend(contents)
    return made


def mark_end(paragraph: etree._Element, change: etree._Element) -> None:
    """Track the end of a paragraph as inserted or deleted by us."""
    properties = ensure_properties(paragraph)
    look = properties.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        set_property(properties, look)
    at = sum(child.tag in (f"{W}ins", f"{W}moveTo") for child in look) if change.tag == f"{W}del" else 0
    if look.find(change.tag) is None and (at == 0 or look.find(f"{W}moveFrom") is None):
        look.insert(at, change)


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
    before = sum(name in _OF_PROPERTIES and _OF_PROPERTIES.index(name) < rank for name in names)
    properties.insert(before, new)


def normalise_changes(paragraph: etree._Element, pen: RevisionAuthor) -> None:
    """Normalise our changes: none of our insertions inside one of others, neighbours of one kind joined."""
    for made in [element for element in paragraph.iter(f"{W}ins") if pen.is_own(element) and len(element)]:
        while (holder := made.getparent()) is not None and holder.tag in ADDING:
            _split(holder, made, pen)
    for made in [element for element in paragraph.iter(f"{W}ins", f"{W}del") if pen.is_own(element) and len(element)]:
        before = made.getprevious()
        if before is not None and before.tag == made.tag and pen.is_own(before) and not (before.tail or "").strip():
            before.extend(list(made))
            before.tail = made.tail
            parent_element(made).remove(made)
    # a revision of others with several deletions is split, so that each has one, as Word writes it
    for holder in list(paragraph.iter(*ADDING)):
        deletions = [child for child in holder if child.tag == f"{W}del"]
        for made in reversed(deletions[1:]):
            parent, second = parent_element(holder), another(holder)
            second.set(f"{W}id", str(next(pen.numbers)))
            second.extend([made, *made.itersiblings()])
            parent.insert(parent.index(holder) + 1, second)
            second.tail, holder.tail = holder.tail, None


def _split(holder: etree._Element, at: etree._Element, pen: RevisionAuthor) -> None:
    """Split a revision of others where we write within it, as Word does; the second part has its own number."""
    parent = parent_element(holder)
    place = parent.index(holder)
    behind = list(at.itersiblings())
    if holder[0] is at:
        parent.insert(place, at)
        at.tail = None
        if not behind:
            at.tail = holder.tail
            parent.remove(holder)
        return
    tail, holder.tail = holder.tail, None
    parent.insert(place + 1, at)
    at.tail = None
    if behind:
        second = another(holder)
        second.set(f"{W}id", str(next(pen.numbers)))
        second.extend(behind)
        parent.insert(place + 2, second)
        second.tail = tail
    else:
        at.tail = tail


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
        made = etree.tostring(self.root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
        return made.replace(WORD.encode(), STRICT.encode()) if self.is_strict else made


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

    def comment(self, lines: Sequence[Said], pen: RevisionAuthor) -> int:
        number = next(pen.numbers)
        made = etree.Element(f"{W}comment", nsmap={"w": WORD})
        for name, value in (("id", str(number)), ("author", pen.author), ("date", pen.date), ("initials", "")):
            made.set(f"{W}{name}", value)
        for said in lines:
            run = new_run(said.text, None)
            properties = etree.Element(f"{W}rPr")
            if said.language:
                etree.SubElement(properties, f"{W}lang").set(f"{W}val", said.language)
            else:
                etree.SubElement(properties, f"{W}noProof")
            run.insert(0, properties)
            etree.SubElement(made, f"{W}p").append(run)
        self._comments.append(made)
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
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = bundle.comment
        for info in bundle.infolist():
            made.writestr(copy.copy(info), changed[info.filename] if info.filename in changed else read(info))
        for name in changed:
            if name not in bundle.namelist():
                member = zipfile.ZipInfo(name, _EARLIEST)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.create_system = 0
                made.writestr(member, changed[name])
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
