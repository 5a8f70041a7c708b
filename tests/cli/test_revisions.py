import json
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.cli.main import DONE, REFUSED, USAGE, main
from support.document_values import QUIET_HOURS, quiet_hours

OLD, NEW = "7001/26", "7001/1/26"


class Shell:
    """The command line on one library, in this process."""

    def __init__(self, library: Path, capture: pytest.CaptureFixture[str]) -> None:
        self._library = library
        self._capture = capture

    def run(self, *arguments: object) -> tuple[int, str, str]:
        self._capture.readouterr()
        status = main(["--library", str(self._library), *map(str, arguments)])
        out, err = self._capture.readouterr()
        return status, out, err

    def json(self, *arguments: object) -> Any:
        status, out, err = self.run(*arguments, "--json")
        assert status == DONE, err
        return json.loads(out)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line on a library with a short paper and its revision: a point is reworded, a paragraph is gone."""
    made = Shell(tmp_path / "library", capsys)
    text = QUIET_HOURS.replace("7001/26", "7001/1/26\n\nREV 1").replace("set quiet hours", "set longer quiet hours")
    text = text[: text.index("1. The Council")] + text[text.index("2. The Council") :].replace("2. ", "1. ", 1)
    text = text.replace("3. The Council", "2. The Council")
    made.json("import", quiet_hours(tmp_path), quiet_hours(tmp_path, name="rev.txt", text=text))
    return made


def test_what_changed_is_told_unit_by_unit(shell: Shell) -> None:
    compared = shell.json("compare", OLD, NEW)
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


def test_what_changed_is_told_in_words(shell: Shell) -> None:
    status, out, _ = shell.run("compare", OLD, NEW)
    assert status == DONE
    first, *rest = out.splitlines()
    assert first == "6 → 5 paragraphs: 1 unchanged, 3 renumbered, 1 reworded, 1 deleted"
    (reworded,) = (line for line in rest if line.startswith("reworded  para_2__point_1 → para_1__point_1  set"))
    assert reworded.replace("{+", "").replace("+}", "").endswith("set longer quiet hours for ships at berth;")
    assert "deleted  para_1" in rest


def test_what_stands_on_the_old_text_is_carried(shell: Shell) -> None:
    shell.json("annotate", OLD, "2a", "--kind", "red_line", "--text", "no", "--quote", "quiet hours")
    shell.json("annotate", OLD, "1", "--kind", "note", "--text", "noise")
    shell.json("position-set", OLD, "3", "--stance", "support", "--comment", "good")
    items = shell.json("carry", OLD, NEW)["items"]
    assert [(one["kind"], one["old"], one["new"], one["verdict"]) for one in items] == [
        ("annotation", "para_1", None, "deleted"),
        ("annotation", "para_2__point_1", "para_1__point_1", "reworded"),
        ("position", "para_3", "para_2", "renumbered"),
    ]
    assert items[2]["annotation"] is None
    (carried,) = shell.json("annotations", NEW)["annotations"]
    assert (carried["carried"], carried["origin"], carried["id"]) == (
        "reworded",
        items[1]["annotation"],
        items[1]["carried"],
    )
    assert carried["quote"]["exact"] == "quiet hours"
    assert {one["carried"] for one in shell.json("annotations", OLD)["annotations"]} == {None}
    assert [one["address"] for one in shell.json("position-show", NEW)["items"]] == ["para_2"]
    assert shell.json("carry", OLD, NEW)["items"] == items


def test_where_things_went_is_told_in_words(shell: Shell) -> None:
    assert shell.run("carry", OLD, NEW)[1] == "There are no notes or position entries on ST 7001/26.\n"
    shell.json("annotate", OLD, "2a", "--kind", "note", "--text", "no", "--quote", "set quiet")
    _, out, _ = shell.run("carry", OLD, NEW)
    assert out == "reworded  annotation on para_2__point_1 → para_1__point_1  (its words were deleted)\n"


def test_what_cannot_be_compared_is_said_in_one_sentence(shell: Shell) -> None:
    assert shell.run("compare", OLD, "9999/26")[::2] == (REFUSED, "9999/26 is not in the library.\n")
    for command in ("compare", "carry"):
        status, _, err = shell.run(command, OLD, OLD)
        assert (status, err) == (USAGE, f"delegate-desk {command}: OLD and NEW are the same document\n")


def test_the_version_of_each_side_can_be_named(shell: Shell) -> None:
    assert shell.run("compare", OLD, NEW, "--new-language", "el")[0] == REFUSED
    assert shell.run("compare", OLD, NEW, "--old-language", "en", "--new-language", "en")[0] == DONE


def test_of_two_languages_it_is_told_in_what_units_differ(shell: Shell, tmp_path: Path) -> None:
    french = QUIET_HOURS.replace("(OR. en)", "(OR. en)\n(FR)").replace(
        "The Council notes that noise from ships at berth disturbs the people who live near ports.",
        "Le Conseil constate que le bruit des navires à quai gêne, depuis 2019, 40 % des riverains des ports.",
    )
    french = french.replace("The Council invites the Member States to:", "Le Conseil invite les États membres à:")
    french = french.replace(
        "set quiet hours for ships at berth;", "fixer des heures de silence pour les navires à quai;"
    )
    french = french.replace(
        "offer shore power to ships that keep them.", "offrir le courant à ceux qui les respectent."
    )
    french = french.replace(
        "The Council will revert to the matter by the end of 2027.", "Le Conseil y reviendra fin 2027."
    )
    file = quiet_hours(tmp_path, name="fr.txt", text=french)
    assert shell.json("import", file)["items"][0]["language"] == "fr"
    both = ("--old-language", "en", "--new-language", "fr")
    compared = shell.json("compare", OLD, OLD, *both)
    assert compared["across"]
    differing = {one["new"]: one["differing"] for one in compared["changes"]}
    assert "number" in differing["para_1"]
    _, out, _ = shell.run("compare", OLD, OLD, *both)
    assert (
        next(line for line in out.splitlines() if "para_1 →" in line).partition("differs in ")[2].startswith("number")
    )
    assert "Conseil" not in out
