"""The commands for meetings."""

from pathlib import Path
from typing import Any

import docx
import pytest

from delegate_desk.cli.main import REFUSED, USAGE
from delegate_desk.core.delegations import PROTOCOL_ORDER
from delegate_desk.core.documents.document import Address
from delegate_desk.desk import open_desk
from support.command_line import Shell
from support.document_values import QUIET_HOURS, quiet_hours
from support.meeting_notices import HARBOURS

NOTICE = HARBOURS.text.replace("9317/1/26 REV 1 TRANS 88", "7001/26 TRANS 88")


@pytest.fixture
def meeting(shell: Shell, tmp_path: Path) -> dict[str, Any]:
    """A meeting imported from a notice, one of whose documents is in the library."""
    notice = tmp_path / HARBOURS.name
    notice.write_text(NOTICE, encoding="utf-8")
    shell.json("import", notice, quiet_hours(tmp_path))
    (made,) = shell.json("meeting-import", "CM 7101/26")["meetings"]
    return dict(made)


def test_a_notice_becomes_a_meeting_and_bad_input_gets_one_sentence(shell: Shell, meeting: dict[str, Any]) -> None:
    assert (meeting["reference"], meeting["body"]) == ("CM 7101/26", "Working Party on Shipping")
    assert (meeting["date"], meeting["time"]) == ("2026-10-14", "10:00")
    assert [item["number"] for item in meeting["items"]] == ["1", "2", "2a", "2b", "3", "4"]
    assert meeting["items"][2]["documents"] == [{"reference": "ST 7001/26", "held": True}]
    assert meeting["items"][3]["documents"][0] == {"reference": "WK 123/2026", "held": False}
    assert shell.json("meetings")["meetings"] == [meeting]
    assert shell.json("meeting-import", "CM 7101/26")["meetings"] == [meeting]
    for arguments, said in [
        (("meeting-import", "7001/26"), "ST 7001/26 is not an agenda: it lists no agenda items."),
        (("meeting-import", "CM 1/26"), "CM 1/26 is not in the library."),
        (("capture", "CM 1/26", "DE+"), "Meeting CM 1/26 is not in the library."),
        (("matrix", "nonsense"), "Meeting nonsense is not in the library."),
        (("capture", "CM 7101/26", "DE+", "--item", "9"), "The agenda of Working Party on Shipping has no item 9."),
    ]:
        assert shell.json(*arguments, expected=REFUSED) == {"error": said}, arguments
        assert shell.json("meetings")["meetings"] == [meeting], arguments


def test_lines_are_in_the_matrix_with_their_history_found_and_told(shell: Shell, meeting: dict[str, Any]) -> None:
    for line in ("DE+ 3", "NL- 3 too broad", "NL~ 3"):
        shell.json("capture", meeting["id"], line, "--item", "2a")
    shape = shell.json("matrix", meeting["id"])
    assert [(cell["delegation"], cell["address"], cell["stance"]) for cell in shape["cells"]] == [
        ("DE", "para_3", "support"),
        ("NL", "para_3", "can_accept"),
    ]
    assert [said["stance"] for said in shape["cells"][1]["history"]] == ["oppose", "can_accept"]
    assert shape["counts"] == [
        {"reference": "ST 7001/26", "address": "para_3", "stances": {"support": 1, "can_accept": 1}}
    ]
    assert shell.json("matrix", meeting["id"], "--item", "4")["cells"] == []
    shell.json("capture", meeting["id"], "DE+ 3 wants dredgers", "--item", "2a")
    (hit,) = shell.json("search", "dredgers in:interventions delegation:DE")["hits"]
    assert (hit["kind"], hit["reference"], hit["address"]) == ("intervention", "ST 7001/26", "para_3")
    assert (hit["annotation"], bool(hit["line"])) == (None, True)
    line = 'FR EL+ 2(a) scrutiny res.; wants "shall"'
    (caught,) = shell.json("capture", "cm 7101/1/26 REV 1", line, "--item", "2A")["interventions"]
    made = caught.pop("id"), caught.pop("line_id"), caught.pop("created")
    assert all(made)
    assert caught == {
        "meeting": meeting["id"],
        "item": "2a",
        "line": line,
        "delegations": ["FR", "EL"],
        "stance": "scrutiny_reservation",
        "reference": "ST 7001/26",
        "address": "para_2__point_1",
        "label": "2(a)",
        "text": 'scrutiny res.; wants "shall"',
        "wordings": ["shall"],
        "conclusion": False,
    }


