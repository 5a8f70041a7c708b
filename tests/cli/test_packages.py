"""Packages on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.cli.main import main
from support.document_values import quiet_hours

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
