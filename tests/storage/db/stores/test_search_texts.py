import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.corrections import CorrectableField
from delegate_desk.core.documents.document import Address, DocumentId, Kind, Place
from delegate_desk.core.positions.position import PositionEntry
from delegate_desk.core.search import SavedSearch, Sort
from delegate_desk.desk import Desk
from delegate_desk.storage.db.database import Database
from delegate_desk.storage.db.stores.search_texts import (
    AnnotationText,
    DocumentSummary,
    SearchStore,
    TextStore,
    UnitText,
)
from support.document_values import QUIET_HOURS, paper, quiet_hours, take_in


@pytest.fixture
def texts(desk: Desk) -> Iterator[TextStore]:
    with contextlib.closing(Database(desk.folder)) as opened:
        yield TextStore(opened)


def test_the_words_of_a_document_are_those_of_its_units(desk: Desk, texts: TextStore, held: DocumentId) -> None:
    units = desk.documents.content(held).units()
    assert texts.units_for_document(held) == [
        UnitText(unit.address, unit.kind, unit.label, unit.text) for unit in units
    ]


def test_words_marked_as_removed_are_left_out(desk: Desk, texts: TextStore, held: DocumentId) -> None:
    desk.reparse.renew(held, paper())
    units = desk.documents.content(held).units()
    assert any(unit.text != unit.marked for unit in units)
    assert [text.text for text in texts.units_for_document(held)] == [unit.text for unit in units]


def test_units_at_several_places_are_read_at_once(texts: TextStore, held: DocumentId) -> None:
    there = Place(held, Address("para_1"))
    found = texts.unit_at([there, Place(held, Address("para_99")), Place(DocumentId(99), Address("para_1"))])
    assert list(found) == [there]
    assert (found[there].kind, found[there].label) == (Kind.PARAGRAPH, "1.")


def test_heads_report_documents_that_are_not_in_the_trash(desk: Desk, texts: TextStore, held: DocumentId) -> None:
    subject, file_name = desk.documents.get(held).header.subject, desk.documents.get(held).file_name
    assert texts.document_summaries([held, held, DocumentId(99)]) == {
        held: DocumentSummary(held, "ST 7001/26", "en", subject, "LIMITE", file_name)
    }
    desk.documents.remove(held)
    assert texts.document_summaries([held]) == {}
    assert texts.languages() == frozenset()


def test_other_languages_with_the_same_address_are_told(
    desk: Desk, texts: TextStore, held: DocumentId, tmp_path: Path
) -> None:
    greek = quiet_hours(tmp_path, name="st7001.el26.txt", text=QUIET_HOURS.replace("(OR. en)", "(OR. el)"))
    key = take_in(desk, greek)
    desk.corrections.correct(key, CorrectableField.LANGUAGE, "el")
    first, last = Place(held, Address("para_1")), Place(held, Address("para_99"))
    assert texts.other_languages([first, last]) == {first: ("el",)}
    desk.documents.remove(key)
    assert texts.other_languages([first]) == {}


def test_notes_and_positions_are_read_at_once(desk: Desk, texts: TextStore, first: Place) -> None:
    note = desk.annotations.new(first, AnnotationKind.QUESTION, text="why?")
    desk.annotations.save(note)
    assert texts.notes([note.id]) == {note.id: AnnotationText("question", "why?")}
    desk.positions.set_item(
        first.document, PositionEntry(first.address, proposal="Ports are quiet.", comment="at night")
    )
    desk.positions.set_internal(first.document, "hold")
    assert texts.positions([first.document]) == {
        Place(first.document, Address("")): "hold",
        first: "Ports are quiet. · at night",
    }


def test_the_values_of_a_field_are_those_held(texts: TextStore, held: DocumentId) -> None:
    assert texts.values("lang") == ["en"]
    assert texts.values("ref") == ["ST 7001/26"]
    assert texts.values("marking") == ["limite"]
    assert texts.values("year") == ["2026"]
    assert texts.values("after") == []


def test_references_are_found_by_part_of_them(texts: TextStore, held: DocumentId) -> None:
    assert list(map(str, texts.references_with("7001/26"))) == ["ST 7001/26"]
    assert texts.references_with("7002/26") == []


@pytest.fixture
def library(desk: Desk) -> Iterator[Database]:
    with contextlib.closing(Database(desk.folder)) as opened:
        yield opened


@pytest.fixture
def searches(library: Database) -> SearchStore:
    return SearchStore(library)


def now(library: Database) -> int:
    return library.changed_since(0)[0]


def test_searches_are_kept_by_name(searches: SearchStore) -> None:
    quiet = SavedSearch("quiet", "noise lang:en", Sort.DATE, stemming=False)
    ports = SavedSearch("harbours", "ports")
    searches.save(quiet, 0)
    searches.save(ports, 0)
    assert searches.all() == [ports, quiet]
    searches.save(replace(quiet, query="noises"), 0)
    assert searches.get("quiet") == replace(quiet, query="noises")
    searches.remove("quiet")
    assert searches.all() == [ports]
    assert searches.get("quiet") is None


def test_a_note_is_new_again_when_it_is_changed(
    desk: Desk, searches: SearchStore, library: Database, first: Place
) -> None:
    note = desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse")
    desk.annotations.save(note)
    searches.save(SavedSearch("lights", "lighthouse"), now(library))
    assert searches.new_to("lights") == []
    desk.annotations.save(replace(note, text="a lighthouse"))
    assert searches.new_to("lights") == [f"annotation {note.id}"]


def test_a_header_put_right_makes_neither_text_nor_notes_new(
    desk: Desk, searches: SearchStore, library: Database, first: Place
) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, text="lighthouse"))
    searches.save(SavedSearch("lights", "lighthouse"), now(library))
    desk.corrections.correct(first.document, CorrectableField.REFERENCE, "7002/26")
    assert searches.new_to("lights") == [f"position {first.document}"]


def test_a_document_that_the_look_could_not_show_is_new(
    desk: Desk, searches: SearchStore, library: Database, held: DocumentId
) -> None:
    searches.save(SavedSearch("quiet", "noise"), now(library) - 1)
    assert searches.new_to("quiet") == [f"document {held}"]


def test_a_search_under_another_name_is_the_same_and_takes_the_place_of_the_one_that_had_it(
    searches: SearchStore,
) -> None:
    searches.save(SavedSearch("Noise", "noise", Sort.DATE), 0)
    searches.save(SavedSearch("Quiet", "hours"), 0)
    searches.rename("Noise", "Quiet")
    assert searches.all() == [SavedSearch("Quiet", "noise", Sort.DATE)]
