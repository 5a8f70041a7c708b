from dataclasses import replace

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind
from delegate_desk.core.documents.document import Address, Document, DocumentId, Kind, Paragraph, Place
from delegate_desk.core.errors import UnknownDocumentError, UnknownPlaceError
from delegate_desk.core.exchange.package import PackageContents
from delegate_desk.core.positions.position import PositionEntry, Stance
from delegate_desk.desk import Desk
from delegate_desk.parsing import READER_VERSION
from delegate_desk.services.documents import documents
from support.document_values import quiet_hours

ONE, TWO, THREE = Address("para_1"), Address("para_2"), Address("para_3")


def otherwise(desk: Desk, key: DocumentId, **places: str) -> Document:
    """The result of a newer parser version: units with other addresses, or none."""
    read = desk.reparse.read(key)
    units = []
    for unit in read.paragraphs:
        address = places.get(unit.address, unit.address)
        if address:
            units.append(replace(unit, address=Address(address)))
    return replace(read, paragraphs=tuple(units))


def note(desk: Desk, key: DocumentId, address: Address, words: str | None = None) -> str:
    annotation = desk.annotations.new(Place(key, address), AnnotationKind.NOTE, text="ours", words=words)
    desk.annotations.save(annotation)
    return annotation.id


def test_what_an_older_version_read_is_listed(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "READER_VERSION", READER_VERSION - 1)
    (old,) = desk.documents.add(desk.documents.read(quiet_hours(tmp_path_factory.mktemp("old")))).documents
    assert [held.id for held in desk.reparse.list_outdated()] == [old]
    desk.reparse.reread(old)
    assert desk.reparse.list_outdated() == []


def test_reading_again_what_was_read_well_changes_nothing(desk: Desk, held: DocumentId) -> None:
    note(desk, held, TWO)
    note(desk, held, THREE, "the matter")
    desk.positions.set_item(held, PositionEntry(ONE, Stance.OPPOSE, comment="loud"))
    before = desk.documents.content(held), desk.annotations.for_document(held), desk.positions.get(held)
    changes = desk.reparse.reread(held)
    assert changes.documents == {held}
    assert (desk.documents.content(held), desk.annotations.for_document(held), desk.positions.get(held)) == before
    assert desk.reparse.unplaced(held) == []


def test_reading_again_sends_nobody_what_did_not_change(desk: Desk, held: DocumentId) -> None:
    for address in (ONE, TWO):
        desk.positions.set_item(held, PositionEntry(address, Stance.OPPOSE, comment="loud"))
    note(desk, held, TWO)
    mark = desk.packages.mark()
    desk.reparse.reread(held)
    assert desk.packages.mark() == mark
    desk.reparse.renew(held, otherwise(desk, held, para_2="para_8"))
    changed = desk.packages.preview_contents(PackageContents(since=mark, internal=True))
    assert (changed.notes, changed.position_entries) == (1, 1)


def test_annotations_and_lines_go_where_their_units_go(desk: Desk, held: DocumentId) -> None:
    note(desk, held, TWO)
    note(desk, held, THREE, "the matter")
    desk.positions.set_general(held, "Quiet is good.")
    desk.positions.set_item(held, PositionEntry(TWO, Stance.SUPPORT))
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE, proposal="The Council will not."))
    changes = desk.reparse.renew(held, otherwise(desk, held, para_2="para_3", para_3="para_4"))
    assert [a.place.address for a in desk.annotations.for_document(held)] == ["para_3", "para_4"]
    kept = desk.annotations.for_document(held)[1].quote
    assert kept is not None
    assert kept.exact == "the matter"
    position = desk.positions.get(held)
    assert [(item.address, item.stance) for item in position.items] == [
        ("para_3", Stance.SUPPORT),
        ("para_4", Stance.OPPOSE),
    ]
    assert position.general == "Quiet is good."
    assert Place(held, TWO) in changes.annotations
    assert Place(held, Address("para_4")) in changes.annotations
    assert [hit.address for hit in desk.search.find("kind:note ours").hits] == ["para_3", "para_4"]


