"""The announcements of a screen reader while real keys search, read and capture: heard over AT-SPI on a private bus."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest
from pytestqt.qtbot import QtBot

from delegate_desk.libraries import prepare_samples

EAR = Path(__file__).parents[1] / "support" / "accessibility_listener.py"
PYTHON = "/usr/bin/python3"
"""The system's Python, which has the bindings."""
PATIENCE = 300_000


def _is_equipped() -> bool:
    tools = all(shutil.which(name) for name in ("Xvfb", "xdotool", "dbus-daemon", PYTHON))
    if not tools or not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        return False
    bound = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([PYTHON, "-c", bound], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is of Linux"),
    pytest.mark.skipif(not _is_equipped(), reason="Xvfb, xdotool or AT-SPI is absent"),
]


class Ear:
    """A program under real keys, and its announcements."""

    def __init__(
        self, lines: IO[str], surroundings: dict[str, str], wait: Callable[[Callable[[], bool]], None]
    ) -> None:
        self.heard: list[str] = []
        self._surroundings = surroundings
        self._wait = wait
        threading.Thread(target=self._listen, args=(lines,), daemon=True).start()

    def _listen(self, lines: IO[str]) -> None:
        for line in lines:
            self.heard.append(line.strip())  # each as it comes

    def press(self, *keys: str) -> None:
        self._do("key", *keys)

    def type(self, text: str) -> None:
        self._do("type", "--delay", "30", text)

    def _do(self, *command: str) -> None:
        subprocess.run(["xdotool", *command], env=self._surroundings, check=True, timeout=300)

    def wait_for(self, words: str, kind: str = "") -> str:
        """The first announcement with these words, once it comes; all before it are dropped."""

        def found() -> list[str]:
            return [line for line in self.heard if words in line and line.startswith(kind)]

        self._wait(lambda: bool(found()))
        line = found()[0]
        del self.heard[: self.heard.index(line) + 1]
        return line


@pytest.fixture
def ear(tmp_path: Path, qtbot: QtBot) -> Iterator[Ear]:
    library = tmp_path / "library"
    list(prepare_samples(library))
    surroundings = {name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")}
    surroundings["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    with contextlib.ExitStack() as stack:

        def start(*command: str) -> IO[str]:
            process = subprocess.Popen(
                command, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            stack.callback(_end, process)
            assert process.stdout is not None
            return process.stdout

        screen = start("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
        surroundings["DISPLAY"] = f":{screen.readline().strip()}"
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        surroundings["DBUS_SESSION_BUS_ADDRESS"] = bus.readline().strip()
        lines = start(PYTHON, str(EAR))
        assert lines.readline().strip() == "ready"
        start(sys.executable, "-m", "delegate_desk", "--library", str(library))
        made = Ear(lines, surroundings, lambda condition: qtbot.waitUntil(condition, timeout=PATIENCE))
        window = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Delegate Desk"]
        found = subprocess.run(window, env=surroundings, check=True, timeout=300, capture_output=True, text=True)
        subprocess.run(
            ["xdotool", "windowfocus", "--sync", found.stdout.split()[0]], env=surroundings, check=True, timeout=300
        )
        yield made


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    process.communicate()


def test_a_search_what_it_found_and_a_line_of_a_meeting_are_heard(ear: Ear) -> None:
    ear.wait_for("Next meeting", "focus")
    ear.press("ctrl+shift+f")
    ear.wait_for("Search, or type > for commands", "focus")
    ear.type("quiet")
    assert re.search(r"Text \d+ paragraphs", ear.wait_for("paragraphs", "announced"))
    ear.press("Down")
    ear.wait_for("quiet hours", "announced")
    ear.press("ctrl+a")
    ear.type("publish in advance")
    ear.wait_for("paragraph", "announced")
    ear.press("Return")
    ear.wait_for("publish in advance the hours", "focus: list item")
    ear.press("j")
    ear.wait_for("", "focus: list item")
    ear.press("ctrl+shift+f")
    ear.type("CM 9917/26")
    ear.wait_for("", "announced")
    ear.press("Return")
    ear.wait_for("Adoption of the agenda", "focus: list item")
    ear.press("F5")
    ear.wait_for("Capture line", "focus")
    ear.type("FR scrutiny 5")
    ear.press("Return")
    assert "FR scrutiny reservation" in ear.wait_for("recorded", "announced")
