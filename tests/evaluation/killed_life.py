"""A process that is killed at an instant, with all that it started."""

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
    """Run a module of this folder and kill it: what it printed, and what it complained of if it had ended by itself.

    Args:
        seconds: How long it lives, once it has printed what is waited for.
        after: What is waited for: a line, if nothing else is named.
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
    """What a child has written; its own place in the file stays."""
    return os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0).decode(errors="replace")
