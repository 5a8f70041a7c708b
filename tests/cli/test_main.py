import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from delegate_desk import paths
from delegate_desk.cli.main import DONE, REFUSED, USAGE, _library, main
from delegate_desk.files import delete
from support.command_line import Shell
from support.document_values import QUIET_HOURS, quiet_hours


def test_a_document_comes_in_and_is_shown(held: Shell) -> None:
    (listed,) = held.json("documents")["documents"]
    assert listed["reference"] == "ST 7001/26"
    assert (listed["language"], listed["date"], listed["document_type"]) == ("en", "2026-03-04", "note")
    assert listed["dossier"] == "ST 7001/26"
    shown = held.json("show", "7001/26")
    assert shown["previous_documents"] == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert {p["address"] for p in shown["paragraphs"]} >= {"cover", "para_1", "para_2__point_2"}


@pytest.mark.parametrize("order", [["--json", "documents"], ["documents", "--json"]])
def test_options_of_all_commands_stand_before_or_after(held: Shell, order: list[str]) -> None:
    status, out, _ = held.run(*order)
    assert status == DONE
    assert json.loads(out)["documents"]


def test_a_library_is_named_after_the_command_or_by_the_environment(
    held: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["documents", "--library", str(held.library), "--json"]) == DONE
    after = capsys.readouterr().out
    monkeypatch.setenv("DELEGATE_DESK_LIBRARY", str(held.library))
    assert main(["documents", "--json"]) == DONE
    assert capsys.readouterr().out == after


