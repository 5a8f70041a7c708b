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
    """The index cannot be used, or is of another version or library: it must be reset and rebuilt."""


@contextlib.contextmanager
def meeting_damage(folder: Path) -> Iterator[None]:
    """Convert errors of damage, which Whoosh raises as TypeError, struct.error, MemoryError and more."""
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
"""Format of entries in the index (``schema``) and of its files; an index of another format is rebuilt.

9: as 8, with a seal on the table of contents.
"""

_NAME = "about.json"
_GENERATION = re.compile(r"_MAIN_(\d+)\.toc")


def generation(folder: Path) -> int:
    """Return the number of the newest table of contents; -1 if there is none."""
    return max((number(path.name) for path in folder.iterdir()), default=-1)


def number(name: str) -> int:
    """Return the number of a table of contents from its file name; -1 for any other file."""
    found = _GENERATION.fullmatch(name)
    return int(found[1]) if found else -1


def read_sealed(path: Path, cipher: Cipher = PLAIN) -> dict[str, Any]:
    """Return the content of a small file written by ``write_sealed``.

    Raises:
        Exception: Of many kinds, if it was changed.
    """
    values: dict[str, Any] = json.loads(cipher.unseal(path.read_bytes(), sealed_name(path.name)))
    if values.pop("seal") != _seal(values):
        raise ValueError("not what was written")
    return values


def write_sealed(path: Path, values: Mapping[str, Any], cipher: Cipher = PLAIN, *, is_lasting: bool = False) -> None:
    """Write a small file atomically; with ``is_lasting`` it is on the disk before it takes its place."""
    content = json.dumps({**values, "seal": _seal(values)}).encode()
    with files.written_whole(path, is_lasting=is_lasting) as file:
        file.write(cipher.seal(content, sealed_name(path.name)))


def sealed_name(name: str) -> str:
    """Return the name under which a file of the folder is encrypted."""
    return f"index:{name}"


def _seal(values: Mapping[str, Any]) -> str:
    content = json.dumps(values, sort_keys=True).encode()
    return hashlib.blake2b(len(content).to_bytes(8, "little") + content, digest_size=16).hexdigest()


LOCKS = frozenset({"writing.lock", "merging.lock"})
"""Files that always stay: a lock is held on a file, not on a name."""

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
    folder: Path
    library: str
    cipher: Cipher = PLAIN

    @property
    def _made_with(self) -> dict[str, Any]:
        return {"format": FORMAT, "analysis": analysis.VERSION, "library": self.library}

    def mark(self) -> int:
        """Return the last change in the index, from the file beside it; that may not be newer than the contents.

        Raises:
            IndexDamagedError: If it is of another library or version, or the table of contents is an older one.
            Exception: Of many kinds, if it was changed.
        """
        content = read_sealed(self.folder / _NAME, self.cipher)
        other = [name for name, value in self._made_with.items() if content[name] != value]
        if other:
            raise IndexDamagedError(f"index of another {' and '.join(other)}")
        if content["generation"] > generation(self.folder):
            raise IndexDamagedError("an older table of contents")
        return int(content["mark"])

    def set_mark(self, mark: int) -> None:
        content = {**self._made_with, "mark": mark, "generation": generation(self.folder)}
        write_sealed(self.folder / _NAME, content, self.cipher)

    def table(self) -> TableOfContents:
        """Return the newest table of contents.

        Its seal includes its name and its library, so that a flipped bit and a table from elsewhere or from an earlier
        time are detected.

        Raises:
            OSError: If it was changed.
        """
        newest = generation(self.folder)
        path = self.folder / f"_MAIN_{newest}{_TABLE}"
        content: dict[str, Any] = {}
        with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):
            content = read_sealed(path, self.cipher)
        if (content.get("name"), content.get("library")) != (path.name, self.library):
            raise OSError("the table of contents is not what was written")
        from delegate_desk.search.engine.segment_file import Segment

        return TableOfContents([Segment.from_json(values) for values in content["segments"]], newest)

    def commit(self, segments: Sequence[Segment], generation: int) -> None:
        """Make segments on the disk the new state, and delete the files of earlier states.

        Nobody waits until the table is on the disk: after a power cut it may be the earlier table, which the mark
        beside it shows.
        """
        path = self.folder / f"_MAIN_{generation}{_TABLE}"
        content = {"name": path.name, "library": self.library, "segments": [segment.to_json() for segment in segments]}
        write_sealed(path, content, self.cipher, is_lasting=True)
        delete_outdated(self.folder, {path.name, *(segment.file_name for segment in segments)})

    def path(self, segment: Segment) -> Path:
        return self.folder / segment.file_name

    def file(self, segment: Segment) -> SegmentFile:
        """Open the file of a segment.

        Raises:
            OSError: If it is missing, or belongs to another segment.
        """
        from delegate_desk.search.engine.segment_file import SegmentFile

        file = SegmentFile.open_shared(self.path(segment), self.cipher)
        if file.size != segment.size:
            raise OSError("a segment of another size")
        return file


def delete_outdated(folder: Path, names: set[str]) -> None:
    """Delete all tables and segments except those given."""
    for path in list(folder.iterdir()):
        if _OWN.fullmatch(path.name) and path.name not in names and not path.is_dir():
            delete(path)


def identities(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return by name an identity of each table and segment, different from all earlier ones of that name.

    Segments are mapped into memory and never change: a changed segment is opened again and found damaged before an
    access past its new end can crash the program.
    """
    with os.scandir(folder) as found:
        files = {path.name: path.stat() for path in found if path.name.endswith((_TABLE, SUFFIX))}
    return {name: (stat.st_size, stat.st_mtime_ns, stat.st_ino) for name, stat in files.items()}


# Other files


def leftovers(folder: Path) -> list[Path]:
    """Return files of a killed writer or merge, which no commit deletes."""
    return [path for path in folder.iterdir() if _LEFTOVER.fullmatch(path.name) and not path.is_dir()]


def delete(path: Path) -> None:
    """Delete a file; one that a reader has open on Windows is left for the next commit."""
    try:
        files.delete(path, patience=0)
    except PermissionError:
        if path.suffix not in (SUFFIX, PART, _TABLE):
            raise


WRITE_TIMEOUT = 30.0
"""Seconds that a writer waits for one of another process."""


class Lock:
    """A lock among threads and processes; the system releases it when its holder ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.RLock()

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock, once no other thread does.

        Raises:
            LibraryBusyError: If another process keeps it.
        """
        with self._threads, self.attempt(WRITE_TIMEOUT) as alone:
            if not alone:
                raise LibraryBusyError(str(self._path.parent.parent))
            yield

    @contextlib.contextmanager
    def attempt(self, seconds: float = 0) -> Iterator[bool]:
        """Hold the lock if possible within some seconds; True if so."""
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
