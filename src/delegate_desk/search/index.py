"""The search index: all that can be found, kept by Whoosh in a folder of the library.

The index is made from the database and may be thrown away at any time.

Its table of contents and its postings are pickles, so an index from elsewhere is foreign code: it is only ever opened
in the library's own folder, and no package or backup carries one.

Whoosh is slow to import, so it is met when an index is first opened: the modules that know it are imported there.
"""

import contextlib
import errno
import json
import logging
import os
import re
import shutil
import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from delegate_desk.core.errors import DeskError, DiskFullError, LibraryBusyError, LibraryUnwritableError
from delegate_desk.core.search import Entry, Sort
from delegate_desk.search import analysis
from delegate_desk.search.evaluation import Found, Match, Snapshot
from delegate_desk.search.nodes import Query

if TYPE_CHECKING:
    from delegate_desk.search.folder import Storage

__all__ = ["Found", "IndexDamagedError", "Match", "SearchIndex"]

_T = TypeVar("_T")

_log = logging.getLogger(__name__)

PATIENCE = 30.0
"""How long a writer waits for another one, in seconds."""

_ABOUT = "about.json"
_LOCK = "writing.lock"
_LEFTOVER = re.compile(r"_MAIN_\d+\.toc\..+|about\.json\..+")


class IndexDamagedError(Exception):
    """The index cannot be used, or is of another version or library: ``reset`` it and make it anew."""


