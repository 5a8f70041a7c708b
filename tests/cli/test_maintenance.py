"""Checks, repairs and backups on the command line; the report for support and the self-test."""

import logging
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk import paths, settings
from delegate_desk.cli import maintenance, positions
from delegate_desk.cli.command_result import CommandResult
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


def test_a_whole_library_forgets_damage_and_an_original_without_a_document_is_imported_again(backed_up: Shell) -> None:
    note_damage(backed_up.library)
    backed_up.json("check")
    assert not was_damage_noticed(backed_up.library)
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
    with open_desk(backed_up.library) as desk:
        original = desk.documents.original(desk.documents.all()[0].id)
    delete(original)
    status, _, said = backed_up.run("check", "--repair")
    assert (status, "import the files again" in said) == (REFUSED, True)


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


def test_a_library_goes_into_one_file_and_comes_out_again_but_over_nothing(held: Shell, tmp_path: Path) -> None:
    file, again = tmp_path / "all.ddbackup", held.at("again")
    made = held.json("backup", file)
    assert (made["file"], made["documents"], made["originals"], made["missing"]) == (str(file), 1, 1, [])
    restored = again.json("restore", file)
    assert (restored["library"], restored["made"], restored["missing"]) == (str(again.library), made["made"], 0)
    assert again.json("documents") == held.json("documents")
    new = held.at("new")
    assert "not empty" in held.json("restore", file, expected=REFUSED)["error"]
    answer = new.json("restore", tmp_path / "quiet hours.txt", expected=REFUSED)
    assert "not a Delegate Desk backup" in answer["error"]
    assert not new.library.exists()
    assert "could not be saved" in held.json("backup", held.library / "x.ddbackup", expected=REFUSED)["error"]
    delete(next((held.library / "originals").glob("??/*")))
    status, _, err = held.run("backup", file)
    assert (status, "The original of quiet hours.txt is missing" in err) == (REFUSED, True)
    assert held.at("third").json("restore", file, expected=REFUSED)["missing"] == 1


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


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """A log in the test's own home: the first start in a process opens it permanently."""
    root = logging.getLogger("delegate_desk")
    before, root.handlers = root.handlers, []
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers = before


def test_the_report_says_what_support_asks_first_and_check_what_a_synced_folder_has(
    held: Shell, tmp_path: Path
) -> None:
    report = held.json("check", "--support")
    assert report["program"]["Delegate Desk"]
    assert report["library"]["integrity"] == "ok"
    assert report["library"]["index"] == "ok"
    assert report["library"]["bytes free"] > 0
    assert report["rows"]["document"] == 1
    assert report["sizes"]["originals files"] == 1
    assert report["sizes"]["library.sqlite3"] > 0
    status, text, _ = held.run("check", "--support")
    assert status == 0
    assert "  integrity: ok" in text.splitlines()
    assert held.json("check")["synced_by"] is None
    (tmp_path / ".stfolder").mkdir()
    copy = "library.sync-conflict-20261125-101500-ABCDEF7.sqlite3"
    (held.library / copy).write_bytes(b"x")
    status, said, complaints = held.run("check")
    assert (status, complaints) == (0, "")
    assert "Syncthing copies this folder" in said
    assert copy in said
    found = held.json("check")
    assert (found["ok"], found["synced_by"], found["conflict_copies"]) == (True, "Syncthing", [copy])


@pytest.mark.parametrize("harm", [b"", b"garbage" * 5000])
def test_a_library_that_does_not_open_has_its_report_all_the_same(held: Shell, harm: bytes) -> None:
    for extra in held.library.glob("library.sqlite3-*"):
        extra.unlink()
    (held.library / "library.sqlite3").write_bytes(harm)
    report = held.json("check", "--support")
    assert report["library"]["opened"] == "no (LibraryDamagedError)"
    assert report["sizes"]["library.sqlite3"] == len(harm)
    assert (held.library / "library.sqlite3").read_bytes() == harm


