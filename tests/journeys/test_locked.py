"""A laptop that sleeps in the middle of a note: nothing typed is lost, and nothing is left in the locked program."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.core.progress import finish
from delegate_desk.desk import encryption, open_desk
from support.logind_bus import DAEMON, Bus, private_bus

WORDS = "correct horse battery"


def library(tmp_path: Path) -> Path:
    """An encrypted library with one document."""
    cipher = finish(encryption.turn_on(tmp_path / "library", WORDS))
    source = tmp_path / "quiet hours.txt"
    source.write_text("1. The Council recalls that quiet hours matter.\n\n2. It calls on ports to keep them.\n")
    with open_desk(tmp_path / "library", cipher) as desk:
        list(desk.documents.import_files([source]))
    source.unlink()
    return tmp_path / "library"


@contextlib.contextmanager
def day(tmp_path: Path, bus: Bus) -> "Iterator[subprocess.Popen[str]]":
    """The program, controlled by ``support.locked_day_process``."""
    tests = Path(__file__).resolve().parents[1]
    folders = {f"XDG_{name}": str(tmp_path / name.lower()) for name in ("CONFIG_HOME", "STATE_HOME", "CACHE_HOME")}
    (tmp_path / "run").mkdir(mode=0o700)
    paths = os.pathsep.join([str(tests.parent / "src"), str(tests)])
    environment = {
        **os.environ,
        **folders,
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "PYTHONPATH": paths,
        "QT_QPA_PLATFORM": "offscreen",
        "DBUS_SYSTEM_BUS_ADDRESS": bus.address,
    }
    command = [sys.executable, "-m", "support.locked_day_process", str(library(tmp_path)), WORDS]
    pipe = subprocess.PIPE
    program = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
    try:
        yield program
    finally:
        program.kill()
        program.communicate()


@pytest.mark.skipif(DAEMON is None, reason="dbus-daemon is not installed")
def test_a_library_locks_before_sleep_and_comes_back_as_it_was(tmp_path: Path) -> None:
    with private_bus() as bus, day(tmp_path, bus) as program:
        out: Any = program.stdout
        keys: Any = program.stdin

        def seen() -> dict[str, Any]:
            found: dict[str, Any] = json.loads(out.readline())
            return found

        def go_on() -> None:
            keys.write("\n")
            keys.flush()

        work = seen()
        assert (work["found"], work["title"]) == (1, "library - Delegate Desk")
        assert work["keys"] > 0
        assert bus.is_held()
        bus.tell("sleep")
        go_on()
        locked = seen()
        assert locked["titles"] == ["Delegate Desk"]
        assert not [text for text in locked["labels"] if "quiet" in text.lower()]
        assert (locked["keys"], locked["windows"], locked["segments"]) == (0, 0, 0)
        assert not bus.is_held()  # only now the computer may sleep
        go_on()
        back = seen()
        assert (back["tabs"], back["notes"], back["found"]) == (1, ["typed before sleep"], 1)
        assert program.wait(300) == 0
    for folder in ("library", "config_home", "state_home", "cache_home"):
        for path in (tmp_path / folder).rglob("*"):
            content = path.read_bytes() if path.is_file() else b""
            assert b"typed before" not in content, path
            assert b"quiet" not in content, path
