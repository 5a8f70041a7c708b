from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from delegate_desk.core.annotations.annotation import AnnotationKind, AnnotationStatus, Visibility
from delegate_desk.core.documents.document import Address, Place
from delegate_desk.core.errors import UnknownPlaceError, WordsNotThereError
from delegate_desk.desk import Desk, open_desk


def test_an_annotation_is_kept_as_written(desk: Desk, first: Place) -> None:
    text = "Ά\u0301 ‘quotes’ <b>&amp;</b> \u202eRTL\u202c 😀\n\tsecond line"
    made = desk.annotations.new(
        first, AnnotationKind.QUESTION, text=text, words="noise from ships", tags=["a", "b", "a"]
    )
    assert desk.annotations.save(made).annotations == {first}
    (kept,) = desk.annotations.for_place(first)
    assert replace(kept, modified=made.modified) == made
    assert kept.tags == ("a", "b")
    assert (kept.status, kept.visibility) == (AnnotationStatus.OPEN, Visibility.INTERNAL)


def test_a_quote_knows_where_its_words_stand(desk: Desk, first: Place) -> None:
    unit = desk.documents.unit(first)
    assert unit is not None
    quote = desk.annotations.new(first, AnnotationKind.NOTE, words="ships at berth").quote
    assert quote is not None
    assert unit.text[quote.start : quote.end] == quote.exact == "ships at berth"
    assert unit.text[: quote.start].endswith(quote.prefix)
    assert unit.text[quote.end :].startswith(quote.suffix)
    assert desk.annotations.new(first, AnnotationKind.NOTE, span=(quote.start, quote.end)).quote == quote


def test_words_and_places_that_are_not_there_are_refused(desk: Desk, first: Place) -> None:
    with pytest.raises(WordsNotThereError):
        desk.annotations.new(first, AnnotationKind.NOTE, words="never written")
    with pytest.raises(UnknownPlaceError):
        desk.annotations.new(Place(first.document, Address("para_99")), AnnotationKind.NOTE)
    assert desk.annotations.all() == []


def test_a_note_is_changed_removed_and_all_of_it_undone(desk: Desk, first: Place) -> None:
    made = desk.annotations.new(first, AnnotationKind.NOTE, text="one")
    desk.annotations.save(made)
    desk.annotations.save(replace(made, status=AnnotationStatus.DONE))
    desk.annotations.remove(made.id)
    assert desk.annotations.for_place(first) == []
    desk.history.undo()
    assert [a.status for a in desk.annotations.for_place(first)] == [AnnotationStatus.DONE]
    desk.history.undo()
    assert [a.status for a in desk.annotations.for_place(first)] == [AnnotationStatus.OPEN]
    desk.history.undo()
    assert desk.annotations.for_place(first) == []
    assert desk.history.next_undo() is None
    for _ in range(3):
        desk.history.redo()
    assert desk.annotations.for_place(first) == []
    assert desk.history.next_redo() is None


def test_typing_is_one_thing_to_undo(desk: Desk, first: Place) -> None:
    made = desk.annotations.new(first, AnnotationKind.NOTE)
    for text in ("a", "ab", "abc"):
        desk.annotations.save(replace(made, text=text))
    desk.history.undo()
    assert desk.annotations.for_place(first) == []
    desk.history.redo()
    assert [a.text for a in desk.annotations.for_place(first)] == ["abc"]


def test_annotations_of_a_document_stand_in_reading_order(desk: Desk, first: Place) -> None:
    third = Place(first.document, Address("para_3"))
    for place in (third, first):
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=place.address))
    assert [a.text for a in desk.annotations.for_document(first.document)] == ["para_1", "para_3"]


def test_due_holder_and_what_it_answers_are_kept(desk: Desk, first: Place, tmp_path: Path) -> None:
    due = datetime(2026, 10, 14, 12, tzinfo=UTC)
    asked = desk.annotations.new(first, AnnotationKind.SCRUTINY_RESERVATION, text="Lifts?", due=due, holder="DE")
    answer = desk.annotations.reply(asked, "Lifted by mail.")
    desk.annotations.save(asked)
    desk.annotations.save(answer)
    with open_desk(tmp_path / "library") as again:
        kept, replied = again.annotations.for_place(first)
        assert (kept.due, kept.holder, kept.reply_to) == (due, "DE", None)
        assert (replied.reply_to, replied.visibility) == (asked.id, Visibility.INTERNAL)
        assert [one.id for one in again.annotations.replies(asked.id)] == [answer.id]


