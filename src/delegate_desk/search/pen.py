"""The pen of the index: whoever holds it is the only writer, among threads and among processes."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.errors import LibraryBusyError
from delegate_desk.search.damage import meeting_damage

PATIENCE = 30.0
"""How long a writer waits for one of another process, in seconds."""


class Pen:
    """The right to write in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = threading.RLock()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Be the only writer.

        Raises:
            LibraryBusyError: If another process keeps writing.
        """
        with self._threads, self._locked(PATIENCE) as alone:
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
            from delegate_desk.search.folder import Lock

            lock = Lock(self._folder / "writing.lock")
            alone = lock.wait(seconds)
        try:
            yield alone
        finally:
            if alone:
                lock.release()
