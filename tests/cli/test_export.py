"""The command ``export``."""

from pathlib import Path

import docx
import pytest

from delegate_desk.cli.main import DONE, REFUSED, USAGE
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, ExportKind
from support.command_line import Shell
from support.document_values import quiet_hours


@pytest.fixture
def drafted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line on a library with a position."""
    shell = Shell(tmp_path / "library", capsys)
    shell.json("import", quiet_hours(tmp_path))
    shell.json("position-set", "7001/26", "3", "--stance", "oppose", "--proposal", "The Council will revert to it.")
    shell.json("position-set", "7001/26", "3", "--justification", "Time.", "--internal", "hush")
    return shell


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_every_kind_is_written(drafted: Shell, tmp_path: Path, kind: ExportKind) -> None:
    target = tmp_path / "out.docx"
    assert drafted.json("export", kind, "7001/26", "--output", target, "--delegation", "EL")["file"] == str(target)
    assert docx.Document(str(target)).core_properties.author == "Delegation of Greece"


def test_columns_are_those_of_the_kind_or_those_asked_for(drafted: Shell, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    found = []
    for kind, *more in (("position",), ("comments-table",), ("position", "--columns", "justified")):
        drafted.json("export", kind, "7001/26", "--output", target, *more)
        found.append([cell.text for cell in docx.Document(str(target)).tables[0].rows[0].cells])
    assert found == [
        ["Drafting suggestions", "Comments"],
        ["Provision", "Presidency text", "Drafting suggestions", "Comments"],
        ["Provision", "Presidency text", "Drafting suggestions", "Justification"],
    ]


def test_a_redline_says_that_it_is_tracked_and_that_it_was_rebuilt(drafted: Shell, tmp_path: Path) -> None:
    status, told, _ = drafted.run(
        "export", "redline", "7001/26", "--output", tmp_path / "out.docx", "--markup", "council"
    )
    assert status == DONE
    assert "Redlines always use tracked changes." in told
    assert "its text was formatted again" in told


def test_the_capitals_copy_is_asked_for(drafted: Shell, tmp_path: Path) -> None:
    target = tmp_path / "out.docx"
    for audience, expected in (("circulation", False), ("capital", True)):
        drafted.json("export", "annotated", "7001/26", "--output", target, "--audience", audience)
        comments = [comment.text for comment in docx.Document(str(target)).comments]
        assert any("hush" in text for text in comments) is expected


def test_what_is_no_kind_is_wrong_usage_and_a_refusal_spoils_nothing(drafted: Shell, tmp_path: Path) -> None:
    target = tmp_path / "kept.docx"
    target.write_bytes(b"precious")
    assert drafted.run("export", "poem", "7001/26", "--output", target)[0] == USAGE
    for kind in DOCUMENT_KINDS:
        assert drafted.run("export", kind, "9999/26", "--output", target)[0] == REFUSED
    assert target.read_bytes() == b"precious"
