"""A look over the whole library."""

from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.check import Check
from delegate_desk.services.search import Search
from delegate_desk.storage.database import Database
from delegate_desk.storage.documents import DocumentStore
from delegate_desk.storage.originals import Originals


class Checker:
    """Looks whether all of a library is there and whole."""

    def __init__(self, database: Database, documents: DocumentStore, originals: Originals, search: Search) -> None:
        self._database = database
        self._documents = documents
        self._originals = originals
        self._search = search

    def run(self) -> Check:
        """Check database, index and originals: slow, and the index catches up on the way."""
        problems = self._database.problems()
        rebuilt = self._search.make_ready()
        index = "rebuilt" if rebuilt else "behind" if self._search.is_behind() else "ok"
        damaged, missing = [], []
        checked = 0
        named = self._documents.hashes()
        for sha256, file_name in named.items():
            path = self._originals.path(sha256, Path(file_name).suffix)
            if not path.is_file():
                missing.append(file_name)
                continue
            checked += 1
            if not self._originals.is_whole(sha256, path):
                damaged.append(file_name)
        orphans = sum(1 for _ in self._orphans(named))
        return Check("; ".join(problems) or "ok", index, checked, tuple(damaged), tuple(missing), orphans)

    def _orphans(self, named: dict[str, str]) -> Iterator[Path]:
        for sha256, path in self._originals.all():
            if sha256 not in named:
                yield path
