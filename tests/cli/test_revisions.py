import json
from pathlib import Path

import docx
import pytest

from delegate_desk.cli.main import DONE, REFUSED, USAGE
from support.amending_texts import BASE, FIRST, HEAD, SECOND, base_page
from support.command_line import Shell
from support.comment_tables import act, word_file
from support.document_values import QUIET_HOURS, quiet_hours

OLD, NEW = "7001/26", "7001/1/26"


@pytest.fixture
def revised(shell: Shell, tmp_path: Path) -> Shell:
    """The command line on a library with a short document and its revision: a point reworded, a paragraph removed."""
    text = QUIET_HOURS.replace("7001/26", "7001/1/26\n\nREV 1").replace("set quiet hours", "set longer quiet hours")
    text = text[: text.index("1. The Council")] + text[text.index("2. The Council") :].replace("2. ", "1. ", 1)
    text = text.replace("3. The Council", "2. The Council")
    shell.json("import", quiet_hours(tmp_path), quiet_hours(tmp_path, name="rev.txt", text=text))
    return shell


def test_what_changed_is_told_unit_by_unit_and_in_words(revised: Shell) -> None:
    compared = revised.json("compare", OLD, NEW)
    assert (compared["old"], compared["new"], compared["view"]) == ("ST 7001/26", "ST 7001/1/26 REV 1", "after")
    verdicts = {(one["old"], one["new"]): one["verdict"] for one in compared["changes"]}
    assert verdicts == {
        ("cover", "cover"): "same",
        ("para_1", None): "deleted",
        ("para_2", "para_1"): "renumbered",
        ("para_2__point_1", "para_1__point_1"): "reworded",
        ("para_2__point_2", "para_1__point_2"): "renumbered",
        ("para_3", "para_2"): "renumbered",
    }
    (reworded,) = (one for one in compared["changes"] if one["verdict"] == "reworded")
    assert [text.strip() for kind, text in reworded["words"] if kind != "equal"] == ["longer"]
    assert compared["counts"] == {"same": 1, "renumbered": 3, "reworded": 1, "deleted": 1}
    status, out, _ = revised.run("compare", OLD, NEW)
    assert status == DONE
    first, *rest = out.splitlines()
    assert first == "6 → 5 paragraphs: 1 unchanged, 3 renumbered, 1 reworded, 1 deleted"
    (reworded,) = (line for line in rest if line.startswith("reworded  para_2__point_1 → para_1__point_1  set"))
    assert reworded.replace("{+", "").replace("+}", "").endswith("set longer quiet hours for ships at berth;")
    assert "deleted  para_1" in rest


def test_what_stands_on_the_old_text_is_carried(revised: Shell) -> None:
    revised.json("annotate", OLD, "2a", "--kind", "red_line", "--text", "no", "--quote", "quiet hours")
    revised.json("annotate", OLD, "1", "--kind", "note", "--text", "noise")
    revised.json("position-set", OLD, "3", "--stance", "support", "--comment", "good")
    items = revised.json("carry", OLD, NEW)["items"]
    assert [(one["kind"], one["old"], one["new"], one["verdict"]) for one in items] == [
        ("annotation", "para_1", None, "deleted"),
        ("annotation", "para_2__point_1", "para_1__point_1", "reworded"),
        ("position", "para_3", "para_2", "renumbered"),
    ]
    assert items[2]["annotation"] is None
    (carried,) = revised.json("annotations", NEW)["annotations"]
    assert (carried["carried"], carried["origin"]) == ("reworded", items[1]["annotation"])
    assert carried["id"] == items[1]["carried"]
    assert carried["quote"]["exact"] == "quiet hours"
    assert {one["carried"] for one in revised.json("annotations", OLD)["annotations"]} == {None}
    assert [one["address"] for one in revised.json("position-show", NEW)["items"]] == ["para_2"]
    assert revised.json("carry", OLD, NEW)["items"] == items


def test_where_things_went_is_told_in_words(revised: Shell) -> None:
    assert revised.run("carry", OLD, NEW)[1] == "There are no notes or position entries on ST 7001/26.\n"
    revised.json("annotate", OLD, "2a", "--kind", "note", "--text", "no", "--quote", "set quiet")
    _, out, _ = revised.run("carry", OLD, NEW)
    assert out == "reworded  annotation on para_2__point_1 → para_1__point_1  (its words were deleted)\n"


def test_what_cannot_be_compared_or_written_is_said_in_one_sentence(revised: Shell, tmp_path: Path) -> None:
    assert revised.run("compare", OLD, "9999/26")[::2] == (REFUSED, "9999/26 is not in the library.\n")
    for command in ("compare", "carry"):
        status, _, err = revised.run(command, OLD, OLD)
        assert (status, err) == (USAGE, f"delegate-desk {command}: OLD and NEW are the same document\n")
    assert revised.run("compare", OLD, NEW, "--new-language", "el")[0] == REFUSED
    assert revised.run("compare", OLD, NEW, "--old-language", "en", "--new-language", "en")[0] == DONE
    status, _, err = revised.run("compare", OLD, NEW, "--output", tmp_path / "no folder" / "out.docx")
    assert (status, "no folder" in err) == (REFUSED, True)
    file = tmp_path / "out.docx"
    assert revised.run("compare", OLD, NEW, "--output", file, "--markup", "purple")[0] == USAGE
    assert not file.exists()


