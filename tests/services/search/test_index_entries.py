import contextlib
from collections.abc import Iterator
from dataclasses import replace

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import DocumentId, Kind, Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import HitKind
from delegate_desk.desk import Desk
from delegate_desk.services.documents.reparse import Reread
from delegate_desk.services.search.indexing import Entries
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.annotations import AnnotationStore
from delegate_desk.storage.db.stores.documents import DocumentStore
from delegate_desk.storage.db.stores.meetings import MeetingStore
from delegate_desk.storage.db.stores.search_texts import TextStore
from support.document_values import paper


@pytest.fixture
def entries(desk: Desk) -> Iterator[Entries]:
    """The entries of the desk's library."""
    with contextlib.closing(Database(desk.folder)) as opened:
        yield Entries(opened, DocumentStore(opened), AnnotationStore(opened), TextStore(opened), MeetingStore(opened))


def test_a_document_s_entries_are_its_units_with_words_and_tell_headings(
    desk: Desk, entries: Entries, held: DocumentId
) -> None:
    made = paper()
    first, second, *rest = made.paragraphs
    changed = (replace(first, kind=Kind.HEADING), replace(second, marked=""), *rest)
    desk.reparse.renew(Reread(held, replace(made, paragraphs=changed)))
    found = list(entries.for_subject("document", str(held)))
    assert [entry.address for entry in found] == ["cover", "para_2", "para_2__point_1", "fn_1"]
    assert [entry.is_heading for entry in found] == [True, False, False, False]
    assert found[1].text == "Ports should set quiet hours for ships at berth."
    assert {entry.group for entry in found} == {f"document {held}"}


def test_each_thing_has_entries_of_its_own(desk: Desk, entries: Entries, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse", tags=["cost"])
    desk.annotations.save(note)
    desk.positions.set_item(first.document, PositionEntry(first.address, comment="at night"))
    key = str(first.document)
    things = [("position", key), ("annotation", note.id)]
    found = [(entry.kind, entry.text) for subject, one in things for entry in entries.for_subject(subject, one)]
    assert found == [(HitKind.POSITION, "at night"), (HitKind.ANNOTATION, "lighthouse")]


def test_what_is_in_the_trash_has_no_entries(desk: Desk, entries: Entries, first: Place) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    desk.documents.remove(first.document)
    assert list(entries.for_subject("document", str(first.document))) == []
