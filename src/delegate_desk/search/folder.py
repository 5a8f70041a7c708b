"""The folder of the index: Whoosh's ways with files, where they need a hand."""

import contextlib
import os
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typing_extensions import override
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.util.filelock import FileLock, try_for
from whoosh.writing import SegmentWriter

from delegate_desk.search import schema


class Storage(FileStorage):
    """Whoosh's folder, which knows what was opened in it: Whoosh itself leaves files open when it meets damage."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))  # type: ignore[no-untyped-call]  # Whoosh has no types
        self._opened: weakref.WeakSet[Any] = weakref.WeakSet()

    @override
    def open_file(self, *args: Any, **kwargs: Any) -> Any:
        file = super().open_file(*args, **kwargs)  # type: ignore[no-untyped-call]  # Whoosh has no types
        self._opened.add(file)
        return file

    def tidy(self) -> None:
        """Close what is still open."""
        for file in list(self._opened):
            if not file.is_closed:
                file.close()

    @contextlib.contextmanager
    def tidying(self) -> Iterator[None]:
        """Close what is still open when something fails."""
        try:
            yield
        except BaseException:
            self.tidy()
            raise


def begin(folder: Path) -> None:
    """Write the table of contents of an empty index."""
    FileIndex.create(Storage(folder), schema.make())


def opened(storage: Storage) -> FileIndex:
    """The index in a folder; its table of contents is read once, to see that it can be."""
    return FileIndex(storage)


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


class Writer(SegmentWriter):
    """Whoosh's writer without its lock, for ours holds longer; and its segment is on the disk before it is named.

    What names it is not synced, nor is the mark: after a power cut the former is found damaged or the latter is old,
    and either is put right from the database.
    """

    def __init__(self, index: Any, folder: Path) -> None:
        self._folder = folder
        super().__init__(index, _lk=False, codec=schema.Codec())  # type: ignore[no-untyped-call]  # Whoosh has no types

    @override
    def _commit_toc(self, segments: list[Any]) -> None:
        for path in self._folder.glob(f"{self.newsegment.segment_id()}.*"):
            with path.open("rb+") as file:
                os.fsync(file.fileno())
        super()._commit_toc(segments)  # type: ignore[no-untyped-call]  # Whoosh has no types


def whole_segments(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """A policy of merging: write anew each segment that still holds words of what was dropped; keep the others."""
    kept = []
    for segment in segments:
        if segment.has_deletions():
            reader: Any = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
        else:
            kept.append(segment)
    return kept


def delete(path: Path) -> None:
    """Delete a file; a segment that a reader holds open on Windows is left, for the next commit tries again."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        if path.suffix != ".seg":
            raise