def test_people_read_what_came_of_it(shell: Shell, meeting: dict[str, Any]) -> None:
    def told(*arguments: str) -> list[str]:
        return shell.run(*arguments)[1].splitlines()

    listed = told("meetings")
    assert listed[0] == f"{meeting['id']}  CM 7101/26  2026-10-14 10:00  Working Party on Shipping"
    assert "      ST 7001/26" in listed
    assert "      WK 123/2026  (not in library)" in listed
    assert told("matrix", meeting["id"]) == ["There are no interventions on a paragraph yet."]
    assert told("capture", meeting["id"], "DE+ 3 agrees", "--item", "2a") == ["DE  support  para_3  agrees"]
    assert told("capture", meeting["id"], "coffee") == ["recorded as a note: coffee"]
    assert told("capture", meeting["id"], "PRES concludes: done") == ["PRES  concludes  done"]
    assert told("matrix", meeting["id"]) == ["ST 7001/26 para_3: DE support"]


@pytest.mark.parametrize("command", ["meeting-report", "matrix", "speaking-note"])
def test_a_meeting_goes_to_word(shell: Shell, meeting: dict[str, Any], tmp_path: Path, command: str) -> None:
    shell.json("capture", meeting["id"], "DE+ 2(a)", "--item", "2a")
    out = tmp_path / "out.docx"
    said = shell.json(
        command, "CM 7101/26", "--output", out, "--labels", "fr", "--delegation", "GR", "--audience", "capital"
    )
    assert said == {"file": str(out)}
    document = docx.Document(str(out))
    assert document.core_properties.author == "Délégation de la Grèce"


def test_a_report_is_text_and_a_later_document_gives_places(
    shell: Shell, meeting: dict[str, Any], tmp_path: Path
) -> None:
    shell.json("capture", meeting["id"], "DE+ 2(a) fine", "--item", "2a")
    shell.json("meeting-report", meeting["id"], "--output", tmp_path / "out.txt")
    assert "DE: Paragraph 2, point (a): + Support – fine" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    shell.json("meeting-report", meeting["id"], "--output", tmp_path / "out.txt", "--unnamed")
    assert "DE" not in (tmp_path / "out.txt").read_text(encoding="utf-8").split()
    (caught,) = shell.json("capture", meeting["id"], "DE+ 3", "--item", "4")["interventions"]
    assert (caught["reference"], caught["address"]) == (None, None)
    shell.json("import", quiet_hours(tmp_path, name="later.txt", text=QUIET_HOURS.replace("7001/26", "9400/26")))
    with open_desk(shell.library) as desk:
        _, one = desk.meetings.interventions(caught["meeting"])  # the first is that of the report
    assert one.id == caught["id"]
    assert one.place is not None
    assert one.place.address == Address("para_3")


def test_a_matrix_of_nothing_and_wrong_usage_are_refused(shell: Shell, meeting: dict[str, Any], tmp_path: Path) -> None:
    said = shell.json("matrix", meeting["id"], "--output", tmp_path / "out.docx", expected=REFUSED)
    assert said["error"].startswith("No delegation has taken a position in the meeting of Working Party on Shipping")
    for arguments in [
        ["matrix", "--output", "out.txt"],
        ["meeting-report", "--output", "out.docx", "--unnamed", "--audience", "capital"],
        ["speaking-note"],
        ["meeting-report", "--output", "out.docx", "--labels", "xx"],
    ]:
        command, *rest = arguments
        assert shell.run(command, meeting["id"], *rest)[0] == USAGE, arguments


