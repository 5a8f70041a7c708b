"""The folder of the index: Whoosh's ways with files, where they need a hand."""

import contextlib
import os
import re
import weakref
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from typing_extensions import override
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.util.filelock import FileLock, try_for

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.search.engine import schema
from delegate_desk.search.engine.index_meta import SEAL, number, seal, sealed_name
from delegate_desk.search.engine.segments.codec import ArraySegment
from delegate_desk.search.engine.segments.segment_file import SUFFIX, SegmentFile

LOCKS = frozenset({"writing.lock", "merging.lock"})
"""Files that stay, whatever else goes: a lock is held on a file, not on a name."""

PART = ".part"
"""What a merge writes ends so until it is whole; Whoosh leaves it alone."""

NAME = "MAIN"
"""Of the index, in the names of its files."""

_TABLE = ".toc"
_LEFTOVER = re.compile(r"_MAIN_\d+\.toc\..+|about\.json\..+|.+\.part")

_Identity = tuple[int, int, int]


class Storage(FileStorage):
    """Whoosh's folder, where a table of contents bears a seal.

    The seal stands behind what Whoosh reads. It is made of the table, its name and its library, so that a flipped bit
    and a table from elsewhere or of before are found before anything in it is believed. Where the library has a key the
    whole is sealed with that too, and a table is not on the disk before it is.

    Attributes:
        cipher: What all files of the folder pass through.
    """

    def __init__(self, folder: Path, library: str, cipher: Cipher = PLAIN) -> None:
        super().__init__(str(folder))  # type: ignore[no-untyped-call]  # Whoosh has no types
        self.cipher = cipher
        self._library = library
        self._in_memory: dict[str, BytesIO] = {}
        self._created: weakref.WeakSet[Any] = weakref.WeakSet()

    @override
    def create_file(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if self.cipher.seals:
            self._in_memory[name] = _PendingFile()
            return StructFile(self._in_memory[name], name=name)
        file = super().create_file(name, *args, **kwargs)  # type: ignore[no-untyped-call]  # the same
        self._created.add(file)
        return file

    @override
    def open_file(self, name: str, **kwargs: Any) -> Any:
        if name.endswith(_TABLE):
            return StructFile(BytesIO(self._unsealed(name)), name=name)
        return super().open_file(name, **kwargs)  # type: ignore[no-untyped-call]  # the same

    @override
    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Let a table of contents take its place, sealed and on the disk.

        That it has taken it is not waited for, nor for the small file beside: after a power cut they are old or not
        sound, and either is put right from the database.
        """
        beside = Path(self.folder, oldname)
        if self.cipher.seals:
            content = self._in_memory.pop(oldname).getvalue()
            with beside.open("wb") as file:
                file.write(self.cipher.seal(content + self._seal(newname, content), sealed_name(newname)))
                file.flush()
                os.fsync(file.fileno())
        else:
            with beside.open("rb+") as file:
                content = file.read()
                if newname.endswith(_TABLE):
                    file.write(self._seal(newname, content))
                    file.flush()
                os.fsync(file.fileno())
        beside.replace(Path(self.folder, newname))

    def _seal(self, name: str, content: bytes) -> bytes:
        return seal(self._library.encode(), name.encode(), content)

    def _unsealed(self, name: str) -> bytes:
        content = self.cipher.unseal(Path(self.folder, name).read_bytes(), sealed_name(name))
        content, found = content[:-SEAL], content[-SEAL:]
        if found != self._seal(name, content):
            raise OSError("the table of contents is not what was written")
        return content

    def tidy(self) -> None:
        """Close what Whoosh left open when it could not write it to its end."""
        for file in list(self._created):
            if not file.is_closed:
                with contextlib.suppress(OSError):  # no room for what is still to be written, as was told
                    file.close()


class _PendingFile(BytesIO):
    """Keeps its content when Whoosh closes it, until it is written under its own name."""

    @override
    def close(self) -> None:
        pass


# What Whoosh keeps


def create_index(folder: Path, library: str, cipher: Cipher = PLAIN) -> None:
    """Write the table of contents of an empty index."""
    FileIndex.create(Storage(folder, library, cipher), schema.make())


def table(storage: Storage) -> Any:
    """The newest table of contents: ``segments``, ``schema``, ``generation``."""
    return TOC.read(storage, NAME)


def opened(storage: Storage) -> FileIndex:
    """The index in a folder, as Whoosh's writers want it."""
    return FileIndex(storage)


def commit(storage: Storage, schema: Any, segments: list[ArraySegment], generation: int) -> None:
    """Make segments whose files are on the disk the new state, and delete what is no more of it."""
    try:
        TOC(schema, segments, generation).write(storage, NAME)
    finally:
        storage.tidy()
    clean_files(storage, NAME, generation, segments)


def path(storage: Storage, segment: ArraySegment) -> Path:
    """Path of the file of a segment."""
    return Path(storage.folder, segment.make_filename(SUFFIX))


def reader(storage: Storage) -> Any:
    """All of the newest state, to read; it holds no file open but by mapping it."""
    contents = table(storage)
    return FileIndex._reader(storage, contents.schema, contents.segments, contents.generation)


def segment_files(storage: Storage) -> list[SegmentFile]:
    """The segments of the newest state."""
    return [SegmentFile.for_segment(storage, segment) for segment in table(storage).segments]


class CommitState:
    """Identity of a commit among all others, also those before a reset, after which counting restarts from 0.

    Segments are mapped into memory and never change: a changed segment is opened again, and found damaged,
    before an access past its new end can crash the program.
    """

    def __init__(self, folder: Path) -> None:
        with os.scandir(folder) as found:
            self._files: dict[str, _Identity | None] = {
                part.name: _identity(part.stat()) for part in found if part.name.endswith((_TABLE, SUFFIX))
            }
        self._newest = max(self._files, key=number)

    def for_reader(self, reader: Any) -> "CommitState":
        """Only what a reader has in its hands."""
        names = (
            {leaf.segment().make_filename(SUFFIX) for leaf, _ in reader.leaf_readers()}
            if reader.doc_count_all()
            else set()
        )
        self._files = {name: self._files.get(name) for name in {self._newest, *names}}
        return self

    def is_still(self, now: "CommitState") -> bool:
        """True if nothing of it is different now."""
        return now._newest == self._newest and all(now._files.get(n, ()) == known for n, known in self._files.items())


def _identity(about: os.stat_result) -> _Identity:
    return about.st_size, about.st_mtime_ns, about.st_ino


# What lies beside


def delete_leftovers(folder: Path) -> None:
    """Delete what a killed writer or merge left behind, which Whoosh never does."""
    for path in list(folder.iterdir()):
        if _LEFTOVER.fullmatch(path.name) and not path.is_dir():
            delete(path)


def delete(path: Path) -> None:
    """Delete a file; one that a reader holds open on Windows is left, for the next commit tries again."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if path.suffix not in (SUFFIX, PART):
            raise


class Lock:
    """A lock among processes and threads; the system lets go of it when its holder dies."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(str(path))

    def wait(self, seconds: float) -> bool:
        """Take the lock; False where another still holds it at the end of the time."""
        return bool(try_for(self._lock.acquire, timeout=seconds, delay=0.05))

    def release(self) -> None:
        """Let others have it."""
        self._lock.release()

    @contextlib.contextmanager
    def try_hold(self) -> Iterator[bool]:
        """Hold the lock if nobody else does; True if so."""
        got = self.wait(0)
        try:
            yield got
        finally:
            if got:
                self.release()
