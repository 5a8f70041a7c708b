"""Long tests of the promises: `python3 packaging/dev.py endure [--minutes N] [--only R1,R6]`.

Runs the long form of each test that packaging/RELIABILITY.md names, each in its own process, and prints the table
again:
promise, how tested, figure, date. The status is 1 if a promise was broken. The time is shared by weight; tests that
need a fixed time, such as the large library, take it in addition.
"""

import argparse
import datetime
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_HYPOTHESIS = "tests of Hypothesis"
"""Stands for the test files that use Hypothesis: with new random values here, elsewhere the same each time."""


@dataclass(frozen=True)
class Row:
    """One promise.

    Attributes:
        tests: Modules whose ``figures(seconds, seed)`` test it for a time and return passed, and the figure in words;
            and
            test files, relative to tests/, which run once.
        weight: Its share of the time.
    """

    name: str
    promise: str
    tests: tuple[str, ...]
    weight: float = 1.0


ROWS = (
    Row("R1", "Killed at any point, the library opens with all that was acknowledged", ("evaluation.survival",), 22),
    Row("R2", "A full, read-only or disconnected disk is reported, and nothing is lost", ("evaluation.disks",), 2),
    Row("R3", "A power cut loses nothing that was acknowledged as saved", ("evaluation.powerloss",), 4),
    Row(
        "R4",
        "A damaged database is noticed, kept and recovered; it can be rebuilt from sidecars",
        ("evaluation.damages", "evaluation.sidecars"),
        8,
    ),
    Row("R5", "A missing, mixed or old index is rebuilt automatically", ("evaluation.kills",), 4),
    Row("R6", "No hostile file crashes the window", ("evaluation.hostile",), 26),
    Row("R7", "Decompression bombs are refused at once", ("evaluation.hostile_bombs",), 1),
    Row("R8", "Nothing in a file is resolved, executed or downloaded", ("parsing/test_active_content.py",), 0),
    Row("R9", "No file name makes the program write outside the library", ("evaluation.hostile_paths",), 1),
    Row("R10", "A library of 10,000 documents and 500,000 paragraphs is usable", ("bench_size",), 0),
    Row("R11", "Every Unicode character survives import and export", ("evaluation.hostile_unicode",), 2),
    Row("R12", "Changes of the clock do not change the order of interventions", ("evaluation.clocks",), 1),
    Row(
        "R13",
        "Opened twice, shared or synchronised, a library stays whole",
        (
            "evaluation.sharing",
            "journeys/test_two_writers.py",
            "gui/test_single_instance.py",
            "storage/files/test_filesystem.py",
        ),
        6,
    ),
    Row("R14", "A note is carried over to the right place, or you are asked", ("evaluation.revising",), 6),
    Row("R15", "A redline gives our text when accepted, and the source when rejected", ("evaluation.redlines",), 4),
    Row(
        "R16",
        "Packages give the same result in any order, and hostile packages are refused",
        ("evaluation.packages", "services/exchange/test_package_signatures.py"),
        4,
    ),
    Row("R17", "Backups are made while you work, and each can be restored", ("evaluation.backups",), 4),
    Row("R18", "A library of any earlier version opens with all its contents", ("evaluation.upgrades",), 1),
    Row("R19", "No connection to any network", ("evaluation.sockets",), 1),
    Row("R20", "No text of a document is stored outside the library", ("evaluation.leaks", "evaluation.encryption"), 4),
    Row("R21", "Properties hold for new random values too", (_HYPOTHESIS,), 0),
)

_ASK = """
import json, sys
from importlib import import_module
passed, figure = import_module(sys.argv[1]).figures(float(sys.argv[2]), int(sys.argv[3]))
sys.__stdout__.write(json.dumps([bool(passed), figure]) + "\\n")
"""
_GRACE = 5400
"""Seconds that a test gets beyond its time before it counts as hung: R10 alone takes a busy computer an hour."""


@dataclass(frozen=True)
class Tried:
    """Result of one promise."""

    row: Row
    kept: bool
    figure: str

    def line(self, day: datetime.date) -> str:
        """Return its line in the table."""
        tests = ", ".join(f"`{test.removeprefix('evaluation.')}`" for test in self.row.tests)
        verdict = "" if self.kept else "**broken**: "
        return f"| {self.row.name} | {self.row.promise} | {tests} | {verdict}{self.figure} | {day} |"


def tried(rows: list[Row], minutes: float, seed: int) -> Iterator[Tried]:
    """Test promises, one after the other."""
    whole = sum(row.weight for row in rows) or 1
    for row in rows:
        seconds = minutes * 60 * row.weight / whole / len(row.tests)
        began = time.monotonic()
        answers = [_ask(test, seconds, seed) for test in row.tests]
        yield Tried(row, all(kept for kept, _ in answers), "; ".join(figure for _, figure in answers))
        print(f"[endure] {row.name} took {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)


def _ask(test: str, seconds: float, seed: int) -> tuple[bool, str]:
    is_file = test.endswith(".py") or test == _HYPOTHESIS
    command = [sys.executable, "-c", _ASK, test, str(seconds), str(seed)]
    if is_file:
        files = property_tests() if test == _HYPOTHESIS else [test]
        new = ["--hypothesis-profile=random", f"--hypothesis-seed={seed}"]
        command = [sys.executable, "-m", "pytest", "-o", "addopts=--import-mode=importlib", "--quiet", *new, *files]
    packaging = ROOT / "packaging"
    paths = os.pathsep.join(map(str, (ROOT / "src", ROOT / "tests", packaging, packaging / "bench")))
    more = {"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", "DELEGATE_DESK_MUTANTS": "10000"}
    environment = {**os.environ, **more}
    try:
        done = subprocess.run(
            command, cwd=ROOT / "tests", env=environment, text=True, capture_output=True, timeout=seconds + _GRACE
        )
    except subprocess.TimeoutExpired:
        return False, "it did not come to its end"
    if is_file:
        if done.returncode:
            print(done.stdout, file=sys.stderr, flush=True)
        return done.returncode == 0, f"{Path(test).stem}: {done.stdout.splitlines()[-1]}"
    if done.returncode:
        print(done.stderr, file=sys.stderr, flush=True)
        return False, f"the test itself failed, status {done.returncode}"
    kept, figure = json.loads(done.stdout.splitlines()[-1])
    return kept, figure


def property_tests() -> list[str]:
    """Return the test files that use Hypothesis, relative to tests/."""
    tests = ROOT / "tests"
    found = (file for file in tests.rglob("test_*.py") if "@given(" in file.read_text(encoding="utf-8"))
    return sorted(file.relative_to(tests).as_posix() for file in found)


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py endure", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60, help="total time")
    parser.add_argument("--only", type=lambda names: names.split(","), default=[], help="only these promises: R1,R6,…")
    parser.add_argument("--seed", type=int, default=int(time.time()) % 1_000_000, help="the same seed, the same tests")
    options = parser.parse_args()
    rows = [row for row in ROWS if not options.only or row.name in options.only]
    print(f"Seed {options.seed}, {options.minutes:g} minutes\n", file=sys.stderr, flush=True)
    print("| | promise | how tested | figure | date |\n|---|---|---|---|---|", flush=True)
    broken = 0
    for one in tried(rows, options.minutes, options.seed):
        print(one.line(datetime.datetime.now(datetime.UTC).date()), flush=True)
        broken += not one.kept
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
