"""Originals, byte for byte, by the SHA-256 of their content.

A file is copied into a temporary folder, read there, and renamed into place before the database names it: an original
named there is always complete. Partial copies left by a killed program are deleted by the next program. In an encrypted
library each file is sealed as it is copied in, under the hash of its own bytes; temporary folders have a key that is
never written.
"""

import contextlib
import hashlib
import logging
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from delegate_desk.cipher import CHUNK, PLAIN, ChunkReader, Cipher, SealBrokenError, SealedCipher, name_in_workdir
from delegate_desk.core.documents.document import sanitise_name
from delegate_desk.core.errors import ImportFailure, UnreadableDocumentError
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, delete_tree, move, written_whole
from delegate_desk.storage.db.damaged_database import ASIDE
from delegate_desk.storage.files.filesystem import delete_leftovers, disk_errors, sync_folder, temporary_workdir

_log = logging.getLogger(__name__)

LARGEST = 200 * 1024 * 1024
"""Maximum size of a file, in bytes."""
_PREFIX = "desk"
_ABANDONED = 3600.0
"""Seconds after which files left by version 0.8 in the incoming folder are abandoned."""


@dataclass(frozen=True, slots=True)
class IncomingOriginal:
    """A file copied in, not yet stored; closing ``workdir`` deletes its folder."""

    path: Path
    workdir: contextlib.ExitStack
    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class WorkDir:
    """A folder for incoming files, empty at first, and the key that seals them; empty without encryption."""

    folder: Path
    key: bytes = b""

    @property
    def cipher(self) -> Cipher:
        return SealedCipher(self.key) if self.key else PLAIN


