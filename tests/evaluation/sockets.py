"""The sockets that a day in the window and every command request, by strace."""

import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from support import system_calls
from support.disk_leaks import home


@dataclass
class Score:
    """Findings.

    Attributes:
        strange: Calls that look for a network, and sockets other than those of the display, the bus and our own.
    """

    runs: int = 0
    processes: int = 0
    calls: int = 0
    families: set[str] = field(default_factory=set)
    strange: list[str] = field(default_factory=list)


def run(folder: Path, platform: str = "offscreen") -> Score:
    """A day in the window, and all commands of the self-test."""
    score = Score()
    runtime = Path(tempfile.mkdtemp(prefix="dd-", dir="/tmp"))
    try:
        environment = home(folder / "person") | {"XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": platform}
        for name, command in (
            ("day", system_calls.day(folder / "library", folder / "out")),
            ("commands", system_calls.program("check", "--self-test")),
        ):
            trace = system_calls.run(command, folder / name, **environment)
            score.runs += 1
            score.calls += len(trace.lines)
            score.processes += sum("+++ " in line for line in trace.lines)
            score.families |= trace.families
            score.strange += trace.strangers + sorted(trace.others([f"{runtime}/"]))
    finally:
        shutil.rmtree(runtime, ignore_errors=True)
    return score


def figures(seconds: float, seed: int) -> tuple[bool, str]:
    """Days until the time is up, at least one; the seed changes nothing, because nothing is random.

    Returns:
        True if nothing strange was requested, and the figure in words.
    """
    del seed
    if shutil.which("strace") is None:
        return False, "not run: strace is absent"
    until = time.monotonic() + seconds
    scores: list[Score] = []
    while not scores or time.monotonic() < until:
        with tempfile.TemporaryDirectory() as folder:
            scores.append(run(Path(folder)))
    strange = [line for one in scores for line in one.strange]
    families = sorted(set().union(*(one.families for one in scores)))
    said = (
        f"{len(scores)} days in the window and {len(scores)} runs of all commands, "
        f"{sum(one.processes for one in scores)} threads and processes, {sum(one.calls for one in scores)} calls: "
        f"sockets of {', '.join(families)} alone, {len(strange)} to a network or to another program"
    )
    return not strange and families == ["AF_UNIX"], "; ".join([said, *strange[:3]])
