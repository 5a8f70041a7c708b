"""A virtual screen with simulated input: windows, keys, the mouse, and screenshots."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1366, 768
_CARET = 40
"""Number of lines of the screen that may change while it counts as still."""
_LONGEST = 60
"""Seconds until waiting is given up."""


class LateError(Exception):
    """An event did not happen in time; the message names it."""


class Screen:
    """One virtual screen.

    Attributes:
        display: Its name, such as ``:88``.
    """

    def __init__(self, display: str) -> None:
        self.display = display

    @contextmanager
    def on(self) -> Iterator[None]:
        """Start it, with a window manager, and stop it on exit."""
        size = f"{WIDTH}x{HEIGHT}x24"
        screen = _started("Xvfb", self.display, "-ac", "-screen", "0", size, "-nolisten", "tcp")
        try:
            wait("the screen", lambda: self._done("xdpyinfo").returncode == 0)
            manager = _started("openbox", environment=self._environment())
            try:
                yield
            finally:
                _end(manager)
        finally:
            _end(screen)

    def start(self, *command: str) -> "subprocess.Popen[bytes]":
        """Start a program on it."""
        return _started(*command, environment=self._environment())

    # Output

    def window(self, name: str) -> str:
        """Wait for a window with a name in its title; returns its number."""
        found: list[str] = []

        def look() -> bool:
            found[:] = self._windows(name)
            return bool(found)

        wait(f"a window called {name}", look)
        return found[-1]

    def has(self, name: str) -> bool:
        """True if there is a window with a name in its title."""
        return bool(self._windows(name))

    def picture(self, target: Path) -> None:
        """Save a screenshot."""
        self._done("import", "-window", "root", str(target))

    def settle(self) -> None:
        """Wait until nothing on it changes, except a caret."""
        last, rest = b"", 0
        until = time.monotonic() + _LONGEST
        while rest < 2 and time.monotonic() < until:
            time.sleep(0.1)
            now = self._done("import", "-window", "root", "-depth", "8", "rgb:-").stdout
            rest = rest + 1 if is_still(last, now) else 0
            last = now

    def activate(self, name: str) -> None:
        """Activate the window with a name in its title, as a window manager does."""
        self._hands("windowactivate", "--sync", self.window(name))

    # Input

    def keys(self, *names: str) -> None:
        """Press keys, one after another."""
        for name in names:
            self._hands("key", "--clearmodifiers", name)
            time.sleep(0.1)

    def write(self, words: str) -> None:
        """Type a text."""
        self._hands("type", "--delay", "25", words)

    def click(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self._hands("mousemove", str(x), str(y), "click", "1")

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 20) -> None:
        """Drag with the mouse from one place to another, without releasing."""
        self._hands("mousemove", *map(str, start))
        time.sleep(0.2)
        self._hands("mousedown", "1")
        for n in range(1, steps + 1):
            x, y = (a + (b - a) * n // steps for a, b in zip(start, end, strict=True))
            self._hands("mousemove", str(x), str(y))
            time.sleep(0.05)

    def drop(self) -> None:
        """Release the mouse."""
        self._hands("mouseup", "1")

    def _hands(self, *what: str) -> None:
        done = self._done("xdotool", *what)
        if done.returncode:
            raise LateError(f"xdotool {what[0]}: {done.stderr.decode(errors='replace').strip()}")

    def _windows(self, name: str) -> list[str]:
        return self._done("xdotool", "search", "--onlyvisible", "--name", name).stdout.decode().split()

    def _done(self, *command: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(command, env=self._environment(), capture_output=True)

    def _environment(self) -> dict[str, str]:
        left_out = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        return {name: value for name, value in os.environ.items() if name not in left_out} | {"DISPLAY": self.display}


def is_still(one: bytes, other: bytes) -> bool:
    """True if two screenshots, as RGB bytes, differ at most by a caret."""
    line = WIDTH * 3
    if one == other or len(one) != len(other):
        return bool(one) and one == other
    return sum(one[at : at + line] != other[at : at + line] for at in range(0, len(one), line)) <= _CARET


def wait(what: str, is_there: Callable[[], object], seconds: float = _LONGEST) -> None:
    """Wait until a condition holds.

    Raises:
        LateError: If it does not.
    """
    until = time.monotonic() + seconds
    while not is_there():
        if time.monotonic() > until:
            raise LateError(f"Waited {seconds:.0f} s for {what}, which did not happen.")
        time.sleep(0.1)


def _started(*command: str, environment: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait()
