"""Leaks: after days of work, tokens of every script are searched for in the user's whole home."""

import os
import random
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from support import system_calls
from support.disk_leaks import holding, home

_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "αβγδεζηθικλμνξοπρστυφχψω", "абвгдежзийклмнопрстуфхцчшщ")


@dataclass
class Score:
    """Findings.

    Attributes:
        found: Files outside the library and the exports that contain a token.
        kept: Files of the library that contain it: at least one, else nothing was tested.
        left: Leftovers in the temporary folder.
    """

    days: int = 0
    killed: int = 0
    files: int = 0
    kept: int = 0
    found: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def day(score: Score, folder: Path, rng: random.Random) -> None:
    """One day with its own token, one in three of them killed in the middle and restarted."""
    letters = rng.choice(_LETTERS)
    word = "".join(rng.choice(letters) for _ in range(14))
    person, library, out = folder / "person", folder / "person" / "data" / "library", folder / "out"
    runtime = Path(tempfile.mkdtemp(prefix="dd-", dir="/tmp"))
    environment = os.environ | home(person) | {
        "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(system_calls.TESTS), "QT_QPA_PLATFORM": "offscreen",
        "DELEGATE_DESK_LOG": "DEBUG",
    }  # fmt: skip
    try:
        if rng.random() < 1 / 3:
            child = subprocess.Popen(
                system_calls.day(library, out, word),
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            time.sleep(rng.uniform(0.5, 5.0))
            child.kill()
            child.wait()
            score.killed += 1
            shutil.rmtree(library, ignore_errors=True)  # a day starts without documents; other leftovers stay
        done = subprocess.run(system_calls.day(library, out, word), env=environment, capture_output=True, timeout=600)
        assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
        score.days += 1
        score.kept += len(holding(library, word))
        places = [path for root in (person, runtime) for path in root.rglob("*") if not path.is_relative_to(library)]
        score.files += sum(path.is_file() for path in places)
        score.found += [str(path.relative_to(folder)) for path in holding(person, word, beside=library)]
        score.found += map(str, holding(runtime, word))
        if word.encode() in done.stdout + done.stderr:
            score.found.append("what the program printed")
        score.left += [path.name for path in (person / "tmp").iterdir()]
    finally:
        shutil.rmtree(runtime, ignore_errors=True)


def run(days: int, seed: int, until: float = float("inf")) -> Score:
    """Run some days, fewer if the time is up."""
    score, rng = Score(), random.Random(seed)
    while score.days < days and (not score.days or time.monotonic() < until):
        with tempfile.TemporaryDirectory() as folder:
            day(score, Path(folder), rng)
    return score


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """Run days until the time is up, at least one.

    Returns:
        True if nothing was found outside the library, and the figure in words.
    """
    score = run(10**6, seed, time.monotonic() + seconds)
    said = (
        f"{score.days} days with tokens in texts, titles, notes, drafts and queries, {score.killed} after a kill, "
        f"{score.files} files outside the library searched: {len(score.found)} contain a token, "
        f"{len(score.left)} temporary files left"
    )
    return score.kept > 0 and not score.found and not score.left, "; ".join([said, *score.found[:3], *score.left[:3]])
