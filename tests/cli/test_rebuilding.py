import json
from pathlib import Path

import pytest

from delegate_desk.cli.main import main
from support.document_values import quiet_hours


def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    assert main(["--library", str(folder), "import", str(quiet_hours(tmp_path))]) == 0
    annotate = ["annotate", "7001/26", "para_1", "--kind", "note", "--text", "kept"]
    assert main(["--library", str(folder), *annotate]) == 0
    return folder


def test_a_lost_database_is_made_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = library(tmp_path)
    (folder / "library.sqlite3").write_bytes(b"")
    capsys.readouterr()
    assert main(["--library", str(folder), "check", "--rebuild", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"]
    assert told["documents"] == told["rows"]["annotation"] == 1
    assert not told["current"]
    assert (Path(told["kept"]) / "library.sqlite3").read_bytes() == b""
    assert main(["--library", str(folder), "annotations"]) == 0
    assert "kept" in capsys.readouterr().out
    assert main(["--library", str(folder), "check"]) == 0


def test_what_is_not_taken_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = library(tmp_path)
    (sidecar,) = (path for path in (folder / "sidecars").glob("*.jsonld") if path.name != "library.jsonld")
    sidecar.write_bytes(sidecar.read_bytes()[:100])
    (folder / "library.sqlite3").unlink()
    assert main(["--library", str(folder), "check", "--rebuild"]) == 1
    said = capsys.readouterr()
    assert f"sidecars/{sidecar.name} is not JSON, or is incomplete" in said.err
    assert "had no sidecar" in said.out


def test_where_there_is_nothing_it_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(tmp_path / "nothing"), "check", "--rebuild"]) == 1
    assert "neither originals nor sidecars" in capsys.readouterr().err
    assert not (tmp_path / "nothing" / "library.sqlite3").exists()


def test_emptying_the_trash_removes_the_sidecar(tmp_path: Path) -> None:
    folder = library(tmp_path)
    for command in (["remove", "7001/26"], ["trash", "--empty"]):
        assert main(["--library", str(folder), *command]) == 0
    assert [path.name for path in (folder / "sidecars").iterdir()] == ["library.jsonld"]