def test_what_is_open_and_due_is_listed_the_earliest_first(desk: Desk, first: Place) -> None:
    noon = datetime(2026, 10, 14, 12, tzinfo=UTC)
    for hours in (5, 1, 48):
        made = desk.annotations.new(first, AnnotationKind.NOTE, text=str(hours), due=noon + timedelta(hours=hours))
        desk.annotations.save(made)
    done = desk.annotations.new(first, AnnotationKind.NOTE, text="done", due=noon)
    desk.annotations.save(replace(done, status=AnnotationStatus.DONE))
    assert [one.text for one in desk.annotations.due(noon + timedelta(days=1))] == ["1", "5"]
    desk.documents.remove(first.document)
    assert desk.annotations.due(noon + timedelta(days=9)) == []


def test_the_trash_keeps_a_note_with_its_answers_until_it_is_emptied(desk: Desk, first: Place) -> None:
    asked = desk.annotations.new(first, AnnotationKind.QUESTION, text="Why berths?")
    answer = desk.annotations.reply(asked, "Because.")
    further = desk.annotations.reply(answer, "Truly?")
    for one in (asked, answer, further):
        desk.annotations.save(one)
    desk.annotations.remove(further.id)
    desk.annotations.remove(asked.id)
    assert desk.annotations.for_document(first.document) == desk.annotations.all() == []
    assert desk.search.find("in:notes berths").total == 0
    assert [one.id for one in desk.annotations.trash()] == [asked.id, answer.id, further.id]
    desk.annotations.restore(asked.id)
    assert [one.id for one in desk.annotations.for_place(first)] == [asked.id, answer.id]
    assert desk.search.find("in:notes berths").total == 1
    desk.history.undo()
    assert len(desk.annotations.trash()) == 3
    assert desk.documents.empty_trash().annotations == {first}
    assert desk.annotations.trash() == []
    while desk.history.next_undo():
        desk.history.undo()
    assert desk.annotations.for_document(first.document) == []


def test_a_note_typed_into_while_another_removed_it_leaves_the_trash(desk: Desk, first: Place) -> None:
    made = desk.annotations.new(first, AnnotationKind.NOTE, text="one")
    desk.annotations.save(made)
    desk.annotations.remove(made.id)
    desk.annotations.save(replace(made, text="one more"))
    assert [one.text for one in desk.annotations.for_place(first)] == ["one more"]
    assert desk.annotations.trash() == []


def test_many_are_changed_alike_and_that_is_one_thing_to_undo(desk: Desk, first: Place) -> None:
    third = Place(first.document, Address("para_3"))
    made = [desk.annotations.new(place, AnnotationKind.NOTE, text=place.address) for place in (first, third)]
    for one in made:
        desk.annotations.save(one)
    keys = [one.id for one in made]
    assert desk.annotations.set_many(keys, lambda one: replace(one, tags=("x",))).annotations == {first, third}
    assert not desk.annotations.set_many(keys, lambda one: replace(one, tags=("x",)))
    assert desk.annotations.tags() == ["x"]
    desk.history.undo()
    assert [one.tags for one in desk.annotations.all()] == [(), ()]
    desk.history.redo()
    assert [one.tags for one in desk.annotations.all()] == [("x",), ("x",)]
    desk.annotations.remove_many(keys)
    assert desk.annotations.all() == []
    desk.history.undo()
    assert [one.tags for one in desk.annotations.all()] == [("x",), ("x",)]


def test_one_begun_and_left_without_a_word_never_was(desk: Desk, first: Place) -> None:
    made = desk.annotations.new(first, AnnotationKind.SUPPORT)
    desk.annotations.save(made)
    desk.annotations.discard(made.id)
    assert desk.annotations.for_place(first) == desk.annotations.trash() == []
    assert desk.history.next_undo() is None
