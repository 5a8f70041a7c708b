"""The manual page: every command and option, in words that roff reads without a warning."""

import shutil
import subprocess
from pathlib import Path

import pytest

import man_page
from delegate_desk import __version__
from delegate_desk.cli.commands import COMMANDS, parser

PAGE = man_page.page(1_780_000_000)


def test_every_command_has_a_section() -> None:
    sections = [line[4:].replace("\\-", "-") for line in PAGE.splitlines() if line.startswith(".SS ")]
    assert sorted(sections) == sorted(COMMANDS)


def test_every_option_of_every_command_is_named() -> None:
    plain = PAGE.replace("\\-", "-")
    for name, command in man_page.commands(parser()).items():
        section = plain.partition(f".SS {name}\n")[2].partition(".SS ")[0]
        for action in command._actions:
            for option in action.option_strings:
                assert option in section or option in ("-h", "--help", "--library", "--json"), f"{name} {option}"


def test_the_page_has_the_version_and_its_day() -> None:
    assert f'"2026-05-28" "Delegate Desk {__version__}"' in PAGE


def test_no_line_of_words_is_taken_for_a_request() -> None:
    known = (".TH ", ".SH ", ".SS ", ".PP", ".TP", ".RS", ".RE", ".nf", ".fi", ".ad ")
    assert [line for line in PAGE.splitlines() if line.startswith((".", "'")) and not line.startswith(known)] == []


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not here")
def test_roff_reads_it_without_complaint(tmp_path: Path) -> None:
    (tmp_path / "page.1").write_text(PAGE, encoding="utf-8")
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-z", str(tmp_path / "page.1")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
