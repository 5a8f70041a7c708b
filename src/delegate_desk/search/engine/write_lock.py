"""The pen of the index: whoever holds it is the only writer, among threads and among processes."""

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.search.engine.index_meta import meeting_damage

REST = 0.3
"""How long after a search nothing is merged, in seconds: another key may follow."""

_PAUSE_STEP = 0.02


class MergePause:
    """Who is at work on an index."""

    def __init__(self) -> None:
        self._counting = threading.Lock()
        self._under_way = 0
        self._searched = time.monotonic() - REST

    @contextlib.contextmanager
    def for_update(self) -> Iterator[None]:
        """Let merges rest meanwhile."""
        with self._counting:
            self._under_way += 1
        try:
            yield
        finally:
            with self._counting:
                self._under_way -= 1

    @contextlib.contextmanager
    def for_search(self) -> Iterator[None]:
        """Let merges rest meanwhile and shortly after."""
        try:
            with self.for_update():
                yield
        finally:
            self._searched = time.monotonic()

    def back_off(self) -> Iterator[None]:
        """Wait, in steps, until nobody is at work and nobody was just now."""
        while (left := REST if self._under_way else self._searched + REST - time.monotonic()) > 0:
            time.sleep(min(left, _PAUSE_STEP))
            yield


WRITE_TIMEOUT = 30.0
"""How long a writer waits for one of another process, in seconds."""


class WriteLock:
    """The right to write in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = threading.RLock()

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """Be the only writer.

        Raises:
            LibraryBusyError: If another process keeps writing.
        """
        with self._threads, self._locked(WRITE_TIMEOUT) as alone:
            if not alone:
                raise LibraryBusyError(str(self._folder.parent))
            yield

    @contextlib.contextmanager
    def tried(self, seconds: float = 0) -> Iterator[bool]:
        """Be the only writer, if that can be within some seconds; True if so."""
        if not self._threads.acquire(timeout=seconds):
            yield False
            return
        try:
            with self._locked(seconds) as alone:
                yield alone
        finally:
            self._threads.release()

    @contextlib.contextmanager
    def _locked(self, seconds: float) -> Iterator[bool]:
        with meeting_damage(self._folder):
            from delegate_desk.search.engine.index_folder import Lock

            lock = Lock(self._folder / "writing.lock")
            alone = lock.wait(seconds)
        try:
            yield alone
        finally:
            if alone:
                lock.release()