def test_what_finds_no_place_is_listed_and_nothing_is_lost(desk: Desk, held: DocumentId) -> None:
    first = note(desk, held, THREE, "the matter")
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE, "Never.", "loud", "red"))
    desk.reparse.renew(held, otherwise(desk, held, para_3=""))
    annotation, line = sorted(desk.reparse.unplaced(held), key=lambda one: one.item is not None)
    assert annotation.annotation is not None
    assert (annotation.annotation.id, annotation.address, annotation.annotation.text) == (first, THREE, "ours")
    assert annotation.text.startswith("The Council will revert")
    assert line.item == PositionEntry(THREE, Stance.OPPOSE, "Never.", "loud", "red")
    assert [a.id for a in desk.annotations.all()] == [first]
    assert desk.positions.get(held).items == ()
    assert desk.check().ok


def test_a_lookalike_is_not_taken_for_the_place(desk: Desk, held: DocumentId) -> None:
    note(desk, held, THREE)
    read = desk.reparse.read(held)
    other = Paragraph(THREE, Kind.PARAGRAPH, "3.", "Delegations are reminded of the deadline for remarks in writing.")
    units = tuple(other if unit.address == THREE else unit for unit in read.paragraphs)
    desk.reparse.renew(held, replace(read, paragraphs=units))
    assert desk.annotations.for_place(Place(held, THREE)) == []
    assert len(desk.reparse.unplaced(held)) == 1


def test_what_lost_its_place_has_it_again_when_it_is_there(desk: Desk, held: DocumentId) -> None:
    note(desk, held, THREE, "the matter")
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE))
    before = desk.annotations.for_document(held), desk.positions.get(held)
    desk.reparse.renew(held, otherwise(desk, held, para_3=""))
    assert len(desk.reparse.unplaced(held)) == 2
    desk.reparse.renew(held, otherwise(desk, held, para_1=""))
    assert desk.reparse.unplaced(held) == []
    assert (desk.annotations.for_document(held), desk.positions.get(held)) == before


def test_a_person_gives_a_place_to_what_has_none(desk: Desk, held: DocumentId) -> None:
    note(desk, held, THREE, "the matter")
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE))
    desk.positions.set_item(held, PositionEntry(ONE, Stance.SUPPORT))
    desk.reparse.renew(held, otherwise(desk, held, para_3=""))
    for one in desk.reparse.unplaced(held):
        with pytest.raises(UnknownPlaceError):
            desk.reparse.place(one, Address("para_9"))
        if one.item:
            with pytest.raises(UnknownPlaceError):
                desk.reparse.place(one, ONE)
        desk.reparse.place(one, TWO)
    assert desk.reparse.unplaced(held) == []
    assert [a.place.address for a in desk.annotations.for_document(held)] == [TWO]
    assert desk.positions.get(held).entry_at(TWO).stance is Stance.OPPOSE


def test_a_place_given_is_undone_and_given_again(desk: Desk, held: DocumentId) -> None:
    note(desk, held, THREE, "the matter")
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE))
    desk.reparse.renew(held, otherwise(desk, held, para_3=""))
    unplaced = desk.reparse.unplaced(held)
    for one in unplaced:
        desk.reparse.place(one, TWO)
    desk.history.undo()
    desk.history.undo()
    by_kind = sorted(desk.reparse.unplaced(held), key=lambda one: one.item is not None)
    assert [replace(one, key=0) for one in by_kind] == [
        replace(one, key=0) for one in sorted(unplaced, key=lambda one: one.item is not None)
    ]
    assert desk.positions.get(held).items == ()
    assert [a.place.address for a in desk.annotations.for_document(held)] == [""]
    desk.history.redo()
    desk.history.redo()
    assert desk.reparse.unplaced(held) == []
    assert desk.positions.get(held).entry_at(TWO).stance is Stance.OPPOSE
    assert [a.place.address for a in desk.annotations.for_document(held)] == [TWO]


def test_what_has_no_place_is_changed_or_dropped_and_comes_back(desk: Desk, held: DocumentId) -> None:
    note(desk, held, THREE)
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE))
    desk.reparse.renew(held, otherwise(desk, held, para_3=""))
    for one in desk.reparse.unplaced(held):
        desk.reparse.drop(one)
    assert desk.reparse.unplaced(held) == []
    assert desk.annotations.for_document(held) == []
    desk.history.undo()
    desk.history.undo()
    assert len(desk.reparse.unplaced(held)) == 2
    (lost,) = desk.annotations.for_document(held)
    desk.annotations.save(replace(lost, text="still without a place"))
    assert len(desk.reparse.unplaced(held)) == 2
    desk.annotations.remove(lost.id)
    assert [one.annotation for one in desk.reparse.unplaced(held)] == [None]


