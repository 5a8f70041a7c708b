"""Sharing through a folder that another program synchronises: our items are written to it, those of others imported."""

import contextlib
import logging
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk.core.changes import Changes
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.errors import ExportFailedError
from delegate_desk.core.exchange.package import (
    SUFFIX,
    FolderExchangeResult,
    PackageContents,
    PackageData,
    PackageImport,
    PackageSummary,
    Person,
    PersonId,
    SharedFile,
    SharedFolder,
    clean_name,
    fingerprint,
)
from delegate_desk.core.library import policies
from delegate_desk.core.library.errors import SharedFolderAbsentError, UnknownPersonError, UnreadablePackageError
from delegate_desk.core.progress import Steps
from delegate_desk.services.exchange.package_file import own_keys
from delegate_desk.services.exchange.packages import Packages
from delegate_desk.storage.db.stores.exchange import PeopleStore, SharingStore


class People:
    def __init__(self, store: PeopleStore) -> None:
        self._store = store
        self.own_person, self.other_people = self._store.own_person, self._store.other_people

    def set_name(self, typed: str) -> Changes:
        self._store.set_name(clean_name(typed))
        return Changes(settings=True)

    def own_fingerprint(self) -> str:
        """Return the fingerprint of our key as six words to be read out."""
        return fingerprint(own_keys(self._store).key)

    def verify(self, person: PersonId) -> Changes:
        """Record that the fingerprint of a person was compared with what they read out."""
        self._store.set_verified(person, datetime.now(UTC))
        return Changes(settings=True)

    def remove_key(self, person: PersonId) -> Changes:
        """Accept a new key with the next signed package of a person."""
        self._store.remove_key(person)
        return Changes(settings=True)

    def all(self) -> dict[PersonId, Person]:
        return {person.id: person for person in self._store.all()}

    def find(self, typed: str) -> Person:
        """Return a known person by the beginning of the id, by name or by delegation.

        Raises:
            UnknownPersonError: If there is none, or more than one.
        """
        query = typed.strip().casefold()

        def fits(person: Person) -> bool:
            return person.id.startswith(query) or query in (person.name.casefold(), person.delegation.casefold())

        matches = [known_person.person for known_person in self.other_people() if query and fits(known_person.person)]
        if len(matches) != 1:
            raise UnknownPersonError(typed)
        return matches[0]


_log = logging.getLogger(__name__)
_PATIENCE = 600.0
"""Seconds after which an unreadable package is tried again, even if it seems unchanged."""


