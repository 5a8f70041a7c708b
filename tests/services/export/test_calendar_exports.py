"""The calendar of a library, exported by the desk and read back with icalendar."""

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
from delegate_desk.core.errors import EmptyCalendarError
from delegate_desk.core.positions.export_options import Audience, ExportKind, ExportOptions
from delegate_desk.desk import Desk
from support.document_values import quiet_hours
from support.meeting_notices import HARBOURS

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
