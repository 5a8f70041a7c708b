"""Check of the whole library, and the repair of what can be repaired while it is open.

Conflict copies, which a synchronisation service makes when a library was written on two computers at once, are merged
into the open library: our own records by ``core.library.record_merge``, those of others by
``core.exchange.merge_rules``. The copies are put aside unchanged, with a list of what was merged and what was
superseded.
"""

import contextlib
import locale
import logging
import os
import platform
import re
import shutil
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from delegate_desk import __version__, paths, settings
from delegate_desk.cipher import MAGIC, PLAIN, Cipher
from delegate_desk.core import errors
from delegate_desk.core.library.reports import Check, CopiesMerged, RepairResult, ReparseResult, SupportReport, Value
from delegate_desk.core.progress import Steps, finish, map_progress
from delegate_desk.core.values import dataclass
from delegate_desk.files import delete, move
from delegate_desk.services.documents.documents import Documents
from delegate_desk.services.documents.reparse import Reparse
from delegate_desk.services.exchange.packages import Packages
from delegate_desk.services.search.indexing import Indexing
from delegate_desk.storage.db import damaged_database, migrations, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.db.stores.exchange import ReceivedStore
from delegate_desk.storage.files import backup_archive, filesystem
from delegate_desk.storage.files.filesystem import (
    begins_with,
    conflict_copies,
    disk_errors,
    sync_file,
    sync_folder,
    temporary_workdir,
)
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.record_intake import LibraryCopy, RecordIntake

_log = logging.getLogger(__name__)


_DATABASE = re.compile(r"library[^/]*\.sqlite3", re.IGNORECASE)
_INDEX = "index/"
_LOG = "-wal"


@contextlib.contextmanager
def _opened_copy(library: Path, name: str, cipher: Cipher) -> Iterator[Database]:
    """Open a migrated temporary copy of a database; the file itself is not changed.

    Raises:
        DeskError: If it cannot be opened.
        OSError: If the disk is full.
    """
    damaged_folder = library / damaged_database.ASIDE
    damaged_folder.mkdir(mode=0o700, exist_ok=True)
    source = library / name
    with temporary_workdir(damaged_folder, "merging") as folder:
        shutil.copyfile(source, folder / FILE_NAME)
        log = source.with_name(f"{name}{_LOG}")
        if log.is_file():
            shutil.copyfile(log, folder / f"{FILE_NAME}{_LOG}")
        database = Database(folder, PLAIN if begins_with(source, sqlite_engine.MAGIC) else cipher)
        try:
            yield database
        finally:
            database.close()


def _archive_copies(library: Path, names: Iterable[str], report: dict[str, Any], cipher: Cipher) -> Path:
    """Put copies into a folder of their own among the damaged files, with a list of what was merged.

    Copies of the index are deleted, as it can be rebuilt. Plain files of an encrypted library are encrypted.

    Raises:
        OSError: If they cannot be put there.
    """
    folder = damaged_database.new_folder(library)
    folder.mkdir(mode=0o700)
    damaged_database.write_list(folder / damaged_database.MERGED_LIST, report, cipher)
    sync_folder(folder)
    for name in names:
        path = library / name
        if name.startswith(_INDEX):
            delete(path)
        elif path.exists():
            target = folder / name
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_plain = path.is_file() and begins_with(path, sqlite_engine.MAGIC) and not begins_with(path, MAGIC)
            if cipher.seals and is_plain:
                with path.open("rb") as source, target.open("wb") as encrypted:
                    cipher.copy_in(source, encrypted, f"damaged:{target.name}")
                sync_file(target)
                delete(path)
            else:
                move(path, target)
    sync_folder(folder)
    sync_folder(folder.parent)
    _log.info("Put copies of two versions aside")
    return folder


