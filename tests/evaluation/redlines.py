"""Redlines without end: random edits of random Word files, each accepted, rejected and compared.

The same numbers give the same files. A failure is reported with its number.
"""

import tempfile
import time
from pathlib import Path

from support.redline_cases import check

_BATCH = 50


def run(first: int, many: int, folder: Path) -> tuple[int, list[tuple[int, str]]]:
    """Try some files: the number of changes in them, and the numbers of those that failed with the reason."""
    items = 0
    failed: list[tuple[int, str]] = []
    for seed in range(first, first + many):
        try:
            items += check(seed, folder)
        except Exception as error:  # any exception is a failure, and is reported with its number
            failed.append((seed, f"{type(error).__name__}: {error}"[:500]))
    return items, failed


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """The figure for the table of RELIABILITY.md."""
    began, files, items, wrong = time.monotonic(), 0, 0, list[str]()
    while not files or time.monotonic() - began < seconds:
        with tempfile.TemporaryDirectory() as folder:
            many, failed = run(seed + files, _BATCH, Path(folder))
        files, items, wrong = files + _BATCH, items + many, wrong + [f"{number}: {why}" for number, why in failed]
    said = f"{files} files with {items} changes: {len(wrong)} that are not our text accepted or the source rejected"
    return not wrong, "; ".join([said, *wrong[:3]])
