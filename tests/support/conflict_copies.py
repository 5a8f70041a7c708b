"""A library changed on two computers at once, as a service that copies its folder leaves it."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from delegate_desk.core.library.records import Node, SidecarSubject
from delegate_desk.core.library.reports import CopiesMerged
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk
from delegate_desk.storage.files.sidecars import SidecarStore

COPY = "library.sync-conflict-20261125-101500-ABCDEF7.sqlite3"
_ELSEWHERE = frozenset(
    {"@context", "about", "library", "watched_folders", "shared_folder", "recent_searches", "last_number", "stamps"}
)


def leave_copy(of: Path, into: Path, name: str = COPY) -> None:
    """Leave the database of a closed library as a conflict copy in another, with its originals."""
    shutil.copyfile(of / "library.sqlite3", into / name)
    if of != into:
        shutil.copytree(of / "originals", into / "originals", dirs_exist_ok=True)


def merged(desk: Desk) -> CopiesMerged:
    return finish(desk.repair.merge_copies())


def state(desk: Desk) -> dict[str, Any]:
    """The content of a library, except for what belongs to its computer, and for its own numbers and times."""
    database = desk._database
    store = SidecarStore(database)
    with database.read() as connection:
        hashes = [str(row[0]) for row in connection.execute("SELECT sha256 FROM document ORDER BY sha256")]
        meetings = [str(row[0]) for row in connection.execute("SELECT id FROM meeting ORDER BY id")]
        stamps = connection.execute(
            """
            SELECT kind, coalesce(sha256 || substr(key, instr(key, ' ')), key), moment, gone FROM stamp
            LEFT JOIN document ON kind = 'line' AND document.id = CAST(key AS INTEGER) ORDER BY kind, 2
            """
        ).fetchall()
        held = {
            row[0]: row[1] is not None for row in connection.execute("SELECT sha256, trashed FROM document ORDER BY 1")
        }
    nodes = [(SidecarSubject.DOCUMENT, key) for key in hashes] + [(SidecarSubject.MEETING, key) for key in meetings]
    found = {f"{subject} {key}": _level(store.build_content(subject, key) or {}) for subject, key in nodes}
    library = _level(store.build_content(SidecarSubject.LIBRARY, "library") or {})
    there = {(kind, key) for kind, key, _, _ in stamps if kind == "note" or key[:64] in held}
    kept = [tuple(one) for one in stamps if (one[0], one[1]) in there]
    return {**found, "library": library, "stamps": kept, "in the trash": held}


def _level(value: Any) -> Any:
    if isinstance(value, dict):
        plain = "sha256" in value
        return {
            key: _level(inner)
            for key, inner in value.items()
            if key not in _ELSEWHERE and not (plain and key in ("number", "added", "trashed", "file_name", "note"))
        }
    if isinstance(value, list):
        shown = [one for one in value if not (isinstance(one, dict) and {"desk:author", "desk:trashed"} <= one.keys())]
        return sorted(map(_level, shown), key=lambda one: json.dumps(one, sort_keys=True))
    return value


def differences(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    """The differences of two libraries."""
    return [
        f"{key} {part}: {_only(a.get(part), b.get(part))} | {_only(b.get(part), a.get(part))}"
        for key in sorted(one.keys() | other.keys())
        for a, b in [(_parts(one.get(key)), _parts(other.get(key)))]
        for part in sorted(a.keys() | b.keys(), key=str)
        if a.get(part) != b.get(part)
    ]


def _parts(value: Any) -> Node:
    return value if isinstance(value, dict) else {"": value}


def _only(one: Any, other: Any) -> Any:
    if isinstance(one, list) and isinstance(other, list):
        return [inner for inner in one if inner not in other][:2]
    return one


def names(given: Iterable[Path], folder: Path) -> list[str]:
    """Files by their paths in a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in given)
