from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.documents.references import Reference, Suffix
from delegate_desk.core.meetings.meeting import (
    AgendaItem,
    CapturedLine,
    Intervention,
    InterventionId,
    LineId,
    Meeting,
    MeetingId,
)
from delegate_desk.core.positions.position import Stance
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.meetings import MeetingStore
from support.document_values import paper

NOW = datetime(2026, 10, 14, 8, 30, 15, 250, tzinfo=UTC)
MEETING = Meeting(
    MeetingId("a-meeting"),
    Reference("CM", 7101, 2026),
    "Working Party on Shipping",
    date(2026, 10, 14),
    time(10, 0),
    "Brussels",
    "harbours@notices.example",
    (
        AgendaItem("1", "Adoption of the agenda"),
        AgendaItem(
            "2a",
            "Φάροι",
            (
                Reference("ST", 9400, 2026, suffixes=(Suffix("COR", 1),)),
                Reference("COM", 209, 2026, final=True),
                Reference("WK", 12, 2026),
            ),
        ),
    ),
    NOW,
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> MeetingStore:
    return MeetingStore(database)


@pytest.fixture
def document(database: Database) -> DocumentId:
    return DocumentStore(database).add(paper(), "aa", "paper.txt")


def line(key: str, order: int, at: Place | None = None) -> CapturedLine:
    return CapturedLine(LineId(key), MEETING.id, "2a", f"DE+ {key}\n", NOW, at, order)


def said(of: CapturedLine, place: Place | None = None) -> Intervention:
    return Intervention(
        InterventionId(f"{of.id} 0"),
        of,
        ("DE", "COM"),
        Stance.SUPPORT_IF,
        place,
        "words",
        ("shall", 'a "b"'),
        True,
        "2(a)",
    )


def test_lines_outlive_the_document_that_they_are_about(
    store: MeetingStore, document: DocumentId, database: Database
) -> None:
    place = Place(document, Address("para_1"))
    store.save(MEETING)
    store.save_line(line("a", 1, place))
    store.set_interventions(LineId("a"), [said(line("a", 1, place), place)], document)
    documents = DocumentStore(database)
    documents.set_trashed(document, NOW)
    documents.remove_trashed([document])
    assert store.lines(MEETING.id) == [line("a", 1)]
    assert [one.place for one in store.interventions(MEETING.id)] == [None]
    assert database.problems() == []


def test_places_that_change_with_each_other_are_moved_at_once(store: MeetingStore, document: DocumentId) -> None:
    one, two = Address("para_1"), Address("para_2")
    store.save(MEETING)
    store.save_line(line("a", 1, Place(document, one)))
    store.save_line(line("b", 2, Place(document, two)))
    store.move_current_places(document, {one: two, two: one})
    assert [one.current_place and one.current_place.address for one in store.lines(MEETING.id)] == [two, one]
    assert sorted(store.current_places(document)) == [one, two]
