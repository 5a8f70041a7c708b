"""Recovery of a damaged library: from the rows that SQL still reads, then the newest backup, then the sidecars.

``rebuild`` makes the database from originals and sidecars alone. In both cases the new database is created beside the
damaged one, verified, and only then replaces it; the damaged files are kept. If the program is killed at any time,
either the damaged or the recovered library is left, and recovery can be repeated.
"""

import contextlib
import logging
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core import typed_json
from delegate_desk.core.errors import DeskError, DiskFullError, LibraryNewerError
from delegate_desk.core.library import backup, reports
from delegate_desk.core.library.errors import NotRecoveredError, UnusableBackupError
from delegate_desk.core.library.records import RejectedRows, SidecarError, SidecarSubject
from delegate_desk.core.progress import TOTAL_STEPS, Steps, finish, scale_progress
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, move
from delegate_desk.parsing.reading_process import ReadingProcess
from delegate_desk.services.documents.reparse import Corrections, Reparse
from delegate_desk.services.library.edit_history import History
from delegate_desk.storage.db import damaged_database, recovery, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.recovery import ReadableRows, Value
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.search_texts import SearchStore
from delegate_desk.storage.files import backups
from delegate_desk.storage.files.backup_archive import OpenedBackup
from delegate_desk.storage.files.filesystem import disk_error, disk_errors
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.record_intake import RecordIntake, import_sidecars
from delegate_desk.storage.files.sidecars import (
    FOLDER,
    FoundSidecar,
    SidecarDocument,
    SidecarFiles,
    Sidecars,
    SidecarStore,
)

_log = logging.getLogger(__name__)

_READ, _FILLED, _TAKEN = 500, 700, 950
"""Progress, in thousandths, after reading, after filling in from backups, and after filling in from sidecars."""


@dataclass(slots=True)
class _Work:
    """A recovery in progress; rows that refer to missing rows are unplaced."""

    library: Path
    place: Path
    cipher: Cipher
    readable: ReadableRows
    sources: list[reports.RecoverySource] = field(default_factory=list)
    unusable: list[str] = field(default_factory=list)
    from_backup: frozenset[str] = frozenset()
    unplaced: list[dict[str, Value]] = field(default_factory=list)

    @property
    def database_file(self) -> Path:
        return self.place / FILE_NAME


def recover(library: Path, cipher: Cipher = PLAIN, elsewhere: Iterable[Path] = ()) -> Steps[reports.RecoveryResult]:
    """Recover a library that nobody has open. Slow. Further folders with backups may be given.

    Raises:
        NotRecoveredError: If the result is not whole; nothing is changed.
        LibraryBusyError: If another program recovers it, or has it open.
        DiskFullError, LibraryUnwritableError: If the disk is full or cannot be written; nothing is changed.
    """
    faults: tuple[type[Exception], ...] = (OSError, *sqlite_engine.database_errors())
    try:
        with damaged_database.workplace(library) as place:
            return (yield from _recover(library, place, cipher, elsewhere))
    except faults as error:
        if isinstance(error, OSError):
            raise disk_error(error, library) from error
        if recovery.is_full(error):
            raise DiskFullError(str(library)) from error
        raise NotRecoveredError(str(library), str(error)) from error


def _recover(library: Path, place: Path, cipher: Cipher, elsewhere: Iterable[Path]) -> Steps[reports.RecoveryResult]:
    recovered = place / FILE_NAME
    readable = yield from scale_progress(recovery.read_damaged(library / FILE_NAME, recovered, cipher), 0, _READ)
    work = _Work(library, place, cipher, readable)
    if readable.counts:
        work.sources.append(reports.RecoverySource(reports.RecoveryOrigin.READ, "", dict(readable.counts)))
    files = SidecarFiles(library, cipher)
    _rename_from_sidecars(work, files)
    if not readable.is_complete:
        yield from scale_progress(_from_backups(work, elsewhere), _READ, _FILLED)
    work.unplaced += recovery.delete_dangling(recovered, readable, cipher, final=False)
    if not readable.is_complete:
        yield from scale_progress(_from_sidecars(work, files), _FILLED, _TAKEN)
        yield from _from_the_beginning(work)
        work.unplaced += recovery.delete_dangling(recovered, readable, cipher, final=True)
        recovery.require_rereading(recovered, readable, cipher)
    yield _TAKEN, TOTAL_STEPS
    problems = recovery.problems(recovered, cipher)
    if problems:
        raise NotRecoveredError(str(library), "; ".join(problems))
    result = reports.RecoveryResult(
        library,
        tuple(work.sources),
        Counter(str(row["table"]) for row in work.unplaced),
        tuple(work.unusable),
        recovery.documents_to_read(recovered, cipher),
    )
    path = damaged_database.replace_damaged(library, recovery_report(result), work.unplaced, cipher)
    _log.warning("Recovered a library; %d rows could not be placed", len(work.unplaced))
    yield TOTAL_STEPS, TOTAL_STEPS
    return replace(result, saved_at=path)


