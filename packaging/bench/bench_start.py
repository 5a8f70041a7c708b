"""Start to first window of the folder for Windows under Wine, beside the same program as PyInstaller freezes it.

Both are started in turn on an empty library. Needs Wine as ``dev.py windows --set-up`` makes it; numpy in both folders
must be pointed to our functions first (``use_our_maths`` of ``try_windows``).
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measuring import Line

sys.path.append(str(Path(__file__).resolve().parents[1] / "build"))

import try_windows
from screen_driver import LateError, Screen, wait

SCREEN = Screen(":92")
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1


def bench_start(line: Line, ours: Path, beside: Path, pairs: int) -> None:
    """Print the medians of both programs, and the ratio in each pair.

    Args:
        ours: The launcher of our folder.
        beside: The program to compare it with.
    """
    print(f"Start to first window under Wine, {pairs} pairs")
    found: dict[Path, list[tuple[float, float]]] = {ours: [], beside: []}
    with SCREEN.on(), try_windows.windows():
        kept = subprocess.Popen(["wine", "explorer"], env=_environment(), stderr=subprocess.DEVNULL)
        for program in found:
            _start(program)  # reads its files from the disk
        for n in range(pairs):
            for program in (ours, beside) if n % 2 else (beside, ours):
                found[program].append(_start(program))
        kept.kill()
    for index, what in enumerate(("by the clock", "processor time, with Wine's server")):
        one, other = ([times[index] for times in found[program]] for program in (ours, beside))
        ratios = [a / b for a, b in zip(one, other, strict=True)]
        told = f"beside it {statistics.median(other):.2f} s; ratio {min(ratios):.2f} to {max(ratios):.2f}"
        line(what, f"{statistics.median(one):.2f} s", told)


def _start(program: Path) -> tuple[float, float]:
    """Return the seconds from a start to the window, by the clock and of the processor; then close it."""
    library = try_windows.PREFIX / "drive_c" / "start"
    shutil.rmtree(library, ignore_errors=True)
    server = _processor_seconds("wineserver")
    began = time.monotonic()
    opened = subprocess.Popen(["wine", str(program), "--library", "C:\\start"], env=_environment())
    try:
        wait("the window", lambda: SCREEN.has("Delegate Desk"), 300)
        seconds = time.monotonic() - began
        used = _processor_seconds(program.name) + _processor_seconds("wineserver") - server
        SCREEN.settle()
        SCREEN.keys("Escape", "ctrl+q")
        opened.wait(120)
    except (LateError, subprocess.TimeoutExpired) as error:
        sys.exit(f"{program.name}: {error}")
    finally:
        opened.kill()
    return seconds, used


def _environment() -> dict[str, str]:
    """The environment of a user's own computer, without anything that points to the checkout."""
    return {
        name: value for name, value in try_windows.environment(DISPLAY=SCREEN.display).items() if name != "PYTHONPATH"
    }


def _processor_seconds(name: str) -> float:
    """Return the processor time of the processes of our Windows with a name in their command."""
    return sum(_times(name))


def _times(name: str) -> Iterator[float]:
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_ours = str(try_windows.PREFIX).encode() in (process / "environ").read_bytes()
            if is_ours and name.encode() in (process / "cmdline").read_bytes():
                fields = (process / "stat").read_text().rpartition(")")[2].split()
                yield (int(fields[11]) + int(fields[12])) / _TICK
        except OSError:  # it has just ended
            continue
