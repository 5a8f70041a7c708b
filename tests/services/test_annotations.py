from dataclasses import replace

import pytest

from delegate_desk.core.annotations import AnnotationKind, Status, Visibility
from delegate_desk.core.documents import Address, Place
from delegate_desk.core.errors import UnknownPlaceError, WordsNotThereError
from delegate_desk.desk import Desk


def test_an_annotation_is_kept_as_written(desk: Desk, first: Place) -> None:
    text = "Ά\u0301 ‘quotes’ <b>&amp;</b> \u202eRTL\u202c 😀\n\tsecond line"
    made = desk.annotations.new(
        first, AnnotationKind.QUESTION, text=text, words="noise from ships", tags=["a", "b", "a"]
    )
    assert desk.annotations.save(made).annotations == {first}
    (kept,) = desk.annotations.on(first)
    assert replace(kept, modified=made.modified) == made
    assert kept.tags == ("a", "b")
    assert (kept.status, kept.visibility) == (Status.OPEN, Visibility.INTERNAL)


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
    desk.annotations.save(replace(made, status=Status.DONE))
    desk.annotations.remove(made.id)
    assert desk.annotations.on(first) == []
    desk.history.undo()
    assert [a.status for a in desk.annotations.on(first)] == [Status.DONE]
    desk.history.undo()
    assert [a.status for a in desk.annotations.on(first)] == [Status.OPEN]
    desk.history.undo()
    assert desk.annotations.on(first) == []
    assert desk.history.next_undo() is None
    for _ in range(3):
        desk.history.redo()
    assert desk.annotations.on(first) == []
    assert desk.history.next_redo() is None


def test_typing_is_one_thing_to_undo(desk: Desk, first: Place) -> None:
    made = desk.annotations.new(first, AnnotationKind.NOTE)
    for text in ("a", "ab", "abc"):
        desk.annotations.save(replace(made, text=text))
    desk.history.undo()
    assert desk.annotations.on(first) == []
    desk.history.redo()
    assert [a.text for a in desk.annotations.on(first)] == ["abc"]


def test_annotations_of_a_document_stand_in_reading_order(desk: Desk, first: Place) -> None:
    third = Place(first.document, Address("para_3"))
    for place in (third, first):
        desk.annotations.save(desk.annotations.new(place, AnnotationKind.NOTE, text=place.address))
    assert [a.text for a in desk.annotations.of(first.document)] == ["para_1", "para_3"]
