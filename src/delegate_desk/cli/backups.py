"""The commands that back a library up, list its backups, and make a library of one."""

import argparse
from collections.abc import Callable
from pathlib import Path

from delegate_desk import paths, settings
from delegate_desk.cli.command_result import Answer
from delegate_desk.cli.json_output import moment
from delegate_desk.core.library.backup import Backup
from delegate_desk.core.library.backup_rotation import MOST, UPGRADE_DAYS, RetentionTier
from delegate_desk.core.progress import finish
from delegate_desk.desk import Desk
from delegate_desk.services.library.backups import Backups


def backup(desk: Desk, given: argparse.Namespace) -> Answer:
    made = finish(desk.backups.write(given.file))
    originals = len(made.manifest.originals) - len(made.missing)
    data = {
        "file": str(made.path),
        "made": moment(made.manifest.made),
        "size": made.path.stat().st_size,
        "documents": made.manifest.documents,
        "originals": originals,
        "missing": list(made.missing),
        "damaged": list(made.damaged),
    }
    reasons = [f"The original of {name} is missing: it is not in the backup." for name in made.missing]
    reasons += [f"The original of {name} is damaged: it is in the backup as it is." for name in made.damaged]
    line = f"Backed up and opened again: {made.path} ({_size(made.path.stat().st_size)}, {originals} originals)"
    return Answer(data, [line], reasons)


def listed(desk: Desk, _: argparse.Namespace) -> Answer:
    second = settings.load(paths.settings_file()).second_place(desk.folder)
    overview = desk.backups.overview(second)
    data = {
        "backups": [_backup_json(one) for one in overview.backups],
        "second_place": None if second is None else {"folder": str(second), "present": overview.present},
    }
    lines = [_line(one) for one in overview.backups] or ["There are no backups here yet."]
    most = ", ".join(f"{many} {kind}" for kind, many in MOST.items())
    lines.append(f"Kept: {most}; copies made before an upgrade for {UPGRADE_DAYS} days.")
    if second is not None:
        lines.append(f"Second place: {second}{'' if overview.present else ', which is not there now'}")
    return Answer(data, lines)


def restore(library: Path, given: argparse.Namespace) -> Answer:
    """Make a library of a backup: before any library is opened."""
    restored = finish(Backups.restore(given.file, library))
    data = {
        "library": str(restored.folder),
        "made": None if restored.made is None else moment(restored.made),
        "documents": restored.documents,
        "originals": restored.originals,
        "missing": restored.missing,
        "encrypted": restored.encrypted,
    }
    when = "" if restored.made is None else f" of {moment(restored.made)}"
    lines = [f"Restored the backup{when}: {restored.documents} documents in {restored.folder}"]
    lines.append(f"Open it with: delegate-desk --library {restored.folder}")
    many = "1 original" if restored.missing == 1 else f"{restored.missing} originals"
    reasons = [f"{many} of {restored.documents} not found: neither in the backup nor beside it."]
    return Answer(data, lines, reasons if restored.missing else [])


def _backup_json(one: Backup) -> dict[str, object]:
    return {
        "file": str(one.path),
        "made": moment(one.made),
        "size": one.size,
        "place": "second" if one.second else "library",
        "kept_as": [str(kind) for kind in one.kept],
        "goes_next": one.goes_next,
    }


def _line(one: Backup) -> str:
    kept = "before an upgrade" if one.kept == (RetentionTier.UPGRADE,) else ", ".join(map(str, one.kept))
    where = "second location" if one.second else "library"
    going = "; goes with the next" if one.goes_next or not one.kept else ""
    return f"{one.made:%Y-%m-%d %H:%M} UTC  {_size(one.size)}  {where}  {kept or 'not kept'}{going}  {one.path}"


def _size(many: int) -> str:
    return f"{many / 1_000_000:.1f} MB"


RUN: dict[str, Callable[[Desk, argparse.Namespace], Answer]] = {"backup": backup, "backups": listed}
