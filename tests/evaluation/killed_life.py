"""A process that is killed at an instant, with all its children."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import IO

TESTS = Path(__file__).parents[1]


def live_and_kill(
    seconds: float, module: str, *words: object, environment: Mapping[str, str] | None = None, after: str = "\n"
) -> tuple[str, str | None]:
    """Run a module of this folder and kill it: its output, and its error output if it had ended by itself.

    Args:
        seconds: Its lifetime after the awaited output.
        after: The awaited output; by default a line.
    """
    command = [sys.executable, "-m", f"evaluation.{module}", *map(str, words)]
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            command, cwd=TESTS, env=environment, stdout=out, stderr=complaints, start_new_session=True
        ) as life,
    ):
        while after not in _content(out) and life.poll() is None:
            time.sleep(0.002)
        time.sleep(seconds)
        has_ended = life.poll() is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(life.pid, signal.SIGKILL)
        life.wait()
        printed, said = _content(out), _content(complaints)
    return printed, said[-600:] if has_ended else None


def _content(file: IO[bytes]) -> str:
    """The output of a child; the child's own position in the file stays."""
    return os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0).decode(errors="replace")
