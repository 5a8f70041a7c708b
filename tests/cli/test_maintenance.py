"""``check`` on the command line: reports, and repairs with ``--repair``."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk import paths, settings
from delegate_desk.cli.main import REFUSED
from delegate_desk.core.documents.document import DocumentId
from delegate_desk.core.progress import finish
from delegate_desk.desk import open_desk
from delegate_desk.files import delete
from delegate_desk.libraries import note_damage, was_damage_noticed
from delegate_desk.storage.db.database import FILE_NAME
from support.command_line import Shell
from support.conflict_copies import COPY, leave_copy
from support.damaged_libraries import HARMS, fill, put
from support.package_exchange import brought, noted, paragraph, texts


@pytest.fixture
def backed_up(shell: Shell, tmp_path: Path) -> Shell:
    with open_desk(shell.library) as desk:
        fill(desk, tmp_path / "papers", papers=2, notes=4)
        finish(desk.backups.back_up())
    return shell


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_database_is_explained_and_then_repaired(backed_up: Shell, harm: str) -> None:
    put(backed_up.library, HARMS[harm]((backed_up.library / FILE_NAME).read_bytes()))
    assert not backed_up.json("check", expected=REFUSED)["ok"]
    assert "check --repair" in backed_up.run("check")[2]
    answer = backed_up.json("check", "--repair")
    assert (answer["ok"], answer["database"]) == (True, "ok")
    recovered = answer["recovered"]
    assert sum(source["rows"].get("document", 0) for source in recovered["sources"]) == 2
    assert Path(recovered["kept"]).is_dir()
    assert len(backed_up.json("annotations")["annotations"]) == 8


def test_every_command_on_a_damaged_library_says_how_it_is_recovered(backed_up: Shell) -> None:
    put(backed_up.library, b"")
    status, _, err = backed_up.run("documents")
    assert (status, "check --repair" in err) == (REFUSED, True)


def test_an_original_without_a_document_is_imported_again(backed_up: Shell) -> None:
    with open_desk(backed_up.library) as desk:
        gone = desk.documents.all()[0]
        original = desk.documents.original(gone.id)
        content = original.read_bytes()
        desk.documents.remove(gone.id)
        desk.documents.empty_trash()
    original.write_bytes(content)
    assert backed_up.json("check")["orphans"] == 1
    answer = backed_up.json("check", "--repair")
    assert (answer["orphans"], answer["mended"]["brought"]) == (0, [gone.name])


def test_what_cannot_be_repaired_is_said_with_what_to_do(backed_up: Shell) -> None:
    with open_desk(backed_up.library) as desk:
        original = desk.documents.original(desk.documents.all()[0].id)
    delete(original)
    status, _, said = backed_up.run("check", "--repair")
    assert (status, "import the files again" in said) == (REFUSED, True)


def test_a_whole_library_forgets_damage_that_was_met(backed_up: Shell) -> None:
    note_damage(backed_up.library)
    backed_up.json("check")
    assert not was_damage_noticed(backed_up.library)


def test_check_repair_merges_what_either_wrote(shell: Shell, tmp_path: Path) -> None:
    library, other = shell.library, tmp_path / "other"
    with open_desk(library) as desk:
        brought(desk, tmp_path)
    shutil.copytree(library, other)
    with open_desk(other) as desk:
        noted(desk, paragraph(DocumentId(1)), "from there")
    leave_copy(other, library)
    (library / "library (Maria's conflicted copy 2026-11-25).sqlite3").write_bytes(b"half a file")
    assert "delegate-desk check --repair" in shell.run("check")[1]
    found = shell.json("check", "--repair")["mended"]["copies"]
    assert (found["merged"], found["rows"]["annotation"], found["gave_way"]) == ([COPY], 1, 0)
    assert found["unusable"] == ["library (Maria's conflicted copy 2026-11-25).sqlite3"]
    assert Path(found["kept"], COPY).is_file()
    with open_desk(library) as desk:
        assert texts(desk) == {"from there"}
    assert shell.json("check")["conflict_copies"] == []


def test_a_library_goes_into_one_file_and_comes_out_again(held: Shell, tmp_path: Path) -> None:
    file, again = tmp_path / "all.ddbackup", held.at("again")
    made = held.json("backup", file)
    assert (made["file"], made["documents"], made["originals"], made["missing"]) == (str(file), 1, 1, [])
    restored = again.json("restore", file)
    assert (restored["library"], restored["made"], restored["missing"]) == (str(again.library), made["made"], 0)
    assert again.json("documents") == held.json("documents")


def test_a_restore_over_something_is_refused(held: Shell, tmp_path: Path) -> None:
    file, new = tmp_path / "all.ddbackup", held.at("new")
    held.json("backup", file)
    assert "not empty" in held.json("restore", file, expected=REFUSED)["error"]
    answer = new.json("restore", tmp_path / "quiet hours.txt", expected=REFUSED)
    assert "not a Delegate Desk backup" in answer["error"]
    assert not new.library.exists()
    assert "could not be saved" in held.json("backup", held.library / "x.ddbackup", expected=REFUSED)["error"]


def test_a_missing_original_is_named_and_the_rest_is_done(held: Shell, tmp_path: Path) -> None:
    file = tmp_path / "all.ddbackup"
    delete(next((held.library / "originals").glob("??/*")))
    status, _, err = held.run("backup", file)
    assert (status, "The original of quiet hours.txt is missing" in err) == (REFUSED, True)
    assert held.at("again").json("restore", file, expected=REFUSED)["missing"] == 1


def test_the_backups_are_listed_with_what_each_is_kept_as(held: Shell, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    settings.save(paths.settings_file(), replace(settings.Settings(), second_places={str(held.library): str(stick)}))
    with open_desk(held.library) as desk:
        desk.backups.choose_second(stick)
        finish(desk.backups.back_up(stick))
    listed = held.json("backups")
    assert listed["second_place"] == {"folder": str(stick), "present": True}
    assert sorted(one["place"] for one in listed["backups"]) == ["library", "second"]
    assert {tuple(one["kept_as"]) for one in listed["backups"]} == {("daily", "weekly", "monthly")}
    assert "7 daily, 4 weekly, 6 monthly" in held.run("backups")[1]


@pytest.fixture
def noted_on(held: Shell) -> Shell:
    held.json("annotate", "7001/26", "para_1", "--kind", "note", "--text", "kept")
    return held


def test_a_lost_database_is_rebuilt(noted_on: Shell) -> None:
    (noted_on.library / FILE_NAME).write_bytes(b"")
    told = noted_on.json("check", "--rebuild")
    assert told["ok"]
    assert told["documents"] == told["rows"]["annotation"] == 1
    assert not told["current"]
    assert (Path(told["kept"]) / FILE_NAME).read_bytes() == b""
    assert "kept" in noted_on.run("annotations")[1]
    assert noted_on.json("check")["ok"]


def test_what_is_not_taken_is_said(noted_on: Shell) -> None:
    (sidecar,) = (path for path in (noted_on.library / "sidecars").glob("*.jsonld") if path.name != "library.jsonld")
    sidecar.write_bytes(sidecar.read_bytes()[:100])
    (noted_on.library / FILE_NAME).unlink()
    status, out, err = noted_on.run("check", "--rebuild")
    assert (status, "had no sidecar" in out) == (REFUSED, True)
    assert f"sidecars/{sidecar.name} is not JSON, or is incomplete" in err


def test_where_there_is_nothing_it_is_refused(shell: Shell) -> None:
    status, _, err = shell.run("check", "--rebuild")
    assert (status, "neither originals nor sidecars" in err) == (REFUSED, True)
    assert not (shell.library / FILE_NAME).exists()


def test_emptying_the_trash_removes_the_sidecar(noted_on: Shell) -> None:
    noted_on.json("remove", "7001/26")
    noted_on.json("trash", "--empty")
    assert [path.name for path in (noted_on.library / "sidecars").iterdir()] == ["library.jsonld"]
