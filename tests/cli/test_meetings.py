"""The commands for meetings."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from delegate_desk.cli.main import DONE, REFUSED, USAGE, main
from delegate_desk.core.documents.document import Address
from delegate_desk.desk import open_desk
from support.document_values import QUIET_HOURS, quiet_hours
from support.meeting_notices import HARBOURS

Run = Callable[..., Any]
NOTICE = HARBOURS.text.replace("9317/1/26 REV 1 TRANS 88", "7001/26 TRANS 88")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def run(library: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command, which is to be done unless otherwise said, and gives its JSON."""

    def run(*arguments: object, expected: int = DONE) -> Any:
        capsys.readouterr()
        assert main([*map(str, arguments), "--json", "--library", str(library)]) == expected
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def meeting(run: Run, tmp_path: Path) -> dict[str, Any]:
    """A meeting made of a notice, one of whose documents is held."""
    notice = tmp_path / HARBOURS.name
    notice.write_text(NOTICE, encoding="utf-8")
    run("import", notice, quiet_hours(tmp_path))
    (made,) = run("meeting-import", "CM 7101/26")["meetings"]
    return dict(made)


def test_a_notice_becomes_a_meeting(run: Run, meeting: dict[str, Any]) -> None:
    assert (meeting["reference"], meeting["body"]) == ("CM 7101/26", "Working Party on Shipping")
    assert (meeting["date"], meeting["time"]) == ("2026-10-14", "10:00")
    assert [item["number"] for item in meeting["items"]] == ["1", "2", "2a", "2b", "3", "4"]
    assert meeting["items"][2]["documents"] == [{"reference": "ST 7001/26", "held": True}]
    assert meeting["items"][3]["documents"][0] == {"reference": "WK 123/2026", "held": False}
    assert run("meetings")["meetings"] == [meeting]
    assert run("meeting-import", "CM 7101/26")["meetings"] == [meeting]


def test_a_line_is_caught_and_told(run: Run, meeting: dict[str, Any]) -> None:
    line = 'FR EL+ 2(a) scrutiny res.; wants "shall"'
    (caught,) = run("capture", "cm 7101/1/26 REV 1", line, "--item", "2A")["interventions"]
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


def test_the_matrix_tells_the_latest_stance_and_the_history(run: Run, meeting: dict[str, Any]) -> None:
    for line in ("DE+ 3", "NL- 3 too broad", "NL~ 3"):
        run("capture", meeting["id"], line, "--item", "2a")
    shape = run("matrix", meeting["id"])
    assert [(cell["delegation"], cell["address"], cell["stance"]) for cell in shape["cells"]] == [
        ("DE", "para_3", "support"),
        ("NL", "para_3", "can_accept"),
    ]
    assert [said["stance"] for said in shape["cells"][1]["history"]] == ["oppose", "can_accept"]
    assert shape["counts"] == [
        {"reference": "ST 7001/26", "address": "para_3", "stances": {"support": 1, "can_accept": 1}}
    ]
    assert run("matrix", meeting["id"], "--item", "4")["cells"] == []


def test_a_document_that_comes_in_later_gives_a_line_its_place(
    run: Run, meeting: dict[str, Any], library: Path, tmp_path: Path
) -> None:
    (caught,) = run("capture", meeting["id"], "DE+ 3", "--item", "4")["interventions"]
    assert (caught["reference"], caught["address"]) == (None, None)
    run("import", quiet_hours(tmp_path, name="later.txt", text=QUIET_HOURS.replace("7001/26", "9400/26")))
    with open_desk(library) as desk:
        (one,) = desk.meetings.interventions(caught["meeting"])
    assert one.id == caught["id"]
    assert one.place is not None
    assert one.place.address == Address("para_3")


