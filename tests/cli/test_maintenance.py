"""``check`` on the command line: explains, and mends with ``--repair``."""

import json
import shutil
from pathlib import Path

import pytest

from delegate_desk.cli.main import main
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.progress import finish
from delegate_desk.desk import note_damage, open_desk, was_damage_noticed
from delegate_desk.files import delete
from delegate_desk.storage.db.database import FILE_NAME
from support.conflict_copies import COPY, leave_copy
from support.damaged_libraries import HARMS, fill, put
from support.package_exchange import brought, noted, paragraph, texts


@pytest.fixture
def library(tmp_path: Path) -> Path:
    with open_desk(tmp_path / "library") as desk:
        fill(desk, tmp_path / "papers", papers=2, notes=4)
        finish(desk.backups.back_up())
    return tmp_path / "library"


def _check(library: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, object], str]:
    status = main(["--library", str(library), "check", "--json", *options])
    said = capsys.readouterr()
    return status, json.loads(said.out), said.err


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_database_is_explained_and_then_mended(
    library: Path, capsys: pytest.CaptureFixture[str], harm: str
) -> None:
    put(library, HARMS[harm]((library / FILE_NAME).read_bytes()))
    status, answer, said = _check(library, capsys)
    assert (status, answer["ok"]) == (1, False)
    assert "check --repair" in said
    status, answer, _ = _check(library, capsys, "--repair")
    assert (status, answer["ok"], answer["database"]) == (0, True, "ok")
    recovered = answer["recovered"]
    assert isinstance(recovered, dict)
    assert sum(source["rows"].get("document", 0) for source in recovered["sources"]) == 2
    assert Path(recovered["kept"]).is_dir()
    assert main(["--library", str(library), "annotations", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["annotations"]) == 8


def test_every_command_on_a_damaged_library_says_how_it_is_recovered(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(library, b"")
    assert main(["--library", str(library), "documents"]) == 1
    assert "check --repair" in capsys.readouterr().err


def test_an_original_without_a_document_is_brought_in_again(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(library) as desk:
        gone = desk.documents.all()[0]
        original = desk.documents.original(gone.id)
        content = original.read_bytes()
        desk.documents.remove(gone.id)
        desk.documents.empty_trash()
    original.write_bytes(content)
    status, answer, _ = _check(library, capsys)
    assert (status, answer["orphans"]) == (0, 1)
    status, answer, _ = _check(library, capsys, "--repair")
    assert (status, answer["orphans"]) == (0, 0)
    assert answer["mended"]["brought"] == [gone.name]  # type: ignore[index]  # JSON


def test_what_cannot_be_mended_is_said_with_what_to_do(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(library) as desk:
        original = desk.documents.original(desk.documents.all()[0].id)
    delete(original)
    status, _, said = _check(library, capsys, "--repair")
    assert status == 1
    assert "import the files again" in said


def test_a_whole_library_forgets_damage_that_was_met(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note_damage(library)
    assert _check(library, capsys)[0] == 0
    assert not was_damage_noticed(library)


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