class Originals:
    """The originals of one library.

    Raises, from any method that writes: ``DiskFullError``, ``LibraryUnwritableError``.
    """

    def __init__(self, library: Path, cipher: Cipher = PLAIN) -> None:
        self._library = library
        self._cipher = cipher
        self._folder = library / "originals"
        self._incoming = self._folder / "incoming"
        self._ciphers: dict[Path, Cipher] = {}
        self.delete_leftovers()  # half-copied LIMITE files are deleted now, not at the next import

    def copy_in(self, source: Path, name: str | None = None) -> IncomingOriginal:
        """Copy a file in, under its own name or another.

        Raises:
            UnreadableDocumentError: If it cannot be read, is empty or larger than ``LARGEST``.
        """
        name = sanitise_name(source.name if name is None else name)
        with _reading_errors(name):
            if not source.is_file() and source.exists():  # to open a pipe would be to wait for it
                raise UnreadableDocumentError(name, ImportFailure.UNREADABLE, "not a file")
            with source.open("rb") as file:
                if os.fstat(file.fileno()).st_size > LARGEST + LARGEST // 1000:  # sealed content is a little larger
                    raise _too_large(name)
                return self._copy(file, self._ciphers.get(source.parent, PLAIN), name_in_workdir(source), name)

    def _copy(self, file: BinaryIO, cipher: Cipher, sealed_as: str, name: str) -> IncomingOriginal:
        with contextlib.ExitStack() as workdir:
            folder, own_hash = workdir.enter_context(self._incoming_folder()), ""
            if self._cipher.seals:  # it is sealed under its hash
                own_hash = _Measured(cipher.chunks(file, sealed_as), name).to_its_end()
                file.seek(0)
            path = folder / f"{own_hash or 'original'}{Path(name).suffix.lower()[:10]}"
            measured = _Measured(cipher.chunks(file, sealed_as), name)
            with disk_errors(self._library), path.open("xb") as copy:
                self._cipher.copy_in(measured, copy, f"original:{own_hash}")
                sha256 = measured.to_its_end()
                if own_hash not in ("", sha256):
                    raise UnreadableDocumentError(name, ImportFailure.UNREADABLE, "it changed while it was read")
                copy.flush()
                os.fsync(copy.fileno())
            return IncomingOriginal(path, workdir.pop_all(), sha256, name)

    @contextlib.contextmanager
    def workdir(self) -> Iterator[WorkDir]:
        """Return a folder for unpacking an archive."""
        with self._incoming_folder() as folder:
            workdir = WorkDir(folder, os.urandom(32) if self._cipher.seals else b"")
            self._ciphers[folder] = workdir.cipher
            try:
                yield workdir
            finally:
                self._ciphers.pop(folder)

    @contextlib.contextmanager
    def _incoming_folder(self) -> Iterator[Path]:
        """Return a folder for incoming files.

        Never created without the library's own, as a removed memory stick leaves none.
        """
        with contextlib.ExitStack() as stack:
            with disk_errors(self._library):
                for folder in (self._folder, self._incoming):
                    folder.mkdir(exist_ok=True)
                place = stack.enter_context(temporary_workdir(self._incoming, _PREFIX))
            yield place

    def write_file(self, workdir: WorkDir, file_name: str, content: bytes) -> Path:
        """Write a file to a temporary folder."""
        path = workdir.folder / file_name
        with disk_errors(self._library):
            path.write_bytes(workdir.cipher.seal(content, name_in_workdir(path)))
        return path

    def store(self, incoming: IncomingOriginal, name: str = "") -> Path:
        """Move a copied file to its final place, that of its name or of another; it then survives a power cut."""
        path = self.path(incoming.sha256, name or incoming.path.name)
        with disk_errors(self._library):
            path.parent.mkdir(exist_ok=True)
            if path.exists():  # Windows replaces no file that may only be read
                path.chmod(0o600)
            move(incoming.path, path)
            path.chmod(0o400)
            for folder in (path.parent, self._folder, self._library):  # each may be new
                sync_folder(folder)
        self.discard(incoming)
        return path

    def discard(self, incoming: IncomingOriginal) -> None:
        """Delete a copied file unless it was stored."""
        incoming.workdir.close()

    def path(self, sha256: str, name: str) -> Path:
        """Return the place of an original by its hash and a file name with its suffix."""
        return self._folder / sha256[:2] / f"{sha256}{Path(name).suffix.lower()[:10]}"

    def remove(self, sha256: str, name: str) -> None:
        """Delete an original permanently; a missing one is no error."""
        with disk_errors(self._library):
            delete(self.path(sha256, name))

    def all(self) -> Iterator[tuple[str, Path]]:
        """Return the originals with the hash in their name and their path."""
        for path in sorted(self._folder.glob("??/*")):
            yield path.stem, path

    def is_intact(self, sha256: str, path: Path) -> bool:
        """True if a file has the content of this hash; False if it is missing, or the disk cannot read it."""
        digest = hashlib.sha256()
        with contextlib.suppress(SealBrokenError, OSError):
            for chunk in self.chunks(sha256, path) if path.is_file() else ():
                digest.update(chunk)
            return digest.hexdigest() == sha256
        return False

    def fetch(self, sha256: str, name: str, places: Iterable[Path]) -> bool:
        """Replace an original by the first intact copy in some folders; False if there is none.

        The replaced file is kept in ``damaged/originals/``.
        """
        place = self.path(sha256, name)
        for folder in places:
            copy = folder / "originals" / place.parent.name / place.name
            if self.is_intact(sha256, copy):
                with disk_errors(self._library):
                    place.parent.mkdir(parents=True, exist_ok=True)
                    with copy.open("rb") as source, written_whole(place) as file:
                        shutil.copyfileobj(source, file)
                        if place.exists():
                            damaged = self._library / ASIDE / "originals"
                            damaged.mkdir(mode=0o700, parents=True, exist_ok=True)
                            delete(damaged / place.name)  # Windows replaces no file that may only be read
                            move(place, damaged / place.name)
                    place.chmod(0o400)
                    sync_folder(place.parent)
                return True
        return False

    def chunks(self, sha256: str, path: Path) -> Iterator[bytes]:
        """Yield the content of an original, piece by piece.

        Raises:
            SealBrokenError: If it was changed.
        """
        with path.open("rb") as file:
            yield from self._cipher.chunks(file, f"original:{sha256}")

    def read(self, sha256: str, file_name: str) -> bytes:
        """Return the content of an original, imported under a name.

        Raises:
            UnreadableDocumentError: If it is missing or damaged.
        """
        with _reading_errors(file_name):
            return b"".join(self.chunks(sha256, self.path(sha256, file_name)))

    def content(self, path: Path) -> bytes | None:
        """Return the content of a sealed file of ours; None for any other, which is read in place.

        Raises:
            UnreadableDocumentError: If it is missing or damaged.
        """
        if not self._cipher.seals or not path.is_relative_to(self._folder):
            return None
        cipher = self._ciphers.get(path.parent)
        with _reading_errors(path.name):
            if cipher is not None:
                return cipher.unseal(path.read_bytes(), name_in_workdir(path))
            return b"".join(self.chunks(path.stem, path))

    def delete_leftovers(self) -> int:
        """Delete the half-copied files of killed programs and return their number; locked ones are in use."""
        swept = delete_leftovers(self._incoming, _PREFIX)
        for path in self._incoming.glob("[!.]*"):  # of version 0.8
            with contextlib.suppress(OSError):
                if abs(time.time() - path.stat().st_mtime) > _ABANDONED:
                    delete_tree(path) if path.is_dir() else delete(path, patience=0)
                    swept += 1
        if swept:
            _log.info("Swept %d half-copied files", swept)
        return swept


class _Measured:
    """Reader of a file that counts and hashes its bytes."""

    def __init__(self, chunks: Iterator[bytes], name: str) -> None:
        self._pieces = ChunkReader(self._count_bytes(chunks))
        self._name = name
        self._digest = hashlib.sha256()
        self._size = 0

    def read(self, size: int) -> bytes:
        return self._pieces.read(size)

    def to_its_end(self) -> str:
        """Return the hash of the whole content.

        Raises:
            UnreadableDocumentError: If it is empty.
        """
        while self.read(CHUNK):
            pass
        if not self._size:
            raise UnreadableDocumentError(self._name, ImportFailure.NO_TEXT, "empty")
        return self._digest.hexdigest()

    def _count_bytes(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        with _reading_errors(self._name):  # those of the copy are other errors
            for chunk in chunks:
                self._size += len(chunk)
                if self._size > LARGEST:
                    raise _too_large(self._name)
                self._digest.update(chunk)
                yield chunk


@contextlib.contextmanager
def _reading_errors(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnreadableDocumentError(name, ImportFailure.UNREADABLE, error.strerror or "") from error
    except SealBrokenError as error:
        raise UnreadableDocumentError(name, ImportFailure.DAMAGED) from error


def _too_large(name: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(name, ImportFailure.TOO_LARGE, f"{LARGEST // 1024**2} MB")
