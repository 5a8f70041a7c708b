"""The files of sidecars, in the folder ``sidecars``.

They are ``SHA256.jsonld`` for each document, ``meetings/ID.jsonld`` for each meeting, and ``library.jsonld``. A file is
written beside its place, is safe on the disk, and is then renamed: a place has a whole file or none.
"""

import contextlib
import os
import re
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from delegate_desk.cipher import PLAIN, Cipher, SealBrokenError
from delegate_desk.core.library.records import Fault, Node, SidecarError, to_storable_text
from delegate_desk.core.library.sidecars import LARGEST, SidecarSubject, decode_sidecar, encode_sidecar
from delegate_desk.storage.db.database import disk_error
from delegate_desk.storage.files.workdirs import sync_folder

FOLDER = "sidecars"
_MEETINGS = "meetings"
_SUFFIX = ".jsonld"
_BESIDE = ".new"
_ABANDONED = 600.0
"""Seconds after which a file that was to be renamed is nobody's any more."""
_PLAIN_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,99}")


@dataclass(frozen=True, slots=True)
class FoundSidecar:
    """A sidecar as it was found.

    Attributes:
        name: Its file, from the folder of sidecars on.
        content: What it says; None where it cannot be read.
        fault: Why not.
    """

    subject: SidecarSubject
    name: str
    content: Node | None = None
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is to be put into its place.

    Attributes:
        beside: Where it was written; None for one that is to go, or that is in its place as it should be.
        goes: True if there is to be none.
    """

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

    def prepare(self, subject: SidecarSubject, key: str, content: Node | None) -> Prepared:
        """Write a sidecar beside its place, safe on the disk; None if there is to be none."""
        place = self.place(subject, key)
        if content is None:
            return Prepared(place, None, is_deletion=True)
        plain = encode_sidecar(content)
        name = self._name(place)
        with self._translate_errors():
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
                beside.unlink(missing_ok=True)
                raise
        return Prepared(place, beside)

    def apply_prepared(self, prepared: Prepared) -> None:
        """Put a file into its place, or take away what is there."""
        with self._translate_errors():
            if prepared.is_deletion:
                prepared.place.unlink(missing_ok=True)
            elif prepared.temporary:
                prepared.temporary.replace(prepared.place)

    def discard(self, prepared: Prepared) -> None:
        """Forget a file that was prepared."""
        if prepared.temporary:
            with contextlib.suppress(OSError):
                prepared.temporary.unlink(missing_ok=True)

    def sync_folders(self) -> None:
        """Let what was put outlast a power cut."""
        with self._translate_errors():
            for folder in (self._folder / _MEETINGS, self._folder):
                if folder.is_dir():
                    sync_folder(folder)

    def delete_leftovers(self) -> None:
        """Delete what killed programs left beside the places of their files."""
        for path in (*self._folder.glob(f"*{_BESIDE}"), *self._folder.glob(f"{_MEETINGS}/*{_BESIDE}")):
            with contextlib.suppress(OSError):
                if abs(time.time() - path.stat().st_mtime) > _ABANDONED:
                    path.unlink()

    def are_there(self) -> bool:
        """True if sidecars were written here before."""
        return self.place(SidecarSubject.LIBRARY, str(SidecarSubject.LIBRARY)).exists()

    def are_any(self) -> bool:
        """True if there is any sidecar at all."""
        return any(self.names(subject) for subject in SidecarSubject)

    def place(self, subject: SidecarSubject, key: str) -> Path:
        """Return the path of a sidecar."""
        plain = key if _PLAIN_NAME.fullmatch(key) else str(uuid.uuid5(uuid.NAMESPACE_URL, key))
        if subject is SidecarSubject.MEETING:
            return self._folder / _MEETINGS / f"{plain}{_SUFFIX}"
        return self._folder / f"{plain}{_SUFFIX}"

    def names(self, subject: SidecarSubject) -> list[str]:
        """The sidecars there are of such things, in order; the library has one at most."""
        whole = f"{SidecarSubject.LIBRARY}{_SUFFIX}"
        if subject is SidecarSubject.LIBRARY:
            return [whole] if (self._folder / whole).exists() else []
        folder = self._folder / _MEETINGS if subject is SidecarSubject.MEETING else self._folder
        found = sorted(folder.glob(f"*{_SUFFIX}"))
        return [self._name(path) for path in found if path.name != whole or subject is SidecarSubject.MEETING]

    def find(self, subject: SidecarSubject) -> Iterator[FoundSidecar]:
        """Yield the sidecars of a subject, each read with limits; an unreadable sidecar carries its fault."""
        for name in self.names(subject):
            yield self.read(subject, name)

    def read(self, subject: SidecarSubject, name: str) -> FoundSidecar:
        """Return the content of a sidecar; if it is unreadable, the fault."""
        path = self._folder / name
        try:
            if path.is_symlink() or not path.is_file():
                raise SidecarError(Fault.UNREADABLE)
            if path.stat().st_size > LARGEST * 2:
                raise SidecarError(Fault.TOO_LARGE)
            content = decode_sidecar(self._cipher.unseal(path.read_bytes(), f"sidecar:{name}"), subject)
            if self.place(subject, _key(subject, content)) != path:
                raise SidecarError(Fault.OTHER_NAME)
        except SidecarError as error:
            return FoundSidecar(subject, name, fault=error.fault)
        except (OSError, SealBrokenError):
            return FoundSidecar(subject, name, fault=Fault.UNREADABLE)
        return FoundSidecar(subject, name, content)

    def path_for(self, name: str) -> Path:
        """The file of a sidecar, by its name from the folder of sidecars on."""
        return self._folder / name

    def _name(self, place: Path) -> str:
        return place.relative_to(self._folder).as_posix()

    def _has_content(self, place: Path, plain: bytes) -> bool:
        """True if a file says just that already."""
        try:
            return self._cipher.unseal(place.read_bytes(), f"sidecar:{self._name(place)}") == plain
        except (OSError, SealBrokenError):
            return False

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise disk_error(error, self._library) from error


def _key(subject: SidecarSubject, content: Node) -> str:
    """Return the key of a sidecar's subject, as it states."""
    if subject is SidecarSubject.LIBRARY:
        return str(SidecarSubject.LIBRARY)
    head = content.get(str(subject))
    key = head.get("sha256" if subject is SidecarSubject.DOCUMENT else "id") if isinstance(head, dict) else None
    if not isinstance(key, str) or not key:
        raise SidecarError(Fault.NO_SIDECAR)
    return to_storable_text(key)
