"""Annotations out of one library and into another."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.documents.document import Address, DocumentId, Place
from delegate_desk.core.errors import ExportFailedError, UnknownFileTypeError
from delegate_desk.core.exchange.annotation_exchange import AnnotationImportResult
from delegate_desk.desk import Desk, open_desk
from support import webannotation_model
from support.document_values import QUIET_HOURS, quiet_hours


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Desk]:
    """Another library, which holds nothing yet."""
    with open_desk(tmp_path / "other") as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.jsonld"


def brought(desk: Desk, folder: Path, **values: str) -> DocumentId:
    """Bring the short paper in."""
    return next(iter(desk.documents.add(desk.documents.read(quiet_hours(folder, **values))).documents))


def noted(desk: Desk, place: Place, **values: Any) -> Annotation:
    """Keep an annotation that circulates."""
    kind = values.pop("kind", AnnotationKind.NOTE)
    made = desk.annotations.new(place, kind, **{"visibility": Visibility.CIRCULATION, **values})
    desk.annotations.save(made)
    kept = desk.annotations.get(made.id)
    assert kept is not None
    return kept


def sent(desk: Desk, to: Desk, file: Path, **values: Any) -> AnnotationImportResult:
    desk.exchange.write(file, **values)
    return to.exchange.import_annotations(to.exchange.read(file))


def same(one: Annotation, document: DocumentId) -> Annotation:
    """An annotation as it has to be in another library."""
    return replace(one, place=Place(document, one.place.address))


def test_all_of_an_annotation_arrives(desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path) -> None:
    second = Place(first.document, Address("para_2__point_1"))
    asked = noted(
        desk,
        first,
        kind=AnnotationKind.QUESTION,
        text="Why?\n\t😀 \u202eRTL",
        words="noise from ships",
        tags=["b", "a"],
    )
    answer = replace(desk.annotations.reply(asked, "because"), visibility=Visibility.CIRCULATION)
    desk.annotations.save(answer)
    noted(desk, second, kind=AnnotationKind.RESERVATION, holder="DE", due=datetime(2026, 12, 1, 9, 30, tzinfo=UTC))
    desk.annotations.save(replace(noted(desk, second, text="done"), status=AnnotationStatus.DONE))
    key = brought(other, tmp_path)
    receipt = sent(desk, other, file)
    assert (receipt.added, receipt.unplaced, receipt.pending, receipt.rejected) == (4, 0, (), ())
    assert other.annotations.all() == [same(one, key) for one in desk.annotations.all()]
    webannotation_model.check_collection(json.loads(file.read_text(encoding="utf-8")))
    assert other.search.find("because").total == 1


def test_nothing_comes_twice_and_what_is_newer_stays(
    desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path
) -> None:
    one = noted(desk, first, text="first")
    brought(other, tmp_path)
    sent(desk, other, file)
    again = other.exchange.import_annotations(other.exchange.read(file))
    assert (again.added, again.updated, again.already_present) == (0, 0, 1)
    assert other.history.next_undo() is not None
    there = other.annotations.all()[0]
    other.annotations.save(replace(there, text="changed there"))
    assert sent(desk, other, file).already_present == 1
    assert other.annotations.all()[0].text == "changed there"
    back = sent(other, desk, file)
    assert (back.added, back.updated) == (0, 1)
    assert [a.text for a in desk.annotations.for_place(first)] == ["changed there"]
    desk.history.undo()
    assert desk.annotations.for_place(first) == [one]


def test_a_clock_that_was_ahead_elsewhere_does_not_undo_what_is_written_here(
    desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path
) -> None:
    one = noted(desk, first, text="from the future")
    desk.annotations.receive([replace(one, modified=one.modified + timedelta(days=365))])
    brought(other, tmp_path)
    sent(desk, other, file)
    there = other.annotations.all()[0]
    other.annotations.save(replace(there, text="written here"))
    assert sent(desk, other, file).already_present == 1
    other.annotations.set_many([one.id], lambda old: replace(old, status=AnnotationStatus.DONE))
    assert sent(desk, other, file).already_present == 1
    assert [(a.text, a.status) for a in other.annotations.all()] == [("written here", AnnotationStatus.DONE)]


def test_undo_takes_all_that_came_back_out(desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path) -> None:
    for text in ("one", "two"):
        noted(desk, first, text=text)
    brought(other, tmp_path)
    assert sent(desk, other, file).changes.annotations == {first}
    other.history.undo()
    assert other.annotations.all() == []
    other.history.redo()
    assert [a.text for a in other.annotations.all()] == ["one", "two"]


def test_what_is_internal_stays_unless_asked_for(desk: Desk, first: Place, file: Path) -> None:
    noted(desk, first, text="Stays at home", visibility=Visibility.INTERNAL)
    outgoing = desk.exchange.write(file)
    assert (len(outgoing.annotations), outgoing.withheld_count) == (0, 1)
    assert "Stays at home" not in file.read_text(encoding="utf-8")
    assert len(desk.exchange.write(file, internal=True).annotations) == 1
    assert "Stays at home" in file.read_text(encoding="utf-8")


def test_chosen_annotations_leave_alone(desk: Desk, first: Place, file: Path) -> None:
    one = noted(desk, first, text="one")
    noted(desk, first, text="two")
    assert [leaving.annotation for leaving in desk.exchange.write(file, only=[one.id]).annotations] == [one]


def test_a_document_that_is_not_held_is_waited_for(
    desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path
) -> None:
    one = noted(desk, first, text="waits", words="noise from ships")
    receipt = sent(desk, other, file)
    (waiting,) = receipt.pending
    assert (waiting.original.reference, waiting.original.language, waiting.count) == ("ST 7001/26", "en", 1)
    assert other.annotations.all() == []
    desk.annotations.save(replace(one, text="waits, and is newer"))
    sent(desk, other, file)
    assert [w.count for w in other.exchange.pending_annotations()] == [1]
    assert not other.exchange.place_orphaned()
    key = brought(other, tmp_path)
    assert other.exchange.place_orphaned().annotations == {Place(key, first.address)}
    assert other.annotations.all() == [same(kept, key) for kept in desk.annotations.all()]
    assert other.exchange.pending_annotations() == []
    assert not other.exchange.place_orphaned()


def test_a_document_in_the_trash_is_waited_for(
    desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path
) -> None:
    noted(desk, first, text="waits")
    key = brought(other, tmp_path)
    other.documents.remove(key)
    assert len(sent(desk, other, file).pending) == 1
    other.documents.restore(key)
    assert other.exchange.place_orphaned()
    assert [a.text for a in other.annotations.all()] == ["waits"]


def test_a_note_in_the_trash_stays_there(desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path) -> None:
    one = noted(desk, first, text="one")
    brought(other, tmp_path)
    sent(desk, other, file)
    other.annotations.remove(one.id)
    desk.annotations.save(replace(one, text="newer"))
    receipt = sent(desk, other, file)
    assert (receipt.added, receipt.updated, receipt.trashed) == (0, 0, 1)
    assert other.annotations.all() == []
    assert [a.text for a in other.annotations.trash()] == ["newer"]


def test_the_same_document_in_another_file_is_the_same(
    desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path
) -> None:
    """Words decide where numbers have moved; without words the number does."""
    noted(desk, first, text="on words", words="noise from ships at berth")
    noted(desk, Place(first.document, Address("para_3")), text="on a paragraph")
    moved = QUIET_HOURS.replace("1. The Council notes", "1. The Council recalls the past.\n\n2. The Council notes")
    moved = moved.replace("2. The Council invites", "3. The Council invites").replace(
        "3. The Council will", "4. We will"
    )
    key = brought(other, tmp_path, text=moved)
    assert sent(desk, other, file).unplaced == 0
    assert [(a.text, a.place.address) for a in other.annotations.all()] == [
        ("on words", "para_2"),
        ("on a paragraph", "para_3"),
    ]
    assert other.annotations.for_place(Place(key, Address("para_2")))[0].quote is not None


def test_what_has_no_place_is_listed_and_leaves_with_where_it_stood(
    desk: Desk, other: Desk, first: Place, file: Path, tmp_path: Path
) -> None:
    noted(desk, Place(first.document, Address("para_3")), text="lost")
    shorter = QUIET_HOURS[: QUIET_HOURS.index("3. The Council")]
    key = brought(other, tmp_path, text=shorter)
    assert sent(desk, other, file).unplaced == 1
    (unplaced,) = other.reparse.unplaced(key)
    assert (unplaced.address, unplaced.annotation and unplaced.annotation.text) == ("para_3", "lost")
    back = sent(other, desk, file)
    assert (back.already_present, [a.place.address for a in desk.annotations.all()]) == (1, ["para_3"])


def test_answers_in_a_circle_are_let_out_of_it(desk: Desk, first: Place, file: Path) -> None:
    one, two = noted(desk, first, text="one"), noted(desk, first, text="two")
    desk.exchange.write(file)
    whole = json.loads(file.read_text(encoding="utf-8"))
    for item, answered in zip(whole["first"]["items"], (two, one), strict=True):
        item |= {"desk:place": item["target"], "target": f"urn:uuid:{answered.id}", "motivation": "replying"}
        item["modified"] = "2099-01-01T00:00:00Z"
    file.write_text(json.dumps(whole), encoding="utf-8")
    assert desk.exchange.import_annotations(desk.exchange.read(file)).updated == 2
    answers = {a.id: a.reply_to for a in desk.annotations.all()}
    assert sorted(answers.values(), key=str) == sorted([None, next(filter(None, answers.values()))], key=str)
    itself = noted(desk, first, text="itself")
    whole["first"]["items"] = [{**item, "id": f"urn:uuid:{itself.id}", "target": f"urn:uuid:{itself.id}"}]
    file.write_text(json.dumps(whole), encoding="utf-8")
    desk.exchange.import_annotations(desk.exchange.read(file))
    kept = desk.annotations.get(itself.id)
    assert kept is not None
    assert kept.reply_to is None


def test_an_empty_collection_of_ours_brings_nothing_and_is_no_fault(desk: Desk, other: Desk, file: Path) -> None:
    assert sent(desk, other, file) == AnnotationImportResult()


def test_a_type_of_file_is_known_by_its_suffix_and_others_are_refused(desk: Desk, first: Place, tmp_path: Path) -> None:
    noted(desk, first, text="one")
    assert desk.exchange.suffixes() == (".jsonld", ".docx", ".csv")
    desk.exchange.write(tmp_path / "notes.CSV")
    assert b"one" in (tmp_path / "notes.CSV").read_bytes()
    with pytest.raises(UnknownFileTypeError):
        desk.exchange.write(tmp_path / "notes.xml")
    with pytest.raises(ExportFailedError):
        desk.exchange.write(tmp_path / "absent" / "notes.jsonld")


def test_a_thread_without_end_is_cut(desk: Desk, first: Place, file: Path) -> None:
    desk.annotations.save(desk.annotations.new(first, AnnotationKind.NOTE, visibility=Visibility.CIRCULATION))
    desk.exchange.write(file)
    whole = json.loads(file.read_text(encoding="utf-8"))
    (item,) = whole["first"]["items"]
    keys = [f"urn:uuid:{n:08x}-2222-4333-8444-555555555555" for n in range(1500)]
    answers = [
        {**item, "id": key, "desk:place": item["target"], "target": above, "motivation": "replying"}
        for above, key in pairwise(keys)
    ]
    file.write_text(json.dumps([*reversed(answers), {**item, "id": keys[0]}]), encoding="utf-8")
    assert desk.exchange.import_annotations(desk.exchange.read(file)).added == 1500
    answered = {a.id: a.reply_to for a in desk.annotations.all()}
    longest = 0
    above: AnnotationId | None = AnnotationId(keys[-1].removeprefix("urn:uuid:"))
    while above:
        longest, above = longest + 1, answered[above]
    assert longest <= 1001
