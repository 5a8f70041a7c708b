import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from delegate_desk import paths
from delegate_desk.cli import documents
from delegate_desk.cli.main import DONE, REFUSED, USAGE, _library, main
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.search import (
    GoToSuggestion,
    Hit,
    HitKind,
    ParsedQuery,
    QueryChange,
    Revision,
    SearchResults,
    Suggestion,
)
from delegate_desk.files import delete
from support.command_line import Shell
from support.document_values import QUIET_HOURS, quiet_hours


def test_a_document_comes_in_is_shown_and_names_what_is_missing(held: Shell) -> None:
    (listed,) = held.json("documents")["documents"]
    assert listed["reference"] == "ST 7001/26"
    assert (listed["language"], listed["date"], listed["document_type"]) == ("en", "2026-03-04", "note")
    assert listed["dossier"] == "ST 7001/26"
    shown = held.json("show", "7001/26")
    assert shown["previous_documents"] == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert {p["address"] for p in shown["paragraphs"]} >= {"cover", "para_1", "para_2__point_2"}
    missing = held.json("missing")["missing"]
    assert [one["reference"] for one in missing] == ["ST 6500/26", "ST 6500/26 COR 1"]
    assert missing[0]["named_in"] == [{"document": 1, "reference": "ST 7001/26"}]


