"""Files on meetings, and the calendar of a library, exported by the desk."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import docx
import icalendar
import pytest

from delegate_desk.core.annotations.annotation import AnnotationId, AnnotationKind, AnnotationStatus
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.errors import (
    EmptyCalendarError,
    ExportFailedError,
    NothingCaughtError,
    UnknownDelegationError,
    UnknownItemError,
    UnknownMeetingError,
)
from delegate_desk.core.meetings.meeting import MeetingId
from delegate_desk.core.positions.export_options import MEETING_KINDS, Audience, ExportKind, ExportOptions
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from support.document_values import QUIET_HOURS, quiet_hours
from support.meeting_notices import HARBOURS
from support.position_values import parts

SECRET = "hush-4417"
CAPITAL = ExportOptions(audience=Audience.CAPITAL)
DAY = date(2026, 10, 14)


@pytest.fixture
def sat(desk: Desk, held: DocumentId) -> MeetingId:
    """A meeting with interventions, and a position and internal content on its document."""
    made = desk.meetings.new(
        "Working Party on Shipping", DAY, place="Brussels", items=["Adoption", "Quiet hours", "Lighthouses"]
    )
    items = (
        made.items[0],
        replace(made.items[1], documents=(Reference("ST", 7001, 2026),)),
        replace(made.items[2], documents=(Reference("ST", 7002, 2026),)),
    )
    desk.meetings.save(replace(made, items=items))
    for line in ("NL- 1 too broad", "DE+ 1", "FR EL+ 2(a) scrutiny res.", "HU! 3", f"{SECRET} coffee"):
        desk.meetings.capture(made.id, line, item="2")
    desk.meetings.capture(made.id, "PRES concludes: broad support", item="2")
    point = Address("para_2__point_1")
    desk.positions.set_general(held, "We support the text.")
    desk.positions.set_item(
        held, PositionEntry(point, Stance.RED_LINE, None, "Fairness matters.", f"{SECRET} fallback")
    )
    task = desk.annotations.new(
        Place(held, point),
        AnnotationKind.NOTE,
        text=f"- [ ] {SECRET} call",
        due=datetime(2026, 10, 20, 8, 0, tzinfo=UTC),
    )
    desk.annotations.save(task)
    return made.id


def text(file: Path) -> str:
    return "\n".join(parts(file.read_bytes()).values())


@pytest.mark.parametrize("kind", MEETING_KINDS)
def test_a_file_is_written_and_nothing_internal_circulates(
    desk: Desk, sat: MeetingId, tmp_path: Path, kind: ExportKind
) -> None:
    desk.positions.set_delegation("EL")
    desk.export.write(sat, kind, tmp_path / "out.docx", ExportOptions())
    whole = text(tmp_path / "out.docx")
    assert SECRET not in whole
    assert "Red line" not in whole
    assert docx.Document(str(tmp_path / "out.docx")).core_properties.author == "Delegation of Greece"
    preview = desk.export.preview(sat, kind, ExportOptions())
    assert (preview.internal, preview.marking) == (0, "LIMITE")
    assert SECRET not in desk.export.mail(sat, kind, ExportOptions()).text


@pytest.mark.parametrize(
    ("kind", "internal", "said"),
    [
        (ExportKind.REPORT, 3, f"{SECRET} call"),
        (ExportKind.MATRIX, 1, "Red line"),
        (ExportKind.NOTE, 3, f"{SECRET} fallback"),
    ],
)
def test_the_capital_sees_what_is_internal(
    desk: Desk, sat: MeetingId, tmp_path: Path, kind: ExportKind, internal: int, said: str
) -> None:
    desk.export.write(sat, kind, tmp_path / "out.docx", CAPITAL)
    assert said in text(tmp_path / "out.docx").replace("\u00a0", " ")
    assert desk.export.preview(sat, kind, CAPITAL).internal == internal


def test_a_report_as_text_has_the_labels_that_are_asked_for(desk: Desk, sat: MeetingId, tmp_path: Path) -> None:
    desk.export.write(sat, ExportKind.REPORT, tmp_path / "out.TXT", ExportOptions())
    written = (tmp_path / "out.TXT").read_text(encoding="utf-8")
    assert written == desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text
    assert written.splitlines()[0] == "LIMITE"
    assert "NL: Paragraph 1: − Opposed – too broad" in written.splitlines()
    assert SECRET not in written
    assert "Position" in desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text
    assert "Θέσεις των αντιπροσωπιών" in desk.export.mail(sat, ExportKind.REPORT, ExportOptions(labels="el")).text


def test_one_limited_document_marks_the_whole(desk: Desk, tmp_path: Path, held: DocumentId) -> None:
    free = quiet_hours(tmp_path, name="b.txt", text=QUIET_HOURS.replace("7001", "7002").replace("LIMITE\n\n", ""))
    (item,) = desk.documents.import_files([free])
    assert item.document is not None
    assert item.document.header.marking is None
    made = desk.meetings.new("Working Party on Shipping", items=["Lighthouses", "Quiet hours"])
    lights, quiet = (Reference("ST", number, 2026) for number in (7002, 7001))
    first = replace(made.items[0], documents=(lights,))
    desk.meetings.save(replace(made, items=(first, made.items[1])))
    assert desk.export.preview(made.id, ExportKind.REPORT, ExportOptions()).marking is None
    desk.meetings.save(replace(made, items=(first, replace(made.items[1], documents=(quiet,)))))
    assert desk.export.preview(made.id, ExportKind.REPORT, ExportOptions()).marking == "LIMITE"


def test_a_meeting_of_silence_has_a_report_and_a_note_but_no_matrix(desk: Desk, tmp_path: Path) -> None:
    made = desk.meetings.new("Working Party on Shipping", items=["Adoption"])
    desk.meetings.save(made)
    assert "No interventions recorded." in desk.export.mail(made.id, ExportKind.REPORT, ExportOptions()).text
    assert "No intervention planned." in desk.export.mail(made.id, ExportKind.NOTE, ExportOptions()).text
    with pytest.raises(NothingCaughtError):
        desk.export.write(made.id, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions())
    assert not (tmp_path / "out.docx").exists()


def test_what_cannot_be_written_is_said_and_a_matrix_is_of_one_item(desk: Desk, sat: MeetingId, tmp_path: Path) -> None:
    with pytest.raises(UnknownDelegationError):
        desk.export.mail(sat, ExportKind.REPORT, ExportOptions(delegation="XX"))
    with pytest.raises(UnknownMeetingError):
        desk.export.mail(MeetingId("none"), ExportKind.REPORT, ExportOptions())
    with pytest.raises(ExportFailedError):
        desk.export.write(sat, ExportKind.REPORT, tmp_path / "no" / "out.docx", ExportOptions())
    desk.meetings.capture(sat, "SE+ 1", item="3")
    desk.export.write(sat, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions(item="2."))
    assert len(docx.Document(str(tmp_path / "out.docx")).tables) == 1
    with pytest.raises(UnknownItemError):
        desk.export.write(sat, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions(item="9"))
    with pytest.raises(NothingCaughtError):
        desk.export.write(sat, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions(item="1"))


def test_what_was_said_is_told_when_its_document_is_gone(desk: Desk, sat: MeetingId, held: DocumentId) -> None:
    desk.documents.remove(held)
    said = desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text
    assert "NL: Paragraph 1: − Opposed – too broad" in said
    desk.documents.empty_trash()
    assert "too broad" in desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text


def test_the_same_moment_gives_the_same_bytes(
    desk: Desk, sat: MeetingId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    for kind in MEETING_KINDS:
        for name in ("one.docx", "two.docx"):
            desk.export.write(sat, kind, tmp_path / name, CAPITAL)
        assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    made = docx.Document(str(tmp_path / "one.docx")).core_properties.created
    assert made == datetime.fromtimestamp(1790000000, UTC)
    assert "by 20 October 2026, 08:00" in desk.export.mail(sat, ExportKind.REPORT, CAPITAL).text


BRUSSELS = ZoneInfo("Europe/Brussels")


@pytest.fixture(params=["Europe/Athens", "America/New_York"])
def local_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", request.param)
    if hasattr(time, "tzset"):
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def written(desk: Desk, folder: Path) -> list[Any]:
    target = folder / "out.ics"
    desk.export.write((), ExportKind.CALENDAR, target, ExportOptions(audience=Audience.CAPITAL))
    return list(icalendar.Calendar.from_ical(target.read_bytes()).walk("VEVENT"))


def meeting(desk: Desk, tmp_path: Path, text: str = HARBOURS.text) -> None:
    notice = tmp_path / HARBOURS.name
    notice.write_text(text, encoding="utf-8")
    (result,) = desk.documents.import_files([notice])
    assert result.document
    desk.meetings.from_document(result.document.id)


def remark(desk: Desk, held: DocumentId, text: str, due: datetime | None) -> AnnotationId:
    place = Place(held, Address("para_1"))
    note = desk.annotations.new(place, AnnotationKind.QUESTION, text=text, due=due)
    desk.annotations.save(note)
    return note.id


def test_a_meeting_stands_at_its_hour_in_brussels(desk: Desk, tmp_path: Path) -> None:
    meeting(desk, tmp_path)
    (event,) = written(desk, tmp_path)
    assert event["SUMMARY"] == "Working Party on Shipping"
    assert event["DTSTART"].dt == datetime(2026, 10, 14, 10, tzinfo=BRUSSELS)
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert event["DESCRIPTION"].startswith("CM 7101/26\n1. Adoption of the agenda")
    assert event["LOCATION"]
    assert b"BEGIN:VTIMEZONE" in (tmp_path / "out.ics").read_bytes()
    assert event["UID"] == written(desk, tmp_path)[0]["UID"]


@pytest.mark.usefixtures("local_zone")
@pytest.mark.skipif(os.name == "nt", reason="Windows takes its zone from the system alone")
def test_a_deadline_keeps_its_moment_and_a_day_its_date(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    at_noon = remark(desk, held, "Comments", datetime(2030, 3, 6, 11, tzinfo=UTC))
    in_the_day = remark(desk, held, "Ask", datetime(2030, 7, 8, 23, 59).astimezone())
    remark(desk, held, "No hurry", None)
    done = desk.annotations.get(remark(desk, held, "Done", datetime(2030, 3, 9, tzinfo=UTC)))
    assert done
    desk.annotations.save(replace(done, status=AnnotationStatus.DONE))
    events = {event["UID"]: event for event in written(desk, tmp_path)}
    assert {uid.partition("@")[0]: event["DTSTART"].dt for uid, event in events.items()} == {
        at_noon: datetime(2030, 3, 6, 12, tzinfo=BRUSSELS),
        in_the_day: date(2030, 7, 8),
    }
    assert {event["SUMMARY"] for event in events.values()} == {"ST 7001/26: Comments", "ST 7001/26: Ask"}
    assert {event["CLASS"] for event in events.values()} == {"PRIVATE"}


def test_a_calendar_may_be_read_on_paper(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    meeting(desk, tmp_path)
    remark(desk, held, "Comments", datetime(2030, 3, 6, 11, tzinfo=UTC))
    options = ExportOptions(audience=Audience.CAPITAL, labels="fr")
    summary = desk.export.preview((), ExportKind.CALENDAR, options)
    assert (summary.provisions, summary.internal) == (2, 1)
    desk.export.write((), ExportKind.CALENDAR, tmp_path / "out.docx", options)
    (table,) = docx.Document(str(tmp_path / "out.docx")).tables
    assert [row.cells[0].text for row in table.rows] == ["Date", "14 octobre 2026, 10:00", "6 mars 2030, 12:00"]


def test_nothing_makes_no_calendar(desk: Desk, tmp_path: Path) -> None:
    quiet_hours(tmp_path)
    with pytest.raises(EmptyCalendarError):
        written(desk, tmp_path)
    assert not (tmp_path / "out.ics").exists()
