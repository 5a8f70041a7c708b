from pathlib import Path

import docx
import pytest

from delegate_desk.cli.main import DONE, REFUSED, USAGE
from delegate_desk.core.positions.export_options import DOCUMENT_KINDS, ExportKind
from support.command_line import Shell


def test_every_field_is_set_and_shown(held: Shell) -> None:
    held.json("position-set", "7001/26", "3", "--stance", "oppose", "--proposal", "The Council will revert.")
    shown = held.json(
        "position-set", "7001/26", "3", "--justification", "Time.", "--joint", "mt,CY", "--fallback", "Later.",
        "--fallback", "Never.", "--red-line", "No bells.", "--instruction", "Be firm.", "--source", "The ministry",
        "--priority", 1, "--tag", "quiet", "--tag", "night",
    )  # fmt: skip
    (item,) = shown["items"]
    assert {name: item[name] for name in ("stance", "proposal", "justification", "joint", "fallbacks")} == {
        "stance": "oppose",
        "proposal": "The Council will revert.",
        "justification": "Time.",
        "joint": ["CY", "MT"],
        "fallbacks": ["Later.", "Never."],
    }
    assert [item[name] for name in ("red_line", "instruction", "source", "priority", "tags", "after", "label")] == [
        "No bells.", "Be firm.", "The ministry", 1, ["quiet", "night"], None, "",
    ]  # fmt: skip
    shown = held.json("position-set", "7001/26", "3", "--joint", "", "--tag", "")
    assert (shown["items"][0]["joint"], shown["items"][0]["tags"]) == ([], [])


def test_a_provision_is_new_moves_or_goes(held: Shell) -> None:
    held.json("position-set", "7001/26", "para_2a", "--after", "2", "--proposal", "Bells rest too.")
    held.json("position-set", "7001/26", "para_2a", "--comment", "They ring.")
    held.json(
        "position-set", "7001/26", "para_2b", "--after", "para_2a", "--label", "2ter.", "--proposal", "Horns too."
    )
    held.json("position-set", "7001/26", "1", "--after", "3")
    shown = held.json("position-set", "7001/26", "3", "--proposal", "")
    assert [(i["address"], i["after"], i["label"], i["proposal"], i["comment"]) for i in shown["items"]] == [
        ("para_1", "para_3", "", None, ""),
        ("para_2a", "para_2", "2a.", "Bells rest too.", "They ring."),
        ("para_2b", "para_2a", "2ter.", "Horns too.", ""),
        ("para_3", None, "", "", ""),
    ]
    assert shown["items"][1]["words"] == [["insert", "Bells rest too."]]
    for arguments in (["para_9a", "--comment", "x"], ["para_9a", "--after", "9"], ["nowhere", "--after", "2"]):
        assert held.run("position-set", "7001/26", *arguments)[0] == REFUSED


def test_a_position_is_cleared_sent_and_withdrawn(held: Shell) -> None:
    held.json("position-set", "7001/26", "--general", "We support the text.")
    cleared = held.json("position-clear", "7001/26", "--by", "The ministry")
    assert (cleared["status"], cleared["cleared"]["by"], cleared["version"]) == ("cleared", "The ministry", 1)
    sent = held.json("position-send", "7001/26", "--to", "The Presidency", "--file", "position.docx")
    assert (sent["status"], sent["sent"]["to"], sent["sent"]["file"]) == ("sent", "The Presidency", "position.docx")
    now = held.json("position-set", "7001/26", "--general", "We support the text as it stands.")
    assert (now["status"], now["version"], now["cleared"], now["sent"]) == ("draft", 2, None, None)
    assert held.json("position-show", "7001/26", "--version", 1) == sent
    assert held.json("position-show", "7001/26", "--version", 2) == now
    held.json("position-withdraw", "7001/26")
    versions = held.json("position-versions", "7001/26")["versions"]
    assert [(one["version"], one["status"]) for one in versions] == [(1, "sent"), (2, "withdrawn")]
    compared = held.json("position-versions", "7001/26", "--compare", 1, 2)
    assert compared["texts"] == [
        {
            "field": "general",
            "before": "We support the text.",
            "after": "We support the text as it stands.",
            "circulates": True,
        }
    ]
    changes = held.json("position-versions", "7001/26", "--history")["changes"]
    assert [(one["version"], one["field"], one["before"]) for one in changes] == [
        (2, "general", "We support the text."),
        (1, "general", ""),
    ]
    status, out, _ = held.run("position-versions", "7001/26")
    assert (status, out.splitlines()[0]) == (
        DONE,
        "version 1 · sent · 0 position entries · cleared by The ministry · sent to The Presidency",
    )


