"""The backups of one library: copied while others write, packed, verified, and only then renamed into place.

The copy is one consistent state, made by SQLite's online backup (https://www.sqlite.org/backup.html) from a connection
that reads one state throughout, so that writers never restart it.
"""

import contextlib
import errno
import hashlib
import logging
import os
import platform
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from delegate_desk import __version__
from delegate_desk.cipher import PLAIN
from delegate_desk.core.errors import DiskFullError, ExportFailedError
from delegate_desk.core.library import backup, errors
from delegate_desk.core.library.backup import Backup, BackupManifest, BackupResult, RestoreResult
from delegate_desk.core.local_time import modification_time
from delegate_desk.core.progress import TOTAL_STEPS, Steps, Tell, map_progress, scale_progress, stepping
from delegate_desk.files import delete, move
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.migrations import STEPS, version
from delegate_desk.storage.files import backup_archive, filesystem
from delegate_desk.storage.files.backup_archive import OpenedBackup
from delegate_desk.storage.files.originals import Originals

_MAKING = "making"
_COPIED, _PACKED = 200, 600
"""Progress, in thousandths, after copying the database and after packing; the rest is to unpack and compare."""


class BackupStore:
    def __init__(self, database: Database, originals: Originals) -> None:
        self._database = database
        self._originals = originals
        self._library = database.folder
        self.folder = database.folder / "backups"

    @property
    def origin(self) -> str:
        """Return four digits that distinguish backups of this library from those of a copy elsewhere."""
        place = f"{platform.node()} {self._library.resolve()}"
        return hashlib.sha256(place.encode(errors="surrogateescape")).hexdigest()[:4]

    def all(self) -> list[Backup]:
        return list_backups(self.folder)

    def upgrade_copies(self) -> list[Backup]:
        return upgrade_copies(self.folder)

    def changed(self) -> bool:
        """True if something was written since the last existing backup, or if that is unknown."""
        newest = next(iter(self.all()), None)
        if newest is None:
            return True
        try:
            last_state = backup_archive.read_manifest(newest.path).state
        except errors.UnusableBackupError:
            return True
        state = self._database.state()
        return state is None or state != last_state

    def remove(self, old: Backup) -> None:
        """Delete a backup past its time."""
        with self._translate_errors(None):
            delete(old.path)

    def make(self, made: datetime) -> Steps[BackupResult]:
        """Make a backup without originals in the library's folder."""
        with self._translate_errors(None):
            self.folder.mkdir(mode=0o700, exist_ok=True)
        first = backup.file_name(made, self.origin).removesuffix(backup.SUFFIX)
        number = max((backup.number_in_name(path.name) for path in self.folder.glob(f"{first}*")), default=0) + 1
        target = self.folder / backup.file_name(made, self.origin, number)
        return (yield from self._make(made, target, complete=False))

    def write(self, made: datetime, target: Path) -> Steps[BackupResult]:
        """Write a complete backup in a single file; an older backup there is replaced once the new file is verified."""
        target = Path(target.absolute())
        if target.resolve().is_relative_to(self._library.resolve()) or target.is_dir():
            raise errors.BackupTargetError(str(target))
        if target.exists():
            try:
                backup_archive.read_manifest(target)
            except errors.UnusableBackupError as error:
                raise errors.BackupTargetError(str(target)) from error
        with self._translate_errors(None):
            self.folder.mkdir(mode=0o700, exist_ok=True)
        return (yield from self._make(made, target, complete=True))

    def _make(self, made: datetime, target: Path, *, complete: bool) -> Steps[BackupResult]:
        outside = target if complete else None
        parent = target.parent if complete else self.folder
        with (
            self._translate_errors(outside),
            filesystem.temporary_workdir(self.folder, _MAKING) as place,
            filesystem.temporary_workdir(parent, _MAKING) as workdir,
        ):
            copy = place / backup.DATABASE
            copying = stepping(lambda report: self._copy_state(copy, made, report, complete=complete))
            manifest, names = yield from scale_progress(copying, 0, _COPIED)
            parts, missing = self._parts(names, copy, complete=complete)
            packed = workdir / target.name
            manifest = yield from scale_progress(backup_archive.pack(packed, manifest, parts), _COPIED, _PACKED)
            delete(copy)
            yield from self._verify(packed, place, manifest)
            move(packed, target)
            filesystem.sync_folder(parent)
        damaged = []
        for member in manifest.members:
            name = names.get(member.name.removeprefix(backup.ORIGINALS))
            if name is not None:
                sha256, path = Path(member.name).stem, self._library / member.name
                is_intact = self._originals.is_intact(sha256, path) if manifest.encrypted else member.sha256 == sha256
                damaged += [] if is_intact else [name]
        return BackupResult(target, manifest, tuple(missing), tuple(damaged))

    def _copy_state(
        self, copy: Path, made: datetime, report: Tell, *, complete: bool
    ) -> tuple[BackupManifest, dict[str, str]]:
        """Copy one state of the database; return its manifest, and the names of its originals by their place."""
        state = self._database.state()
        with self._database.read() as connection:
            counts = backup_archive.count_rows(connection)  # the first read fixes the state
            (library,) = connection.execute("SELECT id FROM library").fetchone()
            rows = connection.execute("SELECT sha256, file_name FROM document ORDER BY id").fetchall()
            names = {self._place(str(sha256), str(name)): str(name) for sha256, name in rows}
            steps = version(connection)
            sqlite_engine.copy(connection, copy, self._database.cipher, report)
        encrypted, originals = self._database.cipher.seals, tuple(names)
        manifest = BackupManifest(str(library), made, __version__, steps, encrypted, complete, state, counts, originals)
        return manifest, names

    def _place(self, sha256: str, name: str) -> str:
        path = self._originals.path(sha256, name)
        return path.relative_to(self._library / backup.ORIGINALS).as_posix()

    def _parts(
        self, names: Mapping[str, str], copy: Path, *, complete: bool
    ) -> tuple[list[tuple[str, Path]], list[str]]:
        small = [(name, self._library / name) for name in (backup.KEY, backup.DRAFT)]
        parts, missing = [(backup.DATABASE, copy), *(value for value in small if value[1].is_file())], []
        if complete:
            for place, name in names.items():
                path = self._library / backup.ORIGINALS / place
                if path.is_file():
                    parts.append((f"{backup.ORIGINALS}{place}", path))
                else:
                    missing.append(name)
            for path in sorted((self._library / backup.SIDECARS).rglob("*.jsonld")):
                place = path.relative_to(self._library).as_posix()
                if backup.is_member_name(place):
                    parts.append((place, path))
        return parts, missing

    def _verify(self, packed: Path, place: Path, manifest: BackupManifest) -> Steps[None]:
        folder = place / "again"
        folder.mkdir(mode=0o700)
        file, cipher = folder / backup.DATABASE, self._database.cipher
        try:
            with OpenedBackup(packed) as opened:
                if opened.manifest != manifest:
                    raise ValueError("its list is another")
                unpacking = opened.unpack(folder, lambda name: name == backup.DATABASE)
                yield from scale_progress(unpacking, _PACKED, TOTAL_STEPS)
            counting = stepping(lambda report: backup_archive.count(file, cipher, report))
            counted = yield from scale_progress(counting, TOTAL_STEPS - 1, TOTAL_STEPS)
            if counted != (manifest.schema, manifest.counts):
                raise ValueError("it holds something else than the library")
        except errors.UnusableBackupError as error:
            raise errors.BackupNotKeptError(str(self._library), error.detail or str(error.fault.value)) from error
        except ValueError as error:
            raise errors.BackupNotKeptError(str(self._library), str(error)) from error

    @contextlib.contextmanager
    def _translate_errors(self, outside: Path | None) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if outside is None:
                raise filesystem.disk_error(error, self._library) from error
            raise ExportFailedError(str(outside), error.strerror or type(error).__name__) from error


