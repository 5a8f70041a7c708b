"""A look over the whole library, and the mending of what can be mended while it is open."""

import contextlib
import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

from delegate_desk.core.errors import AlreadyInLibraryError, DeskError, UnreadableDocumentError
from delegate_desk.core.library.repair_results import Check, RepairResult
from delegate_desk.core.progress import Steps, finish
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.documents.reparse import Reparse
from delegate_desk.services.library.conflict_copies import Conflicts
from delegate_desk.services.search.search import Search
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.files import restore_original
from delegate_desk.storage.files.filesystem import conflict_copies
from delegate_desk.storage.files.originals import Originals

_log = logging.getLogger(__name__)


class Checker:
    """Looks whether all of a library is there and whole."""

    def __init__(self, database: Database, documents: DocumentStore, originals: Originals, search: Search) -> None:
        self._database = database
        self._documents = documents
        self._originals = originals
        self._search = search

    def run(self) -> Check:
        """Check database, index and originals: slow, and the index catches up on the way."""
        return finish(self.steps())

    def steps(self) -> Steps[Check]:
        """The same, telling of the originals looked at."""
        problems = self._database.problems()
        rebuilt = not problems and self._search.make_ready()  # what cannot be understood cannot be taken in
        index = "rebuilt" if rebuilt else "behind" if self._search.has_pending() else "ok"
        damaged: list[str] = []
        missing: list[str] = []
        checked = 0
        named = self._documents.hashes()
        for sha256, file_name in named.items():
            yield checked, len(named)
            path = self._originals.path(sha256, Path(file_name).suffix)
            if not path.is_file():
                missing.append(file_name)
                continue
            checked += 1
            if not self.is_intact(sha256, path):
                damaged.append(file_name)
        orphans = sum(1 for _ in self.orphans())
        copies = tuple(conflict_copies(self._database.folder))
        return Check("; ".join(problems) or "ok", index, checked, tuple(damaged), tuple(missing), orphans, copies)

    def is_intact(self, sha256: str, path: Path) -> bool:
        """True if an original can be read and has the bytes that it is named by."""
        with contextlib.suppress(OSError):  # a disk that cannot read it
            return self._originals.is_intact(sha256, path)
        return False

    def orphans(self) -> Iterator[tuple[str, Path]]:
        """The originals that no document names: the hash that each is named by, and where it stands."""
        named = self._documents.hashes()
        for sha256, path in self._originals.all():
            if sha256 not in named:
                yield sha256, path


class LibraryRepair:
    """Mends what can be mended while a library is open. A damaged database is ``recovery``'s, when it is closed."""

    def __init__(
        self,
        checker: Checker,
        documents: Documents,
        originals: Originals,
        rereading: Reparse,
        search: Search,
        library: Path,
        conflicts: Conflicts,
    ) -> None:
        self._checker = checker
        self._documents = documents
        self._originals = originals
        self._rereading = rereading
        self._search = search
        self._library = library
        self._conflicts = conflicts

    def run(self, places: Iterable[Path] = ()) -> Steps[RepairResult]:
        """Merge what a service made of two versions, then mend originals, texts and the index: slow, may be run again.

        Args:
            places: Folders with copies of originals.
        """
        folders = list(places)
        merged = yield from self._conflicts.merge()
        swept = self._originals.delete_leftovers()
        everything = [*self._documents.all(), *self._documents.trash()]
        outdated = {held.id for held in self._rereading.outdated()}
        orphans = list(self._checker.orphans())
        of = len(everything) + len(outdated) + len(orphans)
        fetched: list[str] = []
        gone: list[str] = []
        for number, held in enumerate(everything):
            yield number, of
            suffix = Path(held.file_name).suffix
            path = self._originals.path(held.sha256, suffix)
            if path.is_file() and self._checker.is_intact(held.sha256, path):
                continue
            came = restore_original.fetch(self._library, self._originals, held.sha256, suffix, folders)
            (fetched if came else gone).append(held.file_name)
        reread: list[str] = []
        unread: list[str] = []
        for held in self._rereading.outdated():
            yield len(everything) + len(reread) + len(unread), of
            try:
                self._rereading.reread(held.id)
                reread.append(held.name)
            except UnreadableDocumentError:
                unread.append(held.name)
        brought: list[str] = []
        refused: list[str] = []
        for number, (sha256, path) in enumerate(orphans):
            yield len(everything) + len(outdated) + number, of
            name = self._import_original(sha256, path)
            (refused if name is None else brought).append(name or path.name)
        rebuilt = self._ready()
        _log.info("Mended: %d fetched, %d read anew, %d brought in", len(fetched), len(reread), len(brought))
        return RepairResult(
            index=rebuilt,
            reread=tuple(reread),
            unreadable=tuple(unread),
            adopted_originals=tuple(brought),
            rejected_originals=tuple(refused),
            restored_originals=tuple(fetched),
            lost_originals=tuple(gone),
            leftovers_deleted=swept,
            copies=merged,
        )

    def _import_original(self, sha256: str, path: Path) -> str | None:
        """Make an original that belongs to no document one again: its name; none where it cannot be read."""
        if not self._checker.is_intact(sha256, path):
            return None
        content = b"".join(self._originals.chunks(sha256, path))
        room = self._originals.create_workdir()
        try:
            copy = self._originals.write_file(room, f"{sha256[:12]}{path.suffix}", content)
            changes = self._documents.add(self._documents.read(copy))
        except AlreadyInLibraryError as error:
            return error.name
        except UnreadableDocumentError:
            return None
        finally:
            self._originals.delete_workdir(room)
        return next(self._documents.get(key).name for key in changes.documents)

    def _ready(self) -> bool:
        """Let the index catch up; one that cannot is made anew."""
        try:
            return self._search.make_ready()
        except DeskError:
            for _ in self._search.rebuild():
                pass
            return True