def test_of_two_languages_it_is_told_in_what_units_differ(revised: Shell, tmp_path: Path) -> None:
    french = QUIET_HOURS.replace("(OR. en)", "(OR. en)\n(FR)")
    for english, words in (
        (
            "The Council notes that noise from ships at berth disturbs the people who live near ports.",
            "Le Conseil constate que le bruit des navires à quai gêne, depuis 2019, 40 % des riverains des ports.",
        ),
        ("The Council invites the Member States to:", "Le Conseil invite les États membres à:"),
        ("set quiet hours for ships at berth;", "fixer des heures de silence pour les navires à quai;"),
        ("offer shore power to ships that keep them.", "offrir le courant à ceux qui les respectent."),
        ("The Council will revert to the matter by the end of 2027.", "Le Conseil y reviendra fin 2027."),
    ):
        french = french.replace(english, words)
    file = quiet_hours(tmp_path, name="fr.txt", text=french)
    assert revised.json("import", file)["items"][0]["language"] == "fr"
    both = ("--old-language", "en", "--new-language", "fr")
    compared = revised.json("compare", OLD, OLD, *both)
    assert compared["across"]
    differing = {one["new"]: one["differing"] for one in compared["changes"]}
    assert "number" in differing["para_1"]
    _, out, _ = revised.run("compare", OLD, OLD, *both)
    told = next(line for line in out.splitlines() if "para_1 →" in line)
    assert told.partition("differs in ")[2].startswith("number")
    assert "Conseil" not in out


def test_a_comparison_goes_to_word_with_tracked_changes_unless_told_otherwise(revised: Shell, tmp_path: Path) -> None:
    revised.json("compare", OLD, NEW, "--output", tmp_path / "tracked.docx")
    revised.json("compare", OLD, NEW, "--output", tmp_path / "printed.docx", "--markup", "council", "--labels", "fr")
    tracked = docx.Document(str(tmp_path / "tracked.docx")).element.xml
    assert "<w:ins " in tracked
    assert "longer" in tracked
    printed = docx.Document(str(tmp_path / "printed.docx"))
    assert "<w:ins " not in printed.element.xml
    assert printed.paragraphs[0].text == "Comparaison"


TABLE = (
    ("Provision", "Drafting suggestions", "Comments"),
    ("Article 2(1)", "Member States shall set quiet hours of at least ~six~ +seven+ hours each night.", "Sleep."),
    ("Article 19", "", "There is no such article."),
)


@pytest.fixture
def commented(shell: Shell, tmp_path: Path) -> Shell:
    """The command line on a library with an act and a document that amends it."""
    shell.json("import", act(tmp_path), word_file(tmp_path, ["Comments by Greece"], TABLE))
    return shell


def test_a_document_is_imported_listed_and_taken_out_and_what_cannot_be_done_is_said(commented: Shell) -> None:
    (one,) = commented.json("contribution-import", "#2", "7301/26")["contributions"]
    assert (one["paper"], one["unplaced"]) == (2, 1)
    first, last = one["parts"]
    assert (first["delegations"], first["address"], first["comment"]) == (["EL"], "art_2__para_1", "Sleep.")
    assert ["insert", "seven"] in first["words"]
    assert (last["address"], last["label"], last["words"]) == (None, "Article 19", [])
    assert commented.json("contributions", "7301/26")["contributions"] == [one]
    assert commented.json("contribution-remove", "#2", "7301/26")["contributions"] == []
    for arguments, sentence in [
        (["contribution-import", "7301/26", "7301/26"], "No comments on ST 7301/26 were recognised in ST 7301/26."),
        (["contribution-import", "#9", "7301/26"], "#9 is not in the library."),
        (["contribution-import", "#2", "7301/26", "--delegation", "ZZ"], "ZZ is not a delegation code."),
        (["contribution-remove", "#2", "7301/26"], "No comments on ST 7301/26 were recognised in #2."),
    ]:
        status, _, err = commented.run(*arguments)
        assert (status, err.strip()) == (REFUSED, sentence), arguments


def test_people_read_it_too(commented: Shell) -> None:
    codes = ("--delegation", "fr", "--delegation", "de")
    head, first, last = commented.run("contribution-import", "#2", "7301/26", *codes)[1].splitlines()
    assert head == "#2 on ST 7301/26: 2 comments placed, 1 unplaced"
    assert first.startswith("FR, DE  art_2__para_1  Member States shall set quiet hours of at least [-six-]{+seven+}")
    assert last == "FR, DE  unplaced (Article 19)  There is no such article."


def test_acts_are_applied_in_order(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text(base_page(), encoding="utf-8")
    (tmp_path / "first.txt").write_text(HEAD.format(number="8802/26") + FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(HEAD.format(number="8803/26") + SECOND, encoding="utf-8")
    shell.json("import", tmp_path)
    status, printed, _ = shell.run("--json", "apply", "8802/26", BASE, "--then", "8803/26")
    told = json.loads(printed)
    assert status == REFUSED  # one instruction cannot be applied
    assert [one["amending"] for one in told["operations"][-2:]] == ["ST 8802/26", "ST 8803/26"]
    assert "A red lamp burns beside each bell." in [one["text"] for one in told["paragraphs"]]
