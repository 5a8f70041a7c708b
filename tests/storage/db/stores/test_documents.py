from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from delegate_desk.core.documents.document import Address, DocumentId, PageBox, Place
from delegate_desk.core.documents.reading_remarks import MarkUpReason, ReadingRemark, RemarkKind
from delegate_desk.core.documents.references import Reference
from delegate_desk.core.meetings.meeting import CapturedLine, Intervention, InterventionId, LineId, Meeting, MeetingId
from delegate_desk.core.positions.position import Stance
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.meetings import MeetingStore
from support.document_values import paper


def test_a_document_comes_back_as_it_went_in(store: DocumentStore) -> None:
    box = PageBox(2, 70.5, 100.25, 400.0, 130.75)
    plain = paper()
    first = replace(plain.paragraphs[0], boxes=(box, replace(box, page=3)), sources=(4, 5))
    whole = replace(
        plain,
        paragraphs=(first, *plain.paragraphs[1:]),
        why=MarkUpReason.STRUCK,
        header_boxes={"date": (box,)},
        remarks=(ReadingRemark(RemarkKind.NO_TEXT, pages=(3,)),),
    )
    for document, sha256 in ((plain, "ab" * 32), (whole, "cd" * 32)):
        held = store.held(store.add(document, sha256, "a.pdf", 2))
        assert store.content(held) == document
        assert (held.paragraphs, held.file_name, held.name) == (4, "a.pdf", "ST 7001/26")
        assert (store.read_before(2), store.read_before(3)[-1]) == ([], held)


def test_language_versions_are_found_by_reference(store: DocumentStore) -> None:
    english = store.add(paper(), "ab" * 32, "a.txt")
    greek = store.add(paper(language="el"), "cd" * 32, "b.txt")
    store.add(paper(7002), "ef" * 32, "c.txt")
    found = store.by_reference(Reference("ST", 7001, 2026))
    assert [held.id for held in found] == [greek, english]


def test_the_content_of_a_document_is_loaded_once_until_it_changes(store: DocumentStore) -> None:
    key = store.add(paper(), "ab" * 32, "a.txt")
    first = store.content(store.held(key))
    assert store.content(store.held(key)).paragraphs is first.paragraphs
    shorter = replace(paper(), paragraphs=paper().paragraphs[:2])
    store.replace(key, shorter, 2)
    assert store.content(store.held(key)).paragraphs == shorter.paragraphs
    store.set_header(key, replace(paper().header, subject="Ports"))
    assert store.content(store.held(key)).header.subject == "Ports"


def test_content_that_is_not_written_in_the_end_is_not_kept(store: DocumentStore) -> None:
    key = store.add(paper(), "ab" * 32, "a.txt")

    def write_and_fail() -> None:
        with store._database.write():
            store.replace(key, replace(paper(), paragraphs=()), 2)
            assert store.content(store.held(key)).paragraphs == ()
            raise KeyError(key)

    with pytest.raises(KeyError):
        write_and_fail()
    assert store.content(store.held(key)) == paper()


NOW = datetime(2026, 10, 14, 8, 30, 15, 250, tzinfo=UTC)
MEETING = Meeting(MeetingId("a-meeting"), None, "Working Party on Shipping", None, None, "", "", (), NOW)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def store(database: Database) -> DocumentStore:
    return DocumentStore(database)


@pytest.fixture
def meetings(database: Database) -> MeetingStore:
    return MeetingStore(database)


@pytest.fixture
def document(store: DocumentStore) -> DocumentId:
    return store.add(paper(), "aa", "paper.txt")


def line(key: str, order: int, at: Place | None = None) -> CapturedLine:
    return CapturedLine(LineId(key), MEETING.id, "2a", f"DE+ {key}\n", NOW, at, order)


def test_lines_outlive_the_document_that_they_are_about(
    meetings: MeetingStore, store: DocumentStore, document: DocumentId, database: Database
) -> None:
    place = Place(document, Address("para_1"))
    meetings.save(MEETING)
    captured = line("a", 1, place)
    meetings.save_line(captured)
    said = Intervention(InterventionId("a 0"), captured, ("DE", "COM"), Stance.SUPPORT_IF, place, "words")
    meetings.set_interventions(captured.id, [said], document)
    store.set_trashed(document, NOW)
    store.remove_trashed([document])
    assert meetings.lines(MEETING.id) == [line("a", 1)]
    assert [one.place for one in meetings.interventions(MEETING.id)] == [None]
    assert database.problems() == []


def test_places_that_change_with_each_other_are_moved_at_once(meetings: MeetingStore, document: DocumentId) -> None:
    one, two = Address("para_1"), Address("para_2")
    meetings.save(MEETING)
    meetings.save_line(line("a", 1, Place(document, one)))
    meetings.save_line(line("b", 2, Place(document, two)))
    meetings.move_current_places(document, {one: two, two: one})
    assert [one.current_place and one.current_place.address for one in meetings.lines(MEETING.id)] == [two, one]
    assert sorted(meetings.current_places(document)) == [one, two]
