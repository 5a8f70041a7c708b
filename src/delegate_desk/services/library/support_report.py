"""The report for support: versions, sizes, counts, states and the log; no text, title, name of a file or person."""

import locale
import logging
import os
import platform
import re
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from delegate_desk import __version__, paths, settings
from delegate_desk.core.library.reports import SupportReport, Value
from delegate_desk.services.search.search import Search
from delegate_desk.storage.db import migrations, sqlite_engine
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files import backup_archive, filesystem

LINES = 100
"""Of the log."""
_PACKAGES = (
    "PySide6-Essentials", "whoosh-reloaded", "numpy", "lxml", "python-docx", "pypdfium2", "PyStemmer", "rapidfuzz",
    "cryptography", "sqlcipher3", "platformdirs",
)  # fmt: skip
_CRASH_LINES = 60
_PATH = re.compile(r"""(?:(?<=[\s"'(=])|^)(?:HOME|LIBRARY)?(?:/[^\s"':,;]+|[A-Za-z]:\\[^\s"',;:]+)""")
_log = logging.getLogger(__name__)


class Support:
    """Gathers the report on a library that is open."""

    def __init__(self, folder: Path, database: Database, search: Search) -> None:
        self._folder = folder
        self._database = database
        self._search = search

    def report(self) -> SupportReport:
        problems = self._database.problems()
        with self._database.read() as connection:
            step = f"{migrations.version(connection)} of {len(migrations.STEPS)}"
            engine = str(connection.execute("SELECT sqlite_version()").fetchone()[0])
            counts = backup_archive.count_rows(connection)
        state: dict[str, Value] = {
            "opened": "yes",
            "schema step": step,
            "SQLite": engine,
            "integrity": "ok" if not problems else f"{len(problems)} problems",
            "index": "behind" if self._search.has_pending() else "ok",
        }
        return collect_report(self._folder, state, counts)


def collect_report(folder: Path, state: Mapping[str, Value], counts: Mapping[str, Value]) -> SupportReport:
    """The report, with what is known of the library; it need not be one that can be opened."""
    around = filesystem.inspect_surroundings(folder if folder.is_dir() else folder.parent)
    sections: dict[str, Mapping[str, Value]] = {
        "program": _program(),
        "computer": _computer(),
        "library": {
            **state,
            "folder": _whereabouts(folder),
            "encrypted": sqlite_engine.is_encrypted(folder),
            "file system": around.file_system or None,
            "synced by": around.synced_by or None,
            "conflict copies": len(around.conflict_copies),
            "bytes free": _free(folder),
        },
        "sizes": _sizes(folder),
        "rows": counts,
        "settings": _settings(),
    }
    return SupportReport(
        sections, _last_lines("delegate-desk.log", LINES, folder), _last_lines("crash.log", _CRASH_LINES, folder)
    )


def _program() -> dict[str, Value]:
    from importlib import metadata  # with all that reads mail, which only this needs

    found: dict[str, Value] = {
        "Delegate Desk": __version__,
        "Python": platform.python_version(),
        "frozen": bool(getattr(sys, "frozen", False)),
    }
    for name in _PACKAGES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:  # a frozen program may be without
            found[name] = None
    return found


def _computer() -> dict[str, Value]:
    return {
        "system": f"{platform.system()} {platform.release()}",
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "zone": time.strftime("%z"),
        "language": locale.getlocale()[0],
        "desktop": os.environ.get("XDG_CURRENT_DESKTOP") or None,
        "session": os.environ.get("XDG_SESSION_TYPE") or None,
    }


def _settings() -> dict[str, Value]:
    """The settings that matter: none that names a file or a folder."""
    kept = settings.load(paths.settings_file())
    return {
        "theme": kept.theme,
        "reading size": kept.reading_size,
        "columns shown": f"left {'yes' if kept.left_shown else 'no'}, right {'yes' if kept.right_shown else 'no'}",
        "template of the house": bool(kept.export_template),
        "libraries known": len(kept.open_documents),
        "tabs": sum(len(numbers) for numbers in kept.open_documents.values()),
    }


def _whereabouts(folder: Path) -> str:
    if folder == paths.default_library():
        return "the usual place"
    return "in the home folder" if folder.is_relative_to(Path.home()) else "elsewhere"


def _free(folder: Path) -> int | None:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _last_lines(name: str, most: int, library: Path) -> list[str]:
    """The last lines of a file in the log folder, without the names of the person's folders."""
    lines: list[str] = []
    for part in (f"{name}.1", name):
        try:
            lines += (paths.log_folder() / part).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:  # there is none
            _log.debug("No %s", part)
    return [_nameless(line, library) for line in lines[-most:]]


def _nameless(line: str, library: Path) -> str:
    """A line in which the library and the home have no name, and no path but one of a program's file stays."""
    for folder, sign in ((library, "LIBRARY"), (Path.home(), "HOME")):
        if folder != folder.parent:
            line = line.replace(str(folder), sign)
    return _PATH.sub(_program_file, line)


def _program_file(found: re.Match[str]) -> str:
    """A file of Python's, from its package on; nothing of any other path."""
    parts = re.split(r"[/\\]", found[0])
    if not parts[-1].endswith(".py"):
        return "PATH"
    for start in ("delegate_desk", "site-packages"):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) :])
    return "/".join(parts[-2:])


def _sizes(folder: Path) -> dict[str, int]:
    found = {name: _size(folder / name) for name in (FILE_NAME, f"{FILE_NAME}-wal")}
    for place in ("originals", "index", "sidecars", "backups", "damaged"):
        sizes = [_size(Path(inside) / name) for inside, _, names in os.walk(folder / place) for name in names]
        found[f"{place} files"], found[f"{place} bytes"] = len(sizes), sum(sizes)
    return found


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:  # gone meanwhile, or never there
        return 0