def test_nothing_of_the_library_nor_of_the_person_is_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home_zanzibar"))
    paper = tmp_path / "file_zanzibar.txt"
    text = "COUNCIL OF THE EUROPEAN UNION\nNOTE\nSubject: Title zanzibar\n\n1. The text says zanzibar.\n2. More.\n"
    paper.write_text(text, encoding="utf-8")
    damaged = tmp_path / "zanzibar.docx"
    damaged.write_bytes(b"PK\x03\x04zanzibar")
    shell = Shell(tmp_path / "home_zanzibar" / "folder_zanzibar", capsys)
    shell.run("import", paper, damaged, tmp_path / "zanzibar-missing.pdf")
    shell.run("annotate", "#1", "1", "--kind", "note", "--text", "note zanzibar", "--tag", "zanzibar")
    shell.run("position-set", "#1", "1", "--comment", "zanzibar", "--general", "zanzibar")
    shell.run("search", "zanzibar")
    shell.run("show", "ST zanzibar")
    shell.run("export", "position", "#1", "--output", tmp_path / "no_zanzibar" / "x.docx")
    for json_wanted in ((), ("--json",)):
        _, said, _ = shell.run(*json_wanted, "check", "--support")
        assert "zanzibar" not in said.lower()
        assert "Added document 1" in said


def test_paths_in_the_log_are_shortened_to_what_is_the_program(shell: Shell, tmp_path: Path) -> None:
    folder = paths.log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        "Fault: /srv/maria/venv/lib/python3.11/site-packages/delegate_desk/gui/tasks.py:287 in _run",
        "/usr/lib/python3.11/threading.py:10 in run",
        "C:\\Users\\Maria\\delegate_desk\\cli\\main.py:5 in main",
        f"{tmp_path}/maria/a.docx was there, and '/media/maria/stick'",
        f"{os.environ['HOME']}/maria.pdf",
    ]
    (folder / "delegate-desk.log").write_text("\n".join(lines), encoding="utf-8")
    (folder / "crash.log").write_text('  File "/home/maria/x/delegate_desk/app.py", line 3 in run\n', encoding="utf-8")
    _, said, _ = shell.run("check", "--support")
    assert "maria" not in said.lower()
    assert "delegate_desk/gui/tasks.py:287 in _run" in said
    assert "python3.11/threading.py:10" in said
    assert '"delegate_desk/app.py", line 3 in run' in said


def test_the_self_test_does_the_main_jobs_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    status, said, complaints = Shell(paths.default_library(), capsys).run("check", "--self-test")
    assert (status, complaints) == (0, "")
    assert all(line.startswith("ok ") for line in said.splitlines()[:-1])
    assert len(said.splitlines()) > 8
    assert not list(tmp_path.iterdir())


def test_the_self_test_says_which_job_went_wrong_and_does_the_others(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> CommandResult:
        raise RuntimeError("words of a document")

    monkeypatch.setattr(positions, "export", fail)
    steps = shell.json("check", "--self-test", expected=REFUSED)["steps"]
    assert [(one["what"], one["fault"]) for one in steps if not one["ok"]] == [
        ("export the position to Word", "RuntimeError")
    ]


def test_a_job_that_brings_the_wrong_thing_is_a_fault(tmp_path: Path) -> None:
    trial = maintenance.SelfTestCase("list", "library", ("documents",), lambda answer: bool(answer["documents"]))
    assert maintenance._try(trial, tmp_path) == "the result is not as expected"


def test_an_encrypted_library_says_no_more_without_its_passphrase(held: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "many quiet words")
    assert held.run("encrypt")[0] == 0
    opened = held.json("check", "--support")
    assert (opened["library"]["encrypted"], opened["rows"]["document"]) == (True, 1)
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "others")
    closed = held.json("check", "--support")
    assert closed["library"]["opened"] == "no (WrongPassphraseError)"
    assert closed["rows"] == {}
