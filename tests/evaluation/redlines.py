"""Redlines without end: random edits of random Word files, each accepted, rejected and compared.

    cd tests && PYTHONPATH=../src python -m evaluation.redlines 2000 [--first 1000]

The same numbers make the same files. What breaks its word is told by its number.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from support.redline_cases import check

_BATCH = 50


def run(first: int, many: int, folder: Path) -> tuple[int, list[tuple[int, str]]]:
    """Try some files; how many items were laid into them, and the numbers of those that failed with the reason."""
    items = 0
    failed: list[tuple[int, str]] = []
    for seed in range(first, first + many):
        try:
            items += check(seed, folder)
        except Exception as error:  # whatever is raised is a fault, and is told by its number
            failed.append((seed, f"{type(error).__name__}: {error}"[:500]))
    return items, failed


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """For the table of what is promised."""
    began, files, items, wrong = time.monotonic(), 0, 0, 0
    while not files or time.monotonic() - began < seconds:
        with tempfile.TemporaryDirectory() as folder:
            many, failed = run(seed + files, _BATCH, Path(folder))
        files, items, wrong = files + _BATCH, items + many, wrong + len(failed)
    return (
        not wrong,
        f"{files} files with {items} changes: {wrong} that are not our text accepted or the source rejected",
    )


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("many", type=int)
    given.add_argument("--first", type=int, default=1000)
    options = given.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        items, failed = run(options.first, options.many, Path(folder))
    for seed, why in failed:
        sys.stdout.write(f"{seed}: {why}\n")
    seconds = time.perf_counter() - began
    sys.stdout.write(f"{options.many} files, {items} items, {len(failed)} failed, {seconds:.0f} s\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
