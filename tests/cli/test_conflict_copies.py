"""Copies of a library written on two computers at once, merged from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from delegate_desk.cli.main import main
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.desk import open_desk
from support.conflict_copies import COPY, leave_copy
from support.package_exchange import brought, noted, paragraph, texts


def run(capsys: pytest.CaptureFixture[str], *given: str) -> tuple[int, str, str]:
    status = main(list(given))
    said = capsys.readouterr()
    return status, said.out, said.err


def test_check_repair_merges_what_either_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library, other = tmp_path / "library", tmp_path / "other"
    with open_desk(library) as desk:
        brought(desk, tmp_path)
    shutil.copytree(library, other)
    with open_desk(other) as desk:
        noted(desk, paragraph(DocumentId(1)), "from there")
    leave_copy(other, library)
    (library / "library (Maria's conflicted copy 2026-11-25).sqlite3").write_bytes(b"half a file")
    said = run(capsys, "--library", str(library), "check")[1]
    assert "delegate-desk check --repair" in said
    status, said, complaints = run(capsys, "--library", str(library), "check", "--repair", "--json")
    assert (status, complaints) == (0, "")
    found = json.loads(said)["mended"]["copies"]
    assert (found["merged"], found["rows"]["annotation"], found["gave_way"]) == ([COPY], 1, 0)
    assert found["unusable"] == ["library (Maria's conflicted copy 2026-11-25).sqlite3"]
    assert Path(found["kept"], COPY).is_file()
    with open_desk(library) as desk:
        assert texts(desk) == {"from there"}
    assert json.loads(run(capsys, "--library", str(library), "check", "--json")[1])["conflict_copies"] == []
