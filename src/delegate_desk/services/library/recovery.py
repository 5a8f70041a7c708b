"""A damaged library made whole again: what can be read of it, filled in from backups, then from the sidecars.

It is made beside the damaged one, looked at as ``check`` looks, and only then put in its place; the damaged files are
kept as they are. Killed at any instant it leaves the damaged library or the recovered one, and can be run again.
"""

import contextlib
import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, DiskFullError
from delegate_desk.core.library import backup as backup_names
from delegate_desk.core.library.errors import NotRecoveredError, UnusableBackupError
from delegate_desk.core.library.repair_results import RecoveryOrigin, RecoveryResult, RecoverySource
from delegate_desk.core.library.sidecars import SidecarSubject
from delegate_desk.core.progress import TOTAL_STEPS, Steps, scale_progress
from delegate_desk.storage.db import sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME, Database, disk_error
from delegate_desk.storage.db.recovery import damaged_database, fill_from_backup, misnamed_originals
from delegate_desk.storage.db.recovery.salvage import Salvaged, salvage
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.files import backups
from delegate_desk.storage.files.backup_archive import OpenedBackup
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.sidecar_export import SidecarStore
from delegate_desk.storage.files.sidecar_files import FoundSidecar, SidecarFiles
from delegate_desk.storage.files.sidecar_import import SidecarIntake

_log = logging.getLogger(__name__)

_READ, _FILLED, _TAKEN = 500, 700, 950
"""How far the work has come, in thousandths, when all is read, filled in from backups, and from sidecars."""


@dataclass(slots=True)
class _Work:
    """A recovery under way.

    Attributes:
        held: The documents whose text a backup had whole.
        old: The hashes of the documents of which something came from a backup: sidecars know better.
        refused: The sidecars that could not be read.
    """

    library: Path
    place: Path
    cipher: Cipher
    salvaged: Salvaged
    sources: list[RecoverySource] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)
    complete_documents: frozenset[int] = frozenset()
    old: frozenset[str] = frozenset()
    rejected: list[str] = field(default_factory=list)

    @property
    def database_file(self) -> Path:
        return self.place / FILE_NAME


def recover(library: Path, cipher: Cipher = PLAIN, elsewhere: Iterable[Path] = ()) -> Steps[RecoveryResult]:
    """Recover a library that nobody has open: slow. Further folders of backups may be named.

    Raises:
        NotRecoveredError: If what was made is not whole; all is as it was.
        LibraryBusyError: If another program recovers it, or has it open.
        DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written; all is as it was.
    """
    faults: tuple[type[Exception], ...] = (OSError, *sqlite_engine.database_errors())
    try:
        with damaged_database.workplace(library) as place:
            return (yield from _recover(library, place, cipher, elsewhere))
    except faults as error:
        raise _as_desk_error(error, library) from error


def _recover(library: Path, place: Path, cipher: Cipher, elsewhere: Iterable[Path]) -> Steps[RecoveryResult]:
    made = place / FILE_NAME
    salvaged = yield from scale_progress(salvage(library / FILE_NAME, made, cipher), 0, _READ)
    work = _Work(library, place, cipher, salvaged)
    if salvaged.rows:
        work.sources.append(RecoverySource(RecoveryOrigin.READ, "", dict(salvaged.rows)))
    _name_originals(work)
    if not salvaged.is_complete:
        yield from scale_progress(_from_backups(work, elsewhere), _READ, _FILLED)
        yield from scale_progress(_from_sidecars(work), _FILLED, _TAKEN)
        yield from _from_the_beginning(work)
    out = fill_from_backup.delete_dangling(made, salvaged, cipher, held=work.complete_documents)
    yield _TAKEN, TOTAL_STEPS
    problems = fill_from_backup.problems(made, cipher)
    if problems:
        raise NotRecoveredError(str(library), "; ".join(problems))
    left = Counter(str(row["table"]) for row in out)
    found = RecoveryResult(
        library,
        tuple(work.sources),
        dict(left),
        (*work.unusable, *work.rejected),
        salvaged.unidentified_pages,
        fill_from_backup.to_read(made, cipher),
    )
    kept = damaged_database.replace_damaged(library, recovery_report(found), out, cipher)
    _log.warning("Recovered a library: %d rows, %d left", sum(one.total() for one in _counts(found)), left.total())
    yield TOTAL_STEPS, TOTAL_STEPS
    return RecoveryResult(
        kept, found.sources, found.unplaced_rows, found.unusable, found.unidentified_pages, found.to_read
    )


def _counts(found: RecoveryResult) -> Iterator[Counter[str]]:
    return (Counter(source.rows) for source in found.sources)


def recovery_report(found: RecoveryResult) -> dict[str, Any]:
    """The list of what came from where, as it is kept and printed."""
    return {
        "sources": [
            {
                "origin": str(source.origin),
                "name": source.name,
                "rows": {table: count for table, count in source.rows.items() if count},
                "documents": list(source.documents),
            }
            for source in found.sources
        ],
        "left": dict(found.unplaced_rows),
        "unusable": list(found.unusable),
        "strays": found.unidentified_pages,
        "to_read": list(found.to_read),
    }


