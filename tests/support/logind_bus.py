"""A private bus with a stand-in for logind on it."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DAEMON = shutil.which("dbus-daemon")


@dataclass
class Bus:
    """A bus on which the stand-in answers.

    Attributes:
        address: Of the bus.
    """

    address: str
    _logind: "subprocess.Popen[str]"

    def tell(self, command: str) -> None:
        """Let the stand-in announce ``sleep`` or ``wake``."""
        pipe: Any = self._logind.stdin
        pipe.write(f"{command}\n")
        pipe.flush()

    def is_held(self) -> bool:
        """True while the last lock keeps the computer from sleeping."""
        self.tell("held")
        pipe: Any = self._logind.stdout
        return bool(pipe.readline() == "yes\n")


@contextlib.contextmanager
def private_bus() -> Iterator[Bus]:
    """A separate bus, removed afterwards."""
    stand_in = Path(__file__).with_name("logind_stub.py")
    with contextlib.ExitStack() as stack:
        daemon = stack.enter_context(_running([str(DAEMON), "--session", "--nofork", "--print-address=1"]))
        pipe: Any = daemon.stdout
        address = pipe.readline().strip()
        logind = stack.enter_context(_running([sys.executable, str(stand_in), address]))
        pipe = logind.stdout
        if pipe.readline() != "ready\n":
            raise RuntimeError("the stand-in did not start")
        yield Bus(address, logind)


@contextlib.contextmanager
def _running(command: list[str]) -> "Iterator[subprocess.Popen[str]]":
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate()
