"""A meeting with real key presses in a real window on a virtual screen: three items, twenty lines, Word.

cd tests && python -m journeys.by_real_keys FOLDER [1366x768]     prints the times, and saves screenshots in FOLDER

Needs Xvfb, openbox, xdotool and ImageMagick's ``import``. The times are those of the program: from Enter until the line
is in the library, and from the export command until the file is there.
"""

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from journeys.test_in_the_meeting import ON_LIGHTHOUSES, ON_THE_AGENDA, ON_THE_PAPER
from support.document_values import quiet_hours
from support.meeting_steps import REVISED, notice

DISPLAY = ":89"
PROGRAM = [sys.executable, "-m", "delegate_desk"]
PATIENCE = 15.0
_PLAIN = "RO 2(b) ling. res."
"""Instead of a line with letters that the layout of a bare screen lacks."""


class Keyboard:
    """Simulated keys on one screen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def press(self, *keys: str) -> None:
        self._do("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "12", text)

    def picture(self, name: str) -> None:
        time.sleep(0.6)
        subprocess.run(["import", "-window", "root", str(self._folder / f"{name}.png")], check=True, timeout=300)

    @staticmethod
    def _do(*command: str) -> None:
        subprocess.run(["xdotool", *command], check=True, timeout=300)


def main() -> None:
    folder = Path(sys.argv[1])
    size = sys.argv[2] if len(sys.argv) > 2 else "1440x900"
    folder.mkdir(parents=True, exist_ok=True)
    library = folder / "library"
    shutil.rmtree(library, ignore_errors=True)
    os.environ |= {"DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb", "DELEGATE_DESK_LIBRARY": str(library)}
    os.environ |= {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE")}
    ask("import", str(quiet_hours(folder)), str(notice(folder)))
    ask("import", str(notice(folder, name="revised.txt", text=REVISED)))
    ask("meeting-import", "CM 2101/26")
    (meeting,) = ask("meeting-import", "CM 2101/1/26 REV 1")["meetings"]
    with screen(size), program(size):
        took = sit(Keyboard(folder), folder, str(meeting["id"]))
    lines = took["lines"]
    sys.stdout.write(
        f"{len(lines)} lines, Enter to kept: median {statistics.median(lines) * 1000:.0f} ms, "
        f"worst {max(lines) * 1000:.0f} ms (of it up to 60 ms of asking)\n"
        f"report {took['report'][0]:.2f} s, matrix {took['matrix'][0]:.2f} s\n"
    )


def sit(keyboard: Keyboard, folder: Path, meeting: str) -> dict[str, list[float]]:
    """Attend the meeting; returns the seconds by action."""
    took: dict[str, list[float]] = {"lines": []}
    keyboard.press("F5")
    time.sleep(1.5)
    keyboard.press("alt+Up")
    keyboard.picture("1 in the meeting")
    for lines in (ON_THE_AGENDA, ON_THE_PAPER, ON_LIGHTHOUSES):
        for text in lines:
            keyboard.type(text if text.isascii() else _PLAIN)
            began = time.monotonic()
            before = kept(folder)
            keyboard.press("Return")
            until(partial(is_kept, folder, before + 1))
            took["lines"].append(time.monotonic() - began)
        keyboard.picture(f"2 after {len(took['lines'])} lines")
        keyboard.press("alt+Down")
        time.sleep(0.5)
    for name, command in (("report", "Meeting report"), ("matrix", "Matrix to Word")):
        file = folder / f"{name}.docx"
        file.unlink(missing_ok=True)
        keyboard.press("ctrl+k")
        time.sleep(0.5)
        keyboard.type(command)
        keyboard.press("Return")
        time.sleep(1.5)
        keyboard.picture(f"3 {name}")
        write(keyboard, file)
        began = time.monotonic()
        keyboard.press("alt+e")
        until(file.is_file)
        took[name] = [time.monotonic() - began]
        keyboard.press("Escape")
        time.sleep(0.5)
    assert len(ask("matrix", meeting)["cells"]) > 10
    return took


def write(keyboard: Keyboard, file: Path) -> None:
    """Put the name of a file into the dialog's field, which is reached by its access key."""
    keyboard.press("alt+i")
    keyboard.press("ctrl+a")
    keyboard.type(str(file))


def kept(folder: Path) -> int:
    """The number of lines in the library."""
    import sqlite3

    with contextlib.closing(sqlite3.connect(folder / "library" / "library.sqlite3", timeout=5)) as connection:
        return int(connection.execute("SELECT count(*) FROM line").fetchone()[0])


def is_kept(folder: Path, lines: int) -> bool:
    """True as soon as there are that many lines in the library."""
    return kept(folder) >= lines


def ask(*command: str) -> dict[str, list[dict[str, str]]]:
    """The output of the command line."""
    done = subprocess.run([*PROGRAM, "--json", *command], check=True, capture_output=True, text=True, timeout=120)
    answer: dict[str, list[dict[str, str]]] = json.loads(done.stdout)
    return answer


def until(holds: Callable[[], bool]) -> None:
    """Wait for something."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)


@contextlib.contextmanager
def screen(size: str) -> Iterator[None]:
    """A screen with a window manager."""
    with contextlib.ExitStack() as stack:
        for command in (["Xvfb", DISPLAY, "-screen", "0", f"{size}x24", "-nolisten", "tcp"], ["openbox"]):
            running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            stack.callback(running.wait)
            stack.callback(running.terminate)
            time.sleep(1)
        yield


@contextlib.contextmanager
def program(size: str) -> Iterator[None]:
    """The program, its window over the whole screen."""
    running = subprocess.Popen(PROGRAM)
    try:
        time.sleep(4)
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "Delegate Desk"],
            capture_output=True,
            text=True,
            timeout=300,
        )
        window = found.stdout.split()[-1]
        subprocess.run(["xdotool", "windowactivate", window], check=True, timeout=300)
        subprocess.run(["xdotool", "windowmove", window, "0", "0"], check=True, timeout=300)
        subprocess.run(["xdotool", "windowsize", window, *size.split("x")], check=True, timeout=300)
        time.sleep(1)
        yield
    finally:
        running.terminate()
        running.wait(10)


if __name__ == "__main__":
    main()
