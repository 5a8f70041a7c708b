"""The commands ``annotations-export`` and ``annotations-import``."""

import json
from pathlib import Path

import pytest

from delegate_desk.cli.main import DONE, REFUSED
from support.command_line import Shell
from support.document_values import QUIET_HOURS, quiet_hours
from support.package_fixtures import rewritten


@pytest.fixture
def noted(held: Shell, tmp_path: Path) -> Shell:
    """The command line on a library with a short document and two notes, one of them internal."""
    for text, visibility in (("goes out", "circulation"), ("stays home", "internal")):
        note = ("--kind", "note", "--text", text, "--visibility", visibility)
        held.json("annotate", "7001/26", "para_1", *note)
    return held


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def texts(shell: Shell) -> list[str]:
    return [one["text"] for one in shell.json("annotations")["annotations"]]


def test_what_circulates_goes_out_and_the_rest_when_asked_for(noted: Shell, file: Path) -> None:
    assert noted.json("annotations-export", file) == {"file": str(file), "annotations": 1, "left_out": 1}
    assert "stays home" not in file.read_text(encoding="utf-8")
    status, out, _ = noted.run("annotations-export", file)
    assert (status, "1 internal annotation not included" in out) == (DONE, True)
    assert noted.json("annotations-export", file, "--internal")["annotations"] == 2


def test_a_document_that_is_missing_makes_it_done_in_part_until_it_comes(
    noted: Shell, file: Path, tmp_path: Path
) -> None:
    there = noted.at("there")
    noted.json("annotations-export", file)
    status, _, err = there.run("annotations-import", file)
    assert status == REFUSED
    assert err == "ST 7001/26 (en) is not in the library: 1 annotation on it is kept until it is imported.\n"
    answer = there.json("annotations-import", file, expected=REFUSED)
    assert answer["waiting"] == [{"reference": "ST 7001/26", "language": "en", "count": 1}]
    assert texts(there) == []
    there.json("import", quiet_hours(tmp_path))
    assert texts(there) == ["goes out"]
    assert there.json("annotations-import", file)["known"] == 1


def test_a_document_that_comes_back_or_is_named_right_has_what_waited_for_it(
    noted: Shell, file: Path, tmp_path: Path
) -> None:
    there, elsewhere = noted.at("there"), noted.at("elsewhere")
    noted.json("annotations-export", file)
    there.json("import", quiet_hours(tmp_path))
    there.json("remove", "7001/26")
    there.json("annotations-import", file, expected=REFUSED)
    there.json("restore-document", "7001/26")
    assert texts(there) == ["goes out"]
    misread = QUIET_HOURS.replace("7001/26", "7007/26").replace("noise", "the noise")
    elsewhere.json("import", quiet_hours(tmp_path, text=misread))
    elsewhere.json("annotations-import", file, expected=REFUSED)
    elsewhere.json("correct", "7007/26", "reference", "7001/26")
    assert texts(elsewhere) == ["goes out"]


def test_what_has_no_place_is_refused_with_its_reason(noted: Shell, file: Path) -> None:
    paper, nobody = {"source": "7001/26", "selector": {"exact": "never written"}}, "https://example.org/a\nb"
    whole = [
        {"type": "Annotation", "body": "x", "target": paper},
        {"type": "Annotation", "body": "y", "target": nobody},
    ]
    file.write_text(json.dumps([*whole, 3]), encoding="utf-8")
    status, out, err = noted.run("annotations-import", file)
    assert (status, out) == (REFUSED, "Annotations: 0 new\n")
    assert err.splitlines() == [
        "1 entry not imported: not valid as an annotation.",
        "1 annotation not imported: the quoted words could not be placed with certainty in ST 7001/26.",
        "1 annotation not imported: https://example.org/a b is not in the library.",
    ]
    refused = noted.json("annotations-import", file, expected=REFUSED)["refused"]
    assert [one["reason"] for one in refused] == ["no_annotation", "no_place", "no_document"]


def test_what_is_no_file_of_notes_is_refused_in_one_sentence(noted: Shell, tmp_path: Path, file: Path) -> None:
    status, _, err = noted.run("annotations-export", tmp_path / "notes.xml")
    assert status == REFUSED
    assert "choose one of the file types .jsonld" in err
    assert not (tmp_path / "notes.xml").exists()
    for content, said in [
        (b"%PDF", "it is not JSON"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b"{}", "it contains no notes"),
    ]:
        file.write_bytes(content)
        status, out, err = noted.run("annotations-import", file)
        assert (status, out, err) == (REFUSED, "", f"notes.jsonld was not imported: {said}.\n"), content


@pytest.fixture
def packed(held: Shell, tmp_path: Path) -> Path:
    """A package with a note for circulation; the internal one is left out."""
    file = tmp_path / "x.ddpack"
    held.json("people", "--name", "Anna")
    for text, visibility in (("theirs", "circulation"), ("secret", "internal")):
        note = ("--kind", "note", "--text", text, "--visibility", visibility)
        held.json("annotate", "7001/26", "1", *note)
    held.json("position-set", "7001/26", "2", "--comment", "too early")
    said = held.json("pack", file, "7001/26")
    assert (said["documents"], said["annotations"], said["lines"], said["left_out"]) == (1, 1, 1, 1)
    return file


@pytest.fixture
def two(shell: Shell) -> Shell:
    """The command line on the empty library of a colleague."""
    return shell.at("two")


