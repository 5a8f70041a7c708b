"""Packages of XML parts in a ZIP file, of Word, Excel, PowerPoint and OpenDocument, opened with limits."""

import posixpath
import zipfile
from collections import Counter
from pathlib import Path
from typing import Self

from lxml import etree

from delegate_desk.core.documents.reading_remarks import RemarkKind
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.core.zip_checks import BROKEN_ZIP, COMPOUND_FILE, LARGEST_DIRECTORY, directory_size
from delegate_desk.parsing.blocks import is_elsewhere, is_file_elsewhere
from delegate_desk.parsing.in_memory_files import for_zip

PART_LIMIT = 100_000_000  # maximum size of an unpacked part, in bytes; its tree needs several times as much memory

WHOLE_LIMIT = 200_000_000
ENTRIES_LIMIT = 50_000
TAGS_LIMIT = 3_000_000  # maximum number of tags in a part, within the limits of time and memory

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


class XmlPackage:
    """An open package; opening it and a part raises ``UnreadableDocumentError`` if it is damaged or beyond a limit."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._read = 0
        self.declares = False  # entities or a document type, in a part that was read
        with path.open("rb") as file:
            beginning = file.read(8)
            size = directory_size(file)
        if beginning == COMPOUND_FILE:
            if _ENCRYPTED_PACKAGE in path.read_bytes():
                raise self.refusal(ImportFailure.ENCRYPTED)
            raise self.refusal(ImportFailure.UNSUPPORTED, Path(self._name).suffix.lower()[:4])
        if size > LARGEST_DIRECTORY:
            raise self.refusal(ImportFailure.TOO_LARGE, "its list of contents is too long")
        try:
            self._zip = zipfile.ZipFile(for_zip(path))
        except BROKEN_ZIP as error:
            raise self.refusal(ImportFailure.DAMAGED) from error
        self._parts = {info.filename.lstrip("/").casefold(): info for info in self._zip.infolist()[:ENTRIES_LIMIT]}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def refusal(self, reason: ImportFailure, detail: str = "") -> UnreadableDocumentError:
        return UnreadableDocumentError(self._name, reason, detail)

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of an XML part; None if there is no such part."""
        data = self.data(part)
        if data is None:
            return None
        if data.count(b"<") > TAGS_LIMIT:
            raise self.refusal(ImportFailure.TOO_LARGE, f"more than {TAGS_LIMIT} tags")
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        parser = etree.XMLParser(  # follows nothing; libxml2's own limits apply
            resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self.refusal(ImportFailure.DAMAGED) from error
        self.declares = self.declares or bool(root.getroottree().docinfo.internalDTD)
        return root

    def data(self, part: str) -> bytes | None:
        """Return the bytes of a part; None if there is no such part."""
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

    def main_part(self) -> str:
        """Return the name of the part with the content, as the package names it; empty if it names none."""
        return next((r.part for r in self.relations("").values() if r.kind == "officeDocument"), "")

    def names(self) -> list[str]:
        return list(self._parts)

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


_MOST_RELATIONS = 200  # parts
_EXTERNAL = {"image": RemarkKind.IMAGES, "attachedTemplate": RemarkKind.TEMPLATE}


def active_content(package: XmlPackage) -> Counter[RemarkKind]:
    """Return the active content that would run, open or fetch something and is ignored: the number of each kind."""
    counts: Counter[RemarkKind] = Counter()
    for name in package.names():
        folder, base = posixpath.split(name)
        counts[RemarkKind.MACROS] += base == "vbaproject.bin"
        is_embedded = posixpath.basename(folder) in ("embeddings", "activex")
        counts[RemarkKind.EMBEDDED_FILES] += is_embedded and not base.endswith(".xml")
    for part in [name for name in package.names() if name.endswith(".rels")][:_MOST_RELATIONS]:
        try:
            root = package.tree(part)
        except UnreadableDocumentError:  # a part that no other part needs
            continue
        for relation in root.iter(f"{_PACKAGE_RELATIONS}Relationship") if root is not None else ():
            kind, target = relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", "")
            if relation.get("TargetMode") == "External" and kind == "hyperlink":  # others are ordinary links
                counts[RemarkKind.FILE_LINKS] += is_file_elsewhere(target)
            elif relation.get("TargetMode") == "External":
                counts[_EXTERNAL.get(kind, RemarkKind.EXTERNAL_PARTS)] += is_elsewhere(target)
    counts[RemarkKind.ENTITIES] = package.declares
    return counts