def test_what_was_said_is_among_the_hits(run: Run, meeting: dict[str, Any]) -> None:
    run("capture", meeting["id"], "DE+ 3 wants dredgers", "--item", "2a")
    (hit,) = run("search", "dredgers in:interventions delegation:DE")["hits"]
    assert (hit["kind"], hit["reference"], hit["address"]) == ("intervention", "ST 7001/26", "para_3")
    assert (hit["annotation"], bool(hit["line"])) == (None, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("meeting-import", "7001/26"), "ST 7001/26 is not an agenda: it lists no agenda items."),
        (("meeting-import", "CM 1/26"), "CM 1/26 is not in the library."),
        (("capture", "CM 1/26", "DE+"), "Meeting CM 1/26 is not in the library."),
        (("matrix", "nonsense"), "Meeting nonsense is not in the library."),
        (("capture", "CM 7101/26", "DE+", "--item", "9"), "The agenda of Working Party on Shipping has no item 9."),
    ],
)
def test_bad_input_gets_one_sentence(run: Run, meeting: dict[str, Any], arguments: tuple[str, ...], said: str) -> None:
    assert run(*arguments, expected=REFUSED) == {"error": said}
    assert run("meetings")["meetings"] == [meeting]


def test_people_read_what_came_of_it(
    library: Path, meeting: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    def told(*arguments: str) -> list[str]:
        capsys.readouterr()
        assert main(["--library", str(library), *arguments]) == DONE
        return capsys.readouterr().out.splitlines()

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
def test_a_meeting_goes_to_word(run: Run, meeting: dict[str, Any], tmp_path: Path, command: str) -> None:
    run("capture", meeting["id"], "DE+ 2(a)", "--item", "2a")
    out = tmp_path / "out.docx"
    said = run(command, "CM 7101/26", "--output", out, "--labels", "fr", "--delegation", "GR", "--audience", "capital")
    assert said == {"file": str(out)}
    document = docx.Document(str(out))
    assert document.core_properties.author == "Délégation de la Grèce"


def test_a_report_goes_to_a_text_file(run: Run, meeting: dict[str, Any], tmp_path: Path) -> None:
    run("capture", meeting["id"], "DE+ 2(a) fine", "--item", "2a")
    run("meeting-report", meeting["id"], "--output", tmp_path / "out.txt")
    assert "DE: Paragraph 2, point (a): + Support – fine" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    run("meeting-report", meeting["id"], "--output", tmp_path / "out.txt", "--unnamed")
    assert "DE" not in (tmp_path / "out.txt").read_text(encoding="utf-8").split()


def test_a_matrix_of_nothing_is_refused(run: Run, meeting: dict[str, Any], tmp_path: Path) -> None:
    said = run("matrix", meeting["id"], "--output", tmp_path / "out.docx", expected=REFUSED)
    assert said["error"].startswith("No delegation has taken a position in the meeting of Working Party on Shipping")


@pytest.mark.parametrize(
    "arguments",
    [
        ["matrix", "--output", "out.txt"],
        ["meeting-report", "--output", "out.docx", "--unnamed", "--audience", "capital"],
        ["speaking-note"],
        ["meeting-report", "--output", "out.docx", "--labels", "xx"],
    ],
)
def test_wrong_usage_is_refused(library: Path, meeting: dict[str, Any], arguments: list[str]) -> None:
    command, *rest = arguments
    assert main([command, meeting["id"], *rest, "--library", str(library)]) == USAGE


def test_meetings_and_deadlines_become_a_calendar(run: Run, meeting: dict[str, Any], tmp_path: Path) -> None:
    (made,) = run("annotate", "7001/26", "para_1", "--kind", "note", "--text", "Ask", "--due", "14.10.2030")[
        "annotations"
    ]
    assert made["due"].endswith("Z")
    assert run("calendar", tmp_path / "out.ics") == {"file": str(tmp_path / "out.ics")}
    written = (tmp_path / "out.ics").read_bytes()
    assert meeting["id"].encode() in written
    assert made["id"].encode() in written
    assert run("calendar", tmp_path / "none" / "out.ics", expected=REFUSED)["error"]


def test_what_makes_no_calendar_and_no_deadline_is_wrong_usage(
    meeting: dict[str, Any], library: Path, tmp_path: Path
) -> None:
    assert meeting
    remark = ["annotate", "7001/26", "para_1", "--kind", "note", "--text", "Ask", "--due", "soon"]
    for arguments in (remark, ["calendar", str(tmp_path / "out.docx")]):
        assert main([*arguments, "--library", str(library)]) == USAGE