def recovery_report(result: reports.RecoveryResult) -> dict[str, Any]:
    return {
        "sources": typed_json.pack(result.sources),
        "left": dict(result.unplaced_rows),
        "unusable": list(result.unusable),
        "to_read": list(result.to_read),
    }


def _rename_from_sidecars(work: _Work, files: SidecarFiles) -> None:
    """Give a document without an original the hash and file name of its sidecar, as one of them has a flipped bit."""
    originals = Originals(work.library, work.cipher)
    with contextlib.closing(sqlite_engine.connect(work.database_file, work.cipher)) as connection:
        documents = connection.execute("SELECT id, sha256, file_name FROM document").fetchall()
        missing = {key for key, sha256, name in documents if not originals.path(sha256, name).is_file()}
        for name in files.names(SidecarSubject.DOCUMENT) if missing else ():
            with contextlib.suppress(SidecarError):
                document = SidecarDocument(files.read(SidecarSubject.DOCUMENT, name).content or {})
                if document.number in missing:
                    connection.execute(
                        "UPDATE OR IGNORE document SET sha256 = ?, file_name = ? WHERE id = ?",
                        (document.sha256, document.file_name, document.number),
                    )


def _from_backups(work: _Work, elsewhere: Iterable[Path]) -> Steps[None]:
    faults: tuple[type[Exception], ...] = (UnusableBackupError, *sqlite_engine.database_errors())
    folder = work.library / "backups"
    others = [value for place in elsewhere for value in backups.list_backups(place)]
    others.sort(key=lambda value: value.made, reverse=True)
    candidates = (*backups.list_backups(folder), *others, *backups.upgrade_copies(folder))
    for path in (value.path for value in candidates):
        copy = work.place / "backup.sqlite3"
        try:
            for _ in _unpack(path, copy):
                yield 0, 1
            recovery.upgrade(copy, work.cipher)
            filled = yield from recovery.fill(work.database_file, copy, work.readable, work.cipher)
        except faults as error:
            if recovery.is_full(error):
                raise
            work.unusable.append(path.name)
            continue
        finally:
            for leftover in work.place.glob("backup.sqlite3*"):
                delete(leftover)
        if filled is None:
            work.unusable.append(path.name)
            continue
        rows, documents = filled
        work.from_backup = frozenset(documents)
        names = tuple(sorted(set(documents.values())))
        work.sources.append(reports.RecoverySource(reports.RecoveryOrigin.BACKUP, path.name, dict(rows), names))
        return


def _unpack(path: Path, target: Path) -> Steps[None]:
    if path.suffix != backup.SUFFIX:
        target.write_bytes(path.read_bytes())
        return
    with OpenedBackup(path) as opened:
        workdir = target.with_name("unpacked")
        yield from opened.unpack(workdir, lambda name: name == backup.DATABASE)
        move(workdir / backup.DATABASE, target)
        workdir.rmdir()


def _from_sidecars(work: _Work, files: SidecarFiles) -> Steps[None]:
    has_backup = any(source.origin is reports.RecoveryOrigin.BACKUP for source in work.sources)
    had_no_id = recovery.assign_library_id(work.database_file, work.cipher)

    def is_better(sidecar: FoundSidecar) -> bool:
        if sidecar.subject is SidecarSubject.DOCUMENT:
            return Path(sidecar.name).stem in work.from_backup
        return has_backup or (sidecar.subject is SidecarSubject.LIBRARY and had_no_id)

    old_counts = recovery.row_counts(work.database_file, work.cipher)
    with contextlib.closing(Database(work.place, work.cipher)) as database:
        imported, rejected = yield from import_sidecars(database, files, is_better)
        SidecarStore(database).all_due()
        store = DocumentStore(database)
        documents = [document.name for key in imported.added if (document := store.get(key))]
    work.unusable += sorted({rejected_rows.name for rejected_rows in rejected})
    added = recovery.row_counts(work.database_file, work.cipher) - old_counts
    rows = {table: added[table] for table in imported.counts if added[table]}  # others were counted before
    if rows:
        work.sources.append(reports.RecoverySource(reports.RecoveryOrigin.SIDECARS, "", rows, tuple(documents)))


