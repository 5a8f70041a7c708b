"""Shared helpers of the benchmarks: seconds and megabytes, and a measurement in its own process."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

Line = Callable[..., None]
"""Print a measurement, its figure, and a remark."""


def seconds(job: Callable[[], object]) -> float:
    """Return the time of a job."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def processor_seconds() -> float:
    """Return the processor time of this process and of its children, which other programs do not change.

    Children that still run are counted on Linux only.
    """
    own = os.times()
    running = 0
    for process in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            fields = process.read_text().rpartition(")")[2].split()
            if int(fields[1]) == os.getpid():
                running += int(fields[11]) + int(fields[12])
    ended = own.user + own.system + own.children_user + own.children_system
    return ended + (running / os.sysconf("SC_CLK_TCK") if running else 0)


def medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the median of each figure over several runs."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def child(script: str, *arguments: object, environment: Mapping[str, str] | None = None) -> dict[str, float]:
    """Return the figures that a script prints as JSON in its last line."""
    command = [sys.executable, script, *map(str, arguments)]
    whole = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **(environment or {})}
    whole.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
    done = subprocess.run(command, env=whole, text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{done.stderr}\n{Path(script).name} {arguments} did not end well: status {done.returncode}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def process_memory(process: int | str, name: str = "VmRSS") -> float:
    """Return a line of /proc/PROCESS/status in megabytes; NaN if there is none."""
    try:
        lines = dict(line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text().splitlines())
        return int(lines[name].split()[0]) / 1024
    except (OSError, KeyError):  # not Linux, or it has just ended
        return float("nan")


def peak() -> float:
    """Return the peak memory of this process in megabytes; NaN if the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
