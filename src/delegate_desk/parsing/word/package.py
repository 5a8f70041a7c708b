"""A Word file's package: parts of a ZIP, read with limits, following nothing that they name (ECMA-376-2)."""

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from lxml import etree

from delegate_desk.core.errors import Refusal, UnreadableDocumentError
from delegate_desk.core.zip_checks import BROKEN_ZIP, LARGEST_DIRECTORY, directory_size
from delegate_desk.parsing.in_memory_files import for_zip

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
    """What one part says of another: the last word of its type, and the part's name."""

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
            raise self.refusal(Refusal.ENCRYPTED) if is_encrypted else self.refusal(Refusal.UNSUPPORTED, ".doc")
        if listed > LARGEST_DIRECTORY:
            raise self.refusal(Refusal.TOO_LARGE, "its list of contents is too long")
        try:
            self._zip = zipfile.ZipFile(for_zip(path))
        except BROKEN_ZIP as error:
            raise self.refusal(Refusal.DAMAGED) from error
        self._parts = {info.filename.lstrip("/").casefold(): info for info in self._zip.infolist()[:ENTRIES_LIMIT]}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def refusal(self, reason: Refusal, detail: str = "") -> UnreadableDocumentError:
        """The error that says why this file is not read."""
        return UnreadableDocumentError(self._name, reason, detail)

    def tree(self, part: str) -> etree._Element | None:
        """The root of an XML part; None where there is no such part.

        Raises:
            UnreadableDocumentError: If the part is damaged, encrypted or too large.
        """
        info = self._parts.get(part.casefold())
        if info is None:
            return None
        self._read += info.file_size
        if info.file_size > PART_LIMIT or self._read > WHOLE_LIMIT:
            raise self.refusal(Refusal.TOO_LARGE, f"more than {PART_LIMIT // 1_000_000} MB when unpacked")
        if info.flag_bits & 1:
            raise self.refusal(Refusal.ENCRYPTED)
        try:
            data = self._zip.read(info)
            if data.count(b"<") > TAGS_LIMIT:
                raise self.refusal(Refusal.TOO_LARGE, f"more than {TAGS_LIMIT} tags")
            for strict, usual in _STRICT.items():
                data = data.replace(strict, usual)
            root = etree.fromstring(data, _parser())
        except (*BROKEN_ZIP, etree.XMLSyntaxError) as error:
            raise self.refusal(Refusal.DAMAGED) from error
        self.declares = self.declares or bool(root.getroottree().docinfo.internalDTD)
        return root

    def names(self) -> list[str]:
        """The names of all parts, in small letters."""
        return list(self._parts)

    def external(self, part: str) -> Iterator[tuple[str, str]]:
        """What a part with relations names outside the package: the last word of the type, and where it is.

        Raises:
            UnreadableDocumentError: If the part is damaged, encrypted or too large.
        """
        root = self.tree(part)
        for relation in root.iter(f"{_PACKAGE_RELATIONS}Relationship") if root is not None else ():
            if relation.get("TargetMode") == "External":
                yield relation.get("Type", "").rsplit("/", 1)[-1], relation.get("Target", "")

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to inside the package, by the ids used in it; an empty name is the package itself."""
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
