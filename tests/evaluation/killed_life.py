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
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        printed, said = Path(folder, "printed"), Path(folder, "said")
        with (
            printed.open("wb") as out,
            said.open("wb") as complaints,
            subprocess.Popen(
                command, cwd=TESTS, env=environment, stdout=out, stderr=complaints, start_new_session=True
            ) as life,
        ):
            while after not in _content(printed) and life.poll() is None:
                time.sleep(0.002)
            time.sleep(seconds)
            has_ended = life.poll() is not None
            _kill(life)
        return _content(printed), _content(said)[-600:] if has_ended else None


def _content(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


def _kill(life: subprocess.Popen[bytes]) -> None:
    """End a process with its children, which Windows ends with it, because they belong to its job."""
    if sys.platform == "win32":
        life.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(life.pid, signal.SIGKILL)