def test_two_lines_that_meet_are_both_kept(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_item(held, PositionEntry(ONE, Stance.SUPPORT))
    desk.positions.set_item(held, PositionEntry(THREE, Stance.OPPOSE))
    read = desk.reparse.read(held)
    texts = {unit.address: unit.marked for unit in read.paragraphs}
    joined = f"{texts[ONE]} {texts[THREE]}"
    units = tuple(
        replace(unit, marked=joined) if unit.address == ONE else unit
        for unit in read.paragraphs
        if unit.address != THREE
    )
    desk.reparse.renew(held, replace(read, paragraphs=units))
    assert [item.stance for item in desk.positions.get(held).items] == [Stance.SUPPORT]
    assert [one.item and one.item.stance for one in desk.reparse.unplaced(held)] == [Stance.OPPOSE]


def test_a_reading_that_fails_half_way_changes_nothing(
    desk: Desk, held: DocumentId, monkeypatch: pytest.MonkeyPatch
) -> None:
    note(desk, held, TWO)
    before = desk.documents.content(held), desk.annotations.for_document(held)
    reread = otherwise(desk, held, para_2="para_7", para_1="")
    monkeypatch.setattr(desk.reparse, "_try_again", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        desk.reparse.renew(held, reread)
    assert (desk.documents.content(held), desk.annotations.for_document(held)) == before
    assert desk.documents.find("7001/26").id == held


def test_what_was_done_before_is_not_undone_and_the_index_follows(desk: Desk, held: DocumentId) -> None:
    note(desk, held, TWO)
    desk.reparse.renew(held, otherwise(desk, held, para_2="para_7"))
    assert desk.history.next_undo() is None
    assert desk.search.find("disturbs").total == 1
    desk.reparse.renew(held, otherwise(desk, held, para_1=""))
    assert desk.search.find("disturbs").total == 0


def test_a_document_that_went_meanwhile_is_not_brought_back(desk: Desk, held: DocumentId) -> None:
    reread = desk.reparse.read(held)
    desk.documents.remove(held)
    desk.documents.empty_trash()
    with pytest.raises(UnknownDocumentError):
        desk.reparse.renew(held, reread)
    assert desk.check().ok


def test_new_provisions_and_all_that_is_said_go_along(desk: Desk, held: DocumentId) -> None:
    new = replace(desk.positions.new_item(held, TWO), proposal="Bells rest too.")
    whole = PositionEntry(
        THREE, Stance.OPPOSE, fallbacks=("Less.",), red_line="No.", joint=("CY",), priority=1, tags=("quiet",)
    )
    desk.positions.set_item(held, new)
    desk.positions.set_item(held, whole)
    desk.positions.set_item(held, PositionEntry(ONE, comment="It moves.", after=TWO))
    desk.reparse.renew(held, otherwise(desk, held, para_2="para_8", para_3=""))
    assert [(item.address, item.after) for item in desk.positions.get(held).items] == [
        (ONE, "para_8"),
        ("para_8a", "para_8"),
    ]
    (lost,) = desk.reparse.unplaced(held)
    assert lost.item == whole
    assert {one.address for one in desk.position_versions.changes(held)} >= {ONE, THREE}
    desk.reparse.place(lost, Address("para_8"))
    assert desk.positions.get(held).entry_at(Address("para_8")) == replace(whole, address=Address("para_8"))


def test_reading_again_is_no_change_of_what_was_sent(desk: Desk, held: DocumentId) -> None:
    desk.positions.set_item(held, PositionEntry(TWO, Stance.OPPOSE, "Never."))
    desk.positions.send(held, "The Presidency")
    sent = desk.positions.get(held)
    desk.reparse.renew(held, otherwise(desk, held, para_2="para_8"))
    now = desk.positions.get(held)
    assert (now.status, now.version, [item.address for item in now.items]) == (sent.status, 1, ["para_8"])
    assert [one.position for one in desk.position_versions.all(held)] == [sent]
    assert {one.address for one in desk.position_versions.changes(held)} == {"para_8"}
