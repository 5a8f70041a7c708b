import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.search import SavedSearch, Sort
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import SearchStore


@pytest.fixture
def database(desk: Desk) -> Iterator[Database]:
    with contextlib.closing(Database(desk.folder)) as opened:
        yield opened


@pytest.fixture
def store(database: Database) -> SearchStore:
    return SearchStore(database)


def now(database: Database) -> int:
    return database.changed_since(0)[0]


def test_searches_are_kept_by_name(store: SearchStore) -> None:
    quiet = SavedSearch("quiet", "noise lang:en", Sort.DATE, stemming=False)
    ports = SavedSearch("harbours", "ports")
    store.save(quiet, 0)
    store.save(ports, 0)
    assert store.all() == [ports, quiet]
    store.save(replace(quiet, query="noises"), 0)
    assert store.get("quiet") == replace(quiet, query="noises")
    store.remove("quiet")
    assert store.all() == [ports]
    assert store.get("quiet") is None


def test_a_note_is_new_again_when_it_is_changed(
    desk: Desk, store: SearchStore, database: Database, first: Place
) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse")
    desk.annotations.save(note)
    store.save(SavedSearch("lights", "lighthouse"), now(database))
    assert store.new_to("lights") == []
    desk.annotations.save(replace(note, text="a lighthouse"))
    assert store.new_to("lights") == [f"annotation {note.id}"]


def test_a_header_put_right_makes_neither_text_nor_notes_new(
    desk: Desk, store: SearchStore, database: Database, first: Place
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    store.save(SavedSearch("lights", "lighthouse"), now(database))
    desk.corrections.correct(first.document, CorrectableField.REFERENCE, "7002/26")
    assert store.new_to("lights") == [f"position {first.document}"]


def test_a_document_that_the_look_could_not_show_is_new(
    desk: Desk, store: SearchStore, database: Database, held: DocumentId
) -> None:
    store.save(SavedSearch("quiet", "noise"), now(database) - 1)
    assert store.new_to("quiet") == [f"document {held}"]


def test_a_search_under_another_name_is_the_same_and_takes_the_place_of_the_one_that_had_it(
    store: SearchStore,
) -> None:
    store.save(SavedSearch("Noise", "noise", Sort.DATE), 0)
    store.save(SavedSearch("Quiet", "hours"), 0)
    store.rename("Noise", "Quiet")
    assert store.all() == [SavedSearch("Quiet", "noise", Sort.DATE)]
