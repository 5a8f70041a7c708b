"""The originals, byte for byte, by the SHA-256 of their bytes.

A file is copied in under a name of its own, read there, and renamed to its place before the record names it: what the
record names is always whole. What a killed program left half-copied is swept by the next one.
"""

import contextlib
import hashlib
import logging
import os
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from delegate_desk.core.errors import Refusal, UnreadableDocumentError
from delegate_desk.storage.database import disk_error

try:
    import fcntl
except ImportError:  # Windows does not let an open file be deleted, which serves as the lock
    fcntl = None  # type: ignore[assignment]  # told apart where it is used

_log = logging.getLogger(__name__)

LARGEST = 200 * 1024 * 1024
"""The most bytes that a file may have."""
_CHUNK = 1024 * 1024
_LOCK = ".room"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file copied in, not yet kept.

    Attributes:
        handle: Held open and locked, so that no other program sweeps it.
    """

    path: Path
    handle: BinaryIO
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Room:
    """A folder for files on their way in, empty at first.

    Attributes:
        handle: Held open and locked, so that no other program sweeps it.
    """

    folder: Path
    lock: Path
    handle: BinaryIO


class Originals:
    """The folder of the originals."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._folder = library / "originals"
        self._incoming = self._folder / "incoming"

    def take(self, source: Path, name: str | None = None) -> Incoming:
        """Copy a file in, under its own name or another.

        Raises:
            UnreadableDocumentError: If it cannot be read, is empty or larger than ``LARGEST``.
            DiskFullError: If there is no room.
            LibraryUnwritableError: If the folder cannot be written.
        """
        self._sweep()
        name = source.name if name is None else name
        try:
            with source.open("rb") as file:
                if not source.is_file():
                    raise UnreadableDocumentError(name, Refusal.UNREADABLE, "not a file")
                if os.fstat(file.fileno()).st_size > LARGEST:
                    raise UnreadableDocumentError(name, Refusal.TOO_LARGE, f"{LARGEST // 1024**2} MB")
                return self._copy(file, name)
        except OSError as error:
            raise UnreadableDocumentError(name, Refusal.UNREADABLE, error.strerror or "") from error

    def _copy(self, file: BinaryIO, name: str) -> Incoming:
        try:
            self._incoming.mkdir(parents=True, exist_ok=True)
            path = self._incoming / f"{uuid.uuid4()}{Path(name).suffix.lower()[:10]}"
            handle = _open_locked(path)
        except OSError as error:
            raise disk_error(error, self._library) from error
        digest = hashlib.sha256()
        size = 0
        try:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > LARGEST:
                    raise UnreadableDocumentError(name, Refusal.TOO_LARGE, f"{LARGEST // 1024**2} MB")
                digest.update(chunk)
                self._put(handle, chunk)
            if not size:
                raise UnreadableDocumentError(name, Refusal.NO_TEXT, "empty")
            with self._said():
                handle.flush()
                os.fsync(handle.fileno())
        except BaseException:
            handle.close()
            path.unlink(missing_ok=True)
            raise
        return Incoming(path, handle, digest.hexdigest(), name)

    def room(self) -> Room:
        """Make a folder into which an archive may be unpacked; ``leave`` it.

        Raises:
            DiskFullError: If there is no room.
            LibraryUnwritableError: If the folder cannot be written.
        """
        self._sweep()
        with self._said():
            self._incoming.mkdir(parents=True, exist_ok=True)
            lock = self._incoming / f"{uuid.uuid4()}{_LOCK}"
            handle = _open_locked(lock)
            folder = lock.with_suffix("")
            folder.mkdir(mode=0o700)
        return Room(folder, lock, handle)

    def leave(self, room: Room) -> None:
        """Delete a room with all that is in it."""
        shutil.rmtree(room.folder, ignore_errors=True)
        room.handle.close()
        room.lock.unlink(missing_ok=True)

    def keep(self, incoming: Incoming) -> Path:
        """Put a file that was copied in to its place, where it outlasts a power cut."""
        kept = self.path(incoming.sha256, incoming.path.suffix)
        with self._said():
            kept.parent.mkdir(parents=True, exist_ok=True)
            incoming.path.replace(kept)
            kept.chmod(0o400)
            for folder in (kept.parent, self._folder, self._library):  # each may be new
                _sync_folder(folder)
        incoming.handle.close()
        return kept

    def discard(self, incoming: Incoming) -> None:
        """Forget a file that was copied in."""
        incoming.handle.close()
        incoming.path.unlink(missing_ok=True)

    def path(self, sha256: str, suffix: str) -> Path:
        """Where an original stands."""
        return self._folder / sha256[:2] / f"{sha256}{suffix.lower()[:10]}"

    def remove(self, sha256: str, suffix: str) -> None:
        """Delete an original for good; one that is gone already is no error."""
        with self._said():
            path = self.path(sha256, suffix)
            if path.exists():
                path.chmod(0o600)
                path.unlink()

    def all(self) -> Iterator[tuple[str, Path]]:
        """The originals there are: the hash that each is named by, and where it stands."""
        for path in sorted(self._folder.glob("??/*")):
            yield path.stem, path

    def is_whole(self, sha256: str, path: Path) -> bool:
        """True if an original has the bytes that it is named by."""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest() == sha256

    def _put(self, handle: BinaryIO, chunk: bytes) -> None:
        with self._said():
            handle.write(chunk)

    @contextlib.contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise disk_error(error, self._library) from error

    def _sweep(self) -> None:
        """Delete what killed programs left half-copied; what is locked is somebody's."""
        for path in self._incoming.glob("*"):
            with contextlib.suppress(OSError), path.open("rb") as handle:
                if fcntl:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                path.unlink()
                if path.suffix == _LOCK:
                    shutil.rmtree(path.with_suffix(""), ignore_errors=True)
                _log.info("Swept a half-copied file")


def _open_locked(path: Path) -> BinaryIO:
    """Make a file that nobody sweeps; a sweeper that was faster took an empty one."""
    while True:
        handle = path.open("wb")
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX)
        if path.exists():
            return handle
        handle.close()


def _sync_folder(folder: Path) -> None:
    """Make a renaming last; folders cannot be synced on Windows, where NTFS keeps a journal of names."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
