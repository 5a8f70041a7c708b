"""The files of sidecars, in the folder ``sidecars``.

They are ``SHA256.jsonld`` for each document, ``meetings/ID.jsonld`` for each meeting, and ``library.jsonld``. A file is
written beside its place, synchronised with the disk, and then renamed: a place has a complete file or none.
"""

import contextlib
import os
import re
import time
import uuid
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher, SealBrokenError
from delegate_desk.core.documents.document import Address, Document, Header, Kind, Mark, Paragraph, Span
from delegate_desk.core.library import records
from delegate_desk.core.library.record_tables import DOCUMENT, UNIT
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, move
from delegate_desk.storage.db.record_rows import RowCodec
from delegate_desk.storage.files.filesystem import disk_errors, sync_folder

FOLDER = "sidecars"
_MEETINGS = "meetings"
_SUFFIX = ".jsonld"
_BESIDE = ".new"
_ABANDONED = 600.0
"""Seconds after which a file waiting to be renamed is abandoned."""
_PLAIN_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,99}")


@dataclass(frozen=True, slots=True)
class FoundSidecar:
    """A sidecar by its path in the folder of sidecars, and its content, or why it cannot be read."""

    subject: records.SidecarSubject
    name: str
    content: records.Node | None = None
    fault: records.Fault | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is ready to be moved into place."""

    place: Path
    temporary: Path | None
    is_deletion: bool = False


class SidecarFiles:
    """The sidecars of one library.

    Raises, from any method that writes: ``DiskFullError``, ``LibraryUnwritableError``.
    """

    def __init__(self, library: Path, cipher: Cipher = PLAIN) -> None:
        self._library = library
        self._folder = library / FOLDER
        self._cipher = cipher

    def prepare(self, subject: records.SidecarSubject, key: str, content: records.Node | None) -> Prepared:
        """Write a sidecar beside its place, synchronised with the disk; None if there must be none."""
        place = self.place(subject, key)
        if content is None:
            return Prepared(place, None, is_deletion=True)
        plain = records.encode_sidecar(content)
        name = self._name(place)
        with disk_errors(self._library):
            if self._has_content(place, plain):
                return Prepared(place, None)
            place.parent.mkdir(parents=True, exist_ok=True)
            beside = place.with_name(f"{uuid.uuid4()}{_BESIDE}")
            try:
                with beside.open("wb") as file:
                    file.write(self._cipher.seal(plain, f"sidecar:{name}"))
                    file.flush()
                    os.fsync(file.fileno())
            except BaseException:
                delete(beside)
                raise
        return Prepared(place, beside)

    def apply_prepared(self, prepared: Prepared) -> None:
        with disk_errors(self._library):
            if prepared.is_deletion:
                delete(prepared.place)
            elif prepared.temporary:
                move(prepared.temporary, prepared.place)

    def discard(self, prepared: Prepared) -> None:
        if prepared.temporary:
            with contextlib.suppress(OSError):
                delete(prepared.temporary)

    def sync_folders(self) -> None:
        with disk_errors(self._library):
            for folder in (self._folder / _MEETINGS, self._folder):
                if folder.is_dir():
                    sync_folder(folder)

    def delete_leftovers(self) -> None:
        for path in (*self._folder.glob(f"*{_BESIDE}"), *self._folder.glob(f"{_MEETINGS}/*{_BESIDE}")):
            with contextlib.suppress(OSError):
                if abs(time.time() - path.stat().st_mtime) > _ABANDONED:
                    delete(path)

    def are_there(self) -> bool:
        """True if sidecars were written here before."""
        return self.place(records.SidecarSubject.LIBRARY, str(records.SidecarSubject.LIBRARY)).exists()

    def are_any(self) -> bool:
        return any(self.names(subject) for subject in records.SidecarSubject)

    def place(self, subject: records.SidecarSubject, key: str) -> Path:
        plain = key if _PLAIN_NAME.fullmatch(key) else str(uuid.uuid5(uuid.NAMESPACE_URL, key))
        if subject is records.SidecarSubject.MEETING:
            return self._folder / _MEETINGS / f"{plain}{_SUFFIX}"
        return self._folder / f"{plain}{_SUFFIX}"

    def names(self, subject: records.SidecarSubject) -> list[str]:
        whole = f"{records.SidecarSubject.LIBRARY}{_SUFFIX}"
        if subject is records.SidecarSubject.LIBRARY:
            return [whole] if (self._folder / whole).exists() else []
        folder = self._folder / _MEETINGS if subject is records.SidecarSubject.MEETING else self._folder
        found = sorted(folder.glob(f"*{_SUFFIX}"))
        return [self._name(path) for path in found if path.name != whole or subject is records.SidecarSubject.MEETING]

    def read(self, subject: records.SidecarSubject, name: str) -> FoundSidecar:
        path = self._folder / name
        try:
            if path.is_symlink() or not path.is_file():
                raise records.SidecarError(records.Fault.UNREADABLE)
            if path.stat().st_size > records.LARGEST * 2:
                raise records.SidecarError(records.Fault.TOO_LARGE)
            content = records.decode_sidecar(self._cipher.unseal(path.read_bytes(), f"sidecar:{name}"), subject)
            if self.place(subject, _key(subject, content)) != path:
                raise records.SidecarError(records.Fault.OTHER_NAME)
        except records.SidecarError as error:
            return FoundSidecar(subject, name, fault=error.fault)
        except (OSError, SealBrokenError):
            return FoundSidecar(subject, name, fault=records.Fault.UNREADABLE)
        return FoundSidecar(subject, name, content)

    def path_for(self, name: str) -> Path:
        return self._folder / name

    def _name(self, place: Path) -> str:
        return place.relative_to(self._folder).as_posix()

    def _has_content(self, place: Path, plain: bytes) -> bool:
        try:
            return self._cipher.unseal(place.read_bytes(), f"sidecar:{self._name(place)}") == plain
        except (OSError, SealBrokenError):
            return False


def _key(subject: records.SidecarSubject, content: records.Node) -> str:
    if subject is records.SidecarSubject.LIBRARY:
        return str(records.SidecarSubject.LIBRARY)
    head = content.get(str(subject))
    key = head.get("sha256" if subject is records.SidecarSubject.DOCUMENT else "id") if isinstance(head, dict) else None
    if not isinstance(key, str) or not key:
        raise records.SidecarError(records.Fault.NO_SIDECAR)
    return records.to_storable_text(key)


_HASH = re.compile(r"[0-9a-f]{1,64}")
_NO_NAME = re.compile(r"[\0-\x1f/\\]")
_LONGEST_NAME = 255
_LARGEST_NUMBER = 2**53
_DEEPEST = 100
_HEADERS = RowCodec(Header, "document")
_CHANGES = {str(mark): mark for mark in (Mark.ADDED, Mark.REMOVED)}


class SidecarDocument:
    """Document named in a sidecar.

    Raises:
        SidecarError: If it names no document that a library can contain.
    """

    def __init__(self, content: records.Node) -> None:
        head = content.get("document")
        if not isinstance(head, dict) or not isinstance(head.get("sha256"), str):
            raise records.SidecarError(records.Fault.NO_SIDECAR)
        self.sha256: str = head["sha256"]
        if not _HASH.fullmatch(self.sha256):
            raise records.SidecarError(records.Fault.NOT_UNDERSTOOD)
        number = head.get("number")
        self.number = number if type(number) is int and 0 < number < _LARGEST_NUMBER else None
        self.file_name = _file_name(head.get("file_name")) or f"{self.sha256}{_suffix(head.get('original'))}"
        row = records.read_valid(DOCUMENT, head)
        self.added = str(row["added"] or datetime.now(UTC).isoformat())
        self.trashed = row["trashed"]
        header = _HEADERS.value(
            {**row, "language": row["language"] or "en"}, confidence={}
        )  # until the original is read
        self.document = Document(header, *_units(content))


def _file_name(name: object) -> str:
    plain = isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name)
    try:
        return records.to_storable_text(str(name)) if plain and name not in (".", "..") else ""
    except records.SidecarError:
        return ""


def _suffix(original: object) -> str:
    match = re.fullmatch(r"originals/[0-9a-f]{2}/[0-9a-f]{64}(\.[a-z0-9]{1,9})", str(original))
    return match[1] if match else ""


def _units(content: records.Node) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    found: dict[str, Paragraph] = {}
    for one in records.rows_in(UNIT, content).rows:
        address, text, depth = Address(str(one.row["address"])), str(one.row["text"]), int(one.row["depth"] or 0)
        kind, label = Kind(str(one.row["kind"])), str(one.row["label"])
        deep, spans = depth if 0 < depth <= _DEEPEST else 1, _spans(one.node.get("changes"), len(text))
        found.setdefault(address, Paragraph(address, kind, label, text, deep, spans=spans))
    units = tuple(found.values())
    notes = tuple(unit for unit in units if unit.kind is Kind.FOOTNOTE)
    return tuple(unit for unit in units if unit.kind is not Kind.FOOTNOTE), notes


def _spans(listed: object, length: int) -> tuple[Span, ...]:
    found = []
    for value in listed if isinstance(listed, list) else ():
        match value:
            case [int() as start, int() as end, str() as mark] if 0 <= start < end <= length and mark in _CHANGES:
                found.append(Span(start, end, _CHANGES[mark]))
    return tuple(found)
