import contextlib
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Kind, Place
from delegate_desk.core.errors import DiskFullError
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import HitKind, IndexEntry, TypedQuery
from delegate_desk.desk import Desk, open_desk
from delegate_desk.search.engine import index_folder
from delegate_desk.search.index import IndexDamagedError, SearchIndex
from delegate_desk.services.search import indexing
from delegate_desk.services.search.indexing import Entries
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.library_stores import LibraryStores
from delegate_desk.storage.db.stores.documents import DocumentStore
from support.column_documents import ROWS, write_column_document
from support.document_values import paper, quiet_hours, take_in
from support.search_indexes import SEALED


def fill(desk: Desk, count: int) -> None:
    """Add documents to the library."""
    with contextlib.closing(Database(desk.folder)) as database:
        for n in range(count):
            DocumentStore(database).add(paper(7100 + n), f"{n:064x}", "a.txt")


@pytest.fixture
def in_twos(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two documents a commit; its progress is not reported, however long it takes."""
    monkeypatch.setattr(indexing, "_GROUPS", 2)
    monkeypatch.setattr(indexing, "_STEP", float("inf"))


def test_a_library_has_no_index_until_it_holds_something_and_that_is_no_lost_index(desk: Desk, tmp_path: Path) -> None:
    assert desk.indexing.is_idle()
    assert not (desk.folder / "index").exists()
    take_in(desk, quiet_hours(tmp_path))
    answer = desk.search.find("noise")
    assert (answer.total, answer.was_rebuilt, answer.pending_count) == (1, False, 0)


def test_an_impatient_answer_comes_from_what_there_is(desk: Desk, first: Place) -> None:
    assert desk.indexing.count_pending()
    list(desk.indexing.maintain())
    assert not desk.indexing.count_pending()
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    answer = desk.search.find("noise", patient=False)
    assert (answer.total, answer.pending_count, answer.is_partial) == (1, 1, False)
    assert desk.search.find("lighthouse", patient=False).total == 0
    list(desk.indexing.catch_up())
    answer = desk.search.find("lighthouse", patient=False)
    assert (answer.total, answer.pending_count) == (1, 0)


def test_answers_are_partial_until_a_lost_index_is_rebuilt(desk: Desk, held: DocumentId) -> None:
    desk.indexing.make_ready()
    shutil.rmtree(desk.folder / "index")
    with open_desk(desk.folder) as again:
        answer = again.search.find("noise", patient=False)
        assert (answer.total, answer.is_partial, answer.was_rebuilt) == (0, True, False)
        assert again.indexing.count_pending()
        list(again.indexing.maintain())
        answer = again.search.find("noise", patient=False)
        assert (answer.total, answer.is_partial, answer.was_rebuilt) == (1, False, True)
        assert not again.search.find("noise", patient=False).was_rebuilt


def test_flipped_bits_are_found_and_put_right(desk: Desk) -> None:
    fill(desk, 5)
    desk.indexing.make_ready()
    desk.close()
    largest = max((desk.folder / "index").iterdir(), key=lambda path: path.stat().st_size)
    content = bytearray(largest.read_bytes())
    for at in range(len(content) // 2, len(content) // 2 + 100):  # more than the gap between two arrays
        content[at] ^= 4
    largest.write_bytes(content)
    with open_desk(desk.folder) as again:
        answer = again.search.find("noise")
        assert (answer.total, answer.was_rebuilt) == (5, True)


@pytest.mark.usefixtures("in_twos")
def test_much_is_taken_in_by_commits_and_told_of(desk: Desk) -> None:
    fill(desk, 5)
    steps = list(desk.indexing.catch_up())
    assert steps == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert desk.search.find("noise").total == 5


@pytest.mark.usefixtures("in_twos")
def test_work_given_up_is_taken_up_where_it_ended(desk: Desk) -> None:
    fill(desk, 5)
    begun = desk.indexing.maintain()
    assert list(islice(begun, 2)) == [(0, 5), (2, 5)]
    assert desk.search.find("noise", patient=False).pending_count == 3
    assert list(desk.indexing.maintain()) == []  # one at a time
    begun.close()  # type: ignore[attr-defined]  # it is a generator
    assert next(iter(desk.indexing.maintain())) == (0, 3)
    assert desk.search.find("noise").total == 5


def test_a_commit_is_reported_and_given_up_while_it_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def read_until_given_up(entries: Entries, subject: str, key: str) -> Iterator[IndexEntry]:
        read.append(key)
        found = list(for_subject(entries, subject, key))
        yield from found
        while len(read) == 20:  # it is given up before it ends, however fast it is written
            time.sleep(0.001)
            yield from found

    for_subject = Entries.for_subject
    monkeypatch.setattr(indexing, "_STEP", 0.0)
    fill(desk, 40)
    with monkeypatch.context() as patch:
        patch.setattr(Entries, "for_subject", read_until_given_up)
        begun = desk.indexing.maintain()
        first, second = islice(begun, 2)
        assert (first, second[1]) == ((0, 40), 40)
        assert second[0] < 40
        begun.close()  # type: ignore[attr-defined]  # it is a generator
    assert desk.search.find("noise", patient=False).pending_count == 40
    assert desk.search.find("noise").total == 40


@pytest.mark.usefixtures("in_twos")
def test_an_index_rebuilt_meanwhile_misses_nothing(desk: Desk) -> None:
    fill(desk, 5)
    begun = desk.indexing.catch_up()
    assert list(islice(begun, 2)) == [(0, 5), (2, 5)]
    again = desk.indexing.rebuild()
    next(again)
    list(begun)
    list(again)
    assert desk.search.find("noise", patient=False).total == 5


def test_a_fault_that_a_new_index_does_not_cure_is_told(
    desk: Desk, held: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise IndexDamagedError("always")

    desk.indexing.make_ready()
    monkeypatch.setattr(SearchIndex, "find", fail)
    with pytest.raises(IndexDamagedError):
        desk.search.find("noise")


def test_an_index_that_cannot_be_rebuilt_is_not_tried_for_ever(
    desk: Desk, held: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: SearchIndex) -> None:
        raise IndexDamagedError("nothing can be made here")

    desk.indexing.make_ready()
    monkeypatch.setattr(SearchIndex, "reset", fail)
    monkeypatch.setattr(SearchIndex, "mark", fail)
    with pytest.raises(IndexDamagedError):
        list(desk.indexing.catch_up())


def test_a_full_disk_stops_the_index_and_not_the_search(
    desk: Desk, first: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFullError(str(desk.folder))

    desk.indexing.make_ready()
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    monkeypatch.setattr(SearchIndex, "update", fail)
    answer = desk.search.find("noise")
    assert (answer.total, answer.pending_count) == (1, 1)
    with pytest.raises(DiskFullError):
        desk.indexing.make_ready()


def test_a_sealed_index_is_unsealed_beside_whoever_asks(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    database = desk._database
    for index in (made := SearchIndex(tmp_path / "i", "x", SEALED), SearchIndex(tmp_path / "i", "x", SEALED)):
        keeper = indexing.Indexing(index, database, desk.indexing._entries)
        assert not keeper.usable()  # nobody who types waits for it
        assert (keeper.count_pending(), index._is_open) == (1, False)
        assert list(keeper.catch_up())[-1:] == ([(1, 1)] if index is made else [])
        assert keeper.usable()
        assert (keeper.count_pending(), keeper.mark() > 0) == (0, True)
        index.close()


def test_a_mark_is_true_of_a_sealed_index_that_was_not_asked_yet(desk: Desk, held: DocumentId, tmp_path: Path) -> None:
    index = SearchIndex(tmp_path / "i", "x", SEALED)
    list(indexing.Indexing(index, desk._database, desk.indexing._entries).maintain())
    index.close()
    again = SearchIndex(tmp_path / "i", "x", SEALED)
    assert indexing.Indexing(again, desk._database, desk.indexing._entries).mark() > 0
    again.close()


def test_an_index_that_lacks_nothing_rests_until_it_is_asked(desk: Desk, held: DocumentId) -> None:
    assert not desk.indexing.is_idle()
    desk.indexing.make_ready()
    with open_desk(desk.folder) as again:
        assert again.indexing.is_idle()
        assert again.search.find("noise", patient=False).total == 1
        assert not again.indexing.is_idle()
    desk.documents.remove(held)
    with open_desk(desk.folder) as again:
        assert not again.indexing.is_idle()


def test_an_index_that_is_lost_ahead_or_of_another_library_does_not_rest(desk: Desk, held: DocumentId) -> None:
    desk.indexing.make_ready()
    file = desk.folder / "index" / "about.json"
    known = index_folder.read_sealed(file)
    for wrong in ({**known, "mark": known["mark"] + 1}, {**known, "library": "another"}, {**known, "generation": 99}):
        index_folder.write_sealed(file, wrong)
        with open_desk(desk.folder) as again:
            assert not again.indexing.is_idle()
    shutil.rmtree(desk.folder / "index")
    with open_desk(desk.folder) as again:
        assert not again.indexing.is_idle()


def test_damage_that_is_not_looked_for_at_rest_is_met_by_the_first_search(desk: Desk, held: DocumentId) -> None:
    desk.indexing.make_ready()
    for part in (desk.folder / "index").glob("*.arr"):
        part.write_bytes(part.read_bytes()[: part.stat().st_size // 2])
    with open_desk(desk.folder) as again:
        assert again.indexing.is_idle()
        answer = again.search.find("noise", patient=False)
        assert (answer.total, answer.is_partial) == (0, True)
        assert again.indexing.count_pending()
        assert not again.indexing.is_idle()
        list(again.indexing.maintain())
        answer = again.search.find("noise", patient=False)
        assert (answer.total, answer.is_partial, answer.was_rebuilt) == (1, False, True)


@pytest.fixture
def entries(desk: Desk) -> Iterator[Entries]:
    """The entries of the desk's library."""
    with contextlib.closing(Database(desk.folder)) as opened:
        yield Entries(opened, lambda: LibraryStores(opened))


def test_a_document_s_entries_are_its_units_with_words_and_tell_headings(
    desk: Desk, entries: Entries, held: DocumentId
) -> None:
    made = paper()
    first, second, *rest = made.paragraphs
    changed = (replace(first, kind=Kind.HEADING), replace(second, marked=""), *rest)
    desk.reparse.renew(held, replace(made, paragraphs=changed))
    found = list(entries.for_subject("document", str(held)))
    assert [entry.address for entry in found] == ["cover", "para_2", "para_2__point_1", "fn_1"]
    assert [entry.is_heading for entry in found] == [True, False, False, False]
    assert found[1].text == "Ports should set quiet hours for ships at berth."
    assert {entry.group for entry in found} == {f"document {held}"}


def test_each_thing_has_entries_of_its_own_and_none_in_the_trash(desk: Desk, entries: Entries, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse", tags=["cost"])
    desk.annotations.save(note)
    desk.positions.set_item(first.document, PositionEntry(first.address, comment="at night"))
    key = str(first.document)
    things = [("position", key), ("annotation", note.id)]
    found = [(entry.kind, entry.text) for subject, one in things for entry in entries.for_subject(subject, one)]
    assert found == [(HitKind.POSITION, "at night"), (HitKind.ANNOTATION, "lighthouse")]
    desk.documents.remove(first.document)
    assert list(entries.for_subject("document", str(first.document))) == []


@pytest.mark.parametrize(
    ("typed", "language", "found"),
    [
        ("column:parliament ferries", "en", {"row_1__cell_2", "row_3__cell_2"}),
        ("column:EP rafts", "en", {"row_3__cell_2", "row_3a__cell_2"}),
        ("col:council|compromise ferries", "en", {"row_1__cell_3", "row_1__cell_4", "row_3__cell_3"}),
        ("ferries -column:commission -column:parliament", "en", {"row_1__cell_3", "row_1__cell_4", "row_3__cell_3"}),
        ("στήλη:συμβούλιο ferries", "el", {"row_1__cell_3", "row_3__cell_3"}),
        ("στήλη:Κοινοβούλιο rope", "el", {"row_4__cell_2"}),
        ("colonne:compromis rope", "fr", {"row_4__cell_4"}),
        ("colonne:parlement rafts", "fr", {"row_3__cell_2", "row_3a__cell_2"}),
    ],
)
def test_a_column_is_searched_by_itself(desk: Desk, tmp_path: Path, typed: str, language: str, found: set[str]) -> None:
    desk.documents.add(desk.documents.read(write_column_document(tmp_path / "table.docx", ROWS)))
    assert {str(hit.address) for hit in desk.search.find(TypedQuery(typed, language=language)).hits} == found
