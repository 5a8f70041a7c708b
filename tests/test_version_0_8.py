"""Files made by version 0.8 open as before: a library, its backup, a package, annotations, settings.

They are in ``data/version_0_8``, about an imaginary document, 8123/21 on lighthouses, and its revision; the Word files
next to them are read in ``services/contributions/test_contributions.py``.
"""

import shutil
import zipfile
from pathlib import Path

import pytest

from delegate_desk import settings
from delegate_desk.core.search import HitKind
from delegate_desk.desk import open_desk
from delegate_desk.search.engine import index_folder
from support.command_line import Shell

DATA = Path(__file__).parent / "data" / "version_0_8"
PASSPHRASE = "eight quiet words"
NOTES = {"Which lamps?", "For the capital"}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    with zipfile.ZipFile(DATA / "library.zip") as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def shell(library: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(library, capsys)


def is_complete(shell: Shell) -> None:
    """All contents of the library of 0.8 are there."""
    references = [document["reference"] for document in shell.json("documents")["documents"]]
    assert sorted(references) == ["CM 7101/26", "ST 8123/1/21 REV 1", "ST 8123/21"]
    assert {note["text"] for note in shell.json("annotations")["annotations"]} == NOTES
    status, out, _ = shell.run("position-show", "8123/21")
    assert status == 0
    assert "INVITES Member States to keep their lamps lit at night." in out
    assert "Which foghorns?" in shell.run("position-show", "8123/1/21")[1]
    assert "Lighthouses" in shell.run("meetings")[1]
    assert shell.json("check")["ok"]


def test_a_library_opens_with_all_that_is_in_it_knows_its_package_and_is_rebuilt(shell: Shell) -> None:
    is_complete(shell)
    assert shell.run("unpack", DATA / "desk.ddpack")[0] == 0
    is_complete(shell)
    assert shell.run("check", "--rebuild")[0] == 0
    is_complete(shell)


def test_its_search_index_is_rebuilt_once_and_this_is_reported(shell: Shell) -> None:
    about = index_folder.read_sealed(shell.library / "index" / "about.json")
    assert about["format"] < index_folder.FORMAT
    first, second = shell.json("search", "lamps"), shell.json("search", "lamps")
    assert (first["rebuilt"], second["rebuilt"]) == (True, False)
    assert first["total"] == second["total"] == 6
    assert index_folder.read_sealed(shell.library / "index" / "about.json")["format"] == index_folder.FORMAT


def test_a_desk_rebuilds_the_index_before_its_first_answer(library: Path) -> None:
    with open_desk(library) as desk:
        assert not desk.indexing.is_idle()
        for _ in desk.indexing.catch_up():
            pass
        answer = desk.search.find("lamps")
        assert answer.was_rebuilt
        assert {hit.kind for hit in answer.hits} >= {HitKind.PARAGRAPH, HitKind.ANNOTATION, HitKind.POSITION}
        assert not desk.search.find("lamps").was_rebuilt


@pytest.mark.parametrize("name", ["library.ddbackup", "encrypted.ddbackup"])
def test_a_backup_is_restored(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", PASSPHRASE)
    shell = Shell(tmp_path / "restored", capsys)
    assert shell.run("restore", DATA / name)[0] == 0
    is_complete(shell)


def test_a_package_is_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shell = Shell(tmp_path / "library", capsys)
    assert shell.run("unpack", DATA / "desk.ddpack")[0] == 0
    assert len(shell.json("documents")["documents"]) == 3
    assert {note["text"] for note in shell.json("annotations")["annotations"]} == NOTES


def test_annotations_are_imported(tmp_path: Path, shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    other = Shell(tmp_path / "other", capsys)
    paper = tmp_path / "8123.txt"
    shutil.copy(next((shell.library / "originals" / "8b").iterdir()), paper)
    other.json("import", paper)
    other.json("annotations-import", DATA / "notes.jsonld")
    assert {note["text"] for note in other.json("annotations")["annotations"]} == NOTES


def test_settings_are_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    shutil.copy(DATA / "settings.json", file)
    read = settings.load(file)
    assert (read.theme, read.reading_size, read.language, read.density) == ("dark", 19, "fr", "compact")
    assert (read.export_kind, read.export_columns) == ("comments-table", {"comments-table": "four"})
    assert read.keys == {"search": ["Ctrl+J"]}
    assert read.places == {"/library": {"1": "para_2"}}
    assert read.open_tabs == {"/library": {"tabs": [{"document": 1}]}}