def test_what_was_packed_is_previewed_imported_and_found(packed: Path, two: Shell) -> None:
    said = two.json("unpack", packed, "--preview")
    assert (said["counts"]["new"], said["person"]["name"]) == (2, "Anna")
    assert [one["reference"] for one in said["documents"]["arriving"]] == ["ST 7001/26"]
    assert two.json("documents")["documents"] == []
    assert two.json("unpack", packed)["imported"] == [1]
    (note,) = two.json("annotations")["annotations"]
    assert (note["text"], note["author"]["name"]) == ("theirs", "Anna")
    assert two.json("search", "theirs")["total"] == 1
    people = two.json("people")["people"]
    assert [(one["name"], one["annotations"], one["lines"]) for one in people] == [("Anna", 1, 1)]
    people = two.json("people", "--remove", "Anna")["people"]
    assert [(one["annotations"], one["lines"]) for one in people] == [(0, 0)]
    assert two.json("unpack", packed)["counts"]["removed"] == 2
    assert two.json("annotations")["annotations"] == []


def test_term_bases_are_packed_with_an_option(held: Shell, two: Shell, tmp_path: Path) -> None:
    path, file = tmp_path / "harbours.csv", tmp_path / "x.ddpack"
    path.write_text("en;el\nwreck;ναυάγιο\n", encoding="utf-8")
    held.json("terms", "import", path)
    assert held.json("pack", file)["terms"] == 0
    assert two.json("unpack", file, "--preview")["terms"] == []
    assert held.json("pack", file, "--terms")["terms"] == 1
    assert two.json("unpack", file)["terms"] == ["harbours"]
    assert two.json("terms", "list")["terms"] == held.json("terms", "list")["terms"]
    assert "imported  harbours  term base" in two.run("unpack", file)[1]


def test_what_is_no_package_is_refused_in_one_sentence(tmp_path: Path, two: Shell) -> None:
    file = tmp_path / "x.ddpack"
    file.write_text("no package")
    status, _, told = two.run("unpack", file)
    assert (status, told.strip()) == (
        REFUSED,
        "x.ddpack was not imported: it is not a Delegate Desk package. The library is unchanged.",
    )
    assert two.run("people", "--remove", "Nobody")[0] == REFUSED


def test_a_package_among_documents_is_sent_to_unpack(tmp_path: Path, packed: Path, two: Shell) -> None:
    folder = tmp_path / "brought"
    folder.mkdir()
    packed.rename(folder / packed.name)
    quiet_hours(folder)
    for brought, held in ((folder / packed.name, 0), (folder, 1)):
        said = two.json("import", brought, expected=REFUSED)
        assert sum(one["status"] == "imported" for one in said["items"]) == held
        (refused,) = (one for one in said["items"] if one["status"] == "refused")
        assert refused["error"]["kind"] == "unsupported"
        assert "delegate-desk unpack" in refused["error"]["message"]


def test_in_words_it_says_what_is_internal(packed: Path, shell: Shell, two: Shell) -> None:
    assert "INTERNAL: 1" in shell.run("pack", packed, "--internal", "--no-originals")[1]
    told = two.run("unpack", packed)[1]
    assert "From Anna" in told
    assert "INTERNAL" in told
    assert "3 waiting for ST 7001/26" in told


def test_keys_are_compared_and_packages_sealed_to_those_whose_key_is_known(
    packed: Path, held: Shell, two: Shell, tmp_path: Path
) -> None:
    words = held.json("people")["ours"]["fingerprint"]
    said = two.json("unpack", packed)
    assert (said["fingerprint"], said["compared"], said["sealed"]) == (words, None, False)
    assert "not compared yet" in two.run("people")[1]
    (anna,) = two.json("people", "--compared", "Anna")["people"]
    assert anna["fingerprint"] == words
    assert anna["compared"] is not None
    assert f"key: {words} (compared" in two.run("unpack", packed)[1]
    two.json("people", "--name", "Bela")
    file = tmp_path / "sealed.ddpack"
    assert [one["name"] for one in two.json("pack", file, "--to", "Anna")["sealed_to"]] == ["Anna"]
    assert held.json("unpack", file)["sealed"] is True
    status, _, told = held.at("three").run("unpack", file)
    assert (status, "sealed to other people" in told) == (REFUSED, True)
    assert held.run("pack", file, "--to", "Nobody")[0] == REFUSED
    (anna,) = two.json("people", "--remove-key", "Anna")["people"]
    assert anna["fingerprint"] is None
    status, _, told = two.run("pack", file, "--to", "Anna")
    assert (status, told) == (
        REFUSED,
        "The key of Anna is not known yet. Import a package from them first, then seal yours to them.\n",
    )


def test_a_package_signed_with_another_key_names_the_way_out(packed: Path, two: Shell, tmp_path: Path) -> None:
    two.json("unpack", packed)
    status, _, told = two.run("unpack", rewritten(packed, tmp_path / "forged.ddpack", lambda *_: None))
    assert (status, told) == (
        REFUSED,
        "forged.ddpack was not imported: it is not signed with the known key of its sender; ask them, and if they "
        "have a new key, remove the old one with delegate-desk people --remove-key. The library is unchanged.\n",
    )
    two.json("people", "--remove-key", "Anna")
    two.json("unpack", tmp_path / "forged.ddpack")
