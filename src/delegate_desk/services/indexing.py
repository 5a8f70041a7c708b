"""The index kept up with the library: what waits is taken in, damage is put right, the rest is done in the background.

The index is made from the database alone. Whatever is found wrong with it, the answer is the same: make it anew.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator

from delegate_desk.core.errors import DeskError, DiskFullError, LibraryBusyError, LibraryUnwritableError
from delegate_desk.core.search import Entry
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.services.entries import Entries
from delegate_desk.storage.database import Database

_log = logging.getLogger(__name__)

_ENTRIES = 20_000
_GROUPS = 2_000
"""Once a commit has as many entries, or things of which they are, it is written."""

_CHANCES = 2
"""How often an index that is found damaged again is made anew, one time after the other."""


class Indexing:
    """Keeps the index of one library; safe on several threads.

    Attributes:
        partial: True while the index is being made anew, or has to be: it lacks most of what is held.
    """

    def __init__(self, index: SearchIndex, database: Database, entries: Entries) -> None:
        self._index = index
        self._database = database
        self._entries = entries
        self._is_open = False
        self._damaged = False
        self._rebuilt = False
        self._told = False
        self._lost = not index.exists() and database.changed_since(0)[0] > 0
        self._opening = threading.Lock()
        self._writing = threading.RLock()
        self._upkeep = threading.Lock()
        self._made = 0
        self.partial = self._lost

    # How it stands

    def usable(self) -> bool:
        """Open the index where it is not open yet; True if it can be asked, though it may lack something."""
        with self._opening:
            if not self._is_open and not self._damaged:
                try:
                    self._index.open()
                    self._is_open = True
                except IndexDamagedError as error:
                    self.damaged(error)
                except DeskError as error:
                    _log.log(logging.DEBUG if self._told else logging.WARNING, "The index cannot be opened: %r", error)
                    self._told = True
            return self._is_open and not self._damaged

    def damaged(self, error: IndexDamagedError) -> None:
        """The index was found damaged, here or in a search: it is asked no more until it is made anew."""
        _log.warning("The index is damaged: %s", error)
        self._damaged = self.partial = True

    def waiting(self) -> int:
        """How many documents, annotations and positions the index lacks, or holds as they were."""
        if not self.usable():
            return len(self._database.changed_since(0)[1])
        try:
            return len(self._waits())
        except IndexDamagedError as error:
            self.damaged(error)
            return len(self._database.changed_since(0)[1])

    def needs_work(self) -> bool:
        """True if the index lacks something, is lost or damaged."""
        return self.waiting() > 0 or self._damaged or not self._is_open

    def mark(self) -> int:
        """The last change that the index holds; 0 where it cannot be asked."""
        try:
            return self._index.mark() if self.usable() else 0
        except IndexDamagedError as error:
            self.damaged(error)
            return 0

    def was_rebuilt(self) -> bool:
        """True if the index was made anew since this was asked last."""
        rebuilt, self._rebuilt = self._rebuilt, False
        return rebuilt

    def _waits(self) -> list[tuple[int, str, str]]:
        """The changes that the index lacks, oldest first."""
        mark = self._index.mark()
        last, changed = self._database.changed_since(mark)
        if mark > last:
            raise IndexDamagedError("it is ahead of its library")
        return changed

    # Work

    def upkeep(self) -> Iterator[tuple[int, int]]:
        """All that keeps the index well, in steps: what waits is taken in, segments merge, files are verified.

        It tells how many things of how many are taken in. Where another upkeep is under way it ends at once.
        """
        if not self._upkeep.acquire(blocking=False):
            return
        try:
            yield from self._whole((self._index.settle, self._index.verify))
        finally:
            self._upkeep.release()

    def _whole(self, more: Iterable[Callable[[], Iterator[None]]]) -> Iterator[tuple[int, int]]:
        """Take in what waits and do more; what that finds damaged is made anew."""
        done = of = 0
        for chance in range(_CHANCES + 1):
            for done, of in self.catch_up():
                yield done, of
            try:
                for work in more:
                    for _ in work():
                        yield done, of
            except IndexDamagedError as error:
                self.damaged(error)
                if chance == _CHANCES:
                    raise
            else:
                return

    def catch_up(self) -> Iterator[tuple[int, int]]:
        """Take in what waits, telling how many things of how many are done; an index that is lost is made anew.

        Raises:
            LibraryBusyError: If another program keeps writing the index.
            DiskFullError: If there is no room for it.
            LibraryUnwritableError: If its folder cannot be written.
        """
        found = 0
        while True:
            try:
                if self._damaged:
                    yield from self.rebuild()
                if not self.usable():
                    self._index.open()  # raises what stands in the way
                changed = self._waits()
                if not changed:
                    self.partial = False
                    return
                yield 0, len(changed)
                yield from self._take(changed)
                if self._lost:
                    self._lost, self._rebuilt = False, True
            except IndexDamagedError as error:
                self.damaged(error)
                found += 1
                if found > _CHANCES:
                    raise

    def rebuild(self) -> Iterator[tuple[int, int]]:
        """Make the index anew, telling how many things of how many are done."""
        began = time.perf_counter()
        self.partial = True
        with self._writing:
            self._index.reset()
            self._made += 1
            self._is_open, self._damaged, self._lost = True, False, False
        _, changed = self._database.changed_since(0)
        yield 0, len(changed)
        yield from self._take(changed)
        self._rebuilt, self.partial = True, bool(self._waits())
        _log.info("Made the index anew: %d things in %.1f s", len(changed), time.perf_counter() - began)

    def make_ready(self) -> None:
        """Bring the index up to date and see that it is whole, now.

        Raises:
            DiskFullError: If there is no room for it.
            LibraryUnwritableError: If its folder cannot be written.
        """
        try:
            for _ in self._whole((self._index.verify,)):
                pass
        except LibraryBusyError:
            _log.warning("Another program writes the index: searching what it holds")

    def try_to_be_ready(self) -> None:
        """Bring the index up to date as far as the disk lets it; what it lacks then waits."""
        try:
            self.make_ready()
        except (DiskFullError, LibraryUnwritableError) as error:
            _log.warning("The index does not catch up: %r", error)

    def settle(self, seconds: float) -> None:
        """Merge segments for so long at most."""
        until = time.monotonic() + seconds
        for _ in self._index.settle():
            if time.monotonic() > until:
                return

    def forget(self) -> None:
        """Catch up, and leave no word of what was removed for good in the index: slow in a large library."""
        self.make_ready()
        self._index.forget()

    def _take(self, changed: list[tuple[int, str, str]]) -> Iterator[tuple[int, int]]:
        """Take in changes in commits of bounded size, until another makes the index anew meanwhile."""
        made = self._made
        groups: set[str] = set()
        entries: list[Entry] = []
        for done, (number, subject, key) in enumerate(changed, 1):
            groups.add(f"{subject} {key}")
            entries.extend(self._entries.of(subject, key))
            if len(entries) < _ENTRIES and len(groups) < _GROUPS and done < len(changed):
                continue
            with self._writing:
                if self._made != made:
                    return
                self._index.update(number, groups, entries)
            yield done, len(changed)
            groups, entries = set(), []
