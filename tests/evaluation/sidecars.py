"""The database rebuilt from originals and sidecars, compared table by table with the original database."""

import contextlib
import json
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from delegate_desk.core.library.records import SidecarSubject
from delegate_desk.core.library.reports import RebuildResult
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.files import delete
from delegate_desk.services.library.recovery import rebuild
from delegate_desk.storage.files.originals import Originals
from delegate_desk.storage.files.sidecars import FoundSidecar, SidecarFiles
from evaluation.killed_life import live_and_kill
from evaluation.sidecars_life import Life

NOT_KEPT = {"saved_search": ("seen",), "position_change": ("id",), "unplaced": ("id",)}
"""Columns with change numbers: they are renumbered."""
_ORDER = {"position_change": "document, id", "unplaced": "document, id"}
_READ = frozenset({"subject_code", "document_link", "paragraph", "mention"})
"""Tables that come from the originals: they are compared too."""

DERIVED = _READ | {
    "change", "sidecar_due", "shared_file", "shared_original", "term_base", "term_chunk", "sqlite_sequence",
    "sqlite_stat1",
}  # fmt: skip
"""Tables that are derived from originals and other tables, and term bases, which can be imported again."""

Tables = dict[str, list[tuple[object, ...]]]


def tables(library: Path) -> Tables:
    """Every table of a closed library, without the change numbers."""
    found: Tables = {}
    with contextlib.closing(sqlite3.connect(library / "library.sqlite3")) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        for name in names:
            if name in DERIVED - _READ:
                continue
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            kept = ", ".join(f'"{column}"' for column in columns if column not in NOT_KEPT.get(name, ()))
            order = f"ORDER BY {_ORDER[name]}" if name in _ORDER else ""
            rows = [tuple(map(_level, row)) for row in connection.execute(f"SELECT {kept} FROM {name} {order}")]
            found[name] = rows if order else sorted(rows, key=repr)
        last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'document'").fetchall()
        found["last number of a document"] = [tuple(row) for row in last]
    return found


def _level(value: object) -> object:
    """A value; the confidences of a header are in no order."""
    if isinstance(value, str) and value.startswith("{"):
        return json.dumps(json.loads(value), sort_keys=True)
    return value


def differences(before: Tables, after: Tables) -> Iterator[str]:
    """The differences of two libraries: a table, and rows that only one has."""
    for name in sorted(before.keys() | after.keys()):
        was, now = before.get(name, []), after.get(name, [])
        if was != now:
            gone = [row for row in was if row not in now][:2]
            new = [row for row in now if row not in was][:2]
            yield f"{name}: {len(was)} rows, then {len(now)}; lost {gone}; new {new}"


def live_and_rebuild(folder: Path, seed: int, deeds: int) -> tuple[RebuildResult, list[str], Tables]:
    """Live in a library, rebuild it, and return the differences."""
    library, scratch = folder / "library", folder / "scratch"
    scratch.mkdir(parents=True)
    with open_desk(library) as desk:
        life = Life(desk, scratch, random.Random(seed))
        life.begin()
        life.live(deeds)
    before = tables(library)
    rebuilt = finish(rebuild(library))
    after = tables(library)
    return rebuilt, list(differences(before, after)), after


def kill_and_rebuild(folder: Path, seed: int, kills: int) -> list[str]:
    """Kill a life that writes sidecars, and the rebuilding, at random moments; returns the differences then."""
    library, scratch = folder / "library", folder / "scratch"
    scratch.mkdir(parents=True)
    dice = random.Random(seed)
    faults: list[str] = []
    for number in range(kills):
        live_and_kill(dice.uniform(0.0, 1.0), "sidecars", library, scratch, seed + number)
        faults += [f"{found.name} is not whole: {found.fault}" for found in _sidecars(library) if found.content is None]
        _delete_unrecorded(library)
        before = tables(library)
        with open_desk(library):  # the latest changes are written on closing
            pass
        live_and_kill(dice.uniform(0.1, 1.5), "sidecars", library, scratch, -1, after="")
        with open_desk(library):
            pass
        faults += differences(before, tables(library))
        rebuilt = finish(rebuild(library))
        faults += [*differences(before, tables(library)), *map(str, rebuilt.rejected)]
    return faults


def _delete_unrecorded(library: Path) -> None:
    """Delete the originals of killed imports: no document has them yet, and rebuilding makes a document of each."""
    with contextlib.closing(sqlite3.connect(library / "library.sqlite3")) as connection:
        recorded = {sha256 for (sha256,) in connection.execute("SELECT sha256 FROM document")}
    for sha256, path in Originals(library).all():
        if sha256 not in recorded:
            delete(path)


def _sidecars(library: Path) -> Iterator[FoundSidecar]:
    files = SidecarFiles(library)
    for subject in SidecarSubject:
        yield from (files.read(subject, name) for name in files.names(subject))


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """Live, kill and rebuild for some time."""
    until = time.monotonic() + seconds
    lives = kills = rows = 0
    faults: list[str] = []
    while time.monotonic() < until or not lives:
        folder = Path(tempfile.mkdtemp(prefix="sidecars-"))
        try:
            rebuilt, differing, after = live_and_rebuild(folder / "whole", seed + lives, 150)
            differing += [str(one) for one in rebuilt.rejected]
            differing += kill_and_rebuild(folder / "killed", seed + lives, 2)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        faults += [f"seed {seed + lives}: {one}" for one in differing]
        lives += 1
        kills += 4
        rows += sum(map(len, after.values()))
    told = (
        f"{lives} libraries rebuilt from originals and sidecars, {rows:,} rows of all tables compared, {kills} kills "
        f"while sidecars were written and while libraries were rebuilt, {len(faults)} differences"
    )
    return not faults, "; ".join([told, *faults[:3]])


def be_killed() -> None:
    """A life that writes sidecars after each action; with a seed below 0, the rebuilding of a library."""
    library, scratch, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    if seed < 0:
        finish(rebuild(library))
        return
    with open_desk(library) as desk:
        life = Life(desk, scratch, random.Random(seed))
        if not desk.documents.all():
            life.begin()
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        while True:
            life.live(2)
            list(desk.sidecars.catch_up())


if __name__ == "__main__":
    be_killed()