def test_what_cannot_be_done_is_said_in_one_line_and_what_is_said_on_a_paragraph_needs_one(held: Shell) -> None:
    for arguments, reason in (
        (["position-clear", "7001/26", "--by", "The ministry"], "There is no position on ST 7001/26 yet."),
        (["position-show", "7001/26", "--version", 7], "Our position on ST 7001/26 has no version 7."),
        (["position-set", "7001/26", "3", "--joint", "CY,US"], "US is not a delegation code."),
    ):
        status, _, err = held.run(*arguments)
        assert (status, err.strip()) == (REFUSED, reason)
    for arguments in [
        ["--priority", "4", "3"],
        ["--fallback", "on nothing"],
        ["--tag", "on nothing"],
        ["--after", "2"],
    ]:
        assert held.run("position-set", "7001/26", *arguments)[0] == USAGE, arguments


@pytest.fixture
def drafted(held: Shell) -> Shell:
    """The command line on a library with a position."""
    held.json("position-set", "7001/26", "3", "--stance", "oppose", "--proposal", "The Council will revert to it.")
    held.json("position-set", "7001/26", "3", "--justification", "Time.", "--internal", "hush")
    return held


@pytest.mark.parametrize("kind", DOCUMENT_KINDS)
def test_every_kind_is_written(drafted: Shell, tmp_path: Path, kind: ExportKind) -> None:
    target = tmp_path / "out.docx"
    assert drafted.json("export", kind, "7001/26", "--output", target, "--delegation", "EL")["file"] == str(target)
    assert docx.Document(str(target)).core_properties.author == "Delegation of Greece"


def test_columns_and_the_capitals_copy_are_asked_for_and_a_redline_says_how_it_is_made(
    drafted: Shell, tmp_path: Path
) -> None:
    target = tmp_path / "out.docx"
    found = []
    for kind, *more in (("position",), ("comments-table",), ("position", "--columns", "justified")):
        drafted.json("export", kind, "7001/26", "--output", target, *more)
        found.append([cell.text for cell in docx.Document(str(target)).tables[0].rows[0].cells])
    assert found == [
        ["Drafting suggestions", "Comments"],
        ["Provision", "Presidency text", "Drafting suggestions", "Comments"],
        ["Provision", "Presidency text", "Drafting suggestions", "Justification"],
    ]
    for audience, expected in (("circulation", False), ("capital", True)):
        drafted.json("export", "annotated", "7001/26", "--output", target, "--audience", audience)
        comments = [comment.text for comment in docx.Document(str(target)).comments]
        assert any("hush" in text for text in comments) is expected
    status, told, _ = drafted.run("export", "redline", "7001/26", "--output", target, "--markup", "council")
    assert status == DONE
    assert "Redlines always use tracked changes." in told
    assert "its text was formatted again" in told


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A template with a letterhead and fields, two of which are unknown or unused."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "PERMANENT REPRESENTATION"
    document.add_paragraph("{{delegation}} on {{reference}}: {{motto}}")
    document.add_table(1, 1).cell(0, 0).text = "{{table}}"
    path = tmp_path / "house.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["position", "comments-table", "annotated"])
def test_a_template_is_filled_and_what_it_lacks_is_said(
    drafted: Shell, template: Path, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "out.docx"
    status, told, _ = drafted.run(
        "export", kind, "7001/26", "--output", out, "--template", template, "--delegation", "EL"
    )
    assert status == DONE
    assert "{{motto}}" in told
    assert "must be in a separate paragraph" in told
    made = docx.Document(str(out))
    assert made.sections[0].header.paragraphs[0].text == "PERMANENT REPRESENTATION"
    assert made.paragraphs[0].text == "Delegation of Greece on ST 7001/26: {{motto}}"
    assert "hush" not in made.element.xml


def test_what_cannot_be_written_is_refused_with_a_sentence_and_spoils_nothing(drafted: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    (tmp_path / "house.docx").write_text("no Word file")
    status, _, said = drafted.run(
        "export", "position", "7001/26", "--output", out, "--template", tmp_path / "house.docx"
    )
    assert status == REFUSED
    assert said.strip() == "The template house.docx cannot be used: it is not a Word file; save it as .docx or .dotx."
    assert not out.exists()
    out = tmp_path / "out.docx"
    out.write_bytes(b"kept")
    (tmp_path / ".~lock.out.docx#").write_text("who")
    status, _, said = drafted.run("export", "position", "7001/26", "--output", out)
    assert status == REFUSED
    assert ".~lock.out.docx#" in said
    assert out.read_bytes() == b"kept"
    target = tmp_path / "kept.docx"
    target.write_bytes(b"precious")
    assert drafted.run("export", "poem", "7001/26", "--output", target)[0] == USAGE
    for kind in DOCUMENT_KINDS:
        assert drafted.run("export", kind, "9999/26", "--output", target)[0] == REFUSED
    assert target.read_bytes() == b"precious"
