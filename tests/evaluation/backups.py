"""Backups under kills: one process writes without pause, another makes backups repeatedly and is killed at random.

Every backup found afterwards must restore, contain one state of the library, and at least what had been written when
the backup started.
"""

import contextlib
import hashlib
import json
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.errors import DeskError
from delegate_desk.desk import open_desk
from delegate_desk.services.library.backups import Backups
from delegate_desk.storage.db.database import FILE_NAME, Database
from delegate_desk.storage.files.originals import Originals
from support.document_values import quiet_hours
from support.job_steps import done

_HERE = Path(__file__).resolve().parents[1]
_CHAIN = 10
_SOON = 2.5
"""Kills of one library, and the maximum lifetime of a process in seconds."""


# The killed processes


def write(library: Path) -> None:
    """Add numbered notes to the document, without end."""
    with open_desk(library) as desk:
        place = Place(desk.documents.all()[0].id, Address("para_1"))
        number = len(desk.annotations.all())
        print("ready", flush=True)  # noqa: T201  (to the judge)
        while True:
            desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=str(number)))
            number += 1


def back_up(library: Path, seed: int) -> None:
    """Make backups without end: in the library, at a second place, into one file; each is reported when complete."""
    dice, second = random.Random(seed), library.parent / "second"
    database = Database(library)
    backups = Backups(database, Originals(library), now=lambda: _day(library))
    if not second.exists():
        second.mkdir()
        backups.choose_second(second)
    with open_desk(library) as desk:
        print("ready", flush=True)  # noqa: T201  (to the judge)
        while True:
            count = len(desk.annotations.all())
            whole = dice.random() < 0.3
            steps = backups.write(library.parent / "all.ddbackup") if whole else backups.back_up(second)
            path = done(steps).path
            print(json.dumps([str(path), count]), flush=True)  # noqa: T201


def _day(library: Path) -> datetime:
    """Each backup has a different date, so that several stay."""
    return datetime.now(UTC) + timedelta(days=len(list((library / "backups").glob("*.ddbackup"))))


# The checks


@dataclass
class Score:
    """Results.

    Attributes:
        told: Backups reported as complete.
        judged: Backups that were restored and checked.
        problems: The problems found.
    """

    kills: int = 0
    told: int = 0
    judged: int = 0
    problems: list[str] = field(default_factory=list)


def run(seconds: float, seed: int = 1) -> Score:
    """Kill for a time, in series of kills of one library."""
    score, dice, until = Score(), random.Random(seed), time.monotonic() + seconds
    while time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            library = Path(folder) / "library"
            with open_desk(library) as desk:
                desk.documents.add(desk.documents.read(quiet_hours(Path(folder))))
            seen: set[Path] = set()
            for _ in range(_CHAIN):
                if time.monotonic() < until:
                    _kill(library, dice, seen, score)
    return score


def _kill(library: Path, dice: random.Random, seen: set[Path], score: Score) -> None:
    writer = _started("write", str(library))
    maker = _started("back_up", str(library), str(dice.randrange(1_000_000)))
    time.sleep(dice.uniform(0, _SOON))
    for process in dice.sample((writer, maker), 2):
        if process.poll() is not None:
            score.problems.append("a process ended by itself")
        process.kill()
        time.sleep(dice.choice((0, 0.05)))
    score.kills += 2
    least = {}
    for line in _output(maker):
        path, count = json.loads(line)
        least[Path(path)] = int(count)
        score.told += 1
    for process in (writer, maker):
        process.wait()
        _output(process).close()
    _judge(library, least, seen, score)


def _started(what: str, *given: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "evaluation.backups", what, *given]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=_HERE)
    _output(started).readline()
    return started


def _output(process: "subprocess.Popen[str]") -> IO[str]:
    assert process.stdout is not None
    return process.stdout


def _judge(library: Path, least: dict[Path, int], seen: set[Path], score: Score) -> None:
    root = library.parent
    there = {*library.glob("backups/*.ddbackup"), *root.glob("second/*/*.ddbackup"), *root.glob("*.ddbackup")}
    changing = root / "all.ddbackup"
    for path in sorted(there - seen | ({changing} & there)):
        score.judged += 1
        if problem := _problem(path, least.get(path, 0)):
            score.problems.append(f"{path.name}: {problem}")
    seen |= there
    newest = max(library.glob("backups/*.ddbackup"), default=None)
    if newest is None and any("backups" in str(path) for path in least):
        score.problems.append("a backup that was told of is gone")
    if _count(library) < 0:
        score.problems.append("the library itself is not whole")


def _problem(path: Path, least: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        try:
            restored = done(Backups.restore(path, Path(folder) / "again"))
        except DeskError as error:
            return repr(error)
        if restored.missing:
            return "without its original"
        count = _count(restored.folder)
        originals = [path for path in (restored.folder / "originals").glob("??/*") if path.is_file()]
        if count < 0 or [hashlib.sha256(one.read_bytes()).hexdigest() for one in originals] != [originals[0].stem]:
            return "not one whole state"
    return f"{count} notes, though {least} were there before" if count < least else ""


def _count(library: Path) -> int:
    """The number of notes, if numbered from 0 without a gap; otherwise -1."""
    with contextlib.closing(sqlite3.connect(library / FILE_NAME)) as connection:
        numbers = sorted(int(row[0]) for row in connection.execute("SELECT text FROM annotation"))
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return len(numbers) if whole and numbers == list(range(len(numbers))) else -1


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """True if all was well, and the figure in words."""
    score = run(seconds, seed)
    said = (
        f"{score.kills} kills, {score.told} backups reported, {score.judged} restored: {len(score.problems)} incomplete"
    )
    return not score.problems and score.judged > 0, "; ".join([said, *score.problems[:3]])


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(Path(sys.argv[2]))
    back_up(Path(sys.argv[2]), int(sys.argv[3]))
