"""The commands ``annotations-export`` and ``annotations-import``."""

import json
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.cli.main import DONE, REFUSED, main
from support.document_values import QUIET_HOURS, quiet_hours


class Shell:
    """The command line on libraries of one folder, in this process."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def run(self, library: str, *arguments: object) -> tuple[int, str, str]:
        self._capture.readouterr()
        status = main(["--library", str(self.folder / library), *map(str, arguments)])
        out, err = self._capture.readouterr()
        return status, out, err

    def json(self, library: str, *arguments: object, expected: int = DONE) -> Any:
        status, out, err = self.run(library, *arguments, "--json")
        assert status == expected, err
        return json.loads(out)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """The command line on a library ``here`` with a short paper and two notes, one of them internal."""
    made = Shell(tmp_path, capsys)
    made.json("here", "import", quiet_hours(tmp_path))
    for text, visibility in (("goes out", "circulation"), ("stays home", "internal")):
        note = ("annotate", "7001/26", "para_1", "--kind", "note", "--text", text, "--visibility", visibility)
        made.json("here", *note)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def texts(shell: Shell, library: str) -> list[str]:
    return [one["text"] for one in shell.json(library, "annotations")["annotations"]]


def test_what_circulates_goes_out_and_the_rest_when_asked_for(shell: Shell, file: Path) -> None:
    assert shell.json("here", "annotations-export", file) == {"file": str(file), "annotations": 1, "left_out": 1}
    assert "stays home" not in file.read_text(encoding="utf-8")
    status, out, _ = shell.run("here", "annotations-export", file)
    assert (status, "1 internal annotation not included" in out) == (DONE, True)
    assert shell.json("here", "annotations-export", file, "--internal")["annotations"] == 2


def test_a_document_that_is_not_held_makes_it_done_in_part_until_it_comes(
    shell: Shell, file: Path, tmp_path: Path
) -> None:
    shell.json("here", "annotations-export", file)
    status, _, err = shell.run("there", "annotations-import", file)
    assert status == REFUSED
    assert err == "ST 7001/26 (en) is not in the library: 1 annotation on it is kept until it is imported.\n"
    answer = shell.json("there", "annotations-import", file, expected=REFUSED)
    assert answer["waiting"] == [{"reference": "ST 7001/26", "language": "en", "count": 1}]
    assert texts(shell, "there") == []
    shell.json("there", "import", quiet_hours(tmp_path))
    assert texts(shell, "there") == ["goes out"]
    assert shell.json("there", "annotations-import", file)["known"] == 1


def test_a_document_that_comes_back_or_is_named_right_has_what_waited_for_it(
    shell: Shell, file: Path, tmp_path: Path
) -> None:
    shell.json("here", "annotations-export", file)
    shell.json("there", "import", quiet_hours(tmp_path))
    shell.json("there", "remove", "7001/26")
    shell.json("there", "annotations-import", file, expected=REFUSED)
    shell.json("there", "restore-document", "7001/26")
    assert texts(shell, "there") == ["goes out"]
    misread = QUIET_HOURS.replace("7001/26", "7007/26").replace("noise", "the noise")
    shell.json("elsewhere", "import", quiet_hours(tmp_path, text=misread))
    shell.json("elsewhere", "annotations-import", file, expected=REFUSED)
    shell.json("elsewhere", "correct", "7007/26", "reference", "7001/26")
    assert texts(shell, "elsewhere") == ["goes out"]


def test_what_has_no_place_is_refused_with_its_reason(shell: Shell, file: Path) -> None:
    paper, nobody = {"source": "7001/26", "selector": {"exact": "never written"}}, "https://example.org/a\nb"
    whole = [
        {"type": "Annotation", "body": "x", "target": paper},
        {"type": "Annotation", "body": "y", "target": nobody},
    ]
    file.write_text(json.dumps([*whole, 3]), encoding="utf-8")
    status, out, err = shell.run("here", "annotations-import", file)
    assert (status, out) == (REFUSED, "Annotations: 0 new\n")
    assert err.splitlines() == [
        "1 entry not imported: not valid as an annotation.",
        "1 annotation not imported: the quoted words could not be placed with certainty in ST 7001/26.",
        "1 annotation not imported: https://example.org/a b is not in the library.",
    ]
    refused = shell.json("here", "annotations-import", file, expected=REFUSED)["refused"]
    assert [one["reason"] for one in refused] == ["no_annotation", "no_place", "no_document"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF", "it is not JSON"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"{}", "it contains no annotations"),
    ],
)
def test_a_file_that_brings_nothing_is_one_sentence(shell: Shell, file: Path, content: bytes, said: str) -> None:
    file.write_bytes(content)
    status, out, err = shell.run("here", "annotations-import", file)
    assert (status, out, err) == (REFUSED, "", f"notes.jsonld was not imported: {said}.\n")


def test_another_type_of_file_is_refused(shell: Shell, tmp_path: Path) -> None:
    status, _, err = shell.run("here", "annotations-export", tmp_path / "notes.xml")
    assert status == REFUSED
    assert "choose one of the file types .jsonld" in err
    assert not (tmp_path / "notes.xml").exists()
