"""Backups: made during work, reopened for checking, thinned by age, and copied to a second location."""

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
from delegate_desk.core.progress import Steps
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.files.backups import BackupStore, SecondPlace, restore
from delegate_desk.storage.files.originals import Originals


def _now() -> datetime:
    return datetime.now(UTC)


class Backups:
    """Backs up one library.

    Where a method takes a second place, it is the folder that the person chose, or none.

    Args:
        settle: Called before a backup, so that what is kept beside the record is of its day too.
        now: The clock.
    """

    def __init__(
        self,
        database: Database,
        originals: Originals,
        *,
        settle: Callable[[], object] = lambda: None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._store = BackupStore(database, originals)
        self._database = database
        self._settle = settle
        self._now = now

    def overview(self, second: Path | None = None) -> BackupOverview:
        """The backups there are, what each is kept as, and which go next: reads no more than the names of files."""
        now = self._now()
        here = _with_retention(self._store.all(), now)
        copies = [replace(copy, tiers=(RetentionTier.UPGRADE,)) for copy in self._store.upgrade_copies()]
        place = self._second(second)
        there = _with_retention(place.all(), now) if place is not None and place.present else []
        every = sorted(
            [*here, *copies, *there], key=lambda backup: (backup.made, not backup.is_at_second_place), reverse=True
        )
        return BackupOverview(tuple(every), second, place is not None and place.present)

    def is_due(self) -> bool:
        return self._store.changed()

    def is_due_today(self) -> bool:
        newest = next(iter(self._store.all()), None)
        return (newest is None or newest.made.date() != self._now().date()) and self._store.changed()

    def back_up(self, second: Path | None = None) -> Steps[BackupResult]:
        """Make a backup in the library's folder, thin those that had their time, and take it to the second place.

        What goes wrong at the second place is told in what is returned: the backup is made all the same.

        Raises:
            BackupNotKeptError: If the copy was opened and not whole; nothing is thinned then.
            DiskFullError, LibraryUnwritableError, LibraryDamagedError: As the library has it.
        """
        self._settle()
        made = yield from self._store.make(self._now())
        thinned = self._thin()
        count, fault = yield from self._send(second)
        return replace(made, deleted=tuple(thinned), second=count, second_fault=fault)

    def write(self, target: Path) -> Steps[BackupResult]:
        """Write all of the library into one file, its originals too.

        Raises:
            BackupTargetError, ExportFailedError, BackupNotKeptError: If it is not written; what was there is untouched.
            DiskFullError, LibraryUnwritableError, LibraryDamagedError: As the library has it.
        """
        self._settle()
        return (yield from self._store.write(self._now(), target))

    def choose_second(self, folder: Path) -> None:
        """Make the library's folder at a second place; it holds nothing yet.

        Raises:
            SecondPlaceAbsentError, ExportFailedError: If it cannot be made there.
        """
        SecondPlace(folder, self._database.library_id()).prepare()

    def is_second_outdated(self, second: Path | None) -> bool:
        place, newest = self._second(second), next(iter(self._store.all()), None)
        return place is not None and newest is not None and place.present and place.lacks(newest)

    def send(self, second: Path) -> Steps[int]:
        """Take the newest backup to the second place, with the originals that are not there; how many files came.

        Raises:
            SecondPlaceAbsentError, ExportFailedError: If it cannot be taken there.
        """
        place, newest = SecondPlace(second, self._database.library_id()), next(iter(self._store.all()), None)
        files = 0
        if newest is not None:
            with contextlib.closing(place.copy_backup(newest, self._database.folder / "originals")) as taking:
                for files, total in taking:
                    yield files, total
            ours = [backup for backup in place.all() if _origin(backup) == self._store.origin]
            place.remove([backup for backup in _with_retention(ours, self._now()) if not backup.tiers])
        return files

    @staticmethod
    def restore(file: Path, folder: Path) -> Steps[RestoreResult]:
        """Make a library of a backup, in a folder that is empty or not there; ours stays as it is.

        Raises:
            RestoreTargetError: If something is in the folder.
            UnusableBackupError: If the file is no backup, or not whole.
            DiskFullError, LibraryUnwritableError: If it cannot be written there.
            PolicyError: If an administrator has set another folder.
        """
        policies.check_folder(folder)
        return restore(file, folder)

    def _send(self, second: Path | None) -> Steps[tuple[int | None, DeskError | None]]:
        if second is None:
            return None, None
        try:
            return (yield from self.send(second)), None
        except DeskError as error:
            return None, error

    def _thin(self) -> list[Backup]:
        now, here = self._now(), self._store.all()
        moments = [value.made for value in here]
        gone = [value for value in _with_retention(here, now) if not value.tiers]
        gone += [c for c in self._store.upgrade_copies() if not backup.is_upgrade_copy_retained(c.made, moments, now)]
        for value in gone:
            self._store.remove(value)
        return gone

    def _second(self, chosen: Path | None) -> SecondPlace | None:
        return None if chosen is None else SecondPlace(chosen, self._database.library_id())


def _with_retention(some: Iterable[Backup], now: datetime) -> list[Backup]:
    last_of: dict[datetime, Path] = {}
    every = list(some)
    for value in every:
        last_of.setdefault(value.made, value.path)
    stored, going = backup.retained_backups(last_of), backup.next_to_delete(last_of, now)
    return [
        replace(value, tiers=stored.get(value.made, ()), is_next_to_delete=value.made in going)
        if value.path == last_of[value.made]
        else value
        for value in every
    ]


def _origin(backup: Backup) -> str:
    said = parse_file_name(backup.path.name)
    return said[1] if said else ""