@dataclass(frozen=True, eq=False)
class LibraryRepair:
    """Checks an open library, and repairs what can be repaired while it is open.

    ``recovery`` repairs a damaged database when it is closed.
    """

    database: Database
    documents: Documents
    originals: Originals
    rereading: Reparse
    indexing: Indexing
    packages: Packages

    def check(self) -> Steps[Check]:
        """Check whether the library is complete and undamaged. Slow."""
        problems = self.database.problems()
        rebuilt = not problems and self.indexing.make_ready()  # a damaged database cannot be indexed
        index = "rebuilt" if rebuilt else "behind" if self.indexing.count_pending() else "ok"
        damaged: list[str] = []
        missing: list[str] = []
        checked = 0
        referenced = self.documents.hashes()
        for sha256, file_name in referenced.items():
            yield checked, len(referenced)
            path = self.originals.path(sha256, file_name)
            if not path.is_file():
                missing.append(file_name)
                continue
            checked += 1
            if not self.originals.is_intact(sha256, path):
                damaged.append(file_name)
        copies = tuple(conflict_copies(self.database.folder))
        database = "; ".join(problems) or "ok"
        return Check(database, index, checked, tuple(damaged), tuple(missing), self._count_orphans(), copies)

    def run(self, places: Iterable[Path] = ()) -> Steps[RepairResult]:
        """Merge conflict copies, then repair originals, with copies from some folders, texts and the index. Slow."""
        folders = list(places)
        merged = yield from self.merge_copies()
        swept = self.originals.delete_leftovers()
        everything = [*self.documents.all(), *self.documents.trash()]
        outdated = {document.id for document in self.rereading.list_outdated()}
        total = len(everything) + len(outdated) + self._count_orphans()
        done = defaultdict[str, list[str]](list)
        for number, document in enumerate(everything):
            yield number, total
            sha256, name = document.sha256, document.file_name
            if self.originals.is_intact(sha256, self.originals.path(sha256, name)):
                continue
            restored = self.originals.fetch(sha256, name, folders)
            done["restored_originals" if restored else "lost_originals"].append(document.file_name)
        for number, document in enumerate(self.rereading.list_outdated(), len(everything)):
            yield number, total
            try:
                self.rereading.reread(document.id)
                done["reread"].append(document.name)
            except errors.UnreadableDocumentError:
                done["unreadable"].append(document.name)
        adopted, step_count = ReparseResult(), len(everything) + len(outdated)
        importing = self.rereading.import_unreferenced_originals(adopted)
        yield from map_progress(importing, lambda step: (step_count + step[0], total))
        done["adopted_originals"] = [self.documents.get(key).name for key in adopted.alone]
        done["rejected_originals"] = adopted.unusable_files
        try:
            rebuilt = self.indexing.make_ready()
        except errors.DeskError:
            for _ in self.indexing.rebuild():
                pass
            rebuilt = True
        _log.info("Mended: %s", {outcome: len(names) for outcome, names in done.items()})
        outcomes = {outcome: tuple(names) for outcome, names in done.items()}
        return RepairResult(index=rebuilt, leftovers_deleted=swept, copies=merged, **outcomes)

    def merge_copies(self) -> Steps[CopiesMerged]:
        """Merge the copies of the database and put all copies aside. Slow; can be repeated; no undo step.

        Raises:
            DiskFullError, LibraryUnwritableError: If the disk is full or cannot be written; what is already merged
                stays.
        """
        library = self.database.folder
        names = conflict_copies(library)
        if not names:
            return CopiesMerged()
        intakes: dict[str, RecordIntake] = {}
        unusable: list[str] = []
        later: set[str] = set()
        result = ReparseResult()
        with disk_errors(library):
            for name in filter(_DATABASE.fullmatch, names):
                try:
                    intake = yield from self._merge(name)
                except errors.LibraryNewerError:  # until the program is as new
                    later.add(name)
                    intake = None
                except errors.LibraryDamagedError:
                    intake = None
                if intake is None:
                    unusable.append(name)
                else:
                    intakes[name] = intake
            to_read = {key for intake in intakes.values() for key in (*intake.added, *intake.corrected)}
            yield from self.rereading.restore(to_read, result)
            self.packages.place_pending_notes()
            archived = [value for value in names if value not in later]
            reports = [
                {
                    "name": name,
                    "came": dict(intake.counts),
                    "gave_way": intake.superseded,
                    "not_understood": [[part, str(fault)] for part, fault in intake.faults],
                }
                for name, intake in intakes.items()
            ]
            report = {"copies": reports, "unusable": unusable}
            path = _archive_copies(library, archived, report, self.database.cipher) if archived else None
        rows = sum((intake.counts for intake in intakes.values()), Counter[str]())
        superseded = sum(len(intake.superseded) for intake in intakes.values())
        _log.info("Merged %d copies: %d rows, %d superseded", len(intakes), rows.total(), superseded)
        without_original = (*result.missing.values(), *result.damaged.values())
        return CopiesMerged(tuple(intakes), dict(rows), superseded, tuple(unusable), without_original, path)

    def _merge(self, name: str) -> Steps[RecordIntake | None]:
        with _opened_copy(self.database.folder, name, self.database.cipher) as copied:
            copy = LibraryCopy(self.database, copied)
            if not copy.is_same_library():
                return None
            latest = 2**62
            state = self.database.changed_since(latest)[0]
            differing = yield from copy.differing()
            with self.database.write():
                if self.database.changed_since(latest)[0] != state:  # it changed meanwhile; others wait now
                    differing = finish(copy.differing())
                intake = copy.merge(differing)
                intake.counts["received"] += self.packages.merge_received(ReceivedStore(copied).everything())
        return intake

    def _count_orphans(self) -> int:
        referenced = self.documents.hashes()
        return sum(sha256 not in referenced for sha256, _ in self.originals.all())

    def report(self) -> SupportReport:
        """Return a report for support, without any text, title, note or name."""
        problems = self.database.problems()
        with self.database.read() as connection:
            step = f"{migrations.version(connection)} of {len(migrations.STEPS)}"
            engine = str(connection.execute("SELECT sqlite_version()").fetchone()[0])
            counts = backup_archive.count_rows(connection)
        state: dict[str, Value] = {
            "opened": "yes",
            "schema step": step,
            "SQLite": engine,
            "integrity": "ok" if not problems else f"{len(problems)} problems",
            "index": "behind" if self.indexing.count_pending() else "ok",
        }
        return collect_report(self.database.folder, state, counts)


