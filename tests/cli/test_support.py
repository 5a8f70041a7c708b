"""The report for support and the self-test, on the command line."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from delegate_desk import paths
from delegate_desk.cli import maintenance, positions
from delegate_desk.cli.command_result import CommandResult
from delegate_desk.cli.main import main
from support.document_values import quiet_hours


@pytest.fixture(autouse=True)
def _own_log() -> Iterator[None]:
    """A log in the test's own home: the first start in a process opens it permanently."""
    root = logging.getLogger("delegate_desk")
    before, root.handlers = root.handlers, []
    yield
    for handler in root.handlers:
        handler.close()
    root.handlers = before


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(words)
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_report_says_what_support_asks_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = str(tmp_path / "library")
    run(capsys, "--library", library, "import", str(quiet_hours(tmp_path)))
    status, said, _ = run(capsys, "--library", library, "--json", "check", "--support")
    assert status == 0
    report = json.loads(said)
    assert report["program"]["Delegate Desk"]
    assert report["library"]["integrity"] == "ok"
    assert report["library"]["index"] == "ok"
    assert report["library"]["bytes free"] > 0
    assert report["rows"]["document"] == 1
    assert report["sizes"]["originals files"] == 1
    assert report["sizes"]["library.sqlite3"] > 0
    status, text, _ = run(capsys, "--library", library, "check", "--support")
    assert status == 0
    assert "  integrity: ok" in text.splitlines()


@pytest.mark.parametrize("harm", [b"", b"garbage" * 5000])
def test_a_library_that_does_not_open_has_its_report_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], harm: bytes
) -> None:
    library = tmp_path / "library"
    run(capsys, "--library", str(library), "import", str(quiet_hours(tmp_path)))
    for extra in library.glob("library.sqlite3-*"):
        extra.unlink()
    (library / "library.sqlite3").write_bytes(harm)
    status, said, _ = run(capsys, "--library", str(library), "--json", "check", "--support")
    assert status == 0
    report = json.loads(said)
    assert report["library"]["opened"] == "no (LibraryDamagedError)"
    assert report["sizes"]["library.sqlite3"] == len(harm)
    assert (library / "library.sqlite3").read_bytes() == harm


def test_nothing_of_the_library_nor_of_the_person_is_in_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home_zanzibar"))
    library = tmp_path / "home_zanzibar" / "folder_zanzibar"
    paper = tmp_path / "file_zanzibar.txt"
    text = "COUNCIL OF THE EUROPEAN UNION\nNOTE\nSubject: Title zanzibar\n\n1. The text says zanzibar.\n2. More.\n"
    paper.write_text(text, encoding="utf-8")
    damaged = tmp_path / "zanzibar.docx"
    damaged.write_bytes(b"PK\x03\x04zanzibar")
    base = ("--library", str(library))
    run(capsys, *base, "import", str(paper), str(damaged), str(tmp_path / "zanzibar-missing.pdf"))
    run(capsys, *base, "annotate", "#1", "1", "--kind", "note", "--text", "note zanzibar", "--tag", "zanzibar")
    run(capsys, *base, "position-set", "#1", "1", "--comment", "zanzibar", "--general", "zanzibar")
    run(capsys, *base, "search", "zanzibar")
    run(capsys, *base, "show", "ST zanzibar")
    run(capsys, *base, "export", "position", "#1", "--output", str(tmp_path / "no_zanzibar" / "x.docx"))
    for json_wanted in ((), ("--json",)):
        _, said, _ = run(capsys, *base, *json_wanted, "check", "--support")
        assert "zanzibar" not in said.lower()
        assert "Added document 1" in said


def test_paths_in_the_log_are_shortened_to_what_is_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
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
    _, said, _ = run(capsys, "--library", str(tmp_path / "library"), "check", "--support")
    assert "maria" not in said.lower()
    assert "delegate_desk/gui/tasks.py:287 in _run" in said
    assert "python3.11/threading.py:10" in said
    assert '"delegate_desk/app.py", line 3 in run' in said


def test_the_self_test_does_the_main_jobs_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    status, said, complaints = run(capsys, "check", "--self-test")
    assert (status, complaints) == (0, "")
    assert all(line.startswith("ok ") for line in said.splitlines()[:-1])
    assert len(said.splitlines()) > 8
    assert not list(tmp_path.iterdir())


def test_the_self_test_says_which_job_went_wrong_and_does_the_others(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> CommandResult:
        raise RuntimeError("words of a document")

    monkeypatch.setattr(positions, "export", fail)
    status, said, _ = run(capsys, "--json", "check", "--self-test")
    assert status == 1
    steps = json.loads(said)["steps"]
    assert [(one["what"], one["fault"]) for one in steps if not one["ok"]] == [
        ("export the position to Word", "RuntimeError")
    ]


def test_a_job_that_brings_the_wrong_thing_is_a_fault(tmp_path: Path) -> None:
    trial = maintenance.SelfTestCase("list", "library", ("documents",), lambda answer: bool(answer["documents"]))
    assert maintenance._try(trial, tmp_path) == "the result is not as expected"


def test_check_reports_a_synced_folder_and_conflict_copies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "library"
    run(capsys, "--library", str(library), "import", str(quiet_hours(tmp_path)))
    assert json.loads(run(capsys, "--library", str(library), "check", "--json")[1])["synced_by"] is None
    (tmp_path / ".stfolder").mkdir()
    copy = "library.sync-conflict-20261125-101500-ABCDEF7.sqlite3"
    (library / copy).write_bytes(b"x")
    status, said, complaints = run(capsys, "--library", str(library), "check")
    assert (status, complaints) == (0, "")
    assert "Syncthing copies this folder" in said
    assert copy in said
    found = json.loads(run(capsys, "--library", str(library), "check", "--json")[1])
    assert (found["ok"], found["synced_by"], found["conflict_copies"]) == (True, "Syncthing", [copy])


def test_an_encrypted_library_says_no_more_without_its_passphrase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    run(capsys, "--library", str(library), "import", str(quiet_hours(tmp_path)))
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "many quiet words")
    assert run(capsys, "--library", str(library), "encrypt")[0] == 0
    opened = json.loads(run(capsys, "--library", str(library), "check", "--support", "--json")[1])
    assert (opened["library"]["encrypted"], opened["rows"]["document"]) == (True, 1)
    monkeypatch.setenv("DELEGATE_DESK_PASSPHRASE", "others")
    closed = json.loads(run(capsys, "--library", str(library), "check", "--support", "--json")[1])
    assert closed["library"]["opened"] == "no (WrongPassphraseError)"
    assert closed["rows"] == {}
