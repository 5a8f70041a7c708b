"""The folder of the index: its table of contents, its files and its locks."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from delegate_desk import files
from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, DiskFullError, LibraryBusyError, LibraryUnwritableError
from delegate_desk.core.values import dataclass
from delegate_desk.search.engine import SUFFIX, analysis

if TYPE_CHECKING:
    from delegate_desk.search.engine.segment_file import Segment, SegmentFile


class IndexDamagedError(Exception):
    """The index cannot be used, or is of another version or library: ``reset`` it and make it anew."""


@contextlib.contextmanager
def meeting_damage(folder: Path) -> Iterator[None]:
    """Tell damage from the rest: Whoosh meets it with TypeError, struct.error, MemoryError and more."""
    try:
        yield
    except (IndexDamagedError, DeskError, ImportError):
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFullError(str(folder.parent)) from error
        is_folder = os.name == "nt" and error.filename and Path(error.filename).is_dir()  # elsewhere that is EISDIR
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) and not is_folder:
            raise LibraryUnwritableError(str(folder.parent), error.strerror or "") from error
        if not folder.parent.exists():  # such as a stick pulled away
            raise LibraryUnwritableError(str(folder.parent), error.strerror or "") from error
        raise IndexDamagedError(type(error).__name__) from error
    except Exception as error:
        raise IndexDamagedError(type(error).__name__) from error


FORMAT = 9
"""How entries lie in the index (``schema``), and its files; an index of another format is rebuilt.

