"""The newcomer script and the long tests of the promises, without running them."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import settings

import endure
import newcomer
from bare_debian import BareDebian
from screen_driver import HEIGHT, WIDTH, LateError, Screen, is_still, wait

BLANK = bytes(WIDTH * HEIGHT * 3)


def lined(lines: int) -> bytes:
    """A screenshot with that many lines that are not empty."""
    return b"\x01" * (WIDTH * 3 * lines) + BLANK[WIDTH * 3 * lines :]


def test_a_package_and_a_folder_are_asked_for(tmp_path: Path) -> None:
    package = tmp_path / "delegate-desk_1_amd64.deb"
    package.touch()
    asked = newcomer.parse(["--package", str(package), str(tmp_path / "film"), "--language", "el_GR.UTF-8", "--dark"])
    assert (asked.package, asked.pictures) == (package, tmp_path / "film")
    assert (asked.language, asked.dark, asked.installed) == ("el_GR.UTF-8", True, False)


@pytest.mark.parametrize("name", ["gone.deb", "test_newcomer.py"])
def test_what_is_no_package_is_refused(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        newcomer.parse(["film", "--package", str(Path(__file__).with_name(name))])
    assert "is not a Debian package" in capsys.readouterr().err


def test_what_a_system_lacks_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = tmp_path / "a.deb"
    package.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert newcomer.main([str(tmp_path / "film"), "--package", str(package)]) == 2
    assert "debootstrap, chroot" in capsys.readouterr().out
    assert not (tmp_path / "film").exists()


def test_the_way_goes_from_the_welcome_to_the_file_and_one_file_is_looked_for(tmp_path: Path) -> None:
    person = newcomer.Newcomer(newcomer.SourceTree(tmp_path), Screen(":0"), tmp_path, "C.UTF-8")
    names = [name for name, _ in person.steps()]
    assert len(set(names)) == len(names)
    assert names[0] == "welcome"
    assert names.index("dropped") < names.index("found") < names.index("stance") < names.index("written")
    assert len(names) - 1 <= newcomer.MOST
    assert newcomer.PAPER.is_file()
    system = BareDebian(tmp_path)
    person = newcomer.Newcomer(system, Screen(":0"), tmp_path, "C.UTF-8")
    system.home.mkdir(parents=True)
    with pytest.raises(LateError, match="There are 0 Word files"):
        person.letter()
    (system.home / "position.docx").touch()
    assert person.letter().name == "position.docx"


def test_a_letter_is_read_with_what_stands_in_its_tables(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Before")
    made.add_table(1, 1).cell(0, 0).text = "in a cell"
    made.save(str(tmp_path / "letter.docx"))
    assert newcomer.text(tmp_path / "letter.docx") == "Beforein a cell"


def test_a_caret_does_not_keep_the_screen_from_being_still_and_no_wait_is_without_end() -> None:
    assert is_still(BLANK, lined(24))
    assert not is_still(BLANK, lined(60))
    assert not is_still(b"", BLANK)
    wait("nothing", lambda: True)
    with pytest.raises(LateError, match="for the file"):
        wait("the file", lambda: False, seconds=0)


TESTS = Path(__file__).parents[1]


def test_every_promise_has_its_line_in_the_page() -> None:
    page = (TESTS.parent / "packaging" / "RELIABILITY.md").read_text(encoding="utf-8")
    assert [row.name for row in endure.ROWS if f"| {row.name} | {row.promise} |" not in page] == []


def test_the_ordinary_run_tries_the_same_values_each_time_and_the_random_profile_does_not() -> None:
    assert settings().derandomize
    assert settings().database is None
    assert not settings.get_profile("random").derandomize


def test_new_values_are_tried_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "5 passed")

    monkeypatch.setattr(subprocess, "run", run)
    rows = [row for row in endure.ROWS if row.name == "R21"]
    assert [one.kept for one in endure.tried(rows, 1, 77)] == [True]
    (command,) = asked
    assert command[0] == sys.executable
    assert {"--hypothesis-profile=random", "--hypothesis-seed=77"} <= set(command)
    assert "core/exchange/test_merge_rules.py" in command
    assert all((TESTS / one).is_file() for one in command if one.endswith(".py"))