class FolderExchange:
    def __init__(self, store: SharingStore, packages: Packages, people: People, library: Path) -> None:
        self._store = store
        self._packages = packages
        self._people = people
        self._library = library
        self._tried: dict[str, float] = {}
        self.folder, self.blocked_people = self._store.folder, self._store.blocked_people

    def start_sharing(self, path: Path, *, internal: bool = False, originals: bool = True) -> Changes:
        """Start sharing in a folder; everything of ours that may be sent is written there at the next exchange.

        If the folder is already shared with the same choices, sharing continues; otherwise everything is written again,
        numbered after the packages there.

        Raises:
            SharedFolderAbsentError: If there is no such folder, or it is inside the library.
            PolicyError: If the administrator allows no shared folder.
        """
        policies.check_shared_folder()
        place = path.absolute()
        if not place.is_dir() or place.resolve().is_relative_to(self._library.resolve()):
            raise SharedFolderAbsentError(str(path))
        before = self._store.folder()
        folder = SharedFolder(place, internal, originals, datetime.now(UTC))
        if before is not None and before.path == place:
            if (before.internal, before.originals) == (internal, originals):
                return Changes()
            folder = replace(folder, joined=before.joined, sent=before.sent)
        self._store.set_folder(folder)
        return Changes(settings=True)

    def stop_sharing(self) -> Changes:
        self._store.set_folder(None)
        return Changes(settings=True)

    def block_person(self, person: PersonId) -> Changes:
        """Stop importing from a person, such as a former colleague; their items here stay until they are removed."""
        self._store.set_blocked(person, datetime.now(UTC))
        return Changes(settings=True)

    def unblock_person(self, person: PersonId) -> Changes:
        """Import from a person again, including what they sent in the meantime, at the next exchange."""
        self._store.set_blocked(person, None)
        return Changes(settings=True)

    def exchange(self) -> Steps[FolderExchangeResult]:
        """Write our changes to the folder and import those of others. Slow; can be repeated.

        Raises:
            SharedFolderAbsentError: If the folder is not available now.
            ExportFailedError: If it cannot be written.
            PolicyError: If the administrator no longer allows a shared folder.
        """
        folder = self._store.folder()
        if folder is None:
            return FolderExchangeResult()
        policies.check_shared_folder()
        if not folder.path.is_dir():
            raise SharedFolderAbsentError(str(folder.path))
        sent = yield from self._send(folder)
        exchanged = yield from self._receive(folder)
        return replace(exchanged, sent=sent)

    # Writing

    def _send(self, folder: SharedFolder) -> Steps[PackageSummary | None]:
        mark = self._packages.mark()
        if folder.mark == mark:
            return None
        known_hashes = self._store.originals()
        documents = frozenset(map(DocumentId, self._store.documents_changed(folder.mark)))
        choice = PackageContents(
            documents, folder.originals, folder.internal, includes_others=False, since=folder.mark, known=known_hashes
        )
        preview = self._packages.preview_contents(choice)
        if not (preview.notes or preview.position_entries or preview.withdrawn):
            self._store.advance(replace(folder, mark=mark))
            return None
        place = folder.path / self._people.own_person().id
        try:
            place.mkdir(exist_ok=True)
        except OSError as error:
            raise ExportFailedError(str(place), error.strerror or "") from error
        target = place / f"{folder.sent + 1:06d}-{uuid.uuid4()}{SUFFIX}"
        packed = yield from self._packages.write(target, choice)
        self._store.add_originals(self._enclosed_hashes(self._packages.read(target)))
        self._store.advance(replace(folder, mark=packed.mark, sent=folder.sent + 1))
        _log.info("Shared %d notes and %d lines", packed.notes, packed.position_entries)
        return packed

    @staticmethod
    def _enclosed_hashes(package: PackageData) -> Iterable[str]:
        return [document.original.sha256 for document in package.documents if document.member]

    # Reading

    def _receive(self, folder: SharedFolder) -> Steps[FolderExchangeResult]:
        blocked, fresh = self._store.blocked_people(), list(self._new_files(folder.path))
        changes, imports, count, failures = Changes(), 0, 0, list[Exception]()
        for done, file in enumerate(fresh):
            yield done, len(fresh)
            imported = self._import_package(folder.path / file.name, file, blocked)
            if imported is not None:
                imports += 1
                changes |= imported.changes
                count += sum(map(imported.preview.count, ("new", "changed", "both", "withdrawn")))
                failures += imported.failures
        waiting = tuple(file for file in self._store.files().values() if file.fault is not None)
        return FolderExchangeResult(changes, None, imports, count, waiting, tuple(failures))

    def _new_files(self, folder: Path) -> Iterator[SharedFile]:
        """Return the packages of others that are new or changed, or that could not be read a while ago."""
        files, own_id = self._store.files(), self._people.own_person().id
        for path in sorted(folder.glob(f"*/*{SUFFIX}")):
            with contextlib.suppress(OSError):  # it may have been deleted just now
                if path.parent.name != own_id and not path.name.startswith(".") and path.is_file():
                    status = path.stat()
                    file = SharedFile(path.relative_to(folder).as_posix(), status.st_size, status.st_mtime_ns)
                    before = files.get(file.name)
                    is_same = before is not None and (before.size, before.modified) == (file.size, file.modified)
                    waits = time.monotonic() - self._tried.get(file.name, float("-inf")) <= _PATIENCE
                    if not is_same or (before is not None and before.fault is not None and not waits):
                        yield file

    def _import_package(self, path: Path, file: SharedFile, blocked: frozenset[PersonId]) -> PackageImport | None:
        """Import a package; None for one that is refused, or that cannot be read, as it may still be arriving."""
        self._tried[file.name] = time.monotonic()
        try:
            package = self._packages.read(path)
        except UnreadablePackageError as error:
            _log.info("A package in the shared folder cannot be read: %s", error.fault)
            self._store.record_file(replace(file, fault=error.fault))
            return None
        if package.person.id in blocked:
            self._store.record_file(file)
            return None
        imported = self._packages.merge(path, undoable=False)
        self._store.add_originals(self._enclosed_hashes(package))
        self._store.record_file(file)
        return imported
