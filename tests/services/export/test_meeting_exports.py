import datetime
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.errors import (
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
from support.position_values import parts

SECRET = "hush-4417"
CAPITAL = ExportOptions(audience=Audience.CAPITAL)
DAY = datetime.date(2026, 10, 14)


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
        due=datetime.datetime(2026, 10, 20, 8, 0, tzinfo=datetime.UTC),
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


def test_a_report_as_text(desk: Desk, sat: MeetingId, tmp_path: Path) -> None:
    desk.export.write(sat, ExportKind.REPORT, tmp_path / "out.TXT", ExportOptions())
    written = (tmp_path / "out.TXT").read_text(encoding="utf-8")
    assert written == desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text
    assert written.splitlines()[0] == "LIMITE"
    assert "NL: Paragraph 1: − Opposed – too broad" in written.splitlines()
    assert SECRET not in written


def test_labels_are_those_asked_for_else_the_agendas(desk: Desk, sat: MeetingId) -> None:
    assert "Position" in desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text
    assert "Θέσεις των αντιπροσωπιών" in desk.export.mail(sat, ExportKind.REPORT, ExportOptions(labels="el")).text


def test_a_matrix_of_one_item(desk: Desk, sat: MeetingId, tmp_path: Path) -> None:
    desk.meetings.capture(sat, "SE+ 1", item="3")
    desk.export.write(sat, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions(item="2."))
    assert len(docx.Document(str(tmp_path / "out.docx")).tables) == 1
    with pytest.raises(UnknownItemError):
        desk.export.write(sat, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions(item="9"))
    with pytest.raises(NothingCaughtError):
        desk.export.write(sat, ExportKind.MATRIX, tmp_path / "out.docx", ExportOptions(item="1"))


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


def test_what_cannot_be_written_is_said(desk: Desk, sat: MeetingId, tmp_path: Path) -> None:
    with pytest.raises(UnknownDelegationError):
        desk.export.mail(sat, ExportKind.REPORT, ExportOptions(delegation="XX"))
    with pytest.raises(UnknownMeetingError):
        desk.export.mail(MeetingId("none"), ExportKind.REPORT, ExportOptions())
    with pytest.raises(ExportFailedError):
        desk.export.write(sat, ExportKind.REPORT, tmp_path / "no" / "out.docx", ExportOptions())


def test_a_document_in_the_trash_is_still_cited(desk: Desk, sat: MeetingId, held: DocumentId) -> None:
    desk.documents.remove(held)
    said = desk.export.mail(sat, ExportKind.REPORT, ExportOptions()).text
    assert "NL: Paragraph 1: − Opposed – too broad" in said


def test_what_was_said_on_a_document_removed_for_good_is_still_told(
    desk: Desk, sat: MeetingId, held: DocumentId
) -> None:
    desk.documents.remove(held)
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
    assert made == datetime.datetime.fromtimestamp(1790000000, datetime.UTC)
    assert "by 20 October 2026, 08:00" in desk.export.mail(sat, ExportKind.REPORT, CAPITAL).text