def all_but(*codes: str) -> str:
    return ",".join(code for code in PROTOCOL_ORDER if code not in codes)


def test_a_vote_has_the_shape_that_was_agreed_and_is_no_official_result(shell: Shell) -> None:
    against = ("DE", "FR", "IT", "CY")
    shape = shell.json("vote", "--for", all_but(*against), "--against", "de, fr/it;cy")
    agreed = {
        "rule": "qmv",
        "year": 2025,
        "adopted": False,
        "members_for": 23,
        "members_needed": 15,
        "population_for_percent": 52.9,
        "population_needed_percent": 65.0,
        "blocking_minority": True,
        "blocking_members": list(against),
    }
    assert {key: shape[key] for key in agreed} == agreed
    assert shape["official"] is False
    assert "Agence Europe" in shape["figures"]["source"]
    _, out, _ = shell.run("vote", "--for", all_but("FR", "PL", "HU"))
    assert "Would be adopted" in out
    assert "Population 74.4 % of 65 % needed" in out
    assert "not an official result" in out
    assert "Undeclared: FR, HU, PL" in out


def test_the_older_names_of_codes_are_taken_and_declared_abstentions_prevent_unanimity(shell: Shell) -> None:
    shape = shell.json("vote", "--for", "GB GR", "--year", "2017", "--rule", "simple")
    assert (shape["members_for"], shape["population_needed_percent"]) == (2, None)
    assert shape["blocking_members"][-1] == "SE"
    nine = ("ES", "PL", "RO", "NL", "BE", "CZ", "SE", "IT", "FR")
    arguments = ("--rule", "unanimity", "--for", all_but(*nine))
    assert shell.json("vote", *arguments, "--abstain", ",".join(nine))["adopted"] is True
    assert shell.json("vote", *arguments, "--declare", ",".join(nine))["adopted"] is False


def test_what_cannot_be_counted_is_said(shell: Shell) -> None:
    for arguments, status, said in [
        (["--for", "DE,XX,YY"], 2, "not a member in 2025: XX, YY"),
        (["--for", "UK"], 2, "not a member in 2025: UK"),
        (["--for", "DE", "--participating", "DE,ZZ"], 2, "ZZ"),
        (["--for", "DE", "--rule", "majority"], 2, "majority"),
        (["--for", "DE,FR", "--against", "FR"], 1, "Counted twice: FR."),
        (["--for", "DE", "--participating", "FR"], 1, "Counted, but not participating in the vote: DE."),
        (["--for", "DE", "--year", "2024"], 1, "Available: 2017, 2025"),
    ]:
        found, _, err = shell.run("vote", *arguments)
        assert (found, said in err) == (status, True), arguments


def test_meetings_and_deadlines_become_a_calendar(shell: Shell, meeting: dict[str, Any], tmp_path: Path) -> None:
    remark = ("annotate", "7001/26", "para_1", "--kind", "note", "--text", "Ask", "--due")
    (made,) = shell.json(*remark, "14.10.2030")["annotations"]
    assert made["due"].endswith("Z")
    assert shell.json("calendar", tmp_path / "out.ics") == {"file": str(tmp_path / "out.ics")}
    written = (tmp_path / "out.ics").read_bytes()
    assert meeting["id"].encode() in written
    assert made["id"].encode() in written
    status, _, err = shell.run("calendar", tmp_path / "none" / "out.ics")
    assert (status, "out.ics" in err) == (REFUSED, True)
    for wrong in ((*remark, "soon"), ("calendar", tmp_path / "out.docx")):
        assert shell.run(*wrong)[0] == USAGE