def test_options_stand_before_or_after_a_command_and_the_environment_names_the_library(
    held: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for order in (["--json", "documents"], ["documents", "--json"]):
        status, out, _ = held.run(*order)
        assert status == DONE
        assert json.loads(out)["documents"]
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


def test_what_is_refused_is_one_sentence_and_wrong_usage_has_its_own_status(held: Shell) -> None:
    status, out, err = held.run("show", "99999/19", "--json")
    assert status == REFUSED
    assert json.loads(out) == {"error": err.strip()}
    assert "99999/19" in err
    status, _, err = held.run("correct", "7001/26", "document_type", "…")
    assert (status, err) == (REFUSED, "“…” is not valid in this field.\n")
    for words in [
        ["annotate", "7001/26", "1", "--kind", "whim", "--text", "x"],
        ["search"],
        ["no-such-command"],
        ["position-set", "7001/26", "--comment", "on nothing"],
        ["position-set", "7001/26", "1", "--general", "on one paragraph"],
        ["correct", "7001/26", "date"],
        ["correct", "7001/26", "colour", "blue"],
    ]:
        status, _, err = held.run(*words)
        assert status == USAGE, words
        assert err.strip(), words


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


def test_a_folder_in_place_of_a_file_is_called_a_folder(held: Shell, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing")
    for command in ("annotations-import", "unpack", "terms import"):
        for given, reason in ((str(tmp_path), "it is a folder or a device, not a file"), (missing, "does not exist")):
            status, _, err = held.run(*command.split(), given)
            assert status == REFUSED
            assert reason in err


def test_an_empty_path_is_not_the_current_folder(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(quiet_hours(tmp_path).parent)
    for given in (["import", ""], ["documents", "--library", ""]):
        status, _, err = shell.run(*given)
        assert status == USAGE
        assert "must not be empty" in err
    assert shell.json("documents")["documents"] == []


def test_an_export_that_fails_spoils_nothing(held: Shell, tmp_path: Path) -> None:
    target = tmp_path / "kept.docx"
    target.write_bytes(b"precious")
    assert held.run("export", "position", "7001/26", "--output", target)[0] == REFUSED  # there is no position yet
    assert target.read_bytes() == b"precious"
    held.json("position-set", "7001/26", "--general", "We support the text.")
    status, _, err = held.run("export", "position", "7001/26", "--output", tmp_path / "none" / "x.docx")
    assert status == REFUSED
    assert "x.docx" in err


def test_a_damaged_library_is_one_sentence(shell: Shell) -> None:
    shell.library.mkdir()
    (shell.library / "library.sqlite3").write_bytes(b"\0garbage" * 100)
    status, out, err = shell.run("documents", "--json")
    assert status == REFUSED
    assert err.count("\n") == 1
    assert json.loads(out)["error"] == err.strip()


def test_without_json_people_read_lines_and_the_log_holds_no_text_of_a_document(held: Shell) -> None:
    for command in (["documents"], ["show", "7001/26"], ["search", "noise"], ["annotations"], ["trash"], ["check"]):
        status, out, err = held.run(*command)
        assert (status, err) == (DONE, "")
        assert out.strip()
    written = [p.read_text(encoding="utf-8") for p in Path.home().rglob("*.log*")]
    assert "disturbs" in QUIET_HOURS
    assert not any("disturbs" in text or "quiet hours in ports" in text for text in written)


def test_a_field_is_put_right_a_note_found_and_the_trash_gives_back_until_it_is_emptied(held: Shell) -> None:
    (kept,) = held.json("correct", "7001/26", "date", "5 March 2026")["corrections"]
    assert (kept["field"], kept["value"], kept["read"]) == ("date", "2026-03-05", "2026-03-04")
    shown = held.json("show", "7001/26")
    assert (shown["date"], shown["confidence"]["date"], shown["corrections"]) == ("2026-03-05", 1.0, [kept])
    assert "Corrected: date (read: 2026-03-04)" in held.run("show", "7001/26")[1]
    assert held.json("correct", "7001/26", "date", "--take-back")["corrections"] == []
    assert held.json("show", "7001/26")["date"] == "2026-03-04"
    assert held.json("correct", "7001/26", "sender", "")["corrections"][0]["value"] == ""
    assert held.json("show", "7001/26")["sender"] is None
    note = ("--kind", "question", "--text", "Who pays?", "--quote", "shore power", "--tag", "cost")
    (made,) = held.json("annotate", "7001/26", "2(b)", *note)["annotations"]
    assert made["address"] == "para_2__point_2"
    assert made["quote"]["exact"] == "shore power"
    assert made["created"].endswith("Z")
    assert held.json("annotations")["annotations"] == held.json("annotations", "7001/26")["annotations"] == [made]
    assert [hit["kind"] for hit in held.json("search", "in:notes tag:cost")["hits"]] == ["annotation"]
    held.json("remove", "7001/26")
    assert held.json("documents")["documents"] == []
    held.json("restore-document", "7001/26")
    assert len(held.json("documents")["documents"]) == 1
    held.json("remove", "#1")
    assert len(held.json("trash")["documents"]) == 1
    held.json("trash", "--empty")
    assert held.json("trash")["documents"] == []
    assert held.json("check")["ok"]


def test_documents_are_read_again_and_check_and_reindex_say_how_it_stands(held: Shell) -> None:
    assert held.json("reread") == {"documents": []}
    (again,) = held.json("reread", "7001/26")["documents"]
    assert (again["reference"], again["unplaced"]) == ("ST 7001/26", [])
    assert "ST 7001/26 was re-imported from its original." in held.run("reread", "7001/26")[1]
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


def test_a_search_offers_and_suggests(held: Shell) -> None:
    answer = held.json("search", "7001/26 2(a)")
    assert [(offer["name"], offer["address"]) for offer in answer["offers"]] == [("ST 7001/26", "para_2__point_1")]
    answer = held.json("search", "noize langg:en")
    assert (answer["total"], answer["cut"], answer["partial"], answer["waiting"]) == (0, False, False, 0)
    assert answer["hints"]
    answer = held.json("search", "noise type:agenda")
    assert [(one["change"], one["query"], one["total"]) for one in answer["suggestions"]] == [("filter", "noise", 1)]
    assert held.json("search", "noise")["hits"][0]["revisions"] == []
    status, out, _ = held.run("search", "--json", "--", "-noise")
    assert status == DONE
    assert "hits" in json.loads(out)


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


def search_lines(results: SearchResults) -> list[str]:
    return list(documents.search_lines(results))


NOISE = ParsedQuery("“noise”")


def test_a_hit_tells_where_else_it_stands() -> None:
    hit = Hit(
        HitKind.PARAGRAPH,
        DocumentId(2),
        "ST 7001/1/26 REV 1",
        "ST 7001/1/26 REV 1",
        "Quiet hours",
        "en",
        "LIMITE",
        Address("para_1"),
        "1.",
        "Noise disturbs.",
        ((0, 5),),
        (),
        ("el", "fr"),
        revisions=(Revision(DocumentId(1), "ST 7001/26", Address("para_2")),),
    )
    assert search_lines(SearchResults("noise", NOISE, 1, 1.0, (hit,))) == [
        "1 found · “noise”",
        "ST 7001/1/26 REV 1 en LIMITE para_1  Noise disturbs.",
        "    also in ST 7001/26 para_2",
        "    also in el, fr",
    ]


def test_nothing_found_is_followed_by_what_would_be() -> None:
    one = Suggestion(QueryChange.SPELLING, "noise", "noise lang:en", 3)
    other = Suggestion(QueryChange.STEMMING, "noize", "noize", 2)
    lines = search_lines(SearchResults("noize", NOISE, 0, 1.0, suggestions=(one, other)))
    assert lines[1:] == [
        "Other searches with results:",
        "  noise lang:en  (with the spelling noise: 3)",
        "  noize  (with other endings: 2)",
    ]


@pytest.mark.parametrize(
    ("command", "status", "sentence"),
    [
        (("search", "noise", "--limit", "few"), USAGE, "argument --limit: must be a number that is not negative"),
        (("search", "noise", "--limit", "-1"), USAGE, "argument --limit: must be a number that is not negative"),
        (("terms", "import", "none.csv"), REFUSED, "none.csv was not imported as a term base: it cannot be read (the"),
        (("correct", "7001/26", "subject_codes", "JAI 1"), DONE, "Corrected: subject codes of ST 7001/26."),
        (("correct", "7001/26", "date", "--take-back"), DONE, "Reset to the value read: date of ST 7001/26."),
    ],
)
def test_a_command_answers_in_words_of_a_delegate(
    held: Shell, command: tuple[str, ...], status: int, sentence: str
) -> None:
    found, out, err = held.run(*command)
    assert found == status
    assert sentence in out + err


def test_what_may_be_missing_is_said_first_and_what_is_offered_before_the_hits() -> None:
    lines = search_lines(
        SearchResults(
            "noise",
            ParsedQuery("“noise”", hints=("No field is called langg.",)),
            2,
            1.0,
            is_truncated=True,
            pending_count=4,
        )
    )
    assert lines == [
        "4 documents, notes and positions are not indexed yet.",
        "The search was stopped after its time limit: there may be more results.",
        "at least 2 found · “noise”",
        "No field is called langg.",
    ]
    assert search_lines(SearchResults("noise", NOISE, 0, 1.0, is_partial=True))[0].startswith(
        "The search index is being rebuilt"
    )
    assert search_lines(SearchResults("noise", NOISE, 0, 1.0, was_rebuilt=True))[0].endswith("has been rebuilt.")
    offer = GoToSuggestion(
        Place(DocumentId(1), Address("art_6")), "Regulation (EU) 2016/679", "en", "Article 6", "on data"
    )
    lines = search_lines(SearchResults("art 6 GDPR", NOISE, 0, 1.0, go_to_suggestions=(offer,)))
    assert lines == ["0 found · “noise”", "→ Regulation (EU) 2016/679 en  Article 6  on data"]