LINES = 100
"""Number of lines of the log."""
_PACKAGES = (
    "PySide6-Essentials", "whoosh-reloaded", "numpy", "lxml", "python-docx", "pypdfium2", "PyStemmer", "rapidfuzz",
    "cryptography", "sqlcipher3", "platformdirs",
)  # fmt: skip
_CRASH_LINES = 60
_PATH = re.compile(r"""(?:(?<=[\s"'(=])|^)(?:HOME|LIBRARY)?(?:/[^\s"':,;]+|[A-Za-z]:\\[^\s"',;:]+)""")


def collect_report(folder: Path, state: Mapping[str, Value], counts: Mapping[str, Value]) -> SupportReport:
    """Return the report for support, with what is known of the library, even if it cannot be opened."""
    surroundings = filesystem.inspect_surroundings(folder if folder.is_dir() else folder.parent)
    whereabouts = "in the home folder" if folder.is_relative_to(Path.home()) else "elsewhere"
    if folder == paths.default_library():
        whereabouts = "the usual place"
    sections: dict[str, Mapping[str, Value]] = {
        "program": _program(),
        "computer": {
            "system": f"{platform.system()} {platform.release()}",
            "machine": platform.machine(),
            "processors": os.cpu_count(),
            "zone": time.strftime("%z"),
            "language": locale.getlocale()[0],
            "desktop": os.environ.get("XDG_CURRENT_DESKTOP") or None,
            "session": os.environ.get("XDG_SESSION_TYPE") or None,
        },
        "library": {
            **state,
            "folder": whereabouts,
            "encrypted": sqlite_engine.is_encrypted(folder),
            "file system": surroundings.file_system or None,
            "synced by": surroundings.synced_by or None,
            "conflict copies": len(surroundings.conflict_copies),
            "bytes free": _free_bytes(folder),
        },
        "sizes": _sizes(folder),
        "rows": counts,
        "settings": _settings(),
    }
    return SupportReport(
        sections, _last_lines("delegate-desk.log", LINES, folder), _last_lines("crash.log", _CRASH_LINES, folder)
    )


def _program() -> dict[str, Value]:
    from importlib import metadata  # slow to import, and needed only here

    versions: dict[str, Value] = {
        "Delegate Desk": __version__,
        "Python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
    }
    for name in _PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # a frozen program may be without
            versions[name] = None
    return versions


def _settings() -> dict[str, Value]:
    stored = settings.load(paths.settings_file())
    return {
        "theme": stored.theme,
        "reading size": stored.reading_size,
        "columns shown": f"left {'yes' if stored.left_shown else 'no'}, right {'yes' if stored.right_shown else 'no'}",
        "template of the house": bool(stored.export_template),
        "libraries known": len(stored.open_documents),
        "tabs": sum(len(numbers) for numbers in stored.open_documents.values()),
    }


def _free_bytes(folder: Path) -> int | None:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _last_lines(name: str, count: int, library: Path) -> list[str]:
    lines: list[str] = []
    for part in (f"{name}.1", name):
        try:
            lines += (paths.log_folder() / part).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:  # it does not exist
            _log.debug("No %s", part)
    # without the names of the library and the home folder; of paths, only program files are kept
    signs = [(str(folder), sign) for folder, sign in ((library, "LIBRARY"), (Path.home(), "HOME")) if folder.name]
    anonymous = []
    for line in lines[-count:]:
        for folder, sign in signs:
            line = line.replace(folder, sign)
        anonymous.append(_PATH.sub(_program_file, line))
    return anonymous


def _program_file(match: re.Match[str]) -> str:
    parts = re.split(r"[/\\]", match[0])
    if not parts[-1].endswith(".py"):
        return "PATH"
    for start in ("delegate_desk", "site-packages"):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) :])
    return "/".join(parts[-2:])


def _sizes(folder: Path) -> dict[str, int]:
    figures = {name: _size(folder / name) for name in (FILE_NAME, f"{FILE_NAME}-wal")}
    for place in ("originals", "index", "sidecars", "backups", "damaged"):
        sizes = [_size(Path(inside) / name) for inside, _, names in os.walk(folder / place) for name in names]
        figures[f"{place} files"], figures[f"{place} bytes"] = len(sizes), sum(sizes)
    return figures


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:  # deleted meanwhile, or never there
        return 0
