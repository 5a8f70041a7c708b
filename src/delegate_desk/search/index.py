"""The search index: everything that can be found, in a folder of the library.

The index is made from the database and may be deleted at any time.

Whoosh and numpy are slow to import, so the modules that use them are imported when an index is first opened.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError
from delegate_desk.core.search import IndexAnswer, IndexEntry, Match, Sort
from delegate_desk.files import delete_tree
from delegate_desk.search.engine.index_folder import (
    LOCKS,
    IndexDamagedError,
    Lock,
    Storage,
    delete,
    identities,
    leftovers,
    meeting_damage,
    number,
)
from delegate_desk.search.query.nodes import Query

if TYPE_CHECKING:
    from delegate_desk.search.engine.evaluator import Snapshot
    from delegate_desk.search.engine.merging import SegmentMaintenance


__all__ = ["IndexAnswer", "IndexDamagedError", "Match", "SearchIndex"]

_T = TypeVar("_T")

_log = logging.getLogger(__name__)

_ATTEMPTS = 3
_SETTLING = 2.0

REST = 0.3
"""Seconds after a search in which nothing is merged, as another key may follow."""

_PAUSE_STEP = 0.02


class _MergePause:
    def __init__(self) -> None:
        self._counting = threading.Lock()
        self._under_way = 0
        self._searched = time.monotonic() - REST

    @contextlib.contextmanager
    def during(self, *, search: bool = False) -> Iterator[None]:
        """Suspend merges meanwhile, and shortly after a search."""
        with self._counting:
            self._under_way += 1
        try:
            yield
        finally:
            if search:
                self._searched = time.monotonic()
            with self._counting:
                self._under_way -= 1

    def back_off(self) -> Iterator[None]:
        """Wait, in steps, until no search is running or has just run."""
        while (left := REST if self._under_way else self._searched + REST - time.monotonic()) > 0:
            time.sleep(min(left, _PAUSE_STEP))
            yield


class SearchIndex:
    """The index of one library.

    Safe on several threads, which search one at a time and need not wait for an update, and with several processes: one
    writes at a time, and each sees complete commits of the others. Any method but ``reset`` and ``close`` may raise
    ``IndexDamagedError``.
    """

    def __init__(self, folder: Path, library: str, cipher: Cipher = PLAIN) -> None:
        self._folder = folder
        self._cipher = cipher
        self._storage = Storage(folder, library, cipher)
        self.opens_slowly = cipher.seals  # decryption into memory takes too long for a waiting user
        self._reading = threading.RLock()  # taken before the lock of the writers, where both are
        self._write_lock = Lock(folder / "writing.lock")
        self._merge_pause = _MergePause()
        self._is_open = self._is_damaged = False
        self._snapshot: Snapshot | None = None
        self._files: dict[str, object] = {}  # those of the snapshot, with their identities
        self._seen = 0

    # Opening

    def exists(self) -> bool:
        """True if any part of an index exists, sound or not; otherwise ``open`` creates an empty one."""
        return self._folder.is_dir() and any(not path.name.endswith(".lock") for path in self._folder.iterdir())

    def open(self) -> None:
        """Open the index; if there is none yet, create an empty one.

        Raises:
            IndexDamagedError: If the existing index cannot be used.
            LibraryUnwritableError: If there is none and the folder cannot be written.
        """
        with self._reading, self._meeting_damage():
            self.close()
            if not self.exists():
                self._folder.mkdir(exist_ok=True)
                with self._write_lock.hold():
                    if not self.exists():  # another process may have been faster
                        self._create()
            self._retry(self._open_and_warm)
            # the files of a killed writer or merge, unless another process writes or merges
            if leftovers(self._folder):
                with self._maintenance.lock.attempt() as merging, self._write_lock.attempt() as writing:
                    for path in leftovers(self._folder) if merging and writing else ():
                        delete(path)

    def _open_and_warm(self) -> None:
        self._is_open, self._is_damaged = True, False
        try:
            self._seen = self._checked_mark()
            self._current().probe()
        except BaseException:
            self._is_open = False
            raise

    def reset(self) -> None:
        """Delete the index and create an empty one, whatever its state.

        Raises:
            LibraryBusyError: If another process keeps writing.
            LibraryUnwritableError: If the folder cannot be written.
        """
        with self._reading, self._meeting_damage():
            self.close()
            self._folder.mkdir(exist_ok=True)
            with self._write_lock.hold():
                for path in self._folder.iterdir():
                    if path.is_dir() and not path.is_symlink():
                        delete_tree(path)
                    elif path.name not in LOCKS:
                        delete(path)
                self._create()
                self._open_and_warm()

    def close(self) -> None:
        with self._reading:
            self._snapshot = None
            self._is_open = False

    def recorded_mark(self) -> int | None:
        """Return the last change in the index from the file beside it alone; None if that is not sound."""
        try:
            with self._meeting_damage():
                return self._checked_mark()
        except (IndexDamagedError, DeskError):
            return None

    # Reading

    def mark(self) -> int:
        """Number of the last change in the index; 0 for a new index."""
        with self._reading, self._meeting_damage():
            self._seen = self._retry(self._checked_mark)
            return self._seen

    def count(self) -> int:
        return self.ask(lambda snapshot: snapshot.count())

    def find(
        self,
        query: Query,
        limit: int | None = 50,
        sort: Sort = Sort.RELEVANCE,
        *,
        stopped: Callable[[], bool] | None = None,
        group: Collection[str] | None = None,
        with_facets: bool = True,
    ) -> IndexAnswer:
        """Find the entries that match a query: all are counted, the first fetched, best or newest first.

        Equal entries are ordered by document and reading order. An empty query finds nothing. Changes nothing; safe on
        any thread.

        Args:
            limit: Maximum number fetched; None for all.
            stopped: Called between parts of the work; once it returns True, the results so far are returned.
            group: Only entries of these groups are found.
        """
        return self.ask(
            lambda snapshot: snapshot.find(query, limit, sort, stopped=stopped, group=group, with_facets=with_facets)
        )

    def ask(self, question: "Callable[[Snapshot], _T]") -> _T:
        """Put a question to the newest state, which is asked one question at a time."""
        with self._merge_pause.during(search=True), self._reading, self._meeting_damage():
            return self._retry(lambda: question(self._current()))

    # Writing

    def update(self, mark: int, gone: Collection[str], entries: Iterable[IndexEntry]) -> None:
        """Drop the groups ``gone``, add entries in reading order, and store the mark, in one commit.

        A kill between commit and mark leaves the older mark: repeating the update has the same result. The mark is not
        advanced if another process has meanwhile set it back, as changes in between may be missing.

        Raises:
            LibraryBusyError: If another process keeps writing.
            DiskFullError: If the disk is full; the index is unchanged.
        """
        from delegate_desk.search.engine.writer import IndexWriter

        with self._merge_pause.during(), self._write_lock.hold():
            with self._meeting_damage():
                old_mark = self._checked_mark()
                writer = IndexWriter(self._storage)
            try:
                with self._meeting_damage():
                    for group in sorted(gone):
                        writer.delete_by_term("fact", f"group {group}")
                for entry in entries:  # its own exceptions are passed on
                    with self._meeting_damage():
                        writer.add(entry)
                with self._meeting_damage():
                    writer.commit()
            except BaseException:
                with contextlib.suppress(Exception):  # only the first error is reported
                    writer.cancel()
                raise
            with self._meeting_damage():
                self._seen = mark if old_mark >= self._seen else old_mark
                self._storage.set_mark(self._seen)
                self._maintenance.reduce_segments()
        _log.debug("Index brought to mark %d: %d groups dropped", mark, len(gone))

    def purge_dropped(self) -> None:
        """Remove the words of dropped entries from the disk, where they otherwise stay until a merge.

        Raises:
            LibraryBusyError: If another process keeps writing.
            DiskFullError: If there is no space to rewrite the rest.
        """
        with self._reading, self._meeting_damage(), self._write_lock.hold():
            self._checked_mark()
            self._snapshot = None
            self._maintenance.rewrite_dropped()

    # Maintenance

    def merge_segments(self) -> Generator[None, None, None]:
        """Merge segments, a few milliseconds per step, unless another process does; without work there is no step.

        It pauses during a search and shortly after, and prepares the state for the next search. The caller may stop at
        any step, and loses at most a single merge. Not for several threads at once.

        Raises:
            DiskFullError: If there is no space for a merge; the index is unchanged.
        """
        with self._meeting_damage():
            with self._reading:
                self._retry(self._checked_mark)
                is_due = self._retry(self._maintenance.is_due)
            self._warm()
            for is_new in self._maintenance.merge_due() if is_due else ():
                yield
                yield from self._merge_pause.back_off()
                if is_new:
                    self._warm()
                    yield

    def _warm(self) -> None:
        """Prepare the state for the next search, if a state is open and not ready."""
        with self._reading:
            if self._snapshot:
                self._retry(self._current).warm()

    def verify(self) -> Iterator[None]:
        """Verify the checksums of everything written, a few milliseconds per step, each file once.

        Raises:
            IndexDamagedError: If a bit has changed; after that no search answers.
        """
        with self._reading, self._meeting_damage():
            self._retry(self._checked_mark)
            self._retry(self._current)  # it holds the files, and knows which were checked
            files = self._retry(lambda: [self._storage.file(segment) for segment in self._storage.table().segments])
        try:
            with self._meeting_damage():
                for file in files:
                    if not file.checked:
                        yield from file.check()
        except IndexDamagedError:
            self._is_damaged = True
            raise

    # Internal

    @cached_property
    def _maintenance(self) -> "SegmentMaintenance":
        from delegate_desk.search.engine.merging import SegmentMaintenance

        return SegmentMaintenance(self._storage, self._write_lock)

    def _create(self) -> None:
        self._storage.commit([], 0)
        self._storage.set_mark(0)

    def _checked_mark(self) -> int:
        if self._is_damaged:
            raise IndexDamagedError("a bit is not as it was")
        return self._storage.mark()

    def _retry(self, job: Callable[[], _T]) -> _T:
        """Run a read, again if it fails, and finally without concurrent writes, as files are replaced by commits."""
        for _ in range(_ATTEMPTS):
            try:
                return job()
            except Exception:
                self._snapshot = None
        with self._write_lock.attempt(_SETTLING):
            try:
                return job()
            except Exception:
                self._snapshot = None
                raise

    def _current(self) -> "Snapshot":
        """Return the newest state, opening it if there was another commit."""
        from delegate_desk.search.engine.evaluator import Snapshot

        if not self._is_open or self._is_damaged:
            raise IndexDamagedError("the index is not open")
        files = identities(self._folder)
        newest = max(files, key=number)
        if self._snapshot and newest in self._files and self._files.items() <= files.items():
            return self._snapshot
        self._checked_mark()
        segments = self._storage.table().segments
        self._snapshot = Snapshot(self._storage, segments, self._snapshot)
        self._files = {name: files.get(name) for name in (newest, *(segment.file_name for segment in segments))}
        return self._snapshot

    def _meeting_damage(self) -> AbstractContextManager[None]:
        return meeting_damage(self._folder)
