"""Backups: made during work, verified by opening, thinned by age, and copied to a second location."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from delegate_desk.core.errors import DeskError
from delegate_desk.core.library import backup, policies
from delegate_desk.core.library.backup import (
    Backup,
    BackupOverview,
    BackupResult,
    RestoreResult,
    RetentionTier,
    parse_file_name,
)
from delegate_desk.core.library.errors import InsideLibraryError
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.files.backups import BackupStore, SecondPlace, restore
from delegate_desk.storage.files.originals import Originals


class Backups:
    """Makes the backups of one library; ``settle`` brings the files beside the database up to date before.

    The second location of a method is the folder chosen by the person, or None.
    """

    def __init__(
        self,
        database: Database,
        originals: Originals,
        *,
        settle: Callable[[], object] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = BackupStore(database, originals)
        self._database = database
        self._settle = settle
        self._now = now

    def overview(self, second: Path | None = None) -> BackupOverview:
        """Return the backups, why each is kept, and which are deleted next; reads file names only."""
        now = self._now()
        own = _with_retention(self._store.all(), now)
        copies = [replace(copy, tiers=(RetentionTier.UPGRADE,)) for copy in self._store.upgrade_copies()]
        place = self._second(second)
        at_second = _with_retention(place.all(), now) if place is not None and place.present else []
        listed = sorted(
            [*own, *copies, *at_second], key=lambda backup: (backup.made, not backup.is_at_second_place), reverse=True
        )
        return BackupOverview(tuple(listed), second, place is not None and place.present)

    def is_due(self) -> bool:
        return self._store.changed()

    def is_due_today(self) -> bool:
        newest = next(iter(self._store.all()), None)
        return (newest is None or newest.made.date() != self._now().date()) and self._store.changed()

    def back_up(self, second: Path | None = None) -> Steps[BackupResult]:
        """Make a backup in the library's folder, delete those past their time, and copy it to the second location.

        Faults at the second location are returned, not raised: the backup itself was made.

        Raises:
            BackupNotKeptError: If the backup was opened and is damaged; no older one is deleted then.
            DiskFullError, LibraryUnwritableError, LibraryDamagedError: As for writing to the library.
        """
        self._settle()
        result = yield from self._store.make(self._now())
        now, own = self._now(), self._store.all()
        times = [value.made for value in own]
        outdated = [value for value in _with_retention(own, now) if not value.tiers]
        outdated += [c for c in self._store.upgrade_copies() if not backup.is_upgrade_copy_retained(c.made, times, now)]
        for value in outdated:
            self._store.remove(value)
        result = replace(result, deleted=tuple(outdated))
        if second is None:
            return result
        try:
            return replace(result, second=(yield from self.send(second)))
        except DeskError as error:
            return replace(result, second_fault=error)

    def write(self, target: Path) -> Steps[BackupResult]:
        """Write the whole library into one file, including the originals.

        Raises:
            BackupTargetError, ExportFailedError, BackupNotKeptError: If it is not written; an existing file is
                unchanged.
            DiskFullError, LibraryUnwritableError, LibraryDamagedError: As for writing to the library.
        """
        self._settle()
        return (yield from self._store.write(self._now(), target))

    def choose_second(self, folder: Path) -> None:
        """Create the library's folder at a second location; it stays empty.

        Raises:
            InsideLibraryError, SecondPlaceAbsentError, ExportFailedError: If it cannot be created there.
        """
        if folder.resolve().is_relative_to(self._database.folder.resolve()):
            raise InsideLibraryError(str(folder))
        SecondPlace(folder, self._database.library_id()).prepare()

    def is_second_outdated(self, second: Path | None) -> bool:
        place, newest = self._second(second), next(iter(self._store.all()), None)
        return place is not None and newest is not None and place.present and place.lacks(newest)

    def send(self, second: Path) -> Steps[int]:
        """Copy the newest backup and the originals missing there to the second location; return the number of files.

        Raises:
            SecondPlaceAbsentError, ExportFailedError: If it cannot be copied.
        """
        place, newest = SecondPlace(second, self._database.library_id()), next(iter(self._store.all()), None)
        files = 0
        if newest is not None:
            with contextlib.closing(place.copy_backup(newest, self._database.folder / "originals")) as copying:
                for files, total in copying:
                    yield files, total
            origins = {backup: parse_file_name(backup.path.name) for backup in place.all()}
            own = [backup for backup, origin in origins.items() if origin and origin[1] == self._store.origin]
            place.remove([backup for backup in _with_retention(own, self._now()) if not backup.tiers])
        return files

    @staticmethod
    def restore(file: Path, folder: Path) -> Steps[RestoreResult]:
        """Create a library from a backup in an empty or new folder; the current library stays as it is.

        Raises:
            RestoreTargetError: If the folder is not empty.
            UnusableBackupError: If the file is not a backup, or is damaged.
            DiskFullError, LibraryUnwritableError: If it cannot be written there.
            PolicyError: If the administrator requires another folder.
        """
        policies.check_folder(folder)
        return restore(file, folder)

    def _second(self, chosen: Path | None) -> SecondPlace | None:
        return None if chosen is None else SecondPlace(chosen, self._database.library_id())


def _with_retention(backups: Iterable[Backup], now: datetime) -> list[Backup]:
    last_of: dict[datetime, Path] = {}
    listed = list(backups)
    for value in listed:
        last_of.setdefault(value.made, value.path)
    stored, next_deleted = backup.retained_backups(last_of), backup.next_to_delete(last_of, now)
    return [
        replace(value, tiers=stored.get(value.made, ()), is_next_to_delete=value.made in next_deleted)
        if value.path == last_of[value.made]
        else value
        for value in listed
    ]