def list_backups(folder: Path, *, second: bool = False) -> list[Backup]:
    """Return the automatic backups in a folder, newest first, without the reasons for keeping them."""
    backups = []
    for path in folder.glob(f"*{backup.SUFFIX}"):
        parts = backup.parse_file_name(path.name)
        if parts is not None:
            with contextlib.suppress(OSError):  # deleted meanwhile
                backups.append(Backup(path, parts[0], path.stat().st_size, is_at_second_place=second))
    return sorted(backups, key=lambda value: (value.made, len(value.path.name), value.path.name), reverse=True)


def upgrade_copies(folder: Path) -> list[Backup]:
    """Return the copies in a folder that were made before an upgrade, newest first."""
    copies = [(path, path.stat()) for path in folder.glob("*.sqlite3") if backup.is_upgrade_copy(path.name)]
    backups = [Backup(path, modification_time(facts), facts.st_size) for path, facts in copies]
    return sorted(backups, key=lambda value: value.made, reverse=True)


_CHUNK = 1024 * 1024


def restore(file: Path, folder: Path) -> Steps[RestoreResult]:
    """Restore a library from a backup, in a folder that is empty or does not exist.

    A backup without originals uses those beside it: at a second location, or in the library whose folder it is in. A
    bare copy of a database, as made before an upgrade, is accepted as well.
    """
    filesystem.check_folder(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise errors.RestoreTargetError(str(folder))
    if not file.is_file():
        raise errors.UnusableBackupError(file.name, errors.BackupFault.MISSING)
    with filesystem.disk_errors(folder):
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with filesystem.temporary_workdir(folder.parent, f"{folder.name}-restoring") as workdir:
            library = workdir / "library"
            library.mkdir(mode=0o700)
            restored = yield from (
                _restore_database_copy(file, library)
                if filesystem.begins_with(file, sqlite_engine.MAGIC)
                else _pack(file, library)
            )
            if folder.exists():
                folder.rmdir()
            move(library, folder)
        filesystem.sync_folder(folder.parent)
    return replace(restored, folder=folder)


def _pack(file: Path, library: Path) -> Steps[RestoreResult]:
    with OpenedBackup(file) as opened:
        manifest = opened.manifest
        if manifest.schema > len(STEPS):
            raise errors.UnusableBackupError(file.name, errors.BackupFault.NEWER)
        if opened.size() > shutil.disk_usage(library).free:
            raise DiskFullError(str(library.parent.parent))
        yield from opened.unpack(library, lambda _: True)
    database = library / backup.DATABASE
    sealed = not filesystem.begins_with(database, sqlite_engine.MAGIC)
    if sealed and not (manifest.encrypted and (library / backup.KEY).is_file()):
        raise errors.UnusableBackupError(file.name, errors.BackupFault.DAMAGED, backup.DATABASE)
    if not sealed:
        steps, counts = yield from _count_rows(file, database)
        if (steps, counts) != (manifest.schema, manifest.counts):
            raise errors.UnusableBackupError(file.name, errors.BackupFault.DAMAGED, backup.DATABASE)
    originals = manifest.originals
    return _complete_originals(file, library, originals, manifest.made, manifest.documents, encrypted=sealed)


def _restore_database_copy(file: Path, library: Path) -> Steps[RestoreResult]:
    database = library / backup.DATABASE
    size = file.stat().st_size
    with file.open("rb") as source, database.open("xb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
            yield target.tell(), size + 1
    filesystem.sync_file(database)
    steps, counts = yield from _count_rows(file, database)
    if steps > len(STEPS):
        raise errors.UnusableBackupError(file.name, errors.BackupFault.NEWER)
    if not steps or not {"library", "document"} <= set(counts):
        raise errors.UnusableBackupError(file.name, errors.BackupFault.NOT_ONE)
    with contextlib.closing(sqlite_engine.connect(database)) as connection:
        rows = connection.execute("SELECT sha256, file_name FROM document").fetchall()
    root = library / backup.ORIGINALS
    paths = [Originals(library).path(str(sha256), str(name)) for sha256, name in rows]
    originals = [place for path in paths if backup.is_original(place := path.relative_to(root).as_posix())]
    return _complete_originals(file, library, originals, None, counts["document"], encrypted=False)


def _count_rows(file: Path, database: Path) -> Steps[tuple[int, dict[str, int]]]:
    try:
        counting = stepping(lambda report: backup_archive.count(database, PLAIN, report))
        return (yield from map_progress(counting, lambda _: (0, 0)))
    except ValueError as error:
        raise errors.UnusableBackupError(file.name, errors.BackupFault.DAMAGED, backup.DATABASE) from error


def _complete_originals(
    file: Path, library: Path, originals: Sequence[str], made: datetime | None, documents: int, *, encrypted: bool
) -> RestoreResult:
    """Complete the originals: included ones are synchronised with the disk, others fetched from beside the backup."""
    root, missing = library / backup.ORIGINALS, 0
    for place in originals:
        if not (root / place).is_file() and not _fetch(file, place, root / place, is_named=not encrypted):
            missing += 1
    folders = set()
    for path in root.glob("??/*"):
        path.chmod(0o400)
        folders.add(path.parent)
    for folder in (*folders, *((root,) if folders else ()), library):
        filesystem.sync_folder(folder)
    return RestoreResult(library, made, documents, len(originals) - missing, missing, encrypted)


def _fetch(file: Path, place: str, target: Path, *, is_named: bool) -> bool:
    for folder in (file.parent, file.parent.parent):
        source = folder / backup.ORIGINALS / place
        if source.is_symlink() or not source.is_file():
            continue
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sha256 = _copy_hashed(source, target)
        if not is_named or sha256 == target.stem:
            return True
        delete(target)
    return False


_log = logging.getLogger(__name__)
_COPYING = "copying"


class SecondPlace:
    def __init__(self, chosen: Path, library: str) -> None:
        self._chosen = chosen
        self.folder = chosen / f"delegate-desk-{library[:8]}"
        self._originals = self.folder / "originals"

    @property
    def present(self) -> bool:
        return self.folder.is_dir()

    def prepare(self) -> None:
        """Create the folder when the location is chosen."""
        if not self._chosen.is_dir():
            raise errors.SecondPlaceAbsentError(str(self._chosen))
        with self._translate_errors():
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with filesystem.temporary_workdir(self.folder, _COPYING):
                pass

    def all(self) -> list[Backup]:
        return list_backups(self.folder, second=True)

    def lacks(self, source: Backup) -> bool:
        return not (self.folder / source.path.name).is_file()

    def copy_backup(self, newest: Backup, originals: Path) -> Steps[None]:
        """Copy the originals of a backup that are missing there, then the backup; yields files done and total.

        Each copy is verified by reading it again. A damaged original is not copied.
        """
        if not self.present:
            raise errors.SecondPlaceAbsentError(str(self._chosen))
        manifest = backup_archive.read_manifest(newest.path)
        with self._translate_errors():
            missing = []
            for place in manifest.originals:
                source, target = originals / place, self._originals / place
                is_copied = target.is_file() and source.is_file() and target.stat().st_size == source.stat().st_size
                if source.is_file() and not is_copied:
                    missing.append(place)
            for number, place in enumerate(missing):
                yield number, len(missing) + 1
                sha256 = None if manifest.encrypted else Path(place).stem
                self._copy(originals / place, self._originals / place, sha256)
            if self.lacks(newest):
                self._copy(newest.path, self.folder / newest.path.name, None)
            yield len(missing) + 1, len(missing) + 1

    def remove(self, backups: Sequence[Backup]) -> None:
        """Delete backups past their time, and the originals that no remaining backup names."""
        with self._translate_errors():
            for old in backups:
                delete(old.path)
            if not backups:
                return
            used: set[str] = set()
            for path in self.folder.glob(f"*{backup.SUFFIX}"):
                try:
                    used.update(backup_archive.read_manifest(path).originals)
                except errors.UnusableBackupError:  # its originals are unknown, so delete none
                    return
            for path in self._originals.glob("??/*"):
                if path.relative_to(self._originals).as_posix() not in used:
                    delete(path)

    def _copy(self, source: Path, target: Path, expected: str | None) -> None:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with filesystem.temporary_workdir(self.folder, _COPYING) as place:
            copy = place / target.name
            sha256 = _copy_hashed(source, copy)
            if expected is not None and sha256 != expected:
                _log.warning("An original is not what it is named by, and was not copied to the second place")
                return
            with copy.open("rb") as written:
                is_whole = hashlib.file_digest(written, "sha256").hexdigest() == sha256
            if not is_whole:
                raise ExportFailedError(str(target), "what was written is not what is read")
            move(copy, target)
        filesystem.sync_folder(target.parent)

    @contextlib.contextmanager
    def _translate_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            if not self._chosen.is_dir() or (not self.present and error.errno == errno.ENOENT):
                raise errors.SecondPlaceAbsentError(str(self._chosen)) from error
            raise ExportFailedError(str(self.folder), error.strerror or type(error).__name__) from error


def _copy_hashed(source: Path, target: Path) -> str:
    """Copy a file so that it survives a power cut; return the hash of its content."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as written:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            written.write(chunk)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest()