def _name_originals(work: _Work) -> None:
    """Let documents that were read with a flipped bit in their hash be known by backups and sidecars."""
    with contextlib.closing(sqlite_engine.connect(work.database_file, work.cipher)) as connection:
        misnamed_originals.repair_names(connection, Originals(work.library, work.cipher))


def _from_backups(work: _Work, elsewhere: Iterable[Path]) -> Steps[None]:
    """Fill in from the newest backup of this library that opens."""
    faults: tuple[type[Exception], ...] = (UnusableBackupError, *sqlite_engine.database_errors())
    for path in _backups(work.library, elsewhere):
        copy = work.place / "backup.sqlite3"
        try:
            for _ in _unpacked(path, copy):
                yield 0, 1
            fill_from_backup.upgrade_copy(copy, work.cipher)
            filled = yield from fill_from_backup.fill(work.database_file, copy, work.salvaged, work.cipher)
        except faults as error:
            if fill_from_backup.is_full(error):
                raise
            work.unusable.append(path.name)
            continue
        finally:
            for beside in work.place.glob("backup.sqlite3*"):
                beside.unlink()
        if filled is None:
            work.unusable.append(path.name)
            continue
        work.complete_documents, work.old = filled.complete_documents, filled.hashes
        work.sources.append(
            RecoverySource(RecoveryOrigin.BACKUP, path.name, dict(filled.rows), tuple(filled.documents))
        )
        return


def _backups(library: Path, elsewhere: Iterable[Path]) -> list[Path]:
    """Backups and copies made before upgrades, newest first; those of this library before those of other places."""
    folder = library / "backups"
    kept = [one.path for one in backups.listed(folder)]
    copies = [path for path in folder.glob("*.sqlite3") if backup_names.is_upgrade_copy(path.name)]
    copies.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    others = [one for place in elsewhere for one in backups.listed(place)]
    return [*kept, *(one.path for one in sorted(others, key=lambda one: one.made, reverse=True)), *copies]


def _unpacked(path: Path, target: Path) -> Iterator[int]:
    """Put a backup's database into a file of its own."""
    if path.suffix != backup_names.SUFFIX:
        target.write_bytes(path.read_bytes())
        return
    with OpenedBackup(path) as opened:
        room = target.with_name("unpacked")
        yield from opened.unpack(room, lambda name: name == backup_names.DATABASE)
        (room / backup_names.DATABASE).replace(target)
        room.rmdir()


def _from_sidecars(work: _Work) -> Steps[None]:
    """Take what the plain files beside the database say of what was lost, or came from a backup, which is older."""
    files = SidecarFiles(work.library, work.cipher)
    has_backup = any(source.origin is RecoveryOrigin.BACKUP for source in work.sources)
    is_named = fill_from_backup.name(work.database_file, work.cipher)

    def is_better(found: FoundSidecar) -> bool:
        if found.subject is SidecarSubject.DOCUMENT:
            return Path(found.name).stem in work.old
        return has_backup or (found.subject is SidecarSubject.LIBRARY and is_named)

    before = fill_from_backup.counts(work.database_file, work.cipher)
    with contextlib.closing(Database(work.place, work.cipher)) as database:
        put = yield from SidecarIntake(database).fill(files, is_better)
        SidecarStore(database).all_due()
    work.rejected += sorted({one.name for one in put.rejected})
    added = (
        fill_from_backup.counts(work.database_file, work.cipher) - before
    )  # what was there before is counted where it came from
    rows = {table: added[table] for table in put.row_counts if added[table]}
    if rows:
        with contextlib.closing(Database(work.place, work.cipher)) as database:
            held = [DocumentStore(database).get(key) for key in put.documents]
        work.sources.append(RecoverySource(RecoveryOrigin.SIDECARS, "", rows, tuple(one.name for one in held if one)))


def _from_the_beginning(work: _Work) -> Steps[None]:
    """Put in what every library has, where neither the damaged one nor a backup had it."""
    fresh = work.place / "fresh.sqlite3"
    fill_from_backup.upgrade_copy(fresh, work.cipher)
    filled = yield from scale_progress(
        fill_from_backup.fill(work.database_file, fresh, work.salvaged, work.cipher, ours=False), _TAKEN, _TAKEN
    )
    if filled and filled.rows:
        work.sources.append(RecoverySource(RecoveryOrigin.PROGRAM, "", dict(filled.rows)))
    for beside in work.place.glob("fresh.sqlite3*"):
        beside.unlink()


def _as_desk_error(error: Exception, library: Path) -> DeskError:
    if isinstance(error, OSError):
        return disk_error(error, library)
    return (
        DiskFullError(str(library)) if fill_from_backup.is_full(error) else NotRecoveredError(str(library), str(error))
    )
