"""System calls of a program for sockets and files, by strace: of all its processes, from start to end."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
_CALL = re.compile(r"^\d+ +(\w+)\((.*)")
_FAMILY = re.compile(r"AF_\w+|PF_\w+|(?<=sa_family=)\d+")
_ADDRESS = re.compile(r'sun_path=(@?"[^"]*")')
_NOBODY = ("plugins/tls/", "plugins/networkinformation/", "/etc/resolv.conf", "/etc/hosts", "/etc/gai.conf")
"""Files that only a program looking for a network opens."""


@dataclass(frozen=True)
class Trace:
    """The calls of a run, one line each.

    Attributes:
        printed: The output of the program, with its errors.
    """

    lines: Sequence[str]
    printed: str

    @property
    def families(self) -> set[str]:
        """The families of the requested sockets, such as ``AF_UNIX``."""
        asked = (line for line in self.lines if re.match(r"^\d+ +socket(pair)?\(", line))
        return {found[0] if (found := _FAMILY.search(line)) else line for line in asked}

    @property
    def addresses(self) -> set[str]:
        """The addresses that sockets were bound or connected to; an abstract one starts with ``@``."""
        asked = (line for line in self.lines if re.match(r"^\d+ +(connect|bind|sendto|sendmsg)\(", line))
        return {found[1].replace('"', "") for line in asked if (found := _ADDRESS.search(line))}

    @property
    def strangers(self) -> list[str]:
        """Calls that only a program looking for a network makes, and sockets of any family but the computer's own."""
        opened = [line for line in self.lines if " openat(" in line and any(name in line for name in _NOBODY)]
        sockets = [line for line in self.lines if _CALL.match(line) and _is_strange(line)]
        return [line for line in opened if "ENOENT" not in line] + sockets

    def others(self, own: Iterable[str]) -> set[str]:
        """Addresses that are neither the display's, nor the desktop's bus, nor start with one of our own."""
        known = ("@/tmp/.X11-unix/", "/tmp/.X11-unix/", "@/tmp/.ICE-unix/", "/tmp/.ICE-unix/", *own)
        buses = re.compile(r"dbus|/bus$|at-spi|wayland-\d")
        return {one for one in self.addresses if not one.startswith(known) and not buses.search(one)}


def _is_strange(line: str) -> bool:
    call = _CALL.match(line)
    if call is None or call[1] not in ("socket", "socketpair", "connect", "bind", "sendto", "sendmsg"):
        return False
    family = _FAMILY.search(line)
    return family is not None and family[0] not in ("AF_UNIX", "AF_LOCAL", "AF_UNSPEC")


def need_strace() -> None:
    """Skip a test without strace if it cannot be installed; as root it must be there."""
    if sys.platform != "linux":
        pytest.skip("strace is a program of Linux")
    if shutil.which("strace") is None and os.geteuid() != 0:
        pytest.skip("needs strace")


def run(command: Sequence[str], log: Path, **environment: str) -> Trace:
    """Run a command to its end and return its calls, none without strace; its status must be 0."""
    calls = "trace=socket,socketpair,connect,bind,sendto,sendmsg,openat"
    log.touch()
    if shutil.which("strace"):
        command = ["strace", "-f", "--seccomp-bpf", "-s", "300", "-e", calls, "-o", str(log), *command]
    place = os.environ | {"PYTHONPATH": f"{TESTS}", "QT_QPA_PLATFORM": "offscreen"} | environment
    done = subprocess.run(command, env=place, capture_output=True, timeout=600)
    printed = (done.stdout + done.stderr).decode(errors="replace")
    assert done.returncode == 0, printed[-2000:]
    return Trace(log.read_text(errors="replace").splitlines(), printed)


def day(library: Path, folder: Path, word: str = "quiet") -> list[str]:
    """The command for a day's work in the window."""
    return [sys.executable, "-m", "support.window_process", str(library), str(folder), word]


def program(*words: str) -> list[str]:
    """The program with some arguments."""
    return [sys.executable, "-m", "delegate_desk", *words]
