from pathlib import Path

import docx
import pytest

from delegate_desk.cli.main import DONE, REFUSED, USAGE, main
from support.document_values import QUIET_HOURS, quiet_hours


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A library with a paper and a revision of it."""
    text = QUIET_HOURS.replace("7001/26", "7001/1/26\n\nREV 1").replace("set quiet hours", "set longer quiet hours")
    files = quiet_hours(tmp_path), quiet_hours(tmp_path, name="rev.txt", text=text)
    library = str(tmp_path / "library")
    assert main(["--library", library, "import", *map(str, files)]) == DONE
    capsys.readouterr()
    return library


def test_a_comparison_goes_to_word_with_tracked_changes_unless_told_otherwise(library: str, tmp_path: Path) -> None:
    command = ["--library", library, "compare", "7001/26", "7001/1/26", "--output"]
    assert main([*command, str(tmp_path / "tracked.docx")]) == DONE
    assert main([*command, str(tmp_path / "printed.docx"), "--markup", "council", "--labels", "fr"]) == DONE
    tracked = docx.Document(str(tmp_path / "tracked.docx")).element.xml
    assert "<w:ins " in tracked
    assert "longer" in tracked
    printed = docx.Document(str(tmp_path / "printed.docx"))
    assert "<w:ins " not in printed.element.xml
    assert printed.paragraphs[0].text == "Comparaison"


def test_a_comparison_that_cannot_be_written_is_said(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--library", library, "compare", "7001/26", "7001/1/26", "--output"]
    assert main([*command, str(tmp_path / "no folder" / "out.docx")]) == REFUSED
    assert "no folder" in capsys.readouterr().err
    assert main([*command, str(tmp_path / "out.docx"), "--markup", "purple"]) == USAGE
    assert not (tmp_path / "out.docx").exists()