9: as 8; the table of contents is sealed as the file beside it is."""

_NAME = "about.json"
_GENERATION = re.compile(r"_MAIN_(\d+)\.toc")


def generation(folder: Path) -> int:
    """The number of the newest table of contents; -1 where there is none."""
    return max((number(path.name) for path in folder.iterdir()), default=-1)


def number(name: str) -> int:
    """The number of a table of contents, by the name of its file; -1 for any other file."""
    found = _GENERATION.fullmatch(name)
    return int(found[1]) if found else -1


def read_sealed(path: Path, cipher: Cipher = PLAIN) -> dict[str, Any]:
    """Read a small file that ``write_sealed`` wrote.

    Raises:
        Exception: Of many kinds, if it is not what was written.
    """
    values: dict[str, Any] = json.loads(cipher.unseal(path.read_bytes(), sealed_name(path.name)))
    if values.pop("seal") != _seal(values):
        raise ValueError("not what was written")
    return values


def write_sealed(path: Path, values: Mapping[str, Any], cipher: Cipher = PLAIN, *, is_lasting: bool = False) -> None:
    """Write a small file, whole or not at all; with ``is_lasting`` it is on the disk before it takes its place."""
    content = json.dumps({**values, "seal": _seal(values)}).encode()
    with files.written_whole(path, is_lasting=is_lasting) as file:
        file.write(cipher.seal(content, sealed_name(path.name)))


def sealed_name(name: str) -> str:
    """Name under which a file of the folder is encrypted."""
    return f"index:{name}"


def _seal(values: Mapping[str, Any]) -> str:
    """Hash that distinguishes these values from any others."""
    content = json.dumps(values, sort_keys=True).encode()
    return hashlib.blake2b(len(content).to_bytes(8, "little") + content, digest_size=16).hexdigest()


LOCKS = frozenset({"writing.lock", "merging.lock"})
"""Files that stay, whatever else goes: a lock is held on a file, not on a name."""

PART = ".part"
"""Suffix of a file that a merge is writing."""

_TABLE = ".toc"
_OWN = re.compile(r"_MAIN_\d+\.toc|MAIN_\w+\.arr")
_LEFTOVER = re.compile(r"_MAIN_\d+\.toc\..+|about\.json\..+|.+\.part")


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """One state of the index; its number counts the commits since the index was created."""

    segments: list[Segment]
    generation: int


@dataclass(frozen=True, slots=True)
class Storage:
    """The folder of the index of one library, and what all its files pass through."""

    folder: Path
    library: str
    cipher: Cipher = PLAIN

    @property
    def _made_with(self) -> dict[str, Any]:
        return {"format": FORMAT, "analysis": analysis.VERSION, "library": self.library}

    def mark(self) -> int:
        """The last change that the index holds: by a file of our making, and no newer than the table of contents.

        Raises:
            IndexDamagedError: If it is of another library or version, or the table of contents is an older one.
            Exception: Of many kinds, if it is not what was written.
        """
        about = read_sealed(self.folder / _NAME, self.cipher)
        other = [name for name, value in self._made_with.items() if about[name] != value]
        if other:
            raise IndexDamagedError(f"index of another {' and '.join(other)}")
        if about["generation"] > generation(self.folder):
            raise IndexDamagedError("an older table of contents")
        return int(about["mark"])

    def set_mark(self, mark: int) -> None:
        """Write it, whole or not at all."""
        known = {**self._made_with, "mark": mark, "generation": generation(self.folder)}
        write_sealed(self.folder / _NAME, known, self.cipher)

    def table(self) -> TableOfContents:
        """Read the newest table of contents.

        Its seal is made of its name and its library too, so that a flipped bit and a table from elsewhere or of an
        earlier time are found.

        Raises:
            OSError: If it is not what was written.
        """
        newest = generation(self.folder)
        path = self.folder / f"_MAIN_{newest}{_TABLE}"
        known: dict[str, Any] = {}
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
            known = read_sealed(path, self.cipher)
        if (known.get("name"), known.get("library")) != (path.name, self.library):
            raise OSError("the table of contents is not what was written")
        from delegate_desk.search.engine.segment_file import Segment

        return TableOfContents([Segment.from_json(values) for values in known["segments"]], newest)

    def commit(self, segments: Sequence[Segment], generation: int) -> None:
        """Make segments whose files are on the disk the new state, and delete the files of earlier states.

        Nobody waits until the table has taken its place: after a power cut it may be the earlier table, and the
        mark next to it tells.
        """
        path = self.folder / f"_MAIN_{generation}{_TABLE}"
        known = {"name": path.name, "library": self.library, "segments": [segment.to_json() for segment in segments]}
        write_sealed(path, known, self.cipher, is_lasting=True)
        delete_outdated(self.folder, {path.name, *(segment.file_name for segment in segments)})

    def path(self, segment: Segment) -> Path:
        """Path of the file of a segment."""
        return self.folder / segment.file_name

    def file(self, segment: Segment) -> SegmentFile:
        """Open the file of a segment.

        Raises:
            OSError: If it is not there, or is not what the segment says.
        """
        from delegate_desk.search.engine.segment_file import SegmentFile

        file = SegmentFile.shared(self.path(segment), self.cipher)
        if file.size != segment.size:
            raise OSError("a segment of another size")
        return file


def delete_outdated(folder: Path, names: set[str]) -> None:
    """Delete the tables and segments but for those named."""
    for path in list(folder.iterdir()):
        if _OWN.fullmatch(path.name) and path.name not in names and not path.is_dir():
            delete(path)


def identities(folder: Path) -> dict[str, tuple[int, int, int]]:
    """By name, the identity of each table and segment among all that ever had that name, also those before a reset.

    Segments are mapped into memory and never change: a changed segment is opened again, and found damaged,
    before an access past its new end can crash the program.
    """
    with os.scandir(folder) as found:
        files = {path.name: path.stat() for path in found if path.name.endswith((_TABLE, SUFFIX))}
    return {name: (about.st_size, about.st_mtime_ns, about.st_ino) for name, about in files.items()}


# What lies beside


def leftovers(folder: Path) -> list[Path]:
    """Files that a killed writer or merge left behind, which no commit deletes."""
    return [path for path in folder.iterdir() if _LEFTOVER.fullmatch(path.name) and not path.is_dir()]


def delete(path: Path) -> None:
    """Delete a file; one that a reader holds open on Windows is left, for the next commit tries again."""
    try:
        files.delete(path, patience=0)
    except PermissionError:
        if path.suffix not in (SUFFIX, PART, _TABLE):
            raise


WRITE_TIMEOUT = 30.0
"""How long a writer waits for one of another process, in seconds."""


class Lock:
    """A lock among threads and processes; the system lets go of it when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """Hold it, once no other thread does.

        Raises:
            LibraryBusyError: If another process keeps it.
        """
        with self._threads, self.tried(WRITE_TIMEOUT) as alone:
            if not alone:
                raise LibraryBusyError(str(self._path.parent.parent))
            yield

    @contextlib.contextmanager
    def tried(self, seconds: float = 0) -> Iterator[bool]:
        """Hold it, if that can be within some seconds; True if so."""
        from whoosh.util.filelock import FileLock, try_for

        if not self._threads.acquire(timeout=seconds):
            yield False
            return
        lock = FileLock(str(self._path))
        alone = False
        try:
            with meeting_damage(self._path.parent):
                alone = bool(try_for(lock.acquire, timeout=seconds, delay=0.05))
            yield alone
        finally:
            if alone:
                lock.release()
            self._threads.release()
