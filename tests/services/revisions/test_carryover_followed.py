"""A note that is written on after it was carried: what was made of it says the same, until it is edited where it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import (
    Annotation,
    AnnotationId,
    AnnotationKind,
    AnnotationStatus,
    Visibility,
)
from delegate_desk.core.documents.document import DocumentId, Place
from delegate_desk.core.revisions.carryover.carried_items import CarriedKind
from delegate_desk.desk import Desk
from support.revision_chain import BACK, FIRST, FOURTH, NEW, PORTS, QUIET, Pair, bring, carry, note, only, revision


@pytest.fixture
def pair(desk: Desk, tmp_path: Path) -> Pair:
    return revision(desk, tmp_path)


def got(desk: Desk, key: AnnotationId) -> Annotation:
    found = desk.annotations.get(key)
    assert found
    return found


def texts(desk: Desk, *documents: DocumentId) -> list[str]:
    return [one.text for document in documents for one in desk.annotations.for_document(document)]


def test_a_note_carried_half_written_is_whole_when_it_is_written(desk: Desk, pair: Pair, tmp_path: Path) -> None:
    old, new = pair
    newest = bring(desk, tmp_path, PORTS, QUIET, BACK, revision=2)
    key = note(desk, old, FIRST, "we can", words="noise from ships")
    carry(desk, old, new)
    carry(desk, new, newest)
    stood = only(desk, new)
    changes = desk.annotations.save(replace(got(desk, key), text="we cannot accept this"), typed=True)
    assert texts(desk, *pair, newest) == ["we cannot accept this"] * 3
    assert changes.annotations == {only(desk, document).place for document in (*pair, newest)}
    assert only(desk, new) == replace(stood, text="we cannot accept this", modified=got(desk, key).modified)
    assert {hit.document for hit in desk.search.find("accept").hits} == {*pair, newest}


def test_all_that_is_said_of_it_follows(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    due = datetime.now(UTC) + timedelta(days=1)
    said = replace(
        got(desk, key),
        kind=AnnotationKind.SCRUTINY_RESERVATION,
        tags=("ports", "sea"),
        status=AnnotationStatus.DONE,
        visibility=Visibility.CIRCULATION,
        due=due,
        holder="FR",
    )
    desk.annotations.save(said)
    there = only(desk, new)
    here = got(desk, key)
    assert replace(there, id=here.id, place=here.place, origin=None, carried=None) == here


def test_what_was_edited_where_it_was_carried_stays(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    desk.annotations.save(replace(only(desk, new), text="said here"))
    desk.annotations.save(replace(got(desk, key), text="said there"))
    carry(desk, old, new)
    assert texts(desk, *pair) == ["said there", "said here"]
    desk.history.undo()
    desk.history.undo()
    desk.annotations.save(replace(got(desk, key), text="on its own again"))
    assert texts(desk, *pair) == ["on its own again"] * 2


def test_it_is_undone_with_what_it_follows(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    desk.annotations.save(replace(got(desk, key), text="more"))
    desk.history.undo()
    assert texts(desk, *pair) == ["ours", "ours"]
    desk.history.redo()
    assert texts(desk, *pair) == ["more", "more"]
    desk.history.undo()
    desk.history.undo()
    assert texts(desk, *pair) == ["ours"]


def test_notes_changed_together_with_what_was_made_of_them_still_go_together(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    desk.annotations.set_many([key, only(desk, new).id], lambda one: replace(one, status=AnnotationStatus.DONE))
    desk.annotations.set_many([key], lambda one: replace(one, tags=("late",)))
    assert (only(desk, new).status, only(desk, new).tags) == (AnnotationStatus.DONE, ("late",))


def test_what_comes_from_a_colleague_is_followed_too(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    later = replace(got(desk, key), text="theirs", modified=datetime.now(UTC) + timedelta(minutes=1))
    desk.annotations.receive([later])
    assert texts(desk, *pair) == ["theirs", "theirs"]


def test_one_in_the_trash_is_had_back_as_it_is_now(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    made = carry(desk, old, new)[key].copy_id
    desk.annotations.remove(AnnotationId(made))
    desk.annotations.save(replace(got(desk, key), text="more"))
    assert texts(desk, new) == []
    desk.annotations.restore(AnnotationId(made))
    assert texts(desk, new) == ["more"]


def test_one_placed_by_a_person_follows_from_where_it_is(desk: Desk, pair: Pair) -> None:
    old, new = pair
    key = note(desk, old, FIRST)
    carry(desk, old, new)
    desk.carryover.decide(old, new, CarriedKind.ANNOTATION, key, FOURTH)
    desk.annotations.save(replace(got(desk, key), text="more"))
    assert (only(desk, new).text, only(desk, new).place) == ("more", Place(new, FOURTH))


def test_a_note_begun_and_left_without_a_word_leaves_nothing_behind(desk: Desk, pair: Pair, tmp_path: Path) -> None:
    old, new = pair
    newest = bring(desk, tmp_path, NEW, PORTS, revision=2)
    key = note(desk, old, FIRST, "w")
    carry(desk, old, new)
    carry(desk, new, newest)
    desk.annotations.save(replace(got(desk, key), text="", tags=()))
    changes = desk.annotations.discard(key)
    assert texts(desk, *pair, newest) == []
    assert {place.document for place in changes.annotations} == {*pair, newest}
    assert desk.carryover.carried(old, new).items == desk.carryover.carried(new, newest).items == ()
