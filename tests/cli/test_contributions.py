import json
from pathlib import Path

import pytest

from delegate_desk.cli.main import main
from support.comment_tables import act, word_file

TABLE = (
    ("Provision", "Drafting suggestions", "Comments"),
    ("Article 2(1)", "Member States shall set quiet hours of at least ~six~ +seven+ hours each night.", "Sleep."),
    ("Article 19", "", "There is no such article."),
)


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The options of a library that holds an act and a paper on it."""
    options = ["--library", str(tmp_path / "library"), "--json"]
    files = [act(tmp_path), word_file(tmp_path, ["Comments by Greece"], TABLE)]
    assert main([*options, "import", *map(str, files)]) == 0
    capsys.readouterr()
    return options


def test_a_paper_is_brought_in_listed_and_taken_out(library: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*library, "contribution-import", "#2", "7301/26"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["contributions"]
    assert (one["paper"], one["unplaced"]) == (2, 1)
    first, last = one["parts"]
    assert (first["delegations"], first["address"], first["comment"]) == (["EL"], "art_2__para_1", "Sleep.")
    assert ["insert", "seven"] in first["words"]
    assert (last["address"], last["label"], last["words"]) == (None, "Article 19", [])
    assert main([*library, "contributions", "7301/26"]) == 0
    assert json.loads(capsys.readouterr().out)["contributions"] == [one]
    assert main([*library, "contribution-remove", "#2", "7301/26"]) == 0
    assert json.loads(capsys.readouterr().out)["contributions"] == []


def test_people_read_it_too(library: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*library[:2], "contribution-import", "#2", "7301/26", "--delegation", "fr", "--delegation", "de"]) == 0
    head, first, last = capsys.readouterr().out.splitlines()
    assert head == "#2 on ST 7301/26: 2 comments placed, 1 unplaced"
    assert first.startswith("FR, DE  art_2__para_1  Member States shall set quiet hours of at least [-six-]{+seven+}")
    assert last == "FR, DE  unplaced (Article 19)  There is no such article."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["contribution-import", "7301/26", "7301/26"], "No comments on ST 7301/26 were recognised in ST 7301/26."),
        (["contribution-import", "#9", "7301/26"], "#9 is not in the library."),
        (["contribution-import", "#2", "7301/26", "--delegation", "ZZ"], "ZZ is not a delegation code."),
        (["contribution-remove", "#2", "7301/26"], "No comments on ST 7301/26 were recognised in #2."),
    ],
)
def test_what_cannot_be_done_is_said(
    library: list[str], capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    assert main([*library, *arguments]) == 1
    assert capsys.readouterr().err.strip() == sentence
