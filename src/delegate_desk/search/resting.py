"""Resting: merges wait while somebody else waits for the index, and a little longer."""

import contextlib
import threading
import time
from collections.abc import Iterator

REST = 0.3
"""How long after a search nothing is merged, in seconds: another key may follow."""

_NAP = 0.02


class Rest:
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

    def naps(self) -> Iterator[None]:
        """Wait, in steps, until nobody is at work and nobody was just now."""
        while (left := REST if self._under_way else self._searched + REST - time.monotonic()) > 0:
            time.sleep(min(left, _NAP))
            yield
