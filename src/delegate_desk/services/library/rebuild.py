"""Rebuild of a library's database from its originals and sidecars.

The new database is made next to the old, checked, and only then replaces it; the old database is kept
unchanged. Killed at any instant, the rebuild leaves the old library or the new, and can be run again.
"""

import contextlib
import logging
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from delegate_desk.cipher import PLAIN, Cipher
from delegate_desk.core.errors import DeskError, LibraryNewerError
from delegate_desk.core.library.errors import NotRecoveredError
from delegate_desk.core.library.repair_results import RebuildResult, ReparseResult
from delegate_desk.core.library.sidecars import RejectedRows
from delegate_desk.core.progress import TOTAL_STEPS, Steps, finish, scale_progress
from delegate_desk.parsing.process.reading_process import ReadingProcess
from delegate_desk.services.documents.reparse import ReadingAgain
from delegate_desk.services.library.sidecars import Sidecars
from delegate_desk.storage.db import damaged_database, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME, Database, disk_error
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.sidecar_export import SidecarStore
from delegate_desk.storage.files.sidecar_files import FOLDER, SidecarFiles
from delegate_desk.storage.files.sidecar_import import SidecarImportResult, SidecarIntake
from delegate_desk.storage.files.sidecar_rows import RowIntake

_log = logging.getLogger(__name__)
_PUT, _READ = 100, 980
"""How far the work has come, in thousandths, when all sidecars are in, and when all originals are read."""


def rebuild(library: Path, cipher: Cipher = PLAIN) -> Steps[RebuildResult]:
    """Make the database of a library anew that nobody has open, telling how far it has come: slow.

    Raises:
        NotRecoveredError: If there is nothing to make it of, or what was made is not whole; all is as it was.
        LibraryBusyError: If another program has it open.
        LibraryNewerError: If a newer version of the program wrote it.
        DiskFullError, LibraryUnwritableError: If there is no room, or it cannot be written; all is as it was.
    """
    files = SidecarFiles(library, cipher)
    originals = Originals(library, cipher)
    if not files.are_any() and not any(originals.all()):
        raise NotRecoveredError(str(library), "there are neither originals nor sidecars")
    try:
        current = _write_what_is_due(library, cipher)
        with damaged_database.workplace(library) as place:
            put, reread = yield from _make(place, files, originals, cipher)
            kept = damaged_database.replace_damaged(library, _report(put, reread, current=current), [], cipher)
            _copy_rejected(files, put.rejected, kept)
    except OSError as error:
        raise disk_error(error, library) from error
    _log.info("Made a library anew: %d documents, %d faults", put.row_counts["document"], len(put.rejected))
    return RebuildResult(put.row_counts, tuple(put.rejected), reread, current, kept)


def _write_what_is_due(library: Path, cipher: Cipher) -> bool:
    """Let the sidecars have the latest changes, if the old database is whole; False where that is not sure."""
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


def _make(
    place: Path, files: SidecarFiles, originals: Originals, cipher: Cipher
) -> Steps[tuple[SidecarImportResult, ReparseResult]]:
    told = ReparseResult()
    with contextlib.closing(Database(place, cipher)) as database:
        put = yield from scale_progress(SidecarIntake(database).fill(files, lambda _: True), 0, _PUT)
        with contextlib.closing(ReadingProcess(content=originals.content)) as reader:
            again = ReadingAgain(database, originals, reader)
            yield from scale_progress(again.run(put.documents, told), _PUT, _READ)
            yield from scale_progress(again.import_unreferenced_originals(told), _READ, TOTAL_STEPS)
        RowIntake(database).reset_saved_searches()
        SidecarStore(database).all_due()
        problems = database.problems()
    if problems:
        raise NotRecoveredError(str(place.parent), "; ".join(problems))
    with contextlib.closing(sqlite_engine.connect(place / FILE_NAME, cipher)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    return put, told


def _copy_rejected(files: SidecarFiles, refused: Iterable[RejectedRows], kept: Path) -> None:
    """Keep a copy of each sidecar of which something was not taken: it is written anew from the database."""
    for name in sorted({one.name for one in refused}):
        with contextlib.suppress(OSError):  # one that cannot be read at all
            copy = kept / FOLDER / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(files.path_for(name), copy, follow_symlinks=False)


def _report(put: SidecarImportResult, reread: ReparseResult, *, current: bool) -> dict[str, Any]:
    """Return the sources of the rebuilt content, as stored next to the old database."""
    return {
        "rebuilt": dict(put.row_counts),
        "refused": [{"sidecar": one.name, "part": one.part, "why": str(one.fault)} for one in put.rejected],
        "current": current,
        **{name: dict(getattr(reread, name)) for name in ("moved", "missing", "damaged", "unreadable", "alone")},
        "strange": list(reread.unusable_files),
    }