def test_a_refused_file_is_told_and_the_rest_comes_in(shell: Shell, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 and then nothing")
    status, out, err = shell.run("import", bad, quiet_hours(tmp_path), "--json")
    items = {item["status"]: item for item in json.loads(out)["items"]}
    assert status == REFUSED
    assert items["refused"]["error"]["kind"] == "damaged"
    assert items["imported"]["reference"] == "ST 7001/26"
    assert err.count("\n") == 1
    assert "bad.pdf" in err


def test_a_command_refused_whole_says_so_in_json(held: Shell) -> None:
    status, out, err = held.run("show", "99999/19", "--json")
    assert status == REFUSED
    assert json.loads(out) == {"error": err.strip()}
    assert "99999/19" in err


def test_a_name_that_is_too_long_is_told_in_one_sentence(
    shell: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = str(tmp_path / ("x" * 300))
    for status, _, err in (shell.run("import", name), shell.run("--library", name, "documents")):
        assert status == REFUSED
        assert "The program failed" not in err
        assert err.count("\n") == 1
    if sys.platform != "win32":  # there a name that is too long does not exist
        assert main(["--library", name]) == REFUSED  # the window
        assert "cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize("given", [["import", ""], ["documents", "--library", ""]])
def test_an_empty_path_is_not_the_current_folder(
    shell: Shell, given: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(quiet_hours(tmp_path).parent)
    status, _, err = shell.run(*given)
    assert status == USAGE
    assert "must not be empty" in err
    assert shell.json("documents")["documents"] == []


def test_wrong_usage_has_its_own_status(held: Shell) -> None:
    for words in [
        ["annotate", "7001/26", "1", "--kind", "whim", "--text", "x"],
        ["search"],
        ["no-such-command"],
        ["position-set", "7001/26", "--comment", "on nothing"],
        ["position-set", "7001/26", "1", "--general", "on one paragraph"],
    ]:
        status, _, err = held.run(*words)
        assert status == USAGE, words
        assert err.strip(), words


def test_a_note_is_written_listed_and_found(held: Shell) -> None:
    note = ("--kind", "question", "--text", "Who pays?", "--quote", "shore power", "--tag", "cost")
    (made,) = held.json("annotate", "7001/26", "2(b)", *note)["annotations"]
    assert made["address"] == "para_2__point_2"
    assert made["quote"]["exact"] == "shore power"
    assert made["created"].endswith("Z")
    assert held.json("annotations")["annotations"] == held.json("annotations", "7001/26")["annotations"] == [made]
    assert [hit["kind"] for hit in held.json("search", "in:notes tag:cost")["hits"]] == ["annotation"]


def test_a_position_is_drafted_and_exported(held: Shell, tmp_path: Path) -> None:
    held.json("position-set", "7001/26", "--general", "We support the text.", "--internal", "TOKEN")
    shown = held.json("position-set", "7001/26", "3", "--stance", "red_line", "--proposal", "The Council will revert.")
    assert shown == held.json("position-show", "7001/26")
    assert shown["items"][0]["stance"] == "red_line"
    held.json("position-set", "7001/26", "3", "--comment", "Sooner.")
    assert held.json("position-show", "7001/26")["items"][0]["proposal"] == "The Council will revert."
    target = tmp_path / "position.docx"
    assert held.run("export", "position", "7001/26", "--output", target, "--delegation", "EL")[0] == DONE
    assert target.read_bytes().startswith(b"PK")


def test_an_export_that_fails_spoils_nothing(held: Shell, tmp_path: Path) -> None:
    target = tmp_path / "kept.docx"
    target.write_bytes(b"precious")
    assert held.run("export", "position", "7001/26", "--output", target)[0] == REFUSED  # there is no position yet
    assert target.read_bytes() == b"precious"
    held.json("position-set", "7001/26", "--general", "We support the text.")
    status, _, err = held.run("export", "position", "7001/26", "--output", tmp_path / "none" / "x.docx")
    assert status == REFUSED
    assert "x.docx" in err


def test_the_trash_gives_back_and_is_emptied(held: Shell) -> None:
    held.json("remove", "7001/26")
    assert held.json("documents")["documents"] == []
    held.json("restore-document", "7001/26")
    assert len(held.json("documents")["documents"]) == 1
    held.json("remove", "#1")
    assert len(held.json("trash")["documents"]) == 1
    held.json("trash", "--empty")
    assert held.json("trash")["documents"] == []
    assert held.json("check")["ok"]


def test_check_and_reindex_say_how_it_stands(held: Shell) -> None:
    assert held.run("reindex")[0] == DONE
    assert held.json("check") == {
        "ok": True,
        "database": "ok",
        "index": "ok",
        "originals": {"checked": 1, "damaged": [], "missing": []},
        "orphans": 0,
        "synced_by": None,
        "conflict_copies": [],
    }
    original = next((held.library / "originals").glob("??/*"))
    delete(original)
    assert held.json("check", expected=REFUSED)["originals"]["missing"] == ["quiet hours.txt"]


def test_a_damaged_library_is_one_sentence(shell: Shell) -> None:
    shell.library.mkdir()
    (shell.library / "library.sqlite3").write_bytes(b"\0garbage" * 100)
    status, out, err = shell.run("documents", "--json")
    assert status == REFUSED
    assert err.count("\n") == 1
    assert json.loads(out)["error"] == err.strip()


def test_queries_that_look_like_options_are_text(held: Shell) -> None:
    status, out, _ = held.run("search", "--json", "--", "-noise")
    assert status == DONE
    assert "hits" in json.loads(out)


def test_without_json_people_read_lines(held: Shell) -> None:
    for command in (["documents"], ["show", "7001/26"], ["search", "noise"], ["annotations"], ["trash"], ["check"]):
        status, out, err = held.run(*command)
        assert (status, err) == (DONE, "")
        assert out.strip()


def test_the_log_holds_no_text_of_a_document(held: Shell) -> None:
    written = [p.read_text(encoding="utf-8") for p in Path.home().rglob("*.log*")]
    assert "disturbs" in QUIET_HOURS
    assert not any("disturbs" in text or "quiet hours in ports" in text for text in written)


def test_a_field_is_put_right_and_taken_back(held: Shell) -> None:
    (kept,) = held.json("correct", "7001/26", "date", "5 March 2026")["corrections"]
    assert (kept["field"], kept["value"], kept["read"]) == ("date", "2026-03-05", "2026-03-04")
    shown = held.json("show", "7001/26")
    assert (shown["date"], shown["confidence"]["date"], shown["corrections"]) == ("2026-03-05", 1.0, [kept])
    assert "Corrected: date (read: 2026-03-04)" in held.run("show", "7001/26")[1]
    assert held.json("correct", "7001/26", "date", "--take-back")["corrections"] == []
    assert held.json("show", "7001/26")["date"] == "2026-03-04"
    assert held.json("correct", "7001/26", "sender", "")["corrections"][0]["value"] == ""
    assert held.json("show", "7001/26")["sender"] is None


def test_a_value_that_cannot_be_is_refused_in_a_sentence(held: Shell) -> None:
    status, _, err = held.run("correct", "7001/26", "document_type", "…")
    assert (status, err) == (REFUSED, "“…” is not valid in this field.\n")
    assert held.run("correct", "7001/26", "date")[0] == USAGE
    assert held.run("correct", "7001/26", "colour", "blue")[0] == USAGE


def test_documents_are_read_again(held: Shell) -> None:
    assert held.json("reread") == {"documents": []}
    (again,) = held.json("reread", "7001/26")["documents"]
    assert (again["reference"], again["unplaced"]) == ("ST 7001/26", [])
    assert "ST 7001/26 was re-imported from its original." in held.run("reread", "7001/26")[1]


def test_missing_documents_are_listed(held: Shell) -> None:
    missing = held.json("missing")["missing"]
    assert [one["reference"] for one in missing] == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert missing[0]["named_in"] == [{"document": 1, "reference": "ST 7001/26"}]


def test_a_search_offers_and_suggests(held: Shell) -> None:
    answer = held.json("search", "7001/26 2(a)")
    assert [(offer["name"], offer["address"]) for offer in answer["offers"]] == [("ST 7001/26", "para_2__point_1")]
    answer = held.json("search", "noize langg:en")
    assert (answer["total"], answer["cut"], answer["partial"], answer["waiting"]) == (0, False, False, 0)
    assert answer["hints"]
    answer = held.json("search", "noise type:agenda")
    assert [(one["change"], one["query"], one["total"]) for one in answer["suggestions"]] == [("filter", "noise", 1)]
    assert held.json("search", "noise")["hits"][0]["revisions"] == []


@pytest.mark.parametrize("code_page", ["cp437", "cp1252", "cp932"])
def test_greek_is_printed_whatever_the_code_page_of_the_terminal(tmp_path: Path, code_page: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"}
    command = [*paths.program_command("--library", str(tmp_path / "Βιβλιοθήκη"), "search", "δοκιμή")]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=300)
    assert "δοκιμή" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere two names that differ in case are two folders")
def test_a_library_named_in_another_case_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "Library"
    folder.mkdir()
    assert str(_library(Path(str(folder).upper()))) == str(folder.resolve())
