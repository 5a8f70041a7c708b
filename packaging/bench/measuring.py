"""What the benches share: seconds and megabytes, and a measurement in a process of its own."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

Line = Callable[..., None]
"""Prints what was measured, its figure, and what is beside it."""


def seconds(job: Callable[[], object]) -> float:
    """Return the time that a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the median of each figure over several runs."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def child(script: str, *arguments: object, environment: Mapping[str, str] | None = None) -> dict[str, float]:
    """Return the figures that a script prints as JSON in its last line."""
    command = [sys.executable, script, *map(str, arguments)]
    whole = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **(environment or {})}
    done = subprocess.run(command, env=whole, text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{done.stderr}\n{Path(script).name} {arguments} did not end well: status {done.returncode}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def process_memory(process: int | str, name: str = "VmRSS") -> float:
    """Return a line of /proc/PROCESS/status in megabytes; not a number where there is none."""
    try:
        lines = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
        return int(lines[name].split()[0]) / 1024
    except (OSError, KeyError):  # not Linux, or it has just ended
        return float("nan")


def peak() -> float:
    """Return the memory of this process at its most, in megabytes; not a number where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
