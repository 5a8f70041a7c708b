"""The rows of Today: the agenda of the next meeting, and our positions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from delegate_desk.core.documents.document import Address, DocumentId
from delegate_desk.core.documents.references import parse_reference
from delegate_desk.core.meetings.meeting import AgendaItem
from delegate_desk.core.positions.position import PositionEntry, PositionStatus, PositionSummary, Stance
from delegate_desk.desk import Desk
from delegate_desk.gui.library.documents_model import load_library
from delegate_desk.gui.library.today_page import TodayModel, TodayRowKind, load_today


def test_the_agenda_has_a_row_for_each_document_and_a_draft_its_own(desk: Desk, held: DocumentId) -> None:
    now = datetime.now(UTC)
    here, gone = parse_reference("ST 7001/26"), parse_reference("ST 9001/26")
    assert here is not None
    assert gone is not None
    items = (
        AgendaItem("1", "Adoption of the agenda"),
        AgendaItem("2", "", (here, gone)),
        AgendaItem("3", "Any", (gone,)),
    )
    meeting = desk.meetings.new("Working Party on Shipping", now.date() + timedelta(days=1))
    desk.meetings.save(replace(meeting, items=items))
    model = TodayModel()

    def rows() -> list[tuple[object, ...]]:
        library = load_library(desk)
        found = model.rows_of_work(load_today(desk, library, now, (), ["en"]), library)
        shown = [row for row in found if row.kind in (TodayRowKind.ITEM, TodayRowKind.DRAFT)]
        return [(row.lead, row.text, row.side, row.status, row.end, row.target) for row in shown]

    listed: list[tuple[object, ...]] = [
        ("1", "Adoption of the agenda", "", None, "", None),
        ("2", "Quiet hours in ports", "7001/26", None, "no position", held),
        ("", "", "9001/26 · not in library", None, "Import…", gone),
        ("3", "Any", "9001/26 · not in library", None, "Import…", gone),
    ]
    assert rows() == listed
    desk.positions.set_item(held, PositionEntry(Address("para_1"), Stance.SUPPORT))
    *agenda, draft = rows()
    listed[1] = (*listed[1][:3], PositionStatus.DRAFT, "", held)
    assert agenda == listed
    assert draft[:2] == ("Draft 1", "Quiet hours in ports, ST 7001/26 · 1 provision")
    assert isinstance(draft[5], PositionSummary)
    assert draft[5].document == held
