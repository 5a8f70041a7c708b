"""Folders that are watched: what is put into them is taken in."""

import logging
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import ImportResult
from delegate_desk.core.values import dataclass
from delegate_desk.services.documents.documents import Documents
from delegate_desk.storage.db.stores.documents import FileState, WatchStore

SETTLED = 3.0
"""Seconds without a change after which a file is taken to be written in full."""
_UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".tmp", ".opdownload"})
_SECOND = 1_000_000_000  # in nanoseconds
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Sight:
    folder: Path
    name: str
    state: FileState


class Watching:
    """Looks for what is new in the folders watched, by names, sizes and times alone.

    Whoever wants to be told of it calls ``look`` now and then, takes in what it gives and says ``took``.
    """

    def __init__(self, store: WatchStore, documents: Documents) -> None:
        self._store = store
        self._documents = documents
        self._sights: dict[Path, _Sight] = {}  # what was found and is not yet taken in, as it was then

    def folders(self) -> list[Path]:
        """Return the watched folders, in the order in which they were named; a folder may be temporarily missing."""
        return self._store.folders()

    def watch(self, folder: Path) -> Changes:
        """Watch a folder and those in it; what is there already is new, too."""
        self._store.watch(folder.absolute())
        return Changes(settings=True)

    def unwatch(self, folder: Path) -> Changes:
        self._store.unwatch(folder.absolute())
        return Changes(settings=True)

    def find_new_files(self) -> list[Path]:
        """The files that are new or changed and written in full, in order: slow, touches nothing."""
        found: list[Path] = []
        sights: dict[Path, _Sight] = {}
        for folder in self._store.folders():
            seen = self._store.seen(folder)
            for path, sight in self._sighted(folder):
                if seen.get(sight.name) != sight.state:
                    sights[path] = sight
                    if self._is_settled(path, sight):
                        found.append(path)
        self._sights = sights
        return found

    def mark_handled(self, paths: Iterable[Path]) -> None:
        """Keep that files were dealt with, taken in or refused; one that changes afterwards is new again."""
        for path in paths:
            sight = self._sights.pop(path, None)
            if sight:
                self._store.see(sight.folder, sight.name, sight.state)

    def import_new_files(self) -> Iterator[ImportResult]:
        """Take in all that is new, telling of each file what became of it."""
        for path in self.find_new_files():
            yield from self._documents.import_files([path])
            self.mark_handled([path])

    def _sighted(self, folder: Path) -> Iterator[tuple[Path, _Sight]]:
        """The files in a folder as they are now; a folder that is not there has none."""
        if not folder.is_dir():
            _log.info("A watched folder is not there")
            return
        for arrival in self._documents.arrivals([folder]):
            path = arrival.path
            if arrival.error or path.suffix.lower() in _UNFINISHED:
                continue
            try:
                status = path.stat()
            except OSError:  # it went while we looked
                continue
            name = path.relative_to(folder).as_posix()
            yield path, _Sight(folder, name, FileState(status.st_size, status.st_mtime_ns))

    def _is_settled(self, path: Path, sight: _Sight) -> bool:
        """True if a file has not changed for a while, or not since the last look: clocks of servers differ."""
        age = time.time_ns() - sight.state.modified
        before = self._sights.get(path)
        return age > SETTLED * _SECOND or (before is not None and before.state == sight.state)