def _from_the_beginning(work: _Work) -> Steps[None]:
    new_database = work.place / "fresh.sqlite3"
    recovery.upgrade(new_database, work.cipher)
    filled = yield from scale_progress(
        recovery.fill(work.database_file, new_database, work.readable, work.cipher, only_empty=True), _TAKEN, _TAKEN
    )
    if filled and filled[0]:
        work.sources.append(reports.RecoverySource(reports.RecoveryOrigin.PROGRAM, "", dict(filled[0])))
    for file in work.place.glob("fresh.sqlite3*"):
        delete(file)


_IMPORTED, _REREAD = 100, 980
"""Progress, in thousandths, after reading the sidecars and after reading the originals."""


def rebuild(library: Path, cipher: Cipher = PLAIN) -> Steps[reports.RebuildResult]:
    """Rebuild the database of a library that nobody has open, reporting progress. Slow.

    Raises:
        NotRecoveredError: If there is nothing to rebuild it from, or the result is not whole; nothing is changed.
        LibraryBusyError: If another program has it open.
        LibraryNewerError: If a newer version of the program wrote it.
        DiskFullError, LibraryUnwritableError: If the disk is full or cannot be written; nothing is changed.
    """
    files = SidecarFiles(library, cipher)
    originals = Originals(library, cipher)
    if not files.are_any() and not any(originals.all()):
        raise NotRecoveredError(str(library), "there are neither originals nor sidecars")
    with disk_errors(library):
        current = _write_what_is_due(library, cipher)
        with damaged_database.workplace(library) as place:
            intake, rejected, reread = yield from _rebuild_database(place, files, originals, cipher)
            report = {
                "rebuilt": dict(intake.counts),
                "refused": [{"sidecar": rows.name, "part": rows.part, "why": str(rows.fault)} for rows in rejected],
                "current": current,
                **{
                    name: dict(getattr(reread, name)) for name in ("moved", "missing", "damaged", "unreadable", "alone")
                },
                "strange": list(reread.unusable_files),
            }
            path = damaged_database.replace_damaged(library, report, [], cipher)
            for name in sorted({rows.name for rows in rejected}):
                with contextlib.suppress(OSError):  # it may be unreadable
                    copy = path / FOLDER / name
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(files.path_for(name), copy, follow_symlinks=False)
    _log.info("Made a library anew: %d documents, %d faults", intake.counts["document"], len(rejected))
    return reports.RebuildResult(intake.counts, tuple(rejected), reread, current, path)


def _write_what_is_due(library: Path, cipher: Cipher) -> bool:
    """Write the latest changes to the sidecars if the old database is whole; False if that is uncertain."""
    if not (library / FILE_NAME).exists():
        return False
    try:
        with contextlib.closing(Database(library, cipher)) as database:
            if database.problems():
                return False
            finish(Sidecars(SidecarStore(database), SidecarFiles(library, cipher), database).catch_up())
    except LibraryNewerError:
        raise
    except DeskError:
        return False
    except sqlite_engine.database_errors():
        return False
    return True


def _rebuild_database(
    place: Path, files: SidecarFiles, originals: Originals, cipher: Cipher
) -> Steps[tuple[RecordIntake, list[RejectedRows], reports.ReparseResult]]:
    result = reports.ReparseResult()
    with contextlib.closing(Database(place, cipher)) as database:
        importing = import_sidecars(database, files, lambda _: True)
        intake, rejected = yield from scale_progress(importing, 0, _IMPORTED)
        with contextlib.closing(ReadingProcess(content=originals.content)) as reader:
            stores, history = LibraryStores(database), History()
            reparse = Reparse(stores, originals, reader, Corrections(stores, history), history)
            yield from scale_progress(reparse.restore(intake.added, result), _IMPORTED, _REREAD)
            yield from scale_progress(reparse.import_unreferenced_originals(result), _REREAD, TOTAL_STEPS)
        SearchStore(database).reset_seen()
        SidecarStore(database).all_due()
        problems = database.problems()
    if problems:
        raise NotRecoveredError(str(place.parent), "; ".join(problems))
    with contextlib.closing(sqlite_engine.connect(place / FILE_NAME, cipher)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return intake, rejected, result
