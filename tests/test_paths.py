"""Paths, from whatever folder the program is started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from delegate_desk import paths


def test_the_program_starts_itself_from_any_folder(tmp_path: Path) -> None:
    (tmp_path / "delegate_desk.py").write_text("raise SystemExit('the folder was looked into')")
    done = subprocess.run(paths.program_command("--version"), cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Delegate Desk ")


def test_a_frozen_program_is_a_program_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/delegate-desk/delegate-desk")
    assert paths.program_command("check") == ["/usr/lib/delegate-desk/delegate-desk", "check"]


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder in use cannot be deleted")
def test_the_program_works_from_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    line = f'cd "{gone}" && rmdir "{gone}" && exec "$0" "$@"'
    asked = [*paths.program_command("--library", str(tmp_path / "library"), "import"), str(paths.RESOURCES / "samples")]
    done = subprocess.run(["/bin/sh", "-c", line, *asked], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "ST 99101/26" in done.stdout


def test_a_test_has_no_folder_of_the_persons_own() -> None:
    ask = "from delegate_desk import paths; print(paths.settings_file(), paths.demo_library(), sep=chr(10))"
    told = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, encoding="utf-8")
    folders = [paths.settings_file(), paths.log_folder(), paths.default_library(), paths.demo_library()]
    for place in (*folders, *map(Path, told.stdout.splitlines())):
        assert place.is_relative_to(os.environ["HOME"])
