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
    [(b"%PDF", "it is not JSON"), (b"[" * 100_000, "it is nested too deeply"), (b"{}", "it contains no annotations")],
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


Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, library: Path, *arguments: str) -> tuple[int, dict[str, Any], str]:
    status = main(["--library", str(library), "--json", *arguments])
    printed = capsys.readouterr()
    return status, json.loads(printed.out), printed.err


@pytest.fixture
def packed(tmp_path: Path, capsys: Capture) -> Path:
    """A package with a note that circulates; one that is internal stayed."""
    library, file = tmp_path / "one", tmp_path / "x.ddpack"
    run(capsys, library, "import", str(quiet_hours(tmp_path)))
    run(capsys, library, "people", "--name", "Anna")
    for text, visibility in (("theirs", "circulation"), ("secret", "internal")):
        note = ("annotate", "7001/26", "1", "--kind", "note", "--text", text, "--visibility", visibility)
        run(capsys, library, *note)
    run(capsys, library, "position-set", "7001/26", "2", "--comment", "too early")
    status, said, _ = run(capsys, library, "pack", str(file), "7001/26")
    assert (status, said["documents"], said["annotations"], said["lines"], said["left_out"]) == (0, 1, 1, 1, 1)
    return file


def test_a_preview_takes_nothing_in(packed: Path, tmp_path: Path, capsys: Capture) -> None:
    status, said, _ = run(capsys, tmp_path / "two", "unpack", str(packed), "--preview")
    assert (status, said["counts"]["new"], said["person"]["name"]) == (0, 2, "Anna")
    assert [one["reference"] for one in said["documents"]["arriving"]] == ["ST 7001/26"]
    assert run(capsys, tmp_path / "two", "documents")[1]["documents"] == []


def test_what_was_packed_is_taken_in_and_found(packed: Path, tmp_path: Path, capsys: Capture) -> None:
    two = tmp_path / "two"
    assert run(capsys, two, "unpack", str(packed))[1]["imported"] == [1]
    (note,) = run(capsys, two, "annotations")[1]["annotations"]
    assert (note["text"], note["author"]["name"]) == ("theirs", "Anna")
    assert run(capsys, two, "search", "theirs")[1]["total"] == 1
    people = run(capsys, two, "people")[1]
    assert [(one["name"], one["annotations"], one["lines"]) for one in people["people"]] == [("Anna", 1, 1)]
    people = run(capsys, two, "people", "--remove", "Anna")[1]
    assert [(one["annotations"], one["lines"]) for one in people["people"]] == [(0, 0)]
    assert run(capsys, two, "unpack", str(packed))[1]["counts"]["removed"] == 2
    assert run(capsys, two, "annotations")[1]["annotations"] == []


def test_what_is_no_package_is_refused_in_one_sentence(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "x.ddpack"
    file.write_text("no package")
    status, said, told = run(capsys, tmp_path / "two", "unpack", str(file))
    assert status == 1
    assert (
        told.strip()
        == said["error"]
        == ("x.ddpack was not imported: it is not a Delegate Desk package. The library is unchanged.")
    )
    assert run(capsys, tmp_path / "two", "people", "--remove", "Nobody")[0] == 1


def test_a_package_among_documents_is_sent_to_unpack(tmp_path: Path, packed: Path, capsys: Capture) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    packed.rename(folder / packed.name)
    quiet_hours(folder)
    for brought, held in ((folder / packed.name, 0), (folder, 1)):
        status, said, _ = run(capsys, tmp_path / "two", "import", str(brought))
        assert status == 1
        assert sum(one["status"] == "imported" for one in said["items"]) == held
        (refused,) = (one for one in said["items"] if one["status"] == "refused")
        assert refused["error"]["kind"] == "unsupported"
        assert "delegate-desk unpack" in refused["error"]["message"]


def test_in_words_it_says_what_is_internal(tmp_path: Path, packed: Path, capsys: Capture) -> None:
    main(["--library", str(tmp_path / "one"), "pack", str(packed), "--internal", "--no-originals"])
    assert "INTERNAL: 1" in capsys.readouterr().out
    main(["--library", str(tmp_path / "two"), "unpack", str(packed)])
    told = capsys.readouterr().out
    assert "From Anna" in told
    assert "INTERNAL" in told
    assert "3 waiting for ST 7001/26" in told
