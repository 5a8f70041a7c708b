"""Upgrades under kills: a library of any earlier step is opened by a process that is killed at a random moment.

After each kill the database must be intact and at some step, and must have all its contents once it is opened; the copy
made before must have the same contents.
"""

import contextlib
import random
import shutil
import sqlite3
import tempfile
import time
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

from delegate_desk.core.errors import DeskError
from delegate_desk.storage.db import migrations
from delegate_desk.storage.db.database import FILE_NAME, Database
from support.full_library import lost, made_by_step, whole_library


@dataclass
class Score:
    """Results.

    Attributes:
        between: Kills that left a step between the old one and the new.
        finished: Kills that came too late.
        problems: The problems found.
    """

    kills: int = 0
    between: int = 0
    finished: int = 0
    problems: list[str] = field(default_factory=list)


def upgrade(library: Path) -> None:
    """Open a library."""
    Database(library).close()


def run(seconds: float, seed: int = 1) -> Score:
    """Kill for a time, once the libraries are made."""
    score, dice = Score(), random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        full = whole_library(root / "full")
        old = {step: made_by_step(step, full, root / f"step-{step}") for step in range(1, len(migrations.STEPS))}
        longest = {step: _takes(path, root / "timed") for step, path in old.items()}
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            step = dice.choice(list(old))
            _kill(old[step], root / "killed", dice.uniform(0, longest[step]), step, score)
    return score


def _takes(library: Path, copy: Path) -> float:
    shutil.copytree(library, copy)
    began = time.monotonic()
    Database(copy).close()
    shutil.rmtree(copy)
    return time.monotonic() - began


def _kill(library: Path, copy: Path, seconds: float, step: int, score: Score) -> None:
    shutil.copytree(library, copy)
    context: Any = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
    child = context.Process(target=upgrade, args=(copy,), daemon=True)
    child.start()
    time.sleep(seconds)
    child.kill()
    child.join()
    score.kills += 1
    if problem := _problem(library, copy, step, score):
        score.problems.append(f"step {step}: {problem}")
    shutil.rmtree(copy)


def _problem(library: Path, copy: Path, step: int, score: Score) -> str:
    with contextlib.closing(sqlite3.connect(copy / FILE_NAME)) as connection:
        reached = migrations.version(connection)
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    if found != ["ok"] or not step <= reached <= len(migrations.STEPS):
        return f"at {reached}, {found[0]}"
    score.between += step < reached < len(migrations.STEPS)
    score.finished += reached == len(migrations.STEPS)
    if missing := lost(library / FILE_NAME, copy / FILE_NAME):
        return f"after the kill: {missing}"
    try:
        database = Database(copy)
    except DeskError as error:
        return repr(error)
    found = database.problems()
    database.close()
    if found:
        return f"opened again: {found[0]}"
    if missing := lost(library / FILE_NAME, copy / FILE_NAME):
        return f"after the upgrade: {missing}"
    kept = copy / "backups" / f"library-before-step-{step + 1}.sqlite3"
    if not kept.is_file() or lost(library / FILE_NAME, kept):
        return "the copy kept before is not there or another"
    left = [path.name for path in (copy / "backups").glob(".*")]
    return f"left behind: {left}" if left and reached < len(migrations.STEPS) else ""


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """True if all was well, and the figure in words."""
    score = run(seconds, seed)
    said = (
        f"{score.kills} kills of an upgrade from any of {len(migrations.STEPS) - 1} steps, {score.between} between two"
    )
    told = [f"{said}: {len(score.problems)} libraries with anything lost", *score.problems[:3]]
    return not score.problems and score.kills > 0, "; ".join(told)