class SearchIndex:
    """The index of one library.

    Safe on several threads, which search one at a time and need not wait for an update, and with several processes: one
    writes at a time, and each sees whole commits of the others. Any method but ``reset`` and ``close`` may raise
    ``IndexDamagedError``.
    """

    def __init__(self, folder: Path, library: str) -> None:
        self._folder = folder
        self._library = library
        self._reading = threading.RLock()  # taken before the pen, where both are
        self._pen = threading.RLock()
        self._storage: Storage | None = None
        self._index: Any = None
        self._snapshot: Snapshot | None = None
        self._seen = 0

    # Opening

    def exists(self) -> bool:
        """True if anything of an index is there, sound or not; else ``open`` begins an empty one."""
        return self._folder.is_dir() and any(path.name != _LOCK for path in self._folder.iterdir())

    def open(self) -> None:
        """Open the index; where there is none yet, begin an empty one.

        Raises:
            IndexDamagedError: If what is there cannot be used.
            LibraryUnwritableError: If there is none and the folder cannot be written.
        """
        with self._reading, self._meeting_damage():
            self.close()
            if not self.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                with self._writing():
                    if not self.exists():  # another process may have been faster
                        self._begin()
            self._settled(self._look)
            self._sweep()

    def _look(self) -> None:
        """Open what is there and touch all of it once."""
        from delegate_desk.search import folder

        self._seen = self._known()
        self._storage = folder.Storage(self._folder)
        self._index = folder.opened(self._storage)
        self._current().probe()

    def reset(self) -> None:
        """Throw all away and begin an empty index, whatever is there.

        Raises:
            LibraryBusyError: If another process keeps writing.
            LibraryUnwritableError: If the folder cannot be written.
        """
        with self._reading, self._meeting_damage():
            self.close()
            self._folder.mkdir(parents=True, exist_ok=True)
            with self._writing():
                from delegate_desk.search.folder import delete

                for path in self._folder.iterdir():
                    if path.is_dir() and not path.is_symlink():
                        shutil.rmtree(path)
                    elif path.name != _LOCK:
                        delete(path)
                self._begin()
                self._look()

    def close(self) -> None:
        """Let go of all files."""
        with self._reading:
            self._drop()
            self._index = None

    # Reading

    def mark(self) -> int:
        """The last change that the index holds; 0 for a new one."""
        with self._reading, self._meeting_damage():
            self._seen = self._settled(self._known)
            return self._seen

    def count(self) -> int:
        """How many entries the index holds."""
        with self._reading, self._meeting_damage():
            return self._settled(lambda: self._current().count())

    def find(self, query: Query, limit: int | None = 50, sort: Sort = Sort.RELEVANCE) -> Found:
        """Find what a query holds for: all counted, the first fetched, best or newest first.

        Equals follow by document and reading order. A query that asks for nothing finds nothing. Slow where a query
        has common words; touches nothing, safe on any thread.
        """
        with self._reading, self._meeting_damage():
            return self._settled(lambda: self._current().find(query, limit, sort))

    # Writing

    def forget(self) -> None:
        """Leave no word of what was dropped on the disk: a drop alone leaves them until Whoosh merges by itself."""
        self.update(self.mark(), (), (), forgetting=True)

    def update(self, mark: int, gone: Collection[str], entries: Iterable[Entry], *, forgetting: bool = False) -> None:
        """Drop the groups ``gone``, add entries in reading order, and remember the mark, in one commit.

        A kill between commit and mark leaves the older mark: what is then done again ends the same. The mark stays
        where it is when another process has meanwhile set it back, for then what lies between may be missing.

        Raises:
            LibraryBusyError: If another process keeps writing.
            DiskFullError: If there is no room; the index is as it was.
        """
        from delegate_desk.search import folder

        with self._writing():
            storage = folder.Storage(self._folder)
            with self._meeting_damage(), storage.tidying():
                known = self._known()
                writer: Any = folder.Writer(folder.opened(storage), self._folder)
            try:
                self._write(writer, gone, entries, folder.whole_segments if forgetting else None)
            except BaseException:
                if not writer.is_closed:
                    with contextlib.suppress(Exception):  # the first error is the one to tell
                        writer.cancel()
                storage.tidy()
                raise
            with self._meeting_damage():
                self._seen = mark if known >= self._seen else known
                self._note(self._seen)
        _log.debug("Index brought to mark %d: %d groups dropped", mark, len(gone))

    def _write(self, writer: Any, gone: Collection[str], entries: Iterable[Entry], merging: Any) -> None:
        """Write one commit; what the entries themselves raise rises as it is."""
        with self._meeting_damage():
            for group in sorted(gone):
                writer.delete_by_term("fact", f"group {group}")
        from delegate_desk.search import schema

        orders: Counter[str] = Counter()
        for entry in entries:
            fields = schema.row(entry, orders[entry.group])
            orders[entry.group] += 1
            with self._meeting_damage():
                writer.add_document(**fields)
        with self._meeting_damage():
            writer.commit(mergetype=merging)

    # Inside

    def _begin(self) -> None:
        """Begin an empty index in an empty folder."""
        from delegate_desk.search.folder import begin

        begin(self._folder)
        self._note(0)

    @cached_property
    def _about(self) -> dict[str, str | int]:
        """What an index must be made with to be of use."""
        from delegate_desk.search import schema

        return {"format": schema.FORMAT, "analysis": analysis.VERSION, "library": self._library}

    def _known(self) -> int:
        """The mark beside the index, which must be of our making."""
        about = json.loads((self._folder / _ABOUT).read_text(encoding="utf-8"))
        other = [name for name, value in self._about.items() if about[name] != value]
        if other:
            raise IndexDamagedError(f"index of another {' and '.join(other)}")
        return int(about["mark"])

    def _note(self, mark: int) -> None:
        """Write the small file beside the index, whole or not at all."""
        beside = self._folder / f"{_ABOUT}.{os.getpid()}"
        beside.write_text(json.dumps({**self._about, "mark": mark}), encoding="utf-8")
        beside.replace(self._folder / _ABOUT)

    def _settled(self, job: Callable[[], _T]) -> _T:
        """Do a job of reading; where it fails, once more while nobody writes, for files come and go with a commit."""
        try:
            return job()
        except Exception:
            self._drop()
        with self._writing():
            try:
                return job()
            except Exception:
                self._drop()
                raise

    def _drop(self) -> None:
        """Close the state at hand and what Whoosh left open when it met damage."""
        snapshot, self._snapshot = self._snapshot, None
        if snapshot:
            snapshot.close()
        if self._storage:
            self._storage.tidy()

    def _current(self) -> Snapshot:
        """The newest state: another one is opened when another commit is there."""
        if self._index is None:
            raise IndexDamagedError("the index is not open")
        state = self._state()
        old = self._snapshot
        if old and old.state == state:
            return old
        # Searcher.refresh() would be shorter, but it carries segments over that the new state has dropped.
        new = self._snapshot = Snapshot(self._index.reader(), state, old)
        if old:
            old.close()
        return new

    def _state(self) -> tuple[object, ...]:
        """What tells one commit from all others, those before a reset too, which counts from 0 again.

        Segments are mapped into memory and never change: one that does is opened again, and found damaged, before a
        look behind its new end can kill the program.
        """
        with os.scandir(self._folder) as found:
            parts = [(part.name, part.stat()) for part in found if part.name.endswith((".seg", ".toc"))]
        return tuple(sorted((name, about.st_size, about.st_mtime_ns, about.st_ino) for name, about in parts))

    def _sweep(self) -> None:
        """Delete what a killed writer left behind, which Whoosh never does; not while another writes."""
        from delegate_desk.search.folder import Lock

        lock = Lock(self._folder / _LOCK)
        if lock.wait(0):
            try:
                for path in self._folder.iterdir():
                    if _LEFTOVER.fullmatch(path.name):
                        path.unlink(missing_ok=True)
            finally:
                lock.release()

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Be the only writer, among processes too: from reading the state to noting the mark."""
        with self._pen:
            with self._meeting_damage():
                from delegate_desk.search.folder import Lock

                lock = Lock(self._folder / _LOCK)
                if not lock.wait(PATIENCE):
                    raise LibraryBusyError(str(self._folder.parent))
            try:
                yield
            finally:
                lock.release()

    @contextlib.contextmanager
    def _meeting_damage(self) -> Iterator[None]:
        """Tell damage from the rest: Whoosh meets it with TypeError, struct.error, zlib.error, MemoryError and more."""
        try:
            yield
        except (IndexDamagedError, DeskError):
            raise
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFullError(str(self._folder.parent)) from error
            if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise LibraryUnwritableError(str(self._folder.parent), error.strerror or "") from error
            raise IndexDamagedError(type(error).__name__) from error
        except Exception as error:
            raise IndexDamagedError(type(error).__name__) from error
